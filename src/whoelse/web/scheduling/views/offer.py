"""Offering times to one person: proposed, ticked, put into the message; and their own proposals."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from whoelse.web.contacts.access import contact_for, ensure_may_be_written_to
from whoelse.web.contacts.models import Contact
from whoelse.web.core.htmx import render_page
from whoelse.web.outreach import actions as outreach
from whoelse.web.scheduling import access, actions, queries
from whoelse.web.scheduling.forms.offer import OfferForm, chosen_minutes, chosen_zone
from whoelse.web.scheduling.offer_page import OfferPage


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    contact, at = contact_for(request.user, contact_id), timezone.now()
    ensure_may_be_written_to(contact)
    student = contact.student
    form = OfferForm(
        request.POST if request.method == "POST" else None,
        student=student,
        contact=contact,
        now=at,
    )
    if form.is_valid():
        message = queries.message_for_times(contact)
        message = message or outreach.start_draft(contact, kind="request", at=at)
        said = form.cleaned_data
        offers = actions.offer_times(
            student,
            message=message,
            times=said["times"],
            minutes=said["minutes"],
            contact_zone=said["contact_zone"],
            at=at,
        )
        if message.is_draft:
            actions.put_into_draft(message, offers, at=at)
            messages.success(request, "The times are in your message. They are held for 21 days.")
            return redirect("outreach:write", contact.public_id, message.kind)
        return redirect("scheduling:offer-text", contact.public_id)
    data = request.POST if request.method == "POST" else request.GET
    page = OfferPage.of(
        contact, zone=chosen_zone(data, student, contact), minutes=chosen_minutes(data), at=at
    )
    status = 422 if form.is_bound else 200
    return _answer(request, "offer", contact, page=page, form=form, status=status)


@require_safe
def offer_text(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """The offered times in words, to copy into an answer to somebody who was asked already."""
    contact = contact_for(request.user, contact_id)
    ensure_may_be_written_to(contact)
    offers = queries.held_for(contact, at=timezone.now())
    words = actions.times_in_words(offers, here=contact.student.time_zone)
    return _answer(request, "offer_text", contact, offers=offers, words=words)


@require_POST
def proposal_decline(request: HttpRequest, public_id: UUID) -> HttpResponse:
    proposed = access.proposal_for(request.user, public_id)
    actions.decline_proposal(proposed, at=timezone.now())
    return redirect("scheduling:offer", proposed.contact.public_id)


def _answer(
    request: HttpRequest, name: str, contact: Contact, *, status: int = 200, **context: Any
) -> HttpResponse:
    proposals = queries.open_proposals(contact.student).filter(contact=contact)
    return render_page(
        request,
        f"scheduling/{name}.html",
        {"contact": contact, "proposals": proposals, "now": timezone.now(), **context},
        status=status,
    )
