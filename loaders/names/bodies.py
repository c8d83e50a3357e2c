"""The grammar of bodies: capitalised words that end in a governance head ("Improving Lives Select Commission").

Rules of thumb from real papers: the head may be in lower case after a capitalised word ("CSE sub group"); "of" and
"for" belong to a name only after heads that take them ("Department for Education"); "A and B Sub Groups" are two
bodies; "every Board", "LSCBs" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.names import word_set
from loaders.names.kinds import KINDS, PLAIN, PREPOSED, heads, kind_of, nameable
from loaders.triggers import Triggers

__all__ = ["KINDS", "BodyName", "clean", "find", "kind_of", "nameable"]

_LOWER_HEADS = word_set(
    "board committee commission partnership forum team panel group sub-group subgroup sub-committee taskforce "
    "unit network council subcommittee body"
)
_SUB = word_set("sub working steering task silver gold bronze")
_SUBS = word_set("sub-group subgroup sub-committee subcommittee taskforce")
"""Heads that name a body in small letters too where their sentence begins: "Quality subcommittee"."""
_GERUND = re.compile(r"(?!housing|nursing|learning|training)[a-z]{3,}ing")
_OFFICES = word_set("office department ministry board council")
_DOCUMENTS = word_set(
    "circular act regulation regulations guidance plan policy code order notice bill memorandum directive standard "
    "standards strategy bulletin manual handbook paper note letter framework website"
)
_HOLDERS = word_set("commissioner director mayor secretary leader chief president provost registrar treasurer minister")
"""Offices of one person that have an office with people in it: "Office of the Police and Crime Commissioner"."""
_WHOLES = word_set("council trust agency force department school charity company partnership")
"""Kinds of bodies that have committees and boards of their own."""
_SHARED_MODIFIERS = word_set("sub working steering task scrutiny select standing advisory project partnership")
_LOWER_MODIFIERS = word_set(
    "strategic operational steering working task finish scrutiny select project review management leadership "
    "improvement safeguarding strategy delivery performance specialist co-located multi-agency audit executive "
    "joint governance silver gold bronze sub ad hoc advisory reference partnership programme planning"
)
_STOP = word_set(
    "the a an this that these those every each any all both some no our his her their its my your whose which "
    "where when while whilst if as at by in from to on of for with within under over after before since until "
    "following further through and or but nor also however therefore regarding concerning about across into via "
    "per mr mrs ms miss dr sir dame lord lady professor prof councillor councillors cllr cllrs chair chairman "
    "chairperson chairwoman vice-chair vice-chairman director head leader member members manager officer officers "
    "representative representatives commissioner secretary minister president treasurer clerk deputy assistant "
    "chief report reports minutes meeting meetings agenda resolved recommended recommendation "
    "recommendations that not is are was were be been has have had will would should must may can could january "
    "february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday former new current proposed present apologies note noted re see appendix "
    "annex section item page terms whilst although because many most other another such same said between among "
    "including include includes unlike like only then there here it they we i he she title date venue purpose "
    "status role name agency/directorate/organisation post location previous next last various membership minute "
    "introduction consideration discussion details effective ask asks request invite urge instruct advise thank "
    "agree approve ensure recommend relevant appropriate cr crs"
)
_ROLES = word_set(
    "member members manager chair chairs chairman chairperson leader officer officers director representative "
    "coordinator adviser "
    "advisor secretary treasurer president nurse solicitor clerk lead chair(s"
)
_WHOLE = word_set("council police trust university college constabulary authority agency department government")
"""Heads of names that are whole before a small head: "a Harrowmere Council team" describes, it doesn't name."""
_SEATS = word_set("council body senate synod university trust")
"""Heads of names that are whole before committees in the plural: "Harrowmere Town Council committees"."""
_BARE = word_set(
    "society association board council committee trust foundation company union federation club school university "
    "college institute assembly senate commission authority agency corporation"
)
"""Heads that only refer after "of the": "the Executive Committee of the Society"."""
_COMPOUND = word_set("council service services team group cabinet police")
_GENERIC = word_set(
    "every each any all another other most many some these those an a no several various different both two three "
    "four five six"
)
_TOPIC = word_set(
    "children adults families health housing education communities environment culture leisure skills learning "
    "finance economy highways transport young"
)
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[’'@&/.–-](?=[^\W_]))*[’']?|[&(),]")
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z]+[A-Za-z]*")
"""A name that begins with a small letter: "openEHR", "iSchool"."""
_JOIN = re.compile(r"[^\S\n]{1,2}|[^\S\n]{0,40}\n\s{0,40}|[ \xa0\n\r*_‘’'\"“”]{1,6}")
_HEADS_BEFORE = ("SIG", "WG")
_AREAS = word_set(
    "city borough county town township vale isle forest royal house friends diocese archdiocese village code quality"
)
"""Words that take "of" and a place before the head: "City of Harrowmere Council"."""
_SMALL = word_set("and & of for the on upon")
_RUNNING = re.compile(r"(?<![\w’'-])(?!(?:and|the|for|with|from)\b)[a-z]{3,}(?![\w’'-])")
"""A word of running text, not of a title."""
_TAIL = re.compile(rf"(?:(?:{'|'.join(sorted(PLAIN))}|and|&)\s+)*(?:{'|'.join(sorted(KINDS))})\b", re.IGNORECASE)
"""The rest of a name that is none by itself: "CITY AND COUNTY COUNCIL", "Board"."""
_AREA_LINE = re.compile(r"\W*(?:town|city|county|village|borough|township|state|commonwealth) of\b", re.IGNORECASE)
_HEAD_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, KINDS), key=len, reverse=True))}|sub[- ]?groups|groups|teams|boards|"
    rf"committees|panels|councils|parties)\b",
    re.IGNORECASE,
)
_HEAD_FORMS = frozenset(
    f"{head}{plural}{possessive}" for head in KINDS for plural in ("", "s") for possessive in ("", "'", "'s")
).union(("parties", "parties'", "parties's"))
"""The words that can head a name, in small letters."""
TRIGGERS = Triggers((*KINDS, "parties", *(f"{head.lower()} " for head in _HEADS_BEFORE)))
"""What a stretch must have, in any case, to hold a name."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body where it stands; `owner` is the span of its possessor, as in "the Council's …"."""

    start: int
    end: int
    name: str
    kind: str
    owner: tuple[int, int] | None = None
    definite: bool = False


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    low: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper() or bool(_CAMEL.fullmatch(self.word))

    @property
    def acronym(self) -> bool:
        return len(self.word) > 1 and sum(c.isupper() for c in self.word) >= max(2, len(self.word) - 2)


