"""Review: is this translation right, and who says so?"""

from collections.abc import Sequence

import streamlit as st

from components import frame, job, studio_review, studio_review_findings, studio_review_past, view
from components.studio_words import locale_name
from components.words import _, number, percent, settle
from data.jobs import Jobs
from data.studio import Filter, Listed, Row, Studio
from data.studio.layout import Layout
from frameworks.localization.checks import check
from frameworks.localization.items import Item
from frameworks.localization.memory import EXACT, Suggestion
from frameworks.localization.phrase_match import phrase_suggestions
from frameworks.localization.states import Progress
from pages import review_everything, review_many, review_sources, review_work
from pages.desk import Desk, open_desk
from pages.review_judging import Judging
from pages.review_work import look_at, work

STRETCH = 12
PAGE_FIRST = 0.6  # seconds that the memory leaves to the page
FAR = "lf_review_far"
PARTS = ("texts", "findings", "sources")


def choose(locales: tuple[str, ...]) -> str:
    """The locale under review, which lives in the address."""
    key = view.start("locale", locales, locales[0])
    if st.session_state[key] not in locales:
        st.session_state[key] = locales[0]
    chosen = st.selectbox(_("Locale"), locales, key=key, format_func=locale_name, persist_state="session", width=260)
    chosen = chosen if chosen in locales else locales[0]
    view.keep("locale", chosen, locales[0])
    return chosen


def standing(studio: Studio, locale: str, narrow: Filter) -> tuple[Row | None, Listed, int]:
    """Return the text on screen, None where the list is empty, and the stretch of the list around it with its start."""
    now = work()

    def stretch() -> tuple[Listed, int]:
        start = now.place // STRETCH * STRETCH
        return studio.list(locale, narrow, start=start, limit=STRETCH), start

    listed, start = stretch()
    if now.place >= max(1, listed.total):
        now.place = max(0, listed.total - 1)
        listed, start = stretch()
    row = studio.row(now.key, locale) if now.key is not None else None
    if row is None:
        row = next(iter(listed.rows[now.place - start :]), None)
        now.key = row.item.key if row else None
    return row, listed, start


def said(studio: Studio) -> None:
    """What came of the last step, with the way back."""
    now = work()
    if now.told is None:
        return
    bad, sentence = now.told
    studio_review.told(sentence, bad=bad)
    if now.steps:
        st.button(
            _("Undo"), key="rv_undo", icon=":material/undo:", type="tertiary", on_click=review_many.take_back, args=(studio,)
        )


def theirs(judging: Judging) -> None:
    """What someone else saved while this was typed, and what to do about it."""
    held = judging.row.translation
    told = _("Someone else has changed this translation since you began to type:") if held else _("Someone else has removed it:")
    extra = studio_review.shown(studio_review.safe(held.text), judging.locale) if held else ""
    studio_review.told(told, bad=True, extra=extra + studio_review.standing(held, judging.row.state))
    with st.container(horizontal=True):
        st.button(_("Take theirs"), key="rv_theirs", on_click=judging.discard)
        st.button(_("Keep mine instead"), key="rv_mine", on_click=judging.mine_after_all)


def editor(desk: Desk, judging: Judging) -> None:
    """One text: its source, its translation, the steps, the findings and what surrounds it."""
    studio, row, locale = desk.workspace.studio, judging.row, judging.locale
    studio_review.source(row.item)
    if row.state == "stale" and (change := studio.change(*judging.pair)):
        studio_review_past.stale(change.before, change.difference, row.item.source_language)
    st.html(studio_review.standing(row.translation, row.state))
    if judging.overtaken:
        theirs(judging)
    judging.begin()
    text = studio_review.field(locale, judging.field, judging.keep)
    typed = judging.pair in work().typed
    with st.container(horizontal=True, vertical_alignment="center"):
        if taken := studio_review.room(text, row.item):
            st.caption(taken)
        if typed:
            st.caption(_("Not saved yet."))
            st.button(_("Discard"), key="rv_discard", type="tertiary", icon=":material/undo:", on_click=judging.discard)
    if typed or (row.translation and row.translation.origin == "person" and row.translation.by == review_work.me() != ""):
        st.caption(_("Yours: if you approve it yourself, it is marked self-reviewed."))
    studio_review.buttons(judging.act, empty=not text.strip())
    if work().editing:
        work().editing = False
        studio_review.focus(work().edits, text, None if typed else work().spot)
    if text.strip():
        st.subheader(_("What the checks say"), anchor=False)
        findings(desk, judging, text, typed)
    surroundings(desk, judging, text, typed)


def findings(desk: Desk, judging: Judging, text: str, typed: bool) -> None:
    """What the checks find in the text as it stands in the area."""
    studio, item, locale = desk.workspace.studio, judging.row.item, judging.locale
    known, register = studio.neighbours.alike(*judging.pair), studio.neighbours.register(locale)
    found = check(
        item.source, text, locale, item=item, glossary=studio.glossary.all(locale), reference=desk.reference,
        others=known, register=register,
        overruns=() if typed else desk.workspace.room(Layout).overruns(locale, [item.key]).get(judging.pair, ()),
    )  # fmt: skip
    held = {} if typed else {
        name: one for (key, _locale, market, name), one in studio.remarks.ignored(locale).items()
        if key == item.key and not market
    }  # fmt: skip
    studio_review_findings.show(
        found, held, text, locale, ignore=None if typed else judging.ignore, heed=judging.heed, spot=look_at
    )


