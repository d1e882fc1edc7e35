"""Corrections put into a report: the value changes, its source keeps the print."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import TypeVar
from unicodedata import normalize

from attrs import evolve

from ifo_followup.locating.finding import NoSuchValue, find
from ifo_followup.locating.values import Value
from ifo_followup.model.findings import Correction, Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import Likelihood, MoneyRange, Status
from ifo_followup.model.values import Assessment, Number, Text, Verdict
from ifo_followup.out.plain import clip
from ifo_followup.swedish.dates import first_month
from ifo_followup.swedish.numbers import (
    Quantity,
    UnreadableNumber,
    printed_number,
    read_quantity,
    read_range,
)
from ifo_followup.swedish.text import tidy
from ifo_followup.swedish.words import ASSESSMENTS, LIKELIHOODS, STATUSES

_STEP = re.compile(r"\[([0-9]{1,7})\]|([a-z_]{1,40})")
_SHOWN = 80  # characters of a text in a message

E = TypeVar("E", bound=Enum)
Step = str | int


class _Misfit(Exception):
    """A correction does not fit the report; the message says why, in English and in Swedish."""

    def __init__(self, message: str, swedish: str, value: Value | None = None) -> None:
        super().__init__(message)
        self.message, self.swedish, self.value = message, swedish, value


def apply(report: FollowUpReport, corrections: Iterable[Correction]) -> FollowUpReport:
    """The report with its printed errors put right.

    A corrected value gets the finding `correction-applied` and stands in `report.corrections`, with
    the way to it; its `source.text` stays what is printed. A correction that does not fit changes
    nothing and gets the finding `correction-unused`. One that was applied before is passed over.
    The findings of the report are kept; `recheck` runs the checks again.
    """
    for correction in corrections:
        report = _applied(report, correction)
    return report


def _applied(report: FollowUpReport, correction: Correction) -> FollowUpReport:
    try:
        value = _value(report, correction)
        done = evolve(correction, what=value.path)
        if done in report.corrections:
            return report
        corrected = _corrected(report, correction, value)
    except _Misfit as misfit:
        return evolve(report, findings=(*report.findings, _unused(correction, misfit)))
    return evolve(
        corrected,
        corrections=(*report.corrections, done),
        findings=(*report.findings, _used(done, value)),
    )


def _value(report: FollowUpReport, correction: Correction) -> Value:
    """The one value that is to be corrected, when it is printed as the correction says."""
    try:
        values = find(report, correction.what)
    except NoSuchValue as error:
        raise _Misfit(str(error), "värdet finns inte i rapporten") from error
    if len(values) != 1:
        raise _Misfit(
            f"it names {len(values)} values: name one, such as {values[0].path}",
            f"den gäller {len(values)} värden: ange ett, till exempel {values[0].path}",
        )
    (value,) = values
    if _print(value.source.text) != _print(correction.printed):
        raise _Misfit(
            "something else is printed there", "något annat är tryckt på det stället", value
        )
    return value


def _print(text: str) -> str:
    """What is compared: how the lines are broken and the letters are stored says nothing."""
    return normalize("NFC", tidy(text))


def _corrected(report: FollowUpReport, correction: Correction, value: Value) -> FollowUpReport:
    for other in report.corrections:
        if other.what == value.path:
            raise _Misfit(
                f'it was corrected before, to "{clip(other.corrected, _SHOWN)}"',
                f'det har redan rättats till "{clip(other.corrected, _SHOWN)}"',
                value,
            )
    steps = _steps(value.path)
    changed = _put(report, steps, _right(value, correction.corrected))
    last = steps[-1]
    if isinstance(last, str) and last in _CODES:
        name, read = _CODES[last]
        code = read(correction.corrected)
        if code is None:
            raise _unread(value, f"a known {name}", "ett känt värde")
        changed = _put(changed, [*steps[:-1], name], code)
    if not isinstance(changed, FollowUpReport):
        raise TypeError("what is put into a report leaves a report")
    return changed


def _right(value: Value, text: str) -> object:
    """The value as it should be, with the source that it has."""
    match value.held:
        case Text() as held:
            return evolve(held, text=text)
        case Number() as held:
            quantity = _quantity(text)
            if quantity is None:
                raise _unread(value, 'a number such as "-12 480,5"', "ett tal")
            return evolve(
                held,
                value=quantity.number,
                missing=None,
                unit=quantity.unit or held.unit,
                decimals=quantity.decimals,
            )
        case Assessment() as held:
            verdict = _member(Verdict, text) or ASSESSMENTS.lookup(text)
            if verdict is None:
                raise _unread(value, "a known assessment", "en känd bedömning")
            return evolve(held, verdict=Verdict(verdict), missing=None)
        case MoneyRange() as held:
            ends = read_range(text)
            if ends is None:
                raise _unread(value, 'a range such as "0,3-0,6"', "ett intervall")
            return evolve(held, low=ends[0], high=ends[1])
        case _:
            raise _unread(value, "a value of its kind", "ett sådant värde")


def _quantity(text: str) -> Quantity | None:
    try:
        number, decimals = printed_number(text)
        return Quantity(number, None, decimals)
    except UnreadableNumber:
        quantity = read_quantity(text)
    return None if quantity is None or quantity.unit is None or quantity.words else quantity


def _member(kind: type[E], text: str) -> E | None:
    return next((each for each in kind if each.value == text.strip()), None)


def _status(text: str) -> Status | None:
    code = STATUSES.lookup(text)
    return Status(code) if code else None


def _likelihood(text: str) -> Likelihood | None:
    code = LIKELIHOODS.lookup(text)
    return Likelihood(code) if code else None


# words that have their code beside them: one may not be corrected without the other
_CODES: Mapping[str, tuple[str, Callable[[str], object]]] = MappingProxyType(
    {
        "status_text": ("status", _status),
        "likelihood_text": ("likelihood", _likelihood),
        "month_text": ("month", first_month),
    }
)


def _steps(path: str) -> list[Step]:
    return [int(step[1]) if step[1] else step[2] for step in _STEP.finditer(path)]


def _put(here: object, steps: Sequence[Step], new: object) -> object:
    """The same object with something else at the end of a path."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(here, tuple):
            raise TypeError("only tuples are counted in a report")
        return (*here[:step], _put(here[step], rest, new), *here[step + 1 :])
    changes = {step: _put(getattr(here, step), rest, new)}
    return evolve(here, **changes)  # type: ignore[misc] # each step of a path is an attrs class


