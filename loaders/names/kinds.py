"""What the head of a body's name says: its kind, and where that word heads none ("Council Tax", "Bus Service")."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from loaders.names import by_word, word_set

KINDS = by_word(
    {
        "board": "board body selectboard",
        "committee": "committee sub-committee subcommittee executive",
        "commission": "commission",
        "cabinet": "cabinet",
        "council": "council assembly parliament senate congress synod presbytery vestry",
        "partnership": "partnership consortium network alliance collaborative coalition",
        "forum": "forum",
        "team": "team secretariat unit hub",
        "trust": "trust hospital",
        "service": "service services division centre",
        "directorate": "directorate",
        "department": "department ministry government office",
        "agency": "district agency authority bureau tribunal court corporation",
        "panel": "panel conference",
        "group": "group taskforce caucus fellows party force wg",
        "sub-group": "sub-group subgroup",
        "inspectorate": "inspectorate",
        "force": "constabulary police",
        "charity": "club association society federation confederation foundation refuge scheme union guild",
        "school": "institute university college school academy faculty",
        "company": "ltd limited plc",
        "office-holder": "ombudsman",
    }
)
"""Head of a body's name → the kind of body."""

PREPOSED = {
    "of": word_set(
        "department ministry office university college institute bureau association society council board federation "
        "inspectorate school committee centre court faculty division confederation commission"
    ),
    "for": word_set(
        "department ministry office institute association society council centre commission authority foundation "
        "agency trust committee"
    ),
    "on": word_set("committee commission taskforce force"),
}
"""Preposition → heads whose name may go on after it: "Department for Education"."""

_ONLY_AFTER = {
    "party": word_set("working"),
    "conference": word_set("assessment"),
    "body": word_set("governing representative supervisory"),
    "force": word_set("task"),
    "district": word_set(
        "school schools water fire protection library park sanitary sanitation conservation utility irrigation "
        "drainage improvement hospital"
    ),
    "scheme": word_set("car transport watch driver volunteer volunteers befriending minibus"),
    "court": word_set(
        "crown county magistrates magistrates' high supreme family youth coroner's coroners appeal sheriff district "
        "circuit municipal superior university probate juvenile"
    ),
}
"""Heads of common words → what stands before them where they head a body: "Working Party", "Crown Court"."""
_NEVER_AFTER = {
    "centre": word_set(
        "community civic town city shopping leisure conference village sports sport retail garden youth day visitor "
        "visitors health medical children's arts heritage business enterprise call contact recycling exhibition "
        "detention resource school neighbourhood local"
    ),
    "service": word_set(
        "carol memorial civic church remembrance thanksgiving bus train rail sunday customer self divine funeral "
        "wedding "
        "candlelit morning evening shuttle postal ferry public emergency frontline statutory essential"
    ),
    "network": word_set(
        "road highway highways rail railway bus cycle cycling tram social footpath path transport broadband fibre "
        "street"
    ),
    "office": word_set(
        "post head box ticket booking sorting front back main council registered branch site field town"
    ),
    "government": word_set("central local national good open"),
    "division": word_set("electoral north south east west central north-east north-west south-east south-west"),
    "group": word_set("age ethnic peer racial minority user target focus blood tour family year client income control"),
    "authority": word_set(
        "planning highway highways licensing education billing precepting contracting competent waste disposal "
        "collection enforcement public statutory responsible relevant principal delegated flood lead local"
    ),
    "association": word_set("housing trade professional"),
    "union": word_set("trade credit"),
    "college": word_set("electoral"),
    "club": word_set(
        "youth breakfast homework after-school lunch night social book film craft golf fan holiday kids the"
    ),
    "unit": word_set("industrial housing residential"),
    "board": word_set("notice white black skirting circuit chalk"),
    "partnership": word_set("liability"),
    "force": word_set("work labour"),
}
"""Head → words before it that make both together a common noun, or a place: "Bus Service", "Civic Centre"."""
_NEVER_AFTER["services"] = _NEVER_AFTER["service"]
PLAIN = word_set(
    "local borough county city district parish town community metropolitan unitary full national primary secondary "
    "special infant junior high lead independent main general central public annual extraordinary ordinary village "
    "grammar nursery emergency inaugural regular monthly "
    "sunday area working tenants residents tenants' residents' constituent statutory principal other "
    "governing"
)
"""Words that alone don't make a head a name: "the Local Authority" is a reference."""
_GOES_ON = word_set("of for on to in and & with at upon against from the or")
_ORDERED = re.compile(
    r"[a-z]|\d{1,2}|[ivx]{1,4}|north|south|east|west|central|england|wales|scotland|ireland|uk|one|two|three"
)
_ENDS = word_set("ltd limited plc")
_SENTENCE = re.compile(
    r"(?<![\w’'-])(?:is|are|was|were|be|been|has|have|had|will|shall|should|must|may|can|could|would|that|which|who|whose|"
    r"it|they|he|she|we|this|these|those|there|not|also|if|when|then|asked|noted|said|agreed|reported|gave)(?![\w’'-])"
)
_NO_NAME = re.compile(
    r"\W*(?:(?:.*\s)?(?:chamber|room|boardroom|hall|tax|agreement|deed|agenda|minutes|offices|building|floor|suite|theatre|"
    r"library|street|road|lane|avenue|website|telephone|email)(?:\s+(?:[a-z]|\d+))?|apologies|none|n/?a|tb[cad]|"
    r"to be confirmed|vacan(?:t|cy)|all|various|yes|no|nil|other|others|total|name|organisation|representing|absent|"
    r"present|(?:item|page|section|paragraph|appendix|annex)\s.*|[\d\W]*)\W*",
    re.IGNORECASE,
)


