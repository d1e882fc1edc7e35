"""Making the values of the model from printed cells: text, numbers, assessments.

Each value gets its source; words that are not known become a finding here, in one place.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from ifo_followup.document import Cell
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.lights import verdict_of
from ifo_followup.model.steering import Status
from ifo_followup.model.values import (
    Assessment,
    Missing,
    Number,
    Place,
    Source,
    Text,
    Unit,
    Verdict,
)
from ifo_followup.swedish.numbers import (
    Quantity,
    is_dash,
    leading_quantity,
    read_quantity,
    read_scoped,
    with_sign_in_front,
)
from ifo_followup.swedish.text import first_sentence
from ifo_followup.swedish.words import ASSESSMENTS, STATUSES, says_not_measured


def joined(*texts: Text | None) -> Text | None:
    """Several texts as paragraphs of one, with the sources of all; None of none."""
    some = [text for text in texts if text is not None]
    if not some:
        return None
    first, *others = (source for text in some for source in (text.source, *text.further))
    return Text("\n\n".join(text.text for text in some), first, tuple(others))


@frozen(kw_only=True)
class Spot:
    """Which cell of which table a value stands in."""

    table: int | None = None
    row: str | None = None
    column: str | None = None

    def source(self, text: str, place: Place) -> Source:
        """The source of a value printed as `text` at `place`."""
        return Source(text=text, place=place, table=self.table, row=self.row, column=self.column)


NOWHERE = Spot()


def text_at(text: str, place: Place, spot: Spot = NOWHERE) -> Text | None:
    """A printed text, None for an empty one or a dash alone."""
    text = text.strip()
    return None if not text or is_dash(text) else Text(text, spot.source(text, place))


def cell_text(cell: Cell | None, spot: Spot = NOWHERE) -> Text | None:
    """The text of a cell, None for an empty one or a dash alone."""
    return None if cell is None else text_at(cell.text, cell.place, spot)


def assessment_of(
    cell: Cell | None, ledger: Ledger, spot: Spot = NOWHERE
) -> tuple[Assessment | None, Text | None]:
    """The assessment in a cell, and the explanation that follows it in the same cell."""
    if cell is None or is_dash(cell.text):
        return None, None
    found = verdict_of(cell)
    if found is Missing.BLANK:
        return None, None
    if isinstance(found, Verdict):
        return Assessment(verdict=found, source=spot.source(cell.text, cell.place)), None
    head, gap, rest = cell.text.partition("\n\n")
    verdict = ASSESSMENTS.lookup(head) if gap else None
    if verdict is not None:
        source = spot.source(head, cell.place)
        return Assessment(verdict=verdict, source=source), text_at(rest, cell.place, spot)
    return unknown_assessment(cell.text, cell.place, ledger, spot, found), None


def unknown_assessment(
    text: str, place: Place, ledger: Ledger, spot: Spot = NOWHERE, missing: Missing | None = None
) -> Assessment:
    """An assessment in words that nobody has taught us, or in an icon without colour."""
    source = spot.source(text, place)
    missing = missing or Missing.UNREADABLE
    if missing is Missing.LOST:
        ledger.find("light-lost", "an icon stands here, but not in the colour of a light", source)
    else:
        ledger.find(
            "unknown-word",
            "no known assessment; kept as printed, without a code",
            source,
            printed=text,
        )
    return Assessment(missing=missing, source=source)


def status_of(
    text: str, place: Place, ledger: Ledger, spot: Spot = NOWHERE
) -> tuple[Status | None, Text | None]:
    """The status of an assignment and its words."""
    printed = text_at(text, place, spot)
    if printed is None:
        return None, None
    # "Pågår. Tre av fem delar är klara." says how far it has come in its first sentence
    code = STATUSES.lookup(printed.text) or STATUSES.lookup(first_sentence(printed.text)[0])
    if code is None:
        ledger.find(
            "unknown-word", "no known status; kept as printed", printed.source, printed=text
        )
        return None, printed
    return Status(code), printed


def numbers_of(
    cell: Cell, ledger: Ledger, spot: Spot, unit: Unit | None
) -> Iterator[tuple[str | None, Number]]:
    """The values of a measured cell, each with its scope; none for an empty cell or a dash.

    A cell that says in words that nothing was measured gives one value without a number.
    """
    text = cell.text.strip()
    if not text or is_dash(text):
        return
    source = spot.source(text.replace("\n\n", " "), cell.place)
    if cell.colspan > 1:
        # values that nobody could tell apart are not one number
        yield None, Number(missing=Missing.UNREADABLE, source=source)
        return
    # whether "5-" is a minus, or "(5)", is not known here
    unsure = with_sign_in_front(text, brackets=True) != text
    # nor is a number in the words that say why there is none a value: "Redovisas i tertial 2"
    unsure = unsure or (text[0].isalpha() and says_not_measured(text))
    single = None if unsure else read_quantity(text)
    scoped = read_scoped(text) if single is None or _qualifies(single) else ()
    if len(scoped) > 1:
        for scope, quantity in scoped:
            yield scope, _number(quantity, source, unit)
    elif single is not None:
        yield None, _number(single, source, unit)
    elif says_not_measured(text):
        yield None, Number(missing=Missing.NOT_MEASURED, source=source)
    else:
        ledger.find(
            "unread-value", "no value that is understood; kept as printed", source, printed=text
        )
        yield None, Number(missing=Missing.UNREADABLE, source=source)


def _qualifies(quantity: Quantity) -> bool:
    return bool(re.search(r"[0-9]", quantity.words))


def _number(quantity: Quantity, source: Source, unit: Unit | None) -> Number:
    return Number(
        value=quantity.number,
        unit=quantity.unit or unit,
        decimals=quantity.decimals,
        source=source,
    )


def statistic_of(text: str, place: Place, spot: Spot, unit: Unit | None) -> Number | None:
    """A cell of statistics: its leading value, or only its text; None for no content."""
    text = text.strip()
    if not text or is_dash(text):
        return None
    source = spot.source(text.replace("\n\n", " "), place)
    quantity = read_quantity(text)
    if quantity is None:
        # "42 % (28 % 2020, 24 % 2019)": the value, then what it was before
        led = leading_quantity(text)
        if led is not None and led[1].lstrip().startswith("("):
            quantity = led[0]
    if quantity is not None:
        return _number(quantity, source, unit)
    return Number(missing=Missing.UNREADABLE, source=source)
