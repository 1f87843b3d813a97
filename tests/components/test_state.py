"""What a session keeps."""

from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from components import state

    state.show_sayings()
    st.button("Do it", on_click=state.say, args=("Done.",))


def test_a_saying_moves_nothing_so_that_what_is_open_stays_open():
    app = AppTest.from_function(page).run()
    places = set(app.main.children)
    app.button[0].click().run()
    assert [one.value for one in app.warning] == ["Done."] and set(app.main.children) == places
    app.run()
    assert not app.warning and set(app.main.children) == places
