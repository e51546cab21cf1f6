"""The O*NET file of this installation, opened once and again when it has changed.

Many threads and processes may ask; a file that cannot be read counts as none.
"""

import threading
from pathlib import Path

from django.conf import settings

from whoelse.engine.careers import NotOnet, Onet

Stamp = tuple[int, int, int]
_NEVER: Stamp = (0, 0, 0)
_lock = threading.Lock()
_opened: tuple[Stamp, Onet | None] = (_NEVER, None)


def path() -> Path:
    """Where the file is, or would be."""
    return Path(settings.DATA_DIR) / "onet.sqlite3"


def onet() -> Onet | None:
    """All occupations, if they were loaded."""
    global _opened  # noqa: PLW0603 - one file, one reader
    stamp = _stamp()
    known, reader = _opened
    if stamp == known:
        return reader
    with _lock:
        if stamp != _opened[0]:
            _opened = (stamp, _open() if stamp != _NEVER else None)
        return _opened[1]


def _stamp() -> Stamp:
    try:
        about = path().stat()
    except OSError:
        return _NEVER
    return about.st_ino, about.st_mtime_ns, about.st_size


def _open() -> Onet | None:
    try:
        return Onet(path())
    except NotOnet:
        return None
