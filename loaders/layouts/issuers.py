"""Who makes the recommendations of a section: the review said to make them, who presents the part, its own review."""

from __future__ import annotations

import re

from loaders.entities import Named
from loaders.layouts.report_header import presenter
from loaders.names import instruments
from loaders.paper import Paper

_RECOMMENDS = r"\s+(?:therefore\s+|also\s+|further\s+|strongly\s+)?recommends\b"
_SPEAKS = re.compile(
    rf"\W*(?P<who>(?:the|this)\s+(?P<head>committee|commission|panel|inquiry|board|group|task\s?force|sub-?committee|"
    rf"review|task\s+group|ombudsman)){_RECOMMENDS}",
    re.IGNORECASE,
)
_NAMED_SPEAKS = re.compile(rf"(?:[Tt]he\s+)?(?P<who>(?!Th)[A-Z][^.:;,\n]{{1,70}}?){_RECOMMENDS}")
_AUDITS = re.compile(rf"(?:[Tt]he\s+)?(?:OIG|GAO|Auditor[- ]General|Inspector\s+General|Comptroller){_RECOMMENDS}")
_THAT = re.compile(r"(?:,?\s+that\b|\s+the\b)", re.IGNORECASE)
_OURS = re.compile(
    r"\b[Ww]e\s+(?:therefore\s+|also\s+|further\s+|strongly\s+)?(?:recommend(?:ed)?|urge|call\s+(?:up)?on)\b|"
    r"\b[Oo]ur\s+recommendations\b"
)
_REPORTING = frozenset(("committee", "commission", "panel", "inspectorate", "sub-group", "group"))
"""Kinds of bodies that make reports of their own, so that "we" in one is the body whose paper it is."""
_MAKES = re.compile(
    r"\b(?:makes?|made|contains?|sets?\s+out|includes?)\s+(?:\w+\s+){0,3}recommendations\b", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"^\W*(?:\d+[.)]?\s+)?(?:we|i|it|there)\s|[.;:)]\s*$|\b(?:should|must|recommends?)\b", re.IGNORECASE
)
"""A first line that is a sentence and no title."""
_DATE_TAIL = re.compile(
    r"(?<!rough)(?<!\bto)(?<!\band)[\s–—,-]+(?!through\b|Through\b)(?:\(?(?:published\s+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:(?:19|20)\d\d|\d\d)\)?)\W*$"
)
_REVIEW_WORD = re.compile(rf"\b(?P<kind>{'|'.join(k for k in instruments.REVIEWS if k != 'report')})\b", re.IGNORECASE)


def speaker(paper: Paper, start: int, end: int) -> Named | None:
    """Who recommends by the words themselves: "The Committee recommends that …", the only committee of the paper."""
    found = _SPEAKS.match(paper.text, start, end)
    if found is None:
        whole = _NAMED_SPEAKS.match(paper.text, start, end)
        return paper.body_at(*whole.span("who")) if whole else None
    if (named := paper.refer(*found.span("who"))) is not None:
        return named
    head = found["head"].lower()
    same = [n for n in paper.entities if n.label == "Body" and head in n.name.lower().split()]
    return same[0] if len(same) == 1 else None


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with the committee, inquiry or auditor of the paper, who recommends."""
    found = _SPEAKS.match(text, start, end) or _AUDITS.match(text, start, end)
    return bool(found and _THAT.match(text, found.end(), end))


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
    review = _review_of_part(paper, part.start, part.title or "") if by is None and part.kind == "review" else None
    return by or review


def ourselves(paper: Paper, start: int, end: int) -> Named | None:
    """The committee or inspectorate whose report it is, where text[start:end] says "we recommend"."""
    owner, part = paper.owner_at(start), paper.part_at(start)
    if owner is None or owner.kind not in _REPORTING or part.kind in ("terms of reference", "minutes", "agenda"):
        return None
    return owner if _OURS.search(paper.text, start, end) else None


def _review_of_part(paper: Paper, start: int, title: str) -> Named | None:
    index = paper.block_at(start)
    for k in range(index, min(index + 6, len(paper.blocks))):
        block = paper.blocks[k]
        reviews = paper.mentions_in(block.start, block.end, "Review")
        named = reviews and _REVIEW_WORD.search(reviews[0].named.name)
        if block.kind == "item" or paper.text[block.start : block.end].rstrip()[-1:] in (".", ":", ")"):
            continue
        if named and len(reviews) == 1 and paper.words(block.start, block.end).lower() in title.lower():
            return _titled(paper, block.start, block.end) or reviews[0].named
    word = _REVIEW_WORD.search(title) if not _SENTENCE.search(title) else None
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
