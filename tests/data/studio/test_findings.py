import threading

import pytest

from data.catalog import world
from data.studio import Filter
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item


@pytest.fixture
def texts(studio):
    """Four texts in German; one lacks its placeholder, one ends differently."""
    for key, text in (("cart.add", "In den Warenkorb"), ("checkout.pay", "Jetzt zahlen"),
                      ("mail.subject", "Ihre Bestellung ist unterwegs."), ("faq.returns", "Kann ich es zurückgeben?")):  # fmt: skip
        studio.write(key, "de", text, by="Ann")
    return studio


def run(studio, *locales, **how):
    return studio.findings.run(world(), locales or studio.locales(), **how)


def found(studio, **narrow):
    return [(one.key, one.finding.check) for one in studio.findings.list(**narrow)]


def test_findings_are_kept_with_place_and_reason_and_counted(texts):
    told = []
    assert run(texts, progress=lambda done, total: told.append((done, total))).fresh == 4
    assert told[-1] == (4, 4) and texts.findings.standing() == {"de": (4, 4)}
    assert found(texts)[0] == ("checkout.pay", "placeholders")
    one = texts.findings.list(check="end_punctuation")[0]
    assert (one.key, one.locale, one.text) == ("mail.subject", "de", "Ihre Bestellung ist unterwegs.")
    counts = {(one.severity, one.check): one.count for one in texts.findings.counts()}
    assert counts["error", "placeholders"] == 1 and counts["warning", "end_punctuation"] == 1
    assert found(texts, locale="ja") == [] and found(texts, severity="error") == [("checkout.pay", "placeholders")]
    assert found(texts, start=1, limit=1) == found(texts)[1:2]


def test_another_glossary_unsettles_the_locales_it_holds_in_at_once(texts):
    texts.write("cart.add", "fr", "Ajouter au panier", by="Ann")
    run(texts, "de", "fr")
    german, every = Term("cart", "preferred", "de", "Korb"), Term("Soap", "protected")
    texts.glossary.add(german)
    assert texts.findings.standing() == {"de": (0, 4), "fr": (1, 1)} and found(texts)
    assert run(texts, "de", "fr").fresh == 4
    texts.glossary.drop(german)
    assert texts.findings.standing()["de"] == (0, 4)
    run(texts, "de", "fr")
    texts.glossary.add(every)
    assert texts.findings.standing() == {"de": (0, 4), "fr": (0, 1)}
    run(texts, "de", "fr")
    texts.glossary.replace_all([])
    assert texts.findings.standing() == {"de": (0, 4), "fr": (0, 1)}


def test_a_glossary_that_changes_during_a_run_leaves_the_rest_to_the_next(texts):
    changed = []

    def progress(_done, _total):
        if not changed:
            changed.append(texts.glossary.add(Term("cart", "preferred", "de", "Korb")))

    run(texts, "de", progress=progress)
    assert texts.findings.standing() == {"de": (0, 4)}
    assert run(texts, "de").fresh == 4


def test_only_what_changed_is_looked_at_again(texts):
    run(texts)
    assert run(texts).fresh == 0
    texts.move([("cart.add", "de")], "approved", by="Bob")
    assert run(texts).fresh == 0
    texts.write("checkout.pay", "de", "{amount} jetzt zahlen", by="Ann")
    assert ("checkout.pay", "placeholders") not in found(texts) and texts.findings.standing() == {"de": (3, 4)}
    assert run(texts).fresh == 1
    texts.put_items([Item("faq.returns", "Can I return them?", "question", "faq")], by="Ann")
    assert run(texts).fresh == 1
    texts.glossary.add(Term("cart", "preferred", "de", "Korb"))
    assert run(texts).fresh == 4


def test_a_text_is_looked_at_again_when_another_of_its_source_changes(texts):
    texts.put_items([Item("again", "Add to cart")], by="Ann")
    texts.write("again", "de", "In den Warenkorb", by="Ann")
    run(texts)
    texts.write("again", "de", "In den Korb", by="Ann")
    assert run(texts).fresh == 2 and ("cart.add", "inconsistent") in found(texts)


def test_a_stopped_run_keeps_what_it_found_and_the_next_goes_on(texts, monkeypatch):
    monkeypatch.setattr("data.studio.findings._AT_A_TIME", 2)
    asked = iter((False, True))
    done = run(texts, cancelled=lambda: next(asked))
    assert (done.done, done.total) == (2, 4) and texts.findings.standing() == {"de": (2, 4)}
    assert run(texts).fresh == 2


def test_what_is_set_aside_is_not_counted_until_the_text_changes(texts):
    run(texts)
    texts.remarks.ignore("checkout.pay", "placeholders", why="shown above", by="Bob", locale="de")
    assert ("checkout.pay", "placeholders") not in found(texts)
    texts.glossary.add(Term("cart", "preferred", "de", "Korb"))
    run(texts)
    assert ("checkout.pay", "placeholders") not in found(texts)
    texts.remarks.heed("checkout.pay", "placeholders", locale="de")
    assert ("checkout.pay", "placeholders") in found(texts)
    texts.remarks.ignore("checkout.pay", "placeholders", why="shown above", by="Bob", locale="de")
    texts.write("checkout.pay", "de", "Zahlen Sie jetzt", by="Ann")
    run(texts)
    assert ("checkout.pay", "placeholders") in found(texts)


def test_the_list_can_be_narrowed_to_texts_with_findings(texts):
    run(texts)
    shown = {row.item.key for row in texts.list("de", Filter(found=True)).rows}
    assert "checkout.pay" in shown and "cart.add" not in shown and texts.list("pt_BR", Filter(found=True)).total == 0


def test_what_someone_writes_during_a_run_is_left_for_the_next(texts, monkeypatch):
    checks = texts.findings._keep

    def meanwhile(locale, told):
        told = list(told)
        other = threading.Thread(target=lambda: texts.write("cart.add", "de", "Ganz anders", by="Cem"))
        other.start()
        other.join()
        checks(locale, told)

    monkeypatch.setattr(texts.findings, "_keep", meanwhile)
    run(texts)
    assert texts.findings.standing() == {"de": (3, 4)}


def test_removed_texts_and_an_erasure_leave_no_findings(texts, workspace):
    run(texts)
    texts.remove_items(["checkout.pay"], by="Ann")
    assert ("checkout.pay", "placeholders") not in found(texts)
    texts.erase()
    with workspace._backing.reading() as db:
        assert [db.execute(f"SELECT count(*) FROM studio_{name}").fetchone()[0] for name in ("findings", "checked")] == [0, 0]


def test_texts_with_a_finding_of_some_checks_are_counted_once(texts):
    run(texts)
    assert texts.findings.affected({"placeholders", "end_punctuation"}) == {"de": 2}
    assert texts.findings.affected({"script"}) == {} == texts.findings.affected(())
