"""The cells of a recovered row: those that are sure, those decided, and those kept whole."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from ifo_followup.document import Cell
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.doubts import doubtful_columns, unclear_texts
from ifo_followup.layouts.numeric import NumericRun
from ifo_followup.layouts.placing import Placed, decided, has_empty_values, ways_to_place
from ifo_followup.layouts.rows import RowCells
from ifo_followup.layouts.tokens import Token, place_of, text_of
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Source
from ifo_followup.swedish.words import ASSESSMENTS

LIGHT_KINDS = (CellKind.LIGHT, CellKind.RESULT)


@frozen
class CellMaker:
    """Makes cells of words, and says where that was in doubt.

    `tail` is how many spaces end every line, None where that is not known.
    """

    tokens: Sequence[Token]
    findings: list[Finding]
    tail: int | None

    def cells(
        self, row: RowCells, number: int, base: int, columns: Sequence[Column]
    ) -> Iterator[Cell]:
        """The cells of a row; values that could stand in other columns as well are kept whole."""
        doubtful = doubtful_columns(row, columns, self.tokens, base, self.tail)
        way: Placed | None = None
        if doubtful or has_empty_values(row, columns):
            ways = ways_to_place(row, columns, self.tokens, base, self.tail)
            way = decided(ways)
            if ways and way is None:
                doubtful = ways.columns
            elif way is not None and not doubtful and self._are(way, row, base):
                way = None
        if way is not None:
            doubtful = way.columns
        for n, cell in enumerate(row.cells):
            if cell is not None and n not in doubtful:
                run = self.tokens[base + cell[0] : base + cell[1]]
                yield Cell(text=text_of(run), row=number, column=n, place=place_of(run))
        filled = [cell for n in doubtful if (cell := row.cells[n]) is not None]
        if filled:
            span = (base + filled[0][0], base + filled[-1][1])
            if way is not None:
                yield from self._placed(way, span, number)
                return
            yield self.undecided(span, number, len(doubtful), doubtful[0])

    def _are(self, way: Placed, row: RowCells, base: int) -> bool:
        """Whether a way is how the row was read."""
        cells = [row.cells[n] for n in way.columns]
        texts = (text_of(self.tokens[base + c[0] : base + c[1]]) if c else "" for c in cells)
        return all(a.split() == b.split() for a, b in zip(texts, way.texts, strict=True))

    def _placed(self, way: Placed, span: tuple[int, int], row: int) -> Iterator[Cell]:
        """Values that stand in their columns in one way only, and why."""
        run = self.tokens[slice(*span)]
        place = place_of(run)
        self._tell(
            run,
            "figures that stand too near to each other were read as"
            f" {', '.join(text or 'nothing' for text in way.texts)}: {way.reason}",
            Severity.INFO,
            rule="row-decided",
        )
        for column, text in enumerate(way.texts, start=way.first):
            if text:
                yield Cell(text=text, row=row, column=column, place=place)

    def undecided(self, values: tuple[int, int], row: int, count: int, column: int = 1) -> Cell:
        """Values that can be read in several ways are kept whole, and said so."""
        run = self.tokens[slice(*values)]
        text = text_of(run)
        self._tell(
            run,
            "the values of this row can be read in several ways; none was taken",
            Severity.ERROR,
            rule="row-ambiguous",
        )
        return Cell(text=text, row=row, column=column, colspan=max(2, count), place=place_of(run))

    def tell_unread(self, run: NumericRun) -> None:
        """Say so where rows of amounts have no heads that go with them: they stay text."""
        words = self.tokens[run.start : run.end]
        self._tell(
            words,
            f"{len(run.rows)} rows of amounts have no heads that go with them; none was taken",
            rule="table-unread",
        )

    def tell_no_rows(self, heads: Sequence[str], words: tuple[int, int]) -> None:
        """Say so where the heads of a table are known and no row is found under them."""
        run = self.tokens[slice(*words)]
        self._tell(
            run,
            f"under the heads {', '.join(heads)} no rows were found; what stands there stays text",
            rule="table-unread",
        )

    def tell_dark(self, rows: Sequence[RowCells], columns: Sequence[Column], base: int) -> None:
        """Say so where no row has a light: text has lost the colours, and with them the rows."""
        lights = (n for n, column in enumerate(columns) if column.kind in LIGHT_KINDS)
        words = [
            text_of(self.tokens[base + cell[0] : base + cell[1]])
            for n in lights
            for row in rows
            if (cell := row.cells[n]) is not None
        ]
        if any(ASSESSMENTS.lookup(text) is not None for text in words):
            return
        run = self.tokens[base : base + max(c[1] for row in rows for c in row.cells if c)]
        self._tell(
            run,
            "no light of this table has a word: which texts here and below it are names"
            " of units cannot be told",
            rule="cells-unclear",
        )

    def tell_texts(self, rows: Sequence[RowCells], columns: Sequence[Column], base: int) -> None:
        """Say so where texts stand side by side: only line ends and capitals told them apart."""
        for row in rows:
            side_by_side = unclear_texts(row, columns, self.tokens, base)
            if side_by_side is not None:
                run = self.tokens[base + side_by_side[0] : base + side_by_side[1]]
                self._tell(
                    run,
                    "texts of neighbouring columns were told apart by line ends and"
                    " capitals only; where one ends and the next begins may be wrong",
                    rule="cells-unclear",
                )

    def _tell(
        self,
        run: Sequence[Token],
        message: str,
        severity: Severity = Severity.WARNING,
        *,
        rule: str,
    ) -> None:
        text = text_of(run)
        self.findings.append(
            Finding(
                rule=rule,
                severity=severity,
                message=message,
                source=Source(text=text, place=place_of(run)),
                printed=text,
            )
        )
