"""Memory, then phrases, then an engine; each draft says where it is from, and none is approved."""

from datetime import UTC, datetime

import pytest

from data.translate import AnswersInMemory, Chain
from data.translate.faults import fault
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item
from frameworks.localization.memory import Remembered, suggestions
from tests.data.translate.conftest import well

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Kept:
    """A memory of a few pairs."""

    def __init__(self, *pairs):
        self.pairs = [Remembered(*pair) for pair in pairs]

    def suggest(self, source, source_language, locale, *, floor=85.0, limit=5):
        return suggestions(source, self.pairs, floor=floor, limit=limit)


@pytest.fixture
def chain(reference):
    return lambda **links: Chain(reference, now=lambda: NOW, **links)


def test_an_exact_hit_of_the_memory_goes_first(chain, switch_on, service):
    memory = Kept(("Add to cart", "In den Korb"), ("Add to cart!", "Jetzt in den Korb"))
    draft = chain(memory=memory, engine=switch_on("libre")).draft(Item("a", "Add to cart"), "de")
    assert (draft.translation.text, draft.translation.origin) == ("In den Korb", "memory")
    assert (draft.translation.state, draft.translation.by, draft.translation.at) == (
        "draft", "", "2026-03-01T12:00:00+00:00",
    )  # fmt: skip
    assert draft.translation.source_digest == draft.item.digest
    assert [one.origin for one in draft.suggestions] == ["memory", "memory", "phrases"]
    assert not draft.sent and service.asked == []


def test_a_close_hit_is_a_draft_with_its_difference(chain):
    memory = Kept(("Delivered to your own door", "Bis an Ihre Tür"))
    draft = chain(memory=memory).draft(Item("a", "Delivered to your front door"), "de")
    assert draft.translation.state == "draft" and 85 <= draft.taken.score < 100
    assert [span.text for span in draft.taken.difference if span.kind != "same"] == ["own", "front"]


def test_a_close_hit_with_other_numbers_gives_way(chain, switch_on):
    item = Item("a", "Delivered within 3 working days")
    memory = Kept(("Delivered within 2 working days", "Lieferung in 2 Werktagen"))
    assert chain(memory=memory, engine=switch_on("libre")).draft(item, "de").translation.origin == "engine:libre"
    alone = chain(memory=memory).draft(item, "de")
    assert alone.translation.origin == "memory" and alone.taken.alarms == ("numbers",)


def test_then_the_phrase_pack(chain, switch_on, service):
    draft = chain(engine=switch_on("libre")).draft(Item("a", "Add to cart"), "de")
    assert (draft.translation.text, draft.translation.origin) == ("In den Warenkorb", "phrases")
    assert service.asked == []
    assert chain(phrases=False).draft(Item("a", "Add to cart"), "de").translation is None


def test_then_the_engine_and_a_kept_answer_is_not_asked_again(chain, switch_on, service):
    links = chain(engine=switch_on("libre"), cache=AnswersInMemory())
    first, second = (links.draft(Item(key, "Made of oak"), "de") for key in "ab")
    assert (first.translation.text, first.translation.origin, first.sent) == ("[de] Made of oak", "engine:libre", True)
    assert (second.translation.key, second.translation.text, second.sent) == ("b", "[de] Made of oak", False)
    assert service.texts == ["Made of oak"]


def test_nothing_is_sent_by_itself(chain, service):
    draft = chain().draft(Item("a", "Made of oak"), "de")
    assert (draft.translation, draft.sent, draft.fault) == (None, False, "")
    assert "switch on an engine" in str(draft.waiting)
    assert service.asked == []


def test_a_fault_of_the_engine_is_told_and_suggestions_stay(chain, switch_on, service):
    engine = switch_on("google")
    service.always(500)
    memory = Kept(("Delivered within 2 working days", "Lieferung in 2 Werktagen"))
    draft = chain(memory=memory, engine=engine).draft(Item("a", "Delivered within 3 working days"), "de")
    assert (draft.translation, draft.fault, draft.sent) == (None, "server", True)
    assert draft.suggestions[0].text == "Lieferung in 2 Werktagen"


def test_a_lost_placeholder_is_told(chain, switch_on, service):
    engine = switch_on("libre")
    engine.codes("en", "de")
    service.always(200, {"translatedText": "Hallo {Name}, %s"})
    draft = chain(engine=engine).draft(Item("a", "Hello {name}, you have %s"), "de")
    assert draft.lost == ("{name}",)


