"""Reads what a device tells about the room: a list of operations, each judged by itself.

A list that cannot be read at all is refused. An operation that is wrong in itself carries its
refusal with it, so that the device is told and the others go on.
"""

import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms

from whoelse.web.core.forms import PlainForm
from whoelse.web.interviews.actions.operations import DO, Wanted
from whoelse.web.interviews.forms.room import MarkForm, NameForm, NoteForm

MOST_OPERATIONS = 200
KEY = re.compile(r"[\w.:-]{1,80}", re.ASCII)


class Unreadable(ValueError):
    """Not a list of operations."""


class CopyForm(PlainForm):
    """The second version of a note, and the window that decides about it."""

    copy = forms.CharField(max_length=40, strip=False)
    tab = forms.CharField(max_length=40)
    turn = forms.IntegerField(min_value=0, max_value=2**53)
    seen_turn = forms.IntegerField(min_value=0, max_value=2**53, required=False)


class IdForm(PlainForm):
    """A mark by the id that the device gave it."""

    id = forms.UUIDField()


class SeenForm(PlainForm):
    """The window and the turn that wrote what this window saw last."""

    seen_tab = forms.CharField(max_length=40, required=False)
    seen_turn = forms.IntegerField(min_value=0, max_value=2**53, required=False)


class NamedForm(PlainForm):
    full_name = forms.CharField(max_length=160)


def read_operations(body: bytes) -> list[Wanted]:
    """The operations in the order in which the device did them."""
    try:
        told = json.loads(body)
        rows = told["operations"]
    except (ValueError, RecursionError, TypeError, KeyError) as error:
        raise Unreadable from error
    if not isinstance(rows, list) or len(rows) > MOST_OPERATIONS:
        raise Unreadable
    return [_wanted(row) for row in rows]


def _wanted(row: object) -> Wanted:
    if not isinstance(row, dict):
        raise Unreadable
    key, kind, question = (row.get(name) for name in ("key", "kind", "question"))
    if not (isinstance(key, str) and KEY.fullmatch(key) and isinstance(kind, str)):
        raise Unreadable
    place = question if isinstance(question, str) and _is_id(question) else ""
    age = row.get("age")
    age = float(age) if isinstance(age, int | float) and 0 <= age < 1e12 else 0.0
    if kind not in DO:
        return Wanted(key, kind, place, age, {}, "This page is too old to be understood.")
    refusal, values = _values(kind, row)
    return Wanted(key, kind, place, age, values, refusal)


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _values(kind: str, row: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What is wrong, and the arguments of the action."""
    if kind not in READ:
        return "", {}
    told = {name: value for name, value in row.items() if isinstance(value, str | int)}
    told["kind"] = told.get("mark")  # of a mark; an operation has a kind of its own
    kinds, make = READ[kind]
    bound = [each(told) for each in kinds]
    for form in bound:
        if not form.is_valid():
            return next(iter(form.errors.values()))[0], {}
    return "", make(*bound)


def _note(note: NoteForm, seen: SeenForm) -> dict[str, Any]:
    found = seen.cleaned_data
    return {**note.saving, "seen": (found["seen_tab"], found["seen_turn"] or 0)}


def _mark(mark: MarkForm, named: IdForm) -> dict[str, Any]:
    return {**mark.marking, "public_id": named.cleaned_data["id"]}


READ: dict[str, tuple[tuple[type[forms.Form], ...], Callable[..., dict[str, Any]]]] = {
    "note": ((NoteForm, SeenForm), _note),
    "mark": ((MarkForm, IdForm), _mark),
    "unmark": ((IdForm,), lambda form: {"public_id": form.cleaned_data["id"]}),
    "name": ((NameForm,), lambda form: form.cleaned_data),
    "unname": ((NamedForm,), lambda form: form.cleaned_data),
    "merge": ((CopyForm,), lambda form: form.cleaned_data),
    "drop": ((CopyForm,), lambda form: form.cleaned_data),
}
