"""The kit as users get it: in the wheel, told to Hypothesis and pytest, silent where not wanted."""

import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

import ifo_followup.testing as kit

REPOSITORY = Path(__file__).resolve().parents[2]
MODULES = {path.name for path in (REPOSITORY / "src" / "ifo_followup" / "testing").glob("*.py")}


def run_python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


FROM_TYPE = """
from hypothesis import given, settings, strategies as st
from ifo_followup import FollowUpReport
from ifo_followup.model.goals import Goal
from ifo_followup.model.money import BudgetLine, BudgetTable
from ifo_followup.model.values import Number

@settings(max_examples=5, database=None, derandomize=True)
@given(*map(st.from_type, (FollowUpReport, Goal, BudgetTable, BudgetLine, Number)))
def look(report, goal, table, line, number):
    assert report.municipality_code, report
    assert goal.title.text[0].isupper(), goal
    assert table.lines and line.cells
    assert number.text or number.missing

look()
print("seen")
"""


def test_from_type_gives_realistic_objects_in_a_fresh_process():
    assert run_python(FROM_TYPE) == "seen"


def test_every_class_of_the_model_has_a_strategy_of_ours():
    code = """
import attrs, importlib
from hypothesis import given, settings, strategies as st
names = ("findings", "goals", "money", "narrative", "report", "steering", "values")
modules = [importlib.import_module(f"ifo_followup.model.{name}") for name in names]
kinds = [
    kind for module in modules for kind in vars(module).values()
    if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.__name__
]
for kind in kinds:
    @settings(max_examples=2, database=None, derandomize=True)
    @given(st.from_type(kind))
    def look(made):
        assert type(made) is kind
    look()
print(len(kinds))
"""
    assert int(run_python(code)) > 20


def test_importing_hypothesis_loads_no_strategies():
    code = """
import sys, hypothesis
print([m for m in sys.modules if m.startswith("ifo_followup.testing.")])
print([m for m in ("pandas", "pdfminer", "cattrs", "pluggy") if m in sys.modules])
"""
    assert run_python(code) == "['ifo_followup.testing.hypothesis_hook']\n[]"


def test_importing_the_library_loads_no_kit():
    code = "import sys, ifo_followup; ifo_followup.parse; print([*sys.modules])"
    assert "ifo_followup.testing" not in run_python(code)


def test_the_plugin_of_pytest_loads_nothing_heavy():
    code = """
import sys, ifo_followup.testing.pytest_plugin
print([m for m in ("hypothesis", "pandas", "pdfminer", "pluggy.x") if m in sys.modules])
"""
    assert run_python(code) == "[]"


@pytest.mark.parametrize("name", kit.__all__)
def test_every_public_name_is_there(name):
    assert callable(getattr(kit, name))
    assert name in dir(kit)


def test_an_unknown_name_is_none():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kit.nothing


@pytest.mark.parametrize(
    ("name", "library"), [("reports", "hypothesis"), ("FormatConformance", "pytest")]
)
def test_what_is_missing_is_named_with_its_extra(name, library):
    code = f"""
import sys
sys.modules[{library!r}] = None
import ifo_followup.testing as kit
try:
    kit.{name}
except ModuleNotFoundError as error:
    print(error)
"""
    assert run_python(code) == (
        f"ifo_followup.testing.{name} needs {library}, from the extra ifo-followup[testing]: "
        "pip install '.[testing]' in its clone"
    )


def test_it_is_announced_to_pytest_and_hypothesis():
    for group, value in (
        ("pytest11", "ifo_followup.testing.pytest_plugin"),
        ("hypothesis", "ifo_followup.testing.hypothesis_hook:register"),
    ):
        assert value in {point.value for point in metadata.entry_points(group=group)}


def test_the_wheel_holds_the_kit(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), "."],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode != 0 and "hatchling" in done.stderr:
        pytest.skip("no hatchling to build a wheel with")
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (points,) = (name for name in names if name.endswith("entry_points.txt"))
        told = archive.read(points).decode()
    assert {f"ifo_followup/testing/{name}" for name in MODULES} <= names
    assert "[pytest11]" in told
    assert "[hypothesis]" in told
