"""Our own sheet (CSV): one statement a row, with its source. What a workshop fills in and `data/rotherham` is kept in.

The evidence of a statement is the row itself. A row that is wrong is left out and reported with its row number, its
column and what would be right; every wrong cell of a sheet is reported at once, and the good rows count.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from graph.errors import AnswerableError, DocumentError
from graph.model import Block, Document, Entity, Extraction, Modality, Part, Span, Statement, entity_id, identify, slug
from graph.timeline import first_day, last_day
from graph.vocabulary import ALWAYS_QUALIFIERS, LABELS, MODALITIES, PREDICATES, QUALIFIERS, Predicate
from loaders.dates import only_date
from loaders.readers.encoding import decode
from loaders.registers.delimited import Row, rows

RULE = "register:sheet"

REQUIRED = ("subject", "subject_label", "predicate", "object", "object_label", "source_title")
ENTITY_COLUMNS = ("aliases", "kind", "place", "body")
"""What more a sheet can say of its subject and object: `subject_kind`, `object_aliases` (";" between them) …"""

FROM_SOURCE = "basis"
"""The qualifier that the source columns make up; it has no column of its own."""

OPTIONAL = (
    "modality",
    *(q for q in QUALIFIERS if q != FROM_SOURCE),
    "source_date", "source_place", "note",
    *(f"{end}_{column}" for end in ("subject", "object") for column in ENTITY_COLUMNS),
)  # fmt: skip
COLUMNS = (*REQUIRED, *OPTIONAL)

_DATES = ("since", "until", "on", "source_date")
_REMEDY = "Mend these rows and load the sheet again; what was loaded of it is then replaced"


def read_sheet(path: Path, name: str) -> tuple[Extraction, list[str]]:
    """What the good rows of the sheet at `path` say, and every problem of the others.

    Raises DocumentError for a file that can't be read, is not our sheet, or has no good row at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"it can't be opened ({error.strerror})"
        raise DocumentError(name, problem, "Check the path and the permissions") from None
    text = decode(data, name)
    header, *body = rows(text) if text.strip("\ufeff \t\r\n") else [Row(1, 0, 0, ())]
    columns = [c.value.lower().replace(" ", "_") for c in header.cells]
    problems = _check_header(name, columns)
    document = Document(
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(
            Block("row", r.start, r.end, cells=tuple((c.start, c.end) for c in r.cells)) for r in (header, *body)
        ),
        parts=(Part(0, len(text), "register", path.stem),),
        title=path.stem,
        kind="register",
    )
    sheet = _Sheet(document, problems=problems)
    statements = [statement for row in body if (statement := sheet.statement(row, columns))]
    if not statements:
        raise DocumentError(name, sheet.problems or ["it has a header and no rows"], _REMEDY)
    named = identify(sheet.with_whole_entities(statements))
    entities = {e.id: e for s in named for e in (s.subject, s.object)}
    return Extraction(document, tuple(entities[i] for i in sorted(entities)), named), sheet.problems


def _check_header(name: str, columns: list[str]) -> list[str]:
    """Problems of the header that leave the rows readable. Raises DocumentError for those that don't."""
    missing = [c for c in REQUIRED if c not in columns]
    twice = sorted({c for c in columns if c and columns.count(c) > 1})
    fatal = []
    if missing:
        fatal.append(f"row 1: it lacks the columns {', '.join(missing)}, so it is not a sheet of statements")
    if twice:
        fatal.append(f"row 1: the columns {', '.join(twice)} stand there more than once")
    if fatal:
        remedy = f"A sheet's first row names its columns: {', '.join(REQUIRED)}; and as needed {', '.join(OPTIONAL)}"
        raise DocumentError(name, fatal, remedy)
    unknown = [c for c in columns if c and c not in COLUMNS]
    return [f"row 1: no column is called {c!r}, it was not read; there are {', '.join(COLUMNS)}" for c in unknown]


