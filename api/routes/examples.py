"""Examples of every answer, as OpenAPI shows them. A test holds each against what the server really says."""

from __future__ import annotations

from typing import Any

SEARCH: Any = {}
ENTITY: Any = {}
CHAIN: Any = {}
ANSWER: Any = {}
FINDINGS: Any = {}
PAPERS: Any = {}
PAPER: Any = {"id": "paper:x"}
DATES: Any = {}
QUERIES: Any = {}
QUERY: Any = {}
ROWS: Any = {}
VIEW: Any = {}
PATH: Any = {}
SVG = ""
MERMAID = ""
PAGE = ""
SUMMARY: Any = {}
