"""The list of interviews; agreeing on a time, moving it, calling it off, and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.contacts.access import contact_for, ensure_may_be_written_to
from whoelse.web.core.forms import PlainForm
from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, queries
from whoelse.web.interviews.forms import CallOffForm
from whoelse.web.scheduling.access import proposal_for
from whoelse.web.scheduling.forms import AppointmentForm

PER_PAGE = 30


@require_safe
def interviews(request: HttpRequest) -> HttpResponse:
    student, at = student_of(request.user), timezone.now()
    done = Paginator(queries.written_up(student), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "coming": queries.coming(student, at=at)[:PER_PAGE],
        "passed": queries.passed(student, at=at)[:PER_PAGE],
        "to_write_up": queries.to_write_up(student)[:PER_PAGE],
        "done": done,
        "not_held": queries.not_held(student)[:PER_PAGE],
    }
    context["is_empty"] = not any(context.values())
    return render_page(request, "interviews/interviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    contact, at = contact_for(request.user, contact_id), timezone.now()
    ensure_may_be_written_to(contact)
    form = AppointmentForm(_sent(request), student=contact.student, contact=contact, now=at)
    if form.is_valid():
        interview = actions.agree_interview(contact, at=at, **form.agreement)
        messages.success(request, "Agreed. Put it into your calendar, and send the file along.")
        return redirect("interviews:prepare", interview.public_id)
    context = {"contact": contact, "form": form}
    return render_page(
        request, "interviews/agree.html", context, partial="form", status=_status(form)
    )


@require_POST
def proposal_agree(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The student agrees to a time that the other person proposed."""
    proposed = proposal_for(request.user, public_id)
    interview = actions.agree_to_proposal(proposed, at=timezone.now())
    messages.success(request, "Agreed. Send the invitation, so that both calendars know.")
    return redirect("interviews:prepare", interview.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview, at = access.interview_for(request.user, public_id), timezone.now()
    form = AppointmentForm(
        _sent(request),
        student=interview.student,
        contact=interview.contact,
        now=at,
        appointment=interview.appointment,
    )
    if form.is_valid():
        actions.move_interview(interview, at=at, **form.agreement)
        messages.success(request, "Moved. Import the new file, and your calendar follows.")
        return redirect("interviews:prepare", interview.public_id)
    context = {"interview": interview, "contact": interview.contact, "form": form}
    return render_page(
        request, "interviews/move.html", context, partial="form", status=_status(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    form = CallOffForm(_sent(request))
    if form.is_valid():
        actions.cancel_interview(interview, wants_another=form.wants_another, at=timezone.now())
        return redirect("interviews:cancel", interview.public_id)
    context = {"interview": interview, "form": form}
    return render_page(request, "interviews/cancel.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def missed(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    if request.method == "POST":
        actions.mark_missed(interview, at=timezone.now())
        return redirect("interviews:missed", interview.public_id)
    return render_page(request, "interviews/missed.html", {"interview": interview})


def _sent(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _status(form: PlainForm) -> int:
    return 422 if form.is_bound else 200
