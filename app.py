"""Starts Landfall: ``streamlit run app.py``. The pages are drawn by components/shell.py.

The running script is not this file, because Streamlit takes a ``pages`` folder beside the
running script for its old automatic navigation and would serve a first deep link without
the shell.
"""

import streamlit as st

from components import server
from data.catalog import world

app = st.App(
    "components/shell.py",
    lifespan=server.lifespan(world),
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.say_sorry,
)
