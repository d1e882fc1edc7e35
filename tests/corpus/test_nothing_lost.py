"""All that a real report prints is accounted for, and what is accounted for stands in the report.

Run by itself it prints the table of docs/explanation/coverage.md:

    python tests/corpus/test_nothing_lost.py CORPUS
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from attrs import evolve
from readings import FORMATS, file_of, squash

import ifo_followup as ifo
from ifo_followup.corridor import open_document
from ifo_followup.document import Document, Table

pytestmark = pytest.mark.corpus

CASES = [(report, kind) for report, kinds in FORMATS.items() for kind in kinds]
_MARKS = ".,:;()"
_FIGURE = re.compile(r"[+\-−–]?\s?[0-9][0-9\s]{0,15}(?:,[0-9]{1,3})?\s?%?")


def characters(document: Document) -> int:
    return len("".join(normalize("NFC", "".join(document.texts())).split()))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def words_in(texts) -> Iterator[str]:
    return (word.strip(_MARKS) for text in texts for word in text.split())


def words_lost(document: Document, report: ifo.FollowUpReport) -> tuple[Counter[str], float]:
    """Printed words that stand in no value of the report, and what share of all letters they are.

    What the report says of itself, such as its findings, does not count.
    """
    content = evolve(report, findings=(), coverage=ifo.Coverage(), provenance=None)
    held = set(words_in(strings(json.loads(content.to_json()))))
    printed = Counter(words_in(evolve(document, furniture=()).texts()))
    lost = Counter({word: count for word, count in printed.items() if word not in held})
    size = sum(len(word) * count for word, count in printed.items())
    return lost, sum(len(word) * count for word, count in lost.items()) / size


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_every_character_is_accounted_for(corpus: Path, report: str, kind: str):
    path = file_of(corpus, report, kind)
    found = ifo.parse(path).coverage
    whole = characters(open_document(path))
    assert found.claimed + found.furniture + found.unclaimed == whole
    assert found.claimed + found.furniture >= 0.98 * whole


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_what_is_claimed_stands_in_the_report(corpus: Path, report: str, kind: str):
    """All but labels, heads of columns and signs; plain text breaks words at line ends as well."""
    path = file_of(corpus, report, kind)
    lost, share = words_lost(open_document(path), ifo.parse(path))
    assert share < 0.06, lost


@pytest.mark.parametrize(("report", "kind"), [case for case in CASES if case[1] != "txt"])
def test_every_figure_of_a_table_is_printed_in_a_value(corpus: Path, report: str, kind: str):
    path = file_of(corpus, report, kind)
    content = evolve(ifo.parse(path), findings=(), coverage=ifo.Coverage(), provenance=None)
    held = Counter(squash(text) for text in strings(json.loads(content.to_json())))
    tables = [block for block in open_document(path).blocks if isinstance(block, Table)]
    cells = [cell.text for table in tables for cell in table.cells if not cell.header]
    figures = Counter(squash(text) for text in cells if _FIGURE.fullmatch(text.strip()))
    assert sum(figures.values()) > 20
    assert figures - held == Counter()


def table_of_shares(corpus: Path) -> Iterator[str]:
    yield "| report | file | characters | claimed | furniture | unclaimed | words in values |"
    yield "|---|---|---|---|---|---|---|"
    for report, kind in CASES:
        path = file_of(corpus, report, kind)
        document, parsed = open_document(path), ifo.parse(path)
        found, (_, lost) = parsed.coverage, words_lost(document, parsed)
        whole = characters(document)
        shares = (n / whole for n in (found.claimed, found.furniture, found.unclaimed))
        told = " | ".join(f"{100 * share:.2f} %" for share in shares)
        yield f"| {report} | {kind} | {whole} | {told} | {100 * (1 - lost):.1f} % |"


if __name__ == "__main__":
    import sys

    sys.stdout.writelines(f"{line}\n" for line in table_of_shares(Path(sys.argv[1])))
