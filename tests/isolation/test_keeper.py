"""The processes behind a batch: that they are made, ended, made again, and leave nothing behind."""

import os
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waiting import wait_until

import ifo_followup as ifo
from ifo_followup.corridor import open_document
from ifo_followup.document import Kind
from ifo_followup.errors import Reason
from ifo_followup.isolation import keeper, nursery, warming, watching, wire
from ifo_followup.isolation.keeper import Keeper, Pool
from ifo_followup.isolation.starting import copied, fresh, nearest
from ifo_followup.jobs import Job
from ifo_followup.sources import Loaded

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    # from 3.12 on Python warns of a copy of a process with threads
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
]

QUICK = ifo.Limits(
    cpu_seconds=1, most_cpu_seconds=1, wall_factor=0.5, wall_seconds=0.5, memory_bytes=512 << 20
)
JOB = Job(plugin="mock", limits=QUICK)


def text(word: str) -> Loaded:
    return Loaded(name="x.txt", data=word.encode())


@pytest.fixture(params=[fresh, copied])
def held(request, site):
    made = Keeper(request.param)
    yield made
    made.close()


def test_a_nursery_is_made_again_when_it_died(held):
    assert held.read(text("good"), JOB)[0][0].municipality == "Exempel"
    held._process.kill()
    result, _ = held.read(text("good"), JOB)
    assert isinstance(result, ifo.WorkerFailed)
    assert result.document == "x.txt"
    assert held.read(text("good"), JOB)[0][0].municipality == "Exempel"


def test_what_a_document_cost_is_told(held):
    _, ended = held.read(text("good"), JOB)
    assert ended.how == "done"
    assert ended.cpu > 0
    assert ended.peak > 1 << 20


def test_without_forks_one_process_reads_them_all(site, monkeypatch):
    monkeypatch.setattr(nursery, "CAN_FORK", False)
    monkeypatch.setattr(keeper, "GRACE_SECONDS", 0.2)
    held = Keeper(copied)
    try:
        for word, reason in (
            ("good", None),
            ("raise", Reason.PLUGIN_FAILED),
            ("good", None),
            ("os-exit", Reason.WORKER_CRASHED),
            ("good", None),
            ("sleep", Reason.WALL_LIMIT),
            ("good", None),
        ):
            result, _ = held.read(text(word), JOB)
            if reason is None:
                assert result[0].municipality == "Exempel"
            else:
                assert result.reason is reason, word
    finally:
        held.close()


def test_the_documents_that_warm_a_nursery_up_can_be_read():
    opened = [open_document(sample) for sample in warming.samples()]
    assert {document.kind for document in opened} == set(Kind)
    (report,) = ifo.parse_all(warming.samples()[3], plugin="generic")
    assert report.goals
    assert report.indicators
    assert report.budget_tables


def test_a_spare_cell_that_is_gone_is_replaced(held):
    """The system may end a process that only waits."""
    for _ in range(3):
        assert held.read(text("good"), JOB)[0][0].municipality == "Exempel"
        (spare,) = spares(held._process.pid)
        os.kill(spare, signal.SIGKILL)
        wait_until(lambda pid=spare: not alive(pid))


def test_a_nursery_that_is_closed_takes_its_spare_cell_with_it(held):
    held.ready()
    (spare,) = spares(held._process.pid)
    held.close()
    wait_until(lambda pid=spare: not alive(pid))


def spares(pid: int) -> list[int]:
    """The cells of a nursery; one is made a moment after it has answered."""
    wait_until(lambda: children(pid))
    return children(pid)


def test_a_process_with_threads_is_not_copied(site):
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        process, requests, answers = nearest([])
        assert "Popen" in type(process).__name__
    finally:
        done.set()
        thread.join()
    requests.close()
    answers.close()
    process.wait()


def test_a_killed_caller_leaves_no_process(site, tmp_path):
    """The nursery and the cell of a caller that is killed end by themselves."""
    pids, told = os.pipe()
    caller = os.fork()
    if caller == 0:
        pool = Pool(copied)
        pool.have(1)
        (held,) = pool._idle
        os.write(told, str(held._process.pid).encode())
        pool.read(text("sleep"), Job(plugin="mock"))
        os._exit(0)
    nurse = int(os.read(pids, 100))
    cells = spares(nurse)
    os.kill(caller, signal.SIGKILL)
    os.waitpid(caller, 0)
    wait_until(lambda: not any(alive(pid) for pid in (nurse, *cells)))
    os.close(pids)
    os.close(told)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(each) for each in listed.read_text().split()] if listed.exists() else []


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_the_clock_rings_once_and_only_when_it_is_late():
    rung: list[int] = []
    with keeper._Clock(60, lambda: rung.append(1)):
        pass
    assert rung == []
    heard = threading.Event()
    with keeper._Clock(0.01, lambda: (rung.append(1), heard.set())):
        assert heard.wait(60)
    assert rung == [1]


ERRORS = [
    ifo.UnreadableDocument("x", reason=Reason.DAMAGED, document="å.pdf", page=3, cause="c"),
    ifo.LimitExceeded("x", reason=Reason.CPU_LIMIT, stage="parsing"),
    ifo.WorkerFailed("x", document="\ud800"),
    ifo.UnknownDocument("x", looked_for=(("a", "b"), ("c", "d")), document="x"),
    ifo.AmbiguousDocument("x", claims=(("a", "b"),), reason=Reason.SEVERAL_REPORTS),
    ifo.PluginError("x", plugin="p", reason=Reason.OUTPUT_FAILED, stage="writing"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_come_back_whole(error):
    back = wire.unpack_error(wire.pack_error(error))
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert str(back) == str(error)


@given(st.binary(max_size=60) | st.dictionaries(st.text(max_size=5), st.integers()).map(wire.pack))
def test_what_is_no_error_is_refused(data):
    with pytest.raises(wire.WireError):
        wire.unpack_error(data)


@given(st.lists(st.binary(max_size=40), max_size=8), st.integers(1, 17))
def test_a_cell_may_send_anything_in_any_pieces(pieces, size):
    seen = watching.Seen(ifo.Limits(result_bytes=50))
    data = b"".join(pieces)
    for at in range(0, len(data), size):
        if not seen.feed(data[at : at + size]):
            break
    assert seen.size <= 50 + 40
    assert all(kind in (wire.REPORT, wire.ERROR, wire.DONE) for kind, _ in seen.results)


@given(st.lists(st.tuples(st.sampled_from([wire.NOTE, wire.REPORT]), st.binary(max_size=9))))
def test_frames_come_through_whole(frames):
    seen = watching.Seen(ifo.Limits())
    data = b"".join(wire.frame(*each) for each in frames) + wire.frame(wire.DONE)
    for at in range(0, len(data), 7):
        assert seen.feed(data[at : at + 7])
    assert seen.results == [each for each in frames if each[0] == wire.REPORT] + [(wire.DONE, b"")]
