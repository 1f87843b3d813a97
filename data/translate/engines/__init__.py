"""The network engines; none is on until the user switches it on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.translate.engines import deepl, google, libre, microsoft, mymemory
from data.translate.engines.engine import About, Engine
from data.translate.faults import TranslateError
from data.translate.pace import Limits
from frameworks.labels import N_
from frameworks.reference import Reference

__all__ = ["ENGINES", "About", "Engine", "engine"]

_CLASSES: Mapping[str, type[Engine]] = {
    "google": google.GoogleEngine, "mymemory": mymemory.MyMemoryEngine, "libre": libre.LibreEngine,
    "deepl": deepl.DeeplEngine, "microsoft": microsoft.MicrosoftEngine,
}  # fmt: skip
ENGINES: Mapping[str, About] = MappingProxyType({name: made.about for name, made in _CLASSES.items()})
"""What can be switched on, by name."""


def engine(
    name: str, reference: Reference, *, secrets: Mapping[str, str] | None = None, url: str = "",
    formality: str = "neutral", limits: Limits | None = None, base_url: str = "",
) -> Engine | None:  # fmt: skip
    """Return the engine that the user switched on, None for an empty name. Nothing is sent yet.

    secrets: its key and extras by name (``About.key``, ``About.extras``), from the page's secrets; they are kept
    in memory alone. url: of a server of one's own. base_url: in place of the provider's address, for trials.

    Raises TranslateError for an unknown name, a missing key or an address that is none.
    """
    if not name:
        return None
    if name not in _CLASSES:
        told = N_("There is no engine {name}; known are {known}.")
        raise TranslateError(told, name=f"“{name:.40}”", known=", ".join(_CLASSES))
    address = url if ENGINES[name].own_server else ""  # an address kept for another engine would be told as the target
    return _CLASSES[name](reference, dict(secrets or {}), address, formality, limits or Limits(), base_url)
