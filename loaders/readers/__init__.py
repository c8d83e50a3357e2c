"""One module a format: a file in, a Document of blocks out. READERS says which suffix goes to which."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Block, Document
from loaders.readers import docx, html, pdf, text
from loaders.readers.signatures import UNREAD, recognise, refusal

Content = tuple[str, tuple[Block, ...]] | tuple[str, tuple[Block, ...], tuple[str, ...]]
"""The text of a file and its blocks; where there is more to say, notices about what could not be read."""

READERS: dict[str, Callable[[bytes, str], Content]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".docx": docx.read,
    ".docm": docx.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
}
"""Suffix → function from (bytes of the file, its name) to its content."""

LARGEST = 20_000_000
"""Bytes; a larger file is hardly one paper."""
LARGEST_PACKAGE = 200_000_000
"""Bytes of a file that may hold pictures too."""
_PACKAGES = frozenset((".docx", ".docm", ".pdf"))


def read(path: Path, name: str) -> Document:
    """The paper at `path` with its blocks, not yet divided into parts. Raises DocumentError for what can't be read.

    What a file is called matters less than what it is: a Word file named .doc or a page named .txt is read as such.
    """
    called = path.suffix.lower()
    if not path.exists():
        raise DocumentError(name, "there is no such file", "Check the path")
    if called not in READERS and called not in UNREAD:
        raise DocumentError(
            name,
            f"{called} is no format that is read" if called else "files without a suffix are not read",
            f"Save it as one of {', '.join(READERS)}",
        )
    data = _bytes(path, name, called)
    if not data.strip(b"\x00\xef\xbb\xbf \t\r\n\f"):
        raise DocumentError(name, "it is empty", "Check that the file was saved or converted properly")
    kind = recognise(data, called, name)
    reader = READERS.get(kind)
    if reader is None:
        raise refusal(kind, name, called)
    if kind not in _PACKAGES and len(data) > LARGEST:
        raise _too_large(name, len(data), LARGEST)
    content, blocks, *more = reader(data, name)
    notices = more[0] if more else ()
    return Document(name, content, hashlib.sha256(data).hexdigest(), blocks, notices=notices)


def _bytes(path: Path, name: str, called: str) -> bytes:
    largest = LARGEST_PACKAGE if called in _PACKAGES else LARGEST
    try:
        if not path.is_file() and path.exists():
            raise DocumentError(name, "it is no file", "Give a file, or a folder of files")
        size = path.stat().st_size
        if size > largest:
            raise _too_large(name, size, largest)
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            name, f"it can't be opened ({error.strerror})", "Check the path and the permissions"
        ) from None


def _too_large(name: str, size: int, limit: int) -> DocumentError:
    return DocumentError(name, f"it has {size:,} bytes, more than the limit of {limit:,}", "Split it into its papers")
