"""What every store does, whichever engine stands behind it."""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from graph.errors import QueryError, StoreError, VocabularyError
from graph.model import Node, Relationship, Subgraph
from graph.stores import Change, Store, read_subgraph, snapshot
from graph.stores.batches import ROWS
from tests.contract.graphs import adding, body, came_from, graph, paper, reports_to, statement

A, B, C = body("a"), body("b"), body("c")
PAPER, STATEMENT = paper("minutes"), statement("1", start=3, end=9, page=2)
SMALL = graph(
    A, B, PAPER, STATEMENT, reports_to("line", A, B, statements=["statement:1"]), came_from("from", STATEMENT, PAPER)
)

HOSTILE = (
    "Robert'); DROP TABLE bodies;--",
    "x' OR 1=1 //",
    "}) DETACH DELETE n //",
    "`) MATCH (m) DETACH DELETE m //",
    "$rows ${name} {{name}} %s",
    'back\\slash \\u0027 \\\' and "quotes"',
    "line\nbreak\ttab\r\nand /* comment */",
    "nul \x00 byte, zero width \u200b, right to left \u202e, emoji \U0001f600, e\u0301 and \u00e9",
    "<img src=x onerror=alert(1)>",
    "",
)


def names(store: Store) -> dict[str, Any]:
    return {row["id"]: row["name"] for row in store.read("MATCH (n) RETURN n.id AS id, n.name AS name ORDER BY id")}


def lines(store: Store) -> list[tuple[str, str, str]]:
    rows = store.read("MATCH (a)-[r]->(b) RETURN r.id AS id, a.id AS source, b.id AS target ORDER BY id")
    return [(row["id"], row["source"], row["target"]) for row in rows]


# What is written is there


def test_a_new_store_is_empty(store: Store) -> None:
    assert read_subgraph(store) == Subgraph()


def test_the_schema_can_be_laid_out_again(store: Store) -> None:
    store.write(Change(SMALL))
    store.ensure_schema()
    assert read_subgraph(store).digest() == SMALL.digest()


def test_what_is_written_is_read_back(store: Store) -> None:
    store.write(Change(SMALL))
    assert read_subgraph(store).digest() == SMALL.digest()


def test_writing_twice_is_writing_once(store: Store) -> None:
    store.write(Change(SMALL))
    store.write(Change(SMALL))
    assert read_subgraph(store).digest() == SMALL.digest()


def test_nodes_and_relationships_come_in_order_with_sorted_labels(store: Store) -> None:
    store.write(adding(STATEMENT, C, PAPER, A, reports_to("z", A, C), reports_to("y", C, A)))
    read = read_subgraph(store)
    assert [(node.id, node.labels) for node in read.nodes] == [
        ("body:a", ("Body", "Entity")),
        ("body:c", ("Body", "Entity")),
        ("paper:minutes", ("Document",)),
        ("statement:1", ("Statement",)),
    ]
    assert [relationship.id for relationship in read.relationships] == ["y", "z"]


def test_entities_can_be_read_without_the_papers(store: Store) -> None:
    store.write(Change(SMALL))
    read = read_subgraph(store, entities_only=True)
    assert [node.id for node in read.nodes] == ["body:a", "body:b"]
    assert [relationship.id for relationship in read.relationships] == ["line"]


def test_reading_in_pages_leaves_nothing_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_PAGE", 2)
    bodies = [body(f"b{number}") for number in range(5)]
    store.write(adding(*bodies))
    assert [node.id for node in read_subgraph(store).nodes] == [node.id for node in bodies]


def test_a_change_larger_than_one_batch_is_written_whole(store: Store) -> None:
    bodies = [body(f"{number:05}") for number in range(2 * ROWS + 1)]
    chain = [reports_to(f"r{number:05}", *pair) for number, pair in enumerate(pairwise(bodies))]
    store.write(adding(*bodies, *chain))
    assert store.read("MATCH (n:Body) RETURN count(n) AS n") == [{"n": 2 * ROWS + 1}]
    assert store.read("MATCH (:Body)-[r:REPORTS_TO]->(:Body) RETURN count(r) AS n") == [{"n": 2 * ROWS}]


