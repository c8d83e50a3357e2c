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
    r"unit|hub|secretariat|senate|synod|presbytery|vestry|assembly|body|association|foundation|federation|charity|company|school|"
    r"college|university|institute|academy|club|union)\b(?![-])|\b(?:full council|council|cabinet)\b(?![-])",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"\s+(?:meetings?|members?|membership|managers?|chairs?|chairman|chairperson|leaders?|minutes|papers?|agenda|"
    r"offices?|officers?|staff|structures?|level|room|house|tax|"
    r"effectiveness|tax|website|area|process|team|group|board|plan|strategy|report(?!s?\s+(?:to|in|into|back|"
    r"directly)\b)|[A-Z])"
)
_OFFICER = re.compile(
    r"(?:(?<=[.;:]\s)|(?<=^)|\b(?:to|by|with|through|from|of)\s)(?P<post>(?:the|its|our)\s+"
    r"(?:independent\s+|elected\s+)?(?:(?:vice|deputy)[- ])?chair(?:man|person|woman)?\b)"
    r"(?![’'-]|\s+(?:of|is|was|will\s+be|should\s+be|for)\b(?!\s+(?:appointed|"
    r"elected|responsible|accountable|selected|nominated|expected|required|chosen|to)\b))",
    re.IGNORECASE,
)
"""The chair of the body whose paper it is, as somebody who does something or to whom something is done."""
_PRONOUN = re.compile(
    r"(?P<lead>^|[;:]\s|,\s(?:and\s|but\s|so\s)?|\b(?:and|but)\s)(?P<adverbial>(?:(?:"
    r"since|from|in|on|until|with effect from|as of)\s[^,;.]{4,24}?,?\s|(?:since then|now|then|today|currently|"
    r"however|in turn|therefore|also|previously|formerly),?\s)?)(?P<it>it|they)\b(?=\s)"
    r"(?!\s(?:is|was|has been|had been|will be|would be|may be|seems?|appears?)\s(?:\w+\s){0,2}?"
    r"(?:that|whether|how|to)\b)"
    r"(?!\s(?:is|was)\s(?:important|necessary|essential|vital|clear|possible|likely|hoped|intended|proposed|recommended|"
    r"suggested|agreed|noted|resolved|expected|planned|felt|considered|unclear|not clear)\b)",
    re.IGNORECASE,
)
"""A pronoun that stands for the subject before; not the "it" of "it is proposed that"."""
_FIRST = re.compile(
    r"[\W\d]*(?:(?:however|therefore|in addition|the|this|our|its|(?:until|since|in|from|on|"
    r"by)\s[\w ]{3,24}?,?(?=\sthe\s))"
    r"\b[\s,]*)*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:should|would|could|may|might|must|will|to be|(?:is|are) to|needs? to|proposes?|proposed|propose|"
    r"recommend(?:s|ed)?|intends?|intended|expected to|envisaged|suggested|aims? to|plans? to|wish(?:es)? to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|formerly|previously|originally|initially|historically|once|used to)\b", re.IGNORECASE
)
ENDED = re.compile(r"\b(?:no longer|ceased|ceases|stopped)\b", re.IGNORECASE)
_SIMPLE_PAST = re.compile(
    r"^[\s,)]*(?:[a-z]+ly\s+|also\s+|then\s+)*(?:reported|chaired|co-chaired|led|oversaw|supported|managed|advised|"
    r"funded|monitored|scrutini[sz]ed|hosted|sat|served|provided|owned|held|co-?ordinated|answered|fed|escalated|"
    r"delivered)\b(?!\s+by\b)",
    re.IGNORECASE,
)
"""The verb that tells what was: not the participle of "has reported", "is chaired"."""
_NEGATED = re.compile(r"\b(?:not|never|nor|neither|cannot|[a-z]+n[’']t)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|nor)\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_DOUBTFUL = re.compile(
    r"\b(?:if|whether|unless|how|why|where|when|what|lest|unclear|suppose|in case|allege[ds]?|allegedly|reportedly|"
    r"apparently|supposedly|rumou?r(?:ed|s)?|as though|clear that|sure that|for example,? an?|not true|untrue|"
    r"(?:might|may|could) be that|possible that|imagine|believe[sd]?|believing|underst(?:and|ands|ood|anding) that|"
    r"thinks?|thought|assum(?:e|es|ed|ing)|suspect(?:s|ed)?|felt that|feels? that|hope[sd]? that|"
    r"(?:wrong|incorrect|mistaken|erroneous|false|inaccurate)ly)\b[^,;:]*$",
    re.IGNORECASE,
)
_SEEMS = re.compile(
    r"\b(?:appears?|seems?|seemingly|apparently|allegedly|reportedly|supposedly|fails? to|failed to)\b", re.I
)
_CONDITION = re.compile(
    r"^\W*(?:if|unless|were|had|should|suppose|imagine|say|assume|perhaps|maybe)\b|\bif\b[^.;]*,\s", re.IGNORECASE
)
_SAID = (
    r"(?:had\s+|has\s+|have\s+|also\s+)*(?:said|says|stated|states|found|claimed|claims|concluded|recorded|records|described|"
    r"alleged|argued|argues|suggested|suggests|notes|noted|observed|reported|thought|believed|assumed)"
)
_DOCUMENT = re.compile(
    rf"\b(?:report|review|inspection|inquiry|audit|letter|article|newspaper|blog|critics?|residents?|witness(?:es)?|"
    rf"complainants?|(?:19|20)\d\d)\s+{_SAID}\s+(?:that\s+)?[^;:]*$|\baccording to\b[^;:]*$",
    re.IGNORECASE,
)
_QUOTED_BY = re.compile(rf"([\ue000-\uf8ff])\s+{_SAID}\s+(?:that\s+)?[^;:]*$", re.IGNORECASE)
_FINITE = re.compile(
    r"\s*(?:also\s+|then\s+|now\s+|therefore\s+|\w+ly\s+)*(?:\w+(?<!s)s|is|are|was|were|has|have|had|will|would|should|"
    r"shall|must|may|can|could|used|no longer|never|does|do|did|\w+ed)\b",
    re.IGNORECASE,
)
_CADENCE = re.compile(
    r"\b(?:on an?\s+(?P<basis>[\w -]{3,24}?)\s+basis|(?P<adverb>daily|weekly|fortnightly|monthly|bi-?monthly|"
    r"quarterly|half[- ]yearly|six[- ](?:monthly|weekly)|bi-?annually|annually|annual|yearly|termly|regularly)\b"
    r"|(?P<every>(?:every|each)\s+(?:\w+\s+)?(?:days?|weeks?|months?|quarter|years?|meetings?|term))|(?P<times>"
    r"(?:at least\s+)?(?:(?:once|twice|(?:two|three|four|five|six|ten|twelve)\s+times)\s+(?:an?|per|every|each|in each|"
    r"in every)\s+(?:\w+\s+)?(?:year|month|quarter|week|term)|(?:once|twice) yearly))|"
    r"(?P<all>all (?:of )?(?:its|their) meetings))",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(dict.fromkeys('\n\r\t\xa0*_‘“”"', " "))
_APOSTROPHES = re.compile(r"(?<!\w)[’'](?!s\b)|[’'](?!\w)")
"""Quotation marks: apostrophes that stand in no word."""
_MEETS = re.compile(r"\bmeets?\s.*?(?=\s(?:and|but)\s|[,;]|$)", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|with effect from|as from|from|in|on|on the|as of)\s+(?:the\s+)?$", re.IGNORECASE)
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
    parties += _officers(paper, start, end, parties)
    parties += _pronouns(paper, start, end, parties, before)
    if (
        paper.text[start : start + 1] == "I"
        and paper.text[start + 1 : start + 2].isspace()
        and (author := paper.author_at(start))
    ):
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


def _pronouns(paper: Paper, start: int, end: int, parties: list[Party], before: Party | None) -> list[Party]:
    """ "It" and "they" that open a sentence, for the subject of the one before, or a later clause, for its own."""
    sentence = paper.text[start:end]
    if "it " not in (lower := sentence.lower()) and "they " not in lower:
        return []
    found = []
    opening = _FIRST.match(sentence)
    own = next((p for p in parties if opening and start <= p.start <= start + opening.end()), None)
    for hit in _PRONOUN.finditer(sentence):
        meant = before if hit.start("lead") == 0 and not hit.group("lead") else own
        if meant is not None and (hit.group("it").lower() == "it") == (len(meant.named) == 1):
            found.append(Party(start + hit.start("it"), start + hit.end("it"), meant.named))
            if meant is before:
                own = own or found[-1]
    return found


def _officers(paper: Paper, start: int, end: int, taken: list[Party]) -> list[Party]:
    """ "The Chair" in a paper of a body or in a section on one."""
    if "chair" not in paper.text[start:end].lower():
        return []
    body = _of_section(paper, start) or paper.owner_at(start)
    found = []
    for hit in _OFFICER.finditer(paper.text[start:end]):
        first, last = start + hit.start("post"), start + hit.end("post")
        if not any(p.start < last and first < p.end for p in taken):
            name = re.sub(r"^\S+\s+", "", paper.words(first, last))
            post = _chair_named(paper, first, name, body)
            if body is not None or post is not None:
                named = post or paper.entities.post(name[:1].upper() + name[1:], body)
                found.append(Party(first, last, (named,)))
    return found


def _of_section(paper: Paper, offset: int) -> Named | None:
    """The body that the heading above names, where it names one."""
    path = paper.section_of(paper.block_at(offset))
    heading = paper.blocks[path[-1]] if path else None
    named = {m.named for m in paper.mentions_in(heading.start, heading.end, "Body")} if heading else set()
    return named.pop() if len(named) == 1 else None


def _chair_named(paper: Paper, offset: int, name: str, body: Named | None) -> Named | None:
    """The only chair, of `body` where that is known, that the part names so far: "Chairman of the Board"."""
    opening = re.compile(rf"{re.escape(name)}\b(?!\s*$)", re.IGNORECASE)
    before = paper.mentions_in(paper.part_at(offset).start, offset, "Post")
    named = {m.named for m in before if opening.match(m.named.name) and body in (None, m.named.body)}
    return named.pop() if len(named) == 1 else None


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
    if "'" in text or "’" in text:
        text = _APOSTROPHES.sub(" ", text)
    return text.translate(_SIGNS)


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


def modality(
    clause: Clause, start: int, end: int, event: bool, constituted: bool = False, verb: tuple[int, int] | None = None
) -> Modality | None:
    """How the words from start to end of a clause are meant; None for what is asked, doubted, conditional or quoted.

    `verb` is what stands between subject and object, all of it where None. An event that happened ("was
    established") is asserted though told in the past. "Shall" lays down how it is, and so do "will" and "must" where a
    body is `constituted`, as in its terms of reference.
    """
    if that := _THAT.match(clause.text, start):
        start = that.end()
    opening = max((m.end() for m in _OPENING.finditer(clause.text[:start])), default=0)
    before = clause.text[opening:start]
    if _DOUBTFUL.search(before) or clause.text.rstrip().endswith("?") or _quoted(clause, start):
        return None
    if taken_back(clause.text[:start], clause.text[end:]):
        return None
    said = _own_verb(_BESIDE.sub(" ", clause.text[slice(*verb)])) if verb else clause.text[start:end]
    if _SEEMS.search(said) or _SELDOM.search(said) or _CONDITION.search(clause.text[:start]):
        return None
    if ENDED.search(said):
        return "historical"
    if _NEGATED.search(said) or _NEITHER.search(before):
        return "negated"
    if _BE_IT.match(said) or (not constituted and _TO_BE_DONE.match(said)):
        return "proposed"
    if _BASE.match(said) and _CALLED_FOR.search(before):
        return "proposed"
    if constituted:
        said = _LAID_DOWN.sub("", said)
    if _PROPOSED.search(said) or _PROPOSAL.search(before):
        return "proposed"
    if not event and (_PAST.search(said) or _SIMPLE_PAST.search(said)):
        return "historical"
    return "asserted"


_THAT = re.compile(r"\s*that\s+", re.IGNORECASE)
"""What stands before a party without an article and belongs to the words before: "agreed that Westmarch Police"."""
_BESIDE = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?,\s*(?!which\b|who\b|that\b)[^,;]*,|(?<=\w)\s(?:that|which|who)\s[^,]*", re.IGNORECASE
)
"""What stands between a subject and its object and is not the verb: ", not the Cabinet,", "risks that it cannot …"."""
_OPENING = re.compile(r"[.;:]\s|,\s+(?:but|although|while|whilst|and)\s")
_LAID_DOWN = re.compile(r"\b(?:will|must|(?:is|are) to)\b", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"\b(?:should|recommends?|recommended|proposed|propose)\s(?:that\s)?(?:the\s)?$|^\s*(?:\(\w+\)\s*)?that\s"
    r"(?:the\s)?(?:\w+\s){0,3}$|\b(?:recommend(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?)\s+that\s[^;:]*$",
    re.IGNORECASE,
)


