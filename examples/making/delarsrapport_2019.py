"""Delårsrapport 1 2019: a table a goal, indicator tables with narrow columns, risk tables."""

from collections.abc import Iterable, Sequence

from making.blocks import Heading, Report, Row, Table, plain, row
from making.delarsrapport_2019_goals import AREAS, CODES, Goal, Indicator
from making.delarsrapport_2019_text import (
    ACTIONS,
    ACTIONS_BEFORE,
    AFTER_CASES,
    AFTER_MYNDIGHET,
    AFTER_REGI,
    BOARD_ASSIGNMENTS,
    CONCLUSIONS,
    EVENTS,
    OPPORTUNITIES,
    QUALITY,
    RISKS,
    SPECIAL,
)
from making.draft import Draft, Measure, Value, either, tkr, total

HEADERS = {
    "strategic_goal": "Strategiskt mål",
    "board_goal": "Nämndmål",
    "quality_goal": "Kvalitetsmål",
}
GOAL_CHARS, GOAL_SHARES = (32, 32, 32), (1, 1, 1.1)
LIKELIHOODS = {"Hög": "high", "Medel": "medium", "Låg": "low"}
STATUSES = {"Genomfört": "completed", "Påbörjat": "started", "Ej påbörjat": "not_started"}
AREA = "Individ- och familjeomsorgen"

# hundreds of kronor: grant and net cost to date, the same for the year, change of the forecast
MYNDIGHET: list[tuple[str, tuple[int, int, int, int, int]]] = [
    ("Gemensamt/Administration", (142_337, -136_514, 427_010, -416_900, 1_840)),
    ("Institutionsvård vuxna", (28_742, -41_306, 86_226, -112_400, -7_530)),
    ("Institutionsvård barn & ungdom", (51_664, -69_048, 154_992, -193_350, -2_260)),
    ("Familjehem & jourhem", (74_209, -81_173, 222_627, -240_515, 940)),
    ("Öppna insatser", (63_481, -60_925, 190_443, -186_720, 0)),
    ("Ekonomiskt bistånd", (58_337, -63_916, 175_011, -189_420, -1_185)),
    ("Våld i nära relation", (11_256, -12_042, 33_768, -39_100, -655)),
    ("Familjerätt", (7_913, -7_468, 23_739, -23_610, 120)),
]
REGI: list[tuple[str, tuple[int, int, int, int, int]]] = [
    ("Kompassens öppenvård", (0, 7_914, 0, 8_400, 1_500)),
    ("Boendegruppen", (0, -1_236, 0, 1_100, -300)),
    ("Familjestöd i skolan", (0, 418, 0, 1_000, 0)),
]
MONEY_COLUMNS = [
    Measure("municipal_grant", "budget", "year_to_date"),
    Measure("net_cost", "outcome", "year_to_date"),
    Measure("result", "outcome", "year_to_date"),
    Measure("municipal_grant", "budget", "full_year"),
    Measure("net_cost", "forecast", "full_year"),
    Measure("result", "forecast", "full_year"),
    Measure(either("amount", "result"), "forecast_change", "full_year"),
]

CASE_COLUMNS = [
    "Jan-Apr|2017",
    "Jan-Apr|2018",
    "Förändr|jmf 2017",
    "Jan-Apr|2019",
    "Förändr|jmf 2018",
]
CASES = [
    ("Antal anmälningar barn & ungdom", (486, 541, 11, 572, 6)),
    ("Antal anmälningar våld i nära relation", (94, 103, 10, 139, 35)),
    ("Antal ansökningar ekonomiskt bistånd", (1214, 1180, -3, 1097, -7)),
]


def _goal(draft: Draft, goal: Goal, parent: str) -> None:
    rows = (
        row([HEADERS[goal.level], "Bedömning", "Kommentar"], header=True),
        row([goal.title, goal.verdict, goal.comment]),
    )
    draft.put(Table("goal", rows, GOAL_CHARS, GOAL_SHARES))
    goal_id = draft.goal(
        goal.level,
        goal.title,
        parent=parent,
        assessment=CODES[goal.verdict],
        words=goal.verdict,
        comment=goal.comment,
    )
    if goal.indicators:
        _indicators(draft, goal, goal_id)
    for below in goal.under:
        _goal(draft, below, goal_id)


