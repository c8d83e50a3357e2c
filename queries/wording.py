"""Plain English: how names, dates, lists and quotations read in a sentence that can be said out loud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from queries.spoken_dates import spoken_date

_TAKES_ARTICLE = frozenset((
    "board", "group", "sub-group", "subgroup", "committee", "commission", "panel", "cabinet", "council", "partnership",
    "forum", "team", "unit", "executive", "directorate", "department", "service", "services", "plan", "strategy",
    "policy", "protocol", "procedure", "review", "inquiry", "enquiry", "inspection", "audit", "report", "framework",
    "reference", "budget", "chair", "chairman", "chairperson", "officer", "director", "manager", "leader",
    "commissioner", "adviser", "member", "sergeant", "inspector", "superintendent", "constable", "secretary",
))  # fmt: skip
"""Last words of names that read with "the": "the CSE Sub Group", but "Ofsted"."""

_OWNERS = frozenset(("children", "people", "women", "men", "young", "adult", "adults", "leader", "mayor", "schools"))
"""Whose things read with "the" all the same: "the Children's Improvement Board", but "Barnardo's Practice Review"."""

_QUOTE = 240


def listed(items: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; with semicolons where an item has a comma."""
    comma = "; " if any("," in item for item in items) else ", "
    if len(items) < 2:
        return "".join(items)
    return f"{comma.join(items[:-1])} {word} {items[-1]}"


def named(entity: Mapping[str, Any]) -> str:
    """The entity's name as it stands within a sentence: "the CSE Sub Group", "Ofsted", "a senior police officer"."""
    name = re.sub(r"\s*\([A-Z]{2,8}\)$", "", str(entity["name"])).strip() or str(entity["name"])
    if entity["label"] == "Person" or re.match(r"(?:the|a|an|no|one|any|all|every|each) ", name, re.IGNORECASE):
        return name[0].lower() + name[1:] if re.match(r"(?:The|A|An) ", name) else name
    if entity["label"] in ("Recommendation", "Resolution"):
        return f"“{name}”"
    last = re.sub(
        r"[^a-z-]", "", name.split(",")[0].split(" (")[0].split(" of ")[0].split(" for ")[0].split()[-1].lower()
    )
    owner = re.match(r"([\w-]+)['’]s\b", name)
    if last in _TAKES_ARTICLE and (not owner or owner[1].lower() in _OWNERS):
        return f"the {name}"
    return name


def completed(template: str, parts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """`template` with {parts} filled in, lists as "a and b", and names of entities as they stand in a sentence.

    What stands in [square brackets] is left out where one of its parts is empty. {words} are quoted, {number} is bare.
    """

    def value(key: str, part: Any) -> str:
        if key == "words":
            return quoted(part)
        if key == "number":
            return number(str(part))
        if key == "papers":
            return listed(part)
        if isinstance(part, list):
            return listed([names.get(one) or named({"name": one, "label": ""}) for one in part])
        return names.get(str(part), str(part))

    filled = {key: value(key, part) for key, part in parts.items()}

    def optional(found: re.Match[str]) -> str:
        return found[1] if all(filled[key] for key in re.findall(r"\{(\w+)\}", found[1])) else ""

    return sentence(re.sub(r"\[([^\]]*)\]", optional, template).format(**filled))


def number(printed: str) -> str:
    """The number of a recommendation without the marks at its end: "4)." → "4", "4(1)" stays."""
    bare = printed.rstrip(".:")
    return bare if "(" in bare else bare.rstrip(".):")


def sentence(text: str) -> str:
    """`text` with a capital first letter and one full stop."""
    text = text.strip().rstrip(".")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def quoted(quote: str) -> str:
    """The exact words of a paper within quotation marks, on one line; long ones are cut at a word."""
    plain = " ".join(quote.split()).strip('“”"').rstrip(".")
    if len(plain) > _QUOTE:
        plain = plain[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"


def cited(evidence: Mapping[str, Any]) -> str:
    """ "“the exact words” (title, 2 December 2013, page 14)"."""
    return f"{quoted(evidence['quote'])} ({paper(evidence)})"


def paper(evidence: Mapping[str, Any]) -> str:
    """ "title, 2 December 2013, page 14": where the words stand."""
    parts = [evidence["title"] or evidence["document"]]
    if evidence["date"] and (day := spoken_date(evidence["date"])) not in parts[0]:
        parts.append(day)
    if evidence["page"]:
        parts.append(f"page {evidence['page']}")
    return ", ".join(parts)


def often(cadence: Iterable[str] | None) -> str:
    """How often, for a sentence: "", "quarterly", or that the papers differ."""
    values = sorted(set(cadence or ()))
    if len(values) > 1:
        return f"the papers differ on how often: {listed(values)}"
    return values[0] if values else ""


def counted(number: int, noun: str) -> str:
    """ "1 paper", "4 papers"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
