"""Runs of words put into lines, lines into columns and groups, in the order in which people read a page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from loaders.readers.pdf_page import Page, Run

_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivx]{1,5})[.)]{0,2}|[-–—*+o]|\W")
"""What stands before the text of an item, at a distance: its number or bullet."""
_PAGE_REFERENCE = re.compile(r"\(?pages?\s\d+(?:\s?[-–]\s?\d+)?\)?", re.IGNORECASE)
_LEADER = re.compile(r"\s*(?:[.…_]\s?){5,}\s*\d*$")
"""Dots that lead to a page number in a list of contents."""
PERSON = re.compile(
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Reverend|Canon|Sir|Dame|Lord|Lady|Baroness|Alderman)\b\.?\s"
    r"|[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?:\s\([^)]*\))?$"
)
"""How a name in a list of people begins. Names in every column are one list set in columns, no rows."""
_OPENS = re.compile(
    r"[•▪·●○◦\uf0b7\uf0a7➢✓❖-]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)]+\s|\d{1,2}(?:\.\d{1,2})+\s|\d{1,2}\t|"
    r"(?:[A-Z][\w’']*\s){0,4}[A-Z][\w’']*\s?:(?:\s|-|$)"
)


@dataclass(slots=True)
class Line:
    """What stands on one level of a column: its stretches of words, parted by wide gaps."""

    runs: list[Run]

    @property
    def x0(self) -> float:
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        return self.runs[-1].x1

    @property
    def y(self) -> float:
        return self.runs[0].y

    @property
    def size(self) -> float:
        return max(r.size for r in self.runs)

    @property
    def bold(self) -> bool:
        return all(r.bold for r in self.runs)

    @property
    def text(self) -> str:
        """Its words; a tab stands where a label or words far away are set apart."""
        text = self.runs[0].text
        for before, run in pairwise(self.runs):
            far = run.x0 - before.x1 > 2.5 * run.size and not run.text.isdecimal()
            text += ("\t" if far or before.text.rstrip("-").endswith(":") else " ") + run.text
        return text


@dataclass(frozen=True, slots=True)
class Style:
    """How a paper is set: height of its running text, distance of its lines in heights, where lines must end."""

    size: float
    leading: float
    right: float


def style_of(pages: Sequence[Page]) -> Style:
    """The commonest height and line distance, and the right margin that nearly all lines keep."""
    sizes: Counter[float] = Counter()
    ends: Counter[int] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[round(run.size, 1)] += len(run.text)
            if len(run.text) > 25:
                ends[round(run.x1)] += 1
    size = sizes.most_common(1)[0][0] if sizes else 12.0
    total, beyond = sum(ends.values()), 0
    right = 0.0
    for right in map(float, sorted(ends, reverse=True)):
        beyond += ends[int(right)]
        if beyond * 50 >= total:
            break
    left = min((r.x0 for page in pages for r in page.runs), default=0.0)
    width = max((page.width for page in pages), default=0.0)
    if right < 0.75 * width:
        right = width - left  # no line is long: the margins are alike
    return Style(size, _leading(pages, right), right)


def _leading(pages: Sequence[Page], right: float) -> float:
    """The distance of a full line from the next, in heights; the least common one, for paragraphs stand apart."""
    found: Counter[float] = Counter()
    for page in pages:
        for before, run in pairwise(page.runs):
            distance = (run.y - before.y) / run.size
            if abs(run.x0 - before.x0) < 2 and 0.7 < distance < 2.5 and before.x1 + run.first + 0.2 * run.size > right:
                found[round(distance, 1)] += 1
    return min((k for k, n in found.items() if n * 5 >= max(found.values())), default=1.1)


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The lines of one column from top to bottom."""
    levels: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.y, r.x0)):
        for level in levels[-1:-4:-1]:
            anchor = max(level, key=lambda r: r.size)
            if abs(run.y - anchor.y) < 0.45 * max(run.size, anchor.size) and not any(
                min(run.x1, r.x1) - max(run.x0, r.x0) > 0.5 * run.size for r in level
            ):
                level.append(run)
                break
        else:
            levels.append([run])
    return sorted((Line(_merged(level)) for level in levels), key=lambda line: line.y)


def _merged(level: list[Run]) -> list[Run]:
    level.sort(key=lambda r: r.x0)
    first = level[0]
    if len(level) > 1 and _MARK.fullmatch(first.text) and level[1].x0 - first.x1 < 6 * first.size:
        level[:2] = [_joined(first, level[1], "\t" if first.text.isdecimal() else " ")]
    result = [level[0]]
    for run in level[1:]:
        gap = run.x0 - result[-1].x1
        if gap < 0.95 * max(run.size, result[-1].size) or _PAGE_REFERENCE.fullmatch(run.text):
            result[-1] = _joined(result[-1], run, "" if gap < 0.1 * run.size else " ")
        else:
            result.append(run)
    result[0] = _without_leader(replace(result[0], text=_bulleted(result[0].text)))
    return result


