"""One pass over a paper that finds everyone and everything it names, and makes each of them one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from graph.model import NATIONS, Block, slug
from loaders.collectives import find_collectives
from loaders.entities import Entities, Named
from loaders.holders import find_people, find_posts
from loaders.mentions import Mention, nested, outermost, overlapping, spans
from loaders.names import bodies, instruments, people, posts, uncapitalised, word_set
from loaders.names.definitions import definitions
from loaders.names.gazetteer import Gazetteer, Known, gazetteer
from loaders.triggers import lowered

_INITIALS = re.compile(
    r"(?<![\w@./-])(?:(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:[’']s)?\s+)?"
    r"(?P<letters>[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,2})(?![\w@]|\.\w)"
)
_GENERIC = re.compile(
    r"\b(?:every|each|all|any|other|another|a|an|most|many|some|these|those|no|\d+)\s+$", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"\b(?P<place>[A-Z][\w’'-]+(?:\s(?:and|upon|on|of)\s[A-Z][\w’'-]+|\s[A-Z][\w’'-]+)*?)\s+(?:Metropolitan\s+|"
    r"Royal\s+|London\s+)?"
    r"(?:(?:Borough|City|County|District|Parish|Town|Community|Unitary|Regional|Shire|Municipal)\s+(?:and\s+\w+\s+)?(?:Annual\s+)?)*"
    r"(?:Council|MBC)\b",
    re.IGNORECASE,
)  # fmt: skip
_OFFICE = re.compile(
    r"\b(?:(?P<before>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)[’']?s?\s)?Police and Crime Commissioner(?:\s\(PCC\))?"
    r"(?:\s+for\s+(?P<after>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:\sPolice)?)?"
)
_CASE = re.compile(r"\W*(?:anonymised\s+)?case\s+(?:examples?|stud(?:y|ies)|histor(?:y|ies))\b", re.IGNORECASE)
_COMMISSIONER = "Police and Crime Commissioner"
_PCC = re.compile(r"\bPCC\b(?!s)")
_NO_PLACE = word_set(
    "executive general faculty advisory student students national research medical full governing academic technical "
    "youth school community arts sports british international security privy joint local town parish city county "
    "union steering emergency inaugural ordinary special leadership "
    "governing guild parochial church district borough new works staff health patient members "
    "churches trades european shadow"
)
_IS_A = re.compile(r"\s(?:is|was)\s+an?\s")
_DEFINED = re.compile(
    r"(?<![\w’'])(?P<name>[A-Z][\w@’'-]+(?:\s+[A-Z][\w@’'-]+){0,3}),?\s+(?:which\s+)?(?:is|was)\s+an?\s+"
    r"(?:[\w’'-]+\s+){0,4}?"
    r"(?P<head>team|group|board|partnership|charity|organisation|project|forum|network|agency|company|trust|"
    r"service)\b(?!\s+(?:member|manager|leader|of the))"
)


def scan(text: str, blocks: Sequence[Block]) -> tuple[Entities, list[Mention]]:
    """Everyone and everything that the paper names, and where, in order."""
    known = gazetteer()
    stretches = [s for block in blocks for s in spans(block)]
    lower = lowered(text)
    likely = bodies.TRIGGERS.having(lower, stretches)
    raw = [n for a, b in likely for n in bodies.find(text, a, b) if not people.holds(text, n.start, n.end)]
    taken = {k for n in raw for k in (n.start, n.end)}
    small = [n for a, b in likely for n in uncapitalised.find(text, a, b) if not {n.start, n.end} & taken]
    raw = sorted([*raw, *small], key=lambda n: n.start) if small else raw
    national = [hit for a, b in stretches for hit in known.find(text, a, b)]
    raw = [
        n
        for n in raw
        if not any(a < n.end and n.start < b for a, b, _ in _near(national, n.start, n.end)) or _longer(n, national)
    ]
    national = _outside(national, raw)
    initials, defined = definitions(text, raw)
    entities = Entities(known, place_of(text, raw, known), {**known.initials, **initials})
    raw = [n for n in raw if not _only_place(n, entities)]
    found = _bodies(text, raw, national, entities, defined)
    found += _initials(text, stretches, entities, defined, found)
    found += _offices(text, stretches, entities)
    found += _defined(text, stretches, entities, found)
    found += find_collectives(text, stretches, entities, found)
    found = outermost(found)
    found += find_posts(text, stretches, entities, found)
    hidden = private(text, blocks)
    public = [s for s in stretches if not any(a <= s[0] < b for a, b in hidden)]
    found += find_people(text, public, entities, found)
    found += _instruments(text, instruments.TRIGGERS.having(lower, stretches), entities, found)
    return entities, nested(found)


def _outside(hits: list[tuple[int, int, Known]], raw: Sequence[bodies.BodyName]) -> list[tuple[int, int, Known]]:
    """The hits that stand in no longer name."""
    ordered = sorted(raw, key=lambda n: n.start)
    starts = [n.start for n in ordered]
    reach = list(accumulate((n.end for n in ordered), max))
    return [h for h in hits if not (at := bisect_right(starts, h[0])) or reach[at - 1] < h[1]]


def private(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The case examples of a paper: whoever has a name there, it is nobody's to know."""
    found = []
    for i, block in enumerate(blocks):
        if _CASE.match(text, block.start, block.end):
            rest = (b.start for b in blocks[i + 1 :] if b.kind == "heading")
            found.append((block.start, next(rest, len(text))))
    return found


