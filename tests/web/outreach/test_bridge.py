"""Findings as the page shows them, and what their buttons do to a text."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOW, make_contact, make_referral
from tests.web.outreach.makers import GOOD, JOB_ASK, SUBJECT, WRONG_NAME, make_draft, make_okafor
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.words import Permission
from whoelse.web.outreach import actions, bridge
from whoelse.web.outreach.bridge.remark import Remark
from whoelse.web.outreach.marking import Piece, pieces, units


def review_of(contact, body, *, subject=SUBJECT, kind="request", at=NOW):
    return bridge.review_of(contact, kind, subject=subject, body=body, at=at)


def rules(review):
    return [remark.rule for remark in review.remarks]


def test_good_message_may_leave(ana):
    review = review_of(make_okafor(ana), GOOD)

    assert (review.remarks, review.summary, review.may_leave(())) == ((), "nothing found", True)
    assert review.well == ("says how long", "says who you are")


def test_remarks_are_numbered_gravest_first(ana):
    body = WRONG_NAME.replace("Could we talk for 20 minutes", f"{JOB_ASK} Could we talk")

    review = review_of(make_okafor(ana), body, subject="")

    assert rules(review)[:2] == ["asks-for-a-job", "wrong-name"]
    assert [remark.number for remark in review.remarks] == list(range(1, len(review.remarks) + 1))
    assert [remark.severity for remark in review.remarks] == sorted(
        (remark.severity for remark in review.remarks), key=["error", "warning", "hint"].index
    )
    assert review.remarks[0].title == "Error: asks for a job"
    assert review.summary.startswith("2 errors, ")


def test_job_ask_cannot_be_confirmed(ana):
    review = review_of(make_okafor(ana), GOOD.replace("Could we", f"{JOB_ASK} Could we"))

    assert review.asks_for_a_job
    assert review.unsettled(()) == ()
    assert not review.may_leave([remark.key for remark in review.remarks])


def test_error_may_leave_when_confirmed_by_its_key(ana):
    review = review_of(make_okafor(ana), WRONG_NAME)

    (error,) = review.unsettled(())
    assert error.rule == "wrong-name"
    assert review.may_leave([error.key])
    assert review.remark(error.key) == error
    assert review.remark("wrong-name.0.1") is None


def test_error_is_underlined_however_short_the_text(ana):
    review = review_of(make_okafor(ana), JOB_ASK)

    assert [r.is_underlined for r in review.remarks if r.is_job_ask] == [True]
    assert [r.is_underlined for r in review.remarks if r.rule == "no-time-asked"] == [False]


def test_same_words_twice_are_two_findings(ana):
    body = GOOD.replace("Dr. Okafor", "[Name]").replace("Your talk", "[Name]. Your talk")

    keys = [
        r.key for r in review_of(make_okafor(ana), body).remarks if r.rule == "placeholder-left"
    ]

    assert len(keys) == len(set(keys)) == 2


def test_take_out_removes_the_sentence_and_nothing_else(ana):
    contact = make_okafor(ana)
    body = GOOD.replace("Could we talk", f"{JOB_ASK} Could we talk")
    review = review_of(contact, body)

    subject, text = bridge.without(review.remarks[0], subject=SUBJECT, body=body)

    assert (subject, text) == (SUBJECT, GOOD)


@pytest.mark.parametrize(
    "body",
    [
        GOOD.replace("\n\nKind", f"\n\n{JOB_ASK}\n\nKind"),
        GOOD.replace("weeks?", f"weeks? {JOB_ASK}"),
    ],
)
def test_take_out_leaves_no_gap(ana, body):
    review = review_of(make_okafor(ana), body)

    assert bridge.without(review.remarks[0], subject="", body=body) == ("", GOOD)


def test_used_name_takes_its_exact_place(ana):
    review = review_of(make_okafor(ana), WRONG_NAME)

    _, body = bridge.used(review.remarks[0], subject="", body=WRONG_NAME)

    assert body == WRONG_NAME.replace("Karen", "Dr. Samuel Okafor", 1)


def test_used_sentence_about_something_missing_comes_before_the_closing(ana):
    body = GOOD.replace("Could we talk for 20 minutes by phone", "Could we talk by phone")
    review = review_of(make_okafor(ana), body)
    (remark,) = [r for r in review.remarks if r.rule == "no-time-asked"]

    _, text = bridge.used(remark, subject="", body=body)

    assert text == body.replace("\n\nKind", f"\n\n{remark.instead}\n\nKind")
    assert not remark.is_underlined


def test_used_sentence_takes_the_place_of_the_sentence(ana):
    sentence = "I need your answer by Friday at noon, thank you."
    body = GOOD.replace("Kind regards", f"{sentence}\n\nKind regards")
    (remark,) = [r for r in review_of(make_okafor(ana), body).remarks if r.rule == "pressure"]

    _, text = bridge.used(remark, subject="", body=body)

    assert text == body.replace(sentence, remark.instead)


def test_used_subject_takes_the_whole_subject():
    remark = remark_of(field="subject", start=2, end=4, instead="Three questions on optics")

    assert bridge.used(remark, subject="Hi there", body="b") == ("Three questions on optics", "b")


def test_linter_is_told_what_went_before(ana):
    contact, referrer = make_okafor(ana, stage="asked"), make_contact(ana, "Karin Lindqvist")
    make_referral(referrer, contact)
    make_draft(contact, sent_at=NOW)
    make_draft(contact, kind="followup", sent_at=NOW + timedelta(days=11))

    draft = bridge.draft_of(
        contact, "request", subject=SUBJECT, body=GOOD, at=NOW + timedelta(days=14)
    )

    assert draft == Draft(
        body=GOOD,
        subject=SUBJECT,
        to="Dr. Samuel Okafor",
        sender="Ana Brandt",
        referrer="Karin Lindqvist",
        permission=Permission.MAY_USE_NAME,
        messages_since_reply=2,
        business_days_since_last=3,
    )


def test_linter_forgets_old_requests_when_they_have_met(ana):
    contact = make_okafor(ana, stage="held")
    make_draft(contact, sent_at=NOW)

    draft = bridge.draft_of(contact, "thanks", subject="", body=GOOD, at=NOW)

    assert (draft.messages_since_reply, draft.business_days_since_last) == (0, None)


def test_linter_is_told_of_a_no(ana):
    message = make_draft(make_okafor(ana), sent_at=NOW)
    actions.record_reply(message, came="no", at=NOW)

    draft = bridge.draft_of(message.contact, "request", subject="", body=GOOD, at=NOW)

    assert (draft.said_no, draft.messages_since_reply) == (True, 0)


def test_pieces_draw_the_gravest_where_findings_overlap():
    remarks = (
        remark_of(number=1, severity="error", start=2, end=6),
        remark_of(number=2, severity="hint", start=4, end=8),
    )

    assert pieces("abcdefghij", remarks, "body") == (
        Piece("ab"),
        Piece("cd", "error"),
        Piece("ef", "error", (1,)),
        Piece("gh", "hint", (2,)),
        Piece("ij"),
    )


@given(st.text(), st.integers(0, 50))
def test_units_count_as_scripts_do(text, place):
    place = min(place, len(text))

    expected = sum(2 if ord(c) > 0xFFFF else 1 for c in text[:place])

    assert units(text, place) == expected


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_no_button_breaks_any_text(body, one, other):
    start, end = sorted((min(one, len(body)), min(other, len(body))))
    remark = remark_of(start=start, end=end, instead="Could we talk?", can_be_taken_out=True)

    _, used = bridge.used(remark, subject="", body=body)
    _, kept = bridge.without(remark, subject="", body=body)

    assert "Could we talk?" in used
    assert len(kept) <= len(body)
    assert "".join(p.text for p in pieces(body, (remark,), "body")) == body


def remark_of(**fields):
    defaults = {
        "number": 1,
        "key": "pressure.0.1",
        "rule": "pressure",
        "severity": "warning",
        "field": "body",
        "start": 0,
        "end": 1,
        "message": "",
        "advice": "",
        "instead": "",
        "is_underlined": True,
        "can_be_taken_out": False,
    } | fields
    return Remark(**({"drawn_end": defaults["end"]} | defaults))
