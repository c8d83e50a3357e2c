"""What an entry says of its person besides being listed: whom they chair, which post they hold, for whom they come."""

from __future__ import annotations

import re

from graph.model import Modality
from loaders import terms
from loaders.layouts.entries import NOBODY, PUBLIC, RANK, Entry, Stretch, roles_of
from loaders.names import posts
from loaders.paper import Named, Paper

CHAIR = re.compile(
    r"(?<![\w-])(?:(?P<vice>vice|deputy|assistant)[\s-]*|(?P<co>joint|co)[\s-]*|(?P<kind>independent|interim|"
    r"acting)\s+)?"
    r"(?:chair(?:man|person|woman)?|convenor|convener|cathaoirleach)(?![\w-]|[’']s)",
    re.IGNORECASE,
)
_NO_ORGANISATION = re.compile(
    r"\b(?:ward|labour|conservative|liberal|democrats?|green party|resident|retired|minutes?|item|part|from|until|"
    r"left|arrived|"
    r"page|am|pm|present|apolog\w+|chair\w*|public|press|january|february|march|april|may|june|july|august|"
    r"september|october|"
    r"november|december)\b|\d",
    re.IGNORECASE,
)


_PAST = re.compile(r"(?:the\s+)?(?:former(?:ly)?|past|previous(?:ly)?|outgoing|ex(?=-))[\s-]+(?=\w)", re.IGNORECASE)
"""What stands before an office that somebody no longer holds."""
_CHAIR_IN_BRACKETS = re.compile(
    r"\s*[([]\s*(?P<role>(?:(?:joint|co|vice|deputy|acting|interim|independent)[\s-]+){0,2}"
    r"(?:chair(?:man|person|woman)?|convenor|convener))\s*[)\]]\s*$",
    re.IGNORECASE,
)
"""The chair of the list's body behind an organisation or post: "Harrowmere College (Chair)"."""


_DEPARTMENT = re.compile(
    r"\b(?:services?|children|adults|families|housing|planning|finance|education|health|safeguarding|directorate|division|"
    r"department|resources|environment|communities|regeneration|skills|place|people|highways|transport|legal|care|"
    r"development|operations|policy|communications|strategy|commissioning|north|south|east|west|central)\b",
    re.IGNORECASE,
)
"""Words that a part of an organisation has more often than the organisation's own name."""


_WHOSE = re.compile(r"\b\w+[’']s?\s(?=(?:Office|Department|Association|Bureau)\b)", re.IGNORECASE)
"""Whose an organisation is: the sheriff of "Sheriff's Office" is nobody's post."""
_TIER = re.compile(r"(County|District|Borough|City) (?:Councillor|Cllr)", re.IGNORECASE)


def chair_role(words: str) -> str | None:
    """The role of a chair that `words` are: chair, vice-chair, co-chair, independent chair; None if they are none."""
    found = CHAIR.search(words)
    if not found or re.search(r"\b(?:past|former|previous|outgoing|ex)\b", words[: found.start()], re.IGNORECASE):
        return None
    if found.group("vice"):
        return "vice-chair"
    if found.group("co"):
        return "co-chair"
    return "independent chair" if (found.group("kind") or "").lower() == "independent" else "chair"


def describe(paper: Paper, entry: Entry, owner: Named | None, rule: str, modality: Modality = "asserted") -> None:
    """State what an entry says of its person besides being there: chair, post, organisation."""
    if entry.person is None:
        return
    tier = re.match(r"(County|District|Borough|City)\s+(?:Councillor|Cllr)", entry.title or "", re.IGNORECASE)
    if tier and (owner is None or tier.group(1).lower() not in owner.name.lower()):
        post = paper.entities.post(f"{tier.group(1).title()} Councillor")
        paper.state(entry.person, "HOLDS_POST", post, entry.start, entry.end, rule)
    for start, end in roles_of(paper, entry):
        hold(paper, entry.person, start, end, owner, (entry.start, entry.end), rule, modality, entry.group)


