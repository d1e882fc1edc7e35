"""The wording of made-up reports: Swedish as the field writes it, none of it from a real report.

Whole phrases, so that a strategy draws a few numbers and not thousands of characters. No phrase
means something to a reader of tables: none begins with an assessment, a number or "varav".
"""

from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, Likelihood, Status
from ifo_followup.model.values import Verdict

BOARDS = (
    "Socialnämnden",
    "Individ- och familjenämnden",
    "Arbetsmarknads- och socialnämnden",
    "Vård- och omsorgsnämnden",
    "Social- och utbildningsnämnden",
)
DEPARTMENTS = ("Socialförvaltningen", "Sociala sektorn", "Arbetsmarknads- och socialförvaltningen")
AREAS = ("Individ- och familjeomsorgen", "Barn och familj", "Vuxna och försörjning")

TYPE_WORDS = {
    ReportType.MONTHLY: "Månadsrapport",
    ReportType.INTERIM_1: "Delårsrapport 1",
    ReportType.INTERIM_2: "Delårsrapport 2",
    ReportType.TERTIAL_1: "Tertialbokslut 1",
    ReportType.TERTIAL_2: "Tertialbokslut 2",
    ReportType.TERTIAL_3: "Tertialbokslut 3",
    ReportType.ANNUAL: "Verksamhetsberättelse",
}
MONTHS = (
    "Januari",
    "Februari",
    "Mars",
    "April",
    "Maj",
    "Juni",
    "Juli",
    "Augusti",
    "September",
    "Oktober",
    "November",
    "December",
)

GOAL_TITLES = {
    GoalLevel.TARGET_AREA: (
        "Trygghet hela livet",
        "En kommun som lyssnar",
        "Ordning i ekonomin",
        "Arbete åt alla som kan",
        "Barnens bästa först",
        "Medarbetare som stannar",
        "Ett hållbart samhälle",
        "God tillgänglighet",
    ),
    GoalLevel.STRATEGIC_GOAL: (
        "Invånarna får rätt stöd vid första kontakten",
        "Alla barn växer upp utan våld",
        "Fler försörjer sig genom eget arbete",
        "Kommunens pengar gör största möjliga nytta",
        "Kommunen är en arbetsgivare att rekommendera",
        "Den enskilde har inflytande över sin vardag",
        "Stödet är likvärdigt oavsett var man bor",
        "Verksamheten lär av det som går fel",
    ),
    GoalLevel.BOARD_GOAL: (
        "Utredningar om barn blir klara inom lagstadgad tid",
        "Placerade barn klarar skolan lika bra som andra barn",
        "Behovet av försörjningsstöd minskar",
        "Unga vuxna kommer snabbt vidare till studier eller arbete",
        "Stöd i hemmet väljs före placering på institution",
        "Personer med missbruk erbjuds vård på hemmaplan",
        "Våldsutsatta får skydd samma dag",
        "Nämnden håller sin budget",
        "Handläggningen är rättssäker och begriplig",
        "Insatserna bygger på bästa tillgängliga kunskap",
        "Hemlösheten bland barnfamiljer ska upphöra",
        "Sjukfrånvaron sjunker i alla verksamheter",
    ),
    GoalLevel.QUALITY_GOAL: (
        "Den som ringer får svar samma dag",
        "Beslut går att förstå för den de gäller",
        "Genomförandeplaner skrivs tillsammans med den enskilde",
        "Synpunkter besvaras inom tio arbetsdagar",
        "Barn får komma till tals i varje utredning",
        "Bemötandet är gott",
        "Dokumentationen är fullständig",
        "Vikarier får en strukturerad introduktion",
    ),
}

