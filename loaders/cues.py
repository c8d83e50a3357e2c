"""Governance phrases in running text ("chaired by", "reports to") and the statements that they make.

The phrases are data (data/cues.toml). Both ends must be known and stand in the phrase's own slots: names that merely
share a sentence state nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from ahocorasick_rs import AhoCorasick, Implementation

from graph.errors import VocabularyError
from graph.model import Modality
from graph.vocabulary import MODALITIES, PREDICATES
from loaders import clauses
from loaders.clauses import SLOT, Clause, Party
from loaders.entities import Named
from loaders.names import posts
from loaders.paper import Paper
from loaders.phrases import INTRO, POST, THE, Pattern
from loaders.standing import standing

_LAYS_DOWN = re.compile(
    r"\b(?:terms of reference|constitution|by-?laws|byelaws|charters?|standing orders|standing rules|"
    r"rules of procedure|(?:scheme of )?delegations?|articles of association|"
    r"governance (?:arrangements|structures?|frameworks?|handbook|manual|code|model|charter)|"
    r"roles (?:and|&) responsibilities)\b",
    re.IGNORECASE,
)
_ANY_SLOT = re.compile(SLOT)
_FIRST_PARTY = re.compile(rf"{INTRO}{THE}({SLOT})(?![’']s)", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:draft|proposed|proposals?)\b", re.IGNORECASE)


_SHORT = 90
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A governance phrase: its patterns over slots and the statement it makes."""

    id: str
    keys: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    subject: str
    predicate: str
    object: str
    a: frozenset[str]
    b: frozenset[str]
    a_kinds: frozenset[str] = frozenset()
    b_kinds: frozenset[str] = frozenset()
    event: bool = False
    normative: bool = False
    dated: bool = False
    anywhere: bool = False
    listed: bool = False
    purpose: bool = False
    """Words on what somebody is there for, of which "is to" tells how it is."""
    office: bool = False
    """The object is an office that the subject holds by being what it is: no chair, no member."""
    a_reports: bool = False
    """The subject must be a report, which stands for the body that makes it."""
    cadence: bool = False
    modality: Modality | None = None
    only: Modality | None = None
    """The modality in which alone it says something: a plain verb that tells nothing when it should be."""
    post: str | None = None
    """The post that nobody holds or that does what is said, where the pattern does not capture its words."""
    role: str | None = None
    kind: str | None = None


@cache
def cues() -> tuple[Cue, ...]:
    """The phrases of data/cues.toml. Raises VocabularyError, naming all that is wrong in it."""
    with files("data").joinpath("cues.toml").open("rb") as file:
        entries = tomllib.load(file)["cue"]
    problems: list[str] = []
    made = []
    for entry in entries:
        subject, predicate, object_ = entry["says"].split()
        if predicate not in PREDICATES:
            problems.append(f"cue {entry['id']!r}: no predicate {predicate!r}")
        if entry.get("modality", "asserted") not in MODALITIES:
            problems.append(f"cue {entry['id']!r}: no modality {entry['modality']!r}")
        made.append(
            Cue(
                id=entry["id"],
                keys=tuple(entry["keys"]),
                patterns=tuple(map(Pattern, entry["patterns"])),
                subject=subject,
                predicate=predicate,
                object=object_,
                a=frozenset(entry.get("a", ())),
                b=frozenset(entry.get("b", ())),
                a_kinds=frozenset(entry.get("a_kinds", ())),
                b_kinds=frozenset(entry.get("b_kinds", ())),
                listed=entry.get("listed", False),
                purpose=entry.get("purpose", False),
                office=entry.get("office", False),
                a_reports=entry.get("a_reports", False),
                event=entry.get("event", False),
                normative=entry.get("normative", False),
                anywhere=entry.get("anywhere", False),
                dated=entry.get("dated", False),
                cadence=entry.get("cadence", False),
                modality=cast("Modality | None", entry.get("modality")),
                only=cast("Modality | None", entry.get("only")),
                post=entry.get("post"),
                role=entry.get("role"),
                kind=entry.get("kind"),
            )
        )
    if problems:
        raise VocabularyError(f"data/cues.toml: {'; '.join(problems)}")
    return tuple(made)


