"""The grammar of persons: a title before a name, surname lists after one title, names that stand with a public role.

A bare first name, or a name without title or role, is never a person here: it may be a child in a case example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.resolution import SHORT_NAMES
from loaders.lines import broken
from loaders.names import word_set
from loaders.names.gazetteer import gazetteer
from loaders.triggers import Triggers

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŴŶŸŹŻŽƠƯ"
_LETTER = r"[^\W\d_]"
_BLANK = r"(?:[^\S\n]{1,2}|[^\S\n]*\n\s*)"
"""Between the words of a name: three blanks and more part the columns of a table."""
_AFTER_A_NAME = (
    "MBE|OBE|CBE|DBE|KBE|GBE|KB|CB|KCB|DCB|CMG|KCMG|CVO|KCVO|QPM|KPM|QFSM|BEM|QC|KC|SC|JP|DL|MP|MSP|MS|AM|MLA|MEP|TD|"
    "PhD|DPhil|MD|FRS|FBA|FRCP|FRCS|FRSA|RIBA|FCA|ACA|CPFA|LLB|MA|BA|BSc|MSc|MBA|Esq"
)
"""Honours, degrees and seats that stand after a name and are no part of it."""
_PARTICLE = (
    r"(?:[Dd][eaiou]|[Dd]e[lrn]|[Dd]e\sla|[Vv][ao]n|[Vv]an\sde[rn]?|[Tt]er|[Ll][ae]|[Dd]u|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|ap|ab|"
    r"[ÓO]|N[íi]|Nic|U[íi]|Mac|Mc|[Ss]t\.?|[Ss]an)"
)
_SURNAME = (
    rf"(?!(?:{_AFTER_A_NAME})\b)(?:{_PARTICLE}\s)*(?:[OD][’']\s?|[Aa]l-|[Ee]l-)?[{_UPPER}][\w’']*"
    rf"(?:-[{_UPPER}][\w’']+)*"
)
_INITIALS = rf"(?:[{_UPPER}]\.?,?\s?){{1,4}}"
_TITLE = (
    r"(?:(?:Parish|Town|County|Borough|District|City|Community)\s+)?(?:Councill?ors?|Cllrs?|Crs?|Councilm[ae]n|Councilwom[ae]n|"
    r"Councilmembers?|Council\s?(?:Members?|persons?)|Ald|Alderm[ae]n|Alderwoman)\.?|Senators?|Commissioners?|Select(?:m[ae]n|wom[ae]n|persons?)|"
    r"Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Prof|Professor|Sir|Dame|"
    r"Lord|Lady|Baroness|Baron|Viscount|Rev|Revd|Reverend|Canon|Rabbi|Imam|Judge|Justice|(?:(?:Rt|Right)\.?\s+)?Hon|"
    r"Honourable|COUNCILLORS?|CLLRS?|MRS?|MS|MISS|DR|PROF|SIR|REVD?"
)
TRIGGERS = Triggers(
    re.findall(
        r"(?:(?<=\|)|(?<=\?:)|(?<=\)\?)|^)[A-Z][A-Za-z]*?(?=[A-Za-z]\?|[^A-Za-z]|$)",
        re.sub(r"^\(\?:\(\?:[A-Za-z|]+\)\\s\+\)\?", "", _TITLE),
    )
)
"""How the titles begin: what a stretch must have to hold a person with a title."""
TITLE = re.compile(rf"\b(?:{_TITLE})\b\.?", re.IGNORECASE)
_GIVEN = rf"(?!Co-)[{_UPPER}](?:(?![A-Z]){_LETTER})+(?:-(?:[{_UPPER}]{_LETTER}+|[a-z]{{2,4}}\b))?"
_NAME = rf"(?:(?:{_GIVEN}|{_INITIALS})\s?)*?{_SURNAME}"
_POSTNOMINALS = rf"(?:,?\s+(?:{_AFTER_A_NAME})\b)*"
TITLED = re.compile(
    rf"\b(?P<title>(?:(?:{_TITLE})\b\.?{_BLANK})+)(?P<name>(?:{_INITIALS}\s*(?:{_SURNAME})|(?:{_GIVEN}{_BLANK}){{0,3}}"
    rf"(?:[{_UPPER}]\.?{_BLANK}){{0,2}}{_SURNAME})(?:\s+\([A-Z]{{1,2}}\))?)"
)
FULL = re.compile(rf"\b(?P<name>{_GIVEN}(?:{_BLANK}[{_UPPER}]\.?)?(?:{_BLANK}{_SURNAME}){{1,2}}){_POSTNOMINALS}")
_CAPITALS = re.compile(rf"(?P<name>[{_UPPER}’'-]{{2,}}(?:\s+[{_UPPER}]\.?)*(?:\s+[{_UPPER}’'-]{{2,}}){{1,3}})")
_INITIALLED = re.compile(rf"(?P<name>{_INITIALS}\s*{_SURNAME})")
_LONG = re.compile(rf"(?P<name>{_GIVEN}(?:\s+\S+){{1,4}})")
_NAME_PART = re.compile(rf"{_SURNAME}|{_INITIALS}|\([A-Z][a-z]+\)|{_PARTICLE}|van|von|der|den")
_AFTER_NAME = re.compile(
    rf"\s*(?:\(\s*\[[^\]]*\]\([^)]*\)\s*\)|\([^)]*\)|\[[^\]]*\](?:\([^)]*\))?|<!--.*|(?<!\w)@\w[\w-]*|"
    rf",?\s\b(?:{_AFTER_A_NAME})\b)\W*$"
)
HANDLE = re.compile(r"\s*[*_]*[([]+\s*[*_]*\[?@\w[\w-]*\]?(?:\([^()]*\))?[*_]*\s*[)\]]?")
"""A name on the net in brackets behind a person's name: "(@jdole)", "([@jdole](https://…))"."""
_LIST_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+|\s*&\s*)\s*")
_LIST_NAME = re.compile(
    rf"(?:(?:{_TITLE})\.?\s+)*(?P<name>(?:(?:{_INITIALS}|{_GIVEN}\s+){{0,3}})?{_SURNAME}(?:\s+\([A-Z]{{1,3}}\))?)"
    rf"(?![\w-]){_POSTNOMINALS}"
)
_NOT_NAMES = word_set(
    "the committee cabinet team panel partnership report review plan strategy chair chairman chairperson vice-chair "
    "chief director officer manager leader lead member members executive services department directorate "
    "section appendix annex resolved minutes meeting january february september "
    "october november december monday tuesday wednesday thursday friday saturday sunday present apologies agenda "
    "item date time venue title new current also and in on at of for police health education children adults "
    "child exploitation missing safeguarding subgroup local national hall all other public press independent "
    "commission authority agency union society "
    "strategic deputy assistant vice president secretary treasurer borough district university college "
    "example study summary introduction background contents conclusion action actions annex table figure "
    "priority aims objectives purpose scope context governance membership quorum frequency responsibilities voting "
    "structure delivery next steps training briefing allowance allowances surgery surgeries development conduct code "
    "vacancy vacancies support induction register interests handbook attendance expenses portal enquiry enquiries "
    "to approve consider receive matters arising unanimously integrated standards interoperability with there it "
    "they this that after when moved carried proposed seconded absent taken none pending "
    "officers managers directors representatives chairs heads leaders partners advisers observers staff guests "
    "email dear contact tel telephone fax signed signature from cc re by motion apology regards sincerely attn "
    "centre hospital primary secondary project programme service network company ltd limited"
)
"""Words that no person's name has."""
_ALSO_NAMES = word_set(
    "board council forum trust group head march april may june july august north south east west street road town page "
    "case note key day park young city county parish school church field price country major"
)
"""Words that are a name only of someone whose forename, initials or title stands before them: "Mr A. West"."""
_HEADS = word_set("board council forum trust group head town county city parish school church country")
"""Those of them that end the names of bodies: "Councillor Harrowmere Council" is no person."""
_TITLE_ALONE = re.compile(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Revd)\.?", re.IGNORECASE)
_FORENAMED = word_set("young may west north page case day price major")
"""Those of them that a common first name alone shows to be one: "Grace Page", but not "Victoria Park"."""


