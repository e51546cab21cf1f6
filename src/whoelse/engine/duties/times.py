"""Duties about a time that somebody else spoke of: proposed, declined, wanted otherwise."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from whoelse.engine.duties.interviews import is_put_off
from whoelse.engine.duties.limits import ANSWER_WITHIN
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.state import (
    Duty,
    DutyKind,
    InterviewState,
    Invited,
    ProposalState,
    Urgency,
)
from whoelse.engine.wording import clock, day_word, number, time_left


def time_duties(at: Moment) -> Iterator[Duty]:
    """Yield an answer to each contact who proposed times, and another date for what was put off."""
    for contact, proposals in at.proposals.items():
        if not at.has_refused(contact):
            yield _answer_proposals(at, proposals)
    for interview in at.state.interviews:
        is_ahead = interview.held_at is None and interview.starts_at > at.now
        is_elsewhere = at.has_refused(interview.contact) or interview.contact in at.proposals
        if is_ahead and is_put_off(interview) and not is_elsewhere:
            yield _reschedule(at, interview)


def _answer_proposals(at: Moment, proposals: Sequence[ProposalState]) -> Duty:
    """One duty a person: within a day of the first proposal, and before the first time passes."""
    ahead = [proposal for proposal in proposals if proposal.starts_at > at.now]
    first = (ahead or proposals)[0]
    if not ahead:
        return _say_it_passed(at, first)
    asked = min(proposal.proposed_at for proposal in ahead)
    due_at = min(at.after(asked, ANSWER_WITHIN), at.local(first.starts_at))
    times = (
        _time(at, first.starts_at)
        if len(ahead) == 1
        else f"{number(len(ahead))} times, the first {_time(at, first.starts_at)}"
    )
    return at.duty(
        DutyKind.ANSWER_PROPOSAL,
        about=(first.ref, first.contact),
        what=f"Answer the time that {first.contact_name} proposed"
        if len(ahead) == 1
        else f"Answer the times that {first.contact_name} proposed",
        why=f"{first.contact_name} proposed {times}."
        " Agree, or say that you cannot then, before it is gone.",
        due_at=due_at,
        left=time_left(due_at, at.now),
    )


def _say_it_passed(at: Moment, proposal: ProposalState) -> Duty:
    due_at = at.local(proposal.starts_at)
    return at.duty(
        DutyKind.ANSWER_PROPOSAL,
        about=(proposal.ref, proposal.contact),
        what=f"Offer {proposal.contact_name} another time",
        why=f"{proposal.contact_name} proposed {_time(at, due_at)}, and it passed without an"
        " answer. Say so, and offer other times.",
        due_at=due_at,
        left=time_left(due_at, at.now),
        urgency=Urgency.LATE,
    )


def _reschedule(at: Moment, interview: InterviewState) -> Duty:
    answered = interview.invited_at or at.now
    due_at = min(at.after(answered, ANSWER_WITHIN), at.local(interview.starts_at))
    name = interview.contact_name
    declined = interview.invited is Invited.DECLINED
    told = "declined the invitation for" if declined else "asked for another time than"
    return at.duty(
        DutyKind.RESCHEDULE,
        about=(interview.ref, interview.contact),
        what=f"Find another time with {name}",
        why=f"{name} {told} {_time(at, interview.starts_at)}."
        " Move it, or call it off, so that both calendars say the same.",
        due_at=due_at,
        left=time_left(due_at, at.now),
    )


def _time(at: Moment, moment: datetime) -> str:
    local = at.local(moment)
    return f"{day_word(local.date(), at.today)} at {clock(local)}"
