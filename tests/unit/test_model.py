"""Ids, digests and the shape of what every layer shares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import VocabularyError
from graph.model import Document, Node, Relationship, Subgraph, document_id, entity_id, identify, slug
from graph.vocabulary import check_statement
from tests.unit.papers import paper


def test_slugs_are_readable_ascii() -> None:
    assert slug("Children's & Young People’s Board – Harrowmere") == "childrens-and-young-peoples-board-harrowmere"


def test_papers_with_look_alike_names_have_different_ids() -> None:
    assert document_id("a b.txt") != document_id("a-b.txt")
    assert Document("a b.txt", "", "").id == document_id("a b.txt")


def test_an_entity_id_names_label_name_and_context() -> None:
    assert entity_id("Body", "Cabinet", "Harrowmere") == "body:cabinet--harrowmere"


def test_statement_ids_survive_an_edit_elsewhere_in_the_paper() -> None:
    [before] = paper("a.txt", "2013", "Silver Group | REPORTS_TO | Gold Group").statements
    after = paper(
        "a.txt", "2013", "Cabinet | PART_OF | Harrowmere Council", "Silver Group | REPORTS_TO | Gold Group"
    ).statements
    assert before.id == after[1].id
    assert before.span.start != after[1].span.start


def test_two_mentions_are_two_statements_and_one_mention_is_one() -> None:
    line = "Silver Group | REPORTS_TO | Gold Group"
    first, second = paper("a.txt", "2013", line, line).statements
    assert first.id != second.id
    assert identify([first, first]) == (first,)


def test_a_statement_that_breaks_the_vocabulary_is_told_all_that_is_wrong() -> None:
    [good] = paper("a.txt", "2013", "Silver Group | REPORTS_TO | Gold Group").statements
    check_statement(good)
    bad = replace(good, predicate="CHAIRS", qualifiers={"colour": "red"}, modality="wished")  # type: ignore[arg-type]
    with pytest.raises(VocabularyError) as error:
        check_statement(bad)
    assert "no qualifier colour" in str(error.value)
    assert "no modality 'wished'" in str(error.value)


def test_the_digest_ignores_order_and_absent_properties_and_sees_every_value() -> None:
    a, b = (
        Node("body:a", ("Body", "Entity"), {"name": "A", "kind": None}),
        Node("body:b", ("Entity", "Body"), {"name": "B"}),
    )
    line = Relationship("line:1", "PART_OF", "body:a", "body:b", {"statements": ["s"]})
    same = Subgraph((b, replace(a, properties={"name": "A"})), (line,))
    assert Subgraph((a, b), (line,)).digest() == same.digest()
    assert Subgraph((a, b), (replace(line, properties={"statements": ["t"]}),)).digest() != same.digest()


def test_a_subgraph_is_handed_out_as_networkx() -> None:
    graph = Subgraph(
        (Node("body:a", ("Body",), {"name": "A"}), Node("body:b", ("Body",))),
        (Relationship("line:1", "PART_OF", "body:a", "body:b"),),
    ).to_networkx()
    assert graph.nodes["body:a"]["name"] == "A"
    assert graph.edges["body:a", "body:b", "line:1"]["type"] == "PART_OF"
