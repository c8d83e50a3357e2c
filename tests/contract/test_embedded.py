"""What the embedded store does besides the contract: its folder, its lock, its safety against a killed process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import QueryError, StoreError
from graph.model import Node
from graph.stores import embedded, open_store, read_subgraph
from graph.stores.embedded import EmbeddedStore
from graph.vocabulary import LABELS
from tests.contract.graphs import adding, body, paper, statement
from tests.contract.loading import check_whole_or_absent, killed_while_loading

OPEN_IT = """
import sys
from graph.errors import StoreError
from graph.stores import open_store
try:
    open_store(sys.argv[1])
except StoreError as error:
    print(error)
"""


def test_a_store_is_created_with_the_folders_above_it_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b c" / "störe"
    with open_store(str(path)) as store:
        store.write(adding(body("a")))
        written = read_subgraph(store)
    with open_store(str(path)) as store:
        assert read_subgraph(store) == written


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_path_in_the_home_folder_may_be_written_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_store("~/graph").close()
    assert (tmp_path / "graph" / "schema.json").is_file()


def test_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("minutes")
    with pytest.raises(StoreError, match=r"minutes\.txt is a file, and a store is a folder\. Choose"):
        open_store(str(path))
    assert path.read_text() == "minutes"


def test_a_folder_with_other_things_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("minutes")
    with pytest.raises(StoreError, match=r"a folder with other things in it, not a store. Choose"):
        open_store(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.txt"]


def test_an_address_of_another_kind_is_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"http://host:7474 is no store\. Give a folder, or the bolt://"):
        open_store("http://host:7474")
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_cannot_be_created_says_why(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("minutes")
    with pytest.raises(StoreError, match=r"can't create the store .*Choose a folder that you may write to"):
        open_store(str(tmp_path / "minutes.txt" / "store"))


def test_a_damaged_store_says_what_to_do(tmp_path: Path) -> None:
    open_store(str(tmp_path)).close()
    (tmp_path / "configuration.json").write_text("damaged")
    with pytest.raises(StoreError, match=r"can't open the store .*delete it and load the papers again"):
        open_store(str(tmp_path))


def test_a_second_process_is_refused_and_told_how_to_reach_the_first(embedded_store: EmbeddedStore) -> None:
    second = subprocess.run(
        [sys.executable, "-c", OPEN_IT, embedded_store.address],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "in use by another process" in second.stdout
    assert "answerable serve" in second.stdout
    assert "/api/v1" in second.stdout
    assert second.stderr == ""
    assert embedded_store.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_store_opens_once_in_a_process(embedded_store: EmbeddedStore) -> None:
    with pytest.raises(StoreError, match=r"already open in this process"):
        open_store(embedded_store.address)
    assert embedded_store.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_killed_load_leaves_each_change_whole_or_absent(tmp_path: Path) -> None:
    address, following = str(tmp_path / "store"), 0
    for patience in (0.0, 0.011, 0.023, 0.037):
        reported = killed_while_loading({"ANSWERABLE_STORE": address}, following, patience)
        with open_store(address) as store:
            following = check_whole_or_absent(store, reported)


def test_every_type_is_laid_out_before_the_first_write(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        laid_out = (tmp_path / "schema.json").read_bytes()
        ends = [Node(f"{label.lower()}:x", ("Entity", label)) for label in LABELS]
        store.write(adding(paper("p"), statement("s"), *ends))
        assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": len(LABELS) + 2}]
        assert (tmp_path / "schema.json").read_bytes() == laid_out


def test_opening_a_store_to_read_leaves_its_settings_file_alone(tmp_path: Path) -> None:
    open_store(str(tmp_path)).close()
    settings = tmp_path / "configuration.json"
    before = settings.stat()
    open_store(str(tmp_path)).close()
    assert (settings.stat().st_ino, settings.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_engine_itself_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    monkeypatch.setattr(embedded, "refuse_outside", lambda cypher: None)
    for _ in range(2):  # new, and opened again
        with open_store(str(tmp_path / "store")) as store, pytest.raises(QueryError, match=r"LOAD CSV"):
            store.read(f"LOAD CSV FROM '{secret.as_uri()}' AS line RETURN line AS line")


def test_a_machine_without_a_build_of_the_engine_goes_to_neo4j(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(StoreError, match=r"no build for this machine .*ANSWERABLE_STORE=bolt://"):
        open_store(str(tmp_path / "store"))


def test_the_engine_writes_nothing_on_the_console(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_IT, str(tmp_path / "store")],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")
