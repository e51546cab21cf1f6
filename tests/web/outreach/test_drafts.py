"""Drafts: made from facts, kept as typed, one of a kind."""

from uuid import uuid4

import pytest

from tests.factories import NOW, make_contact, make_referral
from tests.web.outreach.makers import GOOD, JOB_ASK, SUBJECT, WRONG_NAME, make_draft, make_okafor
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.outreach import actions, bridge
from whoelse.web.outreach.access import NothingToFollow, NudgedAlready, SaidNo
from whoelse.web.outreach.models import Message

TYPED = {"kind": "request", "subject": SUBJECT, "body": GOOD, "at": NOW}


def test_start_draft_is_made_from_facts(ana):
    interview = uuid4()

    draft = actions.start_draft(
        make_okafor(ana),
        kind="thanks",
        facts={"said": "the quiet hour before the first patient"},
        interview=interview,
        at=NOW,
    )

    assert draft.body.startswith("Dear Dr. Okafor,\n\nThank you")
    assert "the quiet hour before the first patient" in draft.body
    assert (draft.is_draft, draft.interview) == (True, interview)


def test_start_draft_takes_up_the_one_that_is_there(ana):
    contact = make_okafor(ana)
    first = actions.start_draft(contact, kind="request", at=NOW)

    again = actions.start_draft(contact, kind="request", facts={"topic": "optics"}, at=NOW)

    assert again == first
    assert "optics" not in first.body
    assert "optics" in again.body


def test_start_draft_leaves_a_changed_text_alone(ana):
    contact = make_okafor(ana)
    draft = make_draft(contact)

    actions.start_draft(contact, kind="request", facts={"topic": "optics"}, at=NOW)

    draft.refresh_from_db()
    assert draft.body == GOOD
    assert draft.facts == {"topic": "optics"}


def test_save_draft_keeps_what_was_typed_to_the_character(ana):
    body = "  Dear Dr. Okafor,\n\n\tمرحبا 🔭  \n"

    draft = actions.save_draft(make_okafor(ana), **(TYPED | {"body": body}))

    draft.refresh_from_db()
    assert (draft.subject, draft.body) == (SUBJECT, body)
    assert Message.objects.count() == 1


def test_save_draft_keeps_confirmations_of_these_words_only(ana):
    contact = make_okafor(ana)
    draft = actions.save_draft(contact, **(TYPED | {"body": WRONG_NAME}))
    key = next(iter(_error_keys(contact, WRONG_NAME)))

    draft = actions.save_draft(
        contact, **(TYPED | {"body": WRONG_NAME}), confirmed=[key, "made-up.abc.1"]
    )
    other = actions.save_draft(
        contact, **(TYPED | {"body": WRONG_NAME.replace("Karen", "Kelly")}), confirmed=[key]
    )

    assert draft.confirmed == [key]
    assert other.confirmed == []


def test_job_ask_is_never_kept_as_confirmed(ana):
    contact, body = make_okafor(ana), f"Dear Dr. Okafor, {JOB_ASK}"
    keys = _all_keys(contact, body)

    draft = actions.save_draft(contact, **(TYPED | {"body": body}), confirmed=keys)

    assert [key for key in keys if key.startswith("asks-for-a-job")]
    assert [key for key in draft.confirmed if key.startswith("asks-for-a-job")] == []


def test_put_words_in_makes_an_untouched_draft_anew(ana):
    contact = make_okafor(ana)
    first = actions.start_draft(contact, kind="request", at=NOW)

    draft = actions.put_words_in(
        contact,
        kind="request",
        subject=first.subject,
        body=first.body.replace("\n", "\r\n"),
        words={"topic": "how that step went", "minutes": 15},
        replace=False,
        at=NOW,
    )

    assert "how that step went" in draft.body
    assert "15 minutes" in draft.body


@pytest.mark.parametrize("replace", [True, False])
def test_put_words_in_replaces_a_changed_text_only_when_told(ana, replace):
    contact = make_okafor(ana)

    draft = actions.put_words_in(
        contact,
        kind="request",
        subject="My own",
        body=GOOD,
        words={"topic": "how that step went"},
        replace=replace,
        at=NOW,
    )

    assert ("how that step went" in draft.body) is replace
    assert (draft.body == GOOD) is not replace
    assert (draft.subject == "My own") is not replace
    assert draft.facts["topic"] == "how that step went"


def test_first_draft_names_the_referrer_as_permitted(ana):
    contact, referrer = make_okafor(ana), make_contact(ana, "Karin Lindqvist")
    make_referral(referrer, contact)

    draft = actions.start_draft(contact, kind="referral_intro", at=NOW)

    assert "Karin Lindqvist" in draft.body


def test_first_draft_keeps_a_name_that_may_not_be_used(ana):
    contact, referrer = make_okafor(ana), make_contact(ana, "Karin Lindqvist")
    make_referral(referrer, contact, permission="ask_first")

    draft = actions.start_draft(contact, kind="referral_intro", at=NOW)

    assert "Karin" not in draft.subject + draft.body


def test_nudge_says_when_it_was_asked(ana):
    contact = make_okafor(ana)
    make_draft(contact, sent_at=NOW, facts={"why_you": "you plan doses"})

    draft = actions.start_draft(contact, kind="followup", at=NOW)

    assert "5 November" in draft.body
    assert "you plan doses" in draft.body


def test_nudge_needs_something_to_follow(ana):
    with pytest.raises(NothingToFollow):
        actions.start_draft(make_okafor(ana), kind="followup", at=NOW)


def test_nudge_goes_out_once(ana):
    contact = make_okafor(ana)
    make_draft(contact, sent_at=NOW)
    make_draft(contact, kind="followup", sent_at=NOW)

    with pytest.raises(NudgedAlready):
        actions.start_draft(contact, kind="followup", at=NOW)


@pytest.mark.parametrize("kind", ["request", "thanks", "keep_in_touch"])
def test_nothing_is_written_after_a_no(ana, kind):
    contact = make_okafor(ana, stage="no")

    with pytest.raises(SaidNo):
        actions.start_draft(contact, kind=kind, at=NOW)
    with pytest.raises(SaidNo):
        actions.save_draft(contact, **(TYPED | {"kind": kind}))
    assert not Message.objects.exists()


def test_nothing_is_written_to_whoever_asked_not_to_be_contacted(ana):
    contact = make_okafor(ana)
    record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)

    with pytest.raises(AskedNotToBeContacted):
        actions.start_draft(contact, kind="request", at=NOW)
    with pytest.raises(AskedNotToBeContacted):
        actions.save_draft(contact, **TYPED)


def test_discard_throws_away_drafts_only(ana):
    contact = make_okafor(ana)
    sent, draft = make_draft(contact, sent_at=NOW), make_draft(contact)

    actions.discard_draft(sent)
    actions.discard_draft(draft)

    assert list(Message.objects.all()) == [sent]


def _error_keys(contact, body):
    return [key for key in _all_keys(contact, body) if key.startswith("wrong-name")]


def _all_keys(contact, body):
    review = bridge.review_of(contact, "request", subject=SUBJECT, body=body, at=NOW)
    return [remark.key for remark in review.remarks]
