"""Nothing of a student is forgotten: all is carried, or left out by name with a reason."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from whoelse.web.accounts.models import Student
from whoelse.web.archive import left_out
from whoelse.web.archive.tables import own_models, student_fields, table_of, tables
from whoelse.web.archive.values import LINKS, NoKind, kind_of
from whoelse.web.core.secrets import SealedTextField


def names_of(model):
    fields = [*model._meta.concrete_fields, *model._meta.local_many_to_many]
    return {f"{model._meta.label_lower}.{field.name}" for field in fields}


def carried():
    """What an archive holds, as "app.model.field"."""
    found = {f"accounts.student.{field.name}" for field in student_fields()}
    for table in tables():
        for field in (*table.plain, *table.references, *table.lists):
            found.add(f"{table.name}.{field.name}")
    return found


def test_every_field_of_every_model_is_carried_or_left_out_by_name():
    everything = set().union(*(names_of(model) for model in own_models()))
    left = {n for n in everything if n.rpartition(".")[0] in left_out.TABLES}
    owners = {f"{t.name}.student" for t in tables()}
    keys = {f"{model._meta.label_lower}.id" for model in own_models()}

    forgotten = everything - carried() - left - set(left_out.FIELDS) - owners - keys

    assert forgotten == set()


def test_what_is_left_out_is_there_and_not_carried():
    labels = {model._meta.label_lower for model in own_models()}
    assert set(left_out.TABLES) <= labels
    assert set(left_out.FIELDS) <= set().union(*(names_of(model) for model in own_models()))
    assert carried() & set(left_out.FIELDS) == set()
    assert {table.name for table in tables()} & set(left_out.TABLES) == set()


def test_every_table_is_carried_but_those_left_out_and_the_students_own():
    labels = {model._meta.label_lower for model in own_models()}
    assert labels - {t.name for t in tables()} == {*left_out.TABLES, "accounts.student"}


def test_no_secret_has_a_place():
    sealed = [
        f"{model._meta.label_lower}.{field.name}"
        for model in own_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedTextField)
    ]
    assert "mail.mailaccount.secret" in sealed
    assert carried() & set(sealed) == set()


def test_every_row_that_is_referred_to_has_a_name():
    nameless = [t.name for t in tables() if not t.has_names]
    for table in tables():
        for field in (*table.references, *table.lists):
            assert table.target(field) not in nameless


def test_every_id_says_whose_it_is():
    for table in tables():
        for field in table.plain:
            if isinstance(field, models.UUIDField) and field.name != "public_id":
                assert table.target(field), f"{table.name}.{field.name}"


def test_every_address_of_the_web_is_looked_at():
    for table in tables():
        for field in table.plain:
            if isinstance(field, models.URLField) or field.name in ("path", "address"):
                is_mail = isinstance(field, models.EmailField)
                assert is_mail or f"{table.name}.{field.name}" in LINKS


@isolate_apps("whoelse.web.roadmap")
def test_a_new_model_is_carried_by_itself():
    class Badge(models.Model):
        student = models.ForeignKey(Student, on_delete=models.CASCADE)
        name = models.CharField(max_length=10)

        class Meta:
            app_label = "roadmap"

        def __str__(self):
            return self.name

    table = table_of(Badge)

    assert (table.name, table.path, [f.name for f in table.plain]) == (
        "roadmap.badge",
        "student",
        ["name"],
    )


@pytest.mark.parametrize("kind", [models.DurationField, SealedTextField, models.FileField])
def test_a_field_of_an_unknown_kind_or_a_secret_is_refused(kind):
    with pytest.raises(NoKind):
        kind_of(kind())
