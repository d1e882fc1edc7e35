"""The fast interpreter gives what the stock one gives, to the last bit."""

import re
from pathlib import Path

import pytest
from bare_pdf import bare_pdf, fast, stock
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.pdf"))

NEGATIVE_ZERO = re.compile(r"-0\.0(?![0-9])")
TEXT = b"BT /F1 12 Tf 72 600 Td "


def check(data: bytes, *, known: bool = True) -> None:
    expected, found = stock(data), fast(data)
    assert len(expected) == len(found)
    for want, got in zip(expected, found, strict=True):
        if got is None:
            assert not known, "left to the stock interpreter"
        else:
            # repr: nan is nan; and "-0" is an integer to pdfminer, without a sign
            assert NEGATIVE_ZERO.sub("0.0", repr(got)) == NEGATIVE_ZERO.sub("0.0", repr(want))


@pytest.mark.parametrize(
    "content",
    [
        TEXT + b"(plain text) Tj ET",
        TEXT + b"(a\\(b\\)c \\\\ \\101\\7\\053 \\q \\\n tail) Tj ET",
        TEXT + b"(nested (paren (theses)) here) Tj ET",
        TEXT + b"[(nested (one)) -200 (two)] TJ ET",
        TEXT + b"<48656C6C6F> Tj <48 65 6c 6> Tj ET",
        TEXT + b"[(He) 20 (llo) -500 <776F726C64> -1.5 .5 ()] TJ ET",
        TEXT + b"[(a)-250(b)-1000(c)]TJ ET",
        TEXT + b"14 TL (one) Tj T* (two) Tj (three) ' 1 2 (four) \" ET",
        TEXT + b"3 Tc 5 Tw (wide  set words) Tj 0 Tc 80 Tz (narrow) Tj 4 Ts (up) Tj ET",
        TEXT + b"1 Tr (outlined) Tj 2 Tr (bold) Tj 3 Tr (hidden) Tj 7 Tr (clipped) Tj ET",
        b"BT /F2 11 Tf 1 0 0.3 1 72 500 Tm (slanted) Tj ET",
        b"BT /F1 11 Tf 0 1 -1 0 72 300 Tm (upwards) Tj 0 -1 1 0 99 300 Tm (down) Tj ET",
        b"BT /F1 11 Tf .7 .7 -.7 .7 72 300 Tm (aslant) Tj -1 0 0 -1 200 200 Tm (over) Tj ET",
        b"BT /F1 -11 Tf 1 0 0 -1 72 300 Tm (mirrored) Tj ET",
        b"BT /F3 11 Tf 72 300 Td <00480065006C> Tj [<006C> 30 <006F0020>] TJ (\\000A) Tj ET",
        b"BT /F4 20 Tf 72 300 Td (abab) Tj ET",
        b"BT /None 20 Tf 72 300 Td (no such font) Tj ET BT (no font yet) Tj ET",
        b"(no font) Tj [(none)] TJ 1 0 0 rg 10 10 20 20 re f",
        b"q 1 0 0 RG 2 w 10 10 m 100 10 l S Q 10 20 m 30 40 50 60 70 80 c s",
        b"0 0 1 rg 10 10 40 40 re 60 10 40 40 re f* 1 1 1 1 k 5 5 5 5 re B",
        b"q 50 50 100 100 re W n 0 0 500 700 re f Q q 10 10 30 30 re W* f Q 0 0 9 9 re F",
        b"/Cs cs 1 0 0 sc 1 1 9 9 re f /Sep cs .5 scn 9 9 9 9 re f /Pat cs /P1 scn 5 5 9 9 re f",
        b"/Cs CS 1 0 0 SC 5 w 1 1 m 90 1 l S /Pat CS /P1 SCN 1 9 m 90 9 l S",
        b"q 2 0 0 2 10 10 cm /X0 Do Q /X0 Do BT /F1 9 Tf 5 5 Td (after) Tj ET",
        b"q 20 0 0 20 100 100 cm /Im Do Q",
        b"q 9 0 0 9 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \x00\xc8\x00 EI Q 1 1 5 5 re f",
        b"BI /W 2 /H 1 /BPC 8 /CS /G ID EI\x00 EEI EI Q 1 1 5 5 re f",
        b"/P <</MCID 0 /Lang (sv-SE)>> BDC " + TEXT + b"(marked) Tj ET EMC",
        b"/Artifact <</Attached [/Top] /BBox [0 0 9 9] /Type /Pagination>> BDC 0 g EMC",
        b"/Span <</ActualText <FEFF00AD>>> BDC " + TEXT + b"(x) Tj ET EMC /T MP /T <</A 1>> DP",
        b"% a comment\n" + TEXT + b"(a) % another ( comment\r Tj ET",
        b"[3 2] 0 d [] 0 d 0 J 1 j 4 M /GS gs 0 i /Perceptual ri BX EX 1 1 5 5 re f",
        TEXT + b"(a) Tj ET\n\n\n",
        b"\n \t" + TEXT + b"(leading white) Tj ET",
        b"/F#31 12 Tf BT 72 600 Td (a name with a code) Tj ET",
        b"1 2 3 0.5 0 0 rg 7 10 10 20 20 re f",
        b"",
    ],
)
@pytest.mark.parametrize("rotate", [0, 90, 180])
def test_the_same_content(content: bytes, rotate: int) -> None:
    data = bare_pdf([content], rotate=rotate)
    check(data)
    assert not isinstance(stock(data)[0], str)


