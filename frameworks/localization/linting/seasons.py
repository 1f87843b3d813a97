"""Finds seasons taken for granted: the other half of the globe has the opposite one, the tropics have other ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject

SOUTH = frozenset("ARG AUS BWA CHL LSO NAM NZL PRY SWZ URY ZAF FLK".split())  # noqa: SIM905
"""Markets most of whose people live south of the tropics, or near enough to have four seasons turned around."""
TROPICS = frozenset(
    """AGO ARE BEN BFA BGD BHR BLZ BRA BRB BRN CIV CMR COD COG COL CRI CUB DOM ECU ETH FJI GAB GHA GIN GMB GTM GUY HND
    HTI IDN IND JAM KEN KHM KWT LAO LBR LKA MDG MDV MLI MMR MOZ MUS MWI MYS NER NGA NIC OMN PAN PER PHL PNG PRI QAT RWA
    SAU SDN SEN SGP SLE SLV SOM SUR TCD TGO THA TTO TZA UGA VEN VNM YEM ZMB ZWE""".split()  # noqa: SIM905
)  # fmt: skip
"""Markets where most people do not live with four seasons: rain, heat or monsoon part the year."""

_NORTHERN = {
    "winter": ("december", "january", "february"), "spring": ("march", "april", "may"),
    "summer": ("june", "july", "august"), "autumn": ("september", "october", "november"),
}  # fmt: skip
_TURNED = {"winter": "summer", "summer": "winter", "spring": "autumn", "autumn": "spring"}
_MONTH = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December"
    r"|(?:in|of|this|early|late|mid|every) May)\b"
)
_SEASON = re.compile(r"\b(summer|winter|spring|autumn|fall)\b", re.IGNORECASE)
_OTHER_SENSE = re.compile(
    r"box spring|spring (?:water|mattress|onions?|rolls?|loaded|steel|clips?|up|to)|\bwill spring"
    r"|(?:coil|gas|hot|metal|steel) springs?|(?:to|will|can|may|might|would|not|prices|could|or|rise and) fall\b"
    r"|fall (?:apart|asleep|off|out|down|in love|into|for|short|behind|under|back|within|from)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?:\b(?:this|next|for|welcome|hello|happy|your|enjoy|ready for|all|in|of|the coming) (?:the )?"
    r"(?:summer|winter|spring|autumn|fall)\b(?! (?:coats?|boots?|jackets?|dress(?:es)?|tyres?|tires?)))"
    r"|\b(?:summer|winter|spring|autumn|fall)(?:'s)?(?: time)? (?:is (?:here|coming|over|now|back)|has (?:come|arrived)"
    r"|sales?|collection|break|holidays?|vacation|nights?|days?|evenings?|season|essentials|edit|favou?rites|launch"
    r"|clearance|offers?|deals?|cleaning|specials?)\b",
    re.IGNORECASE,
)


def look(subject: Subject) -> Iterator[Finding]:
    """Yield seasons that the market has at another time, or not at all."""
    south, tropics = subject.market in SOUTH, subject.market in TROPICS
    if subject.language != "en" or subject.market == subject.home:
        return
    text = subject.text
    masked = _OTHER_SENSE.sub(lambda hit: "\x00" * len(hit[0]), text)
    seasons = [(hit, _name(hit[1])) for hit in _SEASON.finditer(masked)]
    months = [hit for hit in _MONTH.finditer(text)]
    paired = False
    for season, name in seasons:
        for month in months:
            said = month[1].split()[-1].lower()
            is_north, is_south = said in _NORTHERN[name], said in _NORTHERN[_TURNED[name]]
            if (is_north and (south or tropics)) or (is_south and not south):
                paired = True
                start, end = min(season.start(), month.start()), max(season.end(), month.end())
                yield _finding(subject, start, end, tropics, "warning")
        if paired:
            return
    turned = subject.home is not None and (subject.home in SOUTH) != south and subject.home not in TROPICS
    if not (tropics or turned) or (tropics and subject.home in TROPICS):
        return
    for hit in _NOW.finditer(masked):
        yield _finding(subject, hit.start(), hit.end(), tropics, "hint")


def _name(word: str) -> str:
    return "autumn" if word.lower() == "fall" else word.lower()


def _finding(subject: Subject, start: int, end: int, tropics: bool, severity: str) -> Finding:
    told = (
        N_("{words}: most people there do not live with four seasons; rain, heat or monsoon part the year.")
        if tropics
        else N_("{words}: the seasons are the other way round there.")
    )
    return subject.finding(
        "season", Sentence(told, words=subject.said(start, end)), start, end, severity=severity,
        suggestion=N_("Name the month or the use (for warm days), or change the text by market."),
        source="Latitude of the market", evidence="standard",
    )  # fmt: skip
