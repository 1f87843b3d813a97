"""What the preview tells below its documents: what did not fit, letters without a font, what is shown of whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components import words as locale_words
from components.preview_measured import Measured, Missing
from components.sources import plain
from components.studio_review import safe
from components.studio_words import locale_name, severity_name
from components.words import _, list_text, locale, ngettext, number, said
from frameworks.labels import N_, Sentence
from frameworks.localization.layout import FRAME_LABELS, Overrun, message
from frameworks.localization.pseudo import ACCENTED, LABELS, MIRRORED
from frameworks.localization.scenes import PSEUDO_LOCALES, SCENE_LABELS

STYLESHEET = (locale_words.LOCALE_DIR.parents[1] / "static" / "preview.css").read_text(encoding="utf-8")
_PSEUDO = {PSEUDO_LOCALES[0]: LABELS[ACCENTED], PSEUDO_LOCALES[1]: LABELS[MIRRORED]}
_SHOWN_KEY = 48
REFUSALS: Mapping[str, str] = {
    "refused": N_("This browser does not hand out pictures of a document (a rule of its own, known from Safari). Take the"
                  " documents as HTML instead, or open this page in Chrome, Edge or Firefox."),
    "failed": N_("A picture could not be drawn, so it is left out. The HTML document holds the same."),
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """A text that did not fit: key and locale of the text, whether it is one of the workspace's that Review can open."""

    key: str
    locale: str
    overrun: Overrun
    opens: bool = True


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def spoken_name(code: str) -> str:
    """Return a locale by name, a made-up one by what it shows."""
    if code in _PSEUDO:
        return f"{_(_PSEUDO[code])} ({code})"
    return locale_name(code)


def scene_name(kind: str) -> str:
    """Return the name of a surface that is drawn."""
    return _(SCENE_LABELS.get(kind, kind))


def frame_name(frame: str) -> str:
    """Return the name of a frame."""
    return _(FRAME_LABELS.get(frame, frame))


def script_name(code: str) -> str:
    """Return a script by its name in the visitor's language."""
    return _("signs and emoji") if code == "Zyyy" else str(locale().scripts.get(code, code))


def faults(found: Sequence[Fault], jump: Callable[[Fault, int], None]) -> None:
    """Draw what did not fit, each with a way to the text in Review. jump: draws the button of a fault, by its place."""
    for place, one in enumerate(found):
        with st.container(key=f"lf-pv-fault-{place}", horizontal=True, vertical_alignment="center"):
            st.html(fault(one))
            if one.opens:
                jump(one, place)


def fault(one: Fault) -> str:
    """Return a fault as markup."""
    key = _short(one.key or _("Landfall’s own words ({role})").format(role=one.overrun.role))
    severity = one.overrun.severity
    place = " · ".join((spoken_name(one.locale), scene_name(one.overrun.surface)))
    return (
        f'<div class="lf-pv-fault"><span class="lf-pv-{escape(severity)}">{escape(severity_name(severity))}</span>'
        f"<b>{safe(key)}</b><small>{escape(place)}</small><p>{escape(said(message(one.overrun)))}</p></div>"
    )


def _short(name: str) -> str:
    return name if len(name) <= _SHOWN_KEY else f"{name[: _SHOWN_KEY - 1]}…"


def letters(found: Sequence[tuple[str, Missing]]) -> None:
    """Draw which letters have no font here, by the name of the document."""
    for title, one in found:
        told = ngettext(
            "{title}: this machine has no font for {count} sign or emoji: {letters}.",
            "{title}: this machine has no font for {count} signs or emoji: {letters}.", one.count,
        ) if one.script == "Zyyy" else ngettext(
            "{title}: this machine has no font for {count} letter of the script {script}: {letters}",
            "{title}: this machine has no font for {count} letters of the script {script}: {letters}", one.count,
        )  # fmt: skip
        told = told.format(
            title=title, count=number(one.count, 0), script=script_name(one.script),
            letters=" ".join(f"U+{ord(letter):04X}" for letter in one.letters),
        )  # fmt: skip
        keys = _(" In: {keys}.").format(keys=list_text([_short(key) for key in one.keys[:5]])) if one.keys else ""
        st.warning(plain(told + keys), icon=":material/font_download_off:")


def fonts(found: Measured) -> None:
    """Say which scripts have no font on this machine."""
    if found.blind:
        st.caption(_("This browser writes the code of a missing letter into its box, so Landfall cannot tell which are missing:"
                     " look for boxes with digits."))  # fmt: skip
    elif found.scripts:
        told = _("Scripts without a font on this machine: {scripts}. Buyers' own devices have the fonts of their language;"
                 " install Noto fonts to see them here.")  # fmt: skip
        st.caption(plain(told.format(scripts=list_text(script_name(code) for code in found.scripts))))


def standing(marked: bool, told: Sequence[tuple[str, str, int, int, int]]) -> None:
    """Draw how far the texts of each document are: title, locale, texts, those not approved, those untranslated.

    marked: whether those not approved have a dashed line.
    """
    lines = [plain(_standing(*one)) for one in told]
    key = [_("dashed: not approved")] if marked and any(one[3] for one in told) else []
    key += [_("yellow: still in the source language")] if any(one[4] for one in told) else []
    st.caption("  \n".join([*lines, *([_("In the pictures, {marks}.").format(marks=list_text(key))] if key else [])]))


def _standing(title: str, code: str, texts: int, unapproved: int, untranslated: int) -> str:
    parts = [ngettext("{count} text", "{count} texts", texts).format(count=number(texts, 0))]
    if code in _PSEUDO:
        parts.append(_("made up from the source"))
    elif unapproved:
        parts.append(_("{count} not approved").format(count=number(unapproved, 0)))
        if untranslated:
            parts.append(_("{count} in the source language").format(count=number(untranslated, 0)))
    else:
        parts.append(_("none waits for approval"))
    return f"{title}: {' · '.join(parts)}"


def notes(title: str, told: Sequence[Sentence]) -> None:
    """Draw what was filled in, converted or is missing in a document."""
    if told:
        points = "".join(f"<li>{safe(said(one))}</li>" for one in dict.fromkeys(map(_same, told)))
        st.html(f'<div class="lf-pv-notes"><b>{escape(title)}</b><ul>{points}</ul></div>')


def _same(one: Sentence) -> str:
    return said(one)
