"""What a meeting decided and whom it asked to act: "Resolved:- (1) That …", "It was agreed that …", "Action: X to …".

Only in minutes, where the body is known. A decision's number is that of its minute and its own: "24(2)".
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.addressees import addressees, parties
from loaders.entities import Named
from loaders.paper import Paper

_LABEL = re.compile(
    r"\W*(?:and\s+)?(?:it\s+was\s+)?(?:resolved|recommended|agreed|decision|decided|ordered)\W*", re.IGNORECASE
)
_ACTION = re.compile(
    r"\W*actions?(?:\s+(?:point|item|agreed|required|for|by))*\s*(?:\d+(?:\.\d+)*)?\s*[:–—-]+\W*", re.IGNORECASE
)
_INLINE = re.compile(
    r"(?P<verb>\b(?:it\s+was\s+(?:then\s+|also\s+|further\s+|proposed\s+and\s+|unanimously\s+)*(?:resolved|"
    r"agreed|decided)|RESOLVED|Resolved|(?:unanimously|and\s+was|was)\s+agreed|"
    r"(?:the\s+)?(?:board|committee|council|cabinet|commission|group|panel|meeting|members|councillors|trustees|"
    r"governors)\s+(?:unanimously\s+)?(?:agreed|resolved|decided))"
    r"\s*(?:[:,–-]+\s*)?(?P<link>that|to)\b)\s+"
)
_NEXT = re.compile(r"\W*(?:\(?\d{1,2}[).]|\(?[a-z][).]|\(?[ivx]{1,5}[).])?\s*that\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\W*(?P<number>\(\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|\d{1,2}[.)]|[a-z][.)])\s*(?=\w)")
_QUOTE = '“”"‘ *_'
_CEREMONY = re.compile(
    r"\b(?:meet|note|receive|approve|accept|thank|record|support|welcome|endorse|adopt|agree|reconvene|adjourn)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"[ \t]{4,}(?P<who>[^\n]{2,60})$", re.MULTILINE)
_TO_DO = re.compile(r"(?:^|;\s+|\s[–-]\s+)(?=(?:the\s+)?[A-Z])")
_NEW_SENTENCE = re.compile(r"\.\s+(?=(?:It|The|This|He|She|They|Members|There|Cllr)\b)")
_CARRIED = re.compile(
    r"(?:proposed|moved)\b(?:(?!\bproposed\b)[^\n]){0,200}?\bseconded\s+by\b(?:(?!\bproposed\b)[^\n]){0,120}?"
    r"\b(?:carried|agreed|approved|adopted|all\s+in\s+favour|resolved)\b",
    re.IGNORECASE,
)
_PROPOSER = re.compile(r"(?:(?:Parish\s+)?(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)s?\.?\s+)*(?:[A-Z][\w’'.-]*\s+){1,4}$")
_TO_VERB = re.compile(r"\s+to\s+(?!(?:the|a|an|this|that|his|her|their|its|be)\b)[a-z]+\b")
_WILL_DO = re.compile(r"\s+will\s+(?!be\b|have\b|not\b|remain\b|continue\b)[a-z]+\b")
_WOULD = re.compile(r"\s+(?:would|will|to)\s+(?:also\s+)?[a-z]+")
_ACCEPTED = re.compile(
    r"(?:recommendation|proposal|motion|suggestion)\s+that\s+(?P<what>[^.;]{10,300}?)\s+(?:was|"
    r"were)\s+(?:unanimously\s+)?(?:accepted|agreed|approved|carried|adopted)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}) \((?P<letters>[A-Z]{2,4})\)")
_LETTERS = re.compile(r"(?P<all>[A-Z]{2,4}(?:(?:/|\s+and\s+|,\s*|\s*&\s*)[A-Z]{2,4})*)\s+(?:to|will)\b")


def read(paper: Paper) -> None:
    """State what was resolved, agreed and set as an action in the minutes that `paper` holds."""
    letters = _people_by_initials(paper)
    following: str | None = None
    for i, block in enumerate(paper.blocks):
        owner = paper.owner_at(block.start)
        part = paper.part_at(block.start)
        if owner is None or part.kind != "minutes" or block.kind == "row":
            following = None
            continue
        text = paper.text[block.start : block.end]
        label = _LABEL.fullmatch(paper.text[block.cells[0][0] : block.cells[0][1]]) if block.kind == "field" else None
        if label:
            _resolve(paper, i, block.cells[1][0], block.end, owner)
            following = "resolved"
        elif action := _ACTION.match(text):
            _act(paper, block.start + action.end(), block.end, owner, letters)
            following = None
        elif _LABEL.fullmatch(text):
            following = "opening"
        elif following and (
            _NEXT.match(text) or (block.kind == "item" and following == "resolved" and _is_clause(text))
        ):
            _resolve(paper, i, block.start, block.end, owner, block.number)
            following = "resolved"
        elif (
            opening := re.match(r"\W*(?:resolved|agreed)\s*[:–-]+\s*(?=\W*(?:\(\w+\)\s*)?that\b)", text, re.IGNORECASE)
        ) is not None:
            _resolve(paper, i, block.start + opening.end(), block.end, owner)
            following = "resolved"
        else:
            following = None
            if block.kind in ("paragraph", "item", "field"):
                _in_prose(paper, i, owner)


def _is_clause(text: str) -> bool:
    return bool(re.match(r"\W*(?:that|to)\b", text, re.IGNORECASE))


def _resolve(paper: Paper, i: int, start: int, end: int, owner: Named, own: str | None = None) -> None:
    """One resolution, and those that follow it in the same block: "(1) That … (2) That …"."""
    cuts = [
        start,
        *(
            m.start() + 1
            for m in re.finditer(
                r"[.;]\s+(?:and\s+)?\(?(?:\d{1,2}|[a-z])[.)]\s*that\b", paper.text[start:end], re.IGNORECASE
            )
        ),
    ]
    bounds = [start, *(start + c for c in cuts[1:]), end]
    for a, b in pairwise(bounds):
        ordinal = _ORDINAL.match(paper.text, a, b)
        number = ordinal["number"] if ordinal else own
        begin = ordinal.end() if ordinal else a
        while begin < b and paper.text[begin] in _QUOTE + "\n":
            begin += 1
        if b - begin > 8:
            _state(paper, begin, b, owner, _number(paper, i, number), resolved=True)


def _number(paper: Paper, i: int, own: str | None) -> str | None:
    """The minute that block i stands under and the resolution's own number: "24(2)"."""
    path = paper.section_of(i)
    minute = next((n for k in reversed(path) if (n := paper.blocks[k].number)), None)
    between = [b.number for b in paper.blocks[path[-1] : i] if b.kind == "field" and b.number] if path else []
    bare = ([*between, minute][0 if not between else -2] or "").strip(" .")
    own = f"({own.strip(' ().')})" if own else ""
    return f"{bare}{own}" or None


