"""Names that stand with a post ("Phil Howe, Director of Human Resources"): who chairs what, who holds which post.

In a row of posts and names the post that stands right before a name is its own. A name over a post on the next line, as
on a title page or under a letter, counts too.
"""

from __future__ import annotations

import re

from graph.model import Block, Modality
from loaders import terms
from loaders.dates import dates
from loaders.entities import Named
from loaders.layouts import offices
from loaders.lines import broken
from loaders.mentions import Mention
from loaders.names import people, posts
from loaders.paper import Paper

_BEFORE = re.compile(r"\s+(?:(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)?")
_BEFORE_COMMA = re.compile(r"\s*(?:,|[–-])\s*(?:(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)?")
_AFTER = re.compile(
    r"\s*(?:,|\(|[–-])\s*(?:currently\s+|now\s+)?(?:the\s+|an?\s+)?(?P<state>(?:new|newly appointed|current|interim|"
    r"acting|former|then)\s+)?",
    re.IGNORECASE,
)
_AS = re.compile(r"\s+(?:as|to be)\s+(?:the\s+|an?\s+|its\s+|our\s+)?(?:new\s+|interim\s+|acting\s+)?")
_GIVEN_POST = re.compile(r"(?P<before>[^.;]*?)\b(?:re-?)?(?:appointed|elected|confirmed|named|designated)\s+$")
"""What comes before a name that then gets a post: "the Board has appointed Mr J. Quill as Clerk"."""
_OPEN = re.compile(r"\b(?:not|never|should|could|would|may|might|if|whether|unless|until|nor|yet)\b", re.IGNORECASE)
_IS = re.compile(
    r"\s+(?P<verb>is|remains|was|will be)\s+(?:currently\s+|now\s+)?"
    r"(?:(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)?"
)
_LINKED = re.compile(
    r"(?:,\s*who)?\s+(?P<verb>is|was|became|remains|took over as|has been|"
    r"(?:was |has been )?(?:re-?)?(?:appointed|elected)(?: as)?)\s+(?:also\s+|now\s+|still\s+)?(?:the\s+|an?\s+)?"
)
"""What links a person to a post: "is also the", "took over as", ", who was"."""
_OF_THE = re.compile(r"\b[Cc]hair(?:man|person|woman)?\s+of\s+(?P<body>[Tt]he\s+[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)")
_WHEN = re.compile(r"\s*,?\s*(?P<word>on|from|since|in|with effect from|until|to)\s+")
_NEXT_NAME = re.compile(r"[^\S\n]+[A-Z][a-zà-ÿ’'-]+(?:\s*[,;.\n]|\s+and\b|\s*$)")
_NO_POST = re.compile(
    rf"[\s*_]*(?:{people.TITLE.pattern}|(?:members|officers|staff|officials|councillors|directors|trustees|governors|others|"
    r"observers|guests|apologies|present|absent|in attendance)\b)",
    re.IGNORECASE,
)
"""How the next of a list begins, or the label of another list: no post of who stands above."""
_TEXT_LINE = re.compile(r"[^\n]*\S[^\n]*")
_IN_WORDS = re.compile(
    r"\b(?:an?|the)\s+(?P<post>(?:interim|acting|new)\s+(?:[a-z’'-]+\s+){0,4}?(?:lead|director|manager|officer|chair|"
    r"chief executive|head|leader|commissioner|adviser|coordinator)"
    r"(?:\s+(?:of|for|within|in)\s+(?:the\s+)?[\w’'&-]+(?:\s+[\w’'&-]+){0,3}?)?)\s*(?:,|\s[–-])\s*"
    r"(?P<name>[A-Z][a-zà-ÿ]+\s+[A-Z][\w’'-]*[a-z])"
)


def read(paper: Paper) -> None:
    """State the posts that names stand with in running text and in title and signature blocks."""
    for index, block in enumerate(paper.blocks):
        if block.kind == "row":
            continue
        if index + 1 < len(paper.blocks):
            _signed(paper, index)
        if "\n" in paper.text[block.start : block.end]:
            _signed_in_one(paper, block)
        for start, end in paper.sentences(index):
            _beside(paper, start, end)
            _in_words(paper, start, end)


