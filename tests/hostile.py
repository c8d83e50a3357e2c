"""A paper that names a body with markup, quotes and Cypher in its name."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Extraction
from tests.unit.papers import paper

HOSTILE = "Panel <img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> & ' OR 1=1 // }"


def hostile_paper() -> Extraction:
    """A paper of one statement, about the body called HOSTILE."""
    read = paper("2014-01-01-hostile.md", "2014-01-01", "Hostile Panel | PART_OF | Harrowmere Borough Council")
    named = {e.id: replace(e, name=HOSTILE) if e.name == "Hostile Panel" else e for e in read.entities}
    statements = tuple(replace(s, subject=named[s.subject.id], object=named[s.object.id]) for s in read.statements)
    return replace(read, entities=tuple(named.values()), statements=statements)
