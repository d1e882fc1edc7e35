"""The running text of månadsrapport oktober 2023."""

from dataclasses import dataclass

EVENTS = (
    (
        "Almviks kommun har tillsammans med fyra grannkommuner skrivit avtal om en gemensam "
        "socialjour. "
        "Den nya jouren tar över kvällar och helger från den 1 februari och bemannas från Hällsta. "
        "Medarbetarna i dagens jour har erbjudits tjänst i den nya organisationen."
    ),
    (
        "Länsstyrelsen har gjort en oanmäld tillsyn av kommunens arbete mot hedersrelaterat våld. "
        "Återkopplingen på plats var god. Protokollet väntas i december."
    ),
    (
        "Mottagningsgruppen har sedan augusti haft två vakanta tjänster. Båda är nu tillsatta, "
        "och de nya "
        "medarbetarna börjar i november respektive januari."
    ),
    (
        "Familjehemsenheten höll under höstlovet en träff för familjehemmens egna barn. Elva barn "
        "deltog, "
        "bakade bröd och fick berätta hur det är att dela sina föräldrar med någon annan. Träffen "
        "upprepas till våren."
    ),
    (
        "Arbetscentrum har inlett ett samarbete med Almvikshem om fastighetsnära praktik. Sex "
        "personer "
        "med långvarigt ekonomiskt bistånd arbetar halvtid med utemiljö och \ftvättstugor, med "
        "målet "
        "att minst hälften ska ha en anställning före sommaren."
    ),
    (
        "Den årliga branddagen på stödboendet Fyrklövern genomfördes den 12 oktober. Utrymningen "
        "tog sju "
        "minuter, vilket är tre minuter snabbare än förra året."
    ),
    (
        "Förvaltningen har svarat på remissen om en ny socialtjänstlag. Svaret, som antogs av "
        "nämnden "
        "den 18 oktober, lyfter fram att ”lätt tillgänglig” måste få kosta om det ska bli "
        "verklighet."
    ),
    (
        "Nyckeltalen i denna månadsrapport för oktober 2023 bygger på uppgifter till och med den "
        "31 "
        "oktober. Röda och gula resultat har gåtts igenom med respektive enhetschef."
    ),
)

UNITS = (
    "Mottagningsgruppen för barn och unga",
    "Öppenvården Kompassen för barn, unga och deras familjer",
    "Utredning barn och familj",
    "Familjehemsenheten",
    "Vuxenenheten",
    "Stödboendet Fyrklövern",
    "Ekonomiskt bistånd",
    "Arbetscentrum och integration",
)


@dataclass(frozen=True)
class AreaText:
    """A goal of the council, the board's goal under it, and the month's lights.

    `lights` has a letter a unit (g, y, r, - for no outcome), `months` a letter a month; a month
    that has not come is a space.
    """

    short: str
    title: str
    goal: str
    outcome: str
    target: str
    lights: str
    months: str
    comment: tuple[str, ...]


AREAS = (
    AreaText(
        "Medarbetare",
        "Medarbetarna i Almviks kommun trivs, utvecklas och vill stanna",
        "Medarbetare som får tid, handledning och förtroende att göra ett bra arbete",
        "75 %",
        "70 %",
        "ggygggyg",
        "yyryyyggyg  ",
        (
            (
                "Utredning barn och familj har svarat gult på frågan om arbetsbelastning för "
                "tredje månaden "
                "i rad. Från november fördelas ärenden av två gruppledare i stället för en."
            ),
            (
                "Ekonomiskt bistånd når inte målet för kompetensutveckling, då den planerade "
                "kursen i "
                "motiverande samtal ställdes in."
            ),
        ),
    ),
    AreaText(
        "Kvalitet",
        "Almviks kommun gör rätt saker på rätt sätt och lär av det som blir fel",
        "Den enskilde möts av en rättssäker handläggning och insatser som följs upp tillsammans "
        "med den det gäller",
        "57,1 %",
        "70 %",
        "ggryygg-",
        "gggggyyyyy  ",
        (
            (
                "Andelen utredningar som blir klara inom fyra månader har sjunkit till 71 procent "
                "på "
                "Utredning barn och familj, som därmed visar rött. Sommarens anmälningar har ännu "
                "inte "
                "hunnit ikapp."
            ),
            (
                "Vuxenenheten saknar aktuella genomförandeplaner i nio ärenden. Arbetscentrum och "
                "integration redovisar inget utfall, eftersom enhetens mätning görs kvartalsvis."
            ),
            "Familjehemsenheten har kommit halvvägs i arbetet med att skriva om samtliga avtal.",
        ),
    ),
    AreaText(
        "Leverans",
        "Välfärden i Almvik finns där när den behövs, för alla som bor, arbetar och växer upp i "
        "kommunen",
        "Barn, unga och vuxna får det stöd som de behöver, i rätt tid och så tidigt att svårare "
        "insatser kan undvikas",
        "100 %",
        "70 %",
        "gggggggg",
        "yggggggggg  ",
        ("Samtliga enheter når sina mål. Väntetiden till Kompassen är nu nio dagar.",),
    ),
    AreaText(
        "Ekonomi",
        "Almviks kommun hushållar med pengar, lokaler och material – i dag och för kommande "
        "generationer",
        "Nämndens verksamheter använder sina resurser så att de räcker till dem som behöver dem "
        "mest",
        "75 %",
        "70 %",
        "ggrygggg",
        "ryrrrrrrrr  ",
        (),
    ),
)
DEVIATION = ("Budgetavvikelse", "-1,4 %", -1.4, "Röd")

