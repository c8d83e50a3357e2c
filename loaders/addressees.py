"""Whom a recommendation, a resolution or an action asks to act: the subject of its main clause, if somebody named.

The subject may be joined ("together with", "through"), delegated to ("to instruct X to", "authority be delegated to
X"), referred to ("remit the matter to X"), or the agent of a passive ("should be published by X"). Passive, generic
and impersonal wording asks nobody: no addressee is made up for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.entities import Named
from loaders.names import bodies, posts
from loaders.paper import Paper


@dataclass(frozen=True, slots=True)
class Parties:
    """Who a noun phrase names, and where it ends; `named` is empty where all of it is generic ("All agencies")."""

    named: tuple[Named, ...]
    end: int


_ADVERBS = r"(?:(?:also|now|then|therefore|together|always|still|as\sa\smatter\sof\surgency|[a-z]+ly)\s+)*"
_LEAD = re.compile(
    r"[\s“”\"‘'(*_•-]*(?:(?:and|but|however|therefore|finally|furthermore|additionally|accordingly),?\s+)?"
    r"(?:(?:(?:we|i|it\sis|it\swas|(?:the\s)?\w+|this\s\w+)\s+(?:\w+ly\s|therefore\s|also\s|further\s|again\s)?(?:recommend|"
    r"propose|resolve|agree|suggest)(?:s|d|ed)?(?:,?\sthat[,:]?|(?=\sthe\s[A-Z]))"
    r"|it\sis\s(?:\w+ly\s|also\s|therefore\s)?(?:essential|vital|imperative|important|critical|crucial|necessary)\sthat"
    r"|agree[ds]?\sthat|resolve[ds]?\sthat|request(?:s|ed)?\sthat|ensures?\sthat)\s+)?(?P<that>that[,:]?\s+(?:it\s+be\s+\w+\s+that\s+)?)?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[A-Z][^.;:–—,\n]{2,60}(?:\s[–—-]\s+|[*_]{0,3}:[*_]{0,3}\s+)(?=\S)")
_ADVERBIAL = re.compile(
    r"(?:through|in|within|following|by|as|at|for|where|when|to|with|on|once|after|during|over|before|given|"
    r"until|if|subject|"
    r"under|from|alongside|working|whilst|while|having|further|using)\b[^.;:]{2,160}?,\s+",
    re.IGNORECASE,
)
_MODAL = re.compile(
    rf"\s*,?\s*{_ADVERBS}(?:should|must|shall|ought\s+to|needs?\s+to|(?:is|are)\s+(?P<asked>asked|invited|"
    rf"requested|required|recommended|urged|encouraged)\s+to)\s+"
    rf"{_ADVERBS}(?P<be>be\s+)?{_ADVERBS}(?P<verb>[a-z][\w-]*)"
)
_LATER_MODAL = re.compile(
    rf"\s+(?:is|are|was|were|has|have)\s[^.;:]{{1,80}}?\b(?:but|and)\s+(?:should|must|"
    rf"needs?\s+to)\s+{_ADVERBS}(?P<be>be\s+)?(?P<verb>[a-z][\w-]*)"
)
_BARE = re.compile(rf"\s*,?\s+{_ADVERBS}(?P<be>be\s+)?{_ADVERBS}(?P<verb>[a-z][a-z-]*)\b")
_TO = re.compile(rf"\s*,?\s+{_ADVERBS}to\s+{_ADVERBS}(?P<be>be\s+)?{_ADVERBS}(?P<verb>[a-z][a-z-]*)\b")
_WILL = re.compile(rf"\s*,?\s+{_ADVERBS}(?:will|would)\s+{_ADVERBS}(?P<be>be\s+)?{_ADVERBS}(?P<verb>[a-z][a-z-]*)\b")
_NO_VERB = re.compile(
    r"(?:and|or|of|in|on|at|for|to|by|with|from|the|a|an|as|than|that|which|who|whose|is|are|was|were|has|had|"
    r"have|been|"
    r"not|its|their|his|her|but|via|into|under|over|per|should|would|could|may|might|can|will|must|shall|"
    r"(?!bring$)[a-z]+ing|(?!need$|proceed$|feed$|succeed$|exceed$)[a-z]+ed)$"
)
_ASKED_OF_ONE = re.compile(
    r"(?:re)?(?:views?|considers?|notes?|agrees?|approves?|endorses?|adopts?|develops?|ensures?|publish(?:es)?|reports?|"
    r"writes?|prepares?|produces?|provides?|establish(?:es)?|appoints?|recommends?|requests?|seeks?|takes?|makes?|"
    r"undertakes?|commissions?|delegates?|authori[sz]es?|instructs?|supports?|works?|updates?|implements?|"
    r"introduces?|reviews?|revises?|monitors?|submits?|sets?|gives?|brings?|presents?|arranges?|convenes?|drafts?|"
    r"explores?|identif(?:y|ies)|consults?|amends?|accepts?|receives?|confirms?|investigates?|responds?|refunds?|resolves?|strengthens?|improves?|collects?|clarif(?:y|ies)|conducts?|completes?)$"
)
"""What bodies and officers are asked to do, also in the third person: "That the Committee considers …"."""
_THIRD_PERSON = re.compile(
    r"(?!(?:discuss|address|assess|pass|focus|process|access|progress|stress|express|witness)$)[a-z]+s$"
)
_PARTICIPLE = re.compile(
    r"(?:[a-z-]+ed|given|made|held|kept|put|set|led|lead|done|taken|sought|built|shown|drawn|brought|sent|read|"
    r"found|run|"
    r"written|seen|met|heard|told|known|begun|broken|chosen|spent|paid|left|undertaken|overseen|drafted)$"
)
_ASKED = re.compile(
    r"(?:asked|requested|invited|instructed|required|tasked|urged|encouraged|authori[sz]ed|recommended|directed|"
    r"mandated|delegated|empowered|commissioned|permitted|charged)(?:,\s[^.;]{3,90},)?(?:\s+(?:to|with)\b|"
    r"\s+(?:delegated\s+)?(?:authority|powers?)\b)"
)
_STATE = re.compile(
    r"(?:the|an?|our|its|no|one|part|member|chair\w*|vice\w*|represented|responsible|accountable|in|on)$"
)
"""What may follow "be" where somebody is made something, not asked to act."""
_TO_ACT = re.compile(r"(?:,\s[^.;]{3,90},)?\s+(?:to|for|that)\b")
_RECOMMEND_TO = re.compile(
    r"\b(?:recommends?|recommendation\sis\smade|recommended)\s+to\s+(?=(?:the\s+)?[A-Za-z])", re.IGNORECASE
)
_ASK = re.compile(
    r"(?:(?:we|i)\s+(?:\w+ly\s+|also\s+|therefore\s+|further\s+|again\s+)?|to\s+)?(?:ask|request|invite|instruct|urge|call\s+(?:up)?on|direct|commission|task|authori[sz]e|mandate|"
    r"encourage|require)(?:s|ed|d|\s+on)?\s+(?:that\s+)?",
    re.IGNORECASE,
)
_ASKING_VERB = re.compile(
    r"\s+(?:(?:hereby|also|formally|further|strongly)\s+)*(?:asks?|requests?|invites?|instructs?|urges?|calls?\s+"
    r"(?:up)?on|directs?|commissions?|tasks?|authori[sz]es?|directed|instructed|requested|asked|authori[sz]ed)\s+"
)
_HANDED = re.compile(
    r"\b(?:delegat(?:e[sd]?|ing)|grant(?:s|ed)?|give[ns]?)\b[^.;]{0,60}?\b(?:authority|power|responsibility)?[^.;]{0,30}?\b"
    r"to\s+|"
    r"\b(?:authority|powers?|responsibility)\s+(?:be|is|was)\s+(?:delegated|given|granted)\s+to\s+|"
    r"\b(?:refer(?:red|s)?|remit(?:ted|s)?)\b(?:\s[^.;]{0,80}?)??\s(?:back\s+)?to\s+(?=the\s|[A-Z])",
    re.IGNORECASE,
)
_HANDED_WORDS = ("delegat", "refer", "remit", "authority", "power")
_AGENT = re.compile(
    r"\b(?:should|must|shall|needs?\s+to)\s+(?:\w+ly\s+)?be\s+(?:\w+\s+){0,3}?(?!chaired\b|funded\b|supported\b|"
    r"employed\b)[a-z]+(?:ed|en|ne|ken|led|lead|held|ght)\s+(?:jointly\s+)?by\s+"
    r"(?:(?:all|both|each|the\srelevant)\s+[\w\s-]{0,40}?,?\s*(?:and\s+)?(?:in\sparticular|especially|"
    r"including),?\s+)?",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,?\s+(?:and|&)\s+(?:also\s+)?|,\s+|\s?/\s?)(?=\S)")
_WITH = re.compile(
    r"\s*,?\s+(?:together\s+with|along\s+with|jointly\s+with|alongside|in\s+partnership\s+with|working\s+with)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*(?:,\s+[^.;:,]{2,80}(?:,[^.;:,]{2,60}){0,2},|,?\s+(?:through|via|in\s+(?:consultation|conjunction|"
    r"liaison|collaboration|coordination)\s+with|on\s+behalf\s+of|as)\s+[^.;:,]{2,80},?|\s+\([^()]{2,80}\))(?=\s)"
)
_SHORT = re.compile(r"\s+\((?:the\s+)?[“\"‘']?[A-Z][\w& ]{1,24}[”\"’']?\)")
"""The short form that a name is given where it is first used."""
_GENERIC = re.compile(
    r"(?:(?:the|all|every|each|any|both|other|its|their|relevant|wider|senior|local|key|partner|statutory|"
    r"frontline|and)\s+)*"
    r"(?:[\w’'-]+\s+){0,4}?(?:agencies|agency|partners|services|managers|authorit(?:y|ies)|boards|professionals|"
    r"members|organisations|"
    r"organizations|staff|officers|practitioners|leaders|partnerships|councils|schools|forces|departments|"
    r"social\s+care|health|teams|(?-i:[A-Z]{2,8}s)|providers|commissioners|"
    r"parties|stakeholders|governors|councillors|headteachers|colleges|charities|employers)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"(?:every|each|any|all|no|some|many|most|a|an|other)\b", re.IGNORECASE)
_ACTING = frozenset(("Body", "Person", "Post"))
_POWERS = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?:(?:UK|British|Irish|Australian|Federal|Commonwealth|State|Provincial|National|Central)\s+)?"
    r"Government|Parliament|Congress|Legislature|(?:Welsh|Scottish)\s+Ministers)(?=\s|,)"
)
"""Powers of a state, which no head word shows to be bodies."""
_PROPER = re.compile(
    r"(?P<the>[Tt]he\s+)?(?P<name>[A-Z][\w’'&-]*(?:(?:\s+(?:of|for|and|the|on)){0,2}\s+[A-Z][\w’'&-]*){0,6})"
    r"(?:\s+\([A-Z][\w&]{1,9}\))?(?![\w’'-])"
)
_NO_PARTY = re.compile(
    r"(?:.*\s)?(?:plans?|strategy|policy|programme|program|framework|protocol|scheme|acts?|bill|code|guidance|charter|"
    r"reports?|review|inquiry|register|rules?|system|models?|projects?|fund|agreement|contract|budget|statement|process|"
    r"procedure|toolkit|training|pathway|order|assessments?|index|survey|website|database|template|form|standards?|"
    r"regulations?|legislation|law|constitution|terms|phase|stage|option|part|section|chapter|recommendation|table|"
    r"appendix|annex|article|paragraph|level|tier|year|schedule|days?|week|month|meetings?|minutes|agenda|data|[ivx]+|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"\w+(?<!s)(?<!ice)(?<!air)s)$|(?:this|these|those|it|they|there|he|she|we|you|when|where|if|as|in|to|for)\b",
    re.IGNORECASE,
)
"""Capitalised subjects that are things, times or many of a kind, and pronouns that open a sentence."""
_THAT = re.compile(r"\bthat,?\s+$|\brecommend(?:ed)?\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|both)\s+", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"(?:the\s+)?members\s+of\s+(?:the\s+)?", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?:the\s+)?")
_MORE_PARTIES = re.compile(r"\s+and\b|,\s+(?:and\b|[A-Z])")
_WORD = re.compile(r"[\w’'&-]+")
_ROLE = re.compile(
    r"the\s+((?:[\w’'-]+\s+){0,2}?(?:(?:vice|deputy)[- ])?(?:chair(?:man|woman|person)?|clerk|chief\s+executive|"
    r"director|secretary|treasurer|"
    r"president|leader|mayor|commissioner|chief\s+constable|editor|archivist|registrar|monitoring\s+officer|"
    r"lead\s+officer))(?=\s|,)",
    re.IGNORECASE,
)
"""Posts without capitals; "the user", "the worker" are none."""


def addressees(
    paper: Paper, start: int, end: int, *, resolved: bool = False, action: bool = False
) -> list[tuple[Named, int, int]]:
    """Whom text[start:end] asks to act, each once, with the sentence that says so.

    Args:
        resolved: the words follow "Resolved" or the like, where "That the Clerk write …" has no "should".
        action: the words are an action note, where "Clerk to report …" and "Clerk will report …" are the form.
    """
    found: dict[int, tuple[Named, int, int]] = {}
    for a, b in _sentences(paper, start, end):
        for named in _asked(paper, a, b, resolved, action):
            found.setdefault(id(named), (named, a, b))
    return list(found.values())


def parties(paper: Paper, start: int, end: int) -> Parties | None:
    """The noun phrase at `start` where it is only bodies, posts and persons, named or generic; None for any other."""
    named: list[Named] = []
    at, generic = start, False
    while True:
        one = _one(paper, at, end)
        if one is None:
            return (
                Parties(tuple(named), stop)
                if (named or generic) and (stop := _before_join(paper, at)) > start
                else None
            )
        named += [n for n in one.named if n not in named]
        generic = generic or not one.named
        at = one.end
        join = _JOIN.match(paper.text, at, end)
        if not join:
            return Parties(tuple(named), at)
        if _one(paper, join.end(), end) is None:
            return Parties(tuple(named), at)
        at = join.end()


def _before_join(paper: Paper, at: int) -> int:
    return len(paper.text[:at].rstrip(" ,/&"))


def _sentences(paper: Paper, start: int, end: int) -> Iterator[tuple[int, int]]:
    first, last = paper.block_at(start), paper.block_at(max(start, end - 1))
    for index in range(first, last + 1):
        for a, b in paper.sentences(index):
            if a < end and b > start:
                yield from _lines(paper.text, max(a, start), min(b, end))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or where it opens a list on lines of their own ("recommends that:") its head and those lines."""
    colon = text.find(":\n", start, end)
    if colon < 0:
        yield start, end
        return
    yield start, colon + 1
    at = colon + 2
    while at < end:
        line = text.find("\n", at, end)
        stop = line if line > 0 else end
        if text[at:stop].strip():
            yield at, stop
        at = stop + 1


