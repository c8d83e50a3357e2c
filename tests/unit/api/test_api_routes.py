"""Each route over a real store: what it answers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.corpus import Corpus
from graph.stores import open_store
from tests.hostile import HOSTILE
from tests.unit.api.asking import SUB_GROUP, get, problem
from tests.unit.papers import paper

EVIDENCE = {"statement", "document", "document_id", "title", "date", "page", "start", "end", "quote", "rule"}


def test_search_finds_by_name_alias_and_part_of_a_name(client: TestClient) -> None:
    for words in ("Safeguarding Children Board", "HSCB", "safeg"):
        found = get(client, "search", q=words)

        assert found["items"][0]["name"] == "Safeguarding Children Board"
        assert {"id", "name", "label", "kind", "aliases", "score"} <= set(found["items"][0])
        assert found["total"] >= 1


def test_search_pages_through_all_that_it_finds(client: TestClient) -> None:
    every = get(client, "search", q="exploitation")

    pages = [get(client, "search", q="exploitation", limit=1, offset=n)["items"] for n in range(every["total"])]

    assert [hit for page in pages for hit in page] == every["items"]
    assert every["total"] > 2


def test_an_entity_comes_with_every_statement_and_its_evidence(client: TestClient) -> None:
    found = get(client, f"entities/{SUB_GROUP}", as_at="2014-01-01")

    groups = {group["title"]: group for group in found["groups"]}
    assert found["name"] == "Exploitation Sub Group"
    assert groups["Reports to"]["facts"][0]["entity"]["name"] == "Safeguarding Children Board"
    assert groups["Reports to"]["facts"][0]["cadence"] == "quarterly"
    assert groups["Chair"]["status"] == "contested"
    for group in found["groups"]:
        for fact in group["facts"]:
            assert set(fact["evidence"][0]) == EVIDENCE


def test_evidence_is_the_exact_words_of_the_paper_it_names(client: TestClient) -> None:
    found = get(client, f"entities/{SUB_GROUP}")

    for group in found["groups"]:
        for evidence in (e for fact in group["facts"] for e in fact["evidence"]):
            paper = get(client, f"papers/{evidence['document_id']}")
            assert paper["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
            assert evidence["statement"] in {s["statement"] for s in paper["statements"]}


def test_the_date_asked_about_decides_what_holds(client: TestClient) -> None:
    before = get(client, f"entities/{SUB_GROUP}", as_at="2013-11-30")
    after = get(client, f"entities/{SUB_GROUP}", as_at="2013-12-05")

    def chair(profile: Any) -> str:
        return next(str(group["status"]) for group in profile["groups"] if group["title"] == "Chair")

    assert (chair(before), chair(after)) == ("not-stated", "contested")


def test_a_year_means_its_last_day(client: TestClient) -> None:
    assert get(client, "ask", q="who chairs the exploitation sub group?", as_at="2013")["as_at"] == "2013-12-31"


def test_a_question_is_answered_with_the_line_to_the_top(client: TestClient) -> None:
    answer = get(client, "ask", q="who is accountable for the exploitation action plan?", as_at="2014-01-01")

    assert answer["status"] == "stated"
    assert answer["answers"][0]["entity"]["id"] == SUB_GROUP
    assert [step["entity"]["name"] for step in answer["chain"][0]][-1] == "Harrowmere Borough Council"
    assert set(answer["answers"][0]["evidence"][0]) == EVIDENCE
    assert answer["searched"] == 3


def test_what_the_papers_do_not_state_is_an_answer_and_no_error(client: TestClient) -> None:
    assert get(client, "ask", q="who chairs the Exploitation Team?")["status"] == "not-stated"
    assert get(client, "ask", q="who manages the Exploitation Team?")["status"] == "stated-none"
    assert get(client, "ask", q="who chairs the Night Watch?")["status"] == "not-stated"


def test_a_question_that_can_not_be_read_says_what_can(client: TestClient) -> None:
    assert "who chairs X" in problem(client, 422, "ask", q="lovely weather?")["detail"]


def test_the_chain_is_every_line_upward(client: TestClient) -> None:
    found = get(client, f"entities/{SUB_GROUP}/chain", as_at="2014-01-01")

    names = [[step["entity"]["name"] for step in line] for line in found["chain"]]
    assert ["Safeguarding Children Board", "Harrowmere Borough Council"] in [line[-2:] for line in names]


def test_a_path_joins_two_entities_edge_by_edge(client: TestClient) -> None:
    found = get(client, "path", start="person:ruth-mensah--harrowmere", end=SUB_GROUP, as_at="2014-01-01")

    assert [edge["type"] for edge in found["path"]] == ["CHAIRS", "REPORTS_TO"]


def test_findings_are_counted_by_check_and_narrowed(client: TestClient) -> None:
    every = get(client, "findings", as_at="2014-01-01")
    chairs = get(client, "findings", as_at="2014-01-01", check="contested-chair")
    about = get(client, "findings", as_at="2014-01-01", entity=SUB_GROUP)
    high = get(client, "findings", as_at="2014-01-01", severity="high")

    assert sum(every["checks"].values()) == every["total"]
    assert chairs["total"] == every["checks"]["contested-chair"] == 1
    assert {"contested-chair"} <= set(about["checks"])
    assert about["total"] < every["total"]
    assert {finding["severity"] for finding in high["items"]} == {"high"}


def test_findings_page_by_page_are_all_findings(client: TestClient) -> None:
    every = get(client, "findings")

    pages = [get(client, "findings", limit=2, offset=n)["items"] for n in range(0, every["total"], 2)]

    assert [finding for page in pages for finding in page] == every["items"]


def test_every_query_is_listed_with_what_it_takes(client: TestClient) -> None:
    listed = get(client, "queries", limit=500)

    chairs = next(query for query in listed["items"] if query["id"] == "who-chairs")
    assert chairs["params"] == {"id": "id", "as_at": "date"}
    assert listed["total"] == len(listed["items"])
    assert "MATCH" in get(client, "queries/who-chairs")["cypher"]


def test_a_query_runs_with_the_parameters_of_the_address(client: TestClient) -> None:
    found = get(client, "queries/who-chairs/rows", id=SUB_GROUP, as_at="2013", limit=1)

    assert found["total"] == 2
    assert len(found["items"]) == 1
    assert found["parameters"] == {"id": SUB_GROUP, "as_at": "2013-12-31"}


def test_a_query_without_a_date_is_run_as_at_today(client: TestClient) -> None:
    found = get(client, "queries/who-chairs/rows", id=SUB_GROUP)

    assert found["parameters"]["as_at"] == date.today().isoformat()


@pytest.mark.parametrize(
    ("query", "parameters", "said"),
    [
        ("who-chairs", {}, "missing"),
        ("who-chairs", {"id": "x", "nonsense": "1"}, "nonsense"),
        ("who-chairs", {"id": ["x", "y"]}, "twice"),
        ("who-chairs", {"id": "x" * 3000}, "longer than"),
        ("who-chairs", {"id": "x", "as_at": "yesterday"}, "not a date"),
        ("who-chairs", {"id": "x", "limit": "0"}, "limit"),
    ],
)
def test_parameters_that_do_not_fit_a_query_are_named(
    client: TestClient, query: str, parameters: dict[str, Any], said: str
) -> None:
    assert said in problem(client, 422, f"queries/{query}/rows", **parameters)["detail"]


def test_papers_are_listed_and_narrowed_to_those_of_a_day(client: TestClient) -> None:
    assert get(client, "papers")["total"] == 3
    assert [p["name"] for p in get(client, "papers", as_at="2013-06-30")["items"]] == [
        "2013-06-04-terms-of-reference.md"
    ]
    assert get(client, "papers", limit=1, offset=2)["items"][0]["name"] == "2014-01-01-hostile.md"


def test_dates_are_the_days_on_which_papers_report(client: TestClient) -> None:
    assert get(client, "dates")["items"] == ["2013-06-04", "2013-12-05", "2014-01-01"]


def test_the_summary_counts_what_is_loaded(client: TestClient) -> None:
    found = get(client, "summary")

    assert (found["papers"], found["statements"]) == (3, 9)
    assert found["labels"] == {"Body": 5, "Person": 2, "Post": 2, "Instrument": 1}
    assert found["entities"] == 10


def test_the_structure_is_data_chart_and_text_of_the_same_bodies(client: TestClient) -> None:
    view = get(client, "structure", as_at="2014-01-01")
    chart = client.get("/api/v1/structure.svg", params={"as_at": "2014-01-01"})
    text = client.get("/api/v1/structure.mmd", params={"as_at": "2014-01-01"})

    ids = {node["id"] for node in view["nodes"]}
    cards = {element.get("data-id") for element in ElementTree.fromstring(chart.text).iter() if element.get("tabindex")}
    assert SUB_GROUP in ids
    assert cards == ids
    assert chart.headers["content-type"] == "image/svg+xml"
    assert "As at 1 January 2014" in chart.text
    assert text.headers["content-type"].startswith("text/plain")
    assert "Exploitation Sub Group" in text.text


def test_the_structure_of_one_body_is_what_stands_above_and_below_it(client: TestClient) -> None:
    names = {node["name"] for node in get(client, "structure", body="body:exploitation-team--harrowmere")["nodes"]}

    assert "Harrowmere Borough Council" in names
    assert HOSTILE not in names


def test_a_chart_of_no_body_is_still_a_chart(client: TestClient) -> None:
    chart = client.get("/api/v1/structure.svg", params={"as_at": "1900-01-01"})

    assert chart.status_code == 200
    ElementTree.fromstring(chart.text)


def test_a_neighbourhood_grows_with_its_depth(client: TestClient) -> None:
    near = get(client, f"entities/{SUB_GROUP}/neighbourhood", depth=1)
    far = get(client, f"entities/{SUB_GROUP}/neighbourhood", depth=2)
    chart = client.get(f"/api/v1/entities/{SUB_GROUP}/neighbourhood.svg")

    assert {node["id"] for node in near["nodes"]} < {node["id"] for node in far["nodes"]}
    assert chart.headers["content-type"] == "image/svg+xml"


def test_drawings_opened_alone_can_run_nothing(client: TestClient) -> None:
    policy = client.get("/api/v1/structure.svg").headers["content-security-policy"]

    assert "sandbox" in policy
    assert "script-src" not in policy


def test_the_network_page_may_fetch_nothing_and_has_no_origin(client: TestClient) -> None:
    page = client.get("/api/v1/structure.html")

    policy = page.headers["content-security-policy"]
    assert page.status_code == 200
    assert "connect-src" not in policy
    assert policy.startswith("default-src 'none'")
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy


HOSTILE_TEXTS = (
    "' OR 1=1 //", '"}) DETACH DELETE n //', "`; MATCH (n) DETACH DELETE n", "$id", "{{7*7}}", "../../etc/passwd",
    "<script>alert(1)</script>", "%00", "%s%s%n", "\u202egnp.exe", "🏛" * 50, "(" * 200, ".*" * 100, "who " * 99 + "?",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_only_text(client: TestClient, text: str) -> None:
    before = get(client, "summary")

    for path, parameters in (
        ("search", {"q": text}),
        ("ask", {"q": f"who chairs {text}?"[:400]}),
        ("findings", {"entity": text, "check": text[:80]}),
        ("structure", {"body": text}),
        ("queries/who-chairs/rows", {"id": text}),
        (f"entities/{quote(text, safe='')}", {}),
        (f"papers/{quote(text, safe='')}", {}),
        (f"queries/{quote(text, safe='')}/rows", {}),
    ):
        answer = client.get(f"/api/v1/{path}", params=parameters)
        assert answer.status_code in (200, 404, 422), (path, answer.text)

    assert get(client, "summary") == before


def test_a_hostile_name_is_escaped_in_the_chart_and_whole_in_the_data(client: TestClient) -> None:
    chart = client.get("/api/v1/structure.svg").text
    names = {node["name"] for node in get(client, "structure")["nodes"]}

    assert HOSTILE in names
    assert "<img" not in chart
    labels = {element.get("aria-label", "") for element in ElementTree.fromstring(chart).iter()}
    assert any(label.startswith(HOSTILE) for label in labels)


def test_many_readers_at_once_read_the_same(client: TestClient) -> None:
    paths = [
        "summary",
        "findings",
        "structure",
        f"entities/{SUB_GROUP}",
        "search?q=board",
        "structure.svg",
        "papers",
    ] * 6
    alone = {path: client.get(f"/api/v1/{path}").text for path in set(paths)}

    with ThreadPoolExecutor(12) as pool:
        together = list(pool.map(lambda path: client.get(f"/api/v1/{path}").text, paths))

    assert together == [alone[path] for path in paths]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("explorer.js", "text/javascript"),
        ("explorer.css", "text/css"),
        ("icon.svg", "image/svg+xml"),
        ("index.html", "text/html"),
    ],
)
def test_the_explorer_is_served_from_the_package(client: TestClient, name: str, media_type: str) -> None:
    first = client.get(f"/explorer/{name}")
    again = client.get(f"/explorer/{name}", headers={"if-none-match": first.headers["etag"]})

    assert first.status_code == 200
    assert first.headers["content-type"].startswith(media_type)
    assert again.status_code == 304
    assert client.get("/").text == client.get("/explorer/index.html").text


@pytest.mark.parametrize("name", ["..%2F__init__.py", "%2e%2e", "nothing.js", "diagram.py", "..%5c..%5cpyproject.toml"])
def test_no_name_leads_out_of_the_explorers_folder(client: TestClient, name: str) -> None:
    answer = client.get(f"/explorer/{name}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_chart_of_too_many_bodies_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    bodies = [f"Group {number} | REPORTS_TO | Harrowmere Borough Council" for number in range(310)]
    with open_store(str(tmp_path / "store")) as store:
        Corpus(store).load(paper("many.md", "2014-01-01", *bodies))
        with TestClient(create_app(store), base_url="http://localhost") as client:
            view = get(client, "structure")
            chart = client.get("/api/v1/structure.svg")

    assert len(view["nodes"]) == 300
    assert view["hidden"] == 11
    assert chart.status_code == 200
    assert "11 more bodies are not shown" in chart.text
