"""How what stands under a heading or a lead-in is meant: as rejected, an option, on a condition, or as it once was."""

from __future__ import annotations

import re
from typing import Literal
from weakref import WeakKeyDictionary

from loaders.paper import Paper

Standing = Literal["rejected", "option", "choice", "condition", "former"]

_OUT = (
    r"(?:rejected|discarded|dismissed|withdrawn|defeated|ruled\s+out|turned\s+down|"
    r"not\s+(?:adopted|agreed|accepted|approved|carried|chosen|pursued|recommended|supported|taken\s+forward))"
)
_REJECTED = re.compile(
    rf"\b(?:alternatives?|options?|proposals?|motions?|amendments?|models?|ideas?|suggestions?)\b.{{0,40}}\b{_OUT}\b|"
    rf"^\W*(?:[\d.]+\s+)?{_OUT}\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\boptions\s*(?:considered|appraisals?|analysis|available|explored|examined|\W*$)|\boptions?\s+(?:\d+|[A-Z]\b|appraisal)|"
    r"\b(?:alternatives|scenarios)\s*(?:considered|explored|examined|\W*$)|"
    r"\balternative\s+(?:options|models|arrangements|structures|proposals)\b",
    re.IGNORECASE,
)
_CHOSEN = re.compile(
    r"(?<!not\s)\b(?:preferred|recommended|chosen|agreed|selected|adopted|approved)\b|\b(?:current|present)\b", re.I
)
_CHOICE = re.compile(
    r"\b(?:preferred|recommended)\s+(?:option|model|structure|arrangements?|alternative)\b", re.IGNORECASE
)
_FORMER = re.compile(
    r"\b(?:superseded|obsolete|abolished|repealed|discontinued|no\s+longer\s+in\s+force)\b|"
    r"\b(?:previous|former|old|earlier|past|historic(?:al)?)\s+(?:[\w-]+\s+){0,2}?(?:arrangements?|structures?|governance|"
    r"models?|systems?|constitution|schemes?|reporting|committees|roles|terms)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\W*(?:if|unless|in\s+the\s+event|provided\s+that|assuming)\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"\b(?:rejected|refused|declined|dismissed|ruled\s+out|turned\s+down|voted\s+against|"
    r"did\s+not\s+(?:agree|accept|support|approve|adopt)|(?:decided|resolved|agreed)\s+(?:not\s+to|against))\b"
    r"(?:\s+(?:to\s+)?(?:\w+\s+){0,3}?(?:the\s+)?following|[^.:]{0,60})?\s*[^.\w]*:\W*$",
    re.IGNORECASE,
)
_ALL_REFUSED = re.compile(
    r"[^.;:]{0,80}\b(?:rejected|refused|declined|dismissed|ruled\s+out|turned\s+down|voted\s+against)\s+(?:all\s+of\s+)?"
    r"(?:the\s+following|these)\b[^.;:]{0,40}:",
    re.IGNORECASE,
)
"""What opens a list that goes on in the same block: "We rejected the following: 1. …"."""
_OPTIONS = re.compile(r"\b(?:options|alternatives|possibilities)\b[^.;:]{0,60}:$", re.IGNORECASE)
_ONCE = re.compile(
    r"\W*(?:previously|formerly|until|before|prior\s+to|in\s+the\s+past)\b[^.;:]{0,60}\b(?:was|were|had|previously|formerly)\b"
    r"[^.;:]{0,40}:$|\W*(?:previously|formerly)\W*:$",
    re.IGNORECASE,
)
_KNOWN: WeakKeyDictionary[Paper, dict[int, Standing | None]] = WeakKeyDictionary()
"""How the blocks of a paper are meant, by their indexes."""


def standing(paper: Paper, index: int) -> Standing | None:
    """How block `index` is meant by the headings above it or the words that open its list; None where as it says."""
    known = _KNOWN.setdefault(paper, {})
    if index not in known:
        known[index] = _by_lead_in(paper, index) or _by_headings(paper, index)
    return known[index]


def _by_headings(paper: Paper, index: int) -> Standing | None:
    for k in reversed(paper.section_of(index)):
        title = paper.words(paper.blocks[k].start, paper.blocks[k].end)
        if _REJECTED.search(title):
            return "rejected"
        if _FORMER.search(title):
            return "former"
        if _CHOICE.search(title):
            return "choice"
        if _CHOSEN.search(title):
            return None
        if _OPTION.search(title):
            return "option"
    return None


def _by_lead_in(paper: Paper, index: int) -> Standing | None:
    """By the words before the list of which block `index` is an item: "We rejected the following:"."""
    if _ALL_REFUSED.match(paper.text, paper.blocks[index].start, paper.blocks[index].end):
        return "rejected"
    if paper.blocks[index].kind != "item" or index == 0:
        return None
    before = paper.blocks[index - 1]
    if before.kind == "item" and not paper.text[before.start : before.end].rstrip(" *_").endswith(":"):
        return standing(paper, index - 1) if paper.section_of(index - 1) == paper.section_of(index) else None
    words = paper.words(before.start, before.end).rstrip(" *_")
    if not words.endswith(":"):
        return None
    last = re.split(r"[.;]\s+", words)[-1]
    if _REFUSES.search(last):
        return "rejected"
    if _CONDITION.match(last):
        return "condition"
    if _OPTIONS.search(last):
        return "option"
    return "former" if _ONCE.match(last) else None
