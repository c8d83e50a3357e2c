"""Motions in minutes and what became of them: "proposed by A, seconded by B, that …", "Motion carried 5-0".

Only one that was carried is a decision. A motion that was lost, amended, withdrawn or whose end is not told decides
nothing, and nothing else in its sentences does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.paper import Paper

_MOVED = re.compile(
    r"\b(?:(?P<kind>proposed|moved|proposer)\b|(?:motion|proposal|proposition)\s*(?:was\s+)?(?:made\s+)?"
    r"(?:by|of|from|:)|motion\s+to\b)",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:(?:[Tt]he\s+)?(?:(?:Parish|Town|City|County|District|Council|Board|Committee)\s+)?(?:Cllr|Councill?or|"
    r"Council\s?[Mm]ember|Member|Trustee|Director|Commissioner|Mayor|Chair\w*|Vice-Chair\w*|Alderman|Supervisor|Mr|"
    r"Mrs|Ms|Miss|Dr|Prof)s?\.?\s+)*(?:(?:[A-Z]\.\s?|[A-Z][\w’'-]+)\s?(?:\([A-Z]\)\s?)?){1,4})"
)
_SECONDER = re.compile(
    rf"\b[Ss]econd(?:ed|er|s)?\s*(?:by|:)?\s*(?:the\s+)?{_NAME}|{_NAME}(?:\s+(?:was|had))?\s+seconded\b|"
    r"\bSECONDED(?:\s+BY)?\s*:?\s*[A-Z][\w’'. -]+"
)
_LOST = re.compile(
    r"\b(?:lost|defeated|died|dies|fail(?:ed|s)|rejected|fell|(?:not|never)\s+(?:carried|agreed|approved|passed|seconded|put)|"
    r"withdrawn|withdrew|tabled|no\s+seconder|lack\s+of\s+a\s+second\w*)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:carried|passe[sd]|approved|adopted|agreed|unanimous(?:ly)?|all\s+(?:were\s+)?in\s+favou?r|all\s+agreed|"
    r"resolved|accepted|so\s+ordered|declared\s+(?:duly\s+)?elected|votes?\s+for\b|"
    r"ayes\W+(?:\d+|all)\b)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b[Tt]hat\b,?\s+|:\s*[“\"‘]?\s*(?=That\b)")
_TO = re.compile(
    r"\W*(?:(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|carried|RESOLVED|AGREED)\s+)?"
    r"(?:unanimously,?\s+)?to\s+(?=(?!the\b|an?\b|this\b)[a-z]{3,}\b)"
)
_TALLY = re.compile(
    r"\b(?:vot(?:ed?|es?|ing)|carried|passe[sd]|approved|adopted|agreed|motion|result|ayes?)\W{1,4}(?:(?:was|of|by|a|vote)\s+){0,4}"
    r"(?P<for>\d{1,2})\s*(?:[-–—/]|to|for\W+|in\s+favou?r\W+)\s*(?P<against>\d{1,2})\b",
    re.IGNORECASE,
)
"""How many were for and against: "Voted 5 – 0", "by a vote of 3 to 2"."""
_HOW = (
    r"(?:\s+(?:unanimously|\w+ly|at\s+[\d:.]+\s*[ap]\.?m\.?|on\s+a\s+roll\s+call(?:\s+vote)?|by\s+a\s+vote\s+of|by|"
    r"\(?\d{1,2}\s*(?:[-–—]|to)\s*\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\)?|\([^()\n]{1,120}\))|,(?:\s+with\s[^,.;]{3,60},)?){0,5}"
)
_VOTED = re.compile(
    r"\W*(?:and\s+)?(?:(?:the\s+)?(?:[A-Z][\w’'-]*\s+){0,5}?(?:of\s+(?:[A-Z][\w’'-]*\s+)?)?(?:[Bb]oard|[Cc]ouncil|"
    r"[Cc]ommittee|[Cc]ommission|[Mm]embers|[Tt]rustees|[Ss]elect(?:men|board)|[Dd]irectors|[Gg]overnors|[Mm]eeting)\s+|"
    r"(?:it|IT)\s+(?:was|WAS|is)\s+)?(?:then\s+|hereby\s+|\w+ly\s+)*"
    rf"(?:(?:voted|agreed|resolved|VOTED|AGREED|RESOLVED){_HOW}\s*(?:[:,]\s*)?(?:to|[Tt]hat|TO|THAT)\s+|"
    r"(?=(?:approved|adopted|appointed|elected|authori[sz]ed|accepted|awarded|ratified)\s+(?:the|an?|its|this|[A-Z])\b))"
)
_PROPOSED_APPOINTMENT = re.compile(
    r"\bThe\s+(?:re-?)?(?:appointment|election)\s+of\s+(?=[A-Z])[^.;\n]{4,90}?(?=\s+was\s+(?:proposed|moved)\b)"
)
"""What minutes record as done by telling who moved it: "The appointment of X as Chair was proposed by Y …"."""
_MAX_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion from its first word to its outcome; `matter` is what was decided, None where nothing was."""

    start: int
    end: int
    matter: tuple[int, int] | None
    bare: bool = False
    """Whether the motion has no clause of its own: "Cllr A proposed Cllr B, seconded by Cllr C"."""
    nominee: tuple[int, int] | None = None
    """Where a bare motion says what or whom it proposes."""


