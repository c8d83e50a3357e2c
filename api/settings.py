"""What the server is told from outside: which store, where to listen, who it answers to.

ANSWERABLE_STORE           folder of the embedded store, or bolt://… / neo4j://… of a server   (./answerable-store)
ANSWERABLE_HOST            address to listen on; loopback unless told otherwise                (127.0.0.1)
ANSWERABLE_PORT            port to listen on, 0 for any that is free                           (8000)
ANSWERABLE_ALLOWED_HOSTS   names, separated by commas, under which it may be asked; `*` for any
ANSWERABLE_NEO4J_USER      user of the Neo4j server                                            (neo4j)
ANSWERABLE_NEO4J_PASSWORD  its password
ANSWERABLE_NEO4J_DATABASE  its database, the server's own choice where unset
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import AnswerableError

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server finds its store and where it listens. The password is never shown."""

    store: str = "./answerable-store"
    host: str = "127.0.0.1"
    port: int = 8000
    neo4j_user: str = "neo4j"
    neo4j_password: str | None = field(default=None, repr=False)
    neo4j_database: str | None = None
    allowed_hosts: tuple[str, ...] = ()
    """Names under which the server may be asked. Empty: the loopback names where it listens on loopback, else any."""

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The host names that requests may carry; ("*",) for any."""
        if self.allowed_hosts:
            return self.allowed_hosts
        return LOOPBACK_NAMES if self.host in LOOPBACK_NAMES else ("*",)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings that `environment` holds, defaults for what it leaves out; empty counts as left out."""

        def told(name: str, default: str) -> str:
            return environment.get(f"ANSWERABLE_{name}") or default

        port = told("PORT", "8000")
        if not port.isascii() or not port.isdigit() or int(port) > 65535:
            raise AnswerableError(f"ANSWERABLE_PORT is {port!r}; write a number from 0 to 65535.")
        return cls(
            store=told("STORE", "./answerable-store"),
            host=told("HOST", "127.0.0.1"),
            port=int(port),
            neo4j_user=told("NEO4J_USER", "neo4j"),
            neo4j_password=environment.get("ANSWERABLE_NEO4J_PASSWORD") or None,
            neo4j_database=environment.get("ANSWERABLE_NEO4J_DATABASE") or None,
            allowed_hosts=tuple(name.strip() for name in told("ALLOWED_HOSTS", "").split(",") if name.strip()),
        )
