"""Starts Landfall: ``streamlit run app.py``. The pages are drawn by components/shell.py.

The running script is not this file, because Streamlit takes a ``pages`` folder beside the
running script for its old automatic navigation and would serve a first deep link without
the shell.
"""

import streamlit as st

from components import server


def first_page() -> None:
    """Load what the first page needs: the last scenario's scores, the chart's specification."""
    import streamlit.emojis  # noqa: F401  every segmented control needs it

    from components import matrix, words
    from frameworks.scoring.filters import size
    from pages.desk import last_desk

    here = last_desk()
    scored, sizes = here.scoring, size(here.reference, "gdp_ppp")
    with words.using("en", "en-US"):
        matrix.chart(scored.frame, scored.cuts, matrix.axes(scored.frame), size=sizes, glance=True)


def other_pages() -> None:
    """Load what the pages after the first one import."""
    import altair  # noqa: F401

    from pages import take_away  # noqa: F401


app = st.App(
    "components/shell.py",
    lifespan=server.lifespan(first_page, later=other_pages),
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.say_sorry,
)
