"""Score statements against the benchmark's annotation: what is found, what is missed, what is wrong.

    python -m tests.bench.governance                 Answerable itself, paper by paper
    python -m tests.bench.governance STATEMENTS…     another extractor: PAPER-STEM.jsonl files, see README.md

An annotation stands beside its paper as PAPER-STEM.gold:

    Harrowmere Safeguarding Children Board = HSCB = the Board
    ---
    CSE Sub Group | REPORTS_TO | HSCB | asserted | reports to the Board every quarter
    ? Ruth Mensah | HOLDS_POST | Independent Chair | asserted | Independent Chair: Ruth Mensah

Above the line stand names with their other forms; below it statements with the words that make them. "?" marks what may be
said and need not be. "~" before an end marks a matter, or someone without a name, that is worded freely: half of the words
of the shorter wording must be shared. A statement counts as found when predicate and both ends are those of one annotated
line ("A/B": either predicate); where the annotation says negated, an asserted statement is wrong, and the other way round.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MODALITIES = ("asserted", "proposed", "historical", "negated")
_ASKS = {"ISSUED": "object", "ADDRESSED_TO": "subject", "CONCERNS": "subject"}
"""The end of each of these predicates that is a recommendation or resolution, named by its wording."""

_CUT_SHORT = 24
"""Two wordings of an ask are the same where one begins the other and both are longer than this."""

_STOP = frozenset(
    ("the", "a", "an", "of", "for", "and", "to", "in", "on", "at", "by", "with", "from", "its", "their", "this", "that")
)
_HONORIFIC = re.compile(r"^(?:cllr|councillor|mr|mrs|ms|miss|dr|prof|professor|rev|sir|dame)\.? ")


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated line of a paper."""

    subject: str
    predicates: tuple[str, ...]
    object: str
    modality: str
    words: str
    optional: bool

    def __str__(self) -> str:
        return f"{self.subject} {'/'.join(self.predicates)} {self.object}: {self.words}"


@dataclass(slots=True)
class Gold:
    """The annotation of one paper: names with all their forms, and the statements."""

    forms: dict[str, frozenset[str]]
    statements: list[Expected]

    def same(self, name: str, said: Iterable[str], *, ask: bool = False) -> bool:
        """Whether one of the names `said` is a form of the annotated `name`; an ask's long wording may be cut short."""
        given = {plain(s) for s in said if s}
        if name.startswith("~"):
            return any(_share_words(plain(name), s) for s in given)
        wanted = self.forms.get(plain(name), frozenset((plain(name),)))
        return bool(given & wanted) or (ask and any(_begins(a, b) for a in given for b in wanted))


@dataclass(slots=True)
class Score:
    """Counts over one or more papers, and the lines behind them."""

    found: int = 0
    required: int = 0
    right: int = 0
    said: int = 0
    modality: int = 0
    missed: list[Expected] = field(default_factory=list)
    wrong: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was said, the part that is annotated; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Of what must be found, the part that was; 1 where nothing must."""
        return self.found / self.required if self.required else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.required + other.required,
            self.right + other.right,
            self.said + other.said,
            self.modality + other.modality,
            [*self.missed, *other.missed],
            [*self.wrong, *other.wrong],
        )


def plain(name: str) -> str:
    """A name as it is compared: lower case, without article, title, punctuation and possessive."""
    words = re.sub(
        r"\s+", " ", re.sub(r"[^a-z0-9 ]+", " ", re.sub(r"[’']s\b", "s", name.lower().replace("&", " and ")))
    )
    return _HONORIFIC.sub("", re.sub(r"^(?:the|a|an) ", "", words.strip())).strip()


def read_gold(path: Path) -> Gold:
    """The annotation in `path`. Raises ValueError that names the line which can't be read."""
    names, line, claims = f"\n{path.read_text(encoding='utf-8')}".partition("\n---\n")
    if not line:
        raise ValueError(f"{path.name}: no line of three hyphens between names and statements")
    forms: dict[str, frozenset[str]] = {}
    for row in filter(str.strip, names.splitlines()):
        same = frozenset(plain(form) for form in row.split("="))
        for form in same:
            forms[form] = forms.get(form, frozenset()) | same
    statements = []
    for row in filter(str.strip, claims.splitlines()):
        cells = [cell.strip() for cell in row.removeprefix("?").split("|", 4)]
        if len(cells) != 5 or cells[3] not in MODALITIES or not all(cells):
            raise ValueError(f"{path.name}: “{row}” is not: subject | PREDICATE | object | modality | words")
        subject, predicates, object_, modality, words = cells
        statements.append(
            Expected(subject, tuple(predicates.split("/")), object_, modality, words, row.startswith("?"))
        )
    return Gold(forms, statements)


def score(gold: Gold, said: Iterable[Mapping[str, Any]]) -> Score:
    """How statements (in the form of `answerable extract --format jsonl`) agree with the annotation of their paper."""
    result = Score(required=sum(not e.optional and e.modality != "negated" for e in gold.statements))
    found: set[int] = set()
    for statement in said:
        result.said += 1
        hits = [e for e in gold.statements if statement["predicate"] in e.predicates and _ends(gold, e, statement)]
        agree = [e for e in hits if (e.modality == "negated") == (statement["modality"] == "negated")]
        if not agree:
            result.wrong.append(statement)
            continue
        result.right += 1
        result.modality += any(e.modality == statement["modality"] for e in agree)
        found |= {id(e) for e in agree}
    required = [e for e in gold.statements if not e.optional and e.modality != "negated"]
    result.missed = [e for e in required if id(e) not in found]
    result.found = len(required) - len(result.missed)
    return result


def _ends(gold: Gold, expected: Expected, statement: Mapping[str, Any]) -> bool:
    asks = _ASKS.get(statement["predicate"])
    return all(
        gold.same(getattr(expected, end), _names(statement[end]), ask=end == asks) for end in ("subject", "object")
    )


def _begins(a: str, b: str) -> bool:
    return min(len(a), len(b)) > _CUT_SHORT and (a.startswith(b) or b.startswith(a))


def _share_words(a: str, b: str) -> bool:
    ours, theirs = (set(s.split()) - _STOP for s in (a, b))
    return bool(ours & theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _names(entity: Mapping[str, Any]) -> list[str]:
    return [str(entity["name"]), *map(str, entity.get("aliases") or ())]


def read_statements(path: Path) -> list[Mapping[str, Any]]:
    """The statements of a JSON Lines file. Raises ValueError that names the file and the line which can't be read."""
    statements = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not row.strip():
            continue
        try:
            statement = json.loads(row)
            complete = {"predicate", "modality"} <= statement.keys() and all(
                "name" in statement[end] for end in ("subject", "object")
            )
        except (json.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"{path}, line {number}: {error}") from None
        if not complete:
            raise ValueError(f"{path}, line {number}: subject.name, predicate, object.name and modality are needed")
        statements.append(statement)
    return statements
