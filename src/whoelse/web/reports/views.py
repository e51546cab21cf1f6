"""Reports as page, Markdown and PDF. Nothing is stored: the address says what is in it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.core.document import Document
from whoelse.web.core.document_files import file_of
from whoelse.web.core.htmx import render_page
from whoelse.web.interviews.access import interview_for
from whoelse.web.reports import queries
from whoelse.web.reports.facts import facts_of
from whoelse.web.reports.forms import ReportForm
from whoelse.web.reports.hand_in import records, rubric
from whoelse.web.reports.period import period_of
from whoelse.web.reports.record_sheet import record_sheet
from whoelse.web.reports.term_report import term_report


@never_cache
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    form = _form(request)
    context = {"form": form, "document": _report(request, form), "query": request.GET.urlencode()}
    return render_page(request, "reports/report.html", context)


@never_cache
@require_safe
def report_file(request: HttpRequest, form: str) -> HttpResponse:
    return file_of(_report(request, _form(request)), form)


@never_cache
@require_safe
def record(request: HttpRequest, public_id: UUID) -> HttpResponse:
    document = _record(request, public_id)
    context = {"document": document, "public_id": public_id, "query": request.GET.urlencode()}
    context["is_named"] = "name" in request.GET
    return render_page(request, "reports/record.html", context)


@never_cache
@require_safe
def record_file(request: HttpRequest, public_id: UUID, form: str) -> HttpResponse:
    return file_of(_record(request, public_id), form)


def _form(request: HttpRequest) -> ReportForm:
    student = student_of(request.user)
    interviews = queries.held_interviews(student)
    people = list({i.contact_id: i.contact for i in interviews}.values())
    terms = list(queries.terms(student))
    data = request.GET or {"term": _newest(student)}
    return ReportForm(data, terms=terms, people=people)


def _newest(student: Student) -> str:
    term = queries.terms(student).first()
    return str(term.public_id) if term else ""


def _report(request: HttpRequest, form: ReportForm) -> Document:
    period = period_of(form.chosen_term)
    facts = facts_of(student_of(request.user), period, named=form.named)
    more = [*(records(facts) if form.has_records else ())]
    more += rubric(facts) if form.has_rubric else ()
    return term_report(facts, more=tuple(more))


def _record(request: HttpRequest, public_id: UUID) -> Document:
    interview = interview_for(request.user, public_id)
    named = {interview.contact.public_id} if "name" in request.GET else set()
    facts = facts_of(interview.student, period_of(None), named=named)
    for held in facts.interviews:
        if held.pk == interview.pk:
            return record_sheet(facts, held)
    raise Http404  # it did not take place yet
