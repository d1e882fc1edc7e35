"""Every bound of `Limits` is named by what is said when a document meets it."""

import re
from collections.abc import Callable

import pytest
from attrs import fields
from hostile_docx import big_part, word
from raw_pdf import HEJ, cid_font, cmap, one, packed, page, pdf, stream

from ifo_followup.errors import FollowUpError
from ifo_followup.isolation.ends import end_error
from ifo_followup.isolation.wire import Ended
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document
from ifo_followup.sources import load

FORM = b"/XObject << /X 8 0 R >> /Font << /F1 5 0 R >>"
BOXES = b"".join(b"%d %d 40 40 re S " % (72 + 40 * n, 300 + 40 * m) for n in (0, 1) for m in (0, 1))


def said(data: bytes, limits: Limits) -> str:
    """What is said of a document: the error, or its warnings."""
    try:
        return " / ".join(read_document(data, limits=limits).warnings)
    except FollowUpError as error:
        return error.message


def reading(data: bytes) -> Callable[[Limits], str]:
    return lambda limits: said(data, limits)


def loading(data: bytes) -> Callable[[Limits], str]:
    def load_it(limits: Limits) -> str:
        with pytest.raises(FollowUpError) as caught:
            load(data, limits)
        return caught.value.message

    return load_it


def ending(how: str, pages: int = 0) -> Callable[[Limits], str]:
    return lambda limits: end_error(Ended(how=how, pages=pages), None, limits).message


def two_pages() -> bytes:
    objects = page()
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    objects[6] = objects[3]
    return pdf(objects)


def form() -> bytes:
    drawn = stream(HEJ, b"/Type /XObject /Subtype /Form /BBox [0 0 99 99]")
    return one(b"/X Do /X Do " + HEJ, resources=FORM, more={8: drawn})


# the bound, set to this, and what meets it
CASES: dict[str, tuple[float, Callable[[Limits], str]]] = {
    "file_bytes": (10, loading(b"x" * 11)),
    "part_bytes": (20, reading(one(packed(HEJ * 9)))),
    "decoded_bytes": (20, reading(one(packed(HEJ * 9)))),
    "archive_entries": (1, reading(word())),
    "archive_ratio": (2, reading(big_part(1 << 21))),
    "filters": (1, reading(one(stream(b"41", b"/Filter [/AHx /AHx]")))),
    "objects": (2, reading(two_pages())),
    "nesting": (5, reading(b"<html>" + b"<div>" * 9 + b"Hej" + b"</div>" * 9)),
    "pages": (1, reading(two_pages())),
    "page_characters": (1, reading(one())),
    "characters": (1, reading(b"Hej alla\n")),
    "page_forms": (1, reading(form())),
    "page_paths": (1, reading(one(BOXES + HEJ))),
    "page_tokens": (5, reading(one(HEJ))),
    "page_boxes": (1, reading(one(BOXES + HEJ))),
    "page_side": (800, reading(one())),
    "cmap_entries": (
        1,
        reading(pdf(cid_font(to_unicode=cmap(b"beginbfrange <0000> <00FF> <0041> endbfrange")))),
    ),
    "grid_positions": (1, reading(b"<table><tr><td>1<td>2<tr><td>3<td>4</table>")),
    "cpu_seconds": (1, ending("cpu")),
    "cpu_seconds_a_page": (1, ending("cpu", pages=3)),
    "most_cpu_seconds": (20, ending("cpu", pages=1000)),
    "memory_bytes": (1, ending("memory")),
    "wall_factor": (1, ending("wall")),
    "wall_seconds": (1, ending("wall")),
    "result_bytes": (1, ending("size")),
}


def test_there_is_a_case_for_every_bound():
    assert set(CASES) == {each.name for each in fields(Limits)}


@pytest.mark.parametrize("bound", CASES)
def test_the_bound_is_named(bound):
    most, meet = CASES[bound]
    assert bound in re.findall(r"\w+", meet(Limits(**{bound: most})))
