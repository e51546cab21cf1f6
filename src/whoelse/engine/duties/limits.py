"""The numbers of the method's clocks, each with where it comes from.

"Own estimate" marks a number for which no published source was found.
"""

from datetime import timedelta
from types import MappingProxyType

from whoelse.engine.duties.state import DutyKind

# Thanks. Yale postdoctoral office: within 24 hours; other offices: the same day up to three days.
THANK_WITHIN = timedelta(hours=24)
THANK_AMBER_AFTER = timedelta(hours=48)  # own estimate, between the advice above
THANK_LATE_AFTER = timedelta(hours=72)  # Hampshire College: two to three days

# Yale postdoctoral office and seriousjobseeker.com: write everything up the same day.
WRITE_UP_WITHIN_DAYS = 0

CONFIRM_DAYS_BEFORE = 1  # Rice University: confirm the day before, with number and time zone
PREPARE_DAYS_BEFORE = 2  # own estimate: one evening to read, one to choose questions
ANSWER_WITHIN = timedelta(hours=24)  # own estimate: who offered times is waiting

REFERRAL_WITHIN_DAYS = 7  # own estimate: a referral cools after a week
# Own estimate: a name of last month is no longer owed to anybody; it stays a person to ask next.
REFERRAL_LAPSES_AFTER_DAYS = 30
INTRODUCTION_REMINDER_AFTER_DAYS = 7  # own estimate: as long as an own request may take

# Dalton's "3B7": write once more after seven business days. Carleton College: at least a week.
NUDGE_AFTER = 7  # business days
NUDGE_NOT_BEFORE = 5  # business days; own estimate, a working week
CLOSE_AFTER_NUDGE = 7  # business days; own estimate, the same patience once more
LAPSES_AFTER = 21  # days; own estimate: an answer later than that was not coming
PROPOSAL_SHOWN_DAYS = 7  # own estimate: a proposed time that passed is owed a word so long
LAPSE_SHOWN_DAYS = 7  # own estimate: afterwards the request is closed without a word

REPORT_BACK_WITHIN_DAYS = 7  # own estimate; Yale and Berkeley advise it, without a number

PROMISE_WITHIN_DAYS = 7  # own estimate, for a promise without a date
ACTION_SHOWN_DAYS = 14  # own estimate: a course or an application needs more than an evening

# Santa Clara: every few months. University of Portland: up to three times a year.
KEEP_IN_TOUCH_MONTHS = 4
TOUCHES_AT_ONCE = 2  # own estimate: news is told to a few at a time, the longest silent first
SILENT_TOUCHES_AT_MOST = 2  # own estimate: after two without an answer it is enough

SOON_WITHIN = timedelta(hours=6)  # own estimate: from here on the due line is amber
NUDGE_SOON_WITHIN_DAYS = 3  # own estimate: days before the lapse

# How long a duty can wait before more is lost; decides the order only. Own estimates: what
# belongs to a fixed hour cannot wait, somebody who waits for a word about a time and memory go by
# the hour, a referral by the day, old ties by the month. Between equals the order is this one.
CAN_WAIT = MappingProxyType(
    {
        DutyKind.CONFIRM: timedelta(0),
        DutyKind.PREPARE: timedelta(0),
        DutyKind.HOLD: timedelta(0),
        DutyKind.RESCHEDULE: timedelta(hours=1),
        DutyKind.ANSWER_PROPOSAL: timedelta(hours=1),
        DutyKind.WRITE_UP: timedelta(hours=2),
        DutyKind.THANK: timedelta(hours=2),
        DutyKind.THANK_ANSWERS: timedelta(hours=2),
        DutyKind.AGREE_TIME: timedelta(hours=2),
        DutyKind.KEEP_PROMISE: timedelta(hours=2),
        DutyKind.FOLLOW_REFERRAL: timedelta(days=1),
        DutyKind.REMIND_REFERRER: timedelta(days=3),
        DutyKind.NUDGE: timedelta(days=3),
        DutyKind.DO_ACTION: timedelta(days=3),
        DutyKind.REPORT_BACK: timedelta(days=7),
        DutyKind.REPORT_ADVICE: timedelta(days=7),
        DutyKind.KEEP_IN_TOUCH: timedelta(days=30),
        DutyKind.CLOSE: timedelta(days=30),
    }
)

# About how long each takes; own estimates. Holding takes as long as was agreed.
MINUTES = MappingProxyType(
    {
        DutyKind.WRITE_UP: 10,
        DutyKind.THANK: 5,
        DutyKind.CONFIRM: 2,
        DutyKind.PREPARE: 20,
        DutyKind.THANK_ANSWERS: 10,
        DutyKind.RESCHEDULE: 5,
        DutyKind.ANSWER_PROPOSAL: 2,
        DutyKind.AGREE_TIME: 5,
        DutyKind.FOLLOW_REFERRAL: 10,
        DutyKind.REMIND_REFERRER: 3,
        DutyKind.NUDGE: 3,
        DutyKind.CLOSE: 1,
        DutyKind.KEEP_PROMISE: 10,
        DutyKind.REPORT_BACK: 5,
        DutyKind.REPORT_ADVICE: 5,
        DutyKind.DO_ACTION: 30,
        DutyKind.KEEP_IN_TOUCH: 5,
    }
)
