"""The entries of a list of people: a name with its post, organisation and notes, however they are strung together.

"Ms. T. Amory, Chief Officer, Voluntary Action", "Councillors Ibbotson, Lomas and Oldroyd", "Chief
Officer (Ms. T. Amory)", "Jo Marsh (JM), Sam Tolliver (ST)", one a line or all in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.lines import wraps
from loaders.names import bodies, people, posts
from loaders.names.gazetteer import gazetteer
from loaders.paper import Named, Paper

Stretch = tuple[int, int]

NOBODY = re.compile(
    r"^\W*(?:vacan(?:t|cy|cies)|tb[acdn]|open|none|n/?a|nil|to be (?:confirmed|appointed|agreed|advised)|"
    r"not (?:known|applicable)|unfilled)\b",
    re.IGNORECASE,
)
PUBLIC = re.compile(r"\b(?:of the (?:public|press)|public|press)$|^\d+\s", re.IGNORECASE)
_STATUS = (
    ("adviser", r"advis[eo]rs?\b|advisory"),
    ("observer", r"observers?\b"),
    ("co-opted", r"co-?opt(?:ed|ees?)"),
    ("receives papers", r"receives? (?:the )?papers"),
    ("in attendance", r"in attendance|attendees?$"),
    ("lay", r"\blay\b"),
    ("non-voting", r"non-?\s?voting"),
    ("voting", r"\bvoting\b"),
    ("ex officio", r"\bex[- ]officio\b"),
    ("associate", r"\bassociates?\b"),
    ("substitute", r"\bsubstitutes?\b|\balternates?\b"),
    ("member", r"members?\b"),
)
_SEPARATORS = re.compile(r"(?:[\s,;:•*_/–—.-]|\band\b|&(?=\s))+")
_BOUNDARY = re.compile(r"[,;(/\n\t\[]|\s[–—-]+\s|\s+and\s+|\s&\s|\s{2,}")
RANK = re.compile(
    r"(?:T/|A/|Temp\.?\s)?(?:PC|PCSO|DC|DS|DI|DCI|DSU|DCS|PS|ACC|DCC|Sgt|Insp|Supt|Det\.?\s(?:Sgt|Insp|Supt|Con)|(?:Ch\.?|Chief)\s(?:Insp|Supt)|Captain|Capt|Lieutenant|Lt|"
    r"Sergeant|Father|Fr|Pastor)\.?"
    r"(?:\s\d{2,6})?\s+(?=[A-Z]|$)"
)
_ADDRESSED = re.compile(
    r"(?:mayor\s+pro[\s-]tem(?:pore)?|(?:(?:vice|deputy|acting|interim|assistant|city|town|township|village|county|borough|district|school|board|"
    r"committee|council|finance|fire|police|public\s+works|human\s+resources|assistant\s+to\s+the)[\s-]+)*"
    r"(?:mayor|chair(?:man|person|woman)?|president|member|trustee|supervisor|commissioner|director|manager|administrator|"
    r"attorney|solicitor|clerk|recorder|treasurer|planner|engineer|superintendent|chief|secretary|counsel|warden|reeve|"
    r"alderman|provost|bailie))\s+",
    re.IGNORECASE,
)
"""Offices by which people are named with nothing but a surname: "City Manager King", "Mayor Pro Tempore Hansen"."""
_SURNAME = re.compile(r"(?:(?:Mc|Mac|[OD][’']|De|Van|St\.)\s?)?[A-Z][a-zà-ÿ’'-]+(?:[A-Z-][a-zà-ÿ]+)?")
_HONORIFIC = re.compile(r"(?:Councillor|Cllr|Mrs?|Ms|Dr)\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:academic|finances?|housing|planning|services?|policy|operations?|governance|quality|research|elects?|emeritus|"
    r"communications?|development|strategy|education|resources|highways|transport|performance|safeguarding|audit|"
    r"membership|technical|technology|engineering|marketing|nursing|delegate|designate|designee|position|vacan\w+|seats?|"
    r"names?|roles?|terms?|roll|call|present|absent|excused|emerita|general|at|large|states?|organi[sz]ations?|"
    r"universit\w+|schools?|programs?|programmes?|projects?|legal|facilities|equipment|events?|outreach|volunteers?|"
    r"welfare|sports?|social|media|website|web|online|digital|data|information|systems?|standards?|clinical|medical|"
    r"pro|tem|tempore|since|until|elected|appointed|approved)",
    re.IGNORECASE,
)
"""What stands behind an office and is what it is for, not whose it is: "Director Housing"."""
_NAME_BEHIND = re.compile(r"[^\S\n](?P<name>[A-Z][\w’'-]+[^\S\n](?:[A-Z]\.?[^\S\n])?[A-Z][\w’'-]+)\Z")
_OF_WHAT = re.compile(r"\s(?:of|for)\s")
"""An office with what it is for and a name: "Director of Housing Joyce Orde"."""
_VERB = re.compile(
    r"\s(?:were|was|had|have|has|who|which|sent|gave|joined|left|will|shall|is|are|attended|took|welcomed|opened|"
    r"deputis\w+|representing|on behalf)\s",
)
_CONTACT = re.compile(
    r"[\w.-]+@[\w-]+\.\w|\[\s*at\s*\]|\bwww\.|https?:|\b(?:tel|telephone|email|e-mail|ext|phone)\b|\bx\s?\d{3,}|"
    r"\b0\d{3,}|\b\d{6,}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list: the person (None where only a post or a body is given), what describes them, notes in brackets.

    `status` is what a label inside the list says of them ("Co-opted members Mrs. A. Clough and …").
    """

    start: int
    end: int
    person: Named | None
    title: str | None = None
    role: Stretch | None = None
    notes: tuple[Stretch, ...] = ()
    status: str | None = None
    group: Named | None = None
    """The organisation under whose name the entry stands."""


