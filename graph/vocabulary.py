"""The words of the graph: labels, kinds, predicates, qualifiers, modalities and what each property means.

One table for everything else: loaders check statements against it, assembly and the stores take property names
from it, the catalogue refuses queries that use a word it does not have, exports map each word to its standard.
Sources of the standards: W3C ORG and PROV, Popolo, schema.org, SKOS, FOAF.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import VocabularyError
from graph.model import Statement

MODALITIES = ("asserted", "proposed", "historical", "negated")

BODY_KINDS = (
    "council", "cabinet", "committee", "commission", "board", "partnership", "sub-group", "operational group", "group",
    "team", "panel", "forum", "agency", "inspectorate", "department", "directorate", "service", "force", "charity",
    "trust", "company", "school", "office-holder",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A node label, what it stands for, its kinds and the standard term beside it."""

    name: str
    reading: str
    kinds: tuple[str, ...] = ()
    standard: str = ""


LABELS = {
    label.name: label
    for label in (
        Label("Body", "a body that meets or acts", BODY_KINDS, "org:Organization"),
        Label("Person", "someone named with a public role; never anyone else", (), "foaf:Person"),
        Label("Post", "a role in a body, filled or not", (), "org:Post"),
        Label(
            "Instrument",
            "what someone owns and delivers",
            (
                "plan",
                "strategy",
                "policy",
                "protocol",
                "procedure",
                "terms of reference",
                "budget",
                "report",
                "guidance",
            ),
            "schema:CreativeWork",
        ),
        Label("Review", "an inquiry into something", ("inspection", "inquiry", "review", "audit"), "prov:Activity"),
        Label("Recommendation", "what was asked for", (), "prov:Entity"),
        Label("Resolution", "what was decided", (), "prov:Entity"),
        Label("Function", "a service, duty or topic", (), "skos:Concept"),
    )
}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relationship type: which labels it joins, how it reads, its qualifiers and the standard term beside it.

    `single` marks a predicate of which a body or post can have only one at a time: a later report replaces it.
    """

    name: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    reading: str
    qualifiers: tuple[str, ...] = ()
    standard: str = ""
    single: bool = False


_ACTORS = ("Body", "Post", "Person")
_ANY = tuple(LABELS)
_ASKS = ("Recommendation", "Resolution")

PREDICATES = {
    predicate.name: predicate
    for predicate in (
        Predicate(
            "REPORTS_TO",
            (*_ACTORS, "Instrument"),
            _ACTORS,
            "reports to",
            ("cadence", "via", "kind", "role"),
            "org:reportsTo",
        ),
        Predicate("PART_OF", ("Body",), ("Body",), "is part of", (), "org:subOrganizationOf"),
        Predicate(
            "CHAIRS", ("Person", "Post", "Body"), ("Body",), "chairs", ("role", "status"), "org:headOf", single=True
        ),
        Predicate("MEMBER_OF", _ACTORS, ("Body",), "is a member of", ("status", "role"), "org:memberOf"),
        Predicate("ATTENDED", _ACTORS, ("Body",), "attended", ("on", "role"), "popolo:attendee"),
        Predicate("APOLOGIES", _ACTORS, ("Body",), "sent apologies to", ("on", "role"), "popolo:attendee"),
        Predicate(
            "HOLDS_POST",
            ("Person", "Post"),
            ("Post",),
            "holds the post of",
            ("body", "status"),
            "org:holds",
            single=True,
        ),
        Predicate(
            "MANAGES", ("Post", "Person", "Body"), ("Post", "Body", "Function"), "manages", ("role",), "org:reportsTo"
        ),
        Predicate("ACCOUNTABLE_FOR", _ACTORS, _ANY, "is accountable for", ("role", "basis"), "raci:Accountable"),
        Predicate("RESPONSIBLE_FOR", _ACTORS, _ANY, "is responsible for", ("role", "status"), "raci:Responsible"),
        Predicate("OVERSEES", (*_ACTORS, "Review"), _ANY, "oversees", ("role", "cadence"), "answerable:oversees"),
        Predicate("SUPPORTS", _ACTORS, ("Body", "Post", "Person"), "supports", ("role", "cadence"), "raci:Consulted"),
        Predicate(
            "ESTABLISHED_BY",
            ("Body", "Instrument"),
            ("Body", "Person", "Post"),
            "was established by",
            (),
            "org:resultedFrom",
        ),
        Predicate("COMMISSIONED", _ACTORS, ("Review", "Body", "Instrument"), "commissioned", (), "prov:wasStartedBy"),
        Predicate(
            "SUCCEEDED_BY",
            ("Body", "Instrument", "Post", "Person"),
            ("Body", "Instrument", "Post", "Person"),
            "was succeeded by",
            (),
            "org:changedBy",
        ),
        Predicate(
            "ISSUED",
            ("Review", "Body", "Person", "Post", "Instrument"),
            _ASKS,
            "issued",
            ("number",),
            "prov:wasAttributedTo",
        ),
        Predicate("ADDRESSED_TO", _ASKS, _ACTORS, "is addressed to", ("timescale",), "answerable:addressedTo"),
        Predicate("CONCERNS", _ASKS, _ANY, "concerns", (), "dcterms:subject"),
        Predicate(
            "APPOINTED", _ACTORS, ("Person", "Post", "Body"), "appointed", ("role", "status", "body"), "org:changedBy"
        ),
        Predicate("FUNDS", ("Body",), _ANY, "funds", (), "answerable:funds"),
    )
}

ALWAYS_QUALIFIERS = ("since", "until", "basis")
"""Qualifiers that every predicate takes: the period that the paper states, and what the claim rests on."""

QUALIFIERS = tuple(sorted({*ALWAYS_QUALIFIERS, *(q for p in PREDICATES.values() for q in p.qualifiers)}))

LIST_QUALIFIERS = tuple(q for q in QUALIFIERS if q not in ("since", "until", "on"))
"""Qualifiers that become list properties of a relationship, every distinct value kept."""

ENTITY_PROPERTIES = ("name", "aliases", "kind", "place", "parent", "body", "number", "text", "timescale", "issuer")
STATEMENT_PROPERTIES = (
    "predicate", "modality", "quote", "start", "end", "page", "rule", "reported_on", "document", "subject_name",
    "object_name", "subject_ref", "object_ref", *QUALIFIERS,
)  # fmt: skip
DOCUMENT_PROPERTIES = ("name", "title", "kind", "date", "sha256", "text", "blocks", "parts", "entities", "read_as")
RELATIONSHIP_PROPERTIES = (
    "statements", "modality", "since", "until", "holds_from", "holds_to", "superseded_on", "first_reported",
    "last_reported", *LIST_QUALIFIERS,
)  # fmt: skip
"""Of an assembled relationship. `statements`: ids it rests on. `since`/`until`: as stated. `holds_from`/`holds_to`:
ISO days between which it counts (inclusive; 0001-01-01 and 9999-12-31 where open). `superseded_on`: the day of the
report that replaced it. `first_reported`/`last_reported`: ISO days. Every qualifier else: a list of strings."""

STRUCTURE_TYPES = ("SUBJECT", "OBJECT", "FROM", "MENTIONS")
"""(:Statement)-[:SUBJECT|OBJECT]->(:Entity), (:Statement)-[:FROM]->(:Document), (:Document)-[:MENTIONS]->(:Entity)."""

NODE_LABELS = ("Entity", *LABELS, "Statement", "Document")


def check_statement(statement: Statement) -> None:
    """Raise VocabularyError, naming all that is wrong, unless `statement` fits the table."""
    problems = []
    predicate = PREDICATES.get(statement.predicate)
    if predicate is None:
        problems.append(f"no predicate {statement.predicate!r}; the vocabulary has {', '.join(PREDICATES)}")
    else:
        if statement.subject.label not in predicate.subjects:
            problems.append(f"{predicate.name} can't start at a {statement.subject.label} ({statement.subject.name!r})")
        if statement.object.label not in predicate.objects:
            problems.append(f"{predicate.name} can't end at a {statement.object.label} ({statement.object.name!r})")
        unknown = set(statement.qualifiers) - {*predicate.qualifiers, *ALWAYS_QUALIFIERS}
        if unknown:
            problems.append(f"{predicate.name} takes no qualifier {', '.join(sorted(unknown))}")
    if statement.modality not in MODALITIES:
        problems.append(f"no modality {statement.modality!r}; the vocabulary has {', '.join(MODALITIES)}")
    unknown = {k for e in (statement.subject, statement.object) for k in e.attributes} - set(ENTITY_PROPERTIES)
    if unknown:
        problems.append(f"no entity attribute {', '.join(sorted(unknown))}")
    if problems:
        raise VocabularyError(
            f"{statement.rule} at {statement.span.document_id}:{statement.span.start}: {'; '.join(problems)}"
        )
