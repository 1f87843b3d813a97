"""What a checkout is made of."""

from __future__ import annotations

from frameworks.localization.checkout_model import Text


def test_a_text_knows_its_direction():
    assert Text("شراء", "ar").direction == "rtl"
    assert Text("Buy", "en").direction == "ltr" and Text("Klarna", "und").direction == "ltr"