# what is measured: a share, a number of somethings, money, hours
SHARES = (
    "Andel utredningar som avslutas inom fyra månader",
    "Andel brukare som är nöjda med bemötandet",
    "Andel barn som har en aktuell genomförandeplan",
    "Andel medarbetare som rekommenderar sin arbetsplats",
    "Andel hushåll som lämnar försörjningsstöd inom ett år",
    "Andel orosanmälningar som bedöms inom ett dygn",
    "Andel placerade barn med godkända betyg i årskurs nio",
    "Andel familjehem som har fått handledning under året",
    "Andel samtal som besvaras inom fem minuter",
    "Andel deltagare som går vidare till arbete eller studier",
    "Sjukfrånvaro totalt (%)",
    "Personalomsättning bland socialsekreterare (%)",
)
COUNTS = (
    "Antal placerade barn i konsulentstödda familjehem",
    "Antal hushåll med långvarigt försörjningsstöd",
    "Antal inhyrda socialsekreterare",
    "Antal egna familjehem",
    "Antal personer i våldsförebyggande program",
    "Antal barnfamiljer utan eget boende",
    "Antal e-tjänster som invånarna kan använda",
    "Antal avvikelser som rör dokumentation",
)
KRONOR = (
    "Kostnad per vårddygn på institution, kronor",
    "Genomsnittligt försörjningsstöd per hushåll och månad, kronor",
)
THOUSANDS = ("Resultat mot budget, tkr", "Kostnad för inhyrd personal, tkr")
HOURS = ("Antal timmar boendestöd per vecka", "Antal timmar handledning per familjehem")
NO_MEASUREMENT = ("Mäts en gång om året", "Mätning genomförs i höst", "Redovisas vid årets slut")
TRENDS = ("Ökar", "Minskar", "Oförändrad", "Stigande sedan förra året", "Har varierat")
SCOPES = ("Barn", "Unga", "Vuxna", "Kvinnor", "Män", "Myndighet", "Öppenvård")

UNITS = (
    "Mottagningsenheten",
    "Barn- och familjeenheten",
    "Ungdomsenheten",
    "Familjehemsgruppen",
    "Vuxenenheten",
    "Enheten för ekonomiskt bistånd",
    "Öppenvården Lyktan",
    "Stödboendet Ekbacken",
    "Arbetsmarknadsenheten",
    "Familjerätten",
    "Boendestödet",
    "Fältgruppen",
    "Budget- och skuldrådgivningen",
    "Socialjouren",
)

# every printed form is one that `swedish.words` knows
VERDICT_WORDS = {
    Verdict.FULFILLED: ("Helt uppfyllt", "Uppfyllt", "Uppfylls", "Målet är uppfyllt"),
    Verdict.LARGELY_FULFILLED: ("I hög grad uppfyllt", "Till stor del uppfyllt"),
    Verdict.PARTLY_FULFILLED: ("Delvis uppfyllt", "Uppfylls delvis", "Till viss del uppfyllt"),
    Verdict.NOT_FULFILLED: ("Ej uppfyllt", "Inte uppfyllt", "Uppfylls inte"),
    Verdict.CONTRIBUTES: ("Verksamheten bidrar till att nå målet",),
    Verdict.DOES_NOT_CONTRIBUTE: ("Verksamheten bidrar inte till att nå målet",),
    Verdict.NOT_ASSESSABLE: ("Går ännu inte att bedöma", "Kan inte bedömas"),
    Verdict.NO_OUTCOME: ("Inget utfall", "Utfall saknas"),
    Verdict.GREEN: ("Grön",),
    Verdict.YELLOW: ("Gul",),
    Verdict.RED: ("Röd",),
}
STATUS_WORDS = {
    Status.COMPLETED: ("Genomfört", "Klart", "Avslutat"),
    Status.STARTED: ("Påbörjat", "Pågår", "Pågår enligt plan"),
    Status.NOT_STARTED: ("Ej påbörjat", "Inte påbörjat"),
}
LIKELIHOOD_WORDS = {
    Likelihood.LOW: ("Låg", "Liten"),
    Likelihood.MEDIUM: ("Medel", "Måttlig"),
    Likelihood.HIGH: ("Hög", "Stor"),
}

