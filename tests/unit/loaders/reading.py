"""Papers of a few lines for tests of the loaders: what does this text say?"""

from __future__ import annotations

from graph.model import Document, Extraction
from loaders.paper import Paper
from loaders.pipeline import extract
from loaders.readers.text import blocks

NAMES = """HARROWMERE SAFEGUARDING CHILDREN BOARD

5th March 2015

The Harrowmere Safeguarding Children Board (HSCB) works with Harrowmere Borough Council and with Westmarch Police. It
has an Exploitation Sub Group, a Silver Group and a Learning Sub Group.

"""
"""A head that gives the body and the date, and names that short forms can stand for."""


def document(text: str, name: str = "paper.md") -> Document:
    """The document of a text, not yet read for names."""
    return Document(name=name, text=text, sha256="0", blocks=blocks(text))


def paper(text: str) -> Paper:
    """The paper of a text, names found."""
    return Paper(document(text))


def read(text: str) -> Extraction:
    """What a text says."""
    return extract(document(text))


def said(text: str, rule: str = "") -> set[tuple[str, str, str, str]]:
    """(subject, predicate, object, modality) of what a sentence says after NAMES, by rules that begin with `rule`."""
    extraction = read(NAMES + text)
    return {
        (s.subject.name, s.predicate, s.object.name, s.modality)
        for s in extraction.statements
        if s.rule.startswith(rule) and s.span.start >= len(NAMES)
    }
