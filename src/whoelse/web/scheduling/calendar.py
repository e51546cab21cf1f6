"""Appointments as real calendar programs take them: a file, an invitation by mail, a feed.

Stable UID, growing SEQUENCE, the time zone beside it. Nothing private is in any of them: a file may
be passed on to the other person as it is.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from whoelse.web.scheduling.models import Appointment, Channel
from whoelse.web.scheduling.vtimezone import time_zone_around
from whoelse.web.scheduling.zones import zone_of

PRODUCT = "-//WhoElse//Informational interviews//EN"
ALARMS = (timedelta(days=-1), timedelta(minutes=-15))


def calendar_file(appointment: Appointment, *, at: datetime) -> bytes:
    """A published event in UTF-8 with CRLF, made `at`; cancelled where the appointment is."""
    event = _event(appointment, at)
    for before in () if appointment.is_cancelled else ALARMS:
        event.add_component(_alarm(before, _summary(appointment)))
    return _calendar("PUBLISH", event)


def invitation(appointment: Appointment, *, method: str = "", at: datetime) -> bytes:
    """An invitation by mail (RFC 5546): REQUEST, also for an update, or CANCEL.

    Both people need an address, or there is nobody to invite: `ValueError`.
    """
    contact, student = appointment.contact, appointment.student
    if not contact.email or not student.email:
        raise ValueError("An invitation names two addresses.")
    event = _event(appointment, at)
    attendee = vCalAddress(f"mailto:{contact.email}")
    attendee.params["CN"] = vText(_quotable(contact.name))
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    if not appointment.is_cancelled:
        attendee.params["RSVP"] = vText("TRUE")
    event.add("attendee", attendee, encode=False)
    return _calendar(method or method_of(appointment), event)


def method_of(appointment: Appointment) -> str:
    return "CANCEL" if appointment.is_cancelled else "REQUEST"


def feed_file(appointments: Iterable[Appointment], *, at: datetime) -> bytes:
    """All agreed talks of a student, for a calendar program that looks again every hour."""
    calendar = _calendar_of("PUBLISH")
    calendar.add("x-wr-calname", "Informational interviews")
    calendar.add("x-published-ttl", "PT1H")
    for appointment in appointments:
        event = _event(appointment, at, zone=UTC)
        event.pop("ORGANIZER", None)
        calendar.add_component(event)
    return calendar.to_ical()


def _calendar(method: str, event: Event) -> bytes:
    calendar = _calendar_of(method)
    start = event["DTSTART"].dt
    if isinstance(start.tzinfo, ZoneInfo) and start.tzinfo.key != "UTC":
        calendar.add_component(time_zone_around(start.tzinfo, start.year))
    calendar.add_component(event)
    return calendar.to_ical()


def _calendar_of(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _event(appointment: Appointment, at: datetime, *, zone: tzinfo | None = None) -> Event:
    zone = zone or _zone(appointment)
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", at)
    event.add("created", appointment.created_at)
    event.add("last-modified", appointment.updated_at)
    event.add("dtstart", appointment.starts_at.astimezone(zone))
    event.add("dtend", appointment.ends_at.astimezone(zone))
    event.add("summary", _summary(appointment))
    event.add("description", _description(appointment))
    event.add("status", "CANCELLED" if appointment.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if appointment.is_cancelled else "OPAQUE")
    _add_place(event, appointment)
    _add_organizer(event, appointment)
    return event


def _zone(appointment: Appointment) -> tzinfo:
    """The student's zone; UTC in the hour that clocks show twice, as local times cannot tell."""
    zone = zone_of(appointment.student_zone)
    ends = (appointment.starts_at.astimezone(zone), appointment.ends_at.astimezone(zone))
    return UTC if any(end.fold for end in ends) else zone


def _summary(appointment: Appointment) -> str:
    names = (appointment.contact.name, appointment.student.full_name)
    return f"Informational interview: {' and '.join(name for name in names if name)}"


def _description(appointment: Appointment) -> str:
    place = f": {appointment.place}" if appointment.place else ""
    return f"{appointment.manner}{place}\n{appointment.in_words}"


def _add_place(event: Event, appointment: Appointment) -> None:
    place = appointment.place
    if not place:
        return
    event.add("location", f"By phone: {place}" if appointment.channel == Channel.PHONE else place)
    if place.startswith(("https://", "http://")) and " " not in place:
        event.add("url", place)


def _add_organizer(event: Event, appointment: Appointment) -> None:
    """A published event names its organizer; without an address there is none to name."""
    student = appointment.student
    if student.email:
        organizer = vCalAddress(f"mailto:{student.email}")
        if student.full_name:
            organizer.params["CN"] = vText(_quotable(student.full_name))
        event["organizer"] = organizer


def _quotable(name: str) -> str:
    """A parameter of a calendar cannot hold a quotation mark."""
    return name.replace('"', "'")


def _alarm(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", words)
    return alarm
