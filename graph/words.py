"""How the words of names are compared: small words and titles aside, in the singular."""

from __future__ import annotations

_SMALL = "the a an of for and to in on at by with from local its their this s"
_TITLES = """
the rt hon right honourable councillor cllr mr mrs ms miss mx dr professor prof sir dame lord lady baroness rev revd
reverend alderman judge justice
"""

SMALL = frozenset(_SMALL.split())
"""Words that tell no two names apart."""

TITLES = frozenset(_TITLES.split())
"""Words before a person's name that are not part of it."""

_IRREGULAR = {
    "children": "child",
    "childrens": "child",
    "people": "person",
    "peoples": "person",
    "enquiry": "inquiry",
    "enquiries": "inquiry",
    "inquiries": "inquiry",
    "strategies": "strategy",
}


def singular(word: str) -> str:
    """The singular of a lower-case word of a name: "boards" → "board", "children" → "child"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
