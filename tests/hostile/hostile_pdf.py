"""PDF bombs, loops and broken promises."""

import struct
import zlib
from collections.abc import Iterator

from cases import READ, Case, case
from raw_pdf import FONT, HEJ, MB, Objects, cid_font, cmap, one, packed, page, pdf, repeated, stream

from ifo_followup.errors import Reason

DAMAGED, WORK, DEEP = Reason.DAMAGED.value, Reason.WORK_LIMIT.value, Reason.NESTING_LIMIT.value
MEMORY, CPU, NO_TEXT = Reason.MEMORY_LIMIT.value, Reason.CPU_LIMIT.value, Reason.NO_TEXT_LAYER.value
MISSING, UNMAPPED = Reason.PAGES_MISSING.value, Reason.UNMAPPED_GLYPHS.value
ENCRYPTED, UNSUPPORTED = Reason.ENCRYPTED.value, Reason.ENCRYPTION_UNSUPPORTED.value
EMPTY = Reason.EMPTY.value


def pdf_cases() -> Iterator[Case]:
    for made in (_streams, _objects, _pages, _xrefs, _fonts, _drawing, _silent, _locked, _syntax):
        for name, make, *ends in made():
            yield case(f"pdf-{name}", "x.pdf", make, *ends)


Row = tuple[object, ...]


