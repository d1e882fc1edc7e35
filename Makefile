# Everything runs in .venv, which is made when it is first needed. PYTHON=python3.12 picks another.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready
PROJECTS := pyproject.toml $(wildcard plugins/*/pyproject.toml)
EXAMPLES := examples/almvik-2023-manadsrapport-oktober

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types imports pytest thorough bench examples schema docs clean

help:
	@echo 'make demo      read the example reports and show what is in them'
	@echo 'make test      everything that must be green: lint, types, imports, tests'
	@echo 'make lint      ruff only; make format repairs what it can'
	@echo 'make thorough  the tests with many more generated cases (takes long)'
	@echo 'make bench     speed, memory and cells right, beside other tools (takes some minutes)'
	@echo 'make examples  write the example reports anew'
	@echo 'make schema    write docs/reference/report.schema.json anew'
	@echo 'make docs      write the generated parts of the documentation anew'
	@echo 'make clean     remove .venv and caches'

# Some systems ship Python without ensurepip; there the pip of the system fills the environment.
$(READY): $(PROJECTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or later is needed; name one: make PYTHON=python3.12'; exit 1; }
	@echo 'Setting up $(VENV) (once; this takes a minute or two) ...'
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
		|| { $(PYTHON) -m venv --clear --without-pip $(VENV) \
		&& $(PYTHON) -m pip --quiet --python $(BIN)/python install pip; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		-e '.[dev]' -e plugins/tyreso -e plugins/nacka
	@touch $@

$(BENCH_READY): $(READY)
	@echo 'Adding what the benchmarks measure against (once) ...'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

demo: $(READY)
	@$(BIN)/ifo-followup parse $(EXAMPLES).pdf --format table
	@$(BIN)/python examples/demo.py

test: lint types imports pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	@if [ -f .importlinter ]; then echo '$(BIN)/lint-imports'; $(BIN)/lint-imports; fi

# on all processors; a file's tests stay together, for what they share is made once a file
pytest: $(READY)
	$(BIN)/python -m pytest -q -n auto --dist loadfile

thorough: $(READY)
	IFO_HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -q -n auto --dist loadfile

# BENCH='--only cells --seeds 10' and the like; see docs/explanation/benchmarks.md
bench: $(BENCH_READY)
	@$(BIN)/python -m benchmarks $(BENCH)

examples: $(READY)
	$(BIN)/python examples/make_examples.py

schema: $(READY)
	$(BIN)/python -m ifo_followup.out.schema > docs/reference/report.schema.json.part
	@mv docs/reference/report.schema.json.part docs/reference/report.schema.json

docs: $(READY)
	$(BIN)/python tests/test_docs.py

clean:
	rm -rf $(VENV) build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
