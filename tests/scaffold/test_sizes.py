"""A kommun is a page of declarations: how many lines the plugins take, for each layout they read.

    pytest tests/scaffold/test_sizes.py -s

prints the numbers. Lines are those that are not blank; what the layouts of a plugin share counts
for each with its part.
"""

from pathlib import Path
from statistics import median

from made import EXAMPLES, WORKED, load

from ifo_followup.corridor import open_document
from ifo_followup.scaffold.golden import expected_json

PLUGINS = sorted((EXAMPLES.parent / "plugins").iterdir())
MOST, MOST_AT_THE_MEDIAN, MOST_OF_A_SIMPLE_ONE = 150, 90, 60


def lines_of(path: Path) -> int:
    return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def layouts(plugin: Path) -> dict[str, float]:
    """The lines of each generation of a plugin's layout."""
    sources = list((plugin / "src").rglob("*.py"))
    own = [path for path in sources if path.stem[-4:].isdigit()]
    shared = sum(lines_of(path) for path in sources if path not in own)
    return {f"{plugin.name} {path.stem}": lines_of(path) + shared / len(own) for path in own}


def test_a_layout_is_a_page():
    found = {name: n for plugin in PLUGINS for name, n in layouts(plugin).items()}
    for name, lines in sorted(found.items()):
        print(f"{name}: {lines:g} lines")  # noqa: T201 -- see above
    print(f"median: {median(found.values()):g}")  # noqa: T201 -- as above
    assert len(found) == 5
    assert max(found.values()) <= MOST
    assert median(found.values()) < MOST_AT_THE_MEDIAN


def test_the_worked_plugin_is_short():
    lines = sum(lines_of(path) for path in (WORKED / "src").rglob("*.py"))
    print(f"the worked plugin: {lines} lines")  # noqa: T201 -- as above
    assert lines <= MOST_OF_A_SIMPLE_ONE


def test_the_worked_plugin_reads_its_golden():
    made = load(next((WORKED / "src").rglob("tertial_2024.py"))).FORMAT
    (golden,) = (WORKED / "tests/goldens").iterdir()
    document = open_document(golden / "document.pdf")
    (report,) = made.parse(document)
    expected = (golden / "expected.json").read_text(encoding="utf-8")
    read = expected_json(report, source="document.pdf", format_id=made.format_id)
    assert expected == read.replace('"proposed"', '"accepted"')
    assert made.claim(document).sureness == 1
    assert (report.findings, report.coverage.share) == ((), 1)


def test_its_golden_is_the_example():
    (golden,) = (WORKED / "tests/goldens").iterdir()
    example = EXAMPLES / "lindby" / "tertialrapport-2-2024.pdf"
    assert (golden / "document.pdf").read_bytes() == example.read_bytes()
