"""What an entry says of its person besides being listed: whom they chair, which post they hold, for whom they come."""

from __future__ import annotations

import re

from graph.model import Modality
from loaders.layouts.entries import NOBODY, PUBLIC, Entry, Stretch, roles_of
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
        hold(paper, entry.person, start, end, owner, (entry.start, entry.end), rule, modality)


def hold(
    paper: Paper,
    person: Named,
    start: int,
    end: int,
    owner: Named | None,
    span: Stretch,
    rule: str,
    modality: Modality = "asserted",
) -> None:
    """State the post, chair or organisation that text[start:end] gives a person; `owner` is the body listed."""
    if behalf := re.compile(r"\s+on behalf of\s").search(paper.text, start, end):
        end = behalf.start()
    words = paper.words(start, end)
    if (
        NOBODY.match(words)
        or PUBLIC.search(words)
        or (re.fullmatch(r"[A-Z]{2,3}", words) and _initials(person.name, words))
    ):
        return
    role = chair_role(words.split(",")[0])
    if role:
        paper.state(person, "CHAIRS", chaired(paper, start, end, owner), *span, rule, modality, role=role)
        return
    if posts.ROLE_WORD.search(words):
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
        post = paper.post_at(start, end, body)
        if post is not None:
            status = posts.status(words)
            paper.state(person, "HOLDS_POST", post, *span, rule, modality, body=post.body, status=status)
        return
    organisation = last_named(paper, start, end) or paper.body_at(start, end)
    if organisation is None and not _NO_ORGANISATION.search(words) and _names_an_organisation(words):
        organisation = paper.organisation_at(start, end)
    if organisation is not None and organisation is not owner:
        paper.state(person, "MEMBER_OF", organisation, *span, rule, modality, role="affiliation")


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
        return owner
    reference = re.compile(r"\bthe\s+[A-Z][\w -]*$").search(paper.text, start, end)
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
