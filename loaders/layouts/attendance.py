"""Who was at a meeting and who sent apologies: "Present:-", "In attendance", "Apologies … received from", ATTENDEES.

A label opens a list, which goes on through sub-headings ("OFFICIALS:") until something is no list. Whoever is "in the
Chair" chairs the body, unless the paper names another chair or calls them its vice-chair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Block
from loaders.layouts import attendance_labels, attendance_row, attendance_table, entries, offices, presiding, seats
from loaders.layouts.entries import Entry
from loaders.names import bodies, people, posts
from loaders.paper import Named, Paper

RULE = "layout:attendance"

_PUBLIC = re.compile(
    r"^\W*(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a|an)\b|\b(?:public|press|"
    r"parishioners?|residents?|electors)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:is|are|was|were|be|been|proposed|has|have|had|will|would|that|to|noted|agreed|resolved|opened|welcomed|took|declared)\b"
)


_BUSINESS = re.compile(
    r"(?:elections?|appointments?|reports?|minutes|review|approval|confirmation|updates?|matters|welcome|declarations?|"
    r"introductions?|agenda|(?:non-)?members|officers|staff|others|observers|guests)\b"
    r"(?!\s+(?:of staff|officer|from|for)\b)",
    re.IGNORECASE,
)
"""How an item of business or the label of a group begins, and nobody's post does."""
_MET = re.compile(r"(?:[\w’'& -]{2,50}\s)?(?:members|officials|officers)(?:\s*\([^()]*\))?\s*:?", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:clerk|attorney|recorder|administrator|(?:city|town|county) manager)\b", re.IGNORECASE)
"""Offices of those who serve a body and are listed with its members."""
_TOOK_PART = re.compile(
    r"\b(?:deput\w+|substitut\w+|sub|alternate)\s+for\b|\bon behalf of\b|\brepresenting\b|\bsubstitute\b|\bobserver\b|"
    r"\bminutes?\b|\bpart\b",
    re.IGNORECASE,
)
"""Words behind a name that say in which part someone was there."""


def read(paper: Paper) -> None:
    """State who attended each meeting of `paper`, who sent apologies, and what the lists say of them."""
    found: list[tuple[str, str, Entry, Named]] = []
    mode: str | None = None
    label = ""
    complete = False  # whether the line of the label in force had its names itself
    group: Named | None = None
    part, fresh, tabled = None, False, False
    for i, block in enumerate(paper.blocks):
        if paper.part_at(block.start) is not part:
            part, mode, group = paper.part_at(block.start), None, None
        owner = paper.owner_at(block.start)
        if owner is None:
            continue
        if block.kind == "row":
            tabled = (tabled or paper.blocks[i - 1].kind != "row") and (tabled or attendance_table.header(paper, block))
            if mode and not tabled and not attendance_labels.all_away([paper.words(*c) for c in block.cells[1:]]):
                found += [(mode, label, e, owner) for e in attendance_row.listed(paper, i)]
            continue
        tabled = False
        presiding.called_to_order(paper, block, owner, RULE)
        if mode is None and block.kind == "field" and (opener := _opens_with(paper, i)):
            label = opener
            for e in _listed(paper, *block.cells[1]):
                found.append(("present", label, e, owner))
                if e.person is not None and offices.CHAIR.fullmatch(label):
                    role = offices.chair_role(label)
                    paper.state(e.person, "CHAIRS", owner, e.start, e.end, RULE, role=role)
            continue
        if mode is None and _over_those_who_came(paper, i):
            mode, label, group, fresh = "present", paper.words(block.start, block.end), None, True
            continue
        if mode and (over := _organisation(paper, i)) is not None:
            group = over
            continue
        absent = _in_sentence(paper, block) if block.kind in ("paragraph", "item", "field") else []
        if absent and attendance_labels.label_at(paper, block.start, block.end, block.kind) is None:
            found += [("apologies", "", e, owner) for e in absent]
            for start, end, mode_here, label_here in attendance_labels.pieces(paper, block, False):
                if mode_here == "present" and start < absent[0].start:
                    found += [(mode_here, label_here, e, owner) for e in _listed(paper, start, end, label_here)]
            continue
        opened, fresh = fresh, False
        stretches = attendance_labels.pieces(paper, block, mode is not None)
        if absent and not any(m == "apologies" for _, _, m, _ in stretches):
            found += [("apologies", "", e, owner) for e in absent]  # all the minutes in one line
        for start, end, mode_here, label_here in stretches:
            if mode_here is not None:
                mode, label, opened, group = mode_here, label_here, True, None
                complete = False
            if mode == "present" and (clerk := attendance_labels.CLERK.match(paper.text, start, end)):
                label, start, opened = clerk.group("office"), clerk.end(), True
            if (
                mode is not None
                and mode_here is None
                and (led := attendance_labels.OFFICE.match(paper.text, start, end))
            ):
                mode, label, start, opened, group = "present", led.group("office"), led.end(), True, None
            if mode is not None and mode_here is None and (sub := attendance_labels.of_group(paper, block, i)):
                label, start = sub
                if attendance_labels.REOPENS.search(label) or (mode != "present" and complete):
                    mode = "present"
                group = None
            if mode is None or start >= end:
                fresh = mode is not None
                continue
            if attendance_labels.OF_THE_PUBLIC.search(label):
                continue
            listed = _listed(paper, start, end, label)
            if not opened and _over_others(paper, i, listed):
                mode = None
                continue
            if not opened and listed and not (block.kind != "heading" and _goes_on(paper, listed[0], start, end)):
                listed = []
            if listed:
                complete = complete or (opened and (mode_here is not None or block.kind == "field"))
                found += [(mode, label, replace(e, group=group), owner) for e in listed]
            elif not opened and not _PUBLIC.search(paper.words(start, end)):
                mode = None
    _state(paper, found)


