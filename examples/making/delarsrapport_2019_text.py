"""The running text of delårsrapport 1 2019."""

EVENTS = (
    (
        "Delårsrapport 1 avser januari till och med april 2019. Antalet orosanmälningar som rör "
        "barn och "
        "unga fortsätter att öka i Almviks kommun, men ökningen är mindre än tidigare år. "
        "Bemanningen är "
        "bättre än på länge: av 48 tjänster inom individ- och familjeomsorgen var 46 tillsatta "
        "den sista "
        "april."
    ),
    (
        "Den 1 februari flyttade mottagningsgruppen, våld i nära relation och familjerätten in i "
        "de nya "
        "lokalerna på Kvarngatan. Ett gemensamt väntrum har fått lekhörna, och besökare kan nu "
        "komma in "
        "utan att passera andra verksamheter."
    ),
    (
        "Tillsammans med skolan har två familjestödjare anställts på försök. De arbetar på "
        "Strandskolan "
        "och Åsskolan och kan kontaktas av föräldrar direkt. Försöket pågår till årsskiftet."
    ),
    (
        "HVB-hemmet Lönnen avvecklades i mars. De fem ungdomar som bodde kvar har fått stödboende "
        "i egna "
        "lägenheter, och personalen har gått över till den nya boendegruppen."
    ),
    (
        "Kommunfullmäktige beslutade i april om en plan mot våld. Planen gäller för hela Almviks "
        "kommun "
        "och socialnämnden har fått ansvar för tolv av de arton åtgärderna"
    ),
    (
        "Ett nytt verksamhetssystem upphandlas tillsammans med tre andra kommuner. Leverantör "
        "utses efter "
        "sommaren."
    ),
)

QUALITY: dict[str, tuple[str, ...]] = {
    "Egenkontroll": (
        (
            "Under perioden har 60 slumpvis valda akter granskats av två socialsekreterare från "
            "en annan "
            "enhet än den egna. I 51 av dem fanns en tydlig planering för utredningen, och i 38 "
            "framgick det hur "
            "barnet hade kommit till tals. Resultatet är bättre än förra våren men når inte målet."
        ),
        (
            "Granskningen upprepas i oktober. Fram till dess får varje enhet arbeta med den punkt "
            "där den egna "
            "enheten hade sämst resultat."
        ),
    ),
    "Synpunkter och lex Sarah": (
        (
            "Sju synpunkter har lämnats, varav fem klagomål. Tre av klagomålen gäller bemötande i "
            "telefon och två "
            "långa väntetider. En lex Sarah-rapport har upprättats; den bedömdes inte som ett "
            "allvarligt missförhållande."
        ),
    ),
    "Ej verkställda beslut": (
        (
            "Tre beslut om kontaktfamilj hade den 31 mars inte verkställts inom tre månader. "
            "Samtliga har "
            "rapporterats till Inspektionen för vård och omsorg (IVO)."
        ),
    ),
}

# what stands under the money tables, in order
AFTER_MYNDIGHET = (
    "Till och med april är resultatet -3,4 Msek. För helåret väntas -8,8 Msek.",
    "Två placeringar enligt LVM har tillkommit sedan förra prognosen.",
)
AFTER_CASES = (
    (
        "Ökningen av anmälningar om våld beror delvis på att polisen sedan januari anmäler alla "
        "ärenden "
        "där barn har varit närvarande."
    ),
    "Familjestödjarna i skolan beräknas minska behovet av köpta insatser från hösten.",
    "Elva ungdomar har flyttat från köpt stödboende till lägenheter som kommunen själv hyr ut.",
)
AFTER_REGI = (
    (
        "Överskottet i egen regi beror på att två tjänster i Kompassens öppenvård har stått "
        "tomma. De är "
        "tillsatta från maj."
    ),
)

