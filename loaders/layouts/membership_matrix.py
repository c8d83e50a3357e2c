"""Matrices of members: names down, groups across, a mark or "Chair" where a name sits on a group."""

from __future__ import annotations

import re

from graph.model import Block
from loaders.layouts import entries, offices, seats
from loaders.names import bodies, posts
from loaders.paper import Named, Paper

RULE = "layout:membership-matrix"

_NAME = re.compile(
    r"(?:full |member )?names?|(?:board )?members?|councillors?|organi[sz]ations?|agency|posts?|trustees?|governors?|",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"(?:x|y|yes|✓|✔|√|☑|●|•|m|mem|member|(?P<chair>(?:(?:vice|deputy|co|joint)[\s-]*)?chair(?:man|person|woman)?|vc|v/c|c)|"
    r"(?P<none>n|no|-|–|—|))\W*",
    re.IGNORECASE,
)


def read(paper: Paper) -> None:
    """State who sits on which body by the matrices of `paper`."""
    rows: list[int] = []
    for i in range(len(paper.blocks) + 1):
        if i < len(paper.blocks) and paper.blocks[i].kind == "row":
            rows.append(i)
            continue
        if len(rows) > 2:
            _table(paper, [paper.blocks[k] for k in rows])
        rows = []


def _table(paper: Paper, rows: list[Block]) -> None:
    groups = _groups(paper, rows[0])
    if len(groups) < 2 or not all(_fits(paper, row, set(groups)) for row in rows[1:]):
        return
    short = any(
        paper.words(*row.cells[k]).lower() in ("m", "mem", "vc")
        for row in rows[1:]
        for k in groups
        if k < len(row.cells)
    )
    for row in rows[1:]:
        who = _who(paper, row)
        for k, body in groups.items():
            found = _CELL.fullmatch(paper.words(*row.cells[k])) if k < len(row.cells) else None
            if found is None or found["none"] is not None:
                continue
            span = (row.start, row.end)
            word = (found["chair"] or "").lower()
            if word == "c" and not short:
                continue  # "C" alone may be anything
            role = "vice-chair" if word in ("vc", "v/c") else "chair" if word == "c" else offices.chair_role(word)
            paper.state(who, "CHAIRS" if role else "MEMBER_OF", body, *span, RULE, role=role)


def _groups(paper: Paper, header: Block) -> dict[int, Named]:
    """The bodies that the columns are for, by the cell; {} where the header names anything else."""
    if not header.cells or not _NAME.fullmatch(paper.words(*header.cells[0]).strip(" :")):
        return {}
    found: dict[int, Named] = {}
    for k, cell in enumerate(header.cells[1:], 1):
        words = paper.words(*cell)
        body = paper.body_at(*cell) if words and bodies.kind_of(words) else None
        if words and body is None:
            return {}
        if body is not None:
            found[k] = body
    return found


def _fits(paper: Paper, row: Block, groups: set[int]) -> bool:
    return all(k < len(row.cells) and _CELL.fullmatch(paper.words(*row.cells[k])) for k in groups)


def _who(paper: Paper, row: Block) -> Named | None:
    """Whoever the first cell names: a person, a post or an organisation."""
    start, end = row.cells[0]
    words = paper.words(start, end)
    if not words or entries.NOBODY.match(words):
        return None
    turned = paper.person_of(start, end)
    if turned is not None:
        return turned
    if posts.ROLE_WORD.search(words):
        return seats.holder(paper, start, end, None)
    person = next(entries.people_at(paper, start, end, True), None)
    return person[2] if person else paper.body_at(start, end)
