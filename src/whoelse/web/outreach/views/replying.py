"""What came back: recorded once, corrected as long as nothing followed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.core.htmx import render_page
from whoelse.web.mail.access import incoming_for
from whoelse.web.mail.queries import ANSWERS
from whoelse.web.outreach import access, actions
from whoelse.web.outreach.forms import ReplyForm
from whoelse.web.outreach.models import Came, Message
from whoelse.web.outreach.queries import message_answered_by
from whoelse.web.outreach.views.leaving import sent_page

LEADS_TO_A_TIME = (Came.YES, Came.TIMES_OFFERED, Came.ANOTHER_TIME)
SAID = {
    Came.NO: "Noted. A no is rarely about you; ask somebody else.",
    Came.NAMED_SOMEBODY_ELSE: "Noted. The name is in People now.",
    Came.IN_WRITING: "Noted. Thank them, and write down what you learned.",
    Came.NOT_THIS_TERM: "Noted. You can ask again after this term.",
    Came.NEVER_AGAIN: "Noted for good. WhoElse writes nothing more to this person.",
}


@require_POST
def reply(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record what came back. Nothing yet changes nothing."""
    row = access.message_for(request.user, public_id)
    form = ReplyForm(request.POST, kind=row.kind)
    if not form.is_valid():
        return sent_page(request, row, form)
    return _noted(request, row, form)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What came by mail, and the question what it means, with their words filled in."""
    incoming = incoming_for(request.user, public_id)
    row = message_answered_by(incoming)
    is_question = incoming.kind in ANSWERS and row is not None and not row.is_answered
    form = None
    if is_question:
        data = request.POST if request.method == "POST" else None
        words = {"note": incoming.text[:5_000]}
        form = ReplyForm(data, kind=row.kind, has_come=True, initial=words)
    if form and form.is_bound and form.is_valid():
        return _noted(request, row, form)
    context = {"incoming": incoming, "contact": incoming.contact, "message": row, "form": form}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "outreach/answer.html", context, status=status)


@require_POST
def reply_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take back what was recorded by mistake."""
    row = access.message_for(request.user, public_id)
    actions.remove_reply(row, at=timezone.now())
    messages.success(request, "Taken back. Say what really came.")
    return redirect("outreach:message", row.public_id)


def _noted(request: HttpRequest, row: Message, form: ReplyForm) -> HttpResponse:
    if form.is_nothing:
        messages.info(request, "Nothing yet is nothing lost. The days go on being counted.")
        return redirect("outreach:message", row.public_id)
    actions.record_reply(row, **form.cleaned_data, at=timezone.now())
    return _onward(request, row, form.cleaned_data["came"])


def _onward(request: HttpRequest, row: Message, came: str) -> HttpResponse:
    if came in LEADS_TO_A_TIME:
        messages.success(request, "Good news. Agree on a time within a day.")
        return redirect("interviews:agree", row.contact.public_id)
    messages.success(request, SAID[Came(came)])
    return redirect("outreach:message", row.public_id)
