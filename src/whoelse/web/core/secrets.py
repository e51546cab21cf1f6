"""Secrets at rest: passwords of mail accounts, private links. Stored sealed, shown nowhere.

The key is derived from `SECRET_KEY`, so that a copy of the database alone opens nothing. What was
sealed with a key of `SECRET_KEY_FALLBACKS` still opens, and is sealed anew when it is next saved.
"""

from base64 import urlsafe_b64encode
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models

from whoelse.web.core.errors import UserError

PURPOSE = b"whoelse.core.secrets.1"


class CannotBeOpened(UserError):
    """The key of this installation is not the one with which a secret was sealed."""

    def __init__(self) -> None:
        super().__init__(
            "A stored password cannot be read any more: the key of this installation changed.",
            "Enter the password again in Settings.",
        )


def seal(text: str) -> str:
    """Encrypt and sign a text; every call gives another sealed text."""
    return _locks().encrypt(text.encode()).decode("ascii")


def open_sealed(sealed: str) -> str:
    """The text that was sealed. Raises `CannotBeOpened` for another key and for every change."""
    try:
        return _locks().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise CannotBeOpened from None


class Sealed:
    """A sealed text in memory: printed, logged and formatted it says nothing; "" is empty."""

    __slots__ = ("token",)

    def __init__(self, token: str) -> None:
        self.token = token

    @classmethod
    def of(cls, text: str) -> "Sealed":
        return cls(seal(text) if text else "")

    def open(self) -> str:
        return open_sealed(self.token) if self.token else ""

    def __bool__(self) -> bool:
        return bool(self.token)

    def __repr__(self) -> str:
        return "(sealed)" if self.token else "(empty)"


class _SealsWhatIsSet:
    """Seals a plain text as soon as it is set, so that no row in memory holds it open."""

    def __init__(self, field: models.Field) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        return instance.__dict__[name]

    def __set__(self, instance: models.Model, value: str | Sealed) -> None:
        sealed = value if isinstance(value, Sealed) else Sealed.of(value)
        instance.__dict__[self.field.attname] = sealed


class SealedTextField(models.TextField):
    """A text that is sealed in the database and in memory; `row.field.open()` gives it back.

    It cannot be searched, is in no form of its own, and an export holds nothing in its place.
    """

    descriptor_class = _SealsWhatIsSet

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"blank": True, "default": "", "editable": False}))

    def from_db_value(self, value: str, *_: Any) -> Sealed:
        return Sealed(value)

    def to_python(self, value: Any) -> Any:
        return value

    def get_prep_value(self, value: str | Sealed) -> str:
        return value.token if isinstance(value, Sealed) else Sealed.of(value).token

    def value_to_string(self, obj: models.Model) -> str:  # noqa: ARG002 - Django's signature
        return ""

    def get_lookup(self, lookup_name: str) -> None:  # noqa: ARG002 - Django's signature
        raise FieldError("A sealed text cannot be searched.")


def _locks() -> MultiFernet:
    return _locks_of((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=4)
def _locks_of(keys: tuple[str, ...]) -> MultiFernet:
    """The newest key seals; all of them open. Passing on a derived key costs microseconds."""
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return urlsafe_b64encode(hkdf.derive(key.encode()))
