"""One module a format: a file in, a Document of blocks out."""
