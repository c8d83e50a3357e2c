"""A paper as a page on which every name, reference and statement is marked with the rule that read it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from string import Template

from graph.model import Block, Entity, Extraction, Mark, Part, Statement
from viz.network import policy
from viz.typeface import printable


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the paper over which the same marks and statements lie; both as indexes."""

    start: int
    end: int
    marks: tuple[int, ...]
    statements: tuple[int, ...]


def explanation_page(extraction: Extraction, marks: Sequence[Mark]) -> str:
    """A self-contained HTML page of the paper with `marks` and the statements of `extraction`, each with its rule."""
    page = _Page(extraction, marks)
    script = resources.files("viz").joinpath("explain.js").read_text(encoding="utf-8")
    document = extraction.document
    rules = Counter(s.rule for s in extraction.statements)
    return Template(resources.files("viz").joinpath("explain.html").read_text(encoding="utf-8")).substitute(
        policy=policy(script),
        title=escape(printable(document.title)),
        name=escape(printable(document.name)),
        counts=escape(
            f"{len(document.parts)} {'part' if len(document.parts) == 1 else 'parts'}, "
            f"{len(extraction.entities)} entities, {len(extraction.statements)} statements"
        ),
        rules="".join(
            f'<option value="{escape(rule)}">{escape(rule)} ({count})</option>' for rule, count in sorted(rules.items())
        ),
        paper="".join(page.blocks()),
        statements="".join(page.statement(i, s) for i, s in enumerate(extraction.statements))
        or "<li>Nothing was read from this paper.</li>",
        script=script,
    )


class _Page:
    def __init__(self, extraction: Extraction, marks: Sequence[Mark]) -> None:
        self.document = extraction.document
        self.text = self.document.text
        self.statements = extraction.statements
        self.marks = marks
        self.entities: Mapping[str, Entity] = {e.id: e for e in extraction.entities}
        self._pieces = list(_pieces(marks, extraction.statements))
        self._ends = [p.end for p in self._pieces]

    def statement(self, index: int, said: Statement) -> str:
        """An entry of the list of statements."""
        details = "".join(f"; {k} {v}" for k, v in sorted(said.qualifiers.items()))
        page = f"page {said.span.page}, " if said.span.page else ""
        return (
            f'<li data-rule="{escape(said.rule)}" class="{said.modality}"><button type="button" data-s="{index}">'
            f"<b>{escape(said.subject.name)}</b> <i>{escape(said.predicate)}</i> <b>{escape(said.object.name)}</b>"
            f"</button><small>{escape(said.modality + details)}; {page}{escape(said.reported_on or 'no date')}<br>"
            f"<code>{escape(said.rule)}</code></small></li>"
        )

    def blocks(self) -> Iterator[str]:
        """The paper's blocks as HTML, with a line where a part or a page begins."""
        parts = list(self.document.parts)
        page: int | None = None
        table = False
        for block in self.document.blocks:
            opened = [p for p in parts if p.start <= block.start]
            parts = parts[len(opened) :]
            turned = block.page is not None and block.page != page
            page = block.page
            if table and (block.kind != "row" or opened or turned):
                yield "</tbody></table>"
                table = False
            if opened:
                yield _part(opened[-1])
            if turned:
                yield f'<p class="page">Page {block.page}</p>'
            if block.kind == "row" and not table:
                yield "<table><tbody>"
                table = True
            yield self._block(block)
        if table:
            yield "</tbody></table>"

    def _block(self, block: Block) -> str:
        silent = ' class="silent"' if self._silent(block) else ""
        if block.kind == "row":
            cells = "".join(f"<td>{self._marked(a, b)}</td>" for a, b in block.cells)
            return f"<tr{silent}>{cells}</tr>"
        words = self._marked(block.start, block.end)
        number = f'<span class="number">{escape(block.number or "•")}</span> ' if block.kind == "item" else ""
        tag = f"h{min(6, 2 + (block.level or 1))}" if block.kind == "heading" else "p"
        about = f' data-kind="{block.kind}"' + (f' data-level="{block.level}"' if block.level else "")
        return f"<{tag}{about}{silent}>{number}{words}</{tag}>"

    def _silent(self, block: Block) -> bool:
        """Whether a block names two or more and yet states nothing: where a rule may be missing."""
        over = list(self._over(block.start, block.end))
        named = {self.marks[m].entities for p in over for m in p.marks}
        return len(named) > 1 and not any(p.statements for p in over)

    def _over(self, start: int, end: int) -> Iterator[_Piece]:
        for piece in self._pieces[bisect_right(self._ends, start) :]:
            if piece.start >= end:
                return
            yield piece

    def _marked(self, start: int, end: int) -> str:
        html = []
        position = start
        for piece in self._over(start, end):
            a, b = max(start, piece.start), min(end, piece.end)
            html.append(escape(self.text[position:a]))
            html.append(self._piece(piece, a, b))
            position = b
        html.append(escape(self.text[position:end]))
        return "".join(html)

    def _piece(self, piece: _Piece, start: int, end: int) -> str:
        classes, said = [], []
        for index in sorted(piece.marks, key=lambda i: self.marks[i].end - self.marks[i].start)[:1]:
            mark = self.marks[index]
            first = self.entities.get(mark.entities[0]) if mark.entities else None
            classes += [mark.kind, first.label.lower() if first else "unsure"]
        for index in piece.marks:
            mark = self.marks[index]
            whom = " and ".join(self._whom(e) for e in mark.entities) or "not sure who is meant"
            said.append(f"{whom} ({mark.rule})")
        for index in piece.statements:
            statement = self.statements[index]
            said.append(f"{statement.subject.name} {statement.predicate} {statement.object.name} ({statement.rule})")
        if piece.statements:
            classes += ["said", *sorted({self.statements[i].modality for i in piece.statements})]
        numbers = " ".join(map(str, piece.statements))
        return (
            f'<span class="{" ".join(classes)}" data-s="{numbers}" title="{escape(chr(10).join(said))}">'
            f"{escape(self.text[start:end])}</span>"
        )

    def _whom(self, entity_id: str) -> str:
        entity = self.entities.get(entity_id)
        return f"{entity.label}: {entity.name}" if entity else entity_id


def _pieces(marks: Sequence[Mark], statements: Sequence[Statement]) -> Iterator[_Piece]:
    """The stretches between the ends of marks and statements, those over which any lies, in order."""
    events = [(m.start, 1, 0, i) for i, m in enumerate(marks)] + [(m.end, 0, 0, i) for i, m in enumerate(marks)]
    events += [(s.span.start, 1, 1, i) for i, s in enumerate(statements)]
    events += [(s.span.end, 0, 1, i) for i, s in enumerate(statements)]
    active: tuple[dict[int, None], dict[int, None]] = ({}, {})
    position = 0
    for offset, opens, sort, index in sorted(events):
        if offset > position and (active[0] or active[1]):
            yield _Piece(position, offset, tuple(active[0]), tuple(active[1]))
        position = offset
        if opens:
            active[sort][index] = None
        else:
            active[sort].pop(index, None)


def _part(part: Part) -> str:
    words = ", ".join(filter(None, (part.title, part.body, part.date or "no date")))
    return f'<p class="part">{escape(printable(f"{part.kind}: {words}"))}</p>'