def _asked(paper: Paper, start: int, end: int, resolved: bool, action: bool) -> Iterator[Named]:
    """Whom one sentence asks."""
    text = paper.text
    to = _RECOMMEND_TO.search(text, start, min(end, start + 90))
    if to and (whom := parties(paper, to.end(), end)):
        yield from whom.named
        return
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    resolved = resolved or bool(lead and re.search(r"\bthat\W*$", lead.group(), re.IGNORECASE))
    ask = _ASK.match(text, begin, end)
    if ask and (whom := parties(paper, ask.end(), end)) and _TO_ACT.match(text, whom.end, end):
        yield from whom.named
        return
    if resolved and (handed := _handed_to(paper, begin, end)):
        yield from handed
        return
    for at in _clause_starts(text, begin, end):
        subject = parties(paper, at, end)
        if subject is None:
            if (named := _proper(paper, at, end, resolved)) is not None:
                yield named
                return
            continue
        yield from _of_clause(paper, subject, end, resolved, action)
        return
    agent = _AGENT.search(text, begin, end)
    if agent and (whom := parties(paper, agent.end(), end)):
        yield from whom.named


def _proper(paper: Paper, at: int, end: int, resolved: bool, joined: bool = False) -> Named | None:
    """Whoever is asked under a name that only its place shows to be one: "that Westmarch refund", "the HQIP should"."""
    text = paper.text
    found = _PROPER.match(text, at, end)
    if found is None or _NO_PARTY.match(found["name"]) or _EVERY.match(found["name"]):
        return None
    words = found["name"].split()
    asked = joined or bool(_THAT.search(text, max(0, at - 24), at))
    short = len(words) == 1 and not (words[0].isupper() and len(words[0]) > 2)
    if short and (not asked or found["the"] or bodies.kind_of(found["name"]) is not None):
        return None
    verb = _verb(text, found.end(), end, resolved, False)
    if verb is None or (verb["be"] and not _ASKED.match(text, verb.start("verb"), end)):
        return None
    if verb.re is _BARE and not (asked and _ASKED_OF_ONE.match(verb["verb"])):
        return None
    if paper.mentions_in(*found.span("name"), "Instrument", "Review"):
        return None
    return paper.organisation_at(*found.span("name"))


