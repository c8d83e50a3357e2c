"""Loading is incremental, yet the graph is the same as if all papers had been loaded at once, in any order."""

from __future__ import annotations

import random

import pytest

from graph.corpus import Corpus
from graph.errors import DocumentError, StoreError, VocabularyError
from graph.model import Extraction
from graph.stores import Store, read_subgraph
from tests.unit.papers import paper

PAPERS = (
    paper(
        "terms.txt",
        "2013-06-04",
        "Exploitation Sub Group | REPORTS_TO | Harrowmere Safeguarding Children Board=HSCB | cadence=quarterly",
    ),
    paper(
        "minutes.txt",
        "2013-12-10",
        "post:Detective Superintendent @ Police | CHAIRS | Exploitation Sub Group",
        "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:exploitation action plan",
        "Exploitation Sub Group | REPORTS_TO | HSCB",
    ),
    paper(
        "report.txt",
        "2015-03-05",
        "p:Steve Mensah | CHAIRS | Exploitation Sub-Group",
        "Improvement Board | ESTABLISHED_BY | Harrowmere Borough Council",
    ),
    paper(
        "review.txt",
        "2014-08-26",
        "p:Dr Stephen Mensah | CHAIRS | HSCB | since=2013-09-01",
        "Harrowmere Council | REPORTS_TO | Improvement Board | modality=proposed",
    ),
    paper(
        "board.txt",
        "2014-09",
        "Harrowmere Safeguarding Children's Board=HSCB | REPORTS_TO | Harrowmere Metropolitan Borough Council | cadence=annually",
    ),
)


def state(store: Store) -> tuple[set[object], set[object]]:
    """The whole graph as comparable values, so that a difference shows what differs."""
    graph = read_subgraph(store)

    def plain(properties: object) -> object:
        return tuple(sorted((k, str(v)) for k, v in dict(properties).items() if v is not None and k != "id"))  # type: ignore[call-overload]

    return (
        {(n.id, tuple(sorted(n.labels)), plain(n.properties)) for n in graph.nodes},
        {(r.type, r.start, r.end, r.id, plain(r.properties)) for r in graph.relationships},
    )


def loaded(store: Store, papers: tuple[Extraction, ...] | list[Extraction]) -> tuple[set[object], set[object]]:
    corpus = Corpus(store)
    for name in [p.name for p in corpus.papers()]:
        corpus.withdraw(name)
    for extraction in papers:
        Corpus(store).load(extraction)
    return state(store)


def test_a_paper_loaded_again_is_unchanged(store: Store) -> None:
    corpus = Corpus(store)
    assert corpus.load(PAPERS[0]) == "new"
    before = state(store)
    assert corpus.load(PAPERS[0]) == "unchanged"
    assert Corpus(store).load(PAPERS[0]) == "unchanged"
    assert state(store) == before


def test_any_order_gives_the_same_graph(store: Store) -> None:
    expected = loaded(store, PAPERS)
    assert len(expected[1]) > 20
    for seed in range(4):
        order = random.Random(seed).sample(PAPERS, len(PAPERS))
        assert loaded(store, order) == expected


def test_a_paper_withdrawn_leaves_no_trace(store: Store) -> None:
    expected = loaded(store, PAPERS[:-1])
    corpus = Corpus(store)
    corpus.load(PAPERS[-1])
    assert state(store) != expected
    corpus.withdraw("board.txt")
    assert state(store) == expected


def test_every_paper_withdrawn_leaves_an_empty_store(store: Store) -> None:
    loaded(store, PAPERS)
    assert loaded(store, []) == (set(), set())


def test_a_changed_paper_replaces_its_earlier_version(store: Store) -> None:
    earlier = paper(
        "terms.txt",
        "2013-06-04",
        "Exploitation Sub Group | REPORTS_TO | Cabinet",
        "Cabinet | PART_OF | Harrowmere Borough Council",
    )
    expected = loaded(store, PAPERS)
    loaded(store, [earlier, *PAPERS[1:]])
    assert Corpus(store).load(PAPERS[0]) == "changed"
    assert state(store) == expected


def test_a_paper_that_joins_two_names_merges_them_and_its_withdrawal_parts_them(store: Store) -> None:
    apart = [
        paper("a.txt", "2013", "Silver Group | REPORTS_TO | HSCB"),
        paper("b.txt", "2014", "Gold Group | REPORTS_TO | Safeguarding Children Board"),
    ]
    joins = paper("c.txt", "2015", "Safeguarding Children Board=HSCB | PART_OF | Harrowmere Council")
    expected = loaded(store, apart)
    corpus = Corpus(store)
    corpus.load(joins)
    boards = store.read("MATCH (:Entity)-[r:REPORTS_TO]->(b:Body) RETURN DISTINCT b.name AS name ORDER BY name")
    assert [row["name"] for row in boards] == ["Safeguarding Children Board"]
    corpus.withdraw("c.txt")
    assert state(store) == expected


def test_a_statement_outside_the_vocabulary_is_refused_and_nothing_is_lost(store: Store) -> None:
    before = loaded(store, PAPERS)
    wrong = paper("wrong.txt", "2014", "plan:improvement plan | CHAIRS | Cabinet")
    with pytest.raises(VocabularyError, match="CHAIRS can't start at a Instrument"):
        Corpus(store).load(wrong)
    assert state(store) == before


def test_a_paper_that_is_not_loaded_cannot_be_withdrawn_and_the_message_lists_what_is(store: Store) -> None:
    loaded(store, PAPERS[:2])
    with pytest.raises(DocumentError, match=r"minutes\.txt, terms\.txt"):
        Corpus(store).withdraw("nothing.txt")


def test_a_load_that_the_store_refuses_can_be_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = Corpus(store)
    corpus.load(PAPERS[0])

    def refuse(_: object) -> None:
        raise StoreError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", refuse)
        with pytest.raises(StoreError):
            corpus.load(PAPERS[1])
    assert corpus.load(PAPERS[1]) == "new"
    after = state(store)
    assert loaded(store, PAPERS[:2]) == after
