"""A strip of lights set in columns of spaces: each stands below its head, as on the page.

So `pdftotext -layout` prints it. A gap of many spaces then says how wide the page is, and not how
many cells are empty.
"""

from collections.abc import Sequence

from ifo_followup.layouts.rows import RowCells, Segmentation
from ifo_followup.layouts.tokens import DASHES, Gap, Token, line_end
from ifo_followup.swedish.words import ASSESSMENTS

_Span = tuple[int, int]


def is_aligned(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether one word each, on one line, heads columns that stand apart."""
    return end - start > 1 and all(
        token.gap is Gap.SPACE and token.spaces > 1 for token in tokens[start + 1 : end]
    )


def row_below(tokens: Sequence[Token], start: int, end: int) -> Segmentation | None:
    """The row of lights below heads [start, end), or None where other words stand there."""
    if end >= len(tokens):
        return None
    heads = _middles(tokens, [(at, at + 1) for at in range(start, end)])
    stop = line_end(tokens, end)
    if stop < len(tokens) and tokens[stop].gap is Gap.LINE and tokens[stop].text[0].islower():
        return None  # a cell goes on below: "Inget" over "utfall"
    chunks = _chunks(tokens, end, stop)
    if not all(_is_light(tokens, chunk) for chunk in chunks):
        return None
    cells: list[_Span | None] = [None] * len(heads)
    for chunk, middle in zip(chunks, _middles(tokens, chunks), strict=True):
        column = min(range(len(heads)), key=lambda n: abs(heads[n] - middle))
        if cells[column] is not None:
            return None
        cells[column] = (chunk[0] - end, chunk[1] - end)
    return Segmentation((RowCells(tuple(cells)),), stop - end, 0.0)


def _chunks(tokens: Sequence[Token], start: int, end: int) -> list[_Span]:
    """The texts of a line that more than one space parts."""
    begins = [at for at in range(start, end) if at == start or tokens[at].spaces > 1]
    return list(zip(begins, [*begins[1:], end], strict=True))


def _is_light(tokens: Sequence[Token], chunk: _Span) -> bool:
    text = " ".join(token.text for token in tokens[slice(*chunk)])
    return text in DASHES or ASSESSMENTS.lookup(text) is not None


def _middles(tokens: Sequence[Token], spans: Sequence[_Span]) -> list[float]:
    """Where texts of one line stand, in characters from its beginning."""
    out: list[float] = []
    x = 0
    for begin, end in spans:
        x += tokens[begin].spaces
        left = x
        for at in range(begin, end):
            x += len(tokens[at].text) + (tokens[at].spaces if at > begin else 0)
        out.append((left + x) / 2)
    return out
