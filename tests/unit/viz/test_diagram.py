"""The chart: every body once, every line where it belongs, words and dashes beside colour, and text always text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from graph.errors import AnswerableError
from graph.model import Subgraph
from tests.hostile import HOSTILE
from tests.unit.viz.boroughs import body, county, harrowmere, line
from tests.unit.viz.drawings import SVG, card, drawn, groups, path, place, rectangle, texts
from tests.unit.viz.drawings import line as line_of
from viz.diagram import MOST, structure_svg


class TestCards:
    def test_every_body_is_drawn_once_with_its_id(self) -> None:
        view = harrowmere()

        ids = [element.get("data-id") for element in groups(drawn(view), "card")]

        assert sorted(map(str, ids)) == sorted(node.id for node in view.nodes)

    def test_a_card_says_kind_finding_name_chair_and_members(self) -> None:
        shown = texts(card(drawn(harrowmere()), "body:exploitation-sub-group"))

        assert shown == ["contested", "SUB-GROUP", "Exploitation Sub Group", "Chair: contested (2)", "16 members"]

    def test_one_member_is_one_member_and_an_unknown_number_is_not_mentioned(self) -> None:
        chart = drawn(harrowmere())

        assert texts(card(chart, "body:childrens-trust-partnership"))[-1] == "1 member"
        assert not [words for words in texts(card(chart, "body:missing-children-panel")) if "member" in words]

    def test_no_member_is_a_number_too(self) -> None:
        empty = body("Empty Board", members=0)

        assert texts(card(drawn(Subgraph((empty,))), empty.id))[-1] == "0 members"

    def test_findings_that_have_no_room_are_counted_and_still_told_to_a_screen_reader(self) -> None:
        busy = body("Busy Board", "operational group", badges=["no chair", "no line upward", "contested"])

        element = card(drawn(Subgraph((busy,))), busy.id)

        assert "3 findings" in texts(element)
        assert "no chair, no line upward, contested" in str(element.get("aria-label"))

    def test_a_long_name_is_broken_to_fit_and_whole_in_the_label(self) -> None:
        name = "Harrowmere and Wexmoor Joint Strategic Commissioning Partnership for Children and Young People"
        joint = body(name, "partnership")

        element = card(drawn(Subgraph((joint,))), joint.id)

        rows = [text.text or "" for text in groups(element, "name")]
        assert len(rows) > 1
        assert " ".join(rows) == name
        assert name in str(element.get("aria-label"))

    def test_a_card_can_be_reached_and_pressed_with_the_keyboard(self) -> None:
        for element in groups(drawn(harrowmere()), "card"):
            assert (element.get("tabindex"), element.get("role")) == ("0", "button")
            assert element.get("aria-label")

    def test_the_keyboard_reaches_cards_row_by_row(self) -> None:
        places = [place(element) for element in groups(drawn(county(40)), "card")]

        assert [(p.top, p.left) for p in places] == sorted((p.top, p.left) for p in places)


class TestLines:
    def test_every_line_carries_what_it_joins_its_type_and_modality(self) -> None:
        view = harrowmere()

        found = {
            tuple(element.get(f"data-{key}") for key in ("id", "start", "end", "type", "modality"))
            for element in groups(drawn(view), "line")
        }

        assert found == {(r.id, r.start, r.end, r.type, r.properties["modality"]) for r in view.relationships}

    @pytest.mark.parametrize(
        ("type_", "modality", "dashed"),
        [
            ("REPORTS_TO", "asserted", False),
            ("REPORTS_TO", "proposed", True),
            ("REPORTS_TO", "historical", True),
            ("PART_OF", "asserted", True),
            ("SUPPORTS", "asserted", True),
            ("OVERSEES", "asserted", True),
        ],
    )
    def test_only_a_line_of_reporting_in_place_is_solid(self, type_: str, modality: str, dashed: bool) -> None:
        low, high = body("Low Group"), body("High Board")
        joined = line(low, high, type_, modality=modality)

        (stroke,) = groups(line_of(drawn(Subgraph((low, high), (joined,))), joined.id), "stroke")

        assert (stroke.get("stroke-dasharray") is not None) is dashed

    @pytest.mark.parametrize(
        ("type_", "properties", "words"),
        [
            ("REPORTS_TO", {}, []),
            ("REPORTS_TO", {"cadence": "quarterly"}, ["quarterly"]),
            ("REPORTS_TO", {"cadence": "quarterly", "modality": "proposed"}, ["quarterly, proposed"]),
            ("PART_OF", {}, ["part of"]),
            ("OVERSEES", {}, ["oversees"]),
            ("ACCOUNTABLE_FOR", {}, ["is accountable for"]),
        ],
    )
    def test_what_colour_and_dash_say_stands_there_in_words(
        self, type_: str, properties: dict[str, str], words: list[str]
    ) -> None:
        low, high = body("Low Group"), body("High Board")
        joined = line(low, high, type_, **properties)

        assert texts(line_of(drawn(Subgraph((low, high), (joined,))), joined.id)) == words

    def test_a_line_of_a_finding_has_the_colour_of_findings(self) -> None:
        view = harrowmere()
        chart = drawn(view)

        for relationship in view.relationships:
            (stroke,) = groups(line_of(chart, relationship.id), "stroke")
            assert (stroke.get("stroke") == "#D55E00") is relationship.properties["finding"]

    def test_a_line_that_a_paper_denies_is_not_drawn(self) -> None:
        low, high = body("Low Group"), body("High Board")

        chart = drawn(Subgraph((low, high), (line(low, high, modality="negated"),)))

        assert groups(chart, "line") == []

    def test_a_line_to_a_body_outside_the_view_is_not_drawn(self) -> None:
        low, high = body("Low Group"), body("High Board")

        assert groups(drawn(Subgraph((low,), (line(low, high),))), "line") == []

    def test_the_arrow_points_at_the_body_that_is_reported_to(self) -> None:
        low, high = body("Low Group"), body("High Board")
        joined = line(low, high)

        chart = drawn(Subgraph((low, high), (joined,)))

        corners = path(line_of(chart, joined.id))
        assert place(card(chart, low.id)).touches(corners[0])
        assert place(card(chart, high.id)).touches(corners[-1])


class TestOrphans:
    def test_a_body_without_a_line_upward_stands_in_a_dashed_frame_that_says_so(self) -> None:
        chart = drawn(harrowmere())

        (frame,) = groups(chart, "orphans")

        edge = frame.find(f"{SVG}rect")
        assert edge is not None
        assert edge.get("stroke-dasharray")
        assert texts(frame) == ["No line upward stated"]
        panel, around = place(card(chart, "body:missing-children-panel")), rectangle(edge)
        assert around.left < panel.left
        assert panel.bottom < around.bottom

    def test_one_that_others_report_to_stands_above_them_in_a_frame_of_its_own(self) -> None:
        lost, low = body("Lost Board", orphan=True), body("Low Group")

        chart = drawn(Subgraph((lost, low), (line(low, lost),)))

        assert [texts(frame) for frame in groups(chart, "orphans")] == [["No line upward stated"]]
        assert place(card(chart, lost.id)).bottom < place(card(chart, low.id)).top

    def test_no_frame_where_every_body_has_a_line_upward(self) -> None:
        low, high = body("Low Group"), body("High Board")

        assert groups(drawn(Subgraph((low, high), (line(low, high),))), "orphans") == []


class TestPage:
    def test_it_says_what_it_is_as_at_which_day_and_from_how_many_papers(self) -> None:
        assert texts(drawn(harrowmere()))[:2] == ["Harrowmere", "As at 10 December 2013 · as loaded from 4 papers"]

    @pytest.mark.parametrize(("as_at", "words"), [("2013", "As at 2013 ·"), ("2013-09", "As at September 2013 ·")])
    def test_a_date_is_as_exact_as_it_was_given(self, as_at: str, words: str) -> None:
        assert texts(drawn(harrowmere(), as_at=as_at))[1].startswith(words)

    def test_it_says_how_many_bodies_are_left_out(self) -> None:
        assert texts(drawn(harrowmere(), hidden=1))[1].endswith("· 1 more body is not shown")
        assert texts(drawn(harrowmere(), hidden=7))[1].endswith("· 7 more bodies are not shown")

    def test_the_legend_names_every_kind_of_line_and_card(self) -> None:
        (legend,) = groups(drawn(harrowmere()), "legend")

        assert texts(legend) == [
            "reports to",
            "part of, supports",
            "proposed, not in place",
            "oversees, scrutinises",
            "part of a finding",
            "body with a finding",
            "no line upward stated",
        ]

    def test_it_has_a_title_and_a_description_that_tells_every_line(self) -> None:
        chart = drawn(harrowmere())

        title, description = chart.find(f"{SVG}title"), chart.find(f"{SVG}desc")

        assert title is not None
        assert title.text == "Harrowmere"
        assert description is not None
        assert "Silver Group reports to Exploitation Sub Group, 6-weekly." in str(description.text)
        assert "No line upward stated: Missing Children Panel." in str(description.text)

    def test_a_view_without_bodies_is_a_small_picture_that_says_so(self) -> None:
        chart = drawn(Subgraph())

        assert "No body to show: the papers loaded name none here." in texts(chart)
        assert float(chart.get("height") or "0") < 300

    def test_nothing_stands_outside_the_picture(self) -> None:
        chart = drawn(county(60))
        width, height = (float(chart.get(side) or "0") for side in ("width", "height"))

        for element in chart.iter(f"{SVG}rect"):
            spot = rectangle(element)
            assert spot.left >= 0
            assert spot.top >= 0
            assert spot.right <= width
            assert spot.bottom <= height

    def test_the_same_view_in_another_order_gives_the_same_picture(self) -> None:
        view = harrowmere()
        turned = Subgraph(view.nodes[::-1], view.relationships[::-1])

        pictures = {structure_svg(v, title="H", as_at="2013", papers=1) for v in (view, turned)}

        assert len(pictures) == 1

    def test_more_bodies_than_one_can_read_are_refused_with_what_to_do(self) -> None:
        crowd = Subgraph(tuple(body(f"Board {number}") for number in range(MOST + 1)))

        with pytest.raises(
            AnswerableError, match=r"301 bodies are more than one chart can show \(300\)\. Open one body"
        ):
            drawn(crowd)

    def test_a_layout_that_takes_too_long_is_refused_with_its_size_and_what_to_do(self) -> None:
        with pytest.raises(AnswerableError, match=r"layout of 12 bodies and 14 lines took longer .* Open one body"):
            drawn(harrowmere(), timeout=0.00001)


class TestText:
    def test_markup_in_a_name_is_text(self) -> None:
        hostile = body(HOSTILE, HOSTILE, chair=HOSTILE, badges=[HOSTILE])
        other = body("Other Board")
        joined = line(hostile, other, cadence=HOSTILE)

        chart = drawn(Subgraph((hostile, other), (joined,)), title=HOSTILE)

        assert " ".join(HOSTILE.split()) in str(card(chart, hostile.id).get("aria-label"))
        known = {"svg", "title", "desc", "style", "g", "rect", "path", "polygon", "text"}
        assert {element.tag.removeprefix(SVG) for element in chart.iter()} == known

    def test_signs_that_xml_cannot_hold_are_dropped(self) -> None:
        odd = body("Odd\x00 Bo\x1bard\ufffe \ud800 of\u202e Review")

        assert [name.text for name in groups(drawn(Subgraph((odd,))), "name")] == ["Odd Board of Review"]

    def test_it_fetches_nothing_runs_nothing_and_shares_no_ids(self) -> None:
        svg = structure_svg(harrowmere(), title="Harrowmere", as_at=None, papers=4)

        assert re.findall(r"https?://[^\"<]*", svg) == ["http://www.w3.org/2000/svg"]
        assert not re.search(r"url\(|@import|<script|\shref=|\son\w+=|<!|\sid=", svg)

    def test_no_colour_rests_on_custom_properties_alone(self) -> None:
        for element in drawn(harrowmere()).iter():
            if element.tag in (f"{SVG}text", f"{SVG}rect"):
                assert re.fullmatch(r"none|#[0-9A-F]{6}", element.get("fill") or "")

    def test_a_program_that_knows_no_custom_properties_still_reads_it(self) -> None:
        svg = structure_svg(harrowmere(), title="Harrowmere", as_at=None, papers=4)

        outside = ElementTree.fromstring(svg)
        for style in outside.findall(f"{SVG}style"):
            unguarded = re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}", "", style.text or "")
            assert "var(" not in unguarded
