"""A small plugin written out as a distribution: one honest format, and each with one fault."""

from pathlib import Path

CODE = """
from itertools import count

from ifo_followup import FollowUpReport, hookimpl
from ifo_followup.hookspecs import Claim
from ifo_followup.model.findings import Coverage, Finding, Severity
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.values import Source, Text


class Mini:
    municipality = "Exempel"
    reads = "lines that begin with Mål"

    def __init__(self, fault):
        self.fault = fault
        self.format_id = f"mini-{fault}"
        self.word = f"Minirapport {fault}"
        self.read = count(1)
        if fault == "boasting":
            self.expects = ("goals", "risks")

    def claim(self, document):
        text = "\\n".join(document.texts())
        if self.word in text:
            sure = 0.3 if self.fault == "timid" else 0.8
            return Claim(sureness=sure, evidence=(self.word,))
        if self.fault == "greedy":
            return Claim(sureness=0.1, evidence=("anything",))
        if self.fault == "pushy" and "Minirapport timid" in text:
            return Claim(sureness=0.5, evidence=("Minirapport",))
        return Claim(sureness=0.0, missed=(self.word,))

    def parse(self, document):
        lines = [x.strip() for x in "\\n".join(document.texts()).splitlines() if x.strip()]
        if self.fault == "fragile":
            lines[3]
        titles = [x.removeprefix("Mål: ") for x in lines if x.startswith("Mål: ")]
        if self.fault == "forgetful":
            titles.append(f"Nummer {next(self.read)}")
        if self.fault == "wrong":
            titles.reverse()
        unclaimed, findings = (), ()
        if self.fault == "lossy":
            unclaimed = (Source(text="Något annat"),)
        if self.fault == "wordless":
            findings = (
                Finding(
                    rule="unknown-word", severity=Severity.WARNING, message="no code",
                    source=Source(text="Typ klart"), printed="Typ klart",
                ),
            )
        yield FollowUpReport(
            municipality="Exempel",
            goals=tuple(
                Goal(
                    goal_id=f"mål {n}", level=GoalLevel.BOARD_GOAL,
                    title=Text(title, Source(text=title)),
                )
                for n, title in enumerate(titles)
                if title
            ),
            findings=findings,
            coverage=Coverage(
                claimed=10, unclaimed=10 * len(unclaimed), unclaimed_spans=unclaimed
            ),
        )


@hookimpl
def ifo_followup_formats():
    return [Mini(fault) for fault in FAULTS]
"""
FAULTS = (
    "honest",
    "greedy",
    "forgetful",
    "wrong",
    "lossy",
    "wordless",
    "fragile",
    "boasting",
    "timid",
    "pushy",
)

TEST_FILE = """
from ifo_followup.testing import FormatConformance
{classes}
"""
CLASS = """

class Test{name}(FormatConformance):
    format_id = "{format_id}"
    goldens = "{name}"
"""
GOALS = ("Trygga barn", "Nöjda brukare")


def install(site: Path) -> None:
    """Put the plugin into a folder, as pip would leave it."""
    site.mkdir(exist_ok=True)
    code = CODE.replace("FAULTS", repr(FAULTS))
    (site / "mini_code.py").write_text(code, encoding="utf-8")
    info = site / "mini-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mini\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[ifo_followup]\nmini = mini_code\n")


def document(fault: str) -> str:
    """A document of one of the formats."""
    goals = "\n\n".join(f"Mål: {goal}" for goal in GOALS)
    return f"Minirapport {fault}\n\n{goals}\n\nSlut\n"


def expected(fault: str, state: str = "accepted") -> str:
    """What must be read from it."""
    rows = ", ".join(
        f'{{"goal_id": "g{n}", "level": "board_goal", "title": "{goal}"}}'
        for n, goal in enumerate(GOALS, start=1)
    )
    return (
        f'{{"source": "document.txt", "format": "mini-{fault}", "state": "{state}",'
        f' "tables": {{"report": [{{"municipality": "Exempel"}}], "goals": [{rows}]}}}}\n'
    )


def write_tests(folder: Path, *faults: str, state: str | None = "accepted") -> None:
    """A test file with a class a format, and a golden for each; `state` None writes no truth."""
    folder.mkdir(exist_ok=True)
    names = {fault: fault.capitalize() for fault in faults}
    classes = "".join(
        CLASS.format(name=name, format_id=f"mini-{fault}") for fault, name in names.items()
    )
    (folder / "test_mini.py").write_text(TEST_FILE.format(classes=classes), encoding="utf-8")
    for fault, name in names.items():
        case = folder / name / "case"
        case.mkdir(parents=True)
        (case / "document.txt").write_text(document(fault), encoding="utf-8")
        if state is not None:
            (case / "expected.json").write_text(expected(fault, state), encoding="utf-8")
