"""From a path to what a paper says: read, divide into parts, find names, apply layouts and cues; many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.errors import DocumentError, VocabularyError
from graph.model import Document, Extraction, Mark
from loaders import apposition, cues, duties, readers, remits
from loaders.layouts import LAYOUTS
from loaders.paper import Paper
from loaders.registers import REGISTERS, bad_rows

_FAULTS = (VocabularyError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What a faulty rule can raise: it costs its paper, never the batch."""


def papers_in(paths: Iterable[Path | str]) -> list[tuple[Path, str]]:
    """Every paper under `paths`, as (path, name): files as given, folders searched; names are relative to the folder.

    Hidden files, files of other formats (see `passed_over`) and a folder's README (which is about the papers) are left
    out; a file given by itself is always listed, so that reading it says what is wrong with it.
    """
    found: dict[str, Path] = {}
    for path, name, given in _files(paths):
        if given or _is_read(path):
            found.setdefault(name, path)
    return [(path, name) for name, path in found.items()]


def passed_over(paths: Iterable[Path | str]) -> dict[str, int]:
    """How many files in the folders under `paths` are of a format that is not read, by suffix, most first."""
    counts = Counter(p.suffix.lower() or "no suffix" for p, _, given in _files(paths) if not given and not _is_read(p))
    return dict(sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in readers.READERS or path.suffix.lower() in REGISTERS


def _files(paths: Iterable[Path | str]) -> Iterator[tuple[Path, str, bool]]:
    """Each file under `paths` with its name, and whether it was given by itself."""
    for given in map(Path, paths):
        if not given.is_dir():
            yield given, given.name, True
            continue
        for path in sorted(given.rglob("*")):
            relative = path.relative_to(given)
            hidden = any(p.startswith((".", "~$")) for p in relative.parts)
            if not hidden and path.is_file() and path.stem.lower() != "readme":
                yield path, relative.as_posix(), False


def extract(document: Document) -> Extraction:
    """What `document` says: its entities and statements, the same every time."""
    return _understood(document).finish()


def explain(path: Path | str, name: str | None = None) -> tuple[Extraction, tuple[Mark, ...]]:
    """What the paper at `path` says, and where it names and refers to whom. Raises DocumentError as `load_path`."""
    paper = _understood(readers.read(Path(path), name or Path(path).name))
    return paper.finish(), paper.marks()


def _understood(document: Document) -> Paper:
    paper = Paper(document)
    for layout in LAYOUTS:
        layout.read(paper)
    apposition.read(paper)
    cues.read(paper)
    duties.read(paper)
    remits.read(paper)
    return paper


def load_path(path: Path | str, name: str | None = None) -> Extraction:
    """What the paper or register at `path` says. Raises DocumentError for what can't be read, bad rows included."""
    extraction, bad = _read(Path(path), name or Path(path).name)
    if bad:
        raise bad
    return extraction


def extract_many(
    paths: Iterable[tuple[Path, str]], workers: int = 1, progress: Callable[[int, int, str], None] | None = None
) -> Iterator[Extraction | DocumentError]:
    """What each of `paths` says, in order; a paper that can't be read gives its DocumentError and the rest goes on.

    A register with bad rows gives both: what its good rows say, then a DocumentError with all bad ones.
    `workers` above 1 reads in that many processes. `progress(done, of, name)` is called after each paper.
    """
    listed = list(paths)
    results: Iterable[list[Extraction | DocumentError]]
    several = workers > 1 and len(listed) > 1
    results = _in_processes(listed, workers) if several else map(_attempt, listed)
    for done, (result, (_, name)) in enumerate(zip(results, listed, strict=True), 1):
        if progress is not None:
            progress(done, len(listed), name)
        yield from result


def _in_processes(listed: list[tuple[Path, str]], workers: int) -> Iterator[list[Extraction | DocumentError]]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(workers, len(listed)), mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_attempt, listed, chunksize=max(1, len(listed) // (workers * 8)))


def _attempt(paper: tuple[Path, str]) -> list[Extraction | DocumentError]:
    try:
        extraction, bad = _read(*paper)
    except DocumentError as error:
        return [error]
    except _FAULTS as error:
        remedy = "This is a fault of the program, not of the paper: please report it; the other papers are loaded"
        return [DocumentError(paper[1], f"a rule broke on it ({type(error).__name__}: {error})", remedy)]
    return [extraction, bad] if bad else [extraction]


def _read(path: Path, name: str) -> tuple[Extraction, DocumentError | None]:
    """What a paper says, or the good rows of a register; and the error that lists its bad rows."""
    register = REGISTERS.get(path.suffix.lower())
    if register is None:
        return extract(readers.read(path, name)), None
    extraction, problems = register(path, name)
    return extraction, bad_rows(name, problems) if problems else None
