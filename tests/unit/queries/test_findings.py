"""Each check has one tiny graph on which it fires and one, nearly the same, on which it must not."""

from __future__ import annotations

import pytest

from graph.stores import Store
from queries.catalogue import catalogue
from queries.findings import SEVERITIES, Finding, find
from tests.unit.queries.graphs import load, say

WORKS = "Missing Panel | OVERSEES | topic:children who go missing"
LINE = "Missing Panel | REPORTS_TO | Harrowmere Council"
CHAIR = "p:Ruth Mensah | CHAIRS | Missing Panel"

SEATS = ["p:Ruth Mensah | MEMBER_OF | Missing Panel", "p:Ian Alder | MEMBER_OF | Missing Panel"]

FIRES_AND_NOT = [
    ("body-without-line-upward", [WORKS, CHAIR], [WORKS, CHAIR, LINE]),
    ("body-without-line-upward", [WORKS, LINE + " | modality=proposed"], [WORKS, LINE]),
    ("body-without-line-upward", SEATS, SEATS[:1]),
    ("body-without-line-upward", SEATS, ["Missing Panel | ESTABLISHED_BY | Harrowmere Council"]),
    ("body-without-line-upward", SEATS, ["Safeguarding Board | SUPPORTS | Missing Panel"]),
    ("body-without-line-upward", SEATS, ["Missing Panel | PART_OF | Cabinet"]),
    ("body-without-line-upward", [WORKS], ["Harrowmere Council | OVERSEES | topic:children who go missing"]),
    ("body-without-line-upward", [WORKS], [WORKS, "Missing Panel | SUCCEEDED_BY | Harrowmere Council"]),
    ("body-without-line-upward", [WORKS], [WORKS, "post:Head of Safeguarding | MANAGES | Missing Panel"]),
    ("body-without-chair", [WORKS, LINE], [WORKS, LINE, CHAIR]),
    ("body-without-chair", [WORKS, CHAIR + " | role=Vice-Chair"], [WORKS, CHAIR + " | role=Independent Chair"]),
    (
        "body-without-chair",
        [WORKS, CHAIR + " | modality=proposed"],
        ["Harrowmere Council | OVERSEES | Exploitation Team"],
    ),
    (
        "contested-chair",
        [CHAIR, "p:Ian Alder | CHAIRS | Missing Panel"],
        [CHAIR, "p:Ian Alder | CHAIRS | Silver Group"],
    ),
    (
        "contested-chair",
        [CHAIR, "post:Superintendent | CHAIRS | Missing Panel"],
        [CHAIR, "post:Superintendent | CHAIRS | Missing Panel", "p:Ruth Mensah | HOLDS_POST | post:Superintendent"],
    ),
    (
        "contested-chair",
        [CHAIR, "p:Ian Alder | CHAIRS | Missing Panel"],
        [CHAIR + " | since=2013-09", "p:Ian Alder | CHAIRS | Missing Panel | until=2013-08"],
    ),
    (
        "two-or-more-lines",
        ["Missing Panel | REPORTS_TO | Cabinet", "Missing Panel | REPORTS_TO | Safeguarding Board"],
        ["Missing Panel | REPORTS_TO | Cabinet", "Silver Group | REPORTS_TO | Safeguarding Board"],
    ),
    (
        "two-or-more-lines",
        ["plan:Action Plan | REPORTS_TO | Cabinet", "plan:Action Plan | REPORTS_TO | Safeguarding Board"],
        [
            "plan:Action Plan | REPORTS_TO | Cabinet",
            "plan:Action Plan | REPORTS_TO | Safeguarding Board | kind=information",
        ],
    ),
    (
        "two-or-more-lines",
        ["Missing Panel | REPORTS_TO | Cabinet", LINE],
        ["Missing Panel | REPORTS_TO | Cabinet", LINE, "Cabinet | REPORTS_TO | Harrowmere Council"],
    ),
    (
        "circular-reporting",
        [LINE, "Harrowmere Council | REPORTS_TO | Missing Panel"],
        [LINE, "Harrowmere Council | OVERSEES | Missing Panel"],
    ),
    ("self-reporting", ["Missing Panel | REPORTS_TO | Missing Panel"], [LINE]),
    (
        "line-to-ended-body",
        ["Silver Group | REPORTS_TO | Gold Group", "Gold Group | SUCCEEDED_BY | Exploitation Sub Group"],
        [
            "Silver Group | REPORTS_TO | Gold Group",
            "Gold Group | SUCCEEDED_BY | Exploitation Sub Group | modality=proposed",
        ],
    ),
    (
        "line-to-ended-body",
        ["Silver Group | REPORTS_TO | Gold Group", "Gold Group | SUCCEEDED_BY | Silver Board"],
        [
            "Silver Group | REPORTS_TO | Gold Group",
            "Gold Group | SUCCEEDED_BY | Silver Board",
            "Silver Group | REPORTS_TO | Silver Board",
        ],
    ),
    (
        "plan-without-accountable-body",
        ["Improvement Board | OVERSEES | plan:Improvement Plan"],
        [
            "Improvement Board | OVERSEES | plan:Improvement Plan",
            "Harrowmere Council | ACCOUNTABLE_FOR | plan:Improvement Plan",
        ],
    ),
    (
        "plan-without-accountable-body",
        ["Harrowmere Council | ACCOUNTABLE_FOR | plan:Improvement Plan | modality=proposed"],
        ["Improvement Board | OVERSEES | plan:National Guidance"],
    ),
    (
        "stated-none",
        ["post:single manager | MANAGES | Exploitation Team | modality=negated"],
        ["post:team manager | MANAGES | Exploitation Team"],
    ),
    (
        "recommendation-without-addressee",
        ["review:Jay Review | ISSUED | rec:R 14: the issue should be tackled"],
        [
            "review:Jay Review | ISSUED | rec:R 14: the issue should be tackled",
            "rec:R 14: the issue should be tackled | ADDRESSED_TO | Harrowmere Council",
        ],
    ),
    (
        "cadence-conflict",
        [LINE + " | cadence=monthly", LINE + " | cadence=quarterly"],
        [LINE + " | cadence=monthly", LINE.replace("Missing", "Other") + " | cadence=quarterly"],
    ),
]


