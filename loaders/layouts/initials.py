"""Whom initials and first names mean in minutes: "JS to write" is the one person present who can be meant."""

from __future__ import annotations

import re
from collections import defaultdict

from graph.model import Part
from loaders.entities import Named
from loaders.paper import Paper

_PAIR = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}) \((?P<letters>[A-Z]{2,4})\)")


class Initials:
    """The initials of those present, part by part: as a part defines them, else of the only one whose they are."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._known: dict[int, dict[str, Named]] = {}

    def at(self, offset: int) -> dict[str, Named]:
        """Who is meant by which initials or first name in the part at `offset`."""
        part = self._paper.part_at(offset)
        if part.start not in self._known:
            self._known[part.start] = self._of(part)
        return self._known[part.start]

    def _of(self, part: Part) -> dict[str, Named]:
        paper = self._paper
        defined: dict[str, Named] = {}
        for hit in _PAIR.finditer(paper.text, part.start, part.end):
            person = paper.person_at(*hit.span("name")) if hit["letters"] in _letters(hit["name"]) else None
            if person is not None:
                defined.setdefault(hit["letters"], person)
        shared: dict[str, set[Named]] = defaultdict(set)
        for predicate in ("ATTENDED", "APOLOGIES"):
            for named in paper.said_of(predicate, part.start, part.end):
                for letters in _letters(re.sub(r"\([^)]*\)", "", named.name)) if named.label == "Person" else ():
                    shared[letters].add(named)
                shared[re.sub(r"\s*\([^)]*\)", "", named.name)].add(named)
                first = re.match(r"[A-Z][a-z]+(?=\s)", named.name) if named.label == "Person" else None
                if first:
                    shared[first.group()].add(named)
        return {k: next(iter(v)) for k, v in shared.items() if len(v) == 1} | defined


def _letters(name: str) -> set[str]:
    """The ways in which a name is cut to initials: all of its words, or the first and the last."""
    words = re.findall(r"[A-Z]\w*", name)
    return {"".join(w[0] for w in words), words[0][0] + words[-1][0]} if len(words) > 1 else set()
