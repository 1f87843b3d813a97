"""Every language of the phrase pack has a buyer of its own, named in its order."""

from __future__ import annotations

from data.catalog import world
from frameworks.localization.phrases import phrase_languages
from frameworks.localization.scenes.people import known_person, person


def test_every_language_has_a_buyer():
    assert [code for code in phrase_languages(world()) if not known_person(code)] == []


def test_names_go_in_the_order_of_their_language():
    assert [person(code).full for code in ("ja", "zh_Hant_TW", "ko", "vi", "en_GB")] == [
        "山田 花子", "王小雨", "김지은", "Nguyễn Thị Lan", "Emma Carter"
    ]  # fmt: skip
    assert person("zh_TW").street == "花園路12號" and person("zh").street == "花园路12号" and person("sr_Latn").given == "Ana"
    assert person("mt").full == "Mina Costa" and not known_person("mt")
