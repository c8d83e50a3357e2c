"""One module a register: rows that people keep, read into statements. REGISTERS says which suffix goes to which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Extraction
from loaders.registers import sheet

REGISTERS: dict[str, Callable[[Path, str], tuple[Extraction, list[str]]]] = {
    ".csv": sheet.read_sheet,
}
"""Suffix → function from (path, name) to what the good rows say and what is wrong with the others.

A register is not all or nothing, as a paper is: its good rows are loaded and its bad rows are reported together.
"""


def bad_rows(name: str, problems: list[str]) -> DocumentError:
    """The problems of a register's bad rows as one error, to report beside what its good rows say."""
    return DocumentError(name, problems, "Mend these rows and load it again: what was loaded of it is then replaced")
