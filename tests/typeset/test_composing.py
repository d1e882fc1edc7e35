"""Composing is the way back through a layout: what is composed is read as it was."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from ifo_followup import parse
from ifo_followup.model.values import Source, Text
from ifo_followup.registry import load_registry
from ifo_followup.testing import differences
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.strategies import reports
from ifo_followup.typeset import Paper, compose, lost_in, typeset

STYLES = {each.format_id: each for _, each in load_registry().offers()}
SOME = settings(max_examples=max(10, settings().max_examples // 2))
FEW = settings(max_examples=max(3, settings().max_examples // 15))
every_style = pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))


def test_every_layout_is_tried():
    assert set(STYLES) >= {"nacka-2018", "tyreso-2017", "tyreso-2018", "tyreso-2021", "tyreso-2022"}


@every_style
def test_what_is_composed_is_read_as_it_was(style):
    @SOME
    @given(reports_in(style))
    def check(report):
        assert lost_in(report, style) == []

    check()


@every_style
def test_any_report_can_be_composed(style):
    """A report of another layout is set as far as this one has words for it; the rest is told."""

    @FEW
    @given(reports())
    def check(report):
        compose(report, style)
        assert all(isinstance(line, str) for line in lost_in(report, style))

    check()


@every_style
@pytest.mark.parametrize("paper", [Paper.DOCX])
def test_what_is_typeset_is_parsed_as_it_was(style, paper):
    from ifo_followup.testing.on_paper import on_paper
    from ifo_followup.typeset import PLAIN

    @FEW
    @given(reports_in(style))
    def check(report):
        got = parse(typeset(report, style, paper), plugin=style.format_id)
        assert differences(on_paper(report, PLAIN), got) == []

    check()


@pytest.mark.parametrize("format_id", ["tyreso-2021", "tyreso-2022"])
def test_the_share_of_units_may_be_named(format_id):
    @FEW
    @given(reports_in(STYLES[format_id]))
    def check(report):
        named = tuple(
            evolve(one, name=Text(f"Andel mål nummer {n}", Source(text=f"Andel mål nummer {n}")))
            for n, one in enumerate(report.indicators, start=1)
        )
        assert lost_in(evolve(report, indicators=named), STYLES[format_id]) == []

    check()


def test_what_a_layout_cannot_say_is_told():
    style = STYLES["nacka-2018"]
    other = STYLES["tyreso-2018"]

    @FEW
    @given(reports_in(other))
    def check(report):
        told = lost_in(report, style)
        if report.risks:
            assert any(line.startswith("risks") for line in told)

    check()


def test_no_such_paper():
    with pytest.raises(ValueError, match="papyrus"):
        Paper("papyrus")
