"""How large the table of contents of a ZIP is, before anybody reads it into memory."""

import struct
from io import SEEK_END
from typing import BinaryIO

_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_SIZE, _LOCATOR_SIZE, _END_64_SIZE = 22, 20, 56
_LONGEST_COMMENT = 65_535


def directory_size(file: BinaryIO) -> int:
    """Return the largest size in bytes that the archive's end records claim, or 0 without any."""
    size = file.seek(0, SEEK_END)
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
    file.seek(start)
    tail = file.read(size - start)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return 0
    claimed: int = struct.unpack_from("<L", tail, end + 12)[0]
    locator = end - _LOCATOR_SIZE
    if locator >= 0 and tail[locator : locator + 4] == _LOCATOR_64:
        claimed = max(claimed if claimed < 0xFFFFFFFF else 0, _size_64(file, tail, locator, size))
    return claimed


def _size_64(file: BinaryIO, tail: bytes, locator: int, size: int) -> int:
    offset: int = struct.unpack_from("<Q", tail, locator + 8)[0]
    if offset > size - _END_64_SIZE:
        return 0
    file.seek(offset)
    record = file.read(_END_64_SIZE)
    if record[:4] != _END_64:
        return 0
    claimed: int = struct.unpack_from("<Q", record, 40)[0]
    return claimed
