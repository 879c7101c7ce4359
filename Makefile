# Everything runs inside .venv, made from the lock files with hashes checked. `make` lists what there is.
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

# The first Python of 3.11 or later; another one with `make demo PYTHON=python3.13`.
PYTHON ?= $(or $(firstword $(foreach candidate,python3 python3.13 python3.12 python3.11,\
	$(shell $(candidate) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(candidate)))),python3)
VENV ?= .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
ROOMS := bot commands domain playground storage
CHECKED := $(ROOMS) $(wildcard tests benchmarks docs)

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ------------------------------------------------------------------------------------------ environment

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Lazo needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true)." >&2; \
		echo "Install one, or name it: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "No virtual environment could be made; on Debian and Ubuntu install python3-venv." >&2; \
		rm -rf $(VENV); exit 1; }

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# A newcomer's first minute: a pip of today first (hashed like the rest), then one parallel compilation of what runs.
LOCKED_PIP = awk '/^pip==/ { on = 1 } on { print } on && !/\\$$/ { exit }' requirements.lock
COMPILE_ALL = $(BIN)/python -m compileall -q -j 0 -x '/(pip|setuptools|pygments|hatchling)/' $(VENV)/lib >/dev/null || true

# The stamps are younger than the lock that was installed, so that nothing is installed twice.
$(VENV)/.lazo-run: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Lazo runs on into $(VENV): about a minute, this once …"
	@$(PIP) install --no-compile --require-hashes -r <($(LOCKED_PIP))
	@$(PIP) install --no-compile --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(COMPILE_ALL)
	@touch $@

$(VENV)/.lazo-dev: requirements-dev.lock $(VENV)/.lazo-run
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install --no-compile --require-hashes -r requirements-dev.lock
	@$(COMPILE_ALL)
	@touch $@

.PHONY: install dev
install: $(VENV)/.lazo-run ## Make .venv with the bot and the local Slack
dev: $(VENV)/.lazo-dev ## The same, and the tools of the tests

# -------------------------------------------------------------------------------------------------- use

.PHONY: demo
demo: $(VENV)/.lazo-run ## A local Slack with the bot in it; prints the address
	@exec $(BIN)/lazo demo $(ARGS)

.PHONY: docs
docs: $(VENV)/.lazo-dev ## Fill the generated parts of the documents from the code
	@$(BIN)/python -m docs.generate

# ------------------------------------------------------------------------------------------------ checks

# Tests start hundreds of processes: each finds compiled what the first of them compiled, whatever the machine says.
COMPILED := env -u PYTHONDONTWRITEBYTECODE

.PHONY: test check lint format types contracts pytest mutants
test: check pytest ## Lint, types, contracts, and tests on both databases and in a browser

check: lint types contracts ## What needs no test run: lint, types, contracts

lint: $(VENV)/.lazo-dev ## Ruff, all rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --diff . ; exit 1; }

format: $(VENV)/.lazo-dev ## Put the code in the house's form
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

types: $(VENV)/.lazo-dev ## mypy --strict, tests included
	@$(BIN)/mypy $(CHECKED)

contracts: $(VENV)/.lazo-dev ## Who may import whom
	@$(BIN)/lint-imports

# More workers than cores: some tests wait for another process, while others have something to do. Each story is told
# on one database, its neighbours on the other (tests/stories.py); LAZO_STORIES=both for each on both.
pytest: export LAZO_STORIES ?= one
pytest: $(VENV)/.lazo-dev ## The tests alone; ARGS="tests/domain -x" chooses
	@$(COMPILED) $(BIN)/python -m pytest -n 3 --dist worksteal -m "not mutant" $(ARGS)

mutants: $(VENV)/.lazo-dev ## Break each named guarantee in a copy and see its test fail; ARGS="-k digest" chooses
	@$(COMPILED) $(BIN)/python -m pytest -n 2 --dist worksteal -m mutant tests/mutants $(ARGS)

# -------------------------------------------------------------------------------------- longer, on request

.PHONY: bench faults smoke-slack
bench: $(VENV)/.lazo-dev ## Benchmarks, beside bare Bolt in the same run
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python -m $$(echo $${script%.py} | tr / .); done

faults: $(VENV)/.lazo-dev ## The kill tests in their long form
	@LAZO_FAULTS=long $(BIN)/python -m pytest -m fault -rP --timeout 1800 $(ARGS)

smoke-slack: $(VENV)/.lazo-dev ## What Lazo assumes of Slack, tried on a real one: CHANNEL=C… USER_ID=U… (ARGS=--ask)
	@$(BIN)/python -m tests.smoke --channel "$(CHANNEL)" --user "$(USER_ID)" $(ARGS)

# ------------------------------------------------------------------------------------------------ packaging

.PHONY: wheel wheel-test lock clean
wheel: $(VENV)/.lazo-dev ## Build dist/*.whl
	@rm -rf dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist/*.whl

wheel-test: wheel ## Install the wheel in a clean environment and migrate a fresh database
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	$(BIN)/python -m venv "$$work/venv"; \
	"$$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	"$$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps dist/*.whl; \
	"$$work/venv/bin/python" -m pip check; \
	cd "$$work"; export DATABASE_URL="sqlite:///$$work/fresh.sqlite3"; \
	venv/bin/lazo --help >/dev/null; venv/bin/lazo db upgrade; \
	test -s fresh.sqlite3 || { echo "lazo db upgrade made no database" >&2; exit 1; }; \
	echo "The wheel installs in a clean environment and migrates a fresh database."

# One resolution for all platforms; the smaller lock takes its versions from the larger.
# `make lock ARGS=--upgrade` takes the newest versions that fit.
COMPILE = $(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock: ## Remake the lock files from pyproject.toml
	@test -x $(VENV)-lock/bin/uv || $(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(COMPILE) $(ARGS) --extra demo --extra local --group dev pyproject.toml -o requirements-dev.lock
	@$(COMPILE) --constraint requirements-dev.lock --extra demo --group build pyproject.toml -o requirements.lock

clean: ## Remove .venv, caches and build results
	@rm -rf $(VENV) $(VENV)-lock build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
