"""Bodies that a paper names in small letters: "the board of trustees", "the finance committee".

Only after "the" or the like, or with a line to themselves, and only with the topics that committees have everywhere:
"the relevant committee" names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.names.bodies import BodyName, clean, kind_of

_MEMBERS = (
    "directors|trustees|governors|management|selectmen|supervisors|commissioners|regents|visitors|education|elders|"
    "deacons|managers"
)
_TOPIC = (
    r"(?:academic|accreditation|admissions|advisory|allotments?|appeals|appointments|assets|audit|awards|buildings?|bylaws|"
    r"bye-laws|cemetery|ceremonies|clinical|communications?|community|compliance|conduct|conference|constitution|"
    r"content|curriculum|data|development|disciplinary|diversity|documentation|editorial|education|elections?|"
    r"emergency|engagement|environment|equality|estates|ethics|events|executive|facilities|finance|financial|footpaths|"
    r"fundraising|general\s+purposes|governance|grants|grievance|health|heritage|housing|inclusion|infrastructure|"
    r"insurance|investments?|legal|legislative|library|licensing|maintenance|marketing|media|membership|museum|"
    r"nominations?|nominating|outreach|parking|pensions?|performance|personnel|planning|policy|premises|"
    r"privacy|programmes?|program|property|publications?|publicity|quality|recreation|recruitment|remuneration|"
    r"research|resources|risk|safeguarding|safety|scholarships?|science|scientific|scrutiny|security|selection|"
    r"social|sponsorship|staffing|standards|strategy|student|sustainability|teaching|technical|technology|testing|"
    r"tournament|traffic|training|transport|volunteers?|web|website|welfare|youth)"
)
_NAME = (
    rf"(?:board\s+of\s+(?:{_MEMBERS})|{_TOPIC}(?:(?:,\s+{_TOPIC})*,?\s+(?:and|&)\s+{_TOPIC}|\s+(?:steering|advisory|"
    r"review|working))?\s+(?:sub-?\s?committee|committee|working\s+group|working\s+party|working\s+team|sub-?\s?group|"
    r"task\s?force|steering\s+group))"
)
_AFTER_ARTICLE = re.compile(rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\s+(?P<name>{_NAME})(?![\w’-])")
_EXPLAINED = re.compile(
    rf"\b[Aa]n?\s+(?P<name>{_NAME})(?=\s+\((?:the|[“\"‘']|hereinafter)\s?[^)\n]{{2,40}}\))", re.IGNORECASE
)
_HEADS = ("ommittee", "orking", "ub-group", "ubgroup", "ub group", "oard of", "ask force", "askforce", "teering group")


def find(text: str, start: int, end: int) -> Iterator[BodyName]:
    """The bodies named in small letters in text[start:end], in order."""
    if not any(text.find(head, start, end) >= 0 for head in _HEADS):
        return
    for pattern in (_AFTER_ARTICLE, _EXPLAINED):
        for found in pattern.finditer(text, start, end):
            name = clean(found.group("name"))
            if name[0].islower() and (kind := kind_of(name)):
                yield BodyName(*found.span("name"), name, kind, definite=True)
