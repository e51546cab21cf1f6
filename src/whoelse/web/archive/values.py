"""One value of a row as JSON and back.

What comes back is checked as if a stranger had written it.
"""

import math
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from whoelse.web.core.secrets import SealedTextField

RANGES = BaseDatabaseOperations.integer_field_ranges  # of PostgreSQL; SQLite would take more
FIRST_YEAR, LAST_YEAR = 1900, 2199  # beyond them a time zone may leave the calendar
DEEPEST = 12  # of nested data
_WEB_ADDRESS = re.compile(r"https?://\S+|")
_OWN_PATH = re.compile(r"/(?![/\\])\S*|")
# Texts that a page makes a link of: what would be anything else is no link.
LINKS = {
    "activity.entry.path": _OWN_PATH,
    "contacts.contact.profile_url": _WEB_ADDRESS,
    "mail.outgoing.path": _OWN_PATH,
    "roadmap.place.address": _WEB_ADDRESS,
}
CODES = ("occupation", "area", "sector")  # of the atlas; they become part of an address
_CODE = re.compile(r"[-.\w]*", re.ASCII)


class Unfit(Exception):
    """A value that cannot stand where it stands; the message goes on from "it"."""


class NoKind(Exception):
    """A field of a kind that archives do not know."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How values of a kind of field are written and read. `name` stands in the documentation."""

    name: str
    write: Callable[[Any], Any]
    read: Callable[[models.Field, Any], Any]


def kind_of(field: models.Field) -> Kind:
    """Raise `NoKind` for a sealed text, which has no place in an archive, and for what is new."""
    for known, kind in () if isinstance(field, SealedTextField) else KINDS:
        if isinstance(field, known):
            return kind
    raise NoKind(f"{field} is a {type(field).__name__}: leave it out by name, or say how it is.")


def write(field: models.Field, value: Any) -> Any:
    return None if value is None else kind_of(field).write(value)


def read(field: models.Field, said: Any) -> Any:
    """The value of a field. Raises `Unfit`."""
    if said is None:
        if not field.null:
            raise Unfit("is missing")
        return None
    value = kind_of(field).read(field, said)
    link = LINKS.get(f"{field.model._meta.label_lower}.{field.name}")
    if link and not link.fullmatch(value):
        raise Unfit("is not a link that may stand there")
    if field.name in CODES and not _CODE.fullmatch(value):
        raise Unfit("is not a code")
    return value


def read_text(field: models.Field, said: Any) -> str:
    text = _of_type(str, said, "text")
    _ensure_storable(text)
    if field.max_length is not None and len(text) > field.max_length:
        raise Unfit(f"is longer than {field.max_length} characters")
    known = {value for value, _ in field.flatchoices}
    if known and text not in known and not (field.blank and text == ""):
        raise Unfit("is a word that is not known there")
    return text


def _number(field: models.Field, said: Any) -> int:
    if isinstance(said, bool) or not isinstance(said, int):
        raise Unfit("is not a whole number")
    least, most = RANGES[field.get_internal_type()]
    if not least <= said <= most:
        raise Unfit(f"is not between {least} and {most}")
    return said


def _decimal(field: models.Field, said: Any) -> Decimal:
    try:
        value = Decimal(_of_type(str, said, "a decimal number in quotes"))
        field.run_validators(value)
    except (InvalidOperation, ValidationError):
        raise Unfit("is not a decimal number of that size") from None
    return value


def _moment(_: models.Field, said: Any) -> datetime:
    value = _parsed(datetime.fromisoformat, said, "a moment (ISO 8601)")
    if value.tzinfo is None or not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Unfit(f"is not a moment between {FIRST_YEAR} and {LAST_YEAR} with its offset")
    return value.astimezone(UTC)


def _id(_: models.Field, said: Any) -> UUID:
    return _parsed(UUID, said, "an id")


def _bytes(_: models.Field, said: Any) -> bytes:
    return _parsed(lambda text: b64decode(text, validate=True), said, "bytes (base64)")


def _data(field: models.Field, said: Any) -> Any:
    """A list of texts, or a dictionary: as the field begins."""
    expected = type(field.get_default()) if field.has_default() else dict
    _of_type(expected, said, "a list" if expected is list else "an object")
    if expected is list and not all(isinstance(each, str) for each in said):
        raise Unfit("holds something other than texts")
    _ensure_plain(said, 1)
    return said


def _ensure_plain(value: Any, depth: int) -> None:
    if depth > DEEPEST:
        raise Unfit("is nested too deep")
    if isinstance(value, str):
        _ensure_storable(value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise Unfit("holds a number that is none")
    elif isinstance(value, list | dict):
        inside = [*value, *value.values()] if isinstance(value, dict) else value
        for each in inside:
            _ensure_plain(each, depth + 1)


def _ensure_storable(text: str) -> None:
    if "\0" in text:
        raise Unfit("holds a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unfit("holds half a character") from None


def _of_type(kind: type, said: Any, what: str) -> Any:
    if type(said) is not kind:
        raise Unfit(f"is not {what}")
    return said


def _parsed(parse: Callable[[str], Any], said: Any, what: str) -> Any:
    try:
        return parse(_of_type(str, said, what))
    except (ValueError, OverflowError):
        raise Unfit(f"is not {what}") from None


def _sorted(value: Any) -> Any:
    """PostgreSQL keeps the names of an object in an order of its own."""
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(each) for each in value] if isinstance(value, list) else value


KINDS: tuple[tuple[type[models.Field], Kind], ...] = (
    (
        models.BooleanField,
        Kind("true or false", bool, lambda _, s: _of_type(bool, s, "a yes or no")),
    ),
    (models.CharField, Kind("text", str, read_text)),
    (models.TextField, Kind("text", str, read_text)),
    (models.IntegerField, Kind("number", int, _number)),
    (models.DecimalField, Kind("decimal", str, _decimal)),
    (models.DateTimeField, Kind("moment", lambda v: v.astimezone(UTC).isoformat(), _moment)),
    (
        models.DateField,
        Kind("day", date.isoformat, lambda _, s: _parsed(date.fromisoformat, s, "a day")),
    ),
    (
        models.TimeField,
        Kind("time", time.isoformat, lambda _, s: _parsed(time.fromisoformat, s, "a time")),
    ),
    (models.UUIDField, Kind("id", str, _id)),
    (models.JSONField, Kind("data", _sorted, _data)),
    (models.BinaryField, Kind("bytes", lambda v: b64encode(bytes(v)).decode(), _bytes)),
)
