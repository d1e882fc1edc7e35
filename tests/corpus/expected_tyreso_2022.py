"""Tyresö, arbetsmarknads- och socialnämnden, november 2022: what the printed report says.

Read from the report by eye. Running text is only counted: see Text in readings.py.
"""

from readings import Goal, MoneyTable, Section, Text

REPORT = {
    "municipality": "Tyresö",
    "municipality_code": "0138",
    "board": "Arbetsmarknads- och socialnämnden",
    "department": None,
    "area": None,
    "report_type": "monthly",
    "title": None,
    "period_start": "2022-01-01",
    "period_end": "2022-11-30",
}

GREEN, YELLOW, RED = ("green", "Grön"), ("yellow", "Gul"), ("red", "Röd")

STAFF = "Medarbetare i Tyresö kommunkoncern … (11 ord)"
QUALITY = "Tyresö kommun driver en … (8 ord)"
DELIVERY = "Tyresö kommun levererar bra … (17 ord)"
ECONOMY = "Tyresö kommuns inköp, investeringar … (17 ord)"
STAFF_GOAL = "Motiverade och kompetenta medarbetare … (8 ord)"
QUALITY_GOAL = "Samverkan och ständiga förbättringar … (13 ord)"
DELIVERY_GOAL = "Genom stöd och förebyggande … (19 ord)"
ECONOMY_GOAL = "Verksamheterna ska använda resurser … (18 ord)"

# the lights of the target areas are those of "Översyn månadens resultat"
GOALS = [
    Goal("target_area", "1", STAFF, None, *GREEN, None),
    Goal("board_goal", None, STAFF_GOAL, STAFF, *GREEN, Text(42, "Försörjningsstödsenheten visar")),
    Goal("target_area", "2", QUALITY, None, *GREEN, None),
    Goal(
        "board_goal",
        None,
        QUALITY_GOAL,
        QUALITY,
        *GREEN,
        Text(77, "Försörjningsstödsenheten har", 4),
    ),
    Goal("target_area", "3", DELIVERY, None, *GREEN, None),
    Goal(
        "board_goal",
        None,
        DELIVERY_GOAL,
        DELIVERY,
        *GREEN,
        Text(27, "Förvaltningens samlade"),
    ),
    Goal("target_area", "4", ECONOMY, None, *YELLOW, None),
    Goal("board_goal", None, ECONOMY_GOAL, ECONOMY, *YELLOW, None),
]

# goal, name, assessment; the values on a board goal's own row belong to an indicator without name
INDICATORS = [
    (STAFF_GOAL, None, None, None),
    (QUALITY_GOAL, None, None, None),
    (DELIVERY_GOAL, None, None, None),
    (ECONOMY_GOAL, None, None, None),
    (ECONOMY_GOAL, "Budgetavvikelse", *YELLOW),
]

# goal, indicator, kind, period, value, unit, text
OBSERVATIONS = [
    (STAFF_GOAL, None, "outcome", "2022-11", "80", "percent", "80 %"),
    (STAFF_GOAL, None, "target", "2022-11", "60", "percent", "60 %"),
    (QUALITY_GOAL, None, "outcome", "2022-11", "90", "percent", "90 %"),
    (QUALITY_GOAL, None, "target", "2022-11", "60", "percent", "60 %"),
    (DELIVERY_GOAL, None, "outcome", "2022-11", "90", "percent", "90 %"),
    (DELIVERY_GOAL, None, "target", "2022-11", "60", "percent", "60 %"),
    (ECONOMY_GOAL, None, "outcome", "2022-11", "80", "percent", "80 %"),
    (ECONOMY_GOAL, None, "target", "2022-11", "60", "percent", "60 %"),
    (ECONOMY_GOAL, "Budgetavvikelse", "outcome", "2022-11", "-0.6", "percent", "-0,6 %"),
]

UNITS = [
    "Mottagning och utredning barn … (7 ord)",
    "Centrum för arbete och integration",
    "Insats och utredning barn … (7 ord)",
    "Familjevårdsenheten med familjerätt",
    "Försörjningsstödsenheten",
    "Hästskons stöd- och boendeenhet",
    "Resursenheten",
    "Enheten för socialt stöd och skydd",
    "Vuxenenheten",
    "Bogruppen/förvaltningsstöd",
]