def status_of(words: str) -> str | None:
    """The status in the vocabulary's words that `words` give a member: "Participating Observer" → "observer"."""
    return next((s for s, pattern in _STATUS if re.search(pattern, words, re.IGNORECASE)), None)


def entries(paper: Paper, start: int, end: int, names: bool = True, addressed: bool = False) -> list[Entry]:
    """The entries of text[start:end]; with `names` the place is one for names, so that a bare one needs less proof.

    With `addressed` an office and a surname are a person: "Mayor Orde", "City Clerk Kaye".
    """
    lines = _lines(paper, start, end)
    persons = sum(1 for a, b in lines if next(people_at(paper, a, b, names), None) is not None)
    if len(lines) > 1 and persons > 1 and persons * 5 >= len(lines) * 3:
        return [e for a, b in lines for e in _line(paper, a, b, names, addressed)]
    return _line(paper, start, end, names, addressed)


def _lines(paper: Paper, start: int, end: int) -> list[Stretch]:
    """The lines of a stretch; one that goes on the line before (in lower case, after a comma) is part of it."""
    lines: list[Stretch] = []
    for found in re.finditer(r"[^\n]*[^\s][^\n]*", paper.text[start:end]):
        a, b = start + found.start(), start + found.end()
        if lines and (
            wraps(paper.text, a - 1)
            or paper.text[a:b].lstrip()[:1].islower()
            or re.search(r"(?:,|\band|\bof|&|\()\s*$", paper.text[max(lines[-1][0], lines[-1][1] - 80) : lines[-1][1]])
        ):
            lines[-1] = (lines[-1][0], b)
        else:
            lines.append((a, b))
    return lines


