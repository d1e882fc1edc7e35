"""Strategies for events, running text, and the tables that are neither goals nor money."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from ifo_followup.model.narrative import Event, Section, StatisticsCell, StatisticsTable
from ifo_followup.model.values import Unit
from ifo_followup.testing import wording
from ifo_followup.testing.printing import (
    PLAIN,
    USUAL_OCCASION,
    Occasion,
    Printing,
    one,
    printed,
    some,
    texts,
)


@st.composite
def events(
    draw: st.DrawFn,
    *,
    headings: Sequence[bool] = (False, True),
    least: int = 1,
    most: int = 6,
) -> tuple[Event, ...]:
    """What has happened, a paragraph each; with headings, in the order of these."""
    found = some(draw, wording.EVENTS, draw(st.integers(least, most)))
    names = wording.EVENT_HEADINGS[: 1 + len(found) // 2] if one(draw, headings) else ()
    return tuple(
        Event(
            heading=printed(names[number * len(names) // len(found)]) if names else None,
            text=printed(text),
        )
        for number, text in enumerate(found)
    )


@st.composite
def statistics(
    draw: st.DrawFn,
    *,
    units: Sequence[Unit] = (Unit.COUNT, Unit.PERCENT, Unit.KR),
    titled: Sequence[bool] = (True,),
    rows: Sequence[str] = wording.STATISTICS_ROWS,
    columns: Sequence[str] | None = None,
    occasion: Occasion = USUAL_OCCASION,
    printing: Printing = PLAIN,
    least: int = 1,
    most: int = 2,
    most_rows: int = 5,
) -> tuple[StatisticsTable, ...]:
    """Tables of figures by row and column, one unit a table.

    `columns` are the heads; None gives three years up to that of the occasion.
    """
    heads = columns or [str(occasion.year - back) for back in (2, 1, 0)]
    out: list[StatisticsTable] = []
    titles = some(draw, wording.STATISTICS_TITLES, draw(st.integers(least, most)))
    for number, title in enumerate(titles, start=1):
        unit = one(draw, units)
        high = {Unit.PERCENT: 100, Unit.KR: 4_000_000}.get(unit, 2_400)
        cells: list[StatisticsCell] = []
        for row in some(draw, rows, draw(st.integers(1, most_rows))):
            level = draw(st.integers(0, high))
            for n, head in enumerate(heads):
                value = min(high, level + level * (n * 5 % 7 - 3) // 50)
                cells.append(
                    StatisticsCell(
                        row=row,
                        column=head,
                        number=printing.number(
                            Decimal(value), unit=unit, with_unit=unit is not Unit.COUNT
                        ),
                    )
                )
        out.append(
            StatisticsTable(
                number=number,
                title=printed(title) if one(draw, titled) else None,
                cells=tuple(cells),
            )
        )
    return tuple(out)


@st.composite
def sections(
    draw: st.DrawFn,
    *,
    titles: Sequence[str] = wording.SECTION_TITLES,
    numbered: Sequence[bool] = (True, False),
    levels: Sequence[int] = (1, 2),
    with_text: Sequence[bool] = (True, False),
    least: int = 1,
    most: int = 6,
) -> tuple[Section, ...]:
    """Headings with the text under them; the outermost are numbered from 1, or none of them is."""
    chosen = some(draw, titles, draw(st.integers(least, most)))
    count = one(draw, numbered)
    top = min(levels)
    out: list[Section] = []
    number = 0
    for n, title in enumerate(chosen):
        level = one(draw, levels) if n else top
        number += level == top
        out.append(
            Section(
                number=str(number) if count and level == top else None,
                title=printed(title),
                level=level,
                text=draw(texts(paragraphs=2)) if one(draw, with_text) else None,
            )
        )
    return tuple(out)
