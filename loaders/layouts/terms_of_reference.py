"""Terms of reference: what a body's own paper says of it under labels, "Accountable to: …", "Chair: …", "Sub groups".

The value stands after the label, or below it where the label is a heading: names, or a sentence of the usual form, "The
Chair will be the Director of …", whose subject the heading and the paper leave no doubt of. Other sentences are left to
the cues.
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
    r"(?P<vice>(?:vice|deputy)[- ])?(?:chair(?:man|person|woman|ing|manship)?(?:\s+arrangements)?|chaired\s+by|"
    r"conven[eo]r)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:standing\s+)?(?:sub[- ]?groups?|sub[- ]?committees?|working\s+groups|"
    r"task\s+(?:and\s+finish\s+)?groups?|reporting\s+groups)(?:\s+of\s+the\s+\w+)?",
    re.IGNORECASE,
)
_FOUNDER = re.compile(r"(?:established|set\s+up|constituted|appointed|created)\s+by", re.IGNORECASE)
_WHOLE = re.compile(r"(?:part|a?\s*sub[- ]?(?:group|committee))\s+of", re.IGNORECASE)
_SECRETARIAT = re.compile(
    r"secretariat(?:\s+(?:provided\s+by|support|arrangements))?|supported\s+by|"
    r"admin(?:istrati(?:ve|on))?(?:\s+support)?|"
    r"(?:provided\s+)?support|servicing(?:\s+(?:of\s+)?(?:the\s+)?meetings)?|clerking",
    re.IGNORECASE,
)
_TERMS = re.compile(r"\bterms\s+of\s+reference\b|\bcharter\b|\bconstitution\b|\bremit\b", re.IGNORECASE)
_SELF = (
    r"(?:it|(?:the|this)\s+(?:[A-Z][\w’'&-]*\s+){0,6}?(?:board|committee|group|sub-?group|panel|forum|partnership|"
    r"commission|team|network|council)|(?P<chair>(?:the\s+)?chair(?:man|person|woman)?(?:\s+of\s+the\s+\w+)?))"
)
_OFTEN = r"(?:\s+(?:(?:formally|directly|regularly|back|\w+ly)\b|on\s+an?\s+\w+(?:ly)?\s+basis))*"
_REPORTS = re.compile(
    rf"\W*(?i:{_SELF})\s+(?:(?:will|shall|must|is\s+to)\s+)?(?:(?:formally|also|regularly|\w+ly)\s+)?reports?{_OFTEN}\s+"
    r"(?:in\s*)?to\s+"
)
_CHAIR_IS = re.compile(
    r"\W*(?:the\s+)?(?P<vice>(?:vice|deputy)[- ])?(?:chair(?:man|person|woman)?|convener|convenor)\s+"
    r"(?:of\s+the\s+[\w ]{3,40}?\s+)?(?:(?:will|shall)\s+(?:normally\s+)?be|is)\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_CHAIR_END = re.compile(r"[.;(]|,\s+(?!(?:Dr|Mr|Ms|Mrs)\b)|\s+(?:who|and\s+the\s+(?:vice|deputy)|or)\b", re.IGNORECASE)
_PROVIDED = re.compile(
    r"\b(?:secretariat|secretarial|admin\w*|clerk\w*|support|minut\w+|servic\w+)\b[^.;]{0,80}?\b"
    r"(?:will\s+be|shall\s+be|is|are)\s+(?:provided|supplied|undertaken|serviced)\s+by\s+",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\bfollowing\s+(?:\w+[\s-]){0,3}?(?:sub-?)?(?:groups|committees|panels|boards|forums|workstreams)(?P<reports>\s+(?:will\s+|"
    r"shall\s+)?report\s+(?:in\s*)?to\b[^:]{0,60})?[^:.]{0,40}:",
    re.IGNORECASE,
)
_CADENCE = re.compile(
    r"\b(weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|six[- ]monthly|bi-?annually|annually|yearly|annual)\b",
    re.IGNORECASE,
)
_VACANT = re.compile(r"\W*(?:vacant|tbc|tba|to\s+be\s+\w+|none|n/?a)\W*", re.IGNORECASE)
_SHAPES = (_ABOVE, _CHAIR, _BELOW, _FOUNDER, _WHOLE, _SECRETARIAT)


def read(paper: Paper) -> None:
    """State what the labels of terms of reference say of the body whose they are."""
    for i, block in enumerate(paper.blocks):
        owner = _owner(paper, i)
        if owner is None:
            continue
        if block.kind in ("field", "row") and len(block.cells) == 2:
            label = _label(paper, *block.cells[0])
            _say(paper, owner, label, [block.cells[1]], block.start)
        elif block.kind == "heading" or (block.kind == "item" and block.number is not None):
            label, below = _titled(paper, i)
            if any(shape.fullmatch(label) for shape in _SHAPES):
                values = ([below] if below else []) + list(_values(paper, i))
                _say(paper, owner, label, values, None)


def _titled(paper: Paper, i: int) -> tuple[str, tuple[int, int] | None]:
    """The title that block i is, or that is its first line, and what stands below it in the block."""
    block = paper.blocks[i]
    line = paper.text.find("\n", block.start, block.end)
    if block.kind == "heading" or line < 0:
        return _label(paper, block.start, block.end), None
    return _label(paper, block.start, line).strip("* "), (line + 1, block.end)


def _owner(paper: Paper, i: int) -> Named | None:
    part = paper.part_at(paper.blocks[i].start)
    if part.kind != "terms of reference" and not any(
        _TERMS.search(paper.words(paper.blocks[k].start, paper.blocks[k].end)) for k in paper.section_of(i)
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
        if block.kind == "heading" or block.end - block.start > 400 or block.number:
            return
        if block.kind in ("item", "paragraph"):
            yield block.start, block.end


def _say(paper: Paper, owner: Named, label: str, values: list[tuple[int, int]], start: int | None) -> None:
    rule = "layout:terms-of-reference"
    for a, b in values:
        begin = a if start is None else start
        if _VACANT.fullmatch(paper.text[a:b]):
            continue
        if start is None and b - a > 40 and _sentences(paper, owner, label, a, b):
            continue
        if _ABOVE.fullmatch(label):
            cadence = _CADENCE.search(paper.text, a, b)
            often = cadence.group().lower() if cadence else None
            for body in _named(paper, a, b):
                paper.state(owner, "REPORTS_TO", body, begin, b, rule, cadence=often)
        elif chair := _CHAIR.fullmatch(label):
            for who in _holder(paper, owner, a, b):
                role = "vice-chair" if chair["vice"] else "chair"
                paper.state(who, "CHAIRS", owner, begin, b, rule, role=role)
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
                paper.state(body, "SUPPORTS", owner, begin, b, rule, role="secretariat")


def _sentences(paper: Paper, owner: Named, label: str, start: int, end: int) -> bool:
    """State what the sentences below a title say of its body in the usual form; whether any did."""
    rule = "layout:terms-of-reference"
    text, said = paper.text, False
    for a, b in _cut(paper, start, end):
        if _ABOVE.fullmatch(label) and (found := _REPORTS.match(text, a, b)):
            cadence = _CADENCE.search(text, a, b)
            often = cadence.group().lower() if cadence else None
            via = "chair" if found["chair"] else None
            whom = parties(paper, found.end(), b)
            for body in whom.named if whom else ():
                paper.state(owner, "REPORTS_TO", body, a, whom.end if whom else b, rule, cadence=often, via=via)
                said = True
        elif _CHAIR.fullmatch(label) and (found := _CHAIR_IS.match(text, a, b)):
            stop = _CHAIR_END.search(text, found.end(), b)
            for who in _holder(paper, owner, found.end(), stop.start() if stop else b):
                role = "vice-chair" if found["vice"] else "chair"
                paper.state(who, "CHAIRS", owner, a, stop.start() if stop else b, rule, role=role)
                said = True
        elif _SECRETARIAT.fullmatch(label) and (found := _PROVIDED.search(text, a, b)):
            whom = parties(paper, found.end(), b)
            for body in whom.named if whom else ():
                paper.state(body, "SUPPORTS", owner, a, b, rule, role="secretariat")
                said = True
        elif _BELOW.fullmatch(label) and (found := _FOLLOWING.search(text, a, b)):
            predicate = "REPORTS_TO" if found["reports"] else "PART_OF"
            for mention in paper.mentions_in(found.end(), b, "Body"):
                paper.state(mention.named, predicate, owner, a, b, rule)
                said = True
    return said


def _cut(paper: Paper, start: int, end: int) -> Iterator[tuple[int, int]]:
    for a, b in paper.sentences(paper.block_at(start)):
        if b > start and a < end:
            yield max(a, start), min(b, end)


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
