"""The Import page: files in, their accounts, mapping by hand, assumptions, and out again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import words

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")
RETAIL = (
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    "536365,85123A,HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom\n"
    "536365,71053,LANTERN,6,12/13/2010 8:26,3.39,17850,United Kingdom\n"
    ",71053,LANTERN,6,12/13/2010 8:26,3.39,17850,=cmd|calc\n"
)
UNKNOWN = "Ref,When,Worth,Who,Place\nX1,2024-01-31,10.50,a@example.org,France\nX2,2024-02-01,20.00,b@example.org,Spain\n"
MAPPING = {"order_id": "Ref", "ordered_at": "When", "total": "Worth"}


@pytest.fixture(autouse=True)
def own_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()


def opened(**params):
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.query_params["home"] = "USA"
    app.run()  # only then the address of the page, which is not its file's name, is known
    app.switch_page("../pages/imports.py")
    app.run()
    if params:
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
    assert not app.exception
    return app


def door():
    from data.store import Workspace
    from pages import import_door, storeroom

    return import_door.door(Workspace(), storeroom.warehouse())


def settled(app, seconds=30):
    end = time.monotonic() + seconds
    while door().busy and time.monotonic() < end:
        time.sleep(0.02)
    app.run()
    assert not app.exception and not door().busy
    return app


def hand_over(app, *files):
    app.file_uploader[0].set_value([(name, content.encode(), "text/csv") for name, content in files])
    app.run()
    assert not app.exception
    return settled(app)


def button(app, key):
    return next(found for found in app.button if found.key == key)


def menu(app, import_id, action):
    """AppTest cannot press a menu button; what it calls is called instead."""
    from pages import storeroom

    held = storeroom.warehouse()
    {"undo": held.undo, "restore": held.restore, "erase": held.erase}[action](import_id)
    app.run()
    assert not app.exception


def test_the_empty_page_says_what_to_do():
    text = words(opened())
    assert "Drop the exports" in text and "never stored" in text and "Uploads" not in text


def test_a_plain_table_is_read_without_asking_and_accounted_for():
    app = hand_over(opened(), ("retail.csv", RETAIL))
    text = words(app)
    assert "Plain table · Order lines" in text and "1 orders and 2 order lines" in text
    assert "1 row could not be read and was set aside" in text
    assert "month, day, year" in text and "UTC" in text and "EUR" in text
    assert "Uploads" in text
    app.segmented_control(key="part_1").set_value("account").run()
    text = words(app)
    assert "There is no order number." in text and "line 4" in text
    assert "CustomerID" in text and "Quantity" in text


def test_a_file_of_headings_alone_says_that_it_has_no_rows():
    app = hand_over(opened(), ("orders.csv", RETAIL.splitlines()[0] + "\n"))
    assert "no rows" in words(app) and "reasons are below" not in words(app)


def test_the_rows_set_aside_open_in_a_spreadsheet_without_running():
    hand_over(opened(), ("retail.csv", RETAIL))
    from pages.import_door import rejects_csv, rejects_name

    (one,) = door().all()
    content = rejects_csv(one.added.imported.report).decode("utf-8-sig")
    assert "'=cmd|calc" in content and ",=cmd" not in content and '"=cmd' not in content
    assert "no order number" in content and "17850" not in content
    assert rejects_name("../x y.csv") == "landfall-set-aside-x-y.csv"


def test_several_files_at_once_and_the_same_again():
    app = hand_over(opened(), ("a.csv", RETAIL), ("b.csv", "not;a\x00table"), ("unknown.csv", UNKNOWN))
    text = words(app)
    assert "We do not know this layout" in text and "Ref, When, Worth, Who, Place" in text
    app = hand_over(app, ("a again.csv", RETAIL))
    assert "here already" in words(app)
    from pages import storeroom

    assert len(storeroom.warehouse().uploads()) == 1


def test_an_unknown_file_is_mapped_previewed_and_remembered():
    app = hand_over(opened(), ("unknown.csv", UNKNOWN))
    button(app, "map_1").click().run()
    assert "Order number" in words(app) and "have no column yet" in words(app)
    assert app.selectbox(key="map_1_orders_ordered_at").value == "When"
    for alias, header in MAPPING.items():
        app.selectbox(key=f"map_1_orders_{alias}").set_value(header)
    app.run()
    app.selectbox(key="map_1_currency").set_value("CHF").run()
    assert not app.exception
    frame = app.dataframe[0].value
    assert list(frame["order_id"]) == ["X1", "X2"] and "example.org" not in frame.to_string()
    button(app, "map_1_go").click().run()
    app = settled(app)
    assert "2 orders" in words(app)
    other = UNKNOWN.replace("X1", "Y1").replace("X2", "Y2")
    app = hand_over(app, ("next month.csv", other))
    assert words(app).count("2 orders. Every row") == 2 and "We do not know" not in words(app)
    from pages import storeroom

    found = storeroom.warehouse().query("SELECT order_id, currency FROM orders ORDER BY 1")
    assert list(found["order_id"]) == ["X1", "X2", "Y1", "Y2"] and set(found["currency"]) == {"CHF"}


def test_an_assumption_changed_reads_the_file_again():
    app = hand_over(opened(), ("retail.csv", RETAIL))
    app.segmented_control(key="part_1").set_value("assumed").run()
    app.selectbox(key="assume_1_currency").set_value("GBP")
    next(found for found in app.button if found.label == "Read the file again like this").click().run()
    app = settled(app)
    from pages import storeroom

    held = storeroom.warehouse()
    assert list(held.query("SELECT DISTINCT currency FROM orders")["currency"]) == ["GBP"]
    assert held.present()["orders"] == 1


def test_columns_of_a_plain_table_can_be_told_otherwise():
    app = hand_over(opened(), ("retail.csv", RETAIL))
    app.segmented_control(key="part_1").set_value("columns").run()
    assert not app.exception
    assert app.selectbox(key="map_1_kind").value == "order_items"
    assert app.selectbox(key="map_1_order_items_quantity").value == "Quantity"


def test_a_path_of_this_machine_is_read_where_it_lies(tmp_path, monkeypatch):
    from components import upload

    monkeypatch.setattr(upload, "at_this_machine", lambda: True)
    file = tmp_path / "big.csv"
    file.write_text(RETAIL)
    app = opened()
    app.text_input(key="import_path_text").set_value(str(file))
    next(found for found in app.button if found.label == "Read it").click().run()
    app = settled(app)
    assert "big.csv" in words(app) and file.exists()
    app.text_input(key="import_path_text").set_value("/dev/zero")
    next(found for found in app.button if found.label == "Read it").click().run()
    assert not app.exception and "no plain file" in words(app)


def test_paths_are_not_offered_to_the_network(monkeypatch):
    from components import upload

    monkeypatch.setattr(upload, "at_this_machine", lambda: False)
    assert [found.key for found in opened().text_input] == []


def test_an_upload_can_be_taken_out_put_back_and_erased():
    app = hand_over(opened(), ("retail.csv", RETAIL))
    menu(app, 1, "undo")
    assert "taken out" in words(app)
    menu(app, 1, "restore")
    assert "taken out" not in words(app)
    app.session_state["lf_import_erasing"] = 1
    app.run()
    assert "No one can bring them back" in words(app)
    menu(app, 1, "erase")
    assert "Uploads" not in words(app)


def test_everything_is_erased_only_after_a_second_word():
    app = hand_over(opened(), ("retail.csv", RETAIL))
    button(app, "erase_everything").click().run()
    assert "every template, exchange rate, cost, note and target" in words(app)
    assert button(app, "erase_all_yes").disabled


def test_how_long_rows_are_kept_can_be_set():
    app = hand_over(opened(), ("unknown.csv", UNKNOWN), ("retail.csv", RETAIL))
    app.selectbox(key="retention_days").set_value(365)
    next(found for found in app.button if found.label == "Apply").click().run()
    assert not app.exception
    from pages import storeroom

    assert storeroom.warehouse().retention == 365 and storeroom.warehouse().present().get("orders", 0) == 0


@pytest.mark.parametrize("name", ["<b>x</b>.csv", "**bold** [a](javascript:alert(1)).csv", "=cmd.csv", "x" * 300 + ".csv"])
def test_hostile_names_are_only_names(name):
    app = hand_over(opened(), (name, RETAIL), ("<i>" + name, "nonsense"))
    assert "<b>x</b>" not in words(app) and "<i>" not in words(app)


def test_a_hostile_header_is_shown_as_it_is():
    app = hand_over(opened(), ("a.csv", "<script>alert(1)</script>,b\n1,2\n"))
    assert "<script>alert" not in words(app)
    button(app, "map_1").click().run()
    assert not app.exception


@pytest.mark.parametrize("language", ["es"])
def test_the_page_in_another_language(language):
    app = hand_over(opened(lang=language), ("retail.csv", RETAIL), ("unknown.csv", UNKNOWN))
    assert not app.error


def test_the_samples_come_in_through_the_same_door():
    app = opened()
    button(app, "load_samples").click().run()
    app = settled(app, 120)
    from pages import storeroom

    states = {one.name: (one.state, str(one.error or "")) for one in door().all()}
    assert {state for state, _error in states.values()} == {"done"}, states
    assert len(storeroom.warehouse().uploads()) == len(states) >= 6
