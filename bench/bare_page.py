"""The least a Streamlit page with one weight could do: a slider and a chart of 200 points."""

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

rng = np.random.default_rng(0)
first, second, potential = rng.uniform(0, 100, (3, 200))
share = st.slider("Weight", 0, 100, 45, key="bare_weight") / 100
points = pd.DataFrame({"affinity": share * first + (1 - share) * second, "potential": potential})
chart = alt.Chart(points).mark_circle().encode(x="affinity", y="potential")
st.altair_chart(chart)
