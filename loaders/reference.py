"""Whom "the Board", "the Sub Group", "the Council", "the two Groups" mean where they stand.

By the part's own body, then by the topic of the section, then by the last mention of that kind. Unsure is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.entities import Named

if TYPE_CHECKING:
    from loaders.paper import Paper

_SHAPE = re.compile(
    r"(?P<determiner>(?:the|this|that|its|our)(?=\s)|(?=both\b))\s*(?P<count>two|three|both)?(?:\s+the(?=\s))?\s*(?P<modifiers>(?:(?:current|full|local|"
    r"existing|select|executive|said|whole|parish|borough|county|"
    r"city|town|action|delivery|business|draft|strategic|annual|multi-agency|same|new|main|improvement|steering|"
    r"safeguarding|governing|managing|advisory)\s+){0,2})(?P<head>sub[- ]?groups?|sub[- ]?committees?|[a-z]+)|"
    r"(?P<bare>full council|council|cabinet)",
    re.IGNORECASE,
)
_HEADS = {
    word: kinds
    for words, kinds in (
        ("board body selectboard", ("board",)),
        ("committee sub-committee", ("committee",)),
        ("commission", ("commission",)),
        ("cabinet", ("cabinet",)),
        ("council authority borough assembly", ("council",)),
        ("secretariat", ("team",)),
        ("senate synod presbytery vestry", ("council",)),
        ("partnership", ("partnership",)),
        ("forum", ("forum",)),
        ("team unit hub", ("team",)),
        ("sub-group", ("sub-group",)),
        ("group", ("sub-group", "group", "operational group")),
        ("panel", ("panel",)),
        ("force police", ("force",)),
        ("trust", ("trust",)),
        ("directorate", ("directorate",)),
        ("agency", ("agency",)),
        ("department", ("department",)),
        ("service", ("service",)),
        ("inspectorate", ("inspectorate",)),
        ("association foundation federation union club society charity", ("charity",)),
        ("school university college institute academy", ("school",)),
        ("company", ("company",)),
        ("caucus", ("group",)),
    )
    for word in words.split()
}
"""Head of a reference → kinds of bodies that it can mean."""
_SUB = re.compile(r"\bsub[- ]?(?:committee|group)\b", re.IGNORECASE)
_ORGANISATIONS = frozenset(
    ("society", "association", "trust", "foundation", "company", "federation", "union", "club", "charity", "school")
)
_BY_WORD = frozenset(("secretariat", "senate", "synod", "presbytery", "vestry", "assembly"))
_UNNAMED = frozenset(("board", "committee", "panel", "commission", "partnership", "forum", "senate", "secretariat"))
_BESIDE = re.compile(r"\b(?:the|terms of reference|remit)\b|\([A-Z]\w+\)|\W|\b\d+\b", re.IGNORECASE)
"""What a heading may say beside the name of the body that it heads."""
_INSTRUMENTS = frozenset(("plan", "strategy", "policy", "protocol", "review", "inquiry", "programme", "framework"))


class Reference:
    """The references of one paper."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._councils: tuple[int, list[Named]] = (-1, [])

    def resolve(self, start: int, end: int) -> list[Named]:
        """Everyone that text[start:end] refers to; [] where that is not sure or it is no reference."""
        words = self.paper.words(start, end)
        found = _SHAPE.fullmatch(words)
        if not found:
            return []
        head = re.sub(r"sub[- ]?", "sub-", (found.group("head") or found.group("bare").split()[-1]).lower())
        plural = head not in _HEADS and head.endswith("s") and head[:-1] in _HEADS
        if head in _INSTRUMENTS:
            thing = self._instrument(start, head, (found.group("modifiers") or "").lower().split())
            return [thing] if thing else []
        kinds = _HEADS.get(head[:-1] if plural else head)
        if kinds is None:
            return []
        if plural:
            return self._several(
                start, kinds, {"two": 2, "both": 2, "three": 3}.get((found.group("count") or "").lower())
            )
        if kinds == ("council",):
            one = self._council(start)
            return [one] if one else []
        if kinds == ("cabinet",):
            named = self.paper.entities.known_body("Cabinet")
            return [named] if named else []
        wanted = self._modified((found.group("modifiers") or "").split())
        if head in _BY_WORD and (found.group("modifiers") or "").strip().lower() in ("", "full"):
            return self._with_word(start, end, head)
        one = (
            self._one(start, kinds, wanted, head.startswith("sub"))
            or self._owner(start, head)
            or self._itself(start, end, head)
        )
        return [one] if one else []

    def _owner(self, offset: int, head: str) -> Named | None:
        """ "The Foundation" in a paper of an organisation whose name doesn't say what it is."""
        owner = self.paper.owner_at(offset) if head in _ORGANISATIONS else None
        return owner if owner is not None and owner.kind == "organisation" else None

    def _with_word(self, offset: int, end: int, head: str) -> list[Named]:
        """ "The Senate": the owner, or the only body, whose name has the word."""
        owner = self.paper.owner_at(offset)
        having = [
            n for n in self.paper.entities if n.label == "Body" and any(head in w.lower().split() for w in n.names)
        ]
        if owner in having:
            return [owner] if owner else []
        called = None if having else self._itself(offset, end, head)
        return [called] if called else having if len(having) == 1 else []

    def _itself(self, start: int, end: int, head: str) -> Named | None:
        """ "The Society" where a paper calls the organisation whose it is nothing but that."""
        words = self.paper.text[start:end].split()
        if head in _UNNAMED and len(words) == 2 and words[1][0].isupper():
            return self._only_called_so(words[1], head)
        if head not in _ORGANISATIONS or len(words) != 2 or not words[1][0].isupper():
            return None
        often = len(re.findall(rf"\b[Tt]he {re.escape(words[1])}\b", self.paper.text)) >= 3
        return self.paper.entities.body(words[1]) if often else None

    def _only_called_so(self, word: str, head: str) -> Named | None:
        """ "The Board" in a paper that names no board and speaks of the Board again and again."""
        known = self.paper.entities.known_body(word)
        if known is not None:
            return known
        kinds = _HEADS[head]
        if any(n.label == "Body" and (n.kind in kinds or head in n.name.lower().split()) for n in self.paper.entities):
            return None
        often = len(re.findall(rf"\bthe {re.escape(word)}\b(?! of [A-Z])", self.paper.text, re.IGNORECASE)) >= 2
        return self.paper.entities.body(word) if often else None

    def _instrument(self, offset: int, head: str, modifiers: list[str]) -> Named | None:
        """The plan, strategy or review last named, or named in the heading, that the words can mean."""
        wanted = [
            m for m in modifiers if m not in ("current", "existing", "said", "same", "new", "draft", "whole", "full")
        ]
        suffix = " ".join([*wanted, head])
        paper = self.paper

        def fits(named: Named) -> bool:
            return any(re.search(rf"\b{suffix}\b", name, re.IGNORECASE) for name in named.names)

        part = paper.part_at(offset)
        return next((n for n in paper.named_before(offset, part.start, "Instrument", "Review") if fits(n)), None)

    def _modified(self, modifiers: list[str]) -> frozenset[str]:
        plain = {"current", "full", "existing", "said", "whole", "same", "new", "main", "multi-agency"}
        return frozenset(m.lower() for m in modifiers) - plain

    def _one(self, offset: int, kinds: tuple[str, ...], wanted: frozenset[str], sub: bool) -> Named | None:
        """The one body meant; without `sub`, "the Committee" beside a sub-committee is not that one."""
        paper = self.paper
        owner = paper.owner_at(offset)
        block = paper.blocks[paper.block_at(offset)]
        near = [
            m
            for m in paper.mentions_in(block.start, offset, "Body", inner=True)
            if m.named.kind in kinds and self._fits(m.named, wanted) and (sub or not _SUB.search(m.named.name))
        ]
        if near and near[-1].named is not owner:
            introduced = re.search(r"\ban?\s+[^\s]*$", paper.text[max(0, near[-1].start - 4) : near[-1].start])
            if introduced:
                return near[-1].named
            if owner is not None and owner.kind in kinds:
                return None  # two that it can mean
        headed = self._headed(offset, kinds, wanted)
        if headed is not None:
            return headed
        if owner is not None and owner.kind in kinds and self._fits(owner, wanted):
            return owner
        for heading in reversed(paper.section_of(paper.block_at(offset))):
            block = paper.blocks[heading]
            topics = {
                m.named: m
                for m in paper.mentions_in(block.start, block.end, "Body")
                if m.named.kind in kinds and self._fits(m.named, wanted)
            }
            if len(topics) == 1:
                return next(iter(topics))
        part = paper.part_at(offset)
        before = paper.named_before(offset, part.start, "Body")
        return next((n for n in before if n.kind in kinds and self._fits(n, wanted)), None)

    def _headed(self, offset: int, kinds: tuple[str, ...], wanted: frozenset[str]) -> Named | None:
        """The body whose name is all of the heading above, in terms of reference: there the section is about it."""
        paper = self.paper
        if paper.part_at(offset).kind in ("minutes", "agenda"):
            return None
        for heading in reversed(paper.section_of(paper.block_at(offset))):
            block = paper.blocks[heading]
            for mention in paper.mentions_in(block.start, block.end, "Body"):
                rest = f"{paper.text[block.start : mention.start]}{paper.text[mention.end : block.end]}"
                if mention.named.kind in kinds and self._fits(mention.named, wanted) and not _BESIDE.sub("", rest):
                    return mention.named
        return None

    def _fits(self, named: Named, wanted: frozenset[str]) -> bool:
        return not wanted or wanted <= {w.lower() for name in named.names for w in re.findall(r"\w+", name)}

    def _council(self, offset: int) -> Named | None:
        """The council of the paper: that of its place, else the part's own body, else the only one that it names."""
        owner = self.paper.owner_at(offset)
        if owner is not None and owner.kind == "council":
            return owner
        known = len(self.paper.entities)
        if self._councils[0] != known:  # entities are only added while a paper is read
            named = [n for n in self.paper.entities if n.kind == "council" and n.label == "Body"]
            self._councils = (known, named)
        councils = self._councils[1]
        own = [
            n
            for n in councils
            if n.place == self.paper.entities.place and self.paper.entities.words(n.name) == {"council"}
        ]
        if len(own) == 1:
            return own[0]
        return councils[0] if len(councils) == 1 else None

    def _several(self, offset: int, kinds: tuple[str, ...], count: int | None) -> list[Named]:
        """ "The two Groups": the last two of that kind in the section; without a number if it names just two."""
        paper = self.paper
        path = paper.section_of(paper.block_at(offset))
        start = paper.blocks[path[0]].start if path else paper.part_at(offset).start
        recent: list[Named] = []
        for named in paper.named_before(offset, start, "Body"):
            if named.kind in kinds and named not in recent:
                recent.append(named)
                if len(recent) > max(2, count or 0):
                    break
        if count is None:
            near = [
                m.named for m in paper.mentions_in(max(start, offset - 400), offset, "Body") if m.named.kind in kinds
            ]
            count = 2 if len(recent) >= 2 and (len(recent) == 2 or len(set(near)) <= 2) else 0
        return list(reversed(recent[:count])) if 0 < count <= len(recent) else []
