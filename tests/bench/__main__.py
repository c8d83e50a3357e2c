"""Run every benchmark: `python -m tests.bench [NAME …]`. Benchmarks measure; they never fail a build."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(wanted: list[str]) -> None:
    """Run the benchmarks named, or all."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not wanted or path.stem.removeprefix("bench_") in wanted:
            print(f"== {path.stem.removeprefix('bench_')}", flush=True)
            importlib.import_module(f"tests.bench.{path.stem}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