@cache
def _keys() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """All keys of all cues as one automaton, and for each key the indexes of the cues that have it."""
    having: dict[str, list[int]] = {}
    for index, cue in enumerate(cues()):
        for key in cue.keys:
            having.setdefault(key, []).append(index)
    return AhoCorasick(list(having), implementation=Implementation.DFA), tuple(map(tuple, having.values()))


def _keyed(words: str) -> list[Cue]:
    """The cues that have a key in `words`, which are lower case, in the order of the file."""
    automaton, having = _keys()
    hits = {hit[0] for hit in automaton.find_matches_as_indexes(words, overlapping=True)}
    return [cues()[index] for index in sorted({index for key in hits for index in having[key]})]


def read(paper: Paper) -> None:
    """State what the sentences of `paper` say with cue phrases."""
    for index, block in enumerate(paper.blocks):
        if block.kind == "heading" and block.level is not None and not paper.mentions_in(block.start, block.end):
            continue
        before: Party | None = None
        laid_down = constituted(paper, index)
        for start, end in paper.sentences(index):
            clause = clauses.reduce(paper, start, end, before)
            if clause.parties:
                apply(paper, clause, laid_down)
                if paper.text[end - 1] == ":" and (last := _last_item(paper, index)):
                    apply(paper, clauses.reduce(paper, start, last, before), laid_down, listed=True)
            before = _subject(clause) or before


def constituted(paper: Paper, index: int) -> bool:
    """Whether block `index` stands in terms of reference or a constitution that is no draft."""
    block = paper.blocks[index]
    part = paper.part_at(block.start)
    titles = [
        part.title or "",
        *(paper.words(paper.blocks[k].start, paper.blocks[k].end) for k in paper.section_of(index)),
    ]
    first = paper.block_at(part.start)
    titles += [paper.words(b.start, b.end) for b in paper.blocks[first : first + 8] if b.end - b.start < _SHORT]
    lays_down = part.kind == "terms of reference" or any(_LAYS_DOWN.search(t) for t in titles)
    return lays_down and not any(_NOT_YET.search(t) for t in titles)


def _subject(clause: Clause) -> Party | None:
    """The party with which a sentence begins, or the only one in it, for "it" in the next one."""
    found = _FIRST_PARTY.match(clause.text)
    if found:
        return clause.parties[ord(found.group(1)) - clauses.FIRST_SLOT]
    return clause.parties[0] if len(clause.parties) == 1 else None


def _last_item(paper: Paper, index: int) -> int | None:
    """The end of the list items that follow block `index`, at most four."""
    last = None
    for block in paper.blocks[index + 1 : index + 5]:
        if block.kind != "item":
            break
        last = block.end
    return last


def apply(paper: Paper, clause: Clause, constituted: bool = False, listed: bool = False, duty: bool = False) -> bool:
    """State what a clause says, and tell whether it says anything.

    `constituted` where it lays down how a body works, `listed` for the opening of a list, `duty` for an item of a list
    of duties, where a plain verb says nothing by itself.
    """
    said: set[tuple[int, str, int]] = set()
    slot = _ANY_SLOT.search(clause.text)
    first = slot.start() if slot else len(clause.text)
    lower = clause.text.lower()
    for cue in _keyed(lower):
        if cue.listed != listed or (duty and cue.only):
            continue
        for pattern in cue.patterns:
            for found in pattern.finditer(clause.text, lower, first):
                _state(paper, clause, cue, found, said, constituted)
    return bool(said)


