"""Fonts by script: every language of the pack has a stack that works without a network."""

from __future__ import annotations

import pytest

from components.mockup_fonts import STACKS, families, rules, script_of
from data.catalog import world
from frameworks.localization.phrases import phrase_languages


@pytest.mark.parametrize(
    ("language", "script"),
    [("el", "Grek"), ("uk-UA", "Cyrl"), ("sr", "Cyrl"), ("sr-Latn-RS", "Latn"), ("zh-HK", "Hant"), ("ko", "Kore"), ("ur", "Arab"),
     ("he", "Hebr"), ("ta", "Taml"), ("en-XA", "Latn"), ("und", "Latn"), ("x", "Latn"), ("", "Latn"), ("de-Qaaa", "Latn")],
)  # fmt: skip
def test_scripts(language, script):
    assert script_of(language) == script


def test_every_language_of_the_pack_has_fonts_of_more_than_one_system():
    for code in phrase_languages(world()):
        assert len(families(script_of(code))) >= 4


def test_rules_name_no_source():
    told = rules(set(STACKS) | {"Qaaa"})
    assert "url(" not in told and "Qaaa" not in told and 'data-lf-script="Jpan"' in told and told.count("{") == told.count("}")
