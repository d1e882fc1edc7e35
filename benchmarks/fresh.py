"""What has to be measured in a process of its own: growth with the pages, memory, imports."""

import json
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

from attrs import frozen

TIMES = (1, 2, 4, 8)
MIB = 1024 * 1024
IMPORT = "import time; t = time.process_time(); import ifo_followup; print(time.process_time() - t)"


@frozen
class Growth:
    """One file with so many times its pages: CPU seconds; memory in MiB.

    `peak` is the process's highest resident memory, interpreter and modules included; `file` the
    file's own size, `result` what the report holds; `work` what Python objects took at most beyond
    what stays.
    """

    times: int
    seconds: float
    peak: float
    file: float
    result: float
    work: float

    @property
    def beyond(self) -> float:
        """The peak without the file itself and the result."""
        return self.peak - self.file - self.result


def times_pages(data: bytes, times: int) -> bytes:
    """The file with its pages so many times."""
    import io

    import pypdfium2

    out = pypdfium2.PdfDocument.new()
    source = pypdfium2.PdfDocument(data)
    for _ in range(times):
        out.import_pages(source)
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def grow(path: Path, backend: str, folder: Path) -> list[Growth]:
    """Read a file with 1, 2, 4 and 8 times its pages, each in a fresh process."""
    out = []
    for times in TIMES:
        longer = folder / f"{times}.pdf"
        longer.write_bytes(times_pages(path.read_bytes(), times))
        plain = _child("time", longer, backend)
        traced = _child("memory", longer, backend)
        size = longer.stat().st_size / MIB
        memory = (plain["peak"], size, traced["result"], traced["work"])
        out.append(Growth(times, plain["seconds"], *memory))
    return out


def _child(what: str, path: Path, backend: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.fresh", what, str(path), backend]
    folder = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def import_seconds(rounds: int) -> float:
    """The median CPU seconds of `import ifo_followup` in a fresh interpreter."""
    found = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True
        )
        found.append(float(done.stdout))
    return statistics.median(found)


def measure(what: str, data: bytes, backend: str) -> dict[str, float]:
    """What a child process does: read once, and tell."""
    import gc

    from benchmarks import ours

    if what == "memory":
        tracemalloc.start()
        report = ours.parse(data, backend)
        _, peak = tracemalloc.get_traced_memory()
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
        del report
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return {"work": (peak - kept) / MIB, "result": (kept - left) / MIB}
    start = time.process_time()
    ours.parse(data, backend)
    spent = time.process_time() - start
    return {"seconds": spent, "peak": peak_memory()}


def peak_memory() -> float:
    """The highest resident memory of this process so far (MiB)."""
    status = Path("/proc/self/status")
    if status.is_file():
        # what getrusage tells on Linux begins with the peak of the process that started this one
        found = [x for x in status.read_text("utf-8").splitlines() if x.startswith("VmHWM:")]
        if found:
            return int(found[0].split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # kilobytes, but bytes on macOS
    return peak / 1024 if sys.platform != "darwin" else peak / MIB


def main() -> None:
    """The child: `python -m benchmarks.fresh time|memory FILE BACKEND`."""
    what, path, backend = sys.argv[1:]
    print(json.dumps(measure(what, Path(path).read_bytes(), backend)))


if __name__ == "__main__":
    main()
