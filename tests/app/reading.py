"""Opens a page without a browser and reads its words; shared by the tests of the pages."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

SHELL = str(Path(__file__).resolve().parents[2] / "components" / "shell.py")
KINDS = ("info", "warning", "success", "error", "caption", "title", "markdown", "subheader", "latex")


def opened(page: str, **params: str) -> AppTest:
    """Return the page after its first run with these parameters in the address."""
    app = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page(f"../pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    """Return all text of the page, markup included, style sheets left out."""
    said = [element.value for kind in KINDS for element in getattr(app, kind)]
    return " ".join([*said, *(element.proto.body for element in app.get("html") if "<style" not in element.proto.body)])
