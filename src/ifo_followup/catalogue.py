"""Every rule that a finding can name: what `explain RULE` prints, and the page of the rules.

python -m ifo_followup.catalogue > docs/reference/findings.md
"""

from collections.abc import Iterator
from difflib import get_close_matches

from attrs import frozen

from ifo_followup.checks.rules import RULES
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.reading_rules import READING_RULES
from ifo_followup.reading_swedish import READING_IN_SWEDISH

_HEAD = """\
# Findings

<!-- generated: make docs -->

A finding says what was seen and not understood, not read, or what contradicts something else in
the report. It never changes a value. Each has a `rule` (below), a `severity`, a `message` (checks
have it in Swedish as well: `swedish`), and where it can be said a `source` (the place), what was
`printed` and what was `expected`. `ifo-followup check` lists them and exits with 1 when one is an
error; `ifo-followup explain RULE` prints an entry of this page.
"""
_CHECKS = """\
## Checks

What a report says twice must agree. Figures are compared as intervals: a printed figure stands for
every number that rounds to it (half a unit of its last decimal to either side, the reading of XBRL
Calculations 1.1), and only where no numbers fit is there a finding. There is no other tolerance.
"""


@frozen(kw_only=True)
class Entry:
    """A rule as the catalogue has it. `advice` is what to do; `basis` where a check comes from."""

    rule: str
    severity: Severity
    meaning: str
    advice: str = ""
    basis: str = ""
    example: str = ""

    @property
    def text(self) -> str:
        """The entry for people, several lines."""
        lines = [f"{self.rule} ({self.severity.value})", "", self.meaning]
        lines += [f"Basis: {self.basis}"] if self.basis else []
        lines += [f"What to do: {self.advice}"] if self.advice else []
        return "\n".join(lines)


_LOOK = "Look at the page; quote the figure with the contradiction, or ask the municipality."


def entries() -> Iterator[Entry]:
    """All rules, sorted by id."""
    found = [
        *(
            Entry(rule=r.rule, severity=r.severity, meaning=r.meaning, advice=r.advice)
            for r in READING_RULES
        ),
        *(
            Entry(
                rule=r.rule,
                severity=r.severity,
                meaning=r.meaning,
                basis=r.basis,
                advice=_LOOK,
                example=r.swedish,
            )
            for r in RULES.values()
        ),
    ]
    return iter(sorted(found, key=lambda entry: entry.rule))


def entry(rule: str) -> Entry | None:
    """The entry of a rule; None for one that there is not."""
    return next((each for each in entries() if each.rule == rule), None)


def in_swedish(finding: Finding) -> str:
    """What a finding says, in Swedish; its message as it is where a plugin's own rule has none."""
    sentence = finding.swedish or READING_IN_SWEDISH.get(finding.rule, "{message}")
    return sentence if finding.swedish else sentence.replace("{message}", finding.message)


def near(word: str) -> list[str]:
    """The rules that somebody who wrote so may have meant, the nearest first."""
    return get_close_matches(word.lower(), [each.rule for each in entries()])


def page() -> str:
    """The page of the rules, as Markdown."""
    lines = [_HEAD, _CHECKS, "| rule | severity | what must hold | basis |", "|---|---|---|---|"]
    lines += [
        f"| `{e.rule}` | {e.severity.value} | {e.meaning} | {e.basis} |"
        for e in entries()
        if e.basis
    ]
    lines += [
        "",
        "## Reading",
        "",
        "| rule | severity | meaning | what to do |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{e.rule}` | {e.severity.value} | {e.meaning} | {e.advice} |"
        for e in entries()
        if not e.basis
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
