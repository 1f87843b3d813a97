"""What leaves is told before it does."""

import pytest

from data.translate import ENGINES, Chain, Job, engine, screened, what_is_sent
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item

KEY = "s3cret-key-0123456789"
JOBS = [Job(Item("a", "Made of oak"), "de"), Job(Item("b", "Made of oak"), "de"), Job(Item("a", "Made of oak"), "fr"),
        Job(Item("c", "{n, plural, other {#}}", plural=True), "de"), Job(Item("d", " "), "de")]  # fmt: skip


def said(leaving):
    return " ".join(map(str, leaving.sentences))


@pytest.mark.parametrize("name", ENGINES)
def test_it_names_where_how_much_and_in_which_languages(reference, service, name):
    secrets = {"deepl_key": KEY, "microsoft_key": KEY, "libre_key": KEY, "mymemory_email": "a@example.org"}
    made = engine(name, reference, secrets=secrets, url="https://mt.example.org" if name == "libre" else "")
    leaving = what_is_sent(made, JOBS)
    assert (leaving.texts, leaving.characters, leaving.locales, leaving.encrypted) == (2, 22, ("de", "fr"), True)
    assert leaving.host in said(leaving) and made.host == leaving.host and "de, fr" in said(leaving)
    assert ("key goes along" in said(leaving)) is (name in ("deepl", "microsoft", "libre"))
    assert ("e-mail address goes" in said(leaving)) is (name == "mymemory")
    assert KEY not in said(leaving) and "Made of oak" not in said(leaving)


def test_without_an_engine_or_a_text_nothing_leaves(reference):
    for made, jobs in ((None, JOBS), (engine("google", reference), []), (engine("google", reference), JOBS[3:])):
        leaving = what_is_sent(made, jobs)
        assert (leaving.texts, leaving.host, said(leaving)) == (0, "", "Nothing leaves this machine.")


@pytest.mark.parametrize(
    "url, near, encrypted, words",
    [("http://localhost:5000", True, False, "own network"), ("https://192.168.1.5", True, True, "own network"),
     ("http://mt.example.org", False, False, "not encrypted"), ("https://mt.example.org", False, True, "at most")],
)  # fmt: skip
def test_an_open_way_is_told(reference, url, near, encrypted, words):
    leaving = what_is_sent(engine("libre", reference, url=url), JOBS)
    assert (leaving.near, leaving.encrypted) == (near, encrypted) and words in said(leaving)
    assert ("not encrypted" in said(leaving)) is (not near and not encrypted)


@pytest.mark.parametrize("name", ["google", "mymemory", "deepl", "microsoft"])
def test_an_address_kept_for_another_engine_is_no_target(reference, name):
    secrets = {"deepl_key": KEY, "microsoft_key": KEY}
    leaving = what_is_sent(engine(name, reference, secrets=secrets, url="http://mt.example.org"), JOBS)
    assert leaving.host == ENGINES[name].host and leaving.encrypted


def test_protected_names_stay_here_and_what_no_engine_gets_is_counted(reference):
    items = [Item("a", "Wash with Acme"), Item("b", "Acme"), Item("c", "24/7"), Item("d", "{n, plural, other {#}}", plural=True)]
    jobs = [Job(item, "de") for item in items]
    leaving = what_is_sent(engine("google", reference), jobs, [Term("Acme"), Term("Wash", "preferred", "de", "Waschen")])
    assert (leaving.sources, leaving.protected, leaving.left_out, leaving.texts) == (("Wash with QZX1",), ("Acme",), 3, 1)
    assert "a code goes in their place: Acme" in said(leaving) and "plain words" in said(leaving)


def test_what_is_here_already_is_screened_out(reference, switch_on, service):
    chain = Chain(reference, engine=switch_on("libre"))
    chain.draft(Item("o", "Made of oak"), "de")
    service.asked.clear()
    jobs = [Job(Item("a", "Add to cart"), "de"), Job(Item("b", "Made of oak"), "de"), Job(Item("c", "Made of elm"), "de")]
    assert [job.item.key for job in screened(chain, jobs)] == ["c"]
    assert screened(chain, jobs, lambda: True) == tuple(jobs)
    assert service.asked == []