def checks(store: Store, about: str = "") -> list[str]:
    return [f.check for f in find(store) if about in f.text]


def only(store: Store, check: str) -> Finding:
    found = [f for f in find(store) if f.check == check]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("check", "fires", "does_not"), FIRES_AND_NOT)
def test_a_check_fires_where_it_should_and_only_there(
    embedded_store: Store, check: str, fires: list[str], does_not: list[str]
) -> None:
    about = "" if check in ("circular-reporting", "recommendation-without-addressee") else _subject(fires[0], check)
    load(embedded_store, say("one.md", "2013-12-05", *fires))
    assert check in checks(embedded_store, about)

    load(embedded_store, say("one.md", "2013-12-05", *does_not))
    assert check not in checks(embedded_store, about)


def _subject(line: str, check: str) -> str:
    """The name in `line` that the check is about."""
    subject, _, object_ = (part.strip() for part in line.split("|")[:3])
    inward = check in ("contested-chair", "plan-without-accountable-body", "stated-none") or "MEMBER_OF" in line
    return (object_ if inward else subject).split(":")[-1]


def test_every_check_of_the_catalogue_has_a_graph_on_which_it_fires() -> None:
    assert {row[0] for row in FIRES_AND_NOT} == {q.id for q in catalogue().values() if q.kind == "finding"}


def test_a_clean_structure_has_no_finding(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            "one.md",
            "2013-12-05",
            "Exploitation Sub Group | REPORTS_TO | Safeguarding Board | cadence=quarterly",
            "Safeguarding Board | REPORTS_TO | Harrowmere Council | cadence=annually",
            "p:Ian Alder | CHAIRS | Exploitation Sub Group",
            "p:Ruth Mensah | CHAIRS | Safeguarding Board",
            "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:Action Plan",
            "Ofsted Inspectorate | OVERSEES | Harrowmere Council",
        ),
    )

    assert find(embedded_store) == []


def test_a_national_body_is_no_orphan(embedded_store: Store) -> None:
    load(embedded_store, say("one.md", "2013-12-05", "National Panel | OVERSEES | topic:reviews", place="uk"))

    assert find(embedded_store) == []


def test_a_body_known_only_from_its_members_is_found_with_what_the_papers_do_say(embedded_store: Store) -> None:
    load(embedded_store, say("one.md", "2013-12-05", *SEATS))

    finding = only(embedded_store, "body-without-line-upward")

    assert finding.text == "The papers loaded do not state to whom the Missing Panel reports."
    assert [e["quote"] for e in finding.evidence] == SEATS


def test_an_orphan_with_a_proposed_line_says_to_whom(embedded_store: Store) -> None:
    load(embedded_store, say("one.md", "2013-12-05", WORKS, LINE + " | modality=proposed"))

    text = only(embedded_store, "body-without-line-upward").text

    assert text == (
        "The papers loaded do not state to whom the Missing Panel reports; "
        "a line to the Harrowmere Council is only proposed."
    )


