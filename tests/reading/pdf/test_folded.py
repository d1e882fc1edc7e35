"""Lines kept in little room come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ifo_followup.reading.pdf as reader
from ifo_followup.document import Colour, Heading, Table
from ifo_followup.reading.pdf import read_pdf
from ifo_followup.reading.pdf.content import Run, Style
from ifo_followup.reading.pdf.lines import Line

STYLES = st.sampled_from(
    [Style("Plain", 10.0, False, False, None), Style("Bold", 12.0, True, False, Colour(1, 2, 3))]
)
LENGTHS = st.floats(0, 800, allow_nan=False)
RUNS = st.builds(
    Run,
    # a word may hold a blank, and letters that go together with those of the word before
    text=st.text("ab \u00e5\u0301-/", min_size=1, max_size=4),
    x0=LENGTHS,
    x1=LENGTHS,
    baseline=st.one_of(st.just(100.0), LENGTHS),
    style=STYLES,
    order=st.integers(0, 1 << 40),
    turn=st.integers(0, 4),
    spaced=st.booleans(),
    seen=st.booleans(),
    followed=st.sampled_from([True, False, None]),
)


@given(st.lists(RUNS, min_size=1, max_size=6))
def test_a_folded_line_is_the_same(runs: list[Run]) -> None:
    line, other = Line(list(runs)), Line(list(runs))
    for _ in range(2):
        line.fold()
        assert line.runs is not runs
        assert line.runs == runs
        assert [run.style for run in line.runs] == [run.style for run in runs]
        assert (line.text, line.box, line.bold) == (other.text, other.box, other.bold)


@given(st.lists(RUNS, min_size=1, max_size=6), st.booleans())
def test_what_followed_is_forgotten(runs: list[Run], folded: bool) -> None:
    line = Line(runs)
    if folded:
        line.fold()
    line.forget_ends()
    assert all(run.followed is None for run in line.runs)


def test_whole_numbers_are_not_made_fractions() -> None:
    style = Style("Plain", 10.0, False, False, None)
    line = Line([Run("ord", 72, 90, 100, style, 0)])
    line.fold()
    assert type(line.x0) is int


def test_a_document_is_the_same_folded_or_not(
    report_pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = read_pdf(report_pdf, name=None)
    monkeypatch.setattr(reader, "GLYPHS_AT_HAND", -1)
    assert read_pdf(report_pdf, name=None) == plain
    kinds = {type(block) for block in plain.blocks}
    assert {Heading, Table} <= kinds


@pytest.fixture
def report_pdf(request: pytest.FixtureRequest) -> bytes:
    """An example with tables over page breaks."""
    folder = request.config.rootpath / "examples"
    return (folder / "almvik-2023-manadsrapport-oktober.pdf").read_bytes()
