"""The sheet register: one row one statement, its evidence the row; what is wrong is reported together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Extraction
from graph.vocabulary import check_statement
from loaders.registers.sheet import read_sheet

HEADER = (
    "subject,subject_label,predicate,object,object_label,modality,since,cadence,role,"
    "source_title,source_date,source_place,note"
)
LINE = "Sub Group,Body,REPORTS_TO,Board,Body,,,quarterly,,Terms of reference,2013-06-04,section 2,"


Read = Callable[..., tuple[Extraction, list[str]]]


@pytest.fixture
def sheet(tmp_path: Path) -> Read:
    """Write a sheet of these lines and read it."""

    def read(*lines: str, encoding: str = "utf-8", end: str = "\n") -> tuple[Extraction, list[str]]:
        path = tmp_path / "lines.csv"
        path.write_bytes(end.join(lines).encode(encoding))
        return read_sheet(path, "lines.csv")

    return read


def test_a_row_is_one_statement_with_the_row_as_its_evidence(sheet: Read) -> None:
    extraction, problems = sheet(HEADER, LINE)
    (statement,) = extraction.statements
    assert problems == []
    assert (statement.subject.name, statement.predicate, statement.object.name) == ("Sub Group", "REPORTS_TO", "Board")
    assert statement.modality == "asserted"
    assert statement.qualifiers == {"cadence": "quarterly", "basis": "Terms of reference, section 2"}
    assert (statement.reported_on, statement.rule) == ("2013-06-04", "register:sheet")
    assert statement.span.quote == LINE
    assert extraction.document.text[statement.span.start : statement.span.end] == LINE
    check_statement(statement)


def test_every_quote_is_the_text_at_its_place_whatever_the_line_ends_and_quotation_marks(sheet: Read) -> None:
    quoted = '"Sub Group, the",Body,REPORTS_TO,"The ""Board""",Body,,,,,"Minutes\nof June",2013-06-04,,'
    for end in ("\n", "\r\n", "\r"):
        extraction, problems = sheet("\ufeff" + HEADER, LINE, "", quoted, LINE.replace("Board", "Council"), end=end)
        assert problems == []
        text = extraction.document.text
        assert all(text[s.span.start : s.span.end] == s.span.quote for s in extraction.statements)
        assert [s.object.name for s in extraction.statements] == ["Board", 'The "Board"', "Council"]
        assert extraction.statements[1].qualifiers["basis"] == "Minutes\nof June"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_sheet_saved_with_semicolons_or_tabs_says_the_same(sheet: Read, delimiter: str) -> None:
    extraction, problems = sheet(HEADER.replace(",", delimiter), LINE.replace(",", delimiter))
    assert problems == []
    assert [s.object.name for s in extraction.statements] == ["Board"]


def test_words_and_dates_count_as_people_and_spreadsheets_write_them(sheet: Read) -> None:
    extraction, problems = sheet(
        HEADER, "R. Mensah,person,Chairs,Board,BODY,Historical,1 September 2013,,,Minutes,19/09/2013,,"
    )
    (statement,) = extraction.statements
    assert problems == []
    assert (statement.predicate, statement.modality, statement.subject.label) == ("CHAIRS", "historical", "Person")
    assert (statement.qualifiers["since"], statement.reported_on) == ("2013-09-01", "2013-09-19")


def test_all_that_is_wrong_is_reported_with_row_and_column_and_the_good_rows_count(sheet: Read) -> None:
    extraction, problems = sheet(
        HEADER,
        LINE,
        "Sub Group,Body,REPORT_TO,Board,Boddy,,,,,Terms,2013,,",
        ",Body,CHAIRS,Plan,Instrument,,2013-13,quarterly,,,2013,,",
        LINE + ",left over",
        '"Sub Group,Body,REPORTS_TO,Board,Body,,,,,Terms,2013,,',
        LINE.replace("Board", "Council"),
    )
    assert [s.object.name for s in extraction.statements] == ["Board", "Council"]
    assert [p.split(":")[0] for p in problems] == [
        "row 3, column object_label",
        "row 3, column predicate",
        "row 4, column subject",
        "row 4, column source_title",
        "row 4, column since",
        "row 4, column object_label",
        "row 4, column cadence",
        "row 5, column the last",
        "row 6",
    ]
    assert "'REPORT_TO' is none of REPORTS_TO, PART_OF" in problems[1]
    assert "not at Instrument" in problems[5]


def test_an_end_before_the_beginning_is_refused(sheet: Read) -> None:
    header = HEADER.replace("cadence", "until")
    with pytest.raises(DocumentError) as caught:
        sheet(header, "A,Body,PART_OF,B,Body,,2014,2013,,Minutes,2014,,")
    assert caught.value.problems == ["row 2, column until: 2013 is before 2014 in column since"]


def test_what_is_no_sheet_is_told_which_columns_it_lacks(sheet: Read) -> None:
    with pytest.raises(
        DocumentError, match="lacks the columns subject_label, predicate, object_label, source_title"
    ) as caught:
        sheet("subject,object,amount", "a,b,1")
    assert "since" in caught.value.remedy


def test_a_column_that_stands_twice_is_refused(sheet: Read) -> None:
    with pytest.raises(DocumentError, match="the columns role stand there more than once"):
        sheet(HEADER + ",role", LINE)


def test_a_misspelt_column_is_reported_and_the_rows_are_read(sheet: Read) -> None:
    extraction, problems = sheet(HEADER.replace("cadence", "cadense"), LINE)
    assert len(extraction.statements) == 1
    assert "cadence" not in extraction.statements[0].qualifiers
    assert problems[0].startswith("row 1: no column is called 'cadense'")


@pytest.mark.parametrize("lines", [("",), (HEADER,)])
def test_an_empty_sheet_is_an_error_not_an_empty_result(sheet: Read, lines: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError):
        sheet(*lines)


def test_what_any_row_says_of_an_entity_counts_wherever_it_is_named(sheet: Read) -> None:
    header = (
        "subject,subject_label,subject_kind,subject_place,subject_aliases,"
        "predicate,object,object_label,object_body,source_title"
    )
    extraction, problems = sheet(
        header,
        "LSCB,Body,,,,PART_OF,Council,Body,,Report",
        "LSCB,Body,board,Harrow Mere,Safeguarding Board; HSCB,PART_OF,Partnership,Body,,Report",
        "A. Person,Person,,,,HOLDS_POST,Chair,Post,LSCB,Report",
        "A. Person,Person,,,,HOLDS_POST,Chair,Post,Council,Report",
    )
    assert problems == []
    first = extraction.statements[0].subject
    assert (first.kind, first.aliases, first.attributes) == (
        "board",
        ("Safeguarding Board", "HSCB"),
        {"place": "harrow-mere"},
    )
    assert first in extraction.entities
    posts = [s.object for s in extraction.statements[2:]]
    assert [p.attributes["body"] for p in posts] == ["LSCB", "Council"]
    assert posts[0].id != posts[1].id


def test_reading_twice_gives_the_same_ids(sheet: Read) -> None:
    assert sheet(HEADER, LINE)[0].statements == sheet(HEADER, LINE)[0].statements


def test_a_missing_file_is_a_document_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.csv: it can't be opened"):
        read_sheet(tmp_path / "gone.csv", "gone.csv")