def hold(
    paper: Paper,
    person: Named,
    post: Named,
    start: int,
    end: int,
    rule: str,
    modality: Modality = "asserted",
    since: str | None = None,
    until: str | None = None,
) -> None:
    """State that a person holds a post; the holder of a body's chair chairs it."""
    words = post.name
    body = post.body or _chair_of(paper, start, end)
    if posts.CHAIR.search(words) and body is not None and not re.search(r"\bfor\b", words):
        role = posts.CHAIR.search(words)
        assert role is not None
        chair = re.escape(role.group().strip())
        full = re.search(rf"(?:independent\s+|interim\s+|acting\s+)?{chair}", words, re.IGNORECASE)
        named = full.group().lower() if full else None
        paper.state(person, "CHAIRS", body, start, end, rule, modality, role=named, since=since, until=until)
        return
    if posts.CHAIR.fullmatch(words.split()[-1]) and post.body is None:
        return  # of what, the words don't say
    if paper.has_told(person, "HOLDS_POST", start, end):
        return  # a layout read the same words, and more of them
    status = posts.status(words)
    paper.state(
        person, "HOLDS_POST", post, start, end, rule, modality, body=post.body, status=status, since=since, until=until
    )


def _chair_of(paper: Paper, start: int, end: int) -> Named | None:
    """The body meant by "the Board" in "Chair of the Board" between start and end."""
    found = _OF_THE.search(paper.text, start, end)
    return paper.refer(*found.span("body")) if found else None


def _beside(paper: Paper, start: int, end: int) -> None:
    found = paper.mentions_in(start, end, "Person", "Post")
    for i, mention in enumerate(found):
        if mention.named.label != "Person":
            continue
        before = found[i - 1] if i and broken(paper.text, found[i - 1].end, mention.start) is None else None
        after = found[i + 1] if i + 1 < len(found) else None
        if after is not None and broken(paper.text, mention.end, after.start) is not None:
            after = None
        if after and after.named.label == "Post" and (verb := _LINKED.fullmatch(paper.text, mention.end, after.start)):
            _held_by_verb(paper, mention, after, verb.group("verb"), end)
            continue
        if after and after.named.label == "Post" and _AS.fullmatch(paper.text, mention.end, after.start):
            given = _GIVEN_POST.search(paper.text, max(start, mention.start - 60), mention.start)
            if given and not _OPEN.search(given["before"]):
                hold(paper, mention.named, after.named, mention.start, after.end, "cue:appointed-as")
            continue
        if before and before.named.label == "Post" and _IS.fullmatch(paper.text, before.end, mention.start):
            _held_as_said(paper, mention, before)
        elif before and before.named.label == "Post" and _BEFORE.fullmatch(paper.text, before.end, mention.start):
            over = "\n" in paper.text[before.end : mention.start]
            if over and _is_of(paper, found[i - 2] if i > 1 else None, before):
                continue
            hold(paper, mention.named, before.named, before.start, mention.end, "cue:apposition")
        elif after and after.named.label == "Post" and (gap := _AFTER.fullmatch(paper.text, mention.end, after.start)):
            if _leads_on(paper, after, found[i + 2] if i + 2 < len(found) else None):
                continue
            if _NEXT_NAME.match(paper.text, after.end, end):
                continue  # "Mayor Ada Reyes, Mayor Pro Tem Guthrie": the post is the next one's
            former = (gap.group("state") or "").strip().lower() in ("former", "then")
            term = terms.behind(paper.text, after.end, end, paper.date_at(after.end))
            hold(
                paper,
                mention.named,
                after.named,
                mention.start,
                term.end if term else after.end,
                "cue:apposition",
                "historical" if former else term.modality if term else "asserted",
                term and term.since,
                term and term.until,
            )
        elif before and before.named.label == "Post" and _BEFORE_COMMA.fullmatch(paper.text, before.end, mention.start):
            if _is_of(paper, found[i - 2] if i > 1 else None, before):
                continue
            hold(paper, mention.named, before.named, before.start, mention.end, "cue:apposition")


def _held_by_verb(paper: Paper, person: Mention, post: Mention, verb: str, end: int) -> None:
    """ "R. Vincent became Chair of the Board on 1st May", "…, who was Chair until April": with the day that it says."""
    since = until = None
    stop = post.end
    when = _WHEN.match(paper.text, post.end, end)
    day = next(dates(paper.text, when.end(), min(end, when.end() + 30)), None) if when else None
    if when and day and day.start - when.end() <= 12:
        stop = day.end
        if when.group("word") in ("until", "to"):
            until = day.iso
        else:
            since = day.iso
    term = terms.behind(paper.text, post.end, end, paper.date_at(post.end))
    if term is not None and term.modality == "historical":
        since, until, stop = term.since, term.until, term.end
    past = (verb == "was" and since is None) or (term is not None and term.modality == "historical")
    modality: Modality = "historical" if past else "asserted"
    hold(paper, person.named, post.named, person.start, stop, "cue:holds-post", modality, since, until)


