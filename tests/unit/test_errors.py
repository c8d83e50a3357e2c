"""An error of a paper says the same after it has crossed from a worker process."""

from __future__ import annotations

import pickle

from graph.errors import DocumentError


def test_a_document_error_crosses_processes_whole() -> None:
    error = DocumentError("minutes.txt", ["row 3: no date", "row 9: no body"], "Mend the rows.")
    crossed = pickle.loads(pickle.dumps(error))
    assert type(crossed) is DocumentError
    assert (crossed.name, crossed.problems, crossed.remedy) == (error.name, error.problems, error.remedy)
    assert str(crossed) == "minutes.txt: row 3: no date; row 9: no body. Mend the rows."
