"""Governance phrases in running text ("chaired by", "reports to") and the statements that they make."""

from __future__ import annotations

from loaders.paper import Paper


def read(paper: Paper) -> None:
    """State what the sentences of `paper` say with cue phrases."""
