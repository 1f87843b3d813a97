"""PayPal: what kind of movement a row is, in each language."""

from __future__ import annotations

import pytest

from data.ingest.layouts.paypal import ACTIVITY
from tests.data.ingest.layouts.running import column, outcomes


@pytest.mark.parametrize(
    ("said", "gross", "kind"),
    [
        ("Express Checkout Payment", 5, "charge"),
        ("Website Payment", 5, "charge"),
        ("Payment Refund", -5, "refund"),
        ("Chargeback Fee", -15, "fee"),
        ("Payment Reversal", -5, "refund"),
        ("General Withdrawal", -5, "payout"),
        ("Bank Deposit to PP Account", 5, "adjustment"),
        ("General Payment", -5, "adjustment"),
        ("Express-Zahlung", 5, "charge"),
        ("Zahlung per Express-Kaufabwicklung", 5, "charge"),
        ("Rückzahlung", -5, "refund"),
        ("Von Nutzer eingeleitete Abbuchung", -5, "payout"),
        ("Bankgutschrift auf PayPal-Konto", 5, "adjustment"),
        ("Paiement Express Checkout", 5, "charge"),
        ("Remboursement de paiement", -5, "refund"),
        ("Virement standard", -5, "payout"),
        ("Pago exprés", 5, "charge"),
        ("Reembolso de pago", -5, "refund"),
        ("Retirada general", -5, "payout"),
        ("Rimborso", -5, "refund"),
    ],
)
def test_kinds(said, gross, kind):
    row = {"type": said, "gross": gross, "status": "Completed"}
    assert column(ACTIVITY, "kind", row) == [kind]
    assert outcomes(ACTIVITY, row) == ["kept"]


@pytest.mark.parametrize(
    "said",
    ["General Currency Conversion", "Account Hold for Open Authorization", "Reversal of General Account Hold",
     "General Authorization", "Void of Authorization", "Payment Review Hold", "Allgemeine Währungsumrechnung",
     "Einbehaltung für offene Autorisierung", "Conversion de devise standard", "Retención de cuenta para autorización abierta",
     "Conversión de divisa general", "Blocage du compte pour autorisation ouverte"],
)  # fmt: skip
def test_what_is_no_sale(said):
    assert outcomes(ACTIVITY, {"type": said, "gross": 5, "status": "Completed"}) == ["left_out"]


def test_only_completed_movements_count():
    row = {"type": "Express Checkout Payment", "gross": 5}
    said = ("Completed", "Abgeschlossen", "Terminé", "Completado", "Pending", "Denied", "Ausstehend", "En attente")
    assert outcomes(ACTIVITY, *({**row, "status": word} for word in said)) == ["kept"] * 4 + ["left_out"] * 4
    assert outcomes(ACTIVITY, {**row, "status": "Completed", "impact": "Memo"}) == ["left_out"]


def test_date_time_and_zone_are_one_instant():
    row = {"day": "2026-10-03", "clock": "09:15:00", "zone": "Europe/Berlin"}
    assert [str(moment) for moment in column(ACTIVITY, "paid_at", row)] == ["2026-10-03 07:15:00"]
