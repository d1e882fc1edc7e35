"""Tyresö, individ- och familjeomsorg, delårsrapport 2 2017: what the printed report says.

Read from the report by eye. Running text is only counted: see Text in readings.py.
"""

from readings import Assignment, Goal, Guarantee, Measure, MoneyTable, Section, Text

REPORT = {
    "municipality": "Tyresö",
    "municipality_code": "0138",
    "board": "Socialnämnden",
    "department": None,
    "area": "Individ- och familjeomsorgen",
    "report_type": "interim_2",
    "title": "Delårsrapport 2",
    "period_start": "2017-01-01",
    "period_end": "2017-08-31",
}

PARTLY = ("partly_fulfilled", "Delvis uppfyllt")
LARGELY = ("largely_fulfilled", "I hög grad uppfyllt")
NOT = ("not_fulfilled", "Ej uppfyllt")
NONE = (None, None)

LIVING = "Livskvalitet - den attraktiva kommunen"
ATTRACTIVE = "Tyresö är en av … (8 ord)"
CITIZENS = "Medborgarfokus – Varje Tyresöbo i centrum"
HOUSEKEEPING = "God och långsiktig hushållning … (7 ord)"
WITHIN_MEANS = "Varje verksamhetsområde ska bedrivas … (10 ord)"
EMPLOYER = "Attraktiv arbetsgivare"
SICK_LEAVE = "Medarbetarnas sjukfrånvaro är lägre … (7 ord)"

GOALS = [
    Goal("target_area", None, LIVING, None, *NONE, None),
    Goal("strategic_goal", None, ATTRACTIVE, LIVING, *PARTLY, Text(25, "Målet bedöms")),
    Goal(
        "board_goal",
        None,
        "Den enskildes situation förbättras … (10 ord)",
        ATTRACTIVE,
        *PARTLY,
        Text(25, "Målet bedöms"),
    ),
    Goal("target_area", None, CITIZENS, None, *NONE, None),
    Goal(
        "strategic_goal",
        None,
        "Tyresöborna är nöjda med … (7 ord)",
        CITIZENS,
        *PARTLY,
        # one paragraph: the page breaks in the middle of a sentence
        Text(42, "Målet bedöms"),
    ),
    Goal("target_area", None, HOUSEKEEPING, None, *NONE, None),
    Goal("strategic_goal", None, WITHIN_MEANS, HOUSEKEEPING, *NOT, Text(30, "Målet bedöms")),
    Goal(
        "board_goal",
        None,
        "Ekonomiskt bistånd är en kortvarig försörjning",
        WITHIN_MEANS,
        *LARGELY,
        Text(157, "Målet bedöms", 3),
    ),
    Goal("target_area", None, EMPLOYER, None, *NONE, None),
    Goal(
        "strategic_goal",
        None,
        "Medarbetarna rekommenderar Tyresö kommun som arbetsgivare",
        EMPLOYER,
        *PARTLY,
        Text(54, "Resultatet från", 2),
    ),
    Goal("strategic_goal", None, SICK_LEAVE, EMPLOYER, *NOT, Text(34, "Målet bedöms", 2)),
    Goal(
        "board_goal",
        None,
        "Verksamheten bidrar till en … (8 ord)",
        SICK_LEAVE,
        *PARTLY,
        Text(18, "Målet bedöms"),
    ),
]

INDICATORS: list[object] = []
OBSERVATIONS: list[object] = []
UNIT_RESULTS: list[object] = []
MONTHLY: list[object] = []
CALENDAR: list[object] = []

SPECIAL, BOARD = "special_assignment", "board_assignment"
STARTED, COMPLETED = ("started", "Påbörjad"), ("completed", "Färdig")

