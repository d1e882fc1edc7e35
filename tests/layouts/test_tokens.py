import pytest
from pieces import document, lines, tokens

from ifo_followup.document import TextLine
from ifo_followup.layouts.tokens import Gap, habits_of, place_of, text_of, tokenize


def test_words_remember_gaps_and_spaces():
    found = tokens("Ett  två \n tre\n\n \nfyra\u00a0fem   ")
    assert [(t.text, t.line, t.gap, t.spaces, t.after) for t in found] == [
        ("Ett", 1, Gap.BLANK, 0, 0),
        ("två", 1, Gap.SPACE, 2, 1),
        ("tre", 2, Gap.LINE, 1, 0),
        ("fyra", 5, Gap.BLANK, 0, 0),
        ("fem", 5, Gap.SPACE, 1, 3),
    ]
    assert [t.bound for t in found] == [False, False, False, False, True]


def test_a_page_that_starts_leaves_a_space():
    first, second = tokenize(
        [TextLine(text="ett", number=1), TextLine(text="två", number=2, page_start=True)]
    )
    assert (first.spaces, second.spaces) == (0, 1)


def test_text_joins_lines_and_keeps_paragraphs():
    assert text_of(tokens("Handlägg-\nningen tar\ntid.\n\nNytt stycke")) == (
        "Handläggningen tar tid.\n\nNytt stycke"
    )


def test_a_sentence_goes_on_over_an_empty_line():
    assert text_of(tokens("Stödet till\n\nunga vuxna")) == "Stödet till unga vuxna"


def test_place_is_the_range_of_lines():
    found = tokens("a\n\nb c")
    assert (place_of(found).first_line, place_of(found).last_line) == (1, 3)
    assert place_of([]).first_line is None


def habits(text):
    return habits_of(document(lines(text)))


def test_a_line_longer_than_any_printed_one_is_a_paragraph():
    assert not habits("x" * 240).unwrapped
    assert habits("x" * 241).unwrapped


@pytest.mark.parametrize(
    ("paragraphs", "bare"),
    [
        (["Ett ord \nslut."] * 5, True),
        (["Ett ord \nslut."] * 4, False),  # too few to show a habit
        (["Ett ord \nslut. "] + ["Ett ord \nslut."] * 4, False),
        (["Ett ord \nslut. "] + ["Ett ord \nslut."] * 5, True),
        (["Ett ord\nslut."] * 5, False),
        (["Ett ord \noch\nslut."] * 3 + ["Ett ord\noch\nslut."] * 2, False),
        (["Ett ord \noch \nslut."] * 2 + ["Ett ord\noch\nslut."] * 3, True),
    ],
)
def test_a_space_ends_only_lines_that_go_on(paragraphs, bare):
    assert habits("\n\n".join([*paragraphs, "x"])).bare_ends == bare


def test_the_width_is_that_of_lines_that_go_on():
    assert habits("x" * 50 + "\noch\n" + "y" * 70 + "\nSlut").width == 51
    assert habits("Ett\nTvå").width == 240
    # one line in twenty may be longer
    assert habits("\n".join(["x" * 50] * 30 + ["x" * 70] + ["x" * 50])).width == 51
    # short lines do not count
    assert habits("\n".join(["x"] * 30 + ["x" * 50, "x"])).width == 51
