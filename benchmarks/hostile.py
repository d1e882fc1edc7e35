"""Run every hostile case by hand, and print how each ends and what it costs.

python benchmarks/hostile.py [PART OF A NAME]
"""

import collections
import resource
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS / "hostile"), str(TESTS / "isolation")]

from cases import READ, all_cases

from ifo_followup.errors import FollowUpError
from ifo_followup.isolation.keeper import Pool
from ifo_followup.jobs import Job
from ifo_followup.sources import Loaded


def main() -> None:
    from mock_plugin import install

    folder = tempfile.mkdtemp()
    sys.path.insert(0, str(install(Path(folder) / "site")))
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    ends: collections.Counter[str] = collections.Counter()
    pool = Pool()
    slow: list[tuple[float, int, str, str]] = []
    for case in all_cases():
        if wanted not in case.name:
            continue
        data = case.make()
        result, ended = pool.read(Loaded(name=case.file, data=data), Job(plugin="mock"))
        end = result.reason.value if isinstance(result, FollowUpError) else READ
        ends[end] += 1
        flag = "" if end in case.ends else f"  NOT {sorted(case.ends)}"
        slow.append((ended.cpu, ended.peak >> 20, case.name, end))
        told = isinstance(result, FollowUpError) and (flag or wanted)
        words = str(result) if told else ""
        print(
            f"{ended.cpu:7.2f} s  {end:22} {case.name}{flag}  {words[:200]}",
            flush=True,
        )
    pool.close()
    print(dict(ends), sum(ends.values()), "cases")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"peak of any process: {peak} MiB")
    for longest in (sorted(slow, reverse=True), sorted(slow, key=lambda each: -each[1])):
        for cpu, mib, name, end in longest[:10]:
            print(f"{cpu:7.2f} s {mib:5} MiB {name} {end}")


if __name__ == "__main__":
    main()
