"""The documentation is true: its code runs as printed, its lists are complete, its links lead on.

    python tests/test_docs.py

writes the generated parts anew (`make docs`): the printed output of code, the tables of columns.
"""

import argparse
import ast
import importlib.util
import inspect
import io
import os
import pkgutil
import re
import shlex
import subprocess
import sys
import venv
from collections.abc import Callable
from contextlib import contextmanager, redirect_stdout
from enum import Enum
from pathlib import Path

import attrs
import pytest

import ifo_followup
import ifo_followup.model
from ifo_followup import catalogue, cli, errors, hookspecs
from ifo_followup.layouts import declare
from ifo_followup.limits import MIB, Limits
from ifo_followup.model.findings import Severity
from ifo_followup.out.tables import TABLES, Kind
from ifo_followup.reading_rules import READING_RULES
from ifo_followup.reading_swedish import READING_IN_SWEDISH

REPOSITORY = Path(__file__).resolve().parents[1]
DOCS = REPOSITORY / "docs"
SOURCES = sorted(
    path
    for root in (REPOSITORY / "src", *(REPOSITORY / "plugins").glob("*/src"))
    for path in root.rglob("*.py")
)
PAGES = sorted(
    (
        *REPOSITORY.glob("*.md"),
        *DOCS.rglob("*.md"),
        *(REPOSITORY / "plugins").glob("*/*.md"),
        *(REPOSITORY / "examples").glob("*/ifo-followup-*/*.md"),
    )
)

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "…\n"  # a line of its own: any lines may stand here
TABLES_PAGE = DOCS / "reference" / "tables.md"
HOOKS_PAGE = DOCS / "reference" / "hooks.md"


def name_of(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# -- code


@contextmanager
def inside(folder: Path):
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def outputs(text: str, folder: Path):
    """Run a page's code; for each block that prints: what stands there, and what came out.

    A `python` block prints into the `text` block behind it; a `console` block is commands behind
    "$ ", each followed by its output. All Python of a page shares its names.
    """
    names: dict[str, object] = {"__name__": "__docs__"}
    blocks = list(FENCE.finditer(text))
    for n, block in enumerate(blocks):
        behind = blocks[n + 1] if n + 1 < len(blocks) else None
        if block[1] == "python":
            printed = run_python(block[2], names, folder)
            if behind is not None and behind[1] == "text":
                yield behind, printed
            else:
                assert printed == "", "code prints, and no block shows what"
        elif block[1] == "console":
            yield block, "".join(run_commands(block[2], folder))


def run_python(code: str, names: dict[str, object], folder: Path) -> str:
    stream = io.StringIO()
    with inside(folder), redirect_stdout(stream):
        exec(compile(code, "<docs>", "exec"), names)  # noqa: S102 -- our own documentation
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


MODULES = {"ifo-followup": "ifo_followup", "pip": "pip", "pytest": "pytest"}
# a page may install what it has just made: with what is here, and without asking anybody
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it so: no isolation
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTEST_ADDOPTS": "-p no:cacheprovider",
    "COLUMNS": "100",
}
OWN = ".own"  # the environment of a page that installs something


def python_of(folder: Path, program: str) -> str:
    """The Python that runs a command: one of the page's own from its first `pip` on."""
    own = folder / OWN
    python = own / "bin" / "python"
    if program == "pip" and not own.exists():
        venv.create(own, with_pip=False, symlinks=True)
        (site,) = own.glob("lib/python*/site-packages")
        here = [path for path in sys.path if path.endswith("site-packages")]
        lines = (f"import site; site.addsitedir({path!r})\n" for path in here)
        (site / "all_of_ours.pth").write_text("".join(lines), encoding="utf-8")
    return str(python) if own.exists() else sys.executable


