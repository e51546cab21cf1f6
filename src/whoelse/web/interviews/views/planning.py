"""Preparing: the plan, every change to it, and the one page on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.contacts.queries import referrals_to
from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, bridge, queries
from whoelse.web.interviews.forms import (
    ChosenForm,
    MoveForm,
    OwnQuestionForm,
    PinForm,
    PrioritiesForm,
)
from whoelse.web.interviews.models import FacetName, Interview
from whoelse.web.interviews.timeline import bar_of, phases_of


@require_safe
def prepare(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    return _plan_page(request, interview, _own(interview))


@require_safe
def sheet(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    rows = list(queries.questions_of(interview))
    context = {
        "interview": interview,
        "phases": phases_of(rows),
        "density": "few" if len(rows) < 6 else "some" if len(rows) < 8 else "many",
        "bar": bar_of(rows, interview.appointment.minutes),
    }
    return render_page(request, "interviews/sheet.html", context)


@require_POST
def plan(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.plan_afresh(interview, at=timezone.now())
    return _back(interview)


@require_POST
def prepared(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.mark_prepared(interview, at=timezone.now())
    messages.success(request, "Prepared. The plan waits for you in the room.")
    return redirect("interviews:interviews")


@require_http_methods(["GET", "HEAD", "POST"])
def priorities(request: HttpRequest, public_id: UUID | None = None) -> HttpResponse:
    """What matters most to the student; coming from a plan, the plan follows at once."""
    student = student_of(request.user)
    interview = access.interview_for(request.user, public_id) if public_id else None
    data = request.POST if request.method == "POST" else None
    form = PrioritiesForm(data, initial={"facets": queries.priorities_of(student)})
    if not form.is_valid():
        context = {"form": form, "interview": interview}
        status = 422 if form.is_bound else 200
        return render_page(request, "interviews/priorities.html", context, status=status)
    actions.save_priorities(
        student, facets=form.cleaned_data["facets"], interview=interview, at=timezone.now()
    )
    messages.success(request, "Saved. New plans ask about it first.")
    return _back(interview) if interview else redirect("discoveries:discoveries")


@require_POST
def bans_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.allow_again(interview, at=timezone.now())
    return _back(interview)


@require_POST
def question_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    form = ChosenForm(request.POST)
    if form.is_valid():
        actions.swap_in(interview, question=form.cleaned_data["question"], at=timezone.now())
        return _back(interview)
    return _plan_page(request, interview, _own(interview), status=422)


@require_POST
def question_own(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    form = _own(interview, request.POST)
    if form.is_valid():
        actions.add_own(interview, at=timezone.now(), **form.cleaned_data)
        return _back(interview)
    return _plan_page(request, interview, form, status=422)


@require_POST
def question_own_check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the linter says while an own question is typed. Changes nothing."""
    interview = access.interview_for(request.user, public_id)
    form = _own(interview, request.POST)
    form.is_valid()
    context = {"interview": interview, "own": form}
    return render_page(request, "interviews/_own_remarks.html", context)


@require_POST
def question_pin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    row = access.question_for(request.user, public_id)
    form = PinForm(request.POST)
    is_pinned = form.is_valid() and form.cleaned_data["pinned"]
    actions.pin_question(row, is_pinned=is_pinned, at=timezone.now())
    return _back(row.interview)


@require_POST
def question_move(request: HttpRequest, public_id: UUID) -> HttpResponse:
    row = access.question_for(request.user, public_id)
    form = MoveForm(request.POST)
    if form.is_valid():
        up = form.cleaned_data["direction"] == "up"
        actions.move_question(row, up=up, at=timezone.now())
    return _back(row.interview)


@require_http_methods(["GET", "HEAD", "POST"])
def question_swap(request: HttpRequest, public_id: UUID) -> HttpResponse:
    row = access.question_for(request.user, public_id)
    form = ChosenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.swap_question(row, question=form.cleaned_data["question"], at=timezone.now())
        return _back(row.interview)
    rows = list(queries.questions_of(row.interview))
    context = {
        "question": row,
        "interview": row.interview,
        "replacements": bridge.replacements_for(row, rows),
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "interviews/swap.html", context, status=status)


@require_POST
def question_out(request: HttpRequest, public_id: UUID) -> HttpResponse:
    row = access.question_for(request.user, public_id)
    actions.take_out(row, at=timezone.now())
    return _back(row.interview)


def _plan_page(
    request: HttpRequest, interview: Interview, own: OwnQuestionForm, *, status: int = 200
) -> HttpResponse:
    rows = list(queries.questions_of(interview))
    is_fixed = bool(interview.began_at or not interview.is_open)
    context = {
        "interview": interview,
        "phases": phases_of(rows),
        "bar": bar_of(rows, interview.appointment.minutes),
        "near": () if is_fixed else bridge.near_misses(interview, rows),
        "heard": bridge.heard_about(interview),
        "first": [FacetName(name).label for name in queries.priorities_of(interview.student)],
        "named_by": referrals_to(interview.contact),
        "own": own,
        "is_fixed": is_fixed,
    }
    return render_page(request, "interviews/prepare.html", context, partial="plan", status=status)


def _back(interview: Interview) -> HttpResponse:
    return redirect("interviews:prepare", interview.public_id)


def _own(interview: Interview, data: object = None) -> OwnQuestionForm:
    path = reverse("interviews:question-own-check", args=[interview.public_id])
    return OwnQuestionForm(data, check=path)
