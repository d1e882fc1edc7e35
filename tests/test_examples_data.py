"""The made-up reports in examples/: made anew they are the same, and their truth holds."""

import html
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

from making import typeset_text  # noqa: E402 -- after the path is set

NAMES = (
    "almvik-2019-delarsrapport-1",
    "almvik-2019-tertialbokslut-2",
    "almvik-2023-manadsrapport-oktober",
)
PRINTED = ("title", "comment", "name", "text", "unit", "activity", "description", "line", "row")
ENDINGS = ("pdf", "docx", "txt", "expected.json")
BASIS_OF_DEVIATION = {"year_to_date": "outcome", "full_year": "forecast"}

Rows = list[dict[str, Any]]


def tables(name: str) -> dict[str, Rows]:
    truth = json.loads((EXAMPLES / f"{name}.expected.json").read_text("utf-8"))
    result: dict[str, Rows] = truth["tables"]
    return result


def first(value: Any) -> Any:
    return value["any_of"][0] if isinstance(value, dict) else value


def squash(text: str) -> str:
    return re.sub(r"[\s\u00ad\uf0b7\uf02d•-]+", "", text)


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    return html.unescape("\n".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("reportlab")
    pytest.importorskip("docx")
    import make_examples

    folder = tmp_path_factory.mktemp("examples")
    make_examples.write(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_text_and_truth_are_what_the_script_writes(made: Path, name: str) -> None:
    for ending in ("txt", "expected.json"):
        file = f"{name}.{ending}"
        assert (made / file).read_bytes() == (EXAMPLES / file).read_bytes()


# other releases of the two libraries may write other bytes; what is in the files stays the same
@pytest.mark.parametrize("name", NAMES)
def test_pdf_and_docx_are_what_the_script_writes(made: Path, name: str) -> None:
    new, old = ((folder / f"{name}.pdf").read_bytes() for folder in (made, EXAMPLES))
    assert page_count(new) == page_count(old)
    new, old = ((folder / f"{name}.docx").read_bytes() for folder in (made, EXAMPLES))
    assert docx_text(new) == docx_text(old)


def test_making_a_report_twice_gives_the_same_bytes(made: Path) -> None:
    from making import manadsrapport_2023, typeset_docx, typeset_pdf

    report = manadsrapport_2023.build()
    assert typeset_pdf.typeset(report) == (made / f"{report.name}.pdf").read_bytes()
    assert typeset_docx.typeset(report) == (made / f"{report.name}.docx").read_bytes()


def test_every_report_is_there_in_every_form() -> None:
    found = {p.name for p in EXAMPLES.glob("almvik-*")}
    assert found == {f"{name}.{ending}" for name in NAMES for ending in ENDINGS}


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_five_to_eight_pages(name: str) -> None:
    assert 5 <= page_count((EXAMPLES / f"{name}.pdf").read_bytes()) <= 8


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("name", NAMES)
def test_what_the_truth_says_is_printed(name: str, ending: str) -> None:
    path = EXAMPLES / f"{name}.{ending}"
    text = path.read_text("utf-8") if ending == "txt" else docx_text(path.read_bytes())
    paper = squash(text)
    missing = [
        paragraph
        for table, rows in tables(name).items()
        for row in rows
        for column in PRINTED
        if table != "report"
        if isinstance(value := first(row.get(column)), str)
        if (table, column) not in {("observations", "unit"), ("statistics", "unit")}
        if (table, column) != ("budget_cells", "unit")
        for paragraph in value.split("\n\n")
        if squash(paragraph) not in paper
    ]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_known_and_the_kommun_is_named(name: str) -> None:
    rows = tables(name)
    goals = {goal["goal_id"] for goal in rows["goals"]}
    assert {goal.get("parent_id") for goal in rows["goals"]} <= goals | {None}
    for table in ("indicators", "unit_results", "monthly_assessments"):
        assert {row["goal_id"] for row in rows[table]} <= goals
    indicators = {row["indicator_id"] for row in rows["indicators"]}
    assert {row["indicator_id"] for row in rows["observations"]} <= indicators
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    assert text.replace("\n", " ").count("Almviks kommun") >= 3


def by_line(rows: Rows) -> dict[tuple[int, str], Rows]:
    lines: dict[tuple[int, str], Rows] = {}
    for row in rows:
        lines.setdefault((row["table_no"], first(row["line"])), []).append(row)
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_deviations_and_results_add_up(name: str) -> None:
    for cells in by_line(tables(name)["budget_cells"]).values():
        found = {(first(c["quantity"]), c["basis"], c["horizon"]): c["amount"] for c in cells}
        for (quantity, basis, horizon), amount in found.items():
            if basis == "deviation":
                outcome = found.get((quantity, BASIS_OF_DEVIATION[horizon], horizon))
                budget = found.get((quantity, "budget", horizon), 0)
                assert outcome is not None
                assert abs(outcome - budget - amount) <= 1
            if quantity == "result" and basis in ("outcome", "forecast"):
                grant = found["municipal_grant", "budget", horizon]
                assert abs(grant + found["net_cost", basis, horizon] - amount) <= 1
            if (quantity, basis) == ("net", "outcome"):
                parts = found["revenue", basis, horizon] + found["cost", basis, horizon]
                assert abs(parts - amount) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_totals_are_the_sum_of_their_lines(name: str) -> None:
    columns: dict[tuple[int, str, str, str], list[tuple[str, int]]] = {}
    for c in tables(name)["budget_cells"]:
        key = (c["table_no"], first(c["quantity"]), c["basis"], c["horizon"])
        columns.setdefault(key, []).append((c["role"], c["amount"]))
    assert columns
    for cells in columns.values():
        parts = [amount for role, amount in cells if role == "item"]
        (total,) = (amount for role, amount in cells if role == "total")
        assert abs(sum(parts) - total) <= (len(parts) + 1) / 2


def test_a_cell_of_one_line_runs_on_and_a_longer_one_ends_with_an_empty_line() -> None:
    rows = [["Delvis uppfyllt.", "ett två tre", "fyra"], ["a", "b", "c"]]
    assert (
        typeset_text.table(rows, [20, 8, 8]) == "Delvis uppfyllt. ett två \ntre\n\nfyra\n\na b c\n"
    )


def test_an_empty_cell_leaves_a_space_or_two() -> None:
    style = typeset_text.STYLES["tertial"]
    row = ["", "86 %", "", "75 %", "T1"]
    assert typeset_text.set_row(row, [8] * 5, style=style) == " 86 %  75 % T1 \n"
    assert typeset_text.table([["Kostnader", "", ""]], [9, 8, 8]) == "Kostnader    \n"


def test_narrow_columns_divide_words() -> None:
    assert typeset_text.wrap("Bedömning", 8) == ["Bedömnin", "g"]
    assert typeset_text.wrap("handläggnings\u00adtiden", 15) == ["handläggnings-", "tiden"]
    assert typeset_text.wrap("2018-04-30", 8) == ["2018-04-", "30"]


def test_prose_keeps_a_space_where_a_line_is_broken_and_before_a_new_page() -> None:
    text = typeset_text.prose(["ett två \ftre fyra", "fem"], 9)
    assert text == "ett två \n tre fyra\n\nfem\n\n"
