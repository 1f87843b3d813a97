"""The workspace keeps what it is given, whoever else writes, and erases what it is told to."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.samples import demo
from data.store import Conflict, Missing, NewerWorkspace, Workspace, WorkspaceError
from frameworks.scoring.scenario import Scenario

ROOT = Path(__file__).parents[2]
PLAN = Scenario(home="USA", name="Plan", languages=("en",), shortlist=("JPN",), affinity_cut=0.1 + 0.2)


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "home")


def run(code: str, folder: Path) -> subprocess.Popen:
    lines = f"from data.store import Workspace\nfrom frameworks.scoring.scenario import Scenario\n{code}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANDFALL_HOME": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", lines],
        env=environment,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_the_first_opening_seeds_the_demo_once(tmp_path):
    first = Workspace(tmp_path, data_version="2026.1")
    assert [saved.scenario for saved in first.list()] == list(demo.scenarios())
    assert {saved.data_version for saved in first.list()} == {"2026.1"}
    assert first.notice is None
    assert first.path == tmp_path / "workspace.sqlite"
    for saved in first.list():
        first.purge(saved.id)
    again = Workspace(tmp_path)
    assert not again.list()
    assert not again.deleted()
    assert again.undo_delete() is None


def test_save_update_rename_duplicate_delete_and_undo(workspace):
    number = workspace.save(PLAN, "1")
    saved = workspace.get(number)
    assert (saved.scenario, saved.revision, saved.data_version) == (PLAN, 1, "1")
    assert saved.fingerprint == PLAN.fingerprint("1")
    assert saved.updated_at.utcoffset() == timedelta(0)

    changed = workspace.update(number, Scenario(home="DEU", name="Plan"), saved.revision, "2")
    assert (changed.revision, changed.home, changed.data_version) == (2, "DEU", "2")
    renamed = workspace.rename(number, "Best\u202e plan\n")
    assert (renamed.name, renamed.scenario.name, renamed.revision) == ("Best plan", "Best plan", 3)
    with pytest.raises(ValueError, match="200"):
        workspace.rename(number, "x" * 201)

    copies = [workspace.get(workspace.duplicate(number)) for _ in range(2)]
    assert [copy.name for copy in copies] == ["Best plan (2)", "Best plan (3)"]
    assert workspace.get(workspace.duplicate(copies[1].id)).name == "Best plan (4)"
    assert workspace.list()[0].name == "Best plan (4)"

    workspace.delete(number)
    assert number not in [saved.id for saved in workspace.list()]
    with pytest.raises(Missing, match="restore"):
        workspace.get(number)
    assert workspace.undo_delete() == renamed == workspace.get(number)


def test_recent_follows_opening_and_changing(workspace):
    first, second = workspace.save(PLAN, "1"), workspace.save(PLAN, "1")
    assert [saved.id for saved in workspace.recent(2)] == [second, first]
    workspace.opened(first)
    assert [saved.id for saved in workspace.recent(2)] == [first, second]
    assert [saved.id for saved in workspace.list()][:2] == [second, first]


@pytest.mark.parametrize(
    "number", [0, -1, 999, 2**63, 10**30, "1", None, True, 1.5, "1; DROP TABLE scenarios"]
)
def test_unknown_numbers_are_refused(workspace, number):
    for call in (workspace.get, workspace.delete, workspace.restore, workspace.duplicate, workspace.opened):
        with pytest.raises(Missing):
            call(number)
    assert workspace.purge(number or 0) == 0


def test_two_tabs_saving_at_once_keep_both(tmp_path):
    one, two = Workspace(tmp_path), Workspace(tmp_path)
    number = one.save(PLAN, "1")
    one.update(number, Scenario(home="DEU", name="Plan"), 1)
    with pytest.raises(Conflict, match=r"changed “Plan”.*kept as “Plan \(2\)”") as caught:
        two.update(number, Scenario(home="FRA", name="Plan"), 1)
    assert one.get(number).home == "DEU"
    assert one.get(caught.value.saved.id).home == "FRA"
    assert caught.value.saved.data_version == "1"
    assert (
        two.update(number, Scenario(home="DEU", name="Plan"), 1).revision == 2
    )  # the same content: no conflict

    one.delete(number)
    with pytest.raises(Conflict, match="deleted") as caught:
        two.update(number, Scenario(home="ITA", name="Plan"), 2)
    assert two.get(caught.value.saved.id).home == "ITA"
    one.purge(number)
    with pytest.raises(Conflict):
        two.update(number, Scenario(home="ESP", name="Plan"), 2)


@pytest.mark.parametrize("folder", ["shared", "/proc/landfall"])
def test_threads_lose_nothing(tmp_path, folder):
    path = tmp_path / folder
    one = Workspace(path)
    two = one if one.path is None else Workspace(path)
    shared = one.save(PLAN, "1")
    errors = []

    def work(workspace: Workspace, who: int) -> None:
        try:
            for n in range(3):
                workspace.save(Scenario(home="USA", name=f"{who}-{n}"), "1")
                workspace.set_setting(f"k{who}.{n}", n)
                with contextlib.suppress(Conflict):
                    workspace.update(
                        shared, Scenario(home="USA", name=f"shared {who}-{n}"), workspace.get(shared).revision
                    )
        except Exception as error:
            errors.append(error)

    threads = [
        threading.Thread(target=work, args=(workspace, who)) for who, workspace in enumerate((one, two) * 2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [saved.name for saved in one.list()]
    assert not errors
    assert len(one.settings()) == 12
    assert {f"{who}-{n}" for who in range(4) for n in range(3)} <= set(names)
    updates = one.get(shared).revision - 1 + sum(name.endswith("(2)") for name in names)
    assert updates == 12


def test_processes_opening_a_new_folder_at_once_seed_it_once(tmp_path):
    code = "Workspace().save(Scenario(home='USA', name='mine'), '1')"
    running = [run(code, tmp_path / "new") for _ in range(3)]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    names = [saved.name for saved in Workspace(tmp_path / "new").list()]
    assert sorted(names) == sorted([scenario.name for scenario in demo.scenarios()] + ["mine"] * 3)


def test_a_kill_in_mid_write_loses_nothing_that_was_confirmed(tmp_path):
    plan = "Scenario(home='USA', product='p' * 200)"
    code = f"w = Workspace()\nwhile True:\n    print(w.save({plan}, '1'), flush=True)"
    process = run(code, tmp_path)
    confirmed = [int(process.stdout.readline()) for _ in range(20)]
    os.kill(process.pid, signal.SIGKILL)
    confirmed += [int(line) for line in process.communicate()[0].split("\n")[:-1]]
    again = Workspace(tmp_path)
    assert again.notice is None
    assert set(confirmed) <= {saved.id for saved in again.list()}
    assert again.save(PLAN, "1") > max(confirmed)


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_purge_leaves_no_byte_of_the_text(tmp_path):
    workspace = Workspace(tmp_path)
    reader = sqlite3.connect(tmp_path / "workspace.sqlite")  # keeps the write-ahead log from being removed
    reader.execute("SELECT count(*) FROM scenarios").fetchall()
    kept = workspace.save(PLAN, "1")
    number = workspace.save(Scenario(home="USA", name="Project Nightingale", product="SECRET-A"), "1")
    workspace.update(number, Scenario(home="USA", name="Project Nightingale", product="SECRET-B"), 1)
    assert b"Nightingale" in bytes_in(tmp_path)
    workspace.delete(number)
    assert b"Nightingale" in bytes_in(tmp_path)
    assert workspace.purge() == 1
    assert workspace.purge() == 0
    left = bytes_in(tmp_path)
    assert not [word for word in (b"Nightingale", b"SECRET-A", b"SECRET-B") if word in left]
    assert workspace.get(kept).scenario == PLAN
    with pytest.raises(Missing, match="erased for good"):
        workspace.restore(number)
    reader.close()


def test_a_purge_cut_short_is_finished_at_the_next_opening(tmp_path, monkeypatch):
    workspace = Workspace(tmp_path)
    number = workspace.save(Scenario(home="USA", name="Nightingale"), "1")
    scrubbed = []
    monkeypatch.setattr("data.workspace_file.Backing.scrub", lambda self: scrubbed.append(1) and False)
    assert workspace.purge(number) == 1
    assert scrubbed
    monkeypatch.undo()
    Workspace(tmp_path)
    assert b"Nightingale" not in bytes_in(tmp_path)


def test_deletions_are_erased_after_thirty_days(tmp_path):
    now = datetime(2026, 11, 22, tzinfo=UTC)
    workspace = Workspace(tmp_path, clock=lambda: now)
    number = workspace.save(Scenario(home="USA", name="Nightingale"), "1")
    workspace.delete(number)
    later = Workspace(tmp_path, clock=lambda: now + timedelta(days=29))
    assert [saved.id for saved in later.deleted()] == [number]
    latest = Workspace(tmp_path, clock=lambda: now + timedelta(days=31))
    assert not latest.deleted()
    assert b"Nightingale" not in bytes_in(tmp_path)


def test_settings_hold_plain_values(workspace):
    assert workspace.setting("language") is None
    assert workspace.setting("language", "en") == "en"
    for value in ("es", 0, False, 1.1, ["a"], {"home": "USA", "off": []}, "\u202e'; DROP TABLE settings; --"):
        workspace.set_setting("setup.value", value)
        assert workspace.setting("setup.value") == value
    workspace.set_setting("setup.value", None)
    assert workspace.settings() == {}
    for key, value in [
        ("", 1),
        (".seeded", 1),
        ("A", 1),
        ("x" * 65, 1),
        ("a", float("nan")),
        ("a", {1, 2}),
        ("a", "x" * 70_000),
    ]:
        with pytest.raises(WorkspaceError):
            workspace.set_setting(key, value)


def test_replacement_tables_keep_their_bytes(workspace):
    content = "iso3,value\nUSA,1\n".encode("utf-16")
    workspace.save_table("hofstede", b"old")
    workspace.save_table("hofstede", content)
    (table,) = workspace.tables().values()
    assert (table.name, table.content) == ("hofstede", content)
    assert workspace.table_digests() == {"hofstede": table.digest}
    workspace.drop_table("hofstede")
    workspace.drop_table("hofstede")
    assert workspace.tables() == {}
    assert content not in bytes_in(workspace.path.parent)
    with pytest.raises(WorkspaceError, match="25 MB"):
        workspace.save_table("hofstede", bytes(25 * 1024 * 1024 + 1))
    with pytest.raises(WorkspaceError, match="name"):
        workspace.save_table("../hofstede", b"")


def test_a_newer_workspace_is_refused_and_left_alone(tmp_path):
    Workspace(tmp_path)
    with sqlite3.connect(tmp_path / "workspace.sqlite") as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('landfall', '0999_later', '')"
        )
    with pytest.raises(NewerWorkspace, match=r"newer Landfall.*0999_later.*LANDFALL_HOME"):
        Workspace(tmp_path)
    assert [path.name for path in tmp_path.glob("*.sqlite")] == ["workspace.sqlite"]


def test_a_scenario_damaged_from_outside_does_not_take_the_list_with_it(workspace):
    number = workspace.save(PLAN, "1")
    with sqlite3.connect(workspace.path) as connection:
        connection.execute("UPDATE scenarios SET body = '{', updated_at = 'soon' WHERE id = ?", [number])
    damaged = next(saved for saved in workspace.list() if saved.id == number)
    assert damaged.name == "Plan"
    assert damaged.updated_at.year == 1970
    with pytest.raises(WorkspaceError, match="“Plan” cannot be read"):
        _ = damaged.scenario
    with pytest.raises(WorkspaceError):
        workspace.duplicate(number)
    workspace.delete(number)
