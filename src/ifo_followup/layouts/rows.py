"""Finding the cells of a table in a stream of words: the best segmentation into rows and columns.

A dynamic programme over the words. Every column scores how well a run of words fits its kind
(`cells`); what line ends, empty lines and gaps of spaces say is added here. The best sum wins, so
one odd row does not throw the rows after it.
"""

from collections.abc import Collection, Sequence

from attrs import define, frozen

from ifo_followup.layouts.beside import NAMES, behind_values, between, joints, parted
from ifo_followup.layouts.cell_figures import cuts_number
from ifo_followup.layouts.cells import atoms, fit, longest
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.spaces import Spaces
from ifo_followup.layouts.tokens import Gap, Token

EMPTY = {  # a cell without words, where nothing speaks for it
    CellKind.ASSESSMENT: -4.0,
    CellKind.STATUS: -4.0,
    CellKind.LIKELIHOOD: -4.0,
    CellKind.RANGE: -4.0,
    CellKind.MEASURE: -3.0,
    CellKind.RESULT: -1.0,
    CellKind.PERCENT: -1.0,
    CellKind.LIGHT: -0.5,
    CellKind.PHRASE: -1.0,
    CellKind.PROSE: -1.0,
    CellKind.MARKER: -6.0,  # every row ends in these words
}
EMPTY_SEEN = 1.5  # a cell without words that left its spaces in the gap
EMPTY_AMISS = -2.0  # each empty cell more or less than the gap shows
ROW_IN_LINE = -8.0  # a row that begins inside a line
ROW_AT_LINE = -0.5  # a row that begins at a line end, not after an empty line
WRAPPED_OPEN = -3.0  # a wrapped cell is followed by an empty line; this one is not
ROW = 0.25  # a row as such: rather rows than a remainder
CUT_NUMBER = -4.0  # a number ends where its next three digits, or its unit, could go on
SWALLOWED = -4.0  # a word of a vocabulary inside a cell of free text
TORN_ROW = -6.0  # two rows that would be one: the first ends where the second begins
AT_END = 0.9  # empty cells are rather at a row's end than before its last value
REMAINDER = -1.0  # a paragraph left over, where the last column does not say that it ends

# scores of words [start, end) as a cell of a column; they do not depend on the width
Fits = dict[tuple[int, int, int], float | None]
WORD_KINDS = (
    CellKind.ASSESSMENT,
    CellKind.STATUS,
    CellKind.LIGHT,
    CellKind.RESULT,
    CellKind.MEASURE,  # "Mäts en gång om året"
)
_MOST_BOUNDARIES = 400
_MOST_TOKENS = 6000


@frozen
class RowCells:
    """One row: for each column the words [start, end), or None for an empty cell.

    `uncertain` is set when it has an empty cell for which nothing in the gaps speaks: then which
    column a value belongs to is a guess.
    """

    cells: tuple[tuple[int, int] | None, ...]
    uncertain: bool = False

    def ends_wrapped(self, cell: tuple[int, int], tokens: Sequence[Token], base: int) -> bool:
        """Whether a cell is the last and takes lines: empty ones behind it leave no trace."""
        begin, end = base + cell[0], base + cell[1]
        return cell == max(filter(None, self.cells)) and any(
            token.gap is not Gap.SPACE for token in tokens[begin + 1 : end]
        )


@frozen
class Segmentation:
    """The rows found, and the word behind the last of them."""

    rows: tuple[RowCells, ...]
    end: int
    score: float


@define
class _Step:
    """How a state was reached: from which state, with which cell after how many empty ones."""

    score: float
    previous: tuple[int, int] | None
    column: int = -1
    empties: int = 0
    seen: bool = True


def segment(
    columns: Sequence[Column],
    tokens: Sequence[Token],
    openers: Collection[str] = (),
    tail: int | None = None,
) -> Segmentation | None:
    """Find the rows of a table in the words after its header.

    `openers` are words that begin rows, where one begins a line; `tail` is how many spaces end
    the paragraphs of the document, None where that is not known.

    Returns None when there is no row, or the stream is too long to be a table.
    """
    if not tokens or len(tokens) > _MOST_TOKENS:
        return None
    fits: Fits = {}
    return max(
        (
            found
            for width in (1, 2)
            if (found := _Search(columns, tokens, width, openers, fits, tail).best())
        ),
        key=lambda found: found.score,
        default=None,
    )


