"""Documents for the tests of exported briefs: an ordinary one, a hostile one, and many markets."""

from __future__ import annotations

from frameworks.report.document import (
    Amount,
    Bar,
    Bars,
    Document,
    Figure,
    Figures,
    Point,
    Points,
    Section,
    Table,
    Text,
)

HOSTILE = (
    "=cmd|' /C calc'!A1", "#import \"x.typ\": *", "#panic(\"now\")", "$1/0$ *bold* _x_ `raw` <label> @ref",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u202eevil\u2066", "😀 日本 ไทย हिन्दी العربية",
    "+1+1", "-2", "@SUM(A1)", "\ud800 half", "A" * 400, "\x00\x07bell", "{{ 7*7 }}", "]]>", "&amp; & &#x3c;",
)  # fmt: skip


def document(title: str = "Germany", *, kind: str = "market", text: str = "Plain words.", rtl: bool = False) -> Document:
    """Return a document that has every kind of block, with ``text`` in each place."""
    sections = (
        Section("verdict", "How sure is that?", (
            Figures((Figure("Rank", "10", text, 5.0, 20.0, 10.0), Figure("Affinity", "61.3", "", 32.3, 73.8, 61.3, 53.5),
                     Figure(text[:30], "–", "None"), Figure("Fit", "0–65", text, 0.0, 65.0))),
            Text(text, "muted")), True),
        Section("why", "Why", (
            Bars("Affinity", (Bar("Values", "52.9", 52.9, 30.0, 70.0, "weight 45"), Bar(text[:40], "–", None))),
            Bars("Potential", (Bar("Size", "93.8", 93.8, 93.8, 93.8),))), True),
        Section("culture", "Culture", (Text(text, "note"), Points((Point(text, text, ("contested",), text[:60]),)))),
        Section("languages", "Languages", (
            Table(("Language", "People"), (("German", Amount("76M", 76e6)), (text, "–")), (2, 1), (1,)),)),
        Section("payments", "Payments", (Text(text), Table(("Method", "Points"), (("iDEAL", Amount("12.8", 12.8)),)))),
        Section("calendar", "Dates", (Table(("When", "What"), (("Nov 27, 2026", text),)),)),
        Section("questions", "Open questions", (Points((Point(text, lead="Mix"),)),), True),
        Section("sources", "Sources", (Points((Point(text, url="https://example.org/a?b=1&c=2"),
                                               Point("Evil", url="javascript:alert(1)"))),), True),
    )  # fmt: skip
    chip, tone = ("Lead", "lead") if kind == "market" else ("", "")
    return Document(kind, f"Brief · {text}", title, text, chip, tone, sections, (f"Made for {text}",), "en", "2026-11-22", rtl)


HOSTILE_DOCUMENTS = tuple(document(text, text=text) for text in HOSTILE)