def _only_place(name: bodies.BodyName, entities: Entities) -> bool:
    """Whether a name is a place and "team" or the like: a description, not a name."""
    return name.kind in ("team", "service", "group", "school", "sub-group") and len(entities.words(name.name)) < 2


def _near(hits: Sequence[tuple[int, int, Known]], start: int, end: int) -> Iterator[tuple[int, int, Known]]:
    i = max(0, bisect_left(hits, start - 200, key=lambda h: h[0]))
    while i < len(hits) and hits[i][0] < end:
        yield hits[i]
        i += 1


def _longer(name: bodies.BodyName, hits: Sequence[tuple[int, int, Known]]) -> bool:
    """Whether a name holds a national body's and goes on: "Local Government Association Media Team"."""
    near = [(a, b) for a, b, _ in _near(hits, name.start, name.end) if b > name.start]
    return all(name.start <= a and b < name.end for a, b in near)


def place_of(text: str, raw: Iterable[bodies.BodyName], known: Gazetteer) -> str | None:
    """The slug of the place that a paper is about: whose council it names most, else whose bodies."""
    counts: Counter[str] = Counter()
    for name in raw:
        council = _COUNCIL.fullmatch(name.name) if name.kind == "council" else None
        place = known.place_in(name.name)
        if council:
            own = slug(re.sub(r"[’']s$", "", council.group("place")))
            if set(own.split("-")) & _NO_PLACE or (council.group("place").isupper() and not name.name.isupper()):
                continue  # "Executive Council", "Youth Council": a council of something, not of somewhere
            place = place if place and place in own else own
            counts[place] += 3
        elif place in known.local:
            counts[place] += 1
    lower = text.lower()
    for place in counts:
        counts[place] += min(50, lower.count(place.replace("-", " ")))
    return max(sorted(counts), key=lambda p: counts[p]) if counts else None


def _bodies(
    text: str,
    raw: Sequence[bodies.BodyName],
    national: Sequence[tuple[int, int, Known]],
    entities: Entities,
    defined: dict[str, str],
) -> list[Mention]:
    for start, end, _ in national:
        entities.body(text[start:end])
    uses: dict[str, list[bool]] = {}
    by_start = {n.start: n for n in raw}
    for name in raw:
        uses.setdefault(name.name, []).append(name.definite)
        entities.body(name.name, name.kind).first = name.start
    for letters, full in defined.items():
        named = entities.known_body(full)
        if named:
            entities.define(letters, full)
    entities.merge_bodies(n for n, flags in uses.items() if 2 * sum(flags) >= len(flags) or n.startswith("Board of "))
    found = [
        Mention(start, end, named, rule="name:gazetteer")
        for start, end, _ in national
        if (named := entities.known_body(text[start:end]))
    ]
    for name in by_start.values():
        named = entities.known_body(name.name)
        if named is None:
            continue
        if name.owner and (owner := entities.known_body(text[slice(*name.owner)])) and owner is not named:
            named.parent = named.parent or owner
        found.append(Mention(name.start, name.end, named))
    return sorted(found, key=lambda m: m.start)


def _initials(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, defined: dict[str, str], found: list[Mention]
) -> list[Mention]:
    """Bodies called by their initials: defined in the paper, known, or the initials of just one body that it names."""
    result = []
    cache_: dict[str, Named | None] = {}
    by_initials = entities.by_initials()
    for start, end in stretches:
        for hit in _INITIALS.finditer(text, start, end):
            letters = hit.group("letters")
            if _GENERIC.search(text[max(0, hit.start() - 12) : hit.start()]) or text[hit.end() : hit.end() + 1] == "(":
                continue
            if letters not in cache_:
                cache_[letters] = _meant(letters, entities, defined, by_initials)
            named = cache_[letters]
            begin = hit.start("letters")
            place = hit.group("place")
            if place and (entities.gazetteer.place_in(place) or slug(place) == entities.place):
                written = entities.initials.get(letters, "")
                if named is None and bodies.kind_of(written):
                    named = entities.body(f"{place} {letters}", bodies.kind_of(written))
                if named is not None and (named.place or "") in (slug(place), *NATIONS, ""):
                    begin = hit.start()
                    named.called(re.sub(r"\s+", " ", re.sub(r"[’']s(?=\s)", "", text[begin : hit.end()])))
            if named is not None:
                named.names[letters] += 1
                result.append(Mention(begin, hit.end(), named, rule="name:initials"))
    return result


