"""ZIP archives: of LinkedIn's export only Connections.csv is opened, of others only contacts.

Messages, invitations and everything else in there stay unread. Whatever an archive says about
its sizes, no more than the limits allow is unpacked.
"""

import re
import struct
import zlib
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from whoelse.engine.contact_files.batch import UnreadableFile
from whoelse.engine.contact_files.limits import Limits
from whoelse.engine.contact_files.zip_directory import directory_size

_CONNECTIONS = re.compile(r"(?:.*/)?connections(?: ?\(\d+\))?\.csv", re.IGNORECASE)
_CARDS = re.compile(r".*\.(?:vcf|vcard)", re.IGNORECASE)
_TAKEOUT_TABLE = re.compile(r"takeout/(?:.*/)?[^/]+\.csv", re.IGNORECASE)
_LONE_TABLE = re.compile(r"(?:.*/)?(?!messages|invitations)[^/]*\.(?:csv|tsv)", re.IGNORECASE)
_IS_ENCRYPTED = 0x1
_SMALL = 1_000_000  # bytes; below this a high ratio does no harm
_PASSES = 4  # a member is read for its encoding, for its beginning, and for its content
_TROUBLE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
)
_UNPACK_IT = "Unpack it and choose the file with the contacts."


class Archive:
    """The contact files of one ZIP, and how much of it was unpacked so far."""

    def __init__(self, file: BinaryIO, limits: Limits) -> None:
        self.limits = limits
        self._taken = 0
        try:
            if directory_size(file) > limits.max_archive_directory:
                raise UnreadableFile(
                    "The archive holds far more files than an export of contacts.", _UNPACK_IT
                )
            self._zip = ZipFile(file)
        except _TROUBLE as error:
            raise damaged() from error

    def members(self) -> list["Member"]:
        """Return the files that hold contacts, at least one.

        `UnreadableFile` if there is none, or one that is locked or packed in an unusual way.
        """
        infos = [
            info
            for info in self._zip.infolist()
            if not info.is_dir() and not info.filename.startswith("__MACOSX/")
        ]
        chosen = _chosen(infos)[: self.limits.max_archive_members]
        if not chosen:
            raise _no_contacts([info.filename.lower() for info in infos])
        if any(info.flag_bits & _IS_ENCRYPTED for info in chosen):
            raise UnreadableFile("The archive is locked with a password.", _UNPACK_IT)
        if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in chosen):
            raise UnreadableFile("The archive is packed in an unusual way.", _UNPACK_IT)
        return [Member(self, self._zip, info) for info in chosen]

    def count(self, size: int) -> None:
        """Add bytes to what was unpacked; too many are a `bomb`."""
        self._taken += size
        if self._taken > self.limits.max_bytes * _PASSES:
            raise bomb()


class Member:
    """One file of an archive: reads forward, and can go back to its start only."""

    def __init__(self, archive: Archive, packed: ZipFile, info: ZipInfo) -> None:
        limits = archive.limits
        self._archive = archive
        self._packed = packed
        self._info = info
        self._most = min(limits.max_bytes, max(info.compress_size * limits.max_zip_ratio, _SMALL))
        self.seek(0)

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; `UnreadableFile` for a damaged one and for a bomb."""
        try:
            data = self._file.read(size)
        except _TROUBLE as error:
            raise damaged() from error
        self._taken += len(data)
        self._archive.count(len(data))
        if self._taken > self._most:
            raise bomb()
        return data

    def seek(self, offset: int, /) -> int:
        """Go back to the start, whatever `offset` is; `UnreadableFile` for a damaged one."""
        try:
            self._file = self._packed.open(self._info)
        except _TROUBLE as error:
            raise damaged() from error
        self._taken = 0
        return offset


def damaged() -> UnreadableFile:
    """The refusal of an archive that cannot be unpacked."""
    return UnreadableFile("The archive is damaged.", "Download it again, then choose it once more.")


def nested() -> UnreadableFile:
    """The refusal of an archive in an archive."""
    return UnreadableFile("There is an archive inside the archive.", _UNPACK_IT)


def bomb() -> UnreadableFile:
    """The refusal of an archive that is small only while it is packed."""
    return UnreadableFile("The archive unpacks to far more than a list of contacts.", _UNPACK_IT)


def _chosen(infos: list[ZipInfo]) -> list[ZipInfo]:
    if connections := [info for info in infos if _CONNECTIONS.fullmatch(info.filename)]:
        return [min(connections, key=lambda info: len(info.filename))]
    if cards := [info for info in infos if _CARDS.fullmatch(info.filename)]:
        return sorted(cards, key=lambda info: -info.file_size)  # the whole book before its groups
    if tables := [info for info in infos if _TAKEOUT_TABLE.fullmatch(info.filename)]:
        return sorted(tables, key=lambda info: -info.file_size)[:1]
    return infos if len(infos) == 1 and _LONE_TABLE.fullmatch(infos[0].filename) else []


def _no_contacts(names: list[str]) -> UnreadableFile:
    if "[content_types].xml" in names:
        return UnreadableFile(
            "This is a spreadsheet or a document.",
            "Open it, save the table as CSV, and choose that file.",
        )
    if any(name.endswith(".zip") for name in names):
        return nested()
    return UnreadableFile(
        "The archive holds no contacts.",
        "In LinkedIn's export they are in Connections.csv; ask LinkedIn for “Connections” and "
        "choose the new archive.",
    )
