"""Name order."""

from __future__ import annotations

import doctest

from frameworks.localization import person_name
from frameworks.localization.person_name import name_order


def test_examples_hold():
    assert doctest.testmod(person_name).failed == 0


def test_the_family_name_leads_where_names_start_with_it():
    for language in ("ja", "zh_Hant", "zh-Hans-CN", "ko", "hu", "vi"):
        assert name_order(language)[0] == "family_name", language
    for language in ("en", "ar", "es", "th", "hi"):
        assert name_order(language)[0] == "given_name", language
