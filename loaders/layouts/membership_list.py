"""Lists of members under words that announce them: posts, names or organisations as items, under organisations' names.

"The Board consists of:", "Membership", "X membership: -" open a list. Short headings inside it name the organisation
(or the sector) whose posts follow. A list ends at a sentence, at the next section, or where an outer numbering goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model import Block, Modality
from loaders import terms
from loaders.layouts import entries, offices, seats
from loaders.layouts.seats import Roll
from loaders.names import bodies, people, posts
from loaders.paper import Named, Paper

RULE = "layout:membership-list"

_GROUP = re.compile(
    r"\b(?:members?|representatives?|sector|economy|police|health|education|council|services?|authorit\w+|"
    r"partners?|agencies|voluntary|community|"
    r"advis[eo]rs|observers?|attendance|officers?|attendees|receives? papers|statutory|independent|others?|"
    r"schools?|lay|councillors|ex[- ]officio|voting|co-?opt\w+|trustees|governors|substitutes|alternates|associates?|"
    r"emeritus)\b",
    re.IGNORECASE,
)
_MET = re.compile(r"(?:present|apolog|absent|in attendance|attend|officials \(|officers \()", re.IGNORECASE)
"""How the labels of an attendance list begin, which no list of members goes on through."""
_PAST = re.compile(r"\b(?:past|former|previous|emeritus)\b", re.IGNORECASE)
_ROLE_LINE = re.compile(r"^(?P<role>[\w /-]{4,40}?)\s*(?:[:–—]|\s-)[\s–—:*_-]*(?=\S)")


@dataclass(slots=True)
class _Place:
    """Where in a list one stands: under which organisation, which status, past members or not, the last number."""

    group: Named | None = None
    status: str | None = None
    past: bool = False
    number: int = 0


def read(paper: Paper) -> None:
    """State who sits on which body by the lists of members in `paper`."""
    i = 0
    while i < len(paper.blocks):
        body = seats.body_of(paper, i) if paper.blocks[i].kind != "row" and seats.opens(paper, i) else None
        i = _list(paper, i, body) if body is not None else i + 1


def _list(paper: Paper, first: int, body: Named) -> int:
    """State the list that block `first` announces; the index of the block after it."""
    opening = paper.blocks[first]
    words = paper.words(opening.start, opening.end)
    roll = Roll(body, RULE, seats.modality_of(words), entries.status_of(words) if opening.kind == "heading" else None)
    if roll.status == "member":
        roll.status = None
    place = _Place()
    end = first + 1
    listed: list[tuple[int, int, _Place]] = []
    outer: tuple[Block, _Place] | None = None
    while end < len(paper.blocks) and paper.part_at(paper.blocks[end].start) is paper.part_at(opening.start):
        block = paper.blocks[end]
        if (
            end > first + 1
            and block.kind != "row"
            and seats.opens(paper, end)
            and seats.body_of(paper, end) is not None
        ):
            break
        if block.kind in ("heading", "field") and _MET.match(paper.words(block.start, block.end)):
            break
        begun = bool(listed) or _over_seats(paper, end - 1)
        if not _belongs(paper, opening, block, end, place, begun):
            break
        if outer is not None and not (block.kind == "item" and seats.further_in(paper, outer[0], block)):
            place, outer = outer[1], None
        if (over := _over_items(paper, end)) is not None:
            outer = outer or (block, place)
            place = _Place(over, place.status, place.past)
        elif block.kind in ("heading", "paragraph") and _is_group(paper, end):
            title = paper.words(block.start, block.end)
            place = _Place(paper.body_at(block.start, block.end), _status(title), bool(_PAST.search(title)))
        else:
            listed.append((end, _number(block) or 0, place))
        end += 1
    fit = [k for k, _, _ in listed if _fits(paper, paper.blocks[k])]
    sure = sum(
        next(entries.people_at(paper, paper.blocks[k].start, paper.blocks[k].end, False), None) is not None for k in fit
    )
    if 2 * len(fit) >= len(listed):
        for k, _, where in listed:
            past = replace(roll, modality="historical") if where.past else roll
            _seat(paper, replace(past, names=len(fit) > 2 and 2 * sure >= len(fit)), paper.blocks[k], where)
    return max(end, first + 1)


def _belongs(paper: Paper, opening: Block, block: Block, index: int, place: _Place, begun: bool) -> bool:
    """Whether a block goes on with the list that `opening` announced."""
    words = paper.words(block.start, block.end)
    if block.kind == "row":
        return False
    if block.kind == "heading":
        if opening.kind == "heading" and opening.level is not None and block.level is not None:
            if block.level <= opening.level:
                return False
        elif block.level is not None:
            return False
        if begun and _over_others(paper, index):
            return False
        return len(words.split()) < 12 and (_is_group(paper, index) or _fits(paper, block))
    if block.kind == "item":
        if opening.kind == "item" and not _below(paper, opening, block):
            return False
        number = _number(block)
        if number is not None and opening.kind == "item" and _number(opening) is not None:
            if number != place.number + 1:
                return False
            place.number = number
        return begun or _fits(paper, block)
    if begun and _over_others(paper, index):
        return False
    return _fits(paper, block) or _over_seats(paper, index)


def _over_others(paper: Paper, index: int) -> bool:
    """Whether a line between items is over other things than seats: "Suppliers", "Winners of the prize"."""
    block, around = paper.blocks[index], paper.blocks[index - 1 : index + 2]
    if len(around) < 3 or around[0].kind != "item" or around[2].kind != "item" or _is_group(paper, index):
        return False
    return not paper.is_person(block.start, block.end) and not posts.ROLE_WORD.search(
        paper.words(block.start, block.end)
    )


def _below(paper: Paper, opening: Block, block: Block) -> bool:
    """Whether an item stands further in than the item that announced the list, or both have no indent of their own."""
    return seats.further_in(paper, opening, block) or seats.indent(paper, opening) == 0


def _number(block: Block) -> int | None:
    found = re.fullmatch(r"\(?(\d{1,2})[.)]?", block.number or "")
    return int(found.group(1)) if found else None


def _is_group(paper: Paper, index: int) -> bool:
    """Whether a line inside a list is over the seats that follow it, as "Police:" over its officers."""
    block = paper.blocks[index]
    if _over_seats(paper, index):
        return True
    if block.kind == "paragraph" and paper.blocks[index - 1].kind != "item":
        return False
    following = paper.blocks[index + 1 : index + 2]
    if not following or following[0].kind not in ("item", "field", "paragraph") or following[0].number:
        return False
    words = paper.words(block.start, block.end)
    if following[0].kind != "item" and not words.endswith(":"):
        return False
    return bool(paper.body_at(block.start, block.end) or _GROUP.search(words)) and _fits(paper, following[0])


def _over_seats(paper: Paper, index: int) -> bool:
    """Whether a line is over items and says of what kind of member they are: "Non-voting members"."""
    block, following = paper.blocks[index], paper.blocks[index + 1 : index + 2]
    if not following or following[0].kind != "item":
        return False
    return bool(seats.KIND_OF_MEMBERS.fullmatch(paper.words(block.start, block.end).strip(" *_:")))


def _over_items(paper: Paper, index: int) -> Named | None:
    """The organisation of an item under which others stand further in: its posts and people."""
    block, following = paper.blocks[index], paper.blocks[index + 1 : index + 2]
    if block.kind != "item" or not following or following[0].kind != "item":
        return None
    if not seats.further_in(paper, block, following[0]) or posts.ROLE_WORD.search(paper.words(block.start, block.end)):
        return None
    return paper.body_at(block.start, block.end)


def _status(words: str) -> str | None:
    status = entries.status_of(words)
    return status if status != "member" else None


def _fits(paper: Paper, block: Block) -> bool:
    """Whether a block can be a seat (or several, in a list of names)."""
    if block.kind == "field":
        return seats.is_seat(paper.words(*block.cells[0])) and bool(paper.words(*block.cells[1]))
    words = paper.words(block.start, block.end)
    if people.TITLED.match(words):
        return not re.search(r"\b(?:is|was|will|has|had|shall)\b", words)
    if block.kind == "item" and words.endswith(".") and len(words.split()) < 12 and posts.ROLE_WORD.search(words):
        words = words[:-1]
    return (not words.endswith(".") and seats.is_seat(words)) or bool(
        re.search(r"\b(?:Sr|Jr|Ltd|Inc|Co|Corp|etc|[A-Z])\.$", words) and seats.is_seat(words)
    )


def _seat(paper: Paper, roll: Roll, block: Block, place: _Place) -> None:
    if block.kind == "field":
        _labelled(paper, roll, block, place)
        return
    start, end = block.start, block.end
    role = _ROLE_LINE.match(paper.text[start:end])
    if role and offices.CHAIR.search(role.group("role")):
        chaired = paper.body_at(start + role.end(), end)
        if chaired is not None and chaired is not roll.body and bodies.kind_of(paper.words(start + role.end(), end)):
            post = paper.entities.post(f"{posts.clean(role.group('role'))}, {chaired.name}", chaired)
            paper.state(
                post, "MEMBER_OF", roll.body, start, end, RULE, roll.modality, status=place.status or roll.status
            )
            return
        _officer(paper, roll, role.group("role"), start + role.end(), end)
        return
    if not _fits(paper, block):
        return
    if role and posts.ROLE_WORD.search(role.group("role")) and (employer := paper.body_at(start + role.end(), end)):
        seats.enrol(paper, roll, start, start + role.end("role"), employer, (start, end), place.status)
        return
    names = [e for e in entries.entries(paper, start, end, names=roll.names) if e.person is not None]
    if len(names) > 1:
        for entry in names:
            term = terms.within(paper.text, entry.start, entry.end, paper.date_at(entry.start))
            modality: Modality = "historical" if term and term.modality == "historical" else roll.modality
            paper.state(
                entry.person, "MEMBER_OF", roll.body, entry.start, entry.end, RULE, modality,
                status=entry.status or place.status or roll.status,
                since=term and term.since, until=term and term.until,
            )  # fmt: skip
            offices.describe(paper, entry, roll.body, RULE, modality)
        return
    seats.enrol(paper, roll, start, end, place.group, status=place.status)


def _labelled(paper: Paper, roll: Roll, block: Block, place: _Place) -> None:
    """ "Co-opted members: Mrs. A, Mr. B", "Head of Learning: Borough Council", "Police: Superintendent"."""
    label, value = block.cells
    title = paper.words(*label)
    if offices.CHAIR.search(title):
        _officer(paper, roll, title, *value)
        return
    status = entries.status_of(title)
    names = [e for e in entries.entries(paper, *value, names=bool(status)) if e.person is not None]
    if names:
        for entry in names:
            term = terms.within(paper.text, entry.start, entry.end, paper.date_at(entry.start))
            modality: Modality = "historical" if term and term.modality == "historical" else roll.modality
            paper.state(
                entry.person, "MEMBER_OF", roll.body, entry.start, entry.end, RULE, modality,
                status=status or place.status, since=term and term.since, until=term and term.until,
            )  # fmt: skip
            offices.describe(paper, entry, roll.body, RULE, modality)
        return
    group = paper.body_at(*value)
    if group is not None and posts.ROLE_WORD.search(title):
        seats.enrol(paper, roll, *label, group, (block.start, block.end), place.status)
        return
    over = paper.body_at(*label)
    if over is not None:
        for found in re.finditer(r"[^;\n]+", paper.text[value[0] : value[1]]):
            seats.enrol(paper, roll, value[0] + found.start(), value[0] + found.end(), over, status=place.status)


def _officer(paper: Paper, roll: Roll, title: str, start: int, end: int) -> None:
    """ "Vice-Chairperson – Councillor E. Marchbanks" in a list of members: a member, and the body's vice-chair."""
    role = offices.chair_role(title)
    for entry in entries.entries(paper, start, end):
        who = entry.person or (seats.holder(paper, *entry.role, None) if entry.role else None)
        term = terms.within(paper.text, entry.start, entry.end, paper.date_at(start))
        modality: Modality = "historical" if term and term.modality == "historical" else roll.modality
        for predicate in ("MEMBER_OF", "CHAIRS") if who is not None and who.label != "Body" else ("MEMBER_OF",):
            paper.state(
                who, predicate, roll.body, entry.start, entry.end, RULE, modality,
                role=role, since=term and term.since, until=term and term.until,
            )  # fmt: skip
