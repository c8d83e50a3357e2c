"""Action notes in minutes: "Action: JS to write …", "ACTION: Clerk", "Write to the landlord (JS)", a list of actions.

Initials are those of someone whom the minutes name, and nobody's where two could be meant.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph.model import Block
from loaders.addressees import addressees, parties
from loaders.entities import Named
from loaders.layouts.decisions import decide
from loaders.layouts.initials import Initials
from loaders.paper import Paper

RULE = "layout:actions"

_ACTION = re.compile(
    r"\W*(?:\[[x ]?\]\s*)?actions?(?:\s+(?:points?|items?|agreed|required|for|by|note))*\s*"
    r"(?:[-–#]?\s?(?:[A-Z]{1,5}[/-])*\d+(?:[./]\w+)*)?\s*"
    r"(?P<who>[(\[][^()\[\]\n]{2,40}[)\]]|(?-i:[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*))?\s*[:–—-]+\W*",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\n(?=\W*(?:actions?|ACTIONS?|Actions?)\b[^\n]{0,40}?(?::|\s[–-]\s))")
_WITHIN = re.compile(
    r"(?<=[.;\n])\s*[*_]*(?:ACTIONS?|Actions?)(?:\s+(?:point|item|required|by|for))?\s*[:–—-]\s*[*_]*\s*"
)
TITLE = re.compile(
    r"(?:(?:summary|list|schedule|log|table|register|tracker)\s+of\s+)?(?:(?:agreed|outstanding|new|follow[- ]up|key|"
    r"meeting|rolling|open)\s+)*actions?(?:\s+(?:points?|items?|list|log|tracker|register|schedule|summary|agreed|"
    r"arising|required|from\s+(?:the|this)\s+meeting))*\W*|(?:agreed\s+)?next\s+steps\W*|to-?\s?dos?(?:\s+list)?\W*|"
    r"follow[- ]?ups?\W*|tasks(?:\s+assigned)?\W*|who\s+(?:does|is\s+doing)\s+what\W*",
    re.IGNORECASE,
)
_LETTERS = r"[A-Z]{2,4}(?:(?:\s*/\s*|\s+and\s+|,\s*|\s*&\s*)[A-Z]{2,4})*"
_NAME = r"[A-Z][a-z]+(?:[ ][A-Z][\w’'-]+)?"
_FIRST = rf"{_NAME}(?:(?:\s*/\s*|\s+and\s+|,\s*|\s*&\s*){_NAME})*"
_INITIALS = re.compile(rf"(?P<who>{_LETTERS}|{_FIRST})(?=\s+(?:to|will|agreed|would)\b|\s*[:–—]\s|\s-\s|\W*$)")
_NAMED = re.compile(rf"(?:{_LETTERS}|{_FIRST})(?=\s+(?:to|will|offered|agreed|undertook|volunteered|was|were)\b)")
_AFTER_OWNER = re.compile(r"\s*(?::|\s[–—-]\s|–|—)\s*")
_LAST = re.compile(
    rf"\s*(?:[(\[](?:action\s*:?\s*)?(?P<in>[^()\[\]\n]{{2,40}})[)\]]|\s[–—-]\s*(?P<out>{_LETTERS}))\W*$"
)
_UNDERTAKES = re.compile(r"\s+(?:to|will)\s+[a-z]")
_WORD_TO = re.compile(r"\s+(?:to|will|agreed\s+to|would)\s+[a-z]")


def is_action(paper: Paper, block: Block) -> bool:
    """Whether a block is an action note by its opening word."""
    return bool(_ACTION.match(paper.text, block.start, block.end))


def note(paper: Paper, i: int, owner: Named, last: Named | None, letters: Initials) -> None:
    """State the action note that block i is; `last` is the decision right before it, whose owner a bare name is."""
    block = paper.blocks[i]
    cuts = [block.start, *(m.end() for m in _AGAIN.finditer(paper.text, block.start, block.end)), block.end]
    for start, end in pairwise(cuts):
        if (found := _ACTION.match(paper.text, start, end)) is not None:
            begin, stop = found.span("who")
            inside = (begin + 1, stop - 1) if found["who"] and found["who"][0] in "([" else (begin, stop)
            named = owners(paper, *inside, letters) if found["who"] else ()
            _state(paper, found.end(), end, owner, named, (last, i), letters)


def listed(paper: Paper, i: int, owner: Named, letters: Initials) -> bool:
    """State the item of a list of actions that block i is, if it says who is to act; whether it does."""
    block = paper.blocks[i]
    first = _owner_first(paper, block.start, block.end, letters)
    if not first[0] and not _owner_last(paper, block.start, block.end, letters)[0]:
        whom = parties(paper, block.start, block.end)
        if whom is None or not whom.named or not _WORD_TO.match(paper.text, whom.end, block.end):
            return False
    _state(paper, block.start, block.end, owner, (), (None, i), letters)
    return True


def undertaken(paper: Paper, i: int, letters: Initials) -> bool:
    """Whether block i is one short sentence of the form "Risa to write summaries", about someone who was there."""
    block = paper.blocks[i]
    found = _INITIALS.match(paper.text, block.start, block.end)
    if found is None or block.end - block.start > 160 or not _UNDERTAKES.match(paper.text, found.end("who"), block.end):
        return False
    who = owners(paper, *found.span("who"), letters)
    return bool(who) and all(n.label == "Person" for n in who) and len(list(paper.sentences(i))) == 1


def in_prose(paper: Paper, i: int, owner: Named, last: Named | None, letters: Initials) -> None:
    """State the action that closes a paragraph: "… the lights. Action: Clerk"."""
    block = paper.blocks[i]
    for found in _WITHIN.finditer(paper.text, block.start, block.end):
        stop = next((m.start() for m in _WITHIN.finditer(paper.text, found.end(), block.end)), block.end)
        line = paper.text.find("\n", found.end(), stop)
        if line > 0 and not re.search(r"[a-z,]$", paper.text[found.end() : line].rstrip("*_ ")):
            stop = line
        _state(paper, found.end(), stop, owner, (), (last, i), letters, found.start())


def _state(
    paper: Paper,
    start: int,
    end: int,
    owner: Named,
    named: tuple[Named, ...],
    place: tuple[Named | None, int],
    letters: Initials,
    before: int | None = None,
) -> None:
    """One action in text[start:end], done by `named` if given, else by whom its words name."""
    last, i = place
    end = start + len(paper.text[start:end].rstrip("*_ \n\t"))
    whole = owners(paper, start, end, letters)
    if whole and not named:
        _bare_owner(paper, i, (start, end), whole, owner, last, before)
        return
    if end - start < 6:
        return
    who: tuple[Named, ...] = named
    at, stop = start, end
    if not who:
        who, at = _owner_first(paper, start, end, letters)
    if not who:
        who, stop = _owner_last(paper, start, end, letters)
    asks = None if not who else (start, start)
    asking = decide(paper, at, stop, owner, None, RULE, action=True, asks=asks)
    for one in who:
        paper.state(asking, "ADDRESSED_TO", one, start, end, RULE)


def _bare_owner(
    paper: Paper,
    i: int,
    span: tuple[int, int],
    who: tuple[Named, ...],
    owner: Named,
    last: Named | None,
    before: int | None,
) -> None:
    """ "Action: Clerk" asks the Clerk for the decision before it, else for what the sentence before it says."""
    if last is None:
        sentence = _sentence_before(paper, i, before)
        if sentence is None:
            return
        last = paper.asking("Resolution", *sentence, None, owner)
        paper.state(owner, "ISSUED", last, *sentence, RULE)
        if any(n in who for n, _, _ in addressees(paper, *sentence, action=True)):
            span = sentence
    for one in who:
        paper.state(last, "ADDRESSED_TO", one, *span, RULE)


def _sentence_before(paper: Paper, i: int, before: int | None) -> tuple[int, int] | None:
    """The sentence that ends at `before` in block i, else the last one of the paragraph above it."""
    index = i if before is not None else i - 1
    if index < 0 or paper.blocks[index].kind not in ("paragraph", "item") or is_action(paper, paper.blocks[index]):
        return None
    limit = before if before is not None else paper.blocks[index].end
    found = [(a, min(b, limit)) for a, b in paper.sentences(index) if a < limit - 12]
    return found[-1] if found and len(paper.text[slice(*found[-1])].split()) > 3 else None


def owners(paper: Paper, start: int, end: int, letters: Initials) -> tuple[Named, ...]:
    """Who text[start:end] names, where it is nothing but initials, names and posts; () for anything else."""
    words = paper.text[start:end].strip(" *_.\n\t")
    if not words or len(words) > 90:
        return ()
    if re.fullmatch(_FIRST, words):
        present = [letters.at(start).get(one) for one in re.split(r"\s*(?:/|,|&|\band\b)\s*", words)]
        if all(present):
            return tuple(n for n in present if n is not None)
    if re.fullmatch(_LETTERS, words):
        known = letters.at(start)
        each = [known.get(one) for one in re.findall(r"[A-Z]{2,4}", words)]
        return tuple(n for n in each if n is not None)
    whom = parties(paper, start, end)
    if whom is not None and whom.named and not paper.text[whom.end : end].strip(" *_.\n\t"):
        return whom.named
    return ()


def by_first_name(paper: Paper, start: int, end: int, letters: Initials) -> tuple[int, tuple[Named, ...]] | None:
    """Who is named by first name or initials at `start`, and where that ends; all of them were at the meeting."""
    found = _NAMED.match(paper.text, start, end)
    who = owners(paper, start, found.end(), letters) if found else ()
    return (found.end(), who) if found and who and all(n.label == "Person" for n in who) else None


def _owner_first(paper: Paper, start: int, end: int, letters: Initials) -> tuple[tuple[Named, ...], int]:
    """The owner before a colon or by initials, and where the words of the action begin."""
    found = _INITIALS.match(paper.text, start, end)
    if found and owners(paper, *found.span("who"), letters):
        after = _AFTER_OWNER.match(paper.text, found.end(), end)
        return owners(paper, *found.span("who"), letters), after.end() if after else start
    colon = re.compile(r"[^:\n]{2,60}?(?=:\s|\s[–—-]\s)").match(paper.text, start, end)
    if colon and (who := owners(paper, *colon.span(), letters)):
        after = _AFTER_OWNER.match(paper.text, colon.end(), end)
        return who, after.end() if after else start
    return (), start


def _owner_last(paper: Paper, start: int, end: int, letters: Initials) -> tuple[tuple[Named, ...], int]:
    """The owner in brackets or after a dash at the end, and where the words of the action end."""
    found = _LAST.search(paper.text, start, end)
    if not found:
        return (), end
    group = "in" if found["in"] else "out"
    who = owners(paper, *found.span(group), letters)
    return who, found.start() if who else end
