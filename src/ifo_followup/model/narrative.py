"""The running text of a report, its events, and the tables that are neither goals nor money."""

from attrs import field, frozen, validators

from ifo_followup.model.values import Number, Text


@frozen(kw_only=True)
class Event:
    """One important event; `heading` is the sub-heading it stands under."""

    heading: Text | None = None
    text: Text


@frozen(kw_only=True)
class StatisticsCell:
    """One filled cell of a table of statistics, with its row and column labels where printed."""

    row: str | None = None
    column: str | None = None
    number: Number


@frozen(kw_only=True)
class StatisticsTable:
    """Any other table. `number` counts the statistics tables of the report from 1."""

    number: int = field(validator=validators.ge(1))
    title: Text | None = None
    cells: tuple[StatisticsCell, ...]


@frozen(kw_only=True)
class Section:
    """A heading and the text under it; paragraphs and bullets are separated by blank lines."""

    number: str | None = None
    title: Text
    level: int = field(validator=validators.ge(1))
    text: Text | None = None
