"""What is loaded, in numbers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.problems import documented
from api.routes import examples
from api.routes.parameters import Nothing, StoreToRead, example
from graph.stores import Store
from graph.vocabulary import LABELS

router = APIRouter(tags=["summary"], responses=documented(422, 500, 503))


@router.get("/summary", responses=example(examples.SUMMARY))
def summary(store: StoreToRead, asked: Annotated[Nothing, Query()]) -> dict[str, Any]:
    """How many papers and statements are loaded, and how many things of each label they name."""
    labels = {name: _count(store, name) for name in LABELS}
    return {
        "papers": _count(store, "Document"),
        "statements": _count(store, "Statement"),
        "entities": sum(labels.values()),
        "labels": {name: number for name, number in labels.items() if number},
    }


def _count(store: Store, label: str) -> int:
    """How many nodes carry `label`, a word of the vocabulary, never of a request."""
    return int(store.read(f"MATCH (n:{label}) RETURN count(n) AS number ORDER BY number")[0]["number"])
