"""Offering times, taking one, proposing another: rows, history, what it means for the request."""

from datetime import timedelta

import pytest

from tests.factories import NOW, make_contact, make_message
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.outreach.actions import record_reply
from whoelse.web.scheduling import actions, queries
from whoelse.web.scheduling.models import Appointment, OfferedTime, ProposedTime

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
FIRST, SECOND, THIRD = NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY


def asked(student, name="Imre Sandoval", **fields):
    contact = make_contact(student, name, time_zone="Europe/Berlin", phone="555 0100")
    return make_message(contact, sent_at=NOW - DAY, **fields)


def offered(student, message, *times, at=NOW):
    return actions.offer_times(student, message=message, times=times, at=at)


def verbs():
    return list(Entry.objects.order_by("pk").values_list("verb", flat=True))


def test_offered_times_are_held_until_the_request_lapses(ana):
    message = asked(ana)
    found = offered(ana, message, SECOND, FIRST, FIRST)
    assert [(one.starts_at, one.minutes, one.state, one.contact_zone) for one in found] == [
        (FIRST, 20, "held", "Europe/Berlin"),
        (SECOND, 20, "held", "Europe/Berlin"),
    ]
    assert {one.lapses_at for one in found} == {message.sent_at + 21 * DAY}
    assert list(queries.offered_times(message)) == found
    sentences = Entry.objects.values_list("sentence", flat=True)
    assert list(sentences) == ["You chose 2 times to offer to Imre Sandoval"]


def test_offering_anew_keeps_the_rows_that_stay(ana):
    message = asked(ana)
    first, second = offered(ana, message, FIRST, SECOND)
    kept, third = offered(ana, message, SECOND, THIRD)
    assert (kept.pk, third.starts_at) == (second.pk, THIRD)
    first.refresh_from_db()
    assert first.state == "released"


@pytest.mark.parametrize(
    "times",
    [[], [NOW], [NOW - DAY], [NOW + 400 * DAY], [NOW + n * DAY for n in range(1, 7)]],
)
def test_odd_times_are_refused(ana, times):
    with pytest.raises(actions.CannotBeOffered):
        offered(ana, asked(ana), *times)
    assert not OfferedTime.objects.exists()


def test_whoever_asked_not_to_be_contacted_is_offered_nothing(ana):
    message = asked(ana)
    record_do_not_contact(message.contact, reason="", asked_by_them=True, at=NOW)
    with pytest.raises(AskedNotToBeContacted):
        offered(ana, message, FIRST)


def test_who_asked_not_to_be_contacted_after_the_offer_is_not_met(ana):
    message = asked(ana)
    (one,) = offered(ana, message, FIRST)
    record_do_not_contact(message.contact, reason="", asked_by_them=True, at=NOW)
    with pytest.raises(AskedNotToBeContacted):
        actions.take_offered_time(one, at=NOW)
    assert not Appointment.objects.exists()


def test_a_time_that_is_taken_becomes_an_appointment(ana):
    message = asked(ana)
    first, second = offered(ana, message, FIRST, SECOND)

    appointment = actions.take_offered_time(first, at=NOW)

    assert (appointment.starts_at, appointment.minutes) == (FIRST, 20)
    assert (appointment.student_zone, appointment.contact_zone) == (
        "America/New_York",
        "Europe/Berlin",
    )
    assert (appointment.channel, appointment.place) == ("phone", "555 0100")
    first.refresh_from_db()
    second.refresh_from_db()
    message.refresh_from_db()
    assert (first.state, first.appointment, second.state) == ("taken", appointment, "released")
    assert message.reply.came == "yes"
    assert message.contact.__class__.objects.get().stage == "scheduled"
    assert verbs() == ["offered_times", "agreed_time", "got_yes"]
    assert "Imre Sandoval picked Friday, 6 November, 10:00 am" in Entry.objects.values_list(
        "sentence", flat=True
    )


def test_two_clicks_are_one_appointment(ana):
    (one,) = offered(ana, asked(ana), FIRST)
    first = actions.take_offered_time(one, at=NOW)
    again = actions.take_offered_time(one, channel="video", at=NOW)
    assert (first, Appointment.objects.count()) == (again, 1)


def test_the_channel_is_theirs_to_say(ana):
    (one,) = offered(ana, asked(ana), FIRST)
    appointment = actions.take_offered_time(
        one, channel="video", place="https://call.example/1", contact_zone="Asia/Tokyo", at=NOW
    )
    found = (appointment.channel, appointment.place, appointment.contact_zone)
    assert found == ("video", "https://call.example/1", "Asia/Tokyo")


