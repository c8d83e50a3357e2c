"""PDF: what pdfium reads of its pages, as text and blocks like those of a text file."""

from __future__ import annotations

import threading
from typing import Any

from graph.errors import DocumentError
from graph.model import Block
from loaders.readers.composition import Composition
from loaders.readers.pdf_margins import without_margins
from loaders.readers.pdf_page import Page, page_of
from loaders.readers.pdf_pieces import Piece, pieces_of

MOST_PAGES = 5000
"""Pages; a longer file is no pack of papers."""
_DRAWING = threading.Lock()
"""pdfium can't be entered twice at once."""


def read(data: bytes, name: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a PDF and its blocks, each with its page. Raises DocumentError for what holds no text to read."""
    pages = _pages(data, name)
    pieces = pieces_of(without_margins(pages))
    if not pieces:
        raise DocumentError(
            name,
            f"none of its {len(pages)} pages has text: it looks scanned",
            "Run text recognition (OCR) over it first, for example with ocrmypdf",
        )
    return _composed(pieces, name)


def _composed(pieces: list[Piece], name: str) -> tuple[str, tuple[Block, ...]]:
    composition = Composition(name)
    sizes = sorted({round(p.size) for p in pieces if p.size}, reverse=True)
    for piece in pieces:
        composition.page = piece.page
        if piece.cells:
            composition.row(piece.cells)
        elif piece.size:
            for line in piece.text.split("\n"):
                composition.heading(line, sizes.index(round(piece.size)) + 1)
        else:
            composition.paragraph(piece.text, piece.bold)
    return composition.finish()


def _pages(data: bytes, name: str) -> list[Page]:
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
            return [p for i in range(count) if (p := _page(document, i, tagged)) is not None]
        finally:
            pdfium.FPDF_CloseDocument(document)


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
