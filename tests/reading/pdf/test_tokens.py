"""The syntax of content streams."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.psparser import LIT

from ifo_followup.reading.pdf import tokens
from ifo_followup.reading.pdf.tokens import ITEM, TOKEN, Unknown, name, operand, unescaped, unhexed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"plain", b"plain"),
        (b"\\101\\1012\\7x", b"AA2\x07x"),
        (b"\\n\\r\\t\\b\\f\\(\\)\\\\", b"\n\r\t\b\f()\\"),
        (b"a\\\nb\\\r\nc\\qd", b"abcd"),
        (b"\\8", b""),
    ],
)
def test_escapes(body: bytes, expected: bytes) -> None:
    assert unescaped(body) == expected


def test_an_octal_code_beyond_a_byte_is_unknown() -> None:
    with pytest.raises(Unknown):
        unescaped(b"\\777")


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b"", b""), (b"4aF0", b"\x4a\xf0"), (b"4 a\nF0", b"\x4a\xf0"), (b"4aF", b"\x4a\x0f")],
)
def test_hexadecimal(body: bytes, expected: bytes) -> None:
    assert unhexed(body) == expected


def test_names() -> None:
    assert name(b"F1") is LIT("F1")
    assert name(b"A#42#2fC#") is LIT("AB/C")
    assert name(b"\xe5") is LIT(b"\xe5")


def test_operands() -> None:
    data = b" [(a(b)c) -2.5 <41> /N [1]] rest"
    assert operand(data, 1) == ([b"a(b)c", -2.5, b"A", LIT("N"), [1.0]], data.index(b" rest"))


@pytest.mark.parametrize("data", [b"(a", b"[1", b"[" * 50 + b"]" * 50, b"x", b"<1", b"1-2", b""])
def test_unknown_operands(data: bytes) -> None:
    with pytest.raises(Unknown):
        operand(data, 0)


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"1 2 m", [tokens.OPERATOR]),
        (b"/F1 12 Tf", [tokens.FONT]),
        (b"/F1 12 Tfx", [tokens.NAME, tokens.OPERATOR]),
        (b"[(a) 1]TJ", [tokens.SHOWN_ARRAY]),
        (b"(a)Tj(b) '", [tokens.SHOWN_STRING, tokens.STRING, tokens.OPERATOR]),
        (b"<41>Tj<42>", [tokens.SHOWN_HEX, tokens.HEX]),
        (b"[1 2]0 d", [tokens.LIST, tokens.OPERATOR]),
        (b"1(a)", [tokens.NUMBER, tokens.STRING]),
        (b"/P<</A 1>>BDC", [tokens.NUMBERS]),
        (b"/P<</A 1>>DP", [tokens.NAME, tokens.PROPERTIES, tokens.OPERATOR]),
        (b"% no", [tokens.NUMBERS]),
        (b"(a(b)c)", [tokens.OTHER]),
        (b"T* f* q", [tokens.OPERATOR] * 3),
    ],
)
def test_kinds(data: bytes, kinds: list[int]) -> None:
    found = [m.lastindex for m in TOKEN.finditer(data) if m[0]]
    assert found[: len(kinds)] == kinds


@settings(max_examples=300)
@given(st.binary(max_size=60) | st.text("12.-+ ()<>[]/\\%aTj\n", max_size=60).map(str.encode))
def test_matches_leave_no_gap(data: bytes) -> None:
    at = 0
    for match in TOKEN.finditer(data):
        assert match.start() == at
        at = match.end()
        if match.lastindex == tokens.OTHER:
            return
    assert at == len(data)


def test_items() -> None:
    found = ITEM.findall(b" 5 (a)-3<41> 7 -")
    assert found == [
        (b"", b"", b"", b"5"),
        (b"a", b"", b"-3", b""),
        (b"", b"41", b"7", b""),
        (b"", b"", b"", b"-"),
    ]


@pytest.mark.parametrize(
    "unit",
    [b"(", b"[", b"1 ", b"<", b"/a", b"\\(", b"(\\", b"[(", b"/a<</b", b"-", b"1.", b"<<", b"%"],
)
def test_time_grows_with_length(unit: bytes) -> None:
    # what is not linear would take hours
    data, steps = unit * 100_000, 0
    for match in TOKEN.finditer(data):
        steps += 1
        if match.lastindex == tokens.OTHER:
            break  # from here on it is read character by character, or not at all
    assert 0 < steps <= len(data) + 1


def test_a_long_array_takes_time_by_its_length() -> None:
    body = b"(a)-3<41> 7 " * 100_000
    match = TOKEN.match(b"[" + body + b"]TJ")
    assert match is not None
    assert match.lastindex == tokens.SHOWN_ARRAY
    assert len(ITEM.findall(match[3])) == 200_000
