"""The house keeps its shape: tests mirror the rooms, modules stay small, imports run one way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("frameworks", "data", "components", "pages")
MOST_LINES = 350
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("room", ["frameworks", "data"])
def test_every_module_has_its_tests_in_the_same_place(room):
    missing = [
        f"tests/{path.relative_to(ROOT).parent.as_posix()}/test_{path.name}"
        for path in MODULES
        if path.is_relative_to(ROOT / room)
        and path.name != "__init__.py"
        and not (ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.name}").exists()
    ]
    assert missing == []


def test_modules_stay_small():
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in [ROOT / "app.py", *MODULES]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_no_module_is_a_drawer_for_everything():
    assert [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}] == []


def test_every_module_says_what_it_is():
    silent = [path.relative_to(ROOT).as_posix() for path in MODULES if not _docstring(path)]
    assert silent == []


def _docstring(path: Path) -> bool:
    text = path.read_text(encoding="utf-8").lstrip()
    return not text or text.startswith('"""')


def test_imports_run_one_way():
    # In a process of its own: the linter's logging set-up switches off every logger that already exists.
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