def _held_as_said(paper: Paper, person: Mention, post: Mention) -> None:
    """ "The Independent Chair of the Trust is R. Mensah", "the Vice-Chair is Mr X" in a body's own paper."""
    verb = _IS.fullmatch(paper.text, post.end, person.start)
    modality: Modality = "historical" if verb and verb["verb"] == "was" else "asserted"
    if verb and verb["verb"] == "will be":
        modality = "proposed"
    if posts.CHAIR.fullmatch(post.named.name.split()[-1]) and (post.named.body is None):
        role = posts.CHAIR.search(post.named.name)
        body = offices.body_near(paper, post.start)
        if role is not None:
            paper.state(
                person.named,
                "CHAIRS",
                body,
                post.start,
                person.end,
                "cue:post-is",
                modality,
                role=post.named.name.lower(),
            )
        return
    hold(paper, person.named, post.named, post.start, person.end, "cue:post-is", modality)


def _is_of(paper: Paper, name: Mention | None, post: Mention) -> bool:
    """Whether a post is that of the name before it: "R. Vincent, Chair, ..."."""
    return bool(name and name.named.label == "Person" and _AFTER.fullmatch(paper.text, name.end, post.start))


def _leads_on(paper: Paper, post: Mention, following: Mention | None) -> bool:
    """Whether a post belongs to the name right behind it rather than to the one before."""
    return bool(
        following and following.named.label == "Person" and _BEFORE.fullmatch(paper.text, post.end, following.start)
    )


def _in_words(paper: Paper, start: int, end: int) -> None:
    """ "An interim strategic lead within children's social care - Lynn McIntosh": a post in ordinary words."""
    for found in _IN_WORDS.finditer(paper.text, start, end):
        if people.whole(paper.text, *found.span("name")) is None:
            continue
        person = paper.person_at(*found.span("name"))
        body = next((m.named for m in paper.mentions_in(*found.span("post"), "Body", inner=True)), None)
        if person is not None:
            post = paper.entities.post(posts.clean(paper.words(*found.span("post"))), body)
            paper.add_mention(*found.span("name"), person)
            hold(paper, person, post, *found.span(), "cue:apposition")


def _signed_in_one(paper: Paper, block: Block) -> None:
    """A name, a post and perhaps an organisation on the lines of one paragraph: a signature."""
    if block.kind not in ("paragraph", "heading") or block.end - block.start > 160:
        return
    lines = [
        (block.start + m.start(), block.start + m.end())
        for m in _TEXT_LINE.finditer(paper.text[block.start : block.end])
    ]
    if not 2 <= len(lines) <= 4 or not paper.is_person(*lines[0]) or lines[0][1] - lines[0][0] > 45:
        return
    post = posts.whole(paper.text, *lines[1])
    if post is None or paper.text[lines[1][1] - 1] in ".;:" or not posts.ROLE_WORD.search(post.name.split(",")[0]):
        return
    if people.whole(paper.text, *lines[1]) is not None or paper.is_person(*lines[1]):
        return
    body = paper.body_at(*lines[2]) if len(lines) > 2 else None
    person, held = paper.person_at(*lines[0]), paper.post_at(*lines[1], body)
    if person is None or held is None or paper.has_told(person, "ATTENDED", block.start, block.end):
        return
    paper.add_mention(*lines[0], person)
    paper.signatures.append((lines[0][0], person))
    hold(paper, person, held, lines[0][0], lines[2][1] if body else lines[1][1], "cue:signature")


def _signed(paper: Paper, index: int) -> None:
    """A name on a line of its own and a post on the next: a title page or a signature."""
    name, below = paper.blocks[index], paper.blocks[index + 1]
    if name.kind not in ("paragraph", "heading") or below.kind not in ("paragraph", "heading"):
        return
    if name.end - name.start > 45 or below.end - below.start > 140 or paper.text[below.end - 1] in ".;:":
        return
    if not paper.is_person(name.start, name.end) or _NO_POST.match(paper.text, below.start, below.end):
        return
    post = posts.whole(paper.text, below.start, below.end)
    if post is None or not posts.ROLE_WORD.search(post.name.split(",")[0]) or len(post.name.split()) > 16:
        return
    person = paper.person_at(name.start, name.end)
    held = paper.post_at(below.start, below.end)
    if person is not None and held is not None:
        paper.add_mention(name.start, name.end, person)
        paper.signatures.append((name.start, person))
        hold(paper, person, held, name.start, below.end, "cue:signature")