def _meant(letters: str, entities: Entities, defined: dict[str, str], by_initials: dict[str, Named]) -> Named | None:
    if letters in defined:
        return entities.known_body(defined[letters])
    written = entities.initials.get(letters)
    if written:
        return entities.known_body(written) if bodies.kind_of(written) else None
    return by_initials.get(letters) if letters.isupper() and len(letters) > 2 else None


def _defined(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    """Bodies whose names don't look so but that the paper says to be one: "Risky Business, which was a team …"."""
    names: dict[str, tuple[str, str]] = {}
    taken = sorted(found, key=lambda m: m.start)
    for start, end in stretches:
        for hit in _DEFINED.finditer(text, start, end) if _IS_A.search(text, start, end) else ():
            name = re.sub(r"\s+", " ", hit.group("name"))
            first = name.split()[0].lower()
            if (
                first in ("the", "this", "it", "that", "there", "which")
                or people.TITLE.match(name)
                or posts.ROLE_WORD.search(name)
            ):
                continue
            if name.split()[0] in gazetteer().given or any(True for _ in overlapping(taken, *hit.span("name"))):
                continue
            if " " in name or name.isupper() or "@" in name:
                names[name] = (hit.group("head").lower(), name)
    if not names:
        return []
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(n).replace(chr(92) + ' ', chr(92) + 's+') for n in names)})(?!\w)"
    )
    result = []
    for start, end in stretches:
        for hit in pattern.finditer(text, start, end):
            name = re.sub(r"\s+", " ", hit.group())
            kind = names[name][0]
            result.append(
                Mention(
                    *hit.span(), entities.body(name, {"organisation": "charity", "project": "service"}.get(kind, kind))
                )
            )
    return result


def _offices(text: str, stretches: Sequence[tuple[int, int]], entities: Entities) -> list[Mention]:
    """Police and crime commissioners: offices that act as bodies."""
    result: list[Mention] = []
    if _COMMISSIONER not in text:
        return result
    for start, end in stretches:
        for hit in _OFFICE.finditer(text, start, end):
            area = next(
                (a for a in (hit.group("after"), hit.group("before")) if a and entities.gazetteer.place_in(a)), None
            )
            begin = (
                hit.start()
                if area and area == hit.group("before")
                else hit.start() + (len(hit.group("before") or "") + 1 if hit.group("before") else 0)
            )
            named = entities.body(_COMMISSIONER, "office-holder")
            if area:
                named.place = slug(area)
                named.called(re.sub(r"\s+", " ", re.sub(r"\s\(PCC\)|\sPolice$", "", text[begin : hit.end()])))
            result.append(Mention(begin, hit.end(), named))
    office = entities.known_body(_COMMISSIONER)
    if office is not None:
        result += [
            Mention(*hit.span(), office.called("PCC")) for a, b in stretches for hit in _PCC.finditer(text, a, b)
        ]
    return result


def _instruments(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    result = []
    others = sorted(found, key=lambda m: m.start)
    for start, end in stretches:
        for name in instruments.find(text, start, end):
            begin, owner = name.start, None
            for mention in overlapping(others, name.start, name.end):
                if (
                    mention.named.label == "Body"
                    and mention.start < begin < mention.end < name.end
                    and text[mention.end].isspace()
                ):
                    owner, begin = mention.named, mention.end + 1
                    continue
                if mention.named.label in ("Body", "Person") and mention.start <= begin + 1 and mention.end < name.end:
                    rest = re.match(r"(?:[’']s)?\s+(?=\S+\s\S)", text[mention.end : name.end])
                    owner = mention.named
                    possessive = text[mention.end : mention.end + 2] in ("'s", "’s")
                    if rest and (possessive or mention.named.place not in NATIONS):
                        begin = mention.end + rest.end()
            if owner is not None and owner.label == "Person" and begin == name.start:
                surname = owner.name.split()[-1]
                named = entities.instrument(
                    f"{surname} {text[name.end - len(name.name.split()[-1]) : name.end].capitalize()}",
                    name.label,
                    name.kind,
                )
                named.called(name.name)
            else:
                shown = re.sub(r"\s+", " ", re.sub(r"[*_“”\"]", "", text[begin : name.end])).strip(" ,.;:'(")
                named = entities.instrument(
                    shown, name.label, name.kind, owner if owner and owner.label == "Body" else None
                )
            result.append(Mention(name.start, name.end, named))
    return result
