"""A report says the same in text, PDF and DOCX, but for the page numbers."""

import pytest
from readings import FORMATS, Frames, Read, records, squash

pytestmark = pytest.mark.corpus

CASES = [(report, kind) for report, kinds in FORMATS.items() for kind in kinds if kind != "txt"]


def comparable(frames: Frames, table: str) -> list[dict[str, object]]:
    return [
        {column: squash(value) for column, value in row.items() if column != "page"}
        for row in records(frames[table])
    ]


@pytest.mark.parametrize(("report", "kind"), CASES)
def test_same_as_text(read: Read, report: str, kind: str) -> None:
    text, other = read(report, "txt"), read(report, kind)
    assert list(text) == list(other)
    differences = []
    for table in text:
        left, right = comparable(text, table), comparable(other, table)
        if len(left) != len(right):
            differences.append(f"{table}: {len(left)} rows in txt, {len(right)} in {kind}")
        differences += [
            f"{table} row {number}, {column}: {a[column]!r} in txt, {b[column]!r} in {kind}"
            for number, (a, b) in enumerate(zip(left, right, strict=False), 1)
            for column in a
            if a[column] != b[column]
        ]
    assert differences == []


@pytest.mark.parametrize("report", FORMATS)
def test_only_pages_have_page_numbers(read: Read, report: str) -> None:
    for kind in FORMATS[report]:
        for frame in read(report, kind).values():
            if "page" in frame and len(frame):
                assert frame["page"].notna().all() == (kind == "pdf")
                assert frame["page"].isna().all() == (kind != "pdf")
