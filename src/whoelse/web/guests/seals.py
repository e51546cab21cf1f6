"""The seal of a confirmation page: it says what will be done, to this link as it stands, now.

A page that asks "shall I?" carries one; only what it says can be done with it, once and soon.
Nothing is kept in a cookie, so that the page sets none.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core import signing

from whoelse.web.guests.models import GuestLink

LIVES = timedelta(minutes=30)  # own setting: long enough to be called away from the screen
_SALT = "whoelse.guests.confirmation"


def seal(link: GuestLink, answer: str, words: Mapping[str, str], *, at: datetime) -> str:
    """A new seal for this answer in these words. Every call gives another one."""
    said = [*_meant(link, answer, words), int(at.timestamp()), secrets.token_hex(8)]
    return signing.Signer(salt=_SALT).sign_object(said)


def fits(
    text: str, link: GuestLink, answer: str, words: Mapping[str, str], *, at: datetime
) -> bool:
    """Whether a seal was made for just this, in the last half hour."""
    try:
        *meant, made, _ = signing.Signer(salt=_SALT).unsign_object(text)
    except (signing.BadSignature, ValueError):
        return False
    age = at.timestamp() - made
    return meant == _meant(link, answer, words) and -1 <= age <= LIVES.total_seconds()


def _meant(link: GuestLink, answer: str, words: Mapping[str, str]) -> list[object]:
    """Browsers send line breaks as CRLF, whatever they were."""
    plain = {name: "\n".join(text.splitlines()) for name, text in words.items()}
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    return [link.pk, link.token_hash[:16], link.changes, answer, digest]
