"""Made-up reports with other headers than the layouts that we know."""

from made_up import B, H, P, T

PROSE = (
    "Nämnden har under perioden arbetat med att utveckla verksamheten och följa upp de mål som"
    " kommunfullmäktige har beslutat om. Arbetet fortsätter under hösten."
)

# unnumbered headings, one header row, tkr in the caption
LINDBY = (
    H("Lindby kommun"),
    H("Delårsrapport per 30 april 2019", 2),
    H("Socialnämnden", 2),
    H("Sammanfattning"),
    P(PROSE),
    H("Väsentliga händelser"),
    B("En ny familjecentral öppnade i mars."),
    B("Socialjouren har fått en ny chef."),
    H("Måluppfyllelse"),
    P(PROSE),
    T(
        [
            ["Mål", "Måluppfyllelse", "Kommentar"],
            ["Invånarna får stöd i tid", "Uppfyllt", "Handläggningen sker inom fjorton dagar."],
            ["Barn och unga växer upp i trygga hem", "Delvis uppfyllt", "Arbetet pågår."],
            ["Ekonomin är i balans", "Ej uppfyllt", "Kostnaderna för placeringar ökar."],
        ]
    ),
    T(
        [
            ["Nyckeltal", "Mål 2019", "Utfall 2018", "Utfall T1 2019", "Bedömning"],
            ["Andel utredningar inom fyra månader", "90 %", "82 %", "85 %", "Gul"],
            ["Antal orosanmälningar", "-", "1 204", "455", "Grön"],
            ["Sjukfrånvaro (%)", "6,0", "7,4", "8,1", "Röd"],
        ]
    ),
    H("Uppdrag"),
    T(
        [
            ["Uppdrag", "Status", "Kommentar"],
            ["Ta fram en plan mot hemlöshet", "Påbörjat", "Planen beslutas i höst."],
            ["Inför en e-tjänst för ansökningar", "Genomfört", "I drift sedan mars."],
            ["Se över avgifterna", "Ej påbörjat", ""],
        ]
    ),
    H("Ekonomi"),
    H("Resultaträkning", 2),
    P("Belopp i tkr"),
    T(
        [
            [
                "Resultaträkning",
                "Utfall jan-apr",
                "Budget jan-apr",
                "Avvikelse",
                "Helårsprognos",
                "Budget helår",
                "Avvikelse mot budget",
            ],
            ["Intäkter", "12 400", "11 900", "500", "36 700", "35 700", "1 000"],
            ["Personalkostnader", "-45 210", "-44 000", "-1 210", "-134 500", "-132 000", "-2 500"],
            ["Köp av verksamhet", "-21 300", "-19 000", "-2 300", "-63 000", "-57 000", "-6 000"],
            ["Nettokostnad", "-54 110", "-51 100", "-3 010", "-160 800", "-153 300", "-7 500"],
        ]
    ),
    H("Nettokostnad per verksamhet", 2),
    P(PROSE),
    T(
        [
            ["Verksamhet", "Bokslut 2018", "Budget 2019", "Prognos 2019", "Avvikelse"],
            ["Barn och unga", "-71 200", "-70 000", "-74 500", "-4 500"],
            ["Vuxna", "-40 100", "-41 000", "-42 800", "-1 800"],
            ["Ekonomiskt bistånd", "-41 500", "-42 300", "-43 500", "-1 200"],
            ["Summa", "-152 800", "-153 300", "-160 800", "-7 500"],
        ]
    ),
    H("Risker"),
    T(
        [
            ["Riskområde", "Sannolikhet", "Konsekvens", "Åtgärd"],
            [
                "Brist på familjehem",
                "Hög",
                "Fler dyra placeringar på institution.",
                "Ny rekrytering under hösten",
            ],
            [
                "Hög personalomsättning",
                "Medel",
                "Längre väntetider för den enskilde.",
                "Introduktionsprogram",
            ],
        ]
    ),
    H("Personal"),
    T(
        [
            ["Enhet", "Antal anställda", "Sjukfrånvaro 2018", "Sjukfrånvaro 2019"],
            ["Barnenheten", "42", "7,1 %", "8,0 %"],
            ["Vuxenenheten", "28", "5,9 %", "6,3 %"],
        ]
    ),
)