_TO_BE_DONE = re.compile(r"\s*to\s", re.IGNORECASE)
"""A task and no fact: "Harbour Panel to report to X"."""
_SELDOM = re.compile(r"\b(?:rarely|seldom|hardly|barely|scarcely)\b", re.IGNORECASE)
_BE_IT = re.compile(r"[\s,]*(?:(?!only\b)[a-z]+ly\s+|also\s+)*be\s", re.IGNORECASE)
_BASE = re.compile(
    r"\s*(?:[a-z]+ly\s+|also\s+)*(?:report|chair|oversee|lead|manage|support|advise|monitor|scrutini[sz]e|fund|answer|"
    r"feed|escalate|own|deliver|host)\b(?![’'-])",
    re.IGNORECASE,
)
_CALLED_FOR = re.compile(
    r"\b(?:ask|request|resolve|agree|require|insist|order|direct|move|demand|urge|vote|decide|instruct|propose|recommend|"
    r"proposal|request|motion|amendment)(?:s|d|ed)?\b[^.;:]{0,40}?\bthat\s[^.;:]*$",
    re.IGNORECASE,
)
"""After these a plain "that the Panel report to" only asks for it."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|claim(?:s|ed)?|no[- ]one|nobody|voted\s+against|"
    r"disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)|not\s+(?:mean|imply|suggest|say|accept|"
    r"agree|believe|think|follow|correct|right|accurate|so)|not\s+the\s+case|n[’']t\s+(?:mean|imply|the\s+case|true)|"
    r"(?:not|refus\w+|declin\w+)\s+to\s+(?:approve|agree|accept|support|adopt|endorse|recommend|ask|request)|"
    r"myth|misconception|fallacy|mistake|misunderstanding|false|wrong|incorrect|inaccurate|mistaken)\b"
    r"[^.;:]*\bthat\s[^.;:]*$|\bnothing\b[^.;:]*\b(?:means?|implies|says?|suggests?|requires?|shows?)\b[^.;:]*$|"
    r"\b(?:wrongly|mistakenly|falsely|incorrectly|erroneously)\b[^.;:]*$|\bno\s+(?:truth|evidence)\b[^.;:]*$|"
    r"^\W*true\s+or\s+false\b|\b(?:option|alternative|scenario)\s+(?:\d+|[A-Z]|one|two|three|four|five)\s*[:.)–—-]|"
    r"\b(?:one|another|an?\s+(?:second|third|further)|the\s+(?:other|first|second|third))\s+(?:option|alternative|possibility|"
    r"suggestion|idea)\b[^.;:]*$",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\bthat\b|\b(?:amendment|motion|proposal|claim|statement|assertion|suggestion|idea|belief)\b", re.IGNORECASE
)
_FELL = re.compile(
    r"^[^.;]*?(?:\b(?:is|are|was|were|has\s+been|have\s+been|proved)\s+(?:then\s+|\w+ly\s+)?(?:to\s+be\s+)?(?:false|wrong|"
    r"untrue|incorrect|inaccurate|mistaken|an?\s+(?:myth|mistake)|unfounded|withdrawn|rejected|lost|defeated|dropped|refused|"
    r"dismissed|abandoned|ruled\s+out|not\s+(?:true|correct|so|the\s+case|carried|agreed|adopted|approved|accepted|"
    r"supported|pursued))|,\s+(?:fell|failed)|^\s*(?:fell|failed))\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"[^.;]{0,120}[.;,]\s+(?:but\s+|and\s+)?(?:this|that|it|which)\s+(?:is|was)\s+(?:\w+ly\s+)?(?:false|untrue|wrong|incorrect|"
    r"inaccurate|not\s+(?:true|correct|so|right|the\s+case))\b",
    re.IGNORECASE,
)


def taken_back(before: str, behind: str) -> bool:
    """Whether the words around a claim deny it, name it an option or tell that it fell."""
    if _DENIED.search(before) or _WRONG.match(behind):
        return True
    return bool(_CLAIMED.search(before) and _FELL.search(behind))


def _own_verb(words: str) -> str:
    """Of what stands between a subject and its second verb, what belongs to that: "… met in May and | reports"."""
    last = re.split(r"\s(?:and|but)\s", words)[-1]
    return last if _FINITE.match(last) else words


def _last_verb(words: str) -> str:
    """Of the words of a match, those from its second verb on: "receives monthly papers and | reports to X"."""
    parts = re.split(r"\s(?:and|but)\s", words)
    second = next((k for k in range(len(parts) - 1, 0, -1) if _FINITE.match(parts[k])), 0)
    return " and ".join(parts[second:])


def _quoted(clause: Clause, start: int) -> bool:
    """Whether what begins at `start` is what another document or somebody else says."""
    before = clause.text[:start]
    if _DOCUMENT.search(before):
        return True
    told = _QUOTED_BY.search(before)
    return told is not None and any(n.label in ("Review", "Instrument", "Person") for n in clause.who(told.group(1)))


_EXERCISE = re.compile(r"\W*(?:exercise|question|scenario|worked example)\s+(?:\d+|[A-Z])\s*[.:)–—-]", re.IGNORECASE)
"""What opens a made-up example; not "Exercise Tempest was led by …"."""


def only_quoted(paper: Paper, first: int, last: int) -> bool:
    """Whether the paper's words from first to last are somebody else's, within quotation marks, or an exercise's."""
    block = paper.blocks[paper.block_at(first)]
    text = paper.text[block.start : block.end]
    if _EXERCISE.match(text):
        return True
    if '"' not in text and "“" not in text:
        return False
    before, within, behind = (
        paper.text[slice(*ends)] for ends in ((block.start, first), (first, last), (last, block.end))
    )
    if any(mark in within for mark in '"“”'):
        return False
    return before.rfind("“") > before.rfind("”") or (before.count('"') % 2 == 1 and '"' in behind)


