"""From a question in plain English to what is asked, of whom, as at when: a table of forms, no guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import QueryError

_BE = r"(?:is|are|was|were|'s)"
_THING = ("Instrument", "Function", "Body", "Review", "Resolution")
_ACTOR = ("Body", "Post", "Person", "Instrument")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of asking: the kind of question, how it reads, and the labels that its subject is likely to have."""

    kind: str
    example: str
    pattern: re.Pattern[str]
    labels: tuple[str, ...] = ()


def _form(kind: str, example: str, pattern: str, labels: tuple[str, ...] = ()) -> Form:
    pattern = pattern.replace("{be}", _BE).replace("{X}", r"(?P<x>.+)").replace("{N}", r"(?P<n>[\w.()]+)")
    return Form(kind, example, re.compile(pattern, re.IGNORECASE), labels)


FORMS = (
    _form("addressed", "to whom is recommendation 6 of X addressed", r"(?:to )?(?:who|whom) {be} recommendation (?:no\.? |number )?{N} (?:of|from|in|by) {X} (?:addressed(?: to)?|for|aimed at)"),
    _form("addressed", "who is asked to act on recommendation 6 of X", r"who {be} (?:asked|expected|recommended) to (?:act on|carry out|implement|deliver) recommendation (?:no\.? |number )?{N} (?:of|from|in|by) {X}"),
    _form("recommendations", "recommendations of X", r"(?:what {be} )?(?:the )?recommendations (?:of|from|in|made by|by) {X}"),
    _form("recommendations", "what did X recommend", r"what (?:recommendations )?(?:did|does) {X} (?:recommend|make)"),
    _form("connected", "how are A and B connected", r"how {be} {X} and (?P<other>.+?) (?:connected|related|linked)"),
    _form("accountable", "who is accountable for X", r"who(?:m)? ?{be} (?:ultimately |finally |overall )?(?:accountable|answerable) for {X}", _THING),
    _form("accountable", "who owns X", r"(?:who|what|which body|which bodies) (?:owns|own|owned|leads on|leads|led|answers for|has ownership of) {X}", _THING),
    _form("accountable", "who is the owner of X", r"who {be} the (?:owner|owners|lead|accountable body) (?:of|for) {X}", _THING),
    _form("responsible", "who is responsible for X", r"(?:who|which body|which bodies) ?{be} responsible for (?:delivering |the delivery of )?{X}", _THING),
    _form("responsible", "who delivers X", r"(?:who|which body|which bodies) (?:delivers|deliver|delivered|implements|implemented|carries out) {X}", _THING),
    _form("oversees", "who oversees X", r"(?:who|which body|which bodies) (?:oversees|oversee|oversaw|scrutinises|scrutinised|monitors|monitored|inspects|inspected) {X}", _THING),
    _form("oversees", "who holds X to account", r"(?:who|which body|which bodies) (?:holds|held|hold) {X} to account", _THING),
    _form("reports-to", "who does X report to", r"(?:who|whom|what|which body|which bodies|where) (?:does|did|do|should) {X} report(?: to| in to| into)?", _ACTOR),
    _form("reports-to", "to whom does X report", r"to (?:whom|which body|which bodies|what) (?:does|did|do|should) {X} (?:report|answer)", _ACTOR),
    _form("reports-to", "who is X accountable to", r"(?:to )?(?:who|whom) {be} {X} (?:accountable|answerable|responsible)(?: to)?", _ACTOR),
    _form("reported-by", "who reports to X", r"(?:who|what|which bodies|which groups) (?:reports|report|reported) (?:in |directly )?(?:to|into) {X}", _ACTOR),
    _form("chairs", "who chairs X", r"(?:who|which post) (?:chairs|chaired|chair) {X}", ("Body",)),
    _form("chairs", "who is the chair of X", r"who ?{be} (?:the )?(?:independent )?chair(?:man|woman|person)? (?:of|for) {X}", ("Body",)),
    _form("members", "who sits on X", r"who (?:sits|sat|sit|serves|served) on {X}", ("Body",)),
    _form("members", "who are the members of X", r"(?:who {be} )?(?:the )?(?:a )?members? (?:of|on) {X}", ("Body",)),
    _form("members", "who is on X", r"who {be} on {X}", ("Body",)),
    _form("attended", "who attended X", r"who (?:attended|attends|was present at|came to) (?:the )?(?:meetings? of )?{X}", ("Body",)),
    _form("posts", "what posts does P hold", r"(?:what|which) (?:posts?|roles?|positions?) (?:does|did|do) {X} (?:hold|have)", ("Person",)),
    _form("posts", "what does P chair", r"what (?:does|did) {X} chair", ("Person", "Post")),
    _form("sits-on-what", "what does P sit on", r"(?:what|which bodies|which boards) (?:does|did) {X} sit on", ("Person", "Post", "Body")),
    _form("holder", "who holds the post of X", r"who (?:holds|held|fills|filled) (?:the )?(?:posts?|roles?|positions?|office) of {X}", ("Post",)),
    _form("accountabilities", "what is X accountable for", r"what {be} {X} (?:accountable|answerable) for", _ACTOR),
    _form("accountabilities", "what does X own", r"what (?:does|did) {X} (?:own|lead|lead on|answer for)", _ACTOR),
    _form("responsibilities", "what is X responsible for", r"what {be} {X} responsible for", _ACTOR),
    _form("responsibilities", "what does X deliver", r"what (?:does|did) {X} (?:deliver|do)", _ACTOR),
    _form("overseen", "what does X oversee", r"what (?:does|did) {X} (?:oversee|scrutinise|monitor|inspect)", (*_ACTOR, "Review")),
    _form("commissioned", "who commissioned X", r"who (?:commissioned|ordered|asked for|initiated) {X}", ("Review", "Instrument", "Body")),
    _form("established", "who established X", r"who (?:established|set up|created|formed|founded) {X}", ("Body", "Instrument")),
    _form("succeeded", "what succeeded X", r"(?:who|what) (?:succeeded|replaced|took over from|came after) {X}", ("Body", "Instrument", "Post", "Person")),
    _form("succeeded", "what did X become", r"what (?:did|has) {X} becom?e", ("Body", "Instrument")),
    _form("preceded", "what did X succeed", r"(?:what|who|whom) (?:did|does) {X} (?:succeed|replace|develop from)", ("Body", "Instrument", "Post", "Person")),
    _form("manages", "who manages X", r"who (?:line[- ])?(?:manages|managed|runs|ran) {X}", ("Body", "Post", "Function")),
    _form("manages", "who is the manager of X", r"who {be} (?:the )?(?:line )?manager of {X}", ("Body", "Post", "Function")),
    _form("appointed", "who appointed X", r"who appointed {X}", ("Person", "Post", "Body")),
    _form("funds", "who funds X", r"who (?:funds|funded|pays for|paid for) {X}", ()),
    _form("supports", "who supports X", r"who (?:supports|supported|advises|advised) {X}", ("Body", "Post", "Person")),
    _form("holder", "who is the Chief Executive", r"who {be} {X}", ("Post",)),
)  # fmt: skip
"""The forms, tried in order; the last is the most general."""


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
    plain = re.sub(r"\s+", " ", text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')).strip()
    asked, as_at = _without_date(plain.rstrip("?!. "))
    for form in FORMS:
        if found := form.pattern.fullmatch(asked):
            parts = found.groupdict()
            subject, other = _bare(parts["x"]), _bare(parts.get("other") or "")
            return Question(text, form.kind, subject, form.labels, other or None, parts.get("n"), as_at)
    raise QueryError(
        f"{text!r} is not a question that Answerable can read. It reads: {'; '.join(examples())}. X is a name, an acronym or topic words; a date may follow (“in August 2013”)."
    )


def examples() -> list[str]:
    """How each kind of question reads, in the order of the table."""
    return list({form.kind: form.example for form in reversed(FORMS)}.values())[::-1]


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", text.strip(" ,'\""), flags=re.IGNORECASE).strip(" ,'\"")


_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS)
_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}(?:-\d{2})?)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}),? (?P<year3>\d{{4}})"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>\d{4})"
    r"|(?P<year5>\d{4}))"
)
_AT_THE_END = re.compile(
    rf"(?P<rest>.+?),? (?:as at|as of|as on|on|at|in|during|back in|by|at the end of) {_DATE}", re.IGNORECASE
)
_AT_THE_START = re.compile(rf"(?:as at|as of|on|at|in|during) {_DATE},? (?P<rest>.+)", re.IGNORECASE)


def _without_date(text: str) -> tuple[str, str | None]:
    found = _AT_THE_START.fullmatch(text) or _AT_THE_END.fullmatch(text)
    return (found["rest"], _iso(found)) if found else (text, None)


def _iso(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    year = next(found[g] for g in ("year", "year2", "year3", "year4", "year5") if found[g])
    name = found["month"] or found["month2"] or found["month3"]
    month = found["month4"] or (name and _MONTHS.index(next(m for m in _MONTHS if m.startswith(name[:3].lower()))) + 1)
    day = found["day"] or found["day2"] or found["day4"]
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")
