"""The files of a new distribution, each from a few lines with gaps."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from string import Template

from ifo_followup.document import Kind
from ifo_followup.scaffold.code import literal
from ifo_followup.scaffold.golden import expected_json
from ifo_followup.scaffold.module import layout_module
from ifo_followup.scaffold.names import case_name
from ifo_followup.scaffold.proposal import Proposal
from ifo_followup.scaffold.readme import readme

_ENDINGS = {
    Kind.PDF: "pdf",
    Kind.DOCX: "docx",
    Kind.HTML: "html",
    Kind.MARKDOWN: "md",
    Kind.TEXT: "txt",
}

_PROJECT = Template("""\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "$distribution"
version = "0.1.0"
description = "Reads follow-up reports of $municipality with ifo-followup"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["ifo-followup$versions"]

[project.entry-points.ifo_followup]
$plugin = "$package"

[tool.hatch.build.targets.wheel]
packages = ["src/$package"]
""")

_HOOK = Template('''\
"""Formats of $municipality, one module a generation of the layout."""

from collections.abc import Iterable

from ifo_followup.hookspecs import Format, hookimpl
$import_format


@hookimpl
def ifo_followup_formats() -> Iterable[Format]:
    """The layouts that the reports of $municipality come in."""
    return ($name,)
''')

_TEST = Template('''\
"""The layout reads its goldens as they were accepted, and keeps the contract of formats."""

from ifo_followup.testing import FormatConformance


class TestFormat(FormatConformance):
    """What every format has to do."""

    format_id = $format_id
    goldens = "goldens"
''')

_CHANGELOG = Template("""\
# Changelog

The format is [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).

## Unreleased

- Format `$format_id`, proposed from one report.
""")


def files_of(proposal: Proposal, data: bytes, *, library: str) -> Mapping[PurePosixPath, bytes]:
    """Every file of the distribution, by its path inside it.

    Args:
        proposal: what the plugin shall be.
        data: the document, byte for byte; it becomes the first golden.
        library: the version of ifo-followup that it is written for.
    """
    names, made = proposal.names, proposal.format
    gaps = {
        "distribution": names.distribution,
        "package": names.package,
        "plugin": names.plugin,
        "municipality": made.municipality,
        "versions": compatible(library),
        "format_id": made.format_id,
    }
    document = f"document.{_ENDINGS[proposal.document.kind]}"
    case = PurePosixPath("tests/goldens", case_of(proposal))
    source = PurePosixPath("src", names.package)
    texts = {
        PurePosixPath("pyproject.toml"): _PROJECT.substitute(gaps),
        PurePosixPath("README.md"): readme(proposal, golden=str(case)),
        PurePosixPath("CHANGELOG.md"): _CHANGELOG.substitute(gaps),
        source / "__init__.py": _HOOK.substitute(
            gaps, name=proposal.module.upper(), import_format=_import(proposal)
        ),
        source / "py.typed": "",
        source / f"{proposal.module}.py": layout_module(proposal),
        PurePosixPath("tests/test_conformance.py"): _TEST.substitute(
            gaps, format_id=literal(made.format_id)
        ),
        case / "expected.json": expected_json(
            proposal.report, source=document, format_id=made.format_id
        ),
    }
    return {path: text.encode() for path, text in texts.items()} | {case / document: data}


def case_of(proposal: Proposal) -> str:
    """The folder of the first golden: by the file's name, else by its period."""
    return case_name(PurePosixPath(proposal.document.name or "report").stem)


def _import(proposal: Proposal) -> str:
    package, module = proposal.names.package, proposal.module
    flat = f"from {package}.{module} import FORMAT as {module.upper()}"
    return flat if len(flat) <= 100 else flat.replace("import ", "import (\n    ") + ",\n)"


def compatible(version: str) -> str:
    """The versions that a plugin written now may trust: 0.1.3 → ">=0.1,<0.2"."""
    major, minor = (int(part) for part in version.split(".")[:2])
    following = f"{major}.{minor + 1}" if major == 0 else f"{major + 1}"
    return f">={major}.{minor},<{following}"
