"""CONTRIBUTING.md is true: every dependency stands in its table with its own licence, and every path in it exists."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = [re.split(r"[^\w.-]", r)[0] for r in PROJECT["dependencies"]]
EXTRAS = [re.split(r"[^\w.-]", r)[0] for extra in PROJECT["optional-dependencies"].values() for r in extra]
TABLE = dict(re.findall(r"^\| ([\w-]+) \| ([^|]+) \| [^|]+ \|$", TEXT.split("## Dependencies")[1], re.MULTILINE))
COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)


def declared(package: str) -> str:
    """What the installed package says of its licence: the expression, else the field, else the classifiers."""
    metadata = importlib.metadata.metadata(package)
    classifiers = [c.split(" :: ")[-1] for c in metadata.get_all("Classifier", []) if c.startswith("License ::")]
    return metadata.get("License-Expression") or metadata.get("License") or "; ".join(classifiers)


def families(licence: str) -> set[str]:
    """The parts of licences' names that all spellings share: "Apache License, Version 2.0" → "apache"."""
    return set(re.findall(r"apache|bsd|mit|mpl|mozilla", licence.lower())) or {licence}


def test_the_table_lists_every_dependency_and_no_other() -> None:
    assert sorted(set(TABLE) - {"package"}) == sorted({*REQUIRED, *EXTRAS})


def test_what_is_only_for_developers_is_marked_so() -> None:
    rows = dict(re.findall(r"^\| ([\w-]+) \| [^|]+ \| ([^|]+) \|$", TEXT, re.MULTILINE))
    assert {p for p in (*REQUIRED, *EXTRAS) if rows[p].startswith("dev: ")} == set(EXTRAS) - set(REQUIRED)


@pytest.mark.parametrize("package", [*REQUIRED, *EXTRAS])
def test_the_licence_is_the_one_that_the_package_declares_and_no_copyleft(package: str) -> None:
    assert families(TABLE[package]) == families(declared(package))
    assert not COPYLEFT.search(declared(package))


def test_every_path_that_the_page_names_exists() -> None:
    paths = {p for p in re.findall(r"`([\w./<>-]+)`", TEXT) if "/" in p or p.endswith((".py", ".toml", ".yml"))}
    assert len(paths) > 10
    for path in sorted(paths):
        place = ROOT / (path.rpartition("/")[0] if "<" in path else path)
        assert place.exists() or path.startswith(".venv/"), path