def run_commands(block: str, folder: Path):
    code = 0
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        program, *arguments = shlex.split(line[2:])
        yield f"{line}\n"
        if program == "echo":
            yield f"{code}\n"  # "echo $?"
            continue
        assert program in MODULES, line
        done = subprocess.run(
            [python_of(folder, program), "-m", MODULES[program], *arguments],
            cwd=folder,
            env={**os.environ, **OFFLINE},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        code = done.returncode
        yield "".join(f"{each.rstrip()}\n" for each in done.stdout.splitlines())


def matches(shown: str, printed: str) -> bool:
    parts = [re.escape(part) for part in shown.split(ELLIPSIS)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the examples in it: where a reader of the documentation stands."""
    (tmp_path / "examples").symlink_to(REPOSITORY / "examples", target_is_directory=True)
    return tmp_path


RUNNABLE = [page for page in PAGES if re.search(r"^```(python|console)$", read(page), re.MULTILINE)]


def lacks(page: Path) -> bool:
    """Whether a page tests a plugin, and what plugins are tested with is not here."""
    tests = re.search(r"^\$ pytest ", read(page), re.MULTILINE) is not None
    return tests and importlib.util.find_spec("ifo_followup.testing") is None


@pytest.mark.parametrize("page", RUNNABLE, ids=name_of)
def test_code_does_what_is_printed(page: Path, folder: Path):
    if lacks(page):
        pytest.skip("ifo_followup.testing is not here")
    for block, printed in outputs(read(page), folder):
        assert matches(block[2], printed), f"run make docs; it prints:\n{printed}"


def test_readme_code_is_short():
    first = next(
        block for block in FENCE.finditer(read(REPOSITORY / "README.md")) if block[1] == "python"
    )
    assert len([line for line in first[2].splitlines() if line.strip()]) <= 10


# -- complete lists


def columns_markdown() -> str:
    """Every table with its columns, as the library states them."""
    parts: list[str] = []
    for table, columns in TABLES.items():
        parts.append(f"### {table}\n\n| column | type | meaning |\n|---|---|---|\n")
        for column in columns:
            kind = (
                f"code {list_of(column.codes)}" if column.kind is Kind.CODE else column.kind.value
            )
            parts.append(f"| `{column.name}` | {kind} | {column.meaning} |\n")
        parts.append("\n")
    return "".join(parts)


def list_of(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


# -- what the contract of plugins says of itself


def signature_of(function: Callable[..., object]) -> str:
    """The arguments and what comes back, in names without their modules."""
    shown = str(inspect.signature(function)).replace("(self, ", "(").replace("(self)", "()")
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z])", "", shown)


def one_line(held: object) -> str:
    """All of a docstring before its "Attributes:", on one line."""
    return " ".join((inspect.getdoc(held) or "").partition("\n\nAttributes:")[0].split())


def hooks_markdown() -> str:
    """Every hook: how it is called, and what it is to do."""
    hooks = [each for name, each in vars(hookspecs.Specs).items() if not name.startswith("_")]
    return "\n".join(
        f"`{hook.__name__}{signature_of(hook)}`\n\n{inspect.getdoc(hook)}\n" for hook in hooks
    )


def format_markdown() -> str:
    """Every member that a format has."""
    lines = [f"{one_line(hookspecs.Format)}\n\n| member | type | meaning |\n|---|---|---|\n"]
    for name, member in vars(hookspecs.Format).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            _, _, gives = signature_of(member.fget).partition(" -> ")
            lines.append(f"| `{name}` | `{gives}` | {one_line(member)} |\n")
        elif callable(member):
            lines.append(f"| `{name}` | `{signature_of(member)}` | {one_line(member)} |\n")
    return "".join(lines)


def claim_markdown() -> str:
    """Every field of a claim, as its docstring tells them."""
    told = (inspect.getdoc(hookspecs.Claim) or "").partition("Attributes:\n")[2]
    meanings = dict(re.findall(r"^ +(\w+): (.*)$", told, re.MULTILINE))
    assert list(meanings) == [field.name for field in attrs.fields(hookspecs.Claim)]
    lines = [f"{one_line(hookspecs.Claim)}\n\n| field | type | meaning |\n|---|---|---|\n"]
    for field in attrs.fields(hookspecs.Claim):
        kind = field.type.__name__ if isinstance(field.type, type) else ""
        lines.append(f"| `{field.name}` | `{kind or field.type}` | {meanings[field.name]} |\n")
    return "".join(lines)


GENERATED: dict[str, tuple[Path, Callable[[], str]]] = {
    "columns": (TABLES_PAGE, columns_markdown),
    "hooks": (HOOKS_PAGE, hooks_markdown),
    "format": (HOOKS_PAGE, format_markdown),
    "claim": (HOOKS_PAGE, claim_markdown),
}


def marks(name: str) -> tuple[str, str]:
    """What stands before and behind a generated part of a page."""
    return f"<!-- {name}: generated by make docs -->\n", f"<!-- end of {name} -->\n"


def between(text: str, name: str) -> str:
    begin, end = marks(name)
    assert text.count(begin) == text.count(end) == 1
    return text.partition(begin)[2].partition(end)[0].strip("\n") + "\n"


@pytest.mark.parametrize("name", GENERATED)
def test_generated_parts_are_current(name: str):
    page, make = GENERATED[name]
    assert between(read(page), name) == make().strip("\n") + "\n", "run make docs"


def test_the_contract_of_plugins_is_shown_whole():
    members = {name for name in vars(hookspecs.Format) if not name.startswith("_")}
    assert members == set(re.findall(r"^\| `(\w+)`", format_markdown(), re.MULTILINE))
    assert {"claim", "parse", "format_id", "municipality", "reads"} <= members
    hooks = {name for name in vars(hookspecs.Specs) if not name.startswith("_")}
    assert hooks == set(re.findall(r"^`(\w+)\(", hooks_markdown(), re.MULTILINE))
    assert "`(document: Document) -> Iterable[FollowUpReport]`" in format_markdown()
    assert all(line.count("|") == 4 for line in format_markdown().splitlines() if "|" in line)


def test_tables_page_explains_every_code():
    page = read(TABLES_PAGE)
    by_hand = page.replace(between(page, "columns"), "")
    codes = {code for columns in TABLES.values() for column in columns for code in column.codes}
    assert {code for code in codes if f"`{code}`" not in by_hand} == set()


def rules_in(tree: ast.AST):
    """The ids of findings that a file may give."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        yield from (word.value for word in node.keywords if word.arg == "rule")
        if isinstance(node.func, ast.Attribute) and len(node.args) > 1:
            if node.func.attr == "find":
                yield node.args[0]
            elif node.func.attr == "ignore":
                yield node.args[1]


def all_rules() -> set[str]:
    found = {
        rule.value
        for path in SOURCES
        for rule in rules_in(ast.parse(read(path)))
        if isinstance(rule, ast.Constant) and isinstance(rule.value, str)
    }
    return {rule for rule in found if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule)}


def first_column(page: Path) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", read(page), re.MULTILINE))


def test_every_rule_is_explained():
    assert {entry.rule for entry in catalogue.entries()} == all_rules()


def test_every_rule_of_reading_is_told_in_swedish():
    assert list(READING_IN_SWEDISH) == [each.rule for each in READING_RULES]


def test_what_warns_says_what_to_do():
    idle = [e.rule for e in catalogue.entries() if e.advice.startswith("Nothing")]
    severities = {e.rule: e.severity for e in catalogue.entries()}
    assert {rule for rule in idle if severities[rule] is not Severity.INFO} == set()


def test_the_page_of_rules_is_the_generated_one():
    page = read(DOCS / "reference" / "findings.md")
    assert page == catalogue.page(), "run: make docs"
    assert first_column(DOCS / "reference" / "findings.md") == all_rules()


def test_rules_are_found():
    assert {"unknown-word", "row-ambiguous", "legend-word", "plugin-failed"} <= all_rules()


def test_every_reason_and_error_is_explained():
    listed = first_column(DOCS / "reference" / "errors.md")
    kinds = {errors.FollowUpError, *errors.FollowUpError.__subclasses__()}
    assert listed == {reason.value for reason in errors.Reason} | {kind.__name__ for kind in kinds}


def model_classes() -> set[type]:
    modules = [
        importlib.import_module(f"ifo_followup.model.{module.name}")
        for module in pkgutil.iter_modules(ifo_followup.model.__path__)
    ]
    return {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and not each.__name__.startswith("_")
        and (attrs.has(each) or issubclass(each, Enum))
    }


def glossary_rows() -> list[tuple[list[str], str]]:
    """Each row of the glossary: its Swedish terms, and what it says of the model."""
    rows = re.findall(
        r"^\| ([^|]+) \| [^|]+ \|(?: ([^|]+) \|)?$", read(DOCS / "glossary.md"), re.MULTILINE
    )
    found = [(re.split(r"[,;] (?![^(]*\))", swedish), model) for swedish, model in rows]
    return [(terms, model) for terms, model in found if terms != ["Swedish"]]


def named_in_the_glossary() -> set[str]:
    """The names of the model that stand in a row with a Swedish term."""
    return {
        name
        for terms, model in glossary_rows()
        if all(term.strip() for term in terms)
        for name in re.findall(r"`([A-Z][\w.]+)`", model)
    }


def test_glossary_has_every_class_of_the_model():
    named = {name.partition(".")[0] for name in named_in_the_glossary()}
    assert {each.__name__ for each in model_classes()} - named == set()
    assert len(model_classes()) > 30


def test_glossary_has_every_code():
    codes = {
        f"{kind.__name__}.{member.name}"
        for kind in model_classes()
        if issubclass(kind, Enum)
        for member in kind
    }
    assert codes - named_in_the_glossary() == set()
    columns = [column for columns in TABLES.values() for column in columns]
    shown = {code for column in columns for code in column.codes}
    values = {str(m.value) for kind in model_classes() if issubclass(kind, Enum) for m in kind}
    assert shown <= values  # no table has a code that no class of the model has


def test_glossary_has_each_swedish_term_once():
    terms = [term.strip().casefold() for terms, _ in glossary_rows() for term in terms]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
    assert len(terms) > 100


def test_glossary_has_each_name_once():
    names = [n for _, model in glossary_rows() for n in re.findall(r"`([A-Z][\w.]+)`", model)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_glossary_names_nothing_that_is_not_there():
    by_name = {each.__name__: each for each in model_classes()}
    for name, member in re.findall(r"`([A-Z]\w+)(?:\.(\w+))?`", read(DOCS / "glossary.md")):
        assert name in by_name, name
        if member:
            owner = by_name[name]
            fields = {f.name for f in attrs.fields(owner)} if attrs.has(owner) else set(dir(owner))
            assert member in fields | set(dir(owner)), f"{name}.{member}"


def test_how_to_names_every_declaration():
    page = read(DOCS / "how-to" / "write-a-plugin.md")
    kinds = (
        declare.CellKind,
        declare.TableRole,
        declare.SectionRole,
        declare.LabelRole,
        declare.Numbering,
    )
    assert {str(m) for kind in kinds for m in kind if f"`{m.name}`" not in page} == set()
    fields = {
        field.name for kind in (declare.Layout, declare.Column) for field in attrs.fields(kind)
    }
    assert {name for name in fields if f"`{name}`" not in page} == set()


def command_words() -> set[str]:
    """The subcommands and their options, as the program itself knows them."""
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    words = set(commands.choices)
    for command in commands.choices.values():
        words.update(option for action in command._actions for option in action.option_strings)
    return words


def test_cli_page_has_every_command_and_option():
    page = read(DOCS / "reference" / "cli.md")
    assert {word for word in command_words() if f"`{word}" not in page} == set()


def test_every_error_is_a_public_name():
    kinds = {errors.FollowUpError, *errors.FollowUpError.__subclasses__()}
    assert {kind.__name__ for kind in kinds} <= set(ifo_followup.__all__)


def test_public_names_are_in_the_reference():
    page = read(DOCS / "reference" / "python.md")
    assert {name for name in ifo_followup.__all__ if f"`{name}" not in page} == set()


def test_limits_are_in_the_reference():
    page = read(DOCS / "reference" / "reliability.md")
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", page.partition("<!-- limits")[2], re.MULTILINE)
    shown = dict(rows[: len(attrs.fields(Limits))])
    assert shown == {field.name: printed(field.default) for field in attrs.fields(Limits)}


def printed(value: float) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if value % MIB == 0:
        return f"{value // MIB} MiB"
    return f"{value:,}".replace(",", " ")


# -- links and words


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_is_installed_is_in_the_clone(page: Path):
    """The library is on no package index: what a page tells to install is a path."""
    assert re.findall(r"pip install [^`\n]*\bifo-followup\[", read(page)) == []


def test_the_readme_installs_every_extra_that_a_user_needs():
    (line,) = re.findall(r"`python -m pip install ([^`]+)`", read(REPOSITORY / "README.md"))
    assert line.startswith("'.[draw,typeset,testing]' ")


def test_the_tutorial_names_what_its_tests_need():
    """Round trips are skipped without the second extra."""
    assert "`pip install '.[testing,typeset]'`" in read(DOCS / "tutorial" / "add-your-kommun.md")


def anchors(page: Path) -> set[str]:
    prose = FENCE.sub("", read(page))
    heads = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", read(page))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        if anchor:
            assert anchor in anchors(linked), target


def test_every_page_can_be_reached():
    index = read(DOCS / "index.md")
    pages = (path for path in DOCS.rglob("*.md") if path.name != "index.md")
    assert {str(p) for p in pages if f"({p.relative_to(DOCS).as_posix()})" not in index} == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_path_of_one_machine(page: Path):
    assert re.findall(r"(?<![\w.])/(?:home|root|tmp|work|Users)/", read(page)) == []


# -- writing the generated parts


def write() -> None:
    """Put what the code prints, and the tables of columns, into the pages."""
    import tempfile

    for name, (path, make) in GENERATED.items():
        begin, end = marks(name)
        before, _, rest = read(path).partition(begin)
        behind = rest.partition(end)[2]
        made_now = make().strip("\n")
        path.write_text(f"{before}{begin}\n{made_now}\n\n{end}{behind}", encoding="utf-8")
    (DOCS / "reference" / "findings.md").write_text(catalogue.page(), encoding="utf-8")
    for path in RUNNABLE:
        if lacks(path):
            continue
        text = read(path)
        with tempfile.TemporaryDirectory() as made:
            (Path(made) / "examples").symlink_to(REPOSITORY / "examples", target_is_directory=True)
            found = list(outputs(text, Path(made)))
        for block, printed in reversed(found):
            if not matches(block[2], printed):
                text = text[: block.start(2)] + printed + text[block.end(2) :]
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
