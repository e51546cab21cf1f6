"""The private calendar feed: read without a login, made and revoked with one."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.scheduling import actions, queries
from whoelse.web.scheduling.calendar import feed_file

SHOWN = "feed_address"  # in the session until it was shown once


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 - the token is all
    """The agreed talks behind a token. A wrong and a revoked one look the same."""
    student = queries.student_behind_feed(actions.hash_of(token))
    if student is None:
        raise Http404
    at = timezone.now()
    return HttpResponse(
        feed_file(queries.for_feed(student, at=at), at=at),
        content_type="text/calendar; charset=utf-8; method=PUBLISH",
        headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"},
    )


def public_place(request: HttpRequest) -> str:
    """Where calendar programs reach this installation: what its host says, else the page's host.

    A forged `Host` gets no further than `ALLOWED_HOSTS`.
    """
    return settings.PUBLIC_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def is_only_here(request: HttpRequest) -> bool:
    """Whether that place is this very computer, which no calendar service can reach."""
    host = urlsplit(public_place(request)).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


@require_POST
def feed_make(request: HttpRequest) -> HttpResponse:
    token = actions.make_feed(student_of(request.user), at=timezone.now())
    path = reverse("scheduling-feed", args=[token])
    request.session[SHOWN] = public_place(request) + path
    return redirect(f"{reverse('scheduling:hours')}#feed")


@require_POST
def feed_remove(request: HttpRequest) -> HttpResponse:
    actions.revoke_feed(student_of(request.user), at=timezone.now())
    messages.success(request, "The address of your calendar works no more.")
    return redirect("scheduling:hours")