def _state(
    paper: Paper, clause: Clause, cue: Cue, found: re.Match[str], said: set[tuple[int, str, int]], constituted: bool
) -> None:
    groups = {k: v for k, v in found.groupdict().items() if v is not None}
    left = next((g for g in ("S", "S2", "S3", "L", "A", "P") if g in groups), "A")
    begin = found.start(left) if left not in ("A", "P") else found.start()
    begin_of_party = found.start(left) if left in groups else begin
    end = _end(clause, found)
    verb = _verb(found, left, end)
    meant = clauses.modality(
        clause, begin, end, cue.event, constituted or (cue.purpose and found.start() < begin_of_party), verb
    )
    if meant is None or meant != (cue.only or meant) or _PASSED_OVER.search(clause.text[:begin]):
        return
    modality = cue.modality or meant
    if modality != "negated" and _is_one_of(clause, found, begin, end):
        return
    told = standing(paper, paper.block_at(clause.start))
    if told == "former" and modality == "asserted":
        modality = "historical"
    elif told == "choice" and modality == "asserted":
        modality = "proposed"
    elif told in ("rejected", "option", "condition"):
        return
    if cue.predicate == "REPORTS_TO" and (_is_noun(clause, begin, verb, end) or _is_errand(paper, clause, verb)):
        return
    if clauses.taken_back("", clause.text[end:] + paper.text[clause.end : clause.end + 60]):
        return
    if not cue.anywhere and _inside_phrase(clause, begin, left, found.end(left) if left in groups else begin):
        return
    if cue.normative and modality == "proposed":
        modality = "asserted"
    roles = {"S": left, "L": "L", "A": "A", "B": "B", "P": "P", "T": "T", "O": "O", "OWNER": "OWNER", "POST": "post"}
    roles |= {slot: slot for slot in _ITS}
    subjects = list(_parties(paper, clause, cue, found, roles[cue.subject], end))
    objects = list(_parties(paper, clause, cue, found, roles[cue.object], end))
    qualifiers: dict[str, str | None] = {"role": cue.role, "kind": cue.kind}
    if groups.get("role"):
        qualifiers["role"] = groups["role"].strip().lower()
    for slot in {cue.subject, cue.object} & _ITS.keys():
        qualifiers["role"] = next((r for n in clause.who(groups[_ITS[slot]]) if (r := _chair_role(n))), None)
    if cue.cadence:
        qualifiers["cadence"] = clauses.cadence(clause, begin, end)
        via = groups.get("V") or ((after := _VIA.match(clause.text[end:])) and after.group(1)) or ""
        qualifiers["via"] = next((n.name for n in clause.who(via)), None)
    ended = modality == "historical" and bool(clauses.ENDED.search(clause.text[begin:end]))
    qualifiers.update(clauses.period(paper, clause, begin, end, cue.dated, ended))
    allowed = PREDICATES[cue.predicate]
    qualifiers = {k: v for k, v in qualifiers.items() if k in (*allowed.qualifiers, "since", "until")}
    first, last = clause.place(begin), clause.place(end)
    first += len(paper.text[first:last]) - len(paper.text[first:last].lstrip(" :;,.-\t\n"))
    if clauses.only_quoted(paper, first, last):
        return
    topic = found.end("T") if "T" in groups else 0
    for subject in subjects:
        if topic and (id(subject), cue.predicate, -topic) in said:
            continue
        said.add((id(subject), cue.predicate, -topic))
        for object_ in objects:
            key = (id(subject), cue.predicate, id(object_))
            if subject.label in allowed.subjects and object_.label in allowed.objects and key not in said:
                said.add(key)
                if paper.has_said(subject, cue.predicate, object_, first, last):
                    continue
                paper.state(subject, cue.predicate, object_, first, last, f"cue:{cue.id}", modality, **qualifiers)


def _verb(found: re.Match[str], left: str, end: int) -> tuple[int, int] | None:
    """What stands between the left party of a match and the next one; None where it has no left party."""
    if found.groupdict().get(left) is None:
        return None
    start = found.end(left)
    rights = [found.start(g) for g in ("B", "P", "O", "T", "V") if found.groupdict().get(g) is not None]
    return start, min((r for r in rights if r >= start), default=end)


def _end(clause: Clause, found: re.Match[str]) -> int:
    """The end of a match without a last party that already begins the next clause: "… to X, and Y is …"."""
    end = found.end()
    group = next((g for g in ("B", "P") if found.groupdict().get(g) and found.end(g) == end), None)
    if group is None:
        return end
    slots = found.group(group)
    cut = re.search(rf"(?:\s*,\s*(?:and\s+)?|\s+and\s+){THE}{SLOT}$", slots, re.IGNORECASE)
    aside = "," in slots and len(re.findall(SLOT, slots)) == 2 and _ASIDE.match(clause.text, *_verb_of(found, group))
    if cut and (aside or _FOLLOWS.match(clause.text, end)):
        return found.start(group) + cut.start()
    return end