ASSIGNMENTS = [
    Assignment(
        SPECIAL,
        "Konkurrensutsättning",
        *STARTED,
        Text(93, "All kommunal"),
        Text(46, "Uppdraget är"),
    ),
    Assignment(
        SPECIAL,
        "I varje nämndplan behandlas … (13 ord)",
        *COMPLETED,
        None,
        Text(55, "Uppdraget är"),
    ),
    Assignment(
        SPECIAL,
        "Taxor och avgifter",
        *STARTED,
        Text(19, "Alla nämnder"),
        Text(5, "Avgifter justeras"),
    ),
    Assignment(
        SPECIAL,
        "Utveckla tidiga insatser inom … (12 ord)",
        *STARTED,
        None,
        Text(81, "Uppdraget är"),
    ),
    Assignment(
        SPECIAL,
        "Genomlysna behovet av boendeplatser … (11 ord)",
        *COMPLETED,
        None,
        Text(17, "Uppdraget är"),
    ),
    Assignment(
        SPECIAL,
        "Fortsätta öka självförsörjningsgraden",
        *STARTED,
        None,
        Text(75, "Uppdraget är"),
    ),
    Assignment(
        SPECIAL,
        "Implementera och utveckla projektet … (20 ord)",
        *COMPLETED,
        None,
        Text(3, "Uppdraget är"),
    ),
    Assignment(
        BOARD,
        "Individ- och familjeomsorgen ska … (20 ord)",
        *STARTED,
        None,
        Text(16, "Uppdraget är"),
    ),
]

DELEGATION = "Reviderad delegationsordning inom socialnämndens verksamhetsområden"
FOLLOW_UP = "Ekonomisk uppföljning per 31 mars"

# the decision of 26 April has three parts, each with its own "Kommentar:"
MEASURES = [
    Measure(DELEGATION, "2017-03-29", Text(17, "En ny"), Text(9, "Förändringarna i")),
    Measure(FOLLOW_UP, "2017-04-26", Text(21, "I samband"), Text(15, "Överskott har")),
    Measure(
        FOLLOW_UP, "2017-04-26", Text(45, "Förvaltningschefen uppdrogs"), Text(10, "Beslut om")
    ),
    Measure(
        FOLLOW_UP,
        "2017-04-26",
        Text(22, "Förvaltningschefen fick"),
        Text(14, "Socialförvaltningen har"),
    ),
    Measure(FOLLOW_UP, "2016-12-21", Text(49, "Förvaltningschefen uppdrogs"), Text(28, "Många av")),
]

KEPT, BROKEN = ("fulfilled", 4), ("not_fulfilled", 5)  # and the words of the verdict

GUARANTEES = [
    Guarantee("Vi är tillgängliga", *KEPT, Text(22, "Du behöver"), None),
    Guarantee("Om du söker försörjningsstöd", *KEPT, Text(21, "När du"), None),
    Guarantee("Stöd till barn och ungdom", *KEPT, Text(19, "Om du"), None),
    Guarantee("Stöd till barn och ungdom", *KEPT, Text(24, "En anmälan"), None),
    Guarantee("Familjehemsvård", *KEPT, Text(24, "Socialsekreterarna besöker"), None),
    Guarantee("Familjerätt", *BROKEN, Text(8, "Barn i"), Text(8, "På grund")),
    Guarantee("Stöd till personer med missbruksproblem", *KEPT, Text(27, "Alla nya"), None),
]

EVENTS = {
    "Förvaltningsövergripande": [13, 9, 17, 33, 32, 8, 10, 8],
    "Myndighet": [72, 36, 19, 27, 25, 23, 25, 22],
    "Verksamhet i kommunal regi": [22, 21, 47, 58],
}

IN_OUT_RESULT_FORECAST = [
    ("revenue", "outcome", "year_to_date"),
    ("cost", "outcome", "year_to_date"),
    ("result", "outcome", "year_to_date"),
    ("result", "forecast", "full_year"),
]

