"""Tables of members: a row a seat, with columns for name, role, organisation and status in any order.

The header says which column is which; without one a table is read only where its section is about membership and the
last column holds statuses. "Chair" as a status makes its seat the chair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Block, Modality
from loaders import terms
from loaders.layouts import attendance_table, entries, offices, seats
from loaders.layouts.entries import Stretch
from loaders.layouts.seats import Roll
from loaders.names import bodies, people, posts
from loaders.paper import Named, Paper

RULE = "layout:membership-table"

_COLUMNS = (
    (
        "party",
        r"(?:role|post|position|name|title)s?\s*(?:and|&|/|,)\s*(?:organi[sz]ation|agency|role|title|position|post)",
    ),
    ("surname", r"^(?:surname|last name|family name)$"),
    ("forename", r"^(?:forenames?|first names?|given names?|christian name)$"),
    ("appointer", r"^(?:appointed|nominated) by$|^(?:appointing|nominating) (?:body|authority|organi[sz]ation)$"),
    (
        "term",
        r"^(?:terms?(?: of office)?|period|years?|term (?:ends|expires|dates)|expir(?:y|es)(?: date)?|until|since)$",
    ),
    ("portfolio", r"^(?:cabinet |executive )?portfolios?$|^areas? of responsibility$"),
    ("status", r"\bstatus\b|\bvoting\b|membership type|\bcapacity\b|\bcategory\b|type of member"),
    ("person", r"\bnames?\b|attendees?|nominees?|nominated|post-?holder|individual|incumbent|councillors?"),
    (
        "organisation",
        r"organi[sz]ation|agency|agencies|representing|partners?\b|directorate|department|employer|institution|"
        r"affiliation|company",
    ),
    ("post", r"\brole\b|\bpost\b|position|\btitle\b|designation"),
    ("member", r"\bmembers?\b|representatives?"),
)
_OTHER = re.compile(
    r"\b(?:strand|action|target|timescale|lead|risk|recommendation|minute|item|progress|cost|amount|attended|meeting)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:political )?(?:party|group)|(?:electoral )?(?:ward|division)|e-?mail.*|(?:tele)?phone.*|tel\.?|contact.*|"
    r"address|"
    r"comments?|notes?|no\.?|#|gender|pronouns|photo|initials|substitutes?|deputy|deputies|alternates?|start(?: date)?|"
    r"(?:date )?appointed(?: on)?|date.*|gender|area|region|country|location|expertise|biography|website|"
    r"twitter|github|"
    r"declaration.*|training|experience",
    re.IGNORECASE,
)
"""Headers of columns that say nothing of seats."""
_NOTED = re.compile(r"[(\[]([^()\[\]]{4,30})[)\]]\s*$")
_STATUS_CELL = re.compile(
    r"(?:(?:full|lay|voting|non-voting|statutory|core|co-opted|associate|participating|participant|ex[- ]officio|"
    r"vice|deputy|independent|professional)[\s-]*)*"
    r"(?:members?|advis[eo]rs?|observers?|chair(?:man|person|woman)?|chair|receives? (?:the )?papers|in attendance|"
    r"lay|co-opted|co-optee|voting|non-voting)",
    re.IGNORECASE,
)


_SERVES = re.compile(r"(?:current|active|serving|in office)\b", re.IGNORECASE)
_OVER_MEMBERS = re.compile(r"\b(?:members(?:hip)?|composition|trustees|governors|board of directors)\b", re.IGNORECASE)


def read(paper: Paper) -> None:
    """State who sits on which body by the membership tables of `paper`."""
    for rows in _tables(paper):
        columns = _columns(paper, paper.blocks[rows[0]])
        about = _about_members(paper, rows[0])
        body_rows = rows[1:]
        if columns is None and about and (headed := _name_and_status(paper, paper.blocks[rows[0]])):
            columns = headed
        elif columns is None and about:
            columns, body_rows = _columns_by_content(paper, rows), rows
        if columns is None or not ("status" in columns.values() or about):
            continue
        intro = rows[0] - 1
        body = seats.body_of(paper, intro if intro >= 0 and seats.opens(paper, intro) else rows[0])
        if body is None:
            continue
        columns = _by_content(paper, body_rows, columns)
        if "portfolio" in columns.values() and body.kind == "council":
            body = paper.entities.body("Cabinet")
        roll = Roll(body, RULE, status=_status_above(paper, rows[0]))
        for i in body_rows:
            _row(paper, roll, paper.blocks[i], columns)


def _tables(paper: Paper) -> Iterator[list[int]]:
    """The runs of rows that follow each other, as indexes of blocks; a header row begins a new one."""
    run: list[int] = []
    for i, block in enumerate(paper.blocks):
        if block.kind == "row" and not (run and _columns(paper, block) is not None):
            run.append(i)
            continue
        if len(run) > 1:
            yield run
        run = [i] if block.kind == "row" else []
    if len(run) > 1:
        yield run


def _columns(paper: Paper, block: Block) -> dict[int, str] | None:
    """What the columns are by the words of a header row, None where it is none of a membership table."""
    found: dict[int, str] = {}
    beside = 0
    if attendance_table.header(paper, block):
        return None
    for k, cell in enumerate(block.cells):
        words = paper.words(*cell).strip(" :")
        if not words:
            continue
        if len(words.split()) > 6 or _OTHER.search(words):
            return None
        kind = next((c for c, pattern in _COLUMNS if re.search(pattern, words, re.IGNORECASE)), None)
        if _BESIDE.fullmatch(words):
            beside += 1
            continue
        if kind is None or kind in found.values():
            return None
        found[k] = kind
    for k in [k for k, kind in found.items() if kind == "member"]:
        found[k] = next((kind for kind in ("post", "person") if kind not in found.values()), "member")
    named = set(found.values()) & {"party", "person", "post", "surname"}
    return found if len(found) + beside > 1 and named else None


def _name_and_status(paper: Paper, block: Block) -> dict[int, str] | None:
    """The columns of a header that only names members and their status, None where it is any other row."""
    words = [paper.words(*cell).strip(" :").lower() for cell in block.cells]
    if "status" not in words or not {"name", "names", "member", "members"} & set(words) or len(words) != 2:
        return None
    return {k: "status" if w == "status" else "person" for k, w in enumerate(words)}


def _by_content(paper: Paper, rows: list[int], columns: dict[int, str]) -> dict[int, str]:
    """The columns, that of posts or parties called one of persons where its cells are: "Member" over names."""
    if "person" in columns.values() or "surname" in columns.values():
        return columns
    for k, kind in columns.items():
        cells = [paper.blocks[i].cells[k] for i in rows if k < len(paper.blocks[i].cells)]
        cells = [c for c in cells if paper.words(*c) and not entries.NOBODY.match(paper.words(*c))]
        if (
            kind in ("post", "party")
            and cells
            and 3 * sum(bool(_persons(paper, c, False)) for c in cells) >= 2 * len(cells)
        ):
            return columns | {k: "person"}
    return columns


def _columns_by_content(paper: Paper, rows: list[int]) -> dict[int, str] | None:
    """The columns of a table without a header: seats first, statuses last."""
    cells = [paper.blocks[i].cells for i in rows]
    if {len(c) for c in cells} != {2}:
        return None
    statuses = sum(bool(_STATUS_CELL.fullmatch(paper.words(*c[1]))) for c in cells)
    if statuses * 3 >= len(cells) * 2:
        return {0: "party", 1: "status"}
    persons = sum(next(entries.people_at(paper, *c[0], True), None) is not None for c in cells)
    return {0: "person", 1: "party"} if persons * 3 >= len(cells) * 2 else None


def _about_members(paper: Paper, first: int) -> bool:
    """Whether a heading above or the words right before a table say that it is of members."""
    if first > 0 and seats.opens(paper, first - 1):
        return True
    before = paper.blocks[first - 1] if first > 0 else None
    if before is not None and before.kind in ("paragraph", "field") and before.end - before.start < 90:
        words = paper.words(before.start, before.end)
        if _OVER_MEMBERS.search(words) and not seats.NOT_MEMBERS.search(words):
            return True
    headings = [paper.blocks[h] for h in paper.section_of(first)]
    titles = [paper.words(h.start, h.end) for h in headings] + [paper.part_at(paper.blocks[first].start).title or ""]
    return any(_OVER_MEMBERS.search(t) and not seats.NOT_MEMBERS.search(t) for t in titles)


def _status_above(paper: Paper, first: int) -> str | None:
    heading = paper.heading_of(first)
    about = re.search(r"\bmembers$|advis|observ|co-?opt", heading, re.IGNORECASE)
    return entries.status_of(heading) if about else None


def _row(paper: Paper, roll: Roll, block: Block, columns: dict[int, str]) -> None:
    cells = {
        kind: block.cells[k] for k, kind in columns.items() if k < len(block.cells) and paper.words(*block.cells[k])
    }
    span = (block.start, block.end)
    stated = paper.words(*cells["status"]) if "status" in cells else ""
    if voting := re.fullmatch(r"(?P<yes>yes|y|✓|x)|no|n", stated, re.IGNORECASE):
        stated = "voting" if voting["yes"] else "non-voting"
    gone = terms.is_gone(stated)
    if "status" in columns.values() and stated and not (gone or _SERVES.match(stated) or _STATUS_CELL.search(stated)):
        return
    if gone:
        roll = replace(roll, modality="historical")
    status = entries.status_of(stated) or roll.status
    chair = offices.chair_role(stated) if stated else None
    organisation, title = _organisation(paper, cells.get("organisation"))
    title = cells.get("post") or title
    person_cell = cells.get("person")
    persons = _persons(paper, person_cell) if person_cell else _in_two_cells(paper, cells)
    years = _term(paper, cells.get("term"))
    on = paper.date_at(block.start)
    if on and years[1] and years[1] < on[: len(years[1])]:
        roll = replace(roll, modality="historical")
    for start, end, person in persons:
        own = span if len(persons) == 1 else (start, end)
        noted = _NOTED.search(paper.text, start, person_cell[1]) if person_cell and len(persons) == 1 else None
        role = chair or (offices.chair_role(noted.group(1)) if noted else None)
        if role is None and title is not None and offices.CHAIR.fullmatch(paper.words(*title)):
            role = offices.chair_role(paper.words(*title))
        _seat(paper, roll, person, own, status, role, years)
        if "portfolio" in cells:
            _portfolio(paper, roll, person, cells["portfolio"], own)
        if "appointer" in cells:
            paper.state(paper.body_at(*cells["appointer"]), "APPOINTED", person, *own, RULE)
        if role and title is not None and offices.CHAIR.fullmatch(paper.words(*title)):
            continue
        if title is not None:
            _post(paper, roll, person, title, organisation, own)
        elif organisation is not None and organisation is not roll.body:
            paper.state(person, "MEMBER_OF", organisation, *own, RULE, role="affiliation")
    if persons:
        return
    vacant = person_cell is not None and entries.NOBODY.match(paper.words(*person_cell))
    place = cells.get("party") or cells.get("post") or (None if vacant else person_cell)
    if place is None:
        return
    if chair:
        title_role = offices.chair_role(paper.words(*place)) if chair == "chair" else None
        _seat(paper, roll, seats.holder(paper, *place, organisation), span, status, title_role or chair)
    else:
        seats.enrol(paper, roll, *place, organisation, span, status)


def _organisation(paper: Paper, cell: Stretch | None) -> tuple[Named | None, Stretch | None]:
    """The organisation that a cell names, and the post beside it: "Chief Investigator/University of X"."""
    organisation: Named | None = None
    title: Stretch | None = None
    for found in re.finditer(r"[^/]+", paper.text[slice(*cell)]) if cell else ():
        assert cell is not None
        start, end = cell[0] + found.start(), cell[0] + found.end()
        words = paper.words(start, end)
        if posts.ROLE_WORD.search(words) and not bodies.kind_of(words):
            title = (start, end)
        elif not entries.NOBODY.match(words) and organisation is None:
            organisation = offices.last_named(paper, start, end) or paper.organisation_at(start, end)
    return organisation, title


def _post(paper: Paper, roll: Roll, person: Named, title: Stretch, organisation: Named | None, span: Stretch) -> None:
    """State the post of a member; a chair's own post ("Independent Chair") says whom they chair."""
    words = paper.words(*title)
    if offices.chair_role(words) or not posts.ROLE_WORD.search(words):
        offices.hold(paper, person, *title, organisation or roll.body, span, RULE, roll.modality)
        return
    post = paper.post_at(
        *title, organisation or (roll.body if re.search(r"\bmember\b", words, re.IGNORECASE) else None)
    )
    if post is not None:
        post = seats.distinct(paper, roll, post, words) if re.search(r"\bmember\b", words, re.IGNORECASE) else post
        paper.state(person, "HOLDS_POST", post, *span, RULE, roll.modality, body=post.body)


