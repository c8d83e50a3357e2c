"""A question in plain English is read as one kind, about one name, as at one date; anything else is refused."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from queries.kinds import KINDS
from queries.questions import EXAMPLES, read_question


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Who is accountable for the CSE action plan?", "accountable", "CSE action plan"),
        ("who is ultimately answerable for the plan", "accountable", "plan"),
        ("who owns the Exploitation Action Plan?", "accountable", "Exploitation Action Plan"),
        ("Who is responsible for early help?", "responsible", "early help"),
        ("who delivers the strategy", "responsible", "strategy"),
        ("who oversees the CSE Team?", "oversees", "CSE Team"),
        ("who holds the Cabinet to account", "oversees", "Cabinet"),
        ("who does the Children's Improvement Board report to?", "reports-to", "Children's Improvement Board"),
        ("To whom does the Silver Group report?", "reports-to", "Silver Group"),
        ("who is the RLSCB accountable to?", "reports-to", "RLSCB"),
        ("who reports to the LSCB?", "reported-by", "LSCB"),
        ("Who chairs the CSE Sub Group?", "chairs", "CSE Sub Group"),
        ("who's the independent chair of the board", "chairs", "board"),
        ("who sits on the Cabinet?", "members", "Cabinet"),
        ("members of the Improving Lives Select Commission", "members", "Improving Lives Select Commission"),
        ("who are the members of the Board?", "members", "Board"),
        ("who attended the meeting of the Improvement Board?", "attended", "Improvement Board"),
        ("what posts does Steve Ashley hold?", "posts", "Steve Ashley"),
        ("what does R. Mensah chair", "posts", "R. Mensah"),
        ("who holds the post of Chief Executive?", "holder", "Chief Executive"),
        ("what is the Sub Group accountable for?", "accountabilities", "Sub Group"),
        ("what is the Council responsible for?", "responsibilities", "Council"),
        ("what does the Scrutiny Commission scrutinise", "overseen", "Scrutiny Commission"),
        ("who commissioned the review?", "commissioned", "review"),
        ("who established the Improvement Board?", "established", "Improvement Board"),
        ("what succeeded the Gold Group?", "succeeded", "Gold Group"),
        ("what did the CSE Sub Group replace?", "preceded", "CSE Sub Group"),
        ("who manages the CSE Team?", "manages", "CSE Team"),
        ("who line manages the team manager", "manages", "team manager"),
        ("Recommendations of the Jay report", "recommendations", "Jay report"),
        ("what did Professor Jay recommend?", "recommendations", "Professor Jay"),
        ("what did the Improvement Board resolve?", "resolutions", "Improvement Board"),
        ("who is the Chief Executive?", "holder", "Chief Executive"),
    ],
)
def test_a_question_is_read_as_its_kind_and_its_subject(text: str, kind: str, subject: str) -> None:
    read = read_question(text)

    assert (read.kind, read.subject) == (kind, subject)


@pytest.mark.parametrize(
    "text",
    [
        "to whom is recommendation 14 of the Jay Report addressed?",
        "who is recommendation 14 of the Jay Report addressed to?",
        "who is asked to act on recommendation no. 14 from the Jay Report?",
    ],
)
def test_a_recommendation_is_asked_for_by_number(text: str) -> None:
    read = read_question(text)

    assert (read.kind, read.number, read.subject) == ("addressed", "14", "Jay Report")


def test_two_names_can_be_asked_about() -> None:
    read = read_question("how are the Cabinet and the Sub Group connected?")

    assert (read.kind, read.subject, read.other) == ("connected", "Cabinet", "Sub Group")


@pytest.mark.parametrize(
    ("words", "as_at"),
    [
        ("in August 2013", "2013-08"),
        ("in 2013", "2013"),
        ("as at 10 December 2013", "2013-12-10"),
        ("on 1st September, 2013", "2013-09-01"),
        ("as of December 10, 2013", "2013-12-10"),
        ("on 2013-12-10", "2013-12-10"),
        ("as at 5/3/2015", "2015-03-05"),
        ("in Sept 2014", "2014-09"),
        ("in spring 2014", None),
    ],
)
def test_a_date_after_the_question_is_the_as_at_date(words: str, as_at: str | None) -> None:
    read = read_question(f"who chaired the LSCB {words}?")

    assert read.as_at == as_at
    assert read.subject == ("LSCB" if as_at else f"LSCB {words}")


def test_a_date_may_come_first() -> None:
    read = read_question("In August 2013, who chaired the LSCB?")

    assert (read.kind, read.subject, read.as_at) == ("chairs", "LSCB", "2013-08")


def test_years_within_a_name_are_no_date() -> None:
    read = read_question("who owns the CSE Strategy 2013-16?")

    assert (read.subject, read.as_at) == ("CSE Strategy 2013-16", None)


def test_an_unknown_form_is_refused_with_the_forms_that_there_are() -> None:
    with pytest.raises(QueryError, match="who is accountable for X"):
        read_question("why did nobody act")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_offered_is_read(example: str) -> None:
    kind = read_question(example).kind

    assert kind in KINDS or kind in ("recommendations", "addressed", "resolutions", "connected")