# running text: each a whole sentence, in an order that always makes some sense
SENTENCES = (
    "Arbetet följer planen och resultaten väntas synas under hösten.",
    "Två tjänster har varit vakanta, vilket har gett längre väntetider.",
    "Enheten har tillsammans med skolan tagit fram en gemensam rutin.",
    "Inflödet av orosanmälningar är högre än under samma period förra året.",
    "En fördjupad analys presenteras för nämnden i september.",
    "Verksamheten har ställt om till fler insatser på hemmaplan.",
    "Handläggarna har fått utbildning i barnsamtal.",
    "Kostnaderna för externa placeringar fortsätter att öka.",
    "Samarbetet med regionen har fördjupats under våren.",
    "Ett nytt verksamhetssystem har införts utan större störningar.",
    "Brukarna uppger i enkäten att de känner sig lyssnade på.",
    "Rekryteringen av familjehem har gått trögare än väntat.",
    "Åtgärder har vidtagits för att korta handläggningstiden.",
    "Flera medarbetare har gått vidare till andra uppdrag inom kommunen.",
    "Resultatet påverkas av att statsbidraget betalas ut först nästa år.",
    "Granskningen visar att besluten är tydliga och väl motiverade.",
    "Lokalerna har anpassats så att möten kan hållas ostört.",
    "Förvaltningen har sett över sina avtal med vårdgivare.",
    "Efterfrågan på budgetrådgivning är större än någonsin.",
    "Metoden prövas i liten skala innan den införs överallt.",
    "Arbetslösheten bland unga har sjunkit, och färre söker bistånd.",
    "Uppföljningen visar stora skillnader mellan områdena.",
    "Under sommaren har bemanningen varit lägre än normalt.",
    "Nämnden har beslutat om nya riktlinjer för kontaktfamiljer.",
    "Ökningen beror till största delen på fler dygn per placering.",
    "Personalen har erbjudits handledning varje månad.",
    "Ingen allvarlig händelse har rapporterats under perioden.",
    "Förslaget har skickats på remiss till de fackliga organisationerna.",
    "Tillsynen avslutades utan anmärkning.",
    "Köerna till öppenvården är i stort sett borta.",
)
EVENTS = (
    "En ny mottagning för unga vuxna har öppnat i centrum.",
    "Kommunfullmäktige har antagit en handlingsplan mot hedersrelaterat våld.",
    "Inspektionen för vård och omsorg har genomfört en tillsyn av stödboendet.",
    "Avtalet om gemensam socialjour har förlängts med två år.",
    "Fältgruppen har börjat arbeta även under helger.",
    "Förvaltningen har fått en ny ledningsgrupp.",
    "Ett brukarråd har bildats inom vuxenvården.",
    "Arbetsmarknadsenheten har flyttat till nya lokaler vid stationen.",
    "Regeringen har föreslagit en ny socialtjänstlag.",
    "Föräldrar kan sedan i våras boka samtal på nätet.",
    "Två nya familjebehandlare har anställts.",
    "En extern granskning av försörjningsstödet har inletts.",
)
EVENT_HEADINGS = ("Verksamhet", "Organisation", "Omvärld", "Medarbetare", "Lagstiftning")

