"""Throughput of extraction on one core beside a named tokeniser's: example papers, and packs of two sizes for linearity.

Times are of the processor, so that what else the machine does counts little. spaCy is no dependency: where it is not
installed, a regular expression that finds words and sentences is the reference.
"""

from __future__ import annotations

import importlib.util
import re
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

SIZES = (100_000, 400_000)
REAL = Path(__file__).parents[3] / "shared" / "seeds"


def main() -> None:
    """Print MB/s, and how many times longer it takes than the reference on the same text."""
    from loaders.pipeline import extract
    from tests.unit.loaders.reading import document

    examples = [p.read_text(encoding="utf-8") for p in sorted(Path(str(files("data") / "examples")).glob("2*"))]
    measured = {"examples, first time": examples, "examples": examples}
    if REAL.is_dir():
        measured["real papers"] = [p.read_text(encoding="utf-8") for p in sorted(REAL.glob("*.txt"))]
    for size in SIZES:
        measured[f"one pack of {size / 1e6} MB"] = [_pack("\n\n".join(examples), size)]
    reference_name, reference = _reference()
    for name, texts in measured.items():
        size = sum(len(text.encode()) for text in texts) / 1e6
        ours = _seconds(lambda texts=texts: [extract(document(text)) for text in texts])  # type: ignore[misc]
        theirs = _seconds(lambda texts=texts: [reference(text) for text in texts])  # type: ignore[misc]
        print(f"{name:22} {size:.2f} MB: {size / ours:.3f} MB/s, {ours / theirs:.1f} times as long as {reference_name}")


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _pack(examples: str, size: int) -> str:
    """Papers of as many invented places as make up a size."""
    papers: list[str] = []
    while sum(map(len, papers)) < size:
        k = len(papers)
        papers.append(examples.replace("Harrowmere", f"Harrow{''.join(chr(97 + k // 26**j % 26) for j in range(3))}"))
    return "\n\n".join(papers)


def _reference() -> tuple[str, Callable[[str], object]]:
    if importlib.util.find_spec("spacy") is None:
        shape = re.compile(r"\w+|[^\w\s]|\s+")
        return "words by a regular expression (spaCy is absent)", lambda text: [m.span() for m in shape.finditer(text)]
    import spacy  # type: ignore[import-not-found,unused-ignore]

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10 * max(SIZES)
    return f"the words and sentences of spaCy {spacy.__version__}", nlp


if __name__ == "__main__":
    main()
