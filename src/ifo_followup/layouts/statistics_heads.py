"""The header above other tables of numbers in plain text: periods, or a paragraph for each head."""

from collections.abc import Sequence

from ifo_followup.layouts.numeric import MOST_COLUMNS, split_lines, trailing_heads
from ifo_followup.layouts.numeric_heads import Header
from ifo_followup.layouts.tokens import Gap, Token, text_of
from ifo_followup.swedish.text import squash

# what a corner cell says when it names what the rows are
CORNER_WORDS = (
    "resultatenhet", "enhet", "verksamhet", "indikator", "år", "kategori", "månad", "avdelning",
    "område", "insats", "nyckeltal", "mått", "post", "konto", "belopp", "resultatpost",
    "verksamhetsområde", "ansvar",
)  # fmt: skip
_MOST_LINES = 40
_LONGEST_HEAD = 14  # words


def statistics_header(tokens: Sequence[Token], floor: int, end: int, count: int) -> Header | None:
    """The header of another table of numbers that ends before `end`; None where there is none."""
    return _period_heads(tokens, floor, end, count) or _block_heads(tokens, floor, end, count)


def _period_heads(tokens: Sequence[Token], floor: int, end: int, count: int) -> Header | None:
    """One or two lines that end in known heads: "Nya ärenden Jan-Apr ..." above "2016 ..."."""
    lines = split_lines(tokens, floor, end)[-_MOST_LINES:]
    rows: list[tuple[str, ...]] = []
    start = None
    for line in reversed(lines):
        heads, begin = trailing_heads(tokens, line, MOST_COLUMNS)
        if len(heads) != count or len(rows) > 1 or (rows and rows[0][0]):
            break
        corner = text_of(tokens[line.start : begin])
        rows.insert(0, (corner, *heads))
        start = line.start
    return Header(start, end, tuple(rows)) if start is not None else None


def _block_heads(tokens: Sequence[Token], floor: int, end: int, count: int) -> Header | None:
    """One paragraph for each head: wrapped header cells stand one under the other."""
    if floor >= end:
        return None
    starts = [at for at in range(floor, end) if at == floor or tokens[at].gap is Gap.BLANK]
    blocks = [(s, e) for s, e in zip(starts, [*starts[1:], end], strict=True) if e > s]
    inner = blocks[-count:]
    if len(inner) < count or any(_is_sentence(tokens, block) for block in inner):
        return None
    heads = [text_of(tokens[s:e]) for s, e in inner]
    behind = _behind_corner(tokens, *inner[0])
    if behind is not None:
        heads[0] = text_of(tokens[behind : inner[0][1]])
        return Header(inner[0][0], end, ((text_of(tokens[inner[0][0] : behind]), *heads),))
    corner = blocks[-count - 1] if len(blocks) > count else None
    if corner and squash(text_of(tokens[slice(*corner)])) in CORNER_WORDS:
        return Header(corner[0], end, ((text_of(tokens[slice(*corner)]), *heads),))
    return None


def _behind_corner(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The first word of a head that stands right below a corner, or on its line."""
    line = split_lines(tokens, start, end)[0].end
    if line < end and squash(text_of(tokens[start:line])) in CORNER_WORDS:
        return line
    beside = start + 1 < line and tokens[start + 1].text[0].isupper()
    return start + 1 if beside and squash(tokens[start].text) in CORNER_WORDS else None


def _is_sentence(tokens: Sequence[Token], block: tuple[int, int]) -> bool:
    return block[1] - block[0] > _LONGEST_HEAD or tokens[block[1] - 1].text.endswith((".", ":"))
