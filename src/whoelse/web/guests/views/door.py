"""What every page for guests goes through: no login, no cookie, a count, and one closed door."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from whoelse.web.core.errors import UserError
from whoelse.web.guests import access, actions
from whoelse.web.guests.client import client_of
from whoelse.web.guests.page import GuestPage

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
View = Callable[..., HttpResponse]


def open_to_guests(view: View) -> View:
    """Let whoever holds a token in, as `view(request, page, ...)`.

    Without a cookie there is nothing that another site could misuse; what guards a change is the
    seal of the page on which it was confirmed.
    """

    @login_not_required
    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, token: str, **rest: Any) -> HttpResponse:
        at = timezone.now()
        try:
            response = _answered(view, request, token, at, rest)
        except actions.TooManyTries as error:
            response = render(request, "guests/told.html", {"error": error}, status=429)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return opened


def _answered(
    view: View, request: HttpRequest, token: str, at: datetime, rest: dict[str, Any]
) -> HttpResponse:
    try:
        return _behind(view, request, token, at, rest)
    except access.LinkEnded:
        return _closed(request, at)


def _behind(
    view: View, request: HttpRequest, token: str, at: datetime, rest: dict[str, Any]
) -> HttpResponse:
    if request.method == "POST":
        _count(request, at)
    page = _page(request, token, at)
    if request.method != "POST":
        return view(request, page, **rest)
    if page.is_own:
        return render(request, "guests/told.html", {"page": page}, status=403)
    if "sure" in request.POST:  # a scanner that tries the first step locks nobody out
        actions.knock(f"link {page.link.pk}", most=actions.MOST_A_LINK, at=at)
    try:
        return view(request, page, **rest)
    except UserError as error:
        # The rows changed meanwhile: say so, above the page as it is now.
        context = {"page": _page(request, token, at), "error": error}
        return render(request, "guests/told.html", context, status=409)


def _page(request: HttpRequest, token: str, at: datetime) -> GuestPage:
    link, interview = access.link_behind(token, at=at)
    sent = request.POST if request.method == "POST" else request.GET
    page = GuestPage(link, interview, token=token, at=at, zone=sent.get("zone", ""))
    page.is_own = access.is_own(request.user, link)
    return page


def _closed(request: HttpRequest, at: datetime) -> HttpResponse:
    """The same words and the same work for a link that ended and for one that never was."""
    if request.method != "POST":
        _count(request, at)
    return render(request, "guests/ended.html", status=404)


def _count(request: HttpRequest, at: datetime) -> None:
    actions.knock(f"from {client_of(request)}", most=actions.MOST_AN_ADDRESS, at=at)