def _streams() -> Iterator[Row]:
    flate = b"/Filter /FlateDecode"

    def filtered(data: bytes, filters: bytes) -> bytes:
        return one(stream(data, b"/Filter " + filters))

    yield "flate-200M", lambda: one(stream(repeated(b" ", 200 * MB), flate)), WORK
    yield (
        "flate-in-flate-500M",
        lambda: filtered(zlib.compress(repeated(b"\0", 500 * MB)), b"[/FlateDecode /FlateDecode]"),
        WORK,
    )
    yield "filters-5000", lambda: filtered(b"", b"[" + b"/FlateDecode " * 5000 + b"]"), WORK
    yield "filters-17", lambda: filtered(b"", b"[" + b"/ASCIIHexDecode " * 17 + b"]"), WORK
    yield (
        "filter-cycle",
        lambda: one(stream(b"x", b"/Filter 9 0 R"), more={9: b"[9 0 R]"}),
        DAMAGED,
        DEEP,
        NO_TEXT,
    )
    yield "filter-unknown", lambda: filtered(b"x", b"/Nonsense"), DAMAGED
    yield "filter-number", lambda: filtered(b"x", b"7"), DAMAGED
    yield "filter-fax", lambda: filtered(b"\xff" * 1000, b"/CCITTFaxDecode"), DAMAGED
    yield "run-lengths-64M", lambda: filtered(b"\x81a" * (MB * 3 // 4), b"/RunLengthDecode"), WORK
    yield "run-lengths-cut", lambda: filtered(b"\x05ab", b"/RunLengthDecode"), NO_TEXT
    yield (
        "run-lengths-in-run-lengths",
        lambda: filtered(b"\x81\x81" * 400_000, b"[/RunLengthDecode /RunLengthDecode]"),
        WORK,
        NO_TEXT,
    )
    yield "lzw-long", lambda: filtered(_lzw_zeros(1500), b"/LZWDecode"), WORK, NO_TEXT, CPU
    yield "lzw-junk", lambda: filtered(b"\xff\x00\x13" * 999, b"/LZWDecode"), DAMAGED, NO_TEXT
    yield "ascii85-junk", lambda: filtered(b"zzzz~~\xff", b"/ASCII85Decode"), DAMAGED, NO_TEXT
    yield "ascii85-zeros", lambda: filtered(b"z" * 20 * MB + b"~>", b"/ASCII85Decode"), WORK
    yield "hex-junk", lambda: filtered(b"xyz>", b"/ASCIIHexDecode"), DAMAGED, NO_TEXT
    for name, params in (
        ("columns-2e9", b"/Predictor 12 /Columns 2000000000"),
        ("columns-negative", b"/Predictor 12 /Columns -1"),
        ("columns-0", b"/Predictor 12 /Columns 0"),
        ("colours-2e9", b"/Predictor 15 /Colors 2000000000"),
        ("bits-2e9", b"/Predictor 2 /BitsPerComponent 2000000000"),
        ("tiff-2e9", b"/Predictor 2 /Columns 2000000000"),
    ):
        parms = flate + b" /DecodeParms << " + params + b" >>"
        yield f"predictor-{name}", lambda p=parms: one(stream(zlib.compress(HEJ), p)), WORK, DAMAGED
    yield (
        "predictor-unknown",
        lambda: one(stream(zlib.compress(HEJ), flate + b" /DecodeParms << /Predictor 7 >>")),
        DAMAGED,
    )
    yield (
        "predictor-parms-cycle",
        lambda: one(stream(zlib.compress(HEJ), flate + b" /DecodeParms 9 0 R"), more={9: b"9 0 R"}),
        DEEP,
    )
    yield (
        "flate-damaged",
        lambda: one(stream(zlib.compress(HEJ * 99)[:60] + b"\xff" * 300, flate)),
        READ,
        NO_TEXT,
        DAMAGED,
    )
    yield "many-streams-of-60M", lambda: pdf(_many_streams()), WORK


def _many_streams() -> Objects:
    body = stream(repeated(b" ", 60 * MB), b"/Filter /FlateDecode")
    numbers = range(10, 30)
    names = b" ".join(b"%d 0 R" % n for n in numbers)
    return page(contents=b"[" + names + b" 4 0 R]", more=dict.fromkeys(numbers, body))


def _lzw_zeros(codes: int) -> bytes:
    """Ever longer runs of one byte: each code is the one that was just made."""
    bits, width, table = [f"{256:09b}", f"{0:09b}"], 9, 258
    for _ in range(codes):
        bits.append(f"{table:0{width}b}")
        table += 1
        if table in (511, 1023, 2047):
            width += 1
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    one_run = int(text, 2).to_bytes(len(text) // 8, "big")
    return one_run * 40


def _objects() -> Iterator[Row]:
    hej = page
    yield (
        "reference-cycle-box",
        lambda: pdf(hej(box=b"6 0 R", more={6: b"7 0 R", 7: b"6 0 R"})),
        DEEP,
    )
    yield "reference-to-itself", lambda: pdf(hej(box=b"6 0 R", more={6: b"6 0 R"})), DEEP
    yield (
        "reference-chain-5000",
        lambda: pdf(
            hej(
                box=b"6 0 R",
                more={n: b"%d 0 R" % (n + 1) for n in range(6, 5006)} | {5006: b"[0 0 595 842]"},
            )
        ),
        READ,
        DEEP,
    )
    yield "length-is-itself", lambda: one(stream(HEJ, length=b"4 0 R")), DEEP
    yield (
        "length-cycle",
        lambda: one(stream(HEJ, length=b"9 0 R"), more={9: stream(b"5", length=b"4 0 R")}),
        DEEP,
    )
    for name, length, ends in (
        ("2e63", b"9223372036854775808", (READ, DAMAGED, NO_TEXT)),
        ("negative", b"-5", (READ, DAMAGED, NO_TEXT)),
        ("too-long", b"99999", (READ, DAMAGED, NO_TEXT, MISSING)),
        ("too-short", b"5", (READ, NO_TEXT, DAMAGED)),
        ("missing", b"null", (READ, NO_TEXT, DAMAGED)),
        ("text", b"(long)", (READ, NO_TEXT, DAMAGED)),
    ):
        yield f"length-{name}", lambda n=length: one(stream(HEJ, length=n)), *ends
    yield (
        "arrays-nested-100k",
        lambda: pdf(
            hej(more={6: b"[" * 100_000 + b"]" * 100_000}, extra=b"/A 6 0 R", box=b"6 0 R")
        ),
        DEEP,
    )
    yield (
        "dictionaries-nested-100k",
        lambda: pdf(hej(more={6: b"<< /A " * 100_000 + b"1" + b" >>" * 100_000}, box=b"6 0 R")),
        DEEP,
    )
    yield (
        "dictionaries-unclosed",
        lambda: pdf(hej(more={6: b"<< /A " * 50_000}, box=b"6 0 R")),
        DEEP,
    )
    yield (
        "object-stream-in-itself",
        lambda: pdf(
            hej(box=b"21 0 R", more={20: _object_stream(b"21 0 [0 0 9 9]", b"/Extends 20 0 R")})
        ),
        READ,
    )
    yield "object-stream-recursion", lambda: _compressed_by_itself(), DEEP, DAMAGED, READ, NO_TEXT
    yield (
        "object-stream-n-1e9",
        lambda: pdf(hej(more={20: stream(b"3 0 << >>", b"/Type /ObjStm /N 999999999 /First 4")})),
        READ,
    )
    yield "number-5000-digits", lambda: one(box=b"[0 0 595 " + b"9" * 5000 + b"]"), DAMAGED, READ
    yield "number-1e400", lambda: one(box=b"[0 0 595 " + b"9" * 400 + b".0]"), DAMAGED, READ
    yield (
        "objects-100k",
        lambda: (
            b"%PDF-1.7\n"
            + b"".join(b"%d 0 obj null endobj\n" % n for n in range(1, 100_000))
            + b"trailer << /Root 1 0 R >>"
        ),
        DAMAGED,
    )


def _object_stream(content: bytes, extra: bytes) -> bytes:
    return stream(content, b"/Type /ObjStm /N 1 /First 5 " + extra)


def _compressed_by_itself() -> bytes:
    """A cross-reference stream by which the object stream 4 stands in the object stream 4."""
    rows = b"".join(struct.pack(">BHB", 2, 4, n) for n in range(6))
    head = b"%PDF-1.7\n"
    xref = (
        b"9 0 obj\n" + stream(rows, b"/Type /XRef /Size 6 /Root 1 0 R /W [1 2 1]") + b"\nendobj\n"
    )
    return head + xref + b"startxref\n%d\n%%%%EOF\n" % len(head)


def _pages() -> Iterator[Row]:
    def tree(kids: bytes, count: bytes = b"1", more: Objects | None = None) -> bytes:
        objects = page(more=more)
        objects[2] = b"<< /Type /Pages /Kids [%s] /Count %s >>" % (kids, count)
        return pdf(objects)

    yield "kids-cycle", lambda: tree(b"2 0 R 3 0 R", b"2"), READ, MISSING
    yield "kids-same-300k", lambda: tree(b"3 0 R " * 300_000, b"300000"), READ, MISSING
    yield (
        "kids-deep-5000",
        lambda: tree(
            b"10 0 R",
            more={
                n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1 if n < 5009 else 3)
                for n in range(10, 5010)
            },
        ),
        DEEP,
    )
    yield "kids-null", lambda: tree(b"null 3 0 R 99 0 R (x)", b"4"), READ, MISSING
    yield "kids-direct", lambda: tree(b"<< /Type /Page /MediaBox [0 0 9 9] >> 3 0 R", b"2"), READ
    yield "kids-not-a-list", lambda: tree(b"", b"1").replace(b"/Kids []", b"/Kids 7"), READ, MISSING
    yield "no-pages-at-all", lambda: pdf({1: b"<< /Type /Catalog >>"}), MISSING, DAMAGED
    yield "pages-6000", lambda: pdf(_many_pages(6000)), WORK
    yield "count-huge", lambda: tree(b"3 0 R", b"2000000000"), READ, MISSING
    yield "count-negative", lambda: tree(b"3 0 R", b"-7"), READ
    yield "count-cycle", lambda: tree(b"3 0 R", b"9 0 R", more={9: b"9 0 R"}), DEEP
    yield "contents-same-200k", lambda: one(contents=b"[" + b"4 0 R " * 200_000 + b"]"), WORK
    yield "contents-cycle", lambda: one(contents=b"[9 0 R]", more={9: b"[9 0 R]"}), NO_TEXT
    yield "contents-number", lambda: one(contents=b"7"), NO_TEXT, DAMAGED
    yield "parent-cycle", lambda: one(extra=b"/Parent 3 0 R"), READ
    for name, box in (
        ("texts", b"[(a) (b) (c) (d)]"),
        ("short", b"[0 0]"),
        ("number", b"7"),
        ("giant", b"[0 0 50000000 50000000]"),
        ("empty", b"[0 0 0 0]"),
        ("reversed", b"[595 842 0 0]"),
        ("null", b"null"),
        ("nested", b"[[0] [0] [9] [9]]"),
    ):
        yield f"box-{name}", lambda b=box: one(box=b), READ, DAMAGED, WORK
    yield "rotate-odd", lambda: one(extra=b"/Rotate 37"), READ
    yield "rotate-text", lambda: one(extra=b"/Rotate (a)"), READ
    yield "resources-cycle", lambda: one(resources=b"/Font 9 0 R", more={9: b"9 0 R"}), DEEP


def _many_pages(number: int) -> Objects:
    objects = page()
    numbers = range(10, 10 + number)
    kids = b" ".join(b"%d 0 R" % n for n in numbers)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, number)
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return objects | dict.fromkeys(numbers, leaf)


def _xrefs() -> Iterator[Row]:
    base = one()
    at = base.rindex(b"xref\n0 ")
    prev = base.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % at)
    yield "xref-prev-itself", lambda: prev, READ
    yield "xref-stream-itself", lambda: prev.replace(b"/Prev", b"/XRefStm"), READ
    yield (
        "xref-prev-negative",
        lambda: base.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev -5 "),
        READ,
        DAMAGED,
    )
    yield "xref-prev-chain-600", lambda: _chain(600), READ, DEEP
    yield "xref-count-1e9", lambda: base.replace(b"xref\n0 6\n", b"xref\n0 999999999\n"), READ
    yield "xref-wrong-offsets", lambda: base.replace(b" 00000 n", b"9 0000 n"), READ, DAMAGED
    yield (
        "xref-offsets-shifted",
        lambda: base.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%\xff\xff\n"),
        READ,
    )
    yield (
        "startxref-beyond-the-end",
        lambda: base[:at] + b"startxref\n99999999\n%%EOF",
        DAMAGED,
        READ,
    )
    yield "startxref-2e31", lambda: base[:at] + b"startxref\n2147483648\n%%EOF", DAMAGED, READ
    yield "startxref-only", lambda: b"%PDF-1.7\nstartxref\n9\n%%EOF", DAMAGED
    yield "trailer-without-root", lambda: base.replace(b"/Root 1 0 R", b""), DAMAGED, MISSING
    yield "root-cycle", lambda: pdf(page(), root=b"9 0 R") + b"", DAMAGED, MISSING, READ
    for name, index, w, data in (
        ("w-0-2e9", b"0 2000000000", b"0 0 0", b""),
        ("w-huge", b"0 10", b"1 2000000000 1", b"\1" * 100),
        ("w-text", b"(a) (b)", b"(1) null 1", b"\1" * 100),
        ("w-negative", b"0 10", b"-1 -1 -1", b"\1" * 100),
        ("w-short", b"0 10", b"1 1", b"\1" * 100),
        ("index-odd", b"0 1 2", b"1 2 1", b"\1" * 100),
        ("index-2e18", b"0 2000000000000000000", b"1 2 1", b"\1" * 100),
    ):
        yield (
            f"xref-stream-{name}",
            lambda i=index, v=w, d=data: _xref_stream(i, v, d),
            DAMAGED,
            WORK,
            READ,
            MISSING,
            DEEP,
            NO_TEXT,
        )


