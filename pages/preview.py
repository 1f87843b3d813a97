"""Preview: what does a buyer there see, and what does not fit?"""

import datetime as dt
from functools import partial
from pathlib import Path

import streamlit as st

from components import checkout_inputs as inputs
from components import frame as page_frame
from components import preview_choices as choices
from components import preview_view as view
from components.preview_frame import Measured, draw
from components.preview_view import Fault
from components.words import _, market_name, ngettext, number, said
from data.export.names import filename
from data.studio.layout import Layout
from frameworks.labels import Sentence
from frameworks.localization.money import currencies, currency_of
from frameworks.localization.scenes import SCENES
from frameworks.localization.scripts import alpha2
from pages import files, preview_run, preview_work
from pages.desk import open_desk
from pages.preview_work import FRAMES, Job, Made, Maker, View

REVIEW = str(Path(__file__).with_name("review.py"))
MOST_FAULTS = 40

desk = open_desk()
studio, layout = desk.workspace.studio, desk.workspace.room(Layout)
studio.begin()


def title(job: Job) -> str:
    """The heading of a document."""
    return preview_run.title_of(job, market_name(job.view.market))


def open_in_review(fault: Fault, place: int) -> None:
    """Draw the way to a text in Review."""
    if st.button(_("Open in Review"), key=f"preview_open_{place}", type="tertiary", icon=":material/rate_review:"):
        st.switch_page(REVIEW, query_params={"locale": fault.locale, "key": fault.key})


def maker() -> Maker:
    """Draw what is sold, and return who makes the documents."""
    with st.expander(_("Product and price"), icon=":material/sell:"):
        home = currency_of(alpha2(desk.scenario.home)) or "USD"
        thing = inputs.sold(desk.scenario.product, home, sorted(currencies()))
        marked = st.toggle(
            _("Mark texts that nobody has approved"), value=True, key="in_preview_marked", persist_state="session",
            help=_("A dashed line around them; it takes no room."),
        )  # fmt: skip
    return Maker(desk, thing.product, thing.price, thing.shipping, thing.currency, marked, dt.date.today())


def documents(wanted: list[Job]) -> list[Made]:
    """Make the documents on show; what cannot be made says why."""
    made = []
    for job in wanted:
        try:
            made.append(making.made(job, title(job)))
        except Sentence as error:
            st.warning(f"{title(job)}: {said(error)}", icon=":material/report:")
    return made


@st.fragment
def on_show(made: list[Made]) -> None:
    """Draw the documents and, once the browser has measured them, what does not fit."""
    measured = draw([one.sheet for one in made], key="preview_show").measured
    if measured is None:
        st.caption(_("Being laid out and measured …"))
        return
    seen = (tuple(made_one.sheet.mark for made_one in made), studio.steps(1))
    if st.session_state.get("lf_preview_seen") != seen:
        for one in made:
            preview_work.keep(layout, one, measured.sheets[one.sheet.id])
        st.session_state["lf_preview_seen"] = seen
    findings(made, measured)
    everywhere()


def findings(made: list[Made], measured: Measured) -> None:
    """Draw what was found in the documents on show."""
    st.subheader(_("What does not fit"), anchor=False)
    found = []
    for one in made:
        told = measured.sheets[one.sheet.id]
        job = one.job
        found += [
            Fault(key, job.view.locale, preview_work.placed(seen, job), key in one.texts)
            for key, seen in told.over
        ]
        if told.failed:
            st.warning(_("{title} could not be measured.").format(title=one.sheet.title), icon=":material/report:")
        elif told.wide > 1:
            st.warning(
                _("{title}: the page scrolls sideways by {count} px.").format(title=one.sheet.title, count=number(told.wide, 0)),
                icon=":material/width:",
            )  # fmt: skip
    if not found and all(measured.sheets[one.sheet.id].wide <= 1 for one in made):
        page_frame.note(_("Every text fits: none is cut off, leaves its box, meets another text or breaks a word."))
    view.faults(found[:MOST_FAULTS], open_in_review)
    if len(found) > MOST_FAULTS:
        st.caption(_("{count} more are not listed.").format(count=number(len(found) - MOST_FAULTS, 0)))
    view.letters([(one.sheet.title, gap) for one in made for gap in measured.sheets[one.sheet.id].missing])
    view.fonts(measured)