def _state(
    paper: Paper,
    start: int,
    end: int,
    owner: Named,
    number: str | None,
    resolved: bool = False,
    action: bool = False,
    asks: tuple[int, int] | None = None,
) -> None:
    named = paper.asking("Resolution", start, end, number, owner)
    paper.state(owner, "ISSUED", named, start, end, "layout:resolutions", number=number)
    for whom, a, b in addressees(paper, *(asks or (start, end)), resolved=resolved, action=action):
        if whom is owner and _CEREMONY.search(paper.text, a, b):
            continue
        paper.state(named, "ADDRESSED_TO", whom, a, b, "layout:resolutions")


def _in_margin(paper: Paper, i: int, owner: Named) -> None:
    """ "The Clerk would write …        Clerk": what those named in the margin of a line would do."""
    block = paper.blocks[i]
    floor = block.start
    for column in _COLUMN.finditer(paper.text, block.start, block.end):
        line, floor = floor, column.end()
        who = parties(paper, *column.span("who"))
        if who is None or not who.named:
            continue
        verbs = (
            _begin_of(paper, line, hit.start(), who.named, column["who"])
            for hit in _WOULD.finditer(paper.text, line, column.start())
        )
        starts = [begin for begin in verbs if begin is not None]
        for begin, stop in zip(starts, [*starts[1:], column.start()], strict=False):
            sentence = next((b for a, b in paper.sentences(i) if a <= begin < b), stop)
            new = _NEW_SENTENCE.search(paper.text, begin, stop)
            end = min(stop, sentence, new.start() + 1 if new else stop)
            end -= len(paper.text[begin:end]) - len(re.sub(r",?\s+and\s+(?:the\s+)?$", "", paper.text[begin:end]))
            _state(paper, begin, end, owner, None, action=True)