def _chain(sections: int) -> bytes:
    """A file saved so many times, each time with one more section of cross references."""
    out = bytearray(one())
    before = out.rindex(b"xref\n0 ")
    for _ in range(sections):
        start = len(out)
        out += b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\n" % before
        out += b"startxref\n%d\n%%%%EOF\n" % start
        before = start
    return bytes(out)


def _xref_stream(index: bytes, widths: bytes, data: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    for number, body in page().items():
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    extra = b"/Type /XRef /Size 10 /Root 1 0 R /Index [%s] /W [%s]" % (index, widths)
    out += b"9 0 obj\n" + stream(data, extra) + b"\nendobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _fonts() -> Iterator[Row]:
    yield "cid-widths-2e9", lambda: pdf(cid_font(b"/W [0 2000000000 500]")), WORK
    yield "cid-widths-float", lambda: pdf(cid_font(b"/W [0.5 2.5 500]")), READ, UNMAPPED
    yield "cid-widths-many", lambda: pdf(cid_font(b"/W [" + b"0 60000 5 " * 99 + b"]")), WORK
    yield "cid-widths-cycle", lambda: pdf(cid_font(b"/W 9 0 R") | {9: b"9 0 R"}), DEEP
    for name, what in (
        ("bfrange", b"beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange"),
        ("cidrange", b"begincidrange <00000000> <7FFFFFFF> 0 endcidrange"),
        ("bfrange-texts", b"beginbfrange (\\0\\0\\0\\0) (zzzz) <0041> endbfrange"),
    ):
        yield f"to-unicode-{name}-2e9", lambda w=what: pdf(cid_font(to_unicode=cmap(w))), WORK
    yield (
        "to-unicode-many-ranges",
        lambda: pdf(
            cid_font(
                to_unicode=cmap(b"beginbfrange " + b"<0000> <FFFF> <0041> " * 500 + b"endbfrange")
            )
        ),
        WORK,
    )
    yield (
        "to-unicode-overflow",
        lambda: pdf(
            cid_font(to_unicode=cmap(b"beginbfrange <00000000> <00000009> <FFFFFFFF> endbfrange"))
        ),
        DAMAGED,
        READ,
        UNMAPPED,
    )
    yield "to-unicode-junk", lambda: pdf(cid_font(to_unicode=b"\xff(((" * 9999)), READ, UNMAPPED
    yield (
        "to-unicode-outside",
        lambda: pdf(
            cid_font(
                to_unicode=(
                    b"/../../../../etc/passwd usecmap "
                    + cmap(b"beginbfchar <0048> <0048> endbfchar")
                )
            )
        ),
        READ,
        UNMAPPED,
    )
    yield "to-unicode-nothing", lambda: pdf(cid_font()), UNMAPPED
    yield (
        "font-in-itself",
        lambda: one(
            more={
                5: (
                    b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
                    b"/DescendantFonts [5 0 R] >>"
                )
            }
        ),
        DEEP,
    )
    yield "font-without-anything", lambda: one(more={5: b"<< >>"}), READ, DAMAGED, UNMAPPED
    yield "font-a-number", lambda: one(more={5: b"7"}), READ, DAMAGED, UNMAPPED
    yield (
        "font-type3-loop",
        lambda: one(
            more={
                5: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] "
                b"/CharProcs << /H 4 0 R >> /Encoding << /Differences [72 /H] >> /FirstChar 72 "
                b"/LastChar 72 /Widths [9] /Resources << /Font << /F1 5 0 R >> >> >>"
            }
        ),
        READ,
        UNMAPPED,
        DAMAGED,
    )
    yield "font-file-format12-4e9", lambda: pdf(_embedded(_format12(0, 0xFFFFFFFF))), WORK
    yield "font-file-junk", lambda: pdf(_embedded(b"\0\1\0\0" + b"\xff" * 400)), UNMAPPED, DAMAGED
    yield (
        "font-own-encoding",
        lambda: pdf(
            cid_font()
            | {
                5: (
                    b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 9 0 R "
                    b"/DescendantFonts [6 0 R] >>"
                ),
                9: stream(cmap(b""), b"/Type /CMap /CMapName /Own"),
            }
        ),
        NO_TEXT,
    )
    yield (
        "widths-list-of-lists",
        lambda: one(
            more={
                5: (
                    b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /Widths [[[1]] (x) null] >>"
                )
            }
        ),
        READ,
        DAMAGED,
    )


