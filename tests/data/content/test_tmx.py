from __future__ import annotations

from data.content import read_content

FOREIGN = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-US" o-tmf="x" segtype="sentence" adminlang="en" datatype="xml"/><body>
<tu><note>shop</note><tuv xml:lang="de"><seg>Hinzu</seg></tuv><tuv xml:lang="EN-us">
<seg>Add <bpt i="1">&lt;b&gt;</bpt>it<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
<tu><tuv lang="en"><seg>Pay</seg></tuv><tuv lang="de"><seg>Zahlen</seg></tuv></tu>
<tu srclang="*all*"><tuv xml:lang="en"><seg>Pay</seg></tuv><tuv xml:lang="de"><seg>Bezahlen</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Nur</seg></tuv></tu><tu><tuv xml:lang="??"><seg>x</seg></tuv></tu>
</body></tmx>"""


def test_a_memory_from_elsewhere_keeps_both_renderings_of_one_text():
    content = read_content(FOREIGN, "x.tmx")
    assert [(item.key, item.source) for item in content.items] == [
        ("add_b_it_b", "Add <b>it</b>"), ("pay", "Pay"), ("pay_2", "Pay"),
    ]  # fmt: skip
    assert [one.text for one in content.translations] == ["Hinzu", "Zahlen", "Bezahlen"]
    assert content.translations[1].source_digest == content.items[1].digest
    assert len(content.problems) == 2
