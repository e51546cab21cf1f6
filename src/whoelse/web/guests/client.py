"""Which computer a request comes from, as far as it matters for counting."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """The address of the one who knocks; of IPv6 the half that belongs to one household.

    What a proxy says is believed as far as there are proxies (`WHOELSE_PROXIES`) and no further:
    everything to the left of that was written by whoever asks.
    """
    said = request.headers.get("X-Forwarded-For", "").split(",")
    hops = [each.strip() for each in said if each.strip()][-settings.PROXIES :]
    trusted = settings.PROXIES > 0 and len(hops) == settings.PROXIES
    address = hops[0] if trusted else request.META.get("REMOTE_ADDR", "")
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, IPv6Address):
        return str(ip_network((found, 64), strict=False))
    return str(found)
