"""The explorer: one page and the files it asks for, all from the package.

The files are read once, when the application is made; a name that is not among them is nothing, so no name can lead
out of the folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.resources import files

from fastapi import APIRouter, Request, Response

from api.problems import Problem

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


def explorer_routes() -> APIRouter:
    """The routes of the page at / and of its files under /explorer/."""
    router = APIRouter(include_in_schema=False)
    kept = _files()

    @router.get("/")
    def page(request: Request) -> Response:
        return _sent(request, kept, "index.html")

    @router.get("/explorer/{name}")
    def file(request: Request, name: str) -> Response:
        return _sent(request, kept, name)

    return router


def _files() -> Mapping[str, tuple[bytes, str, str]]:
    """Content, media type and tag of each file of the explorer, by name."""
    kept = {}
    for file in files("viz").joinpath("explorer").iterdir():
        media_type = MEDIA_TYPES.get(file.name[file.name.rfind(".") :])
        if media_type:
            content = file.read_bytes()
            kept[file.name] = (content, media_type, f'"{hashlib.sha256(content).hexdigest()[:16]}"')
    return kept


def _sent(request: Request, kept: Mapping[str, tuple[bytes, str, str]], name: str) -> Response:
    if name not in kept:
        raise Problem(404, "not-found", "Not Found", "The explorer has no such file; it is at /.")
    content, media_type, tag = kept[name]
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(content, media_type=media_type, headers={"ETag": tag})
