from pieces import tokens

from ifo_followup.document import TextLine
from ifo_followup.layouts.tokens import Gap, place_of, text_of, tokenize


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
