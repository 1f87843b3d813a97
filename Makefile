# make run    start Landfall on http://127.0.0.1:8501
# make test   run every check
# make soak   read two thousand mutated exports, kill the server twenty times in mid-import (ten minutes)
# make parity run every KPI on a real PostgreSQL and a real local Spark too
# make bench  measure what must be fast
# make words  collect the interface texts into the catalogues

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.stamp-run
DEV    := $(VENV)/.stamp-dev
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -gt 4 ] && echo 4 || echo $$n)

.DEFAULT_GOAL := help
.PHONY: help run test lint fast browser parity soak bench words chromium clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

run: $(RUN)
	$(BIN)/streamlit run app.py

test: lint fast browser parity

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

fast: $(DEV)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope -m "not browser and not parity" \
		tests/test_*.py tests/frameworks tests/data tests/components tests/app

browser: $(DEV) chromium
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m browser tests/browser

# The engines come from Debian and PyPI where that is possible; where it is not, the tests say loudly what was not checked.
parity: $(DEV)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		{ ls /usr/lib/postgresql/*/bin/initdb && command -v java; } >/dev/null 2>&1 || { \
		echo "Installing PostgreSQL and Java for the parity tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql openjdk-17-jre-headless; } \
		|| echo "NOT CHECKED: PostgreSQL or Java could not be installed." >&2; \
	fi
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-parity.txt
	$(BIN)/python -m pytest -m parity tests/data/warehouse

soak: $(DEV) chromium
	FUZZ_FILES=2000 $(BIN)/python -m pytest tests/data/ingest/test_fuzz.py
	SERVER_KILLS=20 $(BIN)/python -m pytest tests/browser/test_kill.py

bench: $(DEV) chromium
	$(BIN)/python -m bench

words: $(RUN)
	$(BIN)/python -m components.words update

# The browser tests drive the system's Chromium; nothing is downloaded from elsewhere.
chromium:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		echo "Installing Chromium for the browser tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else \
		echo "The browser tests need Chromium: sudo apt-get install chromium (or put a chromium on PATH)." >&2; \
		exit 1; \
	fi

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Landfall needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

# Installed again only when the pins change.
$(RUN): requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -r requirements-dev.txt
	@touch $(RUN) $@

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache .hypothesis
