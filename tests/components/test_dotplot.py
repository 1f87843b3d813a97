"""Dot plots as markup: marks apart, ends named, everything escaped."""

from components import dotplot
from components.dotplot import Mark, Row


def mark(at, code="JPN"):
    return Mark(at, "<b></b>", code, f"{code} {at}")


def test_marks_that_would_cover_each_other_take_lanes():
    drawn = dotplot.plot([Row("x", (mark(0.50), mark(0.51), mark(0.52), mark(0.90)))])
    assert [drawn.count(f"--lane:{lane}") for lane in range(4)] == [2, 1, 1, 0]
    assert "--lanes:3" in drawn


def test_only_the_outermost_marks_bear_a_name():
    drawn = dotplot.plot([Row("x", (mark(0.1, "USA"), mark(0.5, "DEU"), mark(0.9, "JPN")))])
    assert drawn.count("lf-dot-end-low") == 1 and drawn.count("lf-dot-end-high") == 1
    assert ">DEU</span>" not in drawn
    assert "lf-dot-end" not in dotplot.plot([Row("x", (mark(0.1), mark(0.9)))], ends=False)


def test_the_row_is_spoken_with_its_figures_and_gaps():
    drawn = dotplot.plot([Row("Power distance", (mark(0.1),), gap="No figure: Oman")])
    assert 'aria-label="Power distance; JPN 0.1; No figure: Oman"' in drawn


def test_missing_marks_and_empty_rows_draw_nothing():
    drawn = dotplot.plot([Row("x", (mark(float("nan")),)), Row("y", ())])
    assert "lf-dot\"" not in drawn


def test_texts_are_escaped():
    evil = '<img src=x onerror="a()">'
    drawn = dotplot.plot([Row(evil, (Mark(0.5, "", evil, evil),), evil, evil, evil, evil, gap=evil)], axis=None)
    assert "<img" not in drawn + dotplot.plot([], axis=(evil, evil)) + dotplot.key([("", evil)], [evil])


def test_positions_stay_on_the_line():
    assert dotplot.share(120, 0, 100) == 1 and dotplot.share(-5, 0, 100) == 0 and dotplot.share(3, 3, 3) == 0.5


def test_hollow_marks_are_those_not_measured():
    assert "hollow" in dotplot.symbol(0, "estimate") and "hollow" in dotplot.symbol(1, "stand_in")
    assert "hollow" not in dotplot.symbol(0)
    assert len({dotplot.symbol(place) for place in range(dotplot.MOST)}) == dotplot.MOST