def _begin_of(paper: Paper, floor: int, verb: int, who: tuple[Named, ...], margin: str) -> int | None:
    """Where the one is named that stands right before the verb and, as one of `who` or so worded, in the margin."""
    for mention in paper.mentions_in(max(floor, verb - 60), verb, "Person", "Post", "Body"):
        here = paper.text[mention.start : mention.end]
        if (mention.named in who or here in re.split(r"\s*[/,&]\s*", margin)) and not paper.text[
            mention.end : verb
        ].strip():
            title = re.search(r"(?:Cllrs?|Councillor|Mr|Mrs|Ms|Dr|Miss)\.?\s+$", paper.text[floor : mention.start])
            return mention.start - (len(title.group()) if title else 0)
    return None


def _in_prose(paper: Paper, i: int, owner: Named) -> None:
    """Decisions and actions in a paragraph: "It was agreed that …", "Clerk to report …", a name in the margin."""
    block = paper.blocks[i]
    _in_margin(paper, i, owner)
    for carried in _CARRIED.finditer(paper.text, block.start, block.end):
        if proposer := _PROPOSER.search(paper.text, block.start, carried.start()):
            _state(paper, proposer.start(), carried.end(), owner, _number(paper, i, None))
    for start, end in paper.sentences(i):
        if accepted := _ACCEPTED.search(paper.text, start, end):
            _state(paper, start, end, owner, None, resolved=True, asks=accepted.span("what"))
            continue
        column = _COLUMN.search(paper.text, start, end)
        stop = column.start() if column and parties(paper, *column.span("who")) else end
        inline = _INLINE.search(paper.text, start, stop)
        if inline:
            _state(paper, inline.end(), stop, owner, _number(paper, i, None), resolved=inline["link"] == "that")
            continue
        for at in _TO_DO.finditer(paper.text[start:stop]):
            begin = start + at.end()
            whom = parties(paper, begin, stop)
            if whom is None or not whom.named or any(n.label == "Body" for n in whom.named):
                continue
            posts = all(n.label == "Post" for n in whom.named)
            if (posts and _WILL_DO.match(paper.text, whom.end, stop)) or _TO_VERB.match(paper.text, whom.end, stop):
                new = _NEW_SENTENCE.search(paper.text, whom.end, stop)
                _state(paper, begin, new.start() + 1 if new else stop, owner, None, action=True)
                break


def _act(paper: Paper, start: int, end: int, owner: Named, letters: dict[str, Named]) -> None:
    """An action note: "JS to write …", "Clerk to report …"."""
    if end - start < 6:
        return
    initials = _LETTERS.match(paper.text, start, end)
    named = paper.asking("Resolution", start, end, None, owner)
    paper.state(owner, "ISSUED", named, start, end, "layout:actions")
    if initials:
        for one in re.findall(r"[A-Z]{2,4}", initials["all"]):
            paper.state(named, "ADDRESSED_TO", letters.get(one), start, end, "layout:actions")
        return
    for whom, a, b in addressees(paper, start, end, action=True):
        paper.state(named, "ADDRESSED_TO", whom, a, b, "layout:actions")


def _people_by_initials(paper: Paper) -> dict[str, Named]:
    """Those present whose initials the minutes give: "Paul Downey (PD)"."""
    found: dict[str, Named] = {}
    for part in paper.parts:
        if part.kind != "minutes":
            continue
        for hit in _INITIALS.finditer(paper.text, part.start, part.end):
            if "".join(w[0] for w in hit["name"].split())[: len(hit["letters"])] == hit["letters"]:
                person = paper.person_at(*hit.span("name"))
                if person is not None:
                    found.setdefault(hit["letters"], person)
    return found
