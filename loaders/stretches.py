"""Stretches of a text under keys, of which it is asked whether one lies over another: quick however many there are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

_PAGE = 4096
"""Characters of the pages by which stretches are kept, so that only those nearby are looked at."""


class Stretches:
    """Stretches by key and by the pages of the text on which they stand."""

    def __init__(self) -> None:
        self._on: dict[tuple[Hashable, int], set[tuple[int, int]]] = {}

    def add(self, key: Hashable, start: int, end: int) -> None:
        """Keep a stretch under a key."""
        for page in _pages(start, end):
            self._on.setdefault((key, page), set()).add((start, end))

    def overlaps(self, key: Hashable, start: int, end: int) -> bool:
        """Whether a stretch kept under the key shares a character with text[start:end]."""
        return any(a < end and start < b for page in _pages(start, end) for a, b in self._on.get((key, page), ()))


def _pages(start: int, end: int) -> Iterator[int]:
    return iter(range(start // _PAGE, end // _PAGE + 1))
