"""Tables that say who answers for what: strands with a lead, actions with an owner, recommendations with a party.

A column is what its title says. An empty owner cell gives nobody, and never the neighbour's; a row that does not have
the columns of its header is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.addressees import parties
from loaders.entities import Named
from loaders.layouts.recommendations import recommend
from loaders.paper import Paper

_COLUMNS = {
    "matter": r"recommendations?|actions?(?: required| agreed| point)?|what(?: we will do)?|task|agreed actions?",
    "strand": r"(?:plan|strand|theme|workstream|work stream|priority|strategic priority|objective|outcome|"
    r"strategy|plan/strategy|area|project|risk)s?(?: / .*| name)?",
    "owner": r"(?:lead|owner|responsib\w*|responsible (?:part\w+(?:/ies)?|officer|person|body|agency|lead)|"
    r"lead (?:officer|agency|person|body|partner)|"
    r"accountable(?: officer| body)?|action (?:owner|by)|by whom|who|led by|assigned to|owned by|sponsor|"
    r"senior responsible (?:owner|officer))(?:\(s\))?",
    "timescale": r"(?:time ?scale|time ?line|due|due date|by when|target date|deadline|when|date due|"
    r"completion date)s?(?: \(.*\))?",
    "number": r"(?:no|number|ref|reference|#|id|item|rec(?:ommendation)? no)\.?",
}
_ROLES = {
    "lead": "lead",
    "led": "lead",
    "owner": "owner",
    "owned": "owner",
    "responsib": "responsible",
    "accountable": "accountable",
    "sponsor": "sponsor",
}
_PARTY = re.compile(r"part(?:y|ies|ner)|agenc|organisation|organization|bod(?:y|ies)|department")
_ACRONYMS = re.compile(
    r"[A-Z]{3,8}(?:(?:,\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?|\s*[/&]\s*)[A-Z]{3,8})*(?=\s*$|\s*[(,]|"
    r",?\s+and\b)"
)
_NUMBER = re.compile(r"\(?[A-Z]{0,2}\d{1,3}(?:\.\d+)*[.)]?|[a-z][.)]")
_SECOND = re.compile(
    r"\s*(?:\(|,\s*)?\bin (?:coordination|consultation|partnership|conjunction|collaboration) with\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Table:
    """A header row: which column holds what, and its title for the owner."""

    width: int
    columns: dict[str, int]
    role: str
    organisations: bool


def read(paper: Paper) -> None:
    """State who owns each row of the tables of responsibility in `paper`."""
    table: _Table | None = None
    for i, block in enumerate(paper.blocks):
        if block.kind != "row":
            if block.kind == "heading":
                table = None
            continue
        cells = [paper.words(*c) for c in block.cells]
        if (header := _header(cells)) is not None:
            table = header
        elif table is not None:
            _row(paper, i, table)


def _header(cells: list[str]) -> _Table | None:
    """The table that a row of column titles opens, None where the row is no such."""
    columns: dict[str, int] = {}
    for k, cell in enumerate(cells):
        for name, shape in _COLUMNS.items():
            if re.fullmatch(shape, cell.strip(" *:"), re.IGNORECASE):
                columns.setdefault(name, k)
    subject = columns.get("matter", columns.get("strand"))
    if subject is None or ("recommendation" not in cells[subject].lower() and "owner" not in columns):
        return None
    title = cells[columns["owner"]].lower() if "owner" in columns else ""
    return _Table(
        len(cells), columns, next((r for k, r in _ROLES.items() if k in title), "owner"), bool(_PARTY.search(title))
    )


def _row(paper: Paper, i: int, table: _Table) -> None:
    block = paper.blocks[i]
    cells = block.cells
    shift = len(cells) - table.width
    first = paper.words(*cells[0]) if cells else ""
    if shift not in (0, 1) or (shift == 1 and not _NUMBER.fullmatch(first)):
        return
    column = {name: k + shift for name, k in table.columns.items()}
    matter = cells[column["matter"] if "matter" in column else column["strand"]]
    if matter[1] - matter[0] < 3:
        return
    number = first.strip(" .()") if _NUMBER.fullmatch(first) else None
    timescale = paper.words(*cells[column["timescale"]]) if "timescale" in column else None
    owners = _owners(paper, *cells[column["owner"]], table.organisations) if "owner" in column else ()
    if "matter" in column:
        _asking(
            paper, i, matter, number, timescale or None, owners, cells[column["owner"]] if "owner" in column else matter
        )
    else:
        _strand(paper, matter, owners, block.start, block.end, table.role)


def _asking(
    paper: Paper,
    i: int,
    matter: tuple[int, int],
    number: str | None,
    timescale: str | None,
    owners: tuple[Named, ...],
    said: tuple[int, int],
) -> None:
    named = recommend(paper, i, *matter, number, timescale)
    for owner in owners:
        paper.state(named, "ADDRESSED_TO", owner, *said, "layout:responsibility-table", timescale=timescale)


def _strand(paper: Paper, matter: tuple[int, int], owners: tuple[Named, ...], start: int, end: int, role: str) -> None:
    instruments = paper.mentions_in(*matter, "Instrument")
    number = re.match(r"\s*(?:\d+(?:\.\d+)*[.)]?|\([a-z0-9]+\))\s+", paper.text[matter[0] : matter[1]])
    begin = matter[0] + (number.end() if number else 0)
    if not owners:
        return
    what = instruments[0].named if len(instruments) == 1 else paper.entities.function(paper.words(begin, matter[1]))
    for owner in owners:
        paper.state(owner, "ACCOUNTABLE_FOR", what, start, end, "layout:responsibility-table", role=role)


def _owners(paper: Paper, start: int, end: int, organisations: bool) -> tuple[Named, ...]:
    """Who an owner cell names; partners "in coordination with" are not owners.

    Initials are bodies where the column is for organisations, and otherwise only if the paper names the body.
    """
    second = _SECOND.search(paper.text, start, end)
    stop = second.start() if second else end
    while stop > start and (paper.text[stop - 1].isspace() or paper.text[stop - 1] in ",(;"):
        stop -= 1
    if start >= stop:
        return ()
    start += re.match(r"(?:\s|<[^>]+>)*", paper.text[start:stop]).end()  # type: ignore[union-attr]
    if organisations and (row := _ACRONYMS.match(paper.text, start, stop)):
        each = [
            paper.organisation_at(start + m.start(), start + m.end()) for m in re.finditer(r"[A-Z]{3,8}", row.group())
        ]
        return tuple(dict.fromkeys(body for body in each if body is not None))
    found = parties(paper, start, stop)
    if found is not None and found.named:
        return found.named
    whole = paper.party_at(start, stop)
    return (whole,) if whole else ()
