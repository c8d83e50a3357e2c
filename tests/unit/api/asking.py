"""Asking the API: for an answer, or for the problem that it must be."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

SUB_GROUP = "body:exploitation-sub-group--harrowmere"


def get(client: TestClient, path: str, **parameters: Any) -> Any:
    answer = client.get(f"/api/v1/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def problem(client: TestClient, status: int, path: str, **parameters: Any) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{path}", params=parameters)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["instance"] == f"/api/v1/{path}"
    assert told["type"].startswith("urn:answerable:problem:")
    assert told["title"]
    assert told["detail"]
    return told