def _opens_with(paper: Paper, index: int) -> str | None:
    """The label of "Chair: X" or "Members: A, B" before those in attendance, who then are the ones that met."""
    label = paper.words(*paper.blocks[index].cells[0])
    if not (offices.CHAIR.fullmatch(label) or re.fullmatch(r"(?:(?:committee|board) )?members", label, re.IGNORECASE)):
        return None
    if paper.part_at(paper.blocks[index].start).kind != "minutes":
        return None
    for block in paper.blocks[index + 1 : index + 5]:
        if block.kind not in ("field", "heading", "paragraph"):
            return None
        if attendance_labels.label_at(paper, block.start, block.end, block.kind) is not None:
            return label
    return None


def _over_those_who_came(paper: Paper, index: int) -> bool:
    """Whether a line is over names though it says neither present nor attending: "Board Members", "Officials".

    It is where those who sent apologies, or were in attendance, follow under a label of their own.
    """
    block = paper.blocks[index]
    if block.kind not in ("heading", "paragraph") or block.number or block.end - block.start > 70:
        return False
    part = paper.part_at(block.start)
    if not _MET.fullmatch(paper.words(block.start, block.end)) or part.kind != "minutes":
        return False
    following = [b for b in paper.blocks[index + 1 : index + 45] if b.end <= part.end and b.kind != "row"]
    first = next((b for b in following if not _MET.fullmatch(paper.words(b.start, b.end))), None)
    if first is None or not any(
        attendance_labels.label_at(paper, b.start, b.end, b.kind) for b in following if b.kind in ("heading", "field")
    ):
        return False
    return next(entries.people_at(paper, first.start, first.end, False), None) is not None


def _organisation(paper: Paper, index: int) -> Named | None:
    """The organisation that a line of a list names and nothing else, with its people as the items that follow."""
    block = paper.blocks[index]
    following = paper.blocks[index + 1 : index + 2]
    if block.kind not in ("paragraph", "heading", "item") or not following or following[0].kind != "item":
        return None
    if block.kind == "item" and not seats.further_in(paper, block, following[0]):
        return None
    words = paper.words(block.start, block.end).rstrip(":")
    if (
        posts.ROLE_WORD.search(words)
        or not seats.organisation_like(words)
        or attendance_labels.label_at(paper, block.start, block.end, "")
    ):
        return None
    if not any(e.person for e in entries.entries(paper, following[0].start, following[0].end)):
        return None
    named = paper.body_at(block.start, block.end)
    return named or (
        paper.organisation_at(block.start, block.end) if not attendance_labels.GROUP.search(words) else None
    )


def _over_others(paper: Paper, index: int, listed: list[Entry]) -> bool:
    """Whether a line among those who came is over other people: no name, post, group or organisation, but a title."""
    block, following = paper.blocks[index], paper.blocks[index + 1 : index + 2]
    words = paper.words(block.start, block.end).rstrip(":")
    if block.kind not in ("heading", "paragraph") or not following or len(words.split()) > 8:
        return False
    if any(e.person for e in listed) or posts.ROLE_WORD.search(words) or attendance_labels.GROUP.search(words):
        return False
    if seats.organisation_like(words) or bodies.kind_of(words) or not words[:1].isupper():
        return False
    return next(entries.people_at(paper, following[0].start, following[0].end, False), None) is not None


