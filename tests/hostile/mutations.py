"""Whole files cut off, flipped and spliced; anything may come of them but a foreign error."""

import random
from collections.abc import Callable, Iterator

from cases import READ, Case, case
from hostile_docx import HEJ, body, table, word
from raw_pdf import HEJ as PDF_HEJ
from raw_pdf import cid_font, cmap, packed, page, pdf

from ifo_followup.errors import Reason

ANY = (
    READ,
    *(
        reason.value
        for reason in Reason
        if reason
        not in (
            # a mutation of a little file may not cost time, nor show a mistake of ours
            Reason.CPU_LIMIT,
            Reason.WALL_LIMIT,
            Reason.WORKER_CRASHED,
            Reason.PLUGIN_FAILED,
            Reason.OUTPUT_FAILED,
            Reason.NOT_FOUND,
        )
    ),
)


def seeds() -> dict[str, bytes]:
    return {
        "plain.pdf": pdf(page()),
        "packed.pdf": pdf(page(packed(PDF_HEJ * 5))),
        "cid.pdf": pdf(
            cid_font(b"/W [0 9 500]", cmap(b"beginbfrange <0000> <00FF> <0000> endbfrange"))
        ),
        "word.docx": word(
            HEJ + table(f"<w:tc>{HEJ}</w:tc>", 3, 3),
            styles='<w:styles xmlns:w="x"/>',
            header=body(HEJ),
        ),
        "page.html": b"<!doctype html><html><h1>Hej</h1><table><tr><td>1<td>2</table></html>",
        "text.md": b"---\na: b\n---\n# Hej\n\n|a|b|\n|-|-|\n|1|2|\n\n- x\n",
        "text.txt": "Mål\n\na\tb\n1\t2\n\nBudget 1 234 tkr\n".encode(),
    }


# where a structure of one of these files begins
MARKS = (
    b"obj",
    b"stream",
    b"endstream",
    b"xref",
    b"trailer",
    b"startxref",
    b"<<",
    b"/Kids",
    b"%%EOF",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"<table",
    b"<td",
    b"|-",
    b"---",
    b"\t",
)


def mutations() -> Iterator[Case]:
    for file, seed in seeds().items():
        kind = file.replace(".", "-")
        for mark in MARKS:
            at = seed.find(mark)
            if at > 0:
                name = f"cut-{kind}-at-{mark.decode('latin-1').strip(chr(9)) or 'tab'}"
                yield case(
                    name.replace("\x03", "3").replace("\x04", "4"),
                    file,
                    lambda s=seed, a=at: s[:a],
                    *ANY,
                )
                yield case(
                    f"{name}-after", file, lambda s=seed, a=at, m=mark: s[: a + len(m)], *ANY
                )
        for number in range(6):
            yield case(f"flips-{kind}-{number}", file, _flipped(seed, number), *ANY)
        yield case(f"doubled-{kind}", file, lambda s=seed: s + s, *ANY)
        yield case(f"halved-{kind}", file, lambda s=seed: s[len(s) // 2 :], *ANY)


def _flipped(seed: bytes, number: int) -> Callable[[], bytes]:
    def make() -> bytes:
        chance = random.Random(number)
        data = bytearray(seed)
        for _ in range(1 + 4 * number):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(data)

    return make
