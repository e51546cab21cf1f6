"""Never again, through every door there is: to write to somebody, and to let them come back.

Whoever asked not to be contacted stays unreachable after erasing and after a new secret key.
"""

import io
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import NOW, make_contact, make_message
from tests.mail_servers import recording_smtp
from tests.web.mail.makers import make_account, send_round
from tests.web.outreach.makers import GOOD, SUBJECT
from whoelse.web.contacts import actions as contacts
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.models import Contact
from whoelse.web.desk import bridge as desk
from whoelse.web.guests import actions as guests
from whoelse.web.interviews import actions as interviews
from whoelse.web.mail import actions as mail
from whoelse.web.mail.models import Outgoing
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.actions.sending import PURPOSE
from whoelse.web.scheduling import actions as scheduling

EMAIL, LINK = "s.okafor@harrowbay.example", "https://www.linkedin.com/in/samuel-okafor"
NAME, EMPLOYER = "Samuel Okafor", "Harrow Bay Hospital"
LATER = NOW + timedelta(days=1)


def make_okafor(ana, **fields):
    known = {"email": EMAIL, "profile_url": LINK, "employer": EMPLOYER}
    return make_contact(ana, NAME, **(known | fields))


def draft_of(contact):
    return make_message(contact, subject=SUBJECT, body=GOOD)


def block(contact):
    contacts.record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    return Contact.objects.get(pk=contact.pk)


def a_queued_letter(contact):
    return mail.queue_mail(
        contact.student, contact=contact, subject="x", body="y", at=NOW, purpose=PURPOSE
    )


# Every way by which something may go to a person who is in the list. "message" stands for a draft
# that was there before they asked.
WAYS_OUT = {
    "start a draft": lambda m: outreach.start_draft(m.contact, kind="thanks", at=NOW),
    "save a draft": lambda m: outreach.save_draft(
        m.contact, kind="request", subject="x", body="y", at=NOW
    ),
    "put words in": lambda m: outreach.put_words_in(
        m.contact, kind="request", subject="x", body="y", words={}, replace=True, at=NOW
    ),
    "release": lambda m: outreach.release_message(m, at=NOW),
    "say it left": lambda m: outreach.mark_sent(m, way="copy", sent_at=NOW, at=NOW),
    "the outbox": lambda m: a_queued_letter(m.contact),
    "offer times": lambda m: scheduling.offer_times(m.student, message=m, times=[LATER], at=NOW),
    "the private page": lambda m: guests.make_link(m, at=NOW),
    "agree a time": lambda m: interviews.agree_interview(
        m.contact,
        starts_at=LATER,
        minutes=20,
        student_zone="UTC",
        contact_zone="UTC",
        channel="phone",
        place="",
        at=NOW,
    ),
}


@pytest.fixture(autouse=True)
def here(settings):
    settings.MAY_REACH_PRIVATE = True
    settings.PUBLIC_ADDRESS = "https://whoelse.example"


@pytest.fixture
def message(ana):
    make_account(ana)
    row = draft_of(make_okafor(ana, circle="alumni"))
    row.contact = block(row.contact)
    return row


@pytest.mark.parametrize("way", WAYS_OUT)
def test_nothing_goes_out(message, way):
    with pytest.raises(AskedNotToBeContacted):
        WAYS_OUT[way](message)

    assert not Outgoing.objects.exists()
    message.refresh_from_db()
    assert message.sent_at is None


def test_what_waits_already_never_leaves(ana):
    with recording_smtp() as smtp:
        make_account(ana, smtp_port=smtp.port)
        message = draft_of(make_okafor(ana))
        outreach.release_message(message, at=NOW)
        block(message.contact)

        send_round()

        assert smtp.accepted == []
    assert Outgoing.objects.get().state == "refused"


def test_an_unsure_letter_does_not_leave_again(ana):
    make_account(ana)
    message = draft_of(make_okafor(ana))
    letter = outreach.release_message(message, at=NOW)
    Outgoing.objects.update(state="unsure")
    letter.contact = block(message.contact)

    with pytest.raises(AskedNotToBeContacted):
        mail.send_again(letter, at=NOW)


