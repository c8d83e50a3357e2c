"""Entities, and the exact words that statements rest on, in the one form that answers, findings and views share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from queries.catalogue import run

if TYPE_CHECKING:
    from graph.stores.base import Store

Evidence = dict[str, Any]
"""{"statement", "document" (file name), "document_id", "title", "date", "page", "start", "end", "quote", "rule"}."""

_KEYS = ("statement", "document", "document_id", "title", "date", "page", "start", "end", "quote", "rule")


def read_evidence(store: Store, statements: Iterable[str]) -> dict[str, Evidence]:
    """The evidence of each of `statements` by statement id, oldest report first."""
    wanted = sorted(set(statements))
    if not wanted:
        return {}
    return {row["statement"]: {key: row[key] for key in _KEYS} for row in run(store, "evidence", {"ids": wanted})}


def evidence_for(found: Mapping[str, Evidence], statements: Iterable[str], as_at: str | None = None) -> list[Evidence]:
    """The evidence of `statements`, oldest first; as at a date only what was reported by then, where anything was."""
    wanted = set(statements)
    listed = [evidence for statement, evidence in found.items() if statement in wanted]
    by_then = [e for e in listed if as_at is None or not e["date"] or e["date"] <= as_at + "~"]
    return by_then or listed


def entity_of(row: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """The entity that a row of a canned query gives: {"id", "name", "label", "kind"}."""
    at = f"{prefix}_" if prefix else ""
    return {
        "id": row[prefix or "entity"],
        "name": row[f"{at}name"],
        "label": row[f"{at}label"],
        "kind": row[f"{at}kind"],
    }
