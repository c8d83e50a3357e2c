# Answerable as an image: the command line is its entry point, the explorer and the API are what it does by default.
#
#   docker build -t answerable .
#   docker run --rm -p 127.0.0.1:8000:8000 -v answerable:/var/lib/answerable answerable
#   docker run --rm -v answerable:/var/lib/answerable -v "$PWD/papers:/papers:ro" answerable load /papers

FROM python:3.12-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/answerable
ENV PATH=/opt/answerable/bin:$PATH PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY cypher cypher
COPY viz viz
COPY data data
COPY api api
RUN pip install .

FROM python:3.12-slim-bookworm
# Liberation Sans: the charts are measured with it and drawn with it.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-liberation \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --user-group --home-dir /var/lib/answerable --create-home answerable
COPY --from=build /opt/answerable /opt/answerable
ENV PATH=/opt/answerable/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    ANSWERABLE_STORE=/var/lib/answerable/store
USER 10001:10001
WORKDIR /var/lib/answerable
VOLUME /var/lib/answerable
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/v1/summary', timeout=8)"]
ENTRYPOINT ["answerable"]
CMD ["serve", "--host", "0.0.0.0"]
