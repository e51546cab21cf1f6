"""Worlds to carry: the demonstration world, and rows of every kind made by chance.

The rows of chance are made off the models, like the archive itself: a new model is in it by
itself. A row that breaks a rule of the database is left out.
"""

import io
import random
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, models, transaction

from tests.factories import NOW, make_student
from whoelse.web.archive.actions import bring_in
from whoelse.web.archive.packing import pack
from whoelse.web.archive.tables import NAMED_ABOVE, tables
from whoelse.web.archive.values import CODES, LINKS
from whoelse.web.core.secrets import SealedTextField

LETTERS = "abc XYZ äß漢🙂 \"'\\/{}[],;:=+-@|`*_<&>\n"
PATHS = ("", "/people/", "/interviews/room/?a=b#c")
SITES = ("", "https://people.example/ana?x=1", "http://a.example")


def packed(student):
    file = io.BytesIO()
    pack(student, file)
    return file.getvalue()


def brought_in(content, name="ben", **fields):
    """A new student with what an archive holds."""
    student = make_student(name, full_name="", **fields)
    return student, bring_in(student, io.BytesIO(content), at=NOW)


def fill_by_chance(student, seed, most=4):
    """Up to `most` rows of every table, with references to whatever there is."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    made = {}
    for table in tables():
        made[table.name] = []
        for _ in range(chance.randrange(most + 1)):
            row = _row(table, student, chance, made)
            if row is not None:
                made[table.name].append(row)
    return made


def _row(table, student, chance, made):
    row = table.model()
    if table.path == "student":
        row.student = student
    for field in table.plain:
        setattr(row, field.attname, _value(table, field, chance))
    for field in table.references:
        there = made.get(table.target(field), [])
        if not there and not field.null:
            return None
        is_set = there and (not field.null or chance.random() < 0.7)
        setattr(row, field.name, chance.choice(there) if is_set else None)
    for field in table.model._meta.concrete_fields:
        if isinstance(field, SealedTextField):
            setattr(row, field.name, "a secret of chance")
    try:
        with transaction.atomic():
            row.save_base(raw=True, force_insert=True)
    except IntegrityError:
        return None
    for field in table.lists:
        there = made[table.target(field)]
        getattr(row, field.name).add(*chance.sample(there, chance.randrange(len(there) + 1)))
    return row


def _value(table, field, chance):
    path = f"{table.name}.{field.name}"
    if path in NAMED_ABOVE:
        return _id(chance) if field.null else None  # of a row that is gone: it is not told
    if field.null and chance.random() < 0.3:
        return None
    if path in LINKS:
        return chance.choice(PATHS if field.name == "path" else SITES)
    if field.name in CODES:
        return chance.choice(["", "medical-physics", "15-2051", "15-2051.01"])
    if field.choices:
        return chance.choice([value for value, _ in field.flatchoices])
    kind = next(kind for kind in MAKERS if isinstance(field, kind))
    return MAKERS[kind](field, chance)


def _text(field, chance):
    longest = min(field.max_length or 300, 300)
    length = chance.choice([0, 1, 5, longest])
    return "".join(chance.choice(LETTERS) for _ in range(length)).strip()[:longest]


def _id(chance):
    return UUID(int=chance.getrandbits(128), version=4)


def _moment(chance):
    return NOW + timedelta(microseconds=chance.randrange(-(10**14), 10**14))


def _data(field, chance):
    if field.has_default() and isinstance(field.get_default(), list):
        return [_text(field, chance) for _ in range(chance.randrange(4))]
    return {f"n{chance.randrange(30)}": _text(field, chance) for _ in range(3)}


MAKERS = {
    models.BooleanField: lambda _, chance: chance.random() < 0.5,
    models.CharField: _text,
    models.TextField: _text,
    models.IntegerField: lambda _, chance: chance.randrange(31),
    models.DecimalField: lambda _, chance: Decimal(chance.randrange(90)) / 10,
    models.DateTimeField: lambda _, chance: _moment(chance),
    models.DateField: lambda _, chance: date(2026, 1, 1) + timedelta(days=chance.randrange(900)),
    models.TimeField: lambda _, chance: time(chance.randrange(24), chance.randrange(60)),
    models.UUIDField: lambda _, chance: _id(chance),
    models.JSONField: _data,
    models.BinaryField: lambda _, chance: chance.randbytes(chance.randrange(40)),
}
