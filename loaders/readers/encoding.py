"""The characters that the bytes of a text stand for: Unicode in its forms, else Windows-1252, else an error."""

from __future__ import annotations

import codecs
import re

from graph.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,30})", re.IGNORECASE)
_KNOWN = re.compile(r"utf-?8|(?:windows|cp)-?125[0-8]|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|ascii|koi8-[ru]|macintosh")
_REMEDY = "Save it as UTF-8 text"
_SAMPLE = 100_000


def decode(data: bytes, name: str) -> str:
    """The text of a file. Raises DocumentError where it is none, or in an encoding that can't be told."""
    wide = _wide(data)
    if wide is not None:
        try:
            return data.decode(wide)
        except UnicodeDecodeError as error:
            raise DocumentError(name, f"it is not {wide.upper()} throughout (byte {error.start})", _REMEDY) from None
    if b"\x00" in data[:_SAMPLE]:
        raise DocumentError(name, "it is not text but binary data", "Save the paper itself as .txt, .docx or .pdf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            content = data.decode("cp1252")
        except UnicodeDecodeError:
            content = ""
        odd = any(ord(c) < 32 and c not in "\t\r\n\f" for c in content)
        strange = len(re.findall(r"[^\x00-\x7f]{3,}", content))
        if not content or odd or strange * 200 > len(content):
            raise DocumentError(name, f"it is not UTF-8 (byte {error.start})", _REMEDY) from None
        return content


def decode_page(data: bytes, name: str) -> str:
    """The text of a web page, in the encoding that its first lines declare. What can't be decoded is marked so."""
    declared = _CHARSET.search(data, 0, 4096)
    label = declared.group(1).decode("ascii").lower() if declared else ""
    if _wide(data) is None and _KNOWN.fullmatch(label) and label not in ("utf-8", "utf8"):
        if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
            label = "cp1252"  # as browsers read them
        try:
            return data.decode(label, errors="replace")
        except LookupError:
            pass
    if b"\x00" in data[:_SAMPLE] and _wide(data) is None:
        return decode(data, name)
    try:
        return decode(data, name)
    except DocumentError:
        return data.decode("utf-8", errors="replace")


def _wide(data: bytes) -> str | None:
    """The Unicode form of two or four bytes in which a text is, by its mark or by its zeros; None for any other."""
    for mark, form in _MARKS[1:]:
        if data.startswith(mark):
            return form.removesuffix("-le").removesuffix("-be")
    sample = data[:2000]
    pairs = len(sample) // 2
    if pairs >= 8 and len(data) % 2 == 0:
        high, low = sample[1::2].count(0), sample[::2].count(0)
        if high > 0.9 * pairs and low == 0:
            return "utf-16-le"
        if low > 0.9 * pairs and high == 0:
            return "utf-16-be"
    return None
