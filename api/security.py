"""What the server never does: write, answer to a foreign host name, let a page load anything from elsewhere.

The explorer and the API are one origin. No header allows another origin to read them, and a request that carries a
host name other than those the server answers to is refused: without that, a web page elsewhere could point a name of
its own at 127.0.0.1 and read the graph through the reader's browser (DNS rebinding).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import StoreError
from graph.stores import Change, Store

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""For an SVG opened by itself: its own styles, no script, no origin."""
PAGE_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts"
)
"""For the self-contained network page: inline scripts, no origin, nothing to fetch."""

SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}


class Gate:
    """ASGI middleware: refuses foreign host names and puts the security headers on every response.

    A route may set a header of its own (a stricter or a different policy for a page of its own); it is kept.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if "*" in self.hosts or self._admits(Headers(scope=scope).getlist("host")):
            await self.app(scope, receive, send_guarded)
        else:
            await self._refuse(scope["path"], send_guarded)

    def _admits(self, sent: Sequence[str]) -> bool:
        return len(sent) == 1 and host_name(sent[0]) in self.hosts

    async def _refuse(self, path: str, send: Send) -> None:
        names = ", ".join(sorted(self.hosts))
        problem = {
            "type": "urn:answerable:problem:misdirected-request",
            "title": "Misdirected Request",
            "status": 421,
            "detail": f"This server answers to {names}. Use one of these, or name others in ANSWERABLE_ALLOWED_HOSTS.",
            "instance": path,
        }
        headers = [(b"content-type", b"application/problem+json")]
        await send({"type": "http.response.start", "status": 421, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(problem).encode()})


def host_name(host: str) -> str:
    """The name in a Host header without its port: "[::1]:8000" → "::1"; "" where it is no host at all."""
    parts = _HOST.fullmatch(host.lower())
    return parts["v6"] or parts["name"] if parts else ""


_HOST = re.compile(r"(?:\[(?P<v6>[0-9a-f:.]+)\]|(?P<name>[^:\[\]]+))(?::[0-9]*)?")


class ReadOnly:
    """A store that can be read and nothing else: the only one that routes ever get."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.address = store.address

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a read-only query."""
        return self._store.read(cypher, parameters)

    def columns(self, cypher: str, parameters: Mapping[str, Any]) -> Sequence[str]:
        """The column names of a query."""
        return self._store.columns(cypher, parameters)

    def write(self, change: Change) -> None:
        """Refuse."""
        raise StoreError("The server only reads. Load papers with `answerable load`.")

    def ensure_schema(self) -> None:
        """Refuse: who opened the store has done it."""
        raise StoreError("The server only reads. The schema is made when the store is opened.")

    def close(self) -> None:
        """Leave the store to the one who opened it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
