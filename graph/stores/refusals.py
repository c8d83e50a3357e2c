"""What a query may not do, whatever the engine would allow: leave the graph, or run a procedure.

Both engines refuse writes on a read themselves. Neither refuses all else: a Neo4j server reads its own files for
LOAD CSV and shows its settings and users. So these are refused here, from the text, before an engine sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.errors import QueryError

_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_WORD = r"(?<![.:$\w])"
_OUTSIDE = re.compile(rf"{_WORD}(LOAD\s+CSV|SHOW|TERMINATE)\b|{_WORD}(CALL\s+[\w`]+(?:\s*\.\s*[\w`]+)*)", re.IGNORECASE)
_WRITES = re.compile(rf"{_WORD}(CREATE|MERGE|DELETE|SET|REMOVE|DROP|FOREACH)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def refuse_outside(cypher: str) -> None:
    """Raise QueryError when `cypher` reaches beyond the graph: files, addresses, settings, users, procedures."""
    found = _OUTSIDE.search(_bare(cypher))
    if found:
        clause = " ".join((found[1] or found[2]).split())
        raise QueryError(
            f"the query uses {clause}, and queries here only read the graph: no files, settings or procedures."
        )


@lru_cache(maxsize=512)
def refuse_writes(cypher: str) -> None:
    """Raise QueryError when `cypher` has a clause that writes. For EXPLAIN, which no engine refuses."""
    found = _WRITES.search(_bare(cypher))
    if found:
        raise QueryError(
            f"the query would write ({found[1].upper()}). Queries only read; change the graph by loading papers."
        )


def _bare(cypher: str) -> str:
    """The query without strings, quoted names and comments."""
    if "\\u" in cypher:  # Neo4j decodes these before it parses, even where they end a string
        raise QueryError("the query has a \\u escape. Write the character itself.")
    return _QUOTED.sub(" '' ", cypher)
