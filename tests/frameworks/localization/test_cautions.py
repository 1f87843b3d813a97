"""Cautions: evidence named, careful ones first, unchecked ones hidden."""

from frameworks.localization.cautions import COLUMNS, EVIDENCE, KINDS, STANDING_NOTE, VALENCES, cautions


def test_every_market_gives_known_kinds_and_evidence(reference):
    for market in reference.markets:
        rows = cautions(reference, market, unchecked=True)
        assert list(rows.columns) == list(COLUMNS)
        assert set(rows["kind"]) <= set(KINDS) and set(rows["evidence"]) <= set(EVIDENCE)
        assert rows["source"].str.len().gt(0).all()
        own = rows.loc[~rows["everywhere"], "valence"].map(VALENCES.index).tolist()
        assert own == sorted(own)


def test_white_in_china_is_practitioner_lore(reference):
    row = cautions(reference, "CHN").query("item == 'white'").iloc[0]
    assert row["valence"] == "negative" and row["evidence"] == "practitioner" and "mourning" in row["meaning"]


def test_only_studies_count_as_academic(reference):
    table = reference.table("semiotics")
    assert set(table.loc[table["evidence"] == "academic", "source"].str.split(" ").str[0].str.strip(",")) == {
        "Broeder", "Aslam", "Textor:", "Encyclopedia",
    }  # fmt: skip


def test_rows_from_memory_wait_until_asked_for(doubted):
    world = doubted("semiotics", item="clock")
    every, checked = cautions(world, "CHN", unchecked=True), cautions(world, "CHN")
    assert len(checked) < len(every) and checked["checked"].all()


def test_what_holds_everywhere_reaches_a_market_without_rows(reference):
    rows = cautions(reference, "BVT", unchecked=True)
    assert len(rows) and rows["everywhere"].all()
    assert "never for a whole country" in str(STANDING_NOTE)
