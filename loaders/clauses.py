"""A sentence with each name and reference in it replaced by one character, so that patterns can speak of parties.

The characters are of Unicode's private use area; `Clause.place` leads back to the paper's own offsets, so that quotes
are the paper's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Modality
from loaders.dates import dates
from loaders.entities import Named
from loaders.paper import Paper

FIRST_SLOT = 0xE000
SLOT = "[\ue000-\uf8ff]"
_REFERENCE = re.compile(
    r"\b(?:the|this|that|both)\s+(?:two\s+|three\s+)?(?:current\s+|multi-agency\s+|local\s+|new\s+|existing\s+|"
    r"action\s+|delivery\s+|improvement\s+|business\s+|draft\s+)*"
    r"(?:sub[- ]?groups?|sub[- ]?committees?|boards?|committees?|commissions?|cabinet|council|authority|partnership|"
    r"forum|teams?|groups?|panels?|force|police|"
    r"trust|directorate|agency|department|inspectorate|plan|strategy|policy|protocol|review|inquiry|caucus|society|"
    r"unit|hub)\b(?![-])|\b(?:full council|council|cabinet)\b(?![-])",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"\s+(?:meetings?|members?|membership|managers?|chairs?|chairman|chairperson|leaders?|minutes|papers?|agenda|"
    r"offices?|officers?|staff|structures?|level|room|house|tax|"
    r"effectiveness|tax|website|area|process|team|group|board|plan|strategy|report(?!s?\s+(?:to|in|into|back|"
    r"directly)\b)|[A-Z])"
)
_PRONOUN = re.compile(r"^(?:it|they)\b(?=\s)(?!\s(?:is|was|has been|had been)\s(?:\w+\s){1,2}that\b)", re.IGNORECASE)
"""A pronoun that stands for the subject before; not the "it" of "it is proposed that"."""
_PROPOSED = re.compile(
    r"\b(?:should|would|could|may|might|must|will|to be|needs? to|proposes?|proposed|propose|recommend(?:s|ed)?|"
    r"intends?|intended|expected to|envisaged|suggested|aims? to|plans? to|wish(?:es)? to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|formerly|previously|originally|used to|until|no longer)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|nor|neither|without|no longer|cannot|isn[’']t|aren[’']t|doesn[’']t|don[’']t)\b", re.IGNORECASE
)
_DOUBTFUL = re.compile(r"\b(?:if|whether|unless|how|why|where|when|what|lest|unclear|suppose)\b[^,;:]*$", re.IGNORECASE)
_CADENCE = re.compile(
    r"\b(?:on an?\s+(?P<basis>[\w -]{3,24}?)\s+basis|(?P<adverb>daily|weekly|fortnightly|monthly|bi-?monthly|"
    r"quarterly|half[- ]yearly|six[- ]monthly|annually|annual|yearly|termly|regularly)\b"
    r"|(?P<every>(?:every|each)\s+(?:\w+\s+)?(?:days?|weeks?|months?|quarter|years?|meeting|term))|(?P<times>(?:once|"
    r"twice|three times|four times)\s+(?:a|per|every|each)\s+(?:year|month|quarter|week|term)|twice yearly))",
    re.IGNORECASE,
)
_NOISE = re.compile(r"[\n\r\t\xa0*_‘“”\"]|(?<!\w)[’'](?!s\b)|[’'](?!\w)")
_MEETS = re.compile(r"\bmeets?\s.*?(?=\s(?:and|but)\s|[,;]|$)", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|with effect from|from|in|on|on the|as of)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|ending)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """Who a slot stands for; several for "the two Groups"."""

    start: int
    end: int
    named: tuple[Named, ...]


@dataclass(slots=True)
class Clause:
    """A sentence with slots: `text` to match on, `parties` by slot, `place(i)` the paper's offset of text[i]."""

    text: str
    start: int
    end: int
    parties: list[Party] = field(default_factory=list)
    _marks: list[tuple[int, int]] = field(default_factory=list)
    _opening: int = 0

    def place(self, index: int, end: bool = False) -> int:
        """The paper's offset of the character at `index`; with `end`, of the end of a match that ends there."""
        index = max(0, index - self._opening)
        shift = 0
        for position, length in self._marks:
            if position < index:
                shift += length - 1
        return self.start + index + shift

    def after(self, opening: str, party: Party) -> Clause:
        """This clause with words before it that stand elsewhere; `party` is who the slot in `opening` stands for."""
        text = opening + self.text[:1].lower() + self.text[1:]
        return Clause(text, self.start, self.end, [*self.parties, party], self._marks, len(opening))

    def who(self, slots: str) -> list[Named]:
        """Everyone whom the slots in a stretch of `text` stand for, in order."""
        return [n for c in slots if "\ue000" <= c <= "\uf8ff" for n in self.parties[ord(c) - FIRST_SLOT].named]


def reduce(paper: Paper, start: int, end: int, before: Party | None) -> Clause:
    """The sentence from start to end with slots; `before` is the subject of the sentence before, for "it"."""
    parties = [
        Party(m.start, m.end, (m.named,))
        for m in paper.mentions_in(start, end)
        if m.named.label not in ("Recommendation", "Resolution")
    ]
    parties += _references(paper, start, end, parties)
    pronoun = _PRONOUN.match(paper.text[start:end])
    if pronoun and before is not None and (pronoun.group().lower() == "it") == (len(before.named) == 1):
        parties.append(Party(start, start + pronoun.end(), before.named))
    if re.match(r"I\s", paper.text[start : start + 2]) and (author := paper.author_at(start)):
        parties.append(Party(start, start + 1, (author,)))
    parties.sort(key=lambda p: p.start)
    parties = _appositions(paper, parties)
    clause = Clause("", start, end)
    pieces: list[str] = []
    position = start
    length = 0
    for party in parties:
        if party.start < position or len(clause.parties) > 6000:
            continue
        plain = _plain(paper.text[position : party.start])
        pieces.append(plain)
        length += len(plain)
        clause._marks.append((length, party.end - party.start))
        pieces.append(chr(FIRST_SLOT + len(clause.parties)))
        length += 1
        clause.parties.append(party)
        position = party.end
    pieces.append(_plain(paper.text[position:end]))
    clause.text = "".join(pieces)
    return clause


