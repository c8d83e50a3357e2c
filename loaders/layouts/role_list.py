"""Lists of who holds which role: "Chair: Y", "Chairperson – Councillor X", a name under its office, past holders.

A label or a heading that is an office says what the names after it hold; the chair's office says whom they chair: the
body that the label or the nearest heading names, else the body whose paper it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Block, Modality
from loaders import terms
from loaders.layouts import entries, member_line, offices, seats
from loaders.layouts.entries import Stretch
from loaders.names import posts
from loaders.paper import Named, Paper
from loaders.terms import Term

RULE = "layout:role-list"

_LINE = re.compile(r"[*_\s]*(?P<label>[A-Z][\w’'&/ ()-]{3,70}?)[*_\s]*(?::|[–—]|\s-\s)[*_\s:–—-]*(?=\S)")
_NO_OFFICE = re.compile(
    r"\b(?:contact|report\w*|author|present\w*|responsible|relevant|ward|lead|proposed|seconded|signed|by|"
    r"attend\w*|apolog\w*|members?|"
    r"minutes?|update|remarks|announcements?|communications|comments?|representatives?|invited|note[sd]?|to|named?|"
    r"nominat\w*|election|appoint\w*)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:(?:council|senior|other|lead|executive|project|code)\s+)*(?:officers|officials|owners?|sponsors?|staff)",
    re.IGNORECASE,
)
"""Labels over any number of people that are no office: "Officers:", "Owners:", "Executive sponsor:"."""
_KIND = re.compile(
    r"(?:[\w’'-]+\s){0,4}(?:members?|trustees|governors|councill?ors|directors|commissioners|senators|officers|staff|"
    r"representatives|observers|delegates|supervisors|selectmen|aldermen|individuals)(?:\s(?:approved|elected|present|"
    r"absent|appointed))?",
    re.IGNORECASE,
)
"""What several are, and nobody's post: "Board Members", "Councillors"."""
_OWN = re.compile(
    r"\b(?:clerk|secretary|treasurer|president|vice[- ]president|archivist|editor|convenor|administrator|"
    r"coordinator)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?:[\w.-]+\s)?\[\s*at\s*\]\s*[\w.-]+|[\w.+-]+@[\w.-]+|\(?\+?\d[\d\s()-]{6,}\d")
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)\d\d))?\b")
_PAST = re.compile(r"\b(?:past|former|previous)\s+", re.IGNORECASE)


def read(paper: Paper) -> None:
    """State who chairs which body and who holds which office by the role lists of `paper`."""
    years: tuple[str | None, str | None] = (None, None)
    for i, block in enumerate(paper.blocks):
        if block.kind == "heading":
            found = _YEARS.search(paper.words(block.start, block.end))
            if found or block.level is not None:
                years = (found.group(1), found.group(2)) if found else (None, None)
            if not _labelled(paper, i):
                _under_heading(paper, i, years)
        elif block.kind == "row":
            _past_holder(paper, i)
        else:
            _labelled(paper, i)


def _labelled(paper: Paper, index: int) -> bool:
    """State "Chair: Y", "Clerk – Mrs Z", and whether block `index` is such a line."""
    label, value = _label_and_value(paper, paper.blocks[index])
    if member_line.several(paper, paper.blocks[index]):
        return False
    if label is None or value is None:
        return False
    title, words = paper.words(*label), paper.words(*value)
    if not _office(title) or entries.NOBODY.match(words) or len(words.split()) > 20:
        return False
    holders = _holders(paper, value, trusted=_plural_office(title) is None)
    role = offices.chair_role(title)
    body = _body(paper, index, label)
    if role:
        if not holders and (post := _post(paper, value)) is not None:
            holders = [(*value, post)]
        held = [_term(paper, k, holders, value[1]) for k in range(len(holders))]
        together = sum(term is None for term in held)
        for (start, end, named), term in zip(holders, held, strict=True):
            shared = "co-chair" if together > 1 and role == "chair" and term is None else role
            paper.state(
                named, "CHAIRS", body, start, max(end, term.end) if term else end, RULE,
                term.modality if term else "asserted",
                role=shared, since=term and term.since, until=term and term.until,
            )  # fmt: skip
        return bool(holders)
    office = paper.post_at(*label, body if _OWN.search(title) else None)
    for k, (start, end, named) in enumerate(holders):
        if office is not None:
            term = _term(paper, k, holders, value[1]) or terms.within(paper.text, *label, paper.date_at(start))
            paper.state(
                named, "HOLDS_POST", office, start, end, RULE, term.modality if term else "asserted",
                body=office.body, status=posts.status(title), since=term and term.since, until=term and term.until,
            )  # fmt: skip
    return bool(holders)


