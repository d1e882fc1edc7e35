"""The few words that stand around a finding on a terminal, in the languages that there are."""

from collections.abc import Mapping

from attrs import frozen

from ifo_followup.model.findings import Severity


@frozen(kw_only=True)
class Wording:
    """What places and the parts of a finding are called."""

    page: str
    line: str
    lines: str
    table: str
    row: str
    column: str
    printed: str
    expected: str
    no_findings: str
    severities: Mapping[Severity, str]


ENGLISH = Wording(
    page="page",
    line="line",
    lines="lines",
    table="table",
    row="row",
    column="column",
    printed="printed",
    expected="expected",
    no_findings="no findings",
    severities={severity: severity.value for severity in Severity},
)
# the severities as the glossary has them
SWEDISH = Wording(
    page="sida",
    line="textrad",
    lines="textraderna",
    table="tabell",
    row="rad",
    column="kolumn",
    printed="tryckt",
    expected="väntat",
    no_findings="inga anmärkningar",
    severities={Severity.INFO: "upplysning", Severity.WARNING: "varning", Severity.ERROR: "fel"},
)
