"""Answers: stated, contested, none, not stated; as at a date; with what was superseded, proposed and missing."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import QueryError
from graph.stores import Store
from queries.answers import Answer, ask
from tests.unit.queries.graphs import load, say

REVIEW = ("review.md", "2013-12-05")
LATER = ("report.txt", "2015-03-05")


def names(answers: Any) -> list[str]:
    return [answer["entity"]["name"] for answer in answers]


def chains(answer: Answer) -> list[list[str]]:
    return [[step["entity"]["name"] for step in line] for line in answer.chain]


# who chairs: one at a time


def test_who_chairs_is_stated_with_the_words_and_the_paper(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, "p:Ruth Mensah | CHAIRS | Learning Sub Group"))

    answer = ask(embedded_store, "who chairs the Learning Sub Group?")

    assert (answer.status, names(answer.answers)) == ("stated", ["Ruth Mensah"])
    evidence = answer.answers[0]["evidence"][0]
    assert evidence["quote"] == "p:Ruth Mensah | CHAIRS | Learning Sub Group"
    assert (evidence["document"], evidence["date"]) == REVIEW
    assert "Ruth Mensah chairs the Learning Sub Group" in answer.text


def test_a_chair_that_no_paper_states_is_not_stated(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, "Learning Sub Group | REPORTS_TO | Safeguarding Board"))

    answer = ask(embedded_store, "who chairs the Learning Sub Group?")

    assert (answer.status, answer.answers) == ("not-stated", ())
    assert answer.missing == ("The papers loaded do not state who chairs the Learning Sub Group.",)
    assert "Searched: 1 paper." in answer.text


def test_two_chairs_at_one_date_are_contested_and_both_shown(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "p:Ruth Mensah | CHAIRS | Learning Sub Group"),
        say("minutes.txt", "2013-12-05", "p:Ian Alder | CHAIRS | Learning Sub Group"),
    )

    answer = ask(embedded_store, "who chairs the Learning Sub Group?")

    assert (answer.status, sorted(names(answer.answers))) == ("contested", ["Ian Alder", "Ruth Mensah"])
    assert "The papers differ on who chairs the Learning Sub Group" in answer.text


def test_a_vice_chair_does_not_contest_the_chair(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ruth Mensah | CHAIRS | Learning Sub Group",
            "p:Ian Alder | CHAIRS | Learning Sub Group | role=Vice-Chair",
        ),
    )

    answer = ask(embedded_store, "who chairs the Learning Sub Group?")

    assert (answer.status, names(answer.answers)) == ("stated", ["Ruth Mensah"])
    assert "They also say: Ian Alder is Vice-Chair of the Learning Sub Group" in answer.text


def test_the_seat_itself_does_not_contest_the_person_in_it(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ruth Mensah | CHAIRS | Safeguarding Board",
            "post:Independent Chair @ Safeguarding Board | CHAIRS | Safeguarding Board",
        ),
    )

    assert ask(embedded_store, "who chairs the Safeguarding Board?").status == "stated"


def test_a_person_and_the_post_that_they_hold_are_one_chair(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ruth Mensah | CHAIRS | Cabinet",
            "post:Leader of the Council | CHAIRS | Cabinet",
            "p:Ruth Mensah | HOLDS_POST | post:Leader of the Council",
        ),
    )

    answer = ask(embedded_store, "who chairs the Cabinet?")

    assert (answer.status, names(answer.answers)) == ("stated", ["Ruth Mensah"])


def test_a_later_report_supersedes_an_earlier_one_and_both_are_shown_with_dates(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "post:senior police officer | CHAIRS | Learning Sub Group"),
        say(*LATER, "p:Ruth Mensah | CHAIRS | Learning Sub Group"),
    )

    answer = ask(embedded_store, "who chairs the Learning Sub Group?")

    assert (answer.status, names(answer.answers)) == ("stated", ["Ruth Mensah"])
    assert names(answer.superseded) == ["senior police officer"]
    assert answer.superseded[0]["superseded_on"] == "2015-03-05"
    assert "Earlier, until another was named from 5 March 2015: the senior police officer" in answer.text


def test_as_at_an_earlier_day_the_earlier_report_counts_and_the_later_is_told_as_later(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "post:senior police officer | CHAIRS | Learning Sub Group"),
        say(*LATER, "p:Ruth Mensah | CHAIRS | Learning Sub Group"),
    )

    answer = ask(embedded_store, "who chairs the Learning Sub Group?", "2013-12-10")

    assert (answer.status, names(answer.answers), answer.as_at) == ("stated", ["senior police officer"], "2013-12-10")
    assert answer.text.startswith("As at 10 December 2013, the senior police officer chairs")
    assert "Later: Ruth Mensah chairs the Learning Sub Group" in answer.text


@pytest.mark.parametrize(
    ("when", "status"), [("August 2013", "not-stated"), ("September 2013", "stated"), ("2013", "stated")]
)
def test_a_month_or_a_year_counts_where_any_day_of_it_does(embedded_store: Store, when: str, status: str) -> None:
    load(embedded_store, say(*REVIEW, "p:Ruth Mensah | CHAIRS | Safeguarding Board | since=2013-09-01"))

    answer = ask(embedded_store, f"who chaired the Safeguarding Board in {when}?")

    assert answer.status == status
    assert "since 1 September 2013" in answer.text


def test_chairs_who_follow_each_other_within_a_year_do_not_contest_it(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ian Alder | CHAIRS | Safeguarding Board | until=2013-08-31",
            "p:Ruth Mensah | CHAIRS | Safeguarding Board | since=2013-09-01",
        ),
    )

    assert ask(embedded_store, "who chaired the Safeguarding Board in 2013?").status == "stated"


# stated: none


def test_no_manager_is_stated_none_with_the_words_even_where_two_share_the_work(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "post:single manager | MANAGES | Exploitation Team | modality=negated",
            "post:team manager | MANAGES | Exploitation Team",
            "post:detective sergeant | MANAGES | Exploitation Team",
        ),
    )

    answer = ask(embedded_store, "who manages the Exploitation Team?")

    assert answer.status == "stated-none"
    assert names(answer.answers) == ["single manager"]
    assert "no single person manages the Exploitation Team: “post:single manager" in answer.text
    assert "They also say: the detective sergeant manages the Exploitation Team" in answer.text


def test_a_later_manager_ends_that_there_was_none(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "post:single manager | MANAGES | Exploitation Team | modality=negated"),
        say(*LATER, "p:Ruth Mensah | MANAGES | Exploitation Team"),
    )

    assert ask(embedded_store, "who manages the Exploitation Team?").status == "stated"
    assert ask(embedded_store, "who manages the Exploitation Team?", "2014-01-01").status == "stated-none"


def test_none_and_one_in_papers_of_one_date_are_contested(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "post:single manager | MANAGES | Exploitation Team | modality=negated"),
        say("minutes.txt", "2013-12-05", "p:Ruth Mensah | MANAGES | Exploitation Team"),
    )

    assert ask(embedded_store, "who manages the Exploitation Team?").status == "contested"


# who is accountable


PLAN = (
    "plan:Exploitation Action Plan = CSE Action Plan | REPORTS_TO | Cabinet | cadence=six-monthly",
    "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:Exploitation Action Plan | role=owner",
    "Exploitation Sub Group | REPORTS_TO | Safeguarding Board | cadence=quarterly",
    "Safeguarding Board | REPORTS_TO | Harrowmere Council | cadence=annually",
    "post:senior police officer | CHAIRS | Exploitation Sub Group",
    "p:Ruth Mensah | CHAIRS | Safeguarding Board",
)


def test_accountable_for_a_plan_is_its_owner_with_the_line_to_the_top(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "who is accountable for the exploitation action plan?", "2013-12-10")

    assert (answer.status, answer.answers[0]["entity"]["name"]) == ("stated", "Exploitation Sub Group")
    assert answer.answers[0]["predicate"] == "ACCOUNTABLE_FOR"
    assert chains(answer) == [["Exploitation Sub Group", "Safeguarding Board", "Harrowmere Council"], ["Cabinet"]]
    assert [step["cadence"] for step in answer.chain[0]] == [None, "quarterly", "annually"]
    assert all(step["evidence"] for line in answer.chain for step in line)


def test_each_step_of_the_line_names_its_person_or_the_gap(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "who owns the exploitation action plan?")

    people = {step["entity"]["name"]: names(step["people"]) for line in answer.chain for step in line}
    assert people == {
        "Exploitation Sub Group": ["senior police officer"],
        "Safeguarding Board": ["Ruth Mensah"],
        "Harrowmere Council": [],
        "Cabinet": [],
    }
    assert "The senior police officer chairs the Exploitation Sub Group (no name is given)" in answer.text
    assert "The papers loaded do not name who chairs the Cabinet." in answer.missing


def test_a_line_that_stops_short_is_missing_and_one_that_ends_at_a_council_is_not(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *(line for line in PLAN if "Council" not in line)))

    answer = ask(embedded_store, "who is accountable for the exploitation action plan?")

    assert "The papers loaded do not state a line above the Safeguarding Board." in answer.missing

    load(embedded_store, say(*REVIEW, *PLAN))
    answer = ask(embedded_store, "who is accountable for the exploitation action plan?")

    assert not any("above the Safeguarding Board" in gap or "above the Harrowmere" in gap for gap in answer.missing)


def test_one_who_only_oversees_or_delivers_a_plan_is_not_accountable_for_it(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "Improvement Board | OVERSEES | plan:Improvement Plan",
            "Children's Services | RESPONSIBLE_FOR | plan:Improvement Plan",
        ),
    )

    answer = ask(embedded_store, "who is accountable for the improvement plan?")

    assert (answer.status, answer.answers) == ("not-stated", ())
    assert ask(embedded_store, "who oversees the improvement plan?").status == "stated"
    assert ask(embedded_store, "who delivers the improvement plan?").status == "stated"


def test_accountable_for_a_body_is_its_line_and_its_chair(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "who is accountable for the Exploitation Sub Group?")

    assert [(a["predicate"], a["entity"]["name"]) for a in answer.answers] == [
        ("REPORTS_TO", "Safeguarding Board"),
        ("CHAIRS", "senior police officer"),
    ]
    assert chains(answer) == [["Safeguarding Board", "Harrowmere Council"]]


# who reports to whom


def test_a_proposed_line_is_told_as_proposed_and_is_no_answer(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, "Missing Panel | REPORTS_TO | Safeguarding Board | modality=proposed"))

    answer = ask(embedded_store, "who does the Missing Panel report to?")

    assert (answer.status, answer.answers, answer.chain) == ("not-stated", (), ())
    assert names(answer.proposed) == ["Safeguarding Board"]
    assert "Only proposed, not stated as fact: the Missing Panel reports to the Safeguarding Board" in answer.text


def test_what_was_proposed_and_then_stated_is_told_as_stated_alone(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "Trust Board | SUCCEEDED_BY | Families Partnership | modality=proposed"),
        say(*LATER, "Trust Board | SUCCEEDED_BY | Families Partnership | since=2014-04-01"),
    )

    answer = ask(embedded_store, "what succeeded the Trust Board?")

    assert (answer.status, answer.proposed) == ("stated", ())
    assert "The Families Partnership succeeded the Trust Board on 1 April 2014" in answer.text


def test_a_proposed_line_above_the_top_is_told_as_proposed(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "Silver Group | REPORTS_TO | Safeguarding Board",
            "Safeguarding Board | REPORTS_TO | Harrowmere Council | modality=proposed",
        ),
    )

    answer = ask(embedded_store, "who does the Silver Group report to?")

    assert chains(answer) == [["Safeguarding Board"]]
    assert "Only proposed, not stated as fact: the Safeguarding Board reports to the Harrowmere Council" in answer.text
    assert "The papers loaded do not state a line above the Safeguarding Board." in answer.missing


def test_being_part_of_a_body_is_not_reporting_to_it(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, "Silver Group | PART_OF | Safeguarding Board"))

    assert ask(embedded_store, "who does the Silver Group report to?").status == "not-stated"


def test_a_body_that_is_only_named_reports_to_nobody_stated(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN, mention=("Children's Improvement Board",)))

    answer = ask(embedded_store, "who does the Children's Improvement Board report to?")

    assert (answer.status, answer.subject and answer.subject["name"]) == ("not-stated", "Children's Improvement Board")


def test_a_line_that_comes_back_says_so_and_ends_there(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "Silver Group | REPORTS_TO | Gold Group", "Gold Group | REPORTS_TO | Silver Group"),
    )

    answer = ask(embedded_store, "who does the Silver Group report to?")

    assert chains(answer) == [["Gold Group", "Silver Group"]]
    assert "The line comes back to the Silver Group: it goes round in a circle." in answer.missing


def test_two_lines_give_two_chains(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "Sub Group | REPORTS_TO | Cabinet", "Sub Group | REPORTS_TO | Safeguarding Board"),
    )

    assert chains(ask(embedded_store, "to whom does the Sub Group report?")) == [["Cabinet"], ["Safeguarding Board"]]


def test_papers_that_differ_on_how_often_are_both_told(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "Silver Group | REPORTS_TO | Gold Group | cadence=monthly"),
        say(*LATER, "Silver Group | REPORTS_TO | Gold Group | cadence=every six weeks"),
    )

    answer = ask(embedded_store, "who does the Silver Group report to?")

    assert answer.answers[0]["cadence"] == "every six weeks and monthly"
    assert "the papers differ on how often: every six weeks and monthly" in answer.text


def test_evidence_of_later_papers_is_left_out_of_an_earlier_date(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(*REVIEW, "Silver Group | REPORTS_TO | Gold Group"),
        say(*LATER, "Silver Group | REPORTS_TO | Gold Group"),
    )

    then, now = (ask(embedded_store, "who does the Silver Group report to?", day) for day in ("2014-01-01", None))

    assert [e["document"] for e in then.answers[0]["evidence"]] == ["review.md"]
    assert [e["document"] for e in now.answers[0]["evidence"]] == ["review.md", "report.txt"]


# each kind of question, in the direction that it is asked


@pytest.mark.parametrize(
    ("line", "question", "answer"),
    [
        ("Silver Group | REPORTS_TO | Gold Group", "who reports to the Gold Group", "Silver Group"),
        ("p:Ruth Mensah | MEMBER_OF | Gold Group", "who sits on the Gold Group", "Ruth Mensah"),
        ("p:Ruth Mensah | CHAIRS | Gold Group", "members of the Gold Group", "Ruth Mensah"),
        ("p:Ruth Mensah | ATTENDED | Gold Group | on=2013-12-05", "who attended the Gold Group in 2013", "Ruth Mensah"),
        ("p:Ruth Mensah | HOLDS_POST | post:Chief Executive", "what posts does Ruth Mensah hold", "Chief Executive"),
        ("p:Ruth Mensah | HOLDS_POST | post:Chief Executive", "who is the Chief Executive", "Ruth Mensah"),
        ("p:Ruth Mensah | HOLDS_POST | post:Chief Executive", "who is Ruth Mensah", "Chief Executive"),
        ("p:Ruth Mensah | CHAIRS | Gold Group", "what does Ruth Mensah chair", "Gold Group"),
        ("p:Ruth Mensah | MEMBER_OF | Gold Group", "what does Ruth Mensah sit on", "Gold Group"),
        ("Gold Group | ACCOUNTABLE_FOR | plan:Gold Plan", "what is the Gold Group accountable for", "Gold Plan"),
        ("Gold Group | RESPONSIBLE_FOR | topic:early help", "what is the Gold Group responsible for", "early help"),
        ("Gold Group | RESPONSIBLE_FOR | topic:early help", "who is responsible for early help", "Gold Group"),
        ("Gold Group | OVERSEES | Silver Group", "what does the Gold Group oversee", "Silver Group"),
        ("Gold Group | OVERSEES | Silver Group", "who oversees the Silver Group", "Gold Group"),
        ("Gold Group | COMMISSIONED | review:Jay Review", "who commissioned the Jay Review", "Gold Group"),
        ("Silver Group | ESTABLISHED_BY | Gold Group", "who established the Silver Group", "Gold Group"),
        ("Silver Group | SUCCEEDED_BY | Gold Group", "what succeeded the Silver Group", "Gold Group"),
        ("Silver Group | SUCCEEDED_BY | Gold Group", "what did the Gold Group replace", "Silver Group"),
        ("Gold Group | FUNDS | Silver Group", "who funds the Silver Group", "Gold Group"),
        ("Silver Group | SUPPORTS | Gold Group", "who supports the Gold Group", "Silver Group"),
        ("Gold Group | APPOINTED | p:Ruth Mensah", "who appointed Ruth Mensah", "Gold Group"),
    ],
)
def test_a_question_finds_the_other_end(embedded_store: Store, line: str, question: str, answer: str) -> None:
    load(embedded_store, say(*REVIEW, line))

    given = ask(embedded_store, question)

    assert (given.status, names(given.answers)) == ("stated", [answer])


def test_a_member_who_also_chairs_is_one_and_the_vice_chair_is_a_member_too(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ruth Mensah | CHAIRS | Safeguarding Board | role=chair",
            "p:Ruth Mensah | MEMBER_OF | Safeguarding Board",
            "p:Ian Alder | CHAIRS | Safeguarding Board | role=vice-chair",
        ),
    )

    answer = ask(embedded_store, "who sits on the Safeguarding Board?")

    assert sorted(names(answer.answers)) == ["Ian Alder", "Ruth Mensah"]


def test_without_a_membership_those_at_the_meetings_are_counted_and_not_called_members(embedded_store: Store) -> None:
    lines = [f"p:{name} | ATTENDED | Safeguarding Board | on=2013-12-05" for name in ("Ruth Mensah", "Ian Alder")]
    load(embedded_store, say(*REVIEW, *lines))

    answer = ask(embedded_store, "who sits on the Safeguarding Board?")

    assert (answer.status, answer.answers) == ("not-stated", ())
    assert "No membership of the Safeguarding Board is stated; the papers record 2 names at its meetings" in answer.text


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("who attended the Gold Group", ["Ruth Mensah", "Ian Alder"]),
        ("who attended the Gold Group on 5 December 2013", ["Ian Alder"]),
        ("who attended the Gold Group in November 2013", ["Ruth Mensah"]),
    ],
)
def test_attendance_is_of_all_meetings_or_of_those_within_the_date_asked_for(
    embedded_store: Store, question: str, who: list[str]
) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "p:Ruth Mensah | ATTENDED | Gold Group | on=2013-11-05",
            "p:Ian Alder | ATTENDED | Gold Group | on=2013-12-05",
        ),
    )

    assert names(ask(embedded_store, question).answers) == who


# recommendations


def test_the_recommendations_of_a_review_come_in_order_with_their_addressees(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "review:Jay Review | ISSUED | rec:R 10: keep the scoring tool under review",
            "review:Jay Review | ISSUED | rec:R 2: appoint a single manager for the team",
            "rec:R 2: appoint a single manager for the team | ADDRESSED_TO | Harrowmere Council",
        ),
    )

    answer = ask(embedded_store, "what are the recommendations of the Jay Review?")

    assert [(a["number"], names(a["addressed_to"])) for a in answer.answers] == [
        ("2", ["Harrowmere Council"]),
        ("10", []),
    ]
    assert answer.missing == ("The papers loaded do not state to whom recommendation 10 is addressed.",)

    one = ask(embedded_store, "to whom is recommendation R2 of the Jay Review addressed?")
    assert (one.status, names(one.answers)) == ("stated", ["Harrowmere Council"])

    ten = ask(embedded_store, "to whom is recommendation 10 of the Jay Review addressed?")
    assert (ten.status, ten.answers) == ("not-stated", ())

    three = ask(embedded_store, "who is recommendation 3 of the Jay Review for?")
    assert (three.status, three.missing) == (
        "not-stated",
        ("The papers loaded give no recommendation 3 of the Jay Review.",),
    )


def test_what_a_body_resolved_is_told_apart_from_what_it_recommended(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "Improvement Board | ISSUED | res:That the terms of reference be approved",
            "Improvement Board | ISSUED | rec:R 1: publish the plan",
        ),
    )

    resolved = ask(embedded_store, "what did the Improvement Board resolve?")
    recommended = ask(embedded_store, "what did the Improvement Board recommend?")

    assert names(resolved.answers) == ["That the terms of reference be approved"]
    assert resolved.missing == ()
    assert names(recommended.answers) == ["R 1: publish the plan"]


# names


def test_a_name_that_no_paper_gives_is_not_stated_with_near_misses(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, "Improvement Board | REPORTS_TO | Cabinet"))

    answer = ask(embedded_store, "who chairs the Children's Improvement Board?")

    assert (answer.status, answer.subject) == ("not-stated", None)
    assert [near["name"] for near in answer.did_you_mean] == ["Improvement Board"]
    assert answer.text.endswith("Did you mean the Improvement Board?")


def test_a_name_that_fits_two_bodies_is_refused_with_both(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            *REVIEW,
            "Children's Improvement Board | REPORTS_TO | Cabinet",
            "Corporate Improvement Board | REPORTS_TO | Cabinet",
        ),
    )

    with pytest.raises(QueryError, match="Children's Improvement Board or the Corporate Improvement Board"):
        ask(embedded_store, "who chairs the Improvement Board?")


def test_part_of_a_name_says_what_it_is_taken_to_be(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "who owns the exploitation plan?")

    assert answer.text.startswith("“exploitation plan” is taken to be the Exploitation Action Plan.")


def test_two_different_dates_are_refused(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    with pytest.raises(QueryError, match="August 2013"):
        ask(embedded_store, "who chaired the Safeguarding Board in August 2013?", "2015-01-01")
    assert ask(embedded_store, "who chaired the Safeguarding Board in August 2013?", "2013-08-31").as_at == "2013-08"


def test_how_two_are_connected_is_told_step_by_step(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "how are Ruth Mensah and the exploitation action plan connected?")

    assert chains(answer) == [["Safeguarding Board", "Exploitation Sub Group", "Exploitation Action Plan"]]
    assert [step["predicate"] for step in answer.chain[0]] == ["CHAIRS", "REPORTS_TO", "ACCOUNTABLE_FOR"]
    assert ask(embedded_store, "how are the Cabinet and the Harrowmere Council connected?").status == "stated"


def test_the_machine_form_has_every_part_that_the_design_names(embedded_store: Store) -> None:
    load(embedded_store, say(*REVIEW, *PLAN))

    answer = ask(embedded_store, "who is accountable for the exploitation action plan?", "2013-12-10").as_json()

    assert {
        "question",
        "as_at",
        "status",
        "subject",
        "answers",
        "chain",
        "superseded",
        "missing",
        "text",
        "searched",
    } <= set(answer)
    assert set(answer["subject"]) == {"id", "name", "label", "kind"}
    assert {"entity", "predicate", "since", "until", "reported_on", "evidence"} <= set(answer["answers"][0])
    assert {"entity", "predicate", "cadence", "evidence"} <= set(answer["chain"][0][0])
    evidence = {"statement", "document", "document_id", "title", "date", "page", "start", "end", "quote", "rule"}
    assert set(answer["answers"][0]["evidence"][0]) == evidence
    assert answer["searched"] == 1
