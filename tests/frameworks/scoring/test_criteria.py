"""Every criterion, block and preset has a name and says what it tells."""

from frameworks.potential.openness import PAIR_INDICATORS
from frameworks.scoring.criteria import BLOCK_NAMES, NAMES, PAIR_NAMES, PRESET_NAMES
from frameworks.weights import AFFINITY_BLOCKS, CRITERIA, POTENTIAL_BLOCKS, PRESETS


def test_nothing_is_without_a_name():
    assert tuple(NAMES) == CRITERIA
    assert set(BLOCK_NAMES) == {*AFFINITY_BLOCKS, *POTENTIAL_BLOCKS, "team"}
    assert set(PRESET_NAMES) == set(PRESETS)
    assert set(PAIR_NAMES) == set(PAIR_INDICATORS)
    assert all(c.name and c.tells for names in (NAMES, PRESET_NAMES, PAIR_NAMES) for c in names.values())
