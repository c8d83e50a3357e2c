"""What a body or post is there for, said under a title: "Purpose", "Duties", or its own name in a section of roles.

The title stands for the subject: each item below it, and each sentence that begins with a verb, is read as if the name
of the body or post began it. What begins with no verb stays unread, whatever the title says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block
from loaders import clauses, cues
from loaders.clauses import Party
from loaders.duties import Lead, duty
from loaders.entities import Named
from loaders.names import word_set
from loaders.paper import Paper

_NOUN = (
    r"(?:purposes?|aims?|objectives?|roles?|remit|functions?|duties|responsibilit(?:y|ies)|mandate|charge|mission|tasks|"
    r"powers|accountabilities|terms\s+of\s+reference|scope|deliverables)"
)
_TITLE = re.compile(
    rf"(?:(?:overall|main|key|core|primary|specific|general|principal|our|its|the|summary\s+of|statement\s+of)\s+)*{_NOUN}"
    rf"(?:\s*(?:,|and|&|/)\s*(?:(?:key|main|specific)\s+)?{_NOUN})*"
    r"(?:\s+of\s+(?:the\s+)?(?:board|committee|group|sub-?group|sub-?committee|panel|forum|partnership|commission|team|"
    r"network|council|trust|post(?:holder)?))?",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"\b(?:roles?|responsibilit(?:y|ies)|duties|accountabilit(?:y|ies)|responsible|governance|functions|remits?)\b",
    re.IGNORECASE,
)
_BASES = word_set(
    "accept adjudicate administer advance advise advocate agree allocate analyse appoint appraise approve arrange "
    "assess assist assure audit authorise authorize award build carry chair champion collate collect commission "
    "communicate compile conduct confirm consider consult contribute control convene coordinate co-ordinate "
    "create decide define delegate deliver design determine develop devise direct discharge disseminate draft "
    "drive embed enable encourage endorse enforce engage ensure escalate establish evaluate examine execute "
    "exercise facilitate foster formulate fulfil gather govern guide handle hold host identify implement improve "
    "influence inform initiate inspect investigate issue keep lead liaise maintain make manage measure mitigate "
    "monitor negotiate nominate notify obtain offer operate organise organize oversee own participate perform "
    "plan prepare present preside prioritise prioritize process produce promote propose protect provide publish "
    "raise ratify receive recommend record recruit regulate report represent resolve respond review safeguard "
    "scrutinise scrutinize secure select set share shape sign sponsor steer strengthen submit supervise support "
    "sustain track train undertake update uphold verify work"
)


def _forms(base: str) -> Iterator[str]:
    yield base
    yield (
        f"{base[:-1]}ies"
        if base.endswith("y") and base[-2] not in "aeo"
        else (f"{base}es" if base.endswith(("s", "sh", "ch", "x")) else f"{base}s")
    )
    yield f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


_VERBS = frozenset(form for base in _BASES for form in _forms(base)) | {"planning", "setting", "submitting", "carries"}
_FINITE = re.compile(
    r"(?:is|are|has|have|will|shall|must|leads?|chairs?|reports?|holds?|acts?|also)\b|(?:overall\s+)?"
    r"(?:responsib(?:le|ility)|accountab(?:le|ility))\s+(?:to|for)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"(?:overall\s+)?(?P<what>responsible|accountable|responsibility|accountability)\b", re.IGNORECASE
)
_GENERAL = re.compile(
    rf"\b(?:{_NOUN}|introduction|background|governance|overview|about|terms|constitution|by-?laws|charter|structure)\b",
    re.IGNORECASE,
)
"""Words of a heading that leaves open whose duties follow."""
_NOUN_HERE = re.compile(r"\s+(?:is|are|was|were|will|shall|should|must|may|has|have|of)\b", re.IGNORECASE)
"""What tells that a word is no verb: "Work is …", "Review of …"."""
_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?|\(?[a-z][.)])?\s*")
_OPENS = re.compile(
    r"(?:[^.]{0,120}\bfollowing\b|to|these|this includes?|in particular|specifically|namely)\b[^.]{0,120}:",
    re.IGNORECASE,
)
"""A line that opens a list of duties without saying whose."""
_LONGEST_TITLE = 90


def read(paper: Paper) -> None:
    """State what stands under titles that say whose duties follow."""
    for i, block in enumerate(paper.blocks):
        if block.kind == "field" and len(block.cells) == 2:
            lead = _of_title(paper, i, *block.cells[0]) or _of_party(paper, i, *block.cells[0])
            if lead is not None:
                _say(paper, lead, *block.cells[1])
        elif _is_title(paper, i):
            lead = _of_title(paper, i, block.start, block.end) or _of_party(paper, i, block.start, block.end)
            if lead is not None:
                for below in _below(paper, i):
                    _say(paper, lead, below.start, below.end)


def _is_title(paper: Paper, i: int) -> bool:
    block = paper.blocks[i]
    if block.kind == "row" or block.end - block.start > _LONGEST_TITLE or i + 1 == len(paper.blocks):
        return False
    if block.kind == "heading":
        return True
    return block.kind in ("paragraph", "item") and paper.text[block.end - 1] not in ".;,"


def _of_title(paper: Paper, i: int, start: int, end: int) -> Lead | None:
    """Whose "Purpose" this is: of the body or post that heads the section, else of the body whose terms these are."""
    words = _NUMBER.sub("", paper.words(start, end)).strip(" :.")
    if not _TITLE.fullmatch(words):
        return None
    for k in reversed(paper.section_of(i)):
        above = paper.blocks[k]
        named = {m.named for m in paper.mentions_in(above.start, above.end, "Body", "Post")}
        if len(named) == 1:
            return _lead(paper, named.pop(), start, end)
        if named or not _GENERAL.search(paper.words(above.start, above.end)):
            return None  # about something else
    owner = paper.owner_at(start)
    if owner is None or paper.part_at(start).kind in ("minutes", "agenda"):
        return None
    own = cues.constituted(paper, i) or owner.kind in ("committee", "sub-group", "group", "panel", "forum")
    return _lead(paper, owner, start, end) if own else None


def _of_party(paper: Paper, i: int, start: int, end: int) -> Lead | None:
    """The body or post that all of a title names, in a section on who does what."""
    path = paper.section_of(i)
    if not any(_ROLES.search(paper.words(paper.blocks[k].start, paper.blocks[k].end)) for k in path):
        return None
    named = paper.mentions_in(start, end, "Body", "Post")
    if len(named) != 1:
        return None
    beside = paper.text[start : named[0].start] + paper.text[named[0].end : end]
    if re.sub(r"\([^()]*\)|\b[Tt]he\b|[\W\d]", "", beside):
        return None
    return _lead(paper, named[0].named, start, end)


def _lead(paper: Paper, named: Named, start: int, end: int) -> Lead:
    return Lead(Party(start, end, (named,)), named, paper.is_draft(start))


def _below(paper: Paper, i: int) -> Iterator[Block]:
    """The items and paragraphs under title i, up to the next title or to what has a subject of its own."""
    title = paper.blocks[i]
    for k, block in enumerate(paper.blocks[i + 1 : i + 60], i + 1):
        if title.kind == block.kind == "heading" and i in paper.section_of(k):
            if paper.mentions_in(block.start, block.end, "Body", "Post"):
                return
            continue
        if block.kind not in ("item", "paragraph") or (title.kind != "heading" and _closes(paper, title, block)):
            return
        if paper.text[block.end - 1] == ":" and block.kind == "paragraph" and not _OPENS.match(paper.text, block.start):
            return
        yield block


def _closes(paper: Paper, title: Block, block: Block) -> bool:
    """Whether a block is no longer under a title that is no heading: a short line like itself."""
    return (
        block.kind == title.kind
        and block.end - block.start < _LONGEST_TITLE
        and (paper.text[block.end - 1] not in ".;," and title.kind == "paragraph")
    )


def _say(paper: Paper, lead: Lead, start: int, end: int) -> None:
    """State what the sentences from start to end say of `lead` where they begin with a verb."""
    for first, last in paper.sentences(paper.block_at(start)):
        if last <= start or first >= end:
            continue
        begin = first if first > start else start
        opening = _NUMBER.match(paper.text[begin:last])
        begin += opening.end() if opening else 0
        words = re.match(r"(?:[Tt]o\s+)?(?:\w+ly\s+)?([A-Za-z-]+)", paper.text[begin:last])
        if words is None:
            continue
        if words.group(1).lower() in _VERBS and not _NOUN_HERE.match(paper.text, begin + words.end(), last):
            duty(paper, lead, begin, last)
        elif _FINITE.match(paper.text, begin, last):
            clause = clauses.reduce(paper, begin, last, None)
            left_out = _LEFT_OUT.match(clause.text)
            verb = "" if left_out is None else "has " if left_out["what"].lower().endswith("ity") else "is "
            cues.apply(paper, clause.after(f"{chr(clauses.FIRST_SLOT + len(clause.parties))} {verb}", lead.party), True)
