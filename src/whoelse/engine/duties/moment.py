"""The state as it looks at one moment in the student's zone: what every rule asks first."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from whoelse.engine.duties.limits import MINUTES, PROPOSAL_SHOWN_DAYS, SOON_WITHIN
from whoelse.engine.duties.state import (
    Answer,
    Duty,
    DutyKind,
    InterviewState,
    ProposalState,
    SentMessage,
    State,
    Urgency,
)
from whoelse.engine.wording import elapsed
from whoelse.engine.words import MessageKind

_LAST_SECOND = time(23, 59, 59)


class Moment:
    """`state` at `now`: messages, interviews and proposed times that wait, found by contact."""

    def __init__(self, state: State, now: datetime) -> None:
        self.state = state
        self.now = now.astimezone(state.zone)
        self.today = self.now.date()
        self.messages: dict[str, list[SentMessage]] = defaultdict(list)
        self.interviews: dict[str, list[InterviewState]] = defaultdict(list)
        self.proposals: dict[str, list[ProposalState]] = defaultdict(list)
        for message in sorted(state.messages, key=lambda m: m.sent_at):
            self.messages[message.contact].append(message)
        for interview in state.interviews:
            self.interviews[interview.contact].append(interview)
        for proposal in sorted(state.proposals, key=lambda p: (p.starts_at, p.ref)):
            if (self.today - self.day(proposal.starts_at)).days < PROPOSAL_SHOWN_DAYS:
                self.proposals[proposal.contact].append(proposal)

    def local(self, moment: datetime) -> datetime:
        """Return an aware moment in the student's zone."""
        return moment.astimezone(self.state.zone)

    def day(self, moment: datetime) -> date:
        """Return the date that the student's calendar shows at an aware moment."""
        return self.local(moment).date()

    def after(self, moment: datetime, span: timedelta) -> datetime:
        """Return the local moment that comes after a span of time that really passes."""
        return self.local(moment.astimezone(UTC) + span)

    def end_of(self, day: date) -> datetime:
        """Return the last second of a day in the student's zone."""
        return datetime.combine(day, _LAST_SECOND, tzinfo=self.state.zone)

    def wrote(self, contact: str, kinds: Iterable[MessageKind], since: datetime) -> bool:
        """Say whether a message of one of these kinds left for the contact since then."""
        return any(m.kind in kinds and m.sent_at >= since for m in self.messages.get(contact, ()))

    def is_closed_to(self, contact: str) -> bool:
        """Say whether the contact asked never to be written to again."""
        return any(m.answer is Answer.NEVER_AGAIN for m in self.messages.get(contact, ()))

    def has_refused(self, contact: str) -> bool:
        """Say whether the contact said no, which is final."""
        refusals = (Answer.NO, Answer.NEVER_AGAIN)
        return any(m.answer in refusals for m in self.messages.get(contact, ()))

    def urgency(self, due_at: datetime) -> Urgency:
        """Return the colour of what is due then: late, soon (within `SOON_WITHIN`) or calm."""
        left = elapsed(self.now, due_at)
        if left < timedelta(0):
            return Urgency.LATE
        return Urgency.SOON if left <= SOON_WITHIN else Urgency.CALM

    def duty(
        self,
        kind: DutyKind,
        *,
        about: tuple[str, str],
        what: str,
        why: str,
        due_at: datetime,
        left: str,
        urgency: Urgency | None = None,
        minutes: int | None = None,
    ) -> Duty:
        """Make a duty `about` (ref, contact), with the usual colour and minutes."""
        return Duty(
            kind=kind,
            ref=about[0],
            contact=about[1],
            what=what,
            why=why,
            due_at=due_at,
            urgency=self.urgency(due_at) if urgency is None else urgency,
            left=left,
            minutes=MINUTES[kind] if minutes is None else minutes,
        )
