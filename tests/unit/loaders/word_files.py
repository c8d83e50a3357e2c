"""Word files of the tests, written as XML where python-docx has no word for what they show."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: object) -> bytes:
    """The bytes of a python-docx document."""
    written = io.BytesIO()
    document.save(written)  # type: ignore[attr-defined]
    return written.getvalue()


def with_body(xml: str) -> bytes:
    """A Word file with the styles of Word's template and this XML as its body."""
    document = Document()
    body = document.element.body
    for child in parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>"):
        body.insert(len(body) - 1, child)
    return saved(document)


def bare(body: str = "", root: str = "", **parts: str | bytes) -> bytes:
    """The smallest Word file: a body (or a whole root element) and other parts by their name under word/."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", root or f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return written.getvalue()


def p(words: str, properties: str = "") -> str:
    """A paragraph in XML."""
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def listed(words: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list in XML."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def lists(abstracts: dict[int, list[tuple[str, str]]], nums: dict[int, tuple[int, str]]) -> str:
    """numbering.xml: each abstract list by id as (format, pattern) a level, each list as (abstract id, overrides)."""
    defined = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">'
        + "".join(
            f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
            for k, (kind, pattern) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for i, levels in abstracts.items()
    )
    used = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for i, (abstract, overrides) in nums.items()
    )
    return f"<w:numbering {_NAMESPACES}>{defined}{used}</w:numbering>"
