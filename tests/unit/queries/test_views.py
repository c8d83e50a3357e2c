"""What is shown: search, profiles, lines, structure with its cards, papers."""

from __future__ import annotations

import pytest

import queries.views
from graph.model import Node
from graph.stores import Store
from queries.views import View, chain, dates, entity, neighbourhood, paper, papers, path, search, structure
from tests.unit.queries.graphs import load, say

REVIEW = say(
    "review.md",
    "2013-12-05",
    "Exploitation Sub Group = CSE Sub Group | REPORTS_TO | Safeguarding Board | cadence=quarterly",
    "Safeguarding Board | REPORTS_TO | Harrowmere Council",
    "Silver Group | SUPPORTS | Exploitation Sub Group",
    "Scrutiny Commission | OVERSEES | Safeguarding Board",
    "p:Ruth Mensah | CHAIRS | Safeguarding Board | role=Independent Chair",
    "p:Ian Alder | MEMBER_OF | Safeguarding Board",
    "p:Ann Birch | MEMBER_OF | Safeguarding Board",
    "post:Superintendent | CHAIRS | Exploitation Sub Group",
    "p:Ian Alder | CHAIRS | Exploitation Sub Group",
    "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:Action Plan",
    "review:Jay Review | ISSUED | rec:R 14: the issue should be tackled",
    mention=("Children's Improvement Board",),
)
LATER = say(
    "report.txt",
    "2015-03",
    "Exploitation Sub Group = CSE Sub Group | REPORTS_TO | Cabinet | modality=proposed",
    "p:Ruth Mensah | CHAIRS | Exploitation Sub Group",
)


@pytest.fixture
def loaded(embedded_store: Store) -> Store:
    return load(embedded_store, REVIEW, LATER)


def id_of(store: Store, name: str) -> str:
    return str(search(store, name)[0]["id"])


def names(view: View) -> set[str]:
    return {node.properties["name"] for node in view.nodes}


def card(view: View, name: str) -> Node:
    return next(node for node in view.nodes if node.properties["name"] == name)


def test_search_finds_names_aliases_beginnings_and_recommendation_numbers(loaded: Store) -> None:
    assert search(loaded, "cse sub")[0]["name"] == "Exploitation Sub Group"
    assert search(loaded, "mensa")[0]["name"] == "Ruth Mensah"
    assert search(loaded, "recommendation 14")[0]["label"] == "Recommendation"
    assert search(loaded, "nothing like it") == []
    assert search(loaded, "  ") == []


def test_search_gives_what_a_list_of_hits_shows_and_no_more_than_asked(loaded: Store) -> None:
    hit = search(loaded, "board", limit=1)

    assert len(hit) == 1
    assert set(hit[0]) == {"id", "name", "label", "kind", "aliases", "score"}


def test_a_profile_groups_every_statement_with_its_words(loaded: Store) -> None:
    profile = entity(loaded, id_of(loaded, "CSE Sub Group"), None)

    groups = {group["title"]: group for group in profile["groups"]}
    assert profile["aliases"] == ["CSE Sub Group"]
    assert [p["name"] for p in profile["papers"]] == ["review.md", "report.txt"]
    assert groups["Reports to"]["status"] == "stated"
    assert [(f["status"], f["entity"]["name"]) for f in groups["Reports to"]["facts"]] == [
        ("stated", "Safeguarding Board"),
        ("proposed", "Cabinet"),
    ]
    assert groups["Supported by"]["facts"][0]["entity"]["name"] == "Silver Group"
    assert groups["Accountable for"]["facts"][0]["evidence"][0]["document"] == "review.md"


def test_a_profile_tells_contested_from_superseded_by_the_date(loaded: Store) -> None:
    sub_group = id_of(loaded, "CSE Sub Group")

    def chairs(as_at: str | None) -> dict[str, str]:
        groups = {group["title"]: group for group in entity(loaded, sub_group, as_at)["groups"]}
        return {f["entity"]["name"]: f["status"] for f in groups["Chair"]["facts"]}

    assert chairs("2014-01-01") == {"Superintendent": "contested", "Ian Alder": "contested", "Ruth Mensah": "later"}
    assert chairs(None) == {"Superintendent": "superseded", "Ian Alder": "superseded", "Ruth Mensah": "stated"}


