"""The page on which times are offered, the words of them, and what the other person proposed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_contact, make_message
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling import actions, queries
from whoelse.web.scheduling.models import OfferedTime, ProposedTime

DAY = timedelta(days=1)


@pytest.fixture
def imre(ana):
    return make_contact(ana, time_zone="Europe/Berlin", email="imre@lumen.example")


def page_of(contact, name="offer"):
    return reverse(f"scheduling:{name}", args=[contact.public_id])


def proposed(client, contact, **asked):
    """The page's times, ticked ones and all."""
    context = client.get(page_of(contact), asked).context["page"]
    return context, [line.value for line in context.good if line.is_ticked]


def test_good_times_are_ticked_by_their_clock(as_ana, imre):
    page, ticked = proposed(as_ana, imre)
    assert (page.place, page.minutes, len(ticked), len(page.good)) == ("Berlin", 20, 4, 5)
    assert all("for you" in line.mine and "a day of its own" in line.why for line in page.good)
    assert not Message.objects.exists()


def test_offering_writes_the_times_into_a_draft(as_ana, imre):
    _, ticked = proposed(as_ana, imre)
    form = {"times": ticked, "contact_zone": "Europe/Berlin", "minutes": "20"}
    answer = as_ana.post(page_of(imre), form)

    message = Message.objects.get()
    assert answer.url == reverse("outreach:write", args=[imre.public_id, "request"])
    assert list(queries.offered_times(message).values_list("minutes", flat=True)) == [20] * 4
    _, times, closing = message.body.rsplit("\n\n", 2)
    assert times.startswith("These times are free on my side, by the clocks of Berlin:\n- ")
    assert times.count(" in New York)") == 4
    assert closing.startswith("Kind regards")

    as_ana.post(page_of(imre), form | {"times": ticked[:2]})
    message.refresh_from_db()
    assert message.body.count("These times are free") == 1
    assert message.body.count("\n- ") == 2
    assert proposed(as_ana, imre)[1] == ticked[:2]


def test_times_for_somebody_who_was_asked_are_words_to_copy(as_ana, imre):
    message = make_message(imre, sent_at=timezone.now())
    _, ticked = proposed(as_ana, imre)
    form = {"times": ticked, "contact_zone": "America/New_York", "minutes": "30"}
    answer = as_ana.post(page_of(imre), form)
    assert answer.url == page_of(imre, "offer-text")
    shown = as_ana.get(answer.url).content.decode()
    assert "by the clocks of New York:" in shown
    assert "in New York)" not in shown
    assert queries.offered_times(message).count() == 4


def test_a_time_of_ones_own(as_ana, imre):
    day = (timezone.now() + 3 * DAY).date()
    form = {"contact_zone": "Europe/Berlin", "minutes": "20", "own": f"{day}T12:10"}
    assert as_ana.post(page_of(imre), form).status_code == 302
    (one,) = OfferedTime.objects.all()
    assert f"{one.starts_at:%M}" == "10"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"times": ["soon"]},
        {"times": ["2030-01-01T10:00:00"]},
        {"own": "2020-01-01T10:00"},
        {"own": "2027-03-14T02:30"},
        {"times": [f"2030-01-0{n}T10:00:00+00:00" for n in range(1, 7)]},
        {"times": ["2030-01-01T10:00:00+00:00"], "minutes": "600"},
    ],
)
def test_times_that_cannot_be_offered(as_ana, imre, form):
    given = {"contact_zone": "Europe/Berlin", "minutes": "20", **form}
    assert as_ana.post(page_of(imre), given).status_code == 422
    assert not OfferedTime.objects.exists()


def test_hours_that_never_meet_are_told_with_what_would(as_ana, imre):
    answer = as_ana.get(page_of(imre), {"contact_zone": "Asia/Tokyo"})
    words = answer.content.decode()
    assert "No time suits both days" in words
    assert "A working day in Tokyo is" in words


def test_nothing_is_offered_to_whoever_asked_not_to_be_contacted(as_ana, imre):
    record_do_not_contact(imre, reason="", asked_by_them=True, at=timezone.now())
    for name in ("offer", "offer-text"):
        assert as_ana.get(page_of(imre, name)).status_code == 422


def proposal(contact, days=3):
    message = make_message(contact, sent_at=timezone.now())
    starts_at = timezone.now().replace(second=0, microsecond=0) + days * DAY
    return actions.propose_time(message, starts_at=starts_at, comment="or so", at=timezone.now())


def test_a_proposal_is_agreed_to(as_ana, imre):
    one = proposal(imre)
    assert "or so" in as_ana.get(page_of(imre)).content.decode()
    answer = as_ana.post(reverse("interviews:proposal-agree", args=[one.public_id]))
    interview = Interview.objects.get()
    assert (answer.url, interview.appointment.starts_at) == (
        interview.path_to("prepare"),
        one.starts_at,
    )


def test_a_proposal_is_declined(as_ana, imre):
    one = proposal(imre)
    answer = as_ana.post(reverse("scheduling:proposal-decline", args=[one.public_id]))
    assert answer.url == page_of(imre)
    assert ProposedTime.objects.get().answer == "declined"


def test_a_stranger_offers_and_answers_nothing(as_dora, imre):
    one = proposal(imre)
    for name in ("offer", "offer-text"):
        mine = as_dora.get(page_of(imre, name))
        nobodys = as_dora.get(reverse(f"scheduling:{name}", args=[uuid4()]))
        assert (mine.status_code, mine.content) == (404, nobodys.content)
    for name in ("scheduling:proposal-decline", "interviews:proposal-agree"):
        assert as_dora.post(reverse(name, args=[one.public_id])).status_code == 404
    assert as_dora.post(page_of(imre), {"times": []}).status_code == 404


def test_queries_do_not_grow_with_what_is_offered(as_ana, imre, django_assert_max_num_queries):
    message = make_message(imre, sent_at=timezone.now())
    counts = []
    for number in (1, 3):
        times = [timezone.now() + day * DAY for day in range(1, number + 1)]
        actions.offer_times(imre.student, message=message, times=times, at=timezone.now())
        for one in times:
            actions.propose_time(message, starts_at=one, at=timezone.now())
        with django_assert_max_num_queries(40) as asked:
            as_ana.get(page_of(imre))
        counts.append(len(asked))
    assert counts[0] == counts[1]
