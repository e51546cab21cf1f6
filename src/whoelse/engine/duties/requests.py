"""Duties around a request: answer a yes, one reminder, then let it rest.

A contact has one open thread: the latest request to them and what followed it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from whoelse.engine.duties.business_days import add_business_days, lapses_on, nudge_from
from whoelse.engine.duties.limits import (
    ANSWER_WITHIN,
    CLOSE_AFTER_NUDGE,
    LAPSE_SHOWN_DAYS,
    NUDGE_SOON_WITHIN_DAYS,
    THANK_WITHIN,
)
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.state import Answer, Duty, DutyKind, SentMessage, Urgency
from whoelse.engine.wording import ago, calendar_day, time_left
from whoelse.engine.words import MessageKind

ASKING = frozenset({MessageKind.REQUEST, MessageKind.REFERRAL_INTRO})
_WELCOME = frozenset({Answer.YES, Answer.TIMES_OFFERED, Answer.ANOTHER_TIME})
_DAY = timedelta(days=1)


def request_duties(at: Moment) -> Iterator[Duty]:
    """Yield what is due about the newest request to each contact, unless it was refused."""
    for contact, messages in at.messages.items():
        asks = [n for n, message in enumerate(messages) if message.kind in ASKING]
        if not asks or at.has_refused(contact):
            continue
        request, later = messages[asks[-1]], messages[asks[-1] + 1 :]
        reminders = [m for m in later if m.kind is MessageKind.FOLLOWUP]
        answered = [m for m in (request, *reminders) if m.answer is not None]
        if answered and answered[-1].answer is Answer.IN_WRITING:
            yield from _thank_answers(at, answered[-1])
        elif answered:
            yield from _answer(at, answered[-1])
        elif not _has_met(at, request):
            yield from _unanswered(at, request, reminders)


def _answer(at: Moment, message: SentMessage) -> Iterator[Duty]:
    if message.answer not in _WELCOME or _has_met(at, message) or message.contact in at.proposals:
        return
    answered = at.local(message.answered_at or message.sent_at)
    due_at = at.after(answered, ANSWER_WITHIN)
    when = ago(answered.date(), at.today)
    name = message.contact_name
    why = {
        Answer.YES: f"{name} said yes {when}. An answer within a day keeps the door open.",
        Answer.TIMES_OFFERED: f"{name} offered times {when}. Answer within a day, before these are"
        " gone.",
        Answer.ANOTHER_TIME: f"The talk with {name} was called off {when}, and another time is"
        " wanted. Offer some within a day.",
    }
    is_again = message.answer is Answer.ANOTHER_TIME
    yield at.duty(
        DutyKind.AGREE_TIME,
        about=(message.ref, message.contact),
        what=f"Agree on {'another' if is_again else 'a'} time with {name}",
        why=why[message.answer],
        due_at=due_at,
        left=time_left(due_at, at.now),
    )


def _thank_answers(at: Moment, message: SentMessage) -> Iterator[Duty]:
    """Answers in writing took as long as a conversation, so they are thanked for like one."""
    answered = at.local(message.answered_at or message.sent_at)
    if at.wrote(message.contact, (MessageKind.THANKS,), answered):
        return
    due_at = at.after(answered, THANK_WITHIN)
    name = message.contact_name
    yield at.duty(
        DutyKind.THANK_ANSWERS,
        about=(message.ref, message.contact),
        what=f"Read what {name} wrote, and thank",
        why=f"{name} answered your questions in writing {ago(answered.date(), at.today)}.",
        due_at=due_at,
        left=time_left(due_at, at.now),
    )


def _has_met(at: Moment, message: SentMessage) -> bool:
    """Say whether an interview was agreed or held since the message left."""
    return any(
        (interview.held_at or interview.starts_at) >= message.sent_at
        for interview in at.interviews.get(message.contact, ())
    )


def _unanswered(at: Moment, request: SentMessage, reminders: list[SentMessage]) -> Iterator[Duty]:
    zone, holidays = at.state.zone, at.state.holidays
    closes_on = lapses_on(request.sent_at, zone)
    if reminders:
        patience = add_business_days(at.day(reminders[0].sent_at), CLOSE_AFTER_NUDGE, holidays)
        closes_on = min(closes_on, patience)
    if at.today >= closes_on:
        if (at.today - closes_on).days < LAPSE_SHOWN_DAYS:
            yield _close(at, request, closes_on, was_reminded=bool(reminders))
    elif not reminders and at.today >= nudge_from(request.sent_at, zone, holidays):
        yield _nudge(at, request)


def _nudge(at: Moment, request: SentMessage) -> Duty:
    last_day = lapses_on(request.sent_at, at.state.zone) - _DAY
    is_soon = (last_day - at.today).days < NUDGE_SOON_WITHIN_DAYS
    sent = ago(at.day(request.sent_at), at.today)
    return at.duty(
        DutyKind.NUDGE,
        about=(request.ref, request.contact),
        what=f"Remind {request.contact_name}, once",
        why=f"You wrote {sent} and no answer came. One kind line is welcome; a second is not.",
        due_at=at.end_of(last_day),
        left="today" if last_day == at.today else f"until {calendar_day(last_day, at.today)}",
        urgency=Urgency.SOON if is_soon else Urgency.CALM,
    )


def _close(at: Moment, request: SentMessage, closes_on: date, *, was_reminded: bool) -> Duty:
    sent = ago(at.day(request.sent_at), at.today)
    asked = f"You wrote {sent}" + (" and reminded once." if was_reminded else ".")
    return at.duty(
        DutyKind.CLOSE,
        about=(request.ref, request.contact),
        what=f"Let the request to {request.contact_name} rest",
        why=f"{asked} Silence is rarely about you; ask somebody else.",
        due_at=at.end_of(closes_on + (LAPSE_SHOWN_DAYS - 1) * _DAY),
        left="any day",
        urgency=Urgency.CALM,
    )
