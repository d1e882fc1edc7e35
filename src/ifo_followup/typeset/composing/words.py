"""The printed form of values: as they were printed, or in the usual words where that is not known.

A report that was read keeps its printed words, and they are what is printed again. One that was
made in a program, or a light that was shown as a colour only, has none.
"""

from ifo_followup.document import Colour
from ifo_followup.model.steering import Likelihood, MoneyRange, Risk, Status
from ifo_followup.model.values import Assessment, Missing, Number, Text, Unit, Verdict
from ifo_followup.swedish import dates
from ifo_followup.swedish.numbers import format_number
from ifo_followup.typeset.composing.pieces import Printed

GREEN, YELLOW, RED = Colour(146, 208, 80), Colour(255, 230, 100), Colour(240, 90, 90)
GREY = Colour(166, 166, 166)
COLOURS = {Verdict.GREEN: GREEN, Verdict.YELLOW: YELLOW, Verdict.RED: RED}
VERDICTS = {
    Verdict.FULFILLED: "Helt uppfyllt",
    Verdict.LARGELY_FULFILLED: "I hög grad uppfyllt",
    Verdict.PARTLY_FULFILLED: "Delvis uppfyllt",
    Verdict.NOT_FULFILLED: "Ej uppfyllt",
    Verdict.CONTRIBUTES: "Bidrar till att uppnå målet",
    Verdict.DOES_NOT_CONTRIBUTE: "Bidrar inte till att uppnå målet",
    Verdict.NOT_ASSESSABLE: "Går inte att bedöma",
    Verdict.NO_OUTCOME: "Inget utfall",
    Verdict.GREEN: "Grön",
    Verdict.YELLOW: "Gul",
    Verdict.RED: "Röd",
}
STATUSES = {
    Status.COMPLETED: "Genomfört",
    Status.STARTED: "Påbörjat",
    Status.NOT_STARTED: "Ej påbörjat",
}
LIKELIHOODS = {Likelihood.LOW: "Låg", Likelihood.MEDIUM: "Medel", Likelihood.HIGH: "Hög"}
UNITS = {
    Unit.PERCENT: " %",
    Unit.TKR: " tkr",
    Unit.MNKR: " mnkr",
    Unit.KR: " kr",
    Unit.KR_PER_INHABITANT: " kr/inv",
    Unit.HOURS: " timmar",
}
MONTHS = tuple(names[0] for names in dates.MONTHS)


def words(text: Text | None) -> str:
    """A text as printed, "" for none."""
    return text.text if text else ""


def assessment_words(assessment: Assessment | None) -> str:
    """The words of an assessment, "" for none and for one that only has a colour."""
    if assessment is None:
        return ""
    if assessment.text or assessment.verdict in COLOURS:
        return assessment.text
    return VERDICTS[assessment.verdict] if assessment.verdict else ""


def assessment_cell(assessment: Assessment | None) -> Printed:
    """A cell with an assessment: its words, the colour alone, or an icon that lost its."""
    text = assessment_words(assessment)
    if assessment is None or text:
        return Printed(text=text)
    if assessment.missing is Missing.LOST:
        return Printed(mark=GREY)
    return Printed(fill=COLOURS[assessment.verdict]) if assessment.verdict else Printed()


def number_words(number: Number, *, unit: bool = False) -> str:
    """A number as printed; one without printed text is written in the Swedish way."""
    if number.text or number.value is None:
        return "-" if number.missing is Missing.DASH and not number.text else number.text
    bare = format_number(number.value, number.decimals)
    return bare + UNITS.get(number.unit, "") if unit and number.unit else bare


def status_words(status: Status | None, printed: Text | None) -> str:
    """The words of a status."""
    return words(printed) or (STATUSES[status] if status else "")


def likelihood_words(risk: Risk) -> str:
    """The words of a likelihood."""
    return words(risk.likelihood_text) or (LIKELIHOODS[risk.likelihood] if risk.likelihood else "")


def range_words(impact: MoneyRange | None) -> str:
    """An interval of money: "1,0-2,5", or one figure."""
    if impact is None or impact.source.text:
        return impact.source.text if impact else ""
    low, high = format_number(impact.low), format_number(impact.high)
    return low if impact.low == impact.high else f"{low} - {high}"