def _term(paper: Paper, k: int, holders: list[tuple[int, int, Named]], end: int) -> Term | None:
    """How long one of the holders held the office, by the words up to the next of them."""
    stop = holders[k + 1][0] if k + 1 < len(holders) else end
    return terms.within(paper.text, holders[k][0], stop, paper.date_at(end - 1))


def _label_and_value(paper: Paper, block: Block) -> tuple[Stretch | None, Stretch | None]:
    if block.kind == "field":
        if block.level == 0 or block.cells[1][0] >= block.cells[1][1]:
            return None, None
        return block.cells[0], block.cells[1]
    if block.end - block.start > 140:
        return None, None
    found = _LINE.match(paper.text, block.start, block.end)
    return (found.span("label"), (found.end(), block.end)) if found else (None, None)


def _office(title: str) -> bool:
    """Whether a label is an office, and not a heading, a task or somebody's part in the paper."""
    last = re.split(r"\s(?:of|for|to)\s|\(|,", title)[0]
    if _KIND.fullmatch(last.strip()):
        return False
    if (
        _ANYBODY.fullmatch(title.strip())
        or len(title.split()) > 9
        or (_NO_OFFICE.search(title) and not offices.CHAIR.fullmatch(last.strip()))
    ):
        return False
    found = list(posts.ROLE_WORD.finditer(last))
    return bool(found) and found[-1].end() >= len(last.rstrip()) - 1 and not re.search(r"[’']s?\s", title)


def _holders(paper: Paper, value: Stretch, trusted: bool = True) -> list[tuple[int, int, Named]]:
    """The persons of a value that begins with a name (a rare one only where `trusted`), else []."""
    start, end = value
    first = list(entries.people_at(paper, start, end, trusted))
    if not first or any(m.start <= first[0][0] and first[0][1] < m.end for m in paper.mentions_in(start, end, "Body")):
        return []
    listed = [e for e in entries.entries(paper, start, end) if e.person is not None]
    return [(e.start, e.end, e.person) for e in listed if e.person is not None] or [(a, b, n) for a, b, n, _ in first]


def _post(paper: Paper, value: Stretch) -> Named | None:
    words = paper.words(*value)
    return paper.post_at(*value) if posts.ROLE_WORD.search(words) and seats.is_seat(words) else None


def _body(paper: Paper, index: int, label: Stretch) -> Named | None:
    """The body that an office is in: named in the label, by the nearest heading that names one, else the part's own."""
    named = paper.mentions_in(*label, "Body", inner=True)
    if named:
        return named[-1].named
    return offices.body_near(paper, paper.blocks[index].start)


def _under_heading(paper: Paper, index: int, years: tuple[str | None, str | None]) -> None:
    """State the offices of a directory: names alone under their office, or under a committee among chairs."""
    heading = paper.blocks[index]
    title = paper.words(heading.start, heading.end)
    if heading.number or len(title.split()) > 8:
        return
    office = _plural_office(title)
    if office is not None and _held(office) and len(title.split()) < 5 and _officers(paper, index, office):
        return
    above = paper.section_of(index)
    group = paper.words(paper.blocks[above[-1]].start, paper.blocks[above[-1]].end) if above else ""
    group = re.sub(r"\s*\([^)]*\)", "", group)
    of_chairs = re.search(r"\b(?:chairs|chairpersons|convenors|conveners)$", group, re.IGNORECASE)
    trusted = office is None or of_chairs is not None
    persons = [p for block in _following(paper, index) for p in _only_names(paper, block, trusted)]
    if not persons:
        return
    if of_chairs:
        body = paper.organisation_at(heading.start, heading.end)
        for start, end, person in persons:
            paper.state(person, "CHAIRS", body, start, end, RULE, role="co-chair" if len(persons) > 1 else "chair")
        return
    owner = paper.owner_at(heading.start)
    if _held(title):
        name = posts.clean(title)
    elif (plural := _plural_office(group)) is not None:
        name = plural if plural.startswith("Member") else f"{plural}, {title}"
    else:
        return
    role = offices.chair_role(name)
    for start, end, person in persons:
        if role and owner is not None:
            paper.state(person, "CHAIRS", owner, start, end, RULE, role=role)
            continue
        post = paper.entities.post(name, owner)
        paper.state(person, "HOLDS_POST", post, start, end, RULE, body=post.body, since=years[0], until=years[1])


