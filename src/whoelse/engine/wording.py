"""Times told in words, as a friend would: "since last night", "six days ago", "by tomorrow".

Moments handed in are in the student's zone already. English only.
"""

from datetime import UTC, date, datetime, timedelta

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
# Not strftime: its names follow the machine's language.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_NAMED_DAYS = 6  # further away a weekday's name would be ambiguous
_WORDED_DAYS = 12
_WORDED_WEEKS = 8
_ABOUT_NOW = timedelta(minutes=5)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """Return the time that passes, also where clocks are put forward or back in between."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def number(count: int) -> str:
    """Return small numbers as a word, others as digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Return "1 day" or "3 days"; for nouns that take an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def clock(moment: datetime) -> str:
    """Return a time of day as "4:00 pm"."""
    return f"{moment.hour % 12 or 12}:{moment.minute:02d} {'am' if moment.hour < 12 else 'pm'}"


def calendar_day(day: date, today: date) -> str:
    """Return "14 September", with the year when it is not this one."""
    return f"{day.day} {_month(day, today)}"


def _month(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_MONTHS[day.month - 1]}{year}"


def weekday(day: date) -> str:
    """Return "Monday" to "Sunday", whatever the machine's language."""
    return _WEEKDAYS[day.weekday()]


def day_word(day: date, today: date) -> str:
    """Return "today", "tomorrow", "yesterday", a weekday close by, or the date."""
    distance = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if distance in near:
        return near[distance]
    return weekday(day) if abs(distance) <= _NAMED_DAYS else calendar_day(day, today)


def days_word(day: date, today: date, noun: str) -> str:
    """Return "yesterday’s call", "Friday’s call" or "the call of 14 September"."""
    if abs((day - today).days) <= _NAMED_DAYS:
        return f"{day_word(day, today)}’s {noun}"
    return f"the {noun} of {calendar_day(day, today)}"


def ago(day: date, today: date) -> str:
    """Return how long ago a day was: "yesterday", "six days ago", "in July"."""
    days = (today - day).days
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    if days <= _WORDED_DAYS:
        return f"{number(days)} days ago"
    if days // 7 <= _WORDED_WEEKS:
        weeks = days // 7
        return "a week ago" if weeks == 1 else f"{number(weeks)} weeks ago"
    return f"in {_month(day, today)}"


def time_left(due: datetime, now: datetime) -> str:
    """Say how long is left until a moment: "5 hours left", "since yesterday"."""
    left = elapsed(now, due)
    if left <= timedelta(0):
        same_day = due.date() == now.date()
        return f"since {clock(due) if same_day else day_word(due.date(), now.date())}"
    if left < _HOUR:
        return f"{counted(max(1, left // _MINUTE), 'minute')} left"
    if left <= 24 * _HOUR:
        return f"{counted(left // _HOUR, 'hour')} left"
    return by_day(due.date(), now.date())


def by_day(day: date, today: date) -> str:
    """Say how long is left when a whole day is the limit: "today", "by Friday"."""
    if day == today:
        return "today"
    if day > today:
        return f"by {day_word(day, today)}"
    return "since last night" if (today - day).days == 1 else f"since {day_word(day, today)}"


def until_start(start: datetime, now: datetime) -> str:
    """Say how soon something begins: "in 3 hours", "now"."""
    left = elapsed(now, start)
    if left < _ABOUT_NOW:
        return "now"
    if left < _HOUR:
        return f"in {counted(left // _MINUTE, 'minute')}"
    return f"in {counted(left // _HOUR, 'hour')}"


def shortened(text: str, limit: int = 120) -> str:
    """Return the text on one line, cut at a word when it is longer than `limit` characters."""
    line = " ".join(text[: limit * 4].split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
