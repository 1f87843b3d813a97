"""The door: files are copied, read one after the other, can be stopped, and leave nothing behind."""

from __future__ import annotations

import io
import os
import threading
import time
from types import SimpleNamespace

import pytest

from data import jobs, receiving
from data.ingest.model import Import, IngestError, Report
from data.receiving import Receiving, files_at
from data.warehouse import Added
from frameworks.labels import Sentence


def imported(name="a.csv", **how):
    return Import(name, "0" * 64, how.pop("platform", "shopify"), "orders", {"orders": object()}, Report(1, 1, 0, 0, 0, {}), **how)


class Warehouse:
    """Stands in for the warehouse; ``does`` says what adding comes to."""

    def __init__(self, does=lambda _path, **_how: Added(1, imported())):
        self.does, self.calls = does, []

    def add(self, path, **how):
        self.calls.append((path, how))
        return self.does(path, **how)


def wait(door, seconds=10):
    end = time.monotonic() + seconds
    while door.busy and time.monotonic() < end:
        threading.Event().wait(0.005)
    assert not door.busy


def test_a_file_is_copied_read_and_its_tables_let_go(tmp_path):
    warehouse = Warehouse()
    door = Receiving(tmp_path, warehouse)
    one = door.take("my orders.csv", io.BytesIO(b"a,b\n1,2\n"))
    wait(door)
    assert one.state == jobs.DONE and one.added.import_id == 1 and one.added.imported.tables == {}
    assert one.path.read_bytes() == b"a,b\n1,2\n" and one.path.is_relative_to(door.folder)
    assert one.path.stat().st_mode & 0o077 == 0
    assert warehouse.calls[0][1]["name"] == "my orders.csv"
    door.put_away(one.number)
    assert door.all() == () and not one.path.exists() and list(door.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "", "a/b\\c.csv", "x" * 500 + ".csv", "\0\n.csv", "<b>.csv", "~"])
def test_a_hostile_name_stays_inside_the_folder(tmp_path, name):
    door = Receiving(tmp_path, Warehouse())
    one = door.take(name, io.BytesIO(b"x"))
    wait(door)
    assert one.path.resolve().is_relative_to(door.folder.resolve()) and one.path.parent != door.folder
    assert one.name.isprintable() and len(one.name) <= 120


def test_several_files_wait_their_turn_and_one_can_be_stopped(tmp_path):
    started, go = threading.Event(), threading.Event()

    def slow(_path, progress, **_how):
        started.set()
        go.wait(10)
        progress(0.5, Sentence("half"))
        return Added(1, imported())

    door = Receiving(tmp_path, Warehouse(slow))
    first, second = door.take("a.csv", io.BytesIO(b"1")), door.take("b.csv", io.BytesIO(b"2"))
    assert started.wait(10)
    assert (first.state, second.state) == (jobs.RUNNING, jobs.WAITING)
    door.cancel(second.number)
    door.cancel(first.number)
    assert second.state == jobs.STOPPED
    go.set()
    wait(door)
    assert first.state == jobs.STOPPED and "nothing was kept" in str(first.error)


@pytest.mark.parametrize(("error", "said"), [
    (IngestError("The file is empty."), "The file is empty."), (RuntimeError("boom"), "Something went wrong"),
])  # fmt: skip
def test_what_fails_is_said_in_a_sentence(tmp_path, error, said):
    def fail(_path, **_how):
        raise error

    door = Receiving(tmp_path, Warehouse(fail))
    one = door.take("a.csv", io.BytesIO(b"1"))
    wait(door)
    assert one.state == jobs.FAILED and said in str(one.error) and "boom" not in str(one.error)
    good = door.take("b.csv", io.BytesIO(b"1"))
    wait(door)
    assert good.state == jobs.FAILED  # the worker is still there


