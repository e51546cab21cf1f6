"""Keyed hashes by which somebody who must not be contacted is known again.

Made with the secret key of this installation, so that the hash of an address cannot be guessed
from a copy of the database. They outlive the contact; nothing readable is kept.
"""

import re

from django.conf import settings
from django.utils.crypto import salted_hmac

from whoelse.web.contacts.names import folded

_SALT = "whoelse.contacts.blocked"
_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com")


def digests_of(
    *, email: str = "", profile_url: str = "", name: str = "", employer: str = ""
) -> frozenset[str]:
    """The hashes of a person: of the address, the profile link, the name with the employer."""
    traits = _traits(email, profile_url, name, employer)
    return frozenset(_digest(trait, settings.SECRET_KEY) for trait in traits)


def known_digests_of(
    *, email: str = "", profile_url: str = "", name: str = "", employer: str = ""
) -> frozenset[str]:
    """Every hash under which a person may have been kept, also with an earlier secret key."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    traits = _traits(email, profile_url, name, employer)
    return frozenset(_digest(trait, key) for trait in traits for key in keys)


def fingerprint(key: str = "") -> str:
    """By what a secret key, or the present one, is known again without telling it."""
    secret = key or settings.SECRET_KEY
    return salted_hmac(_SALT, "fingerprint", secret=secret, algorithm="sha256").hexdigest()[:16]


def known_fingerprints() -> frozenset[str]:
    """Those of every key with which hashes are compared here."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return frozenset(fingerprint(key) for key in keys)


def _traits(email: str, profile_url: str, name: str, employer: str) -> list[str]:
    traits = []
    if email:
        traits.append(f"email {address_key(email)}")
    if profile_url:
        traits.append(f"profile {profile_key(profile_url)}")
    if name:
        traits.append(f"name {folded(name)} at {folded(employer)}")
    return traits


def address_key(email: str) -> str:
    """Lower case, without the part after a plus sign: it reaches the same person."""
    local, _, domain = email.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def profile_key(link: str) -> str:
    """Host and path, whatever the scheme, the language of the page and what is appended."""
    plain = re.sub(r"^https?://", "", link.strip().casefold())
    host, _, path = re.split(r"[?#]", plain, maxsplit=1)[0].partition("/")
    host = host.removeprefix("www.")
    host = "linkedin.com" if _LINKEDIN.fullmatch(host) else host
    return f"{host}/{path.strip('/')}"


def _digest(trait: str, key: str) -> str:
    return salted_hmac(_SALT, trait, secret=key, algorithm="sha256").hexdigest()