def motions(paper: Paper, i: int) -> list[Motion]:
    """The motions that begin in block i; one whose end is in the next paragraph goes on there."""
    block = paper.blocks[i]
    low = paper.text[block.start : block.end].lower()
    if not any(word in low for word in ("propos", "moved", "motion")) or "second" not in _with_next(paper, i).lower():
        return []
    found: list[Motion] = []
    sentences = list(paper.sentences(i))
    opening = [k for k, (a, b) in enumerate(sentences) if _opens(paper, a, b)]
    for n, k in enumerate(opening):
        until = opening[n + 1] if n + 1 < len(opening) else len(sentences)
        stretch = sentences[k:until]
        if n + 1 == len(opening) and (tail := _outcome_below(paper, i)):
            stretch = [*stretch, tail]
        found += _read(paper, stretch[:_MAX_SENTENCES], sentences[k - 1] if k else None)
    return found


def _with_next(paper: Paper, i: int) -> str:
    following = paper.blocks[i + 1].end if i + 1 < len(paper.blocks) else paper.blocks[i].end
    return paper.text[paper.blocks[i].start : min(following, paper.blocks[i].end + 400)]


def _opens(paper: Paper, start: int, end: int) -> bool:
    """Whether a sentence puts a motion: it does not only tell what became of one."""
    moved = _MOVED.search(paper.text, start, end)
    return moved is not None and not re.match(
        r"\W*(?:the\s+)?(?:motion|proposal)\s+(?:was|is)?\s*(?:then\s+)?"
        r"(?:carried|passed|agreed|put|fail|lost|defeat)",
        paper.text[start:end],
        re.IGNORECASE,
    )


def _outcome_below(paper: Paper, i: int) -> tuple[int, int] | None:
    """The short paragraph right below block i that says what became of the motion: "The motion was agreed."."""
    if i + 1 >= len(paper.blocks):
        return None
    block = paper.blocks[i + 1]
    words = paper.words(block.start, block.end)
    if block.kind in ("row", "heading") or len(words.split()) > 14 or words.endswith(":"):
        return None
    if _MOVED.search(words) and not re.match(r"\W*the\s+(?:motion|proposal)", words, re.IGNORECASE):
        return None
    return (block.start, block.end) if _LOST.search(words) or _CARRIED.search(words) else None


