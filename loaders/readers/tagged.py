"""Markup within text, replaced character for character by what it means: tags by Markdown, links by their words.

The result has the same length, so offsets into it are offsets into the text. Tables keep their tags, which the text
reader reads itself, and so do texts with only a few tags, the residue of a conversion.
"""

from __future__ import annotations

import re

from loaders.names import word_set

_BLOCK_TAG = re.compile(r"</?(?:p|li|ol|ul|h[1-6]|div|br|section|article|blockquote)\b[^<>]{0,400}>", re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?(?:</table>|\Z)", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(r"<(?P<tag>style|script|head|nav|svg)\b[^>]{0,400}>|<!--", re.IGNORECASE)
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-z][a-z0-9]*)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|apos|lsquo|rsquo|ldquo|rdquo|ndash|mdash|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE
)
_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,200})\](?:\([^()\s]{1,400}(?:\s\"[^\"\n]*\")?\)|\{[#.][^{}\n]{0,200}\})"
)
_EMPTY_EMPHASIS = re.compile(r"\*\*[ \t]*\*\*")
_BREAKS = word_set("p div section article blockquote ol ul main header footer body html dl dt dd")
_EMPHASIS = frozenset(("strong", "b"))
FEWEST = 15
"""Tags of blocks from which on a text is taken for a page's source."""


def untagged(text: str) -> str:
    """`text` with links and spans as their words, and where it is a page's source its tags as Markdown; same length."""
    if "](" in text or "]{" in text:
        text = _LINK.sub(_words, text)
    if text.count("<") < FEWEST or sum(1 for _ in _BLOCK_TAG.finditer(text)) < FEWEST:
        return text
    pieces = []
    position = 0
    for table in _TABLE.finditer(text):
        pieces += [_plain(text[position : table.start()]), table.group()]
        position = table.end()
    return "".join([*pieces, _plain(text[position:])])


def _plain(text: str) -> str:
    text = _ENTITY.sub(_character, _TAG.sub(_meaning, _seen(text)))
    return _EMPTY_EMPHASIS.sub(lambda found: " " * len(found.group()), text)


def _seen(text: str) -> str:
    """`text` with blanks for comments and for what a browser does not show; what is never closed stays."""
    pieces = []
    position = at = 0
    unclosed: set[str] = set()
    while opened := _UNSEEN.search(text, at):
        name = (opened.group("tag") or "").lower()
        ending = re.compile(rf"</{name}\s*>" if name else "-->", re.IGNORECASE)
        closed = None if name in unclosed else ending.search(text, opened.end())
        if closed is None:
            unclosed.add(name)
            at = opened.start() + 1
            continue
        pieces += [text[position : opened.start()], re.sub(r"[^\n]", " ", text[opened.start() : closed.end()])]
        position = at = closed.end()
    return "".join([*pieces, text[position:]])


def _words(found: re.Match[str]) -> str:
    return f" {found.group('words')}".ljust(len(found.group()))


def _meaning(found: re.Match[str]) -> str:
    name, closing, size = found.group("name").lower(), bool(found.group("closing")), len(found.group())
    if name in ("sup", "sub", "table"):
        return found.group()
    if len(name) == 2 and name[0] == "h" and name[1].isdigit():
        marks = "" if closing else "#" * min(int(name[1]), size - 2) + " "
        return ("\n" + marks if marks else "\n\n").ljust(size) if closing else "\n" + marks.rjust(size - 1)
    if name == "li":
        return "\n".ljust(size) if closing else "\n" + "* ".rjust(size - 1)
    if name == "br":
        return "\n".ljust(size)
    if name in _BREAKS:
        return "\n\n".ljust(size)
    if name in _EMPHASIS and size > 2:
        return "**".ljust(size) if closing else "**".rjust(size)
    return " " * size


def _character(found: re.Match[str]) -> str:
    import html

    character = html.unescape(found.group()).replace("\xa0", " ")
    return character.ljust(len(found.group())) if len(character) == 1 and character not in "<>" else found.group()
