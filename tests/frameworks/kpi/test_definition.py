"""Every KPI file says what it is, in full and truly."""

import pytest

from frameworks import kpi as kpis
from frameworks.kpi.definition import KPIS, NAMES, VIEWS, identifiers, parse_kpi, read_sql, reads, view_sql
from frameworks.kpi.tables import TABLES

HEADER = {
    "title": "Orders", "formula": "number of orders", "meaning": "Orders.", "unit": "count", "direction": "up",
    "aggregate": "sum", "needs": "orders", "source": "Own",
}  # fmt: skip


def text(**changes):
    fields = {**HEADER, **changes}
    return (
        "".join(f"-- {key}: {value}\n" for key, value in fields.items() if value is not None) + "SELECT 1 AS numerator"
    )


def test_the_list_is_complete():
    assert tuple(KPIS) == NAMES == kpis.names() and len(NAMES) == 36
    assert kpis.KPIS is KPIS


@pytest.mark.parametrize("name", NAMES)
def test_each_file_reads_well(name):
    kpi = KPIS[name]
    assert kpi.title[0].isupper() and not kpi.title.endswith(".") and len(kpi.title) <= 40
    assert kpi.meaning.endswith(".") and not kpi.formula.endswith(".")
    assert max(map(len, kpi.text.splitlines())) <= 112
    assert kpi.sql.startswith("SELECT") and kpi.text.endswith(f"{kpi.sql}\n")
    for column in ("day", "market", "channel", "device", "numerator", "denominator"):
        assert column in identifiers(kpi.sql)
    if kpi.aggregate in ("per_entity", "share_of_entities", "rest_of_entities", "payback"):
        assert "entity" in identifiers(kpi.sql)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_kpi_needs_is_what_its_file_reads(name):
    kpi, read, waiting = KPIS[name], set(), list(reads(KPIS[name].sql))
    while waiting:
        step = waiting.pop()
        read.add(step)
        waiting += reads(view_sql(step)) if step in VIEWS and step not in read - {step} else []
    tables = (read & set(TABLES)) - {"touchpoints", "customers"}  # these only sharpen where customers came from
    assert set(kpi.needs) | ({"surveys"} if name == "csat" else set()) == tables
    assert bool(kpi.settings) == ("costs" in read)
    assert read <= {*TABLES, *VIEWS, "costs"}


def test_steps_stand_before_those_that_read_them():
    for place, name in enumerate(VIEWS):
        assert set(reads(view_sql(name))) <= {*TABLES, "costs", *VIEWS[:place]}
        assert read_sql(f"views/{name}").startswith("-- ")


def test_a_long_field_goes_on_in_the_next_lines():
    kpi = parse_kpi("x", text(meaning="One\n--    and two."))
    assert kpi.meaning == "One and two." and kpi.sql == "SELECT 1 AS numerator"


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"title": None}, "x.sql: the header lacks title"),
        ({"unit": "furlongs"}, "unit cannot be 'furlongs'"),
        ({"direction": "left"}, "direction cannot be"),
        ({"aggregate": "mean"}, "aggregate cannot be"),
        ({"needs": "horoscopes"}, "needs cannot be"),
        ({"settings": "rent"}, "settings cannot be"),
        ({"dimensions": "colour"}, "dimensions cannot be"),
        ({"interval": "wide"}, "interval cannot be"),
    ],
)
def test_a_wrong_header_is_refused(changes, told):
    with pytest.raises(ValueError, match=told):
        parse_kpi("x", text(**changes))


def test_what_a_query_reads():
    sql = "SELECT a, 'quoted' FROM x -- FROM comment\nLEFT JOIN y ON 1 = 1 CROSS JOIN x"
    assert reads(sql) == ("x", "y")
    assert not {"comment", "quoted"} & identifiers(sql)
