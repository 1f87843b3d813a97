"""Text in any encoding becomes UTF-8."""

from __future__ import annotations

import pytest

from data.ingest.decoding import decoded, survey
from data.ingest.model import IngestError

TEXTS = {
    "cp1252": "Größe;Käufer;Währung\nMüller;Straße 5;€\nRenée;Café;€\n",
    "cp1250": "Příjmení;Město;Částka\nDvořák;Žďár;3\nNovák;Plzeň;zażółć gęślą jaźń\n",
    "cp932": "注文番号,商品名,金額\n1001,東京ばな奈,1200\n1002,緑茶,500\n",
    "gbk": "订单号,商品名称,金额\n1001,手机壳,99.00\n1002,茶叶,50.00\n",
    "cp1251": "Заказ;Товар;Сумма\n1;Книга;100,50\n2;Чай;20\n",
    "utf-16": "Tag\tKosten\nMünchen\t3\n",
    "utf-16-le": "Tag\tKosten\nMünchen\t3\n",
    "utf-16-be": "Tag\tKosten\nMünchen\t3\n",
    "utf-32": "Tag\tKosten\nMünchen\t3\n",
}


def read(tmp_path, content):
    path = tmp_path / "in.csv"
    path.write_bytes(content)
    place, encoding = decoded(path, survey(path, "in.csv"), "in.csv", tmp_path / "out.csv")
    return place.read_bytes(), encoding


@pytest.mark.parametrize("encoding", TEXTS)
def test_encodings_that_shops_write(tmp_path, encoding):
    content, _ = read(tmp_path, TEXTS[encoding].encode(encoding))
    assert content.decode() == TEXTS[encoding]


def test_one_accented_letter_is_western(tmp_path):
    content, encoding = read(tmp_path, "Day;Cost\nMünchen;1\n".encode("cp1252"))
    assert (content.decode(), encoding) == ("Day;Cost\nMünchen;1\n", "cp1252")


def test_utf8_is_left_alone_even_with_a_damaged_byte(tmp_path):
    damaged = "Tag;Wert\nMünchen;é\nKöln;ü\n".encode() + b"x\xff;1\n"
    assert read(tmp_path, damaged) == (damaged, "utf-8")


def test_a_damaged_character_of_another_encoding_stays_to_be_seen(tmp_path):
    content, encoding = read(tmp_path, (TEXTS["gbk"] * 40).encode("gbk") + b"9,\xff,1\n")
    assert encoding == "gb18030" and content.count(b"\xff") == 1


def test_a_character_across_two_pieces_is_no_damage(tmp_path):
    path = tmp_path / "in.csv"
    path.write_bytes(b"x" * ((1 << 20) - 1) + "é\n".encode() + b"y\n" * 10)
    found = survey(path, "in.csv")
    assert (found.broken, found.utf8, found.longest) == (0, True, (1 << 20) + 1)


def test_line_ends_are_counted(tmp_path):
    path = tmp_path / "in.csv"
    expected = {
        b"a\nb\n": (False, "\n"),
        b"a\r\nb\r\n": (False, "\n"),
        b"a\rb\r": (True, "\r"),
        b"a\r\nb\n": (True, "\n"),
    }
    for content, said in expected.items():
        path.write_bytes(content)
        found = survey(path, "in.csv")
        assert (found.mixed, found.line_end) == said


def test_a_few_zero_bytes_make_no_other_encoding(tmp_path):
    damaged = b"Order,Name\nid0,\0,\0,\0,0.5\nid1,0,1.5\n"
    assert read(tmp_path, damaged) == (damaged, "utf-8")


def test_binary_data_is_no_text(tmp_path):
    with pytest.raises(IngestError, match="binary"):
        read(tmp_path, b"a,b\n" + bytes(500))


def test_blanks_that_may_stand_around_a_cell_are_told(tmp_path):
    path = tmp_path / "in.csv"
    expected = {
        b"a b,c\n": False, b"2024-01-01 10:00,(a) b\n": False, b"a, b\n": True, b"a ,b\n": True, b"a\n b\n": True,
        b"a \nb\n": True, b"a\r\nb ": True, b'"a "\n': True, b"a;\tb c\n": False, "é\n".encode(): True,
        b"x" * ((1 << 20) - 1) + b", y\n": True, b"x" * ((1 << 20) - 1) + b" ,y\n": True,
        b"x" * ((1 << 20) - 1) + b" y\n": False,
    }  # fmt: skip
    for content, said in expected.items():
        path.write_bytes(content)
        assert survey(path, "in.csv").padded is said, content[-20:]
