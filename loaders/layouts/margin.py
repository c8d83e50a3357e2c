"""Notes in the margin of minutes: "The Clerk would write …        Clerk" asks whom the right-hand column names."""

from __future__ import annotations

import re

from loaders.addressees import parties
from loaders.entities import Named
from loaders.layouts.decisions import decide
from loaders.paper import Paper

_COLUMN = re.compile(r"[ \t]{4,}(?P<who>[^\n]{2,60})$", re.MULTILINE)
_NEW_SENTENCE = re.compile(r"\.\s+(?=(?:It|The|This|He|She|They|Members|There|Cllr)\b)")
_WOULD = re.compile(r"\s+(?:would|will|to)\s+(?:also\s+)?[a-z]+")


def read(paper: Paper, i: int, owner: Named) -> None:
    """State what those named in the margin of the lines of block i would do."""
    block = paper.blocks[i]
    floor = block.start
    for column in _COLUMN.finditer(paper.text, block.start, block.end):
        line, floor = floor, column.end()
        who = parties(paper, *column.span("who"))
        if who is None or not who.named:
            continue
        verbs = (
            _begin_of(paper, line, hit.start(), who.named, column["who"])
            for hit in _WOULD.finditer(paper.text, line, column.start())
        )
        starts = [begin for begin in verbs if begin is not None]
        for begin, stop in zip(starts, [*starts[1:], column.start()], strict=False):
            sentence = next((b for a, b in paper.sentences(i) if a <= begin < b), stop)
            new = _NEW_SENTENCE.search(paper.text, begin, stop)
            end = min(stop, sentence, new.start() + 1 if new else stop)
            end -= len(paper.text[begin:end]) - len(re.sub(r",?\s+and\s+(?:the\s+)?$", "", paper.text[begin:end]))
            decide(paper, begin, end, owner, None, action=True)


def left_of(paper: Paper, start: int, end: int) -> int:
    """Where the words of text[start:end] end: before the margin, if somebody is named there."""
    column = _COLUMN.search(paper.text, start, end)
    return column.start() if column and parties(paper, *column.span("who")) else end


def _begin_of(paper: Paper, floor: int, verb: int, who: tuple[Named, ...], margin: str) -> int | None:
    """Where the one is named that stands right before the verb and, as one of `who` or so worded, in the margin."""
    for mention in paper.mentions_in(max(floor, verb - 60), verb, "Person", "Post", "Body"):
        here = paper.text[mention.start : mention.end]
        if (mention.named in who or here in re.split(r"\s*[/,&]\s*", margin)) and not paper.text[
            mention.end : verb
        ].strip():
            title = re.search(r"(?:Cllrs?|Councillor|Mr|Mrs|Ms|Dr|Miss)\.?\s+$", paper.text[floor : mention.start])
            return mention.start - (len(title.group()) if title else 0)
    return None
