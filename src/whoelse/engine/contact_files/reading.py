"""Read a contact file of any known format into one normal form."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import BinaryIO

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.archive import Archive, nested
from whoelse.engine.contact_files.batch import Batch, UnreadableFile
from whoelse.engine.contact_files.decoding import Source, encoding_of, lines
from whoelse.engine.contact_files.detect import (
    LINES_BEFORE_HEADER,
    header_among,
    is_archive,
    is_vcard,
    refuse_other_kinds,
)
from whoelse.engine.contact_files.limits import Limits
from whoelse.engine.contact_files.records import records
from whoelse.engine.contact_files.rows import read_rows
from whoelse.engine.contact_files.table import check_mapping
from whoelse.engine.contact_files.vcard import read_cards

_HEAD = 512
_CONTROLS = dict.fromkeys([*range(1, 9), *range(14, 27), *range(28, 32), 0x7F, 0xFFFD])
_GARBAGE = 0.05  # own estimate: more control characters than this, and it is no text


def read_contacts(
    file: BinaryIO,
    *,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    repairs: bool = False,
) -> Batch:
    """Read everybody in `file`, which is open for binary reading and can seek.

    `mapping` names the columns of an otherwise unknown table: column name to one of FIELDS; several
    columns may hold addresses or phones. `repairs` mends letters that a wrong encoding broke,
    which otherwise are only reported in the warnings.

    Raises UnreadableFile if nothing can be read, with a hint; its subclass UnknownColumns for a
    table that needs a mapping; ValueError for a mapping to a field that does not exist.
    """
    check_mapping(mapping or {})
    file.seek(0)
    head = file.read(_HEAD)
    if not is_archive(head):
        account = Account(limits, repairs=repairs)
        return account.batch(_read(file, head, mapping, account))
    archive = Archive(file, limits)
    account = Account(limits, repairs=repairs)
    for member in archive.members():
        found = _read(member, member.read(_HEAD), mapping, account)
    return account.batch(found)


def _read(file: Source, head: bytes, mapping: Mapping[str, str] | None, account: Account) -> str:
    """Read one plain file into `account` and return its format."""
    limits = account.limits
    if is_archive(head):
        raise nested()
    refuse_other_kinds(head)
    encoding = encoding_of(file, limits)
    for warning in encoding.warnings:
        account.warn(warning)
    first = list(islice(lines(file, encoding, limits, clips=True), LINES_BEFORE_HEADER))
    _refuse_garbage(first)
    if is_vcard(first):
        return read_cards(lines(file, encoding, limits, clips=True), account)
    found = header_among(first, mapping, limits)
    rest = islice(lines(file, encoding, limits), found.line + 1, None)
    rows = records(rest, delimiter=found.delimiter, width=len(found.layout.header), limits=limits)
    return read_rows(rows, found.layout, account)


def _refuse_garbage(first: Sequence[str]) -> None:
    size = sum(map(len, first))
    odd = sum(len(line) - len(line.translate(_CONTROLS)) for line in first)
    if odd > size * _GARBAGE:
        raise UnreadableFile(
            "This is no text, so it is no list of contacts.",
            "Choose a CSV or vCard file, or LinkedIn's export as it came.",
        )
