"""Duties: one sentence each, sources, the European rule in every member, and unknown topics."""

from frameworks.rules.duties import COLUMNS, NOT_ADVICE, TOPICS, duties

EU = """AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP
SWE""".split()  # noqa: SIM905


def test_a_duty_is_one_sentence_with_a_source_and_a_year_or_where_to_read_it(reference):
    table = reference.table("rules")
    assert table["duty"].str.fullmatch(r"[A-Z].*\.").all()
    assert table["source"].str.len().gt(0).all()
    undated = table[table["year"].isna()]
    assert len(undated) < 10 and undated["url"].str.startswith("https://").all()
    assert "not legal advice" in str(NOT_ADVICE)


def test_topics_come_in_the_order_a_shop_meets_them(reference):
    for market in reference.markets:
        rows = duties(reference, market, unchecked=True)
        assert list(rows.columns) == list(COLUMNS)
        places = [list(TOPICS).index(topic) for topic in rows["topic"]]
        assert places == sorted(places)


def test_the_union_has_fourteen_days_everywhere(reference):
    for market in EU:
        days = duties(reference, market).query("topic == 'withdrawal'")["days"]
        assert days.tolist() == [14.0], market


def test_a_narrow_right_is_no_general_right(reference):
    for market in ("AUS", "IDN", "VNM", "KEN", "USA", "CHE"):
        days = duties(reference, market, unchecked=True).query("topic == 'withdrawal'")["days"]
        assert days.tolist() == [0.0], market


def test_rows_from_memory_wait_until_asked_for(reference):
    every = duties(reference, "IDN", unchecked=True)
    checked = duties(reference, "IDN")
    assert len(checked) < len(every) and checked["checked"].all()
    assert not every.loc[every["source"].str.contains("memory"), "checked"].any()


def test_a_market_without_rows_gives_an_empty_frame(reference):
    assert duties(reference, "BVT", unchecked=True).empty