ASSIGNMENTS = {
    AssignmentKind.SPECIAL_ASSIGNMENT: (
        "Ta fram en plan mot hemlöshet",
        "Utreda ett gemensamt familjecentrum",
        "Införa barnkonsekvensanalyser i alla beslut",
        "Minska kommunens beroende av inhyrd personal",
    ),
    AssignmentKind.BOARD_ASSIGNMENT: (
        "Pröva en mobil mottagning i ytterområdena",
        "Se över riktlinjerna för ekonomiskt bistånd",
        "Stärka samarbetet med föreningslivet",
        "Kartlägga behovet av skyddade boenden",
    ),
    AssignmentKind.ASSIGNMENT: (
        "Utveckla uppföljningen av placerade barn",
        "Digitalisera ansökan om kontaktperson",
        "Erbjuda alla nyanlända samhällsvägledning",
        "Samordna stödet till anhöriga",
    ),
    AssignmentKind.POLITICAL_PRIORITY: (
        "Tidiga insatser för barn och unga",
        "En väg in till socialtjänsten",
        "Fler vuxna i egen försörjning",
        "Nolltolerans mot våld i nära relationer",
    ),
}
MEASURES = (
    "Alla placeringar prövas av en gemensam beslutsgrupp",
    "Egna familjehem rekryteras i samarbete med grannkommunerna",
    "Vakanta tjänster tillsätts först efter prövning",
    "Konsulentavtalen sägs upp och upphandlas på nytt",
    "Handläggare i grupp granskar ärenden äldre än ett år",
    "Restriktivitet vid inköp av konferenser och resor",
    "Utökad öppenvård som alternativ till institution",
    "Månatlig uppföljning av varje enhets ekonomi",
)
RISKS = (
    "Dyra placeringar",
    "Svårigheter att rekrytera",
    "Bristande dokumentation",
    "Hot och våld mot personal",
    "Uteblivna statsbidrag",
    "Viten för beslut som dröjer",
    "Driftstörning i verksamhetssystemet",
    "Ökat behov av skyddat boende",
    "Höga hyreskostnader",
    "Otillräcklig tillgång till familjehem",
)
OPPORTUNITIES = (
    "Egna stödboenden",
    "Återsökta medel från Migrationsverket",
    "Nytt avtal om familjehem",
    "Digital handläggning",
    "Samordning med grannkommuner",
)
RISK_CATEGORIES = ("Verksamhetsrisk", "Ekonomisk risk", "Personalrisk", "Rättssäkerhet")
MITIGATIONS = (
    "Handlingsplan tas fram och följs upp varje månad",
    "Riktad utbildning för nyanställda",
    "Rutinen ses över tillsammans med skyddsombuden",
    "Tätare uppföljning av kostnader per ärende",
    "Egenkontroll varje kvartal",
)
GUARANTEE_AREAS = ("Familjerätt", "Ekonomiskt bistånd", "Mottagning", "Öppenvård")
PROMISES = (
    "Du får en tid för besök inom tio arbetsdagar.",
    "Du får beslut om försörjningsstöd inom två veckor.",
    "Du får en namngiven handläggare vid första kontakten.",
    "Du får svar på dina synpunkter inom fem arbetsdagar.",
    "Du får vara med och planera ditt stöd.",
    "Du får tolk när du behöver det.",
)
ACTIVITIES = (
    "Internkontrollplanen antas",
    "Verksamhetsberättelsen behandlas i nämnden",
    "Dialog med brukarråden",
    "Riktlinjer för bistånd ses över",
    "Delårsrapporten antas",
    "Behovsanalys lämnas till kommunstyrelsen",
    "Medarbetarenkäten genomförs",
    "Budget för nästa år beslutas",
    "Genomgång av samtliga placeringar",
    "Egenkontroll av dokumentationen",
    "Loggkontroll av verksamhetssystemet",
    "Utbildning i brandskydd",
)
SECTION_TITLES = (
    "Sammanfattning",
    "Verksamhetens kvalitet",
    "Medarbetare",
    "Ekonomisk analys",
    "Slutsatser",
    "Framtiden",
    "Synpunkter och klagomål",
    "Arbetsmiljö",
    "Internkontroll",
    "Digital utveckling",
)

BUDGET_TITLES = (
    "Driftredovisning",
    "Ekonomiskt utfall",
    "Individ- och familjeomsorg",
    "Barn och unga",
    "Ekonomi per enhet",
)
NET_COST_TITLES = ("Nettokostnad per verksamhet", "Nettokostnad per enhet")
ACTIVITY_LINES = (
    "Gemensam administration",
    "Institutionsvård barn",
    "Institutionsvård vuxna",
    "Familjehemsvård",
    "Öppna insatser barn och unga",
    "Öppna insatser vuxna",
    "Ekonomiskt bistånd",
    "Boendestöd",
    "Familjerätt",
    "Skyddat boende",
    "Arbetsmarknadsinsatser",
    "Nämnd och ledning",
)
REVENUE_LINES = ("Statsbidrag", "Avgifter", "Hyresintäkter", "Försäljning av tjänster")
COST_LINES = (
    "Personal",
    "Lokaler",
    "Köp av huvudverksamhet",
    "Försörjningsstöd",
    "Bidrag till föreningar",
    "Övriga driftkostnader",
)
ORGANISATION_SECTIONS = ("Barn och familj", "Vuxna", "Ledning och stab", "Arbete och integration")
OF_WHICH = ("varav inhyrd personal", "varav hyror", "varav konsulentstöd", "varav jourhem")

STATISTICS_TITLES = (
    "Orosanmälningar och utredningar",
    "Placerade barn och unga",
    "Hushåll med försörjningsstöd",
    "Vårddygn per insats",
)
STATISTICS_ROWS = (
    "Anmälningar om barn",
    "Ansökningar om stöd",
    "Inledda utredningar",
    "Familjehem",
    "Konsulentstödda hem",
    "Stödboende",
    "Institution",
    "Kontaktfamiljer",
)