def _handed_to(paper: Paper, begin: int, end: int) -> tuple[Named, ...]:
    """Whom a decision hands a matter to: "delegate authority to the Director", "be referred to the Committee"."""
    low = paper.text[begin:end].lower()
    if not any(word in low for word in _HANDED_WORDS):
        return ()
    for handed in _HANDED.finditer(paper.text, begin, end):
        if whom := parties(paper, handed.end(), end):
            return whom.named
    return ()


def _clause_starts(text: str, begin: int, end: int) -> Iterator[int]:
    """Where the subject may begin: at the clause, after an adverbial and its comma, after a title and its dash."""
    yield begin
    if title := _TITLE.match(text, begin, end):
        yield title.end()
        return
    at = begin
    for _ in range(3):
        adverbial = _ADVERBIAL.match(text, begin, end)
        if not adverbial:
            return
        comma = text.find(", ", at, end)
        if comma < 0:
            return
        at = comma + 2
        yield at


def _of_clause(paper: Paper, subject: Parties, end: int, resolved: bool, action: bool) -> Iterator[Named]:
    text, at = paper.text, subject.end
    named = list(subject.named)
    if (joint := _WITH.match(text, at, end)) and (more := parties(paper, joint.end(), end)):
        named += [n for n in more.named if n not in named]
        at = more.end + (1 if text[more.end : more.end + 1] == "," else 0)
    asks = _ASKING_VERB.match(text, at, end)
    if asks and (whom := parties(paper, asks.end(), end)) and _TO_ACT.match(text, whom.end, end):
        yield from whom.named
        return
    verb = _verb(text, at, end, resolved, action)
    if verb is None and (short := _SHORT.match(text, at, end)):
        at = short.end()
        verb = _verb(text, at, end, resolved, action)
    if verb is None and (aside := _ASIDE.match(text, at, end)):
        verb = _verb(text, aside.end(), end, resolved, action)
    if verb is None and (join := _JOIN.match(text, at, end)):
        more_named = _proper(paper, join.end(), end, resolved, joined=True)
        if more_named is not None:
            yield from (*named, more_named)
            return
    if verb is None:
        if resolved and not text[at:end].strip(" :*_"):
            yield from named
        return
    if verb["be"] and _STATE.match(verb["verb"]):
        return
    if verb["be"] and _PARTICIPLE.match(verb["verb"]) and not _ASKED.match(text, verb.start("verb"), end):
        agent = _AGENT.search(text, subject.end, end)
        if agent and (whom := parties(paper, agent.end(), end)):
            yield from whom.named
        return
    yield from named


