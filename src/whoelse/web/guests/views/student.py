"""The student's side: make the private page of a request, make it anew, take it back."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.guests import access, actions, overview
from whoelse.web.outreach.models import Message


@never_cache
@require_safe
def request_page(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Whether there is a private page, and until when; without a public address, why not."""
    message = access.request_for(request.user, public_id)
    return _shown(request, message)


@never_cache
@require_POST
def link(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Make a link. Its address is shown on this page, once: only a hash of it is kept."""
    message = access.request_for(request.user, public_id)
    into_text = "into_text" in request.POST
    address = actions.make_link(message, into_text=into_text, at=timezone.now())
    if into_text:
        messages.success(request, "The link stands in the text now. Read it once more.")
        return redirect("outreach:write", message.contact.public_id, message.kind)
    return _shown(request, message, address=address)


@require_POST
def withdrawal(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Close the page for good."""
    message = access.request_for(request.user, public_id)
    actions.withdraw_link(message, at=timezone.now())
    messages.success(request, "The private page is closed.")
    return redirect("guests:request", message.public_id)


def _shown(request: HttpRequest, message: Message, *, address: str = "") -> HttpResponse:
    context = {
        "message": message,
        "contact": message.contact,
        "address": address,
        "has_public_address": bool(settings.PUBLIC_ADDRESS),
        "overview": overview.of(message, at=timezone.now()),
    }
    return render_page(request, "guests/request.html", context)
