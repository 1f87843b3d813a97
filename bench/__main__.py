"""Measures everything and prints one Markdown table: ``python -m bench [scoring|page|kpi|brief|checks|studio]``."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from bench import brief, checks, kpi, lint, page, scoring, studio

_PARTS = ("scoring", "page", "kpi", "brief", "checks", "studio")


def main(which: list[str]) -> int:
    """Run the parts asked for (all by default); return 1 when a bar is missed or a part could not run."""
    unknown = sorted(set(which) - set(_PARTS))
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; give {', '.join(_PARTS)} or nothing for all.", file=sys.stderr)
        return 2
    rows: list[tuple[str, str, str, str, str, bool]] = []
    try:
        if "scoring" in which or not which:
            rows += _scoring()
        if "page" in which or not which:
            rows += _page()
        if "kpi" in which or not which:
            rows += _kpi()
        if "brief" in which or not which:
            rows += _brief()
        if "checks" in which or not which:
            rows += _checks()
        if "studio" in which or not which:
            rows += _studio()
    except RuntimeError as error:
        print(f"The benchmark stopped: {error}.", file=sys.stderr)
        return 1
    print(f"Measured on {machine()}.\n")
    print("| what | Landfall | against | ratio | bar | met |\n|---|---|---|---|---|---|")
    for *cells, met in rows:
        print("| " + " | ".join(cells) + f" | {'yes' if met else 'NO'} |")
    return 0 if all(row[-1] for row in rows) else 1


def _scoring() -> list[tuple[str, str, str, str, str, bool]]:
    t = scoring.measure()
    what = f"{scoring.DRAWS:,} draws x {scoring.MARKETS} markets x {scoring.CRITERIA} criteria with ranks"
    ours, least, most = f"{1000 * t.ours:.0f} ms", scoring.LEAST_FASTER_THAN_LOOP, scoring.MOST_SLOWER_THAN_BARE
    loop = f"pymcdm loop, {t.loop:.1f} s ({scoring.LOOP_DRAWS} draws run, scaled)"
    bare = f"bare numpy product + argsort, {1000 * t.bare:.0f} ms"
    return [
        (what, ours, loop, f"{t.faster_than_loop:.0f}x faster", f"at least {least}x", t.faster_than_loop >= least),
        ("the same", ours, bare, f"{t.slower_than_bare:.2f}x the time", f"at most {most}x", t.slower_than_bare <= most),
    ]


def _page() -> list[tuple[str, str, str, str, str, bool]]:
    w = page.measure()
    slider, start = w.slider / w.bare_slider, w.start / w.bare_start
    painted = w.slider_painted / w.bare_slider_painted
    most = page.MOST_SLOWER_SLIDER
    return [
        ("weight slider to changed chart", f"{w.slider:.0f} ms", f"bare slider and chart, {w.bare_slider:.0f} ms",
         f"{slider:.2f}x the time", f"at most {most:g}x", slider <= most),
        ("weight slider to painted chart", f"{w.slider_painted:.0f} ms",
         f"bare slider and chart, {w.bare_slider_painted:.0f} ms", f"{painted:.2f}x the time",
         f"at most {most:g}x", painted <= most),
        ("frame switch to changed checkout preview", f"{w.preview:.0f} ms", f"bare slider and chart, {w.bare_slider:.0f} ms",
         f"{w.preview / w.bare_slider:.2f}x the time", f"at most {most:g}x", w.preview <= most * w.bare_slider),
        ("cold start to first settled page", f"{w.start:.1f} s", f"bare page, {w.bare_start:.1f} s",
         f"{start:.2f}x the time", f"at most {page.MOST_SLOWER_START:g}x", start <= page.MOST_SLOWER_START),
    ]  # fmt: skip


def _kpi() -> list[tuple[str, str, str, str, str, bool]]:
    rows = []
    for orders, rounds in ((1_000_000, 3), (10_000_000, 1)):
        done = kpi.measure(orders, rounds)
        ours, sql, pandas = (done.runs[way] for way in kpi.WAYS)
        what = f"{orders / 1e6:.0f}M orders: import, five KPIs, cohorts"
        took = f"{ours.whole:.1f} s, {ours.peak:.0f} MB"
        most, least = kpi.MOST_SLOWER_THAN_SQL, kpi.LEAST_FASTER_THAN_PANDAS
        rows += [
            (what, took, f"hand-written DuckDB SQL, {sql.whole:.1f} s, {sql.peak:.0f} MB",
             f"{done.slower_than_sql:.2f}x the time", f"at most {most:g}x", done.slower_than_sql <= most),
            ("the same", took, f"pandas, {pandas.whole:.1f} s, {pandas.peak:.0f} MB",
             f"{done.faster_than_pandas:.2f}x faster", f"at least {least:g}x", done.faster_than_pandas >= least),
        ]  # fmt: skip
    return rows


def _brief() -> list[tuple[str, str, str, str, str, bool]]:
    done = brief.measure()
    parts = f"facts {done.facts:.1f} s, typesetting {done.typesetting:.1f} s"
    most = brief.MOST_SECONDS
    return [
        (f"PDF of {len(brief.MARKETS)} market briefs, once warm", f"{done.whole:.1f} s", parts, "–",
         f"at most {most:g} s", done.whole <= most),
    ]  # fmt: skip


def _checks() -> list[tuple[str, str, str, str, str, bool]]:
    done = checks.measure()
    precision, recall = done.whole.precision or 0.0, done.whole.recall or 0.0
    least, pairs = checks.LEAST_PRECISION, f"{len(checks.labelled())} labelled pairs in {len(checks.GLOSSARY) - 1} languages"
    return [
        *_lint(),
        (f"checks of translations: precision over {pairs}", f"{precision:.2f}", "own labels", "–",
         f"at least {least:g}", precision >= least),
        ("the same: recall", f"{recall:.2f}", "own labels", "–", f"at least {checks.LEAST_RECALL:g}",
         recall >= checks.LEAST_RECALL),
        (f"false alarms over {done.texts:,} phrases taken for good", f"{done.alarms:.1f} in 1,000", "–", "–",
         f"at most {checks.MOST_ALARMS:g}", done.alarms <= checks.MOST_ALARMS),
        (f"checks over {checks.PAIRS:,} translations", f"{done.speed:,.0f} a second", f"{checks.PAIRS / done.speed:.0f} s in all",
         "–", f"at least {checks.LEAST_A_SECOND:,} a second", done.speed >= checks.LEAST_A_SECOND),
    ]  # fmt: skip


def _lint() -> list[tuple[str, str, str, str, str, bool]]:
    done = lint.measure()
    quiet = f"{done.alarms} alarms in {done.quiet:,} ordinary texts times markets"
    return [
        ("cultural lint: precision over labelled texts", f"{done.precision:.2f}", quiet, "–",
         f"at least {lint.LEAST_PRECISION:g}", done.precision >= lint.LEAST_PRECISION),
        ("the same: recall", f"{done.recall:.2f}", f"{done.found} of {done.labelled} labelled", "–",
         f"at least {lint.LEAST_RECALL:g}", done.recall >= lint.LEAST_RECALL),
        ("the same: speed", f"{done.speed:,.0f} texts times markets a second", "–", "–",
         f"at least {lint.LEAST_A_SECOND:,} a second", done.speed >= lint.LEAST_A_SECOND),
    ]  # fmt: skip


def _studio() -> list[tuple[str, str, str, str, str, bool]]:
    t = studio.measure()
    size = f"{studio.ITEMS:,} texts in {len(studio.LOCALES)} locales"
    memory = f"{studio.PAIRS:,} pairs in memory"
    a_second = t.pairs / t.checks
    runs = [
        (f"{size}: page {name.title()}, {what}", took, "run of the page on the server", most)
        for name, page in t.pages.items()
        for what, took, most in (
            ("first opened", page.opening, studio.MOST_OPENING), ("search", page.search, studio.MOST_NARROWING),
            ("filter", page.narrowing, studio.MOST_NARROWING), ("turning", page.turning, studio.MOST_NARROWING),
        )
    ]  # fmt: skip
    checked = (
        f"{size}: check all {t.pairs:,} translations, findings kept", f"{t.checks:.0f} s, {a_second:,.0f} a second",
        f"once more, nothing changed: {t.again:.1f} s", "–", f"at least {studio.LEAST_A_SECOND:,} a second",
        a_second >= studio.LEAST_A_SECOND,
    )  # fmt: skip
    return [
        *((what, f"{took:.0f} ms", beside, "–", f"at most {most:g} ms", took <= most) for what, took, beside, most in runs),
        checked,
        *((what, f"{took:.0f} ms", beside, "–", f"at most {most:g} ms", took <= most)
        for what, took, beside, most in (
            (f"{size}: open a list with progress", t.opening, "–", studio.MOST_OPENING),
            (f"{size}: filter", t.narrowing, "–", studio.MOST_NARROWING),
            (f"{size}: search", t.search, "–", studio.MOST_NARROWING),
            (f"{memory}: look-up of a changed text", t.look_up,
             f"slowest {t.slowest:.0f} ms, the very first {t.first:.0f} ms", studio.MOST_LOOK_UP),
        )),
    ]  # fmt: skip


def machine() -> str:
    """Return the processor, its cores, the memory, the system and the Python that measured."""
    cpu, memory = platform.processor() or platform.machine(), ""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        cpu = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), cpu)
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (OSError, ValueError, AttributeError):
        pass  # not Linux: the processor's short name has to do
    return f"{cpu}, {os.cpu_count()} cores{memory}, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
