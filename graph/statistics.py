"""What a store holds, counted, with a digest by which two loads or two stores can be compared in one line."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.model import Subgraph
from graph.vocabulary import LABELS, PREDICATES


def statistics(everything: Subgraph) -> dict[str, Any]:
    """Counts by label, relationship type, document and modality, and `digest`, equal for equal graphs on any store.

    `everything` is the whole graph with papers and statements (`graph.stores.read_subgraph`).
    """
    labels: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    modalities: Counter[str] = Counter()
    names = {n.id: str(n.properties["name"]) for n in everything.nodes if "Document" in n.labels}
    for node in everything.nodes:
        labels.update(label for label in node.labels if label != "Entity")
        if "Statement" in node.labels:
            documents[names.get(node.properties["document"], "")] += 1
            modalities[node.properties["modality"]] += 1
    types = Counter(r.type for r in everything.relationships)
    return {
        "papers": labels["Document"],
        "statements": labels["Statement"],
        "entities": sum(labels[name] for name in LABELS),
        "labels": {name: labels[name] for name in LABELS if labels[name]},
        "relationships": {name: types[name] for name in PREDICATES if types[name]},
        "modalities": dict(sorted(modalities.items())),
        "documents": {name: documents[name] for name in sorted(names.values())},
        "digest": everything.digest(),
    }
