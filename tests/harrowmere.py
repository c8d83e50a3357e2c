"""The example papers of the invented borough of Harrowmere, loaded into a store as a user loads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from graph.corpus import Corpus
from graph.errors import DocumentError
from graph.model import Extraction
from graph.stores import Store, open_store
from loaders.pipeline import extract_many, papers_in


@contextmanager
def store_of_examples(folder: Path, *more: Extraction) -> Iterator[Store]:
    """A store in `folder` with the example papers, and `more`."""
    with open_store(str(folder)) as store, as_file(files("data") / "examples") as examples:
        corpus = Corpus(store)
        for extraction in (*extract_many(papers_in([examples])), *more):
            if isinstance(extraction, DocumentError):
                raise extraction
            corpus.load(extraction)
        yield store
