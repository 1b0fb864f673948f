# Two commands for a bare machine: `make review` and `make test`. Each does its own set-up and says what it installs.
# With another Python: make review PYTHON=python3.13

PYTHON ?= python3
export PYTHON
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Build and tests start Python hundreds of times: what it has compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: review test validate lock

# Builds the review and says where it is.
review:
	@sh requirements/set-up build
	@snakemake
	@printf 'PDF:  %s\nHTML: %s\n' build/review.pdf build/review.html

# Runs every check of the code, then every test.
test:
	@sh requirements/set-up test
	ruff check
	ruff format --check
	mypy
	lint-imports
	snakefmt --check Snakefile
	snakemake --lint
	pytest -n 2 --dist loadfile

# Shows the finished page to validators that are no Python: before a release, as it takes Java and some minutes.
validate: review
	@sh requirements/set-up validate
	@snakemake site
	python validators/validate.py build/review.html build/site

# Writes the locks anew from pyproject.toml; `make lock UPGRADE=--upgrade` takes newer versions.
# The widest lock is solved first and binds the narrower ones, so that all agree.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --annotation-style line --custom-compile-command 'make lock' $(UPGRADE)

lock:
	@sh requirements/set-up lock
	$(COMPILE) pyproject.toml --extra build --extra test --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --extra build --constraint requirements/test.txt --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --constraint requirements/build.txt --output-file requirements/check.txt
	$(COMPILE) --group backend --output-file requirements/backend.txt
	$(COMPILE) --group lock --output-file requirements/lock.txt
	$(COMPILE) --group validate --output-file requirements/validate.txt
	python requirements/environment.py
