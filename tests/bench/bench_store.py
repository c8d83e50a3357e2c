"""Rows a second written through Store, beside a bare UNWIND of the same rows on the same engine, as a ratio.

The bare side creates into an empty graph and checks nothing: no replacing, no missing ends, no transaction retried.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import neo4j

from graph.model import Node, Relationship, Subgraph
from graph.stores import Change, Store
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.neo4j.server import UnavailableError, running

RUNS = 5
ENTITIES, STATEMENTS = 300, 1500

Rows = Sequence[Mapping[str, Any]]
Run = Callable[[Sequence[tuple[str, Rows]]], None]

EMPTY: list[tuple[str, Rows]] = [("MATCH (n) DETACH DELETE n", ())]


def one_paper() -> Subgraph:
    """A long paper: its statements, what they speak of, and a line for each statement."""
    bodies = [
        Node(f"body:{n}", ("Entity", "Body"), {"name": f"Board {n}", "aliases": [f"B{n}"]}) for n in range(ENTITIES)
    ]
    paper = Node("paper:p", ("Document",), {"name": "p.txt", "text": "The Board meets quarterly. " * 4000})
    nodes, relationships = [*bodies, paper], []
    for number in range(STATEMENTS):
        statement = f"statement:{number:016x}"
        quote = {"quote": "The Board meets quarterly.", "start": number, "end": number + 26, "modality": "asserted"}
        nodes.append(Node(statement, ("Statement",), {"predicate": "REPORTS_TO", "document": paper.id, **quote}))
        lower, upper = bodies[number % ENTITIES].id, bodies[(number * 7 + 1) % ENTITIES].id
        line = {"statements": [statement], "modality": "asserted", "holds_from": "2013-09-01", "holds_to": "9999-12-31"}
        relationships += [
            Relationship(f"line:{number}", "REPORTS_TO", lower, upper, line),
            Relationship(f"{statement}>subject", "SUBJECT", statement, lower),
            Relationship(f"{statement}>object", "OBJECT", statement, upper),
            Relationship(f"{statement}>from", "FROM", statement, paper.id),
        ]
    return Subgraph(tuple(nodes), tuple(relationships))


def bare_statements(graph: Subgraph) -> list[tuple[str, Rows]]:
    """The same graph as one UNWIND a label and a type, as one would write it by hand."""
    statements: dict[str, list[Mapping[str, Any]]] = {}
    for node in graph.nodes:
        cypher = f"UNWIND $rows AS row CREATE (n:{':'.join(sorted(node.labels))} {{id: row.id}}) SET n += row.p"
        statements.setdefault(cypher, []).append({"id": node.id, "p": dict(node.properties)})
    ends = {"REPORTS_TO": ("Entity", "Entity"), "FROM": ("Statement", "Document")}
    for r in graph.relationships:
        start, end = ends.get(r.type, ("Statement", "Entity"))
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"CREATE (a)-[r:`{r.type}` {{id: row.id}}]->(b) SET r += row.p"
        )
        row = {"id": r.id, "start": r.start, "end": r.end, "p": dict(r.properties)}
        statements.setdefault(cypher, []).append(row)
    return list(statements.items())


@contextmanager
def embedded() -> Iterator[tuple[Store, Run]]:
    """A new embedded store, and what runs statements on its engine in one transaction."""
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder) / "store") as store:
        database = store._database  # the same engine, with nothing of ours in between

        def run(statements: Sequence[tuple[str, Rows]]) -> None:
            def write() -> None:
                for cypher, rows in statements:
                    database.command("opencypher", cypher, {"rows": rows}).to_list()

            database.run_in_transaction(write)

        yield store, run


@contextmanager
def served() -> Iterator[tuple[Store, Run]]:
    """A store on a real Neo4j, and what runs statements there in one transaction."""
    with (
        running() as server,
        neo4j.GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver,
        Neo4jStore(server.address, password=server.password) as store,
    ):

        def run(statements: Sequence[tuple[str, Rows]]) -> None:
            with driver.session() as session, session.begin_transaction() as transaction:
                for cypher, rows in statements:
                    transaction.run(cypher, rows=rows).consume()
                transaction.commit()

        yield store, run


def main() -> None:
    """Print, for each engine, the rows a second of both sides and their ratio: the best of alternated runs."""
    graph = one_paper()
    rows = len(graph.nodes) + len(graph.relationships)
    statements = bare_statements(graph)
    for name, engine in (("embedded", embedded), ("neo4j", served)):
        try:
            with engine() as (store, run):
                store.ensure_schema()
                sides: dict[str, Callable[[], None]] = {
                    "Store.write": partial(store.write, Change(graph)),
                    "bare UNWIND": partial(run, statements),
                }
                seconds: dict[str, list[float]] = {side: [] for side in sides}
                for turn in range(RUNS + 1):
                    for side, write in sides.items():
                        run(EMPTY)
                        started = time.perf_counter()
                        write()
                        if turn:  # the first is for the planner
                            seconds[side].append(time.perf_counter() - started)
                run(EMPTY)
        except UnavailableError as error:
            print(f"{name}: {error}")
            continue
        rates = {side: rows / min(taken) for side, taken in seconds.items()}
        told = ", ".join(f"{side} {rate:,.0f} rows/s" for side, rate in rates.items())
        print(f"{name:8} {rows:,} rows: {told}; ratio {rates['Store.write'] / rates['bare UNWIND']:.2f}")


if __name__ == "__main__":
    main()
