"""Plain text and Markdown, also what is left of a conversion from PDF: lines in, blocks out.

The text is never changed: blocks point into it. What a page break or a narrow column cut apart is one block again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.errors import DocumentError
from graph.model import Block
from loaders.readers.encoding import decode
from loaders.readers.mending import mend
from loaders.readers.shapes import closed, in_capitals, label_of, trim, unmark
from loaders.readers.tagged import untagged

_PAGE = re.compile(r"^\W*page\s+(\d{1,4})(?:\s+of\s+\d+)?\W*$", re.IGNORECASE)
_RULE = re.compile(r"^(?:(?:[-*_=\\]\s*){3,}|\+[-=+]+\+)$")
_HEADING = re.compile(r"^(#{1,6})\s+")
_BULLET = re.compile(r"^(?:[-*+•▪·‣●○◦–—\uf0b7\uf0a7\uf02d\uf06c\uf0d8❖➢✓>]|o(?=\s))\s+|^[\uf0b7\uf02d\uf0a7•▪●]")
NUMBER = re.compile(
    r"^\**(?P<n>\((?:\d{1,3}|[a-z]|[ivx]+)\)|(?:\d{1,3}|[A-Z]{1,2}\d{1,3}|[a-z]|[ivx]+)[.)]+(?!\d)|"
    r"\d{1,3}(?:\.\d{1,3}){1,4}[.)]*(?=\s+[A-Z(“‘\"'\[-])|[A-Z]\d{1,2}(?=\s+[A-Z]{3})|\d{1,2}(?=\t))\**\s*"
)
_FRONT = re.compile(r"^(\w[\w ]{0,20}?)\s*[:=]\s*(.*)$")
_PROSE = re.compile(r"(?![\w\"'-]+\s*[:=]|[\s#\]}-])\S")
"""A line that front matter would not have."""
_TAG = re.compile(
    r"</?(?:p|ol|ul|li|div|blockquote|br|h[1-6]|tbody|thead|table|dl|dd|dt)\b[^<>]*>|<!--.{0,2000}?-->", re.IGNORECASE
)
_TABLE = re.compile(r"<table\b.*?(?:</table>|\Z)", re.IGNORECASE | re.DOTALL)
_TABLE_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.IGNORECASE | re.DOTALL)
_UNDERLINE = re.compile(r"([=~^\"'`#+-])\1{2,}")
"""The line below a title of Markdown, of reStructuredText, or of a typewriter."""
_UNDERLINED = {"=": 1, "-": 2}
_UNWRAPPED = 130
"""So long a line is a paragraph: nobody wraps at that width."""
_DIRECTIVE = re.compile(r"\.\.(?:\s+(?:[\w-]+::|_[^:]+:|\[)|$)")
"""What reStructuredText says to a printer."""
_TABLE_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.IGNORECASE | re.DOTALL)


def read(data: bytes, name: str) -> tuple[str, tuple[Block, ...]]:
    """The decoded text of a file and its blocks. Raises DocumentError for what is empty or no text."""
    content = decode(data, name)
    if not content.strip("\ufeff \t\r\n\f"):
        raise DocumentError(name, "it is empty", "Check that the file was saved or converted properly")
    return content, blocks(untagged(content))


@dataclass(slots=True)
class _Line:
    """A line, or the piece of one between two tags, without white space and markup around it."""

    start: int
    end: int
    gap: int
    """Blank lines before it: 0 = it follows directly."""
    indent: int
    tag: str


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text` in order."""
    result, position = _front_matter(text)
    for table in _TABLE.finditer(text, position):
        result += region(text, position, table.start(), result[-1].page if result else None)
        result += _html_rows(text, table.start(), table.end(), result[-1].page if result else None)
        position = table.end()
    result += region(text, position, len(text), result[-1].page if result else None)
    return tuple(mend(text, [b for b in result if b.start < b.end]))


_DASHES = re.compile(r"-{3,}(?:\s+-{3,})*")
_ONLY_SIGNS = re.compile(r"[\s|:+=-]*")


