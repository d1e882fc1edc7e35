"""What must hold whatever the text is: cells come back, nothing is lost, nothing is raised."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import (
    ASSIGNMENTS,
    GOALS,
    Layout,
    document,
    grid,
    installed,
    lines,
    only_table,
    recovered,
)

from ifo_followup.document import Block, Document, Lines, Table
from ifo_followup.layouts.recover import recover

WORDS = (
    "barn", "unga", "vuxna", "stöd", "boende", "enheten", "insatser", "handläggning", "familjer",
    "väntetiden", "mottagningen", "samverkan", "skolan", "hemmet", "året", "arbetet", "planen",
)  # fmt: skip
VERDICTS = ("Helt uppfyllt", "Delvis uppfyllt", "Ej uppfyllt", "I hög grad uppfyllt")
STATUSES = ("Påbörjat", "Genomfört", "Ej påbörjat", "Pågår")

few_words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9)
labels = few_words.map(lambda words: " ".join(words).capitalize())
sentences = few_words.map(lambda words: " ".join(words).capitalize() + ".")
comments = st.lists(sentences, min_size=1, max_size=3).map(" ".join)


def wrap(cell: str, width: int) -> list[str]:
    """The lines of a cell of so many characters."""
    out: list[str] = []
    for word in cell.split():
        if out and len(out[-1]) + 1 + len(word) <= width:
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out


def print_row(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """One row, cell by cell: a cell of one line runs on, a wrapped one ends with an empty line."""
    out = ""
    for cell, width in zip(cells, widths, strict=True):
        wrapped = wrap(cell, width)
        out += "\n".join(wrapped) + ("\n\n" if len(wrapped) > 1 else " ")
    return out.rstrip() + "\n\n"


def widths(*least: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.tuples(*(st.integers(n, n + 50) for n in least))


def rows_of(*cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    return st.lists(st.tuples(*cells), min_size=1, max_size=5)


@given(rows_of(labels, st.sampled_from(VERDICTS), comments), widths(16, 16, 24))
def test_goal_rows_come_back(rows: list[tuple[str, ...]], size: tuple[int, ...]):
    head = ("Nämndens mål", "Bedömning", "Kommentar")
    text = "".join(print_row(row, size) for row in (head, *rows))
    assert only_table(text, Layout(headings=(), tables=(GOALS,))) == [
        list(row) for row in (head, *rows)
    ]


@given(rows_of(labels, st.sampled_from(STATUSES), comments), widths(16, 16, 24))
def test_assignment_rows_come_back(rows: list[tuple[str, ...]], size: tuple[int, ...]):
    head = ("Nämnduppdrag", "Status", "Lägesbeskrivning")
    text = "".join(print_row(row, size) for row in (head, *rows))
    assert only_table(text, Layout(headings=(), tables=(ASSIGNMENTS,))) == [
        list(row) for row in (head, *rows)
    ]


def spaced(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


amounts = st.integers(-250_000, 250_000)
MONEY_HEAD = (
    "Nettokostnad per område Tkr Okt Helårsprognos\n"
    "Utfall Budget Avvikelse Prognos Budget Avvikelse\n\n"
)


@st.composite
def money_rows(draw: st.DrawFn) -> list[list[str]]:
    """Rows that add up, each with a label of its own."""
    names = draw(st.lists(labels, min_size=2, max_size=6, unique=True))
    rows = []
    for name in names:
        outcome, budget, forecast, year = (draw(amounts) for _ in range(4))
        numbers = (outcome, budget, outcome - budget, forecast, year, forecast - year)
        rows.append([name, *map(spaced, numbers)])
    return rows


@given(money_rows(), st.booleans())
def test_money_rows_come_back_or_are_said_to_be_unclear(rows: list[list[str]], apart: bool):
    text = MONEY_HEAD + "".join(" ".join(row) + ("\n\n" if apart else "\n") for row in rows)
    blocks, rules = recovered(text)
    (found,) = [block for block in blocks if isinstance(block, Table)]
    got = grid(found)[found.header_rows :]
    assert [row[0] for row in got] == [row[0] for row in rows]
    wrong = [row for row, printed in zip(got, rows, strict=True) if row != printed]
    # a row that is not the printed one is kept whole, and there is a finding for it
    assert all(len(set(row[1:])) == 1 for row in wrong)
    assert rules.count("row-ambiguous") == len(wrong)


@given(money_rows(), st.randoms(use_true_random=False))
def test_the_order_of_money_rows_does_not_matter(rows: list[list[str]], random):
    def read(each: list[list[str]]) -> dict[str, list[str]]:
        blocks, _ = recovered(MONEY_HEAD + "".join(" ".join(row) + "\n\n" for row in each))
        (found,) = [block for block in blocks if isinstance(block, Table)]
        return {row[0]: row[1:] for row in grid(found)[found.header_rows :]}

    flipped = rows[:]
    random.shuffle(flipped)
    assert read(flipped) == read(rows)


@given(money_rows())
def test_a_doubled_section_keeps_all_rows(rows: list[list[str]]):
    block = "".join(" ".join(row) + "\n\n" for row in rows)
    blocks, _ = recovered(MONEY_HEAD + block + "Köpta insatser\n\n" + block)
    (found,) = [each for each in blocks if isinstance(each, Table)]
    got = grid(found)[found.header_rows :]
    names = [row[0] for row in rows]
    assert [row[0] for row in got] == [*names, "Köpta insatser", *names]
    assert [row[1:] for row in got[: len(names)]] == [row[1:] for row in got[len(names) + 1 :]]


def printed(found: Document) -> Iterator[str]:
    for block in found.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield from (cell.text for cell in block.cells)
        case Lines():
            yield from (line.text for line in block.lines)
        case _:
            yield block.text


def signs(texts: Iterator[str]) -> list[str]:
    """The printed characters, sorted; hyphens and bullets may go when lines are joined."""
    dropped = "-\u2010\u2011\u00ad•▪‣◦–·o\uf0b7\uf02d"
    return sorted(sign for sign in "".join(texts) if not sign.isspace() and sign not in dropped)


heads = st.sampled_from(
    [
        " ".join(column.heads[0] for column in layout.columns)
        for each in installed()
        for layout in each.layout.tables
    ]
    + ["NÄMNDMÅL", "Bedömning", "1 Måluppföljning", "Målområde: Trygghet", "Kommentar:"]
)
pieces = st.one_of(
    heads,
    labels,
    comments,
    st.sampled_from(VERDICTS + STATUSES + ("Grön", "Gul", "Röd", "-", "Låg", "0,5-1", "T1 T2")),
    st.integers(-99_999, 99_999).map(spaced),
    st.integers(0, 100).map(lambda n: f"{n} %"),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8),
    st.sampled_from(["1 ", "2.1 ", "• ", "Tkr", "Utfall Budget", "Jan Feb Mars", "(N)", "varav"]),
)
gaps = st.sampled_from([" ", " ", "  ", "\n", "\n\n", "\n \n", " \n\n"])
texts = st.lists(st.tuples(pieces, gaps), max_size=40).map(
    lambda each: "".join(piece + gap for piece, gap in each)
)


@given(texts)
@settings(max_examples=60)
def test_no_text_is_lost_in_any_layout(text: str):
    for each in installed():
        before = document(lines(text))
        after, _ = recover(before, each.layout)
        assert signs(printed(after)) == signs(printed(before)), each.format_id
        assert not any(isinstance(block, Lines) for block in after.blocks)


@given(st.text(max_size=300))
def test_nothing_is_ever_raised(text: str):
    for each in installed():
        recover(document(lines(text)), each.layout)


@given(texts)
@settings(max_examples=15)
def test_any_text_becomes_a_report(text: str):
    for each in installed():
        (report,) = each.parse(document(lines(text)))
        total = report.coverage.claimed + report.coverage.unclaimed
        recover_first, _ = recover(document(lines(text)), each.layout)
        assert total == len("".join("".join(printed(recover_first)).split()))
