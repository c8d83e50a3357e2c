"""Mentions: where a paper names someone or something, and how mentions lie over one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Block
from loaders.entities import Named


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Where a paper names someone or something; `inner` if inside a longer mention, as a body in a post.

    `rule` tells how the name was recognised, where not by the grammar of its label.
    """

    start: int
    end: int
    named: Named
    inner: bool = False
    rule: str = ""


def spans(block: Block) -> tuple[tuple[int, int], ...]:
    """The stretches of a block that are read on their own: its cells, or all of it."""
    return tuple(c for c in block.cells if c[0] < c[1]) if block.kind == "row" else ((block.start, block.end),)


def overlapping(found: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    """The mentions, of those in order, that overlap the stretch from start to end."""
    i = max(0, bisect_left(found, start - 200, key=lambda m: m.start))
    while i < len(found) and found[i].start < end:
        if found[i].end > start:
            yield found[i]
        i += 1


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Mentions in order, of those that overlap the longest."""
    result: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if result and mention.start < result[-1].end:
            if mention.end - mention.start > result[-1].end - result[-1].start:
                result[-1] = mention
            continue
        result.append(mention)
    return result


def nested(found: Iterable[Mention]) -> list[Mention]:
    """Mentions in order, those inside a longer one marked so, of equal ones the first."""
    result: list[Mention] = []
    outer: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if result and (result[-1].start, result[-1].end) == (mention.start, mention.end):
            continue
        outer = [o for o in outer if o.end > mention.start]
        inner = any(mention.end <= o.end for o in outer)
        result.append(replace(mention, inner=True) if inner else mention)
        if not inner:
            outer.append(mention)
    return result
