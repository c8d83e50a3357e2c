"""Which names are one entity, and which stay apart."""

from __future__ import annotations

import itertools

import pytest

from graph.model import Entity
from graph.resolution import Index, mentions_of, resolve


def body(name: str, *aliases: str, place: str | None = "harrowmere", **attributes: str) -> Entity:
    return Entity(f"body:{name}", "Body", name, aliases, None, {**({"place": place} if place else {}), **attributes})


def person(name: str, *aliases: str) -> Entity:
    return Entity(f"person:{name}", "Person", name, aliases)


def are_one(first: Entity, second: Entity) -> bool:
    found = resolve({"paper:a": [first], "paper:b": [second]})
    return len({entity.id for entity in found.values()}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (body("Harrowmere Local Safeguarding Children Board"), body("Harrowmere Safeguarding Children's Board")),
        (body("Harrowmere Safeguarding Children Board", "HSCB"), body("HSCB")),
        (body("Improvement Board"), body("Harrowmere Improvement Board")),
        (body("Exploitation Sub-Group"), body("Exploitation Sub Group")),
        (body("Harrowmere Metropolitan Borough Council"), body("Harrowmere Council")),
        (body("Health & Wellbeing Board"), body("Health and Wellbeing Board")),
        (body("Ofsted", place="uk"), body("Ofsted", place="uk")),
        (person("Councillor Steve Whitlow"), person("Stephen Whitlow")),
    ],
)
def test_names_of_one_thing_in_one_place_are_one(first: Entity, second: Entity) -> None:
    assert are_one(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (body("Improvement Board"), body("Corporate Improvement Board")),
        (body("Children's Improvement Board"), body("Improvement Board")),
        (body("Safeguarding Children Board"), body("Safeguarding Adults Board")),
        (body("Cabinet", place="harrowmere"), body("Cabinet", place="thornby")),
        (body("Cabinet", place=None), body("Cabinet", place=None)),
        (body("Health and Wellbeing Board", place=None), body("Health and Wellbeing Board", place=None)),
        (
            body("Harrowmere Safeguarding Adults Board", "Safeguarding Board"),
            body("Harrowmere Safeguarding Children Board", "Safeguarding Board"),
        ),
        (person("Mr. J. Clarke"), person("Councillor J. Clarke")),
        (person("Councillor Clarke"), person("Councillor Clarke")),
        (person("Ruth Mensah"), person("Ralph Mensah")),
    ],
)
def test_names_that_may_be_two_things_stay_apart(first: Entity, second: Entity) -> None:
    assert not are_one(first, second)


def test_a_post_belongs_to_its_body_whatever_the_body_is_called() -> None:
    board = body("Harrowmere Safeguarding Children Board", "HSCB")
    chair = Entity("post:a", "Post", "Independent Chair", (), None, {"body": "HSCB"})
    other = Entity(
        "post:b",
        "Post",
        "Independent Chair",
        (),
        None,
        {"body": "Harrowmere Safeguarding Children's Board", "place": "harrowmere"},
    )
    elsewhere = Entity(
        "post:c", "Post", "Independent Chair", (), None, {"body": "Improvement Board", "place": "harrowmere"}
    )

    found = resolve({"paper:a": [board, chair], "paper:b": [other, elsewhere]})

    assert found[("paper:a", "post:a")] == found[("paper:b", "post:b")]
    assert found[("paper:b", "post:c")] != found[("paper:b", "post:b")]


def test_the_outcome_is_the_same_in_any_order_and_after_removal() -> None:
    papers = {
        "paper:a": [body("Harrowmere Safeguarding Children Board", "HSCB"), body("Cabinet")],
        "paper:b": [body("HSCB"), person("Ruth Mensah")],
        "paper:c": [body("Safeguarding Children's Board"), person("Dr Ruth Mensah")],
        "paper:d": [body("Exploitation Sub Group"), body("Cabinet", place="thornby")],
    }
    expected = resolve(papers)
    for order in itertools.permutations(papers):
        index = Index()
        for name in (*order, "paper:x"):
            index.add(mentions_of(name, papers.get(name, [body("HSCB"), body("Exploitation Sub Group")])))
        index.remove([r for r in list(index.refs()) if r[0] == "paper:x"])
        assert index.entities(list(index.refs())) == expected


def test_two_entities_never_share_an_id() -> None:
    papers = {
        f"paper:{i}": [
            body("Cabinet", place=p),
            body("Audit Committee", place=p),
            person("J. Clarke"),
            Entity("post:x", "Post", "Chair", (), None, {}),
        ]
        for i, p in enumerate(["harrowmere", "thornby", None, None, "uk"])
    }
    index = Index()
    for name, entities in papers.items():
        index.add(mentions_of(name, entities))
    found = index.entities(list(index.refs()))
    components = {index.component(ref) for ref in index.refs()}
    assert len({e.id for e in found.values()}) == len(components)


def test_the_recommendation_that_two_papers_print_is_one() -> None:
    text = "Senior officers should agree one written risk assessment for each child."
    first = Entity("recommendation:1", "Recommendation", text[:30], (), None, {"text": text, "number": "1"})
    second = Entity(
        "recommendation:r1",
        "Recommendation",
        text[:25],
        (),
        None,
        {"text": text.replace("risk assessment", "risk-assessment"), "number": "R1"},
    )
    assert are_one(first, second)


def test_people_of_the_same_name_in_two_places_stay_apart() -> None:
    found = resolve(
        {
            "paper:a": [body("Cabinet", place="leeds"), person("Sam Jones")],
            "paper:b": [body("Cabinet", place="york"), person("Samuel Jones")],
        }
    )
    assert len({e.id for e in found.values() if e.label == "Person"}) == 2


def test_two_recommendations_with_one_opening_are_two() -> None:
    opening = (
        "The force should review the processes in place to respond to harm to children in all four districts, and "
    )
    pair = [
        Entity(f"recommendation:{n}", "Recommendation", opening[:30], (), None, {"text": opening + end, "number": n})
        for n, end in (("1", "report within a month."), ("2", "publish what it finds."))
    ]
    assert len({e.id for e in resolve({"paper:a": pair}).values()}) == 2
