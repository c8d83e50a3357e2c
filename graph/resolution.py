"""Many names, one entity: which mentions of different papers are the same body, person, post, plan or review.

Two mentions are the same when they share a key, directly or through others (connected components, near linear). A
key is a function of one mention alone, so the outcome never depends on the order in which papers were loaded. Keys
are strict: a name counts only within its place, short names and initials only within their paper, and spelling is
never compared by similarity. What is not surely the same stays apart.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.model import NATIONS, Entity, entity_id, slug
from graph.words import SMALL, TITLES, singular

Ref = tuple[str, str]
"""(document id, entity id within that paper): where a mention stands."""

_COUNCIL_WORDS = frozenset(("metropolitan", "borough", "district"))
_COMMON_WORDS = """
action adult appeal audit board cabinet care child commission committee community council education employment
executive family finance forum general governance group health housing improvement joint licensing management member
overview panel partnership performance person personnel plan planning police policy resource review risk safeguarding
scrutiny select service social staff standard strategic strategy sub team wellbeing young
"""
_EVERYWHERE = frozenset(_COMMON_WORDS.split())
"""Words that name a body of nearly every authority: a name of nothing else, without its place, tells no two apart,
and a short one proves nothing as an alias: "the Safeguarding Board" may be the children's or the adults'."""

_HONORIFICS = re.compile(rf"^(?:(?:{'|'.join(sorted(TITLES))})\b\.?\s*)+", re.IGNORECASE)
_FULL_AND_SHORT = """
andrew andy | anthony tony | benjamin ben | daniel dan | david dave | deborah deb
debbie | edward ed | frederick fred | gregory greg | james jim | jennifer jenny | joanne jo | jonathan jon | joseph joe
| katherine kate | kenneth ken | elizabeth liz | margaret maggie | matthew matt | michael mike | nicholas nick |
peter pete | philip phil phillip | raymond ray | robert rob bob | ronald ron | stephen
steve steven | susan sue | thomas tom | victoria vicky | william bill
"""
SHORT_NAMES = {
    short: full for full, *shorts in (names.split() for names in _FULL_AND_SHORT.split("|")) for short in shorts
}
"""Short forms of first names; where a short form has several full ones, the commoner one stands for all."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity as one paper names it.

    `body_keys` are the keys of the body that a post belongs to, `place` is the place that the paper is about.
    """

    document_id: str
    entity: Entity
    body_keys: frozenset[str] = frozenset()
    place: str = ""

    @property
    def ref(self) -> Ref:
        return (self.document_id, self.entity.id)


def mentions_of(document_id: str, entities: Iterable[Entity]) -> tuple[Mention, ...]:
    """The mentions of one paper. A post takes over the keys of its body, found in the paper by name or alias."""
    listed = tuple(entities)
    bodies = {slug(name): e for e in listed if e.label == "Body" for name in (*e.aliases, e.name)}
    places = Counter(e.attributes["place"] for e in listed if e.attributes.get("place", "uk") not in NATIONS)
    place = max(sorted(places), key=lambda p: places[p]) if places else ""
    result = []
    for entity in listed:
        body_keys: frozenset[str] = frozenset()
        if entity.label == "Post" and (name := entity.attributes.get("body")):
            body = bodies.get(slug(name)) or Entity("", "Body", name, attributes=_only_place(entity))
            body_keys = keys(Mention(document_id, body)) | keys(
                Mention(document_id, replace(body, name=name, aliases=()))
            )
        result.append(Mention(document_id, entity, body_keys, place))
    return tuple(result)


def _only_place(entity: Entity) -> dict[str, str]:
    return {k: v for k, v in entity.attributes.items() if k == "place"}


def keys(mention: Mention) -> frozenset[str]:
    """What identifies a mention across papers. Two mentions that share a key are the same entity."""
    entity = mention.entity
    found = {f"id:{_own_id(mention)}"}
    if entity.label == "Person":
        found |= {_person_key(mention, name) for name in (entity.name, *entity.aliases)}
    elif entity.label == "Post":
        title = _bag(entity.name.split(",")[0], frozenset())
        found |= {f"post:{title}|{key}" for key in mention.body_keys}
    elif entity.label in ("Recommendation", "Resolution"):
        found.add(_asking_key(mention))
    else:
        found |= _name_keys(mention)
    return frozenset(key for key in found if key)


def _name_keys(mention: Mention) -> set[str]:
    """Keys of a body, plan, review or function: its words in any order, within its place."""
    entity = mention.entity
    place = _place_words(entity)
    found = set()
    for name in (entity.name, *entity.aliases):
        words = _words(name, place)
        if not words or (name != entity.name and len(words) < 3 and words <= _EVERYWHERE):
            continue
        found.add(f"{entity.label}:{' '.join(sorted(words))}@{_scope(mention, words)}")
    return found


def _scope(mention: Mention, words: frozenset[str]) -> str:
    """Where a name is unambiguous: its place; anywhere (a national body, or three words or more); else its paper."""
    place = mention.entity.attributes.get("place", "")
    if place in NATIONS:
        return ""
    if place:
        return slug(place)
    enough = 2 if mention.entity.label == "Review" else 3
    return "" if len(words) >= enough and words - _EVERYWHERE else mention.document_id


def _person_key(mention: Mention, name: str) -> str:
    bare = re.sub(r"[^a-z\- ]", "", slug(_HONORIFICS.sub("", name)).replace("-", " ")).split()
    if not bare:
        return ""
    first, last = SHORT_NAMES.get(bare[0], bare[0]), bare[-1]
    if len(bare) == 1 or len(first) == 1:
        scope = mention.entity.attributes.get("place") if len(bare) > 1 else None
        return f"person:{' '.join(bare)}@{scope or mention.document_id}"
    return f"person:{first} {last}@{slug(mention.entity.attributes.get('place') or mention.place)}"


def _asking_key(mention: Mention) -> str:
    """A recommendation is the same one in every paper that prints its words; a resolution belongs to its paper.

    Papers differ in how they print the end of one, so with a number its opening is enough.
    """
    entity = mention.entity
    letters = re.sub(r"[^a-z0-9]", "", entity.attributes.get("text", entity.name).lower())
    own = entity.label == "Resolution" or len(letters) < 40
    scope = f"{mention.document_id}#{entity.id}" if own else ""
    number = re.sub(r"[^0-9.]", "", entity.attributes.get("number", "")).strip(".")
    return f"{entity.label}:{f'{number}:{letters[:100]}' if number else letters}@{scope}"


def _own_id(mention: Mention) -> str:
    """The id that the entity would have if this mention named it: as a key, it keeps ids unique by construction."""
    entity = mention.entity
    if entity.label == "Person":
        key = _person_key(mention, entity.name)
        return entity_id("Person", _HONORIFICS.sub("", entity.name), key.partition("@")[2].removeprefix("paper:"))
    if entity.label in ("Recommendation", "Resolution"):
        digest = hashlib.sha256(_asking_key(mention).encode()).hexdigest()[:8]
        return entity_id(entity.label, entity.name[:50], digest)
    if entity.label == "Post":
        body = entity.attributes.get("body")
        return entity_id(
            "Post", entity.name, body or entity.attributes.get("place") or mention.document_id.removeprefix("paper:")
        )
    words = _words(entity.name, _place_words(entity))
    scope = _scope(mention, words).removeprefix("paper:")
    named = set(slug(scope).split("-")) <= set(slug(entity.name).split("-"))
    return entity_id(entity.label, entity.name, "" if named else scope)


def _place_words(entity: Entity) -> frozenset[str]:
    place = entity.attributes.get("place", "")
    return frozenset(slug(place).split("-")) - NATIONS - {""}


def _words(name: str, place: frozenset[str]) -> frozenset[str]:
    """The significant words of a name without its place: "Rotherham Safeguarding Children's Board" → 3 words."""
    words = [
        singular(w)
        for w in slug(re.sub(r"\bsub[- ]?(group|committee)", r"sub \1", name, flags=re.IGNORECASE)).split("-")
    ]
    kept = {w for w in words if w not in SMALL}
    if "council" in kept or "borough" in kept:
        kept = (kept - _COUNCIL_WORDS) | {"council"}
    return frozenset((kept - {singular(p) for p in place}) or kept)


def _bag(name: str, place: frozenset[str]) -> str:
    return " ".join(sorted(_words(name, place)))


def canonical(group: Sequence[Mention]) -> Entity:
    """The one entity that a group of mentions stands for, a function of the set alone.

    Its name is the one that most papers use, of these the one with most words; every other name is an alias.
    """
    ordered = sorted(group, key=lambda m: (m.entity.name, m.ref))
    names = Counter(m.entity.name for m in ordered)
    best = max(
        ordered,
        key=lambda m: (
            names[m.entity.name],
            len(m.entity.name.split()),
            not m.entity.name.isupper(),
            len(m.entity.name),
        ),
    )
    aliases = {n for m in ordered for n in (m.entity.name, *m.entity.aliases)} - {best.entity.name}
    attributes: dict[str, str] = {}
    for mention in (best, *ordered):
        for key, value in sorted(mention.entity.attributes.items()):
            attributes.setdefault(key, value)
    kinds = Counter(m.entity.kind for m in ordered if m.entity.kind)
    kind = max(sorted(kinds), key=lambda k: (k == best.entity.kind, kinds[k])) if kinds else None
    return Entity(_own_id(best), best.entity.label, best.entity.name, tuple(sorted(aliases)), kind, attributes)


@dataclass(slots=True)
class Index:
    """All mentions by key; gives the component that a mention belongs to as papers come and go."""

    _mentions: dict[Ref, Mention] = field(default_factory=dict)
    _keys: dict[Ref, frozenset[str]] = field(default_factory=dict)
    _refs: dict[str, set[Ref]] = field(default_factory=dict)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Put mentions in; a mention of the same place in the same paper is replaced."""
        for mention in mentions:
            self.remove([mention.ref])
            self._mentions[mention.ref] = mention
            self._keys[mention.ref] = keys(mention)
            for key in self._keys[mention.ref]:
                self._refs.setdefault(key, set()).add(mention.ref)

    def remove(self, refs: Iterable[Ref]) -> None:
        """Take mentions out; what is not there is passed over."""
        for ref in refs:
            if self._mentions.pop(ref, None) is not None:
                for key in self._keys.pop(ref):
                    self._refs[key].discard(ref)
                    if not self._refs[key]:
                        del self._refs[key]

    def refs(self) -> Iterable[Ref]:
        """Where every mention stands."""
        return self._mentions.keys()

    def sharing(self, mentions: Iterable[Mention]) -> set[Ref]:
        """The mentions already in that share a key with one of `mentions`."""
        return {ref for mention in mentions for key in keys(mention) for ref in self._refs.get(key, ())}

    def component(self, ref: Ref) -> frozenset[Ref]:
        """Every mention that is the same entity as `ref`, itself included; empty for a mention that isn't there."""
        if ref not in self._mentions:
            return frozenset()
        seen, todo = {ref}, [ref]
        while todo:
            for key in self._keys[todo.pop()]:
                new = self._refs[key] - seen
                seen |= new
                todo.extend(new)
        return frozenset(seen)

    def entities(self, refs: Iterable[Ref]) -> dict[Ref, Entity]:
        """The resolved entity of each of `refs` and of every mention in their components."""
        result: dict[Ref, Entity] = {}
        for ref in refs:
            if ref not in result and (component := self.component(ref)):
                entity = canonical([self._mentions[r] for r in component])
                result.update(dict.fromkeys(component, entity))
        return result


def resolve(papers: Mapping[str, Iterable[Entity]]) -> dict[Ref, Entity]:
    """The resolved entity behind every mention of all `papers` ({document id: its entities}) at once."""
    index = Index()
    for document_id, entities in papers.items():
        index.add(mentions_of(document_id, entities))
    return index.entities(list(index.refs()))
