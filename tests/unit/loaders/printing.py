"""Papers of the tests printed as PDF, the way councils print them: margins, running heads, tables with rules."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, TableStyle

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=13.5, spaceAfter=8)
CLOSE = ParagraphStyle("close", BODY, spaceAfter=0)
TITLE = ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=10)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=6)
SMALLER = ParagraphStyle("smaller", BODY, fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=4)
BOLD = ParagraphStyle("bold", BODY, fontName="Helvetica-Bold")
ITEM = ParagraphStyle("item", BODY, leftIndent=28, bulletIndent=10, spaceAfter=3)

WIDTH, HEIGHT = A4


def drawn(*pages: Callable[[Canvas], Any], size: tuple[float, float] = A4, **options: Any) -> bytes:
    """A PDF whose pages are drawn by `pages`, each given a canvas in 11 point Helvetica."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, **options)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(texts: Sequence[str], x: float = 72, top: float = 100, leading: float = 14) -> Callable[[Canvas], None]:
    """Draws lines one below the other, the first `top` points under the upper edge."""

    def draw(canvas: Canvas) -> None:
        for i, text in enumerate(texts):
            canvas.drawString(x, HEIGHT - top - i * leading, text)

    return draw


def picture(canvas: Canvas) -> None:
    """Draws a picture over most of a page, as a scanner does."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 40, 40, WIDTH - 80, HEIGHT - 80)


def flowed(flow: Sequence[Flowable], head: str = "", foot: str = "") -> bytes:
    """A PDF of flowing text on A4; `head` and `foot` stand on every page, "{page}" in them is its number."""
    target = io.BytesIO()

    def margins(canvas: Canvas, _: Any) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, HEIGHT - 40, head.format(page=canvas.getPageNumber()))
        canvas.drawRightString(WIDTH - 72, 36, foot.format(page=canvas.getPageNumber()))

    template = SimpleDocTemplate(target, pagesize=A4, topMargin=64, bottomMargin=64, invariant=1)
    template.build(list(flow), onFirstPage=margins, onLaterPages=margins)
    return target.getvalue()


def table(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Flowable:
    """A table with rules around its cells; its first row is said again on each page."""
    cells = [[Paragraph(_escaped(cell), BOLD if i == 0 else CLOSE) for cell in row] for i, row in enumerate(rows)]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return LongTable(cells, colWidths=list(widths), repeatRows=1, splitInRow=1, style=style)


def printed(text: str, head: str = "", foot: str = "Page {page}") -> bytes:
    """A text or Markdown paper as a typist would have set it: titles large, lists hanging, tables ruled."""
    return flowed([*_flow(text)], head, foot)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _flow(text: str) -> list[Flowable]:
    flow: list[Flowable] = []
    for chunk in re.split(r"\n{2,}", text.strip()):
        rows = [line for line in chunk.split("\n") if not re.fullmatch(r"[|\s-]+", line)]
        if re.fullmatch(r"# Page \d+", chunk):
            flow.append(PageBreak())
        elif all("\t" in r or r.startswith("|") for r in rows):
            cells = [r.strip("|").split("|") if r.startswith("|") else r.split("\t") for r in rows]
            if all(c[0].rstrip(".").isdigit() for c in cells):
                flow += [Paragraph(_escaped(" ".join(c)), BODY) for c in cells]
            else:
                flow += [table(cells, [450 / len(cells[0])] * len(cells[0])), Spacer(1, 10)]
        elif found := re.match(r"(#+)\s+(.*)", chunk):
            flow.append(Paragraph(_escaped(found.group(2)), (TITLE, HEADING, SMALLER)[min(len(found.group(1)), 3) - 1]))
        else:
            flow += _lines(rows)
    return flow


def _lines(rows: list[str]) -> list[Flowable]:
    result: list[Flowable] = []
    for row in rows:
        words = _escaped(row)
        if found := re.match(r"([-*]|\d+\.|[a-z][.)])\s+(.*)", words):
            mark = "\u2022" if found.group(1) in "-*" else found.group(1)
            if row.isupper() or row[3:].isupper():
                result.append(Paragraph(f"{mark} {found.group(2)}", BOLD))
            else:
                result.append(Paragraph(found.group(2), ITEM, bulletText=mark))
        elif row.isupper():
            result.append(Paragraph(words, BOLD))
        else:
            result.append(Paragraph(words, CLOSE))
    result.append(Spacer(1, 8))
    return result


Element = tuple[str, "str | list[Element]"]
"""A tag and what it holds: words, or other elements."""


def tagged(*elements: Element) -> bytes:
    """A PDF with a tag tree: each element's words on a line of their own, all in one type, flush left in their cell."""
    objects: list[str] = ["", "", "", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    content: list[str] = []
    parents: list[int] = []

    def add(element: Element, parent: int, x: int = 72) -> int:
        tag, held = element
        objects.append("")
        number = len(objects)
        if isinstance(held, str):
            mark = len(parents)
            parents.append(number)
            words = held.replace("(", r"\(").replace(")", r"\)")
            content.append(f"/{tag} << /MCID {mark} >> BDC BT /F1 11 Tf {x} {760 - 14 * mark} Td ({words}) Tj ET EMC")
            kids = str(mark)
        else:
            step = 150 if tag == "TR" else 0
            kids = " ".join(f"{add(child, number, x + step * i)} 0 R" for i, child in enumerate(held))
        objects[number - 1] = f"<< /Type /StructElem /S /{tag} /P {parent} 0 R /Pg 3 0 R /K [{kids}] >>"
        return number

    objects.append("")
    tree = len(objects)
    kids = " ".join(f"{add(element, tree)} 0 R" for element in elements)
    nums = " ".join(f"{number} 0 R" for number in parents)
    objects[tree - 1] = f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree << /Nums [0 [{nums}]] >> >>"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot {tree} 0 R >>"
    objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    objects[2] = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 "
        "/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    stream = "\n".join(content)
    objects[3] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    body, offsets = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
