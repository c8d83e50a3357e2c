"""Recommendations: under their heading, numbered or not, under timescales, after "That the Board:", "Recommendation 3".

Who issued them is the review that the nearest heading names, else the review or report that they stand in; whom they
ask is left to `loaders.addressees`, and after a stem ("That the Board:") it is the one that the stem names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.addressees import Parties, addressees, parties
from loaders.entities import Named
from loaders.layouts.appointments import appoint
from loaders.layouts.decisions import meeting
from loaders.layouts.issuers import issuer_at, ourselves, review_in, speaker, speaks, title_in
from loaders.paper import Paper
from loaders.standing import standing

_HEADING = re.compile(
    r"(?:(?:summary\s+of|list\s+of|what\s+are|key|main|our|the|full|formal|specific|detailed|further|priority|"
    r"conclusions?\s+and|findings\s+and|review|report|audit|inspection|inquiry|panel[’']?s?|committee[’']?s?|summary|overall|headline|"
    r"suggested|final|initial|agreed|outstanding|strategic|officers?[’']?s?|proposed|draft|overarching)\s+)*"
    r"recommend(?:ations?(?:\(s\))?|ed\s+(?:actions?|decisions?))(?:\s+(?:from|of|made|by|to|for|and)\b.*)?\W*$",
    re.IGNORECASE,
)
_LIST_OF = re.compile(r"\b(?:summary|list|table)\s+of\s+(?:the\s+)?recommendations\W*$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"recommendation\s+(?P<number>\d{1,3}[a-z]?|[A-Z]{1,2}\d*|[ivx]{1,5}|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve)\b\s*(?:[:.)–-]+\s*)?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"recommendation\s+\S+?\s*[:.)–-]", re.IGNORECASE)
_COUNTS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        map(str, range(1, 13)),
        strict=True,
    )
)
_TIMESCALE = re.compile(
    r"(?:.*\b)?(?P<when>immediate(?:ly)?(?:\s+actions?)?|(?:with)?in\s+(?:the\s+(?:next|first)\s+)?(?:\w+|"
    r"\d+)\s+(?:days?|weeks?|months?|years?)|"
    r"by\s+(?:the\s+end\s+of\s+)?(?:\w+\s+)?\d{4}|(?:short|medium|long(?:er)?)[- ]term(?:\s+(?:recommendations|actions|"
    r"priorities))?|"
    r"as\s+soon\s+as\s+possible|urgent(?:ly)?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_ALSO = re.compile(r"areas?\s+(?:for|of)\s+(?:improvement|development)\W*$", re.IGNORECASE)
_TO_IMPROVE = re.compile(
    r"(?:what\s+)?(?:needs?\s+to\s+improve|areas?\s+for\s+priority\s+action|requirements?\s+notices?|"
    r"(?:further\s+)?actions?\s+(?:(?:that|which)\s+)?the\s+(?:[\w’'-]+\s+){1,4}(?:must|should|needs\s+to)\s+take)\b.{0,30}$",
    re.IGNORECASE,
)
"""Headings of an inspection under which what has to be done stands among other words."""
_OTHER_SECTION = re.compile(
    r"(?:conclusions?|appendi|annex|background|introduction|next\s+steps|executive\s+summary|foreword|preface|"
    r"(?:key\s+)?findings\b(?!\s+and\s+rec)|scope\b|(?:proposals?|details?|information)\b|"
    r"financ|risks?(?:\s+and\b|\W*$)|consultation|contact|"
    r"progress|reference|glossary|legal|implications|resources?\W*$|options|reasons?\b|acknowledg|bibliography|"
    r"methodology|sources|policy\b|page\s+\d)",
    re.IGNORECASE,
)
_STEM_VERB = re.compile(
    r"(?:(?:is|are)\s+)?(?:asked|recommended|invited|requested)?(?:\s+to)?\W*$|should\W*$", re.IGNORECASE
)
_STEM_LEAD = re.compile(
    r"(?:(?:it\s+is|we)\s+(?:therefore\s+)?recommend(?:ed)?\s+)?(?:that\s+)?(?:the\s+(?:meeting\s+of\s+)?)?",
    re.IGNORECASE,
)
_ASKING_STEM = re.compile(r"^that\b|\b(?:asked|recommended|invited|requested|should)(?:\s+to)?$", re.IGNORECASE)
_OF_ASKING = re.compile(
    r"\b(?:is|are)\s+(?:asked|recommended|invited|requested)\b|\brecommend(?:s|ed)?\b", re.IGNORECASE
)
_MEMBERS = re.compile(r"(?:elected\s+)?members|councillors|the\s+meeting", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:should|must|shall|ought\s+to|needs?\s+to|recommend(?:s|ed)?|requires?)\b|^\W*that\b", re.IGNORECASE
)
_CALLS = re.compile(
    rf"{_ASKS.pattern}|\b(?:we|committee|panel|inquiry|board)\s+(?:\w+ly\s+|also\s+|therefore\s+|further\s+)?(?:call\s+(?:up)?on|urge|"
    r"ask|invite|request|encourage)s?\b|\bit\s+is\s+(?:\w+ly\s+)?(?:essential|vital|imperative)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:we|i)\s+(?:\w+ly\s+|also\s+|therefore\s+|do\s+not\s+|were\s+|are\s+|have\s+)*(?:welcome|note|believe|find|found|heard|conclude|"
    r"accept|commend|consider|concerned|disappointed|pleased|surprised|convinced|support|regret|recogni[sz]e|acknowledge|"
    r"agree|understand|received?)\b(?![^.]*\b(?:should|must|ought|recommend|urge|call\s+on|needs?\s+to)\b)",
    re.IGNORECASE,
)
"""What those who report think or found, which asks nobody for anything."""
_LEADING = re.compile(r"^\W*\d{1,3}[.)]?\s+")
_ANOTHER = re.compile(
    r"(?<=[.?!])\s*\n(?=(?:The|All|Every|Each|[A-Z][\w’'-]+)\s[^\n.]{0,80}?\b(?:should|must|needs?\s+to)\b)"
)
_WE = re.compile(
    r"\W*(?:(?:we|i)\s+(?:therefore\s+|also\s+|further\s+|strongly\s+)?recommend(?:ed)?|it\s+is\s+(?:therefore\s+|also\s+|"
    r"further\s+)?recommended)\b(?=,?\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"\b(?:following\s+(?:\w+\s+){0,2}?recommendations?(?:\s+(?:is|are)\s+(?:made|proposed))?|recommends?(?:\s+(?:that|the\s+"
    r"following))?|recommendations?,?\s+(?:are|is|include|including)(?:\s+(?:that|as\s+follows|the\s+following))?)\s*:\W*$",
    re.IGNORECASE,
)
_WE_THAT = re.compile(rf"{_WE.pattern},?\s+that\s+", re.IGNORECASE)
_MARK = re.compile(r"(?<=\s)\((?P<mark>\d|[a-z]|[ivx]{2,4})\)\s+")
_MARK_FIRST = re.compile(r"(?:and\s+)?\((?:\d|[a-z]|[ivx]{2,4})\)\s")
_JOINED = re.compile(r"[,;]?\s*(?:and\s*)?$")
_ASKED_TO = re.compile(
    r"\W*(?:that\s+)?(?:the\s+|this\s+)?(?P<who>[A-Z][^.:;\n]{2,70}?|members|councillors|trustees|governors)\s+"
    r"(?:is|are)\s+(?:therefore\s+)?(?:asked|recommended|requested|invited)\s+to\b\s*(?=[a-z])",
    re.IGNORECASE,
)
_CEREMONY = re.compile(r"(?:note|consider|receive|discuss|comment|read)\b|.{0,12}$", re.IGNORECASE)
"""What those asked do with every report: to be asked for it asks for nothing."""
_FOR = re.compile(r"\W*(?:recommendations?\s+)?(?:for|to)\s+", re.IGNORECASE)


@dataclass(slots=True)
class _Section:
    """The list of recommendations that is being read."""

    heading: int
    level: int | None
    number: str | None
    source: Named | None
    asked: tuple[Named, ...] = ()
    stem: tuple[int, int] = (0, 0)
    asked_level: int | None = None
    timescale: str | None = None
    pending: str | None = None
    numbered: bool = False
    items_only: bool = False
    asking_only: bool = False
    ours: Named | None = None
    last: Named | None = None
    listed: list[str] = field(default_factory=list)


def read(paper: Paper) -> None:
    """State who issued each recommendation, whom it asks and what it is about."""
    section: _Section | None = None
    part = None
    for i, block in enumerate(paper.blocks):
        if paper.part_at(block.start) is not part:
            part, section = paper.part_at(block.start), None
        words = paper.words(block.start, block.end)
        if standing(paper, i) == "rejected":
            section = None
            continue
        if section is not None and section.items_only and block.kind != "item":
            section = None
        if section is None and (asked := _asking_stem(paper, i, words)):
            section = _Section(i, None, None, issuer_at(paper, i), asked, (block.start, block.end), items_only=True)
        elif _opens_list(paper, i, words):
            section = section or _Section(i, None, None, issuer_at(paper, i), items_only=True)
        elif block.kind == "heading":
            section = _at_heading(paper, i, words, section)
        elif block.kind == "row":
            continue
        elif section is not None:
            section = _in_section(paper, i, words, section)
        elif block.kind == "item" and block.number and _HEADING.match(words) and len(words.split()) < 8:
            section = _Section(i, None, block.number, issuer_at(paper, i))
        elif block.kind == "field" and _HEADING.match(paper.words(*block.cells[0])):
            section = _in_field(paper, i)
        elif block.kind in ("paragraph", "item", "field"):
            section = _outside(paper, i, words)


def _asking_stem(paper: Paper, i: int, words: str) -> tuple[Named, ...]:
    """Whom a stem outside any section asks: "The Board is asked to:", "We recommend that the Harbour Trust:"."""
    if not _OF_ASKING.search(words) or meeting(paper, paper.blocks[i].start) is not None:
        return ()
    follows = i + 1 < len(paper.blocks) and paper.blocks[i + 1].kind == "item"
    return _stem(paper, i, words) if follows else ()


def _opens_list(paper: Paper, i: int, words: str) -> bool:
    """Whether a block only announces the list of recommendations below it."""
    follows = i + 1 < len(paper.blocks) and paper.blocks[i + 1].kind == "item"
    return (
        follows
        and len(words.rsplit(". ", 1)[-1].split()) < 30
        and bool(_INTRO.search(words))
        and meeting(paper, paper.blocks[i].start) is None
    )


def _in_field(paper: Paper, i: int) -> _Section | None:
    """ "Recommendation: That the report be noted": the section that a label opens, with what stands beside it."""
    block = paper.blocks[i]
    if meeting(paper, block.start) is not None:
        return None
    section = _Section(i, None, block.number, issuer_at(paper, i))
    start, end = block.cells[1]
    if end - start < 12:
        return section
    if asked := _asked_by_stem(paper, i, start, end):
        section.asked, section.stem = asked, (start, end)
        return section
    if paper.text[start:end].rstrip().endswith(":"):
        return section if _ASKS.match(paper.text, start, end) else None
    if _ASKED_TO.match(paper.text, start, end):
        _outside(paper, i, "recommend")
    else:
        _recommend(paper, start, end, None, section)
    return None


def _outside(paper: Paper, i: int, words: str) -> _Section | None:
    """Recommendations that say so themselves: "Recommendation 3: …", "We recommend that …", "Cabinet is asked to …".

    Gives the list that goes on below a sentence that began it; else None.
    """
    block = paper.blocks[i]
    found = _NUMBERED.match(words)
    if found and len(words) > found.end() + 15 and _MARKED.match(words):
        _single(paper, i, found)
        return None
    low = words.lower()
    if ("recommend" not in low and " to " not in low) or meeting(paper, block.start) is not None:
        return None
    held: _Section | None = None
    first = block.cells[1][0] if block.kind == "field" else block.start
    for start, end in _sentences(paper, i):
        start = max(start, first)
        asked = _ASKED_TO.match(paper.text, start, end)
        if (
            asked
            and not _CEREMONY.match(paper.text, asked.end(), end)
            and (whom := _asked_party(paper, i, *asked.span("who")))
        ):
            held = held or _Section(i, None, None, issuer_at(paper, i))
            held.asked, held.stem = whom, (start, end)
            _recommend(paper, asked.end(), end, None, held)
            held.asked, held.stem = (), (0, 0)
        elif end - start > 40 and (_WE.match(paper.text, start, end) or speaks(paper.text, start, end)):
            held = held or _Section(i, None, None, issuer_at(paper, i))
            if not _run_in(paper, start, end, held):
                _recommend(paper, start, end, None, held)
            elif _goes_on(paper, i, held):
                held.asked, held.stem = _run_in_whom(paper, start, end)
                held.items_only = True
                return held
    return None


def _goes_on(paper: Paper, i: int, held: _Section) -> bool:
    """Whether the list that began within block i goes on in a list of its own: "…; and" before "(3) review …"."""
    if i + 1 >= len(paper.blocks) or paper.blocks[i + 1].kind != "item":
        return False
    last, number = held.listed[-1], (paper.blocks[i + 1].number or "").strip("().")
    return last.isdigit() and number.isdigit() and int(number) == int(last) + 1


def _sentences(paper: Paper, i: int) -> Iterator[tuple[int, int]]:
    """The sentences of block i, a list that runs in one ("(1) refund …; (2) revise …") as one."""
    held: int | None = None
    stop = 0
    for start, end in paper.sentences(i):
        if held is not None and not _MARK_FIRST.match(paper.text, start, end):
            yield held, stop
            held = None
        begin = start if held is None else held
        if paper.text[end - 1] == ";" and _MARK.search(paper.text, start, end):
            held, stop = begin, end
            continue
        yield begin, end
        held = None
    if held is not None:
        yield held, stop


def _run_in(paper: Paper, start: int, end: int, held: _Section) -> bool:
    """State the list that runs in a sentence, "We recommended that X (1) resolve … and (2) …"; whether it does."""
    marks = list(_MARK.finditer(paper.text, start, end))
    if len(marks) < 2 or marks[0]["mark"] not in ("1", "a", "i"):
        return False
    held.asked, held.stem = _run_in_whom(paper, start, marks[0].start())
    for mark, stop in zip(marks, [*(m.start() for m in marks[1:]), end], strict=True):
        tail = _JOINED.search(paper.text, mark.end(), stop)
        _recommend(paper, mark.end(), tail.start() if tail else stop, mark["mark"], held)
    held.asked, held.stem = (), (0, 0)
    return True


def _run_in_whom(paper: Paper, start: int, end: int) -> tuple[tuple[Named, ...], tuple[int, int]]:
    """Whom the words before the first number of a list that runs in ask, and where those words stand."""
    first = _MARK.search(paper.text, start, end)
    stop = first.start() if first else end
    lead = _WE_THAT.match(paper.text, start, stop)
    return (_named_whole(paper, lead.end(), stop) if lead else ()), (start, stop)


def _named_whole(paper: Paper, start: int, end: int) -> tuple[Named, ...]:
    """Who text[start:end] is, all of it, with a place where an organisation stands: "Westmarch (1) refund …"."""
    whom = parties(paper, start, end)
    if whom is not None:
        return whom.named
    named = paper.organisation_at(start, end)
    return (named,) if named is not None else ()


def _asked_party(paper: Paper, i: int, start: int, end: int) -> tuple[Named, ...]:
    """Whom "Members are asked to" means: the body of the paper, or who is named."""
    if _MEMBERS.fullmatch(paper.text, start, end):
        owner = paper.owner_at(start)
        return (owner,) if owner else ()
    article = re.compile(r"(?:the|this)\s+$", re.IGNORECASE).search(paper.text, max(0, start - 6), start)
    for begin in (article.start() if article else start, start):
        whom = parties(paper, begin, end)
        if whom and whom.end >= end - 1:
            return whom.named
    return ()


def _at_heading(paper: Paper, i: int, words: str, section: _Section | None) -> _Section | None:
    block = paper.blocks[i]
    timescale = _TIMESCALE.match(words) if len(words.split()) <= 12 else None
    if section is not None and (numbered := _NUMBERED.match(words)) and len(words) < 60:
        section.pending, section.timescale = _number(numbered["number"]), None
        return section
    if section is None and (numbered := _NUMBERED.fullmatch(words)):
        return _Section(i, block.level, block.number, issuer_at(paper, i), pending=_number(numbered["number"]))
    if (_HEADING.match(words) or _LIST_OF.search(words)) and not _contents(paper, i):
        source = review_in(paper, i) or (section.source if section else None) or issuer_at(paper, i)
        nested = section is not None and not _ends(section, block.level, block.number, words)
        if nested and section is not None:
            section.source, section.timescale, section.numbered = source, None, False
            return section
        opened = _Section(i, block.level, block.number, source, asking_only="conclusion" in words.lower())
        opened.ours = ourselves(paper, block.start, paper.part_at(block.start).end)
        if _FOR.match(words) and (asked := _addressed(paper, i)):
            opened.asked, opened.stem = asked, (block.start, block.end)
        return opened
    if section is None:
        if _TO_IMPROVE.match(words):
            return _Section(i, block.level, block.number, issuer_at(paper, i), asking_only=True)
        return None
    if timescale:
        if section.asked_level is not None and (block.level or 9) <= section.asked_level:
            section.asked, section.stem, section.asked_level = (), (0, 0), None
        section.timescale, section.numbered = _clean_timescale(timescale["when"]), False
        section.source = review_in(paper, i) or section.source
        return section
    if _ALSO.match(words):
        section.timescale, section.numbered = None, False
        return section
    if asked := _stem(paper, i, words):
        section.asked, section.stem = asked, (block.start, block.end)
        return section
    if _INTRO.search(words):
        return section
    ends = _ends(section, block.level, block.number, words)
    if asked := () if ends else _addressed(paper, i):
        section.asked, section.stem, section.numbered = asked, (block.start, block.end), False
        section.timescale, section.asked_level = None, block.level
        return section
    if section.asked and _whom(paper, i) is not None:
        section.asked, section.stem, section.asked_level = (), (0, 0), None
        return section
    review = review_in(paper, i)
    if review is not None and not _OTHER_SECTION.match(words):
        section.source, section.timescale, section.asked, section.numbered = review, None, (), False
        return section
    if ends:
        return None
    section.pending = None
    if block.level is not None and section.level is not None and block.level > section.level:
        section.numbered, section.asked, section.stem = False, (), (0, 0)
    return section


def _addressed(paper: Paper, i: int) -> tuple[Named, ...]:
    """Whom a heading over recommendations is for: "For the Council", "Westmarch Police"."""
    whom = _whom(paper, i)
    return whom.named if whom is not None else ()


def _whom(paper: Paper, i: int) -> Parties | None:
    """The parties, named or generic, that are all of a heading over recommendations."""
    block = paper.blocks[i]
    if i + 1 >= len(paper.blocks) or paper.blocks[i + 1].kind not in ("item", "paragraph"):
        return None
    lead = _FOR.match(paper.text, block.start, block.end)
    whom = parties(paper, lead.end() if lead else block.start, block.end)
    return whom if whom and not paper.text[whom.end : block.end].strip(" *_:.") else None


def _ends(section: _Section, level: int | None, number: str | None, words: str) -> bool:
    """Whether a heading ends the section: another section's title, or one of its own rank."""
    if level is not None and section.level is not None and level > section.level:
        return False
    if _OTHER_SECTION.match(words):
        return True
    if section.number and number:
        return True
    if level is None:
        return section.level is None and not section.listed
    return section.level is not None and level <= section.level


