"""A no stays a no."""

import pytest

from frameworks.localization.checks import meaning
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [found.check for found in meaning.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("We never share data.", "Wir geben nie Daten weiter.", "de"), ("Not available", "Indisponible", "fr"),
    ("Don't miss it", "Jetzt sichern", "de"),
    ("Without tax", "Excl. btw", "xx"), ("You cannot return it.", "返品できません。", "ja"),
    ("Not valid", "無効です", "ja"),
    ("You have not paid.", "Nie zapłacono.", "pl"), ("It is not here.", "ليس هنا", "ar"),
    ("It does not fit.", "Uymuyor, uymaz.", "tr"),
    ("A yes", "Ja", "de"), ("Not paid", "", "de"),
])  # fmt: skip
def test_kept_negation_is_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale", [
    ("We do not accept cash.", "Wir nehmen Bargeld.", "de"), ("It cannot be returned.", "返品できます。", "ja"),
    ("Not paid", "Opłacone", "pl"),
    ("Never iron", "Planchar", "es"), ("It can't be returned.", "يمكن إرجاعه", "ar"), ("No refunds", "退款", "zh_Hans"),
])  # fmt: skip
def test_lost_negation_is_found(source, target, locale):
    assert seen(source, target, locale) == ["negation"]