def _lines(text: str, begin: int, finish: int) -> Iterator[_Line]:
    gap, position, container = 1, begin, ""
    for raw in text[begin:finish].splitlines(keepends=True):
        start, next_position = position, position + len(raw)
        position = next_position
        pieces = []
        cut = start
        tags = list(_TAG.finditer(raw)) if "<" in raw else []
        for tag in tags:
            pieces.append((cut, start + tag.start(), container))
            opened = tag.group().lower()
            if opened.startswith(("<ol", "<ul")):
                container = opened[1:3]
            elif opened.startswith(("</ol", "</ul")) or (
                opened.startswith("<p") and not _ends_with_item(raw[: tag.start()])
            ):
                container = ""
            cut = start + tag.end()
        pieces.append((cut, next_position, container))
        empty = True
        for left, right, tag_name in pieces:
            a, b = trim(text, left, right)
            if a < b and text[a:b] not in ("&nbsp;", "\\"):
                indent = 0 if tags else len(raw) - len(raw.lstrip(" \t"))
                yield _Line(a, b, 1 if tags and not empty else gap, indent, tag_name if tags else "")
                gap, empty = 0, False
        if empty:
            gap += 1
        if tags and "</p>" in raw.lower():
            gap = max(gap, 1)


def _ends_with_item(raw: str) -> bool:
    return raw.rstrip().lower().endswith("<li>")


def _list_pieces(text: str, line: _Line) -> list[tuple[int, int, str | None]]:
    """Items that a conversion ran together inside <ol> or <ul>: "1. Note … 2. Note …"."""
    piece = text[line.start : line.end]
    marks: list[tuple[int, int, str | None]] = []
    if line.tag == "ol":
        expected = 1
        for found in re.finditer(r"(?:^|(?<=\s))(\d{1,2})\.\s+(?=[A-Z“\"'])", piece):
            if int(found.group(1)) == expected:
                marks.append((found.start(), found.end(), found.group(1)))
                expected += 1
    else:
        marks = [(m.start(), m.end(), None) for m in re.finditer(r"[▪•●\uf0b7]\s*", piece)]
    if not marks:
        return [(line.start, line.end, None)]
    items: list[tuple[int, int, str | None]] = []
    items += [(line.start, line.start + marks[0][0], None)] if piece[: marks[0][0]].strip() else []
    for (_, body, number), following in zip(marks, [*marks[1:], (len(piece), 0, None)], strict=True):
        items.append((*trim(text, line.start + body, line.start + following[0]), number))
    return [item for item in items if item[0] < item[1]]