def _contents(paper: Paper, i: int) -> bool:
    return paper.heading_of(i).lower().startswith("contents")


def _in_section(paper: Paper, i: int, words: str, section: _Section) -> _Section | None:
    block = paper.blocks[i]
    if block.kind == "item" and _is_next_heading(block.number, words, section):
        return None
    if (named := _NUMBERED.match(words)) and len(words) > named.end() + 15 and block.kind != "heading":
        _single(paper, i, named, section)
        return section
    if asked := _stem(paper, i, words):
        section.asked, section.stem = asked, (block.start, block.end)
        return section
    if block.kind == "paragraph" and (title := title_in(paper, i, words)):
        section.source, section.timescale, section.asked, section.numbered = title, None, (), False
        return section
    if block.kind == "paragraph" and len(words.split()) <= 8 and (timescale := _TIMESCALE.fullmatch(words)):
        section.timescale, section.numbered = _clean_timescale(timescale["when"]), False
        return section
    if _SAYS.match(_LEADING.sub("", words)) or _is_conclusion(section, words):
        return section
    if block.kind == "item" and block.number is not None:
        section.numbered = True
        _recommend(paper, block.start, block.end, _bare(block.number), section)
    elif section.numbered and section.last is not None:
        if _ASKS.search(words):
            _address(paper, section.last, block.start, block.end, section, stem=False)
    elif block.kind == "item":
        _recommend(paper, block.start, block.end, None, section)
    elif block.kind == "paragraph" and (_ASKS.search(words) or section.pending) and not words.endswith(":"):
        at = block.start
        for cut in [*(m.end() for m in _ANOTHER.finditer(paper.text, block.start, block.end)), block.end]:
            _recommend(paper, at, cut, section.pending, section)
            at = cut
    return section


