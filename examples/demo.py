"""Reads the reports of Almviks kommun and says what a controller would ask first.

    python examples/demo.py

Every name used here is public: this is also an example of how to use the library.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import ifo_followup as ifo

HERE = Path(__file__).parent
NAMES = (
    "almvik-2019-delarsrapport-1",
    "almvik-2019-tertialbokslut-2",
    "almvik-2023-manadsrapport-oktober",
)
MOST_AMOUNTS = 3


def lights(report: ifo.FollowUpReport) -> str:
    """How many goals have each assessment: "3 green, 1 yellow"."""
    counted = Counter(
        goal.assessment.verdict.value.replace("_", " ")
        for goal in report.goals
        if goal.assessment and goal.assessment.verdict
    )
    told = ", ".join(f"{number} {word}" for word, number in counted.most_common())
    return f"{len(report.goals)} goals: {told or 'none is assessed in words or colours'}"


def largest(report: ifo.FollowUpReport, *wanted: str) -> Iterator[str]:
    """The amounts of one kind that are largest, each with the place it was read from."""
    found = []
    for table in report.budget_tables:
        for line in table.lines:
            for cell in line.cells:
                codes = {cell.quantity.value, cell.basis.value, cell.horizon.value}
                value, unit = cell.amount.value, cell.amount.unit or table.unit
                if codes.issuperset(wanted) and line.role.value == "item" and value:
                    found.append((value, unit, line.label, cell.amount.source))
    found.sort(key=lambda each: -abs(each[0]))
    for value, unit, label, source in found[:MOST_AMOUNTS]:
        amount = f"{swedish(value)} {unit.value if unit else ''}"
        yield f"{amount:>13}  {label}  (page {source.page}, {source.column})"


def swedish(value: Decimal) -> str:
    """A number as the reports print it."""
    return f"{value:,}".replace(",", " ").replace(".", ",").replace("-", "−")


def same_tables(name: str, ending: str) -> str:
    """Whether the report reads the same from another kind of file."""
    one = ifo.parse(HERE / f"{name}.pdf").to_frames()
    other = ifo.parse(HERE / f"{name}.{ending}").to_frames()
    different = [
        table
        for table in one
        # a page is known only where there are pages
        if not one[table]
        .drop(columns="page", errors="ignore")
        .equals(other[table].drop(columns="page", errors="ignore"))
    ]
    told = f"{len(one) - len(different)} of {len(one)} tables are equal, cell by cell"
    return f"{told}; different: {', '.join(different)}" if different else told


def main() -> None:
    """Print the answers."""
    for name in NAMES:
        report = ifo.parse(HERE / f"{name}.pdf")
        kind = report.report_type.value if report.report_type else "report"
        print(f"\n{report.municipality}, {report.title or kind}, up to {report.period_end}")
        print(f"  {lights(report)}")
        amounts = list(largest(report, "deviation", "full_year"))
        told = "largest deviations from the year's budget"
        if not amounts:  # some municipalities print the result of the year in their place
            amounts = list(largest(report, "result", "forecast", "full_year"))
            told = "largest forecast results of the year"
        print(f"  {told}:")
        for each in amounts:
            print(f"    {each}")
        rules = Counter(finding.rule for finding in report.findings)
        told = ", ".join(f"{rule} × {number}" for rule, number in rules.items())
        print(f"  not read: {report.coverage.unclaimed} characters; findings: {told or 'none'}")
    print("\nThe same reports from other kinds of files")
    for name in NAMES:
        print(f"  {name}")
        print(f"    Word: {same_tables(name, 'docx')}")
        print(f"    text: {same_tables(name, 'txt')}")


if __name__ == "__main__":
    main()
