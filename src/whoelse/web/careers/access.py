"""What may be seen and done: areas and occupations that exist, and who may load O*NET."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from whoelse.web.accounts.models import User
from whoelse.web.careers import bridge

OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})


def area_or_404(code: str) -> bridge.Area:
    found = bridge.area(code)
    if found is None:
        raise Http404
    return found


def occupation_or_404(code: str) -> bridge.Occupation:
    found = bridge.occupation(code)
    if found is None:
        raise Http404
    return found


def may_load(user: User | AnonymousUser) -> bool:
    """Everybody on their own machine; where others share the installation, only staff."""
    return user.is_staff or set(settings.ALLOWED_HOSTS) <= OWN_MACHINE


def ensure_may_load(user: User | AnonymousUser) -> None:
    if not may_load(user):
        raise PermissionDenied
