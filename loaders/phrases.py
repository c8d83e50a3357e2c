"""The pattern language of data/cues.toml: slots and building blocks, expanded into regular expressions over clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from graph.errors import VocabularyError
from loaders.clauses import SLOT

THE = r"(?:(?:the|a|an|its|their|our|both(?:\s+the)?|each of|all of|that|this)\s+(?:new\s+|overall\s+)?)?"
_AND = (
    r"(?:\s*,\s*(?:and\s+|as well as\s+)?|\s+and\s+(?:to\s+)?|\s+n?or\s+|\s+&\s+|\s+as well as\s+|"
    r"\s+together with\s+)"
)
_PLANS = r"(?:\s+and\s+(?:its\s+)?(?:action|delivery|work|business|improvement)\s+plan)?"
_GROUP = rf"{THE}{SLOT}(?:{_AND}{THE}{SLOT}(?![’']))*(?![’']s){_PLANS}"
"""One party or several: "the Board", "X, Y and the Z"."""

_ADVERB = (
    r"(?:(?:also|now|therefore|already|then|both|in turn|in effect|itself|themselves|back|not|no longer|never|still|"
    r"always|yet|in future|at present|from now on|once|first|instead|[a-z]+ly)\s+)*"
)
_BE = (
    rf"(?:,?\s*(?:which|who|that)\s+)?{_ADVERB}(?:(?:is|are|was|were|be|been|being|remains?|(?:has|have|had) been|"
    r"(?:will|would|should|shall|must|may|can|could|is|are) (?:not )?(?:to )?be|to be|(?:is|are|was|were) not)\s+)?"
    rf"{_ADVERB}"
)
_HAVE = r"(?:(?:has|have|had)\s+)?"
_AUX = (
    rf"(?:,?\s*(?:which|who|that)\s+)?{_ADVERB}(?:(?:(?:will|would|should|shall|must|may|might|can|could|does|do|did|has|"
    r"have|had|cannot|(?:does|do|did|wo|should|has|have)n[’']t|need not)\s+|(?:is|are|was|were|be)\s+(?:not\s+)?(?:(?:"
    r"now|required|expected|asked|charged|tasked|there|set up|established|intended|due|meant|obliged|entitled|"
    r"empowered)\s+)?to\s+|"
    r"(?:used|ceased|ceases|stopped|continues?|continued|needs?|ought|failed|fails|intends?|plans?|aims?|exists?|"
    r"agreed|proposes?|appears?|seems?|began|begins|has|have|had)\s+(?:not\s+)?to\s+|to\s+|(?:ceased|stopped)\s+)"
    rf"{_ADVERB}){{0,3}}"
)
"""What may stand before a verb: "will", "does not", "no longer", "has ceased to"."""
INTRO = (
    r"(?:^|(?<=[.;:]\s))\s*(?:(?:however|therefore|in addition|additionally|currently|at present|historically|"
    r"since then|in turn|that|to note that|to agree that|\(\w+\)|in the meantime)\s*,?\s+|"
    r"(?:in|from|since|on|at|for|following|as|under)\s[^,;\ue000-\uf8ff]{3,60},\s+)*"
)
"""What may stand before the subject of a sentence: "However,", "In October 2012,"."""

_ASIDE = (
    r"(?:\s*\([^()]{1,60}\))?(?:,\s*(?:through|via|with|together with|working with|in partnership with|as|not|under|"
    r"chaired by|led by|hosted by|based|rather than|unlike|and not|but not|instead of)\s[^,;.]{1,90}?"
    r"(?:,|(?=\s(?:should|must|will|shall|is|are|has|have)\s)))?"
)
"""What may stand between subject and verb: ", through the X,"."""

_CARRIED = (
    r"(?:(?:\s[^;:.\ue000-\uf8ff]{0,90}|(?:(?!\b(?:who|which|whose|that|where)\b|\s[-–—]\s)[^;:.]){0,160})?"
    r"\s(?:and|but)\s+(?:as such\s+)?)?"
)
"""What stands between the subject and its second verb: "… is owned by Y and"."""

_LOWER = r"(?:(?!(?:of|an?|the|and|to|for|in|by|with)\b)[a-z’-]+\s+)"
_ROLES = (
    "officer|manager|inspector|sergeant|superintendent|commander|director|leader|co-?ordinator|adviser|advisor|"
    "solicitor|"
    "nurse|clerk|head|lead|representative|official|executive|trustee|governor|councillor|chair|chairman|chairperson|member"
)
POST = rf"(?:an?|the)\s+{_LOWER}{{0,5}}?(?:{_ROLES})s?(?:\s+(?:from|of|in|for|at|within)\s+{THE}{SLOT})?"
"""A post in ordinary words: "a senior police officer from the X"."""

_TOPIC = (
    r"[a-zA-Z’'\ue000-\uf8ff][^.;:()]{3,200}?"
    rf"(?=\s*(?:[.;:()]|,\s|$|\sand\s+(?:the\s+)?{SLOT}(?:\s*\([^()]*\))?\s+(?:which|who|is|has|will|shall|are)\b|"
    r"\s(?:and is|and are|which|who|so that|in order|to ensure|through|should|must|will|shall|"
    r"until|since|because|with\s+respect\s+to|in\s+accordance|in\s+line\s+with|on\s+behalf|in\s+consultation|including|such\s+as|"
    r"and\s+(?:also\s+)?(?:manages|oversees|reports|leads|chairs|provides|advises|supports|acts|has|will|shall|must))\b))"
)
_PARTS = (
    (
        "{S} ",
        rf"(?:(?P<S>{_GROUP}){_ASIDE}\s*,?\s*|{INTRO}(?P<S2>{_GROUP}){_ASIDE}{_CARRIED}"
        rf"|(?P<S3>{SLOT})\s*[-–,]?\s*(?:who|which)\s[^;:.]{{0,160}}?\s(?:and|but)\s+)",
    ),
    ("{L}", f"(?P<L>{POST})"),
    ("{A}", f"(?P<A>{_GROUP})"),
    ("{P}", f"(?P<P>{_GROUP}|{POST}(?:{_AND}{POST})*)"),
    ("{O}", f"(?P<O>{THE}{SLOT})[’']s?"),
    ("{B}", f"(?P<B>{_GROUP})"),
    ("{T}", f"(?P<T>{_TOPIC})"),
    (" {be}", rf"\s*{_BE}"),
    ("{be}", _BE),
    ("{SLOT}", SLOT),
    ("{THE}", THE),
    ("{POST}", POST),
    ("{adv}", _ADVERB),
    ("{have}", _HAVE),
    ("{aux}", _AUX),
    ("{V}", rf"(?P<V>{THE}{SLOT})"),
)


_BEGINNING = re.compile(r"\{(?P<party>[SALP])\}(?:,\??)? ")
_MAYBE = re.compile(r"\{(?:be|aux|adv|have)\}|(?:\(\?:[^()]*\)|\[[^\]]*\])(?:\?(?![?+])|\*(?![?+])|\{0,\d+\}\??)")
"""What may be left out right behind the party that a pattern begins with."""


class Pattern:
    """A pattern of data/cues.toml over the text of a clause; its regular expressions are made when first needed.

    Most patterns begin with a party and go on with words that few clauses have: these words are looked for first.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        beginning = _BEGINNING.match(source)
        self._word = word_of(source)
        self._in_slot = beginning is not None and beginning["party"] in "SA"

    def finditer(self, text: str, lower: str, slot: int) -> Iterable[re.Match[str]]:
        """Its matches in a clause, `lower` in small letters, whose first slot stands at `slot`.

        Raises VocabularyError where it is malformed.
        """
        if self._word not in lower:
            return ()
        if self._tail is not None and not self._tail.search(text, slot + 1 if self._in_slot else 0):
            return ()
        return self.full.finditer(text)

    @cached_property
    def full(self) -> re.Pattern[str]:
        """All of it. Raises VocabularyError where it is malformed."""
        return _compiled(self.source)

    @cached_property
    def _tail(self) -> re.Pattern[str] | None:
        tail = tail_of(self.source)
        return _compiled(tail) if tail else None


