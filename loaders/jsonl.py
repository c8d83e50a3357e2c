"""An extraction as JSON Lines, one statement a line, the form in which extraction is scored and exchanged."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.model import Entity, Extraction


def extraction_jsonl(extraction: Extraction) -> Iterator[str]:
    """Each statement as one line of JSON, with its ends, modality, qualifiers, evidence and rule."""
    for statement in extraction.statements:
        yield json.dumps(
            {
                "subject": _entity(statement.subject),
                "predicate": statement.predicate,
                "object": _entity(statement.object),
                "modality": statement.modality,
                "qualifiers": dict(statement.qualifiers),
                "evidence": {
                    "start": statement.span.start,
                    "end": statement.span.end,
                    "quote": statement.span.quote,
                    "page": statement.span.page,
                },
                "rule": statement.rule,
                "reported_on": statement.reported_on,
                "id": statement.id,
            },
            ensure_ascii=False,
        )


def _entity(entity: Entity) -> dict[str, object]:
    return {
        "name": entity.name,
        "kind": entity.kind or entity.label.lower(),
        "label": entity.label,
        "aliases": list(entity.aliases),
        "number": entity.attributes.get("number"),
    }
