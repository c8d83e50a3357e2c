"""From a question in plain English to what is asked, of whom, as at when: a table of forms, no guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import QueryError
from queries.spoken_dates import without_date

_THING = ("Instrument", "Function", "Body", "Review", "Resolution")
_ACTOR = ("Body", "Post", "Person", "Instrument")

LIKELY = {
    "accountable": _THING,
    "responsible": _THING,
    "oversees": _THING,
    "reports-to": _ACTOR,
    "reported-by": _ACTOR,
    "chairs": ("Body",),
    "members": ("Body",),
    "attended": ("Body",),
    "posts": ("Person",),
    "sits-on-what": ("Person", "Post", "Body"),
    "holder": ("Post",),
    "accountabilities": _ACTOR,
    "responsibilities": _ACTOR,
    "overseen": (*_ACTOR, "Review"),
    "commissioned": ("Review", "Instrument", "Body"),
    "established": ("Body", "Instrument"),
    "succeeded": ("Body", "Instrument", "Post", "Person"),
    "preceded": ("Body", "Instrument", "Post", "Person"),
    "recommendations": ("Review", "Instrument"),
    "addressed": ("Review", "Instrument"),
    "manages": ("Body", "Post", "Function"),
    "appointed": ("Person", "Post", "Body"),
    "supports": ("Body", "Post", "Person"),
}
"""The labels that the subject of a question of each kind is likely to have; of all labels where it isn't listed."""

_SHORT = {
    "{X}": r"(?P<x>.+)",
    "{be}": r"(?:is|are|was|were)",
    "{do}": r"(?:does|did|do)",
    "{who}": r"(?:who|whom|what|which (?:body|bodies|board|boards|group|groups|post))",
    "{recommendation}": r"recommendation (?:no\.? |number )?(?P<n>[\w.()]+) (?:of|from|in|by) (?P<x>.+)",
}
_TABLE = (
    ("addressed", "to whom is recommendation 6 of X addressed", r"to {who} {be} {recommendation} addressed"),
    ("addressed", "", r"{who} {be} {recommendation} (?:addressed to|for|aimed at|to be carried out by)"),
    ("addressed", "", r"{who} {be} (?:asked|expected) to (?:act on|carry out|implement|deliver) {recommendation}"),
    (
        "recommendations",
        "recommendations of X",
        r"(?:what {be} )?(?:the )?recommendations (?:of|from|in|made by|by) {X}",
    ),
    ("recommendations", "", r"what (?:recommendations )?{do} {X} (?:recommend|make)"),
    (
        "resolutions",
        "resolutions of X",
        r"(?:what {be} )?(?:the )?(?:resolutions|decisions) (?:of|from|made by|by) {X}",
    ),
    ("resolutions", "", r"what {do} {X} (?:resolve|decide|agree)"),
    ("connected", "how are A and B connected", r"how {be} {X} and (?P<other>.+?) (?:connected|related|linked)"),
    ("accountable", "who is accountable for X", r"{who} {be} (?:\w+ly |overall )?(?:accountable|answerable) for {X}"),
    ("accountable", "who owns X", r"{who} (?:owns?|owned|leads?|led|leads? on|led on|answers? for) {X}"),
    ("accountable", "", r"{who} {be} the (?:owners?|lead|accountable body) (?:of|for) {X}"),
    ("responsible", "who is responsible for X", r"{who} {be} responsible for (?:delivering |the delivery of )?{X}"),
    (
        "responsible",
        "who delivers X",
        r"{who} (?:delivers?|delivered|implements?|implemented|carries out|carried out) {X}",
    ),
    (
        "oversees",
        "who oversees X",
        r"{who} (?:oversees?|oversaw|scrutinised?s?|monitors?|monitored|inspects?|inspected) {X}",
    ),
    ("oversees", "", r"{who} (?:holds?|held) {X} to account"),
    ("reports-to", "who does X report to", r"(?:{who}|where) (?:{do}|should) {X} report(?: to| in to| into)?"),
    ("reports-to", "to whom does X report", r"to {who} {do} {X} (?:report|answer)"),
    ("reports-to", "who is X accountable to", r"{who} {be} {X} (?:accountable|answerable|responsible) to"),
    ("reports-to", "", r"to {who} {be} {X} (?:accountable|answerable|responsible)"),
    ("reported-by", "who reports to X", r"{who} (?:reports?|reported) (?:in |directly )?(?:to|into) {X}"),
    ("chairs", "who chairs X", r"{who} (?:chairs?|chaired) {X}"),
    ("chairs", "", r"{who} {be} (?:the )?(?:independent )?chair(?:man|woman|person)? (?:of|for) {X}"),
    ("members", "who sits on X", r"{who} (?:sits?|sat|serves?|served) on {X}"),
    ("members", "members of X", r"(?:{who} {be} )?(?:the |a )?members? (?:of|on) {X}"),
    ("members", "", r"who {be} on {X}"),
    (
        "attended",
        "who attended X",
        r"{who} (?:attends?|attended|{be} present at|came to) (?:the )?(?:meetings? of )?{X}",
    ),
    ("posts", "what posts does P hold", r"(?:what|which) (?:posts?|roles?|positions?) {do} {X} (?:hold|have)"),
    ("posts", "", r"(?:what|which bodies) {do} {X} chair"),
    ("sits-on-what", "what does P sit on", r"{who} {do} {X} sit on"),
    (
        "holder",
        "who holds the post of X",
        r"{who} (?:holds?|held|fills?|filled) (?:the )?(?:post|role|position|office) of {X}",
    ),
    ("accountabilities", "what is X accountable for", r"what {be} {X} (?:accountable|answerable) for"),
    ("accountabilities", "", r"what {do} {X} (?:own|lead|lead on|answer for)"),
    ("responsibilities", "what is X responsible for", r"what {be} {X} responsible for"),
    ("responsibilities", "", r"what {do} {X} (?:deliver|do)"),
    ("overseen", "what does X oversee", r"{who} {do} {X} (?:oversee|scrutinise|monitor|inspect)"),
    ("commissioned", "who commissioned X", r"{who} (?:commissioned|ordered|asked for|initiated) {X}"),
    ("established", "who established X", r"{who} (?:established|set up|created|formed|founded) {X}"),
    ("succeeded", "what succeeded X", r"{who} (?:succeeded|replaced|took over from|came after) {X}"),
    ("succeeded", "", r"what (?:did|has) {X} become"),
    ("preceded", "what did X succeed", r"{who} {do} {X} (?:succeed|replace|develop from|develop out of)"),
    ("manages", "who manages X", r"{who} (?:line[- ])?(?:manages?|managed|runs?|ran) {X}"),
    ("manages", "", r"{who} {be} (?:the )?(?:line )?manager of {X}"),
    ("appointed", "who appointed X", r"{who} appointed {X}"),
    ("funds", "who funds X", r"{who} (?:funds?|funded|pays? for|paid for) {X}"),
    ("supports", "who supports X", r"{who} (?:supports?|supported|advises?|advised) {X}"),
    ("holder", "", r"who {be} {X}"),
)
"""(kind, how it reads, pattern), tried in order: the most general last. Without a reading it is a variant."""


