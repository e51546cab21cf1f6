"""Secrets at rest: sealed in the row, silent in print, opened by the key and its predecessors."""

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, models

from whoelse.web.core.secrets import CannotBeOpened, Sealed, SealedTextField, open_sealed, seal


class Vault(models.Model):
    word = SealedTextField()

    class Meta:
        app_label = "core"
        managed = False

    def __str__(self):
        return "vault"


@pytest.fixture
def vaults(transactional_db):
    with connection.schema_editor() as editor:
        editor.create_model(Vault)
    yield Vault.objects
    with connection.schema_editor() as editor:
        editor.delete_model(Vault)


def test_sealed_text_opens_to_itself_and_differs_every_time():
    first, second = seal("correct horse ünïcode"), seal("correct horse ünïcode")
    assert first != second
    assert "horse" not in first
    assert open_sealed(first) == open_sealed(second) == "correct horse ünïcode"


def test_another_key_and_a_changed_text_open_nothing(settings):
    sealed = seal("secret")
    with pytest.raises(CannotBeOpened):
        open_sealed(sealed[:-4] + "AAAA")
    settings.SECRET_KEY = "another-key-another-key-another-key"
    with pytest.raises(CannotBeOpened):
        open_sealed(sealed)


def test_an_earlier_key_still_opens_and_no_longer_seals(settings):
    sealed, old = seal("secret"), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a-new-key-a-new-key-a-new-key", [old]
    assert open_sealed(sealed) == "secret"
    anew = seal("secret")
    settings.SECRET_KEY_FALLBACKS = []
    assert open_sealed(anew) == "secret"


def test_a_sealed_text_says_nothing_when_printed():
    word = Sealed.of("hunter2")
    assert [str(word), repr(word), f"{word}", f"{word!r}"] == ["(sealed)"] * 4
    assert repr(Sealed("")) == "(empty)"
    assert (bool(word), bool(Sealed("")), Sealed("").open()) == (True, False, "")


def test_a_row_holds_only_the_sealed_text(vaults):
    vault = vaults.create(word="hunter2")
    assert "hunter2" not in str(vault.__dict__)
    assert vault.word.open() == "hunter2"
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM core_vault")
        (stored,) = cursor.fetchone()
    assert "hunter2" not in stored
    assert open_sealed(stored) == "hunter2"
    again = vaults.defer("word").get()
    assert again.word.open() == "hunter2"
    again.word = ""
    again.save(update_fields=["word"])
    assert not vaults.get().word


def test_an_export_and_a_search_get_nothing():
    vault = Vault(word="hunter2")
    exported = serializers.serialize("json", [vault])
    assert '"word": ""' in exported
    with pytest.raises(FieldError):
        Vault.objects.filter(word="hunter2")
    assert Vault._meta.get_field("word").editable is False
