"""From a file to the data that stands in it, and to no more memory than an archive may need.

Only `whoelse.json` is read; the copies beside it are for people. Whatever a file says about its
sizes, no more than the limits allow is unpacked.
"""

import json
import struct
import zlib
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from whoelse.web.archive.bridge import directory_size
from whoelse.web.archive.gathering import FORMAT
from whoelse.web.archive.packing import DATA
from whoelse.web.archive.tables import SCHEMA
from whoelse.web.core.errors import UserError

# Own settings, far above what a life of interviews needs: the demonstration world, two years of
# it, has 0.3 MB and 1,500 rows.
MOST_BYTES = 64_000_000  # of whoelse.json
MOST_BRACKETS = 400_000  # each may become an object in memory
MOST_QUOTES = 10_000_000
MOST_DIRECTORY = 4_000_000  # bytes of the table of contents
_CHUNK = 1_000_000
_IS_ENCRYPTED = 0x1
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
EXPORT_AGAIN = "Export it again with “whoelse export”, or in Settings under Your data."


class CannotBeBroughtIn(UserError):
    """The file, or what stands in it, cannot become an account. Nothing was changed."""


def data_in(file: BinaryIO) -> dict[str, Any]:
    """What `whoelse.json` holds, of this schema. Raises `CannotBeBroughtIn`."""
    try:
        if directory_size(file) > MOST_DIRECTORY:
            raise CannotBeBroughtIn("The file holds far more files than an archive.", EXPORT_AGAIN)
        file.seek(0)
        with ZipFile(file) as packed:
            text = _unpacked(packed, _data_member(packed))
    except _TROUBLE:
        raise CannotBeBroughtIn(
            "The file is no archive of WhoElse, or it is damaged or cut off.",
            "Copy or download it again. People out of a list come in by People, Import.",
        ) from None
    data = _parsed(text)
    _ensure_schema(data)
    return data


def _data_member(packed: ZipFile) -> ZipInfo:
    found = [info for info in packed.infolist() if info.filename == DATA]
    if len(found) != 1:
        raise CannotBeBroughtIn(
            f"There is no {DATA} in this archive." if not found else f"There are two {DATA} in it.",
            "Choose the whole archive as WhoElse made it, not a part of it.",
        )
    (info,) = found
    if info.flag_bits & _IS_ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise CannotBeBroughtIn("The archive is locked or packed in an unusual way.", EXPORT_AGAIN)
    return info


def _unpacked(packed: ZipFile, info: ZipInfo) -> bytes:
    parts, size = [], 0
    with packed.open(info) as member:
        while part := member.read(_CHUNK):
            size += len(part)
            if size > MOST_BYTES:
                raise too_large()
            parts.append(part)
    return b"".join(parts)


def _parsed(text: bytes) -> Any:
    brackets = text.count(b"{") + text.count(b"[")
    if brackets > MOST_BRACKETS or text.count(b'"') > MOST_QUOTES:
        raise too_large()
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise CannotBeBroughtIn(
            f"The {DATA} in this archive is damaged or cut off.", EXPORT_AGAIN
        ) from None


def _refuse(name: str) -> None:
    raise ValueError(name)


def _ensure_schema(data: Any) -> None:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise CannotBeBroughtIn(
            f"The {DATA} in this archive was not made by WhoElse.", EXPORT_AGAIN
        )
    schema = data.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise CannotBeBroughtIn("The archive does not say of which schema it is.", EXPORT_AGAIN)
    if schema > SCHEMA:
        raise CannotBeBroughtIn(
            f"A newer WhoElse made the archive: schema {schema}, and this one reads {SCHEMA}.",
            "Bring WhoElse up to date, then try again.",
        )


def too_large() -> CannotBeBroughtIn:
    return CannotBeBroughtIn(
        "The archive unpacks to far more than one student's data.",
        "To move a whole installation, use “whoelse backup” and “whoelse restore”.",
    )
