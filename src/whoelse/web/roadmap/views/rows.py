"""Rows of worksheets: add, save, take off, put back, settle two versions."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.roadmap import access, actions
from whoelse.web.roadmap.bridge import check_of
from whoelse.web.roadmap.forms import FORMS, RowForm, SettleForm
from whoelse.web.roadmap.models import Experience, Pitch, Row
from whoelse.web.roadmap.sheets import Sheets, lists_of
from whoelse.web.roadmap.tools import SHEET_OF
from whoelse.web.roadmap.views.sheets import tool_page


@require_POST
def rows(request: HttpRequest, kind: str) -> HttpResponse:
    """Put one more row on its sheet."""
    model, student = access.kind_or_404(kind), student_of(request.user)
    if kind == "letter-parts":
        raise Http404  # they come with their letter
    form = FORMS[kind](request.POST, lists=lists_of(student))
    if form.is_valid():
        try:
            row = actions.add_row(student, model, values=form.values, at=timezone.now())
        except actions.AlreadyThere as error:
            form.add_error(None, error.message)
        else:
            return _back_to(kind, row)
    return _refused(request, kind, kind, form)


@require_POST
def row(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """Save a row: by itself while it is typed, or by its button."""
    found = access.row_for(request.user, access.kind_or_404(kind), public_id)
    form = FORMS[kind](request.POST, row=found, lists=lists_of(found.student))
    saved = None
    if form.is_valid():
        try:
            saved = actions.save_row(found, values=form.values, at=timezone.now(), **form.window)
        except actions.AlreadyThere as error:
            form.add_error(None, error.message)
    if request.htmx:
        return _kept(request, found, form, saved)
    if saved:
        return _back_to(kind, saved.row)
    return _refused(request, kind, str(public_id), form)


@require_POST
def row_remove(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    found = access.row_for(request.user, access.kind_or_404(kind), public_id)
    actions.remove_row(found, at=timezone.now())
    return _back_to(kind, found, part="removed")


@require_POST
def row_restore(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    found = access.row_for(request.user, access.kind_or_404(kind), public_id)
    actions.restore_row(found, at=timezone.now())
    return _back_to(kind, found)


@require_POST
def row_settle(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """This version alone counts, or both do."""
    found = access.row_for(request.user, access.kind_or_404(kind), public_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        raise Http404
    settle = actions.keep_both if form.cleaned_data["keep"] == "both" else actions.keep_only
    settle(found, at=timezone.now())
    return _back_to(kind, found.copy_of or found)


@require_POST
def heard(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A title that was marked in a conversation goes on the sheet."""
    mark = access.heard_title_for(request.user, public_id)
    row = actions.add_heard_title(student_of(request.user), mark, at=timezone.now())
    return _back_to("titles", row)


def _kept(
    request: HttpRequest, found: Row, form: RowForm, saved: actions.Saved | None
) -> HttpResponse:
    """The line below the row: what became of the save, and what the window knows now."""
    shown = saved.row if saved else found
    context = {
        "row": found,
        "form": form,
        "version": saved.row.version if saved else form.data.get("base"),
        "saved": saved,
        "check": check_of(shown) if saved and isinstance(shown, Pitch) else None,
    }
    return render_page(request, "roadmap/_saved.html", context, status=200 if saved else 422)


def _refused(request: HttpRequest, kind: str, key: str, form: RowForm) -> HttpResponse:
    sheets = Sheets(student_of(request.user), timezone.now(), bound={key: form})
    return tool_page(request, _sheet_of(kind, form), sheets, status=422)


def _sheet_of(kind: str, form: RowForm) -> str:
    if kind == "experiences" and form.data.get("is_ahead"):
        return "experience"
    return SHEET_OF[kind]


def _back_to(kind: str, row: Row, *, part: str = "") -> HttpResponse:
    slug = SHEET_OF[kind]
    if isinstance(row, Experience) and row.is_ahead:
        slug = "experience"
    path = reverse("roadmap:tool", args=[slug])
    return redirect(f"{path}#{part or f'row-{row.public_id}'}")
