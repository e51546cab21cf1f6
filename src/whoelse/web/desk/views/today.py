"""Today: what is due, whom to ask next, how the term goes, the last things learned."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import access, actions, bridge, queries
from whoelse.web.desk.chart import pace_chart
from whoelse.web.desk.mail_steps import mail_steps
from whoelse.web.desk.steps import ask_of, step_of
from whoelse.web.discoveries.access import planned_action_for
from whoelse.web.discoveries.actions import finish_action
from whoelse.web.interviews.actions import keep_promise

LEARNED = DECIDED = 3
NEWS, NEWS_FOR = 5, timedelta(days=3)  # own settings: long enough for a weekend
STEPS_AT_ONCE = 7  # more would be a wall; the rest is one touch away


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    if student.welcomed_at is None:
        return redirect("desk:welcome")
    now = timezone.now()
    day = bridge.day_of(student, now=now)
    steps = [*mail_steps(student, now=now), *(step_of(duty) for duty in day.duties)]
    context = {
        "steps": steps[:STEPS_AT_ONCE],
        "later": steps[STEPS_AT_ONCE:],
        "news": queries.news_from_guests(student, since=now - NEWS_FOR)[:NEWS],
        "due": len(steps),
        "minutes": sum(step.duty.minutes for step in steps[:2]),
        "next_people": [
            ask_of(suggestion, day.full_names[suggestion.candidate.id])
            for suggestion in day.suggestions
        ],
        "people": day.people,
        "pace": day.pace,
        "chart": pace_chart(day.pace, day.held, day.scheduled),
        "news_for_more": day.news_for_more,
        "decided": day.decided[:DECIDED],
        "decided_more": len(day.decided) > DECIDED,
        "learned": queries.last_findings(student)[:LEARNED],
    }
    return render_page(request, "desk/today.html", context)


@require_POST
def promise_kept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    promise = access.promise_for(request.user, public_id)
    keep_promise(promise, at=timezone.now())
    return redirect("desk:today")


@require_POST
def action_done(request: HttpRequest, public_id: UUID) -> HttpResponse:
    action = planned_action_for(request.user, public_id)
    finish_action(action, is_done=True, at=timezone.now())
    return redirect("desk:today")


@require_POST
def referral_reported(request: HttpRequest, public_id: UUID) -> HttpResponse:
    referral = access.referral_for(request.user, public_id)
    actions.mark_reported(referral, at=timezone.now())
    return redirect("desk:today")
