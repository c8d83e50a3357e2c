"""Word files (.docx): paragraphs, automatic numbers, tables, notes and text boxes, with tracked changes accepted.

Read from the XML of the package itself. Headers, footers, comments, deleted and hidden text and tables of contents are
left out; blocks have no page, because Word decides on pages only when it prints.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from graph.errors import DocumentError
from graph.model import Block
from loaders.readers.archive import Archive
from loaders.readers.composition import Composition
from loaders.readers.grid import WIDEST, Cell, Grid, holds_text, width
from loaders.readers.numbering import LEVELS, Numbering, number, val

_INLINE = frozenset(("w_ins", "w_moveTo", "w_hyperlink", "w_smartTag", "w_customXml", "w_fldSimple", "w_bdo", "w_dir"))
_WRAPPERS = frozenset(("w_ins", "w_moveTo", "w_customXml", "w_smartTag"))
_SIGNS = {"w_tab": "\t", "w_ptab": "\t", "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off", "none"))
_LONGEST_CHAIN = 20
"""Styles based on one another; a longer chain goes round in a circle."""


def read(data: bytes, name: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a Word file and its blocks. Raises DocumentError for what can't be read."""
    return _Reader(Archive(data, name), name).read()


@dataclass(slots=True)
class _Style:
    """What a paragraph style says, what it is based on included."""

    name: str = ""
    list_id: str | None = None
    level: int | None = None
    outline: int | None = None
    bold: bool = False


