"""The line under a fact: one wording for what nobody told us, and no year where there is none to tell."""

from components.ground_facts import source


def test_own_knowledge_is_named_so_and_not_dated():
    told = source("from memory, not checked; WhatsApp leads in the lists seen", None, checked=False)
    assert told.endswith("</span> Landfall’s own knowledge</span>") and "unchecked" in told
    assert "undated" not in told and "undated" in source("Anybody", None)