CONCLUSIONS: dict[str, tuple[str, ...]] = {
    "Måluppfyllelse": (
        (
            "Av tre kvalitetsmål är ett helt uppfyllt och två delvis uppfyllda. Tre av fem "
            "nämndmål är helt eller "
            "delvis uppfyllda, ett kan ännu inte bedömas och ett uppfylls inte."
        ),
        (
            "Sammantaget bedöms verksamhetsområdet bidra till kommunens strategiska mål. "
            "Undantagen är "
            "ekonomin och sjukfrånvaron."
        ),
    ),
    "Verksamhet och ekonomi": (
        (
            "Individ- och familjeomsorgen har fler medarbetare på plats och färre inhyrda än på "
            "flera år, men "
            "det har ännu inte slagit igenom i ekonomin. Kostnaden för placeringar styrs av ett "
            "fåtal ärenden och "
            "påverkas först på sikt av att stödet på hemmaplan byggs ut."
        ),
    ),
}

ACTIONS_BEFORE = (
    "Förvaltningen arbetar efter den handlingsplan som socialnämnden i Almviks kommun antog i "
    "mars. De "
    "åtgärder som väntas ge störst effekt under 2019 är:"
)
ACTIONS = (
    "Nya placeringar prövas av en grupp med tre chefer innan beslut",
    "Alla köpta öppenvårdsinsatser omprövas efter tre månader",
    "Fler lägenheter för stödboende i samarbete med Almvikshem",
    (
        "Inköp samordnas med övriga förvaltningar, så att avtalade priser används även vid "
        "brådskande "
        "behov utanför kontorstid"
    ),
    "Jourhem i egen regi",
)

# assignment, status, comment
SPECIAL = (
    (
        "Barnkonventionen",
        "Påbörjat",
        (
            "Inför att konventionen blir lag 2020 har alla enheter utsett ett "
            "barnombud.\n\nPrövningar av "
            "barnets bästa görs från och med mars i samtliga ärenden som går till nämndens "
            "\futskott och som "
            "rör en familj med barn under 18 år."
        ),
    ),
    (
        "Pröva möjligheten till gemensam familje\u00adrådgivning med grannkommuner",
        "Genomfört",
        "Avtal med Hällsta kommun gäller från den 1 april.",
    ),
    (
        "Minska användningen av inhyrd personal",
        "Genomfört",
        "En inhyrd socialsekreterare återstår, att jämföra med sju för ett år sedan.",
    ),
)
BOARD_ASSIGNMENTS = (
    (
        "Alla ungdomar som placeras ska ha en vuxen som följer skolgången",
        "Genomfört",
        "Rutinen tillämpas sedan årsskiftet på samtliga 31 placerade barn och unga i skolåldern.",
    ),
    (
        "Utreda en mobil mottagning för Almviks kommuns ytterområden",
        "Ej påbörjat",
        "Väntar på besked om statsbidrag.",
    ),
)

# title, Msek, likelihood as printed, what it covers
RISKS = (
    (
        "Placeringar enligt LVM",
        "0,4-0,9",
        "Hög",
        (
            "Tre ärenden utreds. Ett dygn på LVM-hem kostar i dag mer än det dubbla mot frivillig "
            "vård, och "
            "platserna är få."
        ),
    ),
    ("Viten", "0,1-0,3", "Låg", "Ej verkställda beslut kan leda till särskild avgift."),
    (
        "Hyreskostnader",
        "0,25-0,5",
        "Medel",
        "Lönnens lokaler är uppsagda men ingen ny hyresgäst är klar.",
    ),
)
OPPORTUNITIES = (
    (
        "Jourhem i egen regi",
        "0,3-0,6",
        "Medel",
        (
            "Två hem är utredda och kan ta emot barn från juni, vilket minskar behovet av köpta "
            "jourhem."
        ),
    ),
    (
        "Ersättning från Migrationsverket",
        "0,8-1,2",
        "Hög",
        "Ansökningar om ersättning för 2017 och 2018 är ännu inte avgjorda.",
    ),
)
