"""The signs that may go when lines become blocks, and what never may."""

import pytest
from pieces import SOMEWHERE

from ifo_followup.document import FurnitureKind, Lines, Paragraph, TextLine
from ifo_followup.layouts.signs import signs_of


def gone(printed: str, kept: str) -> str:
    lines = tuple(TextLine(text=line, number=n) for n, line in enumerate(printed.split("\n"), 1))
    found = signs_of(Lines(lines=lines, place=SOMEWHERE), [Paragraph(text=kept, place=SOMEWHERE)])
    assert found is None or found.kind is FurnitureKind.SIGNS
    return found.text if found else ""


@pytest.mark.parametrize(
    ("printed", "kept", "expected"),
    [
        ("o En punkt\no En till", "En punkt En till", "oo"),
        ("- En punkt", "En punkt", "-"),
        ("- 246 ungdomar", "246 ungdomar", "-"),
        ("•Punkt", "Punkt", "•"),
        ("ungdoms-\nenheten", "ungdomsenheten", "-"),
        ("ungdoms\u00adenheten", "ungdomsenheten", "\u00ad"),
        # letters, and the minus of an amount
        ("Utfall -40 och o 5 tkr", "Utfall 40", ""),
        ("Utfall\n-40", "Utfall 40", ""),
        ("Utfall\n- 40 tkr", "Utfall 40 tkr", ""),
        ("Utfall\n- 3,3 miljoner", "Utfall 3,3 miljoner", ""),
        ("Utfall -\n40", "Utfall 40", ""),
        ("också o", "cks", ""),
        ("höst- och vinterlov", "höst och vinterlov", ""),
        ("- En punkt -40", "En punkt 40", "-"),
    ],
)
def test_signs(printed, kept, expected):
    assert gone(printed, kept) == expected
