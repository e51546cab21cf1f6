"""The room. Every button of a question saves the note first, so it works without JavaScript."""

from collections.abc import Callable
from secrets import token_hex
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, queries
from whoelse.web.interviews.forms import MarkForm, NameForm, NoteForm
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.page import Page, page_of
from whoelse.web.interviews.queries import question_at
from whoelse.web.interviews.room_state import state_of


@never_cache
@require_safe
def room(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    if not interview.is_open and not interview.held_at:
        return render_page(request, "interviews/room_closed.html", {"interview": interview})
    return _show(request, _page(request, interview))


@require_POST
def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.begin_interview(interview, at=timezone.now())
    return redirect("interviews:room", interview.public_id)


@require_POST
def begin_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    if actions.step_back(interview):
        return redirect("interviews:prepare", interview.public_id)
    messages.warning(request, "There are notes already, so the conversation has begun.")
    return redirect("interviews:room", interview.public_id)


@require_POST
def pause(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _turn_clock(request, public_id, actions.pause_clock)


@require_POST
def pause_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _turn_clock(request, public_id, actions.resume_clock)


@require_POST
def more_time(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _turn_clock(request, public_id, actions.give_more_time)


def _turn_clock(request: HttpRequest, public_id: UUID, action: Callable[..., None]) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    if refused := _note_refused(request, interview):
        return refused
    action(interview, at=timezone.now())
    return _at(interview, request.GET.get("q", ""))


@require_POST
def note(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep the note at one question and go to another."""
    interview = access.interview_for(request.user, public_id)
    if refused := _note_refused(request, interview):
        return refused
    return _at(interview, request.POST.get("to") or request.GET.get("q", ""))


@require_POST
def mark(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    form = MarkForm(request.POST)
    if refused := _note_refused(request, interview, mark=form):
        return refused
    if not form.is_valid():
        return _show(request, _page(request, interview, mark=form), status=422)
    question = question_at(interview, request.GET.get("q", ""))
    actions.add_mark(interview, question, at=timezone.now(), **form.marking)
    return _at(interview, request.GET.get("q", ""))


@require_POST
def mark_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    if refused := _note_refused(request, interview):
        return refused
    actions.undo_mark(interview, question_at(interview, request.GET.get("q", "")))
    return _at(interview, request.GET.get("q", ""))


@require_POST
def name(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    form = NameForm(request.POST)
    if refused := _note_refused(request, interview, name=form):
        return refused
    if not form.is_valid():
        return _show(request, _page(request, interview, name=form), status=422)
    actions.name_person(interview, at=timezone.now(), **form.cleaned_data)
    return _at(interview, request.GET.get("q", ""))


@require_POST
def name_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    person = access.named_for(request.user, public_id)
    if refused := _note_refused(request, person.interview):
        return refused
    actions.unname_person(person)
    return _at(person.interview, request.GET.get("q", ""))


@require_POST
def copy_merge(request: HttpRequest, public_id: UUID) -> HttpResponse:
    copy = access.copy_for(request.user, public_id)
    if refused := _note_refused(request, copy.interview):
        return refused
    actions.merge_copy(copy, at=timezone.now())
    return _at(copy.interview, request.GET.get("q", ""))


@require_POST
def copy_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    copy = access.copy_for(request.user, public_id)
    if refused := _note_refused(request, copy.interview):
        return refused
    version = request.GET.get("v", "")
    actions.drop_copy(copy, version=int(version) if version.isdecimal() else None)
    return _at(copy.interview, request.GET.get("q", ""))


@require_POST
def end(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    name_form = NameForm(request.POST)
    if refused := _note_refused(request, interview, name=name_form):
        return refused
    if request.POST.get("full_name", "").strip():
        if not name_form.is_valid():
            return _show(request, _page(request, interview, name=name_form), status=422)
        actions.name_person(interview, at=timezone.now(), **name_form.cleaned_data)
    actions.end_interview(interview, at=timezone.now())
    return redirect("interviews:write-up", interview.public_id)


def _note_refused(
    request: HttpRequest, interview: Interview, **forms: MarkForm | NameForm
) -> HttpResponse | None:
    """Save the note that came along; the page with everything in it if it cannot be kept."""
    if "text" not in request.POST:
        return None
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _show(request, _page(request, interview, note=form, **forms), status=422)
    question = question_at(interview, request.GET.get("q", ""))
    actions.save_note(interview, question, at=timezone.now(), **form.saving)
    return None


def _page(
    request: HttpRequest,
    interview: Interview,
    *,
    note: NoteForm | None = None,
    mark: MarkForm | None = None,
    name: NameForm | None = None,
) -> Page:
    question = queries.question_to_show(interview, request.GET.get("q", ""))
    page = page_of(interview, question, at=timezone.now())
    initial = {"text": page.text, "base": page.version, "tab": token_hex(8), "turn": 0}
    page.note_form = note or NoteForm(initial=initial)
    page.mark_form = mark or MarkForm()
    page.name_form = name or NameForm()
    return page


def _show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    interview, now = page.interview, timezone.now()
    context = {
        "page": page,
        "interview": interview,
        "state": state_of(interview, at=now),
        "is_over": interview.appointment.ends_at < now,
    }
    return render_page(request, "interviews/room.html", context, status=status)


def _at(interview: Interview, question: str) -> HttpResponse:
    path = reverse("interviews:room", args=[interview.public_id])
    return redirect(f"{path}?{urlencode({'q': question})}" if question else path)
