"""Initials that a paper explains: "Corporate Parenting Board (CPB)", "CPB (Corporate Parenting Board)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.names.bodies import BodyName

_LETTERS = r"[A-Z][A-Za-z&]{0,8}[A-Z]"
_CALLED = (
    r"(?:(?:here(?:in)?(?:after)?\s+)?(?:(?:also|now|commonly|collectively)\s+)?(?:referred\s+to\s+as|known\s+as|called|"
    r"abbreviated\s+(?:to|as))|here(?:in)?after)\s*,?\s+"
)
_BRACKETS = re.compile(rf"\(\s*(?P<called>{_CALLED})?[‘“\"']?(?:the\s+)?[‘“\"']?(?P<letters>{_LETTERS})s?[’”\"']?\s*\)")
_KNOWN_AS = re.compile(rf",?\s+(?:which\s+is\s+)?{_CALLED}(?:the\s+)?[‘“\"']?(?P<letters>{_LETTERS})(?![\w-])")
_BEFORE = re.compile(rf"(?<![\w-])(?P<letters>{_LETTERS})\s*\(\s*(?:the\s+)?$")
_AFTER = re.compile(r"\s*\)")


def definitions(text: str, raw: Sequence[BodyName]) -> tuple[dict[str, str], dict[str, str]]:
    """Initials that the paper explains: of words or topics, and of bodies by the body's name."""
    words: dict[str, str] = {}
    of_bodies: dict[str, str] = {}
    ends = {name.end: name for name in raw}
    for found in _BRACKETS.finditer(text):
        letters = found.group("letters")
        window = text[max(0, found.start() - 160) : found.start()]
        before = window.rstrip()
        at = found.start() - (len(window) - len(before))
        name = ends.get(at) or ends.get(at - 2)
        if name is not None and (found.group("called") or spells(name.name, letters) is not None):
            of_bodies.setdefault(letters, name.name)
        elif expansion := spells(before, letters):
            words.setdefault(letters, expansion)
    for name in raw:
        after = _KNOWN_AS.match(text, name.end, name.end + 80)
        if after:
            of_bodies.setdefault(after.group("letters"), name.name)
        elif _AFTER.match(text, name.end) and (before_it := _BEFORE.search(text, max(0, name.start - 20), name.start)):
            letters = before_it.group("letters")
            if spells(name.name, letters) is not None:
                of_bodies.setdefault(letters, name.name)
    return words, of_bodies


def spells(before: str, letters: str) -> str | None:
    """The last words of `before` whose initials are `letters`, small words aside."""
    wanted = [c for c in letters.lower() if c.isalpha()]
    tokens = re.findall(r"[\w’'-]+", re.split(r"[.;:()]\s", before)[-1])
    k = len(tokens)
    while wanted and k > 0:
        k -= 1
        initial = tokens[k][0].lower()
        if initial == wanted[-1]:
            wanted.pop()
        elif tokens[k].lower() not in ("of", "and", "the", "for", "in", "to", "on", "local"):
            return None
    return " ".join(tokens[k:]) if not wanted else None
