"""Every value can be put a finger on: its place is known, and what it says is printed there."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from ifo_followup.corridor import open_document, reports_of
from ifo_followup.document import Document, Lines, Table
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Box, Place, Source
from ifo_followup.registry import load_registry
from ifo_followup.swedish.text import squash

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WITH_PLACES = ("pdf", "txt")  # a Word file has neither pages nor lines
REPORTS = (
    "nacka-2018-tertial-1",
    "tyreso-2017-interim-2",
    "tyreso-2018-interim-1",
    "tyreso-2021-interim-2",
    "tyreso-2022-monthly-november",
)
AWAY = 1.0  # points by which a box may stick out of that of its block


class Gap(NamedTuple):
    """A source that lacks something."""

    what: str
    path: str
    source: Source


Entry = tuple[int, str]  # a piece of the document by its number, and its text


class Printed:
    """What a document prints at each place."""

    def __init__(self, document: Document) -> None:
        self.on_page: dict[int, list[tuple[Box, str]]] = {}
        self.count = 0
        self.on_line: dict[int, list[Entry]] = {}
        for block in document.blocks:
            if isinstance(block, Lines):
                for line in block.lines:
                    self._add(Place(first_line=line.number, last_line=line.number), line.text)
            elif isinstance(block, Table):
                for cell in block.cells:
                    self._add(cell.place, cell.text)
            else:
                self._add(block.place, block.text)
        for piece in document.furniture:
            self._add(piece.place, piece.text)

    def _add(self, place: Place, text: str) -> None:
        if place.page is not None and place.box is not None:
            self.on_page.setdefault(place.page, []).append((place.box, text))
        for number in lines_of(place):
            self.on_line.setdefault(number, []).append((self.count, text))
        self.count += 1

    def at(self, place: Place) -> list[str]:
        """The texts that stand there, each once."""
        by_line = dict(each for n in lines_of(place) for each in self.on_line.get(n, ()))
        found = list(by_line.values())
        if place.page is not None and place.box is not None:
            found += [
                text
                for box, text in self.on_page.get(place.page, ())
                if holds(box, place.box) or holds(place.box, box)
            ]
        return found


def lines_of(place: Place) -> range:
    first = place.first_line or 1
    return range(first, (place.last_line or first) + 1 if place.first_line else first)


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 <= inner.x0 + AWAY
        and outer.top <= inner.top + AWAY
        and outer.x1 >= inner.x1 - AWAY
        and outer.bottom >= inner.bottom - AWAY
    )


def sources(held: object, path: str) -> Iterator[tuple[str, Source]]:
    """Every source in the tree of a report, also those of findings, with the way to it."""
    if isinstance(held, Source):
        yield path, held
    elif isinstance(held, tuple):
        for n, each in enumerate(held):
            yield from sources(each, f"{path}[{n}]")
    elif attrs.has(type(held)):
        for field in attrs.fields(type(held)):
            yield from sources(getattr(held, field.name), f"{path}.{field.name}".lstrip("."))


def letters(text: str) -> str:
    """What is compared: line breaks and the spaces and hyphens of a narrow column say nothing."""
    return "".join(squash(text).split())


def gaps(report: FollowUpReport, document: Document) -> tuple[int, list[Gap]]:
    """How many sources there are, and those of them that lack something."""
    printed, found, count = Printed(document), [], 0
    for path, source in sources(attrs.evolve(report, coverage=type(report.coverage)()), ""):
        count += 1
        place = source.place
        if not ((place.page and place.box) or place.first_line):
            found.append(Gap("no place", path, source))
            continue
        there = [letters(text) for text in printed.at(place)]
        if not there:
            found.append(Gap("nothing there", path, source))
        elif letters(source.text) not in "".join(there):
            found.append(Gap("printed elsewhere", path, source))
    return count, found


def read(path: Path) -> tuple[Document, FollowUpReport]:
    document = open_document(path)
    (report,) = reports_of(document, registry=load_registry())
    return document, report


def check(path: Path, known: dict[str, int]) -> None:
    document, report = read(path)
    count, found = gaps(report, document)
    shown = "\n".join(f"{gap.what}: {gap.path}: {gap.source}" for gap in found[:20])
    assert count > 100
    assert dict(Counter(gap.what for gap in found)) == known, f"of {count}:\n{shown}"
    check_origin(path, report)


def check_origin(path: Path, report: FollowUpReport) -> None:
    origin = report.provenance
    assert origin is not None
    assert origin.sha256 == sha256(path.read_bytes()).hexdigest()
    assert origin.document == path.name
    assert origin.reader
    assert origin.plugin
    package = f"ifo-followup-{origin.plugin.partition('-')[0]}"
    assert origin.plugin_version == metadata.version(package)
    assert origin.library_version == metadata.version("ifo-followup")


@pytest.mark.parametrize("kind", WITH_PLACES)
@pytest.mark.parametrize("name", sorted({path.stem for path in EXAMPLES.glob("almvik-*.pdf")}))
def test_every_value_of_an_example_is_where_it_says(name: str, kind: str):
    check(EXAMPLES / f"{name}.{kind}", {})


@pytest.mark.corpus
@pytest.mark.parametrize("kind", WITH_PLACES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_value_of_a_real_report_is_where_it_says(corpus: Path, name: str, kind: str):
    folder = corpus / "corpus" / ("facsimile" if kind == "pdf" else "")
    check(folder / f"{name}.{kind}", {})


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("almvik-*.docx")), ids=lambda path: path.stem)
def test_a_value_of_a_word_file_says_its_cell_and_its_words(path: Path):
    document, report = read(path)
    wording = letters(" ".join(document.texts()))
    for way, source in sources(report, ""):
        assert letters(source.text) in wording, way
    check_origin(path, report)
