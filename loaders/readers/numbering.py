"""The automatic numbers of a Word file, counted as Word counts them: by list, level, start, restart and format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

LEVELS = 9
_LARGEST = 100_000
"""Above this a number is a mistake or mischief, and is written in figures."""
_ROMANS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(slots=True)
class Level:
    """One level of a list as numbering.xml defines it."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    """The level (1 = first) whose items start this one again; 0 = none; None = any above."""
    figures: bool = False
    """Whether the numbers of higher levels are shown in figures, whatever their own format."""
    style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that this list starts again when it is first used."""


def val(element: Element | None, default: str = "") -> str:
    """The w:val of an element."""
    return default if element is None else element.get("w_val", default)


def number(element: Element | None, default: int = 0) -> int:
    """The w:val of an element as a whole number; what is none, or beyond all bounds, gives `default`."""
    told = val(element)
    return int(told) if re.fullmatch(r"-?[0-9]{1,9}", told) else default


class Numbering:
    """The lists of a file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for defined in root.findall("w_abstractNum") if root is not None else ():
            name = defined.get("w_abstractNumId", "")
            abstracts[name] = dict(map(_level, defined.findall("w_lvl")))
            if (link := val(defined.find("w_numStyleLink"))) != "":
                links[name] = link
            if (style := val(defined.find("w_styleLink"))) != "":
                styles[style] = name
        self._lists: dict[str, _List] = {}
        for used in root.findall("w_num") if root is not None else ():
            abstract = val(used.find("w_abstractNumId"))
            abstract = styles.get(links.get(abstract, ""), abstract)
            levels = dict(abstracts.get(abstract, {}))
            starts = {}
            for override in used.findall("w_lvlOverride"):
                at = _small(override.get("w_ilvl", ""))
                if (changed := override.find("w_lvl")) is not None:
                    levels[at] = _level(changed)[1]
                if (start := override.find("w_startOverride")) is not None:
                    starts[at] = number(start, 1)
            self._lists[used.get("w_numId", "")] = _List(abstract, levels, starts)
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()

    def level_of(self, list_id: str, style: str) -> int:
        """The level that a paragraph style has in a list."""
        found = self._lists.get(list_id)
        return next((i for i, d in found.levels.items() if d.style == style), 0) if found else 0

    def next(self, list_id: str, at: int) -> str | None:
        """Count one more item of a list at a level: its number as printed, "" a bullet, None where there is no list."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= at < LEVELS:
            return None
        level = found.levels.get(at) or Level(kind="none")
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.starts and (list_id, at) not in self._used:
            counts.pop(at, None)
        self._used.add((list_id, at))
        first = found.starts.get(at, level.start)
        counts[at] = counts[at] + 1 if at in counts else first
        for deeper in [d for d in counts if d > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and at < restart):
                del counts[deeper]
        if level.kind == "bullet":
            return ""
        shown = _shown(level, found.levels, counts)
        return shown or None


def _level(element: Element) -> tuple[int, Level]:
    restart = element.find("w_lvlRestart")
    legal = element.find("w_isLgl")
    return _small(element.get("w_ilvl", "")), Level(
        start=number(element.find("w_start"), 1),
        kind=val(element.find("w_numFmt"), "decimal"),
        pattern=val(element.find("w_lvlText")),
        restart=number(restart) if restart is not None else None,
        figures=legal is not None and val(legal, "1") not in ("0", "false", "off"),
        style=val(element.find("w_pStyle")) or None,
    )


def _small(told: str) -> int:
    return int(told) if re.fullmatch(r"[0-8]", told) else 0


def _shown(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    def count(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        own = levels.get(at) or Level()
        return written(counts.get(at, own.start), "decimal" if level.figures else own.kind)

    return re.sub(r"%([1-9])", count, level.pattern[:80]).strip() if level.kind != "none" else ""


def written(count: int, kind: str) -> str:
    """A number in one of Word's formats; one that is not known here is written in figures."""
    if 0 < count <= _LARGEST:
        if kind in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a") + (count - 1) % 26) * min(10, (count - 1) // 26 + 1)
            return letter if kind == "lowerLetter" else letter.upper()
        if kind in ("lowerRoman", "upperRoman") and count < 5000:
            return roman(count) if kind == "lowerRoman" else roman(count).upper()
        if kind == "decimalZero":
            return f"{count:02}"
        if kind == "ordinal":
            ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
            return f"{count}{ending}"
    return "" if kind in ("none", "bullet") else str(count)


def roman(count: int) -> str:
    """A number from 1 to 4999 in small Roman numerals."""
    letters = []
    for value, sign in _ROMANS:
        letters.append(sign * (count // value))
        count %= value
    return "".join(letters)
