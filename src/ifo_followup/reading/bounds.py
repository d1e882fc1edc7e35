"""Bounds that several readers share."""

from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import Limits


def check_grid(rows: int, columns: int, where: str, limits: Limits) -> None:
    """Refuse a table whose grid is far larger than any printed table.

    Raises:
        LimitExceeded: more positions than `limits.grid_positions` (`work_limit`).
    """
    if rows * columns > limits.grid_positions:
        raise LimitExceeded(
            f"{where}: a table of {rows} rows and {columns} columns has more than "
            f"{limits.grid_positions} "
            "positions (grid_positions): this is no printed table; split it",
            reason=Reason.WORK_LIMIT,
        )
