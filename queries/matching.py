"""From words to the entity that they name: by name, alias, acronym or topic words, never by a distinguishing word less.

"the CSE action plan" finds the plan whatever its full name; "Children's Improvement Board" never finds the
"Improvement Board", since the words of a name that the papers use must all be words of the name that was asked for
or the other way round. Where several fit equally well nothing is guessed: all are handed back as candidates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.model import Entity, slug
from graph.words import SMALL, TITLES, singular
from queries.catalogue import run

if TYPE_CHECKING:
    from graph.stores.base import Store

NAME, ALIAS, WORDS, PLACELESS, PART = range(5)
"""How well a name fits, best first: the name, an alias, the same words, the same but for the place, some words."""

_CLOSE_SPELLING = 84
_NEAR = 62


@dataclass(frozen=True, slots=True)
class Match:
    """What a text names: one entity, or none and the candidates.

    `equal` says that the candidates fit equally well; otherwise they are near misses to offer. `fit` is one of NAME …
    PART, or None without an entity.
    """

    entity: Entity | None
    candidates: tuple[Entity, ...] = ()
    equal: bool = False
    fit: int | None = None


def match(store: Store, text: str, labels: Collection[str] = ()) -> Match:
    """The entity that `text` names in the graph of `store`; entities of one of `labels` come before all others."""
    return Names(read_names(store)).match(text, labels)


def read_names(store: Store) -> list[Entity]:
    """Every entity that can be asked about by name, with its names and its place."""
    return [
        Entity(
            r["entity"],
            r["label"],
            r["name"],
            tuple(r["aliases"]),
            r["kind"],
            {"place": r["place"]} if r["place"] else {},
        )
        for r in run(store, "names", {})
    ]


class Names:
    """The names that the papers use, ready to be matched."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self._acronyms = acronyms(self.entities)
        self._forms = {e.id: [self.words(n) for n in (e.name, *e.aliases)] for e in self.entities}
        self._known = {word for forms in self._forms.values() for words in forms for word in words}

    def words(self, text: str) -> frozenset[str]:
        """The telling words of `text`: acronyms written out, singular, without articles, titles and hyphens."""
        expanded = [word for token in _tokens(text) for word in self._acronyms.get(token, (token,))]
        telling = [singular(w) for w in expanded if w not in SMALL and w not in TITLES]
        return frozenset(telling or map(singular, expanded))

    def match(self, text: str, labels: Collection[str] = ()) -> Match:
        """The entity that `text` names; see the module's docstring for the rule."""
        asked = self._spelt(self.words(text))
        fits = [(fit, e) for e in self.entities if (fit := self._fit(text, asked, e)) is not None]
        wanted = [(fit, e) for fit, e in fits if not labels or e.label in labels] or fits
        if not wanted:
            return Match(None, self.near(text))
        best = min(fit for fit, _ in wanted)
        found = [e for fit, e in wanted if fit == best]
        if len(found) > 1 and best >= PLACELESS:
            found = [e for e in found if e.label != "Post"] or found
        if len(found) == 1:
            return Match(found[0], fit=best)
        return Match(None, tuple(sorted(found, key=lambda e: (e.name, e.id))), equal=True)

    def near(self, text: str, limit: int = 5) -> tuple[Entity, ...]:
        """Entities whose names look like `text`, best first: what "did you mean" offers."""
        from rapidfuzz import fuzz

        asked = " ".join(sorted(self.words(text)))
        scored = []
        for entity in self.entities:
            score = max(
                fuzz.token_set_ratio(asked, " ".join(sorted(form))) * 0.4
                + fuzz.ratio(asked, " ".join(sorted(form))) * 0.6
                for form in self._forms[entity.id]
            )
            if score >= _NEAR:
                scored.append((-score, entity.name, entity.id, entity))
        return tuple(row[-1] for row in sorted(scored, key=lambda row: row[:3])[:limit])

    def search(self, text: str) -> list[tuple[float, Entity]]:
        """Entities that `text` may mean, with a score from 0 to 100, best first; its last word may be unfinished."""
        asked = self._spelt(self.words(text))
        last = _tokens(text)[-1:] or ("",)
        scored: dict[str, tuple[float, Entity]] = {}
        for entity in self.entities:
            fit = self._fit(text, asked, entity)
            score = 0.0 if fit is None else 100.0 - 8 * fit
            if fit in (None, PART):
                cover = max(_cover(asked, form, last[0]) for form in self._forms[entity.id])
                score = 30 + 50 * cover if cover else 0.0
            if score:
                scored[entity.id] = (score, entity)
        for rank, entity in enumerate(self.near(text, 10)):
            scored.setdefault(entity.id, (25.0 - rank, entity))
        return sorted(scored.values(), key=lambda row: (-row[0], row[1].name, row[1].id))

    def _fit(self, text: str, asked: frozenset[str], entity: Entity) -> int | None:
        written = _written(text)
        if written == _written(entity.name):
            return NAME
        if any(written == _written(alias) for alias in entity.aliases):
            return ALIAS
        best: int | None = None
        place = _place(entity.attributes.get("place", ""))
        bare = asked - place
        for form in self._forms[entity.id]:
            if asked == form:
                return WORDS
            if bare and bare <= form:
                best = PLACELESS if bare == form - place else best or PART
        return best

    def _spelt(self, asked: frozenset[str]) -> frozenset[str]:
        """`asked` with words that no name has replaced by the closest spelling that one has."""
        unknown = {w for w in asked - self._known if len(w) >= 5}
        if not unknown:
            return asked
        from rapidfuzz import fuzz, process

        known = sorted(self._known)
        spelt = {}
        for word in unknown:
            if found := process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING):
                spelt[word] = found[0]
        return frozenset(spelt.get(word, word) for word in asked)


