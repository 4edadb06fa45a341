.PHONY: run demo test check bench bench-full mutants torture fuzz
PYTHON = .venv/bin/python

.venv: pyproject.toml .ci/constraints.txt
	python3 -m venv .venv
	PIP_CONSTRAINT=.ci/constraints.txt .venv/bin/pip install --quiet -e '.[test]'
	touch .venv

run: .venv  ## open the reader
	$(PYTHON) -m reader

demo: .venv  ## open the reader on the sample reel
	$(PYTHON) -m reader demo

test: .venv  ## the tests alone
	.venv/bin/pytest

check: .venv  ## lint, types, tests, and the wheel in a fresh environment
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/pytest
	bash .ci/smoke

bench: .venv  ## what it costs, beside the readers installed and Textual itself (two minutes; read the ratios)
	$(PYTHON) -m tests.bench --rounds 1 --keys 30 $(if $(NEWSRAFT),--newsraft $(NEWSRAFT))

bench-full: .venv  ## 1,000 to 100,000 articles; puts table and drawing of growth into the README (twelve minutes)
	$(PYTHON) -m tests.bench --full --readme --json bench.json $(if $(NEWSRAFT),--newsraft $(NEWSRAFT))

mutants: .venv  ## break every guard once, in a scratch copy: the test of its row must see it
	$(PYTHON) -m tests.torture.mutants

torture: .venv  ## kills, failing disks, damaged files, at length (half an hour at most)
	$(PYTHON) -m tests.torture

fuzz: .venv  ## bytes nobody thought of, ten minutes for feeds and ten for pages; atheris leads where it installs
	-.venv/bin/pip install --quiet atheris
	$(PYTHON) -m tests.torture.fuzz feed 600
	$(PYTHON) -m tests.torture.fuzz page 600
