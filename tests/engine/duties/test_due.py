"""The order of what is due: what is lost soonest first."""

from datetime import UTC, date, datetime

from tests.engine.duties.makers import (
    NOW,
    ZONE,
    at,
    due,
    make_held,
    make_interview,
    make_message,
    make_promise,
    make_referral,
    make_touch,
)
from whoelse.engine.duties import Answer, State, duties

FULL = {
    "messages": (
        make_message(contact="lev", contact_name="Lev Brandt", sent_at=at(10, 22)),
        make_message(
            ref="m2", contact="ida", answer=Answer.TIMES_OFFERED, answered_at=at(11, 4, 14)
        ),
        make_message(ref="m3", contact="kay", sent_at=at(10, 14)),
    ),
    "interviews": (
        make_held(at(11, 4, 16)),
        make_interview(ref="i2", contact="beck", starts_at=at(11, 6, 16)),
        make_interview(ref="i3", contact="rosa", starts_at=at(11, 5, 11, 40)),
    ),
    "referrals": (
        make_referral(),
        make_referral(ref="r2", contact="old", named_at=at(6, 1)),
        make_referral(ref="r3", contact="elif", met_at=at(10, 1)),
    ),
    "promises": (make_promise(), make_promise(ref="p2", due_on=date(2026, 10, 1))),
    "touches": (make_touch(),),
}


def test_nothing_is_due_for_an_empty_state():
    assert duties(State(zone=ZONE), NOW) == ()


def test_what_is_lost_soonest_stands_first():
    assert due(**FULL) == [
        ("confirm", "late", "before 11:40 am"),
        ("prepare", "late", "before 11:40 am"),
        ("hold", "soon", "in 40 minutes"),
        ("write_up", "late", "since last night"),
        ("keep_promise", "late", "since 1 October"),
        ("agree_time", "soon", "3 hours left"),
        ("thank", "soon", "5 hours left"),
        ("confirm", "calm", "today"),
        ("prepare", "calm", "today"),
        ("follow_referral", "calm", "by tomorrow"),
        ("nudge", "calm", "until 11 November"),
        ("report_back", "soon", "since 8 October"),
        ("keep_promise", "calm", "when you can"),
        ("keep_in_touch", "calm", "any day"),
        ("close", "calm", "any day"),
    ]


def test_the_order_does_not_depend_on_the_order_of_rows():
    backwards = {name: rows[::-1] for name, rows in FULL.items()}

    assert duties(State(ZONE, **backwards), NOW) == duties(State(ZONE, **FULL), NOW)


def test_the_moment_may_be_told_in_any_zone():
    elsewhere = NOW.astimezone(UTC)

    assert duties(State(ZONE, **FULL), elsewhere) == duties(State(ZONE, **FULL), NOW)


def test_a_missing_hour_and_a_double_hour_do_not_matter():
    spring = datetime(2026, 3, 8, 3, 30, tzinfo=ZONE)
    held = make_held(datetime(2026, 3, 7, 20, 0, tzinfo=ZONE), thanked_at=spring)
    autumn = datetime(2026, 11, 1, 1, 30, tzinfo=ZONE, fold=1)
    thanks = make_held(datetime(2026, 10, 31, 20, 0, tzinfo=ZONE), written_up_at=autumn)

    assert due(spring, interviews=(held,)) == [("write_up", "late", "since last night")]
    assert due(autumn, interviews=(thanks,)) == [("thank", "calm", "17 hours left")]