def test_a_node_answers_to_each_of_its_labels(store: Store) -> None:
    store.write(adding(A, paper("p"), statement("s")))
    found = {
        label: [row["id"] for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")]
        for label in ("Entity", "Body", "Post", "Document", "Statement")
    }
    assert found == {
        "Entity": ["body:a"], "Body": ["body:a"], "Post": [], "Document": ["paper:p"], "Statement": ["statement:s"],
    }  # fmt: skip


def test_two_relationships_between_the_same_nodes_stay_two(store: Store) -> None:
    store.write(adding(A, B, reports_to("1", A, B, modality="asserted"), reports_to("2", A, B, modality="proposed")))
    assert lines(store) == [("1", "body:a", "body:b"), ("2", "body:a", "body:b")]


def test_a_node_may_relate_to_itself(store: Store) -> None:
    store.write(adding(A, reports_to("loop", A, A)))
    store.write(adding(A, reports_to("loop", A, A)))
    assert lines(store) == [("loop", "body:a", "body:a")]


# What is written again replaces what was there


def test_a_replaced_node_loses_properties_and_keeps_relationships(store: Store) -> None:
    store.write(adding(body("a", kind="board", aliases=["AB"]), B, reports_to("line", A, B)))
    store.write(adding(body("a", place="harrowmere")))
    [node] = [node for node in read_subgraph(store).nodes if node.id == "body:a"]
    assert node.properties == {"name": "a", "place": "harrowmere"}
    assert lines(store) == [("line", "body:a", "body:b")]


def test_a_replaced_relationship_loses_properties_and_may_move(store: Store) -> None:
    store.write(adding(A, B, C, reports_to("line", A, B, cadence=["quarterly"], modality="asserted")))
    store.write(adding(reports_to("line", B, C, modality="proposed")))
    [relationship] = read_subgraph(store).relationships
    assert relationship == reports_to("line", B, C, modality="proposed")
    assert relationship.properties == {"modality": "proposed"}


def test_of_two_elements_with_one_id_in_a_change_the_last_counts(store: Store) -> None:
    store.write(
        adding(body("a", kind="board"), body("a", kind="panel"), B, reports_to("r", A, B), reports_to("r", B, A))
    )
    assert [node.properties.get("kind") for node in read_subgraph(store).nodes] == ["panel", None]
    assert lines(store) == [("r", "body:b", "body:a")]


def test_a_removed_node_takes_its_relationships_with_it(store: Store) -> None:
    store.write(Change(SMALL))
    store.write(Change(remove_nodes=("body:b", "paper:minutes", "statement:1")))
    assert list(names(store)) == ["body:a"]
    assert lines(store) == []


def test_a_removed_relationship_leaves_its_nodes(store: Store) -> None:
    store.write(Change(SMALL))
    store.write(Change(remove_relationships=(("REPORTS_TO", "line"),)))
    assert lines(store) == [("from", "statement:1", "paper:minutes")]
    assert "body:b" in names(store)


def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    store.write(Change(SMALL))
    store.write(
        Change(remove_nodes=("body:z", "paper:z"), remove_relationships=(("REPORTS_TO", "z"), ("PART_OF", "line")))
    )
    assert read_subgraph(store).digest() == SMALL.digest()


def test_what_a_change_removes_and_adds_is_there_afterwards(store: Store) -> None:
    store.write(Change(SMALL))
    store.write(
        replace(
            adding(A, B, reports_to("line", B, A)),
            remove_nodes=("body:a",),
            remove_relationships=(("REPORTS_TO", "line"),),
        )
    )
    assert lines(store) == [("from", "statement:1", "paper:minutes"), ("line", "body:b", "body:a")]


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_changes_leaves_the_graph_that_they_add_up_to(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    nodes: dict[str, Node] = {}
    relationships: dict[str, Relationship] = {}
    for _ in range(12):
        change = random_change(chance, nodes)
        for _, taken in change.remove_relationships:
            relationships.pop(taken, None)
        for node_id in change.remove_nodes:
            nodes.pop(node_id, None)
        relationships = {k: r for k, r in relationships.items() if r.start in nodes and r.end in nodes}
        nodes |= {node.id: node for node in change.add.nodes}
        relationships |= {r.id: r for r in change.add.relationships}
        store.write(change)
        assert read_subgraph(store).digest() == Subgraph(tuple(nodes.values()), tuple(relationships.values())).digest()


def random_change(chance: random.Random, nodes: dict[str, Node]) -> Change:
    """Some nodes added or replaced, some taken away, lines drawn among those that are there afterwards."""
    some = [body(str(n), kind=chance.choice(["board", None]), aliases=["x"] * chance.randrange(3)) for n in range(8)]
    added = chance.sample(some, 4)
    gone = chance.sample([*nodes, "body:never"], min(2, len(nodes) + 1))
    there = sorted({*nodes, *(n.id for n in added)} - (set(gone) - {n.id for n in added}))
    drawn = [
        Relationship(
            f"r{number}",
            "PART_OF",
            chance.choice(there),
            chance.choice(there),
            {"since": str(chance.randrange(2010, 2020))},
        )
        for number in chance.sample(range(10), 4)
    ]
    taken = tuple(("PART_OF", f"r{number}") for number in chance.sample(range(10), 2))
    return Change(graph(*added, *drawn), tuple(gone), taken)


# All of a change or none


def test_a_change_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    store.write(Change(SMALL))
    lost = replace(
        adding(body("new"), body("a", kind="panel"), reports_to("x", A, body("nowhere"))), remove_nodes=("body:b",)
    )
    with pytest.raises(StoreError, match=r"'x' joins 'body:a' to 'body:nowhere'.* Nothing was written"):
        store.write(lost)
    assert read_subgraph(store).digest() == SMALL.digest()


def test_a_node_cannot_change_its_label(store: Store) -> None:
    store.write(Change(SMALL))
    with pytest.raises(StoreError):
        store.write(adding(Node("body:a", ("Entity", "Post"), {"name": "a"}), body("other")))
    assert read_subgraph(store).digest() == SMALL.digest()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(adding(Node("body:x", ("Entity", "Bogus"))), id="label"),
        pytest.param(adding(Node("body:x", ("Body",))), id="label-of-the-id-missing"),
        pytest.param(adding(Node("paper:x", ("Entity", "Body"))), id="label-against-the-id"),
        pytest.param(adding(body("x", colour="red")), id="property"),
        pytest.param(adding(A, B, reports_to("r", A, B, colour="red")), id="relationship-property"),
        pytest.param(
            adding(STATEMENT, PAPER, Relationship("f", "FROM", STATEMENT.id, PAPER.id, {"since": "2013"})),
            id="structure",
        ),
        pytest.param(adding(A, B, Relationship("r", "X]->() DETACH DELETE a //", A.id, B.id)), id="type"),
        pytest.param(Change(remove_relationships=(("X`]-() DELETE r //", "r"),)), id="removed-type"),
    ],
)
def test_a_word_that_the_vocabulary_lacks_is_refused(store: Store, change: Change) -> None:
    with pytest.raises(VocabularyError):
        store.write(change)
    assert read_subgraph(store) == Subgraph()


