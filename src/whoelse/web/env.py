"""Everything that differs between hosts: each environment variable is declared here, once.

A value that cannot be right stops the start with one sentence. The register that the readers fill
is what `docs/configuration.md` is made from.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import platformdirs


class WrongSetting(Exception):
    """An environment variable whose value cannot be right; the message says what can."""


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    meaning: str
    default: str


REGISTER: dict[str, Variable] = {}


def env_text(name: str, *, meaning: str, default: str = "") -> str:
    REGISTER[name] = Variable(name, meaning, default or "empty")
    return os.environ.get(name, default)


def env_bool(name: str, *, meaning: str, default: bool = False) -> bool:
    REGISTER[name] = Variable(name, meaning, "1" if default else "0")
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("", "0", "false", "no", "off"):
        return False
    raise WrongSetting(f"{name} is {value!r}; it can be 1 or 0.")


def env_list(name: str, *, meaning: str, default: str = "") -> list[str]:
    text = env_text(name, meaning=meaning, default=default)
    return [part.strip() for part in text.split(",") if part.strip()]


def env_number(name: str, *, meaning: str, most: int, default: int = 0) -> int:
    REGISTER[name] = Variable(name, meaning, str(default))
    value = os.environ.get(name, str(default)).strip()
    if not value.isascii() or not value.isdigit() or int(value) > most:
        raise WrongSetting(f"{name} is {value!r}; it can be a number from 0 to {most}.")
    return int(value)


def env_address(name: str, *, meaning: str) -> str:
    """An address without path: https://host or https://host:port; http on this machine alone."""
    value = env_text(name, meaning=meaning).strip().rstrip("/")
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    is_here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")
    is_bare = value == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc
    if value and not (is_bare and parts.hostname and (parts.scheme == "https" or is_here)):
        raise WrongSetting(
            f"{name} is {value!r}; it can be like https://whoelse.example, or empty."
        )
    return value


def env_folder(name: str, *, meaning: str) -> Path:
    REGISTER[name] = Variable(name, meaning, "the user's data folder")
    given = os.environ.get(name)
    return Path(given).expanduser() if given else Path(platformdirs.user_data_path("whoelse"))


def env_secret(name: str, *, meaning: str, key_file: Path) -> str:
    """A secret from the variable, or from `key_file`, which is made at the first start."""
    REGISTER[name] = Variable(name, meaning, "a key file in the data folder, made at first start")
    return os.environ.get(name) or read_or_make_key(key_file)


def read_or_make_key(path: Path) -> str:
    """The key in `path`; made with mode 0600 if there is none. Two starts agree on one key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_text(encoding="ascii").strip()
        if len(key) < 32:
            raise WrongSetting(
                f"{path} is too short to be a key; remove it to get a new one."
            ) from None
        return key
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


SQLITE_OPTIONS = {
    # Every transaction takes the write lock when it begins: two writers wait instead of failing.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-20000;"
    ),
}


def database_from_url(name: str, *, meaning: str, sqlite_file: Path) -> dict[str, object]:
    """The database of a `postgres://user:password@host:port/name` address, or the SQLite file."""
    REGISTER[name] = Variable(name, meaning, "SQLite in the data folder")
    address = os.environ.get(name, "")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": sqlite_file,
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": 60,
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql") or len(parts.path) < 2:
        raise WrongSetting(f"{name} can be postgres://user:password@host:port/name, or empty.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path[1:],
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A folder with a Unix socket has no place in an address but here: ?host=/run/postgresql
        "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
