"""The roadmap, one tool at a time, and all sheets as one document."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.core.document_files import file_of
from whoelse.web.core.htmx import render_page
from whoelse.web.roadmap import actions, queries
from whoelse.web.roadmap.export import document_of
from whoelse.web.roadmap.forms import EditionForm
from whoelse.web.roadmap.overview import stops_of
from whoelse.web.roadmap.pages import page_of
from whoelse.web.roadmap.sheets import Sheets
from whoelse.web.roadmap.tools import NINE, SLUGS, Tool, source_of, tools_of


@require_http_methods(["GET", "HEAD", "POST"])
def roadmap(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    has_nine = queries.has_nine_tools(student)
    initial = {"edition": "nine" if has_nine else "eight"}
    form = EditionForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        actions.choose_edition(student, has_nine_tools=form.has_nine_tools)
        return redirect("roadmap:roadmap")
    context = {
        "stops": stops_of(student, tools_of(has_nine_tools=has_nine), at=timezone.now()),
        "source": source_of(has_nine_tools=has_nine),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "roadmap/roadmap.html", context, status=status)


@never_cache
@require_safe
def tool(request: HttpRequest, slug: str) -> HttpResponse:
    return tool_page(request, slug, Sheets(student_of(request.user), timezone.now()))


def tool_page(
    request: HttpRequest, slug: str, sheets: Sheets, *, status: int = 200
) -> HttpResponse:
    """The page of a tool; a refused form comes in `sheets`."""
    if slug not in SLUGS:
        raise Http404
    has_nine = queries.has_nine_tools(sheets.student)
    tools = tools_of(has_nine_tools=has_nine)
    context = page_of(_tool(tools, slug), sheets)
    context |= _neighbours(tools, slug) | {"source": source_of(has_nine_tools=has_nine)}
    return render_page(request, f"roadmap/{slug}.html", context, status=status)


@never_cache
@require_safe
def all_sheets(request: HttpRequest) -> HttpResponse:
    document = _document(student_of(request.user))
    return render_page(request, "roadmap/all.html", {"document": document})


@never_cache
@require_safe
def all_sheets_file(request: HttpRequest, form: str) -> HttpResponse:
    return file_of(_document(student_of(request.user)), form)


def _document(student: Student) -> Any:
    tools = tools_of(has_nine_tools=queries.has_nine_tools(student))
    return document_of(student, tools, at=timezone.now())


def _tool(tools: tuple[Tool, ...], slug: str) -> Tool:
    """The tool in this edition; the one that only the other has, as it stands there."""
    return next(each for each in (*tools, *NINE) if each.slug == slug)


def _neighbours(tools: tuple[Tool, ...], slug: str) -> dict[str, Tool | None]:
    slugs = [each.slug for each in tools]
    at = slugs.index(slug) if slug in slugs else -1
    before = tools[at - 1] if at > 0 else None
    return {"before": before, "after": tools[at + 1] if 0 <= at < len(tools) - 1 else None}
