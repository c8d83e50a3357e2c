"""Members in one line or one sentence: "Members: A, B and C", "Chair: X; Members: A, B", "shall consist of A, B and C".

Every piece must be a seat: a person, a post or a body. One that is none makes the sentence a description, and nothing
is stated.
"""

from __future__ import annotations

import re

from graph.model import Block, Modality
from loaders import terms
from loaders.layouts import entries, offices, seats
from loaders.layouts.entries import Stretch
from loaders.names import bodies, posts
from loaders.paper import Named, Paper

RULE = "layout:member-line"

_LABEL = re.compile(
    r"(?<![\w(’'-])(?P<label>(?:(?:(?:vice|deputy|co|joint)[\s-]*)?chair(?:man|person|woman|s)?|convenor|convener)|"
    r"(?P<members>(?:(?:other|core|full|current|committee|board|panel|group|team|voting|non-voting|lay|co-?opted|"
    r"ex[- ]officio|"
    r"independent|elected|appointed|associate|and)\s+){0,3}(?:members|membership|trustees|governors|advis[eo]rs|observers|substitutes)))"
    r"[*_]*\s*(?::|\s[–—-]\s)[*_\s]*",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"(?i:member|trustee|governor|advis|observer|substitute)[^:–—\n]{0,20}\s?[:–—-]")
_VERB = re.compile(r"\b(?:consist|compris|composed|made\s+up)")
_CONSISTS = re.compile(
    r"\s+(?P<modal>(?:shall|will|should|would|must|may)\s+)?(?:consists?|compris(?:es?|ed)|be\s+comprised|is\s+comprised|"
    r"(?:is|be|are)\s+(?:made\s+up|composed))(?:\s+of)?(?:\s+the\s+following(?:\s+members)?)?\s*:?\s+(?=\S)"
)
_EX_OFFICIO = re.compile(r"\s*[,(]\s*ex[- ]officio\)?\s*$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:up to|at least|no (?:more|fewer|less) than|not (?:more|fewer|less) than|between|a (?:minimum|maximum)|"
    r"from (?:the|a)|drawn|people|persons|any|such|those|who|which|whose|representation)\b",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r"\s*(?:[,;]\s*(?:and|plus)\s+|[,;]\s*(?!ex[- ]officio)|\s+and\s+(?=(?:the|an?|one|two|three|four|Councillors?|"
    r"Cllrs?|Mrs?|Ms|Dr|Prof|[A-Z])\b))"
)


def read(paper: Paper) -> None:
    """State the members that lines and sentences of `paper` list."""
    for i, block in enumerate(paper.blocks):
        if block.kind == "row" or block.end - block.start > 1600:
            continue
        text = paper.text[block.start : block.end]
        if _may_list(paper, block) and _MEMBERS.search(text) and paper.part_at(block.start).kind != "minutes":
            _labelled(paper, i)
        if block.kind in ("paragraph", "item") and _VERB.search(text):
            _sentences(paper, i)


def _may_list(paper: Paper, block: Block) -> bool:
    return paper.has(block.start, block.end, "member", "trustee", "governor", "advis", "observer", "substitute")


def several(paper: Paper, block: Block) -> bool:
    """Whether a block labels its chair and its members in one line."""
    if not _may_list(paper, block) or not _MEMBERS.search(paper.text, block.start, block.end):
        return False
    found = _labels(paper, block)
    return len(found) > 1 and any(m["members"] for m in found)


def _labels(paper: Paper, block: Block) -> list[re.Match[str]]:
    """The labels of a line: at its beginning, and after what ends the one before."""
    text = paper.text
    return [
        m
        for m in _LABEL.finditer(text, block.start, block.end)
        if not (before := text[block.start : m.start()].rstrip(" *_\t")) or before[-1] in ";.|\n"
    ]


def _labelled(paper: Paper, index: int) -> None:
    block = paper.blocks[index]
    found = _labels(paper, block)
    if not any(m["members"] for m in found) or found[0].start() - block.start > 4:
        return
    body = _body(paper, index)
    if body is None:
        return
    for label, following in zip(found, [*found[1:], None], strict=True):
        start, end = label.end(), following.start() if following else block.end
        end = start + len(paper.text[start:end].rstrip(" ;.|\n*_"))
        listed = [e for e in entries.entries(paper, start, end) if e.person is not None]
        if not listed or listed[0].start - start > 12 or not _whole(paper, start, end, len(listed)):
            continue
        role = offices.chair_role(label["label"])
        words = label["members"] or ""
        status = entries.status_of(words)
        for entry, following_one in zip(listed, [*listed[1:], None], strict=True):
            stop = following_one.start if following_one else end
            term = terms.within(paper.text, entry.start, stop, paper.date_at(entry.start))
            modality: Modality = term.modality if term else "asserted"
            since, until = (term.since, term.until) if term else (None, None)
            if role or re.match(r"chairs?", label["label"], re.IGNORECASE):
                shared = "co-chair" if len(listed) > 1 and role in ("chair", None) and term is None else role
                paper.state(
                    entry.person, "CHAIRS", body, entry.start, entry.end, RULE, modality,
                    role=shared, since=since, until=until,
                )  # fmt: skip
                continue
            paper.state(
                entry.person, "MEMBER_OF", body, entry.start, entry.end, RULE, modality,
                status=entry.status or (status if status != "member" else None), since=since, until=until,
            )  # fmt: skip
            offices.describe(paper, entry, body, RULE, modality)