def _boundary(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next place in text[start:end] where a name or a description ends; a line that only wraps ends none."""
    found = _BOUNDARY.search(text, start, end)
    while found is not None and found.group() == "\n" and wraps(text, found.start()):
        found = _BOUNDARY.search(text, found.end(), end)
    return found


def _line(paper: Paper, start: int, end: int, names: bool, addressed: bool) -> list[Entry]:
    text = paper.text
    brackets = list(re.finditer(r"\(([^()]*)\)", text[start:end]))
    if any(people.TITLED.match(m.group(1).lstrip()) for m in brackets):
        holders = [
            m for m in brackets if next(people_at(paper, start + m.start(1), start + m.end(1), False), None) is not None
        ]
        return _posts_with_holders(paper, start, [(start + m.start(), start + m.end()) for m in holders])
    listed = names and _all_names(paper, start, end)
    names = names and (listed or _leads(paper, start, end))
    parted = text.count(";", start, end) > 1
    ahead = people.TITLED.search(text, start, end)
    result: list[Entry] = []
    position = start
    prefix: Stretch | None = None
    status: str | None = None
    while position < end:
        gap = _SEPARATORS.match(text, position, end)
        position = gap.end() if gap else position
        if position >= end:
            break
        if prefix is not None and result and gap and ";" in gap.group() and parted:
            if not _apart(paper, result, prefix):
                result[-1] = _described(result[-1], prefix, paper)
            prefix = None
        if text[position] == "(":
            close = text.find(")", position, end)
            close = end - 1 if close < 0 else close
            if result and prefix is None:
                result[-1] = replace(result[-1], end=close + 1, notes=(*result[-1].notes, (position + 1, close)))
            position = close + 1
            continue
        trusted = names and (not result or listed)
        if handle := people.HANDLE.match(text, position, end) if result and prefix is None else None:
            position = handle.end()
            continue
        found = list(people_at(paper, position, end, trusted))
        if not found and prefix is None and (office := _office_before(paper, position, end, addressed)):
            found = list(people_at(paper, office[1], end, True)) or _by_surname(paper, position, office[1], end)
            if len(found) == 1:
                a, b, named, title = found[0]
                result.append(Entry(position, b, named, title, (position, _trimmed(text, position, office[1]))))
                position = b
                continue
            found = []
        if found:
            before: Stretch | None = (
                prefix if prefix is not None and not re.search(r"[,;(]", text[prefix[1] : position]) else None
            )
            label = paper.words(*before) if before else ""
            if prefix is not None and before is None and parted and _apart(paper, result, prefix):
                prefix = None
            if re.search(r"\b(?:members?|observers?|advis[eo]rs)$", label) and status_of(label):
                status, before = status_of(label), None
            elif before is None and prefix is not None and result:
                result[-1] = _described(result[-1], prefix, paper)
            for a, b, named, title in found:
                result.append(Entry(before[0] if before else a, b, named, title, before, (), status))
            prefix, position = None, found[-1][1]
            continue
        stop = _boundary(text, position + 1, end)
        if ahead is not None and ahead.start() <= position:
            ahead = people.TITLED.search(text, position + 1, end)
        stretch_end = min(stop.start() if stop else end, ahead.start() if ahead else end)
        if PUBLIC.search(paper.words(position, stretch_end)):
            position = max(stretch_end, position + 1)
            continue
        if prefix is None:
            prefix = (position, _trimmed(text, position, stretch_end))
        else:
            prefix = (prefix[0], _trimmed(text, position, stretch_end))
        position = max(stretch_end, position + 1)
    if prefix is not None and not (parted and _apart(paper, result, prefix)):
        if result:
            result[-1] = _described(result[-1], prefix, paper)
        else:
            result.append(Entry(*prefix, None, None, prefix))
    return result


def _apart(paper: Paper, result: list[Entry], prefix: Stretch) -> bool:
    """Whether a stretch is an entry of its own in a list between semicolons, and describes nobody before it."""
    gap = paper.text[result[-1].end : prefix[0]] if result else ""
    return ";" in gap


def _office_before(paper: Paper, start: int, end: int, addressed: bool) -> Stretch | None:
    """The office that stands right before a name: "Library Director Wanda Pruitt", "Superintendent F. Orde"."""
    stop = _boundary(paper.text, start, end)
    finish = stop.start() if stop else end
    if rank := RANK.match(paper.text, start, finish):
        named = _bare(paper, rank.end(), _trimmed(paper.text, rank.end(), finish), False)
        return (start, rank.end()) if named else None
    office = _ADDRESSED.match(paper.text, start, finish) if addressed else None
    if office and _surname(paper, office.end(), _trimmed(paper.text, office.end(), finish)):
        return start, office.end()
    roles = list(posts.ROLE_WORD.finditer(paper.text, start, finish))
    if not roles or paper.text[start].islower() or finish - start > 90:
        return None
    begin = roles[-1].end()
    gap = re.compile(r"\s+").match(paper.text, begin, finish)
    if gap and "\n" not in gap.group() and _bare(paper, gap.end(), _trimmed(paper.text, gap.end(), finish), False):
        return start, gap.end()
    last = start + len(paper.text[start:finish].rstrip(" .\t\r\n*_,;:–-"))
    behind = _NAME_BEHIND.search(paper.text, roles[0].end(), last)
    if behind and _bare(paper, *behind.span("name"), False) and _OF_WHAT.match(paper.text, roles[-1].end()):
        return start, behind.start("name")
    return None


def _surname(paper: Paper, start: int, end: int) -> bool:
    """Whether a stretch behind an office is a surname and nothing else."""
    words = paper.text[start:end]
    return bool(_SURNAME.fullmatch(words)) and not (
        _TOPIC.fullmatch(words)
        or posts.ROLE_WORD.fullmatch(words)
        or bodies.kind_of(words)
        or not people.nameable(words)
    )


def _by_surname(paper: Paper, start: int, name: int, end: int) -> list[tuple[int, int, Named, str | None]]:
    """The person whom text[start:end] names by office and surname, where the surname begins at `name`."""
    stop = _boundary(paper.text, name, end)
    finish = _trimmed(paper.text, name, stop.start() if stop else end)
    if not _surname(paper, name, finish):
        return []
    office = paper.words(start, name)
    named = paper.entities.person(f"{office} {paper.text[name:finish]}", office)
    named.names[paper.text[name:finish]] += 0
    return [(name, finish, named, office)]


def _described(entry: Entry, stretch: Stretch, paper: Paper) -> Entry:
    """The entry with a stretch behind it as its description, unless that belongs to somebody else."""
    if entry.role is not None and entry.role[0] == entry.start:
        if ";" in paper.text[entry.role[1] : stretch[0]]:
            return entry  # "Planner Jo Marsh; Attorney of the City"
        return replace(entry, end=max(entry.end, stretch[1]), notes=(*entry.notes, stretch))
    return replace(entry, end=max(entry.end, stretch[1]), role=(entry.role[0], stretch[1]) if entry.role else stretch)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" \t\r\n*_,;:–-"))


def _posts_with_holders(paper: Paper, start: int, brackets: list[Stretch]) -> list[Entry]:
    """ "Chief Officer (Ms. T. Amory), Superintendent (Mr. F. Orde)": each bracket holds who the words before mean."""
    result = []
    position = start
    for opening, closing in brackets:
        gap = _SEPARATORS.match(paper.text, position, opening)
        begin = gap.end() if gap else position
        role = (begin, _trimmed(paper.text, begin, opening))
        place = opening + 1
        while found := list(people_at(paper, place, closing - 1, False)):
            for _, _, named, title in found:
                result.append(Entry(begin, closing, named, title, role if role[0] < role[1] else None))
            gap = _SEPARATORS.match(paper.text, found[-1][1], closing - 1)
            place = gap.end() if gap else closing
        position = closing
    return result


def people_at(paper: Paper, position: int, end: int, names: bool) -> Iterator[tuple[int, int, Named, str | None]]:
    """Whoever is named right at `position`: one person, or all of a surname list after one title."""
    text = paper.text
    if gap := re.compile(r"[\s*_]+|the\s+", re.IGNORECASE).match(text, position, end):
        position = gap.end()
    found = people.TITLED.match(text, position, end)
    if found:
        title = found.group("title").strip()
        if (single := people.one_of(title)) is not None:
            listed = paper.people_in(found.start("name"), end, single)
            for a, b, named in listed:
                own = people.TITLE.match(text, a, b)
                if own is None and " " not in text[a:b] and not _HONORIFIC.match(single):
                    named.names[text[a:b]] += 0  # printed so, without the title
                yield a, b, named, own.group() if own else single
            return
        stop = found.end()
        while stop > found.start("name") and not people.whole(text, position, stop):
            cut = text.rfind(" ", found.start("name"), stop)
            stop = cut if cut > 0 else found.start("name")
        person = paper.person_at(position, stop) if stop > found.start("name") else None
        if person is not None:
            yield position, stop, person, title
        return
    stop_at = _boundary(text, position, end)
    stop = _trimmed(text, position, stop_at.start() if stop_at else end)
    if stop > position and text[stop - 1] == "." and not re.search(r"\b[A-Z]\.$", text[position:stop]):
        stop -= 1
    bare = paper.person_at(position, stop) if _bare(paper, position, stop, names) else None
    if bare is not None:
        yield position, stop, bare, None


def _bare(paper: Paper, start: int, end: int, names: bool) -> bool:
    """Whether a stretch without a title is a person's name, and not that of an organisation, a place or a post."""
    words = paper.words(start, end)
    found = people.whole(paper.text, start, end)
    if found is None or len(words.split()) < 2 or posts.ROLE_WORD.search(words) or bodies.kind_of(words):
        return False
    first = words.split()[0]
    if re.fullmatch(r"(?:[A-Z]\.?)+", first):
        return len(first) < 4 and ("." in first or len(first) == 1) and not words.isupper()
    if people.common(words):
        return True
    return names and not gazetteer().place_in(words) and not paper.entities.known_body(words) and not words.isupper()


def _leads(paper: Paper, start: int, end: int) -> bool:
    """Whether a name stands first and what follows describes it ("Jo Marsh, Head of Data"), or nothing follows."""
    stop = _boundary(paper.text, start + 1, end)
    rest = paper.words(stop.start(), end) if stop else ""
    if stop and people.HANDLE.match(paper.text, stop.start(), end):
        return True
    if re.fullmatch(r"\([^()]{2,40}\)", rest):
        return True
    return not rest or bool(posts.ROLE_WORD.search(rest)) or bodies.kind_of(rest) is not None


def _all_names(paper: Paper, start: int, end: int) -> bool:
    """Whether everything in a stretch looks like names and some of it surely is."""
    bare = re.sub(r"\([^()]*\)", lambda m: "," * len(m.group()), paper.text[start:end])
    pieces = [
        (start + m.start(), start + m.end())
        for m in re.finditer(r"[^,;/\n]+", re.sub(r"\s(?:and|&)\s", lambda m: "," * len(m.group()), bare))
        if m.group().strip(" .*_")
    ]
    looks = [
        bool((w := paper.text[a:b].strip(" .*_\t")) and people.whole(w, 0, len(w)) and not bodies.kind_of(w))
        for a, b in pieces
    ]
    sure = sum(_bare(paper, a + len(paper.text[a:b]) - len(paper.text[a:b].lstrip()), b, False) for a, b in pieces)
    return len(pieces) > 1 and all(looks) and (sure * 2 >= len(pieces) if len(pieces) > 2 else sure == 2)


def roles_of(paper: Paper, entry: Entry) -> list[Stretch]:
    """The stretches that may say who the person of an entry is: description and notes, without addresses and prose."""
    result = []
    for start, end in [*([entry.role] if entry.role else []), *entry.notes]:
        if verb := _VERB.search(paper.text, start, end):
            end = verb.start()
        if contact := _CONTACT.search(paper.text, start, end):
            cut = max(paper.text.rfind(",", start, contact.start()), paper.text.rfind("\n", start, contact.start()))
            end = max(start, cut)
        if years := re.compile(r"[\s(]*(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d|present)?)?[\s,):]*").match(
            paper.text, start, end
        ):
            start = min(years.end(), end)
        end = _trimmed(paper.text, start, end)
        if end - start > 1:
            result.append((start, end))
    return result
