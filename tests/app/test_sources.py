"""The Sources & method page: every table, switching off and on, own files good and bad, the method, the check."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import FOLDER, infos
from data.table_check import MAX_BYTES
from tests.app.reading import words

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")
PAGES = ("start", "matrix", "market", "culture", "sources")


@pytest.fixture(autouse=True)
def own_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()


def opened(page="sources", **params):
    app = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in {"home": "USA", **params}.items():
        app.query_params[name] = value
    app.switch_page(f"../pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def upload(app, name, content, file="mine.csv"):
    app.file_uploader[0].set_value((file, content, "text/csv"))
    app.run()
    assert not app.exception
    return words(app)


def button(app, key):
    return next(found for found in app.button if found.key == key)


@pytest.mark.parametrize("name", sorted(infos()))
def test_every_table_shows_where_it_comes_from(name):
    app = opened(table=name)
    info, text = infos()[name], words(app)
    assert not app.error
    assert "Origin" in text and info.licence.split("&")[0].split("'")[0] in text
    assert f"lf-terms-{info.commercial}" in text
    assert app.toggle(key=f"switch_{name}").disabled == (name in ("markets", "indicator_list", "indicator_sources"))
    assert bool(app.file_uploader) == info.replaceable


def test_the_list_names_all_tables_and_filters():
    app = opened()
    assert words(app).count("lf-tables-name") == len(infos())
    app.text_input(key="in_find_table").set_value("hofstede").run()
    assert 3 <= words(app).count("lf-tables-name") < 8
    app.text_input(key="in_find_table").set_value("<b>nothing*").run()
    assert not app.exception and "No table fits the filter" in words(app)


def test_barred_tables_can_be_filtered_and_say_so():
    app = opened(terms="barred")
    text = words(app)
    assert text.count("lf-tables-name") == 1
    assert "barred by its licence" in text and "switched off" in text


@pytest.mark.parametrize("asked", ["<script>evil()", "XXX", "", "A" * 5000, "'; DROP TABLE"])
def test_a_hostile_address_shows_the_page(asked):
    app = opened(table=asked, part=asked, terms=asked)
    assert not app.error and "evil()" not in words(app)
    assert words(app).count("lf-tables-name") == len(infos())


def test_switching_a_model_off_and_on_says_what_changes():
    app = opened(table="world_values")
    assert "Without it" in words(app) and "markets lose their score" in words(app)
    app.toggle(key="switch_world_values").set_value(False).run()
    assert not app.exception
    assert app.query_params["off"] in ("world_values", ["world_values"])
    assert "With it" in words(app) and "markets gain a score" in words(app)
    button(app, "tables_reset").click().run()
    assert "off" not in app.query_params and "Without it" in words(app)


def test_the_estimates_are_switched_on_with_a_warning():
    app = opened(table="hofstede_estimates")
    assert "With it" in words(app)
    app.toggle(key="switch_hofstede_estimates").set_value(True).run()
    assert app.query_params["on"] in ("hofstede_estimates", ["hofstede_estimates"])
    assert "may not be used commercially" in words(app)
    app.toggle(key="switch_hofstede_estimates").set_value(False).run()
    assert "on" not in app.query_params


def test_structure_cannot_be_switched_off_from_the_address():
    app = opened(off="markets.indicator_list", table="markets")
    assert "stays on" in words(app)
    assert app.toggle(key="switch_markets").value


# A few tables at a time, strangers to each other, and all of them.
OFF = [".".join(sorted(infos())[start::12]) for start in range(12)] + [".".join(sorted(infos()))]


@pytest.mark.parametrize("name", OFF)
def test_every_page_survives_every_table_switched_off(name):
    app = opened("start", off=name)
    for page in PAGES[1:]:
        app.switch_page(f"../pages/{page}.py").run()
        assert not app.exception, page


def test_a_good_file_takes_the_place_of_the_shipped_one_and_goes_again():
    app = opened(table="hofstede")
    raw = (FOLDER / "hofstede.csv").read_bytes()
    assert "The file fits: 101 rows" in upload(app, "hofstede", raw)
    button(app, "use_hofstede").click().run()
    assert not app.exception
    text = words(app)
    assert "Your file is in use now" in text and "your own file" in text
    button(app, "drop_hofstede").click().run()
    button(app, "back_hofstede").click().run()
    assert not app.exception and "Your own file of" in words(app)
    assert not [one for one in app.button if one.key == "back_hofstede"]
    button(app, "drop_hofstede").click().run()
    assert "shipped table counts again" in words(app) and "your own file" not in words(app)


def test_a_different_file_moves_the_scores():
    head, *rows = (FOLDER / "hofstede.csv").read_text("utf-8").splitlines()
    app = opened(table="hofstede")
    assert "The file fits: 40 rows" in upload(app, "hofstede", "\n".join([head, *rows[:40]]).encode())
    button(app, "use_hofstede").click().run()
    assert not app.exception and "40 countries" in words(app)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read"),
        (b"\x00\x01\x02PK", "not text"),
        ("iso3,pdi\nUSA,40\n".encode("utf-16"), "not"),
        (b"\xff\xfe\xfa", "not UTF-8"),
        (b"a,b\n1,2\n", "missing"),
        (b"iso3,pdi,idv,mas,uai,lto,ivr\n", "no rows"),
        (b"<script>alert(1)</script>", "missing"),
        (b'"' * 1000, "missing"),
    ],
)
def test_a_hostile_file_gets_one_sentence_and_changes_nothing(content, said):
    app = opened(table="hofstede")
    text = upload(app, "hofstede", content)
    assert len(app.error) == 1 and said.split()[0] in app.error[0].value
    assert "Nothing was changed" in text
    assert "use_hofstede" not in [found.key for found in app.button]
    assert "your own file" not in text


def test_faulty_rows_are_listed_with_line_and_column():
    raw = (FOLDER / "hofstede.csv").read_text("utf-8").splitlines()
    cells = raw[1].split(",")
    lines = [raw[0], ",".join(["ZZZ", *cells[1:]]), ",".join([raw[2].split(",")[0], "999", *raw[2].split(",")[2:]]),
             raw[3], raw[3], ",".join([raw[4].split(",")[0], '=HYPERLINK("x")', *raw[4].split(",")[2:]])]  # fmt: skip
    app = opened(table="hofstede")
    text = upload(app, "hofstede", "\n".join(lines).encode(), "=cmd|calc.csv")
    assert "4 faults" in text
    faults = app.dataframe[-1].value
    assert list(faults["line"]) == [2, 3, 6, 5] or sorted(faults["line"]) == [2, 3, 5, 6]
    assert "ZZZ" in " ".join(faults["fault"])


def test_a_file_beyond_the_limit_is_refused():
    app = opened(table="religion")
    text = upload(app, "religion", b"x" * (MAX_BYTES + 1))
    assert "more than the" in text and len(app.error) == 1


def test_indicators_that_the_list_does_not_know_are_refused():
    head, first, *_rest = (FOLDER / "indicators.csv").read_text("utf-8").splitlines()
    listed = head.split(",").index("indicator")
    cells = first.split(",")
    cells[listed] = "made_up"
    app = opened(table="indicators")
    text = upload(app, "indicators", "\n".join([head, ",".join(cells)]).encode())
    assert "1 fault" in text and "made_up" in app.dataframe[-1].value["fault"].iloc[0]


def test_degenerate_but_valid_files_do_not_break_the_scores():
    head, *rows = (FOLDER / "hofstede.csv").read_text("utf-8").splitlines()
    same = rows[0].split(",", 1)[1]
    for lines in ([rows[5]], [f"{code},{same}" for code in ("USA", "DEU", "JPN")]):
        app = opened(table="hofstede")
        assert "The file fits" in upload(app, "hofstede", "\n".join([head, *lines]).encode())
        button(app, "use_hofstede").click().run()
        assert not app.exception
        for method in ("euclidean", "mahalanobis"):
            opened("culture", method=method, countries="USA.DEU.JPN")
        opened("matrix")


def test_the_method_shows_every_formula_and_the_weights_in_use():
    app = opened(part="formulas", weights="values~90")
    text = words(app)
    assert len(app.latex) >= 8
    for said in ("Kogut", "Mahalanobis", "Dirichlet", "Lahdelma", "OECD/JRC", "Konara", "Confidence", "Easy niche"):
        assert said in text
    assert "62.1 %" in text  # 90 of 145 points


def test_the_indicators_and_their_twenty_sources_are_listed():
    app = opened(part="indicators")
    assert words(app).count("lf-tables-name") == 20
    assert len(app.dataframe[0].value) == 86


def test_the_check_shows_the_measured_correlation_with_its_interval():
    text = words(opened(part="check"))
    assert "0.78 (" in text and "312 pairs" in text and "not sales" in text
    assert "Affinity, your weights" not in text
    mine = words(opened(part="check", weights="values~90"))
    assert "Affinity, your weights" in mine
    assert "nothing to check against" in words(opened(part="check", off="psychic_distance"))


@pytest.mark.parametrize("part", ["tables", "indicators", "formulas", "check"])
def test_every_part_in_spanish_and_from_a_home_without_culture(part):
    app = opened(part=part, lang="es", home="ARE")
    assert not app.error
