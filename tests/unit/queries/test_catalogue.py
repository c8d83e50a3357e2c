"""The catalogue refuses a query file that says too little, too much, or something that only one engine understands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from graph.errors import QueryError
from queries.catalogue import Query, bind, catalogue, parse, query

HEADER = {
    "title": '"Who chairs a body"',
    "kind": '"answer"',
    "params": '{ id = "id" }',
    "columns": '["name"]',
}
TEXT = "MATCH (p:Entity)-[r:CHAIRS]->(b:Body) WHERE b.id = $id RETURN p.name AS name ORDER BY name"
FINDING = {
    "kind": '"finding"',
    "severity": '"low"',
    "why": '"…"',
    "sentence": '"…"',
    "remedy": '"…"',
    "guidance": '["…"]',
}


def source(text: str = TEXT, **header: str) -> str:
    lines = [f"// {key} = {value}" for key, value in {**HEADER, **header}.items() if value]
    return "\n".join(["// ---", *lines, "// ---", text]) + "\n"


def problem(text: str = TEXT, folder: str = "answers", **header: str) -> str:
    with pytest.raises(QueryError) as raised:
        parse(source(text, **header), "who-chairs", folder=folder)
    return str(raised.value)


def test_a_file_with_its_header_is_a_query_whose_id_is_the_file_name() -> None:
    read = parse(source(), "who-chairs", folder="answers")

    assert (read.id, read.kind, read.params, read.columns) == ("who-chairs", "answer", {"id": "id"}, ("name",))
    assert read.text == TEXT


def test_a_key_that_no_header_has_is_refused() -> None:
    assert "unknown key 'owner'" in problem(owner='"me"')


def test_severity_belongs_to_findings_alone() -> None:
    assert "unknown key 'severity'" in problem(severity='"low"')
    assert "no severity" in problem(folder="findings", **{**FINDING, "severity": ""})
    assert "severity is none of" in problem(folder="findings", **{**FINDING, "severity": '"bad"'})


def test_every_problem_of_a_file_is_reported_at_once() -> None:
    said = problem(title="", columns="")

    assert "no title" in said
    assert "no columns" in said


def test_parameters_declared_are_exactly_those_used() -> None:
    assert "$other is used but not in params" in problem(TEXT.replace("$id", "$other"))
    assert "params has as_at but the query does not use it" in problem(params='{ id = "id", as_at = "date" }')


def test_a_dollar_in_a_text_or_a_comment_is_no_parameter() -> None:
    text = TEXT.replace("RETURN", "AND b.name <> '$5' // costs $9\nRETURN")

    assert parse(source(text), "who-chairs", folder="answers").params == {"id": "id"}


@pytest.mark.parametrize("word", ["Bodies", "CHAIRED_BY"])
def test_labels_and_types_are_those_of_the_vocabulary(word: str) -> None:
    text = TEXT.replace("Body" if word == "Bodies" else "CHAIRS", word)

    assert f"{word} is not a label or type" in problem(text)


def test_a_type_after_a_bar_is_checked_too() -> None:
    assert "SITS_ON is not a label or type" in problem(TEXT.replace(":CHAIRS", ":CHAIRS|SITS_ON"))


def test_rows_have_an_order() -> None:
    assert "no ORDER BY" in problem(TEXT.replace(" ORDER BY name", ""))


@pytest.mark.parametrize("steps", ["*", "*2..", "*.."])
def test_a_path_of_any_length_is_refused(steps: str) -> None:
    assert "unbounded" in problem(TEXT.replace(":CHAIRS", f":REPORTS_TO{steps}").replace("[r", "["))


def test_a_bounded_path_is_accepted() -> None:
    assert parse(source(TEXT.replace("[r:CHAIRS", "[:REPORTS_TO*1..8")), "x", folder="answers").id == "x"


def test_a_kind_lies_in_its_own_folder() -> None:
    assert "the file lies in views/" in problem(folder="views")


def test_an_unknown_query_is_named_with_near_ones() -> None:
    with pytest.raises(QueryError, match="Did you mean who-chairs"):
        query("who-chair")


def test_a_query_id_never_leaves_the_folder() -> None:
    with pytest.raises(QueryError, match="No canned query"):
        query("../answers/who-chairs")


def asked(**params: str) -> Query:
    return Query("q", "view", "Q", params, ("a",), "RETURN 1 AS a ORDER BY a")


def refused(given: dict[str, Any], **params: str) -> str:
    with pytest.raises(QueryError) as raised:
        bind(asked(**params), given)
    return str(raised.value)


def test_missing_unknown_and_wrong_parameters_are_reported_at_once() -> None:
    said = refused({"at": "soon", "extra": 1}, id="id", at="date")

    assert "'id' (id) is missing" in said
    assert "no parameter 'extra'" in said
    assert "'at' is not of type date" in said


def test_text_from_a_command_line_becomes_what_the_query_asks_for() -> None:
    bound = bind(asked(n="integer", ids="ids"), {"n": "3", "ids": "body:a, body:b"})

    assert bound == {"n": 3, "ids": ["body:a", "body:b"]}


def test_without_an_as_at_date_a_query_is_about_today() -> None:
    assert bind(asked(as_at="date"), {}) == {"as_at": date.today().isoformat()}


def test_a_partial_date_stays_as_it_is() -> None:
    assert bind(asked(as_at="date"), {"as_at": "2013-08"}) == {"as_at": "2013-08"}


@pytest.mark.parametrize("query_id", sorted(catalogue()))
def test_every_file_keeps_to_the_subset_that_both_engines_share(query_id: str) -> None:
    text = re.sub(r"'[^']*'|//[^\n]*", "", catalogue()[query_id].text)
    avoided = {
        "a label expression": r":\w+[&!]\w|:!",
        "WHERE inside a node or relationship": r"\((?:\w+)?:\w+[^()]*WHERE|\[\w*:[^\]]*WHERE",
        "a map projection": r"\w\s*\{\s*[.*]",
        "a quantified path or SHORTEST": r"\)\{|\bSHORTEST\b",
        "COLLECT {}": r"\bCOLLECT\s*\{",
        "a negative slice": r"\[-\d|\)\[\.\.",
        "a block comment": r"/\*",
        "a function that the engines differ on": r"\b(?:randomUUID|duration|datetime|properties|keys|localdatetime)\b",
        "CALL": r"\bCALL\b",
    }
    assert [name for name, pattern in avoided.items() if re.search(pattern, text)] == []


@pytest.mark.parametrize("query_id", [i for i, q in catalogue().items() if q.kind == "finding"])
def test_a_finding_says_why_what_to_do_and_what_it_rests_on(query_id: str) -> None:
    asked_for = catalogue()[query_id]

    assert asked_for.why.endswith(".")
    assert asked_for.remedy.endswith(".")
    assert all(re.search(r"\((?:[^()]*, )?\d{4}[^()]*\)$", title) for title in asked_for.guidance), "title and year"
