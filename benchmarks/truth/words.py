"""The made-up contents of tables: labels, sentences, figures."""

from random import Random

AREAS = (
    "Barn och unga", "Vuxna med missbruk", "Ekonomiskt bistånd", "Familjerätt", "Boendestöd",
    "Öppenvård", "Placeringar i familjehem", "Mottagning och utredning", "Stab och ledning",
    "Arbetsmarknad", "Integration", "Personligt ombud", "Budget- och skuldrådgivning",
    "Våld i nära relationer", "Jourverksamhet", "Socialpsykiatri", "Hemvård", "Kontaktpersoner",
)  # fmt: skip
ITEMS = (
    "Intäkter", "Personalkostnader", "Köp av verksamhet", "Lokalhyror", "Övriga kostnader",
    "Kapitalkostnader", "Bidrag till föreningar", "Statsbidrag", "Konsulter", "Utbildning",
)  # fmt: skip
UNITS = (
    "Björkgården", "Kvarnens enhet", "Enheten för stöd", "Vuxengruppen", "Familjecentralen",
    "Ungdomsteamet", "Lärkans boende", "Resursteamet", "Mottagningen", "Hälsohuset",
)  # fmt: skip
GOALS = (
    "Invånarna får rätt stöd i tid", "Barn växer upp under trygga förhållanden",
    "Verksamheten är känd för god kvalitet", "Medarbetarna trivs och utvecklas",
    "Ekonomin är i balans", "Fler går från bistånd till egen försörjning",
    "Andelen brukare som är nöjda med bemötandet", "Antal dagar från ansökan till beslut",
    "Andel unga som inte kommer tillbaka inom ett år", "Sjukfrånvaron minskar i alla enheter",
)  # fmt: skip
SENTENCES = (
    "Arbetet följer planen och de flesta insatserna är genomförda.",
    "Rekryteringen har tagit längre tid än väntat.",
    "Under hösten startar en ny grupp för föräldrar.",
    "Utfallet beror på att fler ärenden har kommit in under sommaren.",
    "Nämnden har beslutat om nya riktlinjer.",
    "En uppföljning görs tillsammans med regionen i november.",
    "Kostnaderna för placeringar ökar och åtgärder har påbörjats.",
    "Resultatet är bättre än förra året.",
    "Utbildningen har hållits för samtliga medarbetare.",
    "Samverkan med skolan har stärkts genom gemensamma möten.",
    "Målet nås inte fullt ut, men utvecklingen är god.",
    "Enkäten besvarades av drygt hälften.",
)
BODY = (
    "Rapporten beskriver hur verksamheten har utvecklats under perioden och vilka avvikelser som",
    "finns mot det som nämnden har beslutat. Av tabellen framgår utfallet för de olika delarna och",
    "hur de förhåller sig till budgeten. Större avvikelser kommenteras i det följande avsnittet,",
    "där även de åtgärder som har vidtagits redovisas tillsammans med en bedömning av läget.",
)
STATES = (
    "Helt uppfyllt",
    "Delvis uppfyllt",
    "Ej uppfyllt",
    "I hög grad uppfyllt",
    "Kan ej bedömas",
)
PROGRESS = ("Påbörjat", "Genomfört", "Ej påbörjat")
CHANCES = ("Låg", "Medel", "Hög")
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LIGHTS = ("green", "yellow", "red")
PRINTED_LIGHTS = {"green": "Grön", "yellow": "Gul", "red": "Röd"}


def amount(value: int, blank: str, minus: str) -> str:
    """A whole number as Swedish reports print it."""
    digits = f"{abs(value):,}".replace(",", blank)
    return f"{minus}{digits}" if value < 0 else digits


def pick(rng: Random, words: tuple[str, ...], count: int) -> list[str]:
    """Some of the words, none of them twice."""
    return rng.sample(words, min(count, len(words)))


def prose(rng: Random, sentences: int) -> str:
    """A comment of so many sentences."""
    return " ".join(pick(rng, SENTENCES, sentences))
