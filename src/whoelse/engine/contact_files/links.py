"""Addresses and links: what counts as one, and when two are the same."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"[^\s<>,;:|\"'()\[\]\\@]{1,64}@(?:[^\s<>,;:|\"'()\[\]\\@.]{1,63}\.){1,8}[^\s<>,;:|\"'()\[\]\\@.\d]{2,24}"
)
_WEB = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:/\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d(][\d ()./-]{3,30}\d(?: *(?:x|ext\.?|;ext=) *\d{1,8})?", re.IGNORECASE)
_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com")
_LONGEST_LINK = 500
_LONGEST_LIST = 4000  # characters of all addresses or numbers of one person

# Where the path names one person.
_HOSTS = """
linkedin.com xing.com github.com gitlab.com orcid.org researchgate.net facebook.com x.com
twitter.com instagram.com bsky.app inspirehep.net
"""
_PROFILE_HOSTS = frozenset(_HOSTS.split())


def addresses(text: str) -> list[str]:
    """Return the e-mail addresses in a text, in lower case; the rest is dropped."""
    if "@" not in text:
        return []
    return [found.rstrip(".").lower() for found in _ADDRESS.findall(text[:_LONGEST_LIST])]


def phones(text: str) -> list[str]:
    """Return the phone numbers in some lines as they are written."""
    return [found.strip() for found in _PHONE.findall(text[:_LONGEST_LIST])]


def web_link(text: str) -> str:
    """Return a link that is safe to show, with its scheme, or nothing."""
    text = text.strip()
    if len(text) > _LONGEST_LINK:
        return ""
    if _WEB.fullmatch(text):
        return text
    return f"https://{text}" if _BARE.fullmatch(text) else ""


def link_key(link: str) -> str:
    """Return what two spellings of one link have in common."""
    link = link.casefold().removeprefix("http://").removeprefix("https://").removeprefix("www.")
    host, _, path = link.partition("?")[0].partition("#")[0].partition("/")
    if host.endswith("linkedin.com") and _LINKEDIN.fullmatch(host):
        host = "linkedin.com"
    path = (unquote(path).casefold() if "%" in path else path).strip("/")
    return f"{host}/{path}" if path else host


def names_one_person(key: str) -> bool:
    """Say whether a `link_key` is a profile, not the site of a firm or a family."""
    host, _, path = key.partition("/")
    return host in _PROFILE_HOSTS and bool(path) and not path.startswith(("company/", "school/"))


def best_link(texts: Sequence[str]) -> str:
    """Return LinkedIn's link, else another profile, else the first; what is no link is none."""
    links = [link for text in texts if (link := web_link(text))]
    if len(links) < 2:
        return "".join(links)
    keys = [link_key(link) for link in links]
    for wanted in (lambda key: key.startswith("linkedin.com/"), names_one_person):
        for link, key in zip(links, keys, strict=True):
            if wanted(key):
                return link
    return links[0]
