"""Whom a decision puts where: "that Cllr X be elected Chairman", "to appoint Cllrs Y and Z to the Finance Committee".

The words are those of a decision or of a recommendation; narrative is left to the cues. A name without a title counts
here, since the appointment gives it a public role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Modality
from loaders.entities import Named
from loaders.layouts import entries, offices
from loaders.names import people as people_of
from loaders.names import posts
from loaders.paper import Paper

_VERB = r"(?:re-?)?(?:elected|appointed|nominated|co-opted|confirmed|designated|selected)"
_PASSIVE = re.compile(
    rf"\s+(?:(?:should|shall|will)\s+)?(?:be|is|are|was|were)\s+(?:(?:duly|unanimously|hereby|formally)\s+)*{_VERB}\b"
)
_ACTIVE = re.compile(
    r"(?<![\w-])(?<!was )(?<!were )(?<!be )(?<!newly )(?<!duly )(?:re-?)?(?:appoint|elect|nominate|co-opt)(?:s|ed)?\s+"
    r"(?=[A-Z])"
)
_NOMINAL = re.compile(r"\b(?:re-?)?(?:appointment|election|nomination|co-option)\s+of\s+(?=[A-Z])")
_DECLARED = re.compile(r"\b(?:declared|deemed)\s+(?:that\s+)?(?=[A-Z])")
_TO_OFFICE = re.compile(r"\s+(?:(?:be|was|is|to\s+be)\s+)?(?:(?:duly|hereby)\s+)?(?:re-?)?elected\b")
_STANDS = re.compile(r"\s+(?:should\s+|shall\s+)?be\s+(?=(?:the|our|its|a)\s+(?:\w+[’']s?\s+)?representative)")
_PLACE = re.compile(
    r"\s*(?:,\s*)?(?:(?:as|to\s+serve\s+as|as\s+the)\s+)?(?:the\s+|an?\s+|its\s+|our\s+)?"
    r"(?:(?P<seat>(?:(?:[A-Z]\w+\s+){0,4}\w+[’']s?\s+)?(?:(?:voting|new|lay|co-opted|substitute|council)\s+)?(?:members?|"
    r"representatives?|observers?|trustees?|delegates?)"
    r"(?:\s+(?:of|on|to|for)\s+(?:the\s+)?)|(?:to\s+(?:serve\s+on|sit\s+on|join)|to|onto|on)\s+(?:the\s+)?)|(?P<role>))"
)
_WHO_STOP = re.compile(
    r"(?:(?<!Cllr)(?<!Cllrs)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!\b[A-Z])\.|[;:“”\"]|\b(?:that|to)\b)\s+"
)
_END = re.compile(
    r"[.;(\n]|,\s|\s+(?:for|until|from|with|in\s+place|in\s+accordance|subject|at|and|who|by|effective)\b|$"
)
_CLAUSES = re.compile(r",\s+(?=[A-Z])")
_AND = re.compile(r"\s*,?\s+and\s+(?:that\s+)?(?=[A-Z])")


_OFFICE = (
    r"(?:(?:vice|deputy|assistant|joint|hon(?:orary|\.)?|membership|minutes?|meetings?|recording|corresponding|general|"
    r"programme|social|press|publicity|past)[\s-]+){0,2}(?:chair(?:man|person|woman)?|convener|convenor|president|"
    r"secretary|treasurer|captain|clerk|mayor|provost|auditor|moderator|(?:[a-z&/’'-]+\s+)?officer)\b"
)
ELECTION = re.compile(
    r"\b(?:elections?|appointments?|nominations?)\s+(?:of|for)\s+(?:(?:the\s+)?(?:office|position|post|role)\s+of\s+)?"
    rf"(?:(?:an?|the|new)\s+)*(?P<role>{_OFFICE})(?P<body>\s+of\s+(?!the\s+(?:council|board|committee)\W*$).*)?",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"\W*(?:\w{{1,3}}[).]\s*)?(?:(?:the|new)\s+)?(?P<role>{_OFFICE})(?P<body>)\W*", re.IGNORECASE)
"""An office alone on its line, under which an election stands."""
_AGAIN = re.compile(rf"\b(?:and|&|/)\s+(?:the\s+)?{_OFFICE}", re.IGNORECASE)
_HOW = (
    r"(?:\s*,?\s*(?:unanimously|unopposed|nem\.?\s*con\.?|by\s+acclamation|by\s+(?:a\s+)?[^.;,]{0,50}?(?:votes?|majority|hands|"
    r"ballot)(?:\s+(?:to|for)\s+[\w\s]{1,20})?|for\s+(?:the|a|another)\s+[^.;,]{3,50}|with\s[^.;]{3,60}votes?))*"
)
_ELECTED = re.compile(
    r"\s+(?:(?:was|were)\s+(?:nominated|proposed)\s+by\s[^.;]{3,60}?\bsecond(?:ed)?\s+(?:by\s+)?[^.;]{3,60}?,?\s+and\s+)?"
    r"(?:(?:was|is)\s+)?(?:(?:then|duly|unanimously|declared|hereby)\s+)*(?:re-?)?(?:elected|appointed)"
    rf"{_HOW}\W*",
)


def appoint(paper: Paper, start: int, end: int, owner: Named, rule: str, modality: Modality = "asserted") -> int:
    """State the appointments that the words of a decision of `owner` make; how many they are."""
    text, made = paper.text, 0
    low = text[start:end].lower()
    if not any(stem in low for stem in ("elect", "appoint", "nominat", "co-opt", "representative", "confirmed as")):
        return 0
    for pattern in (_PASSIVE, _STANDS):
        for verb in pattern.finditer(text, start, end):
            for a, b, person in _before(paper, start, verb.start()):
                made += _place(paper, (a, b), person, verb.end(), end, owner, rule, modality)
    for pattern in (_ACTIVE, _NOMINAL):
        for verb in pattern.finditer(text, start, end):
            people = _people(paper, verb.end(), end)
            after = max((b for _, b, _ in people), default=verb.end())
            for a, b, person in people:
                made += _place(paper, (a, b), person, after, end, owner, rule, modality)
    for verb in _DECLARED.finditer(text, start, end):
        people = _people(paper, verb.end(), end)
        office = _TO_OFFICE.match(text, people[-1][1], end) if people else None
        for a, b, person in people if office else ():
            made += _place(paper, (a, b), person, office.end() if office else end, end, owner, rule, modality)
    return made


def elect(paper: Paper, start: int, end: int, title: str, owner: Named, rule: str) -> None:
    """State the election that stands under a title like "Election of Vice-Chairman": whom text[start:end] names."""
    found = _LABEL.fullmatch(title) or next(reversed(list(ELECTION.finditer(title))), None)
    start += len(paper.text[start:end]) - len(paper.text[start:end].lstrip(" ,:"))
    people = _people(paper, start, end)
    if found is None or len(people) != 1 or paper.text[people[0][1] : end].strip(" ,;*") or _AGAIN.search(title):
        return
    a, b, person = people[0]
    if found["body"]:
        return
    role = offices.chair_role(found["role"])
    if role is not None:
        paper.state(person, "CHAIRS", owner, a, b, rule, role=role)
    else:
        post = paper.entities.post(found["role"][0].upper() + found["role"][1:], owner)
        paper.state(person, "HOLDS_POST", post, a, b, rule, body=owner)
    paper.state(owner, "APPOINTED", person, a, b, rule, role=role or found["role"].lower())


def elected(paper: Paper, i: int, start: int, end: int, owner: Named, rule: str) -> bool:
    """State who "was duly elected" to the office under whose title the sentence of block i stands; whether it does."""
    for verb in _ELECTED.finditer(paper.text, start, end):
        people = _before(paper, start, verb.start())
        if verb.end() < end or len(people) != 1:
            continue
        title = next((t for t in titles(paper, i, people[0][0]) if _LABEL.fullmatch(t) or ELECTION.search(t)), "")
        if title:
            elect(paper, people[0][0], people[0][1], title, owner, rule)
        return bool(title)
    return False


def _before(paper: Paper, start: int, stop: int) -> list[tuple[int, int, Named]]:
    """The persons whose names end right before `stop`: "Cllrs Benning, Corrie and Dalby"."""
    at = start
    for cut in _WHO_STOP.finditer(paper.text, start, stop):
        at = cut.end() if cut.end() < stop else at
    people = _people(paper, at, stop)
    if people and people[-1][1] >= stop - 1:
        return people
    for comma in _CLAUSES.finditer(paper.text, at, stop):
        people = _people(paper, comma.end(), stop)
        if people and people[-1][1] >= stop - 1:
            return people
    titled = [n for n in people_of.titled(paper.text, at, stop) if n.end >= stop - 1]
    if titled:
        return [(titled[-1].start, titled[-1].end, paper.entities.person(titled[-1].name, titled[-1].title))]
    for join in reversed(list(_AND.finditer(paper.text, at, stop))):
        people = _people(paper, join.end(), stop)
        if people and people[-1][1] >= stop - 1:
            return people
    return []


def _people(paper: Paper, start: int, end: int) -> list[tuple[int, int, Named]]:
    """The persons named from `start` on, joined by commas and "and"."""
    stop = min(end, start + 250)
    result: list[tuple[int, int, Named]] = []
    at = start
    while at < stop:
        name_end = _name_end(paper, at, stop)
        found = list(entries.people_at(paper, at, name_end, _was_there(paper, at, name_end)))
        if not found:
            break
        result += [(a, b, n) for a, b, n, _ in found]
        join = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)").match(paper.text, result[-1][1], stop)
        if not join:
            break
        at = join.end()
    return result


def _was_there(paper: Paper, start: int, end: int) -> bool:
    """Whether text[start:end] begins with the name of someone who came to the meeting or sent apologies."""
    part, words = paper.part_at(start), paper.text[start:end].lstrip()
    return words[:1].isupper() and any(
        words.startswith(named.name)
        for predicate in ("ATTENDED", "APOLOGIES")
        for named in paper.said_of(predicate, part.start, part.end)
    )


_NAME_END = re.compile(
    r"[.;:(\n]\s|\s+(?:be|is|are|was|were|as|to|for|onto|on|of|should|shall|will|from|with|[a-z]\w+ed)\b"
)


def _name_end(paper: Paper, start: int, stop: int) -> int:
    found = _NAME_END.search(paper.text, start, stop)
    while found and re.search(r"\b(?:Cllrs?|Mr|Mrs|Ms|Dr|Rev|Prof|[A-Z])$", paper.text[start : found.start()]):
        found = _NAME_END.search(paper.text, found.end(), stop)
    return found.start() if found else stop


def _place(
    paper: Paper,
    who: tuple[int, int],
    person: Named,
    at: int,
    end: int,
    owner: Named,
    rule: str,
    modality: Modality,
) -> bool:
    """State where the words from `at` put a person: on a body, in its chair, in a post; whether they do."""
    text = paper.text
    place = _PLACE.match(text, at, end)
    if place is None:
        return False
    begin = place.end()
    if place["seat"]:
        body = next((m for m in paper.mentions_in(begin, end, "Body", inner=True) if m.start == begin), None)
        if body is None:
            return False
        words = place["seat"].lower()
        status = entries.status_of(words)
        role = "representative" if "representative" in words or "delegate" in words else None
        paper.state(person, "MEMBER_OF", body.named, who[0], body.end, rule, modality, role=role, status=status)
        paper.state(owner, "APPOINTED", person, who[0], body.end, rule, modality, body=body.named)
        return True
    role_end = _END.search(text, begin, end)
    stop = role_end.start() if role_end else end
    words = paper.words(begin, stop)
    if not posts.ROLE_WORD.search(words) or len(words.split()) > 14:
        return False
    role = offices.chair_role(re.split(r"\s+(?:of|for|to)\s+", words)[0])
    if role is not None:
        body_named = offices.chaired(paper, begin, stop, owner)
        paper.state(person, "CHAIRS", body_named, who[0], stop, rule, modality, role=role)
        paper.state(owner, "APPOINTED", person, who[0], stop, rule, modality, role=role)
        return body_named is not None
    post = paper.post_at(begin, stop, owner)
    if post is not None:
        paper.state(person, "HOLDS_POST", post, who[0], stop, rule, modality, body=post.body)
        paper.state(owner, "APPOINTED", person, who[0], stop, rule, modality, role=words)
    return post is not None


def titles(paper: Paper, i: int, stop: int) -> Iterator[str]:
    """The words under which a motion or an election at `stop` in block i stands, nearest first."""
    block = paper.blocks[i]
    line = paper.text.find("\n", block.start, stop)
    if line > 0:
        yield paper.words(block.start, line)
    yield paper.words(max(block.start, stop - 300), stop)
    yield paper.heading_of(i)
    if i and paper.blocks[i - 1].kind in ("item", "paragraph"):
        yield paper.words(paper.blocks[i - 1].start, paper.blocks[i - 1].end)