NOTE = (
    "* Boendet avvecklas den 30 november. I prognosen ingår återställande av lokalen (0,2 mnkr)",
    "samt hyra under uppsägningstiden (0,1 mnkr)",
)

# heading -> lines; a line that starts with a dash is an item, two dashes an item below it
SUMMARY: dict[str, tuple[str, ...]] = {
    "Sammanfattning nämnden": (
        "Avvikelse mot föregående prognos: -1,1 mnkr",
        "- Två nya placeringar enligt LVU under oktober",
        "- Lägre ersättning från Migrationsverket än väntat",
        "- Vakanser inom mottagningsgruppen har gett lägre lönekostnader",
        "Avvikelse mot budget: -2,5 mnkr",
        (
            "- Beror till största delen på externa placeringar inom barn- och ungdomsvården samt "
            "på att "
            "färre hushåll än beräknat har kunnat lämna ekonomiskt bistånd"
        ),
    ),
    "Prognos utbetalt ekonomiskt bistånd": (
        "- Ekonomiskt bistånd 24,6 mnkr, varav 2,1 mnkr i oktober",
        "- Etablering 3,1 mnkr, varav 0,2 mnkr i oktober",
    ),
    "Kommentarer till avvikelse mot föregående prognos (prognosförändring)": (
        "- Gemensam socialtjänst +0,3 mnkr",
        "-- Vakanta tjänster",
        "-- Lägre kostnader för lokaler",
        "- Barn- och ungdomsvård -1,4 mnkr",
        "-- Två placeringar enligt LVU",
        "- Vård för vuxna med beroende +0,3 mnkr",
        "-- Avslutad placering",
    ),
    "Kommentarer till avvikelse mot budget": (
        "- Barn- och ungdomsvård -4,4 mnkr",
        "-- Fler och längre placeringar på HVB",
        (
            "Almviks kommun har i år köpt 1 940 vårddygn på HVB, mot 1 410 vid samma tid förra "
            "året. "
            "Behovet följer av några få, mycket omfattande ärenden, och kan därför ändras snabbt."
        ),
        (
            "Prognosen är försiktig. Den räknar inte med den ersättning som kommunen har sökt för "
            "skyddade boenden, och som kan bli 0,5 mnkr om den beviljas."
        ),
    ),
}

# month as printed, month, activity, light
CALENDAR = (
    ("Januari", 1, "Internkontrollplan fastställs av nämnden", "Grön"),
    ("Februari", 2, "Verksamhetsberättelse för föregående år antas", "Grön"),
    ("Mars", 3, "Månadsrapporten för februari tas upp i nämnden", "Grön"),
    ("Mars", 3, "Dialogdag mellan nämnden och brukarråden", "Gul"),
    ("April", 4, "Avgifter och riktlinjer för ekonomiskt bistånd ses över", "Grön"),
    ("Maj", 5, "Årets första delårsrapport antas", "Grön"),
    (
        "Juni/juli",
        6,
        (
            "Behovsanalys per verksamhet lämnas till kommunstyrelsen som underlag för nästa års "
            "ramar "
            "och för investeringsplanen"
        ),
        "Grön",
    ),
    ("Augusti", 8, "Genomgång av samtliga placeringar inför hösten", "Grön"),
    ("September", 9, "Årets andra delårsrapport antas", "Grön"),
    ("Oktober", 10, "Månadsrapporten för september tas upp i nämnden", "Grön"),
    ("Oktober", 10, "Riskanalys inför internkontrollplanen", "Röd"),
    ("November", 11, "Månadsrapporten för oktober tas upp i nämnden", ""),
    ("November", 11, "Kommunfullmäktige tar ställning till mål och budget", ""),
    ("December", 12, "Nästa års förvaltningsplan antas", ""),
)
