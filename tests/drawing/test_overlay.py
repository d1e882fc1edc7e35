"""Marks over a page: the right colour at the right place, and a foot that says what they mean."""

import pypdfium2
import pytest
from attrs import evolve
from pieces import document, paragraph
from PIL import Image

from ifo_followup.document import Cell, Furniture, FurnitureKind, Join, Table
from ifo_followup.document import Kind as FileKind
from ifo_followup.drawing import overlay, sheet
from ifo_followup.drawing.kinds import FINDING_WORDS, HEAD_WORDS, TABLE_WORDS, UNREAD_WORDS, Kind
from ifo_followup.drawing.overlay import MOST_LISTED, framed, plans, sheet_for
from ifo_followup.drawing.paper import over
from ifo_followup.drawing.pieces import read_pieces
from ifo_followup.drawing.sheet import Sheet
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import Risk, RiskKind
from ifo_followup.model.values import Box, Missing, Number, Place, Source, Text

WIDE, HIGH, SCALE = 500.0, 600.0, 2.0


def at(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Place:
    return Place(page=page, box=Box(x0, top, x1, bottom))


TITLE, FORGOTTEN, MARGIN = at(50, 50, 300, 70), at(50, 100, 300, 120), at(50, 10, 300, 20)
CELLS = (
    Cell(text="Risk", row=0, column=0, place=at(50, 200, 150, 230), header=True),
    Cell(text="Värde", row=0, column=1, place=at(150, 200, 250, 230), header=True),
    Cell(text="Brand", row=1, column=0, place=at(50, 230, 150, 260)),
    Cell(text="hög", row=1, column=1, place=at(150, 230, 250, 260)),
    Cell(text="", row=2, column=0, place=at(50, 260, 150, 290)),
)
GOES_ON = Join(row=2, reason="same columns", place=at(50, 40, 250, 90, page=2))
SEEN = evolve(
    document(
        evolve(paragraph("Ro i allt"), place=TITLE),
        evolve(paragraph("Glömd text"), place=FORGOTTEN),
        Table(cells=CELLS, place=at(50, 200, 250, 290), header_rows=1, joins=(GOES_ON,)),
        furniture=(Furniture(text="Kommunen", kind=FurnitureKind.HEADER, place=MARGIN),),
    ),
    kind=FileKind.PDF,
    pages=2,
)


def seen_report() -> FollowUpReport:
    ledger = Ledger(SEEN)
    ledger.claim(SEEN.blocks[0], *CELLS)
    unread = Source(text="hög", place=CELLS[3].place, table=1)
    return FollowUpReport(
        municipality="X",
        goals=(
            Goal(
                goal_id="g1",
                level=GoalLevel.BOARD_GOAL,
                title=Text("Ro i allt", Source(text="Ro i allt", place=TITLE)),
            ),
        ),
        risks=(
            Risk(
                kind=RiskKind.RISK,
                title=Text("Brand", Source(text="Brand", place=CELLS[2].place)),
                risk_value=Number(missing=Missing.UNREADABLE, source=unread),
            ),
        ),
        coverage=ledger.coverage(),
    )


def finding(number: int, place: Place = CELLS[3].place) -> Finding:
    source = Source(text="hög", place=place)
    return Finding(
        rule="unread-value",
        severity=Severity.WARNING,
        message=f"nummer {number}",
        source=source,
        printed="hög\x1b[31m",
    )


def made(findings=(), page: int = 1, reports=None) -> Sheet:
    reports = [seen_report()] if reports is None else reports
    plan = plans(SEEN, read_pieces(SEEN, reports), findings, "a.pdf, read by x-1")[page]
    return sheet_for(plan, WIDE, HIGH, SCALE)


def picture(marks: Sheet) -> Image.Image:
    return over(Image.new("RGB", (1, 1), "white"), marks, SCALE)


def words(marks: Sheet) -> str:
    opened = pypdfium2.PdfDocument(marks.to_pdf())
    text = opened[0].get_textpage().get_text_bounded()
    opened.close()
    return text


def colour(shown: Image.Image, x: float, y: float) -> tuple[int, ...]:
    return shown.getpixel((round(x * SCALE), round(y * SCALE)))


def test_each_piece_has_the_wash_of_what_it_became():
    shown = picture(made())
    assert colour(shown, 200, 60) == Kind.GOAL.look.wash
    assert colour(shown, 200, 110) == Kind.UNCLAIMED.look.wash
    assert colour(shown, 100, 245) == Kind.RISK.look.wash
    assert colour(shown, 100, 275) == (255, 255, 255)  # an empty cell
    assert colour(shown, 200, 15) == (255, 255, 255)  # furniture is only framed
    assert colour(shown, 400, 400) == (255, 255, 255)


def test_without_a_report_everything_is_unclaimed():
    shown = picture(made(reports=[]))
    assert colour(shown, 200, 60) == Kind.UNCLAIMED.look.wash


def test_the_foot_names_what_is_on_the_page_and_nothing_else():
    text = words(made([finding(1)]))
    for kind in (Kind.GOAL, Kind.RISK, Kind.TAKEN, Kind.UNCLAIMED, Kind.FURNITURE):
        assert kind.look.words in text
    assert Kind.MONEY.look.words not in text
    for each in (TABLE_WORDS, HEAD_WORDS, UNREAD_WORDS, FINDING_WORDS):
        assert each in text
    assert "a.pdf, read by x-1, page 1" in text
    assert "risk or opportunity (2)" in text
    assert '1 warning unread-value: nummer 1; printed "hög[31m"' in " ".join(text.split())


def test_findings_elsewhere_are_not_on_the_page():
    text = words(made([finding(1, at(1, 1, 2, 2, page=2)), finding(2, Place())]))
    assert "unread-value" not in text
    assert FINDING_WORDS not in text


def test_too_many_findings_are_counted():
    text = words(made([finding(n) for n in range(MOST_LISTED + 5)]))
    assert "and 5 more findings on this page" in text


def test_a_table_that_goes_on_is_framed_on_the_next_page():
    marks = made(page=2)
    assert "table 1 goes on: same columns" in words(marks)
    assert colour(picture(marks), 50, 65) != (255, 255, 255)


def test_too_many_marks_are_told_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheet, "MOST_DRAWN", 4)
    assert "not all are drawn" in words(made([finding(n) for n in range(30)]))


@pytest.mark.parametrize(("width", "height"), [(1.0, 1.0), (14_400.0, 3.0), (3.0, 14_400.0)])
def test_the_foot_can_be_read_whatever_the_page(width: float, height: float):
    plan = plans(SEEN, read_pieces(SEEN, []), (), "a.pdf")[1]
    scale = min(2.0, 6000 / max(width, height))
    marks = sheet_for(plan, width, height, scale)
    assert (marks.width * scale, (marks.height - height) * scale) >= (800, 80)
    assert "nobody took it" in words(marks)


def test_frames_only_frame():
    marks = framed(WIDE, HIGH, [Box(100, 100, 200, 150)], (200, 40, 0), SCALE)
    shown = picture(marks)
    assert shown.size == (1000, 1200)
    assert colour(shown, 150, 125) == (255, 255, 255)
    assert colour(shown, 98.5, 125) == (200, 40, 0)
    assert overlay.framed(10, 10, [], (0, 0, 0), 1.0).to_pdf()
