"""What came back, what it means, and taking it back."""

import pytest

from tests.factories import NOW
from tests.web.outreach.makers import make_draft, make_okafor
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.contacts.queries import is_blocked
from whoelse.web.core.errors import UserError
from whoelse.web.outreach import actions, queries
from whoelse.web.outreach.models import Reply


def sent_to_okafor(student, **fields):
    return make_draft(make_okafor(student, stage="asked"), sent_at=NOW, **fields)


def sentences():
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


@pytest.mark.parametrize(
    ("came", "stage", "sentence"),
    [
        ("yes", "asked", "Dr. Samuel Okafor said yes"),
        ("times_offered", "asked", "Dr. Samuel Okafor offered times"),
        ("no", "no", "Dr. Samuel Okafor said no"),
    ],
)
def test_reply_moves_the_stage_and_is_told(ana, came, stage, sentence):
    message = sent_to_okafor(ana)

    reply = actions.record_reply(message, came=came, note="Tuesday at four?", at=NOW)

    message.contact.refresh_from_db()
    assert (reply.came, reply.note, reply.came_at) == (came, "Tuesday at four?", NOW)
    assert message.contact.stage == stage
    assert sentences() == [sentence]


def test_named_person_becomes_a_contact_with_the_permission(ana):
    message = sent_to_okafor(ana)

    actions.record_reply(
        message,
        came="named_somebody_else",
        named_name="Dr. Ines Duarte",
        named_work="Health physicist, Harrow Bay Regional Hospital",
        permission="will_introduce",
        at=NOW,
    )

    referral = Referral.objects.get()
    assert (referral.referrer, referral.permission) == (message.contact, "will_introduce")
    assert (referral.referred.name, referral.referred.circle, referral.referred.job_title) == (
        "Dr. Ines Duarte",
        "referred",
        "Health physicist",
    )


def test_never_again_blocks_for_good(ana):
    message = sent_to_okafor(ana)

    actions.record_reply(message, came="never_again", note="Take me off", at=NOW)

    assert is_blocked(ana, email="S.Okafor@harrowbay.example")
    assert sentences() == ["Dr. Samuel Okafor asked not to be contacted"]
    with pytest.raises(actions.SomethingFollowed):
        actions.remove_reply(message, at=NOW)


def test_one_answer_is_recorded(ana):
    message = sent_to_okafor(ana)
    stale = queries.messages_of(ana).get()
    actions.record_reply(message, came="yes", at=NOW)

    with pytest.raises(actions.AlreadyAnswered):
        actions.record_reply(stale, came="no", at=NOW)

    message.contact.refresh_from_db()
    assert message.contact.stage == "asked"
    assert Reply.objects.count() == 1


def test_draft_has_no_answer(ana):
    with pytest.raises(UserError):
        actions.record_reply(make_draft(make_okafor(ana)), came="yes", at=NOW)


@pytest.mark.parametrize("came", ["yes", "times_offered", "no", "named_somebody_else"])
def test_reply_can_be_taken_back(ana, came):
    message = sent_to_okafor(ana)
    actions.record_reply(message, came=came, at=NOW)

    actions.remove_reply(message, at=NOW)
    actions.remove_reply(message, at=NOW)

    contact = Contact.objects.get()
    assert contact.stage == "asked"
    assert not Reply.objects.exists()
    assert sentences()[1:] == ["You corrected what Dr. Samuel Okafor had answered"]


@pytest.mark.parametrize("stage", ["scheduled", "held"])
def test_yes_stays_when_a_time_was_agreed(ana, stage):
    message = sent_to_okafor(ana)
    actions.record_reply(message, came="yes", at=NOW)
    Contact.objects.update(stage=stage)

    with pytest.raises(actions.SomethingFollowed):
        actions.remove_reply(message, at=NOW)


def test_queries_tell_open_from_answered(ana, dora):
    contact = make_okafor(ana)
    first = make_draft(contact, sent_at=NOW)
    nudge = make_draft(contact, kind="followup", sent_at=NOW)
    make_draft(contact, kind="thanks")
    make_draft(make_okafor(dora), sent_at=NOW)

    before = (list(queries.open_requests(ana)), list(queries.unanswered_to(contact)))
    actions.record_reply(nudge, came="yes", at=NOW)

    assert before == ([first], [nudge, first])
    assert list(queries.sent_messages(ana)) == [first, nudge]
    assert list(queries.unanswered_to(contact)) == []


def test_sent_messages_come_with_contact_and_reply_at_once(ana, django_assert_num_queries):
    for name in ("a", "b", "c"):
        contact = make_okafor(ana, email=f"{name}@home.example")
        message = make_draft(contact, sent_at=NOW)
        actions.record_reply(message, came="yes", at=NOW)

    with django_assert_num_queries(1):
        told = [(m.contact.name, m.reply.came, str(m.student)) for m in queries.sent_messages(ana)]

    assert told == [("Dr. Samuel Okafor", "yes", "Ana Brandt")] * 3