# one letter a unit, in the order of UNITS: g(rön), y for gul
LIGHTS_OF_UNITS = {
    STAFF_GOAL: "gggyyggggg",
    QUALITY_GOAL: "ggggggggyg",
    DELIVERY_GOAL: "ggyggggggg",
    ECONOMY_GOAL: "ygyggggggg",
}

# one letter a month, January first
LIGHTS_OF_MONTHS = {
    STAFF_GOAL: "yyyggggggggy",
    QUALITY_GOAL: "ggyggggggggg",
    DELIVERY_GOAL: "gggggggggggg",
    ECONOMY_GOAL: "yrrrrrrrrryy",
}

LETTERS = {"g": GREEN, "y": YELLOW, "r": RED}

UNIT_RESULTS = [
    (goal, unit, *LETTERS[letter])
    for goal, letters in LIGHTS_OF_UNITS.items()
    for unit, letter in zip(UNITS, letters, strict=True)
]

MONTHLY = [
    (goal, month, *LETTERS[letter])
    for goal, letters in LIGHTS_OF_MONTHS.items()
    for month, letter in enumerate(letters, 1)
]

ASSIGNMENTS: list[object] = []
MEASURES: list[object] = []
GUARANTEES: list[object] = []

CALENDAR = [
    (2, "Februari", "Verksamhetsberättelse antas av nämnden"),
    (3, "Mars", "Planeringsförutsättningar, strategidagar"),
    (3, "Mars", "Förvaltningarna tar fram ekonomiska … (7 ord)"),
    (3, "Mars", "Förslag till anslagsfördelning till … (7 ord)"),
    (3, "Mars", "Årlig översyn av taxor och avgifter"),
    (3, "Mars", "Reviderad drift- och investeringsbudget"),
    (3, "Mars", "Månadsrapport för februari behandlas"),
    (4, "April", "Månadsrapport för mars behandlas"),
    (4, "April", "Årsredovisningen behandlas i kommunstyrelsen och kommunfullmäktige"),
    (
        4,
        "April",
        "Nämndernas verksamhetsberättelser redovisas i … (7 ord)",
    ),
    (5, "Maj", "Delårsrapport 1 med uppföljning … (9 ord)"),
    (6, "Juni", "Månadsrapport för maj behandlas"),
    (8, "Augusti", "Månadsrapport för juni/juli behandlas"),
    (9, "September", "Delårsrapport 2 med uppföljning … (9 ord)"),
    (9, "September", "Målkonferens/taktisk konferens i nämnden"),
    (10, "Oktober", "Kommunplan med budget beslutas i kommunstyrelsen"),
    (
        10,
        "Oktober",
        ("Nämnderna arbetar utifrån kommunplanen … (14 ord)"),
    ),
    (10, "Oktober", "Månadsrapport för september behandlas"),
    (11, "November", "Kommunplan med budget beslutas i kommunfullmäktige"),
    (11, "November", "Månadsrapport för oktober behandlas"),
    (11, "November", "Enhetsplaner tas fram"),
    (12, "December", "Nämndplan/förvaltningsplan med riskhanteringsplan antas i nämnden"),
    (12, "December", "Månadsrapport för november behandlas"),
]

# words of each paragraph; the last one goes on after a page break
EVENTS = {None: [58, 22, 24, 27, 14, 38, 9, 91, 9, 26, 66]}


def _columns(quantity: str) -> list[tuple[str, str, str]]:
    return [
        (quantity, "outcome", "year_to_date"),
        (quantity, "budget", "year_to_date"),
        (quantity, "deviation", "year_to_date"),
        (quantity, "forecast", "full_year"),
        (quantity, "budget", "full_year"),
        (quantity, "deviation", "full_year"),
        (quantity, "forecast_change", "full_year"),
    ]


COSTS = "Kostnader"  # a bold row without numbers
GRANTS = "-varav bidrag (försörjningsstöd, föreningsbidrag)"
CONSULTANTS = "-varav konsulter inkl inhyrd personal"
OUTSIDE = (-105607, -103951, -1656, -115456, -113401, -2054, 2086)
NET = (-251436, -251691, 255, -276238, -274572, -1666, 4915)

