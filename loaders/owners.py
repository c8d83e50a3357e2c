"""Whose a part of a paper is where its head names no body by the grammar of names: by front matter, title, or use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Block, Part
from loaders.entities import Entities, Named
from loaders.mentions import Mention
from loaders.names import bodies, word_set
from loaders.titles import readable

_FIELDS = ("body", "committee", "board", "group", "organisation", "organization", "council", "team", "meeting of")
"""Labels of front matter that say whose a paper is."""
_TELLS = re.compile(
    r"\b(?:minutes|meetings?|mtg|agenda|a\.?g\.?m\.?|terms of reference|by-?laws|charter)\b", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?<![\w’'])(?:minutes?|meetings?|mtg|agenda|archives?|notes?|record|summary|a\.?g\.?m\.?s?|e\.?g\.?m\.?|approved|"
    r"draft|final|confirmed|unconfirmed|public|open|closed|confidential|reconvened|hybrid|annual|general|special|extraordinary|ordinary|regular|inaugural|first|monthly|weekly|"
    r"quarterly|terms|reference|by-?laws|charter|action|log|pack|papers|online|virtual|telephone|conference|call|held|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|for|from|by|with|on|at|in|the|of|a|an|and)"
    r"(?![\w’'])|[\d:./–—,()#*_-]+(?:st|nd|rd|th|am|pm)?\b",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(r"\W*(?:\w+ ){0,3}(?:minutes|meeting|notes) of\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w&’'.-]*(?:\s+(?:of\s+|and\s+|the\s+|for\s+)*[A-Z][\w&’'.-]*){0,5}")
_PEOPLE = {
    **dict.fromkeys(word_set("directors trustees governors commissioners selectmen supervisors regents"), "board"),
    **dict.fromkeys(word_set("selectboard managers elders"), "board"),
    **dict.fromkeys(word_set("council senate synod presbytery vestry senators councillors congress"), "council"),
    **dict.fromkeys(word_set("shareholders officers"), "group"),
}
"""Those who meet as a body that has no other name, and what kind of body it is then."""
_WITH_TERMS = ("board", "committee", "group", "sub-group", "panel", "partnership", "forum")
_OF_COUNCILS = ("cabinet", "committee", "commission", "board", "panel", "sub-group", "group", "forum")
_OF_TOWN = re.compile(r"(?P<place>.+) (?P<area>Town|City|Village|Township|County|Borough) (?:Board|Council|Commission)")
_FRONT = 1200
_CHARTER = re.compile(r"\s+(?:charter|constitution|terms of reference|by-?laws|standing orders)$", re.IGNORECASE)
_MET_AS = re.compile(
    r"\b[Mm](?:eeting|EETING)\s+(?:of|OF)\s+(?:(?:the|THE)\s+)?(?P<name>[A-Z][\w’'&-]*(?:\s+(?:(?:of|OF|and|AND|the|THE|&|"
    r"for|FOR|[–-])\s+)*[A-Z][\w’'&-]*){1,8}?)(?=\s*,|\s+(?:held|HELD|convened|CONVENED|which|took|on|ON|in|IN|at|AT)\b)"
)
_HEAD_BLOCKS = 8
_HEAD = 400
"""Characters in which a head names the council above its committee."""


def owner_of(
    text: str, blocks: Sequence[Block], part: Part, entities: Entities, mentions: Sequence[Mention]
) -> Named | None:
    """The body whose paper `part` is; None where that is not sure. `blocks` and `mentions` are those of the part."""
    if (met := _met(text, part)) is not None:
        return entities.known_body(met) or entities.body(met, "organisation")
    if part.body:
        own = _CHARTER.sub("", part.body)
        known = entities.known_body(own)
        if known is None:
            return entities.body(own, _kind(own))
        return known if known.kind != "council" or own in known.names or _at_home(known, part, mentions) else None
    for name in _in_fields(text, blocks):
        return entities.known_body(name) or entities.body(name, _kind(name))
    for name in _in_titles(text, blocks, part):
        known = entities.known_body(name) or _named_with(name, mentions)
        if known is not None and (bodies.kind_of(name) != "council" or _at_home(known, part, mentions)):
            return known
        if known is not None:
            continue
        acronym = len(name.split()) < 3 and re.search(r"\b[A-Z]{3,}\b", name)
        if acronym or _kind(name) != "organisation":
            return entities.body(name, _kind(name))
    if part.kind == "minutes" and (civic := _civic(text, part, mentions)) is not None:
        return civic
    if part.kind == "terms of reference":
        counts = Counter(m.named for m in mentions if m.named.label == "Body" and m.named.kind in _WITH_TERMS)
        return max(counts, key=lambda named: counts[named]) if counts else None
    return None


def _civic(text: str, part: Part, mentions: Sequence[Mention]) -> Named | None:
    """The board or council of the town that stands in the head of minutes, where they name just one."""
    front = text[part.start : part.start + _FRONT].lower()
    found = {
        m.named
        for m in mentions
        if m.named.label == "Body"
        and (name := _OF_TOWN.fullmatch(m.named.name))
        and f"{name.group('area')} of {name.group('place')}".lower() in front
    }
    return found.pop() if len(found) == 1 else None


def _kind(name: str) -> str:
    return bodies.kind_of(name) or _PEOPLE.get(name.lower()) or "organisation"


def council_above(owner: Named, part: Part, mentions: Sequence[Mention]) -> Named | None:
    """The council whose name stands above that of its committee in the head of a part; None where it is not sure."""
    if owner.kind not in _OF_COUNCILS:
        return None
    head = [m for m in mentions if m.named.label == "Body" and m.start < part.start + _HEAD]
    below = next((m.start for m in head if m.named is owner), part.start)
    above = {m.named for m in head if m.end <= below and m.named.kind == "council"}
    return above.pop() if len(above) == 1 else None


def _met(text: str, part: Part) -> str | None:
    """Whose meeting minutes say that they are of, where the grammar of names has no head for it.

    "Monthly Meeting of the Municipal District of Elderby, held on …", below the name of its county council too.
    """
    found = _MET_AS.search(text, part.start, min(part.end, part.start + _FRONT))
    if found is None:
        return None
    name = readable(" ".join(found["name"].split()))
    area = re.search(r"\bDistrict\b", name)
    return (
        name if area and bodies.kind_of(name) is None and len(name.split()) > 1 and not re.search(r"\d", name) else None
    )


def _in_fields(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind != "field" or block.level != 0:
            continue
        label, value = (text[slice(*cell)].strip() for cell in block.cells)
        if label.lower() in _FIELDS and _NAME.fullmatch(value):
            yield value


def _in_titles(text: str, blocks: Sequence[Block], part: Part) -> Iterator[str]:
    """What is left of the titles of a meeting without the words that every title has: "PLUG AGM 2023" → "PLUG"."""
    listed = [
        b
        for b in blocks[:_HEAD_BLOCKS]
        if b.kind == "heading" or (b.kind == "field" and b.level == 0) or _MEETING_OF.match(text, b.start, b.end)
    ]
    for title in (*(text[slice(*(b.cells[1] if b.cells else (b.start, b.end)))] for b in listed), part.title or ""):
        title = re.split(r"\s(?:at|held)\s", title)[0]
        if not _TELLS.search(title) or len(title.split()) > 14:
            continue
        left = " ".join(_ABOUT.sub(" ", title).split()).strip(" ,:;'’-–")
        left = re.sub(r"[’']s?$", "", left)
        if title.isupper() and _kind(left) == "organisation":
            continue
        if left and _NAME.fullmatch(left) and not left.isdigit() and len(left) > 2:
            yield left


def _named_with(words: str, mentions: Sequence[Mention]) -> Named | None:
    """The one body with `words` in its name: "Elderby Town Council" for "Town Council"; None for several."""
    found = {m.named for m in mentions if m.named.label == "Body" and f" {words} " in f" {m.named.name} "}
    return found.pop() if len(found) == 1 else None


def _at_home(council: Named, part: Part, mentions: Sequence[Mention]) -> bool:
    """Whether a council stands in the head or is named again: a neighbour that wrote a letter is named once."""
    found = [m.start for m in mentions if m.named is council]
    return len(found) > 1 or any(start < part.start + _HEAD for start in found)
