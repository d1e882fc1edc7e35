"""Whole `parse` against what others need for less: CPU time as ratios, in one run."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import frozen

from benchmarks import ours, peers
from benchmarks.clock import in_turn
from ifo_followup.checks import check_report

BASE = "pdfminer extract_pages"
CHECKS = "its checks alone"  # they are part of a parse


@frozen
class Race:
    """Medians of one file: CPU seconds of each contender."""

    name: str
    pages: int
    seconds: dict[str, float]

    def ratio(self, contender: str) -> float | None:
        """Its time as a share of the base's."""
        spent = self.seconds.get(contender)
        return spent / self.seconds[BASE] if spent is not None else None


def run(path: Path, rounds: int, *, camelot: bool = True) -> tuple[Race, list[str]]:
    """Race all contenders over one file; what was skipped is told."""
    data = path.read_bytes()
    tasks: dict[str, Callable[[], object]] = {BASE: partial(peers.pdfminer_pages, data)}
    notes = []
    for backend in ours.BACKENDS:
        reason = ours.refusal(backend, data)
        if reason is None:
            tasks[f"parse, {backend}"] = partial(ours.parse, data, backend)
        else:
            notes.append(f"skipped: {reason}")
        if reason is None and CHECKS not in tasks:
            tasks[CHECKS] = partial(check_report, ours.parse(data, backend))
    for peer in peers.PEERS:
        if peer.package == "camelot" and not camelot:
            continue
        if peer.missing:
            notes.append(f"skipped: {peer.missing}")
        elif (problem := _problem(peer, data)) is not None:
            notes.append(f"skipped: {peer.name}: {problem}")
        else:
            tasks[peer.name] = partial(peer.read, data)
    race = Race(path.stem, peers.pdfminer_pages(data), in_turn(tasks, rounds))
    return race, notes


def _problem(peer: peers.Peer, data: bytes) -> str | None:
    try:
        peer.read(data)
    except Exception as error:
        # whatever a peer raises, it is out of the race
        return f"{type(error).__name__}: {error}"
    return None
