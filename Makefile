# Thin aliases of start.py, for developers.
.PHONY: run test demo bench check fmt pictures
run test demo bench check pictures:
	python3 start.py $@
fmt:
	.venv/bin/ruff format . && .venv/bin/ruff check --fix .
