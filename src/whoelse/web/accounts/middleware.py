"""Times are shown in the student's own zone."""

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from whoelse.web.accounts.models import Student


class StudentZone:
    """Activate the student's time zone for the request; UTC where there is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Kept on the user, so that `access.student_of` asks the database no second time.
        student: Student | None = getattr(request.user, "student", None)
        request.student = student
        try:
            zone = zoneinfo.ZoneInfo(student.time_zone if student else "UTC")
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            zone = zoneinfo.ZoneInfo("UTC")
        with timezone.override(zone):
            return self.get_response(request)
