"""The canned queries: one .cypher file each under cypher/, with a TOML header in comments, checked when loaded.

    // ---
    // title = "Who chairs a body"
    // kind = "answer"
    // params = { id = "id", as_at = "date" }
    // columns = ["entity", "name"]
    // ---
    MATCH …

id = file stem. `finding` queries also say severity, why, sentence, remedy, guidance, badge and, where the rows are
the edges of a whole graph, which algorithm of `queries.structure` turns them into findings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cypher
from graph.errors import AnswerableError, QueryError
from graph.timeline import first_day
from graph.vocabulary import NODE_LABELS, PREDICATES, STRUCTURE_TYPES

if TYPE_CHECKING:
    from graph.stores.base import Store

KINDS = {"answer": "answers", "finding": "findings", "view": "views"}
SEVERITIES = ("high", "medium", "low", "info")
PARAMETER_TYPES = ("id", "ids", "date", "text", "integer")
"""`id`: an entity or paper; `ids`: a list of them; `date`: YYYY, YYYY-MM or YYYY-MM-DD, any day within it counts."""

_REQUIRED = {"title": str, "kind": str, "params": dict, "columns": list}
_OF_FINDING = {"severity": str, "why": str, "sentence": str, "remedy": str, "guidance": list}
_OPTIONAL = {"badge": str, "algorithm": str}
_FOLDER = Path(cypher.__file__).parent

_TEXT_OR_COMMENT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*")
_LABEL_OR_TYPE = re.compile(r"(?<![\s{,]):(\w+)|(?<=\w)\|:?(\w+)")
_PARAMETER = re.compile(r"\$(\w+)")
_VARIABLE_LENGTH = re.compile(r"\[\w*(?::[\w|]+)?\s*\*(?P<range>[^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query as its file declares it; `text` is the Cypher without the header."""

    id: str
    kind: str
    title: str
    params: Mapping[str, str]
    columns: tuple[str, ...]
    text: str
    severity: str | None = None
    why: str = ""
    sentence: str = ""
    remedy: str = ""
    guidance: tuple[str, ...] = ()
    badge: str = ""
    algorithm: str = ""
    where: str = field(default="", compare=False)


@cache
def catalogue() -> Mapping[str, Query]:
    """All canned queries by id, checked. Raises QueryError that lists every problem of every file."""
    queries: dict[str, Query] = {}
    problems = []
    for path in sorted(_FOLDER.glob("*/*.cypher")):
        try:
            query = _load(path)
        except QueryError as error:
            problems.append(str(error))
            continue
        if query.id in queries:
            problems.append(
                f"{query.where}: the id {query.id!r} is taken by {queries[query.id].where}. Rename one file."
            )
        queries[query.id] = query
    if problems:
        raise QueryError("\n".join(problems))
    return queries


def query(query_id: str) -> Query:
    """The canned query `query_id`, loaded alone. Raises QueryError with near ids for one that does not exist."""
    for folder in KINDS.values():
        path = _FOLDER / folder / f"{query_id}.cypher"
        if re.fullmatch(r"[a-z0-9-]+", query_id) and path.is_file():
            return _load(path)
    from difflib import get_close_matches

    known = sorted(path.stem for path in _FOLDER.glob("*/*.cypher"))
    near = get_close_matches(query_id, known, 3)
    raise QueryError(
        f"No canned query is called {query_id!r}. "
        + (f"Did you mean {', '.join(near)}?" if near else f"There are: {', '.join(known)}.")
    )


