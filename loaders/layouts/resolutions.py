"""What a meeting decided: "Resolved:- (1) That …", "The Committee agreed:" and a list, "It was agreed that …".

Only in minutes, where the body is known. A title or an agenda item decides nothing, nor does a motion that was lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Block
from loaders.addressees import parties
from loaders.entities import Named
from loaders.layouts import actions, appointments, margin
from loaders.layouts.decisions import decide, meeting, number_of
from loaders.layouts.initials import Initials
from loaders.layouts.motions import Motion, motions
from loaders.paper import Paper
from loaders.standing import standing

_HOW = r"(?:\s+(?:unanimously|nem\.?\s*con\.?|\(unanimously\)|\(unanimous\)|by\s+\d+\s+votes?\s+to\s+\d+))?"
_NUMBER = r"(?:\s*(?:no\.?|number|ref(?:erence)?\.?|#)?\s*:?\s*(?P<number>(?:[A-Z]{1,6}[-/. ]?)?\d[\w/.-]{0,20}))"
_LABEL = re.compile(
    rf"\W*(?:and\s+)?(?:(?:council|committee|board|commission|panel)(?:[’']s)?\s+(?=resol|decis))?(?:it\s+was\s+)?(?:unanimously\s+|further\s+|also\s+)?(?:resolved|resolutions?|recommended|agreed|"
    rf"decisions?(?:\s+(?:taken|made))?|decided|ordered)(?:\s+(?:to\s+(?:full\s+)?council|accordingly))?{_HOW}"
    rf"{_NUMBER}?(?:\s+that)?\W*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"\W*(?:(?:it\s+was\s+)?(?:RESOLVED|Resolved|AGREED|Agreed|DECISIONS?|Decisions?|DECIDED|Decided){_HOW}"
    r"\s*[:–—-]+\s*(?=\S)|(?:RESOLVED|Resolved|AGREED|Agreed|Decided|DECIDED)(?:\s+[Uu]nanimously|\s+UNANIMOUSLY)?\s+"
    r"(?=(?:that|to|as|THAT|TO)\b)|"
    rf"(?:RESOLVED|Resolved|RESOLUTION|Resolution|DECISION|Decision){_NUMBER}\s*[:–—-]?\s+(?=That\b|THAT\b))"
)
_SUBJECT = (
    r"(?:the\s+)?(?:(?:(?:[A-Z][\w’'&-]*|(?:parish|town|city|community|county|school|executive|management))\s+){0,6}(?i:board|committee|sub-?committee|council|cabinet|commission|group|panel|"
    r"forum|partnership|executive|senate|court|assembly|meeting|members|councillors|trustees|governors|directors|"
    r"commissioners))"
)
_STEM = re.compile(
    rf"(?:.*[.;]\s+)?\W*(?:following\s[^.;]{{3,80}},\s+)?(?:it\s+was\s+(?:\w+ly\s+)?|(?i:{_SUBJECT})\s+(?:then\s+|also\s+|"
    r"\w+ly\s+)?)?(?:RESOLVED|resolved|Resolved|AGREED|agreed|Agreed|decided|DECIDED)"
    r"(?:\s+(?:\w+ly|as\s+follows|the\s+following))?(?:\s+(?:that|to))?\s*[:–-]*\W*",
    re.DOTALL,
)
_INLINE = re.compile(
    r"(?P<verb>\b(?:it\s+was\s+(?:then\s+|also\s+|further\s+|proposed\s+and\s+|therefore\s+|\w+ly\s+)*(?:resolved|"
    r"agreed|decided|RESOLVED|AGREED)|RESOLVED|Resolved|(?:unanimously|and\s+was|was)\s+agreed|"
    rf"{_SUBJECT}\s+(?:also\s+|then\s+|therefore\s+|further\s+|\w+ly\s+)*(?:agreed|resolved|decided|voted|AGREED|"
    r"RESOLVED|DECIDED))\s*(?:[:,–-]+\s*)?(?P<link>(?:that|to)\b|(?=\s(?:the|an?|no)\b)))\s+"
)
_VOTED = re.compile(r"\W*(?:(?:the\s+)?\w+\s+)?(?:VOTED|Voted|voted)\b[^.;]{0,200}?\bto\s+(?=[a-z]{3,})")
_ACTED = re.compile(
    rf"(?<![\w-])(?:[Tt]he\s+)?(?P<who>{_SUBJECT})\s+(?:then\s+|also\s+|duly\s+|formally\s+|unanimously\s+|considered\s+and\s+|"
    r"reviewed\s+and\s+|received\s+and\s+|discussed\s+and\s+)*(?:"
    r"(?:APPROVED|NOTED|ADOPTED|RATIFIED|ENDORSED|RECEIVED|ACCEPTED|AUTHORI[SZ]ED|DELEGATED|APPOINTED|CONFIRMED)\b|"
    r"(?:approved|adopted|ratified|endorsed|authori[sz]ed|appointed|elected)\s+(?=the\b|a\b|an\b|its\b|this\b|[A-Z])|"
    r"(?:agreed|accepted|confirmed)\s+(?=the\b|its\b)|"
    r"noted\s+(?=(?:and\s+\w+ed\s+)?(?:the|this)\s+(?:\w+\s+){0,2}(?:reports?|updates?|position|contents?|progress|"
    r"minutes|information|paper)\b[^.,;]{0,50}[.;]?\s*$))"
)
_DIRECTED = re.compile(rf"(?<![\w-])(?:[Tt]he\s+)?(?P<who>{_SUBJECT})\s+(?:directed|instructed|requested|asked)\s+")
_MOVED_BY = re.compile(
    r"(?:\W*(?:(?:[Mm]otion|MOTION|[Rr]esolution|RESOLUTION)\s*)?(?:[Nn]o\.?|[Nn]umber|#)?\s*(?:[A-Z]{0,4}\d[\w/.-]{0,14})?)?\W*"
    r"(?:(?:[Ii]t\s+was\s+)?(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED))\b[^;]{3,100}?\b(?:[Ss]econded|SECONDED)\b[^;]{3,90}?"
    r"(?P<told>\b(?:[Aa]nd\s+)?(?:it\s+was\s+)?(?:\w+ly\s+)?(?:[Rr]esolved|RESOLVED|[Cc]arried|CARRIED|[Aa]greed|AGREED)(?:\s+that)?)?\W*"
)
"""Who moved and who seconded what the next block says."""
_LOST = re.compile(r"\b(?:lost|defeated|failed|fails|withdrawn|not\s+(?:carried|passed|adopted)|died)\b", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:carried|passed|adopted|approved|unanimous(?:ly)?|agreed|resolved)\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b", re.IGNORECASE)
_BODY_ONLY = re.compile(rf"\W*(?i:{_SUBJECT})\s*:\W*")
_DID = re.compile(
    r"\W*(?:noted|approved|agreed|endorsed|adopted|ratified|received|accepted|welcomed|resolved|delegated|authori[sz]ed|"
    r"supported|asked|requested|instructed|confirmed|considered|appointed|recommended)\b",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:the\s+)?(?:[\w’'-]+\s+){0,6}?(?:minutes?|notes|accounts|budget|policy|plan|reports?|reference|strategy|proposals?|"
    r"recommendations?|precept|payments?|statement)\b[^.;]{0,90}?\s(?:was|were)\s+(?:then\s+|\w+ly\s+)?"
    r"(?:approved|agreed|adopted|ratified|accepted|confirmed)\b(?!\s+(?:by|in|at)\b)",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\s(?:was|were)\s+(?:\w+ly\s+|declared\s+|re-?)*(?:elected|appointed|co-opted|nominated)\b"
    r"(?!\s+by\b(?!\s+(?:a\s+)?(?:\d|\w+\s+votes?|acclamation|show|ballot|majority)))|"
    r"\b(?:declared|deemed)\s[^;]{3,60}?\selected\b|"
    r"\sseconded\s[^.;]{3,60}?\band\s+(?:was\s+)?(?:\w+ly\s+)?(?:re-?)?elected\b"
)
_EARLIER = re.compile(r"\b(?:previous(?:ly)?|last|had|has|have|earlier)\b(?=[^.;]{0,30}$)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:in|on|since|at)\s+(?:\d{1,2}\w{0,2}\s+)?(?:[A-Z]\w+\s+)?(?:19|20)\d\d\b|\b(?:had|been|previous\w*|said|reported|explained|formerly)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(r"\W*(?:it|this|there|they|he|she|these|those)\s+(?:was|were|had|is|are|has)\b", re.IGNORECASE)
_NEXT = re.compile(r"\W*(?:\(?\d{1,2}[).]|\(?[a-z][).]|\(?[ivx]{1,5}[).])?\s*that\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\W*(?:that|to)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\W*(?P<number>\(\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|\d{1,2}[.)]|[a-z][.)])\s*(?=\w)")
_CUTS = re.compile(r"[.;]\s+(?:and\s+)?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*(?:that|to)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?[ \t]+(?=[A-Z])")
_QUOTE = '“”"‘ *_'
_NEW_SENTENCE = re.compile(r"\.\s+(?=(?:It|The|This|He|She|They|Members|There|Cllr)\b)")
_TO_DO = re.compile(r"(?:^|;\s+|\s[–-]\s+)(?=(?:the\s+)?[A-Z])")
_TO_VERB = re.compile(r"\s+to\s+(?!(?:the|a|an|this|that|his|her|their|its|be)\b)[a-z]+\b")
_UNDERTOOK = re.compile(
    r"\s+(?:(?:offered|agreed|undertook|volunteered)\s+to|(?:was|were)\s+(?:asked|instructed|requested|tasked)\s+to)\s+"
    r"(?!be\b|have\b|continue\b|remain\b|stand\b|serve\b|leave\b|attend\b|act\b)[a-z]+\b"
)
"""What someone took on in the meeting: "Trustee Alder offered to contact …"."""
_WILL_DO = re.compile(
    r"\s+will\s+(?!be\b|have\b|not\b|remain\b|continue\b|leave\b|stand\b|retire\b|resign\b|step\b|become\b)[a-z]+\b"
)
_ACCEPTED = re.compile(
    r"(?:recommendation|proposal|motion|suggestion)\s+that\s+(?P<what>[^.;]{10,300}?)\s+(?:was|"
    r"were)\s+(?:unanimously\s+)?(?:accepted|agreed|approved|carried|adopted)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Meeting:
    """Where the reading of one meeting's minutes stands.

    `following` is what the next block may go on with: "list" after a label or a stem that a list follows, "more" after
    a decision whose fellows begin with "That", "actions" under a title of actions. `given` is the number by which a
    label calls the resolution below it.
    """

    owner: Named
    following: str | None = None
    last: Named | None = None
    decided_at: int = -1
    given: str | None = None


def read(paper: Paper) -> None:
    """State what was resolved, agreed and set as an action in the minutes that `paper` holds."""
    letters = Initials(paper)
    state: _Meeting | None = None
    for i, block in enumerate(paper.blocks):
        owner = meeting(paper, block.start)
        if owner is None or block.kind == "row" or standing(paper, i) == "rejected":
            state = None if owner is None else state
            continue
        if state is None or state.owner is not owner:
            state = _Meeting(owner)
        if block.kind == "heading" and actions.TITLE.fullmatch(paper.words(block.start, block.end)):
            state.following = "actions"
        else:
            _block(paper, i, state, letters)


def _block(paper: Paper, i: int, state: _Meeting, letters: Initials) -> None:
    block, owner = paper.blocks[i], state.owner
    text = paper.text[block.start : block.end]
    last = state.last if state.decided_at >= i - 1 else None
    if actions.is_action(paper, block):
        actions.note(paper, i, owner, last, letters)
        state.following = None
    elif (label := _label(paper, block)) is not None:
        if label < block.end:
            _decide(paper, i, label, state)
        state.given = _given(paper, block)
        state.following = "more" if label < block.end else "list"
    elif len(text.split()) < 40 and (_is_moved(paper, i) or (block.kind != "field" and _is_stem(paper, i, text))):
        state.following = "list"
    elif state.following == "actions" and block.kind != "heading" and actions.listed(paper, i, owner, letters):
        return
    elif state.following in ("list", "more") and _goes_on(block, text, state.following):
        _decide(paper, i, block.start, state, block.number, state.given)
        state.given = None
        state.following = state.following if block.kind == "item" else "more"
    elif (opening := _OPENING.match(text)) is not None and len(text) - opening.end() > 8:
        _decide(paper, i, block.start + opening.end(), state, given=opening["number"])
        state.following = "more"
    else:
        state.following = "actions" if state.following == "actions" and block.kind != "heading" else None
        if block.kind in ("paragraph", "item") and actions.undertaken(paper, i, letters):
            actions.listed(paper, i, owner, letters)
        elif block.kind in ("paragraph", "item", "field"):
            _in_prose(paper, i, state, letters)
            actions.in_prose(paper, i, owner, state.last if state.decided_at == i else None, letters)


def _label(paper: Paper, block: Block) -> int | None:
    """Where the decision begins after the label that block is or begins with; its end where the label is all."""
    if block.kind == "field":
        if not _LABEL.fullmatch(paper.text, *block.cells[0]):
            return None
        return block.cells[1][0] if block.cells[1][0] < block.cells[1][1] else block.end
    return block.end if _LABEL.fullmatch(paper.text, block.start, block.end) else None


def _given(paper: Paper, block: Block) -> str | None:
    """The number that a label gives the resolution below it: "Resolution No. 14/2016"."""
    found = _LABEL.fullmatch(paper.text, block.start, block.end) if block.kind != "field" else None
    return found["number"] if found else None


def _is_stem(paper: Paper, i: int, text: str) -> bool:
    """Whether a block only opens the list below it: "The Committee agreed:", "It was resolved to"."""
    following = paper.blocks[i + 1] if i + 1 < len(paper.blocks) else None
    if following is None or following.kind != "item":
        return bool(re.fullmatch(r"\W*that\W*", text, re.IGNORECASE))
    if _BODY_ONLY.fullmatch(text) and _DID.match(paper.text, following.start, following.end):
        return True
    return bool(re.fullmatch(r"\W*that\W*", text, re.IGNORECASE) or _STEM.fullmatch(text))


def _is_moved(paper: Paper, i: int) -> bool:
    """Whether block i, with the one above it where each has a line, says only who moved what the next block words."""
    blocks, text = paper.blocks, paper.text
    if i + 1 >= len(blocks) or not _THAT.match(text, blocks[i + 1].start, blocks[i + 1].end):
        return False
    found = _MOVED_BY.fullmatch(text, blocks[i].start, blocks[i].end)
    if found is None and i and blocks[i].end - blocks[i - 1].start < 240:
        found = _MOVED_BY.fullmatch(text, blocks[i - 1].start, blocks[i].end)
    return found is not None and (bool(found["told"]) or _was_carried(paper, i + 1))


def _was_carried(paper: Paper, i: int) -> bool:
    """Whether the motion that block i words is said to have been carried, at its end or in the block below."""
    stop = paper.blocks[i + 1].end if i + 1 < len(paper.blocks) else paper.blocks[i].end
    told = paper.text[max(paper.blocks[i].start, paper.blocks[i].end - 40) : min(stop, paper.blocks[i].end + 160)]
    return bool(_CARRIED.search(told)) and not _LOST.search(told)


def _goes_on(block: Block, text: str, following: str) -> bool:
    if block.kind == "heading":
        return False
    if following == "list":
        return block.kind == "item" or bool(_NEXT.match(text) or _CLAUSE.match(text))
    return bool(_NEXT.match(text)) or (block.kind == "item" and bool(_CLAUSE.match(text)))


def _decide(
    paper: Paper, i: int, start: int, state: _Meeting, own: str | None = None, given: str | None = None
) -> None:
    """One decision, and those that follow it in the same block: "(1) That … (2) That …".

    `own` is the number of the block in its list, `given` the one by which the minutes call the resolution.
    """
    end = paper.blocks[i].end
    bounds = [start, *(m.start() + 1 for m in _CUTS.finditer(paper.text, start, end)), end]
    for a, b in pairwise(bounds):
        ordinal = _ORDINAL.match(paper.text, a, b)
        number = ordinal["number"] if ordinal else own
        begin = ordinal.end() if ordinal else a
        while begin < b and paper.text[begin] in _QUOTE + "\n":
            begin += 1
        if b - begin > 8:
            state.last = decide(paper, begin, b, state.owner, given or number_of(paper, i, number), resolved=True)
            state.decided_at = i


def _in_prose(paper: Paper, i: int, state: _Meeting, letters: Initials) -> None:
    """Decisions and actions in a paragraph: motions, "It was agreed that …", "Clerk to report …"."""
    owner = state.owner
    margin.read(paper, i, owner)
    moved = motions(paper, i)
    for motion in moved:
        _carry(paper, i, motion, state)
    first = _below_title(paper, i)
    for start, end in paper.sentences(i):
        if any(m.start < end and start < m.end for m in moved):
            continue
        start = max(start, first)
        named = _of_sentence(paper, i, start, margin.left_of(paper, start, end), owner, letters)
        if named is not None:
            state.last, state.decided_at = named, i


def _below_title(paper: Paper, i: int) -> int:
    """Where the words of block i begin below the title that its first line may be: "4. Minutes" over a sentence."""
    block = paper.blocks[i]
    line = paper.text.find("\n", block.start, block.end)
    if line < 0 or (block.number is None and not _NUMBERED.match(paper.text, block.start, line)):
        return block.start
    title = paper.text[block.start : line].strip(" *_")
    return (
        line + 1 if len(title.split()) <= 8 and not re.search(r"[.,;:]$|\b(?:the|of|to|and|a)$", title) else block.start
    )


def _carry(paper: Paper, i: int, motion: Motion, state: _Meeting) -> None:
    if motion.matter is None:
        return
    a, b = motion.matter
    number = number_of(paper, i, None)
    state.last = decide(paper, a, b, state.owner, number, resolved=True, asks=(a, a) if motion.bare else None)
    state.decided_at = i
    if motion.nominee:
        title = next((t for t in appointments.titles(paper, i, motion.start) if appointments.ELECTION.search(t)), "")
        appointments.elect(paper, *motion.nominee, title, state.owner, "layout:resolutions")
    if motion.bare:
        appointments.elected(paper, i, motion.start, motion.end, state.owner, "layout:resolutions")


def _of_sentence(paper: Paper, i: int, start: int, end: int, owner: Named, letters: Initials) -> Named | None:
    """The decision or action that one sentence is, None where it is narrative."""
    text = paper.text
    if accepted := _ACCEPTED.search(text, start, end):
        return decide(paper, start, end, owner, None, resolved=True, asks=accepted.span("what"))
    opening = _OPENING.match(text, start, end)
    if opening and end - opening.end() > 8:
        begin = start if text.startswith("as", opening.end()) else opening.end()
        return decide(paper, begin, end, owner, opening["number"] or number_of(paper, i, None), resolved=True)
    inline = _INLINE.search(text, start, end)
    if inline:
        if _OPINION.match(text, inline.end(), end) or _EARLIER.search(text, start, inline.start()):
            return None
        resolved = inline["link"] in ("that", "") or bool(re.match(r"\w+\s", text[inline.end() : end]))
        return decide(paper, inline.end(), end, owner, number_of(paper, i, None), resolved=resolved)
    if voted := _VOTED.match(text, start, end):
        return decide(paper, voted.end(), end, owner, number_of(paper, i, None), resolved=True)
    for pattern in (_ACTED, _DIRECTED):
        acted = pattern.search(text, start, end)
        if acted and _is_own(paper, acted, owner) and not _EARLIER.search(text, start, acted.start()):
            whom = parties(paper, acted.end(), end) if pattern is _DIRECTED else None
            if pattern is _ACTED or (whom and re.match(r"\s+to\s+[a-z]", text[whom.end : end])):
                return decide(paper, acted.start(), end, owner, number_of(paper, i, None))
    if _WAS_DONE.match(text, start, end) and not re.search(r"\b(?:had|been|last year)\b", text[start:end]):
        return decide(paper, start, end, owner, number_of(paper, i, None))
    elected = None if _PAST.search(text, start, end) else _ELECTED.search(text, start, end)
    if elected:
        if not appointments.appoint(paper, start, end, owner, "layout:resolutions"):
            appointments.elected(paper, i, start, end, owner, "layout:resolutions")
        return None
    return _to_do(paper, start, end, owner, letters)


def _is_own(paper: Paper, acted: re.Match[str], owner: Named) -> bool:
    """Whether the one who acted is the body whose minutes these are."""
    words = acted["who"].lower().split()
    if words[0] == "the":
        words = words[1:]
    if len(words) == 1:
        return bool(re.match(r"\W*(?:the\W+)?\w+\W", acted.group())) and (
            words[0] in ("members", "councillors", "trustees", "governors", "directors", "meeting", "commissioners")
            or words[0] in owner.name.lower().split()
            or owner.kind in ("council", "trust", "charity", "company")
        )
    return paper.body_at(*acted.span("who")) is owner


def _to_do(paper: Paper, start: int, end: int, owner: Named, letters: Initials) -> Named | None:
    """ "Clerk to report …", "The Clerk will write …": what somebody undertook, in a sentence of narrative."""
    for at in _TO_DO.finditer(paper.text[start:end]):
        begin = start + at.end()
        new = _NEW_SENTENCE.search(paper.text, begin, end)
        stop = new.start() + 1 if new else end
        whom = parties(paper, begin, end)
        if whom is None or not whom.named:
            stretch = actions.by_first_name(paper, begin, end, letters)
            if stretch is not None and (
                _WILL_DO.match(paper.text, stretch[0], end)
                or _TO_VERB.match(paper.text, stretch[0], end)
                or _UNDERTOOK.match(paper.text, stretch[0], end)
            ):
                named = decide(paper, begin, stop, owner, None, action=True, asks=(begin, begin))
                for one in stretch[1]:
                    paper.state(named, "ADDRESSED_TO", one, begin, stop, "layout:resolutions")
                return named
            continue
        if any(n.label == "Body" for n in whom.named):
            continue
        posts = all(n.label == "Post" for n in whom.named)
        does = _UNDERTOOK.match(paper.text, whom.end, end) or _TO_VERB.match(paper.text, whom.end, end)
        if (posts and _WILL_DO.match(paper.text, whom.end, end)) or does:
            named = decide(paper, begin, stop, owner, None, action=True)
            if does and not _TO_VERB.match(paper.text, whom.end, end):
                for one in whom.named:
                    paper.state(named, "ADDRESSED_TO", one, begin, stop, "layout:resolutions")
            return named
    return None