def _indicators(draft: Draft, goal: Goal, goal_id: str) -> None:
    now = "Prognos 2019-04-30" if goal.forecast else "2019-04-30"
    names = ["Indikator", "Utfall 2016", "Utfall 2017", "Utfall 2018", now, "Mål 2019"]
    rows = [row([*names, "Bedömning", "Trend"], header=True)]
    # one table is set so narrow that even its header words are cut
    chars = (17, 5, 5, 5, 10, 7, 8, 8) if goal.narrow else (17, 7, 7, 7, 11, 9, 14, 13)
    kinds = ["outcome"] * 3 + ["forecast" if goal.forecast else "outcome", "target"]
    periods = ["2016", "2017", "2018", "2019-04-30", "2019"]
    for indicator in goal.indicators:
        cells, verdict = [indicator.name], _verdict(indicator)
        told = indicator.verdict if indicator.verdict != "-" else None
        indicator_id = draft.indicator(
            goal_id,
            indicator.name,
            assessment=CODES[told] if told else None,
            assessment_text=either(told, plain(_one_line(verdict))) if indicator.more else told,
            trend_text=indicator.trend if indicator.trend != "-" else None,
            comment=either(plain(_one_line(indicator.more)), None) if indicator.more else None,
            is_new=either(False, None),
        )
        for cell, kind, period in zip(indicator.values, kinds, periods, strict=True):
            values = (cell,) if isinstance(cell, Value) else cell
            text = "\n".join(v.text for v in values)
            cells.append(text)
            for v in values:
                draft.observe(indicator_id, kind, period, Value(text, v.number, v.unit, v.scope))
        rows.append(row([*cells, verdict, indicator.trend]))
    shares = (2.4, 1, 1, 1, 1.35, 1.2, 1.75, 1.5)
    draft.put(Table("indicator", tuple(rows), chars, shares))


def _verdict(indicator: Indicator) -> str:
    return f"{indicator.verdict}\n\n{indicator.more}" if indicator.more else indicator.verdict


def _one_line(text: str) -> str:
    """A cell's text as it is read: its paragraphs apart, other line ends become spaces."""
    return "\n\n".join(p.replace("\n", " ") for p in text.split("\n\n"))


def _assignments(draft: Draft, header: str, kind: str, rows: Iterable[Sequence[str]]) -> None:
    printed = [row([header, "Status", "Kommentar"], header=True)]
    for title, status, comment in rows:
        printed.append(row([title, status, comment]))
        draft.add(
            "assignments",
            kind=kind,
            title=title,
            status=STATUSES[status],
            status_text=status,
            comment=comment,
        )
    draft.put(Table("goal", tuple(printed), GOAL_CHARS, GOAL_SHARES))


def _money(
    draft: Draft,
    title: str,
    lines: list[tuple[str, tuple[int, int, int, int, int]]],
    bottom: str,
    minus: dict[str, str],
) -> None:
    def full(five: Sequence[int]) -> list[int | None]:
        grant, net, year, forecast, change = five
        amounts = (grant, net, grant + net, year, forecast, year + forecast, change)
        return [tkr(x) for x in amounts]

    months = ["Apr 2019"] * 3
    top = [f"{title} Tkr", *months, "Helår", "Årsprognos", "Årsprognos", "Förändring"]
    grant, net = "kommun-       \nbidrag", "netto-   \nkostnad"
    below = ["", grant, net, "resultat", grant, net, "resultat", "prognos"]
    headers = [
        row(top, header=True),
        row(below, header=True, valign="bottom", skip_empty=True),
    ]
    printed: list[tuple[str, str, object, Sequence[int | None] | None]] = [
        (label, "item", None, full(amounts)) for label, amounts in lines
    ]
    printed.append((bottom, "total", None, full(total([a for _, a in lines]))))
    draft.money(either(title, f"{title} Tkr"), headers, printed, MONEY_COLUMNS, minus=minus)


