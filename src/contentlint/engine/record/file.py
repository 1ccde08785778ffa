"""The file of a record: rows, an index that says where they are, and notes of later runs that are added at its end.

The file is replaced whole or gets a note more. Each note names what it follows: one that a run wrote which did not
know of another's, or for a file that was replaced meanwhile, follows nothing and is left alone. So is what was cut off.
"""

import os
import struct
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from msgspec import Raw

from contentlint.engine.write import replacing

_HEAD = struct.Struct("<8s8sQQI")
"""What the file is, its id, where its index starts and ends, and a checksum of it."""
_MAGIC = b"clrec\x00\x00\x01"
_NOTE = struct.Struct("<II")
"""Size and checksum of a note."""
_SEAL = struct.Struct("<I")
"""The checksum of a row, at its end."""
AHEAD = 64_000
"""Bytes that are read at once at least: our choice; whoever wants all rows asks for one after the other."""
ID = 8
"""Bytes of an id, which is random."""


class DamagedError(OSError):
    """A row is not what was written."""


class Opened(NamedTuple):
    """A file that was read; rows are read when they are asked for, from the file that it was then."""

    id: bytes
    told: bytes
    """The index."""
    notes: list[bytes]
    is_tidy: bool
    """Whether another note can follow: nothing was cut off."""
    rows: "Rows"


class Rows:
    """Reads parts of a file, which may have another by its name meanwhile."""

    def __init__(self, file: Path) -> None:
        self._handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._ahead, self._start = b"", 0
        self.close = weakref.finalize(self, os.close, self._handle)

    def row(self, start: int, size: int) -> bytes:
        """Return a row, whose start is counted from the first; those after it are read with it.

        Raises:
            DamagedError: it is not what was written.
        """
        if not size:
            return b""
        at = start - self._start
        if not 0 <= at <= len(self._ahead) - size:
            self._ahead, self._start, at = self.read(_HEAD.size + start, max(size, AHEAD)), start, 0
        end = at + size - _SEAL.size
        row = self._ahead[at:end]
        if self._ahead[end : at + size] != _SEAL.pack(crc32(row)):
            raise DamagedError
        return row

    def read(self, start: int, size: int) -> bytes:
        """Return bytes of the file, fewer at its end.

        Raises:
            DamagedError: it cannot be read.
        """
        try:
            os.lseek(self._handle, start, os.SEEK_SET)
            return os.read(self._handle, size)
        except OSError as error:
            raise DamagedError from error


def open_file(file: Path) -> Opened | None:
    """Return a file's index and notes, or None where there is no such file or it is another's."""
    try:
        rows = Rows(file)
    except OSError:
        return None
    try:
        magic, own, start, end, checksum = _HEAD.unpack(rows.read(0, _HEAD.size).ljust(_HEAD.size))
        if magic != _MAGIC or not _HEAD.size <= start <= end <= (size := file.stat().st_size):
            return None
        data = rows.read(start, size - start)
    except OSError:
        return None
    if crc32(data[: end - start]) != checksum:
        return None
    notes = list(_notes(data, end - start))
    used = end - start + sum(_NOTE.size + len(note) for note in notes)
    return Opened(own, data[: end - start], notes, used == len(data), rows)


def _notes(data: bytes, at: int) -> Iterator[bytes]:
    while at + _NOTE.size <= len(data):
        size, checksum = _NOTE.unpack_from(data, at)
        note = data[at + _NOTE.size : at + _NOTE.size + size]
        if len(note) != size or crc32(note) != checksum:
            return
        yield note
        at += _NOTE.size + size


def seal(row: bytes | Raw) -> bytes:
    """Return a row as it is written, with its checksum; nothing stays nothing."""
    data = bytes(row)
    return data + _SEAL.pack(crc32(data)) if data else b""


def create(file: Path, rows: Iterable[bytes], make_index: Callable[[], bytes]) -> None:
    """Replace a file; the index is asked for when all rows are written, which are sealed.

    Raises:
        UserError: it cannot be written.
    """
    with replacing(file) as written:
        written.write(bytes(_HEAD.size))
        written.writelines(rows)
        start, index = written.tell(), make_index()
        written.write(index)
        written.seek(0)
        written.write(_HEAD.pack(_MAGIC, os.urandom(ID), start, start + len(index), crc32(index)))


def add_note(file: Path, note: bytes) -> None:
    """Add a note at the end of a file; other runs may add theirs at the same time.

    Raises:
        OSError: it cannot be written.
    """
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        os.write(handle, _NOTE.pack(len(note), crc32(note)) + note)
    finally:
        os.close(handle)
