"""Who was there, said in a sentence: "Commissioners Ali, Orde and Kaye answered the roll", "Cllr Ali sent apologies".

The subject must be a list of people and nothing else; who was only absent need not have sent apologies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block
from loaders.layouts import entries, offices
from loaders.layouts.entries import Entry
from loaders.paper import Paper

RULE = "layout:roll-call"

_CAME = (
    r"(?:answered\s+(?:to\s+)?(?:the\s+)?roll(?:\s+call)?|(?:was|were|are|being)\s+(?:also\s+|all\s+)?(?:present|in\s+attendance)|"
    r"(?:also\s+)?attended(?=\s*(?:\.|$|the\s+meeting|remotely|online|virtually|by|via|as\s|on\s+behalf))|participated\s+(?:by|via|"
    r"remotely)|joined\s+(?:by|via|remotely|online|the\s+(?:meeting|call)))"
)
_SENT = (
    r"(?:(?:had\s+|have\s+|has\s+)?(?:sent|gave|given|tendered|submitted|offered|conveyed)\s+(?:(?:in|his|her|their|the)\s+)*"
    r"apolog(?:y|ies)|(?:had\s+|has\s+|have\s+)?apologi[sz]ed|(?:was|were)\s+excused|sends?\s+(?:his\s+|her\s+|their\s+)?apologies)"
)
_SAYS = re.compile(rf"\s+(?:(?P<came>{_CAME})|(?P<sent>{_SENT}))\b")
_HINT = re.compile(r"\b(?:present|attendance|attended|roll|apolog\w+|excused|participated|joined)\b")
_AFTER_HEAD = 3000
"""Characters of a paper in which its minutes say who was there."""


def read(paper: Paper) -> None:
    """State who attended each meeting of `paper`, or sent apologies, by sentences near its head that say so."""
    for index, block in enumerate(paper.blocks):
        if block.kind not in ("paragraph", "item", "field") or not _HINT.search(paper.text, block.start, block.end):
            continue
        part = paper.part_at(block.start)
        if part.kind != "minutes" or block.start - part.start > _AFTER_HEAD:
            continue
        for start, end in paper.sentences(index):
            _sentence(paper, block, start, end)


def _sentence(paper: Paper, block: Block, start: int, end: int) -> None:
    owner = paper.owner_at(block.start)
    said = _SAYS.search(paper.text, start, end) if owner is not None else None
    if said is None:
        return
    predicate = "ATTENDED" if said["came"] else "APOLOGIES"
    for entry in _subject(paper, start, said.start()):
        if entry.person is None or paper.has_told(entry.person, predicate, start, end):
            continue
        date = paper.date_at(start)
        paper.state(entry.person, predicate, owner, entry.start, max(entry.end, said.end()), RULE, on=date)
        offices.describe(paper, entry, owner, RULE)


def _subject(paper: Paper, start: int, end: int) -> Iterator[Entry]:
    """The people of a subject that is a list of them; none where anything else stands in it."""
    lead = re.compile(r"[\s•*_-]*(?:[A-Z][\w ]{3,40}:\s+)?").match(paper.text, start, end)
    begin = lead.end() if lead else start
    if end - begin > 900:
        return
    listed = entries.entries(paper, begin, end, addressed=True)
    if not listed or any(e.person is None for e in listed):
        return
    position = begin
    for entry in listed:
        if re.search(r"\b(?!(?:and|the)\b)[a-z]{2,}", paper.text[position : entry.start]):
            return
        words = paper.words(*entry.role) if entry.role else ""
        if len(words.split()) > 8 or re.search(r"\b(?:was|were|is|that|moved|seconded|who)\b", words):
            return
        position = entry.end
    if not re.fullmatch(r"[\s,;.()*_]*", paper.text[position:end]):
        return
    yield from listed
