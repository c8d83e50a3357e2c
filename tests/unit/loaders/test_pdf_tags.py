"""A tagged PDF is read by its tags where they tell more than the look of the page, and by its look where they don't."""

from __future__ import annotations

from loaders.readers import pdf
from tests.unit.loaders.printing import Element, tagged


def read(*elements: Element) -> list[tuple[str, int | None, str | None, str]]:
    text, blocks, _ = pdf.read(tagged(*elements), "paper.pdf")
    return [
        (b.kind, b.level, b.number, " | ".join(text[x:y] for x, y in b.cells) if b.cells else text[b.start : b.end])
        for b in blocks
    ]


def test_titles_have_the_level_of_their_tag_though_they_look_like_text() -> None:
    assert read(("H1", "The Board"), ("P", "It met in May."), ("H2", "3.1 Chair"), ("P", "Nobody was named.")) == [
        ("heading", 1, None, "The Board"),
        ("paragraph", None, None, "It met in May."),
        ("heading", 2, "3.1", "Chair"),
        ("paragraph", None, None, "Nobody was named."),
    ]


def test_items_have_their_label_and_a_bullet_where_none_is_printed() -> None:
    found = read(
        ("P", "The Group will do what follows."),
        ("L", [("LI", [("Lbl", "1."), ("LBody", "agree the plan")]), ("LI", [("LBody", [("P", "test it")])])]),
    )
    assert found[1:] == [("item", None, "1.", "agree the plan"), ("item", None, None, "test it")]


def test_cells_are_rows_though_no_rule_is_drawn_and_an_empty_one_stays_empty() -> None:
    found = read(
        ("P", "Members"),
        (
            "Table",
            [
                ("TR", [("TH", "Name"), ("TH", "Post"), ("TH", "Body")]),
                ("TR", [("TD", [("P", "R. Mensah"), ("P", "(until May)")]), ("TD", []), ("TD", "HSCB")]),
            ],
        ),
    )
    assert [words for kind, _, _, words in found if kind == "row"] == [
        "Name | Post | Body",
        "R. Mensah\n(until May) |  | HSCB",
    ]


def test_words_parted_by_a_link_are_one_paragraph() -> None:
    found = read(("H1", "Note"), ("P", [("Span", "The Board reports to"), ("Link", "the Cabinet of the Council.")]))
    assert len(found) == 2
    assert " ".join(found[1][3].split()) == "The Board reports to the Cabinet of the Council."


def test_tags_that_say_nothing_but_paragraph_leave_it_to_the_look() -> None:
    assert [kind for kind, *_ in read(("P", "1. Agree the plan"), ("P", "2. Test the plan"))] == ["item", "item"]