def heads(before: str, head: str) -> bool:
    """Whether `head` after the word `before` can head the name of a body; both in lower case."""
    wanted = _ONLY_AFTER.get(head)
    return (wanted is None or before in wanted) and before not in _NEVER_AFTER.get(head, ())


def nameable(name: str) -> bool:
    """Whether words in a place for organisations can name one: no room, no piece of a sentence, no "Council Tax"."""
    words = re.findall(r"[^\W\d_][\w’'-]*", name)
    if not words or _NO_NAME.fullmatch(name) or _SENTENCE.search(name):
        return False
    lower = [w for w in words if w.islower() and len(w) > 3]
    if len(lower) * 2 > len(words):
        return False
    return kind_of(name) is not None or not any(
        w.lower() in KINDS and v[0].isupper()
        for w, v in pairwise(words)
        if w.lower() not in ("force", "party", "scheme")
    )


@lru_cache(maxsize=8192)
def kind_of(name: str) -> str | None:
    """The kind of body that a name says it is, by its last head word; None where it has none, or is of something else.

    "Council Tax", "Board Room" and "Group Leader" go on after the head: they name no body.
    """
    spelt = re.sub(r"\s*\([^)]*\)", "", name.lower().replace("’", "'"))
    places = list(re.finditer(r"[^\W_](?:[^\W_]|[-'](?=\w))*|&", spelt))
    words = [found.group() for found in places]
    if words[-2:-1] == ["sub"] and words[-1] in ("group", "committee", "groups"):
        return "sub-group" if words[-1].startswith("group") else "committee"
    if words[-2:] == ["commissioning", "group"]:
        return "agency"
    if ("operational" in words and words[-1] == "group") or words[-2:] == ["silver", "group"]:
        return "operational group"
    found = [k for k, w in enumerate(words) if w.removesuffix("'s") in KINDS]
    if not found:
        return None
    last = found[-1]
    after = words[last + 1] if last + 1 < len(words) else ""
    joined = bool(after) and spelt[places[last].end() : places[last + 1].start()].isspace()
    if joined and after not in _GOES_ON and after not in _ENDS and not _ORDERED.fullmatch(after):
        return None
    if not heads(words[last - 1].removesuffix(",") if last else "", words[last]):
        return None
    first = next((k for k in found if words[k + 1 : k + 2] and words[k] in PREPOSED.get(words[k + 1], ())), last)
    if first < last and words[last] in ("service", "services", "school", "trust", "police"):
        last = first  # "Committee on Community Services"
    return KINDS[words[last].removesuffix("'s")]
