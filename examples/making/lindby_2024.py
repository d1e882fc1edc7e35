"""Tertialrapport 2 2024 of Lindby, as a planning system prints it: a table for each kind of thing.

For the tutorial on adding a kommun. One head is of Lindby's own making: "Så går det".
"""

from collections.abc import Sequence

from making.blocks import Block, Bullet, Heading, Paragraph, Report, Row, Table, TableKind, row


def _table(
    kind: TableKind, shares: Sequence[float], heads: Sequence[str], *rows: Sequence[str]
) -> Table:
    made: list[Row] = [row(heads, header=True)]
    made += [row(texts, bold=texts[0] == "Totalt") for texts in rows]
    return Table(kind, tuple(made), tuple(20 for _ in heads), tuple(shares))


_EVENTS = (
    "Mottagningen på Storgatan öppnade i maj. Den som söker stöd möter en handläggare.",
    "Tre familjehem har rekryterats tillsammans med grannkommunerna.",
    "Larmkedjan mellan skolan och socialjouren övades i juni.",
)
_GOALS = (
    (
        "Den som söker stöd får svar samma vecka",
        "Delvis uppfyllt",
        "Svarstiden är kortare än i fjol, men semesterveckorna gav köer.",
    ),
    (
        "Barn i Lindby får hjälp innan oro blir skada",
        "Uppfyllt",
        "Förebyggande samtal erbjuds nu på alla skolor.",
    ),
)
_KEY_FIGURES = (
    ("Andel som fått svar inom sju dagar", "64 %", "71 %", "78 %", "85 %", "Gul"),
    ("Antal barn i förebyggande samtal", "41", "58", "83", "70", "Grön"),
)
_STAFF_GOALS = (
    (
        "Medarbetarna stannar och utvecklas",
        "Ej uppfyllt",
        "Åtta socialsekreterare har slutat sedan årsskiftet.",
    ),
)
_STAFF_FIGURES = (
    ("Andel sjukfrånvaro", "7,9 %", "7,2 %", "8,1 %", "6,5 %", "Röd"),
    ("Antal inhyrda socionomer", "6", "4", "5", "0", "Röd"),
)
_MONEY = (
    ("Barn och unga", "61,4", "64,9", "-3,5", "92,1", "97,0"),
    ("Vuxna", "28,0", "27,1", "0,9", "42,0", "41,2"),
    ("Ekonomiskt bistånd", "18,6", "19,9", "-1,3", "27,9", "29,8"),
    ("Totalt", "108,0", "111,9", "-3,9", "162,0", "168,0"),
)
_MEASURES = (
    "Placeringar utanför kommunen prövas av enhetschefen varje månad.",
    "Inhyrda socionomer ersätts av egna från november.",
)
_TASKS = (
    (
        "Pröva ett gemensamt jourhem med Ekeby",
        "Pågår",
        "Avtalet är klart, lokalen söks fortfarande.",
    ),
    (
        "Se över riktlinjerna för ekonomiskt bistånd",
        "Genomfört",
        "Nämnden antog dem den 12 juni.",
    ),
    ("Införa e-ansökan för färdtjänst", "Ej påbörjat", "Väntar på det nya verksamhetssystemet."),
)
_RISKS = (
    (
        "Fler placeringar än budgeterat",
        "Hög",
        "Kännbar",
        "Familjebehandlare följer varje placering.",
    ),
    (
        "Verksamhetssystemet blir försenat",
        "Medel",
        "Lindrig",
        "Det gamla systemet förlängs ett halvår.",
    ),
)

_GOAL_HEADS = ("Nämndens mål", "Så går det", "Kommentar")
_FIGURE_HEADS = (
    "Nyckeltal",
    "Utfall 2022",
    "Utfall 2023",
    "Utfall T2 2024",
    "Målvärde 2024",
    "Bedömning",
)
_MONEY_HEADS = (
    "Driftredovisning (mnkr)",
    "Budget jan-aug",
    "Utfall jan-aug",
    "Avvikelse",
    "Årsbudget",
    "Årsprognos",
)


def _area(
    number: str, title: str, goals: Sequence[Sequence[str]], *figures: Sequence[str]
) -> list[Block]:
    return [
        Heading(f"{number} {title}", 2),
        _table("goal", (3, 2, 4), _GOAL_HEADS, *goals),
        _table("indicator", (4, 1.3, 1.3, 1.3, 1.3, 1.5), _FIGURE_HEADS, *figures),
    ]


def build() -> Report:
    """The report; no truth comes with it, since writing one is what the tutorial is about."""
    blocks: list[Block] = [
        Heading("1 Viktiga händelser"),
        *(Bullet(text) for text in _EVENTS),
        Heading("2 Mål och nyckeltal"),
        *_area("2.1", "En nära socialtjänst", _GOALS, *_KEY_FIGURES),
        *_area("2.2", "En hållbar arbetsplats", _STAFF_GOALS, *_STAFF_FIGURES),
        Heading("3 Ekonomi"),
        Paragraph(
            "Nämnden räknar med ett underskott på 6,0 miljoner kronor. Placeringar av barn och "
            "unga förklarar det mesta."
        ),
        _table("money", (3, 1.2, 1.2, 1.2, 1.2, 1.2), _MONEY_HEADS, *_MONEY),
        Heading("3.1 Åtgärder för en ekonomi i balans", 2),
        *(Bullet(text) for text in _MEASURES),
        Heading("4 Uppdrag"),
        _table("sums", (4, 1.6, 4), ("Uppdrag", "Status", "Kommentar"), *_TASKS),
        Heading("5 Risker"),
        _table("sums", (3, 1.4, 1.4, 4), ("Risk", "Sannolikhet", "Konsekvens", "Åtgärd"), *_RISKS),
    ]
    return Report(
        name="tertialrapport-2-2024",
        municipality="Lindby kommun",
        board="Socialnämnden",
        area=None,
        title_page=("Tertialrapport 2 2024", "Socialnämnden, Lindby kommun"),
        layout="tertial",
        blocks=tuple(blocks),
    )
