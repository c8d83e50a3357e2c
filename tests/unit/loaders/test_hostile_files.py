"""Files that are broken, locked, mislabelled or meant to do harm: each says what it is and what to do about it."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders import readers
from loaders.readers import archive
from tests.unit.loaders.word_files import bare, p

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def document(folder: Path, data: bytes, name: str) -> str:
    (folder / name).write_bytes(data)
    return readers.read(folder / name, name).text


def refused(folder: Path, data: bytes, name: str) -> DocumentError:
    with pytest.raises(DocumentError) as raised:
        document(folder, data, name)
    assert raised.value.name == name
    assert raised.value.remedy
    return raised.value


def package(**members: str | bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "problem", "remedy"),
    [
        ("paper.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "protected by a password", "without"),
        ("paper.doc", COMPOUND + "WordDocument".encode("utf-16-le"), "of the old kind", "save it as .docx"),
        (
            "paper.docx",
            COMPOUND + "WordDocument".encode("utf-16-le"),
            "whatever its name .docx says",
            "save it as .docx",
        ),
        ("paper.rtf", rb"{\rtf1 The Board meets.}", "rich text", "save it as .docx"),
        ("paper.txt", rb"{\rtf1 The Board meets.}", "rich text", "save it as .docx"),
        ("paper.md", b"\xff\xd8\xff\xe0 JFIF", "a picture (JPEG)", "OCR"),
        ("paper.txt", b"\x89PNG\r\n\x1a\n", "a picture (PNG)", "OCR"),
        ("paper.odt", package(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument", ".docx"),
        ("paper.docx", package(xl__workbook_xml="<x/>"), "a spreadsheet", ".csv"),
        ("paper.docx", package(ppt__presentation_xml="<x/>"), "a presentation", ".pdf"),
        ("paper.txt", package(paper="text"), "a ZIP archive", "Unpack"),
        ("paper.docx", package(word__other_xml="<x/>"), "holds no Word document", "Save it"),
        ("paper.txt", b"MZ\x90\x00\x03", "a program", "Save the paper"),
        ("paper.html", b"\x00\x01\x02\x03" * 50, "binary", "Save the paper"),
        ("paper.docx", b"\x00\x01\x02" * 50, "damaged", "Open it in Word"),
        ("paper.docx", b"", "empty", "saved"),
        ("paper.html", b"\xef\xbb\xbf  \n", "empty", "saved"),
        ("paper.xyz", b"text", ".xyz is no format", ".docx"),
        ("paper", b"text", "without a suffix", ".docx"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, problem: str, remedy: str
) -> None:
    error = refused(tmp_path, data, name)
    assert problem in error.problems[0]
    assert remedy in error.remedy


WORDS = "The Board meets in the Town Hall."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("saved-from-the-web.doc", f"<html><body><p>{WORDS}</p></body></html>".encode()),
        ("page.txt", f"\ufeff<!-- saved --><!DOCTYPE html><html><p>{WORDS}</p></html>".encode()),
        ("page.md", f"<html><p>{WORDS}</p></html>".encode("utf-16")),
        ("new.doc", bare(p(WORDS))),
        ("letter.txt", bare(p(WORDS))),
        ("note.docx", WORDS.encode()),
        ("note.pdf", WORDS.encode()),
        ("note.html", WORDS.encode()),
        ("wide.txt", WORDS.encode("utf-16")),
        ("unmarked.txt", WORDS.encode("utf-16-le")),
        ("unmarked-big.md", WORDS.encode("utf-16-be")),
        ("wider.txt", WORDS.encode("utf-32")),
    ],
)
def test_a_paper_is_read_as_what_it_is_whatever_its_name_says(tmp_path: Path, name: str, data: bytes) -> None:
    assert document(tmp_path, data, name) == WORDS


def test_a_word_file_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    data = bare("".join(p(f"The Board met {i} times.") for i in range(50)))
    for length in range(4, len(data), len(data) // 15):
        assert "damaged" in refused(tmp_path, data[:length], "paper.docx").problems[0]


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused_before_it_is_read(tmp_path: Path) -> None:
    data = bare("<w:p/>" * 10_000_000)
    assert len(data) < 300_000
    tracemalloc.start()
    error = refused(tmp_path, data, "paper.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "unpacks to" in error.problems[0]
    assert peak < 20_000_000


def test_a_part_that_lies_about_its_size_is_stopped_while_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", 200_000)
    honest = bare(p("x" * 1_000_000))
    size = zipfile.ZipFile(io.BytesIO(honest)).getinfo("word/document.xml").file_size
    lying = honest.replace(struct.pack("<L", size), struct.pack("<L", 1000))
    assert lying != honest
    assert refused(tmp_path, lying, "paper.docx").problems


def test_other_parts_of_a_package_are_never_unpacked(tmp_path: Path) -> None:
    written = io.BytesIO(bare(p(WORDS)))
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/picture.bin", b"\x00" * 80_000_000)
    assert document(tmp_path, written.getvalue(), "paper.docx") == WORDS


@pytest.mark.parametrize("part", ["document", "styles", "numbering"])
def test_document_types_and_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    root = '<w:{} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    xml = laughs + root.format(part)
    data = bare(root=xml) if part == "document" else bare(p(WORDS), **{part: xml})
    assert "declares a document type" in refused(tmp_path, data, "paper.docx").problems[0]


def test_word_files_nested_without_end_are_refused(tmp_path: Path) -> None:
    for tag in ("w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:ins", "w:p"):
        opening = f"<{tag}>" * 10_000
        closing = "".join(f"</{t.strip('<>')}>" for t in reversed(tag.split("><"))) * 10_000
        error = refused(tmp_path, bare(opening + closing), "paper.docx")
        assert "nested" in error.problems[0]


def test_a_table_of_a_million_columns_stays_narrow(tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{p("One")}</w:tc>'
    row = f"<w:tr>{cell}<w:tc>{p('Two')}</w:tc></w:tr>"
    assert len(document(tmp_path, bare(f"<w:tbl>{row * 50}</w:tbl>"), "paper.docx")) < 20_000
    cells = '<tr><td colspan="999" rowspan="999">One<td>Two' * 50
    assert len(document(tmp_path, f"<html><table>{cells}</table>".encode(), "page.html")) < 20_000


def test_styles_based_on_each_other_in_a_circle_end(tmp_path: Path) -> None:
    style = '<w:style w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/></w:style>'
    styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    styles += style.format("A", "A", "B") + style.format("B", "B", "A") + "</w:styles>"
    assert document(tmp_path, bare(p(WORDS, '<w:pStyle w:val="A"/>'), styles=styles), "paper.docx") == WORDS


def test_a_part_named_outside_the_package_is_no_part(tmp_path: Path) -> None:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    relations += 'Id="r" Type="x/styles" Target="../../../../etc/passwd"/></Relationships>'
    data = bare(p(WORDS), **{"_rels/document.xml.rels": relations})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {n.replace("rels.xml", "rels"): packed.read(n) for n in packed.namelist()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    assert document(tmp_path, written.getvalue(), "paper.docx") == WORDS


def test_a_folder_named_like_a_paper_is_an_error_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(DocumentError, match="no file"):
        readers.read(tmp_path / "folder.txt", "folder.txt")


@pytest.mark.parametrize("name", ["long.docx", "long.html", "long.txt"])
def test_a_long_paper_is_read_in_time_that_grows_with_its_length(tmp_path: Path, name: str) -> None:
    def seconds(count: int) -> float:
        lines = [f"The Board agreed in meeting {i} that its work would go on as before." for i in range(count)]
        data = {
            "long.docx": lambda: bare("".join(map(p, lines))),
            "long.html": lambda: "".join(f"<p>{line}</p>" for line in lines).encode(),
            "long.txt": lambda: "\n\n".join(lines).encode(),
        }[name]()
        (tmp_path / name).write_bytes(data)
        started = time.process_time()
        readers.read(tmp_path / name, name)
        return time.process_time() - started

    seconds(100)
    assert seconds(8000) < 16 * seconds(2000) + 0.5