@pytest.mark.parametrize(
    "value",
    [{"a": 1}, [1, 2], ["a", None], object(), "half \ud83d"],
    ids=["map", "numbers", "null-in-list", "object", "surrogate"],
)
def test_a_value_that_no_engine_keeps_is_refused(store: Store, value: object) -> None:
    with pytest.raises(StoreError, match="'body:x': kind"):
        store.write(adding(body("x", kind=value)))
    assert read_subgraph(store) == Subgraph()


# Values come back as they went in


def test_dates_go_in_as_dates_or_text_and_come_back_as_text(store: Store) -> None:
    store.write(adding(paper("p", date=date(2013, 9, 1)), paper("q", date="2013-09")))
    rows = store.read(
        "MATCH (d:Document) WHERE d.date <= $day RETURN d.date AS date ORDER BY date", {"day": "2013-09-01"}
    )
    assert rows == [{"date": "2013-09"}, {"date": "2013-09-01"}]


def test_dates_made_in_a_query_come_back_as_text(store: Store) -> None:
    day = "date('2013-09-01')"
    assert store.read(f"RETURN {day} AS day, [{day}] AS days, {{on: {day}}} AS made") == [
        {"day": "2013-09-01", "days": ["2013-09-01"], "made": {"on": "2013-09-01"}}
    ]


