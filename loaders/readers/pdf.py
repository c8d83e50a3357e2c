"""PDF: what pdfium reads of its pages, as text and blocks like those of a text file."""

from __future__ import annotations

import threading
from typing import Any

from graph.errors import DocumentError
from graph.model import Block
from loaders.readers.composition import Composition
from loaders.readers.pdf_margins import without_margins
from loaders.readers.pdf_page import MOST_CHARS, Page, page_of
from loaders.readers.pdf_pieces import Piece, pieces_of

MOST_PAGES = 5000
"""Pages; a longer file is no pack of papers."""
_DRAWING = threading.Lock()
"""pdfium can't be entered twice at once."""


def read(data: bytes, name: str) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """The text of a PDF, its blocks, each with its page, and which pages hold no text that can be read.

    Raises DocumentError for what is damaged, locked or too large, and where no page holds text.
    """
    pages, notices = _pages(data, name)
    bare = without_margins(pages)
    pieces = pieces_of(bare)
    if not pieces:
        count = f"none of its {len(pages)} pages has text" if len(pages) > 1 else "its page has no text"
        raise DocumentError(
            name, f"{count}: it looks scanned", "Run text recognition (OCR) over it first, for example with ocrmypdf"
        )
    pictures = [page.number for page in bare if page.pictures and not page.runs and not page.overfull]
    if pictures:
        many = len(pictures) > 1
        notices.append(
            f"{_listed(pictures)} {'are pictures' if many else 'is a picture'} without text; "
            f"run text recognition (OCR) to have {'them' if many else 'it'} read"
        )
    return *_composed(pieces, name), tuple(notices)


def _listed(numbers: list[int]) -> str:
    """ "page 3", "pages 3, 5-7"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    return f"page{'s' * (len(numbers) > 1)} " + ", ".join("-".join(map(str, span)) for span in spans)


def _composed(pieces: list[Piece], name: str) -> tuple[str, tuple[Block, ...]]:
    composition = Composition(name)
    sizes = sorted({round(p.size) for p in pieces if p.size}, reverse=True)
    for piece in pieces:
        composition.page = piece.page
        if piece.cells:
            composition.row(piece.cells)
        elif piece.level is not None:
            composition.heading(piece.text, piece.level or None)
        elif piece.size:
            for line in piece.text.split("\n"):
                composition.heading(line, sizes.index(round(piece.size)) + 1)
        else:
            composition.paragraph(piece.text, piece.bold)
    return composition.finish()


def _pages(data: bytes, name: str) -> tuple[list[Page], list[str]]:
    """The pages as pdfium sees them, and notices about those that it can't read."""
    import pypdfium2.raw as pdfium

    start = data[:1024].find(b"%PDF-")
    if start < 0:
        problem = "it is empty" if not data.strip() else "it is no PDF, whatever its name says"
        raise DocumentError(name, problem, "Save or download it again as a PDF")
    with _DRAWING:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise _unopened(pdfium.FPDF_GetLastError(), name)
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count > MOST_PAGES:
                raise DocumentError(
                    name, f"it has {count:,} pages, more than the limit of {MOST_PAGES:,}", "Split it into its papers"
                )
            tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
            found = [_page(document, i, tagged) for i in range(count)]
        finally:
            pdfium.FPDF_CloseDocument(document)
    pages = [page for page in found if page is not None]
    if not pages:
        raise DocumentError(name, "none of its pages can be read", "Download or export it again")
    notices = []
    if damaged := [i for i, page in enumerate(found, 1) if page is None]:
        notices.append(f"{_listed(damaged)} can't be read: damaged")
    if overfull := [page.number for page in pages if page.overfull]:
        notices.append(f"{_listed(overfull)} left out: more than {MOST_CHARS:,} characters on one page")
    return pages, notices


def _page(document: Any, index: int, tagged: bool) -> Page | None:
    import pypdfium2.raw as pdfium

    raw = pdfium.FPDF_LoadPage(document, index)
    if not raw:
        return None
    try:
        return page_of(raw, index + 1, tagged)
    finally:
        pdfium.FPDF_ClosePage(raw)


def _unopened(code: int, name: str) -> DocumentError:
    import pypdfium2.raw as pdfium

    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return DocumentError(name, "it opens only with a password", "Save a copy without the password")
    return DocumentError(name, "it is damaged or cut short", "Download or export it again")