def _is_conclusion(section: _Section, words: str) -> bool:
    """Whether a block says what is so, in a section that holds more than recommendations."""
    named = section.asked or section.timescale
    return section.asking_only and not named and len(words.split()) > 8 and not _CALLS.search(words)


def _is_next_heading(number: str | None, words: str, section: _Section) -> bool:
    """Whether an item is the next section's heading: "7. Proposals and details" after "6. Recommendations"."""
    if len(words.split()) > 8 or words.endswith("."):
        return False
    here, there = re.match(r"\d+", section.number or ""), re.match(r"\d+", number or "")
    return bool(_OTHER_SECTION.match(words)) or bool(here and there and int(there.group()) == int(here.group()) + 1)


def _recommend(paper: Paper, start: int, end: int, number: str | None, section: _Section) -> None:
    start += len(paper.text[start:end]) - len(paper.text[start:end].lstrip("*_ \n\t"))
    end = start + len(paper.text[start:end].rstrip("*_ \n\t"))
    section.ours = section.ours or ourselves(paper, start, end)
    source = speaker(paper, start, end) or section.source or section.ours
    named = paper.asking("Recommendation", start, end, number, source, section.timescale)
    paper.state(source, "ISSUED", named, start, end, "layout:recommendations", number=number)
    section.last = named
    section.listed.append(number or "")
    _address(paper, named, start, end, section)


