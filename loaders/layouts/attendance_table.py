"""Tables of who attended: a column that says it of each person, a column of names for each label, or a roll call.

The header tells which it is: "Name | Organisation | Attendance" with "Present" or "Apologies" in the cells, "Present |
Organisation | Apologies" with names in them, "Member | Present | Absent" with marks, or a column for each meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Block
from loaders.dates import first_date
from loaders.layouts import entries, offices
from loaders.layouts.entries import Entry, Stretch
from loaders.paper import Named, Paper

RULE = "layout:attendance-table"

_NAME = re.compile(
    r"(?:full\s+)?names?|(?:board |committee )?members?|councillors?|attendees?|trustees?|governors?", re.IGNORECASE
)
_SAYS = re.compile(
    r"attendance|attended\??|attending|present\s*/\s*(?:apologies|absent)|status|present\?", re.IGNORECASE
)
_DESCRIBES = re.compile(
    r"(?:job\s+)?(?:title|role|position|post|designation)|organi[sz]ation|agency|representing|company|department|"
    r"organi[sz]ation\s*/\s*role|initials?|ward|affiliation",
    re.IGNORECASE,
)
_LABELS = (
    ("present", re.compile(r"(?:members |also )?present|attended|in attendance|attendees", re.IGNORECASE)),
    ("apologies", re.compile(r"apolog(?:y|ies)(?: received| for absence)?|excused|regrets", re.IGNORECASE)),
    ("away", re.compile(r"absent|not present|did not attend", re.IGNORECASE)),
)
_PRESENT = re.compile(r"(?:present|attended|yes|y|p|in attendance|✓|✔|√|☑)\W*", re.IGNORECASE)
_APOLOGIES = re.compile(r"(?:apolog(?:y|ies)(?: (?:received|given|sent))?|apols?|ap|excused)\W*", re.IGNORECASE)
_MARK = re.compile(r"(?:x|✓|✔|√|☑|●|•|yes|y|1)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row names the person, what the others say of them, and which of them describe the person."""

    name: int
    says: tuple[tuple[int, str, str | None], ...]
    """(cell, "words" | "present" | "apologies" | "away", the date of the meeting where the column gives one)."""
    describes: tuple[int, ...] = ()
    of_names: bool = False
    """Whether the columns hold names instead of marks."""


def read(paper: Paper) -> None:
    """State who attended by the tables of `paper` that say so in a column."""
    columns: _Columns | None = None
    for i, block in enumerate(paper.blocks):
        if block.kind != "row":
            columns = None
            continue
        if columns is None:
            columns = _columns(paper, block) if i == 0 or paper.blocks[i - 1].kind != "row" else None
            continue
        if (owner := paper.owner_at(block.start)) is not None:
            _row(paper, block, columns, owner)


def header(paper: Paper, block: Block) -> bool:
    """Whether a row is the header of a table of attendance."""
    return _columns(paper, block) is not None


def _columns(paper: Paper, block: Block) -> _Columns | None:
    """What the columns of a table are by its header row; None where it is no table of attendance."""
    words = [paper.words(*cell).strip(" :.") for cell in block.cells]
    labelled = [(k, mode) for k, w in enumerate(words) for mode, shape in _LABELS if shape.fullmatch(w)]
    if not 2 <= len(words) <= 20:
        return None
    name = next((k for k, w in enumerate(words) if _NAME.fullmatch(w)), None)
    describes = tuple(k for k, w in enumerate(words) if _DESCRIBES.fullmatch(w) and k != name)
    if name is not None:
        dated = [(k, d) for k, cell in enumerate(block.cells) if k != name and (d := first_date(paper.text, *cell))]
        if len(dated) > 1:
            return _Columns(name, tuple((k, "words", d) for k, d in dated), describes)
        if labelled and len({mode for _, mode in labelled}) == len(labelled) and name not in dict(labelled):
            return _Columns(name, tuple((k, mode, None) for k, mode in labelled), describes)
        said = next((k for k, w in enumerate(words) if _SAYS.fullmatch(w) and k != name), None)
        return _Columns(name, ((said, "words", None),), describes) if said is not None else None
    modes = {mode for _, mode in labelled}
    if (len(labelled) > 1 and len(modes) > 1) or (
        labelled and labelled[0][0] == 0 and len(labelled) + len(describes) == len(words)
    ):
        return _Columns(0, tuple((k, mode, None) for k, mode in labelled), describes, of_names=True)
    return None


def _row(paper: Paper, block: Block, columns: _Columns, owner: Named) -> None:
    if columns.of_names:
        for k, mode, _ in columns.says:
            if k < len(block.cells):
                beside = k + 1 if k + 1 in columns.describes else None
                for entry in _persons(paper, block, k, beside):
                    _state(paper, entry, mode, owner, paper.date_at(block.start))
        return
    if columns.name >= len(block.cells):
        return
    for entry in _persons(paper, block, columns.name, columns.describes[0] if columns.describes else None):
        described = False
        for k, mode, date in columns.says:
            if k >= len(block.cells):
                continue
            meant = _meant(paper.words(*block.cells[k]), mode, date is not None)
            if meant:
                _state(paper, entry, meant, owner, date or paper.date_at(block.start), described)
                described = True


def _meant(words: str, mode: str, dated: bool) -> str | None:
    """What a cell says of its person: "present", "apologies"; None for anything else, a bare cross among dates too."""
    if mode != "words":
        return mode if _MARK.fullmatch(words) else None
    if _PRESENT.fullmatch(words) and not (dated and words.lower() == "x"):
        return "present"
    return "apologies" if _APOLOGIES.fullmatch(words) else None


def _persons(paper: Paper, block: Block, k: int, beside: int | None) -> Iterator[Entry]:
    """The persons of a cell, each with the cell that describes it where there is one."""
    start, end = block.cells[k]
    if start >= end or entries.NOBODY.match(paper.words(start, end)):
        return
    turned = paper.person_of(start, end)
    if turned is not None:
        yield Entry(start, end, turned, None, _described(block, beside))
        return
    listed = [e for e in entries.entries(paper, start, end) if e.person is not None]
    for entry in listed:
        if beside is not None and len(listed) == 1 and entry.role is None:
            yield Entry(entry.start, entry.end, entry.person, entry.title, _described(block, beside), entry.notes)
        else:
            yield entry


def _described(block: Block, beside: int | None) -> Stretch | None:
    if beside is None or beside >= len(block.cells) or block.cells[beside][0] >= block.cells[beside][1]:
        return None
    return block.cells[beside]


def _state(paper: Paper, entry: Entry, mode: str, owner: Named, date: str | None, described: bool = False) -> None:
    if mode == "away":
        return  # who was absent need not have sent apologies
    predicate = "APOLOGIES" if mode == "apologies" else "ATTENDED"
    end = max(entry.end, entry.role[1] if entry.role else entry.end)
    paper.state(entry.person, predicate, owner, entry.start, end, RULE, on=date)
    if not described:
        offices.describe(paper, entry, owner, RULE)
