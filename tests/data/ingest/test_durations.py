"""How long something took: units in headers, cells with units, and seconds of them."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from data.ingest import read_export
from data.ingest.amounts import number_sql
from data.ingest.durations import seconds_sql, spoken, unit_in


@pytest.mark.parametrize(("header", "word", "unit"), [
    ("First reply time (min)", "First reply time", "minutes"), ("Full resolution time (hrs)", "Full resolution time", "hours"),
    ("first_response_time_sec", "first_response_time", "seconds"), ("Lösungszeit in Stunden", "Lösungszeit", "hours"),
    ("Temps de résolution (jours)", "Temps de résolution", "days"), ("初回応答時間（分）", "初回応答時間", "minutes"),
    ("ilk yanıt süresi (dk)", "ilk yanıt süresi", "minutes"), ("Czas rozwiązania [godz.]", "Czas rozwiązania", "hours"),
])  # fmt: skip
def test_the_unit_in_a_header(header, word, unit):
    assert unit_in(header) == (word, unit)


@pytest.mark.parametrize("header", ["Resolution time", "min", "(hours)", "", "Total (EUR)"])
def test_headers_without_one(header):
    assert unit_in(header) is None


@pytest.mark.parametrize(("cell", "unit", "seconds"), [
    ("90", "minutes", 5400), ("1,5", "hours", 5400), ("0", "minutes", 0), ("26:15:00", "hours", 94500),
    ("12:30", "minutes", 750), ("12:30", "hours", 45000), ("1h 20m", "minutes", 4800), ("1h20m5s", "hours", 4805),
    ("2 days 03:04:05", "hours", 183845), ("2 Tage 3 Std. 5 Min.", "hours", 183900), ("3 heures", "minutes", 10800),
    ("2時間5分", "seconds", 7500), ("45 sec", "minutes", 45), ("1 dag 2 uur", "minutes", 93600), ("soon", "minutes", None),
    ("5 apples", "minutes", None), ("1,5 godz.", "minutes", 5400), ("2 sa 10 dk", "minutes", 7800),
])  # fmt: skip
def test_cells_as_seconds(cell, unit, seconds):
    number = number_sql("$1::VARCHAR", ",")
    assert duckdb.execute(f"SELECT {seconds_sql('$1::VARCHAR', number, unit, unit == 'minutes')}", [cell]).fetchone() == (seconds,)
    assert spoken(cell) is (seconds is not None and not cell.replace(",", "").isdigit())


def tickets(tmp_path, text, **more):
    path = tmp_path / "tickets.csv"
    path.write_text(text, encoding="utf-8")
    found = read_export(path, salt=b"s", **more)
    return found, found.tables["tickets"].sort_values("ticket_id") if found.recognised else None


def moments(frame, name):
    return [None if pd.isna(moment) else str(moment) for moment in frame[name]]


@pytest.mark.parametrize("heads", [
    "Ticket ID,Created at,First response time (minutes),Full resolution time (hours),Status",
    "Ticketnummer,Eröffnet am,Erstantwortzeit (Min),Lösungszeit in Stunden,Status",
    "Numéro de ticket,Ouvert le,Délai de première réponse (min),Temps de résolution (h),Statut",
    "ID de ticket,Fecha de apertura,Tiempo de primera respuesta (minutos),Tiempo de resolución (horas),Estado",
    "チケット番号,受付日時,初回応答時間（分）,解決時間（時間）,ステータス",
    "工单号,提交时间,首次响应时间(分钟),解决时长(小时),状态",
    "Numer zgłoszenia,Data zgłoszenia,Czas pierwszej odpowiedzi (min),Czas rozwiązania (godz),Status",
])  # fmt: skip
def test_tickets_with_durations_are_known_and_dated(tmp_path, heads):
    found, frame = tickets(tmp_path, f"{heads}\n1,2026-10-01 09:00:00,45,26.5,solved\n2,2026-10-02 10:00:00,2,,open\n")
    assert found.kind == "tickets"
    assert moments(frame, "first_response_at") == ["2026-10-01 09:45:00", "2026-10-02 10:02:00"]
    assert moments(frame, "resolved_at") == ["2026-10-02 11:30:00", None]
    assert not [each for each in found.report.assumptions if each.name.startswith("unit")]


def test_a_unit_the_header_lacks_is_assumed_told_and_can_be_changed(tmp_path):
    text = "Ticket ID,Created at,First response time,Resolution time\n1,2026-10-01 09:00:00,90,120\n"
    found, frame = tickets(tmp_path, text)
    told = {each.name: (each.value, each.options) for each in found.report.assumptions}
    assert told["unit:first_response_time"] == ("minutes", ("seconds", "minutes", "hours", "days"))
    assert str(frame["first_response_at"].iloc[0]) == "2026-10-01 10:30:00"
    _, again = tickets(tmp_path, text, assume={"unit:first_response_time": "seconds", "unit:resolution_time": "hours"})
    assert str(again["first_response_at"].iloc[0]) == "2026-10-01 09:01:30"
    assert str(again["resolved_at"].iloc[0]) == "2026-10-06 09:00:00"


def test_instants_under_such_headings_stay_instants_and_nothing_is_solved_in_no_time(tmp_path):
    heads = "Ticket ID,Created at,First Response Time,Resolution time (min),Status\n"
    _, frame = tickets(tmp_path, f"{heads}1,2026-10-01 09:00:00,2026-10-01 09:30:00,0,open\n2,2026-10-01 09:00:00,,0,solved\n")
    assert moments(frame, "first_response_at") == ["2026-10-01 09:30:00", None]
    assert moments(frame, "resolved_at") == [None, "2026-10-01 09:00:00"]
