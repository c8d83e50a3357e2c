"""Who and what a paper names: grammars of bodies, posts, people and instruments over text, one module each."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(listed.split())


def by_word(listed: dict[str, str]) -> dict[str, str]:
    """{meaning: "word word …"} turned round: each word with its meaning; "sub_group" is two words."""
    return {word.replace("_", " "): meaning for meaning, words in listed.items() for word in words.split()}
