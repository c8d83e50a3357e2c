"""Posts and the people who hold them, where a paper names them.

A person is someone with a title of office, or whose name stands with a post; anyone else is nobody's business here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from loaders.entities import Entities, Named
from loaders.lines import broken
from loaders.mentions import Mention, overlapping
from loaders.names import bodies, people, posts, word_set
from loaders.names.gazetteer import gazetteer
from loaders.triggers import lowered

_SINGLE_POSTS = word_set(
    "clerk president treasurer secretary vice-president vice-chairman vice-chair archivist cathaoirleach"
)

_CIVIL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?", re.IGNORECASE)
"""Titles that anybody has: alone they give no public role."""
_FIRST_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+(?=(?:-[A-Z][a-z]+)?\s+[A-Za-zÀ-Þ])")
_INITIALS_AND_SURNAME = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,3}[A-Z][a-zà-ÿ’'-]+[A-Za-zà-ÿ]*")
_AFTER_A_WORD = re.compile(r"(?:\b(?P<link>is|was|are|by|be|and|remains|with|to|from|that)|[\w.])\s$")
_CHAIRED_BY = re.compile(r"\b(?:chaired|co-chaired|vice-chaired|convened)\s+by\s+$")
_CHAIRS = re.compile(r"\s+(?:chairs|chaired|co-chairs|will chair)\s+[tT]he\s+[A-Z]")
_POSSESSIVE = re.compile(r"[’']s$")
"""The end of a name whose owner has what follows it: "Jo Marsh's brother" is not Jo Marsh."""
_BEFORE_NAME = re.compile(
    r"\s*(?:,\s*|[–-]\s*|\s|\s(?:is|remains|will be|was)\s+(?:currently\s+|now\s+)?)\s*(?:Councillor\s+|Cllr\.?\s+)?"
)

_AFTER_NAME = re.compile(
    r"\s*(?:,(?:\s*who (?:is|was)\b)?|\(|[–-]|\bas\b|\bis\b)\s*(?:currently\s+|now\s+)?(?:the\s+|an?\s+|our\s+|its\s+)?"
    r"(?:new(?:ly appointed)?\s+|current\s+|interim\s+|acting\s+|former\s+)?"
)


def find_posts(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    names = []
    for start, end in posts.triggers().having(lowered(text), stretches):
        for begin, finish in _in_their_lines(text, start, end):
            stop = _before_given_name(text, begin, finish)
            stop = _complete(text, begin, stop)
            if stop - begin < 4 or (
                len(text[begin:stop].split()) < 2 and text[begin:stop].lower() not in _SINGLE_POSTS
            ):
                continue
            if any(m.start <= begin and stop <= m.end for m in overlapping(found, begin, stop)):
                continue
            if re.search(r"\b(?:Councillors?|Professor|Cllr)\b", text[begin:stop]):
                continue
            names.append((begin, stop))
    with_body: list[tuple[int, int, Named | None]] = []
    for start, stop in names:
        inside = [
            m for m in overlapping(found, start, stop) if m.start >= start and m.end <= stop and m.named.label == "Body"
        ]
        with_body.append((start, stop, inside[-1].named if inside else None))
    result = []
    for start, stop, body in sorted(with_body, key=lambda p: p[2] is None):
        possessive = re.match(r"(?:Council|Board|Committee|Force)[’']s\s+", text[start:stop])
        begin = start + (possessive.end() if possessive else 0)
        named = re.match(r"([A-Z][a-z]+)\s+[A-Z][\w’'-]+\s+and\s+", text[begin:stop])
        begin += named.end() if named and named.group(1) in gazetteer().given else 0
        joined = re.match(r"(?:[A-Z]{2,}|\S+)\s+and\s+", text[begin:stop])
        begin += (
            joined.end()
            if joined and re.match(r"[A-Z]{2,}\b|(?:Deputy |Vice )?(?:Leader|Chair|President)\b", text[begin:stop])
            else 0
        )
        result.append(Mention(begin, stop, entities.post(posts.clean(text[begin:stop]), body)))
    return sorted(result, key=lambda m: m.start)


def _in_their_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The posts of text[start:end], none of them reaching over the end of a line that is complete."""
    for post in posts.find(text, start, end):
        cut = broken(text, post.start, post.end) if "\n" in text[post.start : post.end] else None
        if cut is None:
            yield post.start, post.end
            continue
        for a, b in ((post.start, cut), (cut, post.end)):
            yield from _in_their_lines(text, a, b)


def _before_given_name(text: str, start: int, end: int) -> int:
    """The end of a post that its holder's name follows: "Chief Executive Martin Kimber"."""
    for word in list(re.finditer(r"\b[A-Z][a-z]+\b", text[start:end]))[1:]:
        if word.group() in gazetteer().given and re.match(r"\s+[A-Z][a-z]", text[start + word.end() : end]):
            return start + len(text[start : start + word.start()].rstrip(" ,-–"))
    return end


_NEXT_PERSON = re.compile(r"\s+(?:and|&)\s+(?P<name>[A-Z][a-zà-ÿ]+\s+[A-Z][\w’'-]+)$")
_DANGLING = re.compile(r"(?:[\s,]+(?:and|or|of|for|&))+$")
"""Words that no post ends in: they lead on to what stands behind it."""


def _complete(text: str, start: int, end: int) -> int:
    """The end of a post without the person that "and" joins to it: "Head of Housing and Ada Orde, Head of Roads"."""
    joined = _NEXT_PERSON.search(text, start, end)
    if joined and people.whole(text, *joined.span("name")) and _OWN_POST.match(text, end):
        end = joined.start()
    dangling = _DANGLING.search(text, start, end)
    return dangling.start() if dangling else end


