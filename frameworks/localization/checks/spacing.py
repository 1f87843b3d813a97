"""Checks of spaces and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found
from frameworks.localization.finding import Finding

_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


def check(pair: Pair) -> Iterator[Finding]:
    """Find spaces and line breaks that differ from the source."""
    source, target = pair.source, pair.target
    if not target.strip():
        return
    before, after = len(target) - len(target.lstrip()), len(target.rstrip())
    if bool(before) != (source[:1].isspace()):
        told = N_("The translation begins with a space, the source does not.")
        message = Sentence(told if before else N_("The source begins with a space, the translation does not."))
        yield found("edge_space", message, 0, before, suggestion=target.lstrip() if before else "")
    if (after < len(target)) != source[-1:].isspace():
        told = N_("The translation ends with a space, the source does not.")
        trailing = after < len(target)
        message = Sentence(told if trailing else N_("The source ends with a space, the translation does not."))
        yield found("edge_space", message, after, len(target), suggestion=target.rstrip() if trailing else "")
    if "  " in target or "\u00a0" in target:
        double = _DOUBLE.search(target)
        if double and not _DOUBLE.search(source):
            fixed = _DOUBLE.sub(lambda hit: "\u00a0" if "\u00a0" in hit[0] else " ", target)
            message = Sentence(N_("There are {count} spaces in a row."), count=double.end() - double.start())
            yield found("double_space", message, double.start(), double.end(), suggestion=fixed)
    wanted, got = source.strip().count("\n"), target.strip().count("\n")
    if wanted != got:
        message = Sentence(N_("The translation has {count} line breaks, the source {wanted}."), count=got, wanted=wanted)
        yield found("line_breaks", message)
