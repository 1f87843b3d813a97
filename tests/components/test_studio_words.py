"""Words of the studio: every surface, state, origin, step and kind has a name; unknown ones stand as they are."""

import pytest

from components import studio_words as names
from data.studio import ACTIONS
from frameworks.localization.glossary import KINDS
from frameworks.localization.items import ORIGINS, SURFACES
from frameworks.localization.states import STATES


@pytest.mark.parametrize(
    "name, codes",
    [(names.surface_name, SURFACES), (names.state_name, ("missing", *STATES)), (names.kind_name, KINDS),
     (names.action_name, ACTIONS), (names.severity_name, ("error", "warning", "hint"))],
)  # fmt: skip
def test_every_code_has_a_name(name, codes):
    assert all(name(code) and name(code) != code for code in codes)
    assert name("<b>") == "<b>"


def test_steps_are_named_as_the_store_names_them():
    assert dict(names.ACTION_LABELS) == dict(ACTIONS)


def test_origins_name_the_engine():
    assert names.origin_name("engine:libre") == "by the engine LibreTranslate"
    assert all(names.origin_name(code) for code in ORIGINS)


def test_locales_are_named_with_their_code():
    assert names.locale_name("de") == "German (de)"
    assert "Brazil" in names.locale_name("pt_BR")
    assert names.locale_name("xx") == "xx"