def _without_leader(run: Run) -> Run:
    text = (
        _LEADER.sub("", run.text)
        if run.text.count(".") > 5 or run.text.count("…") > 2 or "___" in run.text
        else run.text
    )
    if not text or text == run.text:
        return run
    return replace(run, text=text, x1=run.x0 + (run.x1 - run.x0) * len(text) / len(run.text))


def _joined(left: Run, right: Run, gap: str) -> Run:
    return replace(
        left,
        text=left.text + gap + right.text,
        x1=max(left.x1, right.x1),
        y=left.y if left.size >= right.size else right.y,
        size=max(left.size, right.size),
        bold=left.bold and right.bold,
        hyphen=right.hyphen,
    )


def _bulleted(text: str) -> str:
    """`text` with a glyph of a symbol font that stands for a bullet as the bullet that it is."""
    if len(text) > 2 and text[1] in " \t" and (unicodedata.category(text[0]) in ("Co", "So", "Sm") or text[0] in "§·∙"):
        return "•" + text[1:]
    return text


def columns_of(runs: list[Run]) -> list[list[Run]]:
    """Runs as columns in reading order: one, unless running text stands on both sides of a gutter.

    A run across the gutter (a title, a footnote) closes the columns above it.
    """
    gutter = _gutter(runs)
    if gutter is None:
        return [runs] if runs else []
    left: list[Run] = []
    right: list[Run] = []
    result: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.y):
        if run.x0 < gutter < run.x1:
            result += [c for c in (left, right) if c]
            if result and all(r.x0 < gutter < r.x1 for r in result[-1]):
                result[-1].append(run)
            else:
                result.append([run])
            left, right = [], []
        else:
            (left if run.x1 <= gutter else right).append(run)
    for column in (left, right):
        result += columns_of(column) if column else []
    return result


def _gutter(runs: list[Run]) -> float | None:
    if len(runs) < 12:
        return None
    left, right = min(r.x0 for r in runs), max(r.x1 for r in runs)
    narrow = sorted((r for r in runs if r.x1 - r.x0 < 0.55 * (right - left)), key=lambda r: r.x0)
    reach = left
    best: tuple[float, float] | None = None
    for run in narrow:
        gap = run.x0 - reach
        if gap > 0.7 * run.size and 0.2 < (reach - left) / (right - left) < 0.8 and (best is None or gap > best[0]):
            best = (gap, reach + gap / 2)
        reach = max(reach, run.x1)
    if best is None:
        return None
    sides = [[r for r in narrow if r.x1 <= best[1]], [r for r in narrow if r.x0 >= best[1]]]
    across = sum(r.x0 < best[1] < r.x1 for r in runs)
    if across > min(len(side) for side in sides) or not all(_running(side) for side in sides):
        return None
    return best[1]


def _running(side: list[Run]) -> bool:
    """Whether these are lines of running text: most of them long, and as long as one another."""
    if len(side) < 5:
        return False
    width = max(r.x1 for r in side) - min(r.x0 for r in side)
    return median(r.x1 - r.x0 for r in side) > 0.7 * width and median(r.text.count(" ") for r in side) >= 3


def aligned(lines: Sequence[Line], begin: int) -> tuple[int, list[float]]:
    """Where the rows that begin at line `begin` end, and where their columns start; `begin` where there are none.

    Three lines whose stretches start at the same places are rows; two will do where each first cell is a label or
    nothing else stands near them, and one where each cell is a person.
    """
    if len(lines[begin].runs) < 2:
        return begin, []
    starts = [r.x0 for r in lines[begin].runs]
    several, end, j = 1, begin + 1, begin + 1
    while j < len(lines) and lines[j].y - lines[j - 1].y < 4 * lines[j].size:
        if _over_others(lines, begin, j):
            break
        placed = [column_at(r.x0, starts, r.size) for r in lines[j].runs]
        if None in placed:
            if len(lines[j].runs) <= len(starts) or j != begin + 1:
                break
            starts = [r.x0 for r in lines[j].runs]  # a header row may leave a column without a name
        elif any(
            r.x1 > starts[k + 1]
            for r, k in zip(lines[j].runs, placed, strict=True)
            if k is not None and k + 1 < len(starts)
        ):
            break
        j += 1
        if len(placed) > 1 or placed[0] != 0:
            end = j
        several += len(placed) > 1
    rows = [line for line in lines[begin:end] if len(line.runs) > 1]
    labels = all(line.runs[0].text.rstrip("-").endswith(":") for line in rows)
    people = all(PERSON.match(run.text) for line in rows for run in line.runs)
    enough = 2 if labels or _by_themselves(lines, begin, end) else 3
    return (end, starts) if people or several >= enough else (begin, [])