def test_the_second_of_two_people_is_told_so(ana):
    imre, karen = asked(ana), asked(ana, "Karen Liu")
    (his,) = offered(ana, imre, FIRST)
    hers, other = offered(ana, karen, FIRST + timedelta(minutes=15), SECOND)
    actions.take_offered_time(his, at=NOW)
    assert queries.open_offers(karen, at=NOW) == [other]

    with pytest.raises(actions.AlreadyTaken):
        actions.take_offered_time(hers, at=NOW)

    hers.refresh_from_db()
    karen = karen.__class__.objects.select_related("reply").get(pk=karen.pk)
    assert (hers.state, karen.is_answered, Appointment.objects.count()) == ("held", False, 1)
    actions.take_offered_time(other, at=NOW)
    assert Appointment.objects.count() == 2


def test_after_a_time_was_called_off_another_can_be_offered_and_taken(ana):
    message = asked(ana)
    (one,) = offered(ana, message, FIRST)
    actions.cancel(actions.take_offered_time(one, at=NOW), at=NOW)
    one.refresh_from_db()
    assert one.state == "released"
    (other,) = offered(ana, message, SECOND)
    assert actions.take_offered_time(other, at=NOW).starts_at == SECOND


@pytest.mark.parametrize("days", [1, 20.5])
def test_a_time_behind_or_lapsed_cannot_be_taken(ana, days):
    message = asked(ana)
    (one,) = offered(ana, message, FIRST if days == 1 else NOW + 30 * DAY)
    later = NOW + days * DAY
    assert queries.open_offers(message, at=later) == []
    with pytest.raises(actions.NoLongerOffered):
        actions.take_offered_time(one, at=later)


def test_a_request_that_was_declined_offers_nothing_any_more(ana):
    message = asked(ana)
    (one,) = offered(ana, message, FIRST)
    record_reply(message, came="no", at=NOW)
    assert queries.open_offers(message, at=NOW) == []
    with pytest.raises(actions.NoLongerOffered):
        actions.take_offered_time(one, at=NOW)


def test_offers_lapse(ana):
    message = asked(ana)
    offered(ana, message, FIRST, SECOND)
    assert actions.lapse_offers(at=NOW + 20 * DAY - HOUR) == 0
    assert actions.lapse_offers(at=NOW + 20 * DAY) == 2
    assert not queries.offered_times(message).exists()


def test_a_proposal_waits_for_the_student(ana):
    message = asked(ana)
    first = actions.propose_time(message, starts_at=FIRST, comment="  or\nlater ", at=NOW)
    again = actions.propose_time(message, starts_at=FIRST, at=NOW)

    assert first == again
    assert (first.contact, first.answer, first.comment) == (message.contact, "open", "or later")
    assert list(queries.open_proposals(ana)) == [first]
    message.refresh_from_db()
    assert (message.reply.came, message.reply.note) == (
        "times_offered",
        "Friday, 6 November, 4:00 pm in Berlin. or later",
    )
    assert verbs() == ["proposed_time", "got_times_offered"]


def test_proposals_are_few_and_ahead(ana):
    message = asked(ana)
    for hour in range(5):
        actions.propose_time(message, starts_at=FIRST + hour * HOUR, at=NOW)
    for starts_at in (SECOND, NOW - DAY):
        with pytest.raises(actions.CannotBeOffered):
            actions.propose_time(message, starts_at=starts_at, at=NOW)
    assert ProposedTime.objects.count() == 5


def test_agreeing_to_a_proposal(ana):
    message = asked(ana)
    (held,) = offered(ana, message, SECOND)
    chosen = actions.propose_time(message, starts_at=FIRST, minutes=25, at=NOW)
    other = actions.propose_time(message, starts_at=THIRD, at=NOW)

    appointment = actions.agree_to_proposal(chosen, at=NOW)

    for row in (held, chosen, other):
        row.refresh_from_db()
    assert (appointment.starts_at, appointment.minutes) == (FIRST, 25)
    assert (held.state, chosen.answer, other.answer) == ("released", "agreed", "declined")
    with pytest.raises(actions.NoLongerOffered):
        actions.agree_to_proposal(chosen, at=NOW)


def test_a_proposal_to_move_moves(ana):
    message = asked(ana)
    (one,) = offered(ana, message, FIRST)
    agreed = actions.take_offered_time(one, channel="video", place="https://call.example", at=NOW)
    proposed = actions.propose_time(message, starts_at=SECOND, appointment=agreed, at=NOW)

    moved = actions.agree_to_proposal(proposed, at=NOW)

    assert (moved.pk, moved.sequence, moved.starts_at) == (agreed.pk, 1, SECOND)
    assert (moved.channel, moved.place) == ("video", "https://call.example")


def test_a_proposal_that_lies_behind_or_was_declined_cannot_be_agreed_to(ana):
    message = asked(ana)
    proposed = actions.propose_time(message, starts_at=FIRST, at=NOW)
    with pytest.raises(actions.NoLongerOffered):
        actions.agree_to_proposal(proposed, at=FIRST)
    actions.decline_proposal(proposed, at=NOW)
    with pytest.raises(actions.NoLongerOffered):
        actions.agree_to_proposal(proposed, at=NOW)
    assert list(queries.open_proposals(ana)) == []
