"""Throughput of extraction: MB/s over the example papers, repeated to the size of a pack, and over the real ones if there."""

from __future__ import annotations

import time
from importlib.resources import files
from pathlib import Path

REPEATS = 12
REAL = Path(__file__).parents[3] / "shared" / "seeds"


def main() -> None:
    """Print MB/s and statements per second, one process."""
    from loaders.pipeline import extract, load_path
    from tests.unit.loaders.reading import document

    examples = Path(str(files("data") / "examples"))
    load_path(next(examples.glob("*.txt")))  # patterns and gazetteer are read once
    pack = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(examples.glob("2*"))) + "\n"
    measured = {"one pack of examples": [pack * REPEATS]}
    if REAL.is_dir():
        measured["real papers"] = [p.read_text(encoding="utf-8") for p in sorted(REAL.glob("*.txt"))]
    for name, texts in measured.items():
        started = time.perf_counter()
        statements = sum(len(extract(document(text)).statements) for text in texts)
        seconds = time.perf_counter() - started
        size = sum(len(text.encode()) for text in texts) / 1e6
        print(
            f"{name:22} {size:.2f} MB in {seconds:.2f} s: {size / seconds:.2f} MB/s, {statements / seconds:.0f} statements/s"
        )


if __name__ == "__main__":
    main()
