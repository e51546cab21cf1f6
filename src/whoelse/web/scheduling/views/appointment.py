"""The calendar file of an appointment, and sending the invitation to it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.scheduling import access, actions
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


@require_POST
def invitation_send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Send the invitation, its update or its cancellation by the student's own account."""
    appointment = access.appointment_for(request.user, public_id)
    actions.send_invitation(appointment, at=timezone.now())
    messages.success(request, f"It is on its way to {appointment.contact.name}.")
    return redirect("contacts:contact", appointment.contact.public_id)
