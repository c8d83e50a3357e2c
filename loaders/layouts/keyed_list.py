"""Lists of people under keys, as YAML has them: "chairs:" over "- name: …", for the body that "name:" gives above.

What a key holds is told by its indent. A key that is no office is passed over, and so is an entry without a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.entities import Named
from loaders.layouts import offices
from loaders.paper import Paper

RULE = "layout:keyed-list"

_KEY = re.compile(
    r"^(?P<in>[ \t]*)(?P<dash>-[ \t]+)?[\"']?(?P<key>[A-Za-z][\w -]{0,30}?)[\"']?:(?:[ \t]+(?P<value>\S.*?))?[ \t]*\r?$"
)
_ENTRY = re.compile(r"^(?P<in>[ \t]*)(?P<dash>-[ \t]+)(?P<value>[^:#\n]{3,60}?)[ \t]*\r?$")
_OFFICES = {
    "chairs": "chair",
    "chair": "chair",
    "co_chairs": "co-chair",
    "cochairs": "co-chair",
    "vice_chairs": "vice-chair",
    "vice_chair": "vice-chair",
    "tech_leads": "Technical Lead",
    "technical_leads": "Technical Lead",
    "leads": "Lead",
    "lead": "Lead",
    "secretary": "Secretary",
    "secretaries": "Secretary",
    "treasurer": "Treasurer",
    "coordinators": "Coordinator",
    "maintainers": "Maintainer",
    "members": "member",
}
_ANY = re.compile(
    rf"^[ \t]*(?:-[ \t]+)?(?:{'|'.join(k.replace('_', '[_ -]?') for k in _OFFICES)}):[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(slots=True)
class _Frame:
    """A mapping that is open: how far it is set in, whose name it has, which office it lists."""

    indent: int
    name: tuple[int, int] | None = None
    office: str | None = None


def read(paper: Paper) -> None:
    """State who holds which office by the keyed lists of `paper`."""
    if not _ANY.search(paper.text):
        return
    frames: list[_Frame] = []
    held: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    position = 0
    for raw in paper.text.splitlines(keepends=True):
        _line(paper, raw.rstrip("\n"), position, frames, held)
        position += len(raw)
    for office, where, body in held:
        several = sum(o == office and b == body for o, _, b in held) > 1
        _hold(paper, office, where, paper.organisation_at(*body), several)


def _line(
    paper: Paper,
    line: str,
    at: int,
    frames: list[_Frame],
    held: list[tuple[str, tuple[int, int], tuple[int, int]]],
) -> None:
    found = _KEY.match(line) or _ENTRY.match(line)
    if found is None:
        if line.strip() and not line.lstrip().startswith("#") and not line.startswith((" ", "\t")):
            frames.clear()
        return
    indent = len(found["in"]) + len(found["dash"] or "")
    outer = len(found["in"]) if found["dash"] else indent
    while frames and (frames[-1].indent > indent or (found["dash"] and frames[-1].indent >= indent)):
        frames.pop()
    key = found.groupdict().get("key")
    value = (at + found.start("value"), at + found.end("value")) if found["value"] else None
    if value and paper.text[value[0]] in "\"'":
        value = (value[0] + 1, value[1] - 1)
    office = next((f.office for f in reversed(frames) if f.office and f.indent <= outer), None)
    body = next((f.name for f in reversed(frames) if f.name and not (f.office or f.indent > outer)), None)
    if key is None or (key.lower() == "name" and office):
        if office and value and body:
            held.append((office, value, body))
    elif value is None:
        frames.append(_Frame(indent, None, _OFFICES.get(re.sub(r"[ -]", "_", key.lower()))))
    elif key.lower() == "name":
        frames.append(_Frame(indent, value))


def _hold(paper: Paper, office: str, where: tuple[int, int], body: Named | None, several: bool) -> None:
    person = paper.person_at(*where)
    if person is None or body is None:
        return
    role = offices.chair_role(office)
    if role:
        paper.state(person, "CHAIRS", body, *where, RULE, role="co-chair" if several and role == "chair" else role)
    elif office == "member":
        paper.state(person, "MEMBER_OF", body, *where, RULE, status="member")
    else:
        paper.state(person, "HOLDS_POST", paper.entities.post(office, body), *where, RULE, body=body)
