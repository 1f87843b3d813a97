"""The reference room: what it refuses, what it carries, how it is switched."""

import hashlib
import shutil

import numpy as np
import pandas as pd
import pytest
import yaml

from data.catalog import FOLDER, TableError, infos, read, world

ABOUT = {
    "table": "planets", "title": "Planets", "description": "A table for tests.",
    "origin": {"producer": "Nobody", "citation": "Nobody (2020). Planets."}, "year": 2020,
    "licence": {"name": "CC0", "commercial": "open", "note": "Free."}, "limits": ["None."], "key": ["iso3"],
    "columns": {
        "iso3": {"type": "iso3"},
        "warmth": {"type": "number", "unit": "0-100", "min": 0, "max": 100},
        "note": {"type": "text"},
    },
    "rows": 2,
}  # fmt: skip
GOOD = b"iso3,warmth,note\nUSA,40,x\nCAN,,\n"


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes a folder with one table and gives its path."""
    made = iter(range(100))

    def write(raw: bytes = GOOD, *, checksum: str | None = None, **changes) -> object:
        place = tmp_path / str(next(made))  # descriptions are kept by folder
        place.mkdir()
        right = f"sha256:{hashlib.sha256(raw).hexdigest()}"
        about = {**ABOUT, "checksum": checksum or right, **changes}
        (place / "planets.csv").write_bytes(raw)
        text = yaml.safe_dump({k: v for k, v in about.items() if v is not None})
        (place / "planets.meta.yaml").write_text(text, "utf-8")
        return place

    return write


# --- refusals -------------------------------------------------------------------------------------


def test_a_good_table_loads_with_its_gaps(folder):
    frame = read("planets", folder=folder())
    assert frame["warmth"].tolist()[0] == 40 and np.isnan(frame["warmth"].iloc[1])
    assert frame["note"].tolist() == ["x", ""]


def test_a_table_without_provenance_does_not_load(folder):
    place = folder()
    (place / "planets.meta.yaml").unlink()
    with pytest.raises(TableError, match="Table planets: there is no provenance; planets.meta.yaml is missing"):
        read("planets", folder=place)


@pytest.mark.parametrize("word", ["origin", "year", "licence", "limits", "key", "columns", "checksum", "title"])
def test_each_word_of_provenance_is_needed(folder, word):
    with pytest.raises(TableError, match=f"its provenance lacks {word}"):
        place = folder()
        about = yaml.safe_load((place / "planets.meta.yaml").read_text("utf-8"))
        del about[word]
        (place / "planets.meta.yaml").write_text(yaml.safe_dump(about), "utf-8")
        read("planets", folder=place)


@pytest.mark.parametrize(
    "changes, lacking",
    [
        ({"origin": {"producer": "Nobody"}}, "citation"),
        ({"origin": {"citation": "Nobody"}}, "producer"),
        ({"licence": {"name": "CC0", "note": "Free."}}, "commercial"),
        ({"licence": {"name": "CC0", "commercial": "open"}}, "note"),
    ],
)
def test_origin_and_licence_must_be_complete(folder, changes, lacking):
    with pytest.raises(TableError, match=f"its provenance lacks {lacking}"):
        read("planets", folder=folder(**changes))


def test_provenance_that_is_no_yaml_is_refused(folder):
    place = folder()
    (place / "planets.meta.yaml").write_bytes(b"title: [\xff\xfe")
    with pytest.raises(TableError, match="not readable YAML"):
        read("planets", folder=place)
    other = folder()
    (other / "planets.meta.yaml").write_text("just text", "utf-8")
    with pytest.raises(TableError, match="its provenance lacks table"):
        read("planets", folder=other)


def test_a_file_that_differs_from_its_checksum_does_not_load(folder):
    place = folder()
    (place / "planets.csv").write_bytes(GOOD.replace(b"40", b"41"))
    with pytest.raises(TableError, match="differs from its checksum"):
        read("planets", folder=place)
    with pytest.raises(TableError, match="differs from its checksum"):
        read("planets", folder=folder(checksum="sha256:0"))


def test_a_table_brought_up_to_date_under_a_running_server_loads(folder):
    place, newer = folder(), folder(GOOD.replace(b"40", b"41"), title="Planets anew")
    before = world()
    assert read("planets", folder=place)["warmth"].iloc[0] == 40
    for file in newer.iterdir():
        shutil.copy(file, place)
    assert read("planets", folder=place)["warmth"].iloc[0] == 41
    assert infos(place)["planets"].title == "Planets anew"
    assert world() is not before  # its print and every table are counted afresh
    assert world().version == before.version


def test_an_unknown_table_is_a_key_error(folder):
    with pytest.raises(KeyError):
        read("horoscope", folder=folder())


@pytest.mark.parametrize(
    "row, said",
    [
        (b"XKX,1,", "line 3, column iso3: 'XKX' is no ISO 3166-1 alpha-3 code"),
        (b"USA,1,", "line 3: the key USA stands twice"),
        (b"CAN,101,", "line 3, column warmth: 101 lies outside 0 to 100 (0-100)"),
        (b"CAN,warm,", "line 3, column warmth: 'warm' is not a number"),
        (b",1,", "line 3, column iso3: the cell is empty"),
    ],
)
def test_a_faulty_row_of_a_shipped_table_is_named(folder, row, said):
    with pytest.raises(TableError) as caught:
        read("planets", folder=folder(b"iso3,warmth,note\nUSA,40,x\n" + row + b"\n"))
    assert said in [str(problem) for problem in caught.value.problems]


# --- the shipped tables ---------------------------------------------------------------------------


def test_every_shipped_table_loads_and_has_the_rows_it_says():
    for name, info in infos().items():
        assert len(read(name)) == info.rows, name
        assert info.commercial in ("open", "ask", "barred", "unclear", "mixed")
        assert info.citation and info.limits and 1900 < info.year <= 2026


def test_hofstede_has_101_countries_and_groups_apart():
    frame = read("hofstede")
    assert len(frame) == 101
    groups = read("hofstede_groups")["label"]
    assert {"Arab countries", "South Africa white"} <= set(groups)


def test_published_zeros_are_kept():
    frame = read("hofstede").set_index("iso3")
    assert frame.at["PAK", "ivr"] == 0 and frame.at["PRI", "lto"] == 0
    assert (frame[["pdi", "idv", "mas", "uai", "lto", "ivr"]] == 0).sum().sum() == 2


def test_south_africa_keeps_its_own_two_and_the_white_sample_stays_apart():
    row = read("hofstede").set_index("iso3").loc["ZAF"]
    assert row[["pdi", "idv", "mas", "uai"]].isna().all() and row[["lto", "ivr"]].notna().all()
    assert read("hofstede_groups").set_index("label").at["South Africa white", "pdi"] == 49


def test_the_estimates_are_apart_and_off():
    assert infos()["hofstede_estimates"].optional and infos()["hofstede_estimates"].commercial == "barred"
    assert world().table("hofstede_estimates").empty
    assert not world(on=["hofstede_estimates"]).table("hofstede_estimates").empty


def test_86_indicators_doing_business_and_foreign_investment_unscored():
    about = read("indicator_list").set_index("indicator")
    assert len(about) == 86 and about["scored"].sum() == 31
    assert (about["scored"][[code for code in about.index if code.startswith(("db_", "fdi"))]] == 0).all()
    assert set(about["direction"]) == {"higher", "lower", "context"}
    assert (about["direction"][about["scored"] == 1] != "context").all()


def test_every_figure_has_a_listed_source_and_year():
    rows = read("indicators")
    assert rows["source"].isin(read("indicator_sources")["source"]).all()
    assert rows["year"].between(1950, 2026).all() and rows["value"].notna().all()


def test_a_pair_stands_once_and_never_with_itself():
    rows = read("bilateral")
    assert (rows["iso3_o"] < rows["iso3_d"]).all()
    assert not rows.duplicated(["iso3_o", "iso3_d"]).any()


def test_249_markets_with_a_region():
    frame = read("markets")
    assert len(frame) == 249 and "XKX" not in set(frame["iso3"])


def test_languages_come_from_babel_with_shares_of_people():
    rows = world().table("languages")
    assert rows["share"].between(0, 2).all() and not rows.duplicated(["iso3", "language"]).any()
    japan = rows[(rows["iso3"] == "JPN") & (rows["language"] == "ja")].iloc[0]
    assert japan["share"] > 0.9 and japan["official"]


# --- switching and replacing ----------------------------------------------------------------------


def test_the_same_arguments_give_the_same_world():
    assert world() is world()
    assert world(off=["globe", "schwartz"]) is world(off=("schwartz", "globe", "globe"))
    assert world(on=["hofstede_estimates"]) is world(on={"hofstede_estimates"})


def test_the_version_changes_with_the_content_and_with_nothing_else():
    versions = [
        world().version, world(off=["globe"]).version, world(on=["hofstede_estimates"]).version,
        world(replaced={"globe": _own_globe()}).version,
    ]  # fmt: skip
    assert len(set(versions)) == 4 and all(len(version) == 12 for version in versions)
    assert world(on=["globe"]).version == world().version  # it is on anyway


def test_a_table_switched_off_is_empty_and_named():
    off = world(off=["globe"])
    assert off.table("globe").empty and "globe" in off.off and len(off.tables["globe"]) == 56


@pytest.mark.parametrize("arguments", [{"off": ["horoscope"]}, {"on": ["horoscope"]}, {"replaced": {"horoscope": b""}}])
def test_an_unknown_name_is_one_clear_sentence(arguments):
    with pytest.raises(ValueError, match="there is no table 'horoscope'; known are benchmarks, bilateral"):
        world(**arguments)


def _own_globe(value: str = "5.55") -> bytes:
    frame = pd.read_csv(FOLDER / "globe.csv", dtype=str, keep_default_na=False)
    frame.loc[frame["iso3"] == "USA", "power_distance_value"] = value
    return frame.to_csv(index=False).encode()


def test_a_users_licensed_copy_stands_in():
    own = world(replaced={"globe": _own_globe()})
    table = own.table("globe").set_index("iso3")
    assert table.at["USA", "power_distance_value"] == 5.55
    assert world().table("globe").set_index("iso3").at["USA", "power_distance_value"] != 5.55
    assert own is world(replaced={"globe": _own_globe()})


def test_a_users_faulty_copy_is_refused_with_its_lines():
    raw = _own_globe("=5.55")
    with pytest.raises(TableError) as caught:
        world(replaced={"globe": raw})
    line = 1 + next(i for i, row in enumerate(raw.splitlines()) if row.startswith(b"USA"))
    assert [(p.line, p.column) for p in caught.value.problems] == [(line, "power_distance_value")]
    assert str(caught.value).startswith("Table globe: 1 faulty cells or rows: line ")


@pytest.mark.parametrize(
    "row, said",
    [
        ("USA,horoscope,2020,1,owid_freedom", "horoscope is not in the indicator list"),
        ("USA,internet_pct,2020,101,{source}", "101.0 lies outside the range of its unit"),
        ("USA,internet_pct,2020,10,my blog", "my blog is not in the list of sources"),
    ],
)
def test_own_indicators_are_held_against_their_list(row, said):
    source = read("indicator_sources")["source"].iloc[0]
    raw = f"iso3,indicator,year,value,source\nCAN,internet_pct,2020,90,{source}\n{row.format(source=source)}\n"
    with pytest.raises(TableError) as caught:
        world(replaced={"indicators": raw.encode()})
    assert said in str(caught.value) and caught.value.problems[0].line == 3


def test_which_tables_a_user_may_replace():
    able = {name for name, info in infos().items() if info.replaceable}
    assert {"hofstede", "globe", "schwartz", "world_values", "indicators", "religion"} <= able
    assert not {"markets", "stand_ins", "indicator_list"} & able


def test_nothing_shipped_is_unlisted(tmp_path):
    copy = shutil.copytree(FOLDER, tmp_path / "reference")
    assert set(infos(copy)) == {path.stem for path in FOLDER.glob("*.csv")}