def _address(paper: Paper, named: Named, start: int, end: int, section: _Section | None, stem: bool = True) -> None:
    asked = addressees(paper, start, end, resolved=section is not None, action=True)
    timescale = section.timescale if section else None
    if section and stem:
        for whom in section.asked:
            paper.state(named, "ADDRESSED_TO", whom, *section.stem, "layout:recommendations", timescale=timescale)
    for whom, a, b in asked:
        if section is None or not stem or whom not in section.asked:
            paper.state(named, "ADDRESSED_TO", whom, a, b, "layout:recommendations", timescale=timescale)
    if stem:
        for whom in section.asked if section else ():
            if whom.label == "Body":
                appoint(paper, start, end, whom, "layout:recommendations", "proposed")
        _concern(paper, named, start, end, {id(w) for w, _, _ in asked})


def _concern(paper: Paper, named: Named, start: int, end: int, asked: set[int]) -> None:
    """What it is about: bodies that its first sentence names as its matter, not as who acts; plans anywhere in it."""
    index = paper.block_at(start)
    first = min(next((b for a, b in paper.sentences(index) if b > start), end), end)
    said: set[int] = set(asked)
    for mention in paper.mentions_in(start, end, "Body", "Instrument", "Review"):
        if id(mention.named) in said or (mention.named.label != "Instrument" and mention.end > first):
            continue
        before = paper.text[max(start, mention.start - 40) : mention.start]
        if (
            _ASIDE.search(before)
            or (_OPENS.search(before) and ("\n" in before or mention.start - start < 30))
            or (mention.named.label == "Body" and (_HEARS.search(before) or _POSSESSES.match(paper.text, mention.end)))
        ):
            continue
        said.add(id(mention.named))
        paper.state(named, "CONCERNS", mention.named, start, first, "layout:recommendations")


