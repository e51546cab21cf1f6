"""Careers: the atlas with the people of the network in it and what was heard from them."""

from collections import Counter
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge, chart, loaded
from whoelse.web.careers.access import area_or_404, occupation_or_404
from whoelse.web.contacts.models import Contact
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import queries

MARKS = 12  # people drawn for one area; the rest is a number
PEOPLE = 60  # people named on the page of an area
HEARD = 8


@require_safe
def careers(request: HttpRequest) -> HttpResponse:
    student = student_of(request.user)
    people = list(queries.people_by_work(student))
    curious = set(student.curiosities.values_list("area", flat=True))
    shows_all = request.GET.get("all") == "yes"
    context = {
        "hundred": chart.hundred(),
        "bars": chart.bars(),
        "families": families(people, curious, shows_all=shows_all),
        "shows_all": shows_all,
        "areas": census(people, curious),
        "all_families": len(bridge.occupations()),
        "onet": loaded.onet(),
    }
    return render_page(request, "desk/careers.html", context)


@require_safe
def careers_area(request: HttpRequest, code: str) -> HttpResponse:
    area, student = area_or_404(code), student_of(request.user)
    people = list(queries.people_by_work(student).filter(area=code)[: PEOPLE + 1])
    known = Counter(queries.people_by_work(student).values_list("occupation", flat=True))
    context = {
        "area": area,
        "families": [(each, known[each.code]) for each in bridge.in_area(code)],
        "people": people[:PEOPLE],
        "has_more": len(people) > PEOPLE,
        "heard": heard(student, [each.code for each in bridge.in_area(code)]),
        "is_curious": student.curiosities.filter(area=code).exists(),
    }
    return render_page(request, "desk/careers_area.html", context)


@require_safe
def careers_occupation(request: HttpRequest, code: str) -> HttpResponse:
    occupation, student = occupation_or_404(code), student_of(request.user)
    context = {
        "occupation": occupation,
        "area": bridge.area(occupation.area),
        "sector": bridge.sector_name(occupation.sector),
        "onet": loaded.onet() if code.startswith("soc-") else None,
        "people": queries.people_by_work(student).filter(occupation=code)[:PEOPLE],
        "heard": heard(student, [code]),
    }
    return render_page(request, "desk/careers_occupation.html", context)


def heard(student: Student, codes: list[str]) -> list[object]:
    """The last things that were said about these occupations, with who said them."""
    return list(queries.last_findings(student).filter(occupation__in=codes)[:HEARD])


def families(
    people: list[Contact], curious: set[str], *, shows_all: bool
) -> list[tuple[bridge.Occupation, int]]:
    """Title families with how many people do that work: those that matter to the student first.

    That is where the student knows somebody, then what the student is curious about; all, if
    there is neither or all were asked for.
    """
    known = Counter(contact.occupation for contact in people)
    rows = [(each, known[each.code]) for each in bridge.occupations()]
    near = [row for row in rows if row[1] or row[0].area in curious]
    shown = rows if shows_all or not near else near
    return sorted(shown, key=lambda row: -row[1])


def census(people: list[Contact], curious: set[str]) -> list[dict[str, object]]:
    """Every area with the people in it; those of the most people first."""
    ordered = sorted(people, key=lambda contact: contact.area)
    inside = {code: list(group) for code, group in groupby(ordered, key=lambda c: c.area)}
    rows = [
        {
            "area": area,
            "people": inside.get(area.code, [])[:MARKS],
            "more": max(0, len(inside.get(area.code, ())) - MARKS),
            "is_curious": area.code in curious,
        }
        for area in bridge.areas()
    ]
    return sorted(rows, key=lambda row: -len(inside.get(row["area"].code, ())))
