"""A scenario: every choice that decides a result, and its exact JSON form.

Two Landfalls that hold the same scenario and the same data version show the same digits.
Whatever arrives from outside (a file, a link, the workspace) passes through ``Scenario``,
which refuses anything odd with one sentence.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frameworks.labels import N_
from frameworks.scoring.scenario_fields import (
    LANGUAGE,
    MARKET,
    TABLE,
    ScenarioError,
    check_code,
    check_codes,
    check_competition,
    check_number,
    check_version,
    check_weights,
    kind_of,
    plain_text,
    shown,
)
from frameworks.weights import DEFAULT, Weights

__all__ = ["FORMAT", "MAX_BYTES", "Package", "Scenario", "ScenarioError", "package", "plain_text", "unpack"]

FORMAT = 1
"""Version of the JSON form; raised when an older Landfall could no longer read it rightly."""
MAX_BYTES = 256 * 1024

_TEXTS = ("name", "product", "category")
_LISTS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "languages": (LANGUAGE, N_("a language code such as en or pt-BR")),
    "current": (MARKET, N_("a three-letter country code such as CAN")),
    "candidates": (MARKET, N_("a three-letter country code such as CAN")),
    "shortlist": (MARKET, N_("a three-letter country code such as CAN")),
    "tables_off": (TABLE, N_("the name of a reference table")),
    "tables_on": (TABLE, N_("the name of a reference table")),
}
_CUTS = ("affinity_cut", "potential_cut")
_KEYS = frozenset({"landfall", "home", "weights", "competition", *_TEXTS, *_LISTS, *_CUTS})
_PACKAGE_KEYS = frozenset({"landfall", "scenario", "data_version", "fingerprint", "ranking_digest"})


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Everything that decides a result.

    home:          market the team sells from, ISO 3166 alpha-3.
    name:          what the team calls the scenario; the only field outside the fingerprint.
    product, category: free text, at most 200 characters; control and direction-override
                   characters are removed.
    languages:     languages the team serves, as in Babel ("en", "zh", "pt").
    current:       markets served today; candidates: markets to rank, empty means all;
    shortlist:     markets picked so far. All ISO 3166 alpha-3.
    weights:       points per criterion and the balance of the axes.
    affinity_cut, potential_cut: where the quadrants part, 0-100; None means the reference median.
    tables_off, tables_on: reference tables switched off, optional ones switched on.
    competition:   the team's own 0-100 judgement of a market's competitive room.

    Raises ScenarioError when a field has the wrong type, shape or size.
    """

    home: str
    name: str = ""
    product: str = ""
    category: str = ""
    languages: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    weights: Weights = DEFAULT
    affinity_cut: float | None = None
    potential_cut: float | None = None
    shortlist: tuple[str, ...] = ()
    tables_off: tuple[str, ...] = ()
    tables_on: tuple[str, ...] = ()
    competition: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        checked: dict[str, Any] = {key: plain_text(key, getattr(self, key)) for key in _TEXTS}
        checked["home"] = check_code("home", self.home, MARKET, N_("a three-letter country code such as USA"))
        for key, (shape, what) in _LISTS.items():
            checked[key] = check_codes(key, getattr(self, key), shape, what)
        for key in _CUTS:
            cut = getattr(self, key)
            checked[key] = None if cut is None else check_number(key, cut, 100.0)
        checked["weights"] = check_weights(self.weights)
        checked["competition"] = check_competition(self.competition)
        both = sorted(set(checked["tables_off"]) & set(checked["tables_on"]))
        if both:
            raise ScenarioError(
                N_("The table {name} is switched both on and off; keep one of the two."), name=both[0]
            )
        for key, value in checked.items():
            object.__setattr__(self, key, value)

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Callable[[str], Scenario], tuple[str]]:
        return Scenario.from_json, (self.to_json(),)

    def to_json(self) -> str:
        """Return the canonical JSON: sorted keys, no spaces, floats that read back exactly."""
        return _canonical(self._document())

    @classmethod
    def from_json(cls, text: str | bytes) -> Scenario:
        """Read what ``to_json`` wrote; raise ScenarioError (one sentence) on anything else.

        Keys left out take their defaults, criteria left out of the weights count 0 points.
        """
        return cls._from_document(_parsed(text))

    def fingerprint(self, data_version: str) -> str:
        """Return 64 hex digits that stand for these inputs on that data: equal means equal results.

        The name does not count, nor does the order in which markets, languages or tables were picked.
        """
        inputs = self._document()
        del inputs["name"], inputs["landfall"]
        for key in _LISTS:
            inputs[key] = sorted(inputs[key])
        text = _canonical({"data_version": check_version("data_version", data_version), "inputs": inputs})
        return hashlib.sha256(text.encode()).hexdigest()

    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = {key: getattr(self, key) for key in ("home", *_TEXTS, *_CUTS)}
        document.update({key: list(getattr(self, key)) for key in _LISTS})
        document["weights"] = self.weights.flat()
        document["competition"] = dict(self.competition)
        document["landfall"] = FORMAT
        return document

    @classmethod
    def _from_document(cls, document: object) -> Scenario:
        fields = _object("scenario", document, _KEYS)
        _check_format(fields.pop("landfall", None))
        if "home" not in fields:
            raise ScenarioError(N_("The scenario names no home market; add home with a code such as USA."))
        for key in _LISTS:
            if not isinstance(fields.get(key, []), list):
                raise ScenarioError(
                    N_("The field {key} must be a list, not {kind}."), key=key, kind=kind_of(fields[key])
                )
        return cls(**fields)


