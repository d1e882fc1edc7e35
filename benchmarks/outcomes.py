"""How the files of any folder end: a table by kind of file, the odd ones by name.

    python benchmarks/outcomes.py FOLDER [WORKERS]

Good folders are the source distributions of PDF and Word libraries, which hold damaged files:
`pip download --no-deps --no-binary :all: pdfminer.six pdfplumber pypdf python-docx`.
"""

import sys
from collections import Counter
from pathlib import Path

from ifo_followup.batch import read_apart
from ifo_followup.errors import FollowUpError, Reason
from ifo_followup.jobs import Job

SUFFIXES = (".pdf", ".docx", ".docm", ".dotx", ".html", ".htm", ".md", ".txt")
ODD = (Reason.WORKER_CRASHED, Reason.OUTPUT_FAILED, Reason.PLUGIN_FAILED, Reason.CPU_LIMIT,
       Reason.WALL_LIMIT, Reason.MEMORY_LIMIT)  # fmt: skip


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    paths = sorted(p for p in Path(sys.argv[1]).rglob("*") if p.suffix.lower() in SUFFIXES)
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    ends: Counter[tuple[str, str]] = Counter()
    odd, cpu, peak = [], 0.0, 0
    for path, result, ended in read_apart(paths, Job(), workers=workers):
        end = "report"
        if isinstance(result, FollowUpError):
            # nobody claims it: it was read
            end = result.reason.value
            foreign = (result.cause or "").split(":")[0]
            if result.reason in ODD or "please report" in result.message:
                odd.append(f"{path}: {result} ({result.cause})")
            elif end == "damaged" and foreign:
                end = f"damaged, {foreign}"
        cpu, peak = max(cpu, ended.cpu), max(peak, ended.peak)
        ends[path.suffix.lower(), end] += 1
    for (suffix, end), number in sorted(ends.items()):
        print(f"{number:6}  {suffix:6} {end}")
    print(f"{sum(ends.values())} files; the worst took {cpu:.1f} s and {peak >> 20} MiB")
    for line in odd:
        print(line)


if __name__ == "__main__":
    main()
