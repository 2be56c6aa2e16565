# Everything happens in .venv, which each target makes if it is not there.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check lint format docs release-check bench fuzz mutants test-clients model toy-models clean

help:           ## show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

demo: .venv/.run  ## convert the two seeds, show what came out
	@mkdir -p out
	$(BIN)/refconv seeds/000_*.txt -o out/references.bib
	$(BIN)/refconv seeds/000_*.txt -o out/references.ris --for zotero
	$(BIN)/refconv seeds/003_*.txt -o out/article.json
	@echo; head -n 30 out/references.bib
	@echo '…'; echo; head -n 24 out/references.ris
	@echo '…'; echo; cut -c 1-100 out/article.json
	@echo '…'; echo; grep -c '^@' out/references.bib | sed 's/$$/ references in out\/references.bib/'

test: .venv/.dev  ## run the tests (needs only Python)
	$(BIN)/python -m pytest -q -n auto --dist worksteal

check: lint test  ## lint, types and tests

lint: .venv/.dev  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.dev  ## let ruff format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test-clients: .venv/.dev  ## test against other programs; installs them (Debian, Ubuntu)
	tests/programs/install
	$(BIN)/python -m pip install --quiet --group clients
	$(BIN)/python -m pytest -q tests/programs

model: .venv/.dev  ## train the shipped models again: make model DATA=<labelled data> RENDERED=<rendered strings>
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python -m tools.tagger.train_crf $(DATA) $(RENDERED)
	$(BIN)/python -m tools.tagger.train_network $(DATA) $(RENDERED)

toy-models: .venv/.dev  ## train every model on the made-up data of tools/toy, under a minute
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tools.toy.train --out $(MODELS)

MODELS ?= out/toy-models

docs: .venv/.run  ## build the documentation in out/docs, without a warning and without a network
	$(BIN)/python -m pip install --quiet 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --group docs
	NO_MKDOCS_2_WARNING=1 PYTHONPATH=. $(BIN)/python -m mkdocs build --quiet --clean --site-dir out/docs

release-check: .venv/.dev  ## build wheel and source archive, install and try them in every Python that is there
	$(BIN)/python -m pip install --quiet --group release
	$(BIN)/python -m tools.notice --check
	$(BIN)/python -m tools.release_check

bench: .venv/.dev  ## measure refconv beside other programs, on Spark, on hostile files
	$(BIN)/python -m pip install --quiet --group peers --editable '.[spark]'
	tests/programs/install
	npm install --silent --no-audit --no-fund --legacy-peer-deps --prefix .venv/clients \
		@citation-js/core@0.9.0 @citation-js/plugin-ris@0.8.2 @citation-js/plugin-bibtex@0.9.0 \
		@citation-js/plugin-csl@0.9.0 biblatex-csl-converter@3.6.0
	$(BIN)/python -m benchmarks.speed
	for count in $(COUNTS); do $(BIN)/python -m benchmarks.peers $$count; done
	$(BIN)/python -m benchmarks.free_text
	$(BIN)/python -m benchmarks.free_text --loaded
	$(BIN)/python -m benchmarks.spark $(STRINGS)
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.patterns

COUNTS ?= 1 100 10000 100000
STRINGS ?= 100000

fuzz: .venv/.dev  ## look for inputs on which a reader fails: make fuzz READERS="ris text" INPUTS=1000000
	$(BIN)/python -m pip install --quiet --group fuzz
	for name in $(READERS); do $(BIN)/python -m tools.fuzz $$name $(INPUTS); done

READERS ?= $(shell $(BIN)/python -c "import refconv; print(*refconv.FORMATS)") # all formats
INPUTS ?= 1000000

mutants: .venv/.dev  ## remove one row of a table at a time: a test must fail (long; make mutants TABLE=ris)
	$(BIN)/python -m tools.mutants $(TABLE)

clean:          ## remove what the targets made
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' \
		|| { echo "refconv needs Python 3.11.2 or later: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/python -m pip install --quiet 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