def _by_themselves(lines: Sequence[Line], begin: int, end: int) -> bool:
    """Whether two lines have the same columns, and the lines before and after them stand further off or are labels."""
    pair = lines[begin:end]
    if len(pair) != 2 or len(pair[0].runs) != len(pair[1].runs) or any(r.text.endswith(":") for r in pair[0].runs):
        return False
    wide = 1.25 * (pair[1].y - pair[0].y)
    after = end == len(lines) or lines[end].y - pair[1].y > wide or lines[end].bold > pair[1].bold
    above = lines[begin - 1] if begin else None
    return after and (above is None or pair[0].y - above.y > wide or above.text.endswith(":"))


def _over_others(lines: Sequence[Line], begin: int, index: int) -> bool:
    """Whether a line by itself is the label of what follows, not of the rows from `begin`: "Officers present:"."""
    line, above = lines[index], lines[begin:index]
    if len(line.runs) > 1 or not line.text[0].isupper():
        return False
    if line.text.endswith(":"):
        return not all(row.runs[0].text.endswith(":") for row in above)
    apart = line.bold or line.y - above[-1].y > 1.25 * (above[-1].y - above[0].y) / max(len(above) - 1, 1)
    people = all(PERSON.match(run.text) for row in above for run in row.runs)
    return people and apart and not PERSON.match(line.text)


def column_at(x: float, starts: Sequence[float], size: float) -> int | None:
    """The column that starts at `x`, or None."""
    return next((k for k, start in enumerate(starts) if abs(x - start) < 0.5 * size), None)


def groups(lines: Sequence[Line], style: Style, right: float) -> list[list[Line]]:
    """Lines that stand together; where a line had room for more, height and weight of the letters stay the same too."""
    result: list[list[Line]] = []
    for line in lines:
        before = result[-1][-1] if result else None
        if (
            before is not None
            and 0 <= line.y - before.y < 1.25 * style.leading * max(line.size, before.size)
            and (
                _alike(before, line)
                or (abs(line.size - before.size) < 0.25 * before.size and full(before, line, right))
            )
        ):
            result[-1].append(line)
        else:
            result.append([line])
    return result


def _alike(before: Line, line: Line) -> bool:
    return line.bold == before.bold and abs(line.size - before.size) < 0.08 * before.size


def full(before: Line, line: Line, right: float) -> bool:
    """Whether a line had no room for the first word of the next."""
    return before.x1 + line.runs[0].first + 0.2 * line.size > right


def joined(lines: Sequence[Line], right: float, words: Counter[str]) -> str:
    """The text of lines, on one line where the next word had no room, on several where the writer broke off.

    `words` are the paper's words, by which a hyphen at the end of a line is kept or mended.
    """
    text = ""
    for i, line in enumerate(lines):
        if i == 0:
            text = line.text
            continue
        before = lines[i - 1]
        hyphen = before.runs[-1].hyphen
        if hyphen or (full(before, line, right) and not _opens(before, line)):
            text = rejoined(text, line.text, words, hyphen)
        else:
            text = f"{text}\n{line.text}"
    return text


def _opens(before: Line, line: Line) -> bool:
    """Whether a line begins an item or a field, and not with a number that the line before happened to end at."""
    within = abs(before.x0 - line.x0) < 1 and before.text[-1] not in ".:;,?!" and not _OPENS.match(before.text)
    return bool(_OPENS.match(line.text)) and not within


def rejoined(left: str, right: str, words: Counter[str], hyphen: bool) -> str:
    """Two lines as one; a hyphen between them is mended, or kept where the paper writes the word with it."""
    if not hyphen and not re.search(r"\w-$", left):
        return f"{left} {right}"
    stem = left.rstrip("-")
    first = re.search(r"[\w’'-]*$", stem)
    rest = re.match(r"[\w’']*", right)
    head, tail = first.group().lower() if first else "", rest.group().lower() if rest else ""
    plain, kept = words[head + tail], words[f"{head}-{tail}"]
    if not right[:1].islower() or "-" in head or kept >= plain > 0 or (kept and not plain):
        return f"{stem}-{right}"
    if plain:
        return stem + right
    both_words = len(head) > 2 and words[head] > 1 and words[tail] > 1
    return f"{stem}-{right}" if both_words or head in _PREFIXES else stem + right


_PREFIXES = frozenset(("co", "ex", "sub", "non", "pre", "post", "multi", "inter", "self", "cross", "vice", "well"))
"""First halves that English joins with a hyphen more often than not."""