def _appositions(paper: Paper, parties: list[Party]) -> list[Party]:
    """ "Louise Casey, a Director General," as one party: the person."""
    result: list[Party] = []
    for party in parties:
        before = result[-1] if result else None
        if before and len(before.named) == len(party.named) == 1:
            labels = (before.named[0].label, party.named[0].label)
            gap = paper.text[before.end : party.start]
            apposed = re.fullmatch(r"\s*,\s*(?:an?\s+|the\s+)?|\s*\(\s*", gap) or (
                labels == ("Post", "Person") and gap.isspace()
            )
            if labels in (("Person", "Post"), ("Post", "Person")) and apposed:
                person = before.named if labels[0] == "Person" else party.named
                end = party.end + (1 if "(" in gap and paper.text[party.end : party.end + 1] == ")" else 0)
                result[-1] = Party(before.start, end, person)
                continue
        result.append(party)
    return result


def _plain(text: str) -> str:
    """Same length, with line ends, emphasis and quotation marks as spaces."""
    return _NOISE.sub(" ", text)


def _references(paper: Paper, start: int, end: int, taken: list[Party]) -> list[Party]:
    found = []
    for hit in _REFERENCE.finditer(paper.text, start, end):
        if any(p.start < hit.end() and hit.start() < p.end for p in taken):
            continue
        if _COMPOUND.match(paper.text, hit.end(), end) or paper.text[hit.start() - 1 : hit.start()] in ("-", "’", "'"):
            continue
        named = paper.refer_all(hit.start(), hit.end())
        if named:
            found.append(Party(hit.start(), hit.end(), tuple(named)))
    return found


def modality(clause: Clause, start: int, end: int, event: bool, constituted: bool = False) -> Modality | None:
    """How the words from start to end of a clause are meant; None for what is asked, doubted or conditional.

    An event that happened ("was established") is asserted though told in the past. "Shall" lays down how it is, and so
    does "will" where a body is `constituted`, as in its terms of reference.
    """
    opening = max(
        (m.end() for m in re.finditer(r"[.;:]\s|,\s+(?:but|although|while|whilst|and)\s", clause.text[:start])),
        default=0,
    )
    before, said = clause.text[opening:start], clause.text[start:end]
    if _DOUBTFUL.search(before) or clause.text.rstrip().endswith("?"):
        return None
    if _NEGATED.search(said):
        return "negated"
    if constituted:
        said = re.sub(r"\bwill\b", "", said, flags=re.IGNORECASE)
    if _PROPOSED.search(said) or re.search(
        r"\b(?:should|recommends?|recommended|proposed|propose) (?:that )?(?:the )?$|^\s*(?:\(\w+\)\s*)?that "
        r"(?:the )?(?:\w+ ){0,3}$",
        before,
        re.IGNORECASE,
    ):
        return "proposed"
    if not event and _PAST.search(said):
        return "historical"
    return "asserted"


def cadence(clause: Clause, start: int, end: int) -> str | None:
    """How often, where the matched words or what follows them up to the next clause say so: "quarterly"."""
    tail = re.split(r"[,;.]\s|\s(?:and|but)\s(?!half)", clause.text[end:], maxsplit=1)[0]
    for stretch in (tail, _MEETS.sub(" ", clause.text[start:end])):
        if found := _CADENCE.search(stretch):
            return (
                re.sub(
                    r"\s+",
                    " ",
                    next(
                        g
                        for g in (
                            found.group("basis"),
                            found.group("adverb"),
                            found.group("every"),
                            found.group("times"),
                        )
                        if g
                    ),
                )
                .strip()
                .lower()
            )
    return None


def period(paper: Paper, clause: Clause, start: int, end: int, events: bool) -> dict[str, str]:
    """`since` and `until` where a date stands with such a word in the matched words or right behind them.

    `events` tells that a plain "in October 2012" dates the beginning of what is said.
    """
    behind = re.split(r"[;.]\s|,\s(?!\d)", clause.text[end:], maxsplit=1)[0]
    first, last = clause.place(start), clause.place(end + len(behind))
    found: dict[str, str] = {}
    for dated in dates(paper.text, first, last):
        lead = re.sub(r"\s+", " ", paper.text[max(first, dated.start - 30) : dated.start])
        if _UNTIL.search(lead):
            found.setdefault("until", dated.iso)
        elif (word := _SINCE.search(lead)) and (
            events or word.group().strip().lower() in ("since", "with effect from", "as of")
        ):
            found.setdefault("since", dated.iso)
    opening = re.match(
        r"\s*(?:since|from|with effect from)\s+(?:[\w ]{4,24}?)(?=[,\ue000-\uf8ff]|\s(?:the|an?)\b)",
        clause.text,
        re.IGNORECASE,
    )
    if opening and "since" not in found:
        first_one = next(dates(paper.text, clause.start, clause.place(opening.end())), None)
        if first_one:
            found["since"] = first_one.iso
    return found