@pytest.mark.parametrize("source", ["24/7", "★★★", "{price}", " ", ""])
def test_what_has_no_word_is_not_sent(chain, switch_on, service, source):
    draft = chain(engine=switch_on("google")).draft(Item("a", source), "de")
    assert draft.translation is None and "no word" in str(draft.waiting)
    assert service.asked == []


def test_a_plural_message_comes_from_the_phrases_but_not_from_an_engine(chain, switch_on, service):
    links = chain(engine=switch_on("google"))
    known = Item("a", "{n, plural, one {# review} other {# reviews}}", plural=True)
    assert links.draft(known, "de").translation.text == "{n, plural, one {# Bewertung} other {# Bewertungen}}"
    other = Item("a", "{n, plural, one {# oak} other {# oaks}}", plural=True)
    assert "plural" in str(links.draft(other, "de").waiting)
    assert service.asked == []


def test_an_engine_left_alone_is_not_asked_but_its_kept_answers_serve(chain, switch_on, service):
    links = chain(engine=switch_on("libre"))
    links.draft(Item("a", "Made of oak"), "de")
    service.asked.clear()
    halted = fault("quota", "LibreTranslate")
    assert links.draft(Item("b", "Made of oak"), "de", halted=halted).translation.text == "[de] Made of oak"
    draft = links.draft(Item("c", "Made of elm"), "de", halted=halted)
    assert (draft.waiting, draft.fault, draft.sent, service.asked) == (halted, "quota", False, [])


def test_formality_reaches_the_phrases(chain):
    said = [
        chain(formality=formality).draft(Item("a", "Thank you for your order"), "de").translation.text
        for formality in ("formal", "informal")
    ]
    assert "Ihre" in said[0] and "deine" in said[1]


ACME = Term("Acme", exact=True)


@pytest.mark.parametrize("name", ["google", "mymemory", "libre", "deepl", "microsoft"])
def test_a_protected_name_does_not_leave_and_is_back_in_the_answer(chain, switch_on, service, name):
    draft = chain(engine=switch_on(name), glossary=[ACME, Term("oak", "preferred", "de", "Eiche")]).draft(
        Item("a", "Acme is made of oak"), "de"
    )
    assert draft.translation.text.endswith("Acme is made of oak") and "QZX" not in draft.translation.text
    assert "Acme" not in service.texts[0] and "QZX1" in service.texts[0]


@pytest.mark.parametrize("name", ["google", "mymemory", "libre", "deepl", "microsoft"])
def test_an_answer_with_a_damaged_name_is_refused_and_not_kept(chain, switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    service.asked.clear()
    service.reply = lambda asked: (200, well(asked).replace("QZX1", "Spitze"), {})
    cache = AnswersInMemory()
    links = chain(engine=made, glossary=[ACME], cache=cache)
    draft = links.draft(Item("a", "Acme is made of oak"), "de")
    assert (draft.translation, draft.fault, draft.sent) == (None, "mask", True)
    assert "protected name" in str(draft.waiting)
    service.reply = lambda asked: None
    assert "Acme" in links.draft(Item("a", "Acme is made of oak"), "de").translation.text


def test_an_answer_given_before_a_name_was_protected_is_not_used(chain, switch_on, service):
    cache, made = AnswersInMemory(), switch_on("libre")
    item = Item("a", "Acme is made of oak")
    chain(engine=made, cache=cache).draft(item, "de")
    chain(engine=made, cache=cache, glossary=[ACME]).draft(item, "de")
    chain(engine=made, cache=cache, glossary=[ACME, Term("Zeta"), Term("oak", locale="fr")]).draft(item, "de")
    assert service.texts == ["Acme is made of oak", "QZX1 is made of oak"]


def test_a_text_of_protected_names_alone_is_not_sent(chain, switch_on, service):
    draft = chain(engine=switch_on("google"), glossary=[ACME]).draft(Item("a", "Acme!"), "de")
    assert draft.translation is None and "no word" in str(draft.waiting) and service.asked == []


def test_what_is_here_is_told_without_sending(chain, switch_on, service):
    links = chain(engine=switch_on("google"))
    assert links.here(Item("a", "Add to cart"), "de").translation.origin == "phrases"
    assert links.here(Item("b", "Made of oak"), "de").translation is None
    assert service.asked == []
