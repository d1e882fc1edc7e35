"""Writes the reports of Almviks kommun beside this script: PDF, DOCX, text and the truth.

And that of Lindby kommun, which the tutorial on adding a kommun begins with: `lindby/`, PDF only.

    python examples/make_examples.py [FOLDER]

Running it again gives the same files.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from making import delarsrapport_2019, lindby_2024, manadsrapport_2023, tertialbokslut_2019
from making.blocks import Report
from making.typeset_docx import typeset as typeset_docx
from making.typeset_pdf import typeset as typeset_pdf
from making.typeset_text import typeset as typeset_text


def reports() -> Iterator[Report]:
    """All reports, built anew."""
    for module in (delarsrapport_2019, manadsrapport_2023, tertialbokslut_2019):
        yield module.build()


def expected(report: Report) -> str:
    """The truth about a report as JSON."""
    truth = {"source": f"{report.name}.pdf", "tables": report.tables}
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> list[Path]:
    """Write every file of every report into a folder."""
    written: list[Path] = []
    for report in reports():
        files = {
            "pdf": typeset_pdf(report),
            "docx": typeset_docx(report),
            "txt": typeset_text(report).encode("utf-8"),
            "expected.json": expected(report).encode("utf-8"),
        }
        for ending, data in files.items():
            path = folder / f"{report.name}.{ending}"
            path.write_bytes(data)
            written.append(path)
    tutorial = lindby_2024.build()
    path = folder / "lindby" / f"{tutorial.name}.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(typeset_pdf(tutorial))
    return [*written, path]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for file in write(target):
        print(file.name)
