"""Writing up what was learned, and the way on to the thank-you."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, queries
from whoelse.web.interviews.forms import WriteUpForms
from whoelse.web.interviews.forms.shown import shown_of
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.notebook import notebook_of, ready_sentences, shelve
from whoelse.web.interviews.timeline import scale_x

GROWING = ("use", "more")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    forms, context = _forms(request, interview)
    if not forms.is_bound or not forms.is_valid():
        status = 422 if forms.is_bound else 200
        return render_page(
            request, "interviews/write_up.html", context, partial="form", status=status
        )
    is_finished = request.GET.get("then") != "stay"
    at = timezone.now()
    written = forms.written(is_finished=is_finished, strike=request.GET.get("strike", ""))
    for problem in actions.save_write_up(interview, written, is_finished=is_finished, at=at):
        messages.warning(request, f"{problem.message} {problem.hint}")
    return _onwards(request, interview, is_finished=is_finished)


@require_POST
def thanks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.start_thanks(interview, at=timezone.now())
    return redirect("outreach:write", interview.contact.public_id, "thanks")


@require_POST
def promise_kept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    promise = access.promise_for(request.user, public_id)
    is_kept = request.POST.get("kept", "1") == "1"
    actions.keep_promise(promise, is_kept=is_kept, at=timezone.now())
    return redirect("interviews:write-up", promise.interview.public_id)


def _forms(request: HttpRequest, interview: Interview) -> tuple[WriteUpForms, dict[str, object]]:
    notebook = notebook_of(interview)
    rating, before = queries.clarity_around(interview)
    shown = shown_of(
        interview,
        notebook,
        before=before,
        rating=rating,
        use=ready_sentences(notebook, request.GET.get("use", "")),
        more=request.GET.get("more", ""),
    )
    data = request.POST if request.method == "POST" else None
    forms = WriteUpForms(data, shown=shown, contact_name=interview.contact.short_name)
    rest = shelve(notebook, forms.sentences)
    context = {
        "interview": interview,
        "forms": forms,
        "lines": list(zip(forms.findings, rest.beside, strict=True)),
        "other_notes": rest.other,
        "unused": rest.count,
        "before": before,
        "before_x": scale_x(before.rating) if before else 0,
        "saved": request.GET.get("saved"),
    }
    return forms, context


def _onwards(request: HttpRequest, interview: Interview, *, is_finished: bool) -> HttpResponse:
    if is_finished and not interview.is_thanked:
        actions.start_thanks(interview, at=timezone.now())
        return redirect("outreach:write", interview.contact.public_id, "thanks")
    path = reverse("interviews:write-up", args=[interview.public_id])
    grow = {name: request.GET[name] for name in GROWING if name in request.GET}
    if not grow:
        messages.success(request, "Saved.")
    return redirect(f"{path}?{urlencode(grow)}" if grow else path)
