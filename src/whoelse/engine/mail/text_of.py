"""The text that a message shows: of its plain parts, or of its HTML if there are none."""

from collections.abc import Sequence

from whoelse.engine.mail.flowed import unflowed
from whoelse.engine.mail.html_text import html_to_text
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Part

_CALENDARS = frozenset(("text/calendar", "application/ics", "text/x-vcalendar"))


def texts_of(parts: Sequence[Part], limits: Limits) -> tuple[tuple[str, ...], bool]:
    """The text parts in their order, and whether any was cut."""
    plain = [_plain(part, limits) for part in parts if _is_text(part, "text/plain")]
    texts = [text for text, _ in plain if text.strip()]
    cut = any(is_cut for _, is_cut in plain)
    if not texts:
        pages = [part.text(limits.max_html) for part in parts if _is_text(part, "text/html")]
        texts = [html_to_text(page) for page, _ in pages]
        cut |= any(is_cut for _, is_cut in pages)
    left = limits.max_text
    bounded = []
    for text in texts:
        bounded.append(text[:left])
        cut |= len(text) > left
        left = max(0, left - len(text))
    return tuple(text for text in bounded if text.strip()), cut


def calendars_of(parts: Sequence[Part], limits: Limits) -> tuple[tuple[bytes, ...], bool]:
    """The calendar parts decoded; one that is too large is left out, for half a one is none."""
    found = [part.body(limits.max_calendar) for part in parts if part.kind in _CALENDARS]
    whole = [data for data, is_cut in found if not is_cut]
    too_much = len(whole) < len(found) or len(whole) > limits.max_calendars
    return tuple(whole[: limits.max_calendars]), too_much


def _is_text(part: Part, kind: str) -> bool:
    disposition = part.header.get("content-disposition").strip().lower()
    return part.kind == kind and not disposition.startswith("attachment")


def _plain(part: Part, limits: Limits) -> tuple[str, bool]:
    text, cut = part.text(limits.max_text)
    if part.params.get("format", "").lower() == "flowed":
        text = unflowed(text, removes_space=part.params.get("delsp", "").lower() == "yes")
    return text, cut
