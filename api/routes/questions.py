"""Asking in plain English."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from api.problems import documented
from api.routes import examples
from api.routes.parameters import AsAt, StoreToRead, Words, example

router = APIRouter(tags=["questions"], responses=documented(422, 500, 503))


class Question(AsAt):
    """A question, and the day it is about."""

    q: Words = Field(description="In plain English.", examples=["who is accountable for the exploitation action plan?"])


@router.get("/ask", responses=example(examples.ANSWER, "An answer; `status` says whether the papers state it."))
def ask(store: StoreToRead, asked: Annotated[Question, Query()]) -> dict[str, Any]:
    """The answer that the papers give, on what words, with the chain upward and what is missing.

    `status` is stated, contested (papers differ: all that they say is there), stated-none (a paper says that there is
    none) or not-stated (the papers loaded do not say).
    """
    from queries.answers import ask as answer

    return answer(store, asked.q, asked.as_at).as_json()
