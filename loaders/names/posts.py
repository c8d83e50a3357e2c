"""The grammar of posts: a role with what it is for and where ("Director of Children's Services, X Council")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.names import word_set
from loaders.names.gazetteer import gazetteer
from loaders.triggers import Triggers

_ROLE_WORDS = sorted(
    [
        "chairperson",
        "chairwoman",
        "chairman",
        "chair",
        "convenor",
        "convener",
        "cathaoirleach",
        "director",
        "leader",
        "manager",
        "superintendent",
        "inspector",
        "constable",
        "sergeant",
        "commander",
        "commissioner",
        "officer",
        "adviser",
        "advisor",
        "solicitor",
        "lawyer",
        "coordinator",
        "co-ordinator",
        "secretary",
        "treasurer",
        "president",
        "clerk",
        "editor",
        "archivist",
        "nurse",
        "doctor",
        "headteacher",
        "head",
        "auditor",
        "representative",
        "lecturer",
        "professor",
        "consultant",
        "architect",
        "analyst",
        "registrar",
        "ombudsman",
        "minister",
        "mayor",
        "governor",
        "trustee",
        "practitioner",
        "administrator",
        "planner",
        "engineer",
        "accountant",
        "librarian",
        "warden",
        "coroner",
        "prosecutor",
        "member",
        "champion",
        "guardian",
        "teacher",
        "psychologist",
        "physician",
        "surgeon",
        "midwife",
        "controller",
        "senator",
        "bursar",
        "dean",
        "provost",
        "vice-chancellor",
        "chancellor",
        "rector",
        "whip",
        "peer",
        "sheriff",
        "supervisor",
        "investigator",
        "researcher",
        "fellow",
        "councillor",
        "delegate",
        "holder",
        "owner",
        "sponsor",
        "comptroller",
        "assessor",
        "alderman",
        "selectman",
        "councilmember",
        "councilwoman",
        "councilman",
        "proctor",
        "steward",
        "commandant",
    ],
    key=len,
    reverse=True,
)
_ROLE = "|".join(
    [
        *_ROLE_WORDS,
        "gp",
        "worker",
        "lead",
        "expert",
        "director-general",
        "chief executive",
        "vp",
        "scientist",
        "observer",
        "principal",
        "matron",
        "attorney",
        "counsel",
        "comptroller",
        "chaplain",
        "curator",
        "facilitator",
        "user",
        "endocrinologist",
        "neurologist",
    ]
)
ROLE_WORD = re.compile(rf"\b(?:{_ROLE})s?\b", re.IGNORECASE)
_CAP = r"(?:(?!(?:The|Mrs?|Ms|Miss|Dr|Cllrs?|Sir)\b)[A-Z][\w’'&/@-]*|&|[a-z]+-[A-Z]\w+)"
_OF = r"(?:of|for|to|at|in|on|from)"
_MORE = (
    rf"(?:\s+(?:and|&|in|with)\s+{_CAP}|\s+(?:of|for|the)\s+(?:the\s+)?{_CAP}|\s+{_CAP}|"
    r",\s+(?:Young|Families|Health|Housing|Skills|Communities|Culture|Learning|Environment)\b"
    rf"(?:\s+{_CAP})*(?=\s+(?:and|&)))"
)
_ROLE_TITLES = "|".join(w.title() for w in _ROLE_WORDS)
_PLAIN_NOUNS = ("Holder", "Owner", "Sponsor", "Lead")
"""Words that are posts only after what they hold or lead: "Portfolio Holder"."""
_SECOND_TITLES = "|".join(w.title() for w in _ROLE_WORDS if w != "councillor")
IN_TEXT = re.compile(
    rf"\b(?P<mods>(?:{_CAP}\s+(?:(?:and|&|of)\s+(?={_CAP}\s))?){{0,6}}?)(?P<role>(?:Vice[- ]|Deputy |Co-)?"
    rf"(?:Section\s+\d{{2,3}}\s+Officer|Mayor\s+Pro\s+Tem(?:pore)?|(?:Attorney|Solicitor|Auditor|Surveyor|Inspector|"
    rf"Procurator|Registrar|Receiver|Secretary|Comptroller\s+and\s+Auditor)[\s-]General|Lead(?!\s[A-Z])|"
    rf"Chief\s+Executive|Chief\s+Inspector|Director\s+General|Secretary\s+of\s+State|GP|CEO|"
    rf"{_ROLE_TITLES})(?:\s(?:{_SECOND_TITLES}))?)\b"
    rf"(?![’']s\s+[A-Z]|\w|\s(?:Reports?|Decisions?|Training|Development|Handbook|Profiles?|Allowances?|Elections?|"
    rf"Protocol|Programme|Guide|Office|House|Lift|Street|Road)\b)(?P<scope>\s+{_OF}\s+(?:the\s+)?{_CAP}(?:{_MORE})*|\s*[–-]\s*{_CAP}(?:{_MORE})*)?"
)
CHAIR = re.compile(
    r"\b(?:vice|deputy)?[- ]?(?:co-)?(?:chair(?:man|person|woman)?|convenor|convener|cathaoirleach|president)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir)\s+$")
_STATUS = {"interim": "interim", "acting": "acting", "temporary": "interim", "substantive": "substantive"}
_BAD_START = word_set(
    "The A An This That In At By For From And Or But His Her Their Its Our New Former Current Present All Any "
    "Each Every"
)


_IN_TITLES = ("officer", "mayor", "general", "lead", "chief", "director", "secretary", "gp", "ceo")
"""The words of the titles that IN_TEXT lists beside the role words."""


@cache
def triggers() -> Triggers:
    """What a stretch must have, in any case, to hold a post."""
    statutory = (max(re.findall(r"\w+", post), key=len) for post in gazetteer().posts)
    return Triggers((*_ROLE_WORDS, *_IN_TITLES, *statutory))


@dataclass(frozen=True, slots=True)
class PostName:
    """The name of a post where it stands; `role` is its head ("Director")."""

    start: int
    end: int
    name: str
    role: str


def find(text: str, start: int, end: int) -> Iterator[PostName]:
    """The posts named with capitals in text[start:end], then the statutory ones in small letters after "the"."""
    for found in IN_TEXT.finditer(text, start, end):
        begin = found.start()
        words = found.group().split()
        if len(words) == 1 and words[0] in _PLAIN_NOUNS:
            continue
        while words and words[0] in _BAD_START:
            begin += len(words[0])
            begin += len(text[begin:]) - len(text[begin:].lstrip())
            words = words[1:]
        stop = found.end()
        if text[stop - 1] in "’'":
            stop -= 1
        if begin < stop:
            yield PostName(begin, stop, clean(text[begin:stop]), found.group("role"))
    for begin, stop in gazetteer().find_posts(text, start, end):
        if _DEFINITE.search(text, max(start, begin - 6), begin):
            yield PostName(begin, stop, text[begin:stop], text[begin:stop].split()[-1])


def whole(text: str, start: int, end: int) -> PostName | None:
    """The post that text[start:end] is, as in a cell or a list item: anything with a role word in its first part."""
    name = clean(text[start:end])
    first = re.split(r",|\s[–-]\s|\(|\bfrom\b|\bof\b|\bfor\b|\bto\b", name)[0]
    found = list(ROLE_WORD.finditer(first)) or list(ROLE_WORD.finditer(name))
    if not found or len(name.split()) > 25 or len(name) < 2 or re.match(r"To [A-Za-z]+\b", name):
        return None  # "To consider the election of Chairman" is business
    return PostName(start, end, name, found[-1].group())


def is_title(name: str) -> bool:
    """Whether words are the title of a post: a role at their end, or before what it is for ("Director of Housing")."""
    head = re.split(r",|\s[–-]\s|\s\(|\s(?:of|for|to|at|in)\s", name)[0].split()
    return bool(head) and bool(ROLE_WORD.fullmatch(head[-1]))


@lru_cache(maxsize=8192)
def clean(name: str) -> str:
    """A post on one line without emphasis, article and what stands in brackets at the end."""
    name = re.sub(r"<[^>]+>|[*_]{1,3}", "", name)
    name = re.sub(r"\s+", " ", name).strip(" ,.;:-–•")
    name = re.sub(r"\s+,", ",", name)
    return re.sub(r"^(?:the|an|a)\s+(?=\w)", "", name, flags=re.IGNORECASE)


def status(name: str) -> str | None:
    """ "interim" or "acting" where the post is held so."""
    if re.match(r"A/", name):
        return "acting"
    return next((s for word, s in _STATUS.items() if re.search(rf"\b{word}\b", name, re.IGNORECASE)), None)
