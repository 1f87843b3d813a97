"""What DuckDB reports is told in sentences."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest.model import Cancelled
from data.warehouse import NewerWarehouse, WarehouseBusy, WarehouseError
from data.warehouse.refusals import is_broken_file, is_damage, is_unwritable, refusal


@pytest.mark.parametrize(
    "error, kind, said",
    [
        (duckdb.InterruptException("INTERRUPT Error: Interrupted!"), Cancelled, "stopped"),
        (duckdb.IOException('Could not set lock on file "k"'), WarehouseBusy, "Another Landfall"),
        (duckdb.IOException("write failed: No space left on device"), WarehouseError, "disk is full"),
        (duckdb.OutOfMemoryException("Out of Memory Error"), WarehouseError, "not enough memory"),
        (duckdb.IOException("Trying to read a database file with version number 99"), NewerWarehouse, "newer Landfall"),
        (duckdb.Error("Corrupt database file: checksum"), WarehouseError, "damaged"),
        (duckdb.CatalogException("Table {x} does not exist\nmore"), WarehouseError, "Table {x} does not exist"),
        (duckdb.Error(), WarehouseError, "Error"),
    ],
)
def test_each_trouble_has_its_sentence(error, kind, said):
    told = refusal(error)
    assert isinstance(told, kind)
    assert said in str(told)
    assert "\n" not in str(told)


def test_damage_and_lack_of_rights_are_told_apart():
    assert is_damage(ValueError("not a warehouse"))
    assert not is_damage(duckdb.IOException("with version number 99"))
    assert is_unwritable(duckdb.IOException("Cannot open file: Permission denied"))
    assert not is_unwritable(duckdb.IOException("Could not set lock"))


def test_a_file_is_not_broken_because_a_query_says_so():
    assert is_broken_file(duckdb.Error("Corrupt database file: computed checksum 1 does not match stored checksum 2"))
    assert not is_broken_file(duckdb.CatalogException("Table with name corrupt database file does not exist"))
    assert not is_broken_file(duckdb.InternalException("INTERNAL Error: something"))
