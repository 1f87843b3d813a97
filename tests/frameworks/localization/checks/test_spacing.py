"""Spaces and line breaks."""

import pytest

from frameworks.localization.checks import spacing
from frameworks.localization.checks.pair import Pair


def seen(source, target):
    return [(found.check, found.suggestion) for found in spacing.check(Pair(source, target, "de"))]


@pytest.mark.parametrize("source, target, expected", [
    ("a", "b", []), (" a ", " b ", []), ("a\nb", "c\nd", []), ("a", "", []), ("a  b", "c  d", []),
    ("a", " b", [("edge_space", "b")]), ("a ", "b", [("edge_space", "")]), ("a b", "c  d", [("double_space", "c d")]),
    ("a\nb", "a b", [("line_breaks", "")]), ("a b", "a \u00a0b", [("double_space", "a\u00a0b")]),
])  # fmt: skip
def test_spaces(source, target, expected):
    assert seen(source, target) == expected
