"""Busy calendars: added, read, read again, removed.

Reading never happens inside a transaction: a slow server must not keep others waiting. A calendar
that cannot be read keeps the busy times it had.
"""

from datetime import datetime, timedelta

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.core.errors import UserError
from whoelse.web.core.secrets import CannotBeOpened
from whoelse.web.scheduling import bridge
from whoelse.web.scheduling.dav import Account
from whoelse.web.scheduling.fetching import CannotBeFetched, fetch, place_of
from whoelse.web.scheduling.models import BusyCalendar, BusyTime
from whoelse.web.scheduling.queries import calendars_of, due_calendars

Kind = BusyCalendar.Kind
# Own estimates: people plan by the day, and a server that is down is not asked every minute.
EVERY = timedelta(hours=1)
EVERY_FILE = timedelta(days=1)
RETRY, LONGEST_RETRY = timedelta(minutes=30), timedelta(days=1)
CLAIM = timedelta(minutes=10)
ACCOUNT_SECONDS = 40.0  # own setting: a CalDAV account is asked several times, and a page waits
MOST_CALENDARS = 10
MOST_FILE_BYTES = 2_000_000
KEPT_REASONS = 30


class TooManyCalendars(UserError):
    """Ten are enough for one person."""


class NoCalendar(UserError):
    """What was read is no calendar."""


def add_link(student: Student, *, address: str, name: str = "", at: datetime) -> BusyCalendar:
    """Add a calendar by its link and read it at once. A link that gives nothing is not kept."""
    parts = place_of(address)
    return _added(student, Kind.LINK, name or parts.hostname, at, address=parts.geturl())


def add_file(student: Student, *, data: bytes, name: str, at: datetime) -> BusyCalendar:
    """Add an uploaded calendar. The file is kept, sealed: its weeks ahead are read as they come."""
    content = data[:MOST_FILE_BYTES].decode("utf-8-sig", "replace")
    return _added(student, Kind.FILE, name, at, content=content)


def add_account(
    student: Student, *, address: str, username: str, password: str, name: str = "", at: datetime
) -> BusyCalendar:
    """Add a CalDAV account, or one calendar of it."""
    parts = place_of(address)
    fields = {"address": parts.geturl(), "username": username, "secret": password}
    return _added(student, Kind.CALDAV, name or parts.hostname, at, **fields)


def read_again(calendar: BusyCalendar, *, at: datetime) -> None:
    """Read it now. What went wrong is kept with it and told on its page, never raised."""
    try:
        data = _content(calendar, at)
        if data is not None:
            _keep(calendar, _understood(data, calendar, at), at)
            return
        calendar.last_error = ""
    except (CannotBeFetched, NoCalendar, CannotBeOpened) as told:
        _keep_failure(calendar, told, at)
        return
    _keep_unchanged(calendar, at)


def read_due(*, at: datetime) -> int:
    """Read every calendar whose time has come, each by one worker alone; how many."""
    done = 0
    for calendar in due_calendars(at=at)[:100]:
        claimed = BusyCalendar.objects.filter(pk=calendar.pk, fetch_after=calendar.fetch_after)
        if claimed.update(fetch_after=at + CLAIM):
            read_again(calendar, at=at)
            done += 1
    return done


@transaction.atomic
def remove_calendar(calendar: BusyCalendar, *, at: datetime) -> None:
    """Forget a calendar and everything read from it."""
    record(
        calendar.student,
        verb="removed_calendar",
        sentence=f"The calendar {calendar.name} was removed",
        at=at,
    )
    calendar.delete()


def _added(
    student: Student, kind: str, name: str | None, at: datetime, **fields: str
) -> BusyCalendar:
    if calendars_of(student).count() >= MOST_CALENDARS:
        raise TooManyCalendars("Ten calendars are the most.", "Remove one of them first.")
    shown = " ".join((name or "Calendar").split())[:120]
    calendar = BusyCalendar(student=student, kind=kind, name=shown, **fields)
    data = _content(calendar, at)
    found = _understood(data or b"", calendar, at)
    with transaction.atomic():
        calendar.save()
        _keep(calendar, found, at)
        sentence = f"The calendar {shown} says when you are busy"
        record(student, verb="added_calendar", sentence=sentence, at=at)
    return calendar


def _content(calendar: BusyCalendar, at: datetime) -> bytes | None:
    """The calendar as it is now; None where its server says that nothing changed."""
    if calendar.kind == Kind.FILE:
        return calendar.content.open().encode()
    if calendar.kind == Kind.CALDAV:
        account = Account(calendar.address.open(), calendar.username, calendar.secret.open())
        start, end = at - timedelta(days=1), at + bridge.HORIZON
        return account.events(start=start, end=end, seconds=ACCOUNT_SECONDS)
    answer = fetch(calendar.address.open(), headers=_conditions(calendar, at))
    if answer.status == 304:
        return None
    calendar.etag = answer.headers.get("etag", "")[:200]
    calendar.modified = answer.headers.get("last-modified", "")[:80]
    return answer.body


def _conditions(calendar: BusyCalendar, at: datetime) -> dict[str, str]:
    """Ask for changes only, as long as what is known reaches far enough."""
    reach = at + bridge.HORIZON - timedelta(days=7)
    if calendar.known_until is None or calendar.known_until < reach:
        return {}
    told = {"If-None-Match": calendar.etag, "If-Modified-Since": calendar.modified}
    return {name: value for name, value in told.items() if value and value.isprintable()}


def _understood(data: bytes, calendar: BusyCalendar, at: datetime) -> bridge.Busy:
    found = bridge.busy_of(data, calendar.student, at=at)
    is_empty_account = calendar.kind == Kind.CALDAV and not data
    if not found.is_calendar and not is_empty_account:
        raise NoCalendar(
            "What is there is no calendar.", "It is a file that ends in .ics, or a link to one."
        )
    return found


@transaction.atomic
def _keep(calendar: BusyCalendar, found: bridge.Busy, at: datetime) -> None:
    if not BusyCalendar.objects.select_for_update().filter(pk=calendar.pk).exists():
        return  # removed while its server was slow
    calendar.times.all().delete()
    BusyTime.objects.bulk_create(
        (
            BusyTime(calendar=calendar, starts_at=interval.start, ends_at=interval.end)
            for interval in found.intervals
        ),
        batch_size=500,
    )
    calendar.skipped = [{"uid": s.uid, "why": s.why} for s in found.skipped[:KEPT_REASONS]]
    calendar.known_until = at + bridge.HORIZON
    _keep_unchanged(calendar, at)


def _keep_unchanged(calendar: BusyCalendar, at: datetime) -> None:
    every = EVERY_FILE if calendar.kind == Kind.FILE else EVERY
    calendar.last_error, calendar.failures = "", 0
    calendar.last_fetched_at, calendar.fetch_after = at, at + every
    _save(calendar)


def _keep_failure(calendar: BusyCalendar, told: UserError, at: datetime) -> None:
    calendar.last_error = f"{told.message} {told.hint}".strip()[:300]
    calendar.failures = min(calendar.failures + 1, 100)
    wait = min(RETRY * 2 ** min(calendar.failures - 1, 10), LONGEST_RETRY)
    calendar.fetch_after = at + wait
    _save(calendar)


def _save(calendar: BusyCalendar) -> None:
    names = ("etag", "modified", "skipped", "known_until", "last_error", "failures",
             "last_fetched_at", "fetch_after")  # fmt: skip
    BusyCalendar.objects.filter(pk=calendar.pk).update(
        **{name: getattr(calendar, name) for name in names}
    )