def cadence(clause: Clause, start: int, end: int) -> str | None:
    """How often, where the matched words or what follows them up to the next clause say so: "quarterly"."""
    tail = re.split(r"[,;.]\s|\s(?:and|but)\s(?!half)", clause.text[end:], maxsplit=1)[0]
    for stretch in (tail, _MEETS.sub(" ", _last_verb(clause.text[start:end]))):
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
                            found.group("all"),
                        )
                        if g
                    ),
                )
                .strip()
                .lower()
            )
    return None


def period(paper: Paper, clause: Clause, start: int, end: int, events: bool, ended: bool = False) -> dict[str, str]:
    """`since` and `until` where a date stands with such a word in the matched words, right before or right behind them.

    `events` tells that a plain "in October 2012" dates the beginning of what is said, `ended` that it dates its end.
    """
    behind = re.split(r"[;.]\s|,\s(?!\d)", clause.text[end:], maxsplit=1)[0]
    lead_in = _DATED.search(clause.text[:start])
    first, last = clause.place(lead_in.start() if lead_in else start), clause.place(end + len(behind))
    found: dict[str, str] = {}
    for dated in dates(paper.text, first, last):
        lead = re.sub(r"\s+", " ", paper.text[max(first, dated.start - 30) : dated.start])
        word = _SINCE.search(lead)
        if _UNTIL.search(lead) or (ended and word):
            found.setdefault("since" if events else "until", dated.iso)
        elif word and (
            events or word.group().strip().lower() in _BEGINS or (lead_in and dated.end <= clause.place(start))
        ):
            found.setdefault("since", dated.iso)
    return found


_BEGINS = ("since", "with effect from", "as of", "as from")
_DATED = re.compile(
    r"(?:^|[;:,.]\s|\band\s)\s*(?:since|from|with effect from|as of|as from|until|up to)\s+"
    r"[^,;\ue000-\uf8ff]{4,30},?\s*(?:the|an?)?\s*$",
    re.IGNORECASE,
)