def _portfolio(paper: Paper, roll: Roll, person: Named, cell: Stretch, span: Stretch) -> None:
    """State the post that a portfolio is: "Children and Families" is that of the cabinet member for them."""
    words = paper.words(*cell)
    if not posts.ROLE_WORD.search(words):
        words = f"Cabinet Member for {words}"
    post = paper.entities.post(posts.clean(words))
    paper.state(person, "HOLDS_POST", post, *span, RULE, body=post.body)


def _seat(
    paper: Paper,
    roll: Roll,
    named: Named | None,
    span: Stretch,
    status: str | None,
    chair: str | None,
    years: tuple[str | None, str | None] = (None, None),
) -> None:
    since, until = years
    term = terms.within(paper.text, *span, paper.date_at(span[0]))
    over = term is not None and term.modality == "historical"
    modality: Modality = "historical" if over else roll.modality
    if over and term is not None:
        since, until = term.since or since, term.until or until
    if chair:
        paper.state(named, "CHAIRS", roll.body, *span, RULE, modality, role=chair, since=since, until=until)
    else:
        paper.state(named, "MEMBER_OF", roll.body, *span, RULE, modality, status=status, since=since, until=until)


def _term(paper: Paper, cell: Stretch | None) -> tuple[str | None, str | None]:
    """The years of a term of office, "2015-2018"."""
    if cell and (term := terms.behind(paper.text, *cell)) is not None:
        return term.since, term.until
    years = seats.YEARS.search(paper.text, *cell) if cell else None
    return (years.group(1), years.group(2)) if years else (None, None)


def _in_two_cells(paper: Paper, cells: dict[str, Stretch]) -> list[tuple[int, int, Named]]:
    """The person whose surname and forename stand in cells of their own."""
    if "surname" not in cells or "forename" not in cells:
        return []
    surname, forename = (paper.words(*cells[k]) for k in ("surname", "forename"))
    found = people.whole(f"Mx {forename} {people.cased(surname)}", 0, len(forename) + len(surname) + 4)
    if found is None:
        return []
    ends = (*cells["surname"], *cells["forename"])
    return [(min(ends), max(ends), paper.entities.person(found.name))]


def _persons(paper: Paper, cell: Stretch, trusted: bool = True) -> list[tuple[int, int, Named]]:
    """The persons of a cell for names: "Helen Orde/Sam Tolliver", "Astbury, Joan"; rare names only where `trusted`."""
    if (turned := paper.person_of(*cell)) is not None:
        return [(*cell, turned)]
    result = []
    for found in re.finditer(r"[^/;\n]+", paper.text[cell[0] : cell[1]]):
        start, end = cell[0] + found.start(), cell[0] + found.end()
        result += [(a, b, named) for a, b, named, _ in entries.people_at(paper, start, end, trusted)]
    return result
