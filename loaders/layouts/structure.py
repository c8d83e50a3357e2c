"""How bodies hang together by layout: nested lists under "Governance structure", tables of bodies and their parents.

A list says so only under a title that does: "committees and sub-committees" and "structure" make what is set in part of
what it stands under, "reporting lines" make it report there. Elsewhere an indent says nothing.
"""

from __future__ import annotations

import re

from graph.model import Block
from loaders import terms
from loaders.addressees import parties
from loaders.entities import Named
from loaders.layouts import entries, offices
from loaders.paper import Paper

_LISTS = "layout:structure-list"
_TABLES = "layout:structure-table"

_PART = re.compile(
    r"\bstructures?\b|\bgovernance\W*$|\bcommittees?\s+(?:and|&)\s+(?:their\s+)?(?:sub|working|task|panels|groups)|"
    r"\b(?:standing|sub)[- ]?(?:committees|groups)\W*$|\b(?:boards?|groups?)\s+and\s+(?:their\s+)?sub|"
    r"\bhow\s+(?:\w+\s+){1,4}(?:fits?|hangs?|sits?)\s+together\b|\borganograms?\b|"
    r"\b(?:governance|committees?)\s+(?:chart|tree|map|diagram)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\breporting\s+(?:structures?|lines?|arrangements|routes?)\b|\blines?\s+of\s+(?:reporting|accountability)\b|"
    r"\baccountability\s+structure\b|\breports?\s+to\b",
    re.IGNORECASE,
)
_NO_STRUCTURE = re.compile(
    r"\b(?:salar\w+|staff\w*|report|paper|document|review\s+of|fee|pay|data|file|cost|price|contents|membership)\b",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*(?:[(:;\[]|\s[–—-]\s|,\s|\n|$)")
_NESTED = re.compile(r"\d+(?:\.\d+)*\.?")

_BODY = re.compile(
    r"(?:name\s+of\s+)?(?:the\s+)?(?:(?:sub-?|working\s+|task\s+)?(?:committee|group|board|panel|forum|meeting|body|team)"
    r"(?:\s*/\s*\w+)?)s?(?:\s+name)?|name\s+of\s+\w+|governance\s+(?:body|group|forum)",
    re.IGNORECASE,
)
_UP = re.compile(
    r"(?:reports?|reporting|accountable|answers|answerable)\s*(?:in\s*)?to|reporting\s+(?:line|body|route)|upward\s+report\w*",
    re.IGNORECASE,
)
_PARENT = re.compile(r"parent(?:\s+\w+)?|(?:part|sub-?(?:group|committee))\s+of", re.IGNORECASE)
_CHAIRS = re.compile(
    r"(?:(?P<vice>vice|deputy)[- ])?(?:chair(?:s|man|person|woman|ed\s+by)?|convenor|convener)", re.IGNORECASE
)


_SEVERAL = re.compile(r"\b(?:chairs|members|officers)$", re.IGNORECASE)
"""How a cell ends that is of several, or of things: "Oak chairs" hold no chair."""


def read(paper: Paper) -> None:
    """State what the structure lists and tables of `paper` say of its bodies."""
    columns: dict[str, int] = {}
    width = 0
    for i, block in enumerate(paper.blocks):
        if block.kind == "row":
            if found := _header(paper, block):
                columns, width = found, len(block.cells)
            elif columns and len(block.cells) == width:
                _row(paper, block, columns)
            continue
        columns = {}
        if block.kind == "heading" and (predicate := _predicate(paper.words(block.start, block.end))):
            _list(paper, i, predicate)


def _predicate(title: str) -> str | None:
    """What nesting means under a title, None where it means nothing."""
    if len(title.split()) > 12 or _NO_STRUCTURE.search(title):
        return None
    if _REPORT.search(title):
        return "REPORTS_TO"
    return "PART_OF" if _PART.search(title) else None


def _list(paper: Paper, heading: int, predicate: str) -> None:
    """State the list below a heading, if its items are bodies and it is nested."""
    items: list[Block] = []
    for block in paper.blocks[heading + 1 : heading + 80]:
        numbered = block.kind == "heading" and block.number and _NESTED.fullmatch(block.number) and items
        if block.kind == "item" or numbered:
            items.append(block)
        elif items or block.kind != "paragraph":
            break
    depths = _depths(paper, items)
    if len(set(depths)) < 2:
        return
    sure = [_named(paper, block, False) for block in items]
    if sum(n is not None for n in sure) * 3 < len(items) * 2:
        return
    open_: list[tuple[int, Named | None]] = []
    for block, depth in zip(items, depths, strict=True):
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        named = _named(paper, block, True)
        if open_ and named is not None:
            paper.state(named, predicate, open_[-1][1], block.start, _name_end(paper, block), _LISTS)
        open_.append((depth, named))


def _depths(paper: Paper, items: list[Block]) -> list[int]:
    """How deep each item is nested: by its level, else by its number (1.2.1), else by its indent."""
    if items and all(block.level is not None for block in items):
        return [block.level or 0 for block in items]
    if items and all(block.number and _NESTED.fullmatch(block.number) for block in items):
        return [(block.number or "").strip(".").count(".") for block in items]
    return [_indent(paper.text, block.start) for block in items]


def _indent(text: str, start: int) -> int:
    line = text[text.rfind("\n", 0, start) + 1 : start].expandtabs(4)
    return len(line) - len(line.lstrip())


def _name_end(paper: Paper, block: Block) -> int:
    found = _NAME_END.search(paper.text, block.start, block.end)
    return found.start() if found else block.end


def _named(paper: Paper, block: Block, trusted: bool) -> Named | None:
    """The body that an item names and nothing else, a note after it aside; with `trusted` whatever it looks like."""
    end = _name_end(paper, block)
    if end - block.start > 90:
        return None
    return paper.organisation_at(block.start, end) if trusted else paper.body_at(block.start, end)


def _header(paper: Paper, block: Block) -> dict[str, int]:
    """The columns of a table of bodies: "Group | Chair | Reports to"; {} where a row is no such header."""
    found: dict[str, int] = {}
    for k, cell in enumerate(block.cells):
        words = paper.words(*cell).strip(" *:")
        for name, shape in (("up", _UP), ("parent", _PARENT), ("chair", _CHAIRS), ("body", _BODY)):
            if shape.fullmatch(words):
                found.setdefault(name, k)
                break
    return found if "body" in found and ("up" in found or "parent" in found or "chair" in found) else {}


def _row(paper: Paper, block: Block, columns: dict[str, int]) -> None:
    body = paper.organisation_at(*block.cells[columns["body"]])
    if body is None:
        return
    for name, predicate in (("up", "REPORTS_TO"), ("parent", "PART_OF")):
        if name in columns and (cell := block.cells[columns[name]])[0] < cell[1]:
            whom = parties(paper, *cell)
            named = whom.named if whom and whom.named else ()
            for above in named or filter(None, (paper.body_at(*cell),)):
                if predicate == "REPORTS_TO" or above.label == "Body":
                    paper.state(body, predicate, above, block.start, block.end, _TABLES)
    if "chair" in columns:
        _chair(paper, block, body, columns["chair"])


def _chair(paper: Paper, block: Block, body: Named, column: int) -> None:
    start, end = block.cells[column]
    words = paper.words(start, end)
    if start >= end or entries.NOBODY.match(words) or len(words.split()) > 12:
        return
    person = next(iter(entries.people_at(paper, start, end, True)), None)
    who = person[2] if person else paper.post_at(start, end) if not _SEVERAL.search(words) else None
    role = offices.chair_role(words) if offices.chair_role(words) == "co-chair" else "chair"
    term = terms.within(paper.text, start, end, paper.date_at(start))
    paper.state(
        who, "CHAIRS", body, block.start, block.end, _TABLES, term.modality if term else "asserted",
        role=role, since=term and term.since, until=term and term.until,
    )  # fmt: skip
