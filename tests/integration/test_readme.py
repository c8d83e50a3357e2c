"""The README is true: each command in it runs, in its order, and each link leads somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line[2:].split("#")[0].strip()
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]
ANSWERED = {0, 3, 4, 5}


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ANSWERABLE_STORE": str(folder / "store")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("readme")
    (place / "data").symlink_to(ROOT / "data")
    return place


def test_the_two_commands_come_first_and_ci_runs_them() -> None:
    assert COMMANDS[:2] == ["make demo", "make test"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test$", script, re.MULTILINE)
    assert re.search(r"^make demo SERVE=0$", script, re.MULTILINE)


def test_every_answerable_command_in_the_readme_runs_in_its_order(folder: Path) -> None:
    commands = [c for c in COMMANDS if c.startswith("answerable ")]
    assert len(commands) > 10
    for command in commands:
        arguments = shlex.split(command)[1:]
        done = run(["-m", "api.cli", *arguments], folder)
        expected = ANSWERED if arguments[0] == "ask" else {0}
        assert done.returncode in expected, f"{command}\n{done.stdout}{done.stderr}"


def test_the_answers_that_the_readme_shows_are_what_is_printed(folder: Path) -> None:
    shown = re.findall(r"```text\n\$ answerable ask \"(.*?)\"(?: --as-at (\S+))?\n(.*?)```", README, re.DOTALL)
    assert shown
    run(["-m", "api.cli", "load", "data/examples"], folder)
    for question, as_at, text in shown:
        done = run(["-m", "api.cli", "ask", question, *(["--as-at", as_at] if as_at else [])], folder)
        assert done.stdout.strip() == text.strip()


def test_the_python_in_the_readme_runs(folder: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    run(["-m", "api.cli", "load", "data/examples"], folder)
    done = run(["-c", code.replace("./answerable-store", "./store")], folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", *(str(p.relative_to(ROOT)) for p in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_in_the_documents_leads_to_a_file(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)]+)\)", text) if not re.match(r"[a-z]+:|#", t)]
    assert [t for t in targets if not ((ROOT / page).parent / t).exists()] == []


def test_every_make_target_named_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    named = {
        target
        for d in documents
        for target in re.findall(r"`make (\w+)|^\$ make (\w+)", d.read_text(encoding="utf-8"), re.MULTILINE)
        for target in target
        if target
    }
    assert named
    assert {t for t in named if not re.search(rf"^{t}:", makefile, re.MULTILINE)} == set()