def everywhere() -> None:
    """Draw the way to measure every language, and what all measures say together."""
    st.subheader(_("All languages"), anchor=False)
    known = layout.seen()
    measured, wrong = sum(one.measured for one in known.values()), sum(one.over for one in known.values())
    languages = len({code for code, *_rest in known})
    told = ngettext(
        "Measured so far: {measured} places of texts in {languages} language; {over} do not fit. Review shows them as the"
        " check “Does not fit” until the text changes.",
        "Measured so far: {measured} places of texts in {languages} languages; {over} do not fit. Review shows them as the"
        " check “Does not fit” until the text changes.", languages,
    )  # fmt: skip
    st.caption(told.format(measured=number(measured, 0), over=number(wrong, 0), languages=number(languages, 0)))
    if st.button(
        _("Measure all languages"), key="preview_all", icon=":material/straighten:", disabled=preview_run.running(),
        help=_("Every surface in every frame, one after the other; it can be cancelled, and what is measured is kept."),
    ):  # fmt: skip
        views = [View(code, there.get(code) or preview_work.usual_market(desk, code)) for code in offered]
        preview_run.begin(list(preview_work.jobs(views, SCENES, ("desktop", "phone", "email"), making)), pictures=False)
        st.rerun()
    over = [
        Fault(key, code, overrun) for (key, code), told in layout.overruns().items() for overrun in told
    ]  # fmt: skip
    if over:
        counted = ngettext("{count} text does not fit somewhere", "{count} texts do not fit somewhere", len(over))
        with st.expander(counted.format(count=number(len(over), 0)), icon=":material/format_overline:"):
            pages = -(-len(over) // 10)
            page = st.pagination(pages, key="preview_faults_page") if pages > 1 else 1
            start = (min(max(int(page or 1), 1), pages) - 1) * 10
            for place, one in enumerate(over[start : start + 10], 1000):
                with st.container(key=f"lf-pv-every-{place}", horizontal=True, vertical_alignment="center"):
                    st.html(view.fault(one))
                    open_in_review(one, place)


def take_away(offered: tuple[str, ...], chosen: list[str], kind: str, frame: str) -> None:
    """Draw pictures and documents to take away."""
    left, right = st.columns(2)
    codes = left.multiselect(
        _("Languages"), offered, default=chosen, key=f"preview_take_{'.'.join(chosen)}", format_func=view.spoken_name,
        placeholder=_("All languages"),
    ) or list(offered)  # fmt: skip
    kinds = right.multiselect(
        _("What to see"), SCENES, default=[kind], key=f"preview_take_kind_{kind}", format_func=view.scene_name,
        placeholder=_("All"),
    ) or list(SCENES)  # fmt: skip
    views = [View(code, there.get(code) or preview_work.usual_market(desk, code)) for code in codes if code in offered]
    todo = list(preview_work.jobs(views, [one for one in SCENES if one in kinds], (frame,), making))
    count = ngettext("{count} document", "{count} documents", len(todo)).format(count=number(len(todo), 0))
    st.caption(f"{count} · {view.frame_name(frame)}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            _("Draw pictures (PNG)"), key="preview_pictures", icon=":material/photo_camera:",
            disabled=preview_run.running() or not todo, help=_("Your browser draws them; nothing leaves this machine."),
        ):  # fmt: skip
            preview_run.begin(todo, pictures=True)
            st.rerun()
        files.offer(
            [files.File(_("Documents (ZIP of HTML)"), partial(html_of, todo), "preview-html", "zip")], frame,
            key="lf-pv-html",
        )  # fmt: skip
    done = st.session_state.get(preview_run.DONE)
    if done is not None and done.files:
        with st.container(horizontal=True, key="lf-pv-files"):
            st.download_button(
                _("All pictures (ZIP)"), partial(preview_run.zipped, done.files), file_name=filename("preview", "zip", frame),
                mime="application/zip", key="preview_zip", icon=":material/folder_zip:", on_click="ignore", type="primary",
            )  # fmt: skip
            for name, data in list(done.files.items())[:12]:
                st.download_button(
                    name.removeprefix("landfall-preview-"), data, file_name=name, mime="image/png", key=f"preview_png_{name}",
                    icon=":material/image:", on_click="ignore", type="tertiary",
                )  # fmt: skip


def html_of(todo: list[Job]) -> bytes:
    """The documents as a ZIP."""
    return preview_run.zipped(preview_run.documents(todo, making, title))


view.apply()
page_frame.eyebrow(_("Localization"))
st.title(_("Preview"), anchor=False)
page_frame.lede(_("Your texts in a shop as a buyer there would see it, and what does not fit."))
offered = preview_work.locales(studio)
if not studio.list("", limit=1).total:
    st.info(_("There is nothing to see yet. Add your texts on the page Texts."), icon=":material/translate:")
    st.stop()
chosen = choices.locales(offered, preview_work.first_locales(studio, offered))
if not chosen:
    st.info(_("Choose one to four languages to see them side by side."), icon=":material/devices:")
    st.stop()
if not studio.locales():
    st.caption(_("No language is chosen on the page Texts yet, so the texts stand as they were written, and made up."))
there = choices.markets(chosen, preview_work.markets(desk), partial(preview_work.usual_market, desk))
with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    kind = choices.surface(SCENES)
    frame = choices.frame(FRAMES, kind)
making = maker()
part = 0
if (parts := making.parts(kind)) > 1:
    st.caption(_("There are more texts than one page holds; they follow one another."))
    part = min(max(int(st.pagination(parts, key="preview_part") or 1), 1), parts) - 1
made = documents([Job(View(code, there[code]), kind, frame, part) for code in chosen])
if made:
    view.standing(making.marked, [
        (one.sheet.title, one.job.view.locale, len(one.sheet.keys), len(one.unapproved),
         len({told.key for told in one.scene.untranslated})) for one in made
    ])  # fmt: skip
    on_show(made)
done = st.session_state.get(preview_run.DONE)
if preview_run.running():
    st.fragment(preview_run.go_on)(making, layout, title)
elif done is not None:
    preview_run.outcome(done)
if made:
    with st.expander(_("What was filled in, and the rate"), icon=":material/currency_exchange:", expanded=True):
        for one in made:
            view.notes(one.sheet.title, one.scene.notes)
with st.expander(_("Take pictures and documents away"), icon=":material/download:", expanded=done is not None and done.pictures):
    take_away(offered, chosen, kind, frame)
