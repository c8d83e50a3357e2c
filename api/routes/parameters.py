"""What requests may carry: dates, page sizes, and the store that a route reads from.

Every set of parameters forbids others: a misspelt `as-at` is an error, never an answer as at another day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, cast

from fastapi import Depends, Path, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from graph.errors import AnswerableError
from graph.stores import Store
from graph.timeline import last_day

MAX_TEXT = 400
"""Characters of a question or a search: longer than any that a person asks, short enough to match against all names."""
MAX_PAGE = 500
MAX_DEPTH = 4


def day(text: str) -> str:
    """The last day that the date `text` covers: as at 2013 means as at the end of 2013. Raises ValueError."""
    try:
        return last_day(text[:40])
    except AnswerableError as error:
        raise ValueError(str(error)) from None


def printable(text: str) -> str:
    """`text` without surrounding space, if it holds a visible character and no control character."""
    if any(ord(character) < 32 or ord(character) == 127 or 0xD800 <= ord(character) < 0xE000 for character in text):
        raise ValueError("leave out control characters")
    if not text.strip():
        raise ValueError("write at least one word")
    return text.strip()


def _store(request: Request) -> Store:
    return cast(Store, request.app.state.store)


StoreToRead = Annotated[Store, Depends(_store)]

Day = Annotated[str, AfterValidator(day)]
Words = Annotated[str, Field(min_length=1, max_length=MAX_TEXT), AfterValidator(printable)]
EntityId = Annotated[
    str,
    AfterValidator(printable),
    Path(min_length=3, max_length=300, description="Id as search gives it.", examples=["body:exploitation-sub-group"]),
]


class Nothing(BaseModel):
    """No parameter."""

    model_config = ConfigDict(extra="forbid")


class AsAt(Nothing):
    """The day as at which to look."""

    as_at: Day | None = Field(
        default=None,
        description="How things stood at the end of this day (YYYY-MM-DD, YYYY-MM or YYYY), by the papers loaded. "
        "Today where left out.",
        examples=["2013-12-10"],
    )

    @property
    def day(self) -> str:
        """The day asked for, else today."""
        return self.as_at or date.today().isoformat()


class Page(Nothing):
    """Which part of a list."""

    limit: int = Field(default=100, ge=1, le=MAX_PAGE, description="How many at most.")
    offset: int = Field(default=0, ge=0, le=1_000_000, description="How many to leave out from the start.")

    def of(self, rows: Sequence[Any]) -> dict[str, Any]:
        """This part of `rows`, with how many there are in all."""
        items = list(rows[self.offset : self.offset + self.limit])
        return {"items": items, "total": len(rows), "limit": self.limit, "offset": self.offset}


def example(value: Any, description: str = "") -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of a route's answer: `value` as the example of its JSON."""
    return {200: {"description": description or "Found.", "content": {"application/json": {"example": value}}}}
