"""One paper in several formats: our Markdown papers written as Word files and as web pages, as offices write them.

The Word file has real styles, automatic numbers and tables, a header and a footer; the page has menus round its text.
"""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_ITEM = re.compile(r"(\(?)(\d{1,2}|[a-z])([.)])\s+(.+)")
_PARAGRAPH_NUMBER = re.compile(r"(\d{1,2})\.(\d{1,2})\s+(.+)")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True)
class Piece:
    """A piece of a paper: "heading", "paragraph", "bullet", "item", "row" or "page", and what it says."""

    kind: str
    words: str = ""
    level: int = 0
    number: str = ""
    cells: tuple[str, ...] = ()


def pieces(markdown: str) -> list[Piece]:
    """The pieces of a paper of ours: headings, bullets, numbered items, rows, and lines that belong together."""
    found: list[Piece] = []
    apart = True
    for raw in markdown.splitlines():
        line = raw.strip()
        if not line:
            apart = True
            continue
        if re.fullmatch(r"# Page \d+", line):
            found.append(Piece("page"))
        elif title := re.fullmatch(r"(#+)\s+(.+)", line):
            found.append(Piece("heading", title.group(2), len(title.group(1))))
        elif line.startswith("|"):
            if not _RULE.fullmatch(line):
                found.append(Piece("row", cells=tuple(c.strip() for c in line[1:-1].split("|"))))
        elif "\t" in line:
            found.append(Piece("row", cells=tuple(raw.rstrip("\n").split("\t"))))
        elif line.startswith(("- ", "* ")):
            found.append(Piece("bullet", line[2:], (len(raw) - len(raw.lstrip())) // 2))
        elif numbered := _ITEM.fullmatch(line):
            before, count, after, words = numbered.groups()
            found.append(Piece("item", words, number=f"{before}{count}{after}"))
        elif not apart and found and found[-1].kind in ("paragraph", "bullet", "item"):
            last = found.pop()
            found.append(Piece(last.kind, f"{last.words}\n{line}", last.level, last.number))
        else:
            found.append(Piece("paragraph", line))
        apart = False
    return found


def word(markdown: str) -> bytes:
    """A paper as a Word file."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Harrowmere papers, for the meeting"
    section.footer.paragraphs[0].text = "Printed on recycled paper. Page 1"
    numbers = _WordNumbers(document)
    rows: list[tuple[str, ...]] = []
    for piece in [*pieces(markdown), Piece("end")]:
        if piece.kind == "row":
            rows.append(piece.cells)
            continue
        if rows:
            _word_table(document, rows)
            rows = []
        if piece.kind == "page":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif piece.kind == "heading":
            numbered = re.fullmatch(r"(\d+)\.\s+(.+)", piece.words)
            automatic = numbered and numbers.continues(int(numbered.group(1)))
            heading = document.add_heading(numbered.group(2) if numbered and automatic else piece.words, piece.level)
            if automatic:
                numbers.outline(heading, 0)
        elif piece.kind == "bullet":
            style = f"List Bullet {piece.level + 1}" if piece.level else "List Bullet"
            document.add_paragraph(piece.words, style=style)
        elif piece.kind == "item":
            numbers.item(document.add_paragraph(piece.words), piece.number)
        elif piece.kind == "paragraph":
            deep = _PARAGRAPH_NUMBER.match(piece.words)
            if deep and numbers.stands_at(int(deep.group(1)), int(deep.group(2))):
                numbers.outline(document.add_paragraph(piece.words[deep.start(3) :]), 1)
            else:
                document.add_paragraph(piece.words)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _word_table(document: Document, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(0, max(map(len, rows)))
    for cells in rows:
        for cell, words in zip(table.add_row().cells, cells, strict=False):
            cell.text = words


class _WordNumbers:
    """Lists with automatic numbers, defined in the file's numbering part."""

    def __init__(self, document: Document) -> None:
        self._part = document.part.numbering_part.element
        self._next_id = 500
        self._last: tuple[str, int, int] | None = None
        self._counts = [0, 0]
        self._outline = self._list(
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        )

    def _list(self, levels: str) -> int:
        self._next_id += 1
        number = self._next_id
        defined = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>')
        self._part.insert(0, defined)
        self._part.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
        return number

    def continues(self, number: int) -> bool:
        """Whether the next section has this number when Word counts."""
        return number == self._counts[0] + 1

    def stands_at(self, section: int, number: int) -> bool:
        """Whether the next paragraph has this number when Word counts."""
        return [section, number] == [self._counts[0], self._counts[1] + 1]

    def outline(self, paragraph: object, level: int) -> None:
        """Number a heading or paragraph by the outline of the paper."""
        self._counts = [self._counts[0] + 1, 0] if level == 0 else [self._counts[0], self._counts[1] + 1]
        _number(paragraph, self._outline, level)

    def item(self, paragraph: object, number: str) -> None:
        """Number an item; a list that does not go on from the last begins anew with its own start."""
        sign = number.strip("().")
        kind = "decimal" if sign.isdigit() else "lowerLetter"
        count = int(sign) if sign.isdigit() else ord(sign) - ord("a") + 1
        pattern = number.replace(sign, "%1")
        if self._last is None or (self._last[0], self._last[1]) != (pattern + kind, count - 1):
            made = self._list(
                f'<w:lvl w:ilvl="0"><w:start w:val="{count}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
            )
        else:
            made = self._last[2]
        self._last = (pattern + kind, count, made)
        _number(paragraph, made, 0)


def _number(paragraph: object, list_id: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    given = properties.get_or_add_numPr()
    given.get_or_add_ilvl().set(qn("w:val"), str(level))
    given.get_or_add_numId().set(qn("w:val"), str(list_id))


def page(markdown: str) -> bytes:
    """A paper as a web page."""
    body: list[str] = []
    rows: list[tuple[str, ...]] = []
    opened, depth = "", 0
    for piece in [*pieces(markdown), Piece("end")]:
        wanted = {"bullet": "ul", "item": "ol", "row": "table"}.get(piece.kind, "")
        if opened and opened != wanted:
            body.append(_html_table(rows) if opened == "table" else f"</{opened}>" * (depth + 1))
            depth = 0
            rows, opened = [], ""
        if wanted == "table":
            rows.append(piece.cells)
        elif wanted == "ul":
            depth = depth if opened else -1
            body.append("<ul>" * (piece.level - depth) + "</ul>" * (depth - piece.level) + f"<li>{_html(piece.words)}")
            depth = piece.level
        elif wanted == "ol":
            # a browser shows "1." for every ordered list; a paper that prints "(1)" has it in its text
            sign = piece.number.strip("().")
            if piece.number != f"{sign}.":
                body.append(f"<p>{piece.number} {_html(piece.words)}</p>")
                wanted = ""
            else:
                value = int(sign) if sign.isdigit() else ord(sign) - ord("a") + 1
                kind = "1" if sign.isdigit() else "a"
                body.append(
                    ("" if opened else f'<ol type="{kind}">') + f'<li value="{value}">{_html(piece.words)}</li>'
                )
        elif piece.kind == "heading":
            level = min(piece.level, 6)
            body.append(f"<h{level}>{_html(piece.words)}</h{level}>")
        elif piece.kind == "paragraph":
            body.append(f"<p>{_html(piece.words)}</p>")
        opened = wanted
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Papers | Harrowmere</title>'
        "<style>p { margin: 0 }</style></head><body><header><a href='/'>Home</a></header>"
        "<div class='cookie-banner'>The Council uses cookies. The Cookie Panel reports to the Cookie Board.</div>"
        "<nav><ul><li>Councillors</li><li>Committees</li></ul></nav><main>"
        + "\n".join(body)
        + "</main><footer>The Web Team is part of the Communications Board.</footer></body></html>"
    ).encode()


def _html(words: str) -> str:
    """Words as a page has them: lines broken, columns held apart by spaces that a browser keeps."""
    return html.escape(words).replace("\n", "<br>").replace("  ", "&nbsp; ")


def _html_table(rows: list[tuple[str, ...]]) -> str:
    head, *rest = rows
    lines = ["".join(f"<th>{_html(c)}</th>" for c in head)]
    lines += ["".join(f"<td>{_html(c)}</td>" for c in row) for row in rest]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
