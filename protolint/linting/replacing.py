"""A file replaced as a whole: a reader finds the old bytes or the new ones, whatever happens."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """A file is no longer what it was when it was read."""


def replace(path: Path, before: bytes | None, after: bytes) -> None:
    """Put bytes in place of a file's, by a new file in its folder that takes its name.

    Links are followed, and the mode stays. `before` is what the file held when it was read, None
    where there was none. Raises ChangedMeanwhileError where it holds something else by now, and
    OSError where it cannot be written; both leave it as it is.
    """
    real = Path(os.path.realpath(path))
    mode = _mode(real) if before is not None else None
    handle, new = tempfile.mkstemp(dir=real.parent, prefix=".protolint-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(new, _new_mode() if mode is None else mode)
        _hold(real, before)
        os.replace(new, real)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise


def _hold(path: Path, before: bytes | None) -> None:
    """Raise ChangedMeanwhileError unless a file still holds these bytes."""
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        now = None
    if now != before:
        raise ChangedMeanwhileError


def _mode(path: Path) -> int:
    """Return the mode of a file. Raises PermissionError where nobody is to write to it."""
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "it is write-protected")
    return stat.S_IMODE(path.stat().st_mode)


def _new_mode() -> int:
    """Return the mode that a new file has here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
