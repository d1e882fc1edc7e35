"""The real reports read by common words alone: nearly what their own formats read.

Three have a golden file. For the others what their format reads is the truth; other tests hold it.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from readings import FORMATS, Read, file_of
from test_golden_reports import scoring

from ifo_followup.corridor import read_reports
from ifo_followup.jobs import Job
from ifo_followup.registry import load_registry

__all__ = ["scoring"]

pytestmark = pytest.mark.corpus

LEAST = {"budget_cells": 0.98, "indicators": 0.95, "observations": 0.95}
IN_EVERY_TABLE = 0.9
CASES = [(report, kind) for report in sorted(FORMATS) for kind in FORMATS[report]]


def truth(corpus: Path, scoring: ModuleType, read: Read, report: str) -> Mapping[str, object]:
    golden = corpus / "golden" / f"{report}.json"
    if golden.exists():
        tables = json.loads(golden.read_text(encoding="utf-8"))["tables"]
    else:
        found = scoring.frames_to_tables(read(report, "pdf"))
        tables = json.loads(json.dumps(found, default=_plain))
    if isinstance(tables.get("report"), dict):
        tables["report"] = [tables["report"]]
    return tables


def _plain(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_common_words_are_enough(
    corpus: Path, scoring: ModuleType, read: Read, report: str, kind: str
) -> None:
    nobody = load_registry([])
    (found,) = read_reports(file_of(corpus, report, kind), Job(plugin="generic"), registry=nobody)
    got = scoring.frames_to_tables(found.to_frames())
    _, _, tables = scoring.score(got, truth(corpus, scoring, read, report), quiet=True)
    tables.pop("report")  # a layout knows more of its reports than they print
    poor = {
        name: score
        for name, score in tables.items()
        if score["f1"] < LEAST.get(name, IN_EVERY_TABLE)
    }
    assert poor == {}
    assert found.findings[0].rule == "generic-format"


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_they_are_claimed_but_never_as_surely_as_by_their_format(
    corpus: Path, report: str, kind: str
) -> None:
    from ifo_followup.choosing import ask
    from ifo_followup.corridor import open_document

    document = open_document(file_of(corpus, report, kind))
    (generic,) = ask(load_registry([]), document, fallback=True)
    own = max(answer.sureness for answer in ask(load_registry(), document))
    assert 0 < generic.sureness <= own