def _verb(text: str, at: int, end: int, resolved: bool, action: bool) -> re.Match[str] | None:
    """What the subject that ends at `at` should do, or None where no verb of asking follows."""
    patterns = [_MODAL, _LATER_MODAL]
    patterns += [_TO, _WILL] if action else []
    patterns += [_BARE, _TO, _WILL] if resolved else []
    for pattern in patterns:
        found = pattern.match(text, at, end)
        if found and (pattern is not _BARE or found["be"] or _is_base(found["verb"])):
            return found
    return None


def _is_base(verb: str) -> bool:
    """Whether a word after a subject can be its verb as in "That the Clerk write" or "That the Clerk writes"."""
    return not _NO_VERB.match(verb) and not (_THIRD_PERSON.match(verb) and not _ASKED_OF_ONE.match(verb))


def _one(paper: Paper, start: int, end: int) -> Parties | None:
    """One party at `start`."""
    text = paper.text
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    if begin >= end:
        return None
    if not _EVERY.match(text, begin, end) and (mention := _mention_at(paper, begin, end)) is not None:
        return _with_apposition(paper, mention, end)
    if article and (reference := _reference(paper, start, end)):
        return reference
    if of := _MEMBERS_OF.match(text, start, end):
        whole = _one(paper, of.end(), end)
        if whole is not None:
            return whole
    if power := _POWERS.match(text, start, end):
        return Parties((paper.entities.known_body(power["name"]) or paper.entities.body(power["name"]),), power.end())
    if generic := _GENERIC.match(text, start, end):
        return Parties((), generic.end())
    if role := _ROLE.match(text, start, end):
        post = paper.post_at(role.start(1), role.end(1), paper.owner_at(start))
        return Parties((post,), role.end()) if post else None
    return None


