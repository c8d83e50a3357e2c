"""Actions in lines of their own: a heading for what is to be done, then "Action: …", "Responsible: …", "By when: …".

A line that says who counts only beside one that says what or when: a lead by itself may be anything's contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.entities import Named
from loaders.paper import Paper

_WHO = re.compile(
    r"\W*(?P<label>responsib(?:le|ility)(?:\s+(?:officer|person|party|parties|body|lead))?|action\s+owner|owner|owned\s+by|by\s+whom|"
    r"lead(?:\s+(?:officer|person|agency|organisation|body))?|led\s+by)(?:\(s\))?\s*[*_]*\s*:[\s*_]*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\W*(?:actions?|tasks?|steps?|activity|activities|objectives?|outcomes?|deliverables?|milestones?|time\s?line|time\s?scale|"
    r"time\s?frame|deadline|due(?:\s+date|\s+by)?|by\s+when|target\s+date|when|resources?)\s*[*_]*\s*:",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^/,;&\n]+?(?=\s*(?:[/,;&\n]|\s(?:and|with)\s|$))")
_RULE = "layout:action-lines"
_NEAR = 8
"""Blocks above and below in which the other lines of an action stand."""


def read(paper: Paper) -> None:
    """State who is responsible for each action that `paper` sets out in lines."""
    for i, block in enumerate(paper.blocks):
        if block.kind == "row" or block.end - block.start > 160:
            continue
        found = _WHO.match(paper.text, block.start, block.end)
        above = paper.section_of(i) if found else ()
        if found is None or not above or not _is_action(paper, i, above[-1]):
            continue
        task = paper.blocks[above[-1]]
        what = paper.entities.function(paper.words(task.start, task.end))
        responsible = found["label"].lower().startswith(("responsib", "by whom"))
        for who in _each(paper, found.end(), block.end):
            if responsible:
                paper.state(who, "RESPONSIBLE_FOR", what, block.start, block.end, _RULE)
            else:
                paper.state(who, "ACCOUNTABLE_FOR", what, block.start, block.end, _RULE, role="lead")


def _is_action(paper: Paper, i: int, heading: int) -> bool:
    """Whether the section of a line says besides who also what or when."""
    for k in range(max(heading + 1, i - _NEAR), min(len(paper.blocks), i + _NEAR)):
        block = paper.blocks[k]
        if k > i and block.kind == "heading":
            return False
        if k != i and _BESIDE.match(paper.text, block.start, block.end):
            return True
    return False


def _each(paper: Paper, start: int, end: int) -> Iterator[Named]:
    """Who is named in a list of parties: "Chair/Secretary", "Harbour Board, Westmarch Police"."""
    owner = paper.owner_at(start)
    for piece in _PIECE.finditer(paper.text, start, end):
        who = paper.party_at(piece.start(), piece.end(), owner)
        if who is not None:
            yield who
