"""Settings: days off, and the ways back into Welcome."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from whoelse.web.accounts import actions as accounts
from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import queries
from whoelse.web.desk.forms import HolidaysForm


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    days = student.holidays.order_by("day").values_list("day", flat=True)
    form = HolidaysForm(
        request.POST if request.method == "POST" else None,
        initial={"days": "\n".join(day.isoformat() for day in days)},
    )
    if form.is_valid():
        accounts.save_holidays(student, days=form.cleaned_data["days"])
        messages.success(request, "Your days off are saved. The clocks stand still on them.")
        return redirect("desk:settings")
    context = {
        "form": form,
        "terms": student.terms.all(),
        "batches": queries.import_batches(student),
        "answer": student.answers.first(),
    }
    return render_page(request, "desk/settings.html", context, status=422 if form.is_bound else 200)
