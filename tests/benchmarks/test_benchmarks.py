"""The benchmarks run on one tiny input; nothing is timed here."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks import cells, clock, fresh, inputs, ours, planted, printed, speed
from benchmarks.show import table
from benchmarks.truth.kinds import make
from ifo_followup.testing.planting import Slip

EXAMPLE = inputs.EXAMPLES / "almvik-2023-manadsrapport-oktober.pdf"


def test_tasks_run_in_turn() -> None:
    seen: list[str] = []
    times = clock.in_turn({"a": lambda: seen.append("a"), "b": lambda: seen.append("b")}, 2)
    assert seen == ["a", "b"] * 3
    assert set(times) == {"a", "b"}
    assert all(t >= 0 for t in times.values())


def test_a_race_tells_what_it_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed.peers, "PEERS", ())
    race, notes = speed.run(EXAMPLE, 1)
    assert race.pages == 8
    assert {speed.BASE, "parse, pdfminer"} <= set(race.seconds)
    refused = [b for b in ours.BACKENDS if f"parse, {b}" not in race.seconds]
    assert len(notes) == len(refused)
    assert race.ratio(speed.BASE) == 1.0


def test_memory_and_time_of_one_file() -> None:
    data = EXAMPLE.read_bytes()
    memory = fresh.measure("memory", data, "pdfminer")
    assert memory["work"] > 0
    assert memory["result"] > 0
    assert fresh.Growth(1, 1.0, peak=50, file=2, result=3, work=1).beyond == 45
    assert fresh.measure("time", data, "pdfminer")["peak"] > 1


def test_cells_with_and_without_peers() -> None:
    tallies = cells.count([make("ruled", 0)])
    assert tallies["ruled"].share(cells.OURS) == 1.0


def test_printed_amounts_are_found_beside_their_label() -> None:
    rows = [printed.Row("Summa, IFO", tuple(printed.Decimal(n) for n in (1906, -42510)))]
    assert printed.right(rows, [[["Summa IFO", "1 906", "−42 510"]]]) == (2, 2)
    assert printed.right(rows, [[["Summa IFO", "1 906 −42 510"]]]) == (0, 2)
    assert printed.right(rows, [[["Annat", "1 906", "-42 510"]]]) == (0, 2)


def test_a_table_of_figures_is_aligned() -> None:
    text = table(["file", "ratio"], [["a", 1.0], ["long", None]])
    assert text.splitlines() == ["file  ratio", "-----------", "a      1.00", "long      –"]


def test_the_program_prints_and_writes_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "KINDS", ("ruled",))
    monkeypatch.setattr(cells, "PEERS", ())
    monkeypatch.setattr(program.peers, "PEERS", ())
    target = tmp_path / "out.json"
    arguments = ["bench", "--only", "cells", "--seeds", "1", "--json", str(target)]
    monkeypatch.setattr(sys, "argv", arguments)
    program.main()
    assert "ruled" in capsys.readouterr().out
    assert "ruled" in json.loads(target.read_text("utf-8"))["cells"]


@pytest.mark.parametrize("paper", [None, *planted.PAPERS])
def test_planted_errors_are_counted(
    paper: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target, tries = tmp_path / "out.json", 1 if paper else 2
    arguments = ["bench", "--only", "planted", "--tries", str(tries), "--json", str(target)]
    monkeypatch.setattr(sys, "argv", [*arguments, *(["--paper", paper] if paper else [])])
    program.main()
    assert "false alarms: 0" in capsys.readouterr().out
    counts = json.loads(target.read_text("utf-8"))["planted"]
    assert set(counts) == {slip.value for slip in Slip}
    assert all(count["found"] <= count["due"] <= tries * 5 for count in counts.values())
    assert sum(count["found"] for count in counts.values()) > 0
