"""Titles and names in capitals as one would write them: "AUDIT SUB-GROUP OF CPB" → "Audit Sub-Group of CPB"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from loaders.names import bodies, word_set
from loaders.names.gazetteer import gazetteer

_SMALL = word_set("the a an of for and to in on at by with or from held de la upon")
_CAPITALS = word_set(
    "UK EU US USA HR ICT II III IV VI VII VIII IX A&E CAMHS SEN SENCO ASC LGBT LGBTQ PLC CEO CFO COO CSE FE HE HQ "
    "LEA LEP OBE MBE CBE PSPO GDPR FOI EIR NI ROI USC UCL"
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|[’'&.](?=[^\W_]))*")
_LOWER_WORD = re.compile(r"(?<![\w’'])[A-Za-z]?[a-z]{2,}")
"""A word that is not in capitals; "13th" is none."""
_NEW_LINE = re.compile(
    r"(?:draft |final )?(?:minutes|agenda|notes|report|terms of reference|annual|meeting)\b", re.IGNORECASE
)


def readable(title: str) -> str:
    """A title on one line, without markup, in title case where it was in capitals, at most 200 characters."""
    lines = [" ".join(line.split()) for line in re.sub(r"<[^>]+>|[*#_|]", " ", title).splitlines()]
    lines = [line for line in lines if line]
    whole = lines[0] if lines else ""
    for before, line in pairwise(lines):
        apart = bodies.kind_of(before) and (bodies.kind_of(line) or _NEW_LINE.match(line))
        whole += f", {line}" if apart else f" {line}"
    return (title_case(whole) if not _LOWER_WORD.search(whole) else whole)[:200]


def title_case(name: str) -> str:
    """A name in capitals in title case; initials and Roman numbers keep theirs."""
    position = 0
    result = ""
    for found in _WORD.finditer(name):
        word = found.group()
        if (
            word in _CAPITALS
            or word in _known_initials()
            or not re.search(r"[AEIOUY]", word)
            or any(map(str.isdigit, word))
        ):
            shown = _ordinal(word)
        elif word.lower() in _SMALL and found.start() > 0 and name[found.start() - 1] not in ".:(":
            shown = word.lower()
        else:
            shown = word[:1] + word[1:].lower()
            shown = re.sub(r"^(Mc|O['’])([a-z])", lambda m: m.group(1) + m.group(2).upper(), shown)
        result += name[position : found.start()] + shown
        position = found.end()
    return result + name[position:]


def _ordinal(word: str) -> str:
    return word.lower() if re.fullmatch(r"\d+(?:ST|ND|RD|TH|AM|PM)", word) else word


@cache
def _known_initials() -> frozenset[str]:
    known = gazetteer()
    listed = {form for form in known.bodies if form.isupper() and len(form) < 7 and form.isalpha()}
    return frozenset(listed | set(known.initials))
