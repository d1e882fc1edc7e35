"""Made-up reports of places that do not exist: the same blocks as HTML, Markdown, Word and PDF."""

import html
import io
from collections.abc import Sequence
from typing import NamedTuple

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as PdfTable

FILLS = {"#grön": "92D050", "#gul": "FFFF00", "#röd": "FF0000"}  # a light without words
KINDS = ("html", "md", "docx", "pdf")


class H(NamedTuple):
    """A heading."""

    text: str
    level: int = 1


class P(NamedTuple):
    """A paragraph."""

    text: str


class B(NamedTuple):
    """A bullet."""

    text: str


class T(NamedTuple):
    """A table: rows of texts, the first `heads` of them its header.

    None belongs to the cell on its left.
    """

    rows: Sequence[Sequence[str | None]]
    heads: int = 1


Block = H | P | B | T


def render(blocks: Sequence[Block], kind: str) -> bytes:
    """The blocks as a document of the kind."""
    return {"html": _html, "md": _markdown, "docx": _docx, "pdf": _pdf}[kind](blocks)


def _spans(row: Sequence[str | None]) -> list[tuple[int, str, int]]:
    out: list[tuple[int, str, int]] = []
    for n, text in enumerate(row):
        if text is None:
            start, before, span = out[-1]
            out[-1] = (start, before, span + 1)
        else:
            out.append((n, text, 1))
    return out


def _html(blocks: Sequence[Block]) -> bytes:
    out = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body>"]
    for block in blocks:
        match block:
            case H(text, level):
                out.append(f"<h{level}>{html.escape(text)}</h{level}>")
            case P(text):
                out.append(f"<p>{html.escape(text)}</p>")
            case B(text):
                out.append(f"<ul><li>{html.escape(text)}</li></ul>")
            case T(rows, heads):
                out.append("<table>")
                for number, row in enumerate(rows):
                    tag = "th" if number < heads else "td"
                    cells = "".join(
                        f"<{tag} colspan='{span}' style='background:#{FILLS.get(text, 'ffffff')}'>"
                        f"{'' if text in FILLS else html.escape(text)}</{tag}>"
                        for _, text, span in _spans(row)
                    )
                    out.append(f"<tr>{cells}</tr>")
                out.append("</table>")
    return "\n".join([*out, "</body></html>"]).encode()


def _markdown(blocks: Sequence[Block]) -> bytes:
    out: list[str] = []
    for block in blocks:
        match block:
            case H(text, level):
                out.append(f"{'#' * level} {text}\n")
            case P(text):
                out.append(f"{text}\n")
            case B(text):
                out.append(f"- {text}\n")
            case T(rows, _):
                shown = [
                    "| " + " | ".join(FILLS_AS_WORDS.get(c or "", c or "") for c in row) + " |"
                    for row in rows
                ]
                shown.insert(1, "|" + " --- |" * len(rows[0]))
                out.append("\n".join(shown) + "\n")
    return "\n".join(out).encode()


FILLS_AS_WORDS = {"#grön": "Grön", "#gul": "Gul", "#röd": "Röd"}


def _docx(blocks: Sequence[Block]) -> bytes:
    document = Document()
    for block in blocks:
        match block:
            case H(text, level):
                document.add_heading(text, level)
            case P(text):
                document.add_paragraph(text)
            case B(text):
                document.add_paragraph(text, style="List Bullet")
            case T(rows, heads):
                table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
                for number, row in enumerate(rows):
                    for start, text, span in _spans(row):
                        cell = table.cell(number, start)
                        if span > 1:
                            cell = cell.merge(table.cell(number, start + span - 1))
                        run = cell.paragraphs[0].add_run("" if text in FILLS else text)
                        run.bold = number < heads
                        if text in FILLS:
                            shade = OxmlElement("w:shd")
                            shade.set(qn("w:val"), "clear")
                            shade.set(qn("w:fill"), FILLS[text])
                            cell._tc.get_or_add_tcPr().append(shade)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11, spaceAfter=6)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9)
_HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=8, leading=9)


def _pdf(blocks: Sequence[Block]) -> bytes:
    story: list[Flowable] = []
    for block in blocks:
        match block:
            case H(text, level):
                size = 20 - 3 * level
                style = ParagraphStyle(
                    f"h{level}", fontName="Helvetica-Bold", fontSize=size, leading=size + 3,
                    spaceBefore=10, spaceAfter=4,
                )  # fmt: skip
                story.append(Paragraph(text, style))
            case P(text):
                story.append(Paragraph(text, _BODY))
            case B(text):
                story.append(Paragraph(text, _BODY, bulletText="•"))
            case T(rows, heads):
                story.append(_pdf_table(rows, heads))
                story.append(Spacer(1, 8))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build(story)
    return stream.getvalue()


def _pdf_table(rows: Sequence[Sequence[str | None]], heads: int) -> PdfTable:
    data: list[list[object]] = []
    commands: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor("#D9E2F3")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    for number, row in enumerate(rows):
        cells: list[object] = [""] * len(row)
        for start, text, span in _spans(row):
            if text in FILLS:
                commands.append(
                    (
                        "BACKGROUND",
                        (start, number),
                        (start, number),
                        colors.HexColor(f"#{FILLS[text]}"),
                    )
                )
            else:
                cells[start] = Paragraph(text, _HEAD if number < heads else _CELL)
            if span > 1:
                commands.append(("SPAN", (start, number), (start + span - 1, number)))
        data.append(cells)
    longest = [max((len(row[n] or "") for row in rows), default=1) for n in range(len(rows[0]))]
    shares = [min(max(size, 9), 40) for size in longest]
    widths = [480 * share / sum(shares) for share in shares]
    return PdfTable(data, colWidths=widths, style=TableStyle(commands), repeatRows=heads)
