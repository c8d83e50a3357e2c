"""The explorer's server, started in a thread on a free port."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import uvicorn
from loaders.pipeline import extract_many, papers_in

from api.app import create_app
from graph.corpus import Corpus
from graph.errors import DocumentError
from graph.model import Extraction
from graph.stores import Store, open_store


@contextmanager
def store_of_examples(folder: Path, *more: Extraction) -> Iterator[Store]:
    """A store in `folder` with the example papers, and `more`."""
    with open_store(str(folder)) as store, as_file(files("data") / "examples") as examples:
        corpus = Corpus(store)
        listed = [(path, name) for path, name in papers_in([examples]) if path.name != "README.md"]
        for extraction in (*extract_many(listed, workers=1), *more):
            if isinstance(extraction, DocumentError):
                raise extraction
            corpus.load(extraction)
        yield store


@contextmanager
def running(store: Store) -> Iterator[str]:
    """The address of a server over `store`, which ends with the block."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    started = time.monotonic()
    while not server.started:
        if time.monotonic() - started > 20:
            raise RuntimeError("the server did not start within 20 seconds")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
