"""The rules that reports are checked by: what each says in two languages, where it comes from."""

from collections.abc import Iterable, Mapping
from itertools import islice
from types import MappingProxyType

from attrs import frozen

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Source


@frozen(kw_only=True)
class Rule:
    """One check: its id, how much a breach matters, and its words.

    `english` and `swedish` are the messages, with the names of their words in braces;
    `meaning` says what is compared, `basis` where that comes from (a printed example, a rule of
    arithmetic, the contract of the tables).
    """

    rule: str
    severity: Severity
    english: str
    swedish: str
    meaning: str
    basis: str

    def broken(
        self,
        source: Source,
        *,
        printed: str | None = None,
        expected: str | None = None,
        evidence: Iterable[Source] = (),
        **words: str,
    ) -> Finding:
        """The finding that the rule is broken; `evidence` is what else was compared."""
        said = {"printed": printed or "", "expected": expected or "", **words}
        return Finding(
            rule=self.rule,
            severity=self.severity,
            message=self.english.format_map(said),
            swedish=self.swedish.format_map(said),
            source=source,
            printed=printed,
            expected=expected,
            evidence=tuple(islice(evidence, _MOST_EVIDENCE)),
        )


_MOST_EVIDENCE = 12  # of a long sum, the first lines say where to look


_ALL = (
    Rule(
        rule="row-sum",
        severity=Severity.ERROR,
        english='"{line}": {what} is printed as {printed}; {sum} gives {expected}{mend}',
        swedish='"{line}": {what} är tryckt som {printed}; {sum} ger {expected}{mend}',
        meaning="In a row of a money table the deviation is outcome minus budget (or budget minus "
        "outcome, where the whole table is printed so), the result is its parts, and the change of "
        "a forecast is the forecast minus the one before.",
        basis="Arithmetic; the columns that a table prints beside each other.",
    ),
    Rule(
        rule="total-sum",
        severity=Severity.ERROR,
        english='"{line}", {what}: printed {printed}, the lines above come to {expected}{mend}',
        swedish='"{line}", {what}: tryckt {printed}, men raderna ovanför ger {expected}{mend}',
        meaning="A total is the sum of the lines above it; of-which rows are not added again, and "
        "a subtotal stands for its own lines.",
        basis="Arithmetic; the rows that a table prints under each other.",
    ),
    Rule(
        rule="total-unexplained",
        severity=Severity.WARNING,
        english='"{line}": in no column do the lines above come to the total ({shown})',
        swedish='"{line}": i ingen kolumn ger raderna ovanför summan ({shown})',
        meaning="As `total-sum`, where no column adds up: a line is missing, or the total counts "
        "something else.",
        basis="Arithmetic; the rows that a table prints under each other.",
    ),
    Rule(
        rule="total-bare",
        severity=Severity.WARNING,
        english='"{line}": no line that it adds up is printed in "{section}"; '
        "those of the other sections are",
        swedish='"{line}": ingen rad som den summerar är tryckt i "{section}"; '
        "de andra avsnittens rader är det",
        meaning="Where the sections of a table end in their sums, each has a line that its sum "
        "adds up. Told of one section alone, where all others have theirs.",
        basis="Arithmetic; the rows that a table prints under each other.",
    ),
    Rule(
        rule="figure-differs",
        severity=Severity.ERROR,
        english='"{line}", {what}: {printed} here, {expected} in table {table}',
        swedish='"{line}", {what}: {printed} här, {expected} i tabell {table}',
        meaning="The same total of two money tables is the same figure. Two rows are the same "
        "where they are totals of one name and most of their figures agree.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="share-differs",
        severity=Severity.WARNING,
        english='"{line}": printed {printed}; {green} of {all} units are green, that is {expected}',
        swedish='"{line}": tryckt {printed}; {green} av {all} enheter är gröna, alltså {expected}',
        meaning="The share of units in goal is green units of all units, half a percent upwards. A "
        "unit without outcome stays among all; where a light is printed that could not be read, "
        "nothing is compared.",
        basis="Tables of unit results print the share beside the lights that it counts.",
    ),
    Rule(
        rule="lights-differ",
        severity=Severity.WARNING,
        english='"{line}" is {printed} {where}, but {expected} {other}',
        swedish='"{line}" är {printed} {where_sv}, men {expected} {other_sv}',
        meaning="A light is the same wherever it is printed: in the overview, at the goal, and in "
        "the strip of months under the month that the report is of.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="light-early",
        severity=Severity.WARNING,
        english='"{line}" has a light for month {month}, but the report ends in month {last}',
        swedish='"{line}" har ett ljus för månad {month}, men rapporten slutar i månad {last}',
        meaning="There is no light for a month that has not been yet.",
        basis="The period of the report.",
    ),
    Rule(
        rule="period-differs",
        severity=Severity.WARNING,
        english="the text speaks of the outcome of {printed}; the report is of {expected}",
        swedish="texten talar om utfallet för {printed}; rapporten avser {expected}",
        meaning="An outcome from the first of January is that of the report's period.",
        basis="The period of the report.",
    ),
    Rule(
        rule="text-differs",
        severity=Severity.WARNING,
        english='the text says {printed} of "{line}"; its row has {expected}',
        swedish='texten säger {printed} om "{line}"; raden har {expected}',
        meaning="An amount that the running text prints directly behind the name of a table's row "
        "is one of that row's, within the precision that it is printed with; what it calls the "
        "outcome or the forecast is a total, or totals of several tables added up.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="texts-differ",
        severity=Severity.WARNING,
        english='of "{line}" the text says here that the forecast of {when} was {printed}, '
        "elsewhere {expected}",
        swedish='om "{line}" säger texten här att prognosen för {when} var {printed}, '
        "på ett annat ställe {expected}",
        meaning="Two texts that give the same forecast of something now say the same of its "
        "forecast then, which stands next to it, with no other amount between. One may give the "
        "amount and the other the deviation from the budget, or the change since then, where the "
        "budget and the forecast explain both.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="growth-differs",
        severity=Severity.WARNING,
        english="{printed} is said of {old} and {new}; that is {expected}",
        swedish="{printed} sägs om {old} och {new}, men det är {expected}",
        meaning="A change in percent is that between two counts: those that a sentence prints "
        'directly behind it ("med 30 procent, från 993 till 1272"), or any two of its row, under a '
        "head of change, where most rows of the table, and two at least, show which columns are "
        'compared. "Cirka", "drygt" and "minst" widen it.',
        basis="Arithmetic; the report prints the counts and their change.",
    ),
    Rule(
        rule="part-differs",
        severity=Severity.WARNING,
        english='"{words}": printed {printed}, that is {expected}',
        swedish='"{words}": tryckt {printed}, men det är {expected}',
        meaning="A share that is printed directly behind its counts, in figures and of more than "
        'ten, is theirs: "15 av 20 (75 %)". So is one beside tallies in a table ("11/16" over '
        '"69 %"), and one of tallies that other tables sum up, where most others of the table are.',
        basis="Arithmetic; the report prints the counts and their share.",
    ),
    Rule(
        rule="units-differ",
        severity=Severity.WARNING,
        english='"{line}": the comment says {printed} units; {expected} are green',
        swedish='"{line}": kommentaren säger {printed} enheter, men {expected} är gröna',
        meaning="A sentence of its own that counts a goal's green units, and all of them, has the "
        "number of green lights. Where the light of one is not known, nothing is compared.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="label-differs",
        severity=Severity.WARNING,
        english='the text speaks of ages {printed}, the row "{line}" of {expected}',
        swedish='texten talar om åldrarna {printed}, raden "{line}" om {expected}',
        meaning="Text and table call the same group by the same ages.",
        basis="The report prints it twice.",
    ),
    Rule(
        rule="part-year",
        severity=Severity.INFO,
        english='"{line}": {printed} may be counted until {month} only; beside it stand whole '
        "years ({years})",
        swedish='"{line}": {printed} kan vara räknat bara till och med {month}; bredvid står hela '
        "år ({years})",
        meaning="A count in a report that ends before December is not compared with the counts of "
        "earlier whole years, unless it is of a state and not of what has happened since January, "
        "which the report does not say. Nothing is wrong in print.",
        basis="The period of the report; the years in the heads of the columns.",
    ),
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.rule: rule for rule in _ALL})
