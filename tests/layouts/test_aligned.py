"""Strips of lights in text whose columns are made of spaces."""

import pytest
from pieces import recovered

from ifo_followup.document import Table
from ifo_followup.layouts.declare import Layout
from ifo_followup.layouts.families import MONTH_STRIP

MONTHS = ["Jan", "Feb", "Mars", "April", "Maj", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dec"]
LAYOUT = Layout(headings=(), tables=(MONTH_STRIP,))
HEAD = "".join(f"{month:8}" for month in MONTHS)


def strip(row: str, head: str = HEAD) -> tuple[dict[str, str], list[str]]:
    blocks, rules = recovered(f"{head}\n{row}\n\nArbetet går bra.\n", LAYOUT)
    (table,) = [block for block in blocks if isinstance(block, Table)] or [None]
    if table is None:
        return {}, rules
    return {MONTHS[c.column]: c.text for c in table.cells if c.row == 1 and c.text}, rules


def test_the_lights_of_the_first_months_stand_below_them() -> None:
    row = "".join(f"{light:8}" for light in ("Gul", "Röd", "Grön"))
    assert strip(row) == ({"Jan": "Gul", "Feb": "Röd", "Mars": "Grön"}, [])


def test_a_month_without_a_light_is_passed_over() -> None:
    row = "".join(f"{light:8}" for light in ("Gul", "", "-", "Grön"))
    assert strip(row)[0] == {"Jan": "Gul", "Mars": "-", "April": "Grön"}


@pytest.mark.parametrize(
    "row", [f"{'Gul':8}{'Gul':8}Inget\n{'':16}utfall", f"{'Gul':8}Arbetet pågår"]
)
def test_what_is_no_row_of_lights_is_told(row: str) -> None:
    assert strip(row) == ({}, ["table-unread"])


def test_heads_beside_each_other_are_read_by_their_spaces_as_ever() -> None:
    assert strip("Gul Röd Grön         ", " ".join(MONTHS))[0] == {
        "Jan": "Gul",
        "Feb": "Röd",
        "Mars": "Grön",
    }
