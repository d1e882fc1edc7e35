"""The running text of tertialbokslut 2 2019."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AreaText:
    """A focus area: its number and title, the board's goal and what is said of it."""

    num: str
    title: str
    statement: str
    comment: tuple[str, ...]


# sub-heading -> paragraphs
SUMMARY: dict[str, tuple[str, ...]] = {
    "En väg in för familjer som söker stöd": (
        (
            "I mars öppnade Familjetorget i Norrviken, där öppna förskolan, familjerådgivningen "
            "och "
            "socialtjänstens rådgivare nu finns under samma tak. Tanken är att den som undrar "
            "något ska "
            "slippa veta vilken enhet som har svaret. Redan första sommaren hade torget fler "
            "besökare "
            "än de tre gamla mottagningarna hade tillsammans, och var femte familj hade aldrig "
            "tidigare "
            "varit i kontakt med Almviks kommun i en liknande fråga."
        ),
        (
            "Erfarenheterna används när nämnden under hösten tar ställning till om även "
            "vuxenstödet ska "
            "flytta in. En enkel uppföljning ”på studs” görs genom att besökare trycker på en "
            "knapp vid utgången."
        ),
    ),
    "Färre inhyrda, fler som stannar": (
        (
            "Vid årets början var elva av socialsekreterarna inhyrda. I slutet av augusti var de "
            "tre, "
            "och den sista lämnar i november. Förklaringen är inte en enskild insats utan flera: "
            "högre "
            "ingångslöner, en mentor till var och en som är ny i yrket och ett tak för hur många "
            "utredningar en handläggare får ha samtidigt."
        ),
    ),
    "Ekonomi": (
        (
            "Utfallet för perioden januari-augusti 2019 är -358,6 miljoner kronor, vilket är 3,1 "
            "miljoner kronor sämre än budget. För helåret väntas ett underskott på 4,6 miljoner "
            "kronor. "
            "Det är placeringar av barn och unga, ekonomiskt bistånd och myndighetsutövningen som "
            "drar "
            "över, medan insatser till vuxna lämnar ett överskott."
        ),
        (
            "Jämfört med prognosen i juni är läget 1,8 miljoner kronor sämre. Skillnaden "
            "förklaras i "
            "huvudsak av två syskonplaceringar som inleddes under sommaren och av att \ftre "
            "familjer med socialt kontrakt har fått behålla sina lägenheter över årsskiftet. "
            "Nämnden "
            "föreslås därför ställa sig bakom den åtgärdsplan som redovisas i kapitel 5."
        ),
    ),
}

AREAS = (
    AreaText(
        "2.1",
        "En god start för varje barn",
        "Barn och unga i Almvik växer upp i trygghet, och föräldrar som behöver stöd hittar det "
        "tidigt, nära hemmet och utan att behöva ansöka.",
        (
            (
                "Föräldrakurserna har fått en ny form. I stället för tio kvällar i rad erbjuds fem "
                "träffar med hemuppgifter emellan, och den som missar en kväll kan ta igen den "
                "digitalt. "
                "Fler fullföljer nu kursen: 64 av 71 anmälda föräldrar gick alla träffar."
            ),
            (
                "Ungdomsmottagningen Kajen har sedan årsskiftet drop-in. Ungdomarna kommer "
                "framför allt "
                "med frågor om oro, sömn och relationer. I vart åttonde samtal framkommer "
                "uppgifter om våld "
                "hemma eller i en parrelation, och rutinen för hur mottagningen då kontaktar "
                "socialjouren "
                "har skrivits om tillsammans med \fpolisen och regionen."
            ),
            (
                "Utredningstiderna är kortare än på flera år. Att nio av tio utredningar nu hålls "
                "inom "
                "lagens gräns beror på att ärendena fördelas dagligen och att gruppledarna har "
                "befriats "
                "från egna ärenden."
            ),
        ),
    ),
    AreaText(
        "2.2",
        "Ett hem att växa i",
        "Den som har svårt att själv få en bostad får stöd att hitta, behålla och på sikt äga sitt "
        "boende på egna villkor",
        (
            (
                "Under våren gick socialtjänsten och bostadsbolaget Almvikshem igenom samtliga "
                "118 sociala "
                "kontrakt. För 26 hushåll bedömdes att kontraktet kan tas över inom ett år, "
                "förutsatt att "
                "hyran betalas i tid och att grannarna inte störs. Elva har redan gjort det."
            ),
            (
                "Boendestödet prövar sedan maj att låta brukaren skriva sin genomförandeplan i en "
                "mall med "
                "bilder. De första erfarenheterna är goda: planerna blir kortare, men det som "
                "står i dem blir "
                "också gjort."
            ),
        ),
    ),
    AreaText(
        "2.3",
        "Mesta möjliga för varje krona",
        "Insatser ges i den form som hjälper bäst till lägsta kostnad. Nya arbetssätt prövas i "
        "liten skala, mäts och får sedan fortsätta eller avslutas.",
        (
            (
                "Mottagningen Ankaret är kommunens nya öppenvård för vuxna med beroende. Tolv "
                "personer som "
                "annars hade placerats på behandlingshem har i år fått sin behandling på "
                "hemmaplan. "
                "Uppföljningen görs i form av en telefonintervju sex månader efter avslut."
            ),
            (
                "Familjehem är fortfarande den dyraste posten. Kommunen har 34 egna hem, sex fler "
                "än vid "
                "årets början, men köper också plats i 22 hem genom konsulentföretag. Ett "
                "egetrekryterat "
                "hem kostar i genomsnitt hälften så mycket per dygn."
            ),
            (
                "Fyra ärendetyper handläggs numera utan papper från ansökan till beslut. Tiden "
                "som frigörs "
                "motsvarar en och en halv tjänst och har lagts på fler personliga möten."
            ),
        ),
    ),
)

