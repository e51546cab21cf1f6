"""How far a large file was read, as a bar on standard error; none when that is no terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END
from typing import Any, BinaryIO, cast

import click

SMALL = 1_000_000  # bytes; read in well under a second
_PASSES = 2  # once for the encoding, once for the content


class _Watched:
    """A file that counts what is read from it."""

    def __init__(self, file: BinaryIO, bar: Any) -> None:
        self._file = file
        self._bar = bar

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._bar.update(len(data))
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def watched(file: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """Give back `file`, or one like it that draws a bar; `file` must be able to seek."""
    size = file.seek(0, SEEK_END)
    file.seek(0)
    if size < SMALL or not sys.stderr.isatty():
        yield file
        return
    with click.progressbar(length=size * _PASSES, label=f"Reading {name}", file=sys.stderr) as bar:
        yield cast("BinaryIO", _Watched(file, bar))