@dataclass(slots=True)
class _Paragraph:
    """The words of a paragraph while they are gathered."""

    words: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._main = self._target("", "officeDocument") or "word/document.xml"
        if self._main not in archive:
            raise DocumentError(
                name, "it holds no Word document", "Save it as .docx from Word or LibreOffice, or as .pdf"
            )
        self._styles, self._default = _styles(archive.tree(self._target(self._main, "styles") or "word/styles.xml"))
        self._numbering = Numbering(archive.tree(self._target(self._main, "numbering") or "word/numbering.xml"))
        self._composition = Composition(name)
        self._fields: list[bool] = []
        """For each field that is open, whether its result has begun."""
        self._carried = ""
        """The words of a paragraph whose end was deleted: they belong to the next."""
        self._noted: list[str] = []

    def read(self) -> tuple[str, tuple[Block, ...]]:
        for element in self._archive.pieces(self._main, "w_body"):
            self._block(element)
        if self._carried:
            self._composition.paragraph(self._carried)
            self._carried = ""
        self._notes()
        return self._composition.finish()

    def _target(self, source: str, kind: str) -> str | None:
        """The part that `source` is related to as its `kind`, None where none is named."""
        folder, file = posixpath.split(source)
        root = self._archive.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        for related in root if root is not None else ():
            if related.get("Type", "").endswith(f"/{kind}") and related.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, related.get("Target", ""))).lstrip("/")
        return None

    # What stands one below the other

    def _block(self, element: Element) -> None:
        tag = element.tag
        if tag == "w_p":
            self._paragraph(element)
        elif tag == "w_tbl":
            self._table(element)
        elif tag == "w_sdt":
            gallery = val(element.find("w_sdtPr/w_docPartObj/w_docPartGallery"))
            for content in element.findall("w_sdtContent") if gallery != "Table of Contents" else ():
                self._blocks(content)
        elif tag == "mc_AlternateContent":
            for chosen in _chosen(element):
                self._block(chosen)
        elif tag in _WRAPPERS:
            self._blocks(element)

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            self._block(element)

    def _paragraph(self, element: Element) -> None:
        properties = element.find("w_pPr")
        style = self._style(properties)
        found = self._words(element, style.bold)
        words = self._carried + "".join(found.words)
        if properties is not None and (
            properties.find("w_rPr/w_del") is not None or _drop_cap(properties.find("w_framePr"))
        ):
            self._carried = words
            return
        self._carried = ""
        self._noted += found.notes
        label = self._label(properties, style)
        level = _outline(properties, style)
        if words.strip() and not style.name.startswith("toc "):
            if level is not None:
                self._composition.heading(words, level, label or None)
            elif label is not None:
                self._composition.item(words, label or None, self._depth(properties, style))
            else:
                self._composition.paragraph(words, bold=found.bold == found.letters > 0)
        for box in found.boxes:
            self._blocks(box)

    def _style(self, properties: Element | None) -> _Style:
        named = val(properties.find("w_pStyle")) if properties is not None else ""
        return self._styles.get(named or self._default) or _Style()

    def _depth(self, properties: Element | None, style: _Style) -> int:
        """How many lists the item's list stands in: by its level, else by the number in its style's name."""
        own = properties.find("w_numPr/w_ilvl") if properties is not None else None
        if own is not None:
            return max(0, number(own))
        return style.level or (
            int(style.name[-1]) - 1 if style.name[-2:-1] == " " and style.name[-1] in "23456789" else 0
        )

    def _label(self, properties: Element | None, style: _Style) -> str | None:
        """The automatic number of a paragraph, counted on: "" for a bullet, None where it has none."""
        own = properties.find("w_numPr") if properties is not None else None
        list_id, at = style.list_id, style.level
        if own is not None and (given := own.find("w_numId")) is not None:
            list_id = val(given)
        if own is not None and (depth := own.find("w_ilvl")) is not None:
            at = min(max(number(depth), 0), LEVELS - 1)
        if not list_id or list_id == "0":
            return "" if style.name.startswith("list bullet") and list_id != "0" else None
        if at is None:
            named = val(properties.find("w_pStyle")) if properties is not None else ""
            at = self._numbering.level_of(list_id, named)
        return self._numbering.next(list_id, at)

    # Tables

    def _table(self, element: Element) -> None:
        rows = [[*_cells(row)] for row in _inside(element, "w_tr") if row.find("w_trPr/w_del") is None]
        columns = width(rows)
        grid = Grid(columns, self._composition)
        for row in rows:
            if columns < 2 or holds_text(row):
                for cell in row:
                    self._blocks(cell.source)
                continue
            for cell in row:
                cell.lines = self._lines(cell.source)
            grid.add(row)
            for cell in row:
                for nested in _inside(cell.source, "w_tbl"):
                    self._table(nested)

    def _lines(self, cell: Element) -> list[str]:
        """The paragraphs of a cell, each with its number."""
        lines = []
        for element in _inside(cell, "w_p"):
            properties = element.find("w_pPr")
            style = self._style(properties)
            found = self._words(element, style.bold)
            self._noted += found.notes
            label = self._label(properties, style)
            lines.append(" ".join(filter(None, (label, "".join(found.words).strip()))))
            lines += [line for box in found.boxes for line in self._lines(box)]
        return lines

    # Words

    def _words(self, element: Element, bold: bool) -> _Paragraph:
        self._fields = [True] * len(self._fields)  # the code of a field never goes beyond its paragraph
        found = _Paragraph()
        self._inline(element, found, bold)
        return found

    def _inline(self, parent: Element, found: _Paragraph, bold: bool) -> None:
        for element in parent:
            tag = element.tag
            if tag == "w_r":
                self._run(element, found, bold)
            elif tag in _INLINE:
                self._inline(element, found, bold)
            elif tag == "w_sdt":
                for content in element.findall("w_sdtContent"):
                    self._inline(content, found, bold)
            elif tag == "mc_AlternateContent":
                self._inline(_choice(element), found, bold)
            elif tag in ("m_oMath", "m_oMathPara"):
                found.words += [t.text or "" for t in element.iter("m_t")]

    def _run(self, run: Element, found: _Paragraph, bold: bool) -> None:
        properties = run.find("w_rPr")
        if properties is not None:
            if _on(properties.find("w_vanish")):
                return
            if (own := properties.find("w_b")) is not None:
                bold = _on(own)
            elif (named := properties.find("w_rStyle")) is not None:
                bold = bold or val(named).lower().startswith("strong")
        for element in run:
            tag = element.tag
            if tag == "w_fldChar":
                self._field(element.get("w_fldCharType"))
            elif tag in ("w_drawing", "w_pict", "w_object", "mc_AlternateContent"):
                found.boxes += _boxes(element)
            elif not all(self._fields):
                continue
            elif tag == "w_t":
                words = element.text or ""
                found.words.append(words)
                letters = len(words) if any(map(str.isalnum, words)) else 0
                found.letters += letters
                found.bold += letters if bold else 0
            elif tag in _SIGNS:
                found.words.append(_SIGNS[tag])
            elif tag in ("w_footnoteReference", "w_endnoteReference"):
                found.notes.append(f"{tag[2:-9]}s {element.get('w_id', '')}")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _notes(self) -> None:
        """Add the footnotes and endnotes that the text refers to, in its order, below a heading of their own."""
        notes: dict[str, Element] = {}
        for kind in ("footnotes", "endnotes") if self._noted else ():
            root = self._archive.tree(self._target(self._main, kind) or f"word/{kind}.xml")
            for note in root if root is not None else ():
                notes[f"{kind} {note.get('w_id', '')}"] = note
        listed = [notes[key] for key in dict.fromkeys(self._noted) if key in notes]
        if listed:
            self._composition.heading("Notes", 1)
        for note in listed:
            self._blocks(note)


