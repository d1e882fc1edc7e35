"""The rules of the house, checked: who imports whom, what is never called, how long a file is."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
ROOTS = [REPOSITORY / "src", *sorted((REPOSITORY / "plugins").glob("*/src"))]
SOURCES = sorted(path for root in ROOTS for path in root.rglob("*.py"))

MOST_LINES = 400

# a document is somebody else's; nothing in it may ever reach one of these
FORBIDDEN_MODULES = {
    "ctypes",
    "ftplib",
    "http",
    "marshal",
    "pickle",
    "requests",
    "shelve",
    "smtplib",
    "socket",
    "ssl",
    "subprocess",
    "telnetlib",
    "urllib.request",
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
FORBIDDEN_METHODS = {"system", "popen", "execv", "execve", "spawnl", "fork"}
# who makes processes, and asks the system to end them: always our own code, never a document's
ALLOWED = {
    "src/ifo_followup/isolation/cell.py": {"imports ctypes"},
    "src/ifo_followup/isolation/copying.py": {"calls .fork"},
    "src/ifo_followup/isolation/nursery.py": {"calls .fork"},
    "src/ifo_followup/isolation/starting.py": {"imports subprocess", "calls .fork"},
    # pdfium's functions put their answers into C variables
    "src/ifo_followup/reading/pdf/pdfium_calls.py": {"imports ctypes"},
    "src/ifo_followup/reading/pdf/pdfium_drawn.py": {"imports ctypes"},
}


def name_of(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def offences(tree: ast.AST) -> Iterator[str]:
    """What a file does that no file may do."""
    for name in imported(tree):
        parts = name.split(".")
        starts = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
        yield from (f"imports {found}" for found in starts & FORBIDDEN_MODULES)
        if name == "__future__.annotations":
            yield "hides its annotations from attrs, cattrs and Hypothesis"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            yield f"calls {node.func.id}"
        if isinstance(node.func, ast.Attribute) and node.func.attr in FORBIDDEN_METHODS:
            yield f"calls .{node.func.attr}"
        if any(word.arg == "shell" for word in node.keywords):
            yield "passes shell="


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_source_reaches_for_what_is_dangerous(path):
    found = set(offences(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == ALLOWED.get(path.relative_to(REPOSITORY).as_posix(), set())


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from subprocess import run",
        "import urllib.request",
        "from urllib import request",
        "eval('1')",
        "import os; os.system('x')",
        "run('x', shell=True)",
        "from __future__ import annotations",
    ],
)
def test_the_search_finds_what_it_looks_for(code):
    assert list(offences(ast.parse(code)))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_too_long(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES


def test_there_are_sources_to_check():
    assert len(SOURCES) > 20


def test_imports_go_one_way():
    code = (
        "import sys; from importlinter.cli import lint_imports;"
        " sys.exit(lint_imports(config_filename='.importlinter', no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, ROOTS)), "COLUMNS": "120"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
