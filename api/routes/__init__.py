"""The routes of /api/v1, one file a subject, and the explorer at /. Every one is a GET.

They are plain functions: FastAPI runs them in a pool of threads, which the stores allow for reads.
"""
