"""A picture that a browser drew and sent in pieces, put together and looked at before it is handed on."""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 12 * 1024 * 1024
MOST_SIDE = 24_000
PIECE = 384 * 1024
"""Characters of a piece at most."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass
class Assembly:
    """A picture under way. number: of the request; id, mark: of its document; refused: why there will be none."""

    number: int
    id: str
    mark: str
    text: str = ""
    total: int = 0
    refused: str = ""

    @property
    def ask(self) -> dict[str, Any] | None:
        """What to ask the browser for next, None when nothing more is needed."""
        done = self.refused or (self.total and len(self.text) >= self.total)
        return None if done else {"number": self.number, "id": self.id, "at": len(self.text)}

    def take(self, piece: Any) -> None:
        """Take the next piece in; one that was not asked for is left aside."""
        wanted = self.ask
        if wanted is None or not isinstance(piece, Mapping) or any(piece.get(name) != wanted[name] for name in wanted):
            return
        if (why := piece.get("refused")) is not None:
            self.refused = why if why in ("refused", "failed") else "failed"
            return
        text, total = piece.get("text"), piece.get("total")
        whole = isinstance(total, int) and not isinstance(total, bool) and 0 < total <= MOST_BYTES * 4 // 3 + 4
        if (
            piece.get("mark") != self.mark or not whole or (self.total and total != self.total)
            or not isinstance(text, str) or not 0 < len(text) <= PIECE or len(self.text) + len(text) > total
        ):  # fmt: skip
            self.refused = "failed"
            return
        self.total, self.text = total, self.text + text

    @property
    def png(self) -> bytes | None:
        """The finished picture, None while pieces are lacking or where it is no sound PNG."""
        return png(self.text) if self.total and len(self.text) == self.total else None


def png(text: str) -> bytes | None:
    """Return the PNG that Base64 text stands for; None where it is none, damaged or too large."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if len(data) <= MOST_BYTES and _sound(data) else None


def _sound(data: bytes) -> bool:
    """Whether it is a PNG from its signature to its end: every chunk whole, of the sides allowed, nothing after it."""
    if not data.startswith(SIGNATURE):
        return False
    at, last = len(SIGNATURE), b""
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            return False
        if not last:
            width, height = struct.unpack_from(">II", data, at + 8) if kind == b"IHDR" and length == 13 else (0, 0)
            if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE):
                return False
        at, last = end, kind
        if kind == b"IEND":
            break
    return last == b"IEND" and at == len(data)
