"""Placeholders kept, lost, renamed, turned around."""

import pytest

from frameworks.localization.checks import places
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale="de"):
    return list(places.check(Pair(source, target, locale)))


@pytest.mark.parametrize("source, target", [
    ("Hi {name}", "Hallo {name}"), ("%s of %d", "%2$d mit %1$s"), ("%(a)s %(b)d", "%(b)d %(a)s"),
    ("{0} {1}", "{1} {0}"),
    ("{{ name }}", "{{name}}"), ("${x}", "${x}"), ("20% off", "20 % Rabatt"), ("100%", "100 %"),
    ("{n, plural, one {# bag} other {# bags}}", "{n, plural, other {# Taschen, {n}}}"),
])  # fmt: skip
def test_kept_placeholders_are_left_alone(source, target):
    assert seen(source, target) == []


@pytest.mark.parametrize("source, target, count", [
    ("Hi {name}", "Hallo", 1), ("Hi {name}", "Hallo {Name}", 2), ("%s", "%d", 2), ("%s %d", "%d %s", 4),
    ("{0}", "{1}", 2),
    ("Hi", "Hallo {name}", 1), ("{a}", "{a} {a}", 1), ("{a} {a}", "{a}", 1), ("%(a)s", "%(a) s", 1), ("${x}", "$x", 1),
])  # fmt: skip
def test_lost_and_strange_placeholders_are_found(source, target, count):
    found = seen(source, target)
    assert len(found) == count
    assert all(finding.check == "placeholders" and str(finding.message) for finding in found)


def test_a_renamed_or_broken_placeholder_comes_with_its_repair():
    assert seen("Hi {name}", "Hallo {nom}!")[0].suggestion == "Hallo {name}!"
    assert seen("{points}", "｛points｝点", "ja")[0].suggestion == "{points}点"


def test_one_too_many_is_no_error():
    assert [finding.severity for finding in seen("{a}", "{a} {a}")] == ["warning"]
