"""Archives are unpacked within limits."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from data.ingest import container
from data.ingest.container import Allowance, kind_of, unpacked_gzip, unpacked_zip
from data.ingest.model import IngestError


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "content, kind", [(b"a,b\n", "text"), (b"\x1f\x8b\x08", "gzip"), (b"PAR1", "parquet"), (b"MZ;Preis\n1;2\n", "text")]
)
def test_kinds(tmp_path, content, kind):
    path = tmp_path / "x"
    path.write_bytes(content)
    assert kind_of(path, "x") == kind


@pytest.mark.parametrize("stream, said", [("EncryptedPackage", "password"), ("WordDocument", "Word, Outlook")])
def test_compound_files_that_are_no_workbook(tmp_path, stream, said):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + stream.encode("utf-16-le") + bytes(100))
    with pytest.raises(IngestError, match=said):
        kind_of(path, "x.xlsx")


def test_a_document_is_told_from_a_workbook(tmp_path):
    path = zipped(tmp_path / "x", **{"[Content_Types].xml": "", "word/document.xml": ""})
    with pytest.raises(IngestError, match="a Word or PowerPoint file"):
        kind_of(path, "x")
    assert kind_of(zipped(tmp_path / "y", **{"xl/workbook.xml": ""}), "y") == "xlsx"


def test_a_bomb_is_refused_while_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "RATIO_FROM", 1 << 20)
    zeros = b"0" * (20 << 20)
    path = zipped(tmp_path / "bomb.zip", **{"a.csv": zeros})
    with pytest.raises(IngestError, match="unpacks to far more"):
        list(unpacked_zip(path, "bomb.zip", tmp_path, Allowance("bomb.zip")))
    assert (tmp_path / "member-0").stat().st_size < 8 << 20
    packed = tmp_path / "bomb.gz"
    packed.write_bytes(gzip.compress(zeros))
    with pytest.raises(IngestError, match="unpacks to far more"):
        unpacked_gzip(packed, "bomb.gz", tmp_path / "out", Allowance("bomb.gz"))


def test_the_total_counts_over_all_files(tmp_path):
    path = zipped(tmp_path / "x.zip", **{f"{name}.csv": "x" * 600 for name in "ab"})
    with pytest.raises(IngestError, match="unpacks to far more"):
        list(unpacked_zip(path, "x.zip", tmp_path, Allowance("x.zip", 1000)))


def test_what_cannot_be_unpacked(tmp_path):
    path = zipped(tmp_path / "x.zip", **{"a.csv": "some text " * 50})
    content = bytearray(path.read_bytes())
    content[50] ^= 255
    path.write_bytes(bytes(content))
    with pytest.raises(IngestError, match="damaged"):
        list(unpacked_zip(path, "x.zip", tmp_path, Allowance("x.zip")))
    with pytest.raises(IngestError, match="empty archive"):
        list(unpacked_zip(zipped(tmp_path / "y.zip"), "y.zip", tmp_path, Allowance("y.zip")))
    many = zipped(tmp_path / "z.zip", **{f"{number}.csv": "" for number in range(201)})
    with pytest.raises(IngestError, match="holds 201 files"):
        list(unpacked_zip(many, "z.zip", tmp_path, Allowance("z.zip")))


def test_a_locked_archive_is_told(tmp_path):
    out = io.BytesIO(zipped(tmp_path / "x.zip", **{"a.csv": "a,b\n"}).read_bytes())
    content = bytearray(out.getvalue())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    (tmp_path / "x.zip").write_bytes(bytes(content))
    with pytest.raises(IngestError, match="password"):
        list(unpacked_zip(tmp_path / "x.zip", "x.zip", tmp_path, Allowance("x.zip")))