def _listed(paper: Paper, start: int, end: int, label: str = "") -> list[Entry]:
    """The entries of a stretch that is a list of people or posts; [] where it is prose or about the public.

    Under a label that says what they all are ("Senators present") surnames alone are people too.
    """
    stop = _sentence_end(paper, start, end)
    words = paper.words(start, stop)
    if not words or entries.NOBODY.match(words):
        return []
    found = entries.entries(paper, start, stop, addressed=True)
    named = [e for e in found if e.person is not None]
    if named:
        first = min(e.start for e in named)
        if _SPOKEN.search(paper.words(start, first)) or first - start > 120:
            return []
        return list(_before_prose(paper, named))
    if (titled := _COLLEAGUES.search(label)) is not None and (by_surname := _surnames(paper, start, stop, titled)):
        return by_surname
    return [e for a, b in _posts(paper, start, stop) for e in [Entry(a, b, None, None, (a, b))]]


def _before_prose(paper: Paper, listed: list[Entry]) -> Iterator[Entry]:
    """The entries of a list up to the first that words of a sentence lead to or follow."""
    for k, entry in enumerate(listed):
        between = paper.words(listed[k - 1].end, entry.start) if k else ""
        if len(between.split()) > 3 and _SPOKEN.search(between):
            return
        if entry.role is None or not _SPOKEN.search(words := paper.words(*entry.role)) or len(words.split()) < 8:
            yield entry
            continue
        if entry.role[0] > entry.start and entry.person is not None:
            stop = next((n[0] for n in entry.notes), entry.role[0])
            yield replace(entry, end=min(entry.end, max(stop, entry.start + 1)), role=None, notes=())
        return


_COLLEAGUES = re.compile(
    r"\b(?P<kind>senator|councill?or|commissioner|supervisor|trustee|alderm[ae]n|selectm[ae]n|delegate|director|governor|"
    r"council ?member|board member|committee member|member)s?\b",
    re.IGNORECASE,
)
"""What a label calls those whom it lists: "Senators present"."""
_ALONE = re.compile(
    r"(?:(?:[A-Z]\.\s?){1,2})?(?:(?:Mc|Mac|[OD][’']|[Dd]e|[Vv]an|[Vv]on|St\.)\s?)?[A-Z][a-zà-ÿ’'-]+(?:[A-Z-][’'\w]+)?"
)


def _surnames(paper: Paper, start: int, end: int, titled: re.Match[str]) -> list[Entry]:
    """The persons of a list of surnames and nothing else; [] where anything in it is none."""
    pieces = [
        (start + m.start(), start + m.end())
        for m in re.finditer(
            r"[^,;\n]+", re.sub(r"\s(?:and|&)\s", lambda m: "," * len(m.group()), paper.text[start:end])
        )
        if m.group().strip(" .\t")
    ]
    title = titled["kind"].capitalize()
    result = []
    for a, b in pieces:
        piece = paper.text[a:b]
        a, b = a + len(piece) - len(piece.lstrip(" \t*_")), a + len(piece.rstrip(" .\t*_"))
        name = paper.text[a:b]
        if not _ALONE.fullmatch(name) or posts.ROLE_WORD.search(name) or not people.nameable(name.split()[-1]):
            return []
        result.append((a, b, name))
    if len(result) < 3:
        return []
    persons = [paper.entities.person(f"{title} {n}", title) for _, _, n in result]
    for person, (_, _, name) in zip(persons, result, strict=True):
        person.names[name] += 0  # printed so, without the title
    return [Entry(a, b, person, title) for person, (a, b, _) in zip(persons, result, strict=True)]


def _goes_on(paper: Paper, first: Entry, start: int, end: int) -> bool:
    """Whether a block without a label of its own goes on with a list: it begins with an entry and is no sentence."""
    if _SPOKEN.search(paper.words(start, end)):
        return False
    before = people.TITLE.sub("", paper.words(start, first.start))
    return not before.strip(" .:-") and (
        first.person is None or first.role is None or first.role[0] > first.start or _post(paper, first.role)
    )


def _post(paper: Paper, stretch: tuple[int, int]) -> bool:
    words = paper.words(*stretch)
    return bool(posts.ROLE_WORD.search(words) or entries.RANK.match(f"{words} X"))


