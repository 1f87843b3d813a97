"""The vocabularies, and the KPI files that name their words."""

from frameworks.kpi.definition import KPIS, view_sql
from frameworks.kpi.tables import SOLD
from frameworks.kpi.vocabulary import CHANNELS, DEVICES, SOCIAL


def test_keys_can_stand_in_a_query_and_names_are_told_apart():
    for words in (CHANNELS, DEVICES):
        assert all(key.isidentifier() and key.islower() and key.isascii() for key in words)
        assert len(set(words.values())) == len(words)


def test_files_name_the_words_of_the_vocabulary():
    assert set(SOCIAL) <= set(CHANNELS)
    assert f"channel IN {SOCIAL}" in KPIS["social_conversion_rate"].sql
    assert "channel = 'email_automation'" in KPIS["automated_email_conversion_rate"].sql
    assert f"status IN {SOLD}" in view_sql("sold")
    where_bought = view_sql("acquired").split("NOT IN (")[1].split(")")[0]
    assert {word.strip(" '\n") for word in where_bought.split(",")} < set(CHANNELS)
