"""Who presided: "(in the Chair)", "called to order by Chair Alma Reyes", and who is the body's chair anyway."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Block
from loaders.layouts import entries, offices
from loaders.layouts.entries import Entry
from loaders.paper import Named, Paper

_ORDER = re.compile(
    r"\b(?:called to order|opened)\b[^;\n]{0,60}?\bby\s+(?:the\s+)?(?P<role>(?:(?:vice|deputy|acting|interim)[\s-]*)?"
    r"chair(?:man|person|woman)?),?\s+(?=\S)",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"(?<!\w)(?P<role>(?:(?:vice|deputy|acting|interim)[\s-]*)?chair(?:man|person|woman)?)\s+[A-Z][^,;:\n]{2,40}?"
    r"(?P<verb>\s(?:called\s+(?:the|this)\s+[^.;\n]{0,40}?meeting\s+to\s+order|opened\s+the\s+meeting))",
    re.IGNORECASE,
)


def called_to_order(paper: Paper, block: Block, owner: Named, rule: str) -> None:
    """State who chairs by "called to order at 7 p.m. by Chair Alma Reyes"."""
    if block.kind not in ("paragraph", "item", "field") or not paper.has(block.start, block.end, "chair"):
        return
    if not paper.has(block.start, block.end, "called", "opened"):
        return
    found = _ORDER.search(paper.text, block.start, block.end) or _CALLS.search(paper.text, block.start, block.end)
    if found is None or (role := offices.chair_role(found["role"])) is None:
        return
    stop = found.start("verb") if "verb" in found.groupdict() else block.end
    person = next(entries.people_at(paper, found.end("role") + 1, stop, False), None)
    if person is not None:
        paper.state(person[2], "ATTENDED", owner, found.start("role"), person[1], rule, on=paper.date_at(block.start))
        paper.state(person[2], "CHAIRS", owner, found.start("role"), person[1], rule, role=role)


def notes(paper: Paper, entry: Entry) -> list[str]:
    """The words beside a name that may say who its person is or in which part they came."""
    return [paper.words(*s) for s in entries.roles_of(paper, entry)]


def chairs_body(paper: Paper, entry: Entry, owner: Named) -> bool:
    """Whether an entry says that its person is the chair of the body, and not only of this meeting."""
    for start, end in entries.roles_of(paper, entry):
        words = paper.words(start, end)
        if (
            offices.chair_role(words.split(",")[0]) in ("chair", "independent chair")
            and not re.search(r"in the chair", words, re.IGNORECASE)
            and offices.chaired(paper, start, end, owner) is owner
        ):
            return True
    return False


def presided(paper: Paper, entry: Entry) -> bool:
    """Whether an entry says that its person was in the chair."""
    return any(re.search(r"\b(?:in|took) the chair\b|\bpresiding\b", w, re.IGNORECASE) for w in notes(paper, entry))


def is_deputy(paper: Paper, entry: Entry) -> bool:
    """Whether an entry says that its person is the vice-chair."""
    return any(offices.chair_role(w) == "vice-chair" for w in notes(paper, entry))


def without_presiding(paper: Paper, entry: Entry) -> Entry:
    """The entry without the words that it presided, which are stated by themselves."""

    def presides(stretch: tuple[int, int]) -> bool:
        return bool(re.search(r"the chair\b|presiding", paper.words(*stretch), re.IGNORECASE))

    left = tuple(n for n in entry.notes if not presides(n))
    return replace(entry, notes=left, role=None if entry.role and presides(entry.role) else entry.role)
