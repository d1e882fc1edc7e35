"""The made-up reports as plain text of other widths: what is read stays the same.

The columns are at least as wide as usual, since no print cuts words in two without a hyphen.
"""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from make_examples import reports
from making.blocks import Report, Table
from making.typeset_text import STYLES, typeset

import ifo_followup


@cache
def made_up() -> tuple[Report, ...]:
    return tuple(reports())


def wider(report: Report, width: int, factor: float) -> str:
    """The report's text with lines of `width` characters and wider columns."""
    blocks = tuple(
        replace(block, chars=tuple(max(6, round(n * factor)) for n in block.chars))
        if isinstance(block, Table)
        else block
        for block in report.blocks
    )
    style = replace(STYLES[report.layout], width=width)
    return typeset(replace(report, blocks=blocks), style)


def frames(text: str) -> dict[str, str]:
    """The flat tables as CSV text."""
    read = ifo_followup.parse(text.encode())
    return {name: frame.to_csv(index=False) for name, frame in read.to_frames().items()}


@cache
def unvaried(number: int) -> dict[str, str]:
    return frames(typeset(made_up()[number]))


def test_there_are_reports_and_tables():
    assert len(made_up()) == 3
    assert all(len(unvaried(number)) == 15 for number in range(3))


@given(st.integers(0, 2), st.integers(55, 130), st.floats(1.0, 3.0))
@settings(max_examples=6)
@example(1, 76, 3.0)
@example(2, 76, 1.5)
@example(1, 130, 1.2)
@example(2, 118, 3.0)
@example(1, 80, 1.0)
@example(2, 125, 1.0)  # a full bullet before a paragraph
@example(0, 91, 1.0)  # a bullet whose first sentence fills its line
@example(2, 69, 1.0)  # a line that begins with a dash
def test_any_width_gives_the_same_tables(number: int, width: int, factor: float):
    report = made_up()[number]
    found = frames(wider(report, width, factor))
    for name, csv in unvaried(number).items():
        assert found[name] == csv, name


@pytest.mark.parametrize("number", range(3))
def test_the_unvaried_text_is_the_truth(number: int):
    """What the comparison starts from is right, so that equal does not mean equally empty."""
    report = made_up()[number]
    for name, rows in report.tables.items():
        assert unvaried(number)[name].count("\n") > len(rows) or not rows