_ASIDE = re.compile(
    r"\b(?:through|by|via|from|with|between|whil(?:e|st)|although|following|set up|response to|line with|accordance "
    r"with|for instance|such as|including|directs?|explain)\b[\s*“\"‘']*(?:(?:the|an?|its|their|your)\b[\s*“\"‘']*)?$",
    re.IGNORECASE,
)
"""Words before a name that tell that it acts, hears or is mentioned by the way, and is not the matter."""
_OPENS = re.compile(r"(?:\n\W*|(?:^|\s)that\s+)(?:(?:the|an?)\s+)?$", re.IGNORECASE)
"""Where the subject of the clause, or of a further entry of a list, stands."""
_HEARS = re.compile(r"(?:\b(?:to|and|as|that|for)|,)\s+(?:(?:the|an?|its|their)\s+)?$", re.IGNORECASE)
_POSSESSES = re.compile(r"[’']s?\s")


def _single(paper: Paper, i: int, found: re.Match[str], section: _Section | None = None) -> None:
    """ "Recommendation 3: The Council should …" wherever it stands."""
    block = paper.blocks[i]
    label = _NUMBERED.search(paper.text, block.start, block.end)
    if label is None:
        return
    start = block.start + (label.end() - block.start)
    held = section or _Section(i, None, None, issuer_at(paper, i))
    _recommend(paper, start, block.end, _number(found["number"]), held)


