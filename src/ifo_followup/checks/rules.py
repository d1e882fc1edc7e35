"""The rules that reports are checked by: what each says in two languages, where it comes from."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Source


@frozen(kw_only=True)
class Rule:
    """One check: its id, how much a breach matters, and its words.

    `english` and `swedish` are the messages, with the names of the evidence in braces;
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
        **words: str,
    ) -> Finding:
        """The finding that the rule is broken."""
        evidence = {"printed": printed or "", "expected": expected or "", **words}
        return Finding(
            rule=self.rule,
            severity=self.severity,
            message=self.english.format_map(evidence),
            swedish=self.swedish.format_map(evidence),
            source=source,
            printed=printed,
            expected=expected,
        )


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
        english='"{line}": in no column do the lines above come to the total ({evidence})',
        swedish='"{line}": i ingen kolumn ger raderna ovanför summan ({evidence})',
        meaning="As `total-sum`, where no column adds up: a line is missing, or the total counts "
        "something else.",
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
        "unit without outcome stays among all.",
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
        rule="label-differs",
        severity=Severity.WARNING,
        english='the text speaks of ages {printed}, the row "{line}" of {expected}',
        swedish='texten talar om åldrarna {printed}, raden "{line}" om {expected}',
        meaning="Text and table call the same group by the same ages.",
        basis="The report prints it twice.",
    ),
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.rule: rule for rule in _ALL})
