"""Words of the localization studio that several components use: surfaces, states, origins, steps, locales."""

from __future__ import annotations

from collections.abc import Mapping

from components.words import _, language_name, number
from frameworks.labels import N_
from frameworks.localization.finding import SEVERITY_LABELS
from frameworks.localization.glossary import KIND_LABELS
from frameworks.localization.items import SURFACE_LABELS
from frameworks.localization.states import STATE_LABELS

ORIGIN_LABELS: Mapping[str, str] = {
    "person": N_("written by a person"), "memory": N_("from your memory"), "phrases": N_("from the phrase pack"),
    "import": N_("from a file"),
}  # fmt: skip
ENGINE_NAMES: Mapping[str, str] = {
    "google": "Google", "mymemory": "MyMemory", "libre": "LibreTranslate", "deepl": "DeepL", "microsoft": "Microsoft",
}  # fmt: skip
ACTION_LABELS: Mapping[str, str] = {
    "items": N_("Source texts changed"), "remove": N_("Texts removed"), "write": N_("Translation written"),
    "drafts": N_("Drafts made"), "move": N_("State changed"), "import": N_("File taken in"),
    "restore": N_("Earlier version restored"), "undo": N_("Undone"),
}  # fmt: skip
STATE_ICONS: Mapping[str, str] = {
    "missing": ":material/circle:", "draft": ":material/edit_note:", "needs_review": ":material/rate_review:",
    "approved": ":material/check_circle:", "stale": ":material/history:", "rejected": ":material/block:",
}  # fmt: skip


def surface_name(code: str) -> str:
    """Return the name of a surface."""
    return _(SURFACE_LABELS.get(code, code))


def state_name(code: str) -> str:
    """Return the name of a state, ``"missing"`` included."""
    return _(STATE_LABELS.get(code, code))


def origin_name(code: str) -> str:
    """Return where a text came from, an engine by its name."""
    if code.startswith("engine:"):
        name = code.removeprefix("engine:")
        return _("by the engine {name}").format(name=ENGINE_NAMES.get(name, name))
    return _(ORIGIN_LABELS.get(code, code))


def action_name(code: str) -> str:
    """Return what a step did."""
    return _(ACTION_LABELS.get(code, code))


def kind_name(code: str) -> str:
    """Return the kind of a term."""
    return _(KIND_LABELS.get(code, code))


def severity_name(code: str) -> str:
    """Return how grave a finding is."""
    return _(SEVERITY_LABELS.get(code, code))


def locale_name(code: str) -> str:
    """Return a locale by its name and code, ``German (de)``."""
    name = language_name(code)
    return name if name == code else f"{name[:1].upper()}{name[1:]} ({code})"


def share(done: int, total: int) -> str:
    """Return ``12 / 60``, figures as the visitor writes them."""
    return f"{number(done, 0)} / {number(total, 0)}"
