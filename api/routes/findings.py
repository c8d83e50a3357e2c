"""What the papers loaded do not show, or show two ways."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from api.problems import documented
from api.routes import examples
from api.routes.parameters import AsAt, Page, StoreToRead, example

router = APIRouter(tags=["findings"], responses=documented(422, 500, 503))


class Findings(AsAt, Page):
    """Which findings."""

    check: str | None = Field(
        default=None, max_length=80, description="Only of this check.", examples=["circular-reporting"]
    )
    severity: Literal["high", "medium", "low", "info"] | None = Field(
        default=None, description="Only of this severity."
    )
    entity: str | None = Field(default=None, max_length=300, description="Only about this entity, by id.")


@router.get("/findings", responses=example(examples.FINDINGS, "Findings, the gravest first, with counts by check."))
def findings(store: StoreToRead, asked: Annotated[Findings, Query()]) -> dict[str, Any]:
    """Orphaned, circular and unclear lines, missing and contested chairs, plans without an owner, with the words."""
    from queries.findings import find, known_check

    if asked.check is not None:
        known_check(asked.check)
    found = [
        finding
        for finding in (found.as_json() for found in find(store, asked.as_at))
        if asked.check in (None, finding["check"])
        and asked.severity in (None, finding["severity"])
        and (asked.entity is None or any(entity["id"] == asked.entity for entity in finding["entities"]))
    ]
    return asked.of(found) | {"as_at": asked.as_at, "checks": dict(Counter(finding["check"] for finding in found))}
