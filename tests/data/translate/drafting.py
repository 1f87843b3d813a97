"""A batch in a process of its own, to be killed: argv is the server's address and the file that keeps drafts."""

import json
import sys
from pathlib import Path

from data.catalog import world
from data.translate import Chain, Limits, engine, remaining, run
from frameworks.localization.items import Item, Translation

ITEMS = [Item(f"k{number}", f"Unheard-of text of number {number}") for number in range(30)]


def kept(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    return [Translation(**row) for row in rows]


def main(url, path):
    def keep(draft):
        made = draft.translation
        row = {"key": made.key, "locale": made.locale, "text": made.text, "origin": made.origin}
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    limits = Limits(seconds=10, tries=1, per_second=0)
    chain = Chain(world(), engine=engine("libre", world(), url=url, limits=limits))
    run(remaining(ITEMS, ["de"], kept(path)), chain, keep)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
