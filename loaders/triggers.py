"""Which stretches of a paper hold any word of a list: found for all of them in one pass over the text.

A grammar of names costs far more than a look at whether any word is there that its names must have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, Implementation

Stretch = tuple[int, int]


def lowered(text: str) -> str:
    """`text` in small letters, each at the offset of its capital."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


class Triggers:
    """Words of which one must stand in a stretch; a part of a longer word counts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(sorted(set(words)), implementation=Implementation.DFA)

    def having(self, text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
        """Those of `stretches` in which one of the words begins; give a `lowered` text for words in any case."""
        starts = sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)})
        result = []
        for stretch in stretches:
            at = bisect_left(starts, stretch[0])
            if at < len(starts) and starts[at] < stretch[1]:
                result.append(stretch)
        return result
