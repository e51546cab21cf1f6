"""The way in for a file: choose it, name its columns, tick people, keep them, undo it."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.contacts import access, actions, bridge, queries
from whoelse.web.contacts.import_forms import CIRCLES, ColumnsForm, FileForm, TicksForm
from whoelse.web.contacts.staging import unpack
from whoelse.web.contacts.uploads import bound_upload, is_too_large
from whoelse.web.core.htmx import render_page

PAGE = 50
TOO_LARGE = "The file is larger than 50 MB, far more than a list of contacts."
TOO_LARGE_HINT = "Export only the contacts, or split the file. Nothing of it was kept."
BATCHES = 20
STAYING = 50


# The size is bounded before anything reads the form; the token is checked by the inner view.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest) -> HttpResponse:
    if not bound_upload(request):
        return _import_page(request, FileForm(), (TOO_LARGE, TOO_LARGE_HINT))
    return _import_file(request)


@csrf_protect
def _import_file(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _import_page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if is_too_large(request):
        return _import_page(request, FileForm(), (TOO_LARGE, TOO_LARGE_HINT))
    if not form.is_valid():
        return _import_page(request, form)
    file, repairs = form.cleaned_data["file"], form.cleaned_data["repairs"]
    student, now = student_of(request.user), timezone.now()
    try:
        staged = actions.stage_import(
            student, file=file, file_name=file.name, repairs=repairs, at=now
        )
    except actions.CannotBeRead as why:
        return _import_page(request, FileForm(), (why.message, why.hint))
    return redirect(_page_of(staged), staged.public_id)


def _import_page(
    request: HttpRequest, form: FileForm, problem: tuple[str, str] = ("", "")
) -> HttpResponse:
    student = student_of(request.user)
    context = {
        "form": form,
        "problem": problem,
        "waiting": queries.staged_imports_of(student).defer("payload", "chosen"),
        "batches": queries.import_batches_of(student)[:BATCHES],
    }
    is_wrong = form.is_bound or problem[0]
    return render_page(
        request, "contacts/import.html", context, partial="form", status=422 if is_wrong else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def import_columns(request: HttpRequest, public_id: UUID) -> HttpResponse:
    staged = access.staged_import_for(request.user, public_id)
    if not staged.needs_columns:
        return redirect("contacts:import-staged", staged.public_id)
    table = bridge.table_of(actions.unpacked_file(staged))
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(data, header=table.header, guess=table.guess)
    if form.is_valid():
        try:
            actions.name_columns(staged, mapping=form.mapping)
        except actions.CannotBeRead as why:
            form.add_error(None, f"{why.message} {why.hint}")
        else:
            return redirect("contacts:import-staged", staged.public_id)
    context = {"staged": staged, "form": form, "columns": _with_samples(form, table)}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "contacts/import_columns.html", context, partial="form", status=status
    )


def _with_samples(form: ColumnsForm, table: bridge.Table) -> list[tuple[object, list[str]]]:
    """Each field with what its column holds in the first rows."""
    samples = {
        name: [row[n] for row in table.rows if n < len(row) and row[n]]
        for n, name in reversed(list(enumerate(table.header)))
    }
    return [(form[f"column_{n}"], samples[name]) for n, name in enumerate(form.columns)]


@require_http_methods(["GET", "HEAD", "POST"])
def import_staged(request: HttpRequest, public_id: UUID) -> HttpResponse:
    staged = access.staged_import_for(request.user, public_id)
    if staged.needs_columns:
        return redirect("contacts:import-columns", staged.public_id)
    if request.method != "POST":
        return _staged_page(request, staged)
    form = TicksForm(request.POST)
    form.is_valid()
    now = timezone.now()
    actions.tick_rows(staged, shown=form.shown_rows, ticked=form.ticked_rows, at=now)
    try:
        batch = actions.keep_chosen(staged, circle=form.circle_for_all, at=now)
    except actions.ChoseNobody as why:
        return _staged_page(request, staged, problem=f"{why.message} {why.hint}")
    people = "One person is" if batch.kept == 1 else f"{batch.kept:,} people are"
    messages.success(request, f"{people} in your list now. Nobody else was kept.")
    return redirect("contacts:people")


@require_POST
def import_ticks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Remember the ticks of a page on the way to another page or search."""
    staged = access.staged_import_for(request.user, public_id)
    form = TicksForm(request.POST)
    form.is_valid()
    shown = staged.chosen if form.unticks_everybody else form.shown_rows
    ticked = [] if form.unticks_everybody else form.ticked_rows
    actions.tick_rows(staged, shown=shown, ticked=ticked, at=timezone.now())
    path = reverse("contacts:import-staged", args=[staged.public_id])
    return redirect(f"{path}?{urlencode(form.query)}#rows")


@require_POST
def import_cancel(request: HttpRequest, public_id: UUID) -> HttpResponse:
    staged = access.staged_import_for(request.user, public_id)
    actions.cancel_import(staged)
    messages.success(request, f"Nothing of {staged.file_name} was kept.")
    return redirect("contacts:import")


@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, public_id: UUID) -> HttpResponse:
    batch = access.import_batch_for(request.user, public_id)
    if batch.undone_at:
        return redirect("contacts:import")
    if request.method == "POST":
        count = actions.undo_import(batch, at=timezone.now())
        messages.success(request, f"{count:,} of {batch.kept:,} people went. The rest stays.")
        return redirect("contacts:people")
    staying = queries.touched(batch)
    context = {
        "batch": batch,
        "going": queries.untouched(batch).count(),
        "staying": staying.select_related("do_not_contact")[:STAYING],
        "stay": staying.count(),
    }
    return render_page(request, "contacts/import_undo.html", context)


def _staged_page(request: HttpRequest, staged: object, *, problem: str = "") -> HttpResponse:
    content = unpack(staged.payload)
    given = TicksForm(request.POST or request.GET)
    given.is_valid()
    words = given.cleaned_data.get("q", "")
    page = Paginator(content.found(words), PAGE).get_page(request.GET.get("page"))
    chosen = set(staged.chosen)
    numbers = {number for number, _ in page}
    context = {
        "staged": staged,
        "content": content,
        "source": bridge.format_label(staged.format),
        "page": page,
        "rows": [(number, row, number in chosen) for number, row in page],
        "shown": ",".join(map(str, sorted(numbers))),
        "elsewhere": len(chosen - numbers),
        "chosen": len(chosen),
        "words": words,
        "circles": CIRCLES,
        "circle": given.cleaned_data.get("circle", ""),
        "curious": staged.student.curiosities.exists(),
        "problem": problem,
    }
    return render_page(
        request, "contacts/import_staged.html", context, status=422 if problem else 200
    )


def _page_of(staged: object) -> str:
    return "contacts:import-columns" if staged.needs_columns else "contacts:import-staged"
