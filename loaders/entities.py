"""Everyone and everything that one paper names, while it is being read: many forms, one Named.

Within a paper a short form stands for the only fuller one ("the Safeguarding Board", "RLSCB"); names that differ in a
word that distinguishes ("Corporate Improvement Board") stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.model import Entity, entity_id, slug
from graph.words import singular
from loaders.names import bodies, people, posts, word_set
from loaders.names.gazetteer import Gazetteer
from loaders.naming import HEAD_WORDS, STOP, aliases_of, shown

_ADJECTIVES = word_set("specialist co-located multi-agency multiagency overarching dedicated")
"""Words that describe a body and are left out of its name elsewhere in the same paper."""
_COUNCIL = word_set("metropolitan borough city county district unitary council")
_DISTINGUISHING = word_set(
    "corporate strategic executive operational joint shadow interim sub task advisory management scrutiny "
    "commissioning delivery adult child young gold silver bronze north south east west district parish town "
    "community national regional"
)


@dataclass(eq=False, slots=True)
class Named:
    """Someone or something as one paper names it; becomes an Entity when the paper is read. Compared by identity."""

    label: str
    name: str
    kind: str | None = None
    place: str | None = None
    parent: Named | None = None
    body: Named | None = None
    names: Counter[str] = field(default_factory=Counter)
    short: set[str] = field(default_factory=set)
    attributes: dict[str, str] = field(default_factory=dict)
    first: int = 0

    def called(self, name: str) -> Named:
        """Self, having noted that the paper also calls it `name`."""
        self.names[name] += 1
        return self


_ACRONYM = re.compile(r"\s*\([A-Z][A-Za-z]+\)")
_APOSTROPHE = re.compile(r"[’']s?\b")
_SUB = re.compile(r"\bsub[- ]?(group|committee)", re.IGNORECASE)
_WELL_BEING = re.compile(r"\bwell[- ]being\b", re.IGNORECASE)


class Entities:
    """All Named of one paper, found again by any of their names."""

    def __init__(self, gazetteer: Gazetteer, place: str | None, initials: dict[str, str]) -> None:
        self.gazetteer = gazetteer
        self.place = place
        self.initials = initials
        self._place_words = frozenset((place or "").split("-")) - {""}
        self._bodies: dict[frozenset[str], Named] = {}
        self._others: dict[tuple[object, ...], Named] = {}
        self._people: dict[str, dict[tuple[str, str], list[Named]]] = {}
        self._posts: dict[frozenset[str], list[Named]] = {}
        self._all: dict[Named, None] = {}
        self._spelt: dict[str, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Named]:
        return iter(self._all)

    def _new(self, label: str, name: str, kind: str | None = None) -> Named:
        named = Named(label, name, kind)
        self._all[named] = None
        return named

    # Bodies

    def words(self, name: str) -> frozenset[str]:
        """What identifies a body's name in this paper: its words, initials written out, without the paper's place."""
        if (known := self._spelt.get(name)) is not None:
            return known
        spelt = _APOSTROPHE.sub("", _ACRONYM.sub("", name))
        if "sub" in (lower := spelt.lower()):
            spelt = _SUB.sub(r"sub \1", spelt)
        if "being" in lower:
            spelt = _WELL_BEING.sub("wellbeing", spelt)
        found: set[str] = set()
        for word in re.findall(r"[\w@]+(?:[’'-]\w+)*", spelt):
            written = self.initials.get(word) if len(word) > 1 else None
            if written and written.lower() != name.lower():
                found |= self.words(written)
            elif word.lower() not in STOP:
                found.add(singular(word.lower()))
        if found & {"group", "team", "panel", "board", "forum"} and len(found - _ADJECTIVES) > 1:
            found -= _ADJECTIVES
        if {"council", "cabinet"} <= found:
            found.discard("council")
        if "council" in found and found & (_COUNCIL - {"council"}):
            found = {*(found - _COUNCIL), "council"}
        result = self._spelt[name] = frozenset(found - self._place_words or found)
        return result

    def body(self, name: str, kind: str | None = None, owner: Named | None = None) -> Named:
        """The body called `name`; a new one where the paper has not named it yet."""
        known = self.gazetteer.bodies.get(name.replace("’", "'"))
        words = self.words(known.name if known else name)
        named = self._bodies.get(words)
        if named is None:
            named = self._new(
                "Body", known.name if known else name, known.kind if known else kind or bodies.kind_of(name)
            )
            national = known.place if known else "uk" if _national(name) else None
            named.place = national or self.gazetteer.place_in(name) or self.place
            if known:
                for alias in known.aliases:
                    named.names[alias] += 0
            self._bodies[words] = named
        if owner is not None and owner is not named and named.parent is None:
            named.parent = owner
        return named.called(name)

    def known_body(self, name: str) -> Named | None:
        """The body called `name`, or None where the paper names none so."""
        return self._bodies.get(self.words(name))

    def merge_bodies(self, definite: Iterable[str]) -> None:
        """Join short forms with the only fuller name that they can stand for.

        `definite` are the names that the paper only ever uses with "the", as one refers to what was named before.
        """
        forms: dict[str, list[tuple[str, Named]]] = {}
        for named in dict.fromkeys(self._bodies.values()):
            for form in named.names:
                forms.setdefault(form.split()[0][:4], []).append((form, named))
        for _, named in sorted(self._bodies.items(), key=lambda item: len(item[0])):
            for form, parent in forms.get(named.name.split()[0][:4], ()):
                if parent is not named and (rest := _without_prefix(named.name, form)):
                    named.parent = named.parent or parent
                    other = self._bodies.get(self.words(rest))
                    if other is not None and other is not named:
                        self._join(named, other)
                    else:
                        self._bodies.setdefault(self.words(rest), named)
                    break
        for named in list(dict.fromkeys(self._bodies.values())):
            self._join_of(named)
        having: dict[str, dict[frozenset[str], Named]] = {}
        for words, named in self._bodies.items():
            for word in words:
                having.setdefault(word, {})[words] = named
        for name in sorted(set(definite), key=lambda n: (len(n), n)):
            words = self.words(name)
            short = self._bodies.get(words)
            if short is None or not words - HEAD_WORDS:
                continue
            rarest = min((having[word] for word in words if word in having), key=len, default={})
            fuller = {
                id(n): n
                for w in rarest
                if words < w
                and (n := self._bodies[w]) is not short
                and n.kind == short.kind
                and not (w - words) & (_DISTINGUISHING | HEAD_WORDS)
            }
            if len(fuller) == 1:
                self._join(short, next(iter(fuller.values())))

    def _join_of(self, named: Named) -> None:
        """Join "Executive Council of the Faculty Senate" with "Executive Council", if the paper names both."""
        cut = re.fullmatch(r"(.+?\s\w+) of (?:the )?([A-Z].+)", named.name)
        if cut is None or (whole := self._bodies.get(self.words(cut.group(2)))) is None:
            return
        short = self._bodies.get(self.words(cut.group(1)))
        if short is not None and whole not in (short, named) and short is not named:
            self._join(named, short)
            short.parent = short.parent or whole

    def _join(self, short: Named, full: Named) -> None:
        full.names.update(short.names)
        full.short |= {name for name in short.names if len(name.split()) < len(full.name.split())}
        full.parent = full.parent or (short.parent if short.parent is not full else None)
        for words in {self.words(name) for name in short.names} | {w for w, n in self._bodies.items() if n is short}:
            if self._bodies.get(words) is short:
                self._bodies[words] = full
        self._all.pop(short, None)

    def by_initials(self) -> dict[str, Named]:
        """Bodies by their initials, place and "Local" perhaps left out; initials that several share are left out."""
        found: dict[str, Named | None] = {}
        for named in dict.fromkeys(self._bodies.values()):
            for letters in {i for form in named.names for i in _initialisms(form, self._place_words)}:
                found[letters] = named if found.get(letters, named) is named else None
        tails: dict[str, Named | None] = {}
        for named in dict.fromkeys(self._bodies.values()):
            for letters in {i for form in named.names for i in _tail_initials(form)} - set(found):
                tails[letters] = named if tails.get(letters, named) is named else None
        found.update(tails)
        return {letters: named for letters, named in found.items() if named is not None}

    def define(self, letters: str, full: str) -> None:
        """Note that the paper uses initials for the body called `full`."""
        self.initials[letters] = full
        self._spelt.clear()
        if named := self.known_body(full):
            named.names[letters] += 0

    # People, posts, instruments, recommendations

    def person(self, name: str, title: str | None = None) -> Named:
        """The person called `name`; with a surname or initials only, the one person that these can stand for."""
        bare = people.TITLE.sub("", name).strip()
        name = bare if " " in bare else name
        key = people.key(name)
        keyed = self._people.setdefault(key[1], {})
        exact = keyed.get(key, ())
        matches = (
            exact
            if len(exact) == 1
            else list(dict.fromkeys(n for k, ns in keyed.items() if people.same(k, key) for n in ns))
        )
        if len(matches) == 1:
            named = matches[0]
        else:
            named = self._new("Person", name)
            named.place = self.place
        if named not in exact:
            keyed[key] = [*exact, named]
        if (
            len(name.split()) > len(named.name.split())
            or (not people.key(named.name)[0] and key[0])
            or len(key[0]) > len(people.key(named.name)[0])
        ):
            named.name = name
        if title:
            named.names[f"{title.rstrip('.')} {people.TITLE.sub('', name).strip()}"] += 1
        return named.called(name)

    def post(self, name: str, body: Named | None = None) -> Named:
        """The post called `name` of `body`; where no body is given, the only post of that title."""
        title = self._title(name, body)
        named = self._others.get(("Post", title, id(body)))
        if named is None and body is None and _OF_COUNCIL.match(name) and (council := self.council()):
            return self.post(name, council)
        if named is None and body is None and (posts.CHAIR.search(name) or len(name.split()) > 2):
            same = self._posts.get(title, ())
            named = same[0] if len(same) == 1 else None
        if named is None and body is not None and (free := self._others.pop(("Post", title, id(None)), None)):
            named = free
            self._others["Post", title, id(body)] = named
        if named is None:
            named = self._new("Post", name)
            named.place = body.place if body else "uk" if _OF_STATE.search(name) else self.place
            self._others["Post", title, id(body)] = named
            self._posts.setdefault(title, []).append(named)
        named.body = named.body or body
        return named.called(name)

    def council(self) -> Named | None:
        """The council of the paper's place, None where the paper does not name one."""
        named = self._bodies.get(frozenset(("council",)))
        return named if named is not None and named.place == self.place and named.place else None

    def _title(self, name: str, body: Named | None) -> frozenset[str]:
        short = re.split(r",\s|\s\(", name)[0]
        generic = len(short.split()) < 3
        words = self.words(name if generic else short)
        return (words - self.words(body.name) if body else words) or words

    def instrument(self, name: str, label: str, kind: str, owner: Named | None = None) -> Named:
        """The plan, strategy, review … called `name`; years and the name of its owner don't make it another one."""
        bare = re.sub(r",?\s*\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\)?", "", name)
        words = self.words(bare)
        if owner is not None:
            words = (words - self.words(owner.name)) or words
        words = frozenset(words) - {"independent"} - self._place_words or words
        key: tuple[object, ...] = (label, *sorted(words))
        if owner is not None and owner.place != self.place:
            key = (*key, id(owner))
        named = self._others.get(key)
        if named is None:
            named = self._new(label, name, kind)
            named.place = self.place if owner is None else owner.place
            self._others[key] = named
        named.parent = named.parent or owner
        return named.called(name)

    def asking(
        self, label: str, name: str, text: str, number: str | None, issuer: Named | None, timescale: str | None
    ) -> Named:
        """A recommendation or resolution; the same words twice in one paper are one."""
        letters = re.sub(r"[^a-z0-9]", "", text.lower())
        key = (label, letters[:100], number if len(letters) < 40 or label == "Resolution" else None)
        named = self._others.get(key)
        if named is None:
            named = self._new(label, name)
            named.attributes.update(
                {"text": text}
                | ({"number": number} if number else {})
                | ({"timescale": timescale} if timescale else {})
            )
            self._others[key] = named
        if issuer is not None:
            named.attributes.setdefault("issuer", issuer.name)
        return named.called(name)

    def function(self, name: str) -> Named:
        """A service, duty or topic by its words."""
        key = ("Function", slug(name))
        named = self._others.get(key)
        if named is None:
            named = self._others[key] = self._new("Function", name)
            named.place = self.place
        return named.called(name)

    def frozen(self, used: Iterable[Named] = ()) -> dict[Named, Entity]:
        """Every Named as an Entity with an id of its own in this paper."""
        taken: Counter[str] = Counter()
        result: dict[Named, Entity] = {}
        spoken = set(used)
        self._all = {
            n: None
            for n in self._all
            if n.label not in ("Instrument", "Review") or n in spoken or sum(n.names.values()) > 1
        }
        for named in self._all:
            named.name = shown(named)
        for named in self._all:
            context = [named.body.name] if named.body and named.label == "Post" else []
            identity = entity_id(named.label, named.name, *context)
            taken[identity] += 1
            if taken[identity] > 1:
                identity = f"{identity}-{taken[identity]}"
            attributes = dict(named.attributes)
            if named.place and named.label not in ("Recommendation", "Resolution"):
                attributes.setdefault("place", named.place)
            if named.parent is not None and named.parent is not named:
                attributes.setdefault("parent", named.parent.name)
            if named.body is not None:
                attributes.setdefault("body", named.body.name)
            result[named] = Entity(identity, named.label, named.name, aliases_of(named), named.kind, attributes)
        return result


