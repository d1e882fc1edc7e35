"""What contradicts itself in the real reports, reckoned by hand: these findings, and no others.

Sums that differ by rounding only and percentages that agree are silent, whatever the file.
"""

import pytest
from readings import (
    FORMATS,
    NACKA_2018,
    TYRESO_2017,
    TYRESO_2018,
    TYRESO_2021,
    TYRESO_2022,
    file_of,
)

import ifo_followup as ifo
from ifo_followup.checks import RULES
from ifo_followup.model.findings import Severity

pytestmark = pytest.mark.corpus

EXPECTED = {
    NACKA_2018: [
        ("label-differs", "0-64", "21-64"),
        ("label-differs", "0-64", "21-64"),
        ("period-differs", "januari-mars 2018", "januari-april 2018"),
        ("text-differs", "+5,8 miljoner kronor", "5 657 tkr"),
        ("text-differs", "-245,3 miljoner kronor", "-243 533 tkr"),
        ("text-differs", "-245,3 miljoner kronor", "-243 533 tkr"),
        # a deviation of -3,3 from a budget of -67,0 would be -70,3
        ("texts-differ", "- 75,7 miljoner kronor", "- 3,3 miljoner kronor"),
    ],
    TYRESO_2017: [],  # "cirka 30" and "cirka 40 procent" are 28,1 and 37,8
    TYRESO_2018: [  # the text says of the whole what is one row's
        ("text-differs", "-10,3 Msek", "-10 660 tkr"),
        ("text-differs", "-4,9 Msek", "-5 286 tkr"),
    ],
    TYRESO_2021: [
        ("part-differs", "42 % (28 % 2020, 24 % 2019)", "44 %"),  # 19 of 43
        ("part-differs", "45 % (34 % 2020, 38 % 2019)", "43 %"),  # 17 of 40
        ("share-differs", "60 %", "50 %"),  # 5 of 10
    ],
    TYRESO_2022: [("light-early", None, None)] * 4,
}
# a misprint put into the plain text, and the rule that finds it; None: it agrees as well
SLIPS = [
    (TYRESO_2017, "från 993 till 1272", "från 993 till 1572", "growth-differs"),
    (TYRESO_2017, "cirka 40 procent", "cirka 60 procent", "growth-differs"),
    (TYRESO_2017, "cirka 40 procent", "38 procent", None),
    (TYRESO_2021, "ca 20 % - från 195", "ca 40 % - från 195", "growth-differs"),
    (TYRESO_2021, "\n11/16\t", "\n13/16\t", "part-differs"),
]


def found(data) -> list[tuple[str, str | None, str | None]]:
    return sorted(
        (finding.rule, finding.printed, finding.expected)
        for finding in ifo.parse(data).findings
        if finding.rule in RULES and finding.severity is not Severity.INFO
    )


def plain(findings) -> list[tuple[str, str | None, str | None]]:
    return [(rule, None, None) if rule == "light-early" else (rule, *r) for rule, *r in findings]


@pytest.mark.parametrize(("report", "kind"), [(r, kind) for r in FORMATS for kind in FORMATS[r]])
def test_contradictions(corpus, report, kind):
    assert plain(found(file_of(corpus, report, kind))) == EXPECTED[report]


@pytest.mark.parametrize(("report", "right", "wrong", "rule"), SLIPS)
def test_a_misprint_is_found(corpus, report, right, wrong, rule):
    text = file_of(corpus, report, "txt").read_text(encoding="utf-8")
    assert right in text
    before = plain(found(text.encode()))
    after = plain(found(text.replace(right, wrong, 1).encode()))
    more = [finding[0] for finding in after if finding not in before]
    assert set(more) == ({rule} if rule else set())


def test_a_deviation_that_explains_the_other_forecast_is_none(corpus):
    text = file_of(corpus, NACKA_2018, "txt").read_text(encoding="utf-8")
    explained = text.replace("- 75,7 miljoner", "- 70,3 miljoner")
    assert explained != text
    assert "texts-differ" not in [rule for rule, *_ in found(explained.encode())]