def _front_matter(text: str) -> tuple[list[Block], int]:
    """The "key: value" lines between --- or +++ at the very top, as fields, and where they end."""
    opening = re.match(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n", text)
    closing = (
        re.compile(rf"^{re.escape(opening.group(1))}[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
        if opening
        else None
    )
    if not opening or not closing or closing.start() - opening.end() > 4000:
        return [], 0
    fields = []
    position = opening.end()
    if any(_PROSE.match(line) for line in text[opening.end() : closing.start()].splitlines()):
        return [], 0
    for raw in text[opening.end() : closing.start()].splitlines(keepends=True):
        found = _FRONT.match(raw.strip())
        if found and found.group(2).strip("\"'[] "):
            start, _ = trim(text, position, position + len(raw))
            value = found.group(2).strip().strip("\"'")
            at = text.find(value, start + len(found.group(1)))
            cells = ((start, start + len(found.group(1))), (at, at + len(value)))
            fields.append(Block("field", start, at + len(value), level=0, cells=cells))
        position += len(raw)
    return fields, closing.end()


def region(text: str, begin: int, finish: int, page: int | None) -> list[Block]:
    """The blocks of a stretch of text that holds no HTML table, not yet mended."""
    result: list[Block] = []
    ruled = 0
    after_rule = False
    waiting: str | None = None
    for line in _lines(text, begin, finish):
        start, end = line.start, line.end
        content = text[start:end]
        if found := _PAGE.match(content):
            page = int(found.group(1))
            continue
        if "\f" in text[max(0, start - 3) : start]:
            page = (page or 1) + 1
        if content[0] == "-" and _DASHES.fullmatch(content) and (line.indent or content.startswith("-" * 20)):
            ruled = (ruled + 1) % 3  # a ruled table: top, under the header, bottom
            continue
        if result and line.gap == 0 and (titled_by := _underlined(text, result[-1], start, content)):
            result[-1] = titled_by
            continue
        if _DIRECTIVE.match(content):
            continue
        if _RULE.match(content) or _ONLY_SIGNS.fullmatch(content):
            after_rule = True
            continue
        if after_rule and re.fullmatch(r"\d{1,4}", content):
            page, after_rule = int(content), False
            continue
        if after_rule and len(content) > 15 and _often(text, content, start):
            continue  # a running header
        after_rule = False
        if (found := NUMBER.match(content)) and found.end() == len(content):
            waiting = found.group("n")
            continue
        if line.tag in ("ol", "ul"):
            result += [_item(text, a, b, page, n) for a, b, n in _list_pieces(text, line)]
            continue
        block = _structured(text, line, page, ruled > 0)
        previous = result[-1] if result else None
        if block is not None:
            result.append(_aligned(text, previous, block, line) if block.kind == "row" and previous else block)
        elif waiting:
            result.append(Block("heading", *unmark(text, start, end), page, 1, waiting))
            waiting = None
        elif (
            previous
            and line.gap == 0
            and previous.kind != "row"
            and not closed(previous)
            and not (previous.kind == "heading" and (previous.level or not in_capitals(content)))
            and not _changes_case(text[previous.start : previous.end], content, previous.kind)
            and not _breaks(text, previous, content)
        ):
            cells = previous.cells
            if cells:
                cells = (*cells[:-1], (cells[-1][0], end) if cells[-1][0] < cells[-1][1] else (start, end))
            result[-1] = replace(previous, end=end, cells=cells)
        else:
            a, b = unmark(text, start, end)
            if a < b:
                kind = (
                    "heading"
                    if in_capitals(content)
                    or (content.startswith("**") and content.endswith("**") and text[b - 1] != "." and b - a < 90)
                    else "paragraph"
                )
                result.append(Block("heading" if kind == "heading" else "paragraph", a, b, page))
    return result


def _often(text: str, content: str, start: int) -> bool:
    """Whether the same words stand three times in the paper, looked for no further than some eighty pages away."""
    return text.count(content, max(0, start - _NEAR), start + _NEAR) >= 3


_NEAR = 250_000


def _underlined(text: str, above: Block, start: int, content: str) -> Block | None:
    """The title that the line above is where `content` underlines it, None where it is a rule or words."""
    found = _UNDERLINE.fullmatch(content)
    words = text[above.start : above.end]
    if not found or above.kind not in ("paragraph", "heading", "item") or "\n" in words or len(words) > 100:
        return None
    sign = found.group(1)
    near = text[above.end : start].strip(" \t\r") == "\n"
    if not near or above.level or (sign != "=" and len(content) * 2 < len(words)):
        return None
    return replace(above, kind="heading", level=_UNDERLINED.get(sign, 3))


def _aligned(text: str, above: Block, row: Block, line: _Line) -> Block:
    """A row with the cells on its left that are empty, or hold only its number, where the row above has them."""
    missing = len(above.cells) - len(row.cells)
    if above.kind != "row" or missing < 1 or "\t" not in text[row.start : row.end]:
        return row
    if row.number and missing == 1 and row.number in text[line.start : row.cells[0][0]]:
        number = trim(text, line.start, row.cells[0][0])
        return replace(row, start=number[0], number=None, cells=(number, *row.cells))
    begin = text.rfind("\n", 0, line.start) + 1
    tabs = text.count("\t", begin, line.start)
    if tabs > missing or text[begin : line.start].strip(" \t"):
        return row
    return replace(row, cells=(*((row.start, row.start),) * tabs, *row.cells))


def _changes_case(before: str, content: str, kind: str) -> bool:
    """Whether a line can't belong to the block before it because one is a title in capitals and the other isn't."""
    if kind == "item" and in_capitals(before) and not in_capitals(content):
        return True
    return kind != "heading" and not in_capitals(before) and in_capitals(content) and len(content) > 12


def _breaks(text: str, above: Block, content: str) -> bool:
    """Whether a paragraph begins with a line too long to be wrapped: the short lines above it are a title."""
    if above.kind != "paragraph" or len(content) < _UNWRAPPED or not content[0].isupper():
        return False
    lines = text[above.start : above.end].splitlines()
    return lines[-1].rstrip().endswith((".", "?")) if len(lines[-1]) >= _UNWRAPPED else max(map(len, lines)) < 60


def _item(text: str, start: int, end: int, page: int | None, number: str | None) -> Block:
    a, b = unmark(text, start, end)
    return Block("item", a, b, page, number=number)


def titled(text: str, start: int, end: int, page: int | None, level: int | None) -> Block | None:
    """The heading that the words from start to end are, with the number that they begin with; None without words."""
    a, b = unmark(text, start, end)
    number = NUMBER.match(text[a:b])
    if number and number.end() < b - a:
        a += number.end()
        dash = re.match(r"[-–—:]\s*", text[a:b])
        return Block("heading", *unmark(text, a + (dash.end() if dash else 0), b), page, level, number.group("n"))
    return Block("heading", a, b, page, level) if a < b else None


def _structured(text: str, line: _Line, page: int | None, ruled: bool) -> Block | None:
    """The block that a line opens by its own marks, or None where it is running text."""
    start, end = line.start, line.end
    if found := _HEADING.match(text[start:end]):
        return titled(text, start + found.end(), end, page, len(found.group(1)))
    while text[start] == ">" and start + 1 < end:
        start, end = trim(text, start + 1, end)
    bullet = _BULLET.match(text[start:end])
    begin = start + (bullet.end() if bullet else 0)
    number = NUMBER.match(text[begin:end])
    label = number.group("n") if number and (text[begin:end].rstrip() != number.group().rstrip()) else None
    begin += number.end() if number and label else 0
    if not bullet:
        cells = _cells(text, line, begin, end, ruled)
        if len(cells) >= 2:
            head = text[slice(*cells[0])].rstrip("*")
            if head.endswith(":") and len(cells) == 2 and cells[1][0] < cells[1][1]:
                a, b = cells[0]
                return Block("field", start, end, page, number=label, cells=((a, a + len(head) - 1), cells[1]))
            if label and cells[0] != (start, end) and not re.fullmatch(r"\d+", label):
                return Block("row", start, end, page, number=label, cells=cells)
            whole = ((start, begin), *cells) if label else cells
            return Block("row", start, end, page, cells=tuple(unmark(text, *c) if c[0] < c[1] else c for c in whole))
    found = None if bullet else label_of(text[begin:end], label is not None)
    if found:
        a, b = unmark(text, begin + found.end(), end) if found.end() < end - begin else (end, end)
        at = begin + found.start("label")
        return Block("field", at, end, page, number=label, cells=((at, begin + found.end("label")), (a, b)))
    if bullet or label:
        return _item(text, begin, end, page, label)
    return None


def _cells(text: str, line: _Line, start: int, end: int, ruled: bool) -> tuple[tuple[int, int], ...]:
    content = text[start:end]
    if "\t" in text[line.start : end]:
        separator = r"\t"
    elif content.startswith("|") or content.count("|") >= 2:
        separator = r"(?<!\\)\|"
    elif ruled and re.search(r"\s{3,}", content):
        separator = r"\s{3,}"
    else:
        return ()
    stop = end + 1 if separator == r"\t" and text[end : end + 1] == "\t" else end
    edges = [start, *(start + p for m in re.finditer(separator, text[start:stop]) for p in m.span()), stop]
    cells = [trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if separator.endswith("|"):
        cells = cells[1 if content.startswith("|") else 0 : -1 if content.endswith("|") else None]
    return tuple(unmark(text, a, b) if a < b else (min(a, end), min(b, end)) for a, b in cells)


def _html_rows(text: str, begin: int, finish: int, page: int | None) -> list[Block]:
    rows = []
    for row in _TABLE_ROW.finditer(text, begin, finish):
        cells = [unmark(text, *trim(text, *cell.span(1))) for cell in _TABLE_CELL.finditer(text, *row.span(1))]
        if any(a < b for a, b in cells):
            rows.append(Block("row", *trim(text, *row.span(1)), page, cells=tuple(cells)))
    return rows
