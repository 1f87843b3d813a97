"""Finds out how a text file is encoded and writes it anew as UTF-8 where it is not."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import chardet
import numpy as np

from data.ingest.limits import LINE_LIMIT
from data.ingest.model import IngestError
from frameworks.labels import N_

CHUNK = 1 << 20
#: Encodings that spreadsheet programs and shops write, by the names that ``chardet`` knows; earlier ones win a draw.
EXPECTED = (
    "windows-1252", "cp932", "gb18030", "windows-1250", "windows-1251", "big5", "cp949", "windows-1253",
    "windows-1254", "windows-1257", "iso8859-2", "euc-jp",
)  # fmt: skip
#: Bytes of lines with other than ASCII characters that ``chardet`` is shown.
EVIDENCE = 128 << 10
#: What text does not hold; a tab, a line end, a form feed and the old end-of-file mark are no sign of anything.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1a") + b"\x7f"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "landfall-mark"


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Put a lone surrogate where bytes are no characters: written out it is a byte that no UTF-8 has."""
    assert isinstance(error, UnicodeDecodeError)
    return "\udcff", error.end


codecs.register_error(_MARK, _mark)


@dataclass
class Survey:
    """What one pass over a file's bytes tells.

    valid, broken: how many bytes beyond ASCII fit UTF-8, and how many places do not.
    longest:       the bytes of the longest line, right where that is more than a piece of the file.
    foreign:       lines with bytes beyond ASCII, as far as ``chardet`` needs them.
    padded:        whether a cell may have blanks around it: one stands beside a mark or a line end, or there is more
                   than ASCII.
    """

    digest: str = ""
    size: int = 0
    head: bytes = b""
    line_feeds: int = 0
    returns: int = 0
    pairs: int = 0
    quotes: int = 0
    nuls: int = 0
    longest: int = 0
    valid: int = 0
    broken: int = 0
    foreign: list[bytes] = field(default_factory=list)
    padded: bool = False

    @property
    def line_end(self) -> str:
        """What ends its lines: "\\n", also where a return stands before it, or "\\r"."""
        return "\n" if self.line_feeds or not self.returns else "\r"

    @property
    def mixed(self) -> bool:
        """Whether its lines do not all end alike; line ends inside cells count too."""
        return self.returns != self.pairs or self.pairs not in (0, self.line_feeds)

    @property
    def utf8(self) -> bool:
        """Whether it is UTF-8, be it with some damage."""
        return self.valid >= self.broken


