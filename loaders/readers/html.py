"""Web pages (.html): what a page says, without what leads round the site.

Pages of committee systems among them, ModernGov's too: agendas laid out as tables are read as text, tables of members
and of attendance as rows. The words are the page's own, white space as a browser shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.model import Block
from loaders.names import bodies
from loaders.readers.composition import Composition
from loaders.readers.encoding import decode_page
from loaders.readers.grid import Cell, Grid, holds_text, width
from loaders.readers.numbering import written

_NO_TEXT = (
    "script style noscript template nav aside svg math canvas iframe object embed audio video picture img map button "
    "select option textarea input datalist dialog menu head frameset del s strike"
)
_DROPPED = frozenset(_NO_TEXT.split())
_ON_LINES_OF_THEIR_OWN = (
    "p div section article main header footer body html h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr "
    "td th caption blockquote pre address fieldset legend form figure figcaption details summary hr center hgroup "
    "dir search"
)
_BLOCKS = frozenset(_ON_LINES_OF_THEIR_OWN.split())
_TITLES = frozenset(("table", "h1", "h2", "h3", "h4"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"))
_FURNITURE = re.compile(
    r"(?!(?:no|has|with|without|is|js)-)(?:.*-)?(?:cookies?|breadcrumbs?|crumbs?|nav|navbar|navigation|menus?|skip|"
    r"skiplinks?|sidebar|pagination|pager|(?:social|share|sharing|related)-(?:links?|media|icons?|buttons?|bar|content|"
    r"pages)|share|footer|feedback|toolbar|backtotop|back-to-top|print-only|visually-hidden|visuallyhidden|sr-only|"
    r"mg-useful-links|mg-share-links)(?:-.*)?"
)
"""A class or id, its words joined by hyphens, of what leads round a site."""
_CONTENT = (
    "main",
    "[role=main]",
    "#modgov",
    ".mgContent",
    "#mgContent",
    "#main-content",
    "#maincontent",
    "#content",
    "#main",
    ".main-content",
    "article",
)
"""Where a page keeps what it says, the surest first."""
_ENOUGH = 20
"""Words below which a place is hardly all that a page says."""
_NUMBER_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[*†‡])\]?")
_LONGEST_LABEL = 8
"""Words of a term that is a label rather than a title."""


_TITLE_PIECES = re.compile(r"\s+(?:[|»:–—-]|::)\s+")


def read(data: bytes, name: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks. Raises DocumentError for what can't be read."""
    page = LexborHTMLParser(decode_page(data, name))
    composition = Composition(name)
    root = _root(page)
    if root is not None:
        title = page.css_first("title")
        words = _plain(title.text(deep=True)) if title is not None else ""
        headed = root.css_first("h1, h2, h3") is not None
        if words and not headed:
            composition.heading(words, 1)
        _Reader(composition, _layout_tables(root)).walk(root)
        told = _plain(root.text(deep=True, separator=" "))
        for piece in _TITLE_PIECES.split(words) if headed else ():
            if bodies.kind_of(piece) and piece not in told:
                composition.field("Page title", piece)  # often the only place that names the council
    return composition.finish()


