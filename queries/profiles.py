"""The profile of one entity: every statement about it, grouped by what is said, each group settled as at a date."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from queries.catalogue import run
from queries.evidence import entity_of, read_evidence
from queries.facts import Fact, Settled, fact_of, settle
from queries.gathering import held_posts

if TYPE_CHECKING:
    from graph.stores.base import Store

TITLES = {
    ("ACCOUNTABLE_FOR", "in"): "Accountable for it",
    ("REPORTS_TO", "out"): "Reports to",
    ("CHAIRS", "in"): "Chair",
    ("MANAGES", "in"): "Managed by",
    ("HOLDS_POST", "in"): "Held by",
    ("PART_OF", "out"): "Part of",
    ("OVERSEES", "in"): "Overseen by",
    ("RESPONSIBLE_FOR", "in"): "Responsible for it",
    ("ISSUED", "in"): "Issued by",
    ("ADDRESSED_TO", "out"): "Addressed to",
    ("CONCERNS", "out"): "Concerns",
    ("HOLDS_POST", "out"): "Posts",
    ("CHAIRS", "out"): "Chairs",
    ("ACCOUNTABLE_FOR", "out"): "Accountable for",
    ("RESPONSIBLE_FOR", "out"): "Responsible for",
    ("OVERSEES", "out"): "Oversees",
    ("MANAGES", "out"): "Manages",
    ("REPORTS_TO", "in"): "Reported to by",
    ("SUPPORTS", "out"): "Supports",
    ("SUPPORTS", "in"): "Supported by",
    ("PART_OF", "in"): "Has as parts",
    ("MEMBER_OF", "in"): "Members",
    ("MEMBER_OF", "out"): "Member of",
    ("ESTABLISHED_BY", "out"): "Established by",
    ("ESTABLISHED_BY", "in"): "Established",
    ("SUCCEEDED_BY", "in"): "Succeeded",
    ("SUCCEEDED_BY", "out"): "Succeeded by",
    ("COMMISSIONED", "in"): "Commissioned by",
    ("COMMISSIONED", "out"): "Commissioned",
    ("APPOINTED", "in"): "Appointed by",
    ("APPOINTED", "out"): "Appointed",
    ("FUNDS", "in"): "Funded by",
    ("FUNDS", "out"): "Funds",
    ("ISSUED", "out"): "Recommended or resolved",
    ("ADDRESSED_TO", "in"): "Asked to act on",
    ("CONCERNS", "in"): "Concerned by",
    ("ATTENDED", "in"): "Attended by",
    ("APOLOGIES", "in"): "Apologies from",
    ("ATTENDED", "out"): "Attended",
    ("APOLOGIES", "out"): "Sent apologies to",
}
"""What each group is called, in the order in which a profile shows them; "in" is what others are or do to it."""

_EXPECTED = {
    "Body": (("REPORTS_TO", "out"), ("CHAIRS", "in")),
    "Post": (("HOLDS_POST", "in"),),
    "Instrument": (("ACCOUNTABLE_FOR", "in"),),
    "Recommendation": (("ADDRESSED_TO", "out"),),
}
"""What is shown as "not stated" when no paper states it."""


def profile(store: Store, entity_id: str, as_at: str | None) -> dict[str, Any]:
    """Everything that the papers state about `entity_id`, or {} when they do not name it.

    {"id", "name", "label", "kind", "aliases", "as_at", other attributes, "papers": [...], "groups": [{"title",
    "predicate", "direction", "status", "facts": [{"entity", "status", "since", …, "evidence"}]}]}. The status of a
    fact is stated, contested, proposed, stated-none, historical, superseded or later.
    """
    known = run(store, "entities", {"ids": [entity_id]})
    if not known:
        return {}
    day = as_at or date.today().isoformat()
    grouped: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for row in run(store, "profile", {"id": entity_id, "as_at": day}):
        grouped[(row["predicate"], row["direction"])].append(fact_of(row))
    evidence = read_evidence(store, {s for facts in grouped.values() for fact in facts for s in fact.statements})
    groups = []
    for key, title in TITLES.items():
        facts = grouped.get(key, [])
        if not facts and key not in _EXPECTED.get(known[0]["label"], ()):
            continue
        single = key == ("CHAIRS", "in")
        settled = settle(facts, single=single, same=held_posts(store, facts, day) if single else ())
        told = [{**fact.as_json(evidence, as_at), "status": _status(fact, settled)} for fact in facts]
        told.sort(key=lambda fact: _ORDER.index(fact["status"]))
        group = {"title": title, "predicate": key[0], "direction": key[1], "status": settled.status, "facts": told}
        groups.append(group)
    details = {
        k: known[0][k] for k in ("place", "parent", "body", "number", "text", "timescale", "issuer") if known[0][k]
    }
    papers = run(store, "named-by", {"id": entity_id})
    return {
        **entity_of(known[0]),
        "aliases": known[0]["aliases"],
        **details,
        "as_at": as_at,
        "papers": papers,
        "groups": groups,
    }


_ORDER = ("contested", "stated", "stated-none", "proposed", "superseded", "historical", "later")


def _status(fact: Fact, settled: Settled) -> str:
    """How one fact stands within its group."""
    if fact.modality == "negated":
        return "stated-none"
    if fact.modality == "proposed":
        return "proposed"
    if fact.time == "after":
        return "later"
    if fact.time == "before":
        return "superseded" if fact.superseded_on else "historical"
    rival = settled.status == "contested" and any(fact.entity["id"] == held.entity["id"] for held in settled.held)
    return "contested" if rival else "stated"