_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:(?:{_TITLE})\.?\s+)+$")
_PLURAL = re.compile(
    r"(?:^|\s)(?:Councill?ors|Cllrs|Crs|Council\s?members|Council\s?persons|Councilmen|Councilwomen|Aldermen|Senators|"
    r"Commissioners|Selectmen|Selectwomen|Selectpersons|Messrs)\.?$",
    re.IGNORECASE,
)
_OF_AN_OFFICE = re.compile(r"(?:Commissioners?|Council\s(?:Members?|persons?))\b\.?\s*", re.IGNORECASE)
_IN_A_POST = re.compile(r"(?:[A-Z][\w’']*|\b(?:and|of|for))\s$")
"""What stands before a commissioner that is a post with its holder's name: "Police and Crime Commissioner Jo Marsh"."""
_NEXT_SENTENCE = re.compile(
    r"\s(?:With|There|It|As|After|When|They|This|These|That|Proposed|Seconded|Resolved|RESOLVED|Noted|Minutes|"
    r"Apologies|Absent|Present|Declarations|Also|Item|Action|Actions)(?=\s|$).*",
    re.DOTALL,
)
"""Words behind a name that begin what follows where a paper has lost its full stops and line ends."""
_MORE = re.compile(rf"\s+[{_UPPER}]\w|\s+(?:members?|leaders?|meetings?|papers?|and\s+[a-z])\b")
_HONOURS = re.compile(rf"(?<=\w),?\s+(?:{_AFTER_A_NAME})\b\.?")
_INVERTED = re.compile(
    rf"\s*(?P<surname>{_SURNAME}(?:\s{_SURNAME})?),\s+(?P<title>(?:{_TITLE})\.?\s+)?"
    rf"(?P<given>(?:{_GIVEN}|[{_UPPER}]\.?)(?:[\s.-]+(?:{_GIVEN}|[{_UPPER}]\.?))*)(?=\s*(?:$|[\n(,;|]))"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name where it stands: `name` as to be shown, without title unless there is only a surname."""

    start: int
    end: int
    name: str
    title: str | None = None


def titled(text: str, start: int, end: int) -> Iterator[PersonName]:
    """Persons with a title in text[start:end]: "Councillor G. A. Russell", "Councillors Ali, Astbury and Kaye"."""
    position = start
    while found := TITLED.search(text, position, end):
        position = found.end()
        title = found.group("title").strip()
        if (singular := one_of(title)) is not None:
            listed = list(surnames(text, found.start("name"), end, singular))
            if listed:
                yield from listed
                position = listed[-1].end
                continue
        office = _OF_AN_OFFICE.match(text, found.start())
        if office and _IN_A_POST.search(text, max(0, found.start() - 30), found.start()):
            position = office.end()
            continue
        stop = found.end() if (cut := broken(text, found.start("name"), found.end())) is None else cut
        name = text[found.start("name") : stop].rstrip()
        position = stop
        if (sentence := _NEXT_SENTENCE.search(name)) is not None:
            name = name[: sentence.start()].rstrip()  # "received from Cllr Purves With the absence of …"
        if not _plausible(name, title) or _goes_on(text, name, stop, end):
            continue
        if name.endswith(")") and " " in (bare := name[: name.rfind("(")].rstrip()):
            name = bare  # "J. Harker (JH)": her initials, or a party; "Davies (P)" needs his
        stop = _trim(text, found.start(), found.start("name") + len(name))
        yield PersonName(found.start(), stop, _shown(name, title), title)


def one_of(title: str) -> str | None:
    """The title of one whom a title in the plural is of: "Councillors" → "Councillor"; None for a single one."""
    if not _PLURAL.search(title):
        return None
    if title.lower().startswith("messrs"):
        return "Mr"
    return re.sub(r"men$", "man", title) if title.lower().endswith("men") else re.sub(r"s(\.?)$", r"\1", title)


def holds(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], which looks like a body's name, is a person's after a title: "Councillor Ada Forum"."""
    before = _TITLE_BEFORE.search(text, max(0, start - 24), start)
    if before is None:
        return False
    found = TITLED.match(text, before.start(), end)
    return bool(found and found.end() == end and _plausible(found["name"], found["title"].strip()))


def surnames(text: str, start: int, end: int, title: str | None) -> Iterator[PersonName]:
    """The names of a list that begins at `start`, "Ali, Astbury, J. Hamilton and Kaye", as far as it goes."""
    position = start
    while found := _LIST_NAME.match(text, position, end):
        own = TITLE.match(text, found.start())
        if own and one_of(own.group()) is not None:
            return
        cut = broken(text, found.start("name"), found.end("name"))
        name = text[found.start("name") : cut or found.end("name")].rstrip()
        if not _plausible(name, title or (own and own.group())):
            return
        spoken = text[found.start() : found.start("name")].strip()
        full = f"{title or ''} {spoken}".strip() if spoken and title and not own else (spoken or title)
        plain = name[: name.rfind("(")].rstrip() if name.endswith(")") else name
        shown = plain if " " in plain else name
        yield PersonName(found.start(), found.start("name") + len(name), _shown(shown, full), full)
        if cut is not None:
            return
        separator = _LIST_SEPARATOR.match(text, found.end(), end)
        if not separator or (not separator.group().strip() and "and" not in separator.group()):
            return
        position = separator.end()


def whole(text: str, start: int, end: int) -> PersonName | None:
    """The person that text[start:end] names and nothing else, title or not; brackets after it are left out."""
    piece = text[start:end].replace("*", " ").replace("_", " ")
    first = piece.lstrip()[:1]
    if not first.isupper() and first not in _FIRST_OF_CAPITALS:
        return None
    found = _whole(piece) if len(piece) < _SHORT else _whole.__wrapped__(piece)
    if found is None:
        return None
    return PersonName(start + found.start, start + found.end, found.name, found.title)


_SHORT = 120
_FIRST_OF_CAPITALS = ("’", "'", "-")
"""What a name printed in capitals may begin with, for it is no letter of the alphabet."""


@lru_cache(maxsize=8192)
def _whole(piece: str) -> PersonName | None:
    """The person that all of a piece names, where in the piece."""
    body = piece.rstrip(" ,;.\n\t")
    while bracket := _AFTER_NAME.search(body):
        body = body[: bracket.start()].rstrip(" ,;.\n\t")
    lead = len(body) - len(body.lstrip())
    found = TITLED.fullmatch(body, lead) or FULL.fullmatch(body, lead) or _INITIALLED.fullmatch(body, lead)
    if found is None and (longer := _LONG.fullmatch(body, lead)):
        found = longer if all(_NAME_PART.fullmatch(w) for w in longer.group("name").split()) else None
    if found is None:
        found = _CAPITALS.fullmatch(body, lead)
    if not found:
        return None
    title = (found.groupdict().get("title") or "").strip() or None
    if not _plausible(found.group("name"), title):
        return None
    return PersonName(lead, len(body), _shown(found.group("name"), title), title)


@lru_cache(maxsize=8192)
def _plausible(name: str, title: str | None = None) -> bool:
    """Whether a name can be a person's, by its words and by what stands before its last one."""
    words = [w for w in re.findall(r"[^\W\d_]+", name.lower()) if len(w) > 1]
    if not words or len(words) > 5 or any(w in _NOT_NAMES for w in words) or any(w in _ALSO_NAMES for w in words[:-1]):
        return False
    if words[-1] not in _ALSO_NAMES:
        return True
    if len(words) == 1 and re.fullmatch(r"\w+", name.strip()):
        return bool(title and _TITLE_ALONE.search(title))
    if title and words[-1] in _HEADS and not re.match(rf"[{_UPPER}]\b", name):
        return common(name)
    if title or re.match(rf"(?:[{_UPPER}]\.\s?)+\S", name):
        return True
    return words[-1] in _FORENAMED


def nameable(name: str) -> bool:
    """Whether a surname that stands alone can be one by its words."""
    return _plausible(name, "Mr") and name.lower() not in _ALSO_NAMES


def _goes_on(text: str, name: str, stop: int, end: int) -> bool:
    """Whether a single word that is seldom a name goes on with another: "Councillor Group Leaders"."""
    return name.lower() in _ALSO_NAMES and bool(_MORE.match(text, stop, end))


def _trim(text: str, start: int, end: int) -> int:
    return end - (1 if text[start:end].endswith(("'", "’")) else 0)


@lru_cache(maxsize=8192)
def _shown(name: str, title: str | None) -> str:
    name = re.sub(r"[’']s$", "", re.sub(r"\s+", " ", name).strip(" ,;"))
    name = (
        re.sub(r"\b([A-Z])\s(?=[A-Z]\b)", r"\1. ", re.sub(r"\b([A-Z])(?=\s)", r"\1.", name))
        if re.match(r"[A-Z]\.?\s", name)
        else name
    )
    name = cased(name)
    single = " " not in name.strip()
    return f"{title.rstrip('.')} {name}" if single and title else name


def cased(name: str) -> str:
    """A name in capitals as it is written else: "REYES" is Reyes, "O'NEILL" O'Neill, "JP SMITH" JP Smith."""
    if not any(len(w) > 2 and w.isupper() for w in re.findall(rf"{_LETTER}+", name)) or re.search(r"[a-z]", name):
        return name
    shown = re.sub(rf"{_LETTER}{{3,}}", lambda w: w.group().capitalize(), name)
    shown = re.sub(r"\bMc([a-z])", lambda w: f"Mc{w.group(1).upper()}", shown)
    return re.sub(r"\b(?:Van|Von|Der|Den|Del|Al(?=-))\b", lambda w: w.group().lower(), shown)


def opens_none(word: str) -> bool:
    """Whether no name of two words and more begins with a word."""
    low = word.lower()
    return low in _NOT_NAMES or low in _ALSO_NAMES


def common(name: str) -> bool:
    """Whether a name begins with a common first name, "Mary-Anne" with the first half of one."""
    first = name.split()[0] if name.split() else ""
    return first in gazetteer().given or first.split("-")[0] in gazetteer().given


def inverted(text: str, start: int, end: int) -> PersonName | None:
    """The person of a cell that gives the surname first: "Astbury, Joan", "O'NEILL, Declan (Vice-Chair)"."""
    found = _INVERTED.match(text, start, end)
    if not found or not _plausible(f"{found['given']} {found['surname']}", "Mr"):
        return None
    title = (found["title"] or "").strip() or None
    if (
        not title
        and found["given"].split()[0] not in gazetteer().given
        and not re.fullmatch(r"[A-Z]\.?", found["given"])
    ):
        return None
    return PersonName(start, found.end(), _shown(f"{found['given']} {cased(found['surname'])}", title), title)


@lru_cache(maxsize=8192)
def key(name: str) -> tuple[str, str]:
    """(first name or initials, surname), lower case; the first is empty where only a surname is known."""
    bare = re.sub(r"\([^)]*\)", "", _HONOURS.sub("", TITLE.sub("", name))).replace("’", "'")
    words = [w.strip(".,").lower() for w in re.split(r"[\s.]+", bare) if w.strip(".,")]
    if not words:
        return "", ""
    inside = re.search(r"\(([A-Z]{1,3})\)\s*$", name)
    if len(words) == 1:
        return (inside.group(1).lower() if inside else ""), words[0]
    first = SHORT_NAMES.get(words[0], words[0])
    return (first if len(first) > 1 else "".join(w[0] for w in words[:-1])), words[-1]


def same(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two keys can be one person: same surname, and first names equal or one the initial of the other."""
    if a[1] != b[1]:
        return False
    return not a[0] or not b[0] or a[0] == b[0] or (min(len(a[0]), len(b[0])) <= 3 and a[0][0] == b[0][0])