@dataclass(slots=True)
class _Sheet:
    """A sheet as it is read: its problems so far, and all that its rows say of each entity."""

    document: Document
    problems: list[str]
    _said: dict[str, Entity] = field(default_factory=dict)

    def statement(self, row: Row, columns: list[str]) -> Statement | None:
        """What `row` states; None, with its problems noted, where anything in it is wrong."""
        if row.problem:
            self.problems.append(f"row {row.number}: {row.problem}")
            return None
        beyond = [c.value for c in row.cells[len(columns) :] if c.value]
        cells = {column: cell.value for column, cell in zip(columns, row.cells, strict=False)}
        checked = _Checked(cells)
        if beyond:
            checked.refuse(
                "the last", f"{beyond[0]!r} stands beyond the header; put text with commas in quotation marks"
            )
        statement = checked.statement(self.document, row)
        if checked.problems:
            self.problems += [f"row {row.number}, {problem}" for problem in checked.problems]
            return None
        for entity in (statement.subject, statement.object):
            self._said[entity.id] = _joined(self._said.get(entity.id, entity), entity)
        return statement

    def with_whole_entities(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements, each end with all that any row says of it."""
        return [replace(s, subject=self._said[s.subject.id], object=self._said[s.object.id]) for s in statements]


def _joined(one: Entity, other: Entity) -> Entity:
    """What two rows say of one entity; where they differ, the earlier row counts."""
    aliases = tuple(dict.fromkeys((*one.aliases, *other.aliases)))
    return Entity(one.id, one.label, one.name, aliases, one.kind or other.kind, {**other.attributes, **one.attributes})


@dataclass(slots=True)
class _Checked:
    """The cells of one row by column, and what is wrong with them."""

    cells: Mapping[str, str]
    problems: list[str] = field(default_factory=list)

    def refuse(self, column: str, problem: str) -> None:
        """Note that the cell in `column` is wrong."""
        self.problems.append(f"column {column}: {problem}")

    def statement(self, document: Document, row: Row) -> Statement:
        """The row as a statement; it counts only where no problem was noted."""
        for column in REQUIRED:
            if not self.cells.get(column):
                self.refuse(column, "it is empty, and every row needs it")
        subject, obj = self._entity("subject"), self._entity("object")
        predicate = self._word("predicate", PREDICATES)
        modality = self._word("modality", MODALITIES) or "asserted"
        dates = {column: self._date(column) for column in _DATES}
        qualifiers = {q: dates.get(q) or self.cells[q] for q in QUALIFIERS if self.cells.get(q) and q != FROM_SOURCE}
        if predicate:
            self._check_fit(PREDICATES[predicate], subject, obj, qualifiers)
        since, until = dates["since"], dates["until"]
        if since and until and first_day(since) > last_day(until):
            self.refuse("until", f"{until} is before {since} in column since")
        source = (self.cells.get("source_title"), self.cells.get("source_place"))
        return Statement(
            id="",
            subject=subject,
            predicate=predicate,
            object=obj,
            span=Span(document.id, row.start, row.end, document.text[row.start : row.end]),
            rule=RULE,
            modality=cast(Modality, modality),
            qualifiers={**qualifiers, FROM_SOURCE: ", ".join(filter(None, source))},
            reported_on=dates["source_date"],
        )

    def _word(self, column: str, accepted: Iterable[str]) -> str:
        """The word of `accepted` that the cell means, whatever its case and spaces; "" where it means none of them."""
        written = self.cells.get(column, "")
        words = {word.lower(): word for word in accepted}
        word = words.get("_".join(written.lower().split()), "")
        if written and not word:
            self.refuse(column, f"{written!r} is none of {', '.join(words.values())}")
        return word

    def _date(self, column: str) -> str | None:
        """The date in the cell as ISO text; also as a spreadsheet or a person writes it ("01/09/2013")."""
        written = self.cells.get(column)
        if not written:
            return None
        try:
            first_day(written)
        except AnswerableError:
            written_out = only_date(written)
            if written_out is None:
                self.refuse(column, f"{written!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
            return written_out
        return written

    def _entity(self, end: str) -> Entity:
        name, label = self.cells.get(end, ""), self._word(f"{end}_label", LABELS)
        more = {column: self.cells.get(f"{end}_{column}", "") for column in ENTITY_COLUMNS}
        kind = more["kind"].lower() or None
        kinds = LABELS[label].kinds if label else ()
        if kind and kinds and kind not in kinds:
            self.refuse(f"{end}_kind", f"{kind!r} is none of {', '.join(kinds)}")
        if more["body"] and label not in ("Post", ""):
            self.refuse(f"{end}_body", f"only a Post has a body that it belongs to, and {name!r} is a {label}")
        aliases = tuple(alias.strip() for alias in more["aliases"].split(";") if alias.strip())
        attributes = {column: more[column] for column in ("place", "body") if more[column]}
        if "place" in attributes:
            attributes["place"] = slug(attributes["place"])
        return Entity(entity_id(label, name, more["body"]), label, name, aliases, kind, attributes)

    def _check_fit(self, predicate: Predicate, subject: Entity, obj: Entity, qualifiers: Mapping[str, str]) -> None:
        """Note what the vocabulary does not allow between these two."""
        for end, entity, labels in (("subject", subject, predicate.subjects), ("object", obj, predicate.objects)):
            if entity.label and entity.label not in labels:
                side = "starts" if end == "subject" else "ends"
                self.refuse(f"{end}_label", f"{predicate.name} {side} at {' or '.join(labels)}, not at {entity.label}")
        for qualifier in sorted(set(qualifiers) - {*predicate.qualifiers, *ALWAYS_QUALIFIERS}):
            takes = ", ".join((*predicate.qualifiers, *(q for q in ALWAYS_QUALIFIERS if q != FROM_SOURCE)))
            self.refuse(qualifier, f"{predicate.name} takes none; it takes {takes}")