def _cases(draft: Draft) -> None:
    halves = [column.split("|") for column in CASE_COLUMNS]
    headers: list[Row] = [
        row(["Nya ärenden", *(a for a, _ in halves)], header=True),
        row(["", *(b for _, b in halves)], header=True, skip_empty=True),
    ]
    lines = []
    for label, numbers in CASES:
        shown = [
            Value(f"{n}%", n, "percent") if k in (2, 4) else Value(f"{n:,}".replace(",", " "), n)
            for k, n in enumerate(numbers)
        ]
        lines.append((label, shown))
    columns = [column.replace("|", " ") for column in CASE_COLUMNS]
    draft.figures(
        "Nya ärenden", headers, columns, lines, chars=(44, *[10] * 5), shares=(3, *[1.0] * 5)
    )


def _risks(draft: Draft, title: str, kind: str, rows: Iterable[Sequence[str]]) -> None:
    names = [title, "Ekonomisk risk (Msek)", "Sannolikhet", "Risken omfattar"]
    printed = [row(names, header=True)]
    for name, span, likelihood, text in rows:
        printed.append(row([name, span, likelihood, text], valign="middle"))
        low, high = (float(x.replace(",", ".")) for x in span.split("-"))
        draft.add(
            "risks",
            kind=kind,
            category=either(title, title.split(" ", 1)[1]),
            title=name,
            description=text,
            likelihood=LIKELIHOODS[likelihood],
            impact_low=low,
            impact_high=high,
            impact_unit="mnkr",
        )
    draft.put(Table("goal", tuple(printed), (34, 12, 12, 32), (1.4, 0.8, 0.9, 2)))


def _economy(draft: Draft) -> None:
    draft.section("EKONOMISK RAPPORT", num="4")
    draft.section("Ekonomiskt resultat och prognos", 2)
    marked = {"Familjehem & jourhem": "–"}
    _money(draft, "IFO Myndighet", MYNDIGHET, "Totalt IFO myndighet", marked)
    draft.text(AFTER_MYNDIGHET[0])
    draft.bullets(*AFTER_MYNDIGHET[1:])
    _cases(draft)
    draft.bullets(*AFTER_CASES)
    _money(draft, "IFO Egen regi", REGI, "Totalt IFO egen regi", {"Boendegruppen": "−"})
    draft.bullets(*AFTER_REGI)
    draft.section("Risker som kan påverka prognoser", 2)
    _risks(draft, "Risker IFO", "risk", RISKS)
    _risks(draft, "Möjligheter IFO", "opportunity", OPPORTUNITIES)


def build() -> Report:
    """The report, with the truth about it."""
    draft = Draft(number_dot=".")
    draft.add(
        "report",
        municipality="Almvik",
        board=either("Socialnämnden", None),
        area=either(AREA, None),
        report_type="interim_1",
        title=either("Delårsrapport 1 2019", None),
        period_start="2019-01-01",
        period_end="2019-04-30",
    )
    draft.section("VIKTIGA HÄNDELSER", num="1")
    draft.events(*EVENTS)
    draft.section("MÅLUPPFYLLELSE", num="2")
    for title, goals in AREAS:
        draft.put(Heading(f"Målområde: {title}", 2))
        area = draft.goal("target_area", title)
        for goal in goals:
            _goal(draft, goal, area)
    _assignments(draft, "Särskilda uppdrag", "special_assignment", SPECIAL)
    _assignments(draft, "Nämnduppdrag", "board_assignment", BOARD_ASSIGNMENTS)
    draft.section("KVALITETSUPPFÖLJNING", num="3")
    for n, (title, paragraphs) in enumerate(QUALITY.items()):
        draft.section(title, 2, tight=n != 1)
        draft.text(*paragraphs)
    draft.page()
    _economy(draft)
    draft.section("SLUTSATSER OCH KONSEKVENSER", num="5")
    for title, paragraphs in CONCLUSIONS.items():
        draft.section(title, 2, tight=True)
        draft.text(*paragraphs)
    draft.section("ÅTGÄRDER SOM NÄMNDEN HAR VIDTAGIT ELLER AVSER ATT VIDTA VID AVVIKELSER", num="6")
    draft.text(ACTIONS_BEFORE)
    draft.measures(*ACTIONS)
    return Report(
        name="almvik-2019-delarsrapport-1",
        municipality="Almviks kommun",
        board="Socialnämnden",
        area=AREA,
        title_page=("Delårsrapport 1 2019", AREA, "Socialnämnden", "Almviks kommun"),
        layout="goal-tables",
        blocks=tuple(draft.blocks),
        tables=draft.tables,
    )
