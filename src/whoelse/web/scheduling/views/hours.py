"""Settings: when I can talk. Hours of the week, rest, and calendars that say when I am busy."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.contacts.uploads import bound_upload, is_too_large
from whoelse.web.core.errors import UserError
from whoelse.web.core.forms import PlainForm
from whoelse.web.core.htmx import render_page
from whoelse.web.scheduling import access, actions, queries
from whoelse.web.scheduling.forms import AccountForm, FileForm, HoursForm, LinkForm
from whoelse.web.scheduling.views.feed import SHOWN, is_only_here

TOO_LARGE = "The file is larger than 2 MB. Export fewer months."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    form = HoursForm(
        request.POST if request.method == "POST" else None, initial=queries.hours_of(student)
    )
    if form.is_valid():
        said = form.cleaned_data
        actions.save_hours(
            student,
            windows=form.windows,
            notice_hours=said["notice_hours"],
            breathing_minutes=said["breathing_minutes"],
            most_per_day=said["most_per_day"],
        )
        messages.success(request, "Your hours are saved.")
        return redirect("scheduling:hours")
    return _page(request, student, form=form)


@require_POST
def calendar_link(request: HttpRequest) -> HttpResponse:
    form = LinkForm(request.POST)
    return _add(request, "link_form", form, lambda said: (actions.add_link, said))


# The size is bounded before anything reads the form; the token is checked by the inner view.
@csrf_exempt
@require_POST
def calendar_file(request: HttpRequest) -> HttpResponse:
    if not bound_upload(request):
        form = FileForm({}, {})
        form.add_error(None, TOO_LARGE)
        return _page(request, student_of(request.user), status=422, file_form=form)
    return _calendar_file(request)


@csrf_protect
def _calendar_file(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if is_too_large(request):
        form.add_error(None, TOO_LARGE)

    def given(said: dict[str, Any]) -> tuple[Callable[..., Any], dict[str, Any]]:
        file = said["file"]
        return actions.add_file, {"data": file.read(actions.MOST_FILE_BYTES), "name": file.name}

    return _add(request, "file_form", form, given)


@require_POST
def calendar_account(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST)
    return _add(request, "account_form", form, lambda said: (actions.add_account, said))


@require_POST
def calendar_read(request: HttpRequest, public_id: UUID) -> HttpResponse:
    calendar = access.calendar_for(request.user, public_id)
    actions.read_again(calendar, at=timezone.now())
    return redirect("scheduling:hours")


@require_POST
def calendar_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    calendar = access.calendar_for(request.user, public_id)
    actions.remove_calendar(calendar, at=timezone.now())
    messages.success(request, f"{calendar.name} is forgotten, with everything read from it.")
    return redirect("scheduling:hours")


def _add(
    request: HttpRequest, name: str, form: PlainForm, given: Callable[..., Any]
) -> HttpResponse:
    """Add what the form says; what its server answers wrong stands at the form."""
    student = student_of(request.user)
    if form.is_valid():
        action, said = given(form.cleaned_data)
        try:
            calendar = action(student, at=timezone.now(), **said)
        except UserError as told:
            form.add_error(None, f"{told.message} {told.hint}")
        else:
            messages.success(request, f"{calendar.name} is read.")
            return redirect("scheduling:hours")
    return _page(request, student, status=422, **{name: form})


def _page(
    request: HttpRequest, student: Student, *, status: int = 200, **forms: PlainForm
) -> HttpResponse:
    form = forms.get("form") or HoursForm(initial=queries.hours_of(student))
    context = {
        "form": form,
        "calendars": queries.counted_calendars(student, at=timezone.now()),
        "link_form": forms.get("link_form") or LinkForm(auto_id="link_%s"),
        "file_form": forms.get("file_form") or FileForm(auto_id="file_%s"),
        "account_form": forms.get("account_form") or AccountForm(auto_id="account_%s"),
        "holidays": student.holidays.order_by("day"),
        "has_feed": queries.live_feed(student) is not None,
        "is_only_here": is_only_here(request),
        "feed_address": request.session.pop(SHOWN, ""),
    }
    status = 422 if form.is_bound and status == 200 else status
    return render_page(request, "scheduling/hours.html", context, status=status)