def _embedded(font: bytes) -> Objects:
    objects = cid_font()
    objects[7] = (
        b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9] /FontFile2 9 0 R >>"
    )
    return objects | {9: stream(font)}


def _format12(first: int, last: int) -> bytes:
    table = struct.pack(">HH HHL", 0, 1, 3, 10, 12)
    table += struct.pack(">HHLLL LLL", 12, 0, 28, 0, 1, first, last, 0)
    return struct.pack(">LHHHH 4sLLL", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table


def _drawing() -> Iterator[Row]:
    def forms(bodies: list[bytes], start: bytes = b"/X0 Do") -> bytes:
        objects = page(start, resources=b"/XObject << /X0 10 0 R >>")
        for n, body in enumerate(bodies):
            last = n == len(bodies) - 1
            uses = (
                b"/Font << /F1 5 0 R >>"
                if last
                else b"/XObject << /X%d %d 0 R >>" % (n + 1, 11 + n)
            )
            objects[10 + n] = stream(
                body,
                b"/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << %s >>" % uses,
            )
        return pdf(objects)

    fan = [b"/X%d Do " % (n + 1) * 10 for n in range(8)] + [HEJ]
    deep = [b"/X%d Do" % (n + 1) for n in range(2999)] + [HEJ]
    yield "forms-fan-out-1e8", lambda: forms(fan), WORK
    yield "forms-deep-3000", lambda: forms(deep), DEEP
    yield (
        "form-in-itself",
        lambda: pdf(
            page(
                b"/X0 Do " + HEJ,
                resources=b"/Font << /F1 5 0 R >> /XObject << /X0 10 0 R >>",
                more={
                    10: stream(
                        b"/X0 Do",
                        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                        b"/Resources << /XObject << /X0 10 0 R >> >>",
                    )
                },
            )
        ),
        READ,
        DEEP,
    )
    yield (
        "q-20-million",
        lambda: one(stream(repeated(b"q ", 40 * MB), b"/Filter /FlateDecode")),
        WORK,
    )
    yield (
        "q-20-million-by-lines",
        lambda: one(stream(repeated(b"q\n", 40 * MB), b"/Filter /FlateDecode")),
        WORK,
    )
    yield (
        "names-20-million",
        lambda: one(stream(repeated(b"/a", 40 * MB), b"/Filter /FlateDecode")),
        WORK,
    )
    yield "Q-alone", lambda: one(b"Q " * 9999 + HEJ), READ
    yield "arrays-in-content-200k", lambda: one(b"[" * 200_000 + HEJ), NO_TEXT, DEEP, DAMAGED
    yield (
        "text-unterminated",
        lambda: one(b"BT /F1 12 Tf (" + b"(" * 60_000),
        READ,
        NO_TEXT,
        DAMAGED,
    )
    yield (
        "text-20k-places",
        lambda: one(
            b"BT /F1 1 Tf "
            + b"".join(
                b"1 0 0 1 %d %d Tm (%c) Tj " % (3 * (i % 190), 6 * (i // 190), 65 + i % 26)
                for i in range(20_000)
            )
            + b"ET"
        ),
        READ,
        CPU,
    )
    yield (
        "text-rotated-20k",
        lambda: one(
            b"BT /F1 9 Tf "
            + b"".join(
                b".7 .7 -.7 .7 %d %d Tm (%c) Tj " % (3 * (i % 190), 6 * (i // 190), 65 + i % 26)
                for i in range(20_000)
            )
            + b"ET"
        ),
        READ,
        CPU,
    )
    yield "text-300k-letters", lambda: one(b"BT /F1 1 Tf (" + b"a" * 300_000 + b") Tj ET"), WORK
    yield "text-giant", lambda: one(b"BT /F1 4000000 Tf 0 0 Td (Hej) Tj ET"), READ, NO_TEXT
    yield (
        "matrix-infinite",
        lambda: one(
            b"9" * 400 + b".0 0 0 1 0 0 cm " + HEJ + b" BT /F1 12 Tf 9e308 0 0 1 0 0 Tm (Hej) Tj ET"
        ),
        READ,
        DAMAGED,
    )
    yield "matrix-zero", lambda: one(b"0 0 0 0 0 0 cm " + HEJ), READ, NO_TEXT, DAMAGED
    yield "matrix-texts", lambda: one(b"(a) (b) (c) (d) (e) (f) cm " + HEJ), READ, DAMAGED
    yield (
        "rules-250k",
        lambda: one(
            b"".join(
                b"%d %d m %d %d l S " % (i % 590, i % 840, i % 590, i % 840 + 9)
                for i in range(250_000)
            )
            + HEJ
        ),
        WORK,
    )
    yield "grid-300-by-300", lambda: one(_grid(300) + HEJ), READ, WORK
    yield (
        "inline-image-without-end",
        lambda: one(b"BI /W 9 /H 9 /BPC 8 /CS /G ID " + b"\0" * 500_000),
        NO_TEXT,
        DAMAGED,
    )
    yield (
        "inline-images-20k",
        lambda: one(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI " * 20_000 + HEJ),
        WORK,
        READ,
        CPU,
    )
    yield (
        "image-giant",
        lambda: one(
            HEJ + b" q 9 0 0 9 0 0 cm /I Do Q",
            resources=(b"/Font << /F1 5 0 R >> /XObject << /I 10 0 R >>"),
            more={
                10: stream(
                    b"x",
                    b"/Type /XObject /Subtype /Image /Width 999999 /Height 999999 /BitsPerComponent 8 "
                    b"/ColorSpace /DeviceRGB",
                )
            },
        ),
        READ,
    )
    yield (
        "image-bomb",
        lambda: one(
            HEJ + b" q 9 0 0 9 0 0 cm /I Do Q",
            resources=(b"/Font << /F1 5 0 R >> /XObject << /I 10 0 R >>"),
            more={
                10: stream(
                    repeated(b"\0", 100 * MB),
                    b"/Type /XObject /Subtype /Image /Width 9 /Height 9 "
                    b"/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode",
                )
            },
        ),
        WORK,
        READ,
    )
    yield (
        "colour-space-cycle",
        lambda: one(
            b"/C cs " + HEJ,
            resources=(b"/Font << /F1 5 0 R >> /ColorSpace << /C 9 0 R >>"),
            more={9: b"[/Indexed 9 0 R 9 0 R]"},
        ),
        READ,
        DEEP,
    )
    yield (
        "colour-components-2e9",
        lambda: one(
            b"/C cs 1 scn " + HEJ,
            resources=(b"/Font << /F1 5 0 R >> /ColorSpace << /C [/ICCBased 9 0 R] >>"),
            more={9: stream(b"", b"/N 2000000000")},
        ),
        READ,
        DAMAGED,
    )
    yield "operators-unknown", lambda: one(b"hokus pokus " * 9999 + HEJ), READ


def _grid(lines: int) -> bytes:
    return b"".join(
        b"%d 0 m %d 800 l S 0 %d m 590 %d l S " % (i * 2, i * 2, i * 2, i * 2) for i in range(lines)
    )


def _silent() -> Iterator[Row]:
    outline = b"".join(
        b"%d %d m %d %d %d %d %d %d c f "
        % (i % 590, i % 840, i % 590, i % 840 + 3, i % 590 + 3, i % 840, i % 590 + 4, i % 840 + 4)
        for i in range(4000)
    )
    yield "outlines-only", lambda: one(outline), NO_TEXT
    yield "outlines-many-pages", lambda: pdf(_same_on_pages(outline, 40)), NO_TEXT
    yield (
        "image-only",
        lambda: one(
            b"q 590 0 0 840 0 0 cm /I Do Q",
            resources=(b"/XObject << /I 10 0 R >>"),
            more={
                10: packed(
                    b"\0" * 30_000,
                    b"/Type /XObject /Subtype /Image /Width 100 /Height 100 "
                    b"/BitsPerComponent 8 /ColorSpace /DeviceRGB",
                )
            },
        ),
        NO_TEXT,
    )
    unseen = b"BT 3 Tr /F1 12 Tf 72 700 Td (Hej) Tj ET"
    yield "invisible-text", lambda: one(unseen), NO_TEXT
    yield "invisible-text-on-pages", lambda: pdf(_same_on_pages(unseen, 5)), NO_TEXT
    yield "blank", lambda: one(b" "), NO_TEXT
    yield "spaces-only", lambda: one(b"BT /F1 12 Tf 72 700 Td (     ) Tj ET"), NO_TEXT
    yield (
        "pages-missing",
        lambda: pdf(page() | {2: b"<< /Type /Pages /Kids [3 0 R 77 0 R 78 0 R] /Count 3 >>"}),
        READ,
        MISSING,
    )
    yield (
        "pages-all-missing",
        lambda: pdf(page() | {2: b"<< /Type /Pages /Kids [77 0 R 78 0 R] /Count 2 >>", 3: b"null"}),
        MISSING,
    )


def _same_on_pages(content: bytes, number: int) -> Objects:
    objects = page(content)
    numbers = range(10, 10 + number)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % n for n in numbers),
        number,
    )
    return objects | dict.fromkeys(numbers, objects[3])


def _locked() -> Iterator[Row]:
    standard = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ("
        + b"o" * 32
        + b") /U ("
        + b"u" * 32
        + b") >> /ID [(a) (b)]"
    )
    yield "locked-by-password", lambda: pdf(page(), standard), ENCRYPTED
    for name, what, end in (
        ("handler", b"<< /Filter /Other /V 2 >>", UNSUPPORTED),
        ("version", b"<< /Filter /Standard /V 99 >>", UNSUPPORTED),
    ):
        yield f"locked-{name}", lambda w=what: pdf(page(), b"/Encrypt " + w), end
    yield (
        "locked-without-keys",
        lambda: pdf(page(), b"/Encrypt << /Filter /Standard /V 2 /R 3 >>"),
        DAMAGED,
        ENCRYPTED,
        UNSUPPORTED,
    )
    yield "locked-number", lambda: pdf(page(), b"/Encrypt 7"), UNSUPPORTED, DAMAGED
    yield "locked-cycle", lambda: pdf(page() | {9: b"9 0 R"}, b"/Encrypt 9 0 R"), DEEP


def _syntax() -> Iterator[Row]:
    head = b"%PDF-1.7\n"
    yield "header-only", lambda: head, DAMAGED
    yield "comment-2M", lambda: head + b"%" + b"A" * 2 * MB, DAMAGED
    yield "less-than-2M", lambda: head + b"1 0 obj\n" + b"<" * 2 * MB, DAMAGED, DEEP, WORK
    yield "text-2M", lambda: pdf(page(box=b"6 0 R", more={6: b"(" * 2 * MB})), DAMAGED, READ, WORK
    yield (
        "text-balanced-2M",
        lambda: pdf(page(box=b"6 0 R", more={6: b"(" + b"()" * MB + b")"})),
        WORK,
        DAMAGED,
        READ,
    )
    yield (
        "hex-6M",
        lambda: pdf(page(box=b"6 0 R", more={6: b"<" + b"41" * 3 * MB + b">"})),
        WORK,
        READ,
    )
    yield "name-6M", lambda: pdf(page(box=b"6 0 R", more={6: b"/" + b"a" * 6 * MB})), WORK
    yield "line-20M", lambda: head + b"x" * 20 * MB, DAMAGED
    yield "octal-beyond", lambda: one(b"BT /F1 12 Tf 9 9 Td (\\777Hej) Tj ET"), READ, DAMAGED
    yield "root-not-a-dictionary", lambda: pdf(page() | {1: b"[1 2 3]"}), READ, DAMAGED, MISSING
    yield "fonts-not-a-dictionary", lambda: one(resources=b"/Font 7"), READ, DAMAGED, NO_TEXT
    yield "html-behind-the-header", lambda: head + b"<html><p>Hej</p></html>", DAMAGED
    yield (
        "font-number-in-content",
        lambda: one(b"BT 7 12 Tf 9 9 Td (Hej) Tj ET"),
        READ,
        NO_TEXT,
        DAMAGED,
    )
    yield "only-font", lambda: pdf({1: FONT}), DAMAGED, MISSING
