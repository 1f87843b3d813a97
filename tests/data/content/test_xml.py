from __future__ import annotations

import pytest

from data.content import read_content
from data.content.xml import parsed
from frameworks.localization.items import ContentError

TMX = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
LAUGHS = "<!DOCTYPE tmx [" + '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize("text", [
    '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + TMX.format("&x;"),
    LAUGHS + TMX.format("&a8;"),
    '<?xml version="1.0"?><!-- x --><!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>' + TMX.format("a"),
    '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/x.dtd" [<!ATTLIST seg a CDATA "b">]>' + TMX.format("a"),
    TMX.format("&unknown;"), TMX.format("<b>"), "<a>" * 100_000, "<tmx", "<?xml version='1.0'?>",
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_hostile_or_broken_document_is_refused(text, encoding):
    with pytest.raises(ContentError):
        read_content(text.encode(encoding), "x.tmx")


def test_an_encoding_that_hides_things_is_refused():
    with pytest.raises(ContentError, match="utf-7"):
        read_content(b'<?xml version="1.0" encoding="utf-7"?>+ADw-tmx/+AD4-', "x.tmx")


def test_a_document_type_elsewhere_is_never_fetched():
    text = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">\n' + TMX.format("Add")
    assert read_content(text.encode(), "x.tmx").items[0].source == "Add"


def test_a_text_that_speaks_of_document_types_is_a_text():
    said = "<![CDATA[<!DOCTYPE html [<!ENTITY a 'b'>]>]]>"
    assert read_content(TMX.format(said).encode(), "x.tmx").items[0].source.startswith("<!DOCTYPE html")


def test_older_encodings_are_read():
    data = ('<?xml version="1.0" encoding="iso-8859-1"?>' + TMX.format("Größe")).encode("latin-1")
    assert read_content(data, "x.tmx").items[0].source == "Größe"


def test_other_xml_is_told():
    with pytest.raises(ContentError, match="begins with svg"):
        read_content(b"<?xml version='1.0'?><svg/>", "x.svg")


def test_a_broken_document_says_its_line():
    with pytest.raises(ContentError, match="line 3"):
        parsed(b"<a>\n<b>\n</a>", "x.xml")