def _posts(paper: Paper, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines (or pieces between semicolons) that are posts or organisations instead of names."""
    for found in re.finditer(r"[^\n;]+", paper.text[start:end]):
        a, b = start + found.start(), start + found.end()
        words = paper.words(a, b)
        if (
            not words
            or len(words.split()) > 14
            or _PUBLIC.search(words)
            or _SPOKEN.search(words)
            or not words[0].isupper()
            or _BUSINESS.match(words)
        ):
            continue
        yield a, b


def _sentence_end(paper: Paper, start: int, end: int) -> int:
    """Where the sentence that begins at `start` ends; a semicolon doesn't end it."""
    index = paper.block_at(start)
    for _, stop in paper.sentences(index):
        if (
            start < stop < end
            and paper.text[stop - 1] != ";"
            and not re.search(r"\b[A-Z]\.$", paper.text[max(0, stop - 3) : stop])
        ):
            return stop
    return end


_FROM = re.compile(
    r"(?<!no )\bapolog(?:y|ies)\b(?:(?!\b(?:apolog|from|no)\b)[^.;]){0,80}\bfrom\s*[:-]*\s*(?:the\s+)?", re.IGNORECASE
)


def _in_sentence(paper: Paper, block: Block) -> list[Entry]:
    """Those from whom apologies were received, as a sentence inside a paragraph says."""
    for found in _FROM.finditer(paper.text, block.start, block.end):
        listed = _listed(paper, found.end(), _sentence_end(paper, found.end(), block.end))
        if listed and not people.TITLE.sub("", paper.words(found.end(), listed[0].start)).strip(" ."):
            return listed
    return []


def _state(paper: Paper, found: list[tuple[str, str, Entry, Named]]) -> None:
    chairs = {
        id(owner): entry.person
        for mode, label, entry, owner in found
        if entry.person is not None and presiding.chairs_body(paper, entry, owner)
    }
    for mode, label, entry, owner in found:
        subject = entry.person
        if subject is None and entry.role is not None:
            words = paper.words(*entry.role)
            subject = paper.party_at(*entry.role) if posts.ROLE_WORD.search(words) else paper.body_at(*entry.role)
            if subject is owner or (subject is not None and subject.label == "Person"):
                continue
        if subject is None:
            continue
        date = paper.date_at(entry.start)
        if mode == "present":
            mode = attendance_labels.denied([paper.words(*s) for s in _beside(entry)], label) or mode
        if mode == "away":
            continue  # who was absent need not have sent apologies
        predicate = "APOLOGIES" if mode == "apologies" else "ATTENDED"
        paper.state(subject, predicate, owner, entry.start, entry.end, RULE, on=date, role=_part(paper, entry, label))
        if entry.person is None:
            continue
        if entry.group is not None:
            paper.state(subject, "MEMBER_OF", entry.group, entry.start, entry.end, RULE, role="affiliation")
        if (
            re.search(r"\bmembers\b", label, re.IGNORECASE)
            and not re.search(r"\bnon-|\bother", label, re.IGNORECASE)
            and not any(_SERVES.search(words) for words in presiding.notes(paper, entry))
        ):
            paper.state(subject, "MEMBER_OF", owner, entry.start, entry.end, RULE, status="member")
        in_chair = presiding.presided(paper, entry) or re.search(r"\bin the chair\b", label, re.IGNORECASE)
        if (
            in_chair
            and mode == "present"
            and chairs.get(id(owner), subject) is subject
            and not presiding.is_deputy(paper, entry)
        ):
            paper.state(subject, "CHAIRS", owner, entry.start, entry.end, RULE, role="chair")
        if mode == "present" and offices.CHAIR.fullmatch(label) and entry.role is None:
            paper.state(subject, "CHAIRS", owner, entry.start, entry.end, RULE, role=offices.chair_role(label))
        if label.lower() in ("clerk", "secretary") and entry.role is None:
            post = paper.entities.post(label.capitalize(), owner)
            paper.state(subject, "HOLDS_POST", post, entry.start, entry.end, RULE, body=owner)
        shown = entry if not in_chair else presiding.without_presiding(paper, entry)
        offices.describe(paper, shown, owner, RULE)


def _beside(entry: Entry) -> list[tuple[int, int]]:
    """The stretches that stand beside the name of an entry."""
    return [*([entry.role] if entry.role else []), *entry.notes]


def _part(paper: Paper, entry: Entry, label: str) -> str | None:
    """The part in which someone attended: the words in brackets after the name, or how they took part."""
    for words in presiding.notes(paper, entry):
        if _TOOK_PART.search(words):
            return words
    if entry.status or re.search(
        r"\b(?:lay|co-?opted) member$", entry_words := " ".join(presiding.notes(paper, entry)), re.IGNORECASE
    ):
        return entry.status or entries.status_of(entry_words)
    if re.search(r"\bphone\b", label, re.IGNORECASE):
        return "by phone"
    return (
        "in attendance"
        if re.match(r"(?:also )?in attendance|(?:officers?|officials?|staff)\b", label, re.IGNORECASE)
        else None
    )
