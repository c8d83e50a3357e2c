"""What a body or post is there for, said as a list: "The Board will: …", "The role of the Group is to: …".

Every item is read as if the sentence before the list began it: cues find lines in it ("report to the Cabinet
quarterly"), and what it says is a duty that the body or post is responsible for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Block, Modality
from loaders import clauses, cues
from loaders.clauses import SLOT, Clause, Party
from loaders.entities import Named
from loaders.paper import Paper
from loaders.standing import standing

_WHO = rf"(?:the\s+|its\s+|an?\s+)?(?P<who>{SLOT})"
_NOUN = (
    r"(?:(?:specific|main|key|core|general|principal|primary|overall|statutory)\s+)*"
    r"(?:duties|responsibilities|functions?|roles?|purposes?|remit|aims?|objectives?|tasks?|"
    r"role and (?:purpose|functions?|remit)|purpose and (?:role|functions?))"
)
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_WHO}(?:\(s\))?\s+(?P<will>will|shall|must|should)(?:\s+(?:be required )?to)?\s*[:;-]+\s*$",
        rf"^{_WHO}\s+(?:is|are|will be|shall be|"
        rf"(?P<should>should be))\s+responsible\s+for\b[^.\ue000-\uf8ff]{{0,80}}[:;-]*\s*$",
        rf"^(?:the\s+)?{_NOUN}\s+of\s+{_WHO}\s+(?:is|are|will|shall|includes?|(?P<should>should))\b"
        rf"(?:\s+be)?[^.\ue000-\uf8ff]{{0,40}}[:;-]*\s*$",
        rf"^{_WHO}[’']s?\s+{_NOUN}\s+(?:is|are|will be|shall be|(?P<should>should be))\b(?:\s+to)?\s*[:;-]+\s*$",
        rf"^{_WHO}\s[^\ue000-\uf8ff]{{0,80}}(?:{SLOT}\s+)?whose\s+(?:purpose|role|function)\s+is"
        rf"(?:\s+to)?\s*[:;-]*\s*$",
        rf"^{_WHO}\s+(?:aims|exists|has been established|was established|is established|"
        rf"meets)\s+to\b[^\ue000-\uf8ff]{{0,40}}[:;-]+\s*$",
        rf"^{_NOUN}\s+of\s+{_WHO}\s*:?\s*$",
        rf"^{_WHO}\s+(?:(?:will|shall|must|is|are|has|have)\b[^:]{{0,120}}?)?\b(?:has|have|for|exercise|perform|undertake|"
        rf"discharge|carry out|hold)\s+the\s+following\s+(?:\w+\s+){{0,2}}?{_NOUN}\s*[:;-]+\s*$",
    )
)
_NO_DUTY = re.compile(
    r"(?:the\s+)?(?:chair|vice|deputy|member|one|two|three|at least|representative|a|on|in|when|at|if|as|once|upon|"
    r"additionally)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:The|A|An|All|Each|Any)\s[^.:;]{3,90}?\s(?:shall|will|must|should|is|are|may)\s")
_ONLY_A_NAME = re.compile(rf"(?:the\s+|an?\s+)?{SLOT}[\s.;,]*", re.IGNORECASE)
_LONGEST = 14
"""Words of a duty's name."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who has the duties of the list that follows, and whether they only should have."""

    party: Party
    named: Named
    proposed: bool


def read(paper: Paper) -> None:
    """State the duties that lists in `paper` give to a body or post."""
    for index, following in enumerate(paper.blocks[1:]):
        titled = following.kind != "item" and _titles_a_list(paper, index)
        if (following.kind == "item" or titled) and (lead := _lead(paper, index)):
            for item in _items(paper, index):
                first = next(iter(paper.sentences(paper.block_at(item.start))), None)
                if first is not None:
                    duty(paper, lead, *first)


