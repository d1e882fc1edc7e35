"""Tertialbokslut 2 2019: numbered chapters, indicators marked T1 to T3, one wide money table."""

from collections.abc import Sequence

from making.blocks import NO_BREAK_SPACE, Cell, Paragraph, Report, Table, plain, row
from making.draft import Draft, Value, amount, either, tkr, total
from making.tertialbokslut_2019_data import (
    GRANTS,
    HOURS,
    INDICATORS,
    MONEY,
    MONEY_COLUMNS,
    PERSONS,
    SICK,
    SICK_COLUMNS,
)
from making.tertialbokslut_2019_text import (
    ACTIVITIES,
    AREAS,
    ECONOMY,
    PLAN_AFTER,
    PLAN_BEFORE,
    SICK_LEAVE,
    SUMMARY,
    AreaText,
)


def _value(text: str, **more: str) -> Value:
    """A printed decimal, or an empty cell."""
    return Value(text, float(text.replace(",", ".")) if text else None, **more)


def _indicators(draft: Draft, goal_id: str, num: str) -> None:
    header = row(
        [" ", "Indikatorer", "Utfall\n2017", "Utfall\n2018", "Utfall\n2019", "Mål", ""],
        header=True,
        valign="middle",
    )
    rows = [header]
    for name, is_new, values, comment in INDICATORS[num]:
        shown = _shown(name, is_new)
        rows.append(row(["", shown, *(v.text for v in values), "T1\nT2\nT3"]))
        indicator_id = draft.indicator(goal_id, name, comment=comment, is_new=is_new)
        for period, value in zip(("2017", "2018", "2019"), values[:3], strict=True):
            draft.observe(indicator_id, "outcome", period, value)
        draft.observe(indicator_id, "target", "2019", values[3])
    draft.put(Table("measures", tuple(rows), (2, 84, 8, 8, 8, 8, 4), (0.35, 6, 1, 1, 1, 1, 0.6)))
    for name, is_new, _, comment in INDICATORS[num]:
        draft.put(Paragraph(_shown(name, is_new), "lead"))
        for paragraph in comment.split("\n\n"):
            draft.put(Paragraph(paragraph))


def _shown(name: str, is_new: bool) -> str:
    return f"(N) {name}" if is_new else name


def _area(draft: Draft, text: AreaText) -> None:
    draft.section(text.title, 2, num=text.num)
    area = draft.goal("target_area", text.title, num=text.num)
    comment = "\n\n".join(plain(p) for p in text.comment)
    goal = draft.goal("board_goal", text.statement, parent=area, comment=comment)
    draft.put(Paragraph(text.statement, "statement"), Paragraph("", "empty"))
    draft.put(Paragraph("Kommentar", "label"))
    draft.put(*(Paragraph(p) for p in text.comment))
    _indicators(draft, goal, text.num)


def _full(values: Sequence[int]) -> list[int]:
    """A line of the money table, with what can be computed from the rest."""
    revenue, cost, budget, year, forecast = values
    net = revenue + cost
    return [revenue, cost, net, budget, net - budget, year, forecast, forecast - year]


def _money(draft: Draft) -> None:
    lines = [_full(values) for _, values in MONEY]
    labels = [label for label, _ in MONEY]
    printed: list[tuple[str, str, object, Sequence[int | None] | None]] = [
        (label, "item", None, [tkr(x) for x in line])
        for label, line in zip(labels, lines, strict=True)
    ]
    printed.append(("Summa", "total", None, [tkr(x) for x in total(lines)]))
    groups: list[str | Cell] = [
        "Verksamhet, tkr",
        Cell("Ack utfall 2019", 3),
        Cell("Ack budget 2019", 2),
    ]
    details = (
        "Kostnader (-)\nIntäkter (+)|Utfall\nintäkter|Utfall\nkostnader|Utfall\nnetto|"
        "Budget\nnetto|Budget-\navvikelse|Budget\nnetto|Prognos\nnetto|Prognos\navvikelse"
    )
    headers = [
        row([*groups, Cell("Helår budget och prognos 2019", 3)], header=True, skip_empty=True),
        row(details.split("|"), header=True),
    ]
    draft.money(
        either("Verksamhet, tkr", None),
        headers,
        printed,
        MONEY_COLUMNS,
        chars=20,
        share=2.1,
        minus={"Gemensam\nsocialtjänst": "–"},
    )


