"""What DuckDB cannot do, said in a sentence for the user."""

from __future__ import annotations

import duckdb

from data.ingest.model import Cancelled
from data.warehouse.schema import NewerWarehouse, WarehouseError
from frameworks.labels import N_, Sentence


class WarehouseBusy(WarehouseError):
    """Another process has the file open."""

    def __init__(self, template: str = "", /, **values: object) -> None:
        super().__init__(template or BUSY, **values)


BUSY = N_("Another Landfall is open on this workspace; close it, or set LANDFALL_HOME to another folder.")
_NEWER = N_("The uploads in this workspace were written by a newer Landfall ({error}); update Landfall.")
_FULL = N_("The disk is full, so nothing was changed; free some space and try again. What was there before is safe.")
_MEMORY = N_(
    "There is not enough memory for this; nothing was changed. Close other programs, or choose a shorter period."
)
_STOPPED = N_("The import was stopped; nothing was kept.")
_OTHER = N_("The uploads could not be read or written ({error}); try again.")
_BROKEN = N_("The file of the uploads is damaged; restart Landfall, which keeps it and starts a fresh one.")

_FOREIGN = ("not a valid duckdb", "corrupt", "checksum", "failed to deserialize", "serialization", "internal error")


def refusal(error: duckdb.Error | OSError) -> Sentence:
    """Return the sentence to raise for what DuckDB or the system reported."""
    text = str(error)
    folded = text.casefold()
    if isinstance(error, duckdb.InterruptException):
        return Cancelled(_STOPPED)
    if "could not set lock" in folded or "conflicting lock" in folded or "used by another process" in folded:
        return WarehouseBusy()
    if "no space left" in folded or "disk is full" in folded:
        return WarehouseError(_FULL)
    if isinstance(error, duckdb.OutOfMemoryException):
        return WarehouseError(_MEMORY)
    if is_newer(error):
        return NewerWarehouse(_NEWER, error=text.splitlines()[0][:120])
    if is_damage(error):
        return WarehouseError(_BROKEN)
    return WarehouseError(_OTHER, error=text.splitlines()[0][:300] if text else type(error).__name__)


def is_newer(error: Exception) -> bool:
    """True when DuckDB says that the file's format is one it does not know yet."""
    return "version number" in str(error).casefold()


def is_damage(error: Exception) -> bool:
    """True when the file is no readable warehouse: broken, not DuckDB's, or someone else's."""
    if is_newer(error):
        return False
    if isinstance(error, ValueError) and not isinstance(error, duckdb.Error):
        return True
    return any(word in str(error).casefold() for word in _FOREIGN)


def is_broken_file(error: Exception) -> bool:
    """True when a part of an open file proved unreadable; what a query merely names is no sign of it."""
    asked = (duckdb.ProgrammingError, duckdb.DataError, duckdb.NotSupportedError)
    folded = str(error).casefold()
    return not isinstance(error, asked) and ("corrupt database file" in folded or "stored checksum" in folded)


def is_unwritable(error: Exception) -> bool:
    """True when the folder or the file cannot be written."""
    folded = str(error).casefold()
    return any(word in folded for word in ("permission denied", "read-only file system", "cannot open file"))
