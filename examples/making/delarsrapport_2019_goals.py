"""The goals and indicators of delårsrapport 1 2019."""

from dataclasses import dataclass, field

from making.draft import Value, count, percent

CONTRIBUTES = "Individ- och familjeomsorgen bidrar till att målet kan nås."
CONTRIBUTES_NOT = "Individ- och familjeomsorgen bidrar inte till att målet kan nås."
PARTLY, FULLY = "Delvis uppfyllt.", "Helt uppfyllt."
CANNOT = "Går ännu inte att bedöma."
NOT_MET = "Uppfylls inte."
CODES = {
    CONTRIBUTES: "contributes",
    CONTRIBUTES_NOT: "does_not_contribute",
    PARTLY: "partly_fulfilled",
    FULLY: "fulfilled",
    CANNOT: "not_assessable",
    NOT_MET: "not_fulfilled",
}

NONE = Value("-")
NOT_MEASURED = Value("Mätning genom\u00adfördes inte.")
NOT_YET = Value("Mätning ännu inte genom\u00adförd.")


@dataclass(frozen=True)
class Indicator:
    """A row of an indicator table: outcomes 2016 to 2018, then 2019-04-30 and the target.

    A cell may hold several values, each with its scope; `more` is the comment that follows the
    verdict in its cell.
    """

    name: str
    values: tuple[Value | tuple[Value, ...], ...]
    verdict: str
    trend: str
    more: str = ""


@dataclass(frozen=True)
class Goal:
    """A goal with its verdict, comment and indicators, and the goals under it."""

    level: str
    title: str
    verdict: str
    comment: str
    indicators: tuple[Indicator, ...] = ()
    forecast: bool = False
    narrow: bool = False
    under: tuple["Goal", ...] = field(default_factory=tuple)


def _quality(title: str, verdict: str, comment: str) -> Goal:
    return Goal("quality_goal", title, verdict, comment)


