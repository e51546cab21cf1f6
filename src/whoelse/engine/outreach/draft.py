"""A message before it leaves, with what is known about who writes to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from whoelse.engine.findings import Finding, Severity
from whoelse.engine.words import MessageKind, Permission

JOB_ASK = "asks-for-a-job"


@dataclass(frozen=True, slots=True)
class Draft:
    """What `lint` reads. Everything but the body may be unknown."""

    body: str
    subject: str = ""
    kind: MessageKind = MessageKind.REQUEST
    to: str = ""  # the addressee's full name, with title if known: "Dr. Karen Liu"
    sender: str = ""  # the student's full name
    attachments: tuple[str, ...] = ()
    referrer: str = ""  # full name of who named the addressee
    permission: Permission | None = None  # what the referrer allowed
    resume_requested: bool = False  # the addressee asked for the CV
    said_no: bool = False
    do_not_contact: bool = False
    messages_since_reply: int = 0  # unanswered messages already sent to this person
    business_days_since_last: int | None = None  # since the last unanswered message


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of the text, subject first, and what was looked at."""

    findings: tuple[Finding, ...]
    words: int  # of the body, without quoted text and signature
    rules_run: int

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the message from being sent, in the order of the text."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def asks_for_a_job(self) -> bool:
        """A message that asks for a job cannot be released at all."""
        return any(f.rule == JOB_ASK for f in self.errors)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a first draft may be made of. Empty text means: not known.

    `why_you`, `topic`, `shared_moment` and `news` are the student's own words, phrases that fit
    after the lead-in named beside them; nothing in a draft is invented.
    """

    kind: MessageKind
    to: str  # full name, with title if known
    sender: str
    about_me: str = ""  # "a third-year physics major at Norhaven College"
    connection: str = ""  # how I found you: "we met at the physics colloquium in October"
    why_you: str = ""  # "you went from a physics degree to forecasting demand for the grid"
    topic: str = ""  # "how that step went and what an ordinary week holds"
    minutes: int = 20  # 15, 20 or 30
    channel: str = "by phone or video"
    window: str = "in the next three weeks"
    referrer: str = ""
    permission: Permission | None = None
    when: str = ""  # confirmation: "Friday, 6 November, 4:00 pm Eastern"
    where: str = ""  # confirmation: "by phone; I will call you on 555 0100"
    asked_on: str = ""  # followup: "27 October"
    said: str = ""  # thanks: the one specific thing they said
    consequence: str = ""  # thanks, report_back: what I will do, or did, with it
    news: str = ""  # report_back, keep_in_touch


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that the draft wants and that only the student can give."""

    name: str  # a field of `Facts`
    label: str  # of the form field
    why: str


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A first draft from facts only, and what is still missing to make it a good one."""

    subject: str
    body: str
    missing: tuple[MissingFact, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)  # fact name -> the sentence made of it
