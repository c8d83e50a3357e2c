"""Terms of reference: what a body's own paper says of it under labels, "Accountable to: …", "Chair: …", "Sub groups".

The value stands after the label, or below it where the label is a heading and what follows is only names. Sentences
below a heading are left to the cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.addressees import parties
from loaders.entities import Named
from loaders.names import posts
from loaders.paper import Paper

_ABOVE = re.compile(
    r"(?:is\s+)?(?:accountable|answerable|responsible|reports?|reporting)\s+to|reporting(?:\s+(?:line|body|"
    r"route|arrangements?))?|accountability(?:\s+(?:and|&)\s+reporting)?|"
    r"parent\s+(?:body|group|committee|board)|lines?\s+of\s+accountability|accountable\s+body",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?P<vice>(?:vice|deputy)[- ])?(?:chair(?:man|person|woman)?|chaired\s+by|convenor|convener)", re.IGNORECASE
)
_BELOW = re.compile(
    r"(?:standing\s+)?(?:sub[- ]?groups?|sub[- ]?committees?|working\s+groups|"
    r"task\s+(?:and\s+finish\s+)?groups?|reporting\s+groups)(?:\s+of\s+the\s+\w+)?",
    re.IGNORECASE,
)
_FOUNDER = re.compile(r"(?:established|set\s+up|constituted|appointed|created)\s+by", re.IGNORECASE)
_WHOLE = re.compile(r"(?:part|a?\s*sub[- ]?(?:group|committee))\s+of", re.IGNORECASE)
_SECRETARIAT = re.compile(
    r"secretariat(?:\s+provided\s+by)?|supported\s+by|administrative\s+support|(?:provided\s+)?support", re.IGNORECASE
)
_CADENCE = re.compile(
    r"\b(weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|six[- ]monthly|bi-?annually|annually|yearly|annual)\b",
    re.IGNORECASE,
)
_VACANT = re.compile(r"\W*(?:vacant|tbc|tba|to\s+be\s+\w+|none|n/?a)\W*", re.IGNORECASE)


def read(paper: Paper) -> None:
    """State what the labels of terms of reference say of the body whose they are."""
    for i, block in enumerate(paper.blocks):
        owner = _owner(paper, i)
        if owner is None:
            continue
        if block.kind in ("field", "row") and len(block.cells) == 2:
            label = _label(paper, *block.cells[0])
            _say(paper, owner, label, [block.cells[1]], block.start)
        elif block.kind == "heading":
            label = _label(paper, block.start, block.end)
            if any(shape.fullmatch(label) for shape in (_ABOVE, _CHAIR, _BELOW, _FOUNDER, _WHOLE, _SECRETARIAT)):
                _say(paper, owner, label, list(_values(paper, i)), None)


def _owner(paper: Paper, i: int) -> Named | None:
    part = paper.part_at(paper.blocks[i].start)
    if part.kind != "terms of reference" and not any(
        "terms of reference" in paper.words(paper.blocks[k].start, paper.blocks[k].end).lower()
        for k in paper.section_of(i)
    ):
        return None
    for k in reversed(paper.section_of(i)):
        block = paper.blocks[k]
        named = [m.named for m in paper.mentions_in(block.start, block.end, "Body")]
        if len(named) == 1 and named[0].kind not in ("council", "agency", "department"):
            return named[0]
    return paper.owner_at(paper.blocks[i].start)


def _label(paper: Paper, start: int, end: int) -> str:
    return re.sub(r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?", "", paper.words(start, end)).strip(" :.")


def _values(paper: Paper, i: int) -> Iterator[tuple[int, int]]:
    """The stretches below heading i that are names and nothing else, up to the next heading."""
    for block in paper.blocks[i + 1 : i + 14]:
        if block.kind == "heading" or block.end - block.start > 160:
            return
        if block.kind in ("item", "paragraph"):
            yield block.start, block.end


def _say(paper: Paper, owner: Named, label: str, values: list[tuple[int, int]], start: int | None) -> None:
    rule = "layout:terms-of-reference"
    for a, b in values:
        begin = a if start is None else start
        if _VACANT.fullmatch(paper.text[a:b]):
            continue
        if _ABOVE.fullmatch(label):
            cadence = _CADENCE.search(paper.text, a, b)
            for body in _named(paper, a, b):
                paper.state(
                    owner, "REPORTS_TO", body, begin, b, rule, cadence=cadence.group().lower() if cadence else None
                )
        elif chair := _CHAIR.fullmatch(label):
            for who in _holder(paper, owner, a, b):
                paper.state(who, "CHAIRS", owner, begin, b, rule, role="vice-chair" if chair["vice"] else "chair")
        elif _BELOW.fullmatch(label):
            for body in _named(paper, a, b):
                if body.label == "Body":
                    paper.state(body, "PART_OF", owner, begin, b, rule)
        elif _FOUNDER.fullmatch(label):
            for body in _named(paper, a, b):
                paper.state(owner, "ESTABLISHED_BY", body, begin, b, rule)
        elif _WHOLE.fullmatch(label):
            for body in _named(paper, a, b):
                if body.label == "Body":
                    paper.state(owner, "PART_OF", body, begin, b, rule)
        elif _SECRETARIAT.fullmatch(label):
            for body in _named(paper, a, b):
                paper.state(body, "SUPPORTS", owner, begin, b, rule)


def _named(paper: Paper, start: int, end: int) -> tuple[Named, ...]:
    """The parties of a value that is only names, perhaps with how often or through whom; () for a sentence."""
    found = parties(paper, start, end)
    if found is None:
        words = paper.words(start, end)
        short = len(words.split()) <= 9 and not re.search(
            r"\b(?:is|are|was|were|will|shall|should|reports?|has|have)\b", words
        )
        whole = paper.body_at(start, end) if short else None
        return (whole,) if whole else ()
    rest = paper.words(found.end, end)
    return (
        found.named
        if re.fullmatch(r"\W*(?:\(.*\)|(?:on\s+an?\s+)?\w+ly(?:\s+basis)?|via\b.*|through\b.*|and\b.*|,.*)?\W*", rest)
        else ()
    )


def _holder(paper: Paper, owner: Named, start: int, end: int) -> tuple[Named, ...]:
    """Who a "Chair:" names: a person, a post, or both as one ("R. Mensah, Independent Chair")."""
    if len(paper.text[start:end].split()) > 14 or ";" in paper.text[start:end]:
        return ()
    people = [m for m in paper.mentions_in(start, end, "Person") if m.start - start <= 4]
    if people:
        return (people[0].named,)
    comma = paper.text.find(",", start, end)
    person = paper.person_at(start, comma if comma > 0 else end)
    if person is not None and not posts.ROLE_WORD.search(paper.text, start, comma if comma > 0 else end):
        return (person,)
    if re.search(r"\b(?:will|shall|should|is|are|be|elected|appointed)\b", paper.text[start:end]):
        return ()
    post = paper.post_at(start, end, owner)
    return (post,) if post else ()