def acronyms(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """What acronyms stand for, learnt from entities that have both forms: {"cse": ("child", "sexual", "exploitation")}.

    The tail of a whole name counts too: where RLSCB is the Rotherham Local Safeguarding Children Board, LSCB is
    known. One that stands for two things stands for neither.
    """
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for entity in entities:
        forms = (entity.name, *entity.aliases)
        short = {t.replace("&", "").lower() for form in forms for t in re.findall(r"\b[A-Z][A-Z&]{1,7}\b", form)}
        for acronym in short:
            for form in forms:
                for words in _runs(acronym, _tokens(form)):
                    meanings.setdefault(acronym, set()).add(words)
                    if slug(entity.attributes.get("place", "")) == words[0] and len(words) > 3:
                        meanings.setdefault(acronym[1:], set()).add(words[1:])
    return {acronym: runs.pop() for acronym, runs in meanings.items() if len(runs) == 1}


def _runs(acronym: str, words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The runs of `words` whose initials spell `acronym`; small words between may be passed over."""
    for start in range(len(words)):
        run: list[str] = []
        for word in words[start:]:
            if len(run) < len(acronym) and word[0] == acronym[len(run)]:
                run.append(word)
            elif word not in SMALL or not run:
                break
            if len(run) == len(acronym):
                yield tuple(run)
                break


@lru_cache(maxsize=100_000)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case; "subgroup" and "sub-group" are two words. Kept: the same names come again."""
    return tuple(re.sub(r"\bsub ?(group|committee)", r"sub \1", slug(text).replace("-", " ")).split())


def _written(text: str) -> tuple[str, ...]:
    words = _tokens(text)
    return words[1:] if words[:1] == ("the",) else words


@lru_cache
def _place(text: str) -> frozenset[str]:
    return frozenset(map(singular, _tokens(text)))


def _cover(asked: frozenset[str], form: frozenset[str], unfinished: str) -> float:
    """How much of `form` the words asked for cover, if every one of them (the last as a beginning) is in it; else 0."""
    hits = {
        w for w in asked if w in form or (w == singular(unfinished) and any(f.startswith(unfinished) for f in form))
    }
    return len(hits) / max(len(form), len(hits)) if asked and hits == asked else 0.0