def _lead(paper: Paper, index: int) -> Lead | None:
    block = paper.blocks[index]
    sentences = list(paper.sentences(index))
    if block.kind == "row" or not sentences or block.end - block.start > 600:
        return None
    clause = clauses.reduce(paper, *sentences[-1], None)
    for shape in _LEADS:
        found = shape.search(clause.text.strip())
        if found is None:
            continue
        party = clause.parties[ord(found.group("who")) - clauses.FIRST_SLOT]
        named = party.named[0]
        if len(party.named) == 1 and named.label in ("Body", "Post"):
            groups = found.groupdict()
            return Lead(party, named, bool(groups.get("should")) or (groups.get("will") or "").lower() == "should")
    return None


def _items(paper: Paper, index: int) -> Iterator[Block]:
    """The items of the list that block `index` opens, not those of a list around it."""
    opening = paper.blocks[index]
    outer = _indent(paper, opening) if opening.kind == "item" else -1
    first = next((k for k in range(index + 1, len(paper.blocks)) if paper.blocks[k].kind == "item"), index + 1)
    inner = _indent(paper, paper.blocks[first])
    for k, block in enumerate(paper.blocks[index + 1 :], index + 1):
        if first > index + 1 and _titles_a_list(paper, k - 1) and block.kind == paper.blocks[index + 1].kind:
            continue
        if block.kind != "item" or _indent(paper, block) <= outer or _indent(paper, block) < inner:
            return
        if _SENTENCE.match(paper.text, block.start, block.end):
            return
        yield block


def _titles_a_list(paper: Paper, index: int) -> bool:
    """Whether the block behind `index`, which ends with a colon or an item, is a short title over a list of its own."""
    block, title = paper.blocks[index], paper.blocks[index + 1]
    if title.kind not in ("heading", "paragraph") or title.end - title.start > 60 or index + 2 >= len(paper.blocks):
        return False
    opens = paper.text[block.start : block.end].rstrip().endswith(":") or block.kind == "item"
    return opens and paper.blocks[index + 2].kind == "item" and paper.text[title.end - 1] not in ".;,:"


def _indent(paper: Paper, block: Block) -> int:
    line = paper.text[paper.text.rfind("\n", 0, block.start) + 1 : block.start]
    return len(line) - len(line.lstrip(" \t"))


def duty(paper: Paper, lead: Lead, start: int, end: int) -> None:
    """State the duty of `lead` that text[start:end] words, a sentence without its subject."""
    first = start, end
    if _NO_DUTY.match(paper.text[start:end]):
        return
    clause = clauses.reduce(paper, *first, None)
    if cues.apply(paper, _as_sentence(clause, lead), constituted=not lead.proposed, duty=True):
        return
    if any((m.start, m.end) == first for m in paper.mentions_in(*first)) or _ONLY_A_NAME.fullmatch(clause.text):
        return
    worded = re.split(
        r"[,;:.](?:\s|$)|\s+(?:in order to|so that|including|which|where)\s", paper.words(*first), maxsplit=1
    )[0]
    words = re.sub(r"^[Tt]o\s+", "", worded).split()
    told = standing(paper, paper.block_at(start))
    if len(words) >= 2 and told not in ("rejected", "option", "condition"):
        named = paper.entities.function(" ".join(words[:_LONGEST]))
        modality: Modality = "proposed" if lead.proposed or told == "choice" else "historical" if told else "asserted"
        if not paper.has_told(lead.named, "RESPONSIBLE_FOR", *first):
            paper.state(lead.named, "RESPONSIBLE_FOR", named, *first, "cue:duties", modality)


def _as_sentence(clause: Clause, lead: Lead) -> Clause:
    """The item with its subject before it: "provide challenge to X" → "⟦Board⟧ will provide challenge to X"."""
    opening = f"{chr(clauses.FIRST_SLOT + len(clause.parties))} {'should' if lead.proposed else 'will'} "
    return clause.after(opening, lead.party)
