"""A file on its way in: read, shown, ticked, and gone with the choice or within a day."""

import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from io import BytesIO
from typing import BinaryIO

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.contacts import bridge
from whoelse.web.contacts.models import StagedImport
from whoelse.web.contacts.sorting import rows_to_choose
from whoelse.web.contacts.staging import pack
from whoelse.web.core.errors import UserError

STAYS = timedelta(days=1)
MOST_WAITING = 3  # own setting: files of one student that wait for a choice
_CHUNK = 1024 * 1024


class CannotBeRead(UserError):
    """The file is no list of contacts, or not a whole one; the hint says what to do."""


def stage_import(
    student: Student, *, file: BinaryIO, file_name: str, repairs: bool = False, at: datetime
) -> StagedImport:
    """Read a file and keep what it says until the student has chosen, for a day at most.

    `repairs` mends letters that a wrong encoding broke. A table with unknown columns is kept as
    it is, with the format "", until they are named.
    Raises `CannotBeRead`; then nothing is kept.
    """
    sweep_staged_imports(at=at)
    answer = bridge.read_file(file, repairs=repairs)
    if bridge.asks_for_mapping(answer):
        kind, payload = "", _packed_file(file)
    else:
        kind, payload = _rows_of(student, answer)
    return _keep(student, bridge.one_line(file_name, 200) or "file", kind, payload, at)


@transaction.atomic
def _keep(
    student: Student, file_name: str, kind: str, payload: bytes, at: datetime
) -> StagedImport:
    staged = StagedImport.objects.create(
        student=student, file_name=file_name, format=kind, payload=payload, staged_at=at
    )
    newest = StagedImport.objects.filter(student=student).order_by("-staged_at", "-pk")
    kept = list(newest.values_list("pk", flat=True)[:MOST_WAITING])
    StagedImport.objects.filter(student=student).exclude(pk__in=kept).delete()
    return staged


def name_columns(staged: StagedImport, *, mapping: Mapping[str, str]) -> None:
    """Read the kept table by the columns that the student named. Raises `CannotBeRead`."""
    answer = bridge.read_file(unpacked_file(staged), mapping)
    kind, payload = _rows_of(staged.student, answer)
    StagedImport.objects.filter(pk=staged.pk).update(format=kind, payload=payload, chosen=[])


def tick_rows(
    staged: StagedImport, *, shown: Iterable[int], ticked: Iterable[int], at: datetime
) -> None:
    """Remember the ticks of the rows that were shown; those of other pages stay."""
    sweep_staged_imports(at=at)
    shown = set(shown)
    chosen = (set(staged.chosen) - shown) | (set(ticked) & shown)
    StagedImport.objects.filter(pk=staged.pk).update(chosen=sorted(chosen))
    staged.chosen = sorted(chosen)


def cancel_import(staged: StagedImport) -> None:
    """Forget the file and everything read from it."""
    staged.delete()


def sweep_staged_imports(*, at: datetime) -> None:
    """Forget what has waited for a day, whosever it is."""
    StagedImport.objects.filter(staged_at__lt=at - STAYS).delete()


def unpacked_file(staged: StagedImport) -> BinaryIO:
    """A kept table, to be read again."""
    return BytesIO(zlib.decompress(staged.payload))


def _rows_of(student: Student, answer: object) -> tuple[str, bytes]:
    if isinstance(answer, Exception):
        raise CannotBeRead(answer.message, answer.hint)
    staged = rows_to_choose(student, answer)
    if not answer.people:
        raise CannotBeRead("There is nobody in this file.", _why_nobody(staged.skipped))
    return answer.format, pack(staged)


def _why_nobody(skipped: list[tuple[int, str]]) -> str:
    if not skipped:
        return "Export the contacts again and choose the new file."
    row, why = skipped[0]
    return f"Every row was left out; row {row}: {why}"


def _packed_file(file: BinaryIO) -> bytes:
    file.seek(0)
    packer = zlib.compressobj(6)
    parts = [packer.compress(chunk) for chunk in iter(lambda: file.read(_CHUNK), b"")]
    return b"".join([*parts, packer.flush()])