class _Search:
    """One run of the programme, for one width of an empty cell in spaces."""

    def __init__(
        self,
        columns: Sequence[Column],
        tokens: Sequence[Token],
        width: int,
        openers: Collection[str],
        fits: Fits,
        tail: int | None = None,
    ) -> None:
        self.columns = columns
        self.tokens = tokens
        self.longest = [longest(column.kind) or len(tokens) for column in columns]
        self.openers = {
            n
            for n, token in enumerate(tokens)
            if token.gap is not Gap.SPACE and token.text in openers
        }.union(behind_values(tokens))
        self.spaces = Spaces(tokens, width, tail)
        self.has_lights = any(c.kind in (CellKind.LIGHT, CellKind.RESULT) for c in columns)
        self.named = any(column.fills in NAMES for column in columns)
        self.words: dict[int, int] = {}  # where words of a vocabulary stand
        self.boundaries = self._find_boundaries()
        blanks = sum(1 for token in tokens[1:] if token.gap is Gap.BLANK)
        lines = sum(1 for token in tokens[1:] if token.gap is not Gap.SPACE)
        # where empty lines are rare they do not close cells
        self.wrapped_open = WRAPPED_OPEN if blanks * 6 >= lines else 0.0
        self.fits = fits

    def _find_boundaries(self) -> list[int]:
        found = {0, len(self.tokens)}
        kinds = {column.kind: column for column in self.columns}
        line, known = 0, -1  # the line, and the last that holds a word of a vocabulary
        for start, token in enumerate(self.tokens):
            if token.gap is not Gap.SPACE:
                before, line = line, start
                if self._may_begin_row(start, known=known == before):
                    found.add(start)
            if token.gap is Gap.BLANK or start in self.openers:
                found.add(start)
            for column in kinds.values():
                for end in atoms(column, self.tokens, start):
                    found.update((start, end))
                    known = line
                    if not self.tokens[line].text[0].islower():
                        found.add(line)  # the line it stands on may begin a row
                    if column.kind in WORD_KINDS and token.text[0].isalpha():
                        self.words[start] = end
        if parted(self.columns):
            begins = [at for at in found if at < len(self.tokens) and self._begins_line(at)]
            capitals = found.union(joints(self.tokens, begins))
            if len(capitals) <= _MOST_BOUNDARIES:  # else rather rows than texts well parted
                found = capitals
        # where only a no-break space stands before a word, no cell begins
        found = {at for at in found if at == len(self.tokens) or not self.tokens[at].bound}
        if len(found) > _MOST_BOUNDARIES:
            return []
        return sorted(found)

    def _may_begin_row(self, at: int, *, known: bool) -> bool:
        """Whether a row may begin at a line right below another, which holds a `known` word."""
        before = self.tokens[at - 1]
        # the last cell of the row before may be of one line, or be empty
        ended = known or before.after > 1
        if self.named:  # any word of a name may have a capital
            ended = before.text.endswith(".")
        return ended and self.tokens[at].gap is Gap.LINE and self.tokens[at].text[:1].isupper()

    def best(self) -> Segmentation | None:
        n, width = len(self.tokens), len(self.columns)
        # a state is (word, column): all columns before it are filled; column `width` ends a row
        steps: dict[tuple[int, int], _Step] = {(0, 0): _Step(0.0, None)}
        for index, start in enumerate(self.boundaries):
            for column in range(1, width):
                self._extend(steps, start, index, column)
            done = steps.get((start, width))
            if done is not None and start < n:
                self._offer(steps, (start, 0), done.score + self._row_start(start), (start, width))
            self._extend(steps, start, index, 0)
        ends = [
            (step.score + self._remainder(at), at)
            for (at, column), step in steps.items()
            if column == width
        ]
        if not ends:
            return None
        score, end = max(ends)
        return Segmentation(self._trace(steps, (end, width)), end, score)

    def _extend(
        self,
        steps: dict[tuple[int, int], _Step],
        start: int,
        index: int,
        column: int,
    ) -> None:
        here = steps.get((start, column))
        if here is None:
            return
        targets = range(column, len(self.columns)) if start < len(self.tokens) else ()
        for target in targets:
            empties = target - column
            if empties and not self._may_be_empty(target - 1):
                break
            gap, seen = self._gap_score(start, column, target)
            if not column and target and self._is_torn(steps, start, target):
                gap += TORN_ROW
            for end in self.boundaries[index + 1 :]:
                if end - start > self.longest[target]:
                    break
                score = self._fit(target, start, end)
                if score is None:
                    continue
                score += here.score + gap + self._shape(target, start, end)
                self._offer(
                    steps, (end, target + 1), score, (start, column), target, empties, seen=seen
                )
        rest = range(column, len(self.columns))
        if column and all(self._may_be_empty(c) for c in rest):
            shown = min(self.spaces.ended(start), len(rest))
            score = here.score + AT_END * sum(map(self._left_out, rest[shown:]))
            state = (start, len(self.columns))
            left = any(self.columns[c].kind is CellKind.MEASURE for c in rest)
            seen = not left or self.spaces.trail(start) == len(rest)
            self._offer(steps, state, score, (start, column), -1, len(rest), seen=seen)

    def _is_torn(self, steps: dict[tuple[int, int], _Step], start: int, target: int) -> bool:
        """Whether a row that begins with empty cells would fill those that end the row before."""
        before = steps.get((start, len(self.columns)))
        ended = before.empties if before is not None and before.column < 0 else 0
        return ended + target >= len(self.columns)

    def _offer(
        self,
        steps: dict[tuple[int, int], _Step],
        state: tuple[int, int],
        score: float,
        previous: tuple[int, int],
        column: int = -1,
        empties: int = 0,
        *,
        seen: bool = True,
    ) -> None:
        known = steps.get(state)
        if known is None or score > known.score:
            steps[state] = _Step(score, previous, column, empties, seen)

    def _may_be_empty(self, column: int) -> bool:
        return self.columns[column].kind in EMPTY

    def _begins_line(self, at: int) -> bool:
        return at == 0 or self.tokens[at].gap is not Gap.SPACE

    def _left_out(self, column: int) -> float:
        return EMPTY[self.columns[column].kind]

    def _fit(self, column: int, start: int, end: int) -> float | None:
        key = (column, start, end)
        if key not in self.fits:
            self.fits[key] = fit(self.columns[column], self.tokens, start, end)
        return self.fits[key]

    def _shape(self, column: int, start: int, end: int) -> float:
        """What the line ends say of a cell."""
        score = 0.0
        after = self.tokens[end].gap if end < len(self.tokens) else Gap.BLANK
        if after is not Gap.BLANK and any(
            token.gap is not Gap.SPACE for token in self.tokens[start + 1 : end]
        ):
            score += self.wrapped_open
        if cuts_number(self.tokens, end):
            score += CUT_NUMBER
        if self.columns[column].kind in (CellKind.LABEL, CellKind.PHRASE):
            inside = [(s, e) for s, e in self.words.items() if start <= s and e <= end]
            phrase = self.columns[column].kind is CellKind.PHRASE
            if phrase and (start, end) in inside and not self.has_lights:
                inside.remove((start, end))  # a trend may be said in the words of an assessment
            inner = sum(1 for at in self.openers if start < at < end)
            score += SWALLOWED * (len(inside) + inner)
        if column:
            score += between(self.columns[column - 1], self.columns[column], self.tokens, start)
        return score

    def _gap_score(self, start: int, column: int, target: int) -> tuple[float, bool]:
        """What the spaces before a word say of the cells left out before it."""
        if target == 0:
            return 0.0, True
        empties = target - column
        shown = self.spaces.shown(start) if column else self.spaces.led(start)
        if shown == 0:
            return sum(EMPTY[self.columns[c].kind] for c in range(column, target)), empties == 0
        score = EMPTY_SEEN * min(shown, empties) + EMPTY_AMISS * abs(shown - empties)
        return score, shown == empties

    def _row_start(self, at: int) -> float:
        gap = self.tokens[at].gap
        if gap is not Gap.BLANK and self.tokens[at].text[0].islower():
            return ROW_IN_LINE
        return ROW + (0.0 if gap is Gap.BLANK else ROW_AT_LINE if gap is Gap.LINE else ROW_IN_LINE)

    def _remainder(self, at: int) -> float:
        """What the words say that are left behind the last row: they are paragraphs, not halves."""
        left = self.tokens[at:]
        if not left:
            return 0.0
        torn = left[0].gap is Gap.SPACE or (left[0].gap is Gap.LINE and left[0].text[0].islower())
        score = ROW_IN_LINE if torn else 0.0
        if self.columns[-1].kind is CellKind.MARKER:
            return score
        return score + REMAINDER * (1 + sum(1 for token in left[1:] if token.gap is Gap.BLANK))

    def _trace(
        self, steps: dict[tuple[int, int], _Step], state: tuple[int, int]
    ) -> tuple[RowCells, ...]:
        rows: list[RowCells] = []
        cells: dict[int, tuple[int, int]] = {}
        sure = True
        here: tuple[int, int] | None = state
        while here is not None:
            step = steps[here]
            if step.column >= 0 and step.previous is not None:
                cells[step.column] = (step.previous[0], here[0])
            sure = sure and (step.empties == 0 or step.seen)
            if here[1] == 0 and cells:
                rows.append(
                    RowCells(
                        tuple(cells.get(c) for c in range(len(self.columns))), uncertain=not sure
                    )
                )
                cells, sure = {}, True
            here = step.previous
        return tuple(reversed(rows))