def find(text: str, start: int, end: int) -> Iterator[BodyName]:
    """The names of bodies in text[start:end], in order, none inside another."""
    if not _HEAD_WORD.search(text, start, end) and text.find("SIG ", start, end) < 0:
        return
    tokens = _tokens(text, start, end)
    taken = -1
    above: BodyName | None = None
    for i, token in enumerate(tokens):
        if token.start < taken or (token.low not in _HEAD_FORMS and token.word not in _HEADS_BEFORE):
            continue
        for name in _at(text, tokens, i) if token.word not in _HEADS_BEFORE else _before(text, tokens, i):
            alone = _has_line(text, name, start, end)
            if (
                alone
                and above is not None
                and name.owner is None
                and not text[above.end : name.start].strip(" \t\r\n*_")
            ):
                name = replace(name, owner=(above.start, above.end))
            above = name if alone and name.kind in _WHOLES else above
            yield name
            taken = max(taken, name.end)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    low = text[start:end].lower().replace("’", "'")
    if len(low) != end - start:  # a letter whose small form is two
        found = _TOKEN.finditer(text, start, end)
        return [_Token(*m.span(), m.group(), m.group().lower().replace("’", "'")) for m in found]
    spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
    return [_Token(a, b, text[a:b], low[a - start : b - start]) for a, b in spans]


