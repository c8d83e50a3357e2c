"""By which of its names to show someone or something, and which of the others are its aliases."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graph.model import NATIONS, slug
from loaders.names import bodies, word_set
from loaders.titles import title_case

if TYPE_CHECKING:
    from loaders.entities import Named

STOP = word_set("the a an of for and to in on at by with")
HEAD_WORDS = frozenset(bodies.KINDS) | {"group", "sub"}


def shown(named: Named) -> str:
    """The name to show: the commonest full one, not in capitals, without its place's "X's" before it."""
    if named.label in ("Recommendation", "Resolution", "Person", "Function"):
        return named.name
    if named.label == "Body" and named.place in NATIONS:
        return named.name
    full = [n for n in named.names if named.names[n] and (len(n.split()) > 1 or n == named.name)]
    full = [n for n in full if n not in named.short] or [named.name]
    counts: Counter[str] = Counter()
    for name, count in named.names.items():
        counts[_spelling(name)] += count
    place = (named.place or "").split("-")

    def rank(name: str) -> tuple[bool, bool, int, int, int, str]:
        owner = re.match(r"(\S+)[’']s\s", name)
        initials = sum(1 for w in name.split() if len(w) > 2 and w.isupper())
        length = len(name.split()) if named.kind == "council" else 0
        capitals = sum(w[0].isupper() for w in name.split())
        local = bool(owner) and slug(owner.group(1) if owner else "") in place
        return not name.isupper(), not local, length, counts[_spelling(name)] - initials, capitals, name

    best = max(full, key=rank)
    return title_case(best) if best.isupper() and (" " in best or best.lower() in bodies.KINDS) else best


def aliases_of(named: Named) -> tuple[str, ...]:
    """The other names that mean nobody else: no bare head word, no other spelling of case alone."""
    if named.label in ("Recommendation", "Resolution"):
        return ()
    seen = {named.name.lower()}
    result = []
    for name in sorted(named.names, key=lambda n: (-named.names[n], n)):
        words = set(re.findall(r"\w+", name.lower()))
        if name.lower() in seen or not words - HEAD_WORDS - STOP - {"local", "full"}:
            continue
        seen.add(name.lower())
        result.append(name)
    if named.label == "Post" and named.body is not None and named.body.name.lower() not in named.name.lower():
        result.append(f"{named.name.split(',')[0]}, {named.body.name}")
    return tuple(sorted(result))


def _spelling(name: str) -> str:
    """A name without capitals, spaces, apostrophes and hyphens: the same of "CSE subgroup" and "CSE Sub-Group"."""
    return re.sub(r"[\W_]", "", name.lower())
