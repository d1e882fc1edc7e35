"""One HTML page of what was read, for documents that have no pages to draw.

It is whole in itself: no script, nothing loaded, and a policy that forbids both; every word of the
document is escaped. What a picture shows by colour stands here as a class and in a title as well.
"""

from collections.abc import Iterator, Sequence
from html import escape

from attrs import frozen

from ifo_followup.document import Block, Cell, Document, Heading, Lines, ListItem, Table, TextLine
from ifo_followup.drawing.kinds import RGB, UNREAD_COLOUR, UNREAD_WORDS, Kind, kind_of
from ifo_followup.drawing.pieces import Piece, Reading
from ifo_followup.locating.values import Value
from ifo_followup.model.findings import Finding
from ifo_followup.out.plain import clean, where

_MOST_PATHS = 6  # ways to values that are named beside one piece
_MOST_MARKS = 20  # values that are marked inside one line

_STYLE = """
body { font: 15px/1.45 sans-serif; margin: 0; color: #111; background: #fff; }
header, main { max-width: 72rem; margin: 0 auto; padding: .6rem 1.2rem; }
header { border-bottom: 1px solid #888; }
h1 { font-size: 1.1rem; }
ul.legend { list-style: none; padding: 0; columns: 3 16rem; font-size: .85rem; }
ul.legend span { display: inline-block; min-width: 1.6em; text-align: center; }
ol.findings { font-size: .85rem; }
.piece { border: 1px solid; padding: .1em .4em; margin: .35em 0; white-space: pre-wrap; }
.h { font-weight: bold; }
.path { color: #555; font: .72rem monospace; margin-left: .8em; overflow-wrap: anywhere; }
.furniture { border-style: dashed; }
.unclaimed { border-width: 3px; }
.unread { outline: 2px dotted UNREAD; outline-offset: -2px; }
table { border-collapse: collapse; margin: .6em 0; border: 2px solid #28323c; }
td, th { border: 1px solid #889; padding: .15em .4em; vertical-align: top; text-align: left;
  white-space: pre-wrap; }
th { background-image: repeating-linear-gradient(135deg, #0002 0 1px, transparent 1px 6px); }
caption { text-align: left; font: bold .8rem sans-serif; }
pre { margin: 0; font: 13px/1.5 monospace; white-space: pre-wrap; }
pre.line { display: grid; grid-template-columns: 4em 3.5em 1fr; border-left: 6px solid #fff; }
pre.line > i { color: #777; font-style: normal; }
""".replace("UNREAD", "#{:02x}{:02x}{:02x}".format(*UNREAD_COLOUR))


@frozen
class _Page:
    """What is asked for while the page is written."""

    reading: Reading
    by_id: dict[int, Piece]

    def piece(self, printed: object) -> Piece:
        """What became of a printed piece."""
        return self.by_id[id(printed)]


def page_of(document: Document, reading: Reading, findings: Sequence[Finding], title: str) -> str:
    """The whole page as a text."""
    page = _Page(reading, {id(piece.printed): piece for piece in reading.pieces})
    return "".join(_whole(document, page, findings, clean(title)))


def _whole(
    document: Document, page: _Page, findings: Sequence[Finding], title: str
) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    )
    yield f"<title>{escape(title)}</title>\n<style>{_STYLE}{_colours()}</style>\n</head>\n<body>\n"
    yield f"<header>\n<h1>{escape(title)}</h1>\n"
    yield from _legend(page.reading)
    yield from _findings(findings)
    yield "</header>\n<main>\n"
    tables = 0
    for block in document.blocks:
        match block:
            case Table():
                tables += 1
                yield from _table(block, tables, page)
            case Lines():
                yield from (_line(line, page) for line in block.lines)
            case _:
                yield _text(block, page)
    for furniture in document.furniture:
        yield _shown(page.piece(furniture), furniture.kind.value)
    yield "</main>\n</body>\n</html>\n"


