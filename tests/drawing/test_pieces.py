"""What became of each piece of a document."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pieces import SOMEWHERE, document, lines, paragraph, table

from ifo_followup.document import Cell, Furniture, FurnitureKind, Table
from ifo_followup.drawing.kinds import Kind
from ifo_followup.drawing.pieces import read_pieces
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.model.goals import Goal, GoalLevel, Indicator, Observation, ObservationKind
from ifo_followup.model.narrative import Section
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Box, Missing, Number, Place, Source, Text

NOWHERE = Place()  # as in a Word file


def spot(n: int, page: int = 1) -> Place:
    return Place(page=page, box=Box(0, 10 * n, 100, 10 * n + 8))


def said(words: str, place: Place = NOWHERE, **cell) -> Text:
    return Text(words, Source(text=words, place=place, **cell))


def goal(title: Text, comment: Text | None = None) -> Goal:
    return Goal(goal_id="g1", level=GoalLevel.BOARD_GOAL, title=title, comment=comment)


def report(ledger: Ledger | None = None, **parts) -> FollowUpReport:
    made = FollowUpReport(municipality="X", **parts)
    return evolve(made, coverage=ledger.coverage()) if ledger else made


def kinds(reading) -> list[tuple[str, Kind]]:
    return [(piece.text, piece.kind) for piece in reading.pieces]


def test_places_tell():
    blocks = [evolve(paragraph(words), place=spot(n)) for n, words in enumerate(["Lika", "Lika"])]
    reading = read_pieces(document(*blocks), [report(goals=(goal(said("Lika", spot(1))),))])
    assert kinds(reading) == [("Lika", Kind.TAKEN), ("Lika", Kind.GOAL)]
    assert [v.path for v in reading.pieces[1].values] == ["goals[0].title"]


def test_without_places_words_tell_in_order():
    words = "2.1 Trygghet", "Först.", "Sedan.", "Målområde: Ro"
    blocks = [evolve(paragraph(each), place=NOWHERE) for each in words]
    text = Text("Först.\n\nSedan.", Source(text="Först."))
    parts = {
        "sections": (Section(title=said("Trygghet"), level=1, text=text),),
        "goals": (goal(said("Ro")),),
    }
    reading = read_pieces(document(*blocks), [report(**parts)])
    assert [piece.kind for piece in reading.pieces] == [Kind.SECTION] * 3 + [Kind.GOAL]


def test_equal_texts_without_places_go_to_one_piece_each():
    blocks = [evolve(paragraph("Samma"), place=NOWHERE) for _ in range(3)]
    sections = tuple(Section(title=said("Samma"), level=1) for _ in range(2))
    reading = read_pieces(document(*blocks), [report(sections=sections)])
    assert [len(piece.values) for piece in reading.pieces] == [1, 1, 0]


def test_cells_without_places_are_known_by_row_and_column():
    grid = table("Indikator | 2022 | 2023", "Antal | 7 | 7", "Andel | 7 | 8")
    seven = Source(text="7", table=1, row="Andel", column="2022")
    number = Number(value=Decimal(7), source=seven)
    observed = Observation(kind=ObservationKind.OUTCOME, number=number)
    indicator = Indicator(indicator_id="i1", goal_id=None, name=None, observations=(observed,))
    reading = read_pieces(document(grid), [report(indicators=(indicator,))])
    (found,) = [piece.printed for piece in reading.pieces if piece.values]
    assert (found.row, found.column) == (2, 1)


def test_cells_that_all_stand_where_their_table_does():
    place = Place(first_line=3, last_line=9)
    made = table("Mål | Kommentar", "Ro | Bra")
    cells = tuple(evolve(cell, place=place) for cell in made.cells)
    title = said("Ro", place, table=1, row="Ro")
    reading = read_pieces(document(Table(cells=cells, place=place)), [report(goals=(goal(title),))])
    assert [(p.text, p.kind) for p in reading.pieces if p.values] == [("Ro", Kind.GOAL)]


def test_a_value_that_no_piece_is_of_is_kept():
    wide = spot(3, page=2)
    reading = read_pieces(document(paragraph("Ord")), [report(goals=(goal(said("Ro", wide)),))])
    assert [value.path for value in reading.loose] == ["goals[0].title"]


def test_lines_belong_to_the_words_that_stand_in_them():
    text = "Mål  Kommentar\nRo   Bra år\n\nmen dyrt\nSist"
    row = Place(first_line=2, last_line=4)
    comment = Text("Bra år men dyrt", Source(text="Bra år men dyrt", place=row))
    taken = goal(said("Ro", row), comment)
    reading = read_pieces(document(lines(text)), [report(goals=(taken,))])
    paths = [[value.path for value in piece.values] for piece in reading.pieces]
    both = ["goals[0].title", "goals[0].comment"]
    assert paths == [[], both, both[1:], both[1:], []]


def test_further_paragraphs_of_plain_text_are_found_behind_the_first():
    text = "Ett stycke.\n\nEtt till, över\ntvå rader.\n\nEtt annat."
    words = "Ett stycke.\n\nEtt till, över två rader."
    place = Place(first_line=1, last_line=1)
    section = Section(title=said("1 X"), level=1, text=Text(words, Source(text=words, place=place)))
    reading = read_pieces(document(lines(text)), [report(sections=(section,))])
    shown = [piece.text for piece in reading.pieces if piece.kind is Kind.SECTION]
    assert shown == ["Ett stycke.", "Ett till, över", "två rader."]


def test_what_nobody_took_is_marked():
    blocks = paragraph("Tagen"), paragraph("Glömd"), table("A | B")
    margin = Furniture(text="Sida 1", kind=FurnitureKind.FOOTER, place=SOMEWHERE)
    seen = document(*blocks, furniture=(margin,))
    ledger = Ledger(seen)
    ledger.claim(blocks[0], blocks[2].cells[0])
    reading = read_pieces(seen, [report(ledger)])
    assert kinds(reading) == [
        ("Tagen", Kind.TAKEN), ("Glömd", Kind.UNCLAIMED), ("A", Kind.TAKEN),
        ("B", Kind.UNCLAIMED), ("Sida 1", Kind.FURNITURE),
    ]  # fmt: skip


def test_of_equal_pieces_as_many_are_marked_as_nobody_took():
    blocks = [evolve(paragraph("Lika"), place=NOWHERE) for _ in range(3)]
    seen = document(*blocks)
    ledger = Ledger(seen)
    ledger.claim(blocks[0])
    reading = read_pieces(seen, [report(ledger, goals=(goal(said("Lika")),))])
    assert [p.kind for p in reading.pieces] == [Kind.GOAL, Kind.UNCLAIMED, Kind.UNCLAIMED]


def test_lines_that_nobody_took_are_marked():
    seen = document(lines("Ett\nTvå"))
    reading = read_pieces(seen, [report(Ledger(seen))])
    assert [piece.kind for piece in reading.pieces] == [Kind.UNCLAIMED] * 2


def test_without_a_report_nobody_took_anything():
    reading = read_pieces(document(paragraph("Ord")), [])
    assert kinds(reading) == [("Ord", Kind.UNCLAIMED)]


def test_of_several_reports_one_is_enough_to_take_a_piece():
    seen = document(paragraph("Ett"), paragraph("Två"))
    first, second = Ledger(seen), Ledger(seen)
    first.claim(seen.blocks[0])
    reading = read_pieces(seen, [report(first), report(second)])
    assert [piece.kind for piece in reading.pieces] == [Kind.TAKEN, Kind.UNCLAIMED]


def test_paths_of_several_reports_say_which():
    seen = document(paragraph("Ro"))
    reading = read_pieces(seen, [report(), report(goals=(goal(said("Ro")),))])
    assert [v.path for v in reading.pieces[0].values] == ["reports[1].goals[0].title"]


def test_cells_that_were_not_understood_are_unread():
    number = Number(missing=Missing.UNREADABLE, source=Source(text="ca 3", table=1))
    observed = Observation(kind=ObservationKind.OUTCOME, number=number)
    indicator = Indicator(indicator_id="i1", goal_id=None, name=None, observations=(observed,))
    reading = read_pieces(document(table("ca 3 | 4")), [report(indicators=(indicator,))])
    assert [piece.is_unread for piece in reading.pieces] == [True, False]


@given(st.lists(st.tuples(st.text(max_size=6), st.booleans()), max_size=8))
def test_claimed_and_unclaimed_are_told_apart_whatever_the_texts(each):
    cells = tuple(
        Cell(text=words, row=n, column=0, place=spot(n)) for n, (words, _) in enumerate(each)
    )
    seen = document(Table(cells=cells, place=SOMEWHERE))
    ledger = Ledger(seen)
    for cell, (_, taken) in zip(cells, each, strict=True):
        if taken:
            ledger.claim(cell)
    reading = read_pieces(seen, [report(ledger)])
    for piece, (words, taken) in zip(reading.pieces, each, strict=True):
        expected = Kind.TAKEN if taken or not "".join(words.split()) else Kind.UNCLAIMED
        assert piece.kind is expected
