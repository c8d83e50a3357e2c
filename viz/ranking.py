"""Who stands above whom: what Graphviz is told about one structure before it lays it out.

Graphviz ranks boxes by the lines that it is given. Three things it does not know are decided here: which lines run
against the grain of a loop, which leaves of one parent hang below one another where a row would be too wide, and
which branches of one parent go into a second band below the first.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ROW = 5
"""A parent has at most this many leaves, and in bands this many branches, beside one another."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line from box `start` to box `end`, of which `upper` is the one that stands higher.

    `rank`: the lower it is, the sooner the line decides what a loop is cut at. `bundle` names the lines that look
    alike, which may share one trunk. `ranked` is false for a line that says nothing about who stands above whom: it
    is followed only where nothing else is known.
    """

    id: str
    start: str
    end: str
    upper: str
    rank: int
    bundle: str
    ranked: bool = True

    @property
    def lower(self) -> str:
        """The end that is not `upper`."""
        return self.start if self.upper == self.end else self.end


def with_the_grain(links: Iterable[Link]) -> set[str]:
    """The links that decide who stands above whom: the lowest `rank` first, each one that closes no loop.

    An unranked link is among them only where it joins boxes that nothing else connects. Each link costs one walk.
    """
    above: dict[str, set[str]] = defaultdict(set)
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while joined.get(name, name) != name:
            name = joined[name]
        return name

    kept = set()
    for link in sorted(links, key=lambda link: (not link.ranked, link.rank)):
        apart = root(link.lower) != root(link.upper)
        if apart or (link.ranked and not _reaches(above, link.upper, link.lower)):
            above[link.lower].add(link.upper)
            joined[root(link.lower)] = root(link.upper)
            kept.add(link.id)
    return kept


def _reaches(above: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, ahead = {start}, [start]
    while ahead:
        name = ahead.pop()
        if name == goal:
            return True
        new = above.get(name, set()) - seen
        seen |= new
        ahead.extend(new)
    return False


def pieces(names: Iterable[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """The connected pieces, each in the order of `names`, the largest first."""
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.start].add(link.end)
        near[link.end].add(link.start)
    order = {name: number for number, name in enumerate(names)}
    seen: set[str] = set()
    found = []
    for name in order:
        if name in seen:
            continue
        piece, ahead = {name}, [name]
        while ahead:
            new = near[ahead.pop()] - piece
            piece |= new
            ahead.extend(new)
        seen |= piece
        found.append(tuple(sorted(piece, key=order.__getitem__)))
    return sorted(found, key=len, reverse=True)


def columns(links: Sequence[Link], ranked: set[str], depth: int) -> list[tuple[Link, ...]]:
    """The leaves that hang below one another, `depth` deep, or deeper where a row would be wider than ROW.

    A leaf has one line only, and all lines of a column look alike. A column of one is none.
    """
    degree: dict[str, int] = defaultdict(int)
    for link in links:
        degree[link.start] += 1
        degree[link.end] += 1
    leaves: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if degree[link.lower] == 1 and link.id in ranked:
            leaves[link.upper, link.bundle].append(link)
    found = []
    for siblings in leaves.values():
        wide = min(ROW, math.ceil(len(siblings) / depth))
        deep = math.ceil(len(siblings) / wide)
        if deep > 1:
            found += [tuple(siblings[i : i + deep]) for i in range(0, len(siblings), deep)]
    return found


def bands(
    links: Sequence[Link], ranked: set[str], hanging: Sequence[tuple[Link, ...]], count: int
) -> list[tuple[str, str]]:
    """Pairs (lower, upper) that push some branches of a parent with more than ROW of them below the others.

    The branches go into at most `count` bands, the shallow ones first, so that a deep one has nothing below it.
    """
    below: dict[str, list[str]] = defaultdict(list)
    placed: set[str] = set()
    follows = {link.lower: above.lower for column in hanging for above, link in itertools.pairwise(column)}
    for link in sorted(links, key=lambda link: link.rank):
        if link.id in ranked and link.lower not in placed:
            placed.add(link.lower)
            below[follows.get(link.lower, link.upper)].append(link.lower)

    deepest: dict[str, tuple[int, str]] = {}

    def sound(name: str) -> tuple[int, str]:
        if name not in deepest:
            depth, last = max((sound(child) for child in below[name]), default=(0, name), key=lambda found: found[0])
            deepest[name] = (depth + 1, last)
        return deepest[name]

    above: dict[str, set[str]] = defaultdict(set)
    for lower, upper in [*follows.items(), *((link.lower, link.upper) for link in links if link.id in ranked)]:
        above[lower].add(upper)
    pairs = []
    for parent in list(below):
        branches = sorted(below[parent], key=lambda name: sound(name)[0])
        wide = max(ROW, math.ceil(len(branches) / count))
        if parent in follows.values():
            continue
        for higher, branch in zip(branches, branches[wide:], strict=False):
            last = sound(higher)[1]
            if not _reaches(above, last, branch):
                above[branch].add(last)
                pairs.append((branch, last))
    return pairs