@pytest.mark.parametrize("aliases", [[], ["one"], ["b", "a", "b"], ("t", "u")])
def test_lists_keep_their_order_and_doubles(store: Store, aliases: list[str]) -> None:
    store.write(adding(body("a", aliases=aliases)))
    assert store.read("MATCH (b:Body) RETURN b.aliases AS aliases") == [{"aliases": list(aliases)}]


def test_numbers_and_truth_keep_their_kind(store: Store) -> None:
    [row] = store.read(
        "RETURN 7 AS whole, 7.0 AS real, true AS yes, $big AS big, $none AS none", {"big": 2**53 + 1, "none": None}
    )
    assert row == {"whole": 7, "real": 7.0, "yes": True, "big": 2**53 + 1, "none": None}
    assert [type(value) for value in row.values()] == [int, float, bool, int, type(None)]


def test_a_property_given_as_none_is_absent(store: Store) -> None:
    store.write(adding(body("a", kind=None)))
    assert store.read("MATCH (b:Body) WHERE b.kind IS NULL RETURN b.kind AS kind, b.place AS place") == [
        {"kind": None, "place": None}
    ]
    assert read_subgraph(store).nodes[0].properties == {"name": "a"}


def test_offsets_named_start_and_end_can_be_written_and_asked_for(store: Store) -> None:
    store.write(adding(STATEMENT))
    asked = "MATCH (s:Statement) WHERE s.end > 8 AND s.start < 4 RETURN s.start AS start, s.end AS end"
    assert store.read(asked) == [{"start": 3, "end": 9}]
    assert store.columns(asked, {}) == ("start", "end")


def test_a_node_in_a_row_is_the_dict_of_its_properties(store: Store) -> None:
    store.write(adding(A, B, reports_to("line", A, B, modality="asserted")))
    assert store.read("MATCH (a)-[r]->(b) RETURN a AS node, r AS line, [b] AS nodes") == [
        {
            "node": {"id": "body:a", "name": "a"},
            "line": {"id": "line", "modality": "asserted"},
            "nodes": [{"id": "body:b", "name": "b"}],
        }
    ]


@pytest.mark.parametrize("cypher", ["RETURN p AS p", "RETURN collect(p) AS ps", "RETURN {path: p} AS made"])
def test_a_path_in_a_row_is_refused(store: Store, cypher: str) -> None:
    store.write(adding(A, B, C, reports_to("1", A, B), reports_to("2", B, C)))
    with pytest.raises(QueryError, match="returns a path"):
        store.read(f"MATCH p = (a)-[:REPORTS_TO*1..2]->(b) {cypher}")
    with pytest.raises(QueryError, match="returns a path"):
        store.read(f"MATCH p = (b)<-[:REPORTS_TO]-(a) {cypher}")
    nodes = "MATCH p = (a)-[:REPORTS_TO*2]->(c) RETURN [n IN nodes(p) | n.id] AS ids"
    assert store.read(nodes) == [{"ids": ["body:a", "body:b", "body:c"]}]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_code_is_text(store: Store, text: str) -> None:
    node = Node(f"body:{text}", ("Entity", "Body"), {"name": text, "aliases": [text]})
    store.write(adding(node, B, Relationship(text, "REPORTS_TO", node.id, B.id, {"cadence": [text]})))
    [row] = store.read(
        "MATCH (a:Body)-[r:REPORTS_TO]->(b) WHERE a.name = $text "
        "RETURN a.id AS id, a.aliases AS aliases, r.cadence AS cadence, $text AS said",
        {"text": text},
    )
    assert row == {"id": f"body:{text}", "aliases": [text], "cadence": [text], "said": text}
    assert len(names(store)) == 2
    store.write(Change(remove_nodes=(node.id,), remove_relationships=(("REPORTS_TO", text),)))
    assert list(names(store)) == ["body:b"]


