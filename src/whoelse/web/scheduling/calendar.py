"""The calendar file of an appointment, as real calendar programs take it.

A published event: stable UID, growing SEQUENCE, its time zone beside it, two alarms. Nothing
private is in it: it may be passed on to the other person as it is.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from whoelse.web.scheduling.models import Appointment, Channel
from whoelse.web.scheduling.vtimezone import time_zone_around
from whoelse.web.scheduling.zones import zone_of

PRODUCT = "-//WhoElse//Informational interviews//EN"
ALARMS = (timedelta(days=-1), timedelta(minutes=-15))


def calendar_file(appointment: Appointment, *, at: datetime) -> bytes:
    """The file in UTF-8 with CRLF, made `at`; cancelled where the appointment is."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    event = _event(appointment, at)
    start = event["DTSTART"].dt
    if isinstance(start.tzinfo, ZoneInfo) and start.tzinfo.key != "UTC":
        calendar.add_component(time_zone_around(start.tzinfo, start.year))
    calendar.add_component(event)
    return calendar.to_ical()


def _event(appointment: Appointment, at: datetime) -> Event:
    zone = _zone(appointment)
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
    for before in () if appointment.is_cancelled else ALARMS:
        event.add_component(_alarm(before, _summary(appointment)))
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
            organizer.params["CN"] = vText(student.full_name.replace('"', "'"))
        event["organizer"] = organizer


def _alarm(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", words)
    return alarm
