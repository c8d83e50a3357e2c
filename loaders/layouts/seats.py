"""Seats on a body: which body a list of members is of, and who has each seat: a person, a post or an organisation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.model import Block, Modality
from loaders import terms
from loaders.layouts import entries, offices
from loaders.layouts.entries import Stretch
from loaders.names import bodies, posts
from loaders.paper import Named, Paper
from loaders.terms import Term

NOT_MEMBERS = re.compile(
    r"\b(?:dut(?:y|ies)|responsibilit\w+|functions?|purposes?|remit|aims?|objectives?|agenda|quor\w+|activit\w+|"
    r"expected|asked|required|"
    r"invited to|appointed by|present|attendance|absent|apolog\w+|report to|terms? of office|training|expenses|"
    r"conduct|elections?|non-?members?|database|subscriptions?|fees?)\b",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(r"\b(?:members(?:hip)?|composition)\b", re.IGNORECASE)
_CONSISTS = re.compile(
    r"\b(?:(?:shall|will|should|may|to)\s+)?(?:consist(?:s|ed|ing)?|compris\w+|(?:is|was|be|are)\s+(?:composed|"
    r"made\s+up|constituted|drawn)|"
    r"includ(?:es?|ed|ing)|has members|have members|has the following members\w*)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:\W|the|current|core|full|voting|non-voting|operational|advisory|board|committee|group|panel|lay|"
    r"co-opted|statutory|standing|past|former|previous|emeritus|honorary|associate|elected|appointed)[\s/]*)*"
    r"(?:members(?:hip)?|composition)(?:\s+(?:list|details|and attendance|as at .*|of .*))?[\s:;–—-]*|"
    r".{4,80}(?:\s|[–—:-])membership[\s:;–—-]*",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:membership(?:\s+(?:of|on)\s+.{3,80})?|members\s+(?:of|on)\s+.{3,80})(?:\s+(?:is|are|as follows|"
    r"list))*\s*[:;][\s_–—-]*$|"
    r"\bmembers\s+(?:are|is|as follows)[\w\s]{0,15}[:;][\s_–—-]*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:[:;][\s*_–—-]*|\b(?:of|from|includes?|comprises?|are|is|follows|following|members)[\s*_]*)$", re.IGNORECASE
)
_ENDS = (
    ":",
    ";",
    "of",
    "from",
    "include",
    "includes",
    "comprise",
    "comprises",
    "are",
    "is",
    "follows",
    "following",
    "members",
)
"""How an announcement ends, as _OPENS has it."""
_REFERENCE = re.compile(
    r"\b(?:the|this)\s+(?:(?!the\b)\w+\s+){0,2}?(?:sub[- ]?group|sub[- ]?committee|board|committee|group|panel|"
    r"commission|forum|partnership|council|cabinet|team)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)?\b")
_JOINED_ON = re.compile(r"\s*[;,.]?\s*\b(?:and(?:/or)?|or|plus)\s*$|\s*[;,]\s*$", re.IGNORECASE)
"""What leads from one item of a list to the next: "the Head of Culture; and"."""
_CONDITION = re.compile(
    r"\s*\((?P<words>(?:if|when|where|as|by|ex|non|until|unless|subject|or|to|with|without)\b[^()]*)\)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|shall|will|should|must|may|can|has|have|had|be|been|who|which|whose|ensure|provide|"
    r"attend|act|"
    r"make|review|agree|receive|report|meet|liaise|that)\b"
)


@dataclass(slots=True)
class Roll:
    """A list of the members of one body, with what its own words say of all of them."""

    body: Named
    rule: str
    modality: Modality = "asserted"
    status: str | None = None
    names: bool = False
    """Whether most of the list are surely persons, so that the rest of its bare names are too."""
    seen: Counter[str] = field(default_factory=Counter)


def opens(paper: Paper, index: int) -> bool:
    """Whether block `index` announces a list of members: "Membership", "The Board consists of:", "X membership: -"."""
    block = paper.blocks[index]
    words = paper.words(block.start, block.end)
    titled = block.kind == "heading" and paper.has(block.start, block.end, "member", "composition")
    if not titled and not words.rstrip(" *_–—-").lower().endswith(_ENDS):
        return False
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z‘'\"])", words)[-1]
    if NOT_MEMBERS.search(last) or len(last.split()) > 45 or re.match(r"that\b", last, re.IGNORECASE):
        return False
    if block.kind == "heading" and _TITLE.fullmatch(words):
        return not any(m.end >= block.end - 2 for m in paper.mentions_in(block.start, block.end, "Body"))
    if not _OPENS.search(last):
        return False
    if verb := _CONSISTS.search(last):
        return bool(_MEMBERSHIP.search(last) or bodies.kind_of(last[: verb.start()].rstrip(" ,")))
    return bool(_ANNOUNCES.search(last))


def body_of(paper: Paper, index: int) -> Named | None:
    """The body whose members block `index` announces, by its own words, the headings above, the part."""
    block = paper.blocks[index]
    named, stated = _body_in(paper, block.start, block.end)
    if stated:
        return named
    for heading in reversed(paper.section_of(index)):
        above = paper.blocks[heading]
        found = {m.named for m in paper.mentions_in(above.start, above.end, "Body")}
        if len(found) == 1:
            return next(iter(found))
        named, stated = _body_in(paper, above.start, above.end)
        if stated:
            return named
    return paper.owner_at(block.start)


def _body_in(paper: Paper, start: int, end: int) -> tuple[Named | None, bool]:
    """The body that an announcement is about (after "members of", else before the verb), and if it is about one."""
    text = paper.text
    last = max((m.end() for m in re.compile(r"[.!?]\s+(?=[A-Z‘'\"])").finditer(text, start, end)), default=start)
    if last > start and re.compile(r"its\b", re.IGNORECASE).match(text, last, end):
        first = paper.mentions_in(start, last, "Body")
        return (first[0].named, True) if first else (None, True)
    of = re.compile(r"\b(?:members|membership|composition)\s+(?:of|on|to)\s+", re.IGNORECASE).search(text, last, end)
    verb = _CONSISTS.search(text, last, end)
    begin = of.end() if of else last
    stop = verb.start() if verb and verb.start() > begin else end
    mentions = paper.mentions_in(begin, stop, "Body")
    if mentions:
        return mentions[0].named if of else mentions[-1].named, True
    reference = _REFERENCE.search(text, begin, stop)
    if reference and (referred := paper.refer(*reference.span())) is not None:
        return referred, True
    subject = re.compile(r"(?:[Tt]he\s+)?[‘'\"]?(?=[A-Z])").match(text, begin, stop)
    if verb and subject and bodies.kind_of(paper.words(begin, stop)):
        return paper.body_at(subject.end(), stop), True
    return None, reference is not None


def modality_of(words: str) -> Modality:
    """The modality of a list that `words` announce: what should be is proposed, past members are history."""
    if re.match(r"(?:past|former|previous|emeritus)\b", words, re.IGNORECASE):
        return "historical"
    return (
        "proposed" if re.search(r"\b(?:should|it is proposed|proposed|would)\b", words, re.IGNORECASE) else "asserted"
    )


def holder(paper: Paper, start: int, end: int, group: Named | None) -> Named | None:
    """Whose seat text[start:end] is: a person, a post (of `group` if it names no body) or an organisation."""
    words = paper.words(start, end)
    if not is_seat(words):
        return None
    if posts.ROLE_WORD.search(words):
        return paper.post_at(start, end, group)
    return paper.organisation_at(start, end) if organisation_like(words) else None


KIND_OF_MEMBERS = re.compile(
    r"(?:(?:non-?\s?)?(?:voting|core|full|standing|permanent|other|additional)\s+)+members(?:hip)?", re.IGNORECASE
)
_SECTION = re.compile(
    rf"{KIND_OF_MEMBERS.pattern}|duties|quorum|purpose|frequency|attendance|meetings?|support|functions?|"
    r"responsibilities|accountability|reporting|authority|terms|scope",
    re.IGNORECASE,
)
"""What stands over the next list in terms of reference, and is no seat of the one before."""


def is_seat(words: str) -> bool:
    """Whether `words` can be a seat: a post, a name or an organisation, not a sentence or a duty."""
    if not words or entries.NOBODY.match(words) or len(words.split()) > 18 or len(words) < 3:
        return False
    bare = re.sub(r"\([^()]*\)", "", words)
    if _SECTION.fullmatch(bare.strip(" *_:.")):
        return False
    return not _SENTENCE.search(bare) and (
        words[0].isupper() or words[0].isdigit() or bool(posts.ROLE_WORD.search(words))
    )


def organisation_like(words: str) -> bool:
    """Whether `words` look like the name of an organisation: capitals throughout, no list and no quantity."""
    listed = [w for w in re.split(r"[\s/]+", re.sub(r"\([^()]*\)", "", words)) if w]
    small = ("of", "and", "for", "the", "&", "in", "to", "on", "de", "–", "-")
    return 0 < len(listed) < 10 and listed[0][0].isalnum() and all(re.search(r"[A-Z]", w) or w in small for w in listed)


def further_in(paper: Paper, outer: Block, inner: Block) -> bool:
    """Whether an item is indented more than another, so that it stands under it."""
    return indent(paper, inner) > indent(paper, outer)


def indent(paper: Paper, block: Block) -> int:
    """How far in the line of a block begins, its bullet left aside."""
    line = paper.text[paper.text.rfind("\n", 0, block.start) + 1 : block.start]
    return len(line) - len(line.lstrip())


def enrol(
    paper: Paper,
    roll: Roll,
    start: int,
    end: int,
    group: Named | None = None,
    span: Stretch | None = None,
    status: str | None = None,
) -> bool:
    """State that text[start:end] is on the body of `roll`, with its chair and posts; False if it is no seat."""
    if joined := _JOINED_ON.search(paper.text, start, end):
        end = joined.start()
    span = span or (start, end)
    status = status or roll.status
    condition = _CONDITION.search(paper.text, start, end)
    stop = condition.start() if condition else end
    if condition and not status and terms.within(paper.text, condition.start(), end) is None:
        status = re.sub(r"\s+", " ", condition.group("words")).lower()
    words = paper.words(start, stop)
    listed = entries.entries(paper, start, stop, names=roll.names)
    persons = [e for e in listed if e.person is not None]
    if persons and persons[0].start - start < 20:
        for entry in persons:
            own = (entry.start, entry.end) if len(persons) > 1 else span
            term = terms.within(paper.text, *((start, end) if len(persons) == 1 else own), paper.date_at(start))
            modality: Modality = "historical" if term and term.modality == "historical" else roll.modality
            _member(paper, roll, entry.person, own, entry.status or status, words if len(persons) == 1 else "", term)
            offices.describe(paper, entry, roll.body, roll.rule, modality)
        return True
    chair = re.search(r"\(\s*([^()]*)\)\s*$", words)
    role = offices.chair_role(chair.group(1)) if chair and len(chair.group(1).split()) < 4 else None
    if chair and role:
        stop = paper.text.rfind("(", start, stop)
        words = paper.words(start, stop)
    several = re.match(r"(?:two|three|four|five|six|\d+)\s", words, re.IGNORECASE) and re.search(
        r"\(([^()]*,[^()]*)\)\s*$", words
    )
    if several:
        opening = paper.text.rfind("(", start, stop) + 1
        for piece in re.finditer(r"[^,()]+", paper.text[opening:stop]):
            a = opening + piece.start()
            lead = re.match(r"\s*(?:and\s+)?", piece.group())
            a += lead.end() if lead else 0
            _member(paper, roll, holder(paper, a, opening + piece.end(), group), (a, opening + piece.end()), status, "")
        return True
    found = holder(paper, start, stop, group)
    if found is None:
        return False
    if found.label == "Post":
        if _chairs_itself(paper, roll, start, stop):
            found.body = found.body or roll.body
            paper.state(found, "CHAIRS", roll.body, *span, roll.rule, roll.modality, role=offices.chair_role(words))
        found = (
            distinct(paper, roll, found, words) if re.match(r"(?:\w+\s)?members?\b", words, re.IGNORECASE) else found
        )
    _member(paper, roll, found, span, status, "")
    if role:
        paper.state(found, "CHAIRS", roll.body, *span, roll.rule, roll.modality, role=role)
    return True


def _chairs_itself(paper: Paper, roll: Roll, start: int, end: int) -> bool:
    """Whether a seat is that of the body's own chair ("Vice-Chair of the Board"), not another body's."""
    words = paper.words(start, end)
    found = offices.CHAIR.search(words)
    if not found:
        return False
    named = [m.named for m in paper.mentions_in(start, end, "Body", inner=True)]
    if named:
        return named == [roll.body]
    before = re.sub(r"\b(?:the|an?|senior|junior|elected|council)\b", "", words[: found.start()], flags=re.IGNORECASE)
    return not before.strip(" -") and not words[found.end() :].strip(" ,.)") and offices.chair_role(words) is not None


def _member(
    paper: Paper,
    roll: Roll,
    named: Named | None,
    span: Stretch,
    status: str | None,
    words: str,
    term: Term | None = None,
) -> None:
    role = offices.chair_role(words) if words else None
    years = YEARS.search(paper.text, *span)
    since, until = (term.since, term.until) if term else years.groups() if years else (None, None)
    paper.state(
        named,
        "MEMBER_OF",
        roll.body,
        *span,
        roll.rule,
        "historical" if term and term.modality == "historical" else roll.modality,
        status=status,
        role=role,
        since=since,
        until=until,
    )


def distinct(paper: Paper, roll: Roll, post: Named, words: str) -> Named:
    """The post, or for the second row with the same words a second seat: two lay members are two."""
    key = words.lower()
    roll.seen[key] += 1
    if roll.seen[key] == 1:
        return post
    return paper.entities.post(f"{posts.clean(words)} ({roll.seen[key]})", post.body)