EXAMPLES = tuple(example for _, example, _ in _TABLE if example)


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: its kind, the words for its subject, and what else it named."""

    text: str
    kind: str
    subject: str
    labels: tuple[str, ...] = ()
    other: str | None = None
    number: str | None = None
    as_at: str | None = None


def read_question(text: str) -> Question:
    """The question that `text` asks. Raises QueryError that lists the forms where it is none of them.

    A date at either end counts as the as-at date: "who chaired the Board in August 2013".
    """
    straight = text.translate(str.maketrans("’‘“”", "''\"\""))
    plain = re.sub(r"\s+", " ", straight).strip().rstrip("?!. ")
    asked, as_at = without_date(re.sub(r"^(who|what)'s\b", r"\1 is", plain, flags=re.IGNORECASE))
    for kind, _, pattern in _TABLE:
        if found := re.fullmatch(_written_out(pattern), asked, re.IGNORECASE):
            parts = found.groupdict()
            other = _bare(parts.get("other") or "") or None
            return Question(text, kind, _bare(parts["x"]), LIKELY.get(kind, ()), other, parts.get("n"), as_at)
    raise QueryError(
        f"{text!r} is not a question that Answerable can read. It reads: {'; '.join(EXAMPLES)}. "
        "X is a name, an acronym or topic words; a date may follow (“in August 2013”)."
    )


def _written_out(pattern: str) -> str:
    for short, meaning in _SHORT.items():
        pattern = pattern.replace(short, meaning)
    return pattern


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", text.strip(" ,'\""), flags=re.IGNORECASE).strip(" ,'\"")
