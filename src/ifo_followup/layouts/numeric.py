"""Tables of numbers in plain text: rows that end in amounts, and the heads above them.

The rows are found first, since digits are the surest sign; how many columns there are follows from
what all rows can be read as, and then the header must supply as many heads.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, frozen

from ifo_followup.layouts.money_heads import GROUP_HEADS, LEAF_HEADS
from ifo_followup.layouts.tokens import Gap, Token, text_of
from ifo_followup.swedish.amounts import count_splits, split_amounts
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.numbers import is_dash
from ifo_followup.swedish.text import squash

_PIECE = re.compile(r"[+\-\u2212\u2013]?[0-9]{1,3}(?:,[0-9]+)?%?|[0-9]{5,9}|%")
_YEAR = re.compile(rf"{ANY_YEAR}\Z")
UNIT = re.compile(r"(?:tkr|mnkr|mkr|kr|st)\.?", re.IGNORECASE)
PERIOD_HEADS = re.compile(
    rf"(?:t|tertial)[123](?:{ANY_YEAR})?|{ANY_YEAR}(?:[01][0-9][0-3][0-9])?|jmf{ANY_YEAR}"
    r"|förändr(?:ing)?"
    r"|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]{0,6}"
    rf"(?:(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]{{0,6}})?(?:{ANY_YEAR})?"
    rf"|(?:kvinnor|män|totalt|antal|andel|utfall|mål)(?:{ANY_YEAR})?"
)
MONEY_HEAD = re.compile("|".join((*LEAF_HEADS, *GROUP_HEADS)))
_SENTENCE_END = (".", ":", ";", "!", "?", ",")
MOST_COLUMNS = 14
_MOST_LABEL_LINES = 5
_MOST_FIRST_LINES = 12  # of the label of the first row, under which no row is cut off
_LONGEST_HEAD = 4  # words
_SURE = 3  # so many numbers that can be read in one way do not end a sentence
EMPTY_CELLS = 3  # more spaces than this at a line's end are surely empty cells
_OPEN_END = 1  # spaces that end a line that goes on


@frozen
class Line:
    """The words of one line: [start, end) of the stream, and where its numbers begin."""

    start: int
    end: int
    numbers: int

    @property
    def numeric(self) -> bool:
        """Whether the line ends in numbers."""
        return self.numbers < self.end


@frozen
class NumericRow:
    """A row as words: its label, and its values as [start, end)."""

    label: tuple[int, int]
    values: tuple[int, int] | None


@define
class NumericRun:
    """Rows of the same table, from the first label to the last number."""

    rows: list[NumericRow]

    @property
    def start(self) -> int:
        """The first word of the first row."""
        return self.rows[0].label[0]

    @property
    def end(self) -> int:
        """The word behind the last row."""
        last = self.rows[-1]
        return last.values[1] if last.values else last.label[1]


def split_lines(tokens: Sequence[Token], start: int, end: int) -> list[Line]:
    """The lines of a stretch of words, each with its trailing numbers told apart."""
    out: list[Line] = []
    begin = start
    for at in range(start + 1, end + 1):
        if at == end or tokens[at].gap is not Gap.SPACE:
            out.append(Line(begin, at, _numbers_from(tokens, begin, at)))
            begin = at
    return out


def _numbers_from(tokens: Sequence[Token], start: int, end: int) -> int:
    at = end
    while at > start and _is_figure(tokens, start, at - 1):
        at -= 1
    if at == end - 1 and UNIT.fullmatch(tokens[end - 1].text):
        return end
    # a number cannot begin with a bare percent sign or with a group that continues one
    while at < end and tokens[at].text == "%":
        at += 1
    return at


def _is_figure(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a word is a piece of a number, or the unit that stands behind one."""
    word = tokens[at].text
    if UNIT.fullmatch(word):
        return at > start and bool(_PIECE.fullmatch(tokens[at - 1].text))
    return bool(_PIECE.fullmatch(word)) or is_dash(word)


