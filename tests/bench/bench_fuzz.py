"""Damaged papers in every format through the whole reading: crashes, other errors than DocumentError, slowest case.

`ANSWERABLE_FUZZ=10000 python -m tests.bench fuzz`; a case that fails is named by its format and seed.
"""

from __future__ import annotations

import faulthandler
import os
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from graph.errors import DocumentError
from loaders.pipeline import load_path
from loaders.readers import READERS
from tests.mutation import FORMATS, mutated

HANG = 60
"""Seconds after which a case counts as hanging and the run stops with a traceback."""


def main(cases: int | None = None, first: int = 0) -> None:
    """Read `cases` damaged papers, shared out evenly over the formats, and print what came of them."""
    cases = cases or int(os.environ.get("ANSWERABLE_FUZZ", "1000"))
    formats = [s for s in FORMATS if s in READERS]
    outcomes = {suffix: Counter[str]() for suffix in formats}
    slowest: dict[str, tuple[float, int]] = dict.fromkeys(formats, (0.0, 0))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + cases // len(formats)):
            for suffix in formats:
                path = Path(folder) / f"paper{suffix}"
                path.write_bytes(mutated(suffix, seed))
                faulthandler.dump_traceback_later(HANG, exit=True)
                started = time.process_time()
                try:
                    extraction = load_path(path)
                    outcomes[suffix]["read"] += 1
                    text = extraction.document.text
                    if any(text[s.span.start : s.span.end] != s.span.quote for s in extraction.statements):
                        outcomes[suffix]["inexact evidence"] += 1
                        print(f"{suffix} {seed}: a quote is not the text at its offsets", flush=True)
                except DocumentError:
                    outcomes[suffix]["refused"] += 1
                except Exception:  # noqa: BLE001 - to find what was not foreseen is what this is for
                    outcomes[suffix]["crashed"] += 1
                    print(f"{suffix} {seed}: {traceback.format_exc(limit=-4)}", flush=True)
                finally:
                    faulthandler.cancel_dump_traceback_later()
                slowest[suffix] = max(slowest[suffix], (time.process_time() - started, seed))
    for suffix in formats:
        seconds, seed = slowest[suffix]
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(outcomes[suffix].items()))
        print(
            f"{suffix:6} {outcomes[suffix].total()} cases: {counts}; slowest {seconds:.2f} s (seed {seed})", flush=True
        )