def hold(
    paper: Paper,
    person: Named,
    start: int,
    end: int,
    owner: Named | None,
    span: Stretch,
    rule: str,
    modality: Modality = "asserted",
    group: Named | None = None,
) -> None:
    """State the post, chair or organisation that text[start:end] gives a person.

    `owner` is the body listed; `group` the organisation under whose name the person stands, whose post it then is.
    """
    if behalf := re.compile(r"\s+on behalf of\s").search(paper.text, start, end):
        end = behalf.start()
    if in_brackets := _CHAIR_IN_BRACKETS.search(paper.text, start, end):
        own = chair_role(in_brackets.group("role"))
        paper.state(person, "CHAIRS", owner, *span, rule, modality, role=own)
        end = in_brackets.start()
        if end - start < 2:
            return
    if past := _PAST.match(paper.text, start, end):
        start, modality = past.end(), "historical"
    if (ending := terms.at_end(paper.text, start, end, paper.date_at(start))) is not None:
        end = start + len(paper.text[start : ending[0]].rstrip(" ,–—-"))
        modality = ending[1].modality if ending[1].modality == "historical" else modality
    words = paper.words(start, end)
    if (
        RANK.fullmatch(f"{words.rstrip('.')}. ")
        or NOBODY.match(words)
        or PUBLIC.search(words)
        or (re.fullmatch(r"[A-Z]{2,3}", words) and _initials(person.name, words))
    ):
        return
    role = chair_role(words.split(",")[0])
    if role:
        paper.state(person, "CHAIRS", chaired(paper, start, end, owner), *span, rule, modality, role=role)
        return
    if posts.ROLE_WORD.search(_WHOSE.sub("", words)):
        tier = _TIER.fullmatch(words)
        if tier and (owner is None or tier.group(1).lower() not in owner.name.lower()):
            paper.state(person, "HOLDS_POST", paper.entities.post(words), *span, rule, modality)
            return
        if re.fullmatch(
            r"(?:\w+[\s-]){0,2}(?:members?|observers?|councillors?)(?: of the (?:public|committee|board))?",
            words,
            re.IGNORECASE,
        ):
            return
        body = next((m.named for m in paper.mentions_in(start, end, "Body", inner=True) if m.start > start), None)
        council = re.compile(r"\b(?:the\s+)?(?:Full\s+)?Council$").search(paper.text, start, end)
        if body is None and council:
            body = paper.refer(*council.span())
        stop, employer = _organisation_behind(paper, start, end) if body is None else (end, None)
        post = paper.post_at(start, stop, body or employer or group)
        if post is not None:
            status = posts.status(words)
            paper.state(person, "HOLDS_POST", post, *span, rule, modality, body=post.body, status=status)
        return
    organisation = last_named(paper, start, end) or paper.body_at(start, end)
    if organisation is None and not _NO_ORGANISATION.search(words) and _names_an_organisation(words):
        organisation = paper.organisation_at(start, end)
    if organisation is not None and organisation is not owner:
        paper.state(person, "MEMBER_OF", organisation, *span, rule, modality, role="affiliation")


def _organisation_behind(paper: Paper, start: int, end: int) -> tuple[int, Named | None]:
    """Where a post ends and whose it is: "Chief Executive, Harrowmere Chamber of Commerce" names the chamber last."""
    comma = max(paper.text.rfind(",", start, end), paper.text.rfind("\n", start, end))
    words = paper.words(comma + 1, end) if comma > start else ""
    if len(words.split()) < 2 or posts.ROLE_WORD.search(words) or not _names_an_organisation(words):
        return end, None
    if _NO_ORGANISATION.search(words) or _DEPARTMENT.search(words):
        return end, None
    return comma, paper.organisation_at(comma + 1, end)


_PLAIN = re.compile(
    r"(?:(?:the|an?|current|new|acting|interim|temporary|independent|elected|lay|joint|non-executive|board|committee|group|"
    r"sub-?\s?group|panel|forum|council|partnership|commission|trust|team|meeting|council’s|our|its|as)\s*)*",
    re.IGNORECASE,
)
"""What may stand before "chair" where it is the chair of the list's own body: not "doctoral studies chair"."""


def last_named(paper: Paper, start: int, end: int) -> Named | None:
    """The body that is named last, after a comma: "Information Technology, City University Health Board"."""
    named = paper.mentions_in(start, end, "Body")
    if named and named[-1].end >= end - 1 and paper.text[start : named[-1].start].rstrip().endswith(","):
        return named[-1].named
    return None


def chaired(paper: Paper, start: int, end: int, owner: Named | None) -> Named | None:
    """The body that a chair's post in text[start:end] names ("Independent Chair of the Adults Board"), else `owner`."""
    named = [m.named for m in paper.mentions_in(start, end, "Body", inner=True)]
    if named:
        return named[0]
    words = paper.words(start, end)
    rest = CHAIR.split(words)[-1].strip(" ,.()-–")
    if not rest or re.fullmatch(r"in the|of the meeting", rest):
        found = CHAIR.search(words)
        before = re.split(r"\band\b|&|[,/]", words[: found.start()] if found else "")[-1]
        return owner if not before.strip() or _PLAIN.fullmatch(before.strip(" -–(")) else None
    reference = re.compile(r"\bthe\s+[A-Z][\w -]*$").search(paper.text, start, end)
    own = rest.lower().removeprefix("of the ")
    if owner is not None and reference and own != rest.lower() and owner.name.lower().endswith(f" {own}"):
        return owner
    return paper.refer(*reference.span()) if reference else None


def _names_an_organisation(words: str) -> bool:
    listed = words.split()
    if len(listed) == 1:
        return bool(re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z@][\w&@]*|\w+@\w+", words)) and len(words) > 3
    return 1 < len(listed) < 9 and all(
        w[0].isupper() or w.lower() in ("of", "and", "for", "the", "&", "in") for w in listed
    )


def _initials(name: str, letters: str) -> bool:
    return [w[0] for w in re.findall(r"[A-Z]\w*", name)][: len(letters)] == list(letters) or name[:1] == letters[:1]


def body_near(paper: Paper, offset: int) -> Named | None:
    """The body that an office without one is in: by the nearest heading that names one, else the part's own."""
    for heading in reversed(paper.section_of(paper.block_at(offset))):
        block = paper.blocks[heading]
        found = {m.named for m in paper.mentions_in(block.start, block.end, "Body")}
        if len(found) == 1:
            return next(iter(found))
    return paper.owner_at(offset)
