"""A picture from the browser is put together from pieces that were asked for, and only a sound PNG is handed on."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest

from components.preview_picture import PIECE, SIGNATURE, Assembly, png


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(width=2, height=3, pixels=None):
    rows = pixels or b"".join(b"\0" + b"\xff\xff\xff" * width for _ in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return SIGNATURE + head + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def text(data):
    return base64.b64encode(data).decode()


def taken(assembly, data, size=PIECE):
    while (ask := assembly.ask) is not None:
        told = text(data)
        assembly.take({**ask, "mark": "m", "total": len(told), "text": told[ask["at"] : ask["at"] + size]})
    return assembly


def test_a_picture_in_one_piece_and_in_many():
    assert taken(Assembly(1, "de", "m"), picture()).png == picture()
    large = picture(pixels=bytes(2_000_000))
    assembly = taken(Assembly(1, "de", "m"), large)
    assert assembly.png == large and not assembly.refused


def test_a_piece_that_was_not_asked_for_is_left_aside():
    assembly = Assembly(2, "de", "m")
    asked = {"number": 2, "id": "de", "at": 0}
    for wrong in (None, "x", {}, {**asked, "number": 1}, {**asked, "id": "fr"}, {**asked, "at": 5}):
        assembly.take(wrong)
    assert assembly.ask == {"number": 2, "id": "de", "at": 0} and assembly.png is None


@pytest.mark.parametrize(
    "wrong", [{"mark": "x"}, {"total": -1}, {"total": True}, {"total": 10**9}, {"total": "9"}, {"text": ""}, {"text": None},
              {"text": "A" * (PIECE + 1)}, {"text": "A" * 9, "total": 8}],
)  # fmt: skip
def test_a_piece_that_does_not_hold_together_ends_it(wrong):
    assembly = Assembly(1, "de", "m")
    assembly.take({"number": 1, "id": "de", "at": 0, "mark": "m", "total": 8, "text": "AAAA", **wrong})
    assert assembly.refused == "failed" and assembly.ask is None and assembly.png is None


def test_a_refusal_of_the_browser_is_kept():
    for told, kept in (("refused", "refused"), ("<b>", "failed")):
        assembly = Assembly(1, "de", "m")
        assembly.take({**assembly.ask, "refused": told})
        assert assembly.refused == kept and assembly.ask is None


@pytest.mark.parametrize(
    "data", [
        b"", b"GIF89a", SIGNATURE, picture()[:-1], picture() + b"\0", picture().replace(b"IDAT", b"IDAX"), picture(0, 3),
        picture(10**6, 3), SIGNATURE + chunk(b"IEND", b""), picture()[:20] + b"\1" + picture()[21:],
    ],
)  # fmt: skip
def test_what_is_no_sound_png_is_not_handed_on(data):
    assert png(text(data)) is None


def test_what_is_no_base64_is_not_handed_on():
    assert png("<svg>") is None and png("ä") is None