def _root(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds what the page says."""
    body = page.body
    for selector in _CONTENT if body is not None else ():
        found = page.css(selector)
        if len(found) == 1 and len(found[0].text(deep=True).split()) >= _ENOUGH:
            return found[0]
    return body


def _plain(words: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", words).strip()


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _dropped(node: LexborNode) -> bool:
    """Whether an element is not of the text: a menu, a banner, a script, what is hidden or struck out."""
    tag = node.tag
    if tag in _DROPPED:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("role") in _ROLES or attributes.get("aria-modal") == "true":
        return True
    if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", attributes.get("style") or "", re.IGNORECASE):
        return True
    if tag in ("body", "html", "main", "p", "td", "th", "tr", "table"):
        return False
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".split()
    apart = (re.sub(r"(?<=[a-z])(?=[A-Z])", "-", token).replace("_", "-").lower() for token in named)
    return any(map(_FURNITURE.fullmatch, apart)) and node.css_first("h1, main") is None


class _List:
    """A list that is open: how its items are numbered."""

    def __init__(self, node: LexborNode) -> None:
        attributes = node.attributes
        start = attributes.get("start") or "1"
        self.kind = _NUMBER_KINDS.get(attributes.get("type") or "", "decimal")
        self.ordered = node.tag == "ol"
        self.step = -1 if "reversed" in attributes else 1
        self.next = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1

    def label(self, item: LexborNode) -> str | None:
        """The number of the next item, None for a bullet."""
        if not self.ordered:
            return None
        value = item.attributes.get("value") or ""
        if re.fullmatch(r"[0-9]{1,6}", value):
            self.next = int(value)
        label = f"{written(self.next, self.kind)}."
        self.next += self.step
        return label


class _Reader:
    """Walks a page in order, without recursion: pages may be nested as deep as they like."""

    def __init__(self, composition: Composition, laid_out: frozenset[int]) -> None:
        self._composition = composition
        self._laid_out = laid_out
        self._words: list[str] = []
        self._letters = self._bold_letters = 0
        self._bold = self._pre = 0
        self._heading: int | None = None
        self._lists: list[_List] = []
        self._item: tuple[str | None] | None = None
        self._term: str | None = None
        self._inner = 0
        """How many articles or main elements are open: a header inside one is of the text."""

    def walk(self, root: LexborNode) -> None:
        """Add everything below `root`."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        if root.tag in ("main", "article"):
            self._inner = 1
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node)
                continue
            if node.is_text_node:
                self._text(node.text_content or "")
                continue
            if not node.is_element_node or (node is not root and (_dropped(node) or self._aside(node))):
                continue
            if node.tag == "table" and self._table(node):
                continue
            self._enter(node)
            stack.append((node, True))
            stack += [(child, False) for child in reversed([*_children(node)])]
        self._flush()

    def _aside(self, node: LexborNode) -> bool:
        """Whether an element is a page's head or foot, or the mark of a footnote."""
        tag = node.tag
        if tag == "sup":
            return bool(_NOTE_MARK.fullmatch(_plain(node.text(deep=True))))
        return tag == "footer" or (tag == "header" and not self._inner)

    def _text(self, words: str) -> None:
        shown = words if self._pre else re.sub(r"[ \t\r\n\f]+", " ", words)
        if shown == " " and (not self._words or self._words[-1].endswith((" ", "\n"))):
            return
        self._words.append(shown)
        letters = len(shown) if any(map(str.isalnum, shown)) else 0
        self._letters += letters
        self._bold_letters += letters if self._bold else 0

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br":
            self._words.append("\n")
            return
        if tag in ("b", "strong"):
            self._bold += 1
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in ("main", "article"):
            self._inner += 1
        elif tag == "pre":
            self._pre += 1
        elif tag in ("ul", "ol", "dir"):
            self._lists.append(_List(node))
        elif tag == "li":
            self._item = (self._lists[-1].label(node) if self._lists else None,)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in ("b", "strong"):
            self._bold -= 1
        if tag not in _BLOCKS:
            return
        if tag == "dt":
            self._flush_term()
        self._flush()
        if tag in ("main", "article"):
            self._inner -= 1
        elif tag == "pre":
            self._pre -= 1
        elif tag in ("ul", "ol", "dir") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = None
        elif tag == "dl" and self._term is not None:
            self._composition.paragraph(self._term, bold=True)
            self._term = None

    def _take(self) -> tuple[str, bool]:
        words = "".join(self._words)
        bold = 0 < self._letters == self._bold_letters
        self._words.clear()
        self._letters = self._bold_letters = 0
        return words, bold

    def _flush_term(self) -> None:
        """Keep the term of a definition list until its definition comes."""
        words, _ = self._take()
        if self._term is not None:
            self._composition.paragraph(self._term, bold=True)
        self._term = words.strip() or None

    def _flush(self) -> None:
        """Add what was gathered as the block that is open."""
        words, bold = self._take()
        if not words.strip():
            return
        if self._heading is not None:
            self._composition.heading(words, self._heading)
        elif self._term is not None:
            if len(self._term.split()) <= _LONGEST_LABEL:
                self._composition.field(self._term, words)
            else:
                self._composition.paragraph(self._term)
                self._composition.paragraph(words)
            self._term = None
        elif self._item is not None:
            self._composition.item(words, self._item[0], len(self._lists) - 1)
            self._item = None
        else:
            self._composition.paragraph(words, bold)

    # Tables

    def _table(self, node: LexborNode) -> bool:
        """Add a table as rows. False where it is no table but a way of laying out a page: then its cells are text."""
        if (
            node.attributes.get("role") in ("presentation", "none")
            or node.mem_id in self._laid_out
            or max((sum(1 for _ in _cells_of(row)) for row in _rows(node)), default=0) < 2
        ):
            return False
        rows = [[*_cells(row)] for row in _rows(node)]
        columns = width(rows)
        self._flush()
        caption = next((c for c in _children(node) if c.tag == "caption"), None)
        if caption is not None:
            self._composition.paragraph(" ".join(_lines(caption)), bold=True)
        labelled = columns == 2 and all([c.source.tag for c in row] == ["th", "td"] for row in rows)
        grid = Grid(columns, self._composition)
        for row in rows:
            if labelled:
                self._composition.field(row[0].words, row[1].words)
            elif holds_text(row):
                for cell in row:
                    _Reader(self._composition, self._laid_out).walk(cell.source)
            else:
                grid.add(row)
        return True


def _layout_tables(root: LexborNode) -> frozenset[int]:
    """The tables below `root` that hold titles or tables and so lay out a page, by their place in memory."""
    found: set[int] = set()
    above: list[int] = []
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            above.pop()
            continue
        if above and (node.tag in _TITLES or "mgAiTitleTxt" in (node.attributes.get("class") or "")):
            found.add(above[-1])
        if node.tag == "table":
            above.append(node.mem_id)
            stack.append((node, True))
        stack += [(child, False) for child in _children(node) if child.is_element_node]
    return frozenset(found)


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in _children(table):
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in _children(child) if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[Cell[LexborNode]]:
    for cell in _cells_of(row):
        yield Cell(_lines(cell), cell, _span(cell, "colspan"), _span(cell, "rowspan"))


def _cells_of(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in _children(row) if cell.tag in ("td", "th") and not _dropped(cell))


def _span(cell: LexborNode, attribute: str) -> int:
    told = cell.attributes.get(attribute) or "1"
    return max(1, int(told)) if re.fullmatch(r"[0-9]{1,3}", told) else 1


def _lines(cell: LexborNode) -> list[str]:
    """The lines of a cell as a browser shows them."""
    words: list[str] = []
    stack = [(cell, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            words.append("\n")
        elif node.is_text_node:
            words.append(re.sub(r"[ \t\r\n\f]+", " ", node.text_content or ""))
        elif node.tag == "br":
            words.append("\n")
        elif node.is_element_node and (node is cell or not _dropped(node)):
            if node.tag == "sup" and _NOTE_MARK.fullmatch(_plain(node.text(deep=True))):
                continue
            if node.tag in _BLOCKS:
                words.append("\n")
                stack.append((node, True))
            stack += [(child, False) for child in reversed([*_children(node)])]
    return [line.strip() for line in "".join(words).split("\n") if line.strip()]
