"""The frame around every page: navigation, brand, language, look. Streamlit runs this file."""

from pathlib import Path

import streamlit as st

from components import server, theme, words
from components.words import _

ROOT = Path(__file__).resolve().parents[1]
BRAND = ROOT / "static" / "brand"


def pages() -> dict[str, list]:
    """The pages in the order of the sidebar, by section; each answers one question."""

    def page(name: str, title: str, icon: str, url: str | None = None) -> st.Page:
        return st.Page(
            ROOT / "pages" / f"{name}.py",
            title=title,
            icon=f":material/{icon}:",
            url_path=name if url is None else url,
            default=url == "",
        )

    return {
        _("Markets"): [
            page("start", _("Start"), "sailing", url=""),
            page("matrix", _("Matrix"), "grid_view"),
            page("market", _("Market"), "location_on"),
            page("culture", _("Culture"), "diversity_3"),
            page("segments", _("Segments"), "bubble_chart"),
            page("dilemmas", _("Dilemmas"), "psychology_alt"),
        ],
        _("Entry"): [
            page("payments", _("Payments"), "credit_card"),
            page("checkout", _("Checkout"), "shopping_cart_checkout"),
            page("ground", _("On the ground"), "storefront"),
            page("brief", _("Market brief"), "article"),
        ],
        _("Localization"): [
            page("texts", _("Texts"), "translate"),
            page("review", _("Review"), "rate_review"),
            page("preview", _("Preview"), "devices"),
        ],
        _("Plan"): [
            page("guidance", _("What to adapt"), "tips_and_updates"),
            page("plan", _("Plan"), "checklist"),
            page("journey", _("Journey"), "route"),
            page("training", _("Team training"), "school"),
            page("ethics", _("Ethics"), "balance"),
        ],
        _("Numbers"): [
            page("imports", _("Import"), "upload_file", url="import"),
            page("overview", _("Overview"), "monitoring"),
            page("targets", _("Targets"), "flag"),
            page("retention", _("Retention"), "repeat"),
            page("channels", _("Channels"), "hub"),
            page("service", _("Service"), "support_agent"),
            page("cohorts", _("Cultural cohorts"), "groups"),
        ],
        _("Reference"): [
            page("sources", _("Sources & method"), "menu_book"),
        ],
    }


def section_names(sections: dict[str, list]) -> str:
    """Return the style that writes each section's name above its first page.

    Streamlit's own sections put headings between the items of one list, which screen readers cannot follow.
    """
    rules, before = [], 0
    for name, inside in sections.items():
        text = "".join(letter for letter in name if letter.isalnum() or letter == " ")
        rules.append(f'[data-testid="stSidebarNavItems"] > li:nth-child({before + 1})::before {{ content: "{text}"; }}')
        before += len(inside)
    return f"<style>{''.join(rules)}</style>"


def language_switch() -> None:
    """Lets the visitor change the language; the choice goes into the address."""
    names = words.languages()
    if len(names) < 2:
        return
    key = "lf-language-choice"
    st.session_state[key] = words.language()

    def switch() -> None:
        if st.session_state[key] in names:  # the browser's word is not enough
            words.choose(st.session_state[key])

    with st.sidebar.container(key="lf-language"):
        select = st.segmented_control if len(names) <= 3 else st.selectbox
        select(_("Language"), tuple(names), format_func=names.__getitem__, key=key, on_change=switch, required=True)


def main() -> None:
    """Draw the frame, then the page."""
    st.set_page_config(page_title="Landfall", page_icon=str(BRAND / "icon.svg"), layout="wide")  # words: ok
    words.remember()
    words.settle()
    st.html(theme.css())
    # A constant but for the code of one of our own catalogues: lets screen readers pronounce the page.
    st.html(
        f"<script>document.documentElement.lang = '{words.language().replace('_', '-')}'</script>",
        unsafe_allow_javascript=True,
    )
    st.logo(str(BRAND / f"wordmark-{theme.palette().scheme}.svg"), icon_image=str(BRAND / "icon.svg"), size="large")
    sections = pages()
    st.html(section_names(sections))
    page = st.navigation([page for section in sections.values() for page in section], expanded=True)
    language_switch()
    server.wait_until_warm()
    page.run()


main()
