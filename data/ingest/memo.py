"""Works out conditions on words once a word instead of once a row, where a large file repeats few words.

Layouts ask ten times whether a status looks like "refunded". Over ten million rows that is a hundred million regular
expressions; over the five statuses there are, fifty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from data.ingest.model import Layout
from data.ingest.shapes import named

MOST = 500
"""A column with more distinct words in the sample is not worth a table."""

_PHRASE = re.compile(
    r"regexp_matches\(strip_accents\(lower\((?P<a>\w+)\)\), '(?:[^']|'')*'\)"
    r"|regexp_matches\(strip_accents\(lower\(coalesce\((?P<b>\w+), ''\)\)\), '(?:[^']|'')*'\)"
    r"|regexp_replace\(replace\(strip_accents\(lower\((?P<c>\w+)\)\), 'ß', 'ss'\), '(?:[^']|'')*', '', 'g'\)"
    r"|regexp_replace\(replace\(strip_accents\(lower\(coalesce\((?P<d>\w+), ''\)\)\), 'ß', 'ss'\), '(?:[^']|'')*', '', 'g'\)"
    r"|regexp_full_match\((?P<e>\w+), '(?:[^']|'')*'\)"
    r"|lower\((?P<f>\w+)\)(?: NOT)? IN \([^()]*\)"
)


@dataclass
class Memo:
    """Phrases by alias: each has a column in the alias's table of words."""

    phrases: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The aliases whose words are worked out beforehand."""
        return tuple(self.phrases)

    def column(self, alias: str, phrase: str) -> str:
        """The name of the column that holds a phrase's value."""
        known = self.phrases.setdefault(alias, {})
        return known.setdefault(phrase, f"memo {alias} {len(known)}")

    def table_columns(self, alias: str, word: str) -> str:
        """Return the SELECT list of an alias's phrases over a column ``word`` of its distinct words."""
        return ", ".join(
            f"{re.sub(rf'(?<![A-Za-z_0-9]){alias}(?![A-Za-z_0-9(])', word, phrase, count=1)} AS {named(column)}"
            for phrase, column in self.phrases[alias].items()
        )


def memoised(layout: Layout, aliases: frozenset[str]) -> tuple[Layout, Memo]:
    """Return the layout with its phrases on ``aliases`` read from tables, and what the tables must hold."""
    memo = Memo()

    def swapped(expression: str) -> str:
        def one(found: re.Match[str]) -> str:
            alias = next(group for group in found.groups() if group)
            return named(memo.column(alias, found[0])) if alias in aliases else found[0]

        return _PHRASE.sub(one, expression)

    targets = tuple(
        replace(
            target,
            columns={name: swapped(sql) for name, sql in target.columns.items()},
            where=swapped(target.where),
            key=None if target.key is None else swapped(target.key),
        )
        for target in layout.targets
    )
    rules = tuple(replace(rule, when=swapped(rule.when)) for rule in layout.rules)
    return replace(layout, targets=targets, rules=rules), memo