def test_a_plan_that_is_only_named_is_found_with_the_papers_that_name_it(embedded_store: Store) -> None:
    load(
        embedded_store,
        say("one.md", "2013-12-05", mention=("plan:Early Help Strategy",)),
        say("two.md", "2013-12-06", mention=("plan:Early Help Strategy",)),
    )

    finding = only(embedded_store, "plan-without-accountable-body")

    assert (finding.severity, finding.evidence) == ("low", ())
    assert finding.text == (
        "The papers loaded do not state who is accountable for the Early Help Strategy, "
        "which is only named, in one.md and two.md."
    )


def test_a_stated_loop_is_high_and_shows_each_step_with_its_words(embedded_store: Store) -> None:
    load(
        embedded_store,
        say(
            "one.md",
            "2013-12-05",
            "Alder Group | REPORTS_TO | Beech Group",
            "Beech Group | REPORTS_TO | Cedar Group",
            "Cedar Group | REPORTS_TO | Alder Group",
        ),
    )

    finding = only(embedded_store, "circular-reporting")

    assert finding.severity == "high"
    loop = (
        "the Alder Group reports to the Beech Group, which reports to the Cedar Group, which reports to the Alder Group"
    )
    assert loop in finding.text
    assert [(s["from"]["name"], s["to"]["name"], s["modality"]) for s in finding.steps] == [
        ("Alder Group", "Beech Group", "asserted"),
        ("Beech Group", "Cedar Group", "asserted"),
        ("Cedar Group", "Alder Group", "asserted"),
    ]
    assert [s["evidence"][0]["quote"] for s in finding.steps] == [
        "Alder Group | REPORTS_TO | Beech Group",
        "Beech Group | REPORTS_TO | Cedar Group",
        "Cedar Group | REPORTS_TO | Alder Group",
    ]


def test_a_loop_with_a_proposed_step_says_which_and_is_less_severe(embedded_store: Store) -> None:
    load(
        embedded_store,
        say("one.md", "2013-12-05", LINE, "Harrowmere Council | REPORTS_TO | Missing Panel | modality=proposed"),
    )

    finding = only(embedded_store, "circular-reporting")

    assert finding.severity == "medium"
    assert finding.text.endswith("Only proposed: the step from the Harrowmere Council to the Missing Panel.")


def test_a_body_that_has_ended_is_not_looked_at_any_more(embedded_store: Store) -> None:
    load(
        embedded_store,
        say("one.md", "2013-12-05", WORKS, "Missing Panel | SUCCEEDED_BY | Harrowmere Council | since=2014-04-01"),
    )

    assert "body-without-chair" not in [f.check for f in find(embedded_store, "2014-05-01")]
    assert "body-without-chair" in [f.check for f in find(embedded_store, "2014-01-01")]


def test_findings_are_as_at_a_date(embedded_store: Store) -> None:
    load(
        embedded_store,
        say("one.md", "2013-12-05", WORKS, LINE),
        say("two.md", "2015-03-05", CHAIR),
    )

    assert "body-without-chair" in [f.check for f in find(embedded_store, "2014-01-01")]
    assert "body-without-chair" not in [f.check for f in find(embedded_store, "2015-04-01")]
    assert find(embedded_store, "2013-01-01") == []


def test_ids_are_the_same_at_every_run_and_unique(embedded_store: Store) -> None:
    papers = [say(f"{i}.md", "2013-12-05", *fires) for i, (_, fires, _) in enumerate(FIRES_AND_NOT)]
    load(embedded_store, *papers)
    first = [f.id for f in find(embedded_store)]

    load(embedded_store, say("another.md", "2013-12-06", "Other Group | REPORTS_TO | Harrowmere Council"))

    assert len(first) == len(set(first))
    assert set(first) <= {f.id for f in find(embedded_store)}


def test_the_most_severe_come_first(embedded_store: Store) -> None:
    load(embedded_store, *(say(f"{i}.md", "2013-12-05", *fires) for i, (_, fires, _) in enumerate(FIRES_AND_NOT)))

    severities = [SEVERITIES.index(f.severity) for f in find(embedded_store)]

    assert severities == sorted(severities)


def test_the_machine_form_has_every_part_that_the_design_names(embedded_store: Store) -> None:
    load(embedded_store, say("one.md", "2013-12-05", WORKS))

    finding = find(embedded_store)[0].as_json()

    parts = {"id", "check", "severity", "title", "text", "entities", "evidence", "guidance", "remedy", "waiver"}
    assert parts <= set(finding)
    assert set(finding["entities"][0]) == {"id", "name", "label", "kind"}
    assert finding["evidence"][0]["document"] == "one.md"


def test_no_finding_speaks_of_fault() -> None:
    words = ("fail", "blame", "wrong", "nobody is accountable", "unaccountable")
    said = " ".join(q.sentence for q in catalogue().values()).lower()

    assert [word for word in words if word in said] == []
