"""Tables that say who answers for what: strands with a lead, actions with an owner, recommendations with a party.

A column is what its title says. An empty owner cell gives nobody, and never the neighbour's: what it should answer for
is still noted, so that a strand without an owner can be seen. A row that does not have the columns of its header is
passed over. In a matrix of R, A, C and I, "A" is accountable and "R" responsible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.addressees import parties
from loaders.entities import Named
from loaders.layouts import actions
from loaders.layouts.decisions import decide, meeting
from loaders.layouts.initials import Initials
from loaders.layouts.recommendations import recommend
from loaders.paper import Paper

_COLUMNS = {
    "matter": r"(?:agreed |audit |our )?(?:recommendations?|actions?)(?: required| agreed| points?| items?| needed|"
    r" to be taken|/ ?decisions?)?(?: and .*)?|what(?: we will do)?|tasks?|description(?: of|/)? ?action",
    "strand": r"(?:plan|strand|theme|workstream|work stream|priority|strategic priority|objective|outcome|"
    r"strategy|plan/strategy|area|project|risk)s?(?: / .*| name)?",
    "owner": r"(?:(?:overall |strategic |operational |executive |exec |delivery )?lead|(?:action |risk |plan )?owners?|"
    r"responsib\w*|responsible (?:part\w+(?:/ies)?|officer|person|body|agency|lead)|(?:allocated|assigned) to|"
    r"(?:senior |named )?lead (?:officer|agency|person|body|partner|director|member)|"
    r"accountable(?: officer| body| person| lead)?|action(?:ed)? (?:owner|by|for)|by whom|who(?: is responsible)?|"
    r"led by|owned by|sponsor|person responsible|senior responsible (?:owner|officer))(?:\(s\))?",
    "timescale": r"(?:time ?scale|time ?line|time ?frame|due|due (?:by|date)|by when|target(?: date)?|deadline|when|"
    r"date due|(?:target )?completion(?: date)?|(?:implementation|review) date)s?(?:/\w+| \(.*\))?",
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
_NUMBER = re.compile(r"\(?(?:[A-Z]{1,4}[ -]?)?\d{1,4}(?:[./]\d+)*[.)]?|[a-z][.)]")
_INITIALS = re.compile(r"[A-Z]{2,3}(?:\s*[/,&]\s*[A-Z]{2,3})*")
_MARKS = re.compile(r"[RACISO](?:\s*[/,&+]?\s*[RACISO]){0,3}|[-–—]")
_LOG = re.compile(
    r"\baction(?:s)?\s+(?:logs?|trackers?|lists?|points?|registers?|schedules?|arising|items?|notes?|summary)\b|"
    r"\bmatters\s+arising\b|\b(?:outstanding|rolling|agreed)\s+actions\b|\bactions?\W*$",
    re.IGNORECASE,
)
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
    asks: bool


def read(paper: Paper) -> None:
    """State who owns each row of the tables of responsibility in `paper`."""
    letters = Initials(paper)
    table: _Table | None = None
    matrix: dict[int, Named] = {}
    for i, block in enumerate(paper.blocks):
        if block.kind != "row":
            if block.kind == "heading":
                table, matrix = None, {}
            continue
        cells = [paper.words(*c) for c in block.cells]
        if (header := _header(cells)) is not None:
            table, matrix = header, {}
        elif found := _matrix(paper, i, cells):
            table, matrix = None, found
        elif matrix:
            _raci(paper, i, cells, matrix)
        elif table is not None:
            _row(paper, i, table, letters)


def _matrix(paper: Paper, i: int, cells: list[str]) -> dict[int, Named]:
    """The parties over the columns of a matrix, where the row below holds nothing but R, A, C and I; else {}."""
    if len(cells) < 3 or i + 1 >= len(paper.blocks) or paper.blocks[i + 1].kind != "row":
        return {}
    below = [paper.words(*c) for c in paper.blocks[i + 1].cells]
    marks = [w for w in below[1:] if w]
    if len(below) != len(cells) or not marks or not all(_MARKS.fullmatch(w) for w in marks):
        return {}
    if not any("A" in w or "R" in w for w in marks):
        return {}
    titles = paper.blocks[i].cells
    found = {k: who for k in range(1, len(cells)) if cells[k] and (who := paper.party_at(*titles[k])) is not None}
    return found if len(found) * 2 > len(cells) - 1 else {}


def _raci(paper: Paper, i: int, cells: list[str], matrix: dict[int, Named]) -> None:
    """State one row of a matrix: who is accountable and who responsible for its task."""
    block = paper.blocks[i]
    if len(cells) <= max(matrix) or not cells[0] or not all(_MARKS.fullmatch(w) for w in cells[1:] if w):
        return
    task = paper.entities.function(cells[0])
    for k, who in matrix.items():
        letters = set(re.findall(r"[RACISO]", cells[k]))
        if "A" in letters:
            paper.state(who, "ACCOUNTABLE_FOR", task, block.start, block.end, "layout:raci", role="accountable")
        if "R" in letters:
            paper.state(who, "RESPONSIBLE_FOR", task, block.start, block.end, "layout:raci", role="responsible")


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
    role = next((r for k, r in _ROLES.items() if k in title), "owner")
    asks = "recommend" in cells[subject].lower()
    return _Table(len(cells), columns, role, bool(_PARTY.search(title)), asks)


def _row(paper: Paper, i: int, table: _Table, letters: Initials) -> None:
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
    owners = _owners(paper, *cells[column["owner"]], table.organisations, letters) if "owner" in column else ()
    if "matter" in column:
        said = cells[column["owner"]] if "owner" in column else matter
        _asking(paper, i, matter, number, timescale or None, owners, said, table.asks)
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
    asks: bool,
) -> None:
    """State one row that asks: a recommendation, or an action that the meeting set."""
    body = paper.owner_at(matter[0])
    if not asks and body is not None and _of_meeting(paper, i):
        rule = "layout:action-log"
        named = decide(paper, *matter, body, number, rule, action=True, asks=(matter[0], matter[0]))
    else:
        rule = "layout:responsibility-table"
        named = recommend(paper, i, *matter, number, timescale, asks)
    for owner in owners:
        paper.state(named, "ADDRESSED_TO", owner, *said, rule, timescale=timescale)


def _of_meeting(paper: Paper, i: int) -> bool:
    """Whether a table of actions is that of a meeting: in its minutes, or a log by its title."""
    offset = paper.blocks[i].start
    if "recommend" in paper.heading_of(i).lower():
        return False
    return (
        meeting(paper, offset) is not None
        or bool(_LOG.search(paper.heading_of(i)))
        or bool(_LOG.search(paper.part_at(offset).title or ""))
    )


def _strand(paper: Paper, matter: tuple[int, int], owners: tuple[Named, ...], start: int, end: int, role: str) -> None:
    instruments = paper.mentions_in(*matter, "Instrument")
    number = re.match(r"\s*(?:\d+(?:\.\d+)*[.)]?|\([a-z0-9]+\))\s+", paper.text[matter[0] : matter[1]])
    begin = matter[0] + (number.end() if number else 0)
    what = instruments[0].named if len(instruments) == 1 else paper.entities.function(paper.words(begin, matter[1]))
    for owner in owners:
        paper.state(owner, "ACCOUNTABLE_FOR", what, start, end, "layout:responsibility-table", role=role)


def _owners(paper: Paper, start: int, end: int, organisations: bool, letters: Initials) -> tuple[Named, ...]:
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
    if not organisations and (known := actions.owners(paper, start, stop, letters)):
        return known
    if _INITIALS.fullmatch(paper.text, start, stop) and not paper.entities.known_body(paper.text[start:stop]):
        return ()
    found = parties(paper, start, stop)
    if found is not None and found.named:
        return found.named
    whole = paper.party_at(start, stop)
    return (whole,) if whole else ()
