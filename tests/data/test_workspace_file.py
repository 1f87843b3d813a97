"""Bad files and bad folders end in a sentence, and nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data import workspace_file
from data.store import Workspace, WorkspaceError
from data.workspace_file import default_folder
from frameworks.scoring.scenario import Scenario

PLAN = Scenario(home="USA", name="Plan")


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"LANDFALL_HOME": "/somewhere/else"}, "linux", Path("/somewhere/else")),
        ({"LANDFALL_HOME": "~/x"}, "win32", Path.home() / "x"),
        ({"LANDFALL_HOME": " "}, "linux", Path.home() / ".local/share/landfall"),
        ({"XDG_DATA_HOME": "/data"}, "linux", Path("/data/landfall")),
        ({"XDG_DATA_HOME": "relative"}, "linux", Path.home() / ".local/share/landfall"),
        ({}, "darwin", Path.home() / "Library/Application Support/Landfall"),
        ({"APPDATA": "/roaming"}, "win32", Path("/roaming/Landfall")),
        ({}, "win32", Path.home() / "AppData/Roaming/Landfall"),
    ],
)
def test_the_folder_follows_the_platform(environ, platform, folder):
    assert default_folder(environ, platform) == folder


def test_landfall_home_is_used_and_created(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path / "ä b" / "?#%"))
    assert Workspace().path == tmp_path / "ä b" / "?#%" / "workspace.sqlite"
    assert Workspace().path.is_file()
    assert Workspace().path.parent.stat().st_mode & 0o077 == 0


def filled(folder: Path) -> Path:
    workspace = Workspace(folder)
    for n in range(60):
        workspace.save(Scenario(home="USA", name=f"Plan {n}", product="x" * 200), "1")
    return workspace.path


def stranger(path: Path) -> None:
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE scenarios (mine TEXT)")


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database at all" * 100),
        lambda path: path.write_bytes(b"\0"),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(path.read_bytes()[:100] + b"\xff" * (path.stat().st_size - 100)),
        lambda path: path.write_bytes(path.read_bytes()[:8192] + b"\xff" * 8192 + path.read_bytes()[16384:]),
        stranger,
    ],
)
def test_a_damaged_file_is_kept_aside_and_a_fresh_one_started(tmp_path, damage):
    path = filled(tmp_path)
    damage(path)
    before = path.read_bytes()
    workspace = Workspace(tmp_path)
    (kept,) = tmp_path.glob("workspace.corrupt-*.sqlite")
    assert kept.read_bytes() == before
    assert str(kept) in str(workspace.notice)
    assert workspace.list()
    assert workspace.get(workspace.save(PLAN, "1")).scenario == PLAN
    assert Workspace(tmp_path).notice is None
    assert len(list(tmp_path.glob("*.sqlite"))) == 2


def test_an_empty_file_is_a_new_workspace(tmp_path):
    (tmp_path / "workspace.sqlite").touch()
    assert Workspace(tmp_path).notice is None
    assert Workspace(tmp_path).list()


def test_damage_while_running_is_told_in_a_sentence(tmp_path):
    workspace = Workspace(tmp_path)
    workspace.path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(WorkspaceError, match="damaged; restart Landfall"):
        workspace.list()
    workspace.path.unlink()
    with pytest.raises(WorkspaceError, match="can no longer be opened"):
        workspace.save(PLAN, "1")
    assert not workspace.path.exists()


def unwritable(tmp_path: Path) -> list[Path]:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "taken" / "workspace.sqlite").mkdir(parents=True)
    return [Path("/proc/landfall"), tmp_path / "file", tmp_path / "file" / "below", tmp_path / "taken"]


def test_where_nothing_can_be_written_the_workspace_lives_in_memory(tmp_path):
    for folder in unwritable(tmp_path):
        workspace = Workspace(folder)
        assert workspace.path is None
        assert str(folder) in str(workspace.notice)
        assert "LANDFALL_HOME" in str(workspace.notice)
        assert "until you close Landfall" in str(workspace.notice)
        assert "saved there before" not in str(workspace.notice)
        number = workspace.save(PLAN, "1")
        assert workspace.get(number).scenario == PLAN
        assert len(workspace.list()) > 1
        workspace.delete(number)
        assert workspace.purge() == 1


def test_a_home_that_cannot_be_named_is_no_crash(monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", "~nobody-of-this-name/x")
    assert "your data folder" in str(Workspace().notice)


@pytest.mark.parametrize("noticed", ["on checking", "on writing"])
def test_a_read_only_file_is_shown_and_not_touched(tmp_path, monkeypatch, noticed):
    path = filled(tmp_path)
    before = path.read_bytes()

    def refuse(db, prepare):  # permissions do not bind root, so the refusal is played
        raise readonly_error()

    monkeypatch.setattr(workspace_file, "_prepare_file", refuse)
    if noticed == "on checking":
        monkeypatch.setattr(workspace_file, "_damaged", lambda path: refuse(path, None))
    workspace = Workspace(tmp_path)
    assert workspace.path is None
    assert "saved there before is shown" in str(workspace.notice)
    assert len(workspace.list()) > 60
    workspace.save(PLAN, "1")
    assert path.read_bytes() == before


def readonly_error() -> sqlite3.Error:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("CREATE TABLE t (a)")
    return caught.value


def test_a_full_disk_is_told_in_a_sentence_and_the_rest_is_safe(tmp_path, monkeypatch):
    workspace = Workspace(tmp_path)
    connect = workspace_file._connect

    def full(*arguments):
        connection = connect(*arguments)
        connection.execute(
            "PRAGMA max_page_count = 1"
        )  # SQLite raises it to the pages in use: no room to grow
        return connection

    monkeypatch.setattr(workspace_file, "_connect", full)
    with pytest.raises(WorkspaceError, match=r"disk is full.*free some space"):
        workspace.save_table("hofstede", bytes(200_000))
    assert workspace.tables() == {}
    assert workspace.list()
    monkeypatch.undo()
    workspace.save_table("hofstede", bytes(200_000))


def test_a_locked_workspace_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(workspace_file, "BUSY_SECONDS", 0.05)
    workspace = Workspace(tmp_path)
    with sqlite3.connect(workspace.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError, match="try again in a moment"):
            workspace.save(PLAN, "1")
        with pytest.raises(WorkspaceError, match="try again in a moment"):
            Workspace(tmp_path)
        assert workspace.list()
        other.execute("ROLLBACK")
    assert workspace.save(PLAN, "1")


def test_connections_are_durable_overwrite_what_they_free_and_log_ahead(tmp_path):
    with Workspace(tmp_path)._backing.reading() as db:
        read = [
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert read == ["wal", 2, 1]
