"""Whatever a plugin does to the process it runs in, only its own document fails, and is named."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from waiting import wait_until

import ifo_followup as ifo
from ifo_followup.batch import parse_many
from ifo_followup.errors import Reason

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

LIMITS = ifo.Limits(
    cpu_seconds=1,
    most_cpu_seconds=1,
    wall_factor=0.5,
    wall_seconds=3.5,
    memory_bytes=320 << 20,
    result_bytes=8 << 20,
)

FAILS = {
    "raise": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "exit": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "interrupt": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "generator-exit": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "os-exit": (ifo.WorkerFailed, {Reason.WORKER_CRASHED}),
    "segfault": (ifo.WorkerFailed, {Reason.WORKER_CRASHED}),
    "abort": (ifo.WorkerFailed, {Reason.WORKER_CRASHED}),
    "kill": (ifo.WorkerFailed, {Reason.WORKER_CRASHED}),
    # a loaded machine can reach the wall before the processor time is used up
    "loop": (ifo.LimitExceeded, {Reason.CPU_LIMIT, Reason.WALL_LIMIT}),
    "stubborn-loop": (ifo.LimitExceeded, {Reason.CPU_LIMIT, Reason.WALL_LIMIT}),
    "sleep": (ifo.LimitExceeded, {Reason.WALL_LIMIT}),
    "log": (ifo.LimitExceeded, {Reason.CPU_LIMIT, Reason.WALL_LIMIT}),
    "memory": (ifo.LimitExceeded, {Reason.MEMORY_LIMIT, Reason.WALL_LIMIT}),  # as above
    "recursion": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "junk": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "torn-report": (ifo.PluginError, {Reason.OUTPUT_FAILED}),
    "many": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "large": (ifo.FollowUpError, {Reason.OUTPUT_FAILED, Reason.MEMORY_LIMIT}),
    "file": (ifo.PluginError, {Reason.PLUGIN_FAILED}),
    "descriptors": (ifo.FollowUpError, {Reason.OUTPUT_FAILED}),
    "forks": (ifo.LimitExceeded, {Reason.WALL_LIMIT}),
}
HARMLESS = ("child", "print", "place", "mutate", "close")


def plain(result):
    """What a report says, without the file that it stood in."""
    (report,) = result
    return (
        report.to_json()
        .replace(report.provenance.document, "")
        .replace(report.provenance.sha256, "")
    )


def test_only_the_document_fails_whose_plugin_misbehaves(site, tmp_path):
    words = [word for bad in (*FAILS, *HARMLESS) for word in (bad, "good")]
    paths = []
    for number, word in enumerate(words):
        path = tmp_path / f"{number:02}-{word}.txt"
        path.write_text(f"{word}\n")
        paths.append(path)
    here = Path.cwd(), dict(os.environ)
    results = list(parse_many(paths, limits=LIMITS, plugin="mock"))
    assert [path for path, _ in results] == paths
    assert (Path.cwd(), dict(os.environ)) == here
    good = {plain(result) for (path, result) in results if "good" in path.name}
    assert len(good) == 1
    for (path, result), word in zip(results, words, strict=True):
        if word not in FAILS:
            assert {plain(result)} == good, word
            continue
        kind, reasons = FAILS[word]
        assert isinstance(result, kind), (word, result)
        assert result.reason in reasons, (word, result)
        assert result.document == path.name
        if result.stage == "parsing":
            assert "mock" in str(result), word


def test_what_a_plugin_starts_ends_with_its_document(site, tmp_path):
    for word in ("child", "forks"):
        path = tmp_path / f"{word}.txt"
        path.write_text(word)
        list(parse_many([path], limits=LIMITS, plugin="mock"))
    wait_until(lambda: not list(running(str(site))))


def running(word: str) -> Iterator[str]:
    """The processes with this in their command line; one may end while it is looked at."""
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if word.encode() in each.read_bytes():
                yield each.parent.name


def test_several_workers_give_the_same_in_the_same_order(site, tmp_path):
    paths = []
    for number in range(12):
        path = tmp_path / f"{number}.txt"
        path.write_text("segfault" if number in (3, 7) else "good")
        paths.append(path)
    one = list(parse_many(paths, limits=LIMITS, plugin="mock"))
    three = list(parse_many(iter(paths), limits=LIMITS, plugin="mock", workers=3))
    assert [path for path, _ in three] == paths
    for (_, a), (_, b) in zip(one, three, strict=True):
        assert a == b if isinstance(a, tuple) else a.reason is b.reason


def test_a_batch_given_up_in_the_middle_leaves_nothing_behind(site, tmp_path):
    path = tmp_path / "slow.txt"
    path.write_text("sleep")
    good = tmp_path / "good.txt"
    good.write_text("good")
    patient = ifo.Limits(wall_seconds=36_000)
    results = parse_many([good, path, path], plugin="mock", workers=2, limits=patient)
    next(results)
    results.close()  # it does not wait ten hours
    wait_until(lambda: not list(running(str(site))))


def test_a_plugin_that_ends_the_process_that_loads_it_is_left_out(site, tmp_path):
    from mock_plugin import install

    install(site, "deadly", "import os\nos._exit(0)\n")
    path = tmp_path / "good.txt"
    path.write_text("good")
    ((_, result),) = parse_many([path], limits=LIMITS, plugin="mock")
    assert any("deadly" in finding.message for finding in result[0].findings)


def test_a_plugin_that_is_installed_meanwhile_reads_the_next_document(site):
    from mock_plugin import CODE, install

    with pytest.raises(ifo.PluginError, match="no plugin or format is called 'late-1'"):
        ifo.parse(b"good", isolate=True, plugin="late-1")
    install(site, "late", CODE.replace("mock-1", "late-1"))
    report = ifo.parse(b"good", isolate=True, plugin="late-1")
    assert report.provenance.plugin == "late-1"


def test_who_ends_the_process_while_claiming_is_named(site):
    with pytest.raises(
        ifo.WorkerFailed, match=r"exit code 3.*the format mock-1 was claiming"
    ) as it:
        ifo.parse(b"end-claiming", isolate=True, limits=LIMITS)
    assert it.value.stage == "choosing"


def test_parse_raises_what_the_batch_gives(site):
    with pytest.raises(ifo.WorkerFailed, match="mock-1"):
        ifo.parse(b"segfault", isolate=True, limits=LIMITS, plugin="mock")
    assert ifo.parse(b"good", isolate=True, limits=LIMITS, plugin="mock").municipality == "Exempel"