_FOLLOWS = re.compile(
    r"[’']s\b|\s+(?:(?:[a-z]+ly|also|then|now|seldom|often|still)\s+)*(?:is|are|was|were|will|would|should|has|have|had|"
    r"must|may|can|also|then|oversee|report|chair|lead|manage|support|advise|monitor|fund|provide|deliver|"
    r"(?!(?:as|its|us|plus|across|towards|perhaps|versus)\b)[a-z]{2,}(?<!s)s|[a-z]+ed)\b",
    re.IGNORECASE,
)
"""What tells that the last of several parties begins a clause of its own."""
_ASIDE = re.compile(r"\s*,")
_OR_BEFORE = re.compile(r"[\s/]or,?\s+(?:in\s+[^,;.]{3,30}\babsence,?\s+)?(?:the\s+|an?\s+)?$")
_OR_BEHIND = re.compile(rf"\s+or\s+(?:by\s+|to\s+)?(?:[Tt]he\s+|an?\s+)?(?:[A-Z]|{SLOT})")
_WHAT_IS_DONE = re.compile(
    r"\b(?:considered|noted|received|discussed|approved|deferred|following|see|read|of|on|in|with|from|after|before|about)\s+$",
    re.IGNORECASE,
)
"""What stands before a report and not before who reports: "considered the Panel report to X"."""
_REPORT = re.compile(r"\s*(?:[\w-]+\s+){0,2}?report\s", re.IGNORECASE)
_ACTIONS = re.compile(r"\b(?:actions?(?: points?)?|next steps)\W*$", re.IGNORECASE)
_TO_REPORT = re.compile(r"\s*to\s", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"(?:\s+(?:and|on|for|of|in|dated)\s(?!which|what|how|who)[^.;:,]{0,60}?)?\s(?:was|were)\b|\s+(?:is|be|has|had)\b"
)


def _verb_of(found: re.Match[str], group: str) -> tuple[int, int]:
    """Where what stands between the left party of a match and its last one begins and ends."""
    left = next((g for g in ("S", "S2", "S3", "L", "A") if found.groupdict().get(g)), None)
    return (found.end(left) if left else found.start()), found.start(group)


def _is_one_of(clause: Clause, found: re.Match[str], begin: int, end: int) -> bool:
    """Whether a party of a match is one of two, of which it is not said which: "X or Y chairs"."""
    groups = found.groupdict()
    named = (groups.get(g) or "" for g in ("S", "S2", "A", "B", "P"))
    return (
        any(re.search(r"\sor\s", words) for words in named)
        or bool(_OR_BEFORE.search(clause.text[:begin]))
        or bool(_OR_BEHIND.match(clause.text, end))
    )


def _is_errand(paper: Paper, clause: Clause, verb: tuple[int, int] | None) -> bool:
    """Whether "X to report to Y" is an action that was set, in minutes or under a heading of actions."""
    if verb is None or not _TO_REPORT.match(clause.text, *verb):
        return False
    heading = paper.heading_of(paper.block_at(clause.start))
    return paper.part_at(clause.start).kind == "minutes" or bool(_ACTIONS.search(heading))


def _is_noun(clause: Clause, begin: int, verb: tuple[int, int] | None, end: int) -> bool:
    """Whether "report" is a noun or an errand: "the Panel report to X was noted", "Clerk to report to X"."""
    if verb is None:
        return False
    if _TO_REPORT.match(clause.text, *verb) and all(n.label != "Body" for n in clause.who(clause.text[verb[0] - 1])):
        return True
    if not _REPORT.match(clause.text, *verb):
        return False
    return bool(_OF_A_NOUN.match(clause.text, end) or _WHAT_IS_DONE.search(clause.text[:begin]))


