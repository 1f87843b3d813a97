"""One process at a time: a lock on a small file beside the warehouse.

DuckDB locks its own file too, but a POSIX lock on a file is lost as soon as the process closes any
other handle on it (a backup that reads it, say), so a second process could slip in.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from data.warehouse.refusals import WarehouseBusy

try:
    import fcntl
except ImportError:  # Windows: DuckDB's own lock cannot be lost there
    fcntl = None


class Turn:
    """The right of this process to the file beside ``path``; the system takes it back when it dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock, or raise WarehouseBusy at once; nothing happens when it is held already."""
        if self._handle is not None or fcntl is None:
            return
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise WarehouseBusy() from None
        except OSError:  # a file system without locks: DuckDB's own must do
            os.close(handle)
            return
        self._handle = handle

    def give_back(self) -> None:
        """Let another process have it."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None
