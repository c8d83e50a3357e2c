"""What is known beforehand: public bodies, statutory posts, places with a council, initials, common first names.

From data/gazetteer.toml, and from a file of the user's own in the same form: ANSWERABLE_GAZETTEER is its path.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.errors import AnswerableError
from graph.model import slug
from graph.vocabulary import BODY_KINDS

VARIABLE = "ANSWERABLE_GAZETTEER"
_KINDS = {*BODY_KINDS, "association"}
_ABROAD = (
    r"Australia|Canada|India|Ireland|Kenya|Nigeria|Pakistan|Singapore|Malaysia|Ghana|Jamaica|Malta|Cyprus|"
    r"the Philippines|New Zealand|South Africa|the United States|Japan|Sri Lanka|Bangladesh|Uganda|Zambia"
)
_OF_ABROAD = re.compile(rf"\s+(?:of|in|for)\s+(?:{_ABROAD})\b|\s+(?:{_ABROAD})\b")
_FOREIGN = re.compile(
    r"\b(?:Australian|Canadian|Indian|Irish|Kenyan|Nigerian|American|European|Federal|US|U\.S\.|U\.S|State|New Zealand|"
    r"South African|Scottish|Welsh|Royal|French|German|Dutch|Swedish|Danish|Norwegian)\s+$"
)
"""What makes the name of a national body that of another one: "Australian National Audit Office"."""


@dataclass(frozen=True, slots=True)
class Known:
    """A body known beforehand: its full name, kind, other names and the slug of its nation or place."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    place: str = "uk"


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Bodies by each of their names, statutory posts, places by slug, common first names, known initials."""

    bodies: dict[str, Known]
    posts: frozenset[str]
    local: dict[str, str]
    wide: dict[str, str]
    given: frozenset[str]
    initials: dict[str, str]
    matcher: AhoCorasick
    patterns: tuple[str, ...]
    post_matcher: AhoCorasick

    def find_posts(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The statutory posts named in small letters in text[start:end]."""
        piece = text[start:end].replace("’", "'").replace("\n", " ")
        return [
            (start + a, start + b)
            for _, a, b in self.post_matcher.find_matches_as_indexes(piece)
            if not (a > 0 and piece[a - 1].isalnum())
            and not (b < len(piece) and (piece[b].isalnum() or piece[b] == "-"))
        ]

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int, Known]]:
        """The known bodies named in text[start:end], longest name first where they overlap."""
        piece = text[start:end].replace("’", "'").replace("\n", " ")
        found = []
        for index, a, b in self.matcher.find_matches_as_indexes(piece):
            inside_word = (a > 0 and piece[a - 1].isalnum()) or (b < len(piece) and piece[b].isalnum())
            if inside_word or piece[max(0, a - 1) : a] in ("-", "@") or piece[b : b + 1] in ("@", "-"):
                continue
            if _FOREIGN.search(piece, max(0, a - 20), a) or _OF_ABROAD.match(piece, b):
                continue
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
    """The gazetteer with the user's own additions, read once. Raises AnswerableError for a bad file of the user's."""
    own = os.environ.get(VARIABLE)
    return compiled(Path(own) if own else None)


def compiled(own: Path | None = None) -> Gazetteer:
    """The gazetteer, with what the file at `own` adds. Raises AnswerableError that lists all its bad entries."""
    with files("data").joinpath("gazetteer.toml").open("rb") as file:
        table = tomllib.load(file)
    known = [*_listed(table["bodies"], "uk")]
    for nation, kinds in table["elsewhere"].items():
        known += _listed(kinds, nation)
    added = _own(own) if own else {}
    known += _listed(added.get("bodies", {}), "")
    bodies: dict[str, Known] = {}
    for body in known:
        for form in (body.name, *body.aliases):
            bodies[form] = body
            if form == body.name and form.isalpha() and len(form) > 3:
                bodies[form.upper()] = body
    patterns = tuple(bodies)
    posts = [*table["posts"]["statutory"], *added.get("posts", {}).get("statutory", [])]
    return Gazetteer(
        bodies=bodies,
        posts=frozenset(p.lower() for p in posts),
        local=_places(table["places"]["local"]) | _places(added.get("places", {}).get("local", "")),
        wide=_places(table["places"]["wide"]) | _places(added.get("places", {}).get("wide", "")),
        given=frozenset(n.strip() for n in table["people"]["given"].replace("\n", " ").split(",")),
        initials={**table["acronyms"], **added.get("acronyms", {})},
        matcher=AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest),
        patterns=patterns,
        post_matcher=AhoCorasick([p.lower() for p in posts], matchkind=MatchKind.LeftmostLongest),
    )


def _places(listed: str) -> dict[str, str]:
    return {slug(p): p.strip() for p in re.split(r",\s*", listed.strip()) if p.strip()}


def _listed(kinds: Mapping[str, Any], place: str) -> Iterator[Known]:
    """The bodies of a table of kinds; an entry is a list of other names, or a table of `aliases` and `place`."""
    for kind, entries in kinds.items():
        for name, entry in entries.items():
            if isinstance(entry, dict):
                yield Known(name, kind, tuple(entry.get("aliases", ())), slug(entry.get("place", "")) or place)
            else:
                yield Known(name, kind, tuple(entry), place)


def _own(path: Path) -> dict[str, Any]:
    """The user's own tables, checked."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise AnswerableError(f"{path}: can't be read ({reason}). {VARIABLE} names it") from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AnswerableError(f"{path}: {error}. Mend the line, or unset {VARIABLE}") from None
    problems = [f"line {_line(text, key)}: {problem}" for key, problem in _problems(table)]
    if problems:
        raise AnswerableError(f"{path}: {'; '.join(problems)}. Mend the lines, or unset {VARIABLE}")
    return table


def _problems(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each bad entry of a user's gazetteer: the key by which its line is found, and what is wrong with it."""
    for key in table:
        if key not in ("bodies", "posts", "places", "acronyms"):
            yield key, f'no table is called "{key}"; there are bodies, posts, places and acronyms'
    bodies = table.get("bodies", {})
    if not isinstance(bodies, dict):
        yield "bodies", 'bodies stand in tables by kind: [bodies.board] and below it "Name" = ["other names"]'
        bodies = {}
    for kind, entries in bodies.items():
        if kind not in _KINDS or not isinstance(entries, dict):
            yield kind, f'"{kind}" is no kind of body; there are {", ".join(sorted(_KINDS))}'
            continue
        for name, entry in entries.items():
            aliases = entry.get("aliases", []) if isinstance(entry, dict) else entry
            place = entry.get("place", "") if isinstance(entry, dict) else ""
            if not _words(aliases) or not isinstance(place, str) or len(name.strip()) < 2:
                yield name, f'"{name}" wants a list of its other names, or {{aliases = [...], place = "..."}}'
    if not _words(table.get("posts", {}).get("statutory", [])):
        yield "statutory", "statutory posts are a list of names"
    for which, listed in table.get("places", {}).items():
        if which not in ("local", "wide") or not isinstance(listed, str):
            yield which, 'places are "local" or "wide", each a text of names with commas between'
    for letters, full in table.get("acronyms", {}).items():
        if not isinstance(full, str):
            yield letters, f'"{letters}" wants the words that it stands for'


def _words(listed: object) -> bool:
    return isinstance(listed, list) and all(isinstance(w, str) and w.strip() for w in listed)


def _line(text: str, key: str) -> int:
    """The number of the line on which a key of a TOML text stands."""
    found = re.search(rf"^[^#\n]*{re.escape(key)}", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 1
