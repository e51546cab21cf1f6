"""The calendar file of an appointment. The pages around it belong to interviews."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from whoelse.web.scheduling import access
from whoelse.web.scheduling.calendar import calendar_file


@never_cache
@require_safe
def invitation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    appointment = access.appointment_for(request.user, public_id)
    return HttpResponse(
        calendar_file(appointment, at=timezone.now()),
        content_type="text/calendar; charset=utf-8; method=PUBLISH",
        headers={"Content-Disposition": 'attachment; filename="interview.ics"'},
    )
