"""Blocks mended: sentences that a page break cut apart are one again, titles are told from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Block
from loaders.readers.shapes import closed, in_capitals, label_of, unmark

_AUX = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|must|may|can|could|being|does|did)\b")
_NO_HEADING = re.compile(r"[,;£(@]|^(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|prof|professor|sir|dame)\b", re.IGNORECASE)


def mend(text: str, found: list[Block]) -> list[Block]:
    """`found` with what belongs together joined and with headings marked."""
    return list(_headings(text, _rejoin(text, found)))


def _rejoin(text: str, found: list[Block]) -> list[Block]:
    """Sentences that a page break or double spacing cut apart, whole again."""
    running = [b for b in found if b.kind == "paragraph"]
    double = sum(text[b.start].islower() for b in running) > max(4, len(running) // 5)
    result: list[Block] = []
    for block in found:
        before = result[-1] if result else None
        if before and block.kind == "paragraph" and before.kind != "row" and _continues(text, before, block, double):
            cells = before.cells
            if cells:
                cells = (
                    *cells[:-1],
                    (cells[-1][0], block.end) if cells[-1][0] < cells[-1][1] else (block.start, block.end),
                )
            result[-1] = replace(before, end=block.end, cells=cells)
        elif before and _same_title(text, before, block):
            result[-1] = replace(before, end=block.end)
        else:
            result.append(block)
    return result


def _same_title(text: str, before: Block, block: Block) -> bool:
    """Whether two lines in capitals are one title: "MINUTES OF THE JOINT", "POLICING COMMITTEE"."""
    if block.kind != "heading" or before.kind != "heading" or block.number or block.level or before.level:
        return False
    left = text[before.start : before.end]
    open_ended = left[-1] == "," or re.search(r"\b(?:OF|THE|AND|FOR|TO|IN|JOINT)(?:\s\S+)?$", left)
    return in_capitals(left) and bool(open_ended)


def _continues(text: str, before: Block, block: Block, double: bool) -> bool:
    left, right = text[before.start : before.end].rstrip('*_ ”"’'), text[block.start : block.end]
    if before.kind == "heading":
        return left[-1:] == "," and before.level is None and double
    if closed(before) or not left or (left[-1] in ".:;?!" and not re.search(r"\b[A-Z]\.$", left)):
        return False
    if (
        right[0].islower()
        or left[-1] == ","
        or re.search(r"\b(?:the|of|and|for|to|by|a|an|in|with|from|Mr\.?|Mrs|Ms|[A-Z]\.)$", left)
    ):
        return len(left.split()) >= 3 or double
    if double:
        return before.kind != "item" and left[-1] != ")" and len(left.split()) >= 4 and not label_of(right)
    return (
        before.kind != "field"
        and len(left.split()) >= 8
        and bool(_AUX.search(left))
        and (right.rstrip().endswith(".") or bool(_AUX.search(right)))
    )


def _headings(text: str, found: list[Block]) -> Iterator[Block]:
    """Blocks with short lines that stand alone told from running text, and numbered headings from numbered items."""
    alone = [_stands_alone(text, b) for b in found]
    numbered = [b.kind == "item" and b.number is not None for b in found]
    for i, block in enumerate(found):
        following = i + 1 < len(found)
        if block.kind == "item" and block.number and _titled(text, block, not _beside(numbered, i) and following):
            yield replace(block, kind="heading", level=block.number.strip(".").count(".") + 1)
        elif (
            alone[i]
            and following
            and not (alone[i + 1] and (alone[i + 2 : i + 3] == [True] or alone[i - 1 : i] == [True]))
        ):
            yield replace(block, kind="heading")
        elif closed(block) and block.level is None:
            start, end = unmark(text, block.start, block.end)
            yield Block("heading", start, end, block.page, 1 if block.number else None, block.number)
        else:
            yield block


def _beside(flags: list[bool], i: int) -> bool:
    return (i > 0 and flags[i - 1]) or (i + 1 < len(flags) and flags[i + 1])


def _titled(text: str, block: Block, apart: bool) -> bool:
    """Whether a numbered block is a section's title: in capitals, or short, on its own line, and apart from others."""
    content = text[block.start : block.end]
    assert block.number is not None
    own_line = text[text.rfind("\n", 0, block.start) + 1 : block.start].strip(" *\t") == block.number
    if (
        not own_line
        or len(content.split()) > 14
        or not content[0].isupper()
        or (len(block.number) == 2 and block.number[0].islower())
    ):
        return False
    deep = "." in block.number.strip(".")
    return (
        in_capitals(content)
        or (content.rstrip("*")[-1] not in ".;," and (deep or apart))
        or (apart and len(content.split()) <= 4)
    )


def _stands_alone(text: str, block: Block) -> bool:
    """Whether a paragraph looks like a title: one short line without the marks of a sentence, a list or a name."""
    content = text[block.start : block.end]
    if (
        block.kind != "paragraph"
        or "\n" in content
        or len(content.split()) > 10
        or not (content[0].isupper() or content[0] in "“‘'\"")
    ):
        return False
    lead_in = content[-1] == ":" and (len(content.split()) > 5 or content.startswith("That") or _AUX.search(content))
    return content[-1] not in ".;,?!" and not lead_in and not _NO_HEADING.search(content)