# numbered "1.", two header rows, mnkr in the heading, lights as colours, real municipality
ARE = (
    H("Åre kommun"),
    H("Tertialuppföljning augusti 2020", 2),
    H("1. Inledning"),
    P(PROSE),
    H("2. Mål och indikatorer"),
    H("2.1 Trygg uppväxt", 2),
    T(
        [
            ["Nämndens mål", "Indikator", "Utfall 2019", "Utfall 2020-08", "Målvärde", "Status"],
            [
                "Barn får rätt stöd",
                "Andel barn med genomförandeplan",
                "78 %",
                "84 %",
                "90 %",
                "#gul",
            ],
            ["", "Andel återaktualiserade", "12 %", "9 %", "10 %", "#grön"],
            ["Våld upptäcks tidigt", "Antal screenade ärenden", "210", "310", "400", "#röd"],
        ]
    ),
    H("3. Ekonomi (mnkr)"),
    T(
        [
            ["Verksamhet", "Ack augusti", None, None, "Helår 2020", None, None],
            ["", "Utfall", "Budget", "Avvikelse", "Prognos", "Budget", "Avvikelse"],
            ["Nämnd och administration", "4,1", "4,4", "0,3", "6,4", "6,6", "0,2"],
            ["Individ- och familjeomsorg", "31,2", "29,5", "-1,7", "47,0", "44,2", "-2,8"],
            ["Summa", "35,3", "33,9", "-1,4", "53,4", "50,8", "-2,6"],
        ],
        heads=2,
    ),
    H("4. Åtgärder"),
    T(
        [
            ["Åtgärd", "Ansvarig", "Status", "Effekt 2020"],
            ["Hemtagning av placerade ungdomar", "Enhetschef", "Pågår", "1,2 mnkr"],
            ["Vakanshållning", "Förvaltningschef", "Klart", "0,6 mnkr"],
        ]
    ),
)

# a month, kronor, budgets that only the arithmetic tells apart, a table of counts
MONTH = (
    H("Månadsrapport oktober 2021"),
    P("Omsorgsnämnden, Lindby kommun"),
    H("Ekonomiskt utfall"),
    P("Alla belopp redovisas i kr."),
    T(
        [
            ["", "Utfall", "Budget", "Avvikelse", "Prognos", "Budget", "Avvikelse"],
            [
                "Hemtjänst",
                "41 250 300",
                "40 100 000",
                "-1 150 300",
                "49 800 000",
                "48 000 000",
                "-1 800 000",
            ],
            [
                "Särskilt boende",
                "88 000 000",
                "89 000 000",
                "1 000 000",
                "106 000 000",
                "107 000 000",
                "1 000 000",
            ],
            [
                "Totalt",
                "129 250 300",
                "129 100 000",
                "-150 300",
                "155 800 000",
                "155 000 000",
                "-800 000",
            ],
        ]
    ),
    H("Intäkter och kostnader"),
    T(
        [
            ["Post", "Utfall", "Budget", "Prognos"],
            ["Avgifter", "3 000", "3 100", "3 600"],
        ]
    ),
    H("Volymer"),
    T(
        [
            ["Volymer", "Utfall", "Budget", "Prognos"],
            ["Antal hemtjänsttimmar", "11 200", "11 000", "13 500"],
            ["Antal platser", "120", "118", "121"],
        ]
    ),
)

# a whole year
YEAR = (
    H("Verksamhetsberättelse 2018"),
    P("Socialnämnden i Solna stad"),
    H("1 Ekonomi"),
    P(PROSE),
    T(
        [
            [
                "Driftredovisning, tkr",
                "Utfall 2017",
                "Utfall 2018",
                "Budget 2018",
                "Avvikelse",
                "Avvikelse %",
            ],
            ["Barn och ungdom", "-80 100", "-84 200", "-82 000", "-2 200", "-2,7 %"],
            ["Missbruk", "-20 000", "-19 500", "-21 000", "1 500", "7,1 %"],
            ["Totalt", "-100 100", "-103 700", "-103 000", "-700", "-0,7 %"],
        ]
    ),
    H("2 Personal"),
    P(PROSE),
)

ALL = {"lindby": LINDBY, "are": ARE, "month": MONTH, "year": YEAR}
