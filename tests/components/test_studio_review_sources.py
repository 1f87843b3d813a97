from components.studio_review_sources import caution
from data.studio.sources import Caution
from frameworks.labels import Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.items import Item


def test_a_caution_names_market_reason_source_and_what_to_try():
    why = Sentence("Makes <i>no</i> sense.")
    one = Finding("idiom", "warning", why, 8, 11, "Say it plainly", "DEU", "A & B", "judgement", 2026)
    drawn = caution(Caution(Item("ad.<b>", "That is pie <script>", surface="ad"), one, ("DEU", "JPN")))
    assert "Germany and Japan" in drawn and "Try: Say it plainly" in drawn and "A &amp; B" in drawn and "2026" in drawn
    assert "<mark>pie</mark>" in drawn and "<script>" not in drawn and "<i>" not in drawn and "&lt;b&gt;" in drawn
