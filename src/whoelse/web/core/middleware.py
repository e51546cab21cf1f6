"""At the door and at the way out: foreign origins, lost sessions, errors that are told."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import Resolver404, resolve

from whoelse.web.core.errors import UserError

Handler = Callable[[HttpRequest], HttpResponse]
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class OwnOrigin:
    """Refuse a change that another web page asks for, before anything else looks at it.

    Django's CSRF check compares a token; this one compares where the request was made, which also
    stops a page of another port of this machine. The Host header is checked for every request.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request.get_host()  # raises DisallowedHost for a foreign name: answered with 400
        origin = request.headers.get("Origin")
        fetched_by = request.headers.get("Sec-Fetch-Site", "same-origin")
        is_foreign = origin is not None and urlsplit(origin).netloc != host
        if origin == "null" and _relies_on_no_cookie(request):
            is_foreign = False
        if request.method not in SAFE_METHODS and (is_foreign or fetched_by == "cross-site"):
            return render(request, "errors/403.html", status=403)
        return self.get_response(request)


def _relies_on_no_cookie(request: HttpRequest) -> bool:
    """Whether the view is exempt from Django's check too, and guards its changes by itself.

    Such a page may tell nobody where it is (no-referrer); its own forms then come from "null".
    """
    try:
        return getattr(resolve(request.path_info).func, "csrf_exempt", False)
    except Resolver404:
        return False


class LostSession:
    """Send htmx to the door as a whole page instead of swapping the door into a table cell."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        door = resolve_url(settings.LOGIN_URL)
        if request.htmx and response.headers.get("Location", "").startswith(door):
            return HttpResponse(status=204, headers={"HX-Redirect": door})
        return response


class ToldErrors:
    """Turn a `UserError` into a page that says what is the case and what to do, or a notice."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, UserError):
            return None
        if request.htmx and not request.htmx.boosted:
            response = render(request, "errors/_notice.html", {"error": error}, status=422)
            response["HX-Retarget"] = "#notices"
            response["HX-Reswap"] = "innerHTML"
            return response
        return render(request, "errors/user_error.html", {"error": error}, status=422)