MONEY = [
    MoneyTable(
        "IFO Myndighet",
        IN_OUT_RESULT_FORECAST,
        [
            (None, "Gemensamt/Administration", "item", 38603, -42899, -4296, -4800),
            (None, "Institutionsvård vuxna", "item", 6516, -8493, -1977, -1600),
            (None, "Institutionsvård barn & ungdom", "item", 13531, -17589, -4057, -5600),
            (None, "Familjehem vuxna", "item", 127, -70, 58, 0),
            (None, "Familjehem barn & ungdom", "item", 14544, -14097, 447, 1700),
            (None, "Jourhem barn & ungdom", "item", 1718, -3603, -1885, -1800),
            (None, "Öppna insatser vuxna", "item", 10235, -12779, -2544, -3600),
            (None, "Öppna insatser barn & ungdom", "item", 15287, -18994, -3707, -5500),
            (None, "Ekonomiskt bistånd", "item", 12333, -13062, -728, -1300),
            (None, "Familjerätt & familjerådgivning", "item", 311, -568, -256, -300),
            (None, "Totalt IFO myndighet", "total", 113206, -132152, -18946, -22800),
        ],
    ),
    MoneyTable(
        "IFO Kommunal regi",
        IN_OUT_RESULT_FORECAST,
        [
            (None, "Öppna insatser barn & ungdom", "item", 8556, -7460, 1096, 1300),
            (None, "Öppna insatser vuxna", "item", 5009, -4637, 372, 0),
            (None, "Totalt IFO kommunal regi", "total", 13565, -12097, 1467, 1300),
        ],
    ),
    MoneyTable(
        "Flykting myndighet",
        IN_OUT_RESULT_FORECAST,
        [
            (None, "Totalt flyktingmottagande", "subtotal", 53080, -52636, 443, None),
            (None, "Kommunbidrag", "item", -10664, None, -10664, None),
            (None, "Nettoreultat", "total", 42416, -52636, -10221, -13500),  # printed so
        ],
    ),
    MoneyTable(
        "Flykting kommunal regi",
        IN_OUT_RESULT_FORECAST,
        [
            (None, "Gemensamt/Administration", "item", 4969, -5409, -439, -600),
            (None, "Totalt flyktingmottagande", "total", 4969, -5409, -439, -600),
        ],
    ),
]

SECTIONS = [
    Section("1", "Viktiga händelser", 1, None),
    Section("2", "Uppföljning och analys", 1, None),
    Section("2.1", "Strategiska mål och nämndmål", 2, None),
    Section("2.2", "Särskilda uppdrag och nämnduppdrag", 2, None),
    Section("2.3", "Kvalitetsgarantier", 2, None),
    Section("2.4", "Verksamhet och kvalitet", 2, None),
    Section(None, "Lex Sarah och lex Maria", 3, Text(37, "Under perioden", 2)),
    Section(None, "Ej verkställda beslut", 3, Text(48, "Förvaltningen rapporterar")),
    Section(None, "Uppföljningar", 3, Text(26, "Den gemensamt")),
    Section("2.5", "Verksamhet och ekonomi", 2, Text(46, "Nettoresultatet för")),
    Section(None, "Myndighet", 3, Text(584, "Nettoresultatet för", 14)),
    Section(None, "Verksamhet i kommunal regi", 3, Text(64, "Nettoreultatet för", 2)),
    Section(None, "Flyktingmottagande myndighet", 3, Text(277, "Nettoresultatet för", 11)),
    Section(
        None,
        "Flyktingmottagande verksamhet i kommunal regi",
        3,
        Text(42, "Nettoresultatet för", 2),
    ),
    Section("3", "Slutsatser och konsekvenser", 1, Text(101, "Nettoresultatet för", 4)),
    Section(None, "Myndighet", 2, Text(609, "Personalsituationen inom", 13)),
    Section(None, "Verksamhet i kommunal regi", 2, Text(188, "Öppna förskolans", 5)),
    Section(
        "4",
        "Åtgärder som nämnden har … (11 ord)",
        1,
        None,
    ),
    Section("4.1", "Åtgärder 2017", 2, None),
]