@dataclass(frozen=True)
class Package:
    """A scenario as it travels, with what is needed to reopen it to the same digits.

    data_version:   version of the reference the ranking was made on.
    fingerprint:    the fingerprint recorded when it was packed.
    ranking_digest: digest of the ranking that was on screen, "" when none was.
    """

    scenario: Scenario
    data_version: str
    fingerprint: str
    ranking_digest: str = ""

    @property
    def altered(self) -> bool:
        """True when the inputs were edited after packing: the fingerprint no longer fits them."""
        return self.scenario.fingerprint(self.data_version) != self.fingerprint


def package(scenario: Scenario, data_version: str, ranking_digest: str = "") -> str:
    """Return the JSON file another Landfall reopens: the scenario, data version and fingerprint."""
    document = {
        "landfall": FORMAT,
        "scenario": scenario._document(),
        "data_version": check_version("data_version", data_version),
        "fingerprint": scenario.fingerprint(data_version),
        "ranking_digest": check_version("ranking_digest", ranking_digest),
    }
    return json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def unpack(text: str | bytes) -> Package:
    """Read what ``package`` wrote; raise ScenarioError (one sentence) on anything else."""
    fields = _object("file", _parsed(text), _PACKAGE_KEYS)
    _check_format(fields.get("landfall"))
    if "scenario" not in fields:
        raise ScenarioError(N_("The file holds no scenario; choose one that Landfall exported."))
    recorded = ("data_version", "fingerprint", "ranking_digest")
    versions = {key: check_version(key, fields.get(key, "")) for key in recorded}
    return Package(Scenario._from_document(fields["scenario"]), **versions)


def _parsed(text: str | bytes) -> object:
    """Parse JSON from outside: capped, without NaN, without a key given twice."""
    if len(text) > MAX_BYTES or (isinstance(text, str) and len(text.encode(errors="replace")) > MAX_BYTES):
        raise ScenarioError(
            N_("The file is larger than {size} kB, so it is no Landfall scenario."), size=MAX_BYTES // 1024
        )
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        return json.loads(decoded, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except ScenarioError:
        raise
    except RecursionError:
        raise ScenarioError(N_("The file is nested too deeply to be a Landfall scenario.")) from None
    except ValueError:
        raise ScenarioError(N_("The file is not readable JSON, so it is no Landfall scenario.")) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise ScenarioError(N_("The key {name} is given twice; keep one of the two."), name=shown(twice))
    return found


def _refuse_constant(constant: str) -> float:
    raise ScenarioError(N_("The file holds {value} where a finite number is needed."), value=constant)


_REFUSALS = {
    "scenario": (
        N_("The scenario must be a JSON object, not {kind}."),
        N_("Landfall does not know the key {name} in the scenario; remove it."),
    ),
    "file": (
        N_("The file must be a JSON object, not {kind}."),
        N_("Landfall does not know the key {name} in the file; remove it."),
    ),
}


def _object(what: str, value: object, known: frozenset[str]) -> dict[str, Any]:
    no_object, unknown_key = _REFUSALS[what]
    if not isinstance(value, dict):
        raise ScenarioError(no_object, kind=kind_of(value))
    unknown = sorted(set(value) - known)
    if unknown:
        raise ScenarioError(unknown_key, name=shown(unknown[0]))
    return dict(value)


def _check_format(found: object) -> None:
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise ScenarioError(N_("The file does not name its Landfall format; choose one that Landfall exported."))
    if found > FORMAT:
        raise ScenarioError(N_("The file comes from a newer Landfall than this one; update Landfall to open it."))


def _canonical(document: Mapping[str, Any]) -> str:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