def recommend(
    paper: Paper, i: int, start: int, end: int, number: str | None, timescale: str | None, titled: bool = True
) -> Named:
    """State the recommendation that a cell of row i words; whom its other cells name is for the caller.

    Under a column that is not `titled` so, an action is somebody's recommendation only where a heading says so.
    """
    above = [paper.words(paper.blocks[k].start, paper.blocks[k].end) for k in paper.section_of(i)]
    titled = titled or any("recommend" in t.lower() for t in (*above, paper.part_at(start).title or ""))
    source = next((r for k in reversed(paper.section_of(i)) if (r := review_in(paper, k)) is not None), None)
    section = _Section(i, None, None, (source or issuer_at(paper, i)) if titled else None, timescale=timescale)
    _recommend(paper, start, end, number, section)
    assert section.last is not None
    return section.last


def _stem(paper: Paper, i: int, words: str) -> tuple[Named, ...]:
    """Whom the words before a list ask: "That the Board:", "Members are asked to"."""
    block = paper.blocks[i]
    if block.kind not in ("heading", "paragraph") or len(words.split()) > 25:
        return ()
    follows = paper.blocks[i + 1].kind == "item" if i + 1 < len(paper.blocks) else False
    if not (words.endswith(":") or (follows and _ASKING_STEM.search(words))):
        return ()
    return _asked_by_stem(paper, i, block.start, block.end)


