"""What a query may not do, whatever the engine would allow: leave the graph, or run a procedure.

Both engines refuse writes on a read themselves. Neither refuses all else: a Neo4j server reads its own files for
LOAD CSV and shows its settings and users. So these are refused here, from the text, before an engine sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.errors import QueryError

ONLY_READS = "Queries only read; change the graph by loading papers."
RETURNS_PATH = "the query returns a path. Return what it goes through: [n IN nodes(p) | n.id] AS ids."

_TEXT = re.compile(
    r"""(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?P<name>`[^`]*`)|(?P<comment>//[^\n]*|/\*.*?\*/)""", re.DOTALL
)
_WORD = r"(?<![.:$\w])"
_OUTSIDE = re.compile(rf"{_WORD}(LOAD\s+CSV|SHOW|TERMINATE|CALL\s+[\w`])", re.IGNORECASE)
_WRITES = re.compile(rf"{_WORD}(CREATE|MERGE|DELETE|SET|REMOVE|DROP|FOREACH)\b", re.IGNORECASE)
_RETURNS = re.compile(rf"{_WORD}RETURN\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def refuse_outside(cypher: str) -> None:
    """Raise QueryError when `cypher` returns nothing, or reaches files, addresses, settings, users or procedures."""
    bare = _bare(cypher)
    found = _OUTSIDE.search(bare)
    if found:
        clause = "a procedure" if found[1][:4].upper() == "CALL" else " ".join(found[1].upper().split())
        raise QueryError(f"the query uses {clause}, and queries only read the graph: no files, settings or procedures.")
    if not _RETURNS.search(bare):
        raise QueryError("the query returns nothing. End it with RETURN … AS name.")


@lru_cache(maxsize=512)
def refuse_writes(cypher: str) -> None:
    """Raise QueryError when `cypher` has a clause that writes. For EXPLAIN, which no engine refuses."""
    found = _WRITES.search(_bare(cypher))
    if found:
        raise QueryError(f"the query would write ({found[1].upper()}). {ONLY_READS}")


def _bare(cypher: str) -> str:
    """The query without comments, and with nothing in its strings and quoted names."""
    if "\\u" in cypher:  # Neo4j decodes these before it parses, even where they end a string
        raise QueryError("the query has a \\u escape. Write the character itself.")
    return _TEXT.sub(lambda found: {"string": "''", "name": "`_`", "comment": " "}[str(found.lastgroup)], cypher)
