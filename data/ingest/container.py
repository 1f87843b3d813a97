"""Tells what a file is by its content, and unpacks archives within limits."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from data.ingest.limits import MEMBER_LIMIT, RATIO_FROM, RATIO_LIMIT, TOTAL_LIMIT
from data.ingest.model import IngestError
from frameworks.labels import N_, Sentence

CHUNK = 1 << 20

_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "parquet"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"Obj\x01", "Avro"),
    (b"ARROW1", "Arrow"),
    (b"{\\rtf", "RTF"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<table", b"<?xml", b"<svg")
#: What kinds without a name of their own are called.
_CALLED = {
    "program": Sentence(N_("program")),
    "document": Sentence(N_("Word or PowerPoint")),
    "compound": Sentence(N_("Word, Outlook or installer")),
}
_ACCEPTED = ("zip", "gzip", "parquet", "ole")


def kind_of(path: Path, name: str) -> str:
    """Return what the file is: text, zip, xlsx, xlsb, ods, xls, gzip or parquet.

    Raises ``IngestError`` for everything else, saying what it is.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise IngestError(N_("{name} is empty. Export it again and check that it has rows."), name=name)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (signature != b"MZ" or b"\0" in head[:64]):
            if kind == "zip":
                return _zipped(path, name)
            if kind == "ole":
                return _compound(path, name)
            if kind in _ACCEPTED:
                return kind
            raise refused(name, kind)
    if head[257:262] == b"ustar":
        raise refused(name, "TAR")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith(_MARKUP):
        raise IngestError(
            N_(
                "{name} holds a web page or XML, not a table. Where you downloaded it you may have to sign in again; "
                "choose CSV or XLSX there."
            ),
            name=name,
        )
    if start.startswith((b'{"', b"[{", b"{\n", b"{\r")):
        raise refused(name, "JSON")
    return "text"


def refused(name: str, kind: str) -> IngestError:
    """Return the error for a file that is no table."""
    kind_ = _CALLED.get(kind, kind)
    return IngestError(
        N_("{name} is a {kind} file, not a table. Upload CSV, TSV, XLSX, XLS, ODS, Parquet or a ZIP of CSVs."),
        name=name,
        kind=kind_,
    )


def _zipped(path: Path, name: str) -> str:
    """Return xlsx, xlsb or ods for a workbook, else zip."""
    with _archive(path, name) as archive:
        names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    if "[Content_Types].xml" in names:
        raise refused(name, "document")
    return "zip"


def _compound(path: Path, name: str) -> str:
    """Return xls for an old workbook; its directory of streams tells it from what else uses the same container."""
    with path.open("rb") as file:
        content = file.read(64 << 20)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise locked(name)
    if "Workbook".encode("utf-16-le") in content or "Book\0".encode("utf-16-le") in content:
        return "xls"
    raise refused(name, "compound")


def locked(name: str) -> IngestError:
    """Return the error for a file behind a password."""
    return IngestError(N_("{name} is protected by a password. Save it without one and upload it again."), name=name)


def _damaged(name: str) -> IngestError:
    return IngestError(N_("{name} is damaged and cannot be unpacked. Download or export it again."), name=name)


def _archive(path: Path, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error


class Allowance:
    """How much may still be unpacked from one upload."""

    def __init__(self, name: str, total: int | None = None) -> None:
        self.name = name
        self.left = TOTAL_LIMIT if total is None else total

    def copy(self, source: IO[bytes], target: IO[bytes] | None, packed: int) -> int:
        """Copy ``source`` within the limits and return how many bytes it held; ``packed`` is its packed size.

        Raises ``IngestError`` while unpacking, before more than the limits has been written.
        """
        written = 0
        while chunk := source.read(CHUNK):
            written += len(chunk)
            self.left -= len(chunk)
            if self.left < 0 or (written > RATIO_FROM and written > RATIO_LIMIT * max(1, packed)):
                raise IngestError(
                    N_(
                        "{name} unpacks to far more than a table would, so it was not opened. "
                        "Unpack it yourself and upload the CSV inside."
                    ),
                    name=self.name,
                )
            if target is not None:
                target.write(chunk)
        return written


def unpacked_gzip(path: Path, name: str, target: Path, allowance: Allowance) -> None:
    """Write what a gzip file holds to ``target``."""
    import gzip

    try:
        with gzip.open(path) as source, target.open("wb") as out:
            allowance.copy(source, out, path.stat().st_size)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _damaged(name) from error


def unpacked_zip(path: Path, name: str, folder: Path, allowance: Allowance) -> Iterator[tuple[str, Path]]:
    """Yield (name, file) of what a ZIP holds, each written to ``folder`` under a name of our own."""
    with _archive(path, name) as archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _bookkeeping(member.filename)]
        if not members:
            raise IngestError(N_("{name} is an empty archive. Put the exported CSV files into it."), name=name)
        if len(members) > MEMBER_LIMIT:
            raise IngestError(
                N_("{name} holds {count} files; up to {limit} are read at once. Upload fewer together."),
                name=name,
                count=len(members),
                limit=MEMBER_LIMIT,
            )
        if any(member.flag_bits & 1 for member in members):
            raise locked(name)
        for number, member in enumerate(members):
            target = folder / f"member-{number}"
            inside = PurePosixPath(member.filename.replace("\\", "/")).name
            _room(folder, member.file_size, name)
            try:
                with archive.open(member) as source, target.open("wb") as out:
                    allowance.copy(source, out, member.compress_size)
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
                raise _damaged(name) from error
            yield inside, target


def _bookkeeping(inside: str) -> bool:
    """Whether a file in an archive is the packing program's own."""
    parts = PurePosixPath(inside).parts
    return any(part in ("__MACOSX", "Thumbs.db") or (part[0] == "." and part.strip(".")) for part in parts)


def _room(folder: Path, size: int, name: str) -> None:
    """Raise ``IngestError`` when the disk cannot take ``size`` bytes more."""
    if size > shutil.disk_usage(folder).free:
        raise IngestError(
            N_("There is not enough free disk space to unpack {name}. Free some and try again."), name=name
        )


def check_workbook_size(path: Path, name: str, limit: int) -> None:
    """Unpack a workbook to nowhere, so that one that unpacks to too much is refused before it is held in memory."""
    allowance = Allowance(name, limit)
    with _archive(path, name) as archive:
        for member in archive.infolist():
            if member.flag_bits & 1:
                raise locked(name)
            try:
                with archive.open(member) as source:
                    allowance.copy(source, None, member.compress_size)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
                raise _damaged(name) from error


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
