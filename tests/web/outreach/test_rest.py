""" "Not this term", answers in writing, and what the other person says on the private page."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW, make_contact, make_message
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.models import Stage
from whoelse.web.outreach import access, actions
from whoelse.web.outreach.models import Came, Reply, Way
from whoelse.web.outreach.resting import end_of_rest, rests_until

DAY = timedelta(days=1)


@pytest.fixture
def message(ana):
    return make_message(make_contact(ana, stage=Stage.ASKED), sent_at=NOW - DAY)


@pytest.fixture
def term(ana):
    return ana.terms.create(
        name="Fall", starts_on=date(2026, 8, 24), ends_on=date(2026, 12, 18), planned=4
    )


def test_not_this_term_lasts_until_the_term_is_over(ana, message, term):
    reply = actions.record_reply(message, came=Came.NOT_THIS_TERM, at=NOW)

    assert reply.rests_until == date(2026, 12, 19)
    assert rests_until(message.contact, at=NOW) == date(2026, 12, 19)
    assert rests_until(message.contact, at=NOW + 44 * DAY) is None


def test_between_terms_it_lasts_about_one(ana):
    assert end_of_rest(ana, at=NOW) == date(2027, 3, 5)


@pytest.mark.parametrize("kind", ["request", "referral_intro", "followup"])
def test_whoever_rests_is_not_asked(ana, message, term, kind):
    actions.record_reply(message, came=Came.NOT_THIS_TERM, at=NOW)

    with pytest.raises(access.NotThisTerm):
        actions.start_draft(message.contact, kind=kind, at=NOW)


def test_whoever_rests_may_be_thanked_and_is_asked_after_it(ana, message, term):
    actions.record_reply(message, came=Came.NOT_THIS_TERM, at=NOW)

    assert actions.start_draft(message.contact, kind="thanks", at=NOW).pk
    assert actions.start_draft(message.contact, kind="request", at=NOW + 60 * DAY).pk


def test_what_they_say_themselves_takes_the_place_of_what_was_known(ana, message):
    actions.record_reply(message, came=Came.TIMES_OFFERED, note="Tuesday", at=NOW)

    actions.record_reply(message, came=Came.NO, by_guest=True, at=NOW)

    assert [(r.came, r.note) for r in Reply.objects.all()] == [("no", "")]
    assert message.contact.stage == Stage.NO
    assert Entry.objects.latest("pk").verb == "guest_no"


def test_an_answer_proves_that_the_message_left(ana):
    draft = make_message(make_contact(ana), body="")

    message = actions.note_arrived(draft, sent_at=NOW - DAY, at=NOW)

    assert (message.sent_at, message.way) == (NOW - DAY, Way.OTHER)
    assert message.contact.stage == Stage.ASKED
    assert actions.note_arrived(message, sent_at=NOW, at=NOW).sent_at == NOW - DAY
