"""Device habits: the world indicators, missing where nothing is published."""

from frameworks.channels.devices import COLUMNS, INDICATORS, devices


def test_every_indicator_has_a_row_and_a_figure_has_year_and_source(reference):
    rows = devices(reference, "SAU")
    assert list(rows.index) == list(INDICATORS) and list(rows.columns) == list(COLUMNS)
    known = rows[rows["value"].notna()]
    assert known["year"].notna().all() and known["source"].str.len().gt(0).all()
    assert rows.at["internet_pct", "value"] > 90


def test_what_is_not_published_stays_missing(reference):
    rows = devices(reference, "BVT")
    assert rows["value"].isna().all() and rows["year"].isna().all() and (rows["source"] == "").all()
    assert rows["name"].str.len().gt(0).all()


def test_zero_is_a_figure(with_figure):
    assert devices(with_figure("DEU", "internet_pct", 0.0), "DEU").at["internet_pct", "value"] == 0