def _before(text: str, tokens: list[_Token], i: int) -> Iterator[BodyName]:
    """The name that the initials of its head open: "SIG Storage", "WG Data Protection"."""
    k = i
    while k + 1 < len(tokens) and k - i < 3 and _joined(text, tokens, k):
        after = tokens[k + 1]
        if not _modifies(after) or after.low in KINDS or after.low.removesuffix("s") in KINDS:
            break
        k += 1
    if k > i:
        yield BodyName(tokens[i].start, tokens[k].end, clean(text[tokens[i].start : tokens[k].end]), "group")
    else:
        yield from _at(text, tokens, i)


def _has_line(text: str, name: BodyName, start: int, end: int) -> bool:
    """Whether a name has its line to itself, in a block of several lines: as a council's above its committee's."""
    before = text[max(start, text.rfind("\n", 0, name.start) + 1) : name.start]
    stop = text.find("\n", name.end, end)
    after = text[name.end : stop if stop >= 0 else end]
    return not before.strip(" \t\r*_#") and not after.strip(" \t\r*_:")


def _at(text: str, tokens: list[_Token], i: int) -> Iterator[BodyName]:
    """The name whose head is token i, or the names where the head is a plural shared by several."""
    head = tokens[i]
    bare = head.low.removesuffix("'s").removesuffix("'")
    bare = "party" if bare == "parties" else bare
    plural = (head.low != bare and bare == "party") or (bare not in KINDS and bare.removesuffix("s") in KINDS)
    if bare not in KINDS and not plural:
        return
    if not head.capital and bare.removesuffix("s") not in _LOWER_HEADS:
        return
    if not heads(tokens[i - 1].low if i else "", bare.removesuffix("s") if plural else bare):
        return
    if _continues(text, tokens, i) or (bare == "division" and re.match(r"\s\d", text[head.end : head.end + 2])):
        return
    left = i
    while (
        left > 0 and tokens[left - 1].low in _SUB and not tokens[left - 1].capital and _joined(text, tokens, left - 1)
    ):
        left -= 1
    if left > 0 and tokens[left - 1].low == "sub" and _joined(text, tokens, left - 1):
        left -= 1
    if plural:  # "the Climate and Housing Working Groups": what all of them are stands before the head
        while left > 0 and tokens[left - 1].low in _SHARED_MODIFIERS and _joined(text, tokens, left - 1):
            left -= 1
    first = _leftmost(text, tokens, left, head.capital)
    if plural:
        yield from _shared(text, tokens, first, left, i, bare.removesuffix("s"))
        return
    right, end = _rightmost(text, tokens, i, bare)
    possessive = head.word[len(bare) :] if right == i else ""
    end -= len(possessive)
    if first == left and right == i and not (head.low == "cabinet" and head.capital):
        return  # "the Board": a reference, not a name
    modifiers = tokens[first:left]
    plain = right == i and modifiers and all(t.low in PLAIN or t.low in ("and", "&") for t in modifiers)
    if plain and not (bare == "body" and head.capital and modifiers[-1].capital):
        return
    if first == left - 1 and right == i and bare in ("trust", "partnership") and _GERUND.fullmatch(tokens[first].low):
        return  # "Building Trust", "Working Partnership"
    short = right == i and len(modifiers) < 2 and bare in _COMPOUND
    if short and _joined(text, tokens, i) and tokens[i + 1].capital and tokens[i + 1].low in _ROLES:
        return  # "Service Manager", "Cabinet Member": a post
    if not head.capital and tokens[left - 1].capital and tokens[left - 1].low in _WHOLE:
        return  # "a Harrowmere Council team": a description
    if (
        first == left - 1
        and not head.capital
        and not tokens[first].acronym
        and left == i
        and bare not in _SUBS
        and _opens_sentence(text, tokens[first].start)
    ):
        return  # "Effective partnership …", but not "Election working group"
    before = tokens[first - 1] if first else None
    if before and before.low in _GENERIC and _joined(text, tokens, first - 1):
        introduced = before.low in ("a", "an") and (head.capital or text[tokens[first].start - 1] in "‘'“\"")
        if not introduced:
            return
    owner = None
    if before and before.low.endswith("'s") and before.capital and _joined(text, tokens, first - 1):
        owner = (before.start, before.end - 2)
    begin = tokens[first].start
    name = clean(text[begin:end])
    yield BodyName(begin, end, name, kind_of(name) or KINDS[bare], owner, bool(before and before.low == "the"))


