"""Figures as a table of text."""

from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[object]], *, digits: int = 2) -> str:
    """Columns set to the right, the first to the left; None is a dash."""
    texts = [list(heads), *([_text(v, digits) for v in row] for row in rows)]
    wide = [max(len(row[c]) for row in texts) for c in range(len(heads))]
    lines = []
    for row in texts:
        cells = [row[0].ljust(wide[0])]
        cells += [t.rjust(w) for t, w in zip(row[1:], wide[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "-" * max(len(line) for line in lines))
    return "\n".join(lines)


def _text(value: object, digits: int) -> str:
    if value is None:
        return "–"
    return f"{value:.{digits}f}" if isinstance(value, float) else str(value)
