"""What the server never does, whatever it is asked."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import create_app
from api.security import ReadOnly, host_name
from graph.errors import StoreError
from graph.stores import Change, Store


def test_no_route_takes_anything_but_a_read(app: FastAPI) -> None:
    methods = {method for route in app.routes for method in getattr(route, "methods", ())}

    assert methods <= {"GET", "HEAD"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/api/v1/papers", "/api/v1/ask", "/api/v1/entities/body:cabinet"])
def test_a_write_is_refused_as_a_problem(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, content=b"{}")

    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert "only reads" in answer.json()["detail"]


def test_routes_are_given_a_store_that_can_not_be_written(app: FastAPI, store: Store) -> None:
    given = app.state.store

    assert isinstance(given, ReadOnly)
    with pytest.raises(StoreError, match="only reads"):
        given.write(Change())
    with pytest.raises(StoreError, match="only reads"):
        given.ensure_schema()


def test_closing_what_routes_are_given_leaves_the_store_open(app: FastAPI, store: Store) -> None:
    with app.state.store as given:
        given.close()

    assert store.read("RETURN 1 AS one ORDER BY one") == [{"one": 1}]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example:8000",
        "localhost.evil.example",
        "",
        "evil.example:127.0.0.1",
        "[::1].evil",
    ],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/papers", "/explorer/explorer.js"])
def test_a_foreign_host_name_is_refused_everywhere(client: TestClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"host": host})

    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["instance"] == path
    assert "papers" not in answer.json()


def test_two_host_names_in_one_request_are_refused(client: TestClient) -> None:
    answer = client.get("/healthz", headers=[("host", "localhost"), ("host", "evil.example")])

    assert answer.status_code == 421


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("localhost:80", "localhost"),
        ("[::1]:80", "::1"),
        ("[::1]", "::1"),
        ("Graph.Example", "graph.example"),
        ("", ""),
    ],
)
def test_a_host_name_is_read_without_its_port(sent: str, name: str) -> None:
    assert host_name(sent) == name


def test_a_server_that_is_told_its_names_answers_to_these_alone(store: Store) -> None:
    with TestClient(create_app(store, hosts=("graph.example",)), base_url="http://graph.example") as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/healthz", headers={"host": "localhost"}).status_code == 421


def test_a_server_that_answers_to_any_name_does(store: Store) -> None:
    with TestClient(create_app(store, hosts=("*",)), base_url="http://any.example") as client:
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/explorer/explorer.js",
        "/explorer/explorer.css",
        "/api/v1/papers",
        "/api/v1/nothing",
        "/healthz",
        "/api/v1/openapi.json",
    ],
)
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    policy = {part.split()[0]: part.split()[1:] for part in headers["content-security-policy"].split(";")}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["img-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_an_error_inside_the_server_is_a_problem_that_gives_nothing_away() -> None:
    class Broken:
        address = "/home/somebody/secret-folder"

        def read(self, cypher: str, parameters: Any = None) -> list[dict[str, Any]]:
            raise ValueError("secret-folder is on fire")

    with TestClient(
        create_app(Broken()),
        base_url="http://localhost",
        raise_server_exceptions=False,  # type: ignore[arg-type]
    ) as client:
        answer = client.get("/healthz")

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "secret" not in answer.text


def test_a_store_that_fails_does_not_give_away_its_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    from graph.stores import open_store

    folder = tmp_path_factory.mktemp("closed") / "store"
    store = open_store(str(folder))
    with TestClient(create_app(store), base_url="http://localhost") as client:
        store.close()
        answer = client.get("/api/v1/summary")

    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:answerable:problem:store"
    assert str(folder) not in answer.text


def test_there_is_no_page_of_documentation_that_loads_from_elsewhere(client: TestClient, app: FastAPI) -> None:
    for path in ("/docs", "/redoc", "/docs/oauth2-redirect"):
        assert client.get(path).status_code == 404
    described = {route.path for route in app.routes if isinstance(route, APIRoute) and route.include_in_schema}
    assert all(path.startswith("/api/v1/") for path in described)
