"""The tag tree of a PDF page: which words its writer marked as titles, paragraphs, items and cells."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

_DEEPEST = 60
_MOST_ELEMENTS = 20_000
_TITLES = {"Title": 1, **{f"H{i}": i for i in range(1, 7)}, "H": None}
_WITHIN = frozenset(
    ("Span", "NonStruct", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Annot", "Sub", "Form", "BibEntry")
)
"""Elements that are part of the text around them."""


@dataclass(slots=True)
class Tag:
    """An element that holds words, by the marked-content ids of its words.

    `table`, `row`, `cell` and `item` count those of the page; they are None outside of tables and lists.
    """

    kind: Literal["title", "text", "label"]
    level: int | None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    item: int | None = None
    marks: set[int] = field(default_factory=set)


def tags_of(raw: Any) -> list[Tag]:
    """The elements of the page behind the pdfium handle `raw`, in reading order; none where it has no tag tree."""
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(raw)
    if not tree:
        return []
    try:
        walk = _Walk()
        roots = range(min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
        walk.through([r for i in roots if (r := pdfium.FPDF_StructTree_GetChildAtIndex(tree, i))])
        return [tag for tag in walk.found if tag.marks]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


@dataclass(slots=True)
class _Place:
    """Where in the tree a walk stands."""

    tag: Tag | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    item: int | None = None
    depth: int = 0


class _Walk:
    """A walk over a tag tree from its first word to its last."""

    def __init__(self) -> None:
        self.found: list[Tag] = []
        self._seen = 0
        self._tables = self._rows = self._cells = self._items = -1

    def through(self, roots: list[Any]) -> None:
        """Notes what stands under `roots`."""
        stack: list[tuple[Any, _Place]] = [(root, _Place()) for root in reversed(roots)]
        while stack and self._seen < _MOST_ELEMENTS:
            element, place = stack.pop()
            if isinstance(element, int):
                self._note(element, place)
                continue
            self._seen += 1
            if place.depth < _DEEPEST:
                inner = self._entered(element, place)
                stack += [(child, inner) for child in reversed([*_children(element)])]

    def _entered(self, element: Any, place: _Place) -> _Place:
        import pypdfium2.raw as pdfium

        kind = _string(pdfium.FPDF_StructElement_GetType, element)
        table, row, cell, item = place.table, place.row, place.cell, place.item
        if kind in _WITHIN and place.tag is not None:
            return replace(place, depth=place.depth + 1)
        if kind == "Table" and table is None:
            self._tables += 1
            table = self._tables
        elif kind == "TR" and table is not None and cell is None:
            self._rows += 1
            row = self._rows
        elif kind in ("TH", "TD") and row is not None and cell is None:
            self._cells += 1
            cell = self._cells
        elif kind == "LI":
            self._items += 1
            item = self._items
        said: Literal["title", "text", "label"] = "title" if kind in _TITLES else "label" if kind == "Lbl" else "text"
        tag = Tag(said, _TITLES.get(kind), table, row, cell, item)
        self.found.append(tag)
        return _Place(tag, table, row, cell, item, place.depth + 1)

    def _note(self, mark: int, place: _Place) -> None:
        if place.tag is None:
            return
        if place.tag is not self.found[-1]:
            # its text goes on after an element inside it
            place.tag = replace(place.tag, marks=set())
            self.found.append(place.tag)
        place.tag.marks.add(mark)


def _children(element: Any) -> Iterator[Any]:
    """Elements and marked-content ids under `element`, in order."""
    import pypdfium2.raw as pdfium

    for i in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST_ELEMENTS)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, i)
        if child:
            yield child
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i)) >= 0:
            yield mark


def _string(function: Callable[..., int], element: Any) -> str:
    size = function(element, None, 0)
    if not 2 < size < 400:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