def survey(path: Path, name: str) -> Survey:
    """Read the file once, in pieces, and say what it is like.

    Raises ``IngestError`` as soon as a line is longer than any table's.
    """
    found = Survey()
    digest, decoder = hashlib.sha256(), _Counter(found)

    def aside(chunk: bytes) -> None:
        digest.update(chunk)
        found.line_feeds += int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == _LINE_FEED))

    open_line, kept, last = 0, 0, b""
    with path.open("rb") as file, ThreadPoolExecutor(1, thread_name_prefix="survey") as beside:
        former = None
        while chunk := file.read(CHUNK):
            if former:
                former.result()
            former = beside.submit(aside, chunk)
            if not found.size:
                found.head = chunk
            found.size += len(chunk)
            found.padded = found.padded or not chunk.isascii() or _padded(last + chunk)
            # Looking for a sign that is not there takes a tenth of the time of counting it.
            if b"\r" in chunk:
                found.returns += chunk.count(b"\r")
                found.pairs += chunk.count(b"\r\n")
            found.pairs += last == b"\r" and chunk[:1] == b"\n"
            found.quotes += chunk.count(b'"') if b'"' in chunk else 0
            found.nuls += chunk.count(b"\0") if b"\0" in chunk else 0
            line_end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
            if line_end >= 0:
                found.longest = max(found.longest, open_line + _first_end(chunk))
            open_line = open_line + len(chunk) if line_end < 0 else len(chunk) - line_end - 1
            if open_line > LINE_LIMIT:
                raise IngestError(
                    N_(
                        "{name} holds a line longer than {limit} MB, so it is not a table of rows. "
                        "Export it again as CSV with one row a line."
                    ),
                    name=name,
                    limit=LINE_LIMIT >> 20,
                )
            if not chunk.isascii():
                decoder.take(chunk)
                if kept < EVIDENCE:
                    lines = [line for line in chunk.splitlines() if not line.isascii()]
                    found.foreign += [line[:2000] for line in lines[: EVIDENCE // 64]]
                    kept = sum(map(len, found.foreign))
            elif decoder.waiting:
                decoder.take(chunk)
            last = chunk[-1:]
    decoder.take(b"", final=True)
    found.padded = found.padded or last == b" "
    found.digest = digest.hexdigest()
    return found


_LINE_FEED = 10
#: Signs that may stand between cells, or around one: a blank beside them may stand at a cell's edge.
_EDGES = np.array([byte < 32 or chr(byte) in ",;|:^~\"'`" for byte in range(256)])


def _padded(text: bytes) -> bool:
    """Whether a blank in ``text`` stands beside what may be the edge of a cell."""
    bytes_ = np.frombuffer(text, np.uint8)
    blanks = np.flatnonzero(bytes_ == 32)
    before, behind = blanks[blanks > 0] - 1, blanks[blanks < len(bytes_) - 1] + 1
    return bool(_EDGES[bytes_[before]].any() or _EDGES[bytes_[behind]].any())


def _first_end(chunk: bytes) -> int:
    """Return how far the first line of ``chunk`` reaches."""
    ends = [place for place in (chunk.find(b"\n"), chunk.find(b"\r")) if place >= 0]
    return min(ends)


class _Counter:
    """Counts what fits UTF-8; gives up counting once it is plain that it is another encoding."""

    def __init__(self, found: Survey) -> None:
        self._found = found
        self._decoder = codecs.getincrementaldecoder("utf-8")(_MARK)

    @property
    def waiting(self) -> bool:
        """Whether a character was cut at the end of the last piece."""
        return bool(self._decoder.getstate()[0])

    def take(self, chunk: bytes, final: bool = False) -> None:
        if self._found.broken > 10_000 and not self._found.utf8:
            return
        text = self._decoder.decode(chunk, final)
        broken = text.count("\udcff")
        self._found.broken += broken
        self._found.valid += max(0, len(chunk) - len(text))


def encoding_of(found: Survey, name: str) -> tuple[str, ...]:
    """Return the encodings the file may have, the likeliest first; ("utf-8",) where it needs no decoding.

    Raises ``IngestError`` for what is no text.
    """
    for mark, encoding in _BOMS:
        if found.head.startswith(mark):
            return (encoding,)
    if found.nuls:
        wide = _wide(found.head)
        if wide:
            return (wide,)
    sample = found.head[: 64 << 10]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    if odd > max(8, len(sample) // 300) or found.nuls > max(8, found.size // 300):
        raise IngestError(
            N_(
                "{name} is not a table: it holds binary data. Upload CSV, TSV, XLSX, XLS, ODS, Parquet or a ZIP of CSVs."
            ),
            name=name,
        )
    if found.utf8:
        return ("utf-8",)
    evidence = b"\n".join(found.foreign)[:EVIDENCE]
    return tuple(dict.fromkeys([*(name for name in _guessed(evidence) if _sane(evidence, name)), "cp1252"]))


def _guessed(evidence: bytes) -> list[str]:
    """Return the encodings that ``evidence`` may be in, the likeliest first.

    It is asked for in halves too, because a single damaged byte rules an encoding out.
    """
    middle = evidence.find(b"\n", len(evidence) // 2) + 1
    confidence: Counter[str] = Counter()
    for part in (evidence, evidence[:middle], evidence[middle:]) if middle else (evidence,):
        for guess in chardet.detect_all(
            part, max_bytes=EVIDENCE, include_encodings=EXPECTED, compat_names=False, ignore_threshold=True
        ):
            if guess["encoding"]:
                confidence[codecs.lookup(str(guess["encoding"])).name] += round(float(guess["confidence"]), 2)
    return [name for name, _ in confidence.most_common()]


def _wide(head: bytes) -> str | None:
    """Return UTF-16 of the byte order that the zero bytes of ``head`` speak for, None if they do not."""
    sample = head[: (64 << 10) & ~1]
    zeros = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if max(zeros) < 0.05 * half or min(zeros) > 0.02 * half:
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = sample.decode(encoding, "replace")
    read = text.count("\ufffd") <= len(text) // 100 and any(text.count(end) for end in "\n\r")
    return encoding if read else None


_LONE = re.compile(r"[a-zA-Z][\u3000-\uffef][a-zA-Z]|[\uff61-\uff9f]{1}[a-z]")
_LETTER = re.compile(r"[\u3000-\uffef]")
_CONTROL = re.compile(r"[\x80-\x9f]")


def _sane(evidence: bytes, encoding: str) -> bool:
    """Whether text decoded so can be meant: an ideograph alone between Latin letters is an accented letter misread."""
    text = evidence.decode(encoding, "replace")
    wide = len(_LETTER.findall(text))
    return len(_CONTROL.findall(text)) <= len(text) // 1000 and len(_LONE.findall(text)) <= 0.2 * wide


def decoded(path: Path, found: Survey, name: str, target: Path) -> tuple[Path, str]:
    """Return a UTF-8 file with the text of ``path`` and the encoding it had; ``path`` itself where it is UTF-8.

    A few bytes that the encoding does not have are carried over as bytes that UTF-8 does not have, so that the
    rows they lie in can be told. Raises ``IngestError`` when no encoding fits.
    """
    candidates = encoding_of(found, name)
    if candidates[0] == "utf-8":
        return path, "utf-8"
    beyond = sum(len(line) - len(line.translate(None, bytes(range(128, 256)))) for line in found.foreign)
    allowed = 1 + max(beyond, found.size // 1000 if candidates[0].startswith("utf-") else 0) // 200
    for encoding in candidates:
        if _transcode(path, encoding, target, allowed):
            return target, encoding
    raise IngestError(
        N_("{name} is written in an encoding that was not recognised. Save it as CSV UTF-8 and try again."), name=name
    )


def _transcode(path: Path, encoding: str, target: Path, allowed: int) -> bool:
    """Write the file as UTF-8; False as soon as more than ``allowed`` places do not fit the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)(_MARK)
    damaged, first = 0, True
    with path.open("rb") as source, target.open("wb") as out:
        while True:
            chunk = source.read(CHUNK)
            text = decoder.decode(chunk, not chunk)
            if first and text:
                text, first = text.removeprefix("\ufeff"), False
            damaged += text.count("\udcff")
            if damaged > allowed:
                return False
            out.write(text.encode("utf-8", "surrogateescape"))
            if not chunk:
                return True
