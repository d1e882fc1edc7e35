"""PDF files written by hand, object by object."""

import zlib

MB = 1 << 20
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
HEJ = b"BT /F1 12 Tf 72 700 Td (Hej) Tj ET"

Objects = dict[int, bytes]


def stream(data: bytes, extra: bytes = b"", length: bytes | None = None) -> bytes:
    size = length if length is not None else b"%d" % len(data)
    return b"<< /Length %s %s >>\nstream\n%s\nendstream" % (size, extra, data)


def packed(data: bytes, extra: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + extra)


def repeated(unit: bytes, total: int) -> bytes:
    """Deflated repetitions, made without the whole of them in memory."""
    packer = zlib.compressobj(9)
    block = unit * max(1, MB // len(unit))
    out = [packer.compress(block) for _ in range(total // len(block))]
    return b"".join(out) + packer.flush()


def pdf(objects: Objects, trailer: bytes = b"", root: bytes = b"1 0 R") -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        if number in places:
            out += b"%010d 00000 n \n" % places[number]
        else:
            out += b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root %s %s >>\n" % (size, root, trailer)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def page(
    content: bytes = HEJ,
    *,
    resources: bytes = b"/Font << /F1 5 0 R >>",
    box: bytes = b"[0 0 595 842]",
    contents: bytes = b"4 0 R",
    extra: bytes = b"",
    more: Objects | None = None,
) -> Objects:
    """A document of one page; `content` is instructions or a whole stream."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %s /Resources << %s >> %s >>"
        % (box, contents, resources, extra),
        4: content if content.startswith(b"<<") else stream(content),
        5: FONT,
        **(more or {}),
    }


def one(content: bytes = HEJ, **how: object) -> bytes:
    return pdf(page(content, **how))  # type: ignore[arg-type]  # the words of the caller


def cid_font(
    widths: bytes = b"", to_unicode: bytes | None = None, text: bytes = b"<00480065006A>"
) -> Objects:
    objects = page(b"BT /F1 12 Tf 72 700 Td %s Tj ET" % text)
    unicode = b"/ToUnicode 8 0 R" if to_unicode is not None else b""
    objects[5] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] %s >>" % unicode
    )
    objects[6] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R %s >>" % widths
    )
    objects[7] = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9] >>"
    if to_unicode is not None:
        objects[8] = stream(to_unicode)
    return objects


def cmap(what: bytes) -> bytes:
    return (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> "
        b"<FFFFFFFF> endcodespacerange 1 %s endcmap end" % what
    )
