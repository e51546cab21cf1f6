"""The pages of errors. They say what is the case and lead back; they touch no table."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)


@login_not_required
def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Shown when Django's CSRF token does not fit: mostly a page that was open for weeks."""
    return render(request, "errors/403.html", {"is_old_form": True}, status=403)
