# The two commands: `make run` and `make test`. Both make .venv/ first; a second run needs no network.
READY := .venv/.ready
.PHONY: run test hub torture bench soak dist dist-test ha-test fuzz lint qmllint types pytest

run: $(READY)
	.venv/bin/kiosk run

test: $(READY) lint types qmllint pytest

hub: $(READY)
	.venv/bin/kiosk-hub serve

torture: $(READY)
	.venv/bin/pytest -m torture

bench: $(READY)
	.venv/bin/python -m benchmarks.all

soak: $(READY)
	.venv/bin/python -m benchmarks.soak --minutes 20 --rate 20
	.venv/bin/python -m benchmarks.soak --minutes 60 --rate 1

dist: $(READY)
	.venv/bin/python packaging/make_dist.py

dist-test: $(READY) dist
	.venv/bin/python packaging/dist_test.py

# A hub on PostgreSQL whose leader is killed under load: kiosk/hub/RUNBOOK.md, run.
ha-test: $(READY)
	.venv/bin/python packaging/ha_test.py

fuzz: $(READY)
	.venv/bin/python packaging/fuzz_hub.py --minutes 15

$(READY): requirements.lock pyproject.toml packaging/prepare.sh packaging/subset_fonts.py packaging/debian-packages.txt
	packaging/prepare.sh

lint: $(READY)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: $(READY)
	.venv/bin/mypy

# Most of the time a test waits for a screen that moves or for another process: four share two cores well.
pytest: $(READY)
	.venv/bin/pytest -n 4 --dist loadfile --no-loadscope-reorder

qmllint: $(READY)
	.venv/bin/python packaging/lint_qml.py
