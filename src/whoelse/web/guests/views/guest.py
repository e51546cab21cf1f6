"""The interviewee's page and what can be looked at from there. Looking changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from whoelse.web.guests import access
from whoelse.web.guests.answers import EraseForm, forms_for
from whoelse.web.guests.page import GuestPage
from whoelse.web.guests.stored import stored_about
from whoelse.web.guests.views.door import open_to_guests
from whoelse.web.scheduling.calendar import calendar_file
from whoelse.web.scheduling.zones import zone_choices


@open_to_guests
@require_safe
def page(request: HttpRequest, page: GuestPage) -> HttpResponse:
    context = {"page": page, "forms": forms_for(page)}
    return render(request, "guests/page.html", context)


@open_to_guests
@require_safe
def stored(request: HttpRequest, page: GuestPage) -> HttpResponse:
    """What is known about them here, and the button that erases it."""
    context = {"page": page, "stored": stored_about(page.contact), "form": EraseForm(page=page)}
    return render(request, "guests/stored.html", context)


@open_to_guests
@require_safe
def zone(request: HttpRequest, page: GuestPage) -> HttpResponse:
    """All time zones of one region: all of the world would make the page heavy."""
    regions = dict(zone_choices())
    region = request.GET.get("region", "")
    context = {"page": page, "regions": [*regions][1:], "region": region}
    context["places"] = regions.get(region, [])
    return render(request, "guests/zone.html", context)


@open_to_guests
@require_safe
def calendar(_request: HttpRequest, page: GuestPage) -> HttpResponse:
    """The agreed conversation as a file for their own calendar."""
    if page.interview is None:
        raise access.LinkEnded
    return HttpResponse(
        calendar_file(page.interview.appointment, at=page.at),
        content_type="text/calendar; charset=utf-8; method=PUBLISH",
        headers={"Content-Disposition": 'attachment; filename="conversation.ics"'},
    )
