"""Which rows belong to a student: read off the models, so that a new model is carried by itself.

A row is named by its public id, so that no key of a database leaves the server. What is carried
and what is not stands in `docs/archive.md`, which is made from here.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.apps import apps
from django.db import models

from whoelse.web.accounts.models import Student
from whoelse.web.archive import left_out
from whoelse.web.archive.values import kind_of

SCHEMA = 1
# Ids of rows that stand above in the street of apps, so that no foreign key can say so.
NAMED_ABOVE = {
    "activity.entry.contact": "contacts.contact",
    "contacts.referral.interview": "interviews.interview",
    "outreach.message.interview": "interviews.interview",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A model whose rows belong to a student, and the lookup that leads from them there."""

    name: str  # "contacts.contact"
    model: type[models.Model]
    path: str  # "student", "interview__student"
    plain: tuple[models.Field, ...]
    references: tuple[models.ForeignKey, ...]
    lists: tuple[models.ManyToManyField, ...]

    @property
    def has_names(self) -> bool:
        return any(field.name == "public_id" for field in self.plain)

    def target(self, field: models.Field) -> str:
        """The table of the rows that a field names, "" for a field that names none."""
        if field.related_model:
            return str(field.related_model._meta.label_lower)
        return NAMED_ABOVE.get(f"{self.name}.{field.name}", "")


@lru_cache(maxsize=1)
def tables() -> tuple[Table, ...]:
    """Every carried table, what is referred to before what refers to it."""
    found = {m._meta.label_lower: t for m in own_models() if (t := table_of(m)) is not None}
    ordered: dict[str, Table] = {}

    def place(table: Table) -> None:
        for field in (*table.references, *table.lists):
            if table.target(field) not in (table.name, *ordered):
                place(found[table.target(field)])
        ordered.setdefault(table.name, table)

    for table in found.values():
        place(table)
    return tuple(ordered.values())


@lru_cache(maxsize=1)
def student_fields() -> tuple[models.Field, ...]:
    """What of the student's own row is carried."""
    fields = Student._meta.concrete_fields
    return tuple(f for f in fields if not f.primary_key and _is_carried(f))


def own_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("whoelse.web.")]


def table_of(model: type[models.Model]) -> Table | None:
    """The table of a model; None for the student's own row and for what is left out."""
    name = model._meta.label_lower
    path = path_to_student(model)
    if model is Student or name in left_out.TABLES or not path:
        return None
    fields = [f for f in model._meta.concrete_fields if not f.primary_key and _is_carried(f)]
    fields = [f for f in fields if f.related_model is not Student]
    plain = tuple(f for f in fields if not f.is_relation)
    for field in plain:
        kind_of(field)
    return Table(
        name=name,
        model=model,
        path=path,
        plain=plain,
        references=tuple(f for f in fields if f.is_relation),
        lists=tuple(f for f in model._meta.local_many_to_many if _is_carried(f)),
    )


def path_to_student(model: type[models.Model], seen: frozenset[type] = frozenset()) -> str:
    """The shortest way over keys that are always set, "" where there is none."""
    paths = []
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey) or field.null or field.related_model in seen:
            continue
        if field.related_model is Student:
            paths.append(field.name)
        elif onward := path_to_student(field.related_model, seen | {model}):
            paths.append(f"{field.name}__{onward}")
    return min(paths, key=lambda path: (path.count("__"), path), default="")


def _is_carried(field: models.Field) -> bool:
    return f"{field.model._meta.label_lower}.{field.name}" not in left_out.FIELDS