_OF_COUNCIL = re.compile(
    r"(?:interim |acting )?(?:chief executive|(?:deputy )?leader|(?:cabinet|lead council|lead) member|"
    r"portfolio holder|monitoring officer|"
    r"head of paid service|borough solicitor|town clerk|strategic director|director (?:of|for) (?:children|adult|"
    r"public health|housing|finance|"
    r"human resources|legal|education|social services|environment|regeneration|resources))",
    re.IGNORECASE,
)
"""Posts that a paper means of the council where it names no other body."""
_OF_STATE = re.compile(r"\b(?:Secretary of State|Minister|Chief Inspector|for England|for Wales)\b")


def _without_prefix(name: str, form: str) -> str | None:
    """What is left of a body's name after the name of the body it belongs to: "RMBC Cabinet" → "Cabinet"."""
    if not name.startswith(form) or len(form) < 3:
        return None
    rest = re.sub(r"^(?:[’']s)?[\s–-]+", "", name[len(form) :])
    named = rest != name[len(form) :] and rest[:1].isupper() and (len(rest.split()) > 1 or rest == "Cabinet")
    return rest if named and bodies.kind_of(rest) else None


def _national(name: str) -> bool:
    return bool(re.match(r"(?:National|UK|British|United Kingdom|Her Majesty|His Majesty|HM)\b", name))


def _tail_initials(name: str) -> set[str]:
    """Initials without the words that say whose a body is: "TSC" of "Larkspur Technical Steering Committee"."""
    words = [w for w in re.findall(r"[A-Za-z]+", re.sub(r"[’']s", "", name)) if w.lower() not in STOP]
    if len(words) < 4 or words[-1].lower() not in bodies.KINDS:
        return set()
    cuts = [k for k in (1, 2) if len(words) - k > 2 and not {w.lower() for w in words[:k]} & _DISTINGUISHING]
    return {"".join(w[0].upper() for w in words[k:]) for k in cuts}


def _initialisms(name: str, place: frozenset[str]) -> set[str]:
    words = [w for w in re.findall(r"[A-Za-z]+", re.sub(r"[’']s", "", name)) if w.lower() not in STOP]
    variants = [words, [w for w in words if w.lower() not in place], [w for w in words if w.lower() != "local"]]
    return {"".join(w[0].upper() for w in v) for v in variants if len(v) > 2}
