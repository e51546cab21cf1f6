"""The plan: made by the engine, changed by the student, fixed once the conversation began."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories import NOW, make_contact, make_interview
from whoelse.web.interviews import actions, bridge
from whoelse.web.interviews.actions.planning import AlwaysLast
from whoelse.web.interviews.models import Finding
from whoelse.web.interviews.queries import questions_of

LATER = NOW + timedelta(hours=1)


def ids(interview):
    return [row.question for row in questions_of(interview)]


def core(interview):
    return [row for row in questions_of(interview) if row.group == "core"]


def minutes(interview):
    return sum(row.minutes for row in questions_of(interview))


def test_first_plan_opens_first_asks_who_else_last_and_fits(interview):
    rows = list(questions_of(interview))

    assert rows[0].phase == "opening"
    assert [row.asks_name for row in rows] == [False] * (len(rows) - 1) + [True]
    assert [row.position for row in rows] == list(range(len(rows)))
    assert all(row.why for row in rows)
    assert minutes(interview) <= Decimal("17")


def test_move_question_changes_places_with_its_neighbour(interview):
    first, second, *_ = core(interview)

    actions.move_question(second, up=True, at=LATER)

    assert [row.pk for row in core(interview)][:2] == [second.pk, first.pk]
    interview.refresh_from_db()
    assert interview.prepared_at == LATER


def test_move_question_stays_within_its_phase_and_before_who_else(interview):
    before = ids(interview)

    actions.move_question(core(interview)[0], up=True, at=LATER)
    actions.move_question(core(interview)[-1], up=False, at=LATER)
    actions.move_question(questions_of(interview).last(), up=True, at=LATER)

    assert ids(interview) == before


def test_take_out_leaves_it_out_of_later_plans(interview):
    out = core(interview)[0]

    actions.take_out(out, at=LATER)
    actions.plan_afresh(interview, at=LATER)

    interview.refresh_from_db()
    assert out.question not in ids(interview)
    assert interview.banned == [out.question]
    assert ids(interview)[-1].startswith("t20-")


def test_take_out_refuses_who_else(interview):
    with pytest.raises(AlwaysLast):
        actions.take_out(questions_of(interview).last(), at=LATER)


def test_allow_again_lets_it_come_back(interview):
    before = set(ids(interview))
    actions.take_out(core(interview)[0], at=LATER)
    interview.refresh_from_db()

    actions.allow_again(interview, at=LATER)
    actions.plan_afresh(interview, at=LATER)

    assert set(ids(interview)) == before


def test_swap_in_pins_the_question_and_keeps_who_else_last(interview):
    miss = bridge.near_misses(interview, list(questions_of(interview)))[0]

    actions.swap_in(interview, question=miss.question.id, at=LATER)

    row = questions_of(interview).get(question=miss.question.id)
    assert row.is_pinned
    assert questions_of(interview).last().asks_name
    assert minutes(interview) <= Decimal("17")


def test_swap_question_takes_its_place_and_keeps_the_others_if_they_fit(interview):
    rows = list(questions_of(interview))
    old = core(interview)[1]
    other = next(
        q for q in bridge.replacements_for(old, rows) if Decimal(str(q.minutes)) <= old.minutes
    )

    actions.swap_question(old, question=other.id, at=LATER)

    kept = {row.pk for row in questions_of(interview)} & {row.pk for row in rows}
    assert kept == {row.pk for row in rows} - {old.pk}
    assert other.id in ids(interview)
    interview.refresh_from_db()
    assert interview.banned == [old.question]


def test_who_else_is_swapped_only_for_another_who_else(interview):
    last = questions_of(interview).last()
    others = bridge.replacements_for(last, list(questions_of(interview)))

    actions.swap_question(last, question=others[0].id, at=LATER)

    assert all(q.asks_name for q in others)
    assert ids(interview)[-1] == others[0].id


def test_order_of_the_student_survives_a_new_plan(interview):
    second = core(interview)[1]
    actions.move_question(second, up=True, at=LATER)
    before = ids(interview)

    actions.plan_afresh(interview, at=LATER)

    assert ids(interview) == before


def test_own_question_is_pinned_and_the_same_words_are_one_question(interview):
    text = "What would you try first with this coating?"
    own = actions.add_own(interview, text=text, minutes=Decimal("2"), facet="skills", at=LATER)

    again = actions.add_own(interview, text=text.upper(), minutes=Decimal("3"), facet="", at=LATER)

    assert (again.pk, own.is_pinned, own.is_own, own.facets) == (own.pk, True, True, ["skills"])
    assert ids(interview)[-1].startswith("t20-")


def test_own_questions_that_do_not_fit_are_refused_with_a_way_out(interview):
    for n in range(4):
        actions.add_own(interview, text=f"Question {n}?", minutes=Decimal("3"), facet="", at=LATER)
    before = ids(interview)

    with pytest.raises(bridge.PlanDoesNotWork) as refused:
        actions.add_own(interview, text="One more?", minutes=Decimal("4"), facet="", at=LATER)

    assert refused.value.hint
    assert ids(interview) == before


def test_plan_is_fixed_once_it_began(under_way):
    row = core(under_way)[0]
    note = actions.save_note(under_way, row, text="yield", base=0, tab="a", at=NOW)

    for change in (
        lambda: actions.take_out(row, at=LATER),
        lambda: actions.plan_afresh(under_way, at=LATER),
        lambda: actions.swap_in(under_way, question="t03-last-tuesday", at=LATER),
        lambda: actions.pin_question(row, is_pinned=True, at=LATER),
        lambda: actions.move_question(row, up=False, at=LATER),
    ):
        with pytest.raises(actions.PlanIsFixed):
            change()

    assert note.version == 1
    assert row.notes.get().text == "yield"


def test_what_was_heard_about_the_occupation_lowers_its_need(interview, ana):
    earlier = make_interview(
        make_contact(ana, "Una Marsh", occupation="semiconductor-process-engineer"), held_at=NOW
    )
    Finding.objects.bulk_create(
        Finding(
            student=ana, interview=earlier, occupation="semiconductor-process-engineer",
            facet="day_to_day", sentence=f"Thing {n}", found_at=NOW,
        )
        for n in range(2)
    )  # fmt: skip

    heard = bridge.heard_about(interview)

    assert heard.facets == (("Day to day", 2),)
    assert "Day to day" not in heard.unheard


def test_unknown_ids_of_an_older_bank_do_not_stop_a_new_plan(interview):
    row = core(interview)[0]
    row.question, row.is_pinned = "t03-no-longer-there", True
    row.save()
    interview.banned = ["t99-gone"]
    interview.save()

    actions.plan_afresh(interview, at=LATER)

    assert questions_of(interview).last().asks_name


def test_a_second_person_of_the_same_work_is_asked_other_things_and_the_same_core(ana, interview):
    second = make_interview(
        make_contact(ana, "Hana Petrov", occupation=interview.contact.occupation)
    )
    actions.make_first_plan(second)

    mine, other = set(ids(interview)), set(ids(second))
    assert len(mine & other) >= 3  # the core set, so that answers compare
    assert other - mine