def _hex(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _colours() -> str:
    return "".join(
        f".{kind.name.lower()} {{ border-color: {_hex(kind.look.colour)};"
        f" background-color: {_hex(kind.look.wash)}; }}\n"
        for kind in Kind
    )


def _legend(reading: Reading) -> Iterator[str]:
    counts = dict.fromkeys(Kind, 0)
    for piece in reading.pieces:
        counts[piece.kind] += bool(piece.text.strip() or piece.values)
    yield '<ul class="legend">\n'
    for kind, count in counts.items():
        if count:
            look = kind.look
            sign = (
                f'<span class="piece {kind.name.lower()}">{escape(look.letters) or "&nbsp;"}</span>'
            )
            yield f"<li>{sign} {escape(look.words)} ({count})</li>\n"
    unread = sum(piece.is_unread for piece in reading.pieces)
    if unread:
        yield f'<li><span class="unread">&nbsp;</span> {UNREAD_WORDS} ({unread})</li>\n'
    yield "</ul>\n"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield '<ol class="findings">\n'
    for finding in findings:
        spot = where(finding.source) if finding.source is not None else ""
        said = f"{spot + ': ' if spot else ''}{finding.severity.value} {finding.rule}: "
        said += clean(finding.message)
        if finding.printed:
            said += f'; printed "{clean(finding.printed)}"'
        yield f"<li>{escape(said)}</li>\n"
    yield "</ol>\n"


def _classes(piece: Piece) -> str:
    return piece.kind.name.lower() + (" unread" if piece.is_unread else "")


def _paths(values: Sequence[Value]) -> str:
    named = [value.path for value in values[:_MOST_PATHS]]
    more = len(values) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more > 0 else [])])


def _shown(piece: Piece, what: str) -> str:
    path = _paths(piece.values) or (piece.kind.look.words if piece.text.strip() else "")
    return (
        f'<div class="piece {_classes(piece)}{" h" if what == "heading" else ""}">'
        f"{'• ' if what == 'item' else ''}{escape(piece.text)}"
        f'<span class="path">{escape(path)}</span></div>\n'
    )


def _text(block: Block, page: _Page) -> str:
    what = "heading" if isinstance(block, Heading) else ""
    return _shown(page.piece(block), "item" if isinstance(block, ListItem) else what)


def _table(table: Table, number: int, page: _Page) -> Iterator[str]:
    yield f"<table>\n<caption>table {number}</caption>\n"
    for n, row in enumerate(table.grid()):
        yield "<tr>"
        for m, cell in enumerate(row):
            if cell is None:
                yield "<td></td>"
            elif (cell.row, cell.column) == (n, m):
                yield _cell(cell, page.piece(cell), head=cell.header or n < table.header_rows)
        yield "</tr>\n"
    yield "</table>\n"


def _cell(cell: Cell, piece: Piece, *, head: bool) -> str:
    name = "th" if head else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    shown = bool(piece.text.strip() or piece.values)
    path = _paths(piece.values) or piece.kind.look.words
    told = f' class="{_classes(piece)}" title="{escape(path)}"' if shown else ""
    return f"<{name}{spans}{told}>{escape(cell.text)}</{name}>"


def _line(line: TextLine, page: _Page) -> str:
    """A line of plain text: many values may stand in it, each marked where its words are found."""
    piece = page.piece(line)
    letters = dict.fromkeys(kind_of(v).look.letters for v in piece.values)
    text = _marked(piece) if piece.values else escape(line.text)
    shown = _classes(piece) if line.text.strip() else ""
    inner = f'<span class="{shown}" title="{escape(_paths(piece.values))}">{text}</span>'
    return (
        f'<pre class="line"><i>{line.number}</i><i>{escape(" ".join(letters))}</i>{inner}</pre>\n'
    )


def _marked(piece: Piece) -> str:
    """The line with those values in colour whose printed words stand in it."""
    spans: list[tuple[int, int, Value]] = []
    text = piece.text
    for value in piece.values[:_MOST_MARKS]:
        for words in (value.source.text.strip(), *value.source.text.split("\n")):
            at = text.find(words) if words else -1
            while at >= 0 and any(at < end and begin < at + len(words) for begin, end, _ in spans):
                at = text.find(words, at + 1)
            if at >= 0:
                spans.append((at, at + len(words), value))
                break
    if not spans:
        return escape(text)
    out, done = [], 0
    for begin, end, value in sorted(spans, key=lambda span: span[0]):
        out.append(escape(text[done:begin]))
        kind = kind_of(value).name.lower()
        mark = f'<b class="{kind}" title="{escape(value.path)}">{escape(text[begin:end])}</b>'
        out.append(mark)
        done = end
    return "".join([*out, escape(text[done:])])