AREAS: tuple[tuple[str, tuple[Goal, ...]], ...] = (
    (
        "Invånarna först - en kommun att lita på",
        (
            Goal(
                "strategic_goal",
                "Almviksborna möter en kommun som håller vad den lovar",
                CONTRIBUTES,
                "Ett av kvalitetsmålen är helt uppfyllt och två är delvis uppfyllda.",
                under=(
                    _quality(
                        "Den som söker stöd hos social\u00adförvaltningen får snabbt veta vad som "
                        "gäller",
                        PARTLY,
                        "Mottagningsgruppen svarar på nio av tio samtal inom fem minuter, men den "
                        "som "
                        "skriver e-post får i snitt vänta två dagar på svar.\n\nFrån mars skickas "
                        "en "
                        "bekräftelse med handläggarens namn, direkt\u00adnummer och beräknad "
                        "besluts\u00addag till alla som "
                        "ansöker om ekonomiskt bistånd. Antalet samtal om var ett ärende ligger "
                        "har sedan dess "
                        "minskat med en tredjedel.",
                    ),
                    _quality(
                        "Utredningar och insatser är rättssäkra och bygger på bästa tillgängliga "
                        "kunskap",
                        PARTLY,
                        "Egenkontrollen visar att planeringen är tydlig i 51 av 60 granskade "
                        "akter. Barnets "
                        "egen röst saknas däremot i alltför många, framför allt när barnet är "
                        "yngre än sex "
                        "år.\n\nSocialsekreterarna på barn- och ungdoms\u00adenheten har under "
                        "våren utbildats i "
                        "samtal med små barn. Utbildningen gavs av kommunens egna "
                        "familjebehandlare och "
                        "fortsätter i höst med handledda \fsamtal, där varje handläggare filmar "
                        "minst "
                        "ett samtal och går igenom det med en kollega.\n\nUtredningstiden "
                        "överskred fyra månader "
                        "i 22 procent av ärendena. Det är en förbättring med nio procentenheter "
                        "sedan årsskiftet. "
                        "De flesta av de försenade utredningarna gäller vårdnads\u00adtvister, "
                        "där familjerätten "
                        "och utredarna ibland har väntat in varandra. Enheterna har därför enats "
                        "om att hålla ett "
                        "gemensamt startmöte inom en vecka från det att ärendet kommer "
                        "in.\n\nRiktlinjerna för "
                        "ekonomiskt bistånd har reviderats och antas av nämnden i juni.",
                    ),
                    _quality(
                        "Barn, unga och vuxna är med och påverkar sitt eget stöd",
                        FULLY,
                        "I vårens enkät svarade 87 procent att de hade fått vara med och bestämma "
                        "om sin "
                        "insats.",
                    ),
                ),
            ),
        ),
    ),
    (
        "Trygg uppväxt och goda levnadsvillkor",
        (
            Goal(
                "strategic_goal",
                "Barn i Almviks kommun växer upp i trygga familjer",
                CONTRIBUTES,
                "Det nämndmål som hör hit nås till en del.",
                under=(
                    Goal(
                        "board_goal",
                        "Stöd på hemmaplan väljs före placering utanför kommunen",
                        PARTLY,
                        "Fler familjer än väntat har tackat ja till stöd hemma. Samtidigt är "
                        "antalet placerade "
                        "barn oförändrat.",
                        narrow=True,
                        indicators=(
                            Indicator(
                                "Andel familjer som tackar ja till erbjuden hemterapeut",
                                (percent(61), percent(58), percent(66), percent(74), percent(70)),
                                FULLY,
                                "Stigande sedan 2017.",
                            ),
                            Indicator(
                                "Antal barn och unga som är placerade i HVB, familje\u00adhem "
                                "eller stöd\u00adboende "
                                "i andra kommuner",
                                (NONE, NONE, NONE, count(23), count(15)),
                                NOT_MET,
                                "-",
                                "Målet förut\u00adsätter att fem ungdomar kan flytta hem under "
                                "hösten.",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "Arbete och egen försörjning",
        (
            Goal(
                "strategic_goal",
                "Fler almviksbor försörjer sig själva",
                CONTRIBUTES,
                "Det nämndmål som hör hit nås.",
                under=(
                    Goal(
                        "board_goal",
                        "Ekonomiskt bistånd är ett stöd för en kort tid",
                        FULLY,
                        "Av 312 hushåll som fick bistånd i april hade 96 haft det i mer än ett "
                        "år, jämfört med "
                        "118 hushåll ett år tidigare.",
                        indicators=(
                            Indicator(
                                "Antal hushåll med bistånd i mer än tolv månader minskar med 10 %",
                                (
                                    NONE,
                                    NONE,
                                    NONE,
                                    Value("19 % minskning.", 19, "percent"),
                                    Value("10 % minskning.", 10, "percent"),
                                ),
                                FULLY,
                                "Minskar.",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "Ekonomi och utveckling i balans",
        (
            Goal(
                "strategic_goal",
                "Verksamheterna håller sin budget",
                CONTRIBUTES_NOT,
                "Underskottet för helåret beräknas till 7,8 miljoner kronor.",
                forecast=True,
                indicators=(
                    Indicator(
                        "Ekonomiskt resultat, Tkr",
                        (
                            Value("1 204", 1204, "tkr"),
                            Value("-2 915", -2915, "tkr"),
                            Value("-10 377", -10377, "tkr"),
                            (
                                Value("Myndighet:\n-8 820", -8820, "tkr", "Myndighet"),
                                Value("Egen regi: 1\u00a0050", 1050, "tkr", "Egen regi"),
                            ),
                            Value("0", 0, "tkr"),
                        ),
                        NOT_MET,
                        "Försämrat sedan 2016.",
                    ),
                ),
            ),
            Goal(
                "strategic_goal",
                "Almviks kommun förenklar sin vardag med ny teknik",
                CONTRIBUTES,
                "Målet för e-tjänster är nått redan i april.",
                under=(
                    Goal(
                        "board_goal",
                        "Medarbetarna ägnar mindre tid åt administration",
                        FULLY,
                        "Ansökan om ekonomiskt bistånd kan nu göras digitalt från början till "
                        "slut.",
                        indicators=(
                            Indicator(
                                "Antal e-tjänster i drift",
                                (count(1), count(1), count(3), count(6), count(5)),
                                FULLY,
                                "Ökar för varje år.",
                                "Tillkommit i år:\n- ekonomiskt bistånd\n- "
                                "familje\u00adrådgivning\n- "
                                "anmälan om oro",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "En arbetsplats att växa på",
        (
            Goal(
                "strategic_goal",
                "Medarbetarna är stolta över sitt arbete",
                CANNOT,
                "Medarbetarenkäten görs i oktober.",
                under=(
                    Goal(
                        "board_goal",
                        "Individ- och familjeomsorgen är en arbetsplats som man tipsar andra om",
                        CANNOT,
                        "Medarbetarenkäten görs i oktober.",
                        indicators=(
                            Indicator(
                                "Andel medarbetare som kan tänka sig att rekommen\u00addera sin "
                                "arbets\u00adplats",
                                (percent(64), NOT_MEASURED, percent(71), NOT_YET, percent(80)),
                                CANNOT,
                                CANNOT,
                            ),
                        ),
                    ),
                ),
            ),
            Goal(
                "strategic_goal",
                "Sjukfrånvaron är lägre än fem procent",
                CONTRIBUTES_NOT,
                "Sjukfrånvaron var 6,4 procent under årets fyra första månader.",
                under=(
                    Goal(
                        "board_goal",
                        "Arbetsmiljön är hållbar för alla yrkesgrupper",
                        NOT_MET,
                        "Den korta sjukfrånvaron minskar, men fyra längre sjukskrivningar på "
                        "barn- och "
                        "ungdomsenheten påverkar resultatet.",
                        indicators=(
                            Indicator(
                                "Total sjuk\u00adfrånvaro (%)",
                                (
                                    Value("7,2%", 7.2, "percent"),
                                    percent(6.9),
                                    percent(6.6),
                                    percent(6.4),
                                    (
                                        Value("5 %\nkommunmål", 5, "percent", "kommunmål"),
                                        Value("6 %\nnämndmål", 6, "percent", "nämndmål"),
                                    ),
                                ),
                                NOT_MET,
                                "Minskar sakta.",
                            ),
                            Indicator(
                                "Sjukfrånvaro kort (< 15 dagar)",
                                (percent(3.1), percent(2.8), percent(2.9), percent(2.2), NONE),
                                "-",
                                "Har varierat.",
                            ),
                            Indicator(
                                "Sjukfrånvaro lång (> 90 dagar)",
                                (
                                    Value(""),
                                    percent(3.3),
                                    Value("3,0 %", 3.0, "percent"),
                                    percent(3.5),
                                    NONE,
                                ),
                                "-",
                                "Har varierat sedan 2017.",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
