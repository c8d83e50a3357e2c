"""Throughput of PDF: pages/s of a pack of 350 pages, read and with statements, beside bare text extraction by pdfium."""

from __future__ import annotations

import multiprocessing
import re
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

PAGES = 350


def pack(pages: int = PAGES) -> bytes:
    """The example papers printed one after the other until there are enough pages."""
    from pypdfium2 import PdfDocument

    from tests.unit.loaders.printing import printed

    papers = [p.read_text(encoding="utf-8") for p in sorted(Path(str(files("data") / "examples")).glob("20*"))]
    one = "\n\n# Page 1\n\n".join(re.sub(r"\A.*\n+", "", p) for p in papers)
    each = len(PdfDocument(printed(one)))
    return printed("\n\n# Page 1\n\n".join([one] * (pages // each + 1)), head="Harrowmere papers")


def main() -> None:
    """Print pages/s of one process for each way of reading, best of three, and the peak memory of loading the pack."""
    from pypdfium2 import PdfDocument

    from loaders.pipeline import load_path
    from loaders.readers import pdf

    data = pack()
    pages = len(PdfDocument(data))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        path.write_bytes(data)
        bare = _best(lambda: [page.get_textpage().get_text_range() for page in PdfDocument(data)])
        read = _best(lambda: pdf.read(data, "pack.pdf"))
        loaded = _best(lambda: load_path(path))
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            memory = pool.apply(_peak, (str(path),))
    print(f"{pages} pages, {len(data) / 1e6:.1f} MB")
    for name, seconds in (("bare pdfium text", bare), ("read", read), ("read with statements", loaded)):
        print(f"{name:22} {pages / seconds:6.0f} pages/s, {seconds / bare:.1f} times as long as bare text")
    print(f"peak memory of a process that loads the pack: {memory} MB")


def _best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times)


def _peak(path: str) -> int:
    import resource

    from loaders.pipeline import load_path

    load_path(path)
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
