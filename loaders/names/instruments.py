"""The grammar of what is owned or conducted: plans, strategies (Instrument), reviews and inspections (Review)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.names import by_word, word_set
from loaders.triggers import Triggers

KINDS = by_word(
    {
        "plan": "plan programme",
        "strategy": "strategy",
        "policy": "policy framework charter",
        "protocol": "protocol",
        "procedure": "procedure procedures",
        "budget": "budget",
        "guidance": "guidance code_of_practice",
        "terms of reference": "terms_of_reference",
        "report": "annual_report needs_assessment",
    }
)
REVIEWS = by_word(
    {
        "review": "review report",
        "inquiry": "inquiry enquiry investigation",
        "inspection": "inspection",
        "audit": "audit",
    }
)
_HEADS = sorted([*KINDS, *REVIEWS], key=len, reverse=True)
TRIGGERS = Triggers(("operation", *(max(head.split(), key=len) for head in _HEADS)))
"""What a stretch must have, in any case, to hold a name."""
_LOWER = (
    r"(?:and|&|of|the|for|in|to|on|action|delivery|business|work|improvement|strategic|annual|training|joint|"
    r"sub-regional|local|area|performance|response)"
)
_HEAD = re.compile(
    rf"\b(?P<head>{'|'.join(h.replace(' ', chr(92) + 's+') for h in _HEADS)})\b(?!\s+(?:group|team|board|panel|"
    rf"committee|meeting|sub|tool|manager|officer|lead)\b)(?!\s+(?:{'|'.join(REVIEWS)}|plan|strategy|framework)\b)"
    r"(?P<years>,?\s+\(?(?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d\)?|\s+(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
_PLAIN = word_set(
    "independent joint interim internal external annual full national single local further recent major serious case "
    "peer action delivery work draft"
)
"""Words that alone don't make a head a name: "the Independent Review"."""
_VERB = re.compile(
    r"report\s+(?:to|in|into|back|directly|on|that|any|their|its)\b|review\s+(?:the|its|their|all|any)\b"
)
"""Heads that are verbs where they stand: "the Groups report to"."""
_VERBS = re.compile(
    r"\b(?:agree|keep|provide|develop|approve|prepare|update|produce|publish|ensure|revise|refresh|implement|deliver|"
    r"adopt|consider|complete|create|establish|submit|maintain|receive|note|endorse|undertake|conduct|contribute|"
    r"oversee|coordinate|co-ordinate|write|review(?=\s+(?:and|the|its|of)\b)|draft(?=\s+(?:and|the|its)\b)|"
    r"monitor(?=\s+(?:and|the|its)\b)|support(?=\s+(?:and|the|its)\b))\b(?![-’'])",
    re.IGNORECASE,
)
"""Words that open a task: a name doesn't hold them."""
_ROUTINE = re.compile(r"\b(?:progress|update|performance|cover|monitoring|budget|annual|officer)\b", re.IGNORECASE)
_OPERATION = re.compile(r"\bOperation [A-Z][a-z]+\b(?!\s+[A-Z])")
_REACH = 110
"""Characters before the head in which the name may begin."""
_STOP = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|their|our|his|her|in|on|at|of|for|and|by|to|from|with|as|it|each|every|"
    r"any|all|both|some|no|if|when|"
    r"where|while|whilst|following|since|also|further|whose|under|against|within|resolved|recommendations?|members?|"
    r"current|recent|former|previous|"
    r"draft|first|second|final|new|revised|proposed|following|supporting|regarding|concerning|summary|cover|link|"
    r"reference|ensure|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|published|date|appendix|annex|"
    r"minutes|meeting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class InstrumentName:
    """The name of an instrument or review where it stands."""

    start: int
    end: int
    name: str
    label: str
    kind: str


def find(text: str, start: int, end: int) -> Iterator[InstrumentName]:
    """The instruments and reviews named with capitals in text[start:end]."""
    for operation in _OPERATION.finditer(text, start, end):
        yield InstrumentName(operation.start(), operation.end(), operation.group(), "Review", "inquiry")
    position = start
    for found in _HEAD.finditer(text, start, end):
        if _VERB.match(text, found.start(), end):
            continue
        before = text[max(position, found.start() - _REACH) : found.start()]
        if not before or not before[-1].isspace():
            continue
        floor = found.start() - len(before)
        begin = _own_words(text, floor, found.start())
        if begin is None or (floor > position and begin == floor and text[floor - 1].isalnum()):
            continue
        begin = _after_verbs(text, begin, found.start())
        if begin is None:
            continue
        stop = found.end()
        head = re.sub(r"\s+", " ", found.group("head").lower())
        label = "Instrument" if head in KINDS else "Review"
        name = re.sub(r"\s+", " ", re.sub(r"[*_“”\"]", "", text[begin:stop])).strip(" ,.;:'")
        modifiers = [
            w for w in re.findall(r"[\w’'-]+", text[begin : found.start()].lower()) if w not in ("and", "of", "the")
        ]
        if not modifiers or all(w in _PLAIN for w in modifiers):
            continue
        if (
            len(modifiers) == 1
            and text[found.start()].islower()
            and not text[begin : begin + 2].isupper()
            and _opens(text, begin)
        ):
            continue  # "Annual review of …", "To review …"
        if head == "report" and (len(name.split()) > 6 or _ROUTINE.search(name)):
            continue
        position = stop
        yield InstrumentName(begin, stop, name, label, KINDS.get(head) or REVIEWS[head])


def _after_verbs(text: str, begin: int, end: int) -> int | None:
    """Where a name begins that verbs precede: "Agree and keep the Improvement | Plan"; None where nothing else does."""
    last = None
    for word in _VERBS.finditer(text, begin, end):
        if word.start() > begin or not text[max(0, begin - 4) : begin].lower().endswith("the "):
            last = word
    if last is None:
        return begin
    rest = re.compile(r"\s+(?:(?:and|or|the|a|an|its|their|under|up)\s+)*").match(text, last.end(), end)
    start = rest.end() if rest else end
    return start if start < end and text[start].isupper() else None


def _opens(text: str, start: int) -> bool:
    return not text[:start].strip() or text[max(0, start - 60) : start].rstrip(' *\t-•“"')[-1:] in "\n.:;?!•"


def _own_words(text: str, begin: int, end: int) -> int | None:
    """Where the name begins: the words since the last one that can't be part of it; None where none is left."""
    words = list(re.finditer(r"\S+", text[begin:end]))
    start = None
    for word in reversed(words):
        token = word.group().strip("()“”\"'’,*")
        low = token.lower()
        if word.group().endswith((",", ";", ":", ".")) or (
            word.group().endswith(")") and not word.group().startswith("(")
        ):
            break
        if _STOP.match(low) and low not in ("of", "for", "and", "the", "to", "in", "on", "annual"):
            break
        if (token[:1].isupper() and low not in ("the", "a", "an", "in", "on", "of", "for", "and")) or re.fullmatch(
            r"(?:19|20)\d\d.*", token
        ):
            start = begin + word.start()
        elif not re.fullmatch(_LOWER, low) or low in ("of", "for", "the", "to", "in", "on"):
            break
    return start
