"""Writing a message: a draft, the student's words, and the linter beside it.

Every button of the page saves what was typed; only looking it over does not.
"""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.contacts.access import contact_for
from whoelse.web.core.htmx import render_page
from whoelse.web.outreach import access, actions, bridge
from whoelse.web.outreach.bridge import Remark
from whoelse.web.outreach.write_page import WritePage

CHANGED_MEANWHILE = "The text changed meanwhile. Here it is, looked over again."


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """The draft of this kind, or one made from what is known; POST saves it."""
    page = _page(request, contact_id, kind)
    if request.method != "POST":
        return _answer(request, page)
    if not page.is_valid:
        return _answer(request, page, status=422)
    actions.save_draft(page.contact, confirmed=page.confirmed, **page.typed())
    messages.success(request, "Saved and looked over.")
    return _back(page)


@require_POST
def findings(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """Look the typed text over without saving it."""
    page = _page(request, contact_id, kind)
    return _answer(request, page, status=200 if page.is_valid else 422)


@require_POST
def words(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """Put the student's words into the draft; a text changed by hand stays as it is."""
    page = _page(request, contact_id, kind)
    if not page.is_valid:
        return _answer(request, page, status=422)
    draft = actions.put_words_in(page.contact, replace=page.words_form.replaces, **page.typed())
    if draft.body == page.body:
        messages.info(request, "You changed the text, so it stays. Your words are kept beside it.")
    return _back(page)


@require_POST
def instead(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """Put the advised sentence into the place of a finding."""
    return _revise(request, contact_id, kind, bridge.used)


@require_POST
def without(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """Take the sentence of a finding out."""
    return _revise(request, contact_id, kind, bridge.without)


@require_POST
def release(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """Save the message and go on to the ways out, if nothing holds it back."""
    page = _page(request, contact_id, kind)
    if not page.is_valid:
        return _answer(request, page, status=422)
    draft = actions.save_draft(page.contact, confirmed=page.confirmed, **page.typed())
    if not page.context()["may_leave"]:
        return _answer(request, page, status=422, is_held=True)
    return redirect("outreach:message", draft.public_id)


def _page(request: HttpRequest, contact_id: UUID, kind: str) -> WritePage:
    contact = contact_for(request.user, contact_id)
    kind = access.kind_named(kind)
    at = timezone.now()
    access.ensure_may_write(contact, kind, at=at)
    access.ensure_not_on_its_way(contact, kind)
    data = request.POST if request.method == "POST" else None
    return WritePage(contact, kind, at=at, data=data)


def _answer(
    request: HttpRequest, page: WritePage, *, status: int = 200, is_held: bool = False
) -> HttpResponse:
    context = page.context() | {"is_held": is_held}
    return render_page(request, "outreach/write.html", context, partial="review", status=status)


def _revise(
    request: HttpRequest,
    contact_id: UUID,
    kind: str,
    revise: Callable[..., tuple[str, str]],
) -> HttpResponse:
    """Change the place that a finding is about, as it stands in the typed text."""
    page = _page(request, contact_id, kind)
    if not page.is_valid:
        return _answer(request, page, status=422)
    remark: Remark | None = page.review().remark(request.POST.get("finding", ""))
    typed = page.typed()
    if remark is None:
        messages.info(request, CHANGED_MEANWHILE)
    else:
        subject, body = revise(remark, subject=page.subject, body=page.body)
        typed |= {"subject": subject[:200], "body": body}
    actions.save_draft(page.contact, confirmed=page.confirmed, **typed)
    return _back(page)


def _back(page: WritePage) -> HttpResponse:
    path = reverse("outreach:write", args=[page.contact.public_id, page.kind])
    return redirect(f"{path}#draft")
