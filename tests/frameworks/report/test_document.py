"""Reports in words: every text is found, and nothing unseen goes into a file."""

from frameworks.report.document import (
    Amount,
    Bar,
    Bars,
    Document,
    Figure,
    Figures,
    Point,
    Points,
    Section,
    Table,
    Text,
    cleaned,
    texts,
)


def made(title="Japan", url=""):
    blocks = (
        Figures((Figure("Rank", "3", "of 200"),)), Bars("Parts", (Bar("Size", "80", 80.0),)), Text("Said\u202e here"),
        Points((Point("A point", "backed", ("not checked",), "Lead", url),)),
        Table(("Language", "People"), (("Japanese", Amount("118M", 1.18e8)),), title="Spoken"),
    )  # fmt: skip
    return Document("market", "Brief", title, "Lead", "Lead", "lead", (Section("all", "All", blocks),), ("Made",), "en",
                    "2026-11-22")  # fmt: skip


def test_every_text_is_found_in_the_order_of_reading():
    found = texts(made())
    assert found[:4] == ("Brief", "Japan", "Lead", "Lead")
    for text in ("Rank", "of 200", "Parts", "Size", "A point", "backed", "not checked", "Spoken", "118M", "Made"):
        assert text in found


def test_direction_overrides_control_codes_and_half_pairs_are_taken_out():
    document = cleaned(made("\u202eevil\x00\ud800\u2066 日本 😀"))
    assert document.title == "evil 日本 😀"
    assert "Said here" in texts(document)


def test_figures_keep_their_values():
    table = cleaned(made()).sections[0].blocks[4]
    assert table.rows[0][1].value == 1.18e8


def test_only_web_addresses_stay():
    for url, kept in (
        ("https://example.org/a?b=c", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
        ('https://x" onmouseover="y', False), ("", False),
    ):  # fmt: skip
        assert bool(cleaned(made(url=url)).sections[0].blocks[3].items[0].url) is kept


def test_a_section_is_found_by_its_key():
    assert made().section("all").heading == "All"
    assert made().section("none") is None