def test_a_profile_shows_what_is_not_stated(loaded: Store) -> None:
    groups = {g["title"]: g for g in entity(loaded, id_of(loaded, "Children's Improvement Board"), None)["groups"]}

    assert {title: (g["status"], g["facts"]) for title, g in groups.items()} == {
        "Reports to": ("not-stated", []),
        "Chair": ("not-stated", []),
    }


def test_an_entity_that_no_paper_names_has_no_profile(loaded: Store) -> None:
    assert entity(loaded, "body:nowhere", None) == {}
    assert chain(loaded, "body:nowhere", None) == []
    assert neighbourhood(loaded, "body:nowhere", None) == View()


def test_a_chain_is_every_line_upward_with_cadence_and_words(loaded: Store) -> None:
    [line] = chain(loaded, id_of(loaded, "CSE Sub Group"), "2014-01-01")

    assert [(step["entity"]["name"], step["cadence"]) for step in line] == [
        ("Safeguarding Board", "quarterly"),
        ("Harrowmere Council", None),
    ]
    assert line[0]["evidence"][0]["date"] == "2013-12-05"


def test_the_structure_holds_bodies_at_work_and_not_those_only_named(loaded: Store) -> None:
    view = structure(loaded, None, "2014-01-01")

    assert names(view) == {
        "Exploitation Sub Group",
        "Safeguarding Board",
        "Harrowmere Council",
        "Silver Group",
        "Scrutiny Commission",
    }
    assert {r.type for r in view.relationships} == {"REPORTS_TO", "SUPPORTS", "OVERSEES"}


def test_a_card_says_chair_members_and_findings(loaded: Store) -> None:
    view = structure(loaded, None, "2014-01-01")

    board, group, council = (
        card(view, n).properties for n in ("Safeguarding Board", "Exploitation Sub Group", "Harrowmere Council")
    )
    assert (board["chair"], board["members"], board["badges"], board["orphan"]) == (
        "Independent chair: Ruth Mensah", 3, [], False,
    )  # fmt: skip
    assert (group["chair"], group["members"], group["badges"]) == ("Chair: contested (2)", None, ["contested"])
    assert (council["chair"], council["kind"]) == ("", "council")
    silver = card(view, "Silver Group").properties
    assert (silver["chair"], silver["orphan"]) == ("Chair: not stated", True)
    assert silver["badges"] == ["no line upward", "no chair"]


def test_an_organisation_known_only_from_an_affiliation_is_not_in_the_structure(embedded_store: Store) -> None:
    lines = ["p:Ruth Mensah | MEMBER_OF | Lantern Trust", "p:Ian Alder | MEMBER_OF | Lantern Trust"]
    load(embedded_store, say("a.md", "2013-12-05", *lines, "p:Ruth Mensah | MEMBER_OF | Learning Sub Group"))

    assert names(structure(embedded_store)) == {"Learning Sub Group"}


def test_chairs_who_share_the_seat_are_both_named_and_not_contested(embedded_store: Store) -> None:
    lines = ["p:Ruth Mensah | CHAIRS | Gold Group | role=co-chair", "p:Ian Alder | CHAIRS | Gold Group | role=co-chair"]
    load(embedded_store, say("a.md", "2013-12-05", *lines))

    view = structure(embedded_store)

    assert card(view, "Gold Group").properties["chair"] == "Chairs: Ian Alder and Ruth Mensah"
    assert card(view, "Gold Group").properties["badges"] == ["no line upward"]


