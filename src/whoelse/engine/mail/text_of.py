"""The text that a message shows: of its plain parts, or of its HTML if there are none."""

from collections.abc import Sequence

from whoelse.engine.mail.flowed import unflowed
from whoelse.engine.mail.html_text import html_to_text
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Part

_CALENDARS = frozenset(("text/calendar", "application/ics", "text/x-vcalendar"))


def texts_of(parts: Sequence[Part], limits: Limits) -> tuple[tuple[str, ...], bool]:
    """The text parts in their order, and whether any was cut."""
    texts, cut = _plain_texts(parts, limits)
    return (texts, cut) if texts else _pages(parts, limits)


def _plain_texts(parts: Sequence[Part], limits: Limits) -> tuple[tuple[str, ...], bool]:
    texts, left, is_cut = [], limits.max_text, False
    for part in parts:
        if left > 0 and _is_text(part, "text/plain"):
            text, cut = _plain(part, left)
            texts.append(text)
            left -= len(text)
            is_cut |= cut or left <= 0
    return tuple(text for text in texts if text.strip()), is_cut


def _pages(parts: Sequence[Part], limits: Limits) -> tuple[tuple[str, ...], bool]:
    """The texts of HTML parts; the limit is shared, as it is by plain ones."""
    texts, left, is_cut = [], limits.max_html, False
    for part in parts:
        if left > 0 and _is_text(part, "text/html"):
            page, cut = part.text(left)
            text, stopped = html_to_text(page)
            texts.append(text[: limits.max_text])
            left -= len(page)
            is_cut |= cut or stopped or left <= 0 or len(text) > limits.max_text
    return tuple(text for text in texts if text.strip()), is_cut


def calendars_of(parts: Sequence[Part], limits: Limits) -> tuple[tuple[bytes, ...], bool]:
    """The calendar parts decoded; one that is too large is left out, for half a one is none."""
    found = [part.body(limits.max_calendar) for part in parts if part.kind in _CALENDARS]
    whole = [data for data, is_cut in found if not is_cut]
    too_much = len(whole) < len(found) or len(whole) > limits.max_calendars
    return tuple(whole[: limits.max_calendars]), too_much


def _is_text(part: Part, kind: str) -> bool:
    disposition = part.header.get("content-disposition").strip().lower()
    return part.kind == kind and not disposition.startswith("attachment")


def _plain(part: Part, limit: int) -> tuple[str, bool]:
    text, cut = part.text(limit)
    if part.params.get("format", "").lower() == "flowed":
        text = unflowed(text, removes_space=part.params.get("delsp", "").lower() == "yes")
    return text, cut
