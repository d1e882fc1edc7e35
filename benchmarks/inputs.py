"""The files that are measured: the made-up examples, and real reports where they are at hand."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
EXAMPLES = REPOSITORY / "examples"


def corpus() -> Path:
    """Where the real reports should be."""
    return Path(os.environ.get("IFO_CORPUS") or REPOSITORY.parent / "shared")


def files() -> tuple[list[Path], list[str]]:
    """The PDF files to measure, and what to say of those that are not there."""
    found = sorted(EXAMPLES.glob("*.pdf"))
    real = sorted((corpus() / "corpus" / "facsimile").glob("*.pdf"))
    notes = [] if real else ["no real reports: set IFO_CORPUS to the folder that holds corpus/"]
    return found + real, notes


def goldens() -> list[tuple[Path, Path]]:
    """Real reports with their truth: (PDF, JSON)."""
    folder = corpus() / "corpus" / "facsimile"
    pairs = [(folder / f"{p.stem}.pdf", p) for p in sorted((corpus() / "golden").glob("*.json"))]
    return [(pdf, truth) for pdf, truth in pairs if pdf.is_file()]