@lru_cache(maxsize=8192)
def clean(name: str) -> str:
    """A name on one line, without emphasis, quotation marks round a word and acronyms in brackets inside."""
    name = re.sub(r"\s*\((?:[A-Z][A-Za-z]{1,7})\)(?=\s*\w)", "", name)
    name = re.sub(r"\b(?:Annual|Special|Extraordinary|Ordinary|Full) (?=Council$)", "", name, flags=re.IGNORECASE)
    name = re.sub(r"[*_]{1,3}|[‘“\"”]|(?<!\w)'|(?<![sS])['’](?!\w)", "", name)
    return re.sub(r"\s+", " ", name).strip(" ,.;:-–")


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line of text[start:end]."""
    stop = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : stop if stop >= 0 else len(text)]
    return not (before + after).strip(" \t\r*_#,.:")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 60) : start]
    return (start <= 60 and not before.strip()) or before.rstrip(" *\t-•")[-1:] in "\n.:;?!•"


def _joined(text: str, tokens: list[_Token], i: int) -> bool:
    """Whether nothing but a space, emphasis or the end of a line that wraps stands between token i and the next."""
    if i + 1 >= len(tokens) or not _JOIN.fullmatch(text, tokens[i].end, tokens[i + 1].start):
        return False
    return "\n" not in text[tokens[i].end : tokens[i + 1].start] or _wraps(text, tokens[i], tokens[i + 1])


def _wraps(text: str, left: _Token, right: _Token) -> bool:
    """Whether a line goes on in the next between two words: lines of a title are separate names unless one is none."""
    if left.low in _SMALL or right.low in _SMALL or right.word[0].islower():
        return True
    line = text[text.rfind("\n", 0, left.end) + 1 : left.end]
    stop = text.find("\n", right.start)
    following = text[right.start : stop if stop >= 0 else len(text)]
    if left.low in KINDS:
        return len(line) > 35 and bool(_RUNNING.search(line) and _RUNNING.search(following))
    if (_TAIL.match(following) and not _AREA_LINE.match(line)) or (len(line) > 30 and _RUNNING.search(line)):
        return True
    together = f"{left.word} {right.word}".lower()
    return together in text[right.start : right.start + 20_000].lower()


def _continues(text: str, tokens: list[_Token], i: int) -> bool:
    """Whether the name goes on after token i, so that its head comes later: "Partnership Board", "Team Leader"."""
    if i + 1 >= len(tokens) or not _joined(text, tokens, i):
        return False
    if tokens[i].word.endswith(("'s", "’s")):
        return False
    after = tokens[i + 1]
    bare = after.low.removesuffix("'s")
    if bare in KINDS or bare.removesuffix("s") in KINDS:
        if bare.removesuffix("s") in _LOWER_HEADS and bare not in KINDS and tokens[i].low in _SEATS:
            return False  # "the Parish Council Committees"
        return after.capital or (bare.removesuffix("s") in _LOWER_HEADS and tokens[i].low not in _WHOLE)
    if after.low in _SUB and i + 2 < len(tokens):
        return tokens[i + 2].low.removesuffix("s") in _LOWER_HEADS and (after.capital or not tokens[i].acronym)
    if after.low in (
        "meeting",
        "meetings",
        "minutes",
        "agenda",
        "report",
        "reports",
        "terms",
        "quarterly",
        "annual",
        "update",
        "held",
    ):
        return False
    if after.low in _STOP:
        return False
    return (
        tokens[i].capital
        and after.capital
        and after.word.isalpha()
        and not after.acronym
        and "\n" not in text[tokens[i].end : after.start]
    )


_LONGEST = 40
"""Words before its head that a name may have."""


def _leftmost(text: str, tokens: list[_Token], i: int, capital_head: bool) -> int:
    """The index of the first token of the name whose head starts at token i."""
    first = k = i
    passed_and = False
    while k > 0 and i - k < _LONGEST:
        before = tokens[k - 1]
        if (
            before.word == ")"
            and k >= 3
            and tokens[k - 3].word == "("
            and tokens[k - 2].acronym
            and tokens[k - 4 : k - 3]
            and tokens[k - 4].capital
            and tokens[k - 4].low not in KINDS
        ):
            first = k = k - 3
            continue
        if before.word == ",":
            item = _listed(text, tokens, k) if passed_and else None
            if item is None:
                break
            first = k = item
            continue
        if before.word in "()" or not _joined(text, tokens, k - 1):
            break
        if before.low in ("and", "&"):
            ahead = tokens[k - 2] if k >= 2 else None
            if not ahead or not _joined(text, tokens, k - 2) or not tokens[k].capital:
                break
            if not _modifies(ahead):
                article = (
                    tokens[k - 3] if k >= 3 and capital_head and ahead.word.islower() and len(ahead.word) > 5 else None
                )
                if article and article.low == "the" and ahead.low not in _STOP and ahead.low not in KINDS:
                    first = k - 2  # "the constitution and Bylaws Committee"
                break
            if (ahead.acronym and not tokens[i].word.isupper()) or ahead.low in KINDS:
                break
            passed_and = True
            k -= 1
            continue
        if not capital_head and before.low in ("of", "for"):
            break
        if before.low == "of" and k >= 2 and tokens[k - 2].low == "out":
            first = k = k - 2
            continue
        if before.low in ("of", "for", "upon", "the", "against", "on") and k >= 2 and _joined(text, tokens, k - 2):
            skip = 2 if before.low == "the" and tokens[k - 2].low in ("of", "for", "on") else 1
            ahead = tokens[k - 1 - skip] if k - 1 - skip >= 0 else None
            head = ahead.low.removesuffix("'s") if ahead else ""
            if skip == 2 and k == i and tokens[i].low in _BARE and head not in _AREAS:
                break  # "the Registered Office of the Association"
            if (
                ahead
                and ahead.capital
                and (
                    head in PREPOSED.get(tokens[k - skip].low, ())
                    or (before.low == "of" and head in _AREAS)
                    or (before.low in ("upon", "against") and _modifies(ahead))
                )
            ):
                first = k = k - 1 - skip
                continue
            break
        if before.low.endswith("'s") and before.low[:-2] in KINDS:
            break
        if before.low == "chief" and before.capital and tokens[k].low.endswith(("s'", "executives", "officers")):
            first = k = k - 1  # "Chief Officers' Group"
            continue
        if before.low == "new" and k < i - 1 and _fills_line(text, before.start, tokens[i].end):
            first = k = k - 1  # "NEW ELDERBY RESIDENTS ASSOCIATION"
            continue
        if before.word in ("New", "Current") and k < i and not _opens_sentence(text, before.start):
            first = k = k - 1  # "the Current Affairs Committee"
            continue
        if capital_head and _lower_inside(tokens, k):
            first = k = k - 2  # "the Early help Assessment Team"
            continue
        if (
            _modifies(before)
            or (not capital_head and before.low in _LOWER_MODIFIERS)
            or (before.low in ("wide", "social", "care") and k < i)
        ):
            k -= 1
            if before.capital:
                first = k
            continue
        break
    while first < i and tokens[first].low in ("and", "&", "of", "for"):
        first += 1
    return first


def _listed(text: str, tokens: list[_Token], k: int) -> int | None:
    """Where the item before the comma at token k - 1 begins, if it belongs to the name: "Audit, Risk and Assurance …".

    It does after "the", at the start of a line, or where it is a topic by itself; else it is another name.
    """
    j = k - 1
    while j > 0 and k - 1 - j < 4 and _modifies(tokens[j - 1]) and tokens[j - 1].low not in KINDS:
        if j < k - 1 and not _joined(text, tokens, j - 1):
            break
        j -= 1
    if j == k - 1 or (tokens[k - 2].acronym and not tokens[k].acronym):
        return None
    if tokens[k - 2].word.endswith((".", "'s", "’s")):
        return None
    before = tokens[j - 1] if j else None
    if before is None or text[before.end : tokens[j].start].count("\n") or before.low == "the":
        return j
    if before.word == "," and _listed(text, tokens, j) is not None:
        return j
    return j if k - 1 - j == 1 and tokens[j].low in _TOPIC and before.low not in ("and", "&") else None


def _lower_inside(tokens: list[_Token], k: int) -> bool:
    """Whether token k - 1 is a word of the name that lost its capital: "the Early help Assessment Team"."""
    if k < 3 or tokens[k - 3].low != "the" or not _modifies(tokens[k - 2]) or tokens[k - 2].low in KINDS:
        return False
    word = tokens[k - 1].word
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 3
        and word not in _STOP
        and not re.search(r"(?:ed|ing|s)$", word)
    )


def _modifies(token: _Token) -> bool:
    return token.capital and token.low not in _STOP and token.low.removesuffix("'s") not in _STOP


def _rightmost(text: str, tokens: list[_Token], i: int, head: str) -> tuple[int, int]:
    """Index of the last token and the end of the name: more of it after "of" or "for" where the head takes that."""
    k = i
    if (
        i + 2 < len(tokens)
        and head in PREPOSED.get(tokens[i + 1].low, ())
        and tokens[i].capital
        and _joined(text, tokens, i)
        and _joined(text, tokens, i + 1)
    ):
        j = i + 2
        if tokens[j].low == "the" and j + 1 < len(tokens):
            j += 1
            if tokens[j].low in _BARE and not (_joined(text, tokens, j) and _modifies(tokens[j + 1])):
                return i, tokens[i].end  # "the Executive Committee of the Society"
        if head in ("council", "board", "committee", "school") and tokens[j].acronym:
            return i, tokens[i].end
        while j < len(tokens) and (
            (_modifies(tokens[j]) and (k == i or head not in _OFFICES or tokens[j].low not in _DOCUMENTS))
            or (head == "office" and tokens[j].capital and tokens[j].low in _HOLDERS)
            or (
                tokens[j].low in ("and", "&", "of", ",", "in")
                and j + 1 < len(tokens)
                and _modifies(tokens[j + 1])
                and k > i
            )
        ):
            if tokens[j].low in (",", "and", "&") and tokens[j + 1].low in KINDS:
                break
            if tokens[j].word == "," and not any(t.low in ("and", "&") for t in tokens[j : j + 5]):
                break
            if "\n" in text[tokens[j - 1].end : tokens[j].start] and not _joined(text, tokens, j - 1):
                break
            if (
                tokens[j].word not in ","
                and j > i + 2
                and text[tokens[j - 1].end : tokens[j].start].strip()
                and tokens[j - 1].word != ","
            ):
                break
            k = j
            j += 1
            if tokens[k].word.endswith((".", ";")):
                break
    return k, tokens[k].end


def _shared(text: str, tokens: list[_Token], first: int, left: int, i: int, head: str) -> Iterator[BodyName]:
    """ "The CSE and Performance Sub Groups" → a name each; any other plural is no body."""
    words = tokens[first:left]
    if (
        first > 1
        and tokens[first - 1].low in ("and", "&")
        and tokens[first - 2].capital
        and tokens[first - 2].low not in _STOP
    ):
        words = [tokens[first - 2], tokens[first - 1], *words]
    if any(re.search(r"[A-Z]{2,}s$", w.word) for w in words):
        return  # "LSCBs and Clinical Commissioning Groups"
    named: list[list[_Token]] = [[]]
    for word in words:
        if word.low in ("and", "&", ","):
            named.append([])
        else:
            named[-1].append(word)
    named = [part for part in named if part] if words and words[-1].low not in ("and", "&") else []
    if len({part[0].low for part in named}) < len(named):
        return  # "Top Level Projects and Top Level Working Groups"
    if len(named) < 2 or any(w.low.removesuffix("'s") in KINDS for w in words):
        return
    if all(w.low in PLAIN for part in named for w in part):
        return  # "Town and Parish Councils"
    singular = f"{tokens[i].word[:4]}y" if head == "party" else tokens[i].word[: len(head)]
    tail = f"{text[tokens[left].start : tokens[i].start]}{singular}"
    for part in named:
        name = clean(f"{text[part[0].start : part[-1].end]} {tail}")
        yield BodyName(
            part[0].start,
            tokens[i].end if part[-1] is words[-1] else part[-1].end,
            name,
            kind_of(name) or KINDS[head],
            definite=True,
        )
