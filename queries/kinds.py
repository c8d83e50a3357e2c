"""The kinds of question that a canned query answers: which query, and how its facts and gaps read. One line a kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question. `fact` and `gap` are completed with {found} and {asked}.

    `single` where only one can hold at a time; `upward` where the whole line to the top belongs to the answer; `event`
    where it happens on a day, so that what happened before the as-at date counts too.
    """

    query: str
    fact: str
    gap: str
    single: bool = False
    upward: bool = False
    event: bool = False


KINDS = {
    "accountable": Kind("who-is-accountable", "{found} is accountable for {asked}", "who is accountable for {asked}"),
    "responsible": Kind("who-is-responsible", "{found} is responsible for {asked}", "who is responsible for {asked}"),
    "oversees": Kind("who-oversees", "{found} oversees {asked}", "who oversees {asked}"),
    "reports-to": Kind("reports-to", "{asked} reports to {found}", "to whom {asked} reports", upward=True),
    "reported-by": Kind("who-reports-to", "{found} reports to {asked}", "who reports to {asked}"),
    "chairs": Kind("who-chairs", "{found} chairs {asked}", "who chairs {asked}", single=True),
    "members": Kind("who-sits-on", "{found} sits on {asked}", "who sits on {asked}"),
    "attended": Kind("who-attended", "{found} attended {asked}", "who attended {asked}", event=True),
    "posts": Kind("posts-of", "{asked} is {found}", "what posts {asked} holds"),
    "sits-on-what": Kind("member-of-what", "{asked} sits on {found}", "what {asked} sits on"),
    "holder": Kind("who-holds", "{found} is {asked}", "who is {asked}"),
    "accountabilities": Kind(
        "accountable-for-what", "{asked} is accountable for {found}", "what {asked} is accountable for"
    ),
    "responsibilities": Kind(
        "responsible-for-what", "{asked} is responsible for {found}", "what {asked} is responsible for"
    ),
    "overseen": Kind("oversees-what", "{asked} oversees {found}", "what {asked} oversees"),
    "commissioned": Kind("who-commissioned", "{found} commissioned {asked}", "who commissioned {asked}"),
    "established": Kind("who-established", "{found} established {asked}", "who established {asked}"),
    "succeeded": Kind("what-succeeded", "{found} succeeded {asked}", "what succeeded {asked}"),
    "preceded": Kind("what-preceded", "{asked} succeeded {found}", "what {asked} succeeded"),
    "manages": Kind("who-manages", "{found} manages {asked}", "who manages {asked}"),
    "appointed": Kind("who-appointed", "{found} appointed {asked}", "who appointed {asked}"),
    "funds": Kind("who-funds", "{found} funds {asked}", "who funds {asked}"),
    "supports": Kind("who-supports", "{found} supports {asked}", "who supports {asked}"),
}
"""By the kind that `queries.questions` reads from a question."""

READINGS = {
    "CHAIRS": "{subject} chairs {object}",
    "MEMBER_OF": "{subject} sits on {object}",
    "ATTENDED": "{subject} attended {object}",
    "APOLOGIES": "{subject} sent apologies to {object}",
    "PART_OF": "{subject} is part of {object}",
    "HOLDS_POST": "{subject} is {object}",
    "ESTABLISHED_BY": "{object} established {subject}",
    "SUCCEEDED_BY": "{object} succeeded {subject}",
    "ADDRESSED_TO": "{subject} is addressed to {object}",
    "CONCERNS": "{subject} concerns {object}",
    "ISSUED": "{subject} issued {object}",
    "REPORTS_TO": "{subject} reports to {object}",
    "MANAGES": "{subject} manages {object}",
    "ACCOUNTABLE_FOR": "{subject} is accountable for {object}",
    "RESPONSIBLE_FOR": "{subject} is responsible for {object}",
    "OVERSEES": "{subject} oversees {object}",
    "SUPPORTS": "{subject} supports {object}",
    "COMMISSIONED": "{subject} commissioned {object}",
    "APPOINTED": "{subject} appointed {object}",
    "FUNDS": "{subject} funds {object}",
}
"""How one relationship reads as a clause."""
