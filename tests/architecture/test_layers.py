"""Where a line may live: import contracts, no rows in views, who may touch the engine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

WEB = ROOT / "src" / "whoelse" / "web"


def test_import_contracts_are_kept():
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_views_forms_and_tags_touch_no_rows():
    places = [*WEB.glob("*/views.py"), *WEB.glob("*/views/*.py"), *WEB.glob("*/forms.py"),
              *WEB.glob("*/forms/*.py"), *WEB.glob("*/templatetags/*.py")]  # fmt: skip
    assert places
    offending = [
        p.relative_to(WEB).as_posix() for p in places if ".objects" in p.read_text("utf-8")
    ]
    assert offending == []


def test_no_signals_no_save_overrides():
    offending = []
    for path in WEB.rglob("*.py"):
        text = path.read_text("utf-8")
        if re.search(r"^from django.*signals import|def save\(self", text, re.MULTILINE):
            offending.append(path.relative_to(WEB).as_posix())
    assert offending == []


def test_imports_inside_functions_say_why():
    reasons = ("slow import", "optional dependency", "app ready")
    offending = []
    for path in (ROOT / "src").rglob("*.py"):
        lines = path.read_text("utf-8").splitlines()
        for function in ast.walk(ast.parse("\n".join(lines))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for node in ast.walk(function):
                is_import = isinstance(node, ast.Import | ast.ImportFrom)
                if is_import and not any(r in lines[node.lineno - 1] for r in reasons):
                    offending.append(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    assert offending == []
