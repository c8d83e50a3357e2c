"""The labels of lists of who was there: "Present:-", "Members absent", "Apologies … received from", "OFFICIALS:"."""

from __future__ import annotations

import re

from graph.model import Block
from loaders.layouts import entries
from loaders.paper import Paper

_WHO = (
    r"(?:(?:also|those|members?|councill?ors?|officers?|officials?|others?|staff|board|committee|commission|council|"
    r"group|persons?|people|trustees|"
    r"commissioners|supervisors|alderm[ae]n|selectmen|delegates|partners|invitees|presenters|city|town|executive|"
    r"company|"
    r"directors|governors|advisers?|observers?|guests?|non-members?|voting|co-opted|elected|independent|and|the|"
    r"attendance)[\s/]+){0,4}"
)
_ANYONE = rf"(?:{_WHO}|(?:[\w’'&.-]+,?[\s/]+){{1,7}}(?=[^\s:;.]+[\s*_]*:))"
"""Whoever a label says was there: any words where a colon shows it to be one."""
_LABEL = re.compile(
    rf"(?:(?P<present>{_ANYONE}(?:were\s+)?(?:present|in attendance|attendees|attendance|attending|attended|"
    r"participants|participating|sederunt|answering)"
    r"(?P<chair>\s+in the chair)?(?:\s+(?:members?|councill?ors|commissioners|trustees|directors|at the meeting|"
    r"at roll call|were|was|included?|by invitation|remotely|online|via \w+|"
    r"by (?:tele)?phone))*)"
    r"|(?P<apologies>(?:apolog(?:y|ies)(?:\s+(?:for|of|and|non-?attendance|absence|absences|inability|to attend|"
    r"lateness|were|was|had|have|has|"
    r"been|duly|also|received|noted|accepted|given|submitted|tendered|recorded|sent|presented|intimated|offered|from|by|"
    r"on behalf of))*)|(?:(?:members?|board|committee|councillors?|trustees)\s+)?"
    r"(?:absent\s+with\s+apolog(?:y|ies)|excused|sent\s+apologies|regrets))"
    rf"|(?P<away>{_ANYONE}(?:absent|not\s+(?:present|invited|required|attending|here)|not\s+in\s+attendance|did\s+not\s+attend|unable\s+to\s+attend|on\s+(?:approved\s+)?leave(?:\s+of\s+absence)?)"
    r"(?:\s+members)?))"
    r"(?P<mark>[\s*_]*[:;.–—-]+[\s*_:–—-]*|\s*(?:\n|$)|\s+(?=\S))",
    re.IGNORECASE,
)
_PROSE_BEFORE = re.compile(r"\b(?:that|who|which|if|quorum|not|no|is|was|has|had)\b", re.IGNORECASE)
"""What a label of many words never has before "present:"."""
_DENIAL = re.compile(r"\b(?:did\s+)?not\s+(?=(?:in\s+)?\w+$)", re.IGNORECASE)
"""The "not" of a label that is all of it: "Not invited"."""
_INSIDE = re.compile(
    r"(?:^|\n|[.;]\s+|\s(?=(?:(?:Members|Councill?ors|Also|Staff|Board) )?(?:Present|PRESENT|Absent|ABSENT|"
    r"In Attendance|IN ATTENDANCE)(?: Members)?\s*:))[\s*_]*(?P<label>(?:chairs?|scribes?|facilitator)"
    r"(?=[*_]*\s*\n)|(?:clerk|secretary|minutes|"
    r"minute taker)(?=\s*[:–])|(?:also |in |members |councillors |officers |staff |board members )?"
    r"(?:present|(?:in )?attendance|apologies|absent|excused|regrets|"
    r"not (?:invited|present|attending|in attendance))\b)",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"\b(?:members?|nominations?|representatives?|nominees|officials?|officers?|staff|others?|observers?|"
    r"advis[eo]rs|guests?|public|press|"
    r"phone|remote(?:ly)?|online|councillors?|council|presenters?|speakers?|secretariat|police|partners?|agencies|"
    r"invited|visitors|chair\w*)\b",
    re.IGNORECASE,
)  # fmt: skip
REOPENS = re.compile(r"\b(?:invited|attend\w*|observers?|guests?)\b", re.IGNORECASE)
"""What the label of a group says where it comes after the apologies and is of people who came."""
OF_THE_PUBLIC = re.compile(r"\b(?:public|press|residents|parishioners|electors|audience)\b", re.IGNORECASE)
"""Labels of those whose names are nobody's business here."""
OFFICE = re.compile(
    r"[\s*_]*(?P<office>(?:co-?)?chair(?:man|person|s)?|facilitators?|moderators?|hosts?|scribes?|note[- ]?takers?|"
    r"minute[- ]?takers?|recorders?|secretary|clerk)[*_]*\s*\n[\s*_]*(?=[A-Z])",
    re.IGNORECASE,
)
"""Who led or wrote the minutes, on the line below what they did: "Chair" over "Jo Marsh"."""
_SENT_APOLOGIES = re.compile(r"(?:(?:with|sent|gave|given)\s+)?(?:apolog\w*|apols?|excused|regrets)\b", re.IGNORECASE)
_NOT_THERE = re.compile(
    r"(?:was\s+|were\s+)?(?:absent|away|on\s+leave|sick|not\s+(?:present|there|attending|in\s+attendance|invited)|"
    r"did\s+not\s+attend|(?:was\s+)?unable\s+to\s+attend|no\s+show)\b(?!\s+(?:for|from|during|until|at)\b)",
    re.IGNORECASE,
)
_NO_MEMBER = re.compile(r"(?:was\s+|is\s+)?not\s+(?:an?\s+)?(?:member|elected)\b", re.IGNORECASE)
CLERK = re.compile(r"(?P<office>clerk|secretary|minutes|minute taker)[*_]*\s*[:–][\s*_]*(?=[A-Z])", re.IGNORECASE)
"""Who wrote the minutes, in the middle of a list: "… 4 members of the public. Clerk: Mrs L. Tranter"."""


