"""Addresses of other engines: what is understood, what is refused, and that no secret is said aloud."""

import sys
from decimal import Decimal

import pandas as pd
import pytest

from data.warehouse import engines
from data.warehouse.engines import EngineError, engine


@pytest.fixture
def drivers(monkeypatch):
    """Stand-ins that keep what they were given."""
    for name in ("PostgresEngine", "SparkEngine"):
        monkeypatch.setattr(engines, name, lambda *given, name=name: (name, *given))


@pytest.mark.parametrize(
    "url, wanted",
    [
        ("postgresql://me:pw@host/db", ("PostgresEngine", "postgresql://me:pw@host/db", None, None)),
        (
            "postgres://me@host/db?sslmode=require&schema=shop",
            ("PostgresEngine", "postgres://me@host/db?sslmode=require", "shop", None),
        ),
        ("postgresql://me@/db?host=/run/pg", ("PostgresEngine", "postgresql://me@/db?host=%2Frun%2Fpg", None, None)),
        ("spark:local[2]", ("SparkEngine", "spark:local[2]", None, None)),
        ("spark://host:7077?schema=a.b", ("SparkEngine", "spark://host:7077", "a.b", None)),
        ("sc://host:15002", ("SparkEngine", "sc://host:15002", None, None)),
    ],
)
def test_the_address_says_the_engine_and_the_schema(drivers, url, wanted):
    assert engine(url) == wanted


@pytest.mark.parametrize("url", ["mysql://host/db", "", "file:///etc/passwd", "host=localhost password=secret"])
def test_another_address_is_refused_without_quoting_it(url):
    with pytest.raises(EngineError, match=r"starts with postgresql://, spark: or sc://\.$"):
        engine(url)


@pytest.mark.parametrize("schema", ["a;b", "a b", "1a", "ä", ""])
def test_a_schema_must_be_a_plain_name(drivers, schema):
    with pytest.raises(EngineError, match="not a plain name"):
        engine(f"postgresql://host/db?schema={schema}")


def test_nobody_there_is_a_sentence_without_the_password():
    pytest.importorskip("psycopg")
    with pytest.raises(EngineError) as caught:
        engine("postgresql://me:topsecret@127.0.0.1:1/db")
    assert "cannot be reached" in str(caught.value) and "topsecret" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("url, package", [("postgresql://host/db", "psycopg"), ("spark:local", "pyspark")])
def test_a_missing_driver_says_what_to_install(monkeypatch, url, package):
    for name in (package, f"{package}.sql"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(EngineError, match=f"pip install '?{package}"):
        engine(url)


def test_sparks_own_word_for_where_it_runs():
    assert engines._master("spark:local[2]") == "local[2]"
    assert engines._master("spark://host:7077") == "spark://host:7077"


def test_frames_have_floats_and_days():
    rows = [(pd.Timestamp("2025-01-01").date(), Decimal("1.50"), 3, None), (None, None, 4, None)]
    found = engines._frame(["month", "value", "n", "denominator"], rows)
    assert found["month"].dtype.kind == "M" and found["value"].tolist()[0] == 1.5
    assert found["n"].tolist() == [3, 4] and found["denominator"].isna().all() and found["denominator"].dtype == float
