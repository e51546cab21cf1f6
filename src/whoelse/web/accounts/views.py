"""The door: how the one student of a local installation gets in."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from whoelse.web.accounts import actions


@login_not_required
@never_cache
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Say how to get in. Everyone without a session ends here."""
    if request.user.is_authenticated:
        return redirect("desk:today")
    return render(request, "accounts/door.html", status=401)


@login_not_required
@never_cache
@require_safe
def door_with_key(request: HttpRequest, key: str) -> HttpResponse:
    """Let the holder of an unused key in. The one GET that changes something: it uses the key."""
    user = None if request.method == "HEAD" else actions.use_door_key(key, at=timezone.now())
    if user is not None:
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("desk:today")
    return door(request)
