"""The lines at the end of a file, where a PDF says where its cross references are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.limits import DEFAULT_LIMITS
from ifo_followup.reading.pdf import objects
from ifo_followup.reading.pdf.budget import Budget
from ifo_followup.reading.pdf.objects import BoundedParser


@pytest.fixture(autouse=True, scope="module")
def _small_pieces():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(objects, "_PIECE", 4)
        yield


@given(st.lists(st.sampled_from([b"\r", b"\n", b"a", b"startxref", b"0123456789"])).map(b"".join))
def test_they_come_last_line_first_whatever_the_pieces(data):
    parser = BoundedParser(data, Budget(DEFAULT_LIMITS))
    assert list(parser.revreadlines()) == re.split(rb"[\r\n]", data)[::-1]