def _unread(value: Value, what: str, swedish: str) -> _Misfit:
    return _Misfit(
        f"the right text cannot be read as {what}",
        f"den rätta texten går inte att läsa som {swedish}",
        value,
    )


def _unused(correction: Correction, misfit: _Misfit) -> Finding:
    value = misfit.value
    by = f"{correction.who}, {correction.date}"
    right = clip(correction.corrected, _SHOWN)
    return Finding(
        rule="correction-unused",
        severity=Severity.WARNING,
        message=f'the correction of {correction.what} to "{right}" ({by}) was not used: '
        f"{misfit.message}",
        swedish=f'rättelsen av {correction.what} till "{right}" ({by}) användes inte: '
        f"{misfit.swedish}",
        source=value.source if value else None,
        printed=value.source.text if value else None,
        expected=correction.printed,
    )


def _used(correction: Correction, value: Value) -> Finding:
    by = f"{correction.who}, {correction.date}"
    right = clip(correction.corrected, _SHOWN)
    return Finding(
        rule="correction-applied",
        severity=Severity.INFO,
        message=f'{correction.what} was corrected to "{right}" ({by}): {correction.why}',
        swedish=f'{correction.what} rättades till "{right}" ({by}): {correction.why}',
        source=value.source,
        printed=value.source.text,
    )
