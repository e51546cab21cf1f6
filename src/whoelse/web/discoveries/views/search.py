"""Searching everything that was said and written: a word, where it stands, and the way there."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.discoveries import actions, queries
from whoelse.web.discoveries.forms import SearchForm
from whoelse.web.discoveries.models import SearchEntry, SourceKind
from whoelse.web.discoveries.searching import Piece, snippet
from whoelse.web.discoveries.sources import rows_behind

PAGE = 25


@dataclass(frozen=True, slots=True)
class Find:
    """A text with the words in it, and where it was written."""

    entry: SearchEntry
    pieces: list[Piece]
    path: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    words, asked = SearchForm(request.GET).asked()
    if asked:
        actions.bring_search_up_to_date(student)  # copies only; nothing of the student's changes
    page = Paginator(queries.entries_with(student, asked), PAGE).get_page(request.GET.get("page"))
    entries = list(page)
    rows = rows_behind(entries)
    finds = [
        Find(entry, snippet(entry.text, asked), _path_to(entry, rows[entry.kind, entry.source]))
        for entry in entries
        if (entry.kind, entry.source) in rows  # gone in this very moment
    ]
    context = {"words": words, "asked": asked, "page": page, "finds": finds}
    return render_page(request, "discoveries/search.html", context)


def _path_to(entry: SearchEntry, row: object) -> str:
    if entry.kind == SourceKind.FINDING:
        return row.interview.path_to("write-up")
    if entry.kind == SourceKind.NOTE:
        question = f"?q={row.question.public_id}" if row.question else ""
        return f"{row.interview.path_to('room')}{question}"
    message = row if entry.kind == SourceKind.MESSAGE else row.message
    if message.sent_at is None:
        return reverse("outreach:write", args=[entry.contact.public_id, message.kind])
    return reverse("outreach:message", args=[message.public_id])