# heading -> paragraphs; the first heading of each group is one level up
ECONOMY: dict[str, tuple[str, ...]] = {
    "Utfall för perioden januari-augusti 2019": (
        "Periodens utfall är -358,6 miljoner kronor, en budgetavvikelse på -3,1 miljoner kronor.",
    ),
    "Barn och unga -3,3 miljoner kronor": (
        (
            "Externa familjehem överskrider budget med 2,6 miljoner kronor och HVB med 1,5 "
            "miljoner "
            "kronor. Öppenvården i egen regi lämnar ett överskott på 0,8 miljoner kronor, "
            "eftersom två "
            "tjänster tillsattes först i juni."
        ),
    ),
    "Vuxna 21-64 år +1,5 miljoner kronor": (
        (
            "Överskottet beror på att Mottagningen Ankaret har ersatt placeringar. Skyddat boende "
            "går "
            "däremot med 0,4 miljoner kronor i underskott."
        ),
    ),
    "Prognos för 2019": (
        (
            "Prognosen för helåret är en negativ budgetavvikelse på 4,6 miljoner kronor. "
            "Placeringarna "
            "av barn och unga väntas fortsätta på dagens nivå året ut."
        ),
        (
            "Ekonomiskt bistånd väntas överskrida budget med 1,8 miljoner kronor. Antalet hushåll "
            "är "
            "nästan oförändrat, men de behöver stöd under längre tid."
        ),
    ),
    "Personer med funktionsnedsättning +0,9 miljoner kronor": (
        (
            "Gruppbostaden Sjöglimten öppnar två månader senare än planerat. Samtidigt ökar "
            "kostnaderna "
            "för personlig assistans. Tabellerna nedan visar hur många personer som har beslut "
            "från "
            "Almviks kommun och hur många timmar som beviljas; ärenden hos Försäkringskassan "
            "ingår inte."
        ),
    ),
}

SICK_LEAVE = (
    (
        "Den korta sjukfrånvaron har minskat något sedan samma tid förra året, och den långa har "
        "gått "
        "ned i alla enheter. Enheten för ekonomiskt bistånd och bostad slogs i april ihop med "
        "vuxenenheten och redovisas inte längre för sig."
    ),
    (
        "Cheferna följer rehabiliteringsprocessen och tar kontakt redan första sjukdagen. Under "
        "försommaren gick alla skyddsombud och chefer en gemensam halvdag om stress och "
        "återhämtning, "
        "och i september börjar handledning i grupp på samtliga enheter."
    ),
)

PLAN_BEFORE = (
    (
        "Nämnden uppdrog i juni åt förvaltningen att ta fram en plan för hur underskottet inom "
        "barn och "
        "unga samt myndighet och huvudmannaskap ska hämtas in. Planen är avstämd med de fackliga "
        "organisationerna i Almviks kommun. Den innehåller inga uppsägningar."
    ),
    (
        "Aktiviteterna beräknas tillsammans sänka kostnaderna med 2,4 miljoner kronor under "
        "återstoden "
        "av 2019 och med 6,5 miljoner kronor på helår – förutsatt att inflödet av anmälningar inte "
        "ökar. De är följande:"
    ),
)
ACTIVITIES = (
    "genomlysning av samtliga placeringar som har pågått längre än ett år",
    "rekrytering av åtta egna familjehem",
    (
        "Konsulentstöd köps bara efter beslut av enhetschef, och varje beslut ska innehålla en "
        "plan för "
        "hur hemmet övergår i egen regi"
    ),
    "Vakanta tjänster utan myndighetsutövning tillsätts tidigast i januari",
    "översyn av lokalerna på Hamngatan",
    (
        "Försörjningsstöd över tolv månader gås igenom tillsammans med arbetsmarknadsenheten för "
        "att "
        "hitta praktik eller studier"
    ),
)
PLAN_AFTER = (
    (
        "Uppföljning sker varje månad i ledningsgruppen och redovisas för nämnden i "
        "tertialbokslut 3. "
        "Om effekten uteblir återkommer förvaltningen med förslag som även rör servicenivån."
    ),
)