def _mention_at(paper: Paper, begin: int, end: int) -> Parties | None:
    found = paper.mentions_in(begin, min(end, begin + 200), "Body", "Post", "Person", inner=True)
    here = [m for m in found if m.start == begin]
    if not here:
        return None
    mention = max(here, key=lambda m: m.end)
    after = paper.text[mention.end : mention.end + 2]
    if after[:1] in "’'" and after[1:] == "s":
        return None
    role = posts.ROLE_WORD.search(paper.text, begin, mention.end) if mention.named.label == "Post" else None
    if role and role.group().endswith("s"):
        return Parties((), mention.end)
    return Parties((mention.named,), mention.end)


def _with_apposition(paper: Paper, party: Parties, end: int) -> Parties:
    """The party with what is set beside it: "Mr. F. Quayle, Interim Chief Executive," is one, not two."""
    if not party.named or party.named[0].label not in ("Person", "Post"):
        return party
    comma = _COMMA.match(paper.text, party.end, end)
    beside = _mention_at(paper, comma.end(), end) if comma else None
    if beside is None or not any(n.label in ("Post", "Body") for n in beside.named):
        return party
    after = paper.text[beside.end : end]
    if after[:1] in (",", " ") and not _MORE_PARTIES.match(after):
        return Parties(party.named, beside.end + (after[:1] == ","))
    return party


def _reference(paper: Paper, start: int, end: int) -> Parties | None:
    """The longest reference at `start`: "the Sub Group", "the two Groups"."""
    words = list(_WORD.finditer(paper.text, start, min(end, start + 70)))[:6]
    for last in reversed(words[1:]):
        if paper.text[last.end() : last.end() + 2] in ("’s", "'s") or re.search(
            r"[,.;:()]", paper.text[start : last.end()]
        ):
            continue
        found = paper.refer_all(start, last.end())
        if found:  # a plan can be referred to, but not asked
            return Parties(tuple(found), last.end()) if all(n.label in _ACTING for n in found) else None
    return None
