"""Search compares without case, accents and width."""

from __future__ import annotations

from data.studio.folded import folded, words


def test_folding():
    assert folded("Crème  BRÛLÉE\n") == "creme brulee"
    assert folded("İstanbul") == folded("istanbul")
    assert folded("ﾊﾟﾝ") == folded("パン")
    assert folded("a", "b") == "a\nb"


def test_words():
    assert words(' Über  uns "so viel" ') == ["so viel", "uber", "uns"]
    assert words('"open') == ["open"]
    assert words(' "" ') == []
