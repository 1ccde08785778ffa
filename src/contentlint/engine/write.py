"""Write files so that an interruption at any moment leaves each of them either old or new."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from contentlint.errors import UserError


def write_atomically(file: Path, data: bytes) -> None:
    """Replace a file's bytes, keeping its mode; a link stays a link to the file that is replaced.

    Raises:
        UserError: it cannot be written.
    """
    with replacing(file) as temporary:
        temporary.write(data)


@contextmanager
def replacing(file: Path) -> Iterator[BinaryIO]:
    """Replace a file by what is written into the one that is given; see `write_atomically`.

    Raises:
        UserError: it cannot be written.
    """
    import tempfile  # most runs write nothing

    target = Path(os.path.realpath(file))
    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as temporary:
                yield temporary
                temporary.flush()
                os.fsync(temporary.fileno())
            Path(name).chmod(mode if mode is not None else 0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(file)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
