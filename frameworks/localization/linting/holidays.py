"""Finds holidays taken for granted: religious ones that few keep in the market, civic ones kept elsewhere or later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject
from frameworks.reference import Reference

MOST = 50.0
"""From this share of a religion (per cent) on, its holidays are not remarked on."""
RELIGIONS = {
    "christian": N_("Christian"), "jewish": N_("Jewish"), "muslim": N_("Muslim"), "hindu": N_("Hindu"),
}  # fmt: skip


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_RELIGIOUS = (
    ("christian", "christmas", _any("christmas|xmas|advent calendars?|yuletide|nativity|stocking (?:filler|stuffer)s?")),
    ("christian", "", _any(r"easter|good friday|pentecost|first communion|baptism|christening")),
    ("christian", "valentines", re.compile(r"\bvalentine'?s?(?: day)?\b", re.IGNORECASE)),
    ("jewish", "", _any(r"hanukkah|chanukah|passover|rosh hashanah|yom kippur|bar mitzvah")),
    ("muslim", "ramadan", _any(r"ramadan|eid|iftar")),
    ("hindu", "diwali", _any(r"diwali|deepavali|raksha bandhan|navratri")),
)  # fmt: skip
_CIVIC = (
    ("black-friday", re.compile(r"\bblack friday\b", re.IGNORECASE)),
    ("thanksgiving", re.compile(r"\bthanksgiving\b", re.IGNORECASE)),
    ("halloween", re.compile(r"\bhalloween|trick or treat\b", re.IGNORECASE)),
    ("cyber", re.compile(r"\bcyber monday\b", re.IGNORECASE)),
    ("boxing-day", re.compile(r"\bboxing day\b", re.IGNORECASE)),
    ("memorial-day", re.compile(r"\bmemorial day\b", re.IGNORECASE)),
    ("labor-day", re.compile(r"\blabou?r day\b", re.IGNORECASE)),
    ("singles-day", re.compile(r"\bsingles'? day\b", re.IGNORECASE)),
    ("mothers-day", re.compile(r"\bmother'?s'? day\b|\bmothering sunday\b", re.IGNORECASE)),
    ("fathers-day", re.compile(r"\bfather'?s'? day\b", re.IGNORECASE)),
    ("", re.compile(r"\b(?:independence day|4th of july|fourth of july|presidents'? day|veterans day|guy fawkes|bonfire night|"
                    r"st\.? patrick'?s day|australia day|canada day|columbus day)\b", re.IGNORECASE)),
)  # fmt: skip
_HOLIDAYS = _any("(?:this|happy) holidays?(?: season)?|for the holidays|holiday (?:season|gifts?|gift guide|sale|shipping)")
_TRY = N_("Name the occasion of the market, or write the offer without one.")


def look(subject: Subject) -> Iterator[Finding]:
    """Yield holidays that the market does not keep, as far as the tables tell."""
    if subject.language != "en" or subject.market == subject.home:
        return
    kept = subject.reference.derived(_kept)
    shares, year = subject.reference.derived(_shares).get(subject.market, ({}, None))
    for religion, event, pattern in _RELIGIOUS:
        for hit in pattern.finditer(subject.text):
            if subject.market in kept.get(event, {}) or shares.get(religion, 0.0) >= MOST:
                continue
            if not shares:
                told = N_("{words} is taken for granted; how many keep it there is not in the tables.")
                yield subject.finding("holiday", Sentence(told, words=subject.said(*hit.span())), *hit.span(), suggestion=_TRY)
                continue
            told = Sentence(
                N_("{words} is taken for granted; {share} % of the people there count as {religion}."),
                words=subject.said(*hit.span()), share=f"{shares.get(religion, 0.0):.0f}",
                religion=Sentence(RELIGIONS[religion]),
            )  # fmt: skip
            yield subject.finding(
                "holiday", told, *hit.span(), suggestion=_TRY, source="CIA World Factbook", evidence="statistics", year=year
            )
    yield from _civic(subject, kept)


def _civic(subject: Subject, kept: dict[str, dict[str, str]]) -> Iterator[Finding]:
    for event, pattern in _CIVIC:
        places = kept.get(event, {})
        for hit in pattern.finditer(subject.text):
            words = subject.said(*hit.span())
            rule = places.get(subject.market)
            if rule is None:
                told = Sentence(N_("{words} is not among the shopping days known for the market."), words=words)
            elif subject.home in places and places[subject.home] != rule:
                told = Sentence(N_("{words} falls on another day there: {rule}."), words=words, rule=Sentence(rule))
            else:
                continue
            yield subject.finding(
                "holiday", told, *hit.span(), suggestion=_TRY, source="Landfall, table of shopping events", evidence="statistics"
            )
    if subject.market not in kept.get("christmas", {}):
        for hit in _HOLIDAYS.finditer(subject.text):
            told = N_("{words}: that the holidays are at the end of December is taken for granted.")
            yield subject.finding("holiday", Sentence(told, words=subject.said(*hit.span())), *hit.span(), suggestion=_TRY)


def _kept(reference: Reference) -> dict[str, dict[str, str]]:
    """Rule of the day by market, by event; the kinds of Mother's Day and of Black Friday taken together."""
    found: dict[str, dict[str, str]] = {}
    for row in reference.table("shopping_events").itertuples(index=False):
        name = next(
            (name for start, name in _TOGETHER.items() if row.event.startswith(start)), row.event
        )
        for market in row.countries.split("|"):
            found.setdefault(name, {})[market] = row.rule
    return found


_TOGETHER = {
    "mothers-day": "mothers-day", "dia-das-maes": "mothers-day", "fathers-day": "fathers-day", "black-friday": "black-friday",
    "jumia-black": "black-friday", "cyber-week-nordics": "black-friday", "cyber": "cyber", "eid": "ramadan",
    "orthodox-christmas": "christmas",
}  # fmt: skip


def _shares(reference: Reference) -> dict[str, tuple[dict[str, float], int | None]]:
    found: dict[str, tuple[dict[str, float], int | None]] = {}
    for market, rows in reference.table("religion").groupby("iso3"):
        years = rows["year"].dropna()
        shares = dict(zip(rows["religion"], rows["share_pct"].astype(float), strict=True))
        found[market] = shares, int(years.max()) if len(years) else None
    return found
