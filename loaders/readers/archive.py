"""A ZIP package of XML parts, read with a bound on size and depth: no part is trusted to be as large as it says.

Document types and entities are refused (an office package has none); the tree of a part is handed out in pieces, so
that a long paper is never in memory as a whole.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from xml.parsers import expat

from graph.errors import DocumentError

LARGEST_PART = 60_000_000
"""Bytes of one part, inflated; a paper of a thousand pages has about 30 million."""
LARGEST_RATIO = 400
"""Times that a part of more than a million bytes may be larger than its packed form."""
DEEPEST = 200
"""Elements inside one another; a real paper stays under 60."""
MOST_MEMBERS = 10_000

_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    struct.error,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises on packages that are damaged, encrypted, or packed in a way that it doesn't know."""
_DAMAGED = "Open it in Word or LibreOffice, save it again as .docx, and check that it was copied whole"
_REFUSED = "No office program writes such a file: ask where it comes from, or save its text as .txt"


_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
"""The namespaces that are read, the "transitional" and the "strict" alike; a name of any other has the prefix "x_"."""


class _Refused(Exception):
    """A signal inside this module: what the part does that no office program does."""


class _Builder:
    """A tree of elements built from the events of expat; `done` holds those that ended since it was last emptied."""

    def __init__(self, holder: str) -> None:
        self._holder = holder
        self._names = _Names()
        self._open: list[Element] = []
        self._level: int | None = None
        """How deep the children of the holder stand, once it is open."""
        self.root: Element | None = None
        self.done: list[Element] = []
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        names = self._names
        element = Element(names[tag], {names[k]: v for k, v in attributes.items()} if attributes else {})
        if self._open:
            self._open[-1].append(element)
            if len(self._open) >= DEEPEST:
                raise _Refused(f"is nested more than {DEEPEST} elements deep")
        else:
            self.root = element
        self._open.append(element)
        if self._level is None and element.tag == self._holder:
            self._level = len(self._open)

    def _end(self, tag: str) -> None:
        element = self._open.pop()
        if self._level is not None and len(self._open) == self._level:
            self.done.append(element)
            self._open[-1].clear()
        elif self._level is not None and len(self._open) < self._level:
            self._level, self._holder = None, ""

    def _words(self, words: str) -> None:
        element = self._open[-1]
        if len(element):
            return  # white space between elements
        element.text = (element.text or "") + words

    def _doctype(self, *_: object) -> None:
        raise _Refused("declares a document type or entities")


class _Names(dict[str, str]):
    """Names as they are read here, by their namespace and name as expat gives them."""

    def __missing__(self, name: str) -> str:
        uri, _, local = name.rpartition(" ")
        self[name] = f"{_PREFIXES.get(uri, 'x')}_{local}" if uri else local
        return self[name]


class Archive:
    """The parts of the package `name`. Raises DocumentError for what is damaged, encrypted, hostile or too large."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {m.filename: m for m in self._zip.infolist()}
        except _BROKEN as error:
            raise self._damaged(error) from None
        if len(self._members) > MOST_MEMBERS:
            raise DocumentError(name, f"it holds more than {MOST_MEMBERS:,} files", _REFUSED)

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._members)

    def tree(self, part: str) -> Element | None:
        """The root element of a part, None where the package has no such part."""
        if part not in self._members:
            return None
        builder = _Builder("")
        for _ in self._fed(part, builder):
            builder.done.clear()
        return builder.root

    def pieces(self, part: str, parent: str) -> Iterator[Element]:
        """Each child of the first element called `parent`, in order; what was handed out is forgotten."""
        builder = _Builder(parent)
        for _ in self._fed(part, builder):
            yield from builder.done
            builder.done.clear()

    def _fed(self, part: str, builder: _Builder) -> Iterator[None]:
        """Feed a part to `builder`, chunk by chunk."""
        try:
            for chunk in self._chunks(part):
                builder.parser.Parse(chunk, False)
                yield
            builder.parser.Parse(b"", True)
            yield
        except expat.ExpatError as error:
            raise DocumentError(
                self._name, f"{part} is no valid XML (line {error.lineno}, column {error.offset})", _DAMAGED
            ) from None
        except _Refused as refused:
            raise DocumentError(self._name, f"{part} {refused}", _REFUSED) from None
        except (LookupError, ValueError):
            raise DocumentError(self._name, f"{part} has an encoding that XML does not know", _DAMAGED) from None

    def _chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, counted while they are inflated: what the package says of them may be a lie."""
        member = self._members[part]
        self._bound(part, member.file_size, member)
        total = 0
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    total += len(chunk)
                    self._bound(part, total, member)
                    yield chunk
        except _BROKEN as error:
            raise self._damaged(error) from None

    def _bound(self, part: str, size: int, member: zipfile.ZipInfo) -> None:
        ratio = size / max(1, member.compress_size)
        if size > LARGEST_PART or (size > 1_000_000 and ratio > LARGEST_RATIO):
            raise DocumentError(
                self._name,
                f"{part} unpacks to {size:,} bytes or more (limit {LARGEST_PART:,}, or {LARGEST_RATIO} times its size)",
                "Split it into its papers; if it was sent to you as one short paper, don't trust it",
            )

    def _damaged(self, error: BaseException) -> DocumentError:
        told = str(error).rstrip(".")
        if isinstance(error, RuntimeError) and "encrypted" in told:
            return DocumentError(self._name, "it is protected by a password", "Save it without the password")
        return DocumentError(self._name, f"it is damaged or cut short ({told or type(error).__name__})", _DAMAGED)
