"""Bounds that several readers share."""

from ifo_followup.errors import LimitExceeded, Reason

MAX_GRID = 500_000


def check_grid(rows: int, columns: int, where: str) -> None:
    """Refuse a table whose grid is far larger than any printed table.

    Raises:
        LimitExceeded: more than half a million grid positions (`work_limit`).
    """
    if rows * columns > MAX_GRID:
        raise LimitExceeded(
            f"{where}: a table of {rows} rows and {columns} columns has more than {MAX_GRID} "
            "positions: this is no printed table; split it",
            reason=Reason.WORK_LIMIT,
        )
