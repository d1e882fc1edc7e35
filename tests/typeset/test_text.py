"""Documents as plain text, and texts broken into lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from documents import cell, document, documents, heading, item, paragraph, table
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import Document, ListItem, Table
from ifo_followup.swedish.text import join_lines
from ifo_followup.testing.looks import looks
from ifo_followup.typeset.printing import Light, Look, dressed, print_text
from ifo_followup.typeset.printing.wrapping import least_width, plain, wrap

ROWS = table(
    [
        cell("Nämndens mål", 0, 0),
        cell("Bedömning", 0, 1),
        cell("Kommentar", 0, 2),
        cell("Alla barn får stöd", 1, 0),
        cell("Gul", 1, 1),
        cell("Arbetet fortgår men det tar längre tid än vi trodde", 1, 2),
        cell("Vuxna", 2, 0),
        cell("Klart", 2, 2),
    ],
    header_rows=1,
)


def shown(document: Document, look: Look) -> Iterator[str]:
    """The words that are printed, in order."""
    for block in dressed(document, look).blocks:
        match block:
            case Table():
                for each in block.cells:
                    yield from f"{each.text} {each.hidden}".split()
            case ListItem():
                yield look.bullet(block.level)
                yield from block.text.split()
            case _:
                yield from block.text.split()


def letters(words: Iterator[str] | list[str]) -> str:
    """Without blanks, hyphens (divided words gain some), and the paragraph marks of converters."""
    return re.sub(r"</?p>|[-\u00ad\s]", "", "".join(words))


@given(documents(), looks())
def test_the_lines_hold_all_words_in_order(document: Document, look: Look):
    assert letters([print_text(document, look)]) == letters(shown(document, look))


@given(documents(), looks(), st.integers(40, 90))
def test_running_text_keeps_to_its_width(document: Document, look: Look, width: int):
    text = print_text(document, Look(line_width=width, hyphenate=look.hyphenate))
    assert all(len(line.rstrip()) <= width + 30 for line in text.split("\n"))


def test_cells_follow_one_another():
    assert print_text(document(ROWS), Look(line_width=60)) == (
        "Nämndens mål Bedömning Kommentar\n"
        "\n"
        "Alla barn får \nstöd\n"
        "\n"
        "Gul Arbetet fortgår men det tar längre \ntid än vi trodde\n"
        "\n"
        "Vuxna  Klart\n"
        "\n"
    )


def test_lines_with_trailing_spaces_doubled():
    look = Look(rows_apart=False, trailing_spaces=True, double_spaced=True)
    lines = print_text(document(paragraph("Ett stycke."), ROWS), look).split("\n")
    assert lines[0] == "Ett stycke. "
    assert all(line.endswith(" ") for line in lines if line.strip())
    assert not any(a.strip() and b.strip() for a, b in pairwise(lines))


def test_a_light_without_its_word_is_lost():
    assert "Gul" not in print_text(document(ROWS), Look(light=Light.FILL))
    assert "Gul" in print_text(document(ROWS), Look(light=Light.WORD_AND_FILL))


def test_lists_have_the_signs_of_their_levels():
    text = print_text(document(heading("Barn"), item("ett"), item("två", 2), item("tre", 3)))
    assert text == "Barn\n\n• ett\n– två\n– tre\n"


WORDS = ("barn", "hand\u00adlägg\u00adnings\u00adtiden", "LVU-placering", "och", "1 240", "stöd")


@given(st.lists(st.sampled_from(WORDS), min_size=1), st.integers(9, 60), st.booleans())
def test_lines_are_joined_to_what_they_were(words: list[str], width: int, hyphenate: bool):
    text = " ".join(words)
    lines = wrap(text, width, len, hyphenate=hyphenate)
    if "-" not in text:
        assert join_lines(lines) == plain(text)
    least = least_width(text, len, hyphenate=hyphenate)
    assert all(len(line.rstrip(" ")) <= max(width, least) for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("barn och unga", 8, ["barn och ", "unga"]),
        ("ny hand\u00adlägg\u00adning", 9, ["ny hand-", "läggning"]),
        ("barn\u00ad och", 4, ["barn ", "och"]),
        ("kostar −12 480,5 % nu", 12, ["kostar ", "−12 480,5 % ", "nu"]),
        ("år 2018 2019", 7, ["år 2018 ", "2019"]),
        ("första\nandra", 20, ["första ", "andra"]),
        ("försörjningsstöd", 6, ["försörjningsstöd"]),
        ("", 6, [""]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]):
    assert wrap(text, width, len) == lines


def test_a_word_too_wide_is_divided_between_its_syllables():
    lines = wrap("försörjningsstöd till familjehemsplacering", 9, len, hyphenate=True)
    assert all(len(line.rstrip()) <= 9 for line in lines)
    assert join_lines(lines) == "försörjningsstöd till familjehemsplacering"
