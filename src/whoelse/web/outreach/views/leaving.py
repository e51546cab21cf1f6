"""A message on its way out: the ways, and saying that it left. A sent one shows what came of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.mail.queries import account_of, failure_of
from whoelse.web.outreach import access, actions, bridge
from whoelse.web.outreach.forms import AddressForm, ReplyForm, SentForm
from whoelse.web.outreach.models import Message, Way
from whoelse.web.outreach.queries import EXPECTING, answers_to
from whoelse.web.outreach.ways import LONG_LINK, eml_file, mailto


@require_safe
def message(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The ways out of a draft, or what was sent and what came back."""
    row = access.message_for(request.user, public_id)
    now = timezone.now()
    if row.is_on_its_way:
        context = {"message": row, "contact": row.contact, "letter": row.outgoing}
        return render_page(request, "outreach/on_its_way.html", context)
    if row.is_draft:
        access.ensure_may_leave(row, at=now)
        return leave_page(request, row, now=now)
    return sent_page(request, row)


@require_POST
def send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Release it: it leaves through the student's own account."""
    row = access.message_for(request.user, public_id)
    actions.release_message(row, at=timezone.now())
    messages.success(request, f"Released. It is on its way to {row.contact.name}.")
    return redirect("outreach:message", row.public_id)


@require_POST
def take_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """It was said to have left by mistake."""
    row = access.message_for(request.user, public_id)
    actions.take_back_sent(row, at=timezone.now())
    messages.success(request, "It is a draft again.")
    return redirect("outreach:message", row.public_id)


@never_cache
@require_safe
def eml(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The message as a file that a mail program opens for sending."""
    row = access.message_for(request.user, public_id)
    actions.refuse_sent(row)
    access.ensure_may_leave(row, at=timezone.now())
    return HttpResponse(
        eml_file(row),
        content_type="message/rfc822",
        headers={"Content-Disposition": 'attachment; filename="message.eml"'},
    )


@require_POST
def sent(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """I sent it: the clocks begin to run."""
    row = access.message_for(request.user, public_id)
    now = timezone.now()
    actions.refuse_sent(row)
    access.ensure_may_leave(row, at=now)
    form = SentForm(request.POST, now=now)
    if not form.is_valid():
        return leave_page(request, row, now=now, form=form)
    actions.mark_sent(row, **form.cleaned_data, at=now)
    messages.success(request, f"Well done. It is noted that you wrote to {row.contact.name}.")
    return redirect("outreach:message", row.public_id)


@require_POST
def address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Note the address that was missing."""
    row = access.message_for(request.user, public_id)
    now = timezone.now()
    access.ensure_may_leave(row, at=now)
    form = AddressForm(request.POST)
    if not form.is_valid():
        return leave_page(request, row, now=now, address_form=form)
    actions.add_address(row.contact, email=form.cleaned_data["email"], at=now)
    return redirect("outreach:message", row.public_id)


@require_POST
def discard(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Throw the draft away and go back to the person."""
    row = access.message_for(request.user, public_id)
    actions.refuse_sent(row)
    actions.discard_draft(row)
    messages.success(request, "The draft is gone.")
    return redirect("contacts:contact", row.contact.public_id)


def leave_page(
    request: HttpRequest,
    row: Message,
    *,
    now: datetime,
    form: SentForm | None = None,
    address_form: AddressForm | None = None,
) -> HttpResponse:
    way = Way.MAIL_PROGRAM if row.contact.email else Way.COPY
    link = mailto(row) if row.contact.email else ""
    context: dict[str, Any] = {
        "message": row,
        "contact": row.contact,
        "account": account_of(row.student),
        "failing": failure_of(row.contact),
        "mailto": link,
        "is_long_link": len(link) > LONG_LINK,
        "form": form or SentForm(now=now, initial={"way": way, "sent_at": timezone.localtime(now)}),
        "address_form": address_form or AddressForm(),
    }
    status = 422 if form or address_form else 200
    return render_page(request, "outreach/leave.html", context, status=status)


def sent_page(request: HttpRequest, row: Message, form: ReplyForm | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "message": row,
        "contact": row.contact,
        "clocks": bridge.clocks_of(row),
        "answers": answers_to(row),
        "may_be_taken_back": access.may_be_taken_back(row, at=timezone.now()),
        "expects_answer": row.kind in EXPECTING,
        "form": form or ReplyForm(kind=row.kind),
    }
    return render_page(request, "outreach/sent.html", context, status=422 if form else 200)
