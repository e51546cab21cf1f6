"""Duties around one interview: prepare, confirm, hold, write up, thank."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from whoelse.engine.duties.limits import (
    CONFIRM_DAYS_BEFORE,
    PREPARE_DAYS_BEFORE,
    SOON_WITHIN,
    THANK_AMBER_AFTER,
    THANK_LATE_AFTER,
    THANK_WITHIN,
    WRITE_UP_WITHIN_DAYS,
)
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.state import Duty, DutyKind, InterviewState, Invited, Urgency
from whoelse.engine.wording import (
    ago,
    by_day,
    clock,
    day_word,
    days_word,
    elapsed,
    shortened,
    time_left,
    until_start,
    weekday,
)
from whoelse.engine.words import MessageKind

_DAY = timedelta(days=1)


def interview_duties(at: Moment) -> Iterator[Duty]:
    """Yield what is due before, during and after each interview that was agreed."""
    for interview in at.state.interviews:
        if interview.held_at is not None:
            yield from _afterwards(at, interview, at.local(interview.held_at))
        elif elapsed(at.now, interview.starts_at) > timedelta(0):
            yield from _beforehand(at, interview, at.local(interview.starts_at))
        else:
            yield _under_way_or_over(at, interview, at.local(interview.starts_at))


def _beforehand(at: Moment, interview: InterviewState, starts: datetime) -> Iterator[Duty]:
    if is_put_off(interview):
        return  # what is due then is in `times`
    days_ahead = (starts.date() - at.today).days
    is_left = interview.contact in at.proposals or (interview.confirms_itself and days_ahead > 0)
    if days_ahead <= CONFIRM_DAYS_BEFORE and not (is_left or _is_confirmed(at, interview)):
        yield _confirm(at, interview, starts)
    if days_ahead <= PREPARE_DAYS_BEFORE and not interview.prepared:
        yield _prepare(at, interview, starts)
    if days_ahead == 0:
        yield _hold(at, interview, starts)


def is_put_off(interview: InterviewState) -> bool:
    """Say whether they answered that they cannot come at this time."""
    return interview.invited in (Invited.DECLINED, Invited.COUNTER)


def _is_confirmed(at: Moment, interview: InterviewState) -> bool:
    since = interview.starts_at - (CONFIRM_DAYS_BEFORE + 1) * _DAY
    return (
        interview.confirmed
        or at.is_closed_to(interview.contact)
        or at.wrote(interview.contact, {MessageKind.CONFIRMATION}, since)
    )


def _confirm(at: Moment, interview: InterviewState, starts: datetime) -> Duty:
    due_at, left, urgency = _day_before(at, starts)
    return at.duty(
        DutyKind.CONFIRM,
        about=(interview.ref, interview.contact),
        what=f"Confirm {_talk_of_day(at, interview, starts)}",
        why=f"{_when(at, interview, starts)}. {_why_confirm(at, interview)}",
        due_at=due_at,
        left=left,
        urgency=urgency,
    )


def _why_confirm(at: Moment, interview: InterviewState) -> str:
    """An early yes of their calendar is no word of the day before, with number and time zone."""
    line = "One line the day before spares"
    if interview.invited is not Invited.ACCEPTED or interview.invited_at is None:
        return f"{line} {interview.contact_name} a search."
    when = ago(at.day(interview.invited_at), at.today)
    return f"{interview.contact_name} accepted the invitation {when}; {line.lower()} a search."


def _prepare(at: Moment, interview: InterviewState, starts: datetime) -> Duty:
    due_at, left, urgency = _day_before(at, starts)
    return at.duty(
        DutyKind.PREPARE,
        about=(interview.ref, interview.contact),
        what=f"Prepare for {_talk_of_day(at, interview, starts)}",
        why=f"{_when(at, interview, starts)}. "
        f"Read about {interview.contact_name} first, then choose the questions.",
        due_at=due_at,
        left=left,
        urgency=urgency,
    )


def _day_before(at: Moment, starts: datetime) -> tuple[datetime, str, Urgency]:
    """Return the limit of what belongs to the day before; on the day itself it is late."""
    if starts.date() == at.today:
        return starts, f"before {clock(starts)}", Urgency.LATE
    due_at = at.end_of(starts.date() - _DAY)
    return due_at, by_day(due_at.date(), at.today), at.urgency(due_at)


def _hold(at: Moment, interview: InterviewState, starts: datetime) -> Duty:
    ready = "Your questions are ready." if interview.prepared else "No questions are chosen yet."
    return at.duty(
        DutyKind.HOLD,
        about=(interview.ref, interview.contact),
        what=f"Talk with {interview.contact_name} at {clock(starts)}",
        why=f"{_length(interview)}. {ready}",
        due_at=starts,
        left=until_start(starts, at.now),
        urgency=Urgency.SOON,
        minutes=interview.minutes,
    )


def _under_way_or_over(at: Moment, interview: InterviewState, starts: datetime) -> Duty:
    ends = at.after(starts, timedelta(minutes=interview.minutes))
    is_over = elapsed(ends, at.now) > timedelta(0)
    name = interview.contact_name
    agreed = f"{day_word(starts.date(), at.today)} at {clock(starts)}"
    over = f"It was agreed for {agreed}. If it did not happen, offer another time."
    return at.duty(
        DutyKind.HOLD,
        about=(interview.ref, interview.contact),
        what=f"Say whether you talked with {name}" if is_over else f"Talk with {name} now",
        why=over if is_over else f"{_length(interview)}, until {clock(ends)}.",
        due_at=ends,
        left=time_left(ends, at.now),
        urgency=Urgency.LATE if is_over else Urgency.SOON,
        minutes=1 if is_over else interview.minutes,
    )


def _afterwards(at: Moment, interview: InterviewState, held: datetime) -> Iterator[Duty]:
    if interview.written_up_at is None:
        yield _write_up(at, interview, held)
    if not _is_thanked(at, interview, held):
        yield _thank(at, interview, held)


def _write_up(at: Moment, interview: InterviewState, held: datetime) -> Duty:
    due_at = at.end_of(held.date() + WRITE_UP_WITHIN_DAYS * _DAY)
    return at.duty(
        DutyKind.WRITE_UP,
        about=(interview.ref, interview.contact),
        what=f"Write up {days_word(held.date(), at.today, 'interview')}"
        f" with {interview.contact_name}",
        why="Details fade within a day. Your notes are waiting.",
        due_at=due_at,
        left=by_day(due_at.date(), at.today),
    )


def _is_thanked(at: Moment, interview: InterviewState, held: datetime) -> bool:
    return (
        interview.thanked_at is not None
        or at.is_closed_to(interview.contact)
        or at.wrote(interview.contact, {MessageKind.THANKS}, held)
    )


def _thank(at: Moment, interview: InterviewState, held: datetime) -> Duty:
    due_at = at.after(held, THANK_WITHIN)
    age = elapsed(held, at.now)
    why = _thanks_reason(age)
    if interview.said:
        why += f" The draft starts from what {interview.contact_name} said:"
        why += f" “{shortened(interview.said)}”"
    return at.duty(
        DutyKind.THANK,
        about=(interview.ref, interview.contact),
        what=f"Thank {interview.contact_name}",
        why=why,
        due_at=due_at,
        left=time_left(due_at, at.now),
        urgency=_thanks_urgency(age),
    )


def _thanks_reason(age: timedelta) -> str:
    if age >= THANK_LATE_AFTER:
        return "Late thanks are still worth sending, even after a week."
    if age >= THANK_AMBER_AFTER:
        return "Two days have passed. Thanks sent today still arrive in time."
    return "Thanks within 24 hours are the one thing everybody remembers."


def _thanks_urgency(age: timedelta) -> Urgency:
    """Amber from the last hours of the first day on, red from the third day on."""
    if age >= THANK_LATE_AFTER:
        return Urgency.LATE
    return Urgency.SOON if age >= THANK_WITHIN - SOON_WITHIN else Urgency.CALM


def _talk_of_day(at: Moment, interview: InterviewState, starts: datetime) -> str:
    noun = _noun(interview.channel)
    return f"{days_word(starts.date(), at.today, noun)} with {interview.contact_name}"


def _noun(channel: str) -> str:
    if "video" in channel:
        return "video call"
    return "call" if "phone" in channel else "conversation"


def _when(at: Moment, interview: InterviewState, starts: datetime) -> str:
    day = "Today" if starts.date() == at.today else weekday(starts.date())
    return f"{day} at {clock(starts)}, {_length(interview)}"


def _length(interview: InterviewState) -> str:
    length = f"{interview.minutes} minutes"
    return f"{length}, {interview.channel}" if interview.channel else length
