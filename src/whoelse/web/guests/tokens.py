"""Tokens of private links: drawn at random, kept as a hash, part of an address.

256 random bits need no salt and no slow hash: nobody can try them out.
"""

import hashlib
import re
import secrets

from django.conf import settings
from django.urls import reverse

BYTES = 32


def make_token() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> str:
    """The hash by which a token is looked up; any text has one."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def address_of(token: str) -> str:
    """The whole address that an interviewee opens."""
    return settings.PUBLIC_ADDRESS + reverse("guests:page", args=[token])


def addresses_in(text: str) -> list[str]:
    """Every address of a private page that stands in a text."""
    return _shape().findall(text) if settings.PUBLIC_ADDRESS else []


def _shape() -> re.Pattern[str]:
    around = re.escape(settings.PUBLIC_ADDRESS + reverse("guests:page", args=["TOKEN"]))
    return re.compile(around.replace("TOKEN", r"[\w-]{20,86}"))