@pytest.mark.parametrize(
    "content",
    [
        TEXT + b"(never closed Tj ET",
        TEXT + b"(\\777) Tj ET",
        b"1 2 re 3 4 re f",
        b"--5 3 m 1-2 3 l S",
        b"1 1 5 5 re xyz f",
        b"<</A [<</B 1>>]>> /P DP 1 1 5 5 re f",
        b"1 1 5 5 re f ] 2 2 6 6 re f",
        b"BI /W 1 /H 1 ID no end",
        b"/a /b 1 1 re f",
        b"12 Tf (x) Tj",
        b"1 g\x00 1 1 5 5 re f",
        TEXT + b"[(a) (unclosed] TJ ET",
        b"9" * 50 + b" 0 m 1 1 l S",
        TEXT + b"[(a) /name (b)] TJ (c) Tj ET",
        b"(12) 1 m 5 5 l S /n 1 l S",
    ],
)
def test_what_is_odd_is_left_to_the_stock_interpreter_or_read_as_it_does(content: bytes) -> None:
    check(bare_pdf([content]), known=False)


def test_streams_are_one_but_tokens_end_with_them() -> None:
    check(bare_pdf([TEXT + b"(ab) ", b"Tj 1 0 0", b" rg (c) Tj ET"]))
    check(bare_pdf([b"1 1 5 5 re f 0.", b"5 g 9 9 5 5 re f", b"", b"q"]), known=False)
    check(bare_pdf([TEXT + b"(cut ", b"in two) Tj ET"]), known=False)
    check(bare_pdf([b"BI /W 1 /H 1 ID ab", b"cd EI 1 1 5 5 re f"]), known=False)


def test_a_form_that_draws_itself_ends() -> None:
    data = bare_pdf([b"/X0 Do /X0 Do"])
    check(data)
    content = fast(data)[0]
    assert [run.text for run in content.runs] == ["in", "a", "form"] * 2


def test_letters_are_remembered_over_pages() -> None:
    content = TEXT + b"3 Tc (abc) Tj <616263> Tj /F2 12 Tf (abc) Tj /F3 12 Tf (\0a\0b) Tj ET"
    data = bare_pdf([content], pages=3)
    check(data)
    first, _, last = fast(data)
    assert [r.text for r in first.runs] == [r.text for r in last.runs]


NUMBERS = st.one_of(
    st.integers(-900, 900).map(lambda n: b"%d" % n),
    st.floats(-900, 900).map(lambda x: b"%.3f" % x),
    st.sampled_from([b"0", b".5", b"-.25", b"+3", b"7.", b"-0"]),
)
ODD = st.binary(max_size=12)
LITERALS = st.one_of(
    st.text("abc ()\\\n", max_size=8).map(
        lambda t: (
            b"(" + t.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode() + b")"
        )
    ),
    st.sampled_from([b"(a(b)c)", b"(\\101\\r\\n)", b"()", b"(\\\r\nx)", b"(a\rb)"]),
)
HEXED = st.text("0123456789abcdefABCDEF \n", max_size=9).map(lambda t: b"<" + t.encode() + b">")
STRINGS = st.one_of(LITERALS, HEXED)
GAP = st.sampled_from([b" ", b"\n", b"\r\n", b"  ", b" % note\n", b"\t"])


@st.composite
def operation(draw: st.DrawFn) -> bytes:
    """An operator with operands that suit it."""
    gap = draw(GAP)
    numbers = {
        "cm": 6, "Tm": 6, "re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "Td": 2, "TD": 2,
        "rg": 3, "RG": 3, "g": 1, "G": 1, "k": 4, "w": 1, "Tc": 1, "Tw": 1, "TL": 1, "Ts": 1,
        "q": 0, "Q": 0, "BT": 0, "ET": 0, "f": 0, "f*": 0, "S": 0, "s": 0, "B": 0, "b*": 0,
        "n": 0, "W": 0, "h": 0, "T*": 0,
    }  # fmt: skip
    kind = draw(st.integers(0, 6))
    if kind < 3:
        word = draw(st.sampled_from(sorted(numbers)))
        parts = [draw(NUMBERS) for _ in range(numbers[word])] + [word.encode()]
        return gap.join(parts)
    if kind == 3:
        return gap.join([draw(STRINGS), b"Tj"])
    if kind == 4:
        items = draw(st.lists(st.one_of(STRINGS, NUMBERS), max_size=5))
        return b"[" + b" ".join(items) + b"]" + gap + b"TJ"
    if kind == 5:
        font = draw(st.sampled_from([b"/F1", b"/F2", b"/F3", b"/F4", b"/F#31"]))
        return gap.join([font, draw(NUMBERS), b"Tf"])
    return draw(
        st.sampled_from(
            [
                b"/X0 Do",
                b"/P <</MCID 3>>BDC",
                b"EMC",
                b"80 Tz",
                b"2 Tr",
                b"0 Tr",
                b"/Cs cs 1 0 0 scn",
                b"(x) '",
                b'1 2 (y) "',
                b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
                b"q 9 0 0 9 5 5 cm /Im Do Q",
            ]
        )
    )


START = b"BT /F1 10 Tf 50 400 Td "


@settings(max_examples=150, deadline=None)
@given(st.lists(operation(), max_size=25), st.sampled_from([0, 90]))
def test_generated_operations(operations: list[bytes], rotate: int) -> None:
    check(bare_pdf([START + b"\n".join([*operations, b""])], rotate=rotate))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(operation(), ODD, NUMBERS, STRINGS), max_size=20), st.data())
def test_generated_damage(parts: list[bytes], data: st.DataObject) -> None:
    content = START + data.draw(GAP).join(parts)
    at = data.draw(st.integers(0, len(content)))
    check(bare_pdf([content[:at], content[at:]]), known=False)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_examples(path: Path) -> None:
    check(path.read_bytes())


@pytest.mark.corpus
def test_real_reports(real_pdf: Path) -> None:
    check(real_pdf.read_bytes())
