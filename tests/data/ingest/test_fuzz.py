"""Whatever is done to an export, reading it ends soon, in a sentence or with every row and amount accounted for.

FUZZ_FILES=2000 (``make soak``) reads two thousand mutated files; the ordinary run reads fewer of the same.
"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import time
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest.model import Import, IngestError
from data.ingest.reading import ingest

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(path for path in FIXTURES.iterdir() if not path.name.endswith(".json"))
FUZZ_FILES = int(os.environ.get("FUZZ_FILES", "300"))
MOST_SECONDS = 10

ENCODINGS = {"paypal_fr.csv": "cp1252", "amazon_orders_jp.txt": "cp932", "google_ads_de.csv": "utf-16"}
DELIMITERS = {".txt": "\t", "google_ads_de.csv": "\t", "google_ads_fr.csv": ";", "paypal_es.csv": ";",
              "EtsySoldOrderItems2026_eu.csv": ";"}  # fmt: skip

# Plain tables whose rows and one column of amounts are counted by Python's csv reader, apart from our own.
COUNTED = {
    "shopify_orders.csv": "Total",
    "woocommerce_orders.csv": "order_total",
    "stripe_payments.csv": "Amount",
    "stripe_balance.csv": "Amount",
    "bigcommerce_orders.csv": "Order Total",
    "EtsySoldOrderItems2026.csv": "Item Total",
    "EtsySoldOrders2026.csv": "Order Total",
    "amazon_orders.txt": "item-price",
    "paypal_en.csv": "Gross",
    "hubspot_deals.csv": "Amount",
}
HOSTILE = ("abc", "NaN", "=1+1", "12..5", "#REF!", "1e999", "inf", "@SUM(A1)", "'; DROP TABLE x; --", "٣٤", "💥", "--x")


@cache
def connection() -> duckdb.DuckDBPyConnection:
    """One connection for all files; a tiny file takes longer to plan for than to read."""
    con = duckdb.connect()
    con.execute("SET threads=1")
    con.execute("PRAGMA disable_optimizer")
    return con


def read(path: Path) -> tuple[Import, float]:
    started = time.process_time()
    found = ingest(connection(), path, salt=b"fuzz")
    return found, time.process_time() - started


def text_of(path: Path) -> tuple[str, str]:
    encoding = ENCODINGS.get(path.name, "utf-8-sig" if path.read_bytes().startswith(b"\xef\xbb\xbf") else "utf-8")
    return path.read_bytes().decode(encoding), encoding


def delimiter_of(path: Path) -> str:
    return DELIMITERS.get(path.name, DELIMITERS.get(path.suffix, ","))


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting))


def written(rows: list[list[str]], delimiter: str) -> str:
    if delimiter == "\t":
        return "".join("\t".join(row) + "\n" for row in rows)
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def number(cell: str) -> Decimal | None:
    """A number as these files write it, read without our reader; None where there is none."""
    plain = re.sub(r"[$€,]", "", cell.strip())
    return Decimal(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def balanced(found: Import) -> None:
    """Every row and every unit of every measure went somewhere."""
    report = found.report
    parts = report.rows_kept + report.rows_merged + report.rows_left_out + report.rows_set_aside
    assert report.rows_read == parts
    assert [one for one in report.reconciled if abs(one.difference) > 1e-6] == []
    if report.rejects is not None:
        assert report.rejects["line"].nunique() <= report.rows_set_aside


# Shuffled, with the same outcome


def head_and_rows(path: Path) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """Lines above the rows, the header last; the rows; and what comes below them."""
    rows = rows_of(text_of(path)[0], delimiter_of(path))
    widest = max(len(row) for row in rows)
    top = next(place for place, row in enumerate(rows) if len(row) == widest)
    end = next((place for place in range(top, len(rows)) if len(rows[place]) != widest), len(rows))
    total = re.compile(r"(grand )?total|gesamt", re.IGNORECASE)
    while end > top + 1 and (total.match(rows[end - 1][0]) or total.match(rows[end - 1][-1])):
        end -= 1
    return rows[: top + 1], rows[top + 1 : end], rows[end:]


PLAIN = [
    path for path in FILES
    if path.suffix != ".zip"
    and path.name not in ("surveymonkey.csv", "ga4_exploration.csv", "mailchimp_overall_stats.csv", "ga4_report_en.csv")
]  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from(PLAIN), seed=st.integers(0, 999))
def test_the_order_of_rows_and_columns_changes_no_total(path, seed, tmp_path_factory):
    dice = random.Random(seed)
    expected = json.loads((FIXTURES / f"{path.name}.expected.json").read_text(encoding="utf-8"))
    above, rows, below = head_and_rows(path)
    places = list(range(len(above[-1])))
    dice.shuffle(places)
    dice.shuffle(rows)
    turned = [*above[:-1], [above[-1][at] for at in places], *([row[at] for at in places] for row in rows), *below]
    if below and len(below[0]) == len(places):
        return  # total rows are told by their first cell
    target = tmp_path_factory.mktemp("shuffled") / path.name
    target.write_bytes(written(turned, delimiter_of(path)).encode(text_of(path)[1]))
    found = ingest(connection(), target, salt=b"fuzz", assume=expected.get("assume"))
    assert (found.platform, found.kind) == (expected["platform"], expected["kind"])
    balanced(found)
    assert found.report.rows_set_aside == expected["rows"]["set_aside"]
    assert dict(found.report.records) == expected["records"]
    for name, wanted in expected["sums"].items():
        table, column = name.split(".")
        frame = found.tables[table]
        sums = pd.to_numeric(frame[column].astype(object)).fillna(0).groupby(frame["currency"].fillna("")).sum()
        assert {cur: total for cur, total in sums.items() if total or cur in wanted} == {
            cur: pytest.approx(float(total)) for cur, total in wanted.items()
        }, name


# Corrupted

Mutation = Callable[[random.Random, bytes], bytes]


def _cut(dice: random.Random, body: bytes) -> bytes:
    return body[: dice.randrange(len(body) + 1)]


def _hole(dice: random.Random, body: bytes) -> bytes:
    at = dice.randrange(len(body) + 1)
    return body[:at] + body[at + dice.randrange(1, 200) :]


def _noise(dice: random.Random, body: bytes) -> bytes:
    changed = bytearray(body)
    for _ in range(dice.randrange(1, 12)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _signs(dice: random.Random, body: bytes) -> bytes:
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(body) + 1)
        body = body[:at] + dice.choice((b'"', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\0", b"'", b"#", b"\\")) + body[at:]
    return body


def _again(dice: random.Random, body: bytes) -> bytes:
    lines = body.splitlines(keepends=True) or [b""]
    at = dice.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * dice.randrange(2, 5), *lines[at:]])


def _lines(dice: random.Random, body: bytes) -> bytes:
    lines = body.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def _junk(dice: random.Random, body: bytes) -> bytes:
    junk = dice.choice((b"\n\n\n", b"Total,,,,\n", b"some remark\n", b"# comment\n", b",,,,,,\n", b"\x1a", b"\xff\xfe", b"sep=;\n"))
    return junk + body if dice.random() < 0.5 else body + junk


def _marks(dice: random.Random, body: bytes) -> bytes:
    return body.translate(bytes.maketrans(b",;", b";,") if dice.random() < 0.5 else bytes.maketrans(b",.", b".,"))


def _encoding(dice: random.Random, body: bytes) -> bytes:
    text = body.decode("utf-8", "replace")
    return text.encode(dice.choice(("utf-16", "utf-16-be", "cp1252", "utf-8-sig", "cp1251", "gbk")), "replace")


def _cells(dice: random.Random, body: bytes) -> bytes:
    parts = body.split(b",")
    for _ in range(dice.randrange(1, 6)):
        hostile = dice.choice((*HOSTILE, "", "9" * 60, "x" * 5000, "01/02/03", "1.234,5", "(12)", "$", "\u202e", "a@b.c"))
        parts[dice.randrange(len(parts))] = hostile.encode()
    return b",".join(parts)


MUTATIONS: tuple[Mutation, ...] = (_cut, _hole, _noise, _signs, _again, _lines, _junk, _marks, _encoding, _cells)


def mutated(seed: int) -> tuple[str, bytes]:
    """The name and the bytes of one mutated file."""
    dice = random.Random(f"landfall {seed}")
    path = dice.choice(FILES)
    body = path.read_bytes()
    for mutation in dice.choices(MUTATIONS, k=dice.randrange(1, 4)):
        body = mutation(dice, body)
    return path.name, body


def altered(seed: int) -> tuple[str, bytes, int, Decimal, int]:
    """A file whose cells and rows were changed but that is still a table: name, bytes, rows, sum, unreadable cells."""
    dice = random.Random(f"counted {seed}")
    name = dice.choice(sorted(COUNTED))
    path = FIXTURES / name
    rows = rows_of(text_of(path)[0], delimiter_of(path))
    header, body = rows[0], rows[1:]
    at = header.index(COUNTED[name])
    for _ in range(dice.randrange(1, 5)):
        row = dice.randrange(len(body))
        what = dice.randrange(6)
        if what == 0 and len(body) > 3:
            del body[row]
        elif what == 1:
            body.insert(dice.randrange(len(body)), list(body[row]))
        elif what == 2:
            body[row][dice.randrange(len(header))] = dice.choice(HOSTILE)
        elif what == 3:
            body[row][at] = dice.choice((*HOSTILE, "", f"{dice.randrange(10**6) / 100:.2f}"))
        elif what == 4:
            body[row][dice.randrange(len(header))] = ""
        else:
            dice.shuffle(body)
    places = dice.sample(range(len(header)), len(header)) if dice.random() < 0.5 else range(len(header))
    if delimiter_of(path) == "\t":
        body = [[cell.replace("\t", " ") for cell in row] for row in body]
    table = [[row[place] for place in places] for row in [header, *body]]
    numbers = [number(row[at]) for row in body]
    unread = sum(1 for row, found in zip(body, numbers, strict=True) if found is None and row[at] not in ("", "NaN"))
    total = sum((found for found in numbers if found is not None), Decimal(0))
    return name, written(table, delimiter_of(path)).encode(), len(body), total, unread


BATCH = 50


@pytest.mark.parametrize("first", range(0, FUZZ_FILES * 2 // 3, BATCH))
def test_no_mutated_file_crashes_hangs_or_loses_a_row(first, tmp_path):
    for seed in range(first, min(first + BATCH, FUZZ_FILES * 2 // 3)):
        name, body = mutated(seed)
        path = tmp_path / name
        path.write_bytes(body)
        try:
            found, seconds = read(path)
        except IngestError:
            continue
        except Exception as error:
            raise AssertionError(f"seed {seed}, {name}: {type(error).__name__}: {error}") from error
        assert seconds < MOST_SECONDS, (seed, name)
        try:
            balanced(found)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, {name}: {error}") from error


@pytest.mark.parametrize("first", range(0, FUZZ_FILES // 3, BATCH))
def test_no_altered_file_comes_to_another_total_than_pythons_csv_reader_finds(first, tmp_path):
    for seed in range(first, min(first + BATCH, FUZZ_FILES // 3)):
        name, body, rows, total, unread = altered(seed)
        path = tmp_path / name
        path.write_bytes(body)
        try:
            found, seconds = read(path)
        except IngestError as error:
            raise AssertionError(f"seed {seed}, {name}: {error}") from error
        assert seconds < MOST_SECONDS, (seed, name)
        said = (seed, name, found.report.reasons)
        assert found.recognised, said
        balanced(found)
        assert found.report.rows_read == rows, said
        measured = [one for one in found.report.reconciled if one.measure == COUNTED[name]]
        assert sum((Decimal(repr(one.in_file)) for one in measured), Decimal(0)) == pytest.approx(total), said
        assert found.report.rows_set_aside + found.report.rows_left_out >= min(unread, 1), said
