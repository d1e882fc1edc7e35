"""Three reports scored against golden files, in each format they exist in."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from readings import FORMATS, NACKA_2018, TYRESO_2018, TYRESO_2021, Read

pytestmark = pytest.mark.corpus

CASES = [
    (report, kind) for report in (NACKA_2018, TYRESO_2018, TYRESO_2021) for kind in FORMATS[report]
]

IN_TOTAL = 0.99
IN_EVERY_TABLE = 0.97


@pytest.fixture(scope="session")
def scoring(corpus: Path) -> ModuleType:
    """score.py, which lies beside the reports and not in the repository."""
    spec = importlib.util.spec_from_file_location("score", corpus / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_golden(corpus: Path, scoring: ModuleType, read: Read, report: str, kind: str) -> None:
    golden = json.loads((corpus / "golden" / f"{report}.json").read_text(encoding="utf-8"))
    tables = golden["tables"]
    if isinstance(tables.get("report"), dict):
        tables["report"] = [tables["report"]]
    got = scoring.frames_to_tables(read(report, kind))
    total, _, by_table = scoring.score(got, tables, quiet=True)
    poor = {name: found for name, found in by_table.items() if found["f1"] < IN_EVERY_TABLE}
    assert poor == {}
    assert total >= IN_TOTAL