def test_a_paper_of_a_megabyte_comes_back_whole(store: Store) -> None:
    text = "The Sub Group reports to the Board — quarterly.\n" * 22_000
    store.write(adding(paper("long", text=text)))
    assert store.read("MATCH (d:Document) RETURN d.text AS text") == [{"text": text}]


def test_text_is_ordered_by_character_and_nulls_come_last(store: Store) -> None:
    ordered = ["10", "9", "Board", "board", "board a", "z", "Éa", "é"]
    store.write(
        adding(
            *(Node(f"body:{name}", ("Entity", "Body"), {"name": name}) for name in reversed(ordered)),
            Node("body:none", ("Entity", "Body")),
        )
    )
    rows = store.read("MATCH (b:Body) RETURN b.name AS name ORDER BY name")
    assert [row["name"] for row in rows] == [*ordered, None]


# Reads only read


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Body {id: 'body:x'}) RETURN n.id AS id",
        "MERGE (n:Body {id: 'body:x'}) RETURN n.id AS id",
        "MATCH (n:Body) SET n.name = 'x' RETURN n.id AS id",
        "MATCH (n:Body) REMOVE n.name RETURN n.id AS id",
        "MATCH (n:Body) DETACH DELETE n",
        "MATCH (n:Body) CALL { WITH n SET n.name = 'x' RETURN n.id AS id } RETURN id AS id",
        "FOREACH (x IN [1] | CREATE (:Body {id: 'body:x'}))",
        "PROFILE CREATE (n:Body {id: 'body:x'}) RETURN n.id AS id",
        "// a comment\nCREATE (n:Body {id: 'body:x'}) RETURN n.id AS id",
        "MATCH (n:Body) RETURN n.id AS id UNION CREATE (n:Body {id: 'body:x'}) RETURN n.id AS id",
        "CREATE INDEX sly FOR (n:Body) ON (n.kind)",
        "DROP CONSTRAINT answerable_body_id",
    ],
)
def test_a_query_that_would_write_is_refused(store: Store, cypher: str) -> None:
    store.write(Change(SMALL))
    with pytest.raises(QueryError):
        store.read(cypher)
    with pytest.raises(QueryError):
        store.columns(cypher, {})
    assert read_subgraph(store).digest() == SMALL.digest()


