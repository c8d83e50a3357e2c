"""From a path to what a paper says: read, divide into parts, find names, apply layouts and cues; many papers in parallel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Document, Extraction
from loaders import cues, readers
from loaders.layouts import LAYOUTS
from loaders.paper import Paper


def papers_in(paths: Iterable[Path | str]) -> list[tuple[Path, str]]:
    """Every paper under `paths`, as (path, name): files as given, folders searched; the name is relative to the folder given.

    Hidden files and files of other formats in folders are passed over; a file given by itself is always listed, so
    that reading it says what is wrong with it.
    """
    found: dict[str, Path] = {}
    for given in map(Path, paths):
        if given.is_dir():
            for path in sorted(given.rglob("*")):
                relative = path.relative_to(given)
                if (
                    path.is_file()
                    and path.suffix.lower() in readers.READERS
                    and not any(p.startswith(".") for p in relative.parts)
                ):
                    found.setdefault(relative.as_posix(), path)
        else:
            found.setdefault(given.name, given)
    return [(path, name) for name, path in found.items()]


def read_document(path: Path | str, name: str | None = None) -> Document:
    """The paper at `path` as blocks and parts. Raises DocumentError for what can't be read."""
    document = readers.read(Path(path), name or Path(path).name)
    return Paper(document).document


def extract(document: Document) -> Extraction:
    """What `document` says: its entities and statements, the same every time."""
    paper = Paper(document)
    for layout in LAYOUTS:
        layout.read(paper)
    cues.read(paper)
    return paper.finish()


def load_path(path: Path | str, name: str | None = None) -> Extraction:
    """What the paper at `path` says. Raises DocumentError for what can't be read."""
    return extract(readers.read(Path(path), name or Path(path).name))


def extract_many(
    paths: Iterable[tuple[Path, str]], workers: int = 1, progress: Callable[[int, int, str], None] | None = None
) -> Iterator[Extraction | DocumentError]:
    """What each of `paths` says, in order; a paper that can't be read gives its DocumentError and the rest goes on.

    `workers` above 1 reads in that many processes. `progress(done, of, name)` is called after each paper.
    """
    listed = list(paths)
    results: Iterable[Extraction | DocumentError]
    if workers > 1 and len(listed) > 1:
        results = _in_processes(listed, workers)
    else:
        results = map(_attempt, listed)
    for done, (result, (_, name)) in enumerate(zip(results, listed, strict=True), 1):
        if progress is not None:
            progress(done, len(listed), name)
        yield result


def _in_processes(listed: list[tuple[Path, str]], workers: int) -> Iterator[Extraction | DocumentError]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(workers, len(listed)), mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_attempt, listed, chunksize=max(1, len(listed) // (workers * 8)))


def _attempt(paper: tuple[Path, str]) -> Extraction | DocumentError:
    try:
        return load_path(*paper)
    except DocumentError as error:
        return error
