"""Network: who led to whom, as a picture and as a table, and how the network grows."""

import csv

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import bridge, queries
from whoelse.web.desk.family import (
    Person,
    connectors_of,
    drawn_first,
    forest_of,
    not_followed,
)
from whoelse.web.desk.picture import draw

DRAWN_AT_MOST = 40  # people of the first generation in the picture; the table has everybody
WAITING_AT_MOST = 8  # names below it that nobody followed
QUIET_AT_MOST = 6  # of them, who were not asked and named nobody
ROWS = 200  # of the table, on one page
SHAPES = [(code, code) for code in ("known", "referred", "alumni", "met", "cold")]
FILLINGS = [
    ("open", "not asked"),
    ("asked", "asked"),
    ("scheduled", "scheduled"),
    ("held", "held"),
    ("no", "said no"),
]


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    referrals = list(queries.referrals(student))
    roots = forest_of(queries.people_of_network(student), referrals)
    drawn, left_out = drawn_first(roots, most=DRAWN_AT_MOST, quiet=QUIET_AT_MOST)
    people, waiting = people_of(roots), not_followed(referrals)
    context = {
        "roots": drawn,
        "left_out": left_out,
        "people": Paginator(people, ROWS).get_page(request.GET.get("page")),
        "connectors": connectors_of(people),
        "waiting": waiting[:WAITING_AT_MOST],
        "more_waiting": max(0, len(waiting) - WAITING_AT_MOST),
        "picture": draw(drawn) if drawn else None,
        "growth": bridge.growth_of(student, referrals),
        "shapes": SHAPES,
        "fillings": FILLINGS,
    }
    return render_page(request, "desk/network.html", context)


@require_safe
def network_table(request: HttpRequest) -> HttpResponse:
    """The table as CSV, with cells that no spreadsheet takes for a formula."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="who-led-to-whom.csv"'
    writer = csv.writer(response)
    writer.writerow(["Person", "Circle", "Stage", "Came through", "Named", "Count"])
    for person in everyone(student_of(request.user)):
        writer.writerow([bridge.harmless_cell(cell) for cell in row_of(person)])
    return response


def everyone(student: Student) -> list[Person]:
    return people_of(forest_of(queries.people_of_network(student), queries.referrals(student)))


def people_of(roots: list[Person]) -> list[Person]:
    """Everybody, those who named most first, then as the list of people has them."""
    people = [person for root in roots for person in root.walk()]
    return sorted(people, key=lambda p: (-len(p.named), p.generation, p.contact.full_name))


def row_of(person: Person) -> list[str]:
    contact = person.contact
    return [
        contact.name,
        contact.get_circle_display(),
        contact.get_stage_display(),
        person.named_by.contact.name if person.named_by else "yourself",
        ", ".join(named.contact.name for named in person.named),
        str(len(person.named)),
    ]
