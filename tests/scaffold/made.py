"""What the scaffold makes of a document, loaded as an author's Python would load it."""

import ast
import importlib.util
import sys
from pathlib import Path, PurePosixPath
from types import ModuleType

from ifo_followup.corridor import open_document
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.scaffold.claims import AtHand
from ifo_followup.scaffold.files import files_of
from ifo_followup.scaffold.names import names_from
from ifo_followup.scaffold.proposal import Proposal, propose
from ifo_followup.sources import Loaded
from ifo_followup.version import library_version

EXAMPLES = Path(__file__).parents[2] / "examples"
LINDBY = EXAMPLES / "lindby"
WORKED = LINDBY / "ifo-followup-lindby"


def proposal_of(data: bytes, name: str, *, plugin: str = "almby", **given: object) -> Proposal:
    document = open_document(Loaded(name=name, data=data))
    return propose(document, names_from(plugin), at_hand=AtHand(), **given)  # type: ignore[arg-type]


def files(proposal: Proposal, data: bytes = b"") -> dict[str, str]:
    made = files_of(proposal, data, library=library_version())
    return {str(p): b.decode() for p, b in made.items() if p.stem != "document"}


def layout_source(proposal: Proposal) -> str:
    path = PurePosixPath("src", proposal.names.package, f"{proposal.module}.py")
    return files(proposal)[str(path)]


def run(source: str) -> LayoutFormat:
    """The format that a generated module makes."""
    names: dict[str, object] = {"__name__": "generated"}
    exec(compile(source, "<generated>", "exec"), names)  # noqa: S102 -- what the test is about
    made = names["FORMAT"]
    assert isinstance(made, LayoutFormat)
    return made


def load(path: Path) -> ModuleType:
    """A module of a distribution that is not installed."""
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def only_declares(source: str) -> bool:
    """Whether a module imports, assigns and describes, and calls nothing but declarations."""
    tree = ast.parse(source)
    called = {
        node.func.id if isinstance(node.func, ast.Name) else "?"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    kinds = (ast.ImportFrom, ast.Assign)
    first, *rest = tree.body
    described = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    known = {
        "Column", "Family", "HeadingRule", "Label", "Layout", "LayoutFormat",
        "SectionRule", "TableLayout", "named",
    }  # fmt: skip
    return described and called <= known and all(isinstance(node, kinds) for node in rest)
