"""What happened so far, as far as duties care, and what a duty says.

All moments are aware datetimes; `ref` is the caller's own handle and comes back untouched.
"""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from whoelse.engine.words import MessageKind, Permission


class Answer(StrEnum):
    """What came back to a message."""

    YES = "yes"
    TIMES_OFFERED = "times_offered"
    ANOTHER_TIME = "another_time"  # the agreed time was called off, the conversation was not
    NO = "no"
    NAMED_SOMEBODY_ELSE = "named_somebody_else"
    IN_WRITING = "in_writing"
    NOT_THIS_TERM = "not_this_term"
    NEVER_AGAIN = "never_again"


class Invited(StrEnum):
    """What somebody's calendar answered to the invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    COUNTER = "counter"  # another time is wanted


class DutyKind(StrEnum):
    """What there is to do, next."""

    WRITE_UP = "write_up"
    THANK = "thank"
    CONFIRM = "confirm"
    PREPARE = "prepare"
    HOLD = "hold"  # the interview itself is today
    THANK_ANSWERS = "thank_answers"  # they answered in writing instead of a conversation
    RESCHEDULE = "reschedule"  # they declined the agreed time, or want another one
    ANSWER_PROPOSAL = "answer_proposal"  # they proposed a time that nobody has answered
    AGREE_TIME = "agree_time"  # they said yes or offered times: answer within a day
    FOLLOW_REFERRAL = "follow_referral"
    REMIND_REFERRER = "remind_referrer"  # the one who offered to introduce you, or to ask first
    NUDGE = "nudge"
    CLOSE = "close"  # no answer after the nudge: let it go
    KEEP_PROMISE = "keep_promise"
    REPORT_BACK = "report_back"
    REPORT_ADVICE = "report_advice"  # what somebody advised was done
    DO_ACTION = "do_action"  # what the student decided to do until a day
    KEEP_IN_TOUCH = "keep_in_touch"


class Urgency(StrEnum):
    """How the due line is coloured."""

    LATE = "late"
    SOON = "soon"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that left: which contact, when, and what came back."""

    ref: str
    contact: str
    contact_name: str
    kind: MessageKind
    sent_at: datetime
    answer: Answer | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InterviewState:
    """An interview agreed or held."""

    ref: str
    contact: str
    contact_name: str
    starts_at: datetime
    minutes: int
    channel: str = ""  # in words: "by phone"
    prepared: bool = False
    confirmed: bool = False
    held_at: datetime | None = None
    written_up_at: datetime | None = None
    thanked_at: datetime | None = None
    said: str = ""  # the one thing they said, for the reason
    confirms_itself: bool = False  # the day before it is left to the worker; on the day it is not
    invited: Invited | None = None
    invited_at: datetime | None = None  # when that answer came


@dataclass(frozen=True, slots=True)
class ProposalState:
    """A time that somebody proposed and the student has not answered."""

    ref: str
    contact: str
    contact_name: str
    starts_at: datetime
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class ReferralState:
    """Somebody was named and was not written to yet."""

    ref: str
    contact: str  # the referred person
    contact_name: str
    referrer: str
    referrer_name: str
    named_at: datetime
    permission: Permission
    asked: bool = False  # the referred person was written to
    met_at: datetime | None = None  # the interview with the referred person was held
    reported_at: datetime | None = None  # the referrer was told


@dataclass(frozen=True, slots=True)
class PromiseState:
    """Something the student promised in an interview."""

    ref: str
    contact: str
    contact_name: str
    text: str
    due_on: date | None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class AdviceState:
    """The student did what somebody advised."""

    ref: str
    contact: str
    contact_name: str
    text: str  # what was done
    used_at: datetime


@dataclass(frozen=True, slots=True)
class ActionState:
    """Something that the student decided to do until a day, and who suggested it."""

    ref: str
    text: str
    due_on: date
    suggested_by: str = ""  # a name, if somebody did


@dataclass(frozen=True, slots=True)
class TouchState:
    """When a past interviewee last heard from the student, and how often nothing came back."""

    ref: str
    contact: str
    contact_name: str
    last_contact_at: datetime
    silences: int = 0
    has_news: bool = False
    news: str = ""  # in a few words, for the reason


@dataclass(frozen=True, slots=True)
class State:
    """Everything that duties are made from. Contacts with do-not-contact are left out."""

    zone: tzinfo
    messages: tuple[SentMessage, ...] = ()
    interviews: tuple[InterviewState, ...] = ()
    referrals: tuple[ReferralState, ...] = ()
    promises: tuple[PromiseState, ...] = ()
    advice: tuple[AdviceState, ...] = ()
    touches: tuple[TouchState, ...] = ()
    holidays: frozenset[date] = frozenset()
    proposals: tuple[ProposalState, ...] = ()
    actions: tuple[ActionState, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do: what, for whom, by when, why. `ref` leads to the row it came from."""

    kind: DutyKind
    ref: str
    contact: str
    what: str  # "Thank Dr. Okafor"
    why: str  # one or two sentences
    due_at: datetime
    urgency: Urgency
    left: str  # "5 hours left", "since last night", "by tomorrow"
    minutes: int  # how long it takes, about


@dataclass(frozen=True, slots=True)
class Term:
    """A term of study and how many interviews the student plans in it."""

    name: str
    starts_on: date
    ends_on: date
    planned: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Interviews held against interviews planned this term."""

    term: Term
    week: int  # 1 is the first week
    weeks: int
    held: int
    scheduled: int
    is_on_pace: bool
    sentence: str  # "4 of 6 held, 1 scheduled. You are on pace in week 11 of 16."
