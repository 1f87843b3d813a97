"""A filling of a real workspace in a process of its own, to be killed: argv is the server's address and the folder."""

import sys
from pathlib import Path

from data.catalog import world
from data.store import Workspace
from data.studio import Filter
from data.translate import Chain, Job, Limits, engine
from data.translate.drafting import Account, Drafting, fill
from frameworks.localization.items import Item

LOCALES = ("de", "fr")
ITEMS = [Item("cart", "Add to cart"), *(Item(f"k{number}", f"Unheard-of text of number {number}") for number in range(20))]


def opened(home):
    return Workspace(Path(home), data_version="x")


def main(url, home):
    kept = opened(home)
    studio, drafting = kept.studio, kept.room(Drafting)
    studio.put_items(ITEMS, by="")
    made = engine("libre", world(), url=url, limits=Limits(seconds=10, tries=1, per_second=0))
    chain = Chain(world(), studio.memory, engine=made, cache=studio.answers)
    jobs = [
        Job(row.item, locale)
        for locale in LOCALES
        for row in studio.list(locale, Filter(states=("missing",)), limit=1_000).rows
    ]
    drafting.begin(LOCALES, sent=True)
    account = fill(studio, Account(LOCALES, sent=True), dict.fromkeys(LOCALES, chain), jobs, by="Ana",
                   progress=lambda done, of: None, cancelled=lambda: False)  # fmt: skip
    drafting.end()
    return account


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
