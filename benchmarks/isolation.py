"""What reading apart costs: the same documents here and apart, by turns.

    python benchmarks/isolation.py [FILE...]

Without files, the examples. By turns with the reading here, the process of the next document is
made while nobody waits; the last figure is of documents read apart without a pause.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import ifo_followup as ifo
from ifo_followup.corridor import read_reports
from ifo_followup.registry import load_registry

ROUNDS = 15
EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> None:
    paths = sys.argv[1:] or sorted(map(str, EXAMPLES.glob("*.[pd][do][fc]*")))
    registry = load_registry()
    ifo.parse_all(paths[0], isolate=True)
    more, in_a_row = [], []
    for path in paths:
        here, apart = _by_turns(
            lambda path=path: read_reports(path, registry=registry),  # type: ignore[misc]  # mypy knows no lambda with a default
            lambda path=path: ifo.parse_all(path, isolate=True),  # type: ignore[misc]  # mypy knows no lambda with a default
        )
        (row,) = _by_turns(lambda path=path: ifo.parse_all(path, isolate=True))  # type: ignore[misc]  # mypy knows no lambda with a default
        more.append(apart - here)
        in_a_row.append(row - here)
        print(
            f"{here:8.1f} ms here {apart - here:+8.1f} ms apart {row - here:+8.1f} in a row  {path}"
        )
    print(
        f"isolation costs {statistics.median(more):.1f} ms a document (median),"
        f" {statistics.median(in_a_row):.1f} without a pause"
    )


def _by_turns(*tasks: Callable[[], object]) -> list[float]:
    """The least milliseconds of each: what else the machine does adds to all."""
    least = [float("inf")] * len(tasks)
    for _ in range(ROUNDS):
        results = []
        for number, task in enumerate(tasks):
            started = time.perf_counter()
            results.append(task())
            least[number] = min(least[number], 1000 * (time.perf_counter() - started))
        assert all(result == results[0] for result in results)
    return least


if __name__ == "__main__":
    main()
