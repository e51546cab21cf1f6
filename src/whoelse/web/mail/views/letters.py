"""A letter on its way, and what the student decides about it. Each decision is a button."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.mail import access, actions
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.models import Outgoing


@never_cache
@require_safe
def letter(request: HttpRequest, public_id: UUID) -> HttpResponse:
    row = access.letter_for(request.user, public_id)
    return render_page(request, "mail/letter.html", {"letter": row, "contact": row.contact})


@require_POST
def take_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep it from leaving; the draft is a draft again."""
    words = "It stays here. The draft is a draft again."
    return _decided(request, public_id, actions.take_back, words)


@require_POST
def now(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Try again now."""
    return _decided(request, public_id, actions.send_now, "Trying again now.")


@require_POST
def did_leave(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The student knows that it left."""
    return _decided(request, public_id, actions.confirm_sent, "Noted: it left.")


@require_POST
def again(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let it leave once more."""
    return _decided(request, public_id, actions.send_again, "It leaves again.")


@require_POST
def give_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let it be."""
    return _decided(request, public_id, actions.give_up, "Noted. The draft is a draft again.")


@require_POST
def seen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The student has read why it did not leave."""
    return _decided(request, public_id, actions.settle, "Noted.")


@require_POST
def look(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Look into the Sent folder of the account for it."""
    row = access.letter_for(request.user, public_id)
    try:
        found = actions.find_in_sent(row, at=timezone.now())
    except MailFailure as failure:
        messages.error(request, f"{failure.words} {failure.hint}")
        return redirect(_path(row))
    if found:
        messages.success(request, "It lies in your Sent folder, so it left.")
    elif found is None:
        words = "It is not in your Sent folder. That says nothing: your provider keeps no copy."
        messages.info(request, words)
    else:
        words = "It is not in your Sent folder, where your provider puts all you send."
        messages.info(request, f"{words} Most likely it did not leave.")
    return redirect(_path(row))


@require_POST
def incoming_seen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Nothing follows from it; of a bounce: the address is right."""
    row = access.incoming_for(request.user, public_id)
    actions.settle_incoming(row, at=timezone.now())
    messages.success(request, "Noted.")
    return redirect("contacts:contact", row.contact.public_id)


@require_POST
def incoming_forget(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It was no answer; its words are removed here. In the mailbox it stays as it is."""
    row = access.incoming_for(request.user, public_id)
    actions.forget_incoming(row, at=timezone.now())
    messages.success(request, "Its words are removed here. In your mailbox nothing changed.")
    return redirect("contacts:contact", row.contact.public_id)


def _decided(
    request: HttpRequest, public_id: UUID, decide: Callable[..., None], words: str
) -> HttpResponse:
    row = access.letter_for(request.user, public_id)
    at: datetime = timezone.now()
    decide(row, at=at)
    messages.success(request, words)
    return redirect(_path(row))


def _path(row: Outgoing) -> str:
    return row.path or reverse("mail:letter", args=[row.public_id])
