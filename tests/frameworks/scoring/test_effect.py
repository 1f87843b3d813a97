"""What a change of the reference does to the scores."""

import numpy as np
import pandas as pd
import pytest

from data.catalog import infos, world
from frameworks.scoring.effect import effect
from frameworks.scoring.score import score_markets


def frame(affinity, potential):
    index = list("ABCD")[: len(affinity)]
    found = pd.DataFrame({"affinity": affinity, "potential": potential}, index=index, dtype=float)
    return found.assign(rank=(found["affinity"] + found["potential"]).rank(ascending=False)).sort_values("rank")


def test_lost_gained_and_moved_are_told_apart():
    found = effect(frame([10, 20, np.nan, 40], [1, 2, 3, 4]), frame([10, np.nan, 30, 45], [1, 2, 3, 4]))
    assert found.affinity.lost == ("B",) and found.affinity.gained == ("C",)
    assert (found.affinity.moved, found.affinity.typical, found.affinity.largest) == (1, 5.0, 5.0)
    assert found.potential.nothing and not found.nothing


def test_the_same_frame_has_no_effect():
    same = frame([10, 20], [1, 2])
    assert effect(same, same).nothing and effect(same, same).new_in_top == 0


def test_new_markets_at_the_top_are_counted():
    assert effect(frame([30, 20, 10], [0, 0, 0]), frame([10, 20, 30], [0, 0, 0]), top=1).new_in_top == 1


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", sorted(infos()))
def test_scores_survive_every_single_table_switched_off(name):
    scored = score_markets("USA", reference=world(off=[name]), draws=20)
    assert len(scored) == 248
    known = scored["affinity"].dropna()
    assert known.between(0, 100).all()
    if name in ("indicators", "indicator_list"):
        assert scored["potential"].isna().all()
    else:
        assert scored["potential"].notna().sum() > 150


def test_scores_survive_everything_switched_off():
    scored = score_markets("USA", reference=world(off=list(infos())), draws=20)
    assert scored["affinity"].isna().all() and scored["potential"].isna().all() and scored["rank"].isna().all()