def _held(title: str) -> bool:
    """Whether a heading is an office that names under it hold: it ends in one, or goes on with what it is of."""
    bare = re.sub(r"\([^)]*\)", "", title).strip()
    roles = list(posts.ROLE_WORD.finditer(bare))
    if not roles or bare[-1] in ":." or re.match(r"members?$", roles[-1].group(), re.IGNORECASE):
        return False
    return bool(
        re.match(
            r"$|,|\s(?:of|for|to|and|-|–)\s", bare[roles[0].end() :] if len(roles) == 1 else bare[roles[-1].end() :]
        )
    )


def _officers(paper: Paper, index: int, office: str) -> bool:
    """State the items under an office in the plural ("Chairs", "Leads") that begin with names, if all do."""
    blocks = paper.blocks[index + 1 : index + 40]
    skip = 1 if blocks and blocks[0].kind == "paragraph" else 0
    items = []
    for block in blocks[skip:]:
        if block.kind != "item":
            break
        items.append(block)
    found = [(b, next(iter(entries.people_at(paper, b.start, b.end, True)), None)) for b in items]
    sure = sum(next(iter(entries.people_at(paper, b.start, b.end, False)), None) is not None for b in items)
    if not sure or any(person is None for _, person in found):
        return False
    modality: Modality = "historical" if _PAST.match(office) or office.startswith("Emeritus") else "asserted"
    heading = paper.blocks[index]
    body = _body(paper, index, (heading.start, heading.end))
    role = offices.chair_role(office) if modality == "asserted" else None
    for block, person in found:
        if person is None:
            continue
        span = (block.start, person[1])
        if role:
            several = "co-chair" if role == "chair" and len(items) > 1 else role
            paper.state(person[2], "CHAIRS", body, *span, RULE, modality, role=several)
        else:
            post = paper.entities.post(re.sub(r"^(?:Past|Former|Previous|Emeritus)\s+", "", office), body)
            paper.state(person[2], "HOLDS_POST", post, *span, RULE, modality, body=post.body)
    return True


def _following(paper: Paper, index: int) -> Iterator[Block]:
    for block in paper.blocks[index + 1 : index + 12]:
        if block.kind not in ("paragraph", "item") or block.number:
            return
        yield block


def _only_names(paper: Paper, block: Block, trusted: bool) -> list[tuple[int, int, Named]]:
    """The persons of a block that holds nothing but names (rare ones where `trusted`) and addresses; else []."""
    if block.end - block.start > 200:
        return []
    bare = _CONTACT.sub(lambda m: "\n" * len(m.group()), paper.text[block.start : block.end])
    bare = re.sub(r"\s(?:and|&)\s", lambda m: "\n" * len(m.group()), bare)
    result = []
    for piece in re.finditer(r"[^,;\n]+", bare):
        if not piece.group().strip():
            continue
        start = block.start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
        found = list(entries.people_at(paper, start, block.start + piece.end(), trusted))
        if len(found) != 1 or found[0][1] < block.start + len(bare[: piece.end()].rstrip()):
            return []
        result.append(found[0][:3])
    return result


def _plural_office(group: str) -> str | None:
    """One of the offices that a heading in the plural is over: "Regional Secretaries" → "Regional Secretary"."""
    for found in posts.ROLE_WORD.finditer(group):
        if found.group().lower().endswith("s") and len(group.split()) < 6:
            return group[: found.end() - 1] + group[found.end() :]
    irregular = re.search(r"ies\b", group)
    if irregular and posts.ROLE_WORD.search(single := f"{group[: irregular.start()]}y{group[irregular.end() :]}"):
        return single
    return None


def _past_holder(paper: Paper, index: int) -> None:
    """State a row of years and a name under "Past Presidents"."""
    block = paper.blocks[index]
    heading = paper.heading_of(index)
    if not _PAST.match(heading):
        return
    office = _plural_office(_PAST.sub("", heading))
    cells = [c for c in block.cells if c[0] < c[1]]
    if office is None or len(cells) < 2:
        return
    years = _YEARS.search(paper.words(*cells[0]))
    person = next(iter(_holders(paper, cells[1])), None)
    if years is None or person is None:
        return
    post = paper.entities.post(office, paper.owner_at(block.start))
    paper.state(
        person[2], "HOLDS_POST", post, block.start, cells[1][1], RULE, "historical",
        body=post.body, since=years.group(1), until=years.group(2),
    )  # fmt: skip
