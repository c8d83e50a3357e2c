"""What is known beforehand (data/gazetteer.toml): national public bodies, statutory posts, places with a council."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.model import slug


@dataclass(frozen=True, slots=True)
class Known:
    """A national body: its full name, kind and other names."""

    name: str
    kind: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """National bodies by each of their names, statutory posts, places by slug, common first names, known initials."""

    bodies: dict[str, Known]
    posts: frozenset[str]
    local: dict[str, str]
    wide: dict[str, str]
    given: frozenset[str]
    initials: dict[str, str]
    matcher: AhoCorasick
    patterns: tuple[str, ...]

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int, Known]]:
        """The national bodies named in text[start:end], longest name first where they overlap."""
        piece = text[start:end].replace("’", "'").replace("\n", " ")
        found = []
        for index, a, b in self.matcher.find_matches_as_indexes(piece):
            inside_word = (a > 0 and piece[a - 1].isalnum()) or (b < len(piece) and piece[b].isalnum())
            if not inside_word and piece[max(0, a - 1) : a] not in ("-", "@") and piece[b : b + 1] not in ("@", "-"):
                found.append((start + a, start + b, self.bodies[self.patterns[index]]))
        return found

    @cache  # noqa: B019 one gazetteer, made once
    def place_in(self, name: str) -> str | None:
        """The slug of the place whose name `name` contains, the longest one, local before wide."""
        bare = slug(re.sub(r"[’']s\b", "", name))
        words = f"-{bare}-"
        for places in (self.wide, self.local):
            hits = [p for p in places if f"-{p}-" in words]
            if hits:
                return max(hits, key=len)
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once."""
    with files("data").joinpath("gazetteer.toml").open("rb") as file:
        table = tomllib.load(file)
    bodies: dict[str, Known] = {}
    for kind, entries in table["bodies"].items():
        for name, aliases in entries.items():
            known = Known(name, kind, tuple(aliases))
            for form in (name, *aliases):
                bodies[form] = known
                if form == name and form.isalpha() and len(form) > 3:
                    bodies[form.upper()] = known
    patterns = tuple(bodies)

    def places(listed: str) -> dict[str, str]:
        return {slug(p): p.strip() for p in re.split(r",\s*", listed.strip())}

    return Gazetteer(
        bodies=bodies,
        posts=frozenset(p.lower() for p in table["posts"]["statutory"]),
        local=places(table["places"]["local"]),
        wide=places(table["places"]["wide"]),
        given=frozenset(n.strip() for n in table["people"]["given"].replace("\n", " ").split(",")),
        initials=table["acronyms"],
        matcher=AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest),
        patterns=patterns,
    )
