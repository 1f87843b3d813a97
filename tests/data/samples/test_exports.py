"""The sample exports are the same everywhere, look like the platforms' own, and say that they are samples."""

from __future__ import annotations

import csv

import pytest

from data.samples import exports


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    return exports.write_samples(tmp_path_factory.mktemp("samples"))


def test_eight_files_that_say_they_are_samples(paths):
    assert len(paths) == 8
    assert all(path.name.startswith(exports.PREFIX) for path in paths)


def test_the_same_bytes_at_every_call(paths, tmp_path):
    again = exports.write_samples(tmp_path)
    assert [path.read_bytes() for path in paths] == [path.read_bytes() for path in again]


def test_orders_have_continuation_rows_without_totals(paths):
    with paths[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {len(row) for row in rows} == {len(exports._SHOPIFY)}
    tops = [row for row in rows if row["Total"]]
    assert len(tops) == len({row["Name"] for row in rows}) < len(rows)


def test_no_real_person(paths):
    text = paths[0].read_text(encoding="utf-8")
    assert text.count("@") == text.count("@example.com")