def find_runs(tokens: Sequence[Token], start: int, end: int) -> Iterator[NumericRun]:
    """Find the tables of numbers in a stretch of words, in order."""
    pending: list[Line] = []
    rows: list[NumericRow] = []
    heads = 0  # of the line above the first row
    for line in split_lines(tokens, start, end):
        if line.numeric and _is_row(tokens, line):
            if not rows:
                heads = _heads_above(tokens, pending[-_MOST_LABEL_LINES:])
            rows.extend(_rows_before(tokens, pending, line, first=not rows))
            pending = []
        elif not rows:
            pending = [*pending, line][-_MOST_FIRST_LINES:]
        else:
            pending.append(line)
            if _closes(tokens, line) or len(pending) > _MOST_LABEL_LINES:
                yield from _run(tokens, rows, heads)
                rows, pending = [], [line]
    yield from _run(tokens, rows, heads)


def _heads_above(tokens: Sequence[Token], pending: Sequence[Line]) -> int:
    """How many heads the nearest line above has that ends in some."""
    counts = (len(trailing_heads(tokens, line, MOST_COLUMNS)[0]) for line in reversed(pending))
    return next((count for count in counts if count), 0)


def trailing_heads(tokens: Sequence[Token], line: Line, count: int) -> tuple[list[str], int]:
    """The known heads that end a line, at most `count`, and the word where they begin."""
    heads: list[str] = []
    at = line.end
    while at > line.start and len(heads) < count:
        for begin in (at - 3, at - 2, at - 1):
            if begin >= line.start and _is_period_head(tokens, begin, at):
                heads.insert(0, text_of(tokens[begin:at]))
                at = begin
                break
        else:
            break
    return heads, at