def _read(paper: Paper, stretch: list[tuple[int, int]], before: tuple[int, int] | None) -> Iterator[Motion]:
    text = paper.text
    start, end = stretch[0][0], stretch[-1][1]
    first_end = stretch[0][1]
    moved = _MOVED.search(text, start, first_end)
    seconder = _SECONDER.search(text, start, end)
    if moved is None or seconder is None:
        return
    appointment = _PROPOSED_APPOINTMENT.search(text, start, seconder.end())
    if appointment is not None:
        if not _LOST.search(text, seconder.end(), end):
            yield Motion(start, first_end, appointment.span())
        return
    if (voted := _VOTED.match(text, seconder.end(), first_end)) is not None:
        begin = voted.end()
        outvoted = _outvoted(text, seconder.end(), first_end)
        yield Motion(start, first_end, None if outvoted else (begin, _without_tally(text, begin, first_end)))
        return
    matter = _matter(text, moved, seconder, start, first_end)
    told = max(seconder.end(), moved.end())
    if matter is not None and matter[0] >= seconder.end():
        tail = re.compile(r"(?:,|\band)\s+(?:was\s+|were\s+)?(?:unanimously\s+)?(?:carried|passed|approved|agreed)\W*$")
        cut = tail.search(text, matter[0], matter[1])
        middle = text[seconder.end() : matter[0]]
        if _LOST.search(middle):
            return
        stop = _without_tally(text, *matter)
        if stop < matter[1]:
            yield Motion(start, first_end, None if _outvoted(text, *matter) else (matter[0], stop))
            return
        if cut or _CARRIED.search(middle):
            yield Motion(start, first_end, (matter[0], cut.start() if cut else matter[1]))
            return
        told = max(told, matter[1])
    lost = _LOST.search(text, told, end)
    carried = _CARRIED.search(text, told, end) or _TALLY.search(text, told, end)
    if _outvoted(text, told, end):
        yield Motion(start, end, None)
        return
    if lost is not None and (carried is None or lost.start() < carried.end()):
        yield Motion(start, end, None)
        return
    if carried is None:
        return
    if matter is not None:
        yield Motion(start, carried.end(), matter)
    elif before is not None and _only_names(text, start, moved, seconder):
        yield Motion(start, carried.end(), before)
    else:
        nominee = (moved.end(), seconder.start()) if moved.end() < seconder.start() else None
        yield Motion(start, carried.end(), (_proposer(text, start, moved.start()), carried.end()), True, nominee)


def _outvoted(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] counts no more votes for than against."""
    tally = _TALLY.search(text, start, end)
    return tally is not None and int(tally["for"]) <= int(tally["against"])


def _without_tally(text: str, start: int, end: int) -> int:
    """Where the words of a motion end before the count of its votes: "to adjourn. Voted 5 – 0"."""
    tally = _TALLY.search(text, start, end)
    if tally is None or len(text[tally.end() : end].split()) > 8:
        return end
    return start + len(re.sub(r"\W*(?:the\s+)?(?:motion)?\W*$", "", text[start : tally.start()], flags=re.IGNORECASE))


def _matter(text: str, moved: re.Match[str], seconder: re.Match[str], start: int, end: int) -> tuple[int, int] | None:
    """The clause that was moved, after "that" or "to", up to the seconder where he follows it."""
    at = (
        max(moved.end(), seconder.end())
        if seconder.start() < moved.end() + 90 and seconder.end() < end
        else moved.end()
    )
    for begin in (moved.end() - (3 if moved.group().lower().endswith(" to") else 0), at):
        clause = _TO.match(text, begin, end) or _THAT.search(text, begin, end)
        if clause is None or clause.start() - begin > 90:
            continue
        if begin == moved.end() and re.search(r"\bsecond", text[begin : clause.start()], re.IGNORECASE):
            continue
        stop = seconder.start() if seconder.start() > clause.end() and seconder.start() < end else end
        stop -= len(text[clause.end() : stop]) - len(
            re.sub(r"[\s,;]+(?:and\s+|which\s+was\s+)?$", "", text[clause.end() : stop])
        )
        if stop - clause.end() > 8:
            return clause.end(), stop
    return None


def _only_names(text: str, start: int, moved: re.Match[str], seconder: re.Match[str]) -> bool:
    """Whether the words of a motion are only who moved and who seconded it: "Proposed by A, seconded by B"."""
    if re.search(r"\w", text[start : moved.start()]) and not re.match(r"\s*(?:by|:|of|from)\b", text[moved.end() :]):
        return bool(re.fullmatch(r"\W*(?:[Ii]t was|[Oo]n(?: the)?)\W*", text[start : moved.start()]))
    return not re.sub(rf"{_NAME}|\b(?:by|was|it|on|the|and)\b|\W", "", text[moved.end() : seconder.start()])


def _proposer(text: str, start: int, moved: int) -> int:
    found = re.compile(rf"{_NAME}$").search(text, start, moved)
    return found.start() if found else start
