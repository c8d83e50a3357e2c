"""One module a format: a file in, a Document of blocks out. READERS says which suffix goes to which."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Block, Document
from loaders.readers import text

READERS: dict[str, Callable[[bytes, str], tuple[str, tuple[Block, ...]]]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
}
"""Suffix → function from (bytes of the file, its name) to (text, blocks)."""

LARGEST = 20_000_000
"""Bytes; a larger file is hardly one paper."""


def read(path: Path, name: str) -> Document:
    """The paper at `path` with its blocks, not yet divided into parts. Raises DocumentError for what can't be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DocumentError(
            name, f"this version doesn't read {path.suffix or 'files without a suffix'}", "Save it as .txt or .md"
        )
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DocumentError(
                name, f"it has {size:,} bytes, more than the limit of {LARGEST:,}", "Split it into its papers"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            name, f"it can't be opened ({error.strerror})", "Check the path and the permissions"
        ) from None
    content, blocks = reader(data, name)
    return Document(name=name, text=content, sha256=hashlib.sha256(data).hexdigest(), blocks=blocks)
