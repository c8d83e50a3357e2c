"""One decision of a meeting: who took it, whom it asks to act and whom it appoints.

Only minutes decide; a decision's number is that of its minute and its own, "24(2)".
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from graph.model import Part
from loaders.addressees import addressees
from loaders.entities import Named
from loaders.layouts.appointments import appoint
from loaders.paper import Paper

_MINUTES = re.compile(r"\bminutes?\b", re.IGNORECASE)
_MEETING = re.compile(r"\bmeeting\b|\bnotes\b", re.IGNORECASE)
_LABEL = re.compile(r"^[*_]*RESOLVED[*_]*(?:\s*[:–—-]|\s*$|\s+that\b)", re.MULTILINE)
"""What only the record of a meeting has, whatever it is called: "RESOLVED" at the beginning of a line."""
_KNOWN: WeakKeyDictionary[Paper, dict[int, bool]] = WeakKeyDictionary()
"""Which parts of a paper, by where they start, are the record of a meeting."""
_CEREMONY = re.compile(
    r"\b(?:meet|note|receive|approve|accept|confirm|thank|record|support|welcome|endorse|adopt|agree|reconvene|adjourn)s?\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s*_“”\"]+$")


def meeting(paper: Paper, offset: int) -> Named | None:
    """The body whose minutes stand at `offset`, None where the paper is none or does not say whose."""
    if not paper.parts:
        return None
    part, known = paper.part_at(offset), _KNOWN.setdefault(paper, {})
    if part.start not in known:
        known[part.start] = _is_record(paper, part)
    return paper.owner_at(offset) if known[part.start] else None


def _is_record(paper: Paper, part: Part) -> bool:
    """Whether a part is minutes: by its kind, its title, or as a meeting of which it says who was there."""
    if part.kind == "minutes":
        return True
    if part.kind in ("agenda", "report", "terms of reference"):
        return False
    title = part.title or ""
    if _MINUTES.search(title) or (
        part.kind == "paper" and part.date and _LABEL.search(paper.text, part.start, part.end)
    ):
        return True
    return bool(_MEETING.search(title) and paper.said_of("ATTENDED", part.start, part.end))


def decide(
    paper: Paper,
    start: int,
    end: int,
    owner: Named,
    number: str | None,
    rule: str = "layout:resolutions",
    *,
    resolved: bool = False,
    action: bool = False,
    asks: tuple[int, int] | None = None,
) -> Named:
    """State the decision that text[start:end] words.

    Args:
        resolved: the words follow "Resolved" or the like, where "That the Clerk write …" has no "should".
        action: the words are an action note, "Clerk to report …".
        asks: where those asked are named, if not in all of the words.
    """
    tail = _TAIL.search(paper.text, start, end)
    end = tail.start() if tail else end
    named = paper.asking("Resolution", start, end, number, owner)
    paper.state(owner, "ISSUED", named, start, end, rule, number=number)
    for whom, a, b in addressees(paper, *(asks or (start, end)), resolved=resolved, action=action):
        if whom is owner and _CEREMONY.search(paper.text, a, b):
            continue
        paper.state(named, "ADDRESSED_TO", whom, a, b, rule)
    if not action:
        appoint(paper, start, end, owner, rule)
    return named


def number_of(paper: Paper, i: int, own: str | None) -> str | None:
    """The minute that block i stands under and the decision's own number: "24(2)"."""
    path = paper.section_of(i)
    minute = next((n for k in reversed(path) if (n := paper.blocks[k].number)), None)
    between = [b.number for b in paper.blocks[path[-1] : i] if b.kind == "field" and b.number] if path else []
    bare = ([*between, minute][0 if not between else -2] or "").strip(" .")
    own = f"({own.strip(' ().')})" if own else ""
    return f"{bare}{own}" or None