def _styles(root: Element | None) -> tuple[dict[str, _Style], str]:
    """The paragraph styles by id, and the id of the one that a paragraph without any has."""
    raw = {
        s.get("w_styleId", ""): s
        for s in (root.findall("w_style") if root is not None else ())
        if s.get("w_type", "paragraph") == "paragraph"
    }
    default = next((i for i, s in raw.items() if s.get("w_default") in ("1", "true")), "")
    found = {}
    for style_id, element in raw.items():
        style = _Style(name=val(element.find("w_name")).lower())
        chain = [element]
        while len(chain) < _LONGEST_CHAIN and (base := raw.get(val(chain[-1].find("w_basedOn")))) is not None:
            chain.append(base)
        for link in reversed(chain):
            if (listed := link.find("w_pPr/w_numPr/w_numId")) is not None:
                style.list_id = val(listed)
            if (level := link.find("w_pPr/w_numPr/w_ilvl")) is not None:
                style.level = min(max(number(level), 0), LEVELS - 1)
            if (outline := link.find("w_pPr/w_outlineLvl")) is not None:
                style.outline = number(outline, 9)
            if (bold := link.find("w_rPr/w_b")) is not None:
                style.bold = _on(bold)
            named = val(link.find("w_name")).lower()
            if named.startswith("heading ") and named[8:].isdigit() and style.outline is None:
                style.outline = int(named[8:9]) - 1
            elif named == "title":
                style.outline = 0
        found[style_id] = style
    return found, default


def _cells(row: Element) -> Iterator[Cell[Element]]:
    """The cells of a row with their words as they stand, their numbers not yet counted."""
    before = number(row.find("w_trPr/w_gridBefore"))
    if before > 0:
        yield Cell([], Element("w_tc"), across=min(before, WIDEST))
    for cell in _inside(row, "w_tc"):
        lines = ["".join(t.text or "" for t in p.iter("w_t")) for p in _inside(cell, "w_p")]
        properties = cell.find("w_tcPr")
        if properties is None:
            yield Cell(lines, cell)
        elif properties.find("w_cellDel") is None:
            merged = properties.find("w_vMerge")
            continued = merged is not None and val(merged, "continue") == "continue"
            yield Cell(lines, cell, max(1, number(properties.find("w_gridSpan"), 1)), continued=continued)


def _outline(properties: Element | None, style: _Style) -> int | None:
    """The level of a heading, 1 for the highest; None for running text."""
    own = properties.find("w_outlineLvl") if properties is not None else None
    level = number(own, 9) if own is not None else style.outline
    return level + 1 if level is not None and 0 <= level < 9 else None


def _drop_cap(frame: Element | None) -> bool:
    return frame is not None and frame.get("w_dropCap") in ("drop", "margin")


def _on(element: Element | None) -> bool:
    return element is not None and val(element, "1").lower() not in _OFF


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The elements called `tag` that belong to `parent`, through content controls and tracked insertions."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == "w_sdt":
            for content in element.findall("w_sdtContent"):
                yield from _inside(content, tag)
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)


def _choice(element: Element) -> Element:
    """The one of several forms of the same content that is read: the first that is offered."""
    choice = element.find("mc_Choice")
    fallback = element.find("mc_Fallback")
    return choice if choice is not None else fallback if fallback is not None else Element("mc_Choice")


def _chosen(element: Element) -> list[Element]:
    return list(_choice(element))


def _boxes(element: Element) -> list[Element]:
    """The text boxes of a drawing, once each; one inside another belongs to the outer."""
    if element.tag == "w_txbxContent":
        return [element]
    parent = _choice(element) if element.tag == "mc_AlternateContent" else element
    return [box for child in parent for box in _boxes(child)]
