"""The written dictionary is the code's own."""

from __future__ import annotations

from pathlib import Path

from frameworks.kpi import KPIS
from frameworks.kpi.dictionary import dictionary
from frameworks.kpi.tables import TABLES

WRITTEN = Path(__file__).resolve().parents[3] / "docs" / "numbers.md"


def test_the_document_is_up_to_date():
    assert WRITTEN.read_text(encoding="utf-8") == dictionary(), "run: python -m frameworks.kpi.dictionary > docs/numbers.md"


def test_every_table_column_and_kpi_is_in_it():
    text = dictionary()
    assert all(f"### `{name}`" in text for name in TABLES)
    assert all(f"`{column}`" in text for table in TABLES.values() for column in table.names)
    assert all(f"(`{name}`)" in text for name in KPIS)
