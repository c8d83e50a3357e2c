"""Who makes the recommendations of a section: the review said to make them, who presents the part, its own review."""

from __future__ import annotations

import re

from loaders.entities import Named
from loaders.layouts.report_header import presenter
from loaders.names import instruments
from loaders.paper import Paper

_SPEAKS = re.compile(
    r"\W*(?P<who>(?:the|this)\s+(?P<head>committee|commission|panel|inquiry|board|group|task\s?force|sub-?committee))\s+"
    r"(?:therefore\s+|also\s+|further\s+)?recommends\b",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:makes?|made|contains?|sets?\s+out|includes?)\s+(?:\w+\s+){0,3}recommendations\b", re.IGNORECASE
)
_DATE_TAIL = re.compile(
    r"[\s–—,-]+(?:\(?(?:published\s+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:(?:19|20)\d\d|\d\d)\)?)\W*$"
)
_REVIEW_WORD = re.compile(rf"\b(?P<kind>{'|'.join(k for k in instruments.REVIEWS if k != 'report')})\b", re.IGNORECASE)


def speaker(paper: Paper, start: int, end: int) -> Named | None:
    """Who recommends by the words themselves: "The Committee recommends that …", the only committee of the paper."""
    found = _SPEAKS.match(paper.text, start, end)
    if found is None:
        return None
    if (named := paper.refer(*found.span("who"))) is not None:
        return named
    head = found["head"].lower()
    same = [n for n in paper.entities if n.label == "Body" and head in n.name.lower().split()]
    return same[0] if len(same) == 1 else None


def issuer_at(paper: Paper, i: int) -> Named | None:
    """Who makes the recommendations of a section: the review said to make them, who presents the part, its review."""
    part = paper.part_at(paper.blocks[i].start)
    above = paper.section_of(i)
    for k in range(i - 1, above[-1] if above else max(-1, i - 40), -1):
        block = paper.blocks[k]
        if block.start < part.start:
            break
        for a, b in paper.sentences(k) if block.kind == "paragraph" else ():
            if _MAKES.search(paper.text, a, b) and (reviews := paper.mentions_in(a, b, "Review")):
                return reviews[0].named
    if part.kind in ("minutes", "agenda", "annex"):
        return None
    by = presenter(paper, part)
    return by or (_review_of_part(paper, part.start, part.title or "") if part.kind == "review" else None)


def _review_of_part(paper: Paper, start: int, title: str) -> Named | None:
    index = paper.block_at(start)
    for k in range(index, min(index + 6, len(paper.blocks))):
        block = paper.blocks[k]
        reviews = paper.mentions_in(block.start, block.end, "Review")
        named = reviews and _REVIEW_WORD.search(reviews[0].named.name)
        if named and len(reviews) == 1 and paper.words(block.start, block.end).lower() in title.lower():
            return _titled(paper, block.start, block.end) or reviews[0].named
    word = _REVIEW_WORD.search(title)
    return (
        paper.entities.instrument(_bare_title(title), "Review", instruments.REVIEWS[word["kind"].lower()])
        if word
        else None
    )


def review_in(paper: Paper, i: int) -> Named | None:
    """The review that a heading names."""
    block = paper.blocks[i]
    return _titled(paper, block.start, block.end)


def title_in(paper: Paper, i: int, words: str) -> Named | None:
    """The review whose title a paragraph is, where a list follows."""
    if len(words.split()) > 25 or re.search(r"[.:;]\s*$", words) or i + 1 >= len(paper.blocks):
        return None
    return (
        _titled(paper, paper.blocks[i].start, paper.blocks[i].end)
        if paper.blocks[i + 1].kind in ("item", "heading")
        else None
    )


def _titled(paper: Paper, start: int, end: int) -> Named | None:
    """The review that a title names; with "of" or "into" after its head, all of the title is its name."""
    reviews = paper.mentions_in(start, end, "Review")
    if len(reviews) != 1:
        return None
    mention = reviews[0]
    mention.named.called(paper.words(mention.start, mention.end))
    title = _bare_title(paper.words(mention.start, end))
    word = _REVIEW_WORD.search(title)
    if not word or not re.match(r"\s+(?:of|into|on)\b", title[word.end() :]):
        return mention.named
    owned = re.match(r".*[’']s\s+(?=(?:\w+\s+)?(?:review|inquiry|enquiry|inspection|audit)\b)", title, re.IGNORECASE)
    if owned:
        title = title[owned.end() :]
    return paper.entities.instrument(title, "Review", mention.named.kind or "review")


def _bare_title(title: str) -> str:
    """A title without its date and "Final Report"."""
    title = re.split(r"\n|\s[–—-]\s+Annex\b|\s[–—-]\s+Appendix\b", title)[0]
    return re.sub(
        r"[\s,:–-]+(?:final\s+|full\s+|interim\s+|overview\s+)?report\W*$",
        "",
        _DATE_TAIL.sub("", title),
        flags=re.IGNORECASE,
    ).strip(" ,.:–-")
