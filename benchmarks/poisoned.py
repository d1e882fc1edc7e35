"""A batch of which one document in a hundred is poison, against the same batch without poison.

    python benchmarks/poisoned.py [DOCUMENTS] [WORKERS]

The good documents must come out byte for byte as they do without the bad ones; exactly the bad ones
must fail. Prints how the bad ones ended, and what isolation costs a document.
"""

import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS / "isolation")]

from mock_plugin import install

from ifo_followup import FollowUpError, Limits
from ifo_followup.batch import Result, parse_many

BAD = ("raise", "exit", "interrupt", "os-exit", "segfault", "abort", "kill", "loop", "sleep", "log",
       "memory", "junk", "torn-report", "large", "descriptors", "forks")  # fmt: skip
LIMITS = Limits(
    cpu_seconds=1, most_cpu_seconds=1, wall_factor=1, wall_seconds=1, memory_bytes=512 << 20,
    result_bytes=8 << 20,
)  # fmt: skip


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(tempfile.mkdtemp())
    sys.path.insert(0, str(install(folder / "site")))
    good, mixed = [], []
    for n in range(number):
        path = folder / f"{n:05}.txt"
        path.write_text(f"good {n}\n")
        good.append(path)
        if n % 100 == 50:
            path = folder / f"{n:05}-bad.txt"
            path.write_text(BAD[n // 100 % len(BAD)])
            mixed.append(path)
        mixed.append(good[-1])
    clean = run(good, workers)
    poisoned = run(mixed, workers)
    assert {path for path in poisoned if "bad" in path.name} == {
        path for path, result in poisoned.items() if isinstance(result, FollowUpError)
    }, "not exactly the bad ones failed"
    for path in good:
        assert plain(clean[path]) == plain(poisoned[path]), path
    ends = Counter(
        f"{path.read_text()}: {result.reason.value}"
        for path, result in poisoned.items()
        if isinstance(result, FollowUpError)
    )
    print(f"{len(good)} good documents the same, {sum(ends.values())} bad ones named")
    for end, times in sorted(ends.items()):
        print(f"  {times:3} {end}")


def plain(result: Result) -> list[str]:
    return [str(result)] if isinstance(result, FollowUpError) else [r.to_json() for r in result]


def run(paths: list[Path], workers: int) -> dict[Path, Result]:
    results, took, last = {}, [], time.perf_counter()
    started = last
    for path, result in parse_many(paths, workers=workers, limits=LIMITS, plugin="mock"):
        results[path] = result
        now = time.perf_counter()
        took.append(now - last)
        last = now
    print(f"{len(paths)} documents in {last - started:.1f} s, "
          f"median {1000 * statistics.median(took):.1f} ms")  # fmt: skip
    return results


if __name__ == "__main__":
    main()
