"""The training as files: a document to print, answers apart, tables of agenda and cases."""

from __future__ import annotations

import datetime as dt

import pytest

from components.training_words import agenda, case_table, documents
from data.catalog import world
from data.export.brief_html import brief_html
from data.export.spreadsheet import table_csv
from frameworks.culture.sessions import ROLES
from frameworks.culture.training import outline
from frameworks.report.document import texts

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module", params=["JPN", "VAT", "USA"])
def found(request):
    return outline(world(), "USA", request.param, roles=tuple(ROLES), minutes=90)


def test_the_hand_out_does_not_give_the_answers_away(found):
    handed, answers = documents(found, DAY)
    said, told = set(texts(handed)), set(texts(answers))
    for case in found.cases:
        assert case.situation in said
        assert all(option.text in said and option.why not in said and option.why in told for option in case.options)


def test_the_page_to_print_runs_nothing_and_is_the_same_each_time(found):
    page = brief_html(documents(found, DAY), "Team training")
    assert page == brief_html(documents(found, DAY), "Team training")
    assert b"<script" not in page and b"default-src 'none'" in page
    assert found.cases[0].title.encode() in page.replace(b"&#x27;", b"'")


def test_the_agenda_starts_at_nought_and_ends_with_the_session(found):
    rows = agenda(found)
    assert rows["Start"].iloc[0] == 0 and rows["Start"].iloc[-1] + rows["Minutes"].iloc[-1] == 90


def test_every_option_of_every_case_is_a_row(found):
    rows = case_table(found)
    assert len(rows) == sum(len(case.options) for case in found.cases)
    assert (rows["Best"] == "yes").sum() == len(found.cases)
    assert table_csv(rows, index=False)
