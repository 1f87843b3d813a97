"""Words of plans: headers, KPIs and "all markets"; every title that the interface shows is understood."""

from __future__ import annotations

import pytest

from components.words import _, using
from data.target_words import all_markets, heading, kpi_named
from frameworks.kpi import KPIS


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("kpi", "Kennzahl", "Indicador", "METRIC", "指標"), "kpi"), (("Market", "Land", "país", "国"), "market"),
        (("from", "von", "Desde", "od"), "first"), (("to", "bis", "hasta", "do"), "last"), (("Zeitraum", "período"), "period"),
        (("Ziel", "objetivo", "objectif", "目標", "Target"), "target"), (("Währung", "moneda", "currency"), "currency"),
        (("Monat",), "month"), (("año", "Jahr"), "year"), (("Comment", "", "Revenue"), ""),
    ],
)  # fmt: skip
def test_headers_are_known_in_several_languages(texts, kind):
    assert {text: heading(text) for text in texts} == dict.fromkeys(texts, kind)


def test_a_kpi_is_known_by_its_key_and_by_every_title_the_interface_shows():
    with using("es"):
        shown = {name: _(kpi.title) for name, kpi in KPIS.items()}
    for name, kpi in KPIS.items():
        assert {kpi_named(text) for text in (name, kpi.title, kpi.title.upper(), shown[name])} == {name}
    assert kpi_named("ROAS") == "return_on_ad_spend" and kpi_named("Umsatz") == "revenue" and kpi_named("") is None


def test_all_markets_have_words():
    assert all(map(all_markets, ("", " ", "All", "Gesamt", "todos los mercados", "合計"))) and not all_markets("Alemania")
