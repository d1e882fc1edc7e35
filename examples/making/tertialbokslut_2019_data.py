"""The figures of tertialbokslut 2 2019: indicators, grants, money and sick leave."""

from making.draft import Measure, Value, count, either, kronor, percent

NO_VALUE = Value("")
DASH = Value("-")

# goal area -> indicators: name, is new, outcome 2017, 2018, 2019, target 2019, comment
Values = tuple[Value, Value, Value, Value]
INDICATORS: dict[str, list[tuple[str, bool, Values, str]]] = {
    "2.1": [
        (
            (
                "Andel föräldrar som efter avslutad föräldrakurs anser att vardagen hemma har "
                "blivit "
                "lugnare"
            ),
            False,
            (DASH, percent(81), percent(88), percent(85)),
            (
                "Enkäten har besvarats av 64 föräldrar under årets två första tertial. Av dem "
                "svarar "
                "56 att vardagen har blivit lugnare, vilket är 88 procent. Fäderna deltar i högre "
                "grad "
                "än tidigare, och kvällskursen i Norrviken blev snabbt fulltecknad."
            ),
        ),
        (
            "Antal besök på Ungdomsmottagningen Kajens öppna drop-in",
            True,
            (NO_VALUE, NO_VALUE, count(1312), NO_VALUE),
            (
                "Drop-in startade i januari och har öppet tre eftermiddagar i veckan. Av besöken "
                "gjordes 780 av flickor och 532 av pojkar. Något mål har ännu inte satts, eftersom "
                "jämförelsetal saknas."
            ),
        ),
        (
            "Andel utredningar enligt 11 kap. 1 § socialtjänstlagen som avslutas inom fyra månader",
            False,
            (percent(74), percent(79), percent(91.5), percent(100)),
            (
                "Av 282 avslutade utredningar blev 258 klara i tid. Resterande drog ut på tiden, "
                "i de "
                "flesta fall för att familjen har begärt att få vänta in ett läkarutlåtande.\n\nI "
                "Almviks "
                "kommun följs pågående utredningar sedan i våras upp varje vecka av gruppledaren."
            ),
        ),
    ],
    "2.2": [
        (
            "Antal hushåll som har lämnat ett socialt kontrakt för ett eget hyreskontrakt",
            False,
            (count(9), count(14), count(11), count(15)),
            (
                "Elva hushåll har tagit över sitt hyreskontrakt hittills i år, varav fyra "
                "barnfamiljer. "
                "Ytterligare tre överlåtelser är bokade i oktober."
            ),
        ),
        (
            (
                "Andel brukare med boendestöd som själva har varit med och skrivit sin "
                "genomförandeplan"
            ),
            True,
            (NO_VALUE, percent(68), NO_VALUE, percent(80)),
            "Mäts en gång om året, i november.",
        ),
    ],
    "2.3": [
        (
            (
                "Andel vuxna som sex månader efter avslutad behandling på Mottagningen Ankaret "
                "fortfarande är drogfria"
            ),
            False,
            (NO_VALUE, NO_VALUE, NO_VALUE, percent(60)),
            "Ankaret lämnar sitt första underlag till tertialbokslut 3.",
        ),
        (
            "Antal ärendetyper som handläggs helt digitalt",
            True,
            (count(0), count(1), count(4), count(5)),
            (
                "Ansökan om ekonomiskt bistånd, kontaktperson, familjerådgivning och "
                "serveringstillstånd "
                "handläggs i dag utan papper. Orosanmälan står på tur."
            ),
        ),
        (
            "Kostnad per vårddygn i externt familjehem, kronor",
            False,
            (kronor(1842), kronor(1910), kronor(2035), DASH),
            (
                "Dygnskostnaden fortsätter att stiga. Ökningen sedan förra året är 125 kronor "
                "eller "
                "drygt sex procent, mest till följd av att konsulentstödda hem har använts oftare."
            ),
        ),
    ],
}

GRANTS = [
    ("Statsbidrag för att stärka bemanningen i den sociala barn- och ungdomsvården", 1_184_300),
    (
        "Prestationsersättning för minskad psykisk ohälsa bland barn och unga i Almviks kommun",
        915_750,
    ),
    ("Statsbidrag 2019 till arbete mot våld i nära relationer", 287_640),
    ("Habiliteringsersättning", 1_406_000),
]

# hundreds of kronor: revenue, cost, budget net to date, budget net year, forecast net year
MONEY: list[tuple[str, tuple[int, int, int, int, int]]] = [
    ("Barn och unga", (31_264, -612_487, -548_106, -822_160, -871_938)),
    ("Vuxna 21-64 år", (84_713, -402_128, -331_947, -497_921, -476_404)),
    (
        "Personer med\nfunktionsnedsättning",
        (142_086, -1_986_551, -1_851_224, -2_776_836, -2_768_112),
    ),
    ("Ekonomiskt bistånd", (12_538, -287_343, -262_667, -394_000, -412_458)),
    ("Gemensam\nsocialtjänst", (0, -38_442, -41_466, -62_200, -58_117)),
    ("Myndighet och\nhuvudmannaskap", (4_407, -521_286, -506_134, -759_201, -771_645)),
    ("Nämnd och\nnämndstöd", (0, -12_714, -13_333, -20_000, -19_451)),
]
OUTCOME, BUDGET, DEVIATION, FORECAST = "outcome", "budget", "deviation", "forecast"
NET = either("net", "amount")
MONEY_COLUMNS = [
    Measure("revenue", OUTCOME, "year_to_date"),
    Measure("cost", OUTCOME, "year_to_date"),
    Measure("net", OUTCOME, "year_to_date"),
    Measure("net", BUDGET, "year_to_date"),
    Measure(NET, DEVIATION, "year_to_date"),
    Measure("net", BUDGET, "full_year"),
    Measure("net", FORECAST, "full_year"),
    Measure(NET, DEVIATION, "full_year"),
]

PERSONS = {"År 2017": "21,3 22,0 22,8", "År 2018": "23,5 24,3 24,0", "År 2019": "25,8 26,5 "}
HOURS = {"År 2017": "4312 4471 4590", "År 2018": "4806 4954 4987", "År 2019": "5309 5423 "}

SICK_COLUMNS = [
    "Tot Kort\nsjukfrånvaro\n(max 59 dgr)",
    "Kvinnor Kort\nsjukfrånvaro\n(max 59 dgr)",
    "Män Kort\nsjukfrånvaro\n(max 59 dgr)",
    "Tot Lång\nsjukfrånvaro\n(60 dgr eller\nmer)",
    "Kvinnor Lång\nsjukfrånvaro\n(60 dgr eller\nmer)",
    "Män Lång\nsjukfrånvaro\n(60 dgr eller\nmer)",
]
SICK = {
    "Tertial 2 2018": [
        ("Barn- och familje\u00adenheten", "3,12 3,30 1,95 4,41 4,87 0,00"),
        ("Vuxenenheten", "2,74 2,91 2,08 3,66 4,02 2,15"),
        ("Omsorgsenheten", "3,08 3,41 0,90 5,20 5,73 0,00"),
        ("Ekonomiskt bistånd\noch bostad", "2,47 2,61 1,84 2,93 3,10 2,40"),
    ],
    "Tertial 2 2019": [
        ("Barn- och familje\u00adenheten", "2,86 3,04 1,62 3,75 4,11 0,00"),
        ("Vuxenenheten", "2,95 3,17 2,20 2,48 2,66 1,87"),
        ("Omsorgsenheten", "2,90 3,22 0,75 4,64 5,12 0,00"),
    ],
}