_PASSED_OVER = re.compile(
    r"\b(?:not|rather than|instead of|unlike|other than|except(?: for)?|excluding|apart from|with the exception of|"
    r"(?:all|every|each|none|any|no)\b[^,;.:]{0,60}\b(?:but|save|bar)(?: for)?)\s+"
    r"(?:by |to |for |with )?(?:the |an? )?$",
    re.IGNORECASE,
)
"""What stands before the one who is named only to be passed over: "the HSCB, not the Cabinet, oversees …"."""
_WHICH = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?,?\s*which\s", re.IGNORECASE)
_WHO = re.compile(r"\s*,?\s*who\s", re.IGNORECASE)
_VIA = re.compile(rf"\s*,?\s*(?:via|through)\s+{THE}({SLOT})", re.IGNORECASE)
_SINGULAR = re.compile(
    r"(?:[\s,]|[a-z]+ly\s|also\s|now\s)*(?:is|was|has|does|(?!(?:as|its|us|plus|across|towards|perhaps|focus|discuss|"
    r"access)\b)[a-z-]+(?<!s)s)\b",
    re.IGNORECASE,
)


def _inside_phrase(clause: Clause, begin: int, left: str, after: int) -> bool:
    """Whether the left party is only part of a longer phrase, so that another is meant: "the chair of X reports to"."""
    if left == "S2" or _WHICH.match(clause.text, after):
        return False
    if _WHO.match(clause.text, after) and all(n.label == "Person" for n in clause.who(clause.text[after - 1])):
        return False
    before = clause.text[:begin]
    if re.search(
        rf"(?:\b(?:of|for|by|with|from|to|on|at|under|through|between|within|into|about|via|including|than|per)|"
        rf"{SLOT},?\s+and)\s+(?:both\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return not re.search(
            r"\b(?:progress|reports?|minutes|role|work|delivery|implementation|introduction|establishment|creation|"
            r"responsibility|accountability|ownership|secretariat|set up of|appointment|position|post|office|holder)"
            r"\s+(?:of|on|for|to|from|with|"
            r"against)\s+$",
            before,
            re.IGNORECASE,
        )
    return False


def _parties(paper: Paper, clause: Clause, cue: Cue, found: re.Match[str], slot: str, end: int) -> Iterator[Named]:
    """Who stands in a slot of a match, of the labels that the cue takes there."""
    if slot == "OWNER":
        owner = paper.owner_at(clause.start)
        if owner is not None:
            yield owner
        return
    if slot in _ITS:
        yield from _bodies_of(paper, clause, found.group(_ITS[slot]))
        return
    if slot == "post" and cue.post:
        of = next((n for n in clause.who(found.groupdict().get("A") or "") if n.label == "Body"), None)
        yield paper.entities.post(cue.post, of)
        return
    if found.groupdict().get(slot) is None and slot == "B" and found.groupdict().get("O"):
        slot = "O"
    words = found.group(slot)
    start = found.start(slot)
    if slot == "post":
        left = next((g for g in ("S", "S2", "S3", "A") if found.groupdict().get(g)), None)
        of = next((n for n in clause.who(found.group(left)) if n.label == "Body"), None) if left else None
        yield paper.entities.post(
            re.sub(r"\s+", " ", words).strip().capitalize() if of else re.sub(r"\s+", " ", words), of
        )
        return
    if slot == "T":
        if any(n.label in ("Instrument", "Review") for n in clause.who(words)):
            return
        topic = paper.words(clause.place(start), clause.place(found.end(slot)))
        if len(topic.split()) >= 2 or topic[:1].isupper():
            words = re.sub(r"^the\s+|\s+(?:of|for|in|on|to|and|the|a|with|from|by)$", "", topic).split()
            yield paper.entities.function(" ".join(words[:LONGEST_TOPIC]))
        return
    words = words[: max(0, end - start)]
    right = slot in ("B", "P", "O")
    labels = cue.b if right else cue.a
    listed = re.findall(SLOT, words)
    if slot in ("P", "L") and (
        not listed or re.search(r"\b[a-z]+\s+(?:from|of|in|for|at|within)\s|^(?:an?|the)\s+[a-z]", words)
    ):
        yield from _ordinary_posts(paper, clause, words, start)
        return
    if not right and len(listed) > 1 and _lends_only_its_last(clause, found, slot):
        listed = listed[-1:]
    kept: list[Named] = []
    for party in listed if right else reversed(listed):
        named = clause.who(party)
        if "Body" in labels and (body := _meant_body(paper, clause, party, labels)):
            named = [body]
        elif cue.a_reports and not right:
            break
        kinds = cue.b_kinds if right else cue.a_kinds
        if any((labels and n.label not in labels) or (kinds and n.kind not in kinds) for n in named):
            break
        if (
            right
            and kept
            and any(n.label == "Body" for n in named)
            and any(k.label == "Person" or (cue.predicate == "CHAIRS" and k.label != "Body") for k in kept)
        ):
            break
        if cue.office and any(_NO_OFFICE.search(n.name) for n in named):
            break
        kept += named
    yield from kept


