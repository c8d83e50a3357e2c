"""A paper while it is read: what layouts and cues look at, and where they state what they found.

Offsets are characters of `paper.text`. Ends of statements are `Named` handles: ask the paper for them (`body_at`,
`post_at`, `person_at`, `party_at`, `mentions_in`, `refer`), never make one. None means: not sure who is meant, so
state nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from graph.model import Document, Extraction, Mark, Modality, Part, Span, Statement, identify
from graph.vocabulary import check_statement
from loaders.entities import Named
from loaders.mentions import Mention
from loaders.names import bodies, people, posts
from loaders.naming import shown
from loaders.owners import council_above, owner_of
from loaders.parts import divide
from loaders.readers.tagged import untagged
from loaders.reference import Reference
from loaders.scan import private, scan
from loaders.stretches import Stretches
from loaders.triggers import lowered

__all__ = ["Mention", "Named", "Paper"]


FARTHEST = 2000
"""Names before a reference among which whom it means is looked for."""


class Paper:
    """A document with its parts, sections and mentions, and the statements made of it so far.

    Attributes:
        text: of the document, with blanks for the lines that number its pages and for the tags of a page's source, so
            that no name is cut in two; quotes come from the document as it is.
        blocks: of the document.
        signatures: (offset, person) of each name that signs or stands on a title page.
        parts: the papers of the pack; `part.body` is the name of the body, see `owner_at` for its handle.
        entities: everyone and everything named, one `Named` each.
        mentions: where they are named, in order.
    """

    def __init__(self, document: Document) -> None:
        self._printed = document.text
        self.text = _PRIVATE_USE.sub(" ", _PAGE_LINE.sub(lambda page: " " * len(page.group()), untagged(document.text)))
        self.blocks = document.blocks
        self.entities, self.mentions = scan(self.text, self.blocks)
        for named in self.entities:
            named.name = shown(named)
        self._private = private(self.text, self.blocks)
        self._starts = [m.start for m in self.mentions]
        self._block_starts = [b.start for b in self.blocks]
        self.owners: list[Named | None] = []
        self.parts = self._parts(document.name)
        self._part_starts = [p.start for p in self.parts]
        self._sections = self._headings()
        self.reference = Reference(self)
        self._referred: dict[tuple[int, int], list[Named]] = {}
        self._words: dict[tuple[int, int], str] = {}
        self._lower = lowered(self.text)
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self.signatures: list[tuple[int, Named]] = []
        self._statements: list[tuple[Named, str, Named, Span, str, Modality, dict[str, str | Named], str | None]] = []
        self._drafts: dict[int, bool] = {}
        self._said = Stretches()
        self._subjects: dict[str, list[tuple[int, int, Named]]] = {}
        first = self.parts[0] if self.parts else None
        self.document = replace(
            document,
            parts=self.parts,
            title=(first.title if first else None) or document.name,
            kind="pack" if len({p.date for p in self.parts}) > 2 else (first.kind if first else "paper"),
            date=document.date or (first.date if first else None),
        )

    # Where things stand

    def words(self, start: int, end: int) -> str:
        """The words of the paper from start to end on one line, without tags and emphasis; not for quotes."""
        known = self._words.get((start, end))
        if known is None:
            bare = self.text[start:end]
            if "*" in bare or "_" in bare or "<" in bare:
                bare = _MARKUP.sub("", bare)
            known = self._words[start, end] = " ".join(bare.split())
        return known

    def has(self, start: int, end: int, *words: str) -> bool:
        """Whether any of some words, given in small letters, stands from start to end: a look before one reads."""
        find = self._lower.find
        return any(find(word, start, end) >= 0 for word in words)

    def part_at(self, offset: int) -> Part:
        """The part of the pack in which the character at `offset` stands."""
        return self.parts[max(0, bisect_right(self._part_starts, offset) - 1)]

    def owner_at(self, offset: int) -> Named | None:
        """The body whose paper this part is, the one meant by "the Board" in its own minutes; None if not stated."""
        return self.owners[max(0, bisect_right(self._part_starts, offset) - 1)] if self.owners else None

    def date_at(self, offset: int) -> str | None:
        """The date of the part at `offset`: of the meeting, or of the report."""
        return self.part_at(offset).date if self.parts else None

    def block_at(self, offset: int) -> int:
        """The index of the block in which, or after which, the character at `offset` stands."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def section_of(self, index: int) -> tuple[int, ...]:
        """The indexes of the headings above block `index`, outermost first, within its part."""
        return self._sections[index]

    def heading_of(self, index: int) -> str:
        """The words of the nearest heading above block `index`, "" where there is none."""
        path = self._sections[index]
        return self.words(self.blocks[path[-1]].start, self.blocks[path[-1]].end) if path else ""

    def mentions_in(self, start: int, end: int, *labels: str, inner: bool = False) -> list[Mention]:
        """Who and what is named wholly in text[start:end], in order; those inside a longer name only with `inner`."""
        i = bisect_left(self._starts, start)
        found = []
        while i < len(self.mentions) and self.mentions[i].start < end:
            mention = self.mentions[i]
            if mention.end <= end and (inner or not mention.inner) and (not labels or mention.named.label in labels):
                found.append(mention)
            i += 1
        return found

    def named_before(self, offset: int, start: int, *labels: str) -> Iterator[Named]:
        """Who and what is named in text[start:offset], the last one first, those inside a longer name too.

        No more than `FARTHEST` names back: who was named a hundred pages ago is meant by no "the Board".
        """
        at = bisect_left(self._starts, offset)
        first = max(at - FARTHEST, bisect_left(self._starts, start), 0)
        while at > first:
            at -= 1
            mention = self.mentions[at]
            if mention.end <= offset and mention.named.label in labels:
                yield mention.named

    def add_mention(self, start: int, end: int, named: Named) -> None:
        """Note that text[start:end] names `named`, for what reads the paper later; what is noted already stays."""
        at = bisect_left(self._starts, start)
        if any(m.start < end and start < m.end for m in self.mentions[max(0, at - 3) : at + 3]):
            return
        self.mentions.insert(at, Mention(start, end, named))
        self._starts.insert(at, start)

    def author_at(self, offset: int) -> Named | None:
        """Who speaks as "I" at `offset`: the one person who signs the part or stands on its title page."""
        part = self.part_at(offset)
        signed = {named for start, named in self.signatures if part.start <= start < part.end}
        return next(iter(signed)) if len(signed) == 1 else None

    # Who a stretch of text is, all of it

    def person_at(self, start: int, end: int) -> Named | None:
        """The person whose name text[start:end] is: "Cllr Mrs D Clements", "Mark Wardle (Chair)", "Kenny Baillie".

        Only for places that give a name a public role (an attendance list, a table of members, a post's holder).
        """
        found = people.whole(self.text, start, end)
        if found is None or any(a <= start < b for a, b in self._private):
            return None
        return self.entities.person(found.name, found.title)

    def person_of(self, start: int, end: int) -> Named | None:
        """The person of a cell that gives the surname first: "Astbury, Joan", "O'NEILL, Declan (Treasurer)"."""
        found = people.inverted(self.text, start, end)
        if found is None or any(a <= start < b for a, b in self._private):
            return None
        return self.entities.person(found.name, found.title)

    def is_person(self, start: int, end: int) -> bool:
        """Whether text[start:end] is surely a person's name: of one already known, or with a common first name."""
        found = people.whole(self.text, start, end)
        if found is None or bodies.kind_of(found.name) is not None:
            return False
        known = any(m.named.label == "Person" for m in self.mentions_in(start, end))
        return known or bool(found.title) or people.common(found.name)

    def people_in(self, start: int, end: int, title: str | None = None) -> list[tuple[int, int, Named]]:
        """The persons of a surname list that starts at `start`: "Ali, Astbury and Kaye", each with its span."""
        return [
            (n.start, n.end, self.entities.person(n.name, n.title))
            for n in people.surnames(self.text, start, end, title)
        ]

    def is_draft(self, offset: int) -> bool:
        """Whether `offset` is in terms of reference that their front calls a draft: what they say is proposed."""
        part = self.part_at(offset) if self.parts else None
        if part is None or part.kind != "terms of reference":
            return False
        if part.start not in self._drafts:
            first = self.block_at(part.start)
            front = [b for b in self.blocks[first : first + 12] if b.start < part.end and b.end - b.start < 120]
            self._drafts[part.start] = any(_DRAFT.search(self.text, b.start, b.end) for b in front)
        return self._drafts[part.start]

    def body_at(self, start: int, end: int) -> Named | None:
        """The body whose name text[start:end] is; a reference ("the Board") is resolved."""
        begin, stop = self._trim(start, end)
        for mention in self.mentions_in(begin, stop, "Body", inner=True):
            if (
                mention.start - begin <= 4
                and stop - mention.end <= 1
                and re.fullmatch(r"(?:the\s)?", self.text[begin : mention.start], re.IGNORECASE)
            ):
                return mention.named
        known = self.entities.known_body(bodies.clean(self.text[begin:stop]))
        if known is not None:
            return known
        if (referred := self.refer(begin, stop)) is not None:
            return referred if referred.label == "Body" else None
        name = bodies.clean(self.text[begin:stop])
        if (
            bodies.kind_of(name)
            and name[:1].isupper()
            and len(name.split()) > 1
            and re.search(r"[A-Z]", name.split()[-1][:1])
            and bodies.nameable(name)
        ):
            return self.entities.body(name)
        return None

    def organisation_at(self, start: int, end: int) -> Named | None:
        """The body in a place that is for organisations, whatever its name looks like: "RDASH", "Safe@Last"."""
        found = self.body_at(start, end)
        if found is not None:
            return found
        begin, stop = self._trim(start, end)
        name = bodies.clean(self.text[begin:stop])
        if not name or len(name.split()) > 12 or not name[0].isalnum() or not re.search(r"[A-Z]", name):
            return None
        if posts.is_title(name) or not bodies.nameable(name):
            return None
        if any(self.is_person(a, b) for a, b in self._pieces(begin, stop)):
            return None
        return self.entities.body(name)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """text[start:end] and what stands in it before the first comma or dash: "Jo Marsh, Director of Finance"."""
        yield start, end
        if cut := re.compile(r"\s*,|\s[–—-]\s").search(self.text, start, end):
            yield start, cut.start()

    def post_at(self, start: int, end: int, body: Named | None = None) -> Named | None:
        """The post that text[start:end] is, of the body it names, else of `body`."""
        begin, stop = self._trim(start, end)
        found = posts.whole(self.text, begin, stop)
        if found is None:
            return None
        inside = self.mentions_in(begin, stop, "Body", inner=True)
        own = next((m for m in reversed(inside) if m.start > begin), inside[0] if inside else None)
        if own is not None and body is not None and not posts.CHAIR.search(self.text, begin, own.start):
            # "Director of Children's Services" in the council's list is the council's: the service is what it is for.
            apart = re.compile(r"(?:[,(–-]|\b(?:from|at|in))\s*(?:the\s+)?$").search(self.text, begin, own.start)
            return self.entities.post(found.name, own.named if apart or own.start == begin else body)
        return self.entities.post(found.name, own.named if own else body)

    def party_at(self, start: int, end: int, body: Named | None = None) -> Named | None:
        """Whoever text[start:end] is: a person, a post (of `body` if it names none) or a body, in this order."""
        begin, stop = self._trim(start, end)
        if begin >= stop:
            return None
        for mention in self.mentions_in(begin, stop, "Body", "Person"):
            if (mention.start, mention.end) == (begin, stop):
                return mention.named
        if posts.ROLE_WORD.search(self.text, begin, stop):
            return self.post_at(begin, stop, body)
        return self.body_at(begin, stop) or self.person_at(begin, stop)

    def refer(self, start: int, end: int) -> Named | None:
        """Whom text[start:end] refers to: "the Board", "this group", "the Council", "it". None when unsure."""
        found = self.refer_all(start, end)
        return found[0] if len(found) == 1 else None

    def refer_all(self, start: int, end: int) -> list[Named]:
        """As `refer`, also for "the two Groups": everyone meant, [] when unsure."""
        found = self._referred[start, end] = self.reference.resolve(start, end)
        return found

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        piece = self.text[start:end]
        lead = re.match(r"(?:<[^<>]+>|[\s*_•,;:–-])*", piece)
        tail = _TAIL.search(piece)
        begin = start + (lead.end() if lead else 0)
        return begin, max(begin, start + (tail.start() if tail else end - start))

    # What is found

    def asking(
        self,
        label: str,
        start: int,
        end: int,
        number: str | None = None,
        issuer: Named | None = None,
        timescale: str | None = None,
    ) -> Named:
        """The Recommendation or Resolution that text[start:end] words; its name is its opening words."""
        full = self.words(start, end)
        name = full if len(full) <= 160 else full[:160].rsplit(" ", 1)[0]
        return self.entities.asking(label, name, full, number, issuer, timescale)

    def state(
        self,
        subject: Named | None,
        predicate: str,
        object: Named | None,
        start: int,
        end: int,
        rule: str,
        modality: Modality = "asserted",
        **qualifiers: str | Named | None,
    ) -> None:
        """Note that the paper says, with the words from start to end, that subject stands so to object.

        With an end that is None or with both ends the same nothing is noted. Qualifiers that are None are left out;
        one that is Named gives its name as the whole paper shows it.
        """
        if subject is None or object is None or subject is object:
            return
        if modality == "asserted" and self.is_draft(start):
            modality = "proposed"
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        span = Span(
            self.document.id,
            start,
            end,
            self._printed[start:end],
            self.blocks[self.block_at(start)].page if self.blocks else None,
        )
        self._said.add((subject, predicate, object), span.start, span.end)
        self._said.add((subject, predicate), span.start, span.end)
        insort(self._subjects.setdefault(predicate, []), (span.start, len(self._statements), subject))
        given = {k: v for k, v in qualifiers.items() if v}
        self._statements.append((subject, predicate, object, span, rule, modality, given, self.date_at(start)))

    def has_said(self, subject: Named, predicate: str, object: Named, start: int, end: int) -> bool:
        """Whether words that overlap text[start:end] were already read as saying this."""
        return self._said.overlaps((subject, predicate, object), start, end)

    def has_told(self, subject: Named, predicate: str, start: int, end: int) -> bool:
        """Whether words that overlap text[start:end] were already read as saying so of the subject, of any object."""
        return self._said.overlaps((subject, predicate), start, end)

    def said_of(self, predicate: str, start: int, end: int) -> list[Named]:
        """Who was read, in text[start:end], as standing so to something: everyone said to have ATTENDED there."""
        stated = self._subjects.get(predicate, [])
        inside = stated[bisect_left(stated, start, key=_first) : bisect_left(stated, end, key=_first)]
        return [subject for _, _, subject in sorted(inside, key=itemgetter(1))]

    def finish(self) -> Extraction:
        """What was read: document, entities, statements. Raises VocabularyError where a rule broke the table."""
        ends = [e for s in self._statements for e in (s[0], s[2])]
        frozen = self.entities.frozen(ends)
        made = []
        for subject, predicate, object_, span, rule, modality, qualifiers, reported_on in self._statements:
            if frozen[subject].id == frozen[object_].id:
                continue
            shown = {k: v.name if isinstance(v, Named) else v for k, v in qualifiers.items()}
            statement = Statement(
                "", frozen[subject], predicate, frozen[object_], span, rule, modality, shown, reported_on
            )
            check_statement(statement)
            made.append(statement)
        named = {*ends, *(m.named for m in self.mentions)}
        listed = tuple(
            sorted((e for n, e in frozen.items() if n.label != "Person" or n in named), key=lambda e: e.id)
        )  # whoever a layout only looked at has no public role
        return Extraction(self.document, listed, identify(made))

    def marks(self) -> tuple[Mark, ...]:
        """Where the paper names and refers to whom, in order, with the ids of `finish`."""
        frozen = self.entities.frozen([e for s in self._statements for e in (s[0], s[2])])
        marks = [
            Mark(m.start, m.end, "name", (frozen[m.named].id,), m.rule or f"name:{m.named.label.lower()}")
            for m in self.mentions
            if m.named in frozen
        ]
        marks += [
            Mark(start, end, "reference", tuple(frozen[n].id for n in found if n in frozen), "reference")
            for (start, end), found in self._referred.items()
        ]
        return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind)))

    # Making

    def _parts(self, name: str) -> tuple[Part, ...]:
        parts = []
        for part in divide(self.text, self.blocks, name):
            blocks = self.blocks[self.block_at(part.start) : self.block_at(max(part.start, part.end - 1)) + 1]
            named = self.mentions_in(part.start, part.end)
            owner = owner_of(self.text, blocks, part, self.entities, named)
            if owner is not None and owner.parent is None:
                owner.parent = council_above(owner, part, named)
            self.owners.append(owner)
            parts.append(replace(part, body=owner.name if owner else None))
        return tuple(parts)

    def _headings(self) -> list[tuple[int, ...]]:
        result: list[tuple[int, ...]] = []
        path: list[tuple[int, int]] = []
        part = None
        for i, block in enumerate(self.blocks):
            here = self.part_at(block.start) if self.parts else None
            if here is not part:
                part, path = here, []
            if block.kind == "heading":
                level = block.level or 9
                while path and path[-1][0] >= level:
                    path.pop()
                result.append(tuple(k for _, k in path))
                path.append((level, i))
            else:
                result.append(tuple(k for _, k in path))
        return result

    def sentences(self, index: int) -> Iterator[tuple[int, int]]:
        """The sentences of block `index` as (start, end), of a row its cells."""
        known = self._sentences.get(index)
        if known is None:
            known = self._sentences[index] = list(self._divided(index))
        return iter(known)

    def _divided(self, index: int) -> Iterator[tuple[int, int]]:
        block = self.blocks[index]
        stretches: Sequence[tuple[int, int]] = (
            [c for c in block.cells if c[0] < c[1]] if block.kind == "row" else [(block.start, block.end)]
        )
        for start, end in stretches:
            position = start
            for stop in _SENTENCE_END.finditer(self.text, start, end):
                if _ABBREVIATION.search(self.text, max(start, stop.start() - 12), stop.start() + 1):
                    continue
                yield position, stop.start() + 1
                position = stop.end()
            if position < end:
                yield position, end


_first = itemgetter(0)
_TAIL = re.compile(r"(?<![\s*_,;:.–-])(?:<[^<>]+>|[\s*_,;:.–-])*$")
_MARKUP = re.compile(r"<[^<>]+>|[*_]{1,3}(?=\W|$)|(?<!\w)[*_]{1,3}")
_DRAFT = re.compile(r"\bdraft\b(?!\s+(?:minutes|agenda|budget|plan|strategy))", re.IGNORECASE)
_PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")
"""Bullets of symbol fonts; clauses use these characters for parties."""
_PAGE_LINE = re.compile(
    r"^[ \t]*+(?:#++[ \t]*+)?page[ \t]+\d{1,4}(?:[ \t]+of[ \t]+\d+)?[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.?!;][”\"’')\]]*(?:\s*<[^<>]+>)*\s+(?=[A-Z“\"‘'(<\d•▪*-])")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Revd|St|No|Nos|Cllr|Cllrs|Ald|Hon|Rt|Capt|Supt|Insp|Sgt|Esq|Sr|Jr|Co|Ltd|etc|i\.e|e\.g|p|pp|para|approx|[A-Z])\.$"
)
