"""The servers of common providers, as data: `presets.toml` names the source of each."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

OWN = "own"


@dataclass(frozen=True, slots=True)
class Place:
    """A server: where it is and how the connection is protected."""

    host: str
    port: int
    security: str


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of mail. `closed` says why a password is of no use there, "" if it is."""

    key: str
    name: str
    domains: tuple[str, ...]
    smtp: Place | None
    imap: Place | None
    keeps_sent: bool
    secret: str
    closed: str
    source: str


@lru_cache(maxsize=1)
def providers() -> tuple[Provider, ...]:
    """All of them; the last is every server that is not listed."""
    text = resources.files("whoelse.web.mail").joinpath("presets.toml").read_text("utf-8")
    return tuple(_provider(entry) for entry in tomllib.loads(text)["provider"])


def provider_named(key: str) -> Provider:
    """The provider of this key, or the one of other servers."""
    return next((each for each in providers() if each.key == key), providers()[-1])


def provider_of(address: str) -> Provider:
    """The provider that an address belongs to, as far as its domain tells."""
    domain = address.rpartition("@")[2].casefold()
    return next((each for each in providers() if domain in each.domains), providers()[-1])


def _provider(entry: dict[str, Any]) -> Provider:
    return Provider(
        key=entry["key"],
        name=entry["name"],
        domains=tuple(entry["domains"]),
        smtp=Place(*entry["smtp"]) if "smtp" in entry else None,
        imap=Place(*entry["imap"]) if "imap" in entry else None,
        keeps_sent=entry.get("keeps_sent", False),
        secret=entry.get("secret", ""),
        closed=entry.get("closed", ""),
        source=entry["source"],
    )