def test_lines_carry_cadence_modality_and_statements(loaded: Store) -> None:
    view = structure(loaded)

    lines = {
        (r.type, r.properties["modality"], r.properties["cadence"]): r
        for r in view.relationships
        if r.start == id_of(loaded, "CSE Sub Group")
    }
    assert set(lines) == {("REPORTS_TO", "asserted", "quarterly"), ("REPORTS_TO", "proposed", None)}
    assert all(r.properties["statements"] and r.properties["finding"] is False for r in lines.values())


def test_the_steps_of_a_loop_are_marked(embedded_store: Store) -> None:
    lines = ("Gold Group | REPORTS_TO | Silver Group", "Silver Group | REPORTS_TO | Gold Group")
    load(embedded_store, say("a.md", "2013-12-05", *lines, "Silver Group | REPORTS_TO | Cabinet"))

    marked = [r.properties["finding"] for r in structure(embedded_store).relationships]

    assert sorted(marked) == [False, True, True]


def test_around_a_body_stands_what_is_above_and_below_it_and_nothing_else(loaded: Store) -> None:
    assert names(structure(loaded, id_of(loaded, "Silver Group"), "2014-01-01")) == {
        "Silver Group",
        "Exploitation Sub Group",
        "Safeguarding Board",
        "Harrowmere Council",
        "Scrutiny Commission",
    }
    load(loaded, say("other.md", "2013-12-05", "Other Group | REPORTS_TO | Harrowmere Council"))
    assert "Other Group" not in names(structure(loaded, id_of(loaded, "Silver Group")))


def test_a_neighbourhood_reaches_as_far_as_its_depth(loaded: Store) -> None:
    sub_group = id_of(loaded, "CSE Sub Group")

    one, two = (neighbourhood(loaded, sub_group, "2014-01-01", depth) for depth in (1, 2))

    assert names(one) == {"Exploitation Sub Group", "Safeguarding Board", "Silver Group", "Action Plan"}
    assert names(two) - names(one) == {"Harrowmere Council", "Scrutiny Commission"}


def test_around_a_person_stand_the_bodies_and_posts(loaded: Store) -> None:
    view = neighbourhood(loaded, id_of(loaded, "Ruth Mensah"), "2014-01-01")

    assert names(view) == {"Ruth Mensah", "Safeguarding Board"}


def test_a_view_is_cut_to_its_limit_and_says_how_many_it_hides(loaded: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries.views, "MOST", 3)

    view = structure(loaded, None, "2014-01-01")

    assert (len(view.nodes), view.hidden) == (3, 2)
    assert "Safeguarding Board" in names(view)
    shown = {node.id for node in view.nodes}
    assert all(r.start in shown and r.end in shown for r in view.relationships)


def test_a_view_is_the_same_every_time(loaded: Store) -> None:
    assert structure(loaded) == structure(loaded)
    assert structure(loaded).digest() == structure(loaded).digest()


def test_a_path_joins_two_entities_by_stated_steps_only(loaded: Store) -> None:
    start, end = id_of(loaded, "Silver Group"), id_of(loaded, "Harrowmere Council")

    assert [edge["type"] for edge in path(loaded, start, end)] == ["SUPPORTS", "REPORTS_TO", "REPORTS_TO"]
    assert path(loaded, start, id_of(loaded, "Cabinet")) == []


def test_papers_and_their_dates_are_listed_from_the_earliest(loaded: Store) -> None:
    assert [(p["name"], p["date"], p["statements"]) for p in papers(loaded)] == [
        ("review.md", "2013-12-05", 11),
        ("report.txt", "2015-03", 2),
    ]
    assert dates(loaded) == ["2013-12-05", "2015-03-01"]


def test_a_paper_comes_with_its_text_and_statements_whose_offsets_are_its_words(loaded: Store) -> None:
    shown = paper(loaded, papers(loaded)[0]["id"])

    assert len(shown["statements"]) == 11
    assert all(shown["text"][s["start"] : s["end"]] == s["quote"] for s in shown["statements"])
    assert shown["statements"][0]["subject_name"] == "Exploitation Sub Group"
    assert paper(loaded, "paper:none") == {}