MONEY = [
    MoneyTable(
        "Nettokostnad per verksamhet",
        _columns("net_cost"),
        [
            (None, "Gemensamt IFO", "item", -78885, -81412, 2527, -86955, -88813, 1858, 599),
            (
                *(None, "Vård för vuxna med missbruksproblem", "item"),
                *(-27025, -27707, 682, -29813, -30226, 412, 796),
            ),
            (
                *(None, "Barn- och ungdomsvård", "item"),
                *(-65183, -61066, -4117, -71904, -66617, -5286, 2267),
            ),
            (None, "Övriga insatser till vuxna", "item", -2354, -3110, 755, -2583, -3393, 809, 158),
            (None, "Ekonomiskt bistånd", "item", -25743, -24852, -890, -28273, -27112, -1162, 272),
            (
                None,
                "Familjerätt och familjerådgivning",
                "item",
                -1011,
                -924,
                -87,
                -1007,
                -1008,
                1,
                -46,
            ),
            (None, "Socialpsykiatri", "item", -36869, -35610, -1259, -40481, -38847, -1634, 374),
            (None, "Ensamkommande barn & ungdom", "item", 2290, 754, 1536, 2295, 822, 1472, 26),
            (
                None,
                "Arbetsmarknadsåtgärder",
                "item",
                -13391,
                -13510,
                119,
                -13697,
                -14738,
                1041,
                205,
            ),
            (None, "Integration", "item", -3264, -4254, 990, -4357, -4640, 283, 363),
            (None, "Ukraina flyktingboende*", "item", None, None, None, 540, 0, 540, -98),
            (None, "Resultat ASN", "total", *NET),
        ],
    ),
    MoneyTable(
        "Resultaträkning",
        _columns("amount"),
        [
            (
                *(None, "Externa och interna intäkter", "item"),
                *(108207, 104025, 4182, 120329, 113482, 6847, 2539),
            ),
            (
                *(None, "-varav statlig ersättning covid-19", "of_which"),
                *(630, None, None, 630, None, None, 0),
            ),
            (
                *(COSTS, "Personalkostnader", "item"),
                *(-123148, -130411, 7262, -134999, -142266, 7267, 845),
            ),
            (COSTS, "Kostnader för köp av verksamhet", "item", *OUTSIDE),
            (
                *(COSTS, "Övriga kostnader", "item"),
                *(-130889, -121354, -9534, -146112, -132387, -13725, -554),
            ),
            (COSTS, GRANTS, "of_which", -31785, -31913, 128, -34701, -34814, 112, 332),
            (
                *(COSTS, "-varav interna kostnader", "of_which"),
                *(-39945, -37991, -1954, -44205, -41445, -2760, 19),
            ),
            (COSTS, CONSULTANTS, "of_which", -1725, -139, -1586, -2386, -152, -2234, 138),
            (COSTS, "-varav hyror", "of_which", -38691, -34907, -3784, -42364, -38080, -4284, -2),
            (
                COSTS,
                "-varav övrigt",
                "of_which",
                -18742,
                -16405,
                -2337,
                -22455,
                -17896,
                -4560,
                -1041,
            ),
            (
                *(COSTS, "Summa kostnader", "subtotal"),
                *(-359644, -355716, -3928, -396566, -388054, -8512, 2377),
            ),
            (None, "Resultat ASN", "total", *NET),
        ],
    ),
]

SECTIONS = [
    Section("1", "Viktiga händelser i november", 1, None),
    Section("2", "Mål", 1, None),
    Section("1", STAFF, 2, None),
    Section("2", QUALITY, 2, None),
    Section("3", DELIVERY, 2, None),
    Section("4", ECONOMY, 2, None),
    # the footnote of the first money table; only the PDF shows where its paragraphs end
    Section("3", "Ekonomisk rapport", 1, Text(39, "* I", None)),
    Section(None, "Sammanfattning nämnden", 2, Text(52, "Avvikelse mot", 6)),
    Section(None, "Prognos utbetalt ekonomiskt bistånd", 2, Text(16, "IFO 27,9", 2)),
    Section(
        None,
        "Kommentarer till avvikelse mot … (7 ord)",
        2,
        Text(64, "Gemensamt IFO", 13),
    ),
    Section(None, "Kommentarer till avvikelse mot budget", 2, Text(125, "Barn- och", 6)),
    Section("4", "Uppföljning av årshjul", 1, None),
]
