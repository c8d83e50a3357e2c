"""The grammar of persons: a title before a name, surname lists after one title, names that stand with a public role.

A bare first name, or a name without title or role, is never a person here: it may be a child in a case example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.resolution import SHORT_NAMES
from loaders.names import word_set

_SURNAME = (
    r"(?:(?:Ó|O|Ní|Mac|Mc|De|Di|Da|Le|La|Van|Von|Al|El|St\.?)\s)*(?:[OD][’']\s?)?"
    r"[A-ZÀ-ÖØ-Þ][\wÀ-ÿ’']*(?:-[A-ZÀ-Þ][\wÀ-ÿ]+)*"
)
_INITIALS = r"(?:[A-Z]\.?,?\s?){1,4}"
_TITLE = (
    r"(?:(?:Parish|Town|County|Borough|District|City|Community)\s+)?(?:Councillors?|Cllrs?|Alderman)\.?|Mr|Mrs|Ms|"
    r"Miss|Mx|Dr|Prof|Professor|Sir|Dame|"
    r"Lord|Lady|Baroness|Baron|Rev|Revd|Reverend|Canon|Judge|Justice|(?:Rt\.?\s+)?Hon"
)
TITLE = re.compile(rf"\b(?:{_TITLE})\b\.?", re.IGNORECASE)
_GIVEN = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-Z][a-z]+)?"
_NAME = rf"(?:(?:{_GIVEN}|{_INITIALS})\s?)*?{_SURNAME}"
TITLED = re.compile(
    rf"\b(?P<title>(?:(?:{_TITLE})\b\.?\s+)+)(?P<name>(?:{_INITIALS}\s*(?:{_SURNAME})|(?:{_GIVEN}\s+){{0,3}}"
    rf"(?:[A-Z]\.?\s+){{0,2}}{_SURNAME})(?:\s+\([A-Z]{{1,2}}\))?)"
)
FULL = re.compile(
    rf"\b(?P<name>{_GIVEN}(?:\s+[A-Z]\.?)?(?:\s+(?:de|van|von|der|la|al))?(?:\s+{_SURNAME}){{1,2}})(?:\s+(?:MBE|OBE|"
    rf"CBE|CB|QPM|QC|KC|DL|JP|BEM)\b)?"
)
_INITIALLED = re.compile(rf"(?P<name>{_INITIALS}\s*{_SURNAME})")
_LONG = re.compile(rf"(?P<name>{_GIVEN}(?:\s+\S+){{1,4}})")
_NAME_PART = re.compile(rf"{_SURNAME}|{_INITIALS}|\([A-Z][a-z]+\)|de|van|von|der")
_AFTER_NAME = re.compile(r"\s*(?:\([^)]*\)|<!--.*|\bMBE|\bOBE|\bCBE|\bCB)\W*$")
_LIST_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+|\s*&\s*)\s*")
_LIST_NAME = re.compile(
    rf"(?:(?:{_TITLE})\.?\s+)*(?P<name>(?:(?:{_INITIALS}|{_GIVEN}\s+){{0,3}})?{_SURNAME}(?:\s+\([A-Z]{{1,3}}\))?)"
    rf"(?![\w-])"
)
_NOT_NAMES = word_set(
    "the board council committee cabinet group team panel partnership report review plan strategy chair chairman "
    "chief director head officer manager leader member members executive service services office department "
    "section appendix annex resolved minutes meeting january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday present apologies agenda "
    "item page date time venue title new current also and in on at of for police health education children adults "
    "safeguarding local national north south east west street road town hall all other public press independent "
    "strategic deputy assistant vice president secretary treasurer county city borough district parish university "
    "case example study summary introduction background contents conclusion action annex table figure note key "
    "priority aims objectives purpose scope context governance membership quorum frequency responsibilities voting "
    "structure delivery "
    "school to approve consider receive matters arising unanimously integrated youth standards interoperability"
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
        if re.fullmatch(r"(?:.*\s)?(?:Councillors|Cllrs)\.?", title, re.IGNORECASE):
            singular = re.sub(r"s(\.?)$", r"\1", title)
            listed = list(surnames(text, found.start("name"), end, singular))
            if listed:
                yield from listed
                position = listed[-1].end
                continue
        if _plausible(found.group("name")):
            yield PersonName(found.start(), _trim(found), _shown(found.group("name"), title), title)


def surnames(text: str, start: int, end: int, title: str | None) -> Iterator[PersonName]:
    """The names of a list that begins at `start`, "Ali, Astbury, J. Hamilton and Kaye", as far as it goes."""
    position = start
    while found := _LIST_NAME.match(text, position, end):
        own = TITLE.match(text, found.start())
        if own and re.fullmatch(r"(?:Councillors|Cllrs)\.?", own.group(), re.IGNORECASE):
            return
        if not _plausible(found.group("name")):
            return
        spoken = text[found.start() : found.start("name")].strip()
        full = f"{title or ''} {spoken}".strip() if spoken and title and not own else (spoken or title)
        yield PersonName(found.start(), found.end(), _shown(found.group("name"), full), full)
        separator = _LIST_SEPARATOR.match(text, found.end(), end)
        if not separator or (not separator.group().strip() and "and" not in separator.group()):
            return
        position = separator.end()


def whole(text: str, start: int, end: int) -> PersonName | None:
    """The person that text[start:end] names and nothing else, title or not; brackets after it are left out."""
    piece = re.sub(r"[*_]", " ", text[start:end])
    bracket = _AFTER_NAME.search(piece)
    body = (piece[: bracket.start()] if bracket else piece).rstrip(" ,;.\n\t")
    lead = len(body) - len(body.lstrip())
    found = TITLED.fullmatch(body, lead) or FULL.fullmatch(body, lead) or _INITIALLED.fullmatch(body, lead)
    if found is None and (longer := _LONG.fullmatch(body, lead)):
        found = longer if all(_NAME_PART.fullmatch(w) for w in longer.group("name").split()) else None
    if not found or not _plausible(found.group("name")):
        return None
    title = (found.groupdict().get("title") or "").strip() or None
    return PersonName(start + lead, start + len(body), _shown(found.group("name"), title), title)


def _plausible(name: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_]+", name.lower()) if len(w) > 1]
    return bool(words) and not any(w in _NOT_NAMES for w in words) and len(words) <= 5


def _trim(found: re.Match[str]) -> int:
    return found.end() - (1 if found.group().endswith(("'", "’")) else 0)


def _shown(name: str, title: str | None) -> str:
    name = re.sub(r"[’']s$", "", re.sub(r"\s+", " ", name).strip(" ,;"))
    name = (
        re.sub(r"\b([A-Z])\s(?=[A-Z]\b)", r"\1. ", re.sub(r"\b([A-Z])(?=\s)", r"\1.", name))
        if re.match(r"[A-Z]\.?\s", name)
        else name
    )
    single = " " not in name.strip()
    return f"{title.rstrip('.')} {name}" if single and title else name


def key(name: str) -> tuple[str, str]:
    """(first name or initials, surname), lower case; the first is empty where only a surname is known."""
    bare = re.sub(r"\([^)]*\)", "", TITLE.sub("", name)).replace("’", "'")
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
