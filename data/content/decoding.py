"""The text of a file's bytes."""

from __future__ import annotations

import codecs

from data.content.model import FILE_LIMIT
from frameworks.labels import N_
from frameworks.localization.items import ContentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_GUESSED = ("windows-1252", "cp932", "gb18030", "windows-1250", "windows-1251", "big5", "cp949", "windows-1253",
            "windows-1254", "euc-jp")  # fmt: skip
_EVIDENCE = 128 << 10


def check_size(data: bytes, name: str) -> None:
    """Raise ContentError for a file that is empty or too large."""
    if not data.strip():
        raise ContentError(N_("{name} is empty."), name=name)
    if len(data) > FILE_LIMIT:
        raise ContentError(N_("{name} is larger than {limit} MB; split it."), name=name, limit=FILE_LIMIT >> 20)


def text_of(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text and the encoding it was read in.

    declared: what the file says of itself; believed where there is no byte order mark and it is not UTF-8.
    Raises ContentError where no encoding fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding, name), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = declared or _guess(data)
        return _strict(data, encoding, name), encoding


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        told = N_("{name} is written in an encoding that was not recognised. Save it as UTF-8 and try again.")
        raise ContentError(told, name=name) from None


def _guess(data: bytes) -> str:
    import chardet

    found = chardet.detect(data[:_EVIDENCE], include_encodings=_GUESSED, compat_names=False)
    return str(found["encoding"] or "cp1252")
