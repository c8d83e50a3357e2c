"""Small papers for tests, written as lines of "subject | PREDICATE | object | qualifiers"."""

from __future__ import annotations

from graph.model import Document, Entity, Extraction, Span, Statement, entity_id, identify

LABELS = {
    "p": "Person",
    "post": "Post",
    "plan": "Instrument",
    "review": "Review",
    "rec": "Recommendation",
    "res": "Resolution",
    "topic": "Function",
}


def named(text: str, place: str | None = "harrowmere") -> Entity:
    """An entity from "p:Ruth Mensah" (label before the colon; a body without one), aliases after "="."""
    head, _, aliases = text.partition("=")
    short, colon, name = head.strip().partition(":")
    label, name = (LABELS[short], name) if colon else ("Body", short)
    title, _, body = name.partition(" @ ")
    attributes = {"body": body.strip()} if body else {}
    if label not in ("Person", "Recommendation") and place:
        attributes["place"] = place
    return Entity(
        entity_id(label, name),
        label,
        title.strip(),
        tuple(a.strip() for a in aliases.split(",") if a.strip()),
        None,
        attributes,
    )


def paper(name: str, date: str | None, *lines: str, place: str | None = "harrowmere") -> Extraction:
    """A paper that makes the statement of each line; the line itself is the quote."""
    text = "\n".join(lines)
    document = Document(name, text, sha256=f"sha-{hash(text)}", title=name, date=date)
    entities: dict[str, Entity] = {}
    statements = []
    offset = 0
    for line in lines:
        subject, predicate, object_, *rest = (part.strip() for part in line.split("|"))
        ends = [named(subject, place), named(object_, place)]
        for end in ends:
            entities.setdefault(end.id, end)
        qualifiers = dict(pair.split("=", 1) for pair in (rest[0].split(", ") if rest and rest[0] else []))
        modality = qualifiers.pop("modality", "asserted")
        span = Span(document.id, offset, offset + len(line), line)
        statements.append(
            Statement(
                "", entities[ends[0].id], predicate, entities[ends[1].id], span, "test:line", modality, qualifiers, date
            )  # type: ignore[arg-type]
        )
        offset += len(line) + 1
    return Extraction(document, tuple(entities.values()), identify(statements))
