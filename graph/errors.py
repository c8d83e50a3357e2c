"""The errors that a user of Answerable can meet.

    AnswerableError
    ├── DocumentError      one paper can't be read or loaded: skip it, record it, go on with the rest
    ├── VocabularyError    a label, predicate, qualifier or modality that the vocabulary does not have
    ├── QueryError         a canned query is malformed, unknown, or was given wrong parameters
    └── StoreError         the store can't be opened, read or written: the run stops, earlier data stays

Every message names the file or thing, the place in it, and the remedy. Problems *in the data* (a body without
a chair, a circular line) are never errors: they are findings.
"""

from __future__ import annotations


class AnswerableError(Exception):
    """What every error that Answerable raises on purpose is."""


class DocumentError(AnswerableError):
    """A paper that can't be read; the rest of the batch goes on.

    Attributes:
        name: the paper's file name as the user gave it.
        problems: every problem found, each one sentence with its place.
        remedy: what the person can do about it.
    """

    def __init__(self, name: str, problems: str | list[str], remedy: str) -> None:
        self.name = name
        self.problems = [problems] if isinstance(problems, str) else list(problems)
        self.remedy = remedy
        super().__init__(f"{name}: {'; '.join(self.problems)}. {remedy}")

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, list[str], str]]:
        """How it crosses from a worker process to the one that reports it."""
        return DocumentError, (self.name, self.problems, self.remedy)


class VocabularyError(AnswerableError):
    """A word that is not in `graph.vocabulary`."""


class QueryError(AnswerableError):
    """A canned query that is malformed or unknown, or parameters that don't fit it."""


class StoreError(AnswerableError):
    """A store that can't be opened, read or written."""