def tail_of(pattern: str) -> str | None:
    """What a match of a pattern must have behind the party that it begins with; None where it begins with none."""
    beginning = _BEGINNING.match(pattern)
    if beginning is None:
        return None
    at = beginning.end()
    while maybe := _MAYBE.match(pattern, at):
        at = maybe.end()
    return pattern[at:] or None


def word_of(pattern: str) -> str:
    """The longest piece of a word, in small letters, that every match of a pattern has; "" where there is none."""
    plain = re.sub(r"\{[A-Za-z]+\}", " ", pattern)
    while (inner := _GROUP_OR_CLASS.sub(" ", plain)) != plain:
        plain = inner
    pieces = re.findall(r"[a-z]+", re.sub(r"\\.|[\w’'-](?=[?*{])", " ", plain).lower())
    return max(pieces, key=len, default="") if "|" not in plain else ""


_GROUP_OR_CLASS = re.compile(r"\((?:\\.|[^()\\])*\)[?*+]*|\[(?:\\.|[^\]\\])*\][?*+]*")


def _compiled(pattern: str) -> re.Pattern[str]:
    for part, meaning in _PARTS:
        pattern = pattern.replace(part, meaning)
    try:
        return re.compile(re.sub(r"(?<!\\) (?![*+?{])", r"\\s+", pattern), re.IGNORECASE)
    except re.error as error:
        raise VocabularyError(f"data/cues.toml: {pattern!r}: {error}") from error