def run(store: Store, query_id: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of canned query `query_id`. Raises QueryError for parameters that do not fit it, all at once."""
    asked = query(query_id)
    return store.read(asked.text, bind(asked, parameters))


def bind(asked: Query, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """`parameters` with the types that `asked` declares: text becomes an integer or a list where that is asked for.

    Without `as_at`, a query is asked as at today. Raises QueryError that names every parameter that is missing,
    unknown or of the wrong type.
    """
    problems = [f"it takes no parameter {name!r}" for name in sorted(set(parameters) - set(asked.params))]
    bound = {}
    for name, kind in asked.params.items():
        if name not in parameters or parameters[name] is None:
            if name == "as_at":
                bound[name] = date.today().isoformat()
                continue
            problems.append(f"the parameter {name!r} ({kind}) is missing")
            continue
        try:
            bound[name] = _typed(kind, parameters[name])
        except (AnswerableError, TypeError, ValueError) as error:
            problems.append(f"the parameter {name!r} is not of type {kind}: {error}")
    if problems:
        takes = ", ".join(f"{n}={k}" for n, k in asked.params.items()) or "no parameters"
        found = " The query `names` lists the ids." if set(asked.params.values()) & {"id", "ids"} else ""
        raise QueryError(f"Query {asked.id}: {'; '.join(problems)}. It takes {takes}.{found}")
    return bound


def _typed(kind: str, value: Any) -> Any:
    if kind == "integer":
        return int(value)
    if kind == "ids":
        values = value.split(",") if isinstance(value, str) else list(value)
        return [_text(v).strip() for v in values]
    text = _text(value)
    if kind == "date":
        first_day(text)
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


@cache
def _load(path: Path) -> Query:
    return parse(path.read_text(encoding="utf-8"), path.stem, folder=path.parent.name)


def parse(source: str, query_id: str, *, folder: str) -> Query:
    """The query that a file's `source` declares. Raises QueryError that lists every problem of the file."""
    import tomllib

    where = f"cypher/{folder}/{query_id}.cypher"
    match = re.match(r"// ---\n(?P<header>(?://[^\n]*\n)*?)// ---\n(?P<text>.*)\Z", source, re.DOTALL)
    if not match:
        raise QueryError(f"{where}: no header. Begin with '// ---', TOML in comments, '// ---'.")
    header = "\n".join(line.removeprefix("//").removeprefix(" ") for line in match["header"].splitlines())
    try:
        declared = tomllib.loads(header)
    except tomllib.TOMLDecodeError as error:
        raise QueryError(f"{where}: the header is not TOML: {error}.") from None
    text = match["text"].strip()
    problems = [*_header_problems(declared, folder), *_text_problems(text)]
    if not problems:
        used, params = set(_PARAMETER.findall(_code(text))), set(declared["params"])
        problems += [f"${name} is used but not in params" for name in sorted(used - params)]
        problems += [f"params has {name} but the query does not use it" for name in sorted(params - used)]
    if problems:
        raise QueryError(f"{where}: {'; '.join(problems)}.")
    told: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in declared.items()}
    return Query(id=query_id, text=text, where=where, **told)


def _header_problems(declared: Mapping[str, Any], folder: str) -> list[str]:
    finding = declared.get("kind") == "finding"
    required = _REQUIRED | (_OF_FINDING if finding else {})
    allowed = required | (_OPTIONAL if finding else {})
    problems = [f"unknown key {key!r}" for key in declared if key not in allowed]
    problems += [f"no {key}" for key in required if key not in declared]
    problems += [
        f"{key} is not a {kind.__name__}"
        for key, kind in allowed.items()
        if key in declared and not isinstance(declared[key], kind)
    ]
    if not problems:
        if KINDS.get(declared["kind"]) != folder:
            problems.append(f"kind is {declared['kind']!r} but the file lies in {folder}/")
        if finding and declared["severity"] not in SEVERITIES:
            problems.append(f"severity is none of {', '.join(SEVERITIES)}")
        problems += [
            f"the parameter {n!r} has no known type {k!r}"
            for n, k in declared["params"].items()
            if k not in PARAMETER_TYPES
        ]
    return problems


def _code(text: str) -> str:
    return _TEXT_OR_COMMENT.sub("''", text)


def _text_problems(text: str) -> list[str]:
    code = _code(text)
    known = {*NODE_LABELS, *PREDICATES, *STRUCTURE_TYPES}
    names = {name for match in _LABEL_OR_TYPE.finditer(code) for name in match.groups() if name}
    problems = [f"{name} is not a label or type of the vocabulary" for name in sorted(names - known)]
    last = code.rpartition("RETURN")[2]
    if "ORDER BY" not in last:
        problems.append("the last RETURN has no ORDER BY")
    bounded = re.compile(r"\d+(\.\.\d+)?|\.\.\d+")
    return problems + [
        f"{pattern[0]} is unbounded: write *1..8"
        for pattern in _VARIABLE_LENGTH.finditer(code)
        if not bounded.fullmatch(pattern["range"].strip())
    ]
