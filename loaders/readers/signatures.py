"""What a file really is, by its first bytes: its suffix is only what someone called it."""

from __future__ import annotations

import io
import re
import zipfile

from graph.errors import DocumentError

_TO_WORD = "Open it in Word or LibreOffice and save it as .docx or .pdf"
_OCR = "Have its text recognised (OCR) and save it as .pdf, .docx or .txt"
_PAPER = "Save the paper itself as .pdf, .docx, .html, .txt or .md"

UNREAD = {
    ".doc": ("a Word file of the old kind (.doc)", _TO_WORD),
    ".dot": ("a Word template of the old kind (.dot)", _TO_WORD),
    ".rtf": ("a rich text file (.rtf)", _TO_WORD),
    ".odt": ("an OpenDocument text (.odt)", _TO_WORD),
    ".pages": ("a Pages file", "Export it from Pages as .docx or .pdf"),
    ".wpd": ("a WordPerfect file", _TO_WORD),
    ".epub": ("an electronic book (.epub)", "Convert it to .docx or .html"),
    ".ppt": ("a presentation of the old kind (.ppt)", "Save it as .pdf"),
    ".pptx": ("a presentation (.pptx)", "Save it as .pdf"),
    ".odp": ("a presentation (.odp)", "Save it as .pdf"),
    ".xls": ("a spreadsheet of the old kind (.xls)", "Save the sheet that is a register as .csv, or print it as .pdf"),
    ".xlsx": ("a spreadsheet (.xlsx)", "Save the sheet that is a register as .csv, or print it as .pdf"),
    ".ods": ("a spreadsheet (.ods)", "Save the sheet that is a register as .csv, or print it as .pdf"),
    ".msg": ("an e-mail (.msg)", "Save its attachments, or its text as .txt"),
    ".eml": ("an e-mail (.eml)", "Save its attachments, or its text as .txt"),
    ".mht": ("a web archive (.mht)", "Save the page as .html"),
    ".mhtml": ("a web archive (.mhtml)", "Save the page as .html"),
    ".zip": ("a ZIP archive", "Unpack it and load the folder"),
    ".7z": ("an archive (.7z)", "Unpack it and load the folder"),
    ".rar": ("an archive (.rar)", "Unpack it and load the folder"),
    ".gz": ("a packed file (.gz)", "Unpack it and load the folder"),
    ".jpg": ("a picture (JPEG)", _OCR),
    ".jpeg": ("a picture (JPEG)", _OCR),
    ".png": ("a picture (PNG)", _OCR),
    ".gif": ("a picture (GIF)", _OCR),
    ".tif": ("a picture (TIFF)", _OCR),
    ".tiff": ("a picture (TIFF)", _OCR),
    ".webp": ("a picture (WebP)", _OCR),
    ".heic": ("a picture (HEIC)", _OCR),
    ".exe": ("a program", _PAPER),
}
"""Formats that are known and not read, by suffix: what each is, and what to do with it."""

_OPENINGS = (
    (b"{\\rtf", ".rtf"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"GIF8", ".gif"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"MZ\x90\x00", ".exe"),
    (b"\x7fELF", ".exe"),
    (b"MIME-Version:", ".mht"),
    (b"\xffWPC", ".wpd"),
)
_OFFICE = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"), ("Index/Document.iwa", ".pages"))
_OPEN = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
    b"application/epub+zip": ".epub",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt"), ("__properties", ".msg"))
_PAGE = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(rb"[A-Za-z]{2,}[ ,.;:\r\n]")


def recognise(data: bytes, suffix: str, name: str) -> str:
    """The suffix of what `data` is: the file's own unless its bytes say otherwise.

    Raises DocumentError for a file that is protected by a password, or damaged beyond telling what it was.
    """
    head = data[:1024]
    if b"%PDF-" in head and (head.lstrip(b"\x00\t\r\n\f \xef\xbb\xbf").startswith(b"%PDF-") or suffix == ".pdf"):
        return ".pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data, suffix)
    if head.startswith(_COMPOUND):
        return _compound(data, name)
    for opening, found in _OPENINGS:
        if head.startswith(opening):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return ".heic"
    if _PAGE.match(_opening(head)):
        return ".html"
    if suffix in (".docx", ".pdf", *UNREAD) and _WORDS.search(head) and b"\x00" not in head and suffix not in _TEXTS:
        return ".txt"
    return suffix


_TEXTS = frozenset((".eml", ".mht", ".mhtml"))
"""Formats that are text to the eye but not the text of a paper."""


def refusal(suffix: str, name: str, called: str) -> DocumentError:
    """The error for a file whose format is known and not read."""
    what, remedy = UNREAD[suffix]
    aka = f", whatever its name {called} says" if called != suffix and called else ""
    return DocumentError(name, f"it is {what}, which is not read{aka}", remedy)


def _opening(head: bytes) -> str:
    wide = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    return head.decode(wide, "replace") if wide else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _package(data: bytes, suffix: str) -> str:
    """What a ZIP package holds. One too damaged to list is what its name says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()[:10_000]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
        return ".docx" if suffix == ".docx" or b"word/document" in data else suffix if suffix in UNREAD else ".zip"
    stated = next((s for kind, s in _OPEN.items() if b"mimetype" + kind in data[:200]), None)
    return (
        stated
        or next((s for start, s in _OFFICE if any(n.startswith(start) for n in names)), None)
        or (suffix if suffix in UNREAD else ".zip")
    )


def _compound(data: bytes, name: str) -> str:
    """What a compound file (Office before 2007, or a file under a password) holds."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError(name, "it is protected by a password", "Open it with the password and save it without one")
    return next((s for stream, s in _STREAMS if stream.encode("utf-16-le") in data), ".doc")
