"""What reading apart costs: the same documents here and apart, by turns.

python benchmarks/isolation.py FILE...
"""

import statistics
import sys
import time

import ifo_followup as ifo
from ifo_followup.corridor import read_reports
from ifo_followup.registry import load_registry

ROUNDS = 7


def main() -> None:
    registry = load_registry()
    ifo.parse_all(sys.argv[1], isolate=True)
    more = []
    for path in sys.argv[1:]:
        here, apart = [], []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            one = read_reports(path, registry=registry)
            between = time.perf_counter()
            other = ifo.parse_all(path, isolate=True)
            apart.append(time.perf_counter() - between)
            here.append(between - started)
            assert one == other, path
        # the least of each: what else the machine does adds to both
        more.append(1000 * (min(apart) - min(here)))
        print(f"{1000 * min(here):8.1f} ms here {1000 * min(apart):8.1f} ms apart  {path}")
    print(f"isolation costs {statistics.median(more):.1f} ms a document (median)")


if __name__ == "__main__":
    main()
