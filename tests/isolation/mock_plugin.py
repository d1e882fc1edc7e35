"""A plugin that misbehaves as the document's first word asks; written out as a distribution."""

from pathlib import Path

CODE = """
import ctypes, logging, os, signal, sys, time

from ifo_followup import FollowUpReport, hookimpl
from ifo_followup.hookspecs import Claim

HOARD = []


def leave_a_child():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)


def forks():
    for _ in range(5):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)


def misbehave(word, document):
    match word:
        case "raise":
            raise ValueError("torn")
        case "exit":
            sys.exit(3)
        case "interrupt":
            raise KeyboardInterrupt
        case "generator-exit":
            raise GeneratorExit
        case "os-exit":
            os._exit(0)
        case "segfault":
            ctypes.string_at(0)
        case "abort":
            os.abort()
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "loop":
            while True:
                pass
        case "stubborn-loop":
            signal.signal(signal.SIGXCPU, signal.SIG_IGN)
            while True:
                pass
        case "sleep":
            time.sleep(600)
        case "log":
            while True:
                logging.error("x" * 1000)
        case "memory":
            while True:
                HOARD.append(bytearray(1 << 24))
        case "recursion":
            def deeper(n):
                return deeper(n + 1)
            deeper(0)
        case "junk":
            return ["no report"]
        case "torn-report":
            return [FollowUpReport(municipality="x", risks=("no risk",))]
        case "many":
            return (FollowUpReport(municipality="x") for _ in range(10**6))
        case "large":
            return [FollowUpReport(municipality="x" * 6_000_000) for _ in range(3)]
        case "file":
            with open(__file__ + ".full", "wb") as stream:
                while True:
                    stream.write(b"x" * (1 << 20))
        case "descriptors":
            for fd in range(3, 200):
                try:
                    os.write(fd, b"JJJJJJJJJJJJ")
                except OSError:
                    pass
        case "forks":
            forks()
            time.sleep(600)
        # from here on: does harm to the process, and reads the document all the same
        case "child":
            leave_a_child()
        case "print":
            print("a plugin that prints")
            os.write(1, b"and writes")
        case "place":
            os.chdir("/")
            os.environ.clear()
            sys.path.clear()
            time.time = None
        case "mutate":
            object.__setattr__(document, "blocks", ())
        case "close":
            for fd in (0, 1, 2):
                os.close(fd)
    return [FollowUpReport(municipality="Exempel")]


class Mock:
    format_id = "mock-1"
    municipality = "Exempel"
    reads = "anything"

    def claim(self, document):
        if "end-claiming" in document.texts():
            os._exit(3)
        return Claim(sureness=1.0, evidence=("mock",))

    def parse(self, document):
        word = next(iter("\\n".join(document.texts()).split()))
        return misbehave(word, document)


@hookimpl
def ifo_followup_formats():
    return [Mock()]
"""


def install(site: Path, name: str = "mock", code: str = CODE) -> Path:
    """Put a distribution with this plugin into a folder, as pip would leave it."""
    site.mkdir(exist_ok=True)
    module = f"{name}_code"
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[ifo_followup]\n{name} = {module}\n")
    return site