def denied(notes: list[str], label: str) -> str | None:
    """What notes beside the name of one present make of that: "apologies", "away"; None where they let it be."""
    for words in notes:
        if _SENT_APOLOGIES.match(words):
            return "apologies"
        if _NOT_THERE.match(words):
            return "away"
        if _NO_MEMBER.match(words) and not re.search(r"\b(?:also|attend\w*)\b", label, re.IGNORECASE):
            return "away"
    return None


_AWAY = re.compile(r"a|ap|apols?|apolog\w+|absent|ab|abs|n|no|0|[-–—✗✘×]+", re.IGNORECASE)
"""A cell behind a name that says of its meeting that the person was not there."""


def all_away(cells: list[str]) -> bool:
    """Whether the cells behind a name in a row under "Attendance" say, one and all, that its person was not there."""
    marks = [words for words in cells if words]
    return bool(marks) and all(_AWAY.fullmatch(words) for words in marks)


def pieces(paper: Paper, block: Block, open_list: bool) -> list[tuple[int, int, str | None, str]]:
    """The stretches of a block with the label that opens each: (start, end, "present" | "apologies" | None, label)."""
    text = paper.text
    starts = [block.start]
    first = label_at(paper, block.start, block.end, block.kind)
    starts += [
        block.start + m.start("label")
        for m in _INSIDE.finditer(text[block.start : block.end])
        if m.start("label") > 0 and (first is None or block.start + m.start("label") >= first.end())
    ]
    result: list[tuple[int, int, str | None, str]] = []
    for start, stop in zip(starts, [*starts[1:], block.end], strict=True):
        found = label_at(paper, start, stop, block.kind)
        if found is None:
            if start != block.start and (CLERK.match(text, start, stop) or OFFICE.match(text, start, stop)):
                result.append((start, stop, None, ""))
            elif result and start != block.start:
                result[-1] = (result[-1][0], stop, *result[-1][2:])
            elif start == block.start and (open_list or len(starts) > 1):
                result.append((start, stop, None, ""))
            continue
        mode = "away" if found.group("away") else "present" if found.group("present") else "apologies"
        words = paper.words(start, found.start("mark"))
        result.append((found.end(), stop, mode, words))
    return result


def label_at(paper: Paper, start: int, end: int, kind: str) -> re.Match[str] | None:
    """The label with which text[start:end], of a block of this kind, begins; None where it begins with none."""
    text = paper.text
    lead = re.compile(r"(?:<[^>]+>|[\s*_])*").match(text, start, end)
    found = _LABEL.match(text, lead.end() if lead else start, end)
    if found is None or _PROSE_BEFORE.search(found.group("present") or _DENIAL.sub("", found.group("away") or "")):
        return None
    mark, rest = found.group("mark"), text[found.end() : end]
    if not rest.strip() or "\n" in mark or re.search(r"[:–—-]", mark) or kind == "heading":
        return found
    if found.group("apologies") and re.search(r"\b(?:from|by|of)$", found.group("apologies"), re.IGNORECASE):
        return found
    if next(entries.people_at(paper, found.end(), end, False), None):
        return found
    if not text[found.end()].isupper():
        return None
    listed = entries.entries(paper, found.end(), min(end, found.end() + 120), addressed=True)
    return found if listed and listed[0].person is not None and listed[0].start - found.end() < 3 else None


def of_group(paper: Paper, block: Block, index: int) -> tuple[str, int] | None:
    """The label of a group inside a list and where its entries begin: "OFFICIALS:" , "On the phone: Jo Marsh"."""
    text = paper.text
    if block.kind == "field":
        words = paper.words(*block.cells[0])
        return (words, block.cells[1][0]) if GROUP.search(words) and len(words.split()) < 7 else None
    words = paper.words(block.start, block.end)
    if block.kind == "heading" and not block.number and len(words.split()) < 7:
        following = paper.blocks[index + 1 : index + 2]
        if (GROUP.search(words) or text[block.start : block.end].rstrip("* ").endswith(":")) and following:
            return words, block.end
    return None