def _grants(draft: Draft) -> None:
    draft.put(Paragraph("Statsbidrag 2019", "caption"))
    sums = [*GRANTS, ("Summa", sum(kronor for _, kronor in GRANTS))]
    lines = [(label, [Value(f"{amount(n)} kr", n, "kr")]) for label, n in sums]
    draft.figures("Statsbidrag 2019", [], [None], lines, chars=(92, 16), shares=(5, 1), kind="sums")


def _assistance(draft: Draft) -> None:
    for title, years in (
        ("Antal personer med personlig assistans, genomsnitt per tertial", PERSONS),
        ("Antal beviljade timmar per månad, genomsnitt per tertial", HOURS),
    ):
        lines = []
        for year, texts in years.items():
            values = [_value(text) for text in texts.split(" ")]
            shown = [
                Value(amount(int(v.number), space=NO_BREAK_SPACE), v.number)
                if v.number and v.number > 1000
                else v
                for v in values
            ]
            lines.append((year, shown))
        header = row([title, "T1", "T2", "T3"], header=True)
        draft.figures(
            title,
            header,
            ["T1", "T2", "T3"],
            lines,
            chars=(70, 10, 10, 10),
            shares=(4, 1, 1, 1),
        )


def _sick_leave(draft: Draft) -> None:
    for title, units in SICK.items():
        draft.put(Paragraph(title, "caption"))
        lines = [(unit, [_value(t, scope="share") for t in s.split(" ")]) for unit, s in units]
        columns = [plain(c.replace("\n", " ")) for c in SICK_COLUMNS]
        header = row(["Resultatenhet", *SICK_COLUMNS], header=True, valign="middle")
        draft.figures(
            title, header, columns, lines, chars=(18, *[14] * 6), shares=(1.5, *[1.0] * 6)
        )


def _economy(draft: Draft) -> None:
    draft.section("Ekonomiskt resultat", num="3", tight=True)
    for title, paragraphs in ECONOMY.items():
        upper = title.startswith(("Utfall", "Prognos"))
        draft.section(title, 2 if upper else 3, truth_level=2 if upper else either(3, 2))
        draft.text(*paragraphs)
    _assistance(draft)
    draft.put(Paragraph("", "empty"))
    _money(draft)


def build() -> Report:
    """The report, with the truth about it."""
    draft = Draft(space=" ")
    draft.add(
        "report",
        municipality="Almvik",
        board=either("Socialnämnden", None),
        report_type="tertial_2",
        title=either("Tertialbokslut 2 2019", None),
        period_start="2019-01-01",
        period_end="2019-08-31",
    )
    draft.section("Sammanfattning", num="1", tight=True)
    for title, paragraphs in SUMMARY.items():
        draft.section(title, 2)
        draft.text(*paragraphs)
    draft.page()
    draft.section("Verksamhetsresultat", num="2", tight=True)
    _grants(draft)
    for area in AREAS:
        _area(draft, area)
    draft.page()
    _economy(draft)
    draft.page()
    draft.section("Sjukfrånvaro bland kommunens medarbetare", num="4", tight=True)
    draft.text(*SICK_LEAVE)
    _sick_leave(draft)
    draft.page()
    draft.section("Åtgärdsplan", num="5", tight=True)
    draft.text(*PLAN_BEFORE)
    draft.measures(*ACTIVITIES)
    draft.text(*PLAN_AFTER)
    return Report(
        name="almvik-2019-tertialbokslut-2",
        municipality="Almviks kommun",
        board="Socialnämnden",
        area=None,
        title_page=("Tertialbokslut 2 2019", "Socialnämnden", "Almviks kommun"),
        layout="tertial",
        blocks=tuple(draft.blocks),
        tables=draft.tables,
    )