_NO_OFFICE = re.compile(
    r"^(?:\S+\s+){0,2}(?:members?|representatives?|delegates?|observers?|users?|trustees?|directors|officers|governors?)\b"
    r"(?!\s*(?:general|secretary))|\b(?:chair(?:man|person|woman)?|convenor|convener)\b",
    re.IGNORECASE,
)
LONGEST_TOPIC = 14
"""Words of a topic's name."""
_ITS = {"ITS": "A", "THEIR": "B"}
"""For "the body whose chair this is", the slot of the chair."""


def _chair_role(named: Named) -> str | None:
    role = posts.CHAIR.search(named.name)
    return role.group().strip().lower() if role else None


_REPORTS_TO_IT = re.compile(r"\b(?:reports|reported|accountable|answerable|responsible)\s+to\s+$", re.IGNORECASE)
"""What the first of "X and Y oversee" ends: "Z reports to X and Y oversee the Plan"."""


def _lends_only_its_last(clause: Clause, found: re.Match[str], slot: str) -> bool:
    """Whether of "X and Y" only Y is the subject: in "Z met X and Y oversees …" the verb is not of both."""
    before = clause.text[: found.start(slot)]
    if _REPORTS_TO_IT.search(before):
        return True
    alone = " nor " in found.group(slot) or re.fullmatch(rf"{INTRO}(?:neither\s+|both\s+)?", before, re.IGNORECASE)
    return not alone and bool(_SINGULAR.match(clause.text, found.end(slot)))


def _bodies_of(paper: Paper, clause: Clause, slots: str) -> Iterator[Named]:
    """The bodies whose chairs the posts in `slots` are: the post's own, else the one whose paper it is."""
    for named in clause.who(slots):
        if named.label == "Post" and posts.CHAIR.search(named.name):
            body = named.body or paper.owner_at(clause.start)
            if body is not None:
                yield body


def _meant_body(paper: Paper, clause: Clause, slot: str, labels: frozenset[str]) -> Named | None:
    """The body that a longer name stands for where only a body can: "the Manager of X, which includes Y"."""
    party = clause.parties[ord(slot) - clauses.FIRST_SLOT]
    if len(party.named) != 1 or party.named[0].label in labels:
        return None
    if party.named[0].label == "Review" or party.named[0].kind == "report":
        return party.named[0].parent
    inner = paper.mentions_in(party.start + 1, party.end, "Body", inner=True)
    return inner[-1].named if inner and inner[-1].end == party.end else None


def _ordinary_posts(paper: Paper, clause: Clause, words: str, start: int) -> Iterator[Named]:
    """Posts in ordinary words: "the social work team manager and the detective sergeant"."""
    for phrase in re.finditer(POST, words, re.IGNORECASE):
        first, last = clause.place(start + phrase.start()), clause.place(start + phrase.end())
        body = next((n for n in clause.who(phrase.group()) if n.label == "Body"), None)
        name = posts.clean(paper.words(first, last))
        if body is None and name.lower() in (
            "team manager",
            "manager",
            "leader",
            "director",
            "head",
            "officer",
            "line manager",
        ):
            body = paper.owner_at(first)
        yield paper.entities.post(name, body)