def remembered(desk: Desk, item: Item, locale: str) -> Sequence[Suggestion]:
    """What the memory has for a source; while its index is being made, only what is word for word the same."""
    memory, pair = desk.workspace.studio.memory, (item.source_language, locale)
    if not memory.is_ready(*pair):
        # A little later: first the page is drawn.
        later = Jobs.after(PAGE_FIRST, lambda: memory.get_ready(*pair))
        job.awaited(desk.workspace.room(Jobs).start(f"memory-{'-'.join(pair)}", later), _("Getting the translation memory ready …"))
        return memory.suggest(item.source, *pair, floor=EXACT)
    return memory.suggest(item.source, *pair)


def surroundings(desk: Desk, judging: Judging, text: str, typed: bool) -> None:
    """Suggestions, comments and history."""
    studio, item, locale = desk.workspace.studio, judging.row.item, judging.locale
    found = (*remembered(desk, item, locale), *phrase_suggestions(desk.reference, item, locale))
    found = [one for one in {one.text: one for one in reversed(found)}.values() if one.text != text][::-1]
    if found:
        with st.expander(_("Suggestions ({count})").format(count=number(len(found), 0)), icon=":material/lightbulb:"):
            studio_review_past.suggestions(found, locale, item.source_language, judging.take)
    comments = studio.remarks.comments(item.key, locale)
    with st.expander(_("Comments ({count})").format(count=number(len(comments), 0)), icon=":material/comment:"):
        studio_review_past.comments(comments, judging.comment, judging.settle)
    versions = studio.history(item.key, locale)
    if versions:
        with st.expander(_("History ({count})").format(count=number(len(versions), 0)), icon=":material/history:"):
            studio_review_past.history(versions, locale, None if typed else judging.restore)


def far(studio: Studio, locale: str) -> Progress:
    """Return how far a locale is, counted anew when a step was taken."""
    mark = (studio.steps(1), locale)
    if (held := st.session_state.get(FAR)) is None or held[0] != mark:
        st.session_state[FAR] = held = (mark, studio.progress(locale)[locale])
    return held[1]


@st.fragment
def one_by_one(desk: Desk, locales: tuple[str, ...]) -> None:
    """Draw the part that goes text by text; a fragment, so that turning and judging redraw nothing else."""
    settle()
    studio = desk.workspace.studio
    locale = choose(locales)
    narrow = Filter(**studio_review.filters(review_work.first))
    progress = far(studio, locale)
    st.caption(
        _("{language}: {share} approved, surfaces weighed; {waiting} need review.").format(
            language=locale_name(locale), share=percent(progress.share), waiting=number(progress.states.get("needs_review", 0), 0)
        )
    )  # fmt: skip
    row, listed, start = standing(studio, locale, narrow)
    said(studio)
    if row is None:
        st.info(_("No text fits these filters."), icon=":material/filter_alt_off:")
        return
    work_on, aside = st.columns([2.2, 1], gap="large")
    with work_on:
        judging = Judging(studio, locale, narrow, row)
        studio_review.turning(judging.act, work().place, listed.total)
        editor(desk, judging)
    with aside:
        st.subheader(_("Texts"), anchor=False)
        studio_review.queue(listed.rows, listed.total, start, row.item.key, review_work.go)
        with st.container(horizontal=True):
            for label, target in ((_("Earlier"), start - STRETCH), (_("Further on"), start + STRETCH)):
                if 0 <= target < listed.total:
                    st.button(
                        label, key=f"rv_stretch_{target > start}", type="tertiary", on_click=review_work.go, args=(target, None),
                    )  # fmt: skip
        st.button(
            _("Approve all without findings"), key="rv_bulk", icon=":material/done_all:", on_click=review_many.approve_shown,
            args=(desk, locale, narrow),
            help=_("Drafts and texts that need review, among those the filters show. Checkout and legal texts, replies to"
                   " complaints and stale texts are approved one by one."),
        )  # fmt: skip


desk = open_desk()
studio = desk.workspace.studio
studio.begin()
review_work.arrive(studio)
studio_review.apply()
frame.eyebrow(_("Localization"))
st.title(_("Review"), anchor=False)
frame.lede(_("Is this translation right, and who says so?"))
locales = studio.locales()
with st.container(horizontal=True, vertical_alignment="bottom"):
    part = view.single(
        _("Part"), "part", PARTS, PARTS[0], collapsed=True,
        names={"texts": _("Text by text"), "findings": _("All findings"), "sources": _("Before translation")},
    )  # fmt: skip
    st.text_input(_("Your name"), key=review_work.NAME, max_chars=80, persist_state="session", width=240,
                  autocomplete="name")  # fmt: skip
if part == "sources":
    review_sources.show(desk)
    st.stop()
if not locales:
    st.info(_("There is nothing to review yet. Choose the locales you translate into on the page Texts."),
            icon=":material/translate:")  # fmt: skip
    st.stop()
if part == "findings":
    review_everything.show(desk, locales)
    st.stop()
one_by_one(desk, locales)
