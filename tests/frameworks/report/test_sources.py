"""Sources: each once, whoever cites it."""

import pandas as pd

from frameworks.reference import own_knowledge
from frameworks.report.sources import Citation, indicator_sources, merged, row_sources


def test_each_source_stands_once():
    same = [Citation("a", "A work", "2020"), Citation("b", "a WORK", "2020"), Citation("b", "A work", "2021"),
            Citation("a"), Citation("a")]  # fmt: skip
    assert merged(same) == (same[0], same[2], same[3])


def test_rows_name_their_works_parted_by_semicolons_outside_of_brackets():
    rows = pd.DataFrame({
        "source": ["One; Two (no there; yes here)", "own knowledge (not checked)", ""], "year": [2020, 2021, None],
        "url": ["https://example.org", "", ""],
    })  # fmt: skip
    found = row_sources("rules", rows)
    assert [(one.text, one.edition, one.url) for one in found] == [
        ("One", "2020", "https://example.org"), ("Two (no there; yes here)", "2020", "https://example.org"),
    ]  # fmt: skip


def test_a_brief_names_no_source_twice_and_none_from_memory(made):
    for market in ("DEU", "CHN"):
        cited = made(market).sources
        assert len(cited) == len(set(cited))
        assert not any(own_knowledge(one.text) for one in cited)


def test_the_producers_of_the_figures_have_licences(reference):
    assert all(one.licence and one.commercial for one in indicator_sources(reference, "DEU"))