def test_nobody_suggests_or_reminds(as_ana, ana, message):
    sent = make_message(message.contact, kind="thanks", body=GOOD, sent_at=NOW - timedelta(20))
    day = desk.day_of(ana, now=NOW)

    assert day.suggestions == ()
    assert day.duties == ()
    assert NAME not in as_ana.get("/").content.decode()
    assert sent.pk


# Every way by which the same person could come back under a new row.
def by_hand(ana, **details):
    contacts.add_person(ana, circle="known", at=NOW, **({"full_name": "S. O."} | details))


def by_a_name_that_was_given(ana, **details):
    referrer = make_contact(ana, "Karin Lindqvist")
    contacts.add_referral(
        referrer,
        permission="may_use_name",
        full_name=details.get("full_name", "S. O."),
        work=f"Physicist, {details['employer']}" if "employer" in details else "",
        email=details.get("email", ""),
        at=NOW,
    )


def by_an_answer(ana, **details):
    sent = make_message(make_contact(ana, "Karin Lindqvist"), sent_at=NOW)
    outreach.record_reply(
        sent,
        came="named_somebody_else",
        named_name=details.get("full_name", "S. O."),
        named_work=f"Physicist, {details['employer']}" if "employer" in details else "",
        named_email=details.get("email", ""),
        permission="may_use_name",
        at=NOW,
    )


def by_editing_another(ana, **details):
    other = make_contact(ana, "Karin Lindqvist", email="karin@orrin.example")
    contacts.edit_contact(other, at=NOW, **details)


NAMED = {"full_name": NAME, "employer": EMPLOYER}
WAYS_BACK = [
    (by_hand, {"email": EMAIL}),
    (by_hand, {"email": "S.Okafor+jobs@HarrowBay.example"}),
    (by_hand, {"profile_url": "http://de.linkedin.com/in/Samuel-Okafor/?trk=x"}),
    (by_hand, NAMED),
    (by_hand, {"full_name": " samuel   OKAFOR", "employer": "harrow bay hospital"}),
    (by_a_name_that_was_given, {"email": EMAIL}),
    (by_a_name_that_was_given, NAMED),
    (by_an_answer, {"email": EMAIL}),
    (by_an_answer, NAMED),
    (by_editing_another, {"email": EMAIL}),
    (by_editing_another, NAMED),
]


@pytest.fixture(params=["still in the list", "erased", "erased, and the key is new"])
def blocked(request, ana, settings):
    """Somebody blocked, in each of the states that a block has to survive."""
    contact = block(make_okafor(ana))
    if request.param != "still in the list":
        contacts.erase_contact(contact)
    if request.param.endswith("new"):
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "a-new-key-a-new-key-a-new-key-a-new-key"
    return contact


@pytest.mark.parametrize(
    ("door", "details"), WAYS_BACK, ids=lambda each: getattr(each, "__name__", None)
)
def test_nobody_comes_back(ana, blocked, door, details):
    before = list(Contact.objects.exclude(full_name="Karin Lindqvist").values_list("full_name"))

    with pytest.raises((AskedNotToBeContacted, contacts.AlreadyInPeople)):
        door(ana, **details)

    after = list(Contact.objects.exclude(full_name="Karin Lindqvist").values_list("full_name"))
    assert after == before


def test_no_import_brings_them_back(as_ana, ana, blocked):
    table = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Samuel,Okafor,{LINK},{EMAIL},{EMPLOYER},Physicist,04 Mar 2026\n"
        "Ingrid,Solheim,,,Lumenfold Optics,Optical Engineer,04 Mar 2026\n"
    )
    file = io.BytesIO(table.encode())
    file.name = "Connections.csv"

    page = as_ana.post("/people/import/", {"file": file}, follow=True).content.decode()

    assert "Ingrid Solheim" in page
    staged = ana.staged_imports.get()
    contacts.tick_rows(staged, shown=range(10), ticked=range(10), at=timezone.now())
    contacts.keep_chosen(staged, circle="alumni", at=timezone.now())
    assert [c.full_name for c in Contact.objects.exclude(pk=blocked.pk or 0)] == ["Ingrid Solheim"]
