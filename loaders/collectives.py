"""Bodies without a name of their own: "the Directors", and "the town board" in a paper of the Town of Elderby."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.entities import Entities, Named
from loaders.mentions import Mention, overlapping

_WHO = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s+(?P<who>Directors|Trustees|Governors|Selectmen|Selectboard)"
    r"(?![\w’'-]|\s+(?:of|for|[A-Z]))"
)
_OFTEN = 3
"""So often a paper says "the Directors" before they are a body."""
_CAPITALISED = r"[A-Z][\w’'-]+"
_AREA = re.compile(
    r"^[\W_]*(?P<area>Town|City|Village|Township|County|Borough) of "
    rf"(?P<place>{_CAPITALISED}(?:[ -](?:of |the |on )?{_CAPITALISED}){{0,2}})"
    r"(?:,[^\n]{0,40})?[\W_]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CIVIC = re.compile(
    r"\b(?:the\s+)?(?P<name>(?P<area>town|city|village|township|county|borough)\s+(?P<head>board|council|commission))\b"
    r"(?!\s+(?:room|chamber|meeting\s+room|office|hall|tax|of\b))",
    re.IGNORECASE,
)
_FRONT = 1200
"""Characters in which a paper says of which town it is."""


def find_collectives(
    text: str, stretches: Sequence[tuple[int, int]], entities: Entities, found: Sequence[Mention]
) -> list[Mention]:
    """Where the paper names such bodies, beside those found already."""
    taken = sorted(found, key=lambda m: m.start)
    return [
        Mention(start, end, named)
        for start, end, named in (*_who(text, stretches, entities), *_civic(text, stretches, entities))
        if not any(True for _ in overlapping(taken, start, end))
    ]


def _who(text: str, stretches: Sequence[tuple[int, int]], entities: Entities) -> Iterator[tuple[int, int, Named]]:
    hits = [hit for start, end in stretches for hit in _WHO.finditer(text, start, end)]
    counts = Counter(hit.group("who") for hit in hits)
    known: dict[str, Named] = {}
    for hit in hits:
        who = hit.group("who")
        if counts[who] < _OFTEN and who != "Selectboard":
            continue
        if who not in known:
            boards = [n for n in entities if n.label == "Body" and n.name.endswith(f" of {who}")]
            if len(boards) > 1:
                return
            known[who] = boards[0].called(who) if boards else entities.body(who, "board")
        yield *hit.span("who"), known[who]


def _civic(text: str, stretches: Sequence[tuple[int, int]], entities: Entities) -> Iterator[tuple[int, int, Named]]:
    area = _AREA.search(text, 0, _FRONT)
    if area is None:
        return
    kind, place = area.group("area").lower(), area.group("place")
    hits = [hit for start, end in stretches for hit in _CIVIC.finditer(text, start, end)]
    hits = [hit for hit in hits if hit.group("area").lower() == kind]
    if len({hit.group("head").lower() for hit in hits}) != 1:
        return
    place = place.title() if place.isupper() else place
    head = hits[0].group("head").capitalize()
    named = entities.body(f"{place} {kind.capitalize()} {head}", head.lower())
    named.called(f"{kind.capitalize()} {head}")
    for hit in hits:
        yield *hit.span("name"), named
