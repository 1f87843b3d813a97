"""Starts Landfall: ``streamlit run app.py``. The pages are drawn by components/shell.py.

The running script is not this file, because Streamlit takes a ``pages`` folder beside the
running script for its old automatic navigation and would serve a first deep link without
the shell.
"""

import streamlit as st

from components import server


def warm_up() -> None:
    """Load what the first page needs: the reference, one scoring, the chart's specification."""
    import streamlit.emojis  # noqa: F401  every segmented control needs it

    from components import matrix, words
    from data.catalog import world
    from frameworks.scoring.score import scoring

    scored = scoring("USA", reference=world())
    with words.using("en", "en-US"):
        matrix.chart(scored.frame, scored.cuts, matrix.axes(scored.frame), glance=True)
    from pages import take_away  # noqa: F401  what the other pages import


app = st.App(
    "components/shell.py",
    lifespan=server.lifespan(warm_up),
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.say_sorry,
)