def _asked_by_stem(paper: Paper, i: int, start: int, end: int) -> tuple[Named, ...]:
    """Whom text[start:end] asks where it is only the words before a list."""
    lead = _STEM_LEAD.match(paper.text, start, end)
    at = lead.end() if lead else start
    at += len(paper.text[at:end]) - len(paper.text[at:end].lstrip("*_ "))
    generic = _MEMBERS.match(paper.text, at, end)
    owner = paper.owner_at(start)
    if generic and _STEM_VERB.match(paper.text[generic.end() : end].strip(" *_")):
        return (owner,) if owner else ()
    whom = parties(paper, at, end) or (parties(paper, lead.start(), end) if lead else None)
    if whom is None and lead and paper.text[: lead.end()].rstrip().lower().endswith("the"):
        whom = parties(paper, lead.start() + lead.group().lower().rindex("the"), end)
    return whom.named if whom and _STEM_VERB.match(paper.text[whom.end : end].strip(" *_")) else ()


def _number(words: str) -> str:
    return _COUNTS.get(words.lower(), words)


def _bare(number: str) -> str:
    return number.strip(" .:()")


def _clean_timescale(words: str) -> str:
    bare = re.sub(r"\s+(?:recommendations|actions|priorities)$", "", words.strip(), flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", bare).lower()