def test_an_unknown_file_is_to_be_mapped_unless_it_was_before(tmp_path):
    def read(_path, mapping=None, **_how):
        known = mapping is not None
        return Added(1 if known else None, imported(recognised=known, headers=("a", "b"), mapping=mapping or {}))

    door = Receiving(tmp_path, Warehouse(read))
    one = door.take("a.csv", io.BytesIO(b"1"))
    wait(door)
    assert one.state == receiving.UNKNOWN
    door.again(one.number, {"order_id": "a"}, {"kind": "orders"})
    wait(door)
    assert one.state == jobs.DONE and one.mapping == {"order_id": "a"}

    template = SimpleNamespace(kind="orders", mapping={"order_id": "b"}, assume={"currency": "EUR"})
    door = Receiving(tmp_path, Warehouse(read), recall=lambda headers: template if headers == ("a", "b") else None)
    two = door.take("a.csv", io.BytesIO(b"1"))
    wait(door)
    assert two.state == jobs.DONE and two.assume == {"currency": "EUR", "kind": "orders"}


def test_copies_go_after_an_hour_and_reading_again_then_says_so(tmp_path):
    now = [1000.0]
    door = Receiving(tmp_path, Warehouse(), clock=lambda: now[0])
    one = door.take("a.csv", io.BytesIO(b"1"))
    wait(door)
    now[0] += receiving.KEEP_SECONDS + 1
    assert door.all() == (one,) and not one.readable
    door.again(one.number)
    wait(door)
    assert one.state == jobs.FAILED and "once more" in str(one.error)


def test_what_an_earlier_process_left_is_deleted(tmp_path):
    left = tmp_path / receiving.FOLDER / "abc" / "old.csv"
    left.parent.mkdir(parents=True)
    left.write_text("mail@example.org")
    Receiving(tmp_path, Warehouse())
    assert not left.exists()


def test_an_erased_upload_takes_its_copy_along(tmp_path):
    door = Receiving(tmp_path, Warehouse())
    one = door.take("a.csv", io.BytesIO(b"1"))
    wait(door)
    door.forget_upload(2)
    assert door.all() == (one,)
    door.forget_upload(1)
    assert door.all() == () and not one.path.exists()


def test_a_path_is_read_where_it_lies(tmp_path):
    file = tmp_path / "big.csv"
    file.write_text("a\n")
    door = Receiving(tmp_path / "home", Warehouse())
    (one,) = door.take_path(str(file))
    wait(door)
    assert one.path == file and not one.copied
    door.put_away()
    assert file.exists() and door.all() == ()


def test_a_folder_gives_its_exports_and_nothing_else(tmp_path):
    for name in ("a.csv", "b.XLSX", "c.py", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "d.csv").mkdir()
    assert [path.name for path in files_at(str(tmp_path))] == ["a.csv", "b.XLSX"]


def test_paths_that_cannot_be_read_say_why(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "empty").mkdir()
    for text, said in [
        ("", "Give the path"), ("a\0b", "Give the path"), ("relative.csv", "whole path"), ("/dev/zero", "no plain file"),
        (str(tmp_path / "pipe.csv"), "no plain file"), (str(tmp_path / "none.csv"), "no file"),
        (str(tmp_path / "empty"), "no exports"), ("/" + "x" * 5000, "Give the path"), ("/" + "x" * 400, ""),
    ]:  # fmt: skip
        with pytest.raises(IngestError, match=said):
            files_at(text)


def test_a_folder_with_too_many_files_is_refused(tmp_path):
    for number in range(receiving.MOST_FILES + 1):
        (tmp_path / f"{number}.csv").touch()
    with pytest.raises(IngestError, match="at most"):
        files_at(str(tmp_path))


def test_the_copy_goes_even_when_nobody_comes_back(tmp_path, monkeypatch):
    set_up, now = [], [1000.0]

    class Later:
        daemon = False

        def __init__(self, seconds, act):
            set_up.append((seconds, act))

        def start(self):
            assert self.daemon

    monkeypatch.setattr(receiving.threading, "Timer", Later)
    door = Receiving(tmp_path, Warehouse(), clock=lambda: now[0])
    one = door.take("a.csv", io.BytesIO(b"a\n1\n"))
    wait(door)
    ((seconds, act),) = set_up
    now[0] += seconds
    act()
    assert not one.path.exists()
