"""The command line: `answerable --help`. The commands themselves stand in `api.commands`."""

from __future__ import annotations

import sys

from api.commands import answers, papers, pictures, serving
from api.terminal import EXIT_TROUBLE, app
from graph.errors import AnswerableError

COMMANDS = (papers, answers, pictures, serving)
"""Importing them adds their commands to the application."""


def main() -> None:
    """Run the command line; an AnswerableError is printed as one line and ends with exit code 1."""
    try:
        app()
    except AnswerableError as error:
        print(f"answerable: {error}", file=sys.stderr)
        sys.exit(EXIT_TROUBLE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_TROUBLE)
    except KeyboardInterrupt:
        print("answerable: stopped. What was loaded so far is kept.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
