"""A message leaves once, and only when nothing holds it back."""

from datetime import timedelta

import pytest

from tests.factories import NOW, make_contact, make_referral
from tests.web.outreach.makers import ASKING, GOOD, WRONG_NAME, make_draft, make_okafor
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.outreach import actions, bridge
from whoelse.web.outreach.access import AsksForAJob, ErrorsUnsettled, SaidNo

HOUR = timedelta(hours=1)
SENT = {"way": "copy", "sent_at": NOW - HOUR, "at": NOW}


def history():
    return list(Entry.objects.order_by("pk").values_list("verb", "sentence", "at"))


def test_mark_sent_starts_the_clocks(ana):
    draft = make_draft(make_okafor(ana))

    message = actions.mark_sent(draft, **SENT)

    message.contact.refresh_from_db()
    clocks = bridge.clocks_of(message)
    assert (message.sent_at, message.way) == (NOW - HOUR, "copy")
    assert (message.contact.stage, message.contact.stage_at) == ("asked", NOW - HOUR)
    assert [str(clocks.nudge_from), str(clocks.lapses_on)] == ["2026-11-16", "2026-11-26"]
    assert history() == [
        ("sent_request", "You asked Dr. Samuel Okafor for a conversation", NOW - HOUR)
    ]


def test_mark_sent_says_whose_name_was_used(ana):
    contact, referrer = make_okafor(ana), make_contact(ana, "Karin Lindqvist")
    make_referral(referrer, contact)
    body = make_draft(contact).body.replace(
        "I am a third", "Karin Lindqvist suggested that I write to you. I am a third"
    )

    actions.mark_sent(make_draft(contact, body, kind="referral_intro"), **SENT)

    assert [sentence for _, sentence, _ in history()] == [
        "You asked Dr. Samuel Okafor for a conversation, using the name of Karin Lindqvist"
    ]


@pytest.mark.parametrize(
    ("kind", "stage", "expected"),
    [
        ("request", "open", "asked"),
        ("referral_intro", "open", "asked"),
        ("request", "held", "held"),
        ("request", "scheduled", "scheduled"),
        ("thanks", "held", "held"),
        ("keep_in_touch", "open", "open"),
    ],
)
def test_mark_sent_moves_the_stage_only_where_it_asks(ana, kind, stage, expected):
    contact = make_okafor(ana, stage=stage)
    make_referral(make_contact(ana, "Karin Lindqvist"), contact)
    body = GOOD.replace("I am a third", "Karin Lindqvist suggested you. I am a third")

    actions.mark_sent(make_draft(contact, body, kind=kind), **SENT)

    contact.refresh_from_db()
    assert contact.stage == expected


def test_report_back_tells_of_those_who_were_met(ana):
    referrer = make_okafor(ana, stage="held")
    met = make_referral(referrer, make_contact(ana, "Ines Duarte", stage="held"))
    ahead = make_referral(referrer, make_contact(ana, "Karen Liu", stage="asked"))

    actions.mark_sent(make_draft(referrer, kind="report_back"), **SENT)

    met.refresh_from_db()
    ahead.refresh_from_db()
    assert (met.reported_at, ahead.reported_at) == (NOW - HOUR, None)


def test_message_leaves_once(ana):
    draft = make_draft(make_okafor(ana))
    stale = type(draft).objects.get(pk=draft.pk)
    actions.mark_sent(draft, **SENT)

    with pytest.raises(actions.AlreadySent):
        actions.mark_sent(stale, **(SENT | {"way": "file"}))

    draft.refresh_from_db()
    assert draft.way == "copy"
    assert len(history()) == 1


def test_message_never_leaves_in_the_future(ana):
    draft = make_draft(make_okafor(ana))

    message = actions.mark_sent(draft, **(SENT | {"sent_at": NOW + HOUR}))

    assert message.sent_at == NOW


def test_job_ask_never_leaves(ana):
    draft = make_draft(make_okafor(ana), ASKING)
    draft.confirmed = _keys(draft)
    draft.save()

    with pytest.raises(AsksForAJob):
        actions.mark_sent(draft, **SENT)

    draft.refresh_from_db()
    assert draft.is_draft
    assert history() == []


def test_error_leaves_only_when_confirmed(ana):
    draft = make_draft(make_okafor(ana), WRONG_NAME)
    with pytest.raises(ErrorsUnsettled):
        actions.mark_sent(draft, **SENT)

    draft.confirmed = _keys(draft)

    assert actions.mark_sent(draft, **SENT).sent_at == NOW - HOUR


def test_draft_does_not_leave_after_a_no(ana):
    draft = make_draft(make_okafor(ana, stage="no"))

    with pytest.raises(SaidNo):
        actions.mark_sent(draft, **SENT)


def test_draft_does_not_leave_to_whoever_asked_not_to_be_contacted(ana):
    draft = make_draft(make_okafor(ana))
    record_do_not_contact(draft.contact, reason="", asked_by_them=True, at=NOW)

    with pytest.raises(AskedNotToBeContacted):
        actions.mark_sent(draft, **SENT)


def test_clocks_stop_with_an_answer_and_run_only_for_requests(ana):
    contact = make_okafor(ana, stage="held")
    request = actions.mark_sent(make_draft(contact), **SENT)
    thanks = actions.mark_sent(make_draft(contact, kind="thanks"), **SENT)
    actions.record_reply(request, came="times_offered", at=NOW)

    assert bridge.clocks_of(thanks) is None
    assert bridge.clocks_of(request) is None


def _keys(draft):
    review = bridge.review_of(
        draft.contact, draft.kind, subject=draft.subject, body=draft.body, at=NOW
    )
    return [remark.key for remark in review.remarks]
