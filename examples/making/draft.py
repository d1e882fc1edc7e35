"""Writes a report down block by block, and the truth about it beside.

Each method puts something on paper and the row it must become into the tables. Amounts are
given in hundreds of kronor and printed in tkr, so that sums differ by rounding as they do in
real reports.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from making.blocks import (
    LIGHTS,
    Block,
    Bullet,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    plain,
    row,
)

Truth = dict[str, object]

TABLES = (
    "report",
    "goals",
    "indicators",
    "observations",
    "unit_results",
    "monthly_assessments",
    "budget_cells",
    "risks",
    "assignments",
    "measures",
    "guarantees",
    "calendar",
    "events",
    "statistics",
    "sections",
)


@dataclass(frozen=True)
class Value:
    """A printed value of an indicator; without a number the words say that there is none."""

    text: str
    number: float | None = None
    unit: str | None = None
    scope: str | None = None


@dataclass(frozen=True)
class Measure:
    """What a column of numbers is: the codes of a money table."""

    quantity: object
    basis: str
    horizon: str


def percent(number: float) -> Value:
    """A percentage as printed: "86 %" or "4,8 %"."""
    return Value(f"{number:g} %".replace(".", ","), number, "percent")


def count(number: int) -> Value:
    """A count as printed."""
    return Value(amount(number), number, "count")


def kronor(number: int) -> Value:
    """An amount in kronor as printed in a table of indicators, whose units do not include it."""
    return Value(amount(number), number, None)


def either(*options: object) -> Truth:
    """A cell of the truth that may be read in several ways, the best first."""
    return {"any_of": list(options)}


def tkr(hundreds: int) -> int:
    """Hundreds of kronor in whole tkr, halves away from zero."""
    sign = -1 if hundreds < 0 else 1
    return sign * ((abs(hundreds) + 5) // 10)


def amount(number: int, *, minus: str = "-", space: str = " ") -> str:
    """A whole number as printed: "-12 480"."""
    digits = f"{abs(number):,}".replace(",", space)
    return (minus if number < 0 else "") + digits


def number(value: float) -> float:
    """The value as JSON wants it: whole numbers without a decimal."""
    return int(value) if value == int(value) else value


class Draft:
    """A report in the making."""

    def __init__(self, *, number_dot: str = "", space: str = " ") -> None:
        """`number_dot` follows a chapter's number; `space` parts thousands in money tables."""
        self.blocks: list[Block] = []
        self.tables: dict[str, list[Truth]] = {name: [] for name in TABLES}
        self._dot = number_dot
        self._space = space
        self._money = 0
        self._figures = 0

    def add(self, table: str, **values: object) -> Truth:
        """Put a row of the truth into a table; values that are None are left out."""
        kept = {k: plain(v) if isinstance(v, str) else v for k, v in values.items()}
        entry: Truth = {k: v for k, v in kept.items() if v is not None}
        self.tables[table].append(entry)
        return entry

    def put(self, *blocks: Block) -> None:
        """Print blocks that no table speaks of."""
        self.blocks.extend(blocks)

    def page(self) -> None:
        """Start a page."""
        self.put(PageBreak())

    def section(
        self,
        title: str,
        level: int = 1,
        *,
        num: str | None = None,
        tight: bool = False,
        truth_level: object = None,
    ) -> None:
        """A heading with what it opens; `truth_level` where its depth cannot be seen."""
        text = f"{num}{self._dot if level == 1 else ''} {title}" if num else title
        self.put(Heading(text, level, tight))
        self.add("sections", number=num, title=title, level=truth_level or level)

    def text(self, *paragraphs: str) -> None:
        """Paragraphs of the section that was opened last."""
        for paragraph in paragraphs:
            self.put(Paragraph(paragraph))
            self._tell(paragraph)

    def bullets(self, *items: str, level: int = 1) -> None:
        """List items of the section that was opened last, each a paragraph of it."""
        for item in items:
            self.put(Bullet(item, level))
            self._tell(item)

    def _tell(self, paragraph: str) -> None:
        section = self.tables["sections"][-1]
        before = section.get("text")
        section["text"] = f"{before}\n\n{plain(paragraph)}" if before else plain(paragraph)

    def events(self, *paragraphs: str) -> None:
        """Important events, a row each."""
        for paragraph in paragraphs:
            self.put(Paragraph(paragraph))
            self.add("events", text=paragraph)

    def measures(self, *items: str) -> None:
        """Decided measures, printed as a list."""
        for item in items:
            self.put(Bullet(item))
            self.add("measures", title=item)

    def goal(
        self,
        level: str,
        title: object,
        *,
        parent: str | None = None,
        num: str | None = None,
        assessment: str | None = None,
        words: str | None = None,
        comment: str | None = None,
    ) -> str:
        """A goal's row; returns its id. What is printed for it is the layout's business."""
        goal_id = f"g{len(self.tables['goals']) + 1}"
        self.add(
            "goals",
            goal_id=goal_id,
            parent_id=parent,
            level=level,
            number=num,
            title=title,
            assessment=assessment,
            assessment_text=words,
            comment=comment,
        )
        return goal_id

    def indicator(self, goal_id: str, name: object, **values: object) -> str:
        """An indicator's row; returns its id."""
        indicator_id = f"i{len(self.tables['indicators']) + 1}"
        self.add("indicators", indicator_id=indicator_id, goal_id=goal_id, name=name, **values)
        return indicator_id

    def observe(self, indicator_id: str, kind: str, period: object, value: Value) -> None:
        """One value of an indicator; an empty cell or a dash gives no row."""
        if value.text in ("", "-"):
            return
        entry = self.add(
            "observations",
            indicator_id=indicator_id,
            kind=kind,
            period=period,
            scope=value.scope,
            unit=value.unit,
            text=value.text.replace("\n", " "),
        )
        entry["value"] = None if value.number is None else number(value.number)

    def light(self, table: str, word: str, **values: object) -> None:
        """A row that ends with a light, or with the words that there is none."""
        code = LIGHTS.get(word, "no_outcome" if word == "Inget utfall" else None)
        self.add(table, **values, assessment=code, assessment_text=word or None)

    def money(
        self,
        title: object,
        headers: Sequence[Row],
        lines: Iterable[tuple[str, str, object, Sequence[int | None] | None]],
        columns: Sequence[Measure],
        *,
        chars: int = 34,
        share: float = 3.6,
        minus: dict[str, str] | None = None,
        dash: str = "",
    ) -> None:
        """A money table of whole tkr: (label, role, section, amounts in tkr).

        `minus` names lines that print another minus sign; an amount that is None prints `dash`.
        """
        self._money += 1
        rows = list(headers)
        for label, role, section, amounts in lines:
            sign = (minus or {}).get(label, "-")
            cells = [label]
            for measure, value in zip(columns, amounts or [None] * len(columns), strict=True):
                if value is None:
                    cells.append(dash if amounts else "")
                    continue
                cells.append(amount(value, minus=sign, space=self._space))
                self.add(
                    "budget_cells",
                    table_no=self._money,
                    table_title=title,
                    section=section,
                    line=_line(label),
                    role=role,
                    quantity=measure.quantity,
                    basis=measure.basis,
                    horizon=measure.horizon,
                    amount=value,
                    unit="tkr",
                )
            rows.append(row(cells, bold=role in ("total", "subtotal") or amounts is None))
        n = len(columns)
        self.put(Table("money", tuple(rows), (chars, *[14] * n), (share, *[1.0] * n)))

    def figures(
        self,
        title: str,
        header: Row | Sequence[Row],
        columns: Sequence[str | None],
        lines: Iterable[tuple[str, Sequence[Value]]],
        *,
        chars: Sequence[int],
        shares: Sequence[float],
        kind: Literal["figures", "sums"] = "figures",
    ) -> None:
        """A table of statistics: (row label, values)."""
        self._figures += 1
        rows = [header] if isinstance(header, Row) else list(header)
        for label, values in lines:
            cells = [label, *(v.text for v in values)]
            rows.append(row(cells, bold=label.startswith("Summa")))
            for column, value in zip(columns, values, strict=True):
                if value.number is None:
                    continue
                unit = value.unit if value.unit in ("kr", "percent") else either("count", None)
                if value.scope == "share":
                    unit = either("percent", None)
                self.add(
                    "statistics",
                    table_no=self._figures,
                    table_title=title,
                    row=label.replace("\n", " "),
                    column=column,
                    value=number(value.number),
                    unit=unit,
                    text=value.text,
                )
        self.put(Table(kind, tuple(rows), tuple(chars), tuple(shares)))


def _line(label: str) -> object:
    """The label of a money line: without the dash of "-varav", a footnote's mark may stay."""
    clean = plain(label).lstrip("- ").replace("\n", " ")
    return either(clean.rstrip("*"), clean) if clean.endswith("*") else clean


def total(lines: Iterable[Sequence[int]]) -> list[int]:
    """The sum of each column."""
    return [sum(column) for column in zip(*lines, strict=True)]
