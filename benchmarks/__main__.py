"""`python -m benchmarks`: speed, growth, imports, cells right, errors found; as tables."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import asdict

from benchmarks import cells, fresh, inputs, ours, peers, planted, printed, speed
from benchmarks.show import table
from benchmarks.truth.kinds import KINDS, make
from benchmarks.truth.score import Texts

WANTED_IMPORT = 0.060


def main() -> None:
    """Run what was asked for."""
    options = _options()
    out: dict[str, Any] = {"python": platform.python_version(), "machine": platform.machine()}
    parts = options.only or ["speed", "growth", "import", "cells", "printed", "planted"]
    for part in parts:
        out[part] = _PARTS[part](options)
        print()
    if options.json:
        Path(options.json).write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=sorted(_PARTS), help="one part only")
    parser.add_argument("--rounds", type=int, default=3, help="measurements a median is taken of")
    parser.add_argument("--seeds", type=int, default=3, help="made tables a kind")
    parser.add_argument("--tries", type=int, default=50, help="planted errors a layout and kind")
    parser.add_argument(
        "--paper", choices=planted.PAPERS, help="what reports with planted errors are printed as"
    )
    parser.add_argument("--json", metavar="FILE", help="write the figures here as well")
    return parser.parse_args()


def _speed(options: argparse.Namespace) -> list[dict[str, Any]]:
    print(f"CPU time as a ratio to {speed.BASE} = 1.00 (median of {options.rounds}, in turn)")
    files, notes = inputs.files()
    races = []
    for path in files:
        race, skipped = speed.run(path, options.rounds)
        races.append(race)
        notes += [n for n in skipped if n not in notes]
        print(f"  {path.name} done", file=sys.stderr)
    names = list(dict.fromkeys(name for race in races for name in race.seconds))
    rows = [
        [race.name, race.pages, race.seconds[speed.BASE], *(race.ratio(n) for n in names)]
        for race in races
    ]
    sums = {n: [r for r in races if n in r.seconds] for n in names}
    total: list[Any] = ["all", sum(r.pages for r in races)]
    total.append(sum(r.seconds[speed.BASE] for r in races))
    for name in names:
        base = sum(r.seconds[speed.BASE] for r in sums[name])
        total.append(sum(r.seconds[name] for r in sums[name]) / base)
    print(table(["file", "pages", "base, s", *names], [*rows, total]))
    _tell(notes)
    return [{"file": r.name, "pages": r.pages, "seconds": r.seconds} for r in races]


def _growth(options: argparse.Namespace) -> list[dict[str, Any]]:
    del options
    print("Growth: the longest file with 1, 2, 4, 8 times its pages, each in a fresh process")
    files, notes = inputs.files()
    path = max(files, key=lambda p: peers.pdfminer_pages(p.read_bytes()))
    out = []
    for backend in ours.BACKENDS:
        reason = ours.refusal(backend, path.read_bytes())
        if reason is not None:
            notes.append(f"skipped: {reason}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            grown = fresh.grow(path, backend, Path(folder))
        rows = [
            [backend, g.times, g.seconds, g.seconds / grown[0].seconds, g.peak, g.file, g.result,
             g.beyond / grown[0].beyond, g.work] for g in grown
        ]  # fmt: skip
        heads = ["backend", "pages x", "CPU s", "ratio", "peak MiB", "file", "result"]
        print(table([*heads, "peak beyond both", "work MiB"], rows))
        out += [{"backend": backend, **asdict(g)} for g in grown]
    _tell([f"file: {path.stem}", *notes])
    return out


def _import(options: argparse.Namespace) -> float:
    spent = fresh.import_seconds(max(5, 3 * options.rounds))
    print(
        f"import ifo_followup: {1000 * spent:.0f} ms of CPU in a fresh process"
        f" (wanted: at most {1000 * WANTED_IMPORT:.0f})"
    )
    return spent


def _cells(options: argparse.Namespace) -> dict[str, Any]:
    print(f"Cells right, per cent, on made tables of known truth ({options.seeds} files a kind)")
    cases = (make(kind, seed) for kind in KINDS for seed in range(options.seeds))
    tallies = cells.count(cases)
    total = cells.Tally()
    for tally in tallies.values():
        total.add(tally)
    tools = list(total.of)
    rows = [_cells_row(kind, tally, tools) for kind, tally in [*tallies.items(), ("all", total)]]
    print(table(["kind", *tools, "whole tables", "lights"], rows, digits=1))
    _tell([f"skipped: {p.missing}" for p in peers.PEERS if p.missing])
    return {
        kind: {
            "cells": {tool: [t.right[tool], t.of[tool]] for tool in t.of},
            "whole": [t.whole, t.tables],
            "lights": [t.lights, t.lights_of],
        }
        for kind, t in tallies.items()
    }


def _cells_row(kind: str, tally: cells.Tally, tools: list[str]) -> list[Any]:
    shares = [tally.share(tool) for tool in tools]
    lights = f"{tally.lights}/{tally.lights_of}" if tally.lights_of else None
    return [
        kind,
        *(100 * s if s is not None else None for s in shares),
        f"{tally.whole}/{tally.tables}",
        lights,
    ]


def _printed(options: argparse.Namespace) -> list[dict[str, Any]]:
    del options
    print("Amounts of printed money tables in one row of cells with their label, per cent")
    pairs = inputs.goldens()
    if not pairs:
        _tell(["no real reports with their truth: set IFO_CORPUS"])
        return []
    readers: dict[str, Callable[[bytes], list[Texts]]] = {cells.OURS: ours.read}
    readers |= {p.name: p.read for p in peers.PEERS if p.missing is None}
    rows: list[list[Any]] = []
    out = []
    for pdf, golden in pairs:
        wanted = printed.truth(golden)
        data = pdf.read_bytes()
        found = {name: printed.right(wanted, read(data)) for name, read in readers.items()}
        amounts = found[cells.OURS][1]
        rows.append([pdf.stem, amounts, *(100 * r / max(of, 1) for r, of in found.values())])
        out.append({"file": pdf.stem, "amounts": found})
    print(table(["file", "amounts", *readers], rows, digits=1))
    return out


def _planted(options: argparse.Namespace) -> dict[str, Any]:
    set_as = f"printed as {options.paper}" if options.paper else "set in its layout"
    print(f"Planted errors that the checks find; each report {set_as} and read again")
    counts = ("due", "found", "named", "alone", "rounded", "free")
    tallies = {slip.value: tally for slip, tally in planted.run(options.tries, options.paper)}
    print(
        table(
            ["kind", *counts], [[s, *(getattr(t, c) for c in counts)] for s, t in tallies.items()]
        )
    )
    cells = sum(tally.cells for tally in tallies.values())
    tied = sum(tally.tied for tally in tallies.values())
    alarms = [alarm for tally in tallies.values() for alarm in tally.alarms]
    missed = [missed for tally in tallies.values() for missed in tally.missed]
    _tell([f"amounts tied to others: {tied} of {cells}", f"false alarms: {len(alarms)}"])
    _tell([*alarms, *missed])
    return {s: {count: getattr(t, count) for count in counts} for s, t in tallies.items()}


def _tell(notes: list[str]) -> None:
    for note in notes:
        print(f"  {note}")


_PARTS = {
    "speed": _speed,
    "growth": _growth,
    "import": _import,
    "cells": _cells,
    "printed": _printed,
    "planted": _planted,
}

if __name__ == "__main__":
    main()
