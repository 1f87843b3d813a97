from frameworks.localization.items import Item


def test_the_same_source_in_other_words_of_case_and_script_is_alike(studio):
    studio.put_items([Item("a", "Ответ ДА"), Item("b", "ответ  да "), Item("c", "ответ нет")], by="Ann")
    for key in "abc":
        studio.write(key, "de", f"Text {key}", by="Ann")
    studio.write("b", "ja", "返事", by="Ann")
    assert studio.neighbours.alike("a", "de") == (("ответ  да ", "Text b"),)
    assert studio.neighbours.alike("c", "de") == () == studio.neighbours.alike("gone", "de")


def test_how_a_locale_speaks_is_told_by_its_texts_and_approved_ones_first(studio, monkeypatch):
    assert studio.neighbours.register("de") == ""
    polite = ("Bitte prüfen Sie Ihre Karte", "Wir danken Ihnen", "Geben Sie die Adresse an", "So melden Sie sich an")
    for key, text in zip(("cart.add", "checkout.pay", "mail.subject", "faq.returns"), polite, strict=True):
        studio.write(key, "de", text, by="Ann")
    assert studio.neighbours.register("de") == "formal"
    studio.put_items([Item(f"new.{n}", f"Text {n}") for n in range(3)], by="Ann")
    for n in range(3):
        studio.write(f"new.{n}", "de", f"Prüf deine Karte {n}", by="Ann")
    studio.move([(f"new.{n}", "de") for n in range(3)], "approved", by="Bob")
    monkeypatch.setattr("data.studio.neighbours.HEARD", 3)
    assert studio.neighbours.register("de") == "informal"
