"""The workspace keeps the salt, templates, costs, rates and notes, and erases them when told to."""

from __future__ import annotations

from datetime import date

import pytest

from data.kpi_settings import SALT_BYTES, Rate, Template, headers_key
from data.migrations import WorkspaceError
from data.store import Workspace
from data.targets import Targets
from frameworks.kpi.targets import Target


@pytest.fixture
def settings(tmp_path):
    return Workspace(tmp_path).kpi


def test_the_salt_is_made_once_and_is_its_workspaces_own(settings, tmp_path):
    salt = settings.salt()
    assert len(salt) == SALT_BYTES
    assert settings.salt() == salt == Workspace(tmp_path).kpi.salt()
    assert Workspace(tmp_path / "other").kpi.salt() != salt
    assert Workspace(tmp_path).settings() == {}


def test_a_mapping_is_remembered_by_its_headers(settings):
    headers = ["Order ID", "Total (€)", "Städte"]
    assert settings.recall_template(headers) is None
    settings.remember_template(headers, "orders", {"total": "Total (€)"}, {"currency": "EUR"})
    found = settings.recall_template(["  stadte", "order id", "TOTAL (€)"])
    assert found == Template("orders", {"total": "Total (€)"}, {"currency": "EUR"})
    settings.remember_template(headers, "spend", {})
    assert settings.recall_template(headers) == Template("spend")
    assert settings.recall_template(headers[:2]) is None
    settings.forget_template(headers)
    assert settings.recall_template(headers) is None
    with pytest.raises(WorkspaceError, match="plain value"):
        settings.remember_template(headers, "orders", {"total": {1}})


def test_headers_are_told_apart_by_their_number():
    assert headers_key(["a", "a"]) != headers_key(["a"])
    assert headers_key(["ab", "c"]) != headers_key(["a", "bc"])


def test_costs_replace_each_other(settings):
    settings.set_costs({"goods_share": 0.4, "ticket_cost": 3})
    settings.set_costs({"ticket_cost": 4, "goods_share": None})
    assert settings.costs() == {"ticket_cost": 4.0}
    with pytest.raises(ValueError, match="no setting"):
        settings.set_costs({"luck": 1})
    assert settings.costs() == {"ticket_cost": 4.0}


def test_rates_are_kept_by_currency_and_day(settings):
    rates = (Rate("AED", 0.24), Rate("AED", 0.25, date(2026, 1, 1)), Rate("NGN", 0.0006))
    settings.set_rates(reversed(rates))
    assert settings.rates() == rates
    for wrong in (Rate("EUR", 2), Rate("aed", 1), Rate("AED", 0), Rate("AED", float("nan")), Rate("'--", 1)):
        with pytest.raises(WorkspaceError):
            settings.set_rates([wrong])
    assert settings.rates() == rates


def test_notes_are_kept_in_order_and_cleaned(settings):
    later = settings.annotate(date(2026, 3, 1), "Price\n raised\u202e", "JPN")
    earlier = settings.annotate(date(2026, 1, 1), "Launch")
    assert [(note.id, note.text, note.market) for note in settings.annotations()] == [
        (earlier, "Launch", None), (later, "Price raised", "JPN"),
    ]  # fmt: skip
    settings.forget_annotation(later)
    settings.forget_annotation(later)
    assert len(settings.annotations()) == 1
    for text, market in (("", None), ("x" * 501, None), ("x", "jp")):
        with pytest.raises(WorkspaceError):
            settings.annotate(date(2026, 1, 1), text, market)


def test_erasing_leaves_nothing_and_another_salt(settings, tmp_path):
    salt, targets = settings.salt(), Workspace(tmp_path).room(Targets)
    settings.annotate(date(2026, 1, 1), "Nightingale")
    targets.keep([Target("orders", None, date(2026, 1, 1), date(2026, 12, 31), 3000)])
    before = targets.revision()
    settings.erase()
    assert targets.all() == () and targets.revision() > before
    assert settings.annotations() == ()
    assert settings.salt() != salt
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert salt not in stored
    assert b"Nightingale" not in stored