def _is_period_head(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """One word, or up to three of which the last is a year: "Apr 2018", "Tertial 1 2018"."""
    if end - begin > 1 and not (
        _YEAR.search(tokens[end - 1].text) and tokens[begin].text[0].isalpha()
    ):
        return False
    return bool(PERIOD_HEADS.fullmatch(squash(text_of(tokens[begin:end]))))


def _run(tokens: Sequence[Token], rows: list[NumericRow], heads: int) -> Iterator[NumericRun]:
    """The rows, if they are a table: two of them, or one whose values can be told apart.

    They can where a value stands under each of its heads, or where there is one way to read them.
    """
    counted = [row for row in rows if row.values]
    if len(counted) == 1 and (
        (heads > 1 and _may_have(tokens, counted[0], heads)) or _has_sure(tokens, counted[0])
    ):
        yield NumericRun(list(rows))
        return
    single = all(_is_single(tokens, row) for row in counted)
    if len(counted) >= 2 and (not single or all(_has_unit(tokens, r) for r in counted)):
        yield NumericRun(list(rows))


def _may_have(tokens: Sequence[Token], row: NumericRow, count: int) -> bool:
    first, last = row.values or (0, 0)
    words = [token.text for token in tokens[first:last]]
    units = sum(1 for word in words if UNIT.fullmatch(word))
    text = " ".join(word for word in words if not UNIT.fullmatch(word))
    return units == count or bool(split_amounts(text, count))


def _has_sure(tokens: Sequence[Token], row: NumericRow) -> bool:
    """Whether a row is several numbers that can be told apart in one way only."""
    first, last = row.values or (0, 0)
    text = " ".join(token.text for token in tokens[first:last])
    ways = count_splits(text, MOST_COLUMNS)
    return sum(ways) == 1 == sum(ways[_SURE:])


def _is_single(tokens: Sequence[Token], row: NumericRow) -> bool:
    """Whether a row can only be read as one amount."""
    first, last = row.values or (0, 0)
    words = [token.text for token in tokens[first:last] if not UNIT.fullmatch(token.text)]
    return not any(split_amounts(" ".join(words), count) for count in range(2, MOST_COLUMNS + 1))


def _has_unit(tokens: Sequence[Token], row: NumericRow) -> bool:
    return row.values is not None and bool(UNIT.fullmatch(tokens[row.values[1] - 1].text))


def _is_row(tokens: Sequence[Token], line: Line) -> bool:
    """A sentence may end in digits too; a row's label is no sentence, its values no single year."""
    label = tokens[line.start : line.numbers]
    if label and (_is_bullet(label[0].text) or label[-1].text.endswith(":")):
        return False
    if any(token.text.endswith((".", ";", "!", "?")) and len(token.text) > 4 for token in label):
        return False
    return len(label) <= 30


def _is_bullet(word: str) -> bool:
    return word[0] in "•▪\uf0b7\uf0a7·" or word in ("-", "–", "o")


def _closes(tokens: Sequence[Token], line: Line) -> bool:
    text = tokens[line.end - 1].text
    if _is_bullet(tokens[line.start].text):
        return True
    if len(trailing_heads(tokens, line, MOST_COLUMNS)[0]) > 1 or _is_money_header(tokens, line):
        return True  # the header of the next table
    return text.endswith(_SENTENCE_END[:1]) and len(text) > 4 and not text.endswith("m.m.")


def _is_money_header(tokens: Sequence[Token], line: Line) -> bool:
    """Whether a line ends in heads of money columns: "Utfall Budget", "Aug 2021 Helårsprognos"."""
    found, at = 0, line.end
    while at > line.start and found < 2:
        begins = range(max(line.start, at - _LONGEST_HEAD), at)
        begin = next((b for b in begins if _is_money_head(tokens, b, at)), None)
        if begin is None:
            return False
        found, at = found + 1, begin
    return found > 1


def _are_heads(tokens: Sequence[Token], line: Line, *, single: bool) -> bool:
    """Whether a line is heads and nothing else: "resultat prognos".

    Over a label that begins below it, a `single` one in small letters is none of its words.
    """
    words = tokens[line.start : line.end]
    several = len(words) > 1 or (single and words[0].text[0].islower())
    return several and all(MONEY_HEAD.fullmatch(squash(word.text)) for word in words)


def _is_money_head(tokens: Sequence[Token], begin: int, end: int) -> bool:
    if any(token.text[:1].isupper() for token in tokens[begin + 1 : end]):
        return False
    text = squash(text_of(tokens[begin:end]))
    return tokens[begin].text[:1].isupper() and bool(MONEY_HEAD.fullmatch(text))


def _rows_before(
    tokens: Sequence[Token], pending: Sequence[Line], line: Line, *, first: bool
) -> Iterator[NumericRow]:
    """The row that ends with `line`, after rows without values among the lines before it."""
    own = line.numbers > line.start
    label_lines: list[Line] = []
    rest = list(pending)
    while rest and _belongs(tokens, rest[-1], line, label_lines, own=own):
        goes_on = not tokens[label_lines[0].start].text[0].isupper() if label_lines else False
        if first and not goes_on and _are_heads(tokens, rest[-1], single=bool(label_lines)):
            break
        if first and len(label_lines) > 2 and not goes_on:
            break
        label_lines.insert(0, rest.pop())
    if not first:
        for begin, end in row_labels(tokens, rest):
            yield NumericRow((begin, end), None)
    begin = label_lines[0].start if label_lines else line.start
    yield NumericRow((begin, line.numbers), (line.numbers, line.end))


def row_labels(tokens: Sequence[Token], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The labels of rows without values, those of several lines put together."""
    out: list[tuple[int, int]] = []
    for line in lines:
        goes_on = tokens[line.start].gap is Gap.LINE and not tokens[line.start].text[0].isupper()
        if out and goes_on and tokens[line.start - 1].after <= _OPEN_END:
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.start, line.end))
    return out


def _belongs(
    tokens: Sequence[Token], above: Line, line: Line, taken: Sequence[Line], *, own: bool
) -> bool:
    """Whether the line above is a part of the label of the row that ends with `line`."""
    below = taken[0] if taken else line
    if tokens[above.end - 1].after > EMPTY_CELLS:
        return False  # empty cells follow it: it is a row of its own
    if below.start == below.numbers:  # only numbers: the label stands above
        return True
    gap = tokens[below.start].gap
    continues = not tokens[below.start].text[:1].isupper()
    if taken and not own:
        return gap is Gap.LINE and (continues or len(taken) < 3)
    return gap is Gap.LINE and continues
