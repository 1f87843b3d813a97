"""The sample exports are the same everywhere, look like the platforms' own, and say that they are samples."""

from __future__ import annotations

import csv

import pytest

from data.ingest import read_export
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


@pytest.fixture(scope="module")
def imports(paths):
    return {path.name.removeprefix(exports.PREFIX): read_export(path, assume=exports.assumed(path)) for path in paths}


def test_every_sample_is_recognised_and_accounted_for(imports):
    kinds = {name: (found.platform, found.kind) for name, found in imports.items()}
    assert kinds == {
        "shopify-orders.csv": ("shopify", "orders"), "ga4-report.csv": ("google_analytics", "sessions"),
        "google-ads.csv": ("google_ads", "spend"), "meta-ads.csv": ("meta_ads", "spend"),
        "zendesk-tickets.csv": ("zendesk", "tickets"), "klaviyo-campaigns.csv": ("klaviyo", "email_campaigns"),
        "nps-survey.csv": ("generic", "surveys"), "judgeme-reviews.csv": ("judge_me", "reviews"),
    }  # fmt: skip
    for found in imports.values():
        assert found.report.rows_set_aside == 0
        assert [each for each in found.report.reconciled if each.difference] == []


def test_what_was_written_is_what_is_read(imports):
    shop = exports._shop()
    orders = imports["shopify-orders.csv"].tables["orders"]
    assert len(orders) == len(shop.orders)
    total = shop.orders.groupby("currency")["total"].sum()
    read = orders.groupby("currency")["gross"].sum().astype(float)
    assert (total - read).abs().max() < 0.005
    scores = imports["nps-survey.csv"].tables["surveys"]["score"]
    assert scores.between(0, 10).all() and scores.max() == 10
    assert set(imports["judgeme-reviews.csv"].tables["reviews"]["rating"]) <= {1.0, 2.0, 3.0, 4.0, 5.0}
    assert set(imports["zendesk-tickets.csv"].tables["tickets"]["csat"].dropna()) == {0.0, 1.0}


def test_one_buyer_is_one_key_in_every_file(imports, paths):
    salted = [read_export(path, salt=b"same") for path in paths if "shopify" in path.name or "zendesk" in path.name]
    buyers, writers = (
        set(each.tables[name]["customer_key"]) for each, name in zip(salted, ("orders", "tickets"), strict=True)
    )
    assert writers <= buyers
    assert not any("@" in key for key in buyers)
