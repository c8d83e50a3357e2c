# make demo   install, load the example papers, print answers and findings, open the explorer (SERVE=0: end by itself)
# make test   install with the checkers and run every test
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SERVE ?= 1
PORT ?= 8000

.PHONY: demo test check golden bench neo4j screenshots clean

demo: $(VENV)/.installed
	$(BIN)/answerable demo --store .demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,--serve)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

golden: $(VENV)/.installed-dev  ## write the golden files anew; read the difference before you commit it
	$(BIN)/python -m pytest tests/golden --write-golden

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.bench

neo4j: $(VENV)/.installed-dev  ## a real Neo4j without Docker, from Maven Central; Ctrl-C stops it
	$(BIN)/python -m tests.neo4j.server

screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m tests.browser.screenshots

clean:
	rm -rf $(VENV) .demo build dist *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Answerable needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.installed
