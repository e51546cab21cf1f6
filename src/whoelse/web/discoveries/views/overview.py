"""Discoveries: what was learned, by occupation and facet, with who said it; answer and clarity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from whoelse.web.accounts import actions as accounts
from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.discoveries import queries
from whoelse.web.discoveries.chart import dots_of, line_of
from whoelse.web.discoveries.forms import AnswerForm, LookForm
from whoelse.web.discoveries.table import chosen, columns_of, compared, rows_of

SENTENCES_AT_MOST = 2_000
ACTIONS_SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
def discoveries(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        accounts.write_answer(student, text=form.cleaned_data["text"], at=timezone.now())
        return redirect("discoveries:discoveries")
    look = LookForm(request.GET)
    person = look.wanted()
    found = list(queries.findings(student, person=person)[:SENTENCES_AT_MOST])
    columns = columns_of(found)
    shown = compared(
        found,
        chosen(columns, request.GET.getlist("occupation")),
        pairings=queries.pairings_of(student),
        stands=queries.stands_of(student),
    )
    rows = rows_of(shown)
    dots = dots_of(queries.ratings(student))
    context = {
        "form": form,
        "look": look,
        "person": found[0].interview.contact if person and found else None,
        "findings": len(found),
        "people": len({finding.interview.contact_id for finding in found}),
        "columns": columns,
        "shown": shown,
        "rows": [row for row in rows if row.is_heard],
        "unheard": [row.label for row in rows if not row.is_heard],
        "actions": queries.planned_actions(student).filter(done_at=None)[:ACTIONS_SHOWN],
        "answers": student.answers.all(),
        "dots": dots,
        "line": line_of(dots),
    }
    return render_page(
        request, "discoveries/discoveries.html", context, status=422 if form.is_bound else 200
    )
