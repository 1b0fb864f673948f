# Two commands for a bare machine: `make review` and `make test`. Each does its own set-up.
# Another Python: make review PYTHON=python3.13

PYTHON ?= python3
VENV := .venv/bin
export PATH := $(CURDIR)/$(VENV):$(PATH)

.DEFAULT_GOAL := review
.PHONY: review test lint lock

review: ## Build the review: build/review.pdf and build/review.html
	@PYTHON='$(PYTHON)' sh requirements/set-up build
	@snakemake && printf 'PDF:  build/review.pdf\nHTML: build/review.html\n'

test: ## Run every check of the code and every test
	@PYTHON='$(PYTHON)' sh requirements/set-up test
	ruff check
	ruff format --check
	mypy
	lint-imports
	snakefmt --check Snakefile
	snakemake --lint
	pytest -n 2

# The widest lock is solved first and binds the narrower ones, so that all agree.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --annotation-style line --custom-compile-command 'make lock' pyproject.toml

lock: ## Write the locks anew from pyproject.toml; UPGRADE=--upgrade takes newer versions
	@PYTHON='$(PYTHON)' sh requirements/set-up lock
	$(COMPILE) $(UPGRADE) --extra build --extra test -o requirements/test.txt
	$(COMPILE) -c requirements/test.txt --extra build -o requirements/build.txt
	$(COMPILE) -c requirements/build.txt -o requirements/check.txt
	$(COMPILE:pyproject.toml=) $(UPGRADE) --group backend -o requirements/backend.txt
	$(COMPILE:pyproject.toml=) $(UPGRADE) --group lock -o requirements/lock.txt
	python requirements/environment.py
