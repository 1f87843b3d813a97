"""Words of files are brought to the vocabularies."""

from __future__ import annotations

import pytest

from data.ingest.values import READERS, channel, device, language, read_words


@pytest.mark.parametrize(
    ("said", "key"),
    [("Organic Search", "organic_search"), ("Pesquisa orgânica", "organic_search"), ("Bezahlte Suche", "paid_search"),
     ("ORGANIC_SEARCH", "organic_search"), ("PAID_SOCIAL", "paid_social"), ("OFFLINE", "offline"), ("Cross-network", "display"),
     ("google / cpc", "paid_search"), ("facebook / paid", "paid_social"), ("(direct) / (none)", "direct"),
     ("newsletter / email", "email"), ("580111", "other"), ("web", "web"), ("pos", "pos"),
     ("shopify_draft_order", "sales"), ("Web Widget", "chat"), ("Closed Ticket", "web_form"), ("Organic: Google", "organic_search"),
     ("Referral: pinterest.com", "referral"), ("オーガニック検索", "organic_search"), ("Facebook Messenger", "messaging")],
)  # fmt: skip
def test_channels(said, key):
    assert channel(said) == key


def test_unknown_channels_stay_unknown():
    assert channel("Carrier pigeon") is None
    assert channel("(not set)") is None
    assert channel("Unassigned") is None


@pytest.mark.parametrize(
    ("said", "key"),
    [("Desktop", "desktop"), ("Computers", "desktop"), ("Mobile phones", "mobile"), ("Móvil", "mobile"), ("タブレット", "tablet"),
     ("Connected TV", "tv"), ("smart tv", "tv")],
)  # fmt: skip
def test_devices(said, key):
    assert device(said) == key


@pytest.mark.parametrize(
    ("said", "code"),
    [("de", "de"), ("de-AT", "de"), ("German", "de"), ("Deutsch", "de"), ("日本語", "ja"), ("English (UK)", "en"), ("xx", None)],
)
def test_languages(said, code):
    assert language(said) == code


def test_words_are_read_by_type():
    assert read_words("market", ["Germany", "Narnia"]) == [("Germany", "DEU"), ("Narnia", None)]
    assert read_words("currency", ["eur", "€"]) == [("eur", "EUR"), ("€", "EUR")]
    assert set(READERS) == {"market", "channel", "device", "language", "zone", "currency"}
