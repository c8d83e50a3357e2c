"""A server over a real embedded store with three small papers of the invented borough of Harrowmere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from graph.corpus import Corpus
from graph.stores import Store, open_store
from tests.hostile import hostile_paper
from tests.unit.papers import paper

PAPERS = (
    paper(
        "2013-06-04-terms-of-reference.md",
        "2013-06-04",
        "Exploitation Sub Group | REPORTS_TO | Safeguarding Children Board = HSCB | cadence=quarterly",
        "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:Exploitation Action Plan",
        "Safeguarding Children Board | REPORTS_TO | Harrowmere Borough Council | cadence=annually",
        "p:Ruth Mensah | CHAIRS | Safeguarding Children Board",
    ),
    paper(
        "2013-12-05-review.md",
        "2013-12-05",
        "post:Detective Superintendent | CHAIRS | Exploitation Sub Group",
        "p:Ann Thornbury | CHAIRS | Exploitation Sub Group",
        "post:Single manager | MANAGES | Exploitation Team | modality=negated",
        "Exploitation Team | PART_OF | Exploitation Sub Group",
    ),
    hostile_paper(),
)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("api") / "store")) as opened:
        corpus = Corpus(opened)
        for extraction in PAPERS:
            corpus.load(extraction)
        yield opened


@pytest.fixture(scope="session")
def app(store: Store) -> FastAPI:
    return create_app(store)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as opened:
        yield opened
