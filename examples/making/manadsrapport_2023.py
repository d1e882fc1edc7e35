"""Månadsrapport oktober 2023: lights a unit and a month, money by activity, a year wheel."""

from collections.abc import Sequence

from making.blocks import NO_BREAK_SPACE, Cell, Heading, Paragraph, Report, Row, Table, row
from making.draft import Draft, Measure, Value, either, tkr, total
from making.manadsrapport_2023_text import (
    AREAS,
    CALENDAR,
    DEVIATION,
    EVENTS,
    NOTE,
    SUMMARY,
    UNITS,
    AreaText,
)

WORDS = {"g": "Grön", "y": "Gul", "r": "Röd", "-": "Inget utfall", " ": ""}
MONTHS = ("Jan", "Feb", "Mars", "April", "Maj", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dec")
PERIOD = "2023-10"
BOARD = "Arbetsmarknads- och socialnämnden"

# hundreds of kronor: outcome and budget to date, forecast and budget for the year, change
ACTIVITIES: list[tuple[str, tuple[int, int, int, int, int] | None]] = [
    ("Gemensam socialtjänst", (-412_386, -428_940, -503_170, -514_730, 3_120)),
    ("Vård för vuxna med beroende", (-151_247, -158_333, -183_550, -190_000, 2_940)),
    ("Barn- och ungdomsvård", (-448_935, -410_417, -536_480, -492_500, -13_860)),
    ("Familjerätt och familjerådgivning", (-28_164, -29_167, -33_940, -35_000, 410)),
    ("Ekonomiskt bistånd", (-231_628, -222_500, -277_315, -267_000, -2_260)),
    ("Stöd och boende", (-119_803, -121_667, -144_240, -146_000, 0)),
    ("Arbetsmarknadsinsatser", (-86_452, -92_500, -104_805, -111_000, 870)),
    ("Integration och etablering", (9_318, 4_167, 10_425, 5_000, -1_490)),
    ("Krisboendet Björkliden*", None),
]
CRISIS_HOME = (-3_120, -280)  # forecast and change: the only figures it has

# the income statement: what is not given here follows from the table above
REVENUE = (214_775, 201_250, 256_930, 241_500, -1_890)
SUBSIDY = (18_640, None, 22_000, None, 0)
STAFF = (-712_640, -731_667, -861_440, -878_000, 3_270)
BOUGHT = (-463_917, -428_333, -553_840, -514_000, -12_780)
OF_WHICH: list[tuple[str, tuple[int, int, int, int, int]]] = [
    (
        "-varav bidrag (försörjningsstöd, föreningsbidrag)",
        (-246_208, -238_333, -294_460, -286_000, -1_950),
    ),
    ("-varav interna kostnader", (-98_416, -97_500, -117_930, -117_000, 180)),
    ("-varav hyror", (-121_350, -123_333, -146_115, -148_000, 640)),
]

TO_DATE, YEAR = "year_to_date", "full_year"
BASES = [
    ("outcome", TO_DATE),
    ("budget", TO_DATE),
    ("deviation", TO_DATE),
    ("forecast", YEAR),
    ("budget", YEAR),
    ("deviation", YEAR),
    ("forecast_change", YEAR),
]
Amounts = Sequence[int | None]


def _with_deviations(five: Sequence[int | None]) -> list[int | None]:
    """Outcome, budget, deviation, forecast, budget, deviation, change, in tkr."""
    outcome, budget, forecast, plan, change = five

    def less(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else tkr(a - b)

    first = [outcome, budget, forecast, plan, change]
    o, b, f, p, c = (None if x is None else tkr(x) for x in first)
    return [o, b, less(outcome, budget), f, p, less(forecast, plan), c]


def _headers(corner: str) -> list[Row]:
    groups: list[str | Cell] = [BOARD, Cell("Okt", 3), Cell("Helårsprognos", 3), "Prognos-"]
    names = [corner, *["Utfall", "Budget", "Avvikelse"], *["Prognos", "Budget", "Avvikelse"]]
    return [
        row(groups, header=True, skip_empty=True),
        row([*names, "förändring"], header=True),
    ]


def _activities() -> tuple[list[tuple[str, Amounts]], list[int]]:
    """The lines of the first money table, and its total in hundreds of kronor."""
    lines: list[tuple[str, Amounts]] = []
    given = [a for _, a in ACTIVITIES if a]
    forecast, change = CRISIS_HOME
    crisis = (0, 0, forecast, 0, change)
    for label, amounts in ACTIVITIES:
        if amounts:
            lines.append((label, _with_deviations(amounts)))
        else:
            figures = [tkr(forecast), 0, tkr(forecast), tkr(change)]
            lines.append((label, [None, None, None, *figures]))
    return lines, total([*given, crisis])


def _economy(draft: Draft) -> None:
    draft.section("Ekonomisk rapport", num="3")
    title = "Nettokostnad per verksamhet"
    draft.put(Heading(title, 2), Paragraph("", "empty"))
    lines, bottom = _activities()
    draft.money(
        either(title, f"{title} tkr"),
        _headers(f"{title} tkr"),
        [
            *((label, "item", None, amounts) for label, amounts in lines),
            ("Resultat ASN", "total", None, _with_deviations(bottom)),
        ],
        [Measure("net_cost", *basis) for basis in BASES],
        chars=44,
        dash="-",
    )
    draft.put(*(Paragraph(line, "note") for line in NOTE))
    draft.tables["sections"][-1]["text"] = either(None, "\n\n".join(NOTE))
    for heading, texts in SUMMARY.items():
        draft.put(Paragraph("", "empty"))
        draft.section(heading, 2)
        draft.put(Paragraph("", "empty"))
        for text in texts:
            if text.startswith("- "):
                draft.bullets(text[2:])
            elif text.startswith("-- "):
                draft.bullets(text[3:], level=2)
            else:
                draft.text(text)
    _income_statement(draft, bottom)


def _income_statement(draft: Draft, bottom: Sequence[int]) -> None:
    costs = [b - r for b, r in zip(bottom, REVENUE, strict=True)]
    other = [c - s - x for c, s, x in zip(costs, STAFF, BOUGHT, strict=True)]
    known = total([a for _, a in OF_WHICH])
    rest = [o - k for o, k in zip(other, known, strict=True)]
    draft.put(Paragraph("", "empty"), Heading("Resultaträkning", 2), Paragraph("", "empty"))
    under = either("Kostnader", None)
    parts = [*OF_WHICH, ("-varav övrigt", rest)]
    draft.money(
        either("Resultaträkning", "Resultaträkning tkr"),
        _headers("Resultaträkning tkr"),
        [
            ("Externa och interna intäkter", "item", None, _with_deviations(REVENUE)),
            ("-varav tillfälliga statsbidrag", "of_which", None, _with_deviations(SUBSIDY)),
            ("Kostnader", "item", None, None),
            ("Personalkostnader", "item", under, _with_deviations(STAFF)),
            ("Kostnader för köp av verksamhet", "item", under, _with_deviations(BOUGHT)),
            ("Övriga kostnader", "item", under, _with_deviations(other)),
            *((label, "of_which", under, _with_deviations(a)) for label, a in parts),
            ("Summa kostnader", "subtotal", under, _with_deviations(costs)),
            ("Resultat ASN", "total", either(None, "Kostnader"), _with_deviations(bottom)),
        ],
        [Measure("amount", *basis) for basis in BASES],
        chars=40,
        minus={"Övriga kostnader": "–"},
    )


def _overview(draft: Draft) -> None:
    draft.put(Heading("Översyn månadens resultat", 2))
    names = [f"{n}: {area.short}" for n, area in enumerate(AREAS, 1)]
    lights = [_latest(area) for area in AREAS]
    rows = (row(names, header=True), row(lights))
    draft.put(Table("strip", rows, (16, 16, 16, 16), (1, 1, 1, 1)), Paragraph("", "empty"))


def _latest(area: AreaText) -> str:
    return WORDS[area.months.strip()[-1]]


def _area(draft: Draft, n: int, area: AreaText) -> None:
    num, light = str(n), _latest(area)
    draft.put(Heading(f"{num}. {area.title}", 2), Paragraph("", "empty"))
    draft.add("sections", number=num, title=area.title, level=2)
    code = {"Grön": "green", "Gul": "yellow", "Röd": "red"}[light]
    top = draft.goal("target_area", area.title, num=num, assessment=code, words=light)
    comment = "\n\n".join(area.comment) or None
    goal = draft.goal(
        "board_goal", area.goal, parent=top, assessment=code, words=light, comment=comment
    )
    # the table names no indicator: its figures are those of the goal itself
    indicator = draft.indicator(
        goal,
        either(area.goal, None),
        assessment=either(code, None),
        assessment_text=either(light, None),
    )
    for kind, text in (("outcome", area.outcome), ("target", area.target)):
        value = Value(text, float(text.removesuffix(" %").replace(",", ".")), "percent")
        period = PERIOD if kind == "outcome" else either(PERIOD, None)
        draft.observe(indicator, kind, period, value)
    rows = [
        row(
            [
                "Nämndens/för\u00advaltningens mål",
                "Indikator",
                "Utfall ",
                "Mål\u00adnivå ",
                "Bedömning",
            ],
            header=True,
        ),
        row([Cell(area.goal, 2), area.outcome, area.target, light]),
    ]
    for k, (unit, letter) in enumerate(zip(UNITS, area.lights, strict=True)):
        word = WORDS[letter]
        legend = ("Röd", "Gul")[k] if k < 2 and n < 4 else ""
        rows.append(row(["", f"Resultat {unit}", word, "", Cell(hidden=legend)]))
        draft.light("unit_results", word, goal_id=goal, unit=unit)
    if area.short == "Ekonomi":
        label, text, percent, word = DEVIATION
        rows.append(row(["", label, text, "", word]))
        budget = draft.indicator(goal, label, assessment="red", assessment_text=word)
        draft.observe(budget, "outcome", PERIOD, Value(text, percent, "percent"))
    draft.put(Table("lights", tuple(rows), (16, 36, 14, 6, 5), (1.6, 2.9, 1, 0.8, 0.9)))
    _months(draft, goal, area.months)
    draft.put(*(Paragraph(p) for p in area.comment))


def _months(draft: Draft, goal: str, letters: str) -> None:
    caption = "Måluppfyllelse/månad (uppdateras löpande under året)"
    words = [WORDS[letter] for letter in letters]
    for month, word in enumerate(words, 1):
        if word:
            draft.light("monthly_assessments", word, goal_id=goal, month=month)
    rows = (row(MONTHS, header=True), row(words))
    draft.put(Paragraph("", "empty"), Paragraph(caption, "caption"))
    draft.put(Table("strip", rows, (6,) * 12, (1.0,) * 12), Paragraph("", "empty"))


def _calendar(draft: Draft) -> None:
    draft.section("Uppföljning av årshjul", num="4")
    draft.put(Paragraph("", "empty"))
    rows = [row(["Månad", "Kommentar", "Bedömning"], header=True)]
    for text, month, activity, word in CALENDAR:
        rows.append(row([text, activity, word]))
        draft.light("calendar", word, month=month, month_text=text, activity=activity)
    draft.put(Table("lights", tuple(rows), (12, 84, 12), (1, 5, 1.2)))


def build() -> Report:
    """The report, with the truth about it."""
    draft = Draft(space=NO_BREAK_SPACE)
    draft.add(
        "report",
        municipality="Almvik",
        board=either(BOARD, None),
        report_type="monthly",
        title=either("Månadsrapport oktober 2023", None),
        period_start=either("2023-10-01", "2023-01-01"),
        period_end="2023-10-31",
    )
    draft.section("Viktiga händelser i oktober", num="1")
    draft.events(*EVENTS)
    draft.page()
    draft.section("Mål", num="2")
    _overview(draft)
    for n, area in enumerate(AREAS, 1):
        if n > 1:
            draft.page()
        _area(draft, n, area)
    draft.page()
    _economy(draft)
    draft.page()
    _calendar(draft)
    return Report(
        name="almvik-2023-manadsrapport-oktober",
        municipality="Almviks kommun",
        board=BOARD,
        area=None,
        title_page=(),
        layout="lights",
        blocks=tuple(draft.blocks),
        tables=draft.tables,
    )
