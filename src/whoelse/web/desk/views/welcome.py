"""Welcome: three short steps, each of which can be skipped and taken up again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts import actions as accounts
from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.contacts import actions as contacts
from whoelse.web.core.errors import UserError
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import access, actions
from whoelse.web.desk.blocks import BLOCKS, blocks_of
from whoelse.web.desk.forms import AboutForm, LineForm, PaceForm, usual_term
from whoelse.web.interviews import queries as interview_queries
from whoelse.web.interviews.actions.clarity import rate_clarity

STEPS = {"about": "people", "people": "pace", "pace": ""}


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, step: str = "about") -> HttpResponse:
    student = student_of(request.user)
    if step == "done" and request.method == "POST":
        return finish(student)
    if step not in STEPS:
        raise Http404
    return {"about": about, "people": people, "pace": pace}[step](request, student)


def about(request: HttpRequest, student: Student) -> HttpResponse:
    form = AboutForm(
        request.POST if request.method == "POST" else None, initial=known_about(student)
    )
    if form.is_valid():
        save_about(student, form.cleaned_data)
        return redirect("desk:welcome-step", "people")
    return page(request, "about", {"form": form}, failed=form.is_bound)


def known_about(student: Student) -> dict[str, object]:
    rating = interview_queries.clarity_of(student).first()
    answer = student.answers.first()
    return {
        "full_name": student.full_name,
        "about": student.about,
        "school": student.school,
        "email": student.email,
        "time_zone": student.time_zone,
        "areas": [curiosity.area for curiosity in student.curiosities.all()],
        "answer": answer.text if answer else "",
        "clarity": rating.rating if rating else 0,
    }


def save_about(student: Student, data: dict[str, object]) -> None:
    now = timezone.now()
    profile = ("full_name", "about", "school", "email", "time_zone")
    accounts.save_profile(student, at=now, **{name: data[name] for name in profile})
    accounts.save_curiosities(student, areas=data["areas"])
    accounts.write_answer(student, text=data["answer"], at=now)
    if data["clarity"] is not None:
        rate_clarity(student, rating=data["clarity"], at=now)


def people(request: HttpRequest, student: Student) -> HttpResponse:
    """Each block has a line of its own; every button saves all lines that were typed."""
    bound = request.POST if request.method == "POST" else None
    forms = {block.code: LineForm(bound, prefix=block.code) for block in BLOCKS}
    failed = bound is not None and not all([form.is_valid() for form in forms.values()])  # noqa: C419 - every form tells its errors
    if bound is not None and not failed and add_lines(student, forms):
        onward = "pace" if "onward" in bound else "people"
        return redirect("desk:welcome-step", onward)
    context = {"blocks": blocks_of(student, forms), "count": student.contacts.count()}
    return page(request, "people", context, failed=bound is not None)


def add_lines(student: Student, forms: dict[str, LineForm]) -> bool:
    """Keep every line that has a name; False if one could not be kept, with the reason on it."""
    for block in BLOCKS:
        form = forms[block.code]
        if not form.cleaned_data["full_name"]:
            continue
        try:
            contacts.add_contact(
                student,
                full_name=form.cleaned_data["full_name"],
                circle=block.circle,
                audience=block.audience,
                found_through=block.found_through,
                job_title=form.cleaned_data["work"],
                at=timezone.now(),
            )
        except UserError as error:
            form.add_error("full_name", f"{error.message} {error.hint}".strip())
            return False
    return True


def pace(request: HttpRequest, student: Student) -> HttpResponse:
    today = timezone.localdate()
    term = student.terms.filter(ends_on__gte=today).first()
    known = vars(term) if term else {**usual_term(today), "planned": 2}
    form = PaceForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        accounts.save_term(student, **form.cleaned_data)
        return finish(student)
    return page(request, "pace", {"form": form}, failed=form.is_bound)


def finish(student: Student) -> HttpResponse:
    accounts.finish_welcome(student, at=timezone.now())
    return redirect("desk:today")


@require_POST
def welcome_remove(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.untouched_contact_for(request.user, public_id)
    actions.take_back(contact)
    messages.success(request, f"{contact.name} was taken off the list.")
    return redirect("desk:welcome-step", "people")


def page(
    request: HttpRequest, step: str, context: dict[str, object], *, failed: bool
) -> HttpResponse:
    context |= {"step": step, "number": list(STEPS).index(step) + 1, "following": STEPS[step]}
    return render_page(request, f"desk/welcome_{step}.html", context, status=422 if failed else 200)