@pytest.mark.parametrize(
    "cypher",
    [
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS line",
        "load\ncsv with headers from 'file:///etc/hostname' as line return line as line",
        "LOAD /* sly */ CSV FROM 'file:///etc/hostname' AS line RETURN line AS line",
        "LOAD // sly\nCSV FROM 'file:///etc/hostname' AS line RETURN line AS line",
        "RETURN 'it\\'s' AS x UNION LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS x",
        "\\u004cOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS line",
        "RETURN '\\u0027 AS x UNION LOAD CSV FROM \\u0027file:///etc/hostname' AS x",
        "SHOW USERS",
        "SHOW SETTINGS YIELD name RETURN name AS name",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "CALL db.labels() YIELD label RETURN label AS label",
        "CALL `db`.`labels`() YIELD label RETURN label AS label",
        "CALL dbms . listConfig() YIELD name RETURN name AS name",
        "CALL algo.pagerank() YIELD node RETURN node AS node",
    ],
)
def test_a_query_that_leaves_the_graph_is_refused(store: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        store.read(cypher)
    with pytest.raises(QueryError):
        store.columns(cypher, {})


def test_words_in_names_and_text_are_no_reason_to_refuse(store: Store) -> None:
    asked = (
        "// SET, CREATE and LOAD CSV in a comment\n"
        "MATCH (n) WHERE n.set IS NULL AND n.name <> 'LOAD CSV \\'CREATE' "
        'CALL { WITH n RETURN "SHOW \\" DELETE" AS said } RETURN DISTINCT said AS `MERGE it` ORDER BY said'
    )
    assert store.columns(asked, {}) == ("MERGE it",)
    assert store.read(asked) == []


@pytest.mark.parametrize(
    "cypher",
    ["MATCH (n RETURN n.id AS id", "MATCH (n) RETURN m.id AS id", "MATCH (n)", "", "RETURN $missing AS missing"],
    ids=["syntax", "unknown-variable", "no-return", "empty", "missing-parameter"],
)
def test_a_malformed_query_is_a_query_error(store: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        store.read(cypher)


@pytest.mark.parametrize(
    "cypher",
    ["MATCH (n RETURN n.id AS id", "MATCH (n) RETURN m.id AS id", "MATCH (n)", ""],
    ids=["syntax", "unknown-variable", "no-return", "empty"],
)
def test_the_columns_of_a_malformed_query_are_a_query_error(store: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        store.columns(cypher, {})


def test_columns_are_named_in_order_without_parameters_or_data(store: Store) -> None:
    asked = (
        "MATCH (b:Body)-[r:REPORTS_TO]->(c) WHERE b.id = $id WITH b, c, collect(r.id) AS ids ORDER BY b.id "
        "RETURN DISTINCT c.name AS zulu, b.name AS alpha, size(ids) AS lines ORDER BY zulu LIMIT 3"
    )
    assert store.columns(asked, {}) == ("zulu", "alpha", "lines")
    assert store.columns("MATCH (b:Body) RETURN b.id AS id UNION ALL MATCH (p:Post) RETURN p.id AS id", {}) == ("id",)


def test_a_query_that_takes_too_long_is_stopped(hasty_store: Store) -> None:
    hasty_store.write(adding(*(body(str(number)) for number in range(400))))
    with pytest.raises(QueryError, match="took longer than 2 s"):
        hasty_store.read(
            "MATCH (a:Body), (b:Body), (c:Body), (d:Body) WHERE a.id + b.id + c.id = d.id RETURN count(*) AS n"
        )
    assert hasty_store.read("RETURN 1 AS one") == [{"one": 1}]


# Many at once


def test_readers_and_a_writer_work_at_the_same_time(store: Store) -> None:
    store.write(adding(body("a", kind="0"), B, reports_to("line", A, B)))
    seen: list[list[dict[str, Any]]] = []
    failures: list[Exception] = []
    written = threading.Event()

    def read() -> None:
        try:
            while not written.is_set():
                seen.append(
                    store.read("MATCH (b:Body)-[r:REPORTS_TO]->(c) RETURN b.kind AS kind, r.id AS line, c.id AS above")
                )
        except Exception as error:  # noqa: BLE001 - a thread's failure is the test's
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 21):
        store.write(adding(body("a", kind=str(number))))
    written.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert len(seen) >= 4
    kinds = {str(number) for number in range(21)}
    assert all(
        [(row["line"], row["above"], row["kind"] in kinds) for row in rows] == [("line", "body:b", True)]
        for rows in seen
    )


def test_writers_at_the_same_time_all_write(store: Store) -> None:
    store.write(adding(A))
    failures: list[Exception] = []

    def write(number: int) -> None:
        try:
            for turn in range(5):
                new = body(f"{number}-{turn}")
                store.write(adding(new, body("a", kind=str(number)), reports_to(f"r{number}-{turn}", new, A)))
        except Exception as error:  # noqa: BLE001 - a thread's failure is the test's
            failures.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert len(lines(store)) == 20


def test_a_closed_store_says_so_and_closes_again(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.read("RETURN 1 AS one")
    with pytest.raises(StoreError, match="is closed"):
        store.write(adding(A))