def _whole(paper: Paper, start: int, end: int, persons: int) -> bool:
    """Whether a stretch is a list of names, and no sentence in which some stand."""
    words = paper.words(start, end)
    return not re.search(r"\b(?:is|are|was|were|will|shall|should|has|have|agreed|asked|noted)\b", words) and (
        persons * 16 >= len(words.split())
    )


def _body(paper: Paper, index: int) -> Named | None:
    block = paper.blocks[index]
    for heading in reversed(paper.section_of(index)):
        above = paper.blocks[heading]
        named = {m.named for m in paper.mentions_in(above.start, above.end, "Body")}
        if len(named) == 1:
            return next(iter(named))
        if len(named) > 1:
            return None
    return paper.owner_at(block.start)


def _sentences(paper: Paper, index: int) -> None:
    for start, end in paper.sentences(index):
        verb = _CONSISTS.search(paper.text, start, end)
        if verb is None or verb.start() - start > 120 or seats.NOT_MEMBERS.search(paper.words(start, verb.start())):
            continue
        body = _subject(paper, start, verb.start())
        if body is None:
            continue
        stretches = _pieces(paper, verb.end(), end)
        found = [(a, b, _party(paper, a, b, body)) for a, b in stretches]
        if len(found) < 2 or any(not who for _, _, who in found):
            continue
        modality: Modality = "proposed" if re.match(r"should|would|may", verb["modal"] or "") else "asserted"
        for a, b, who in found:
            for person in who:
                paper.state(person, "MEMBER_OF", body, a, b, RULE, modality)


def _subject(paper: Paper, start: int, end: int) -> Named | None:
    """The body that the subject of the sentence names or means, and nothing else; None for anything wider."""
    membership = re.compile(r"(?:the\s+)?(?:membership|composition)\s+of\s+", re.IGNORECASE).match(
        paper.text, start, end
    )
    begin = membership.end() if membership else start
    if re.fullmatch(r"(?:the\s+)?(?:membership|its membership|it)", paper.words(start, end), re.IGNORECASE):
        return _body(paper, paper.block_at(start))
    found = paper.body_at(begin, end) or paper.refer(begin, end)
    return found if found is not None and found.label == "Body" else None


def _pieces(paper: Paper, start: int, end: int) -> list[Stretch]:
    """The pieces of an enumeration; a list of surnames after one title stays one piece."""
    stop = start + len(paper.text[start:end].rstrip(" .;:\n"))
    result: list[Stretch] = []
    position = start
    while position < stop:
        gap = re.compile(r"(?:the|an?)\s+", re.IGNORECASE).match(paper.text, position, stop)
        listed = list(entries.people_at(paper, gap.end() if gap else position, stop, False))
        if listed:
            finish = listed[-1][1]
        else:
            body = next((m for m in paper.mentions_in(position, stop, "Body", "Post") if m.start - position < 5), None)
            cut = _PIECE.search(paper.text, max(position + 1, body.end if body else 0), stop)
            finish = cut.start() if cut else stop
        result.append((position, finish))
        following = _PIECE.match(paper.text, finish, stop)
        if following is None:
            return result if finish >= stop else [*result, (finish, stop)]
        position = following.end()
    return result


def _party(paper: Paper, start: int, end: int, body: Named) -> list[Named]:
    """Who has the seat that a piece words: a person, a post, a body; [] for anything else."""
    if ending := _EX_OFFICIO.search(paper.text, start, end):
        end = ending.start()
    if lead := re.compile(r"the\s+(?:immediate|current)\s+", re.IGNORECASE).match(paper.text, start, end):
        start = lead.end()
    words = paper.words(start, end)
    if not words or _LIMIT.search(words) or len(words.split()) > 14:
        return []
    listed = [p[2] for p in entries.people_at(paper, start, end, False)]
    if listed:
        return listed
    counted = re.match(r"(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s", words, re.IGNORECASE)
    if posts.ROLE_WORD.search(words):
        post = paper.post_at(start, end, None) if counted or words[0].isupper() else None
        return [post] if post else []
    named = paper.body_at(start, end) if bodies.kind_of(words) else None
    return [named] if named is not None and named is not body else []
