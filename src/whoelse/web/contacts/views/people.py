"""The list of people, and adding one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.contacts import actions, queries
from whoelse.web.contacts.forms import NewContactForm, PeopleFilter
from whoelse.web.core.htmx import render_page

PAGE = 50


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    form = PeopleFilter(request.GET, student=student)
    counts = queries.circle_counts(student)
    pages = Paginator(queries.people_found(student, **form.chosen), PAGE)
    context = {
        "form": form,
        "circles": [(radio, counts.get(radio.data["value"], 0)) for radio in form["circle"]],
        "total": sum(counts.values()),
        "named": queries.people_named(student).count(),
        "page": pages.get_page(request.GET.get("page")),
        "filters": form.as_query,
    }
    return render_page(request, "contacts/people.html", context, partial="list")


@require_http_methods(["GET", "HEAD", "POST"])
def contact_new(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    form = NewContactForm(request.POST if request.method == "POST" else None, student=student)
    if form.is_valid():
        contact = actions.add_person(student, **form.cleaned_data, at=timezone.now())
        return redirect("contacts:contact", contact.public_id)
    status = 422 if form.is_bound else 200
    return render_page(
        request, "contacts/contact_form.html", {"form": form}, partial="form", status=status
    )
