"""Papers of ours with damage done to them: bytes flipped, cut, doubled and spliced, also inside the parts of a Word file.

The same seed gives the same damage, so that a case that fails can be had again.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.paper_formats import page, word
from tests.unit.loaders.printing import printed

_EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
_TEXTS = tuple(
    (_EXAMPLES / name).read_text(encoding="utf-8")
    for name in (
        "2013-06-04-exploitation-sub-group-terms-of-reference.md",
        "2014-03-12-cabinet-minutes.txt",
        "2014-10-10-improvement-board-minutes.md",
        "2016-02-01-safeguarding-board-membership.txt",
    )
)
FORMATS: dict[str, tuple[bytes, ...]] = {
    ".txt": tuple(t.encode() for t in _TEXTS),
    ".md": tuple(t.encode() for t in _TEXTS),
    ".docx": tuple(map(word, _TEXTS)),
    ".html": tuple(map(page, _TEXTS)),
    ".pdf": tuple(map(printed, _TEXTS)),
}
"""Whole papers by the suffix of their format."""

_TOKENS = tuple(
    token.encode()
    for token in (
        *(
            "\x00",
            "\ufeff",
            "\xad",
            "\u2028",
            "\x0c",
            "\r",
            "\t\t\t",
            "|||",
            "****",
            "(((((",
            ")))))",
            ">>>>",
            "- " * 40,
        ),
        *("1." * 50, "9" * 400, "-1", "2147483648", "A" * 5000, "the Board " * 200, "and " * 300, ", " * 500, "é" * 50),
        *(
            "Present:- ",
            "Resolved:- (1) That ",
            "Councillors ",
            " reports to the ",
            " (HSCB) ",
            "Chair: ",
            "# ",
            "\n\n\n",
        ),
        *("<table><tr><td>", "</td>", "<ol>", "<li>", "</p>", "<!--", "-->", "&amp;", "&#0;", "&#xD800;", "<b>" * 100),
        *(
            '<td colspan="9999" rowspan="9999">',
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "&a;",
            "<script>",
        ),
        *("<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:tbl>", "</w:tbl>", '<w:numId w:val="99999999999"/>', "<w:del>"),
        *('<w:gridSpan w:val="1000000000"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:vMerge/>", "<mc:Fallback>"),
    )
)
_ELEMENT = re.compile(rb"<([A-Za-z][\w:]*)\b[^<>]*>[^<>]{0,200}</\1>")
_ATTRIBUTE = re.compile(rb'="[^"]{0,40}"')


def mutated(suffix: str, seed: int) -> bytes:
    """One paper in the format of `suffix`, damaged as `seed` says."""
    chance = random.Random(f"{suffix} {seed}")
    papers = FORMATS[suffix]
    data = chance.choice(papers)
    if suffix == ".docx" and chance.random() < 0.75:
        return _inside(data, chance)
    if suffix == ".pdf" and chance.random() < 0.3:
        data = _unpacked(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(_DAMAGES)(data, chance, papers)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """A Word file with damage to the text of one or two of its parts, packed again."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    likely = [n for n in parts if n.startswith("word/") and n.endswith((".xml", ".rels"))]
    for _ in range(chance.choice((1, 1, 2))):
        name = "word/document.xml" if chance.random() < 0.6 else chance.choice(likely)
        for _ in range(chance.choice((1, 1, 2, 4))):
            damages = _WELL_FORMED if chance.random() < 0.8 else _DAMAGES
            parts[name] = chance.choice(damages)(parts[name], chance, (parts["word/document.xml"],))
    if chance.random() < 0.05:
        del parts[chance.choice(likely)]
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def _unpacked(data: bytes) -> bytes:
    """A PDF with its first packed stream unpacked, so that damage reaches the marks of its page."""
    found = re.search(rb"/Filter /FlateDecode(.{0,60}?)stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    if not found:
        return data
    try:
        plain = zlib.decompress(found.group(2))
    except zlib.error:
        return data
    return data[: found.start()] + found.group(1) + b"stream\n" + plain + b"\nendstream" + data[found.end() :]


def _at(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _flip(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 4, 32)) if damaged else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _cut(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    return data[: _at(data, chance)]


def _without(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    start = _at(data, chance)
    return data[:start] + data[start + chance.choice((1, 10, 100, 2000)) :]


def _doubled(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    start = _at(data, chance)
    chunk = data[start : start + chance.choice((5, 50, 500))]
    return data[:start] + chunk * chance.choice((2, 10, 60)) + data[start:]


def _spliced(data: bytes, chance: random.Random, others: tuple[bytes, ...]) -> bytes:
    other = chance.choice(others)
    return data[: _at(data, chance)] + other[_at(other, chance) :]


def _token(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    at = _at(data, chance)
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _moved_line(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _element(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    """With an element taken out, doubled, or nested in itself many times."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return _moved_line(data, chance, ())
    one = chance.choice(found)
    opening = one.group()[: one.group().index(b">") + 1]
    closing = b"</" + one.group(1) + b">"
    depth = chance.choice((0, 2, 50, 1000))
    return (
        data[: one.start()]
        + opening * depth
        + one.group() * chance.choice((0, 1, 2))
        + closing * depth
        + data[one.end() :]
    )


def _attribute(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    found = list(_ATTRIBUTE.finditer(data))
    if not found:
        return _token(data, chance, ())
    one = chance.choice(found)
    value = chance.choice((b"", b"-1", b"0", b"99999999999999999999", b"NaN", b"\xd9\xa3", b"x" * 300, b"&quot;"))
    return data[: one.start()] + b'="' + value + b'"' + data[one.end() :]


def _branch(data: bytes, chance: random.Random, _: tuple[bytes, ...]) -> bytes:
    """With a paragraph, cell, row or run moved, doubled, left out, or wrapped in another element."""
    found = [m.span() for m in _BRANCH.finditer(data)]
    if not found:
        return _element(data, chance, ())
    start, end = chance.choice(found)
    branch = data[start:end]
    wrapper = chance.choice(_WRAPPERS)
    branch = (b"", branch * 2, branch * 30, b"<%s>%s</%s>" % (wrapper, branch, wrapper), branch)[chance.randrange(5)]
    rest = data[:start] + data[end:]
    at = chance.choice([m.start() for m in _BRANCH.finditer(rest)] or [start]) if chance.random() < 0.5 else start
    return rest[:at] + branch + rest[at:]


_BRANCH = re.compile(rb"<(w:p|w:r|w:tc|w:tr|w:num|w:lvl|w:style|li|tr|td|p)\b[^<>]*>.*?</\1>", re.DOTALL)
_WRAPPERS = (
    b"w:del",
    b"w:ins",
    b"w:sdt",
    b"w:sdtContent",
    b"w:tbl",
    b"w:tr",
    b"w:tc",
    b"w:hyperlink",
    b"w:txbxContent",
)
_WELL_FORMED = (_element, _attribute, _branch, _branch, _branch)
_DAMAGES: tuple[Callable[[bytes, random.Random, tuple[bytes, ...]], bytes], ...] = (
    _flip,
    _cut,
    _without,
    _doubled,
    _spliced,
    _token,
    _moved_line,
    _element,
    _attribute,
    _branch,
)
