"""The word of the day before: written, said elsewhere, or left to itself in Settings."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, bridge
from whoelse.web.mail import actions as mail
from whoelse.web.mail.access import ensure_account
from whoelse.web.mail.queries import account_of


@require_POST
def confirmation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.start_confirmation(interview, at=timezone.now())
    return redirect("outreach:write", interview.contact.public_id, "confirmation")


@require_POST
def confirmed(request: HttpRequest, public_id: UUID) -> HttpResponse:
    interview = access.interview_for(request.user, public_id)
    actions.mark_confirmed(interview, at=timezone.now())
    return redirect("interviews:prepare", interview.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def confirmations(request: HttpRequest) -> HttpResponse:
    """Read what would leave, and choose that it leaves by itself."""
    student = student_of(request.user)
    if request.method == "POST":
        account = ensure_account(student)
        mail.choose_confirmations(account, by_itself=True, at=timezone.now())
        messages.success(request, "Saved. From now on it leaves by itself, the day before.")
        return redirect("interviews:confirmations")
    context = {"account": account_of(student), "sample": bridge.sample_confirmation(student)}
    return render_page(request, "interviews/confirmations.html", context)


@require_POST
def confirmations_remove(request: HttpRequest) -> HttpResponse:
    account = ensure_account(student_of(request.user))
    mail.choose_confirmations(account, by_itself=False, at=timezone.now())
    messages.success(request, "Saved. You send each one yourself; Today reminds you.")
    return redirect("interviews:confirmations")
