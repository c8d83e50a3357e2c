"""Who and what a paper names: grammars of bodies, posts, people and instruments over text, one module each."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(listed.split())
