import pandas as pd
import pytest

from components import evidence
from components.words import using
from data.catalog import infos


@pytest.mark.parametrize("letter", "ABCD")
def test_a_grade_explains_itself_to_a_screen_reader(letter):
    badge = evidence.grade(letter)
    assert f"lf-grade-{letter.lower()}" in badge
    assert f'aria-label="Confidence {letter}.' in badge
    assert evidence.grade_words(letter)


@pytest.mark.parametrize("letter", ["", "E", "<b>", "AA"])
def test_what_is_no_grade_gets_no_badge(letter):
    assert evidence.grade(letter) == ""
    assert evidence.grade_words(letter) == ""


def test_a_source_line_names_producer_year_licence_and_use():
    line = evidence.line(evidence.Source.of(infos()["hofstede"]), year=1980, letter="B")
    for text in ("Hofstede", "2015", "1980", "permission", "lf-grade-b"):
        assert text in line


def test_every_table_can_be_named():
    for info in infos().values():
        source = evidence.Source.of(info)
        assert source.producer
        assert source.licence
        assert evidence.commercial_words(source.commercial), info.name


def test_markup_in_a_source_is_shown_not_run():
    line = evidence.line(evidence.Source("<script>alert(1)</script>", "<i>", "<b>", "open", title="<u>"))
    assert "<script" not in line
    assert "&lt;script&gt;" in line


def test_only_what_was_not_measured_is_marked():
    assert evidence.basis_chip("measured") == ""
    assert evidence.basis_chip("") == ""
    assert "estimate" in evidence.basis_chip("estimate")
    assert "stand-in" in evidence.basis_chip("stand_in")


def test_rows_give_each_source_once():
    row = {"producer": "P", "edition": "1", "licence": "L", "commercial": "open"}
    rows = pd.DataFrame([row, row, dict.fromkeys(row, "")])
    assert evidence.in_rows(rows) == [evidence.Source("P", "1", "L", "open")]


def test_a_simulated_chance_is_never_none_or_certain():
    with using("en"):
        assert evidence.chance(0) == "under 1%"
        assert evidence.chance(1) == "over 99%"
        assert evidence.chance(0.63) == "63%"
        assert evidence.chance(float("nan")) == "–"
