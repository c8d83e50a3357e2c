"""The description of the API at /api/v1/openapi.json: whole, and true of what the server answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.routes import examples
from tests.harrowmere import store_of_examples

SUB_GROUP = examples.CHAIN["entity"]
BOARD = examples.PATH["end"]
MAPS = ("checks", "labels", "params", "parameters")
"""Objects whose keys are data."""
FILLED = tuple(
    f"$.{name}" for name in ("items", "groups", "chain", "path", "answers", "nodes", "relationships", "statements")
)
"""Lists that hold something when the example papers are asked: an empty one would compare with nothing."""


@pytest.fixture(scope="module")
def harrowmere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with store_of_examples(tmp_path_factory.mktemp("described") / "store") as store:
        yield TestClient(create_app(store), base_url="http://localhost")


@pytest.fixture(scope="module")
def described(harrowmere: TestClient) -> dict[str, Any]:
    description: dict[str, Any] = harrowmere.get("/api/v1/openapi.json").json()
    return description


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_operation_is_a_get_with_a_summary_an_example_and_its_errors(described: dict[str, Any]) -> None:
    for path, method, operation in operations(described):
        assert method == "get", path
        assert operation["summary"], path
        assert operation["description"], path
        for media in operation["responses"]["200"]["content"].values():
            assert media["example"], path
        for status in ("422", "500", "503"):
            problem = operation["responses"][status]["content"]["application/problem+json"]
            assert problem["example"]["status"] == int(status), path
            assert set(problem["schema"]["required"]) <= set(problem["example"]), path


def test_every_parameter_is_described(described: dict[str, Any]) -> None:
    for path, _, operation in operations(described):
        for parameter in operation.get("parameters", ()):
            if parameter["name"] != "query_id":
                assert parameter["description"], (path, parameter["name"])


def test_every_read_that_depends_on_time_takes_a_day(described: dict[str, Any]) -> None:
    timeless = {
        "search",
        "papers/{paper_id}",
        "dates",
        "queries",
        "queries/{query_id}",
        "queries/{query_id}/rows",
        "summary",
    }

    for path, _, operation in operations(described):
        if path.removeprefix("/api/v1/") not in timeless:
            assert "as_at" in {parameter["name"] for parameter in operation["parameters"]}, path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("search?q=exploitation+sub+group", examples.SEARCH),
        (f"entities/{SUB_GROUP}?as_at=2013-12-10", examples.ENTITY),
        (f"entities/{SUB_GROUP}/chain?as_at=2013-12-10", examples.CHAIN),
        (f"path?start={SUB_GROUP}&end={BOARD}&as_at=2013-12-10", examples.PATH),
        ("ask?q=who+is+accountable+for+the+exploitation+action+plan%3F&as_at=2013-12-10", examples.ANSWER),
        (f"findings?check=two-or-more-lines&entity={SUB_GROUP}&as_at=2013-12-10", examples.FINDINGS),
        ("papers", examples.PAPERS),
        (f"papers/{examples.PAPER['id']}", examples.PAPER),
        ("dates", examples.DATES),
        ("queries", examples.QUERIES),
        ("queries/who-chairs", examples.QUERY),
        (f"queries/who-chairs/rows?id={BOARD}&as_at=2013-12-10", examples.ROWS),
        ("structure?as_at=2013-12-10", examples.VIEW),
        ("summary", examples.SUMMARY),
    ],
)
def test_an_example_has_the_form_of_the_answer(harrowmere: TestClient, path: str, expected: Any) -> None:
    answer = harrowmere.get(f"/api/v1/{path}")

    assert answer.status_code == 200, answer.text
    assert list(differences(expected, answer.json())) == []


def differences(example: Any, real: Any, at: str = "$") -> Iterator[str]:
    """Where two values differ in form: in their keys, or in whether they are text, number, list or object."""
    if isinstance(example, dict) and isinstance(real, dict):
        if at.rpartition(".")[2] in MAPS:
            return
        if example.keys() != real.keys():
            yield f"{at}: {sorted(example.keys() ^ real.keys())}"
        for key in example.keys() & real.keys():
            yield from differences(example[key], real[key], f"{at}.{key}")
    elif isinstance(example, list) and isinstance(real, list):
        if example and not real and at in FILLED:
            yield f"{at}: empty"
        for one in real if example else ():
            yield from differences(example[0], one, f"{at}[]")
    elif example is not None and real is not None and not isinstance(real, type(example)):
        yield f"{at}: {type(real).__name__}"