_OWN_POST = re.compile(
    rf"\s*(?:,\s*(?:the\s+)?(?:[A-Z]\w+\s+){{0,3}}?(?i:{posts.ROLE_WORD.pattern})|\s+(?:is|was)\s+(?:the\s+)?[A-Z])"
)
"""How the post of somebody named goes on: ", Head of Roads", " is Director of Roads"."""


def find_people(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    """Persons with a title of office, persons whose name stands with a post, and every other mention of these."""
    others = sorted(found, key=lambda m: m.start)
    result: list[Mention] = []
    civil: list[people.PersonName] = []
    common = frozenset((*re.findall(r"\b[a-z][a-zà-ÿ]+\b", text), *(entities.place or "").split("-")))
    with_titles = set(people.TRIGGERS.having(text, stretches))
    for start, end in stretches:
        for name in people.titled(text, start, end) if (start, end) in with_titles else ():
            if name.title and _CIVIL.fullmatch(name.title) and not _in_role(text, name.start, name.end, others):
                civil.append(name)
            else:
                result.append(Mention(name.start, name.end, entities.person(name.name, name.title)))
        for a, b in (*_full_names(text, start, end, others, common), *_initialled(text, start, end)):
            if _in_role(text, a, b, others):
                result.append(Mention(a, b, entities.person(re.sub(r"\s+", " ", text[a:b]))))
    known = {people.key(named.name) for named in entities if named.label == "Person"}
    surnames = Counter(surname for _, surname in known)
    for name in civil:
        key = people.key(name.name)
        if surnames[key[1]] == 1 and any(people.same(k, key) for k in known):
            result.append(Mention(name.start, name.end, entities.person(name.name, name.title)))
    return result + _named_again(text, stretches, entities, result)


def _named_again(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    """Where full names of persons found so far stand without title and post."""
    names = {n for named in entities if named.label == "Person" for n in named.names}
    full = sorted(n for n in names if " " in n and people.key(n)[0] and not people.TITLE.match(n))
    if not full:
        return []
    covered = sorted(found, key=lambda m: m.start)
    return [
        Mention(start, end, entities.person(text[start:end]))
        for start, end in _each_whole(text, full, stretches)
        if not any(m.start <= start and end <= m.end for m in overlapping(covered, start, end))
    ]


def _each_whole(text: str, names: Sequence[str], stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where one of `names` stands as whole words within one of `stretches`, the longest where several begin."""
    hits = sorted((a, -b) for _, a, b in AhoCorasick(names).find_matches_as_indexes(text, overlapping=True))
    begins = [a for a, _ in hits]
    for start, end in stretches:
        position = start
        for a, minus in hits[bisect_left(begins, start) : bisect_left(begins, end)]:
            if a < position or -minus > end or text[a - 1 : a].isalnum() or text[a - 1 : a] == "_":
                continue
            after = text[-minus : -minus + 1]
            if -minus < end and (after.isalnum() or after in ("_", "@")):
                continue
            yield a, -minus
            position = -minus


def _full_names(
    text: str, start: int, end: int, others: Sequence[Mention], common: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Spans that look like a first name and a surname, outside other names: "Joyce Thacker", "Tuomas J. Alaterä".

    `common` are the words that the paper also writes small, and its place.
    """
    position = start
    for hit in _FIRST_NAME.finditer(text, start, end):
        if hit.start() < position or people.opens_none(hit.group()):
            continue
        found = people.FULL.match(text, hit.start(), end)
        if found is None:
            continue
        short = hit.start() + len(" ".join(found.group("name").split()[:2]))
        for stop in (found.end("name"), short):
            name = text[hit.start() : stop]
            if (
                people.whole(text, hit.start(), stop)
                and not _POSSESSIVE.search(name)
                and broken(text, hit.start(), stop) is None
                and (hit.group() in gazetteer().given or _stands_apart(text, hit.start(), stop, common))
                and not any(True for _ in overlapping(others, hit.start(), stop))
                and bodies.kind_of(name) is None
                and not gazetteer().place_in(name)
            ):
                yield hit.start(), stop
                position = stop
                break


def _initialled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of initials and a surname without a title: "R. Mensah"."""
    for hit in _INITIALS_AND_SURNAME.finditer(text, start, end):
        after_word = _AFTER_A_WORD.search(text, max(0, hit.start() - 20), hit.start())
        if after_word and not after_word.group("link"):
            continue  # "Appendix A. Introduction"
        if people.whole(text, *hit.span()):
            yield hit.span()


def _stands_apart(text: str, start: int, end: int, common: frozenset[str]) -> bool:
    """Whether an uncommon name can be one: between punctuation, and none of it a common word."""
    if text[end : end + 1] not in (",", "\n", "("):
        return False
    before = text[max(0, start - 40) : start].rstrip(" *")
    return before[-1:] in ("", *",;:\n-–.") and not common & set(text[start:end].lower().split())


def _in_role(text: str, start: int, end: int, found: Sequence[Mention]) -> bool:
    """Whether a name stands with a post, or as the one who chairs or leads: what gives someone a public role."""
    return bool(
        beside_post(text, start, end, found)
        or _CHAIRED_BY.search(text, max(0, start - 30), start)
        or _CHAIRS.match(text, end)
    )


def beside_post(text: str, start: int, end: int, found: Sequence[Mention]) -> Mention | None:
    """The post that stands right before or after a name, as whose holder it is given."""
    for mention in overlapping(found, start - 25, end + 60):
        if mention.named.label != "Post":
            continue
        gap = (end, mention.start) if mention.start >= end else (mention.end, start)
        shape = _AFTER_NAME if mention.start >= end else _BEFORE_NAME
        if shape.fullmatch(text, *gap) and broken(text, *gap) is None:
            return mention
    return None
