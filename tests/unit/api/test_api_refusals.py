"""What is wrong with a request is said as a problem of RFC 9457, with the remedy, all at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.unit.api.asking import SUB_GROUP, problem


@pytest.mark.parametrize(
    "path",
    [
        "entities/body:night-watch",
        "entities/body:night-watch/chain",
        "entities/body:night-watch/neighbourhood",
        "entities/body:night-watch/neighbourhood.svg",
        "papers/paper:night-watch",
        "queries/night-watch",
        "queries/night-watch/rows",
        "nothing",
        "entities",
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    problem(client, 404, path)


@pytest.mark.parametrize("path", ["structure", "structure.svg", "structure.mmd", "structure.html"])
def test_a_structure_around_an_unknown_body_is_a_problem(client: TestClient, path: str) -> None:
    assert problem(client, 404, path, body="body:night-watch")["type"].endswith("unknown-entity")


@pytest.mark.parametrize(
    "path",
    [
        "ask?q=who+chairs+the+board?&",
        "findings?",
        "structure?",
        "structure.svg?",
        "papers?",
        f"entities/{SUB_GROUP}?",
        f"entities/{SUB_GROUP}/chain?",
        f"entities/{SUB_GROUP}/neighbourhood?",
        f"path?start={SUB_GROUP}&end={SUB_GROUP}&",
        f"queries/who-chairs/rows?id={SUB_GROUP}&",
    ],
)
@pytest.mark.parametrize(
    "day", ["yesterday", "2013-02-30", "2013-13", "13", "2013-1-1", "2013-01-01T00:00", "' OR 1=1", ""]
)
def test_an_as_at_date_that_is_none_is_refused_with_the_remedy(client: TestClient, path: str, day: str) -> None:
    answer = client.get(f"/api/v1/{path}as_at={quote(day)}")

    assert answer.status_code == 422
    assert "YYYY-MM-DD" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "search?q=x",
        "ask?q=x",
        "findings",
        "papers",
        "dates",
        "summary",
        "structure",
        f"entities/{SUB_GROUP}",
        "queries",
    ],
)
def test_a_parameter_that_no_route_knows_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}{'&' if '?' in path else '?'}as-at=2013-01-01")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "as-at"


@pytest.mark.parametrize(
    ("path", "parameters", "wrong"),
    [
        ("search", {}, ["q"]),
        ("search", {"q": "  "}, ["q"]),
        ("search", {"q": "x" * 401}, ["q"]),
        ("search", {"q": "x", "limit": 201}, ["limit"]),
        ("search", {"q": "x\x00y"}, ["q"]),
        ("ask", {"q": "x" * 401}, ["q"]),
        ("findings", {"severity": "dire", "limit": "all", "as_at": "soon"}, ["as_at", "limit", "severity"]),
        ("papers", {"limit": 501, "offset": -1}, ["limit", "offset"]),
        (f"entities/{SUB_GROUP}/neighbourhood", {"depth": 5}, ["depth"]),
        (f"entities/{'x' * 400}", {}, ["entity_id"]),
    ],
)
def test_every_parameter_that_is_wrong_is_named_at_once(
    client: TestClient, path: str, parameters: dict[str, Any], wrong: list[str]
) -> None:
    told = problem(client, 422, path, **parameters)

    assert sorted(error["parameter"] for error in told["errors"]) == wrong
