"""The student's own zone, as days are counted in it."""

import zoneinfo

from whoelse.web.accounts.models import Student


def zone_of(student: Student) -> zoneinfo.ZoneInfo:
    """UTC where the name of the zone means nothing on this machine."""
    try:
        return zoneinfo.ZoneInfo(student.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return zoneinfo.ZoneInfo("UTC")
