# Everything that a user or a developer does here is one word.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help run demo test lint types strings format lock pictures clean

help:  ## list the words
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/.run: requirements.lock pyproject.toml
	@scripts/make_venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/.test: $(BIN)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@scripts/install_test_tools.sh $(BIN)/python
	@touch $@

run: $(BIN)/.run  ## start the app on 127.0.0.1 and print its address
	@$(BIN)/python -m litconsent serve

demo: $(BIN)/.run  ## look around in a fictional clinic; all of it is deleted at the end
	@$(BIN)/python -m litconsent demo

test: $(BIN)/.test  ## run every test, the browser's included
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -q

lint: $(BIN)/.test  ## check style and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.test  ## check types, strictly
	$(BIN)/mypy

strings: $(BIN)/.test  ## check that every interface message is extracted and translated
	$(BIN)/python scripts/strings.py --check
	$(BIN)/python -m litconsent check

format: $(BIN)/.test  ## mend what a machine can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:  ## pin the requirements again, with hashes (needs uv)
	grep -v '^-e' requirements.txt | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes - -o requirements.lock
	grep -hv '^-' requirements.txt requirements-dev.txt | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes -c requirements.lock - -o requirements-dev.lock

pictures: $(BIN)/.test  ## draw the README's pictures anew from the running app
	$(BIN)/python scripts/pictures.py

clean:  ## forget the virtual environment and all caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
