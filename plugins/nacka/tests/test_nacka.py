"""The layout of Nacka claims its own reports and nobody else's, and says what it missed."""

from pathlib import Path

import pytest

import ifo_followup as ifo
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.reading import read_document
from ifo_followup_nacka import ifo_followup_formats

EXAMPLES = Path(__file__).parents[3] / "examples"
FORMATS = {f.format_id: f for f in ifo_followup_formats() if isinstance(f, LayoutFormat)}
OWN = {
    "nacka-2018": "almvik-2019-tertialbokslut-2",
}


def test_there_is_one_format_a_generation() -> None:
    assert list(FORMATS) == ["nacka-2018"]


@pytest.mark.parametrize("kind", ["txt", "pdf", "docx"])
@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.pdf")))
def test_each_report_is_claimed_by_its_own_layout_only(name: str, kind: str) -> None:
    path = EXAMPLES / f"{name}.{kind}"
    document = read_document(path.read_bytes(), name=path.name)
    claimed = [f for f, layout in FORMATS.items() if layout.claim(document).sureness > 0]
    assert claimed == [f for f, own in OWN.items() if own == name]


def test_a_refusal_says_what_was_missed() -> None:
    document = read_document("Protokoll från kommunfullmäktige".encode(), name="a.txt")
    for layout in FORMATS.values():
        claim = layout.claim(document)
        assert claim.sureness == 0
        assert claim.missed


@pytest.mark.parametrize(("format_id", "name"), OWN.items())
def test_the_report_holds_all_of_the_document(format_id: str, name: str) -> None:
    report = ifo.parse(EXAMPLES / f"{name}.pdf")
    assert report.provenance is not None
    assert report.provenance.plugin == format_id
    assert report.coverage.share == 1.0


def test_the_municipality_is_the_one_that_is_printed() -> None:
    report = ifo.parse(EXAMPLES / f"{OWN['nacka-2018']}.txt")
    assert (report.municipality, report.municipality_code) == ("Almvik", None)
    assert "other-municipality" in {finding.rule for finding in report.findings}
