"""Duties that keep a word: promises, decisions, advice that was used, news every few months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from whoelse.engine.duties.limits import (
    ACTION_SHOWN_DAYS,
    KEEP_IN_TOUCH_MONTHS,
    PROMISE_WITHIN_DAYS,
    REPORT_BACK_WITHIN_DAYS,
    SILENT_TOUCHES_AT_MOST,
    TOUCHES_AT_ONCE,
)
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.state import (
    ActionState,
    AdviceState,
    Duty,
    DutyKind,
    PromiseState,
    TouchState,
    Urgency,
)
from whoelse.engine.wording import ago, by_day, shortened
from whoelse.engine.words import MessageKind

_NO_LIMIT = "when you can"
_NEWS = frozenset({MessageKind.REPORT_BACK, MessageKind.KEEP_IN_TOUCH})


def keeping_duties(at: Moment) -> Iterator[Duty]:
    """Yield what is due to people and decisions: promises, steps, news of advice, old ties."""
    for promise in at.state.promises:
        if not promise.kept and not at.is_closed_to(promise.contact):
            yield _keep_promise(at, promise)
    for action in at.state.actions:
        if (action.due_on - at.today).days <= ACTION_SHOWN_DAYS:
            yield _do_action(at, action)
    for advice in _to_be_told(at).values():
        yield _report_advice(at, advice)
    yield from news_duties(at)[:TOUCHES_AT_ONCE]


def news_duties(at: Moment) -> list[Duty]:
    """Return everybody who could hear news now, the longest silent first."""
    told = _to_be_told(at)
    waiting = [t for t in at.state.touches if t.contact not in told and _is_time_for_news(at, t)]
    waiting.sort(key=lambda touch: _last_word(at, touch))
    return [_keep_in_touch(at, touch) for touch in waiting]


def _to_be_told(at: Moment) -> dict[str, AdviceState]:
    """Find the first advice that each contact would hear about, in the order of its use."""
    first: dict[str, AdviceState] = {}
    for advice in sorted(at.state.advice, key=lambda a: (a.used_at, a.ref)):
        if advice.contact not in first and _is_to_be_told(at, advice):
            first[advice.contact] = advice
    return first


def _keep_promise(at: Moment, promise: PromiseState) -> Duty:
    due_at = at.end_of(promise.due_on or at.today + timedelta(days=PROMISE_WITHIN_DAYS))
    return at.duty(
        DutyKind.KEEP_PROMISE,
        about=(promise.ref, promise.contact),
        what=f"Keep your promise to {promise.contact_name}",
        why=f"You promised: {shortened(promise.text)}",
        due_at=due_at,
        left=by_day(due_at.date(), at.today) if promise.due_on else _NO_LIMIT,
        urgency=None if promise.due_on else Urgency.CALM,
    )


def _do_action(at: Moment, action: ActionState) -> Duty:
    due_at = at.end_of(action.due_on)
    suggested = f"{action.suggested_by} suggested it. " if action.suggested_by else ""
    return at.duty(
        DutyKind.DO_ACTION,
        about=(action.ref, ""),
        what=shortened(action.text),
        why=f"{suggested}You decided to do it because of what you learned.",
        due_at=due_at,
        left=by_day(action.due_on, at.today),
    )


def _is_to_be_told(at: Moment, advice: AdviceState) -> bool:
    """Once, and to nobody who was written to since or wants no letters."""
    return not at.is_closed_to(advice.contact) and not at.wrote(
        advice.contact, _NEWS, advice.used_at
    )


def _report_advice(at: Moment, advice: AdviceState) -> Duty:
    used = at.day(advice.used_at)
    due_at = at.end_of(used + timedelta(days=REPORT_BACK_WITHIN_DAYS))
    return at.duty(
        DutyKind.REPORT_ADVICE,
        about=(advice.ref, advice.contact),
        what=f"Tell {advice.contact_name} what became of the advice",
        why=f"You did it {ago(used, at.today)}: {shortened(advice.text)}",
        due_at=due_at,
        left=by_day(due_at.date(), at.today),
        urgency=Urgency.CALM if at.now <= due_at else Urgency.SOON,
    )


def _is_time_for_news(at: Moment, touch: TouchState) -> bool:
    """Every four months at most, only with news, and no more after two silences."""
    return (
        touch.has_news
        and touch.silences < SILENT_TOUCHES_AT_MOST
        and not at.is_closed_to(touch.contact)
        and at.today >= _months_later(_last_word(at, touch), KEEP_IN_TOUCH_MONTHS)
    )


def _last_word(at: Moment, touch: TouchState) -> date:
    """Return the day of the last message or interview, also of one still to come."""
    moments = [touch.last_contact_at]
    moments += [m.sent_at for m in at.messages.get(touch.contact, ())]
    moments += [i.held_at or i.starts_at for i in at.interviews.get(touch.contact, ())]
    return at.day(max(moments))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _keep_in_touch(at: Moment, touch: TouchState) -> Duty:
    last = _last_word(at, touch)
    due_at = at.end_of(_months_later(last, KEEP_IN_TOUCH_MONTHS))
    return at.duty(
        DutyKind.KEEP_IN_TOUCH,
        about=(touch.ref, touch.contact),
        what=f"Tell {touch.contact_name} your news",
        why=f"{touch.contact_name} last heard from you {ago(last, at.today)}."
        f"{f' News since then: {shortened(touch.news, 70)}.' if touch.news else ''}"
        " Two lines about what became of the advice are plenty.",
        due_at=due_at,
        left="any day",
        urgency=Urgency.CALM,
    )
