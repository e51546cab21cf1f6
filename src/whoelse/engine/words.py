"""The closed vocabularies of the field, shared by every engine package.

The words and their meanings are those of the product: a circle says how near a
contact is, a facet what a finding is about, a kind what a message is for.
"""

from enum import StrEnum


class Circle(StrEnum):
    """How near a contact is to the student."""

    KNOWN = "known"  # family, friends, teachers, faculty, employers
    REFERRED = "referred"  # named by an interviewee
    ALUMNI = "alumni"  # shares the school
    MET = "met"  # event, colloquium
    COLD = "cold"  # everyone else


class Permission(StrEnum):
    """What the referrer said about the use of their name."""

    MAY_USE_NAME = "may_use_name"
    WILL_INTRODUCE = "will_introduce"
    ASK_FIRST = "ask_first"


class MessageKind(StrEnum):
    """What a message is for; `question` is one interview question, linted alone."""

    REQUEST = "request"
    REFERRAL_INTRO = "referral_intro"
    FOLLOWUP = "followup"
    CONFIRMATION = "confirmation"
    THANKS = "thanks"
    REPORT_BACK = "report_back"
    KEEP_IN_TOUCH = "keep_in_touch"
    QUESTION = "question"


class Facet(StrEnum):
    """What a finding is about, in the order in which pages show it."""

    DAY_TO_DAY = "day_to_day"
    PATH = "path"
    CHALLENGES = "challenges"
    REWARDS = "rewards"
    ENVIRONMENT = "environment"
    SKILLS = "skills"
    TITLES = "titles"
    PAY = "pay"  # pay norms of the field, never the person's own
    OUTLOOK = "outlook"
    BALANCE = "balance"
    ADVICE = "advice"


class Side(StrEnum):
    """Whether a finding speaks for or against the occupation, for this student."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class Audience(StrEnum):
    """Who the interviewee is, as far as the choice of questions cares."""

    FAMILY = "family"  # family and first practice
    PROFESSOR = "professor"
    ALUM = "alum"  # alumni and everyone mid-career
    RECRUITER = "recruiter"
    EXECUTIVE = "executive"
    RECENT_GRADUATE = "recent_graduate"


class Phase(StrEnum):
    """Where in the conversation a question belongs, in this order."""

    OPENING = "opening"
    CORE = "core"
    LATE_CORE = "late_core"  # after some rapport, not before minute 8
    CLOSING = "closing"
