"""Writing up: saved whole, as often as one likes; names become people; then the thank-you."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.factories import NOW, make_contact, make_interview
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.interviews import actions, queries
from whoelse.web.interviews.actions.room import TooMany
from whoelse.web.interviews.actions.writing_up import (
    FindingLine,
    NameLine,
    PromiseLine,
    WriteUp,
)
from whoelse.web.interviews.models import ClarityRating, Finding

LATER = NOW + timedelta(hours=2)


def finding(sentence="Dust is half the yield.", *, facet="challenges", side="against", id=None):  # noqa: A002
    return FindingLine(id or uuid4(), facet, side, sentence)


def named(full_name="Gil Moreau", *, id=None, permission="may_use_name", email=""):  # noqa: A002
    return NameLine(id or uuid4(), full_name, "metrology lead", email, permission)


def save(interview, *, is_finished=True, at=LATER, **parts):
    return actions.save_write_up(interview, WriteUp(**parts), is_finished=is_finished, at=at)


def test_save_write_up_keeps_everything_and_says_that_it_was_held(under_way, ana):
    promise = PromiseLine(uuid4(), "Send the poster", True, date(2026, 11, 8), False)

    save(
        under_way,
        occupation="semiconductor-process-engineer",
        surprise="Dust",
        said="Half the yield is dust",
        clarity=6,
        findings=(finding(), finding("Pumps run overnight.", facet="balance", side="open")),
        promises=(promise,),
    )

    under_way.refresh_from_db()
    under_way.contact.refresh_from_db()
    assert (under_way.held_at, under_way.written_up_at) == (LATER, LATER)
    assert under_way.contact.stage == "held"
    assert (under_way.surprise, under_way.said) == ("Dust", "Half the yield is dust")
    assert list(
        queries.findings_of(ana).values_list("occupation", "facet", "side", "sentence")
    ) == [
        ("semiconductor-process-engineer", "challenges", "against", "Dust is half the yield."),
        ("semiconductor-process-engineer", "balance", "open", "Pumps run overnight."),
    ]
    assert [p.text for p in queries.promises_open(ana)] == ["Send the poster"]
    assert [r.rating for r in queries.clarity_of(ana)] == [6]


def test_save_write_up_twice_doubles_nothing(under_way, ana):
    parts = {
        "findings": (finding(),),
        "promises": (PromiseLine(uuid4(), "Send it", True, None, False),),
        "named": (named(),),
        "clarity": 6,
    }

    save(under_way, **parts)
    save(under_way, at=LATER + timedelta(minutes=1), **parts)

    counts = (
        under_way.findings.count(),
        under_way.promises.count(),
        under_way.named.count(),
        ClarityRating.objects.count(),
        Contact.objects.filter(full_name="Gil Moreau").count(),
        Referral.objects.count(),
        Entry.objects.filter(verb="wrote_up").count(),
        Entry.objects.filter(verb="held_interview").count(),
    )
    assert counts == (1, 1, 1, 1, 1, 1, 1, 1)


def test_named_person_becomes_a_referred_contact_of_the_interviewee(under_way):
    save(under_way, named=(named(permission="will_introduce"),))

    referral = Referral.objects.get()
    assert (referral.referrer, referral.permission) == (under_way.contact, "will_introduce")
    assert (referral.referred.full_name, referral.referred.circle) == ("Gil Moreau", "referred")
    assert referral.interview == under_way.public_id
    assert under_way.named.get().contact == referral.referred


def test_changing_a_named_person_later_changes_the_permission(under_way):
    line = named()
    save(under_way, named=(line,))

    save(under_way, named=(named(id=line.id, permission="ask_first"),))

    assert Referral.objects.get().permission == "ask_first"


def test_somebody_who_must_not_be_contacted_stays_a_name_and_the_rest_is_saved(under_way, ana):
    blocked = make_contact(ana, "Gil Moreau", email="gil@lumenfold.example")
    record_do_not_contact(blocked, reason="", asked_by_them=True, at=NOW)

    problems = save(
        under_way,
        findings=(finding(),),
        named=(named(email="gil@lumenfold.example"), named("Hana Petrov")),
    )

    assert len(problems) == 1
    assert "Gil Moreau" in problems[0].message
    assert under_way.findings.count() == 1
    assert [r.referred.full_name for r in Referral.objects.all()] == ["Hana Petrov"]


def test_an_interviewee_who_names_themselves_is_told_not_stored(under_way):
    problems = save(under_way, named=(named("Tomas Beck"),))

    assert [problem.message for problem in problems] == [
        "Tomas Beck cannot be the one whom Tomas Beck named."
    ]
    assert Referral.objects.count() == 0


def test_a_line_without_words_is_struck_and_a_missing_line_stays(under_way):
    keep, strike = finding("Stays."), finding("Goes.")
    save(under_way, findings=(keep, strike))

    save(under_way, findings=(finding("", id=strike.id),))

    assert list(under_way.findings.values_list("sentence", flat=True)) == ["Stays."]


def test_what_was_not_changed_is_left_as_another_window_saved_it(under_way):
    save(under_way, surprise="Dust", said="Half")

    save(under_way, surprise=None, said="All")

    under_way.refresh_from_db()
    assert (under_way.surprise, under_way.said) == ("Dust", "All")


def test_a_new_occupation_moves_all_findings_of_the_interview(under_way):
    save(under_way, occupation="semiconductor-process-engineer", findings=(finding(),))

    save(under_way, occupation="optical-engineer")

    assert under_way.findings.get().occupation == "optical-engineer"


def test_the_id_of_somebody_elses_finding_is_not_taken_over(under_way, dora):
    theirs = Finding.objects.create(
        student=dora,
        interview=make_interview(make_contact(dora, "Theirs")),
        facet="path",
        sentence="Hers.",
        found_at=NOW,
    )

    save(under_way, findings=(finding("Mine.", id=theirs.public_id),))

    theirs.refresh_from_db()
    assert theirs.sentence == "Hers."
    assert under_way.findings.get().sentence == "Mine."


def test_saving_for_now_is_not_yet_written_up(under_way, ana):
    save(under_way, is_finished=False, findings=(finding(),))

    assert list(queries.to_write_up(ana)) == [under_way]
    assert under_way.findings.count() == 1


def test_more_lines_than_a_page_can_hold_are_refused_whole(under_way):
    lines = tuple(finding(f"Thing {n}.") for n in range(201))

    with pytest.raises(TooMany):
        save(under_way, findings=lines)

    assert Finding.objects.count() == 0


def test_a_missed_interview_that_took_place_after_all_can_be_written_up(interview):
    actions.mark_missed(interview, at=NOW)

    save(interview, findings=(finding(),))

    interview.refresh_from_db()
    assert (interview.missed_at, interview.held_at) == (None, LATER)


def test_start_thanks_is_built_around_the_one_thing(under_way):
    save(under_way, said="half the yield is dust")

    message = actions.start_thanks(under_way, at=LATER)

    assert (message.kind, message.interview) == ("thanks", under_way.public_id)
    assert "half the yield is dust" in message.body


def test_keep_promise_is_said_once_and_can_be_taken_back(under_way):
    save(under_way, promises=(PromiseLine(uuid4(), "Send it", True, None, False),))
    promise = under_way.promises.get()

    actions.keep_promise(promise, at=LATER)
    actions.keep_promise(promise, at=LATER)

    assert promise.kept_at == LATER
    assert Entry.objects.filter(verb="kept_promise").count() == 1
    actions.keep_promise(promise, is_kept=False, at=LATER)
    assert promise.kept_at is None


def test_a_day_of_learning_can_be_asked_for(under_way, ana):
    assert (list(queries.coming(ana)), list(queries.to_write_up(ana))) == ([under_way], [])

    actions.end_interview(under_way, at=LATER)
    assert (list(queries.coming(ana)), list(queries.to_write_up(ana))) == ([], [under_way])
    assert list(queries.to_thank(ana)) == [under_way]

    save(under_way)
    actions.mark_thanked(under_way, at=LATER)
    assert (list(queries.to_write_up(ana)), list(queries.to_thank(ana))) == ([], [])
