"""Shapes that only the Market page needs; colours come from the theme."""

import streamlit as st

_CSS = """
.lf-mk-cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); }
.lf-mk-wide { grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); }
.lf-mk-verdict { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; font-size: 1.0625rem;
  line-height: 1.5; margin: 0 0 1rem; max-width: 52rem; }
.lf-mk-verdict .lf-chip { font-size: .9375rem; padding: .2rem .8rem; font-weight: 600; }
.lf-mk-top { display: flex; justify-content: space-between; align-items: center; gap: .5rem; min-height: 1.5rem; }
.lf-mk-top .lf-card-title { margin: 0; }
.lf-mk-of { font-size: .875rem; font-weight: 400; color: var(--lf-muted); font-family: Figtree, sans-serif;
  letter-spacing: 0; margin-left: .35rem; }
.lf-mk-range { position: relative; margin: .7rem 0 .55rem; }
.lf-mk-cut { position: absolute; top: -.3rem; height: 1.1rem; width: 0; border-left: 2px dotted var(--lf-muted); }
.lf-mk-small { font-size: .8125rem; color: var(--lf-muted); line-height: 1.45; margin: 0; }
.lf-mk-split { display: flex; height: .75rem; border-radius: 4px; overflow: hidden; margin: .7rem 0 .55rem; gap: 2px; }
.lf-mk-split > span { background: var(--lf-q); min-width: 0; }
.lf-mk-legend { display: flex; flex-wrap: wrap; gap: .1rem .8rem; font-size: .8125rem; }
.lf-mk-legend span { display: inline-flex; gap: .35rem; align-items: center; font-variant-numeric: tabular-nums; }
.lf-mk-legend span::before { content: ""; width: .55rem; height: .55rem; border-radius: 50%; background: var(--lf-q); }
.lf-mk-why { margin: .9rem 0 .25rem; font-size: .875rem; color: var(--lf-muted); line-height: 1.55; max-width: 58rem; }
.lf-mk-why .lf-grade { vertical-align: middle; margin-right: .4rem; }
.lf-mk-parts { width: 100%; border-collapse: collapse; font-size: .9375rem; }
.lf-mk-parts th { font-size: .75rem; font-weight: 600; color: var(--lf-muted); text-align: end; padding: .25rem 0 .4rem .6rem;
  border-bottom: 1px solid var(--lf-line); }
.lf-mk-parts td, .lf-mk-parts tbody th, .lf-mk-parts tfoot th { padding: .5rem 0 .5rem .6rem; text-align: end; vertical-align: top;
  border-bottom: 1px solid var(--lf-grid); font-variant-numeric: tabular-nums; white-space: nowrap; }
.lf-mk-parts tbody th { font-size: .9375rem; color: var(--lf-ink); white-space: normal; font-weight: 500; }
.lf-mk-parts th:first-child, .lf-mk-parts td:first-child { text-align: start; padding-left: 0; width: 100%; }
.lf-mk-parts .lf-band { margin: .45rem 0 .1rem; height: .4rem; }
.lf-mk-parts .lf-band.lf-mk-void::before { background: repeating-linear-gradient(135deg, var(--lf-muted) 0 2px,
  transparent 2px 6px); opacity: .45; }
.lf-mk-parts .lf-band.lf-mk-void::after { display: none; }
.lf-mk-parts tfoot th, .lf-mk-parts tfoot td { border-bottom: 0; border-top: 1px solid var(--lf-line); font-weight: 700;
  color: var(--lf-ink); font-size: .9375rem; }
.lf-mk-gap { padding: .9rem 0; border-bottom: 1px solid var(--lf-grid); display: grid; gap: .35rem 2rem;
  grid-template-columns: minmax(0, 1fr) minmax(0, 19rem); align-items: center; }
.lf-mk-gap h4 { margin: 0; font-size: 1rem; font-weight: 600; display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center;
  padding: 0; }
.lf-mk-gap p { margin: .2rem 0 0; line-height: 1.5; }
.lf-mk-poles { display: flex; justify-content: space-between; gap: 1rem; font-size: .75rem; color: var(--lf-muted); line-height: 1.3; }
.lf-mk-poles span:last-child { text-align: end; }
.lf-mk-strip { position: relative; height: 1.1rem; margin: .1rem .45rem; }
.lf-mk-strip::before { content: ""; position: absolute; inset: .5rem -.45rem auto; height: .1rem; background: var(--lf-line); }
.lf-mk-strip i { position: absolute; top: .125rem; width: .85rem; height: .85rem; margin-left: -.425rem; border-radius: 50%;
  background: var(--lf-good); border: 2px solid var(--lf-good); box-sizing: border-box; }
.lf-mk-strip i.lf-mk-home { background: var(--lf-paper); border-color: var(--lf-ink); }
.lf-mk-strip b { position: absolute; top: .44rem; height: .2rem; background: var(--lf-good); opacity: .55; }
.lf-mk-key { display: inline-flex; gap: .35rem; align-items: center; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.lf-mk-key::before { content: ""; width: .7rem; height: .7rem; border-radius: 50%; background: var(--lf-good); border: 2px solid
  var(--lf-good); box-sizing: border-box; }
.lf-mk-key.lf-mk-home::before { background: transparent; border-color: var(--lf-ink); }
.lf-mk-rows { display: grid; gap: .4rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.lf-mk-rows li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem .75rem; align-items: baseline;
  font-variant-numeric: tabular-nums; }
.lf-mk-rows .lf-bar { grid-column: 1 / -1; height: .35rem; }
.lf-mk-facts { list-style: none; margin: 0; padding: 0; font-size: .9375rem; display: grid; gap: .35rem; line-height: 1.45; }
.lf-mk-facts li { padding-left: 1.35rem; position: relative; margin: 0; }
.lf-mk-facts li::before { position: absolute; left: 0; content: "\\2013"; color: var(--lf-muted); }
.lf-mk-facts li.lf-mk-yes::before { content: "\\2713"; color: var(--lf-good); font-weight: 700; }
.lf-mk-facts li.lf-mk-no { color: var(--lf-muted); }
.lf-mk-best { font-weight: 700; }
.lf-mk-tables th, .lf-mk-tables td { white-space: nowrap; }
.lf-mk-tables td, .lf-mk-tables thead th:not(:first-child) { text-align: end; vertical-align: middle; }
.lf-mk-tables tbody th { font-weight: 400; color: var(--lf-ink); font-size: .9375rem; border-bottom-color: var(--lf-grid); }
.lf-mk-tables .lf-mk-total th, .lf-mk-tables .lf-mk-total td { font-weight: 700; border-top: 1px solid var(--lf-line); }
.lf-mk-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 640px) { .lf-mk-gap { grid-template-columns: minmax(0, 1fr); } }
"""


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{_CSS}</style>")
