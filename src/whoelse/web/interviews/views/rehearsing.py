"""The rehearsal: the opening minute aloud, a plan with nobody on the other side, the ladder."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, bridge, ladder, queries

MINUTES = 15


@require_safe
def rehearse(request: HttpRequest) -> HttpResponse:
    steps = queries.ladder_of(request.student)
    context = {
        "lines": ladder.opening_minute(request.student),
        "steps": [(step, steps.get(step.code)) for step in ladder.STEPS],
        "taken": len(steps),
        "coming": queries.coming(request.student).first(),
    }
    return render_page(request, "interviews/rehearse.html", context)


@require_safe
def rehearse_plan(request: HttpRequest) -> HttpResponse:
    """Walk through questions for somebody one knows. No row is made of it."""
    questions = bridge.practice_questions(MINUTES)
    return _walk(request, questions, MINUTES, reverse("interviews:rehearse-plan"))


@require_safe
def rehearse_talk(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Walk through the plan of an interview that is ahead. It stays as it is."""
    interview = access.interview_for(request.user, public_id)
    path = reverse("interviews:rehearse-talk", args=[interview.public_id])
    questions = list(queries.questions_of(interview))
    return _walk(request, questions, interview.appointment.minutes, path)


@require_POST
def ladder_step(request: HttpRequest, step: str) -> HttpResponse:
    actions.take_step(request.student, step=_known(step), at=timezone.now())
    return redirect(f"{reverse('interviews:rehearse')}#ladder")


@require_POST
def ladder_step_remove(request: HttpRequest, step: str) -> HttpResponse:
    actions.take_step_back(request.student, step=_known(step))
    return redirect(f"{reverse('interviews:rehearse')}#ladder")


def _known(step: str) -> str:
    if step not in ladder.CODES:
        raise Http404
    return step


def _walk(request: HttpRequest, questions: list, minutes: int, path: str) -> HttpResponse:
    asked = request.GET.get("q", "")
    place = min(int(asked), len(questions)) if asked.isdecimal() and len(asked) < 5 else 1
    place = max(place, 1)
    context = {
        "question": questions[place - 1] if questions else None,
        "number": place,
        "count": len(questions),
        "minutes": minutes,
        "path": path,
        "upcoming": list(enumerate(questions, 1))[place:],
    }
    return render_page(request, "interviews/rehearse_plan.html", context)
