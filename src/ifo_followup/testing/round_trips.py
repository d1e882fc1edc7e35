"""Round trips: a made-up report, set as a layout prints it, must be read back as it is.

What sets and prints reports is loaded when a round trip is asked for: it needs extras.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from attrs import frozen
from hypothesis import HealthCheck, Phase, Verbosity, given, reject, settings
from hypothesis import strategies as st

from ifo_followup.corridor import open_document
from ifo_followup.document import Document
from ifo_followup.errors import to_install
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.out.differences import differences

PAPERS = ("docx", "pdf", "txt")
_NEEDED = (
    "ifo_followup.testing.in_layout",
    "ifo_followup.typeset.composing",
    "ifo_followup.typeset.printing",
    "ifo_followup.testing.looks",
    "ifo_followup.testing.on_paper",
)
_SETTERS = {"pdf": "reportlab", "docx": "docx"}  # what prints a paper, by its module
_MOST_LINES = 20


def unready(paper: str | None = None) -> str:
    """Why no round trip can be made here, "" where it can."""
    for name in (*_NEEDED, *filter(None, (_SETTERS.get(paper or ""),))):
        try:
            import_module(name)
        except ImportError as error:
            return f"round trips need {to_install('typeset')} ({error})"
    return ""


def round_trip(format_: LayoutFormat, *, examples: int, paper: str | None = None) -> str:
    """Try made-up reports; what differs in the simplest one that fails, "" where none does.

    With a `paper` (one of `PAPERS`) they are printed as such files, in many looks.
    """
    in_layout, composing, printing, looks, papers = map(import_module, _NEEDED)
    strategy: st.SearchStrategy[Any] = in_layout.reports_in(format_)
    drawn = {None: st.none, "txt": looks.text_looks}.get(paper, looks.looks)
    look: st.SearchStrategy[Any] = drawn()
    failed: list[str] = []

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,  # the same format has the same answer every time
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        verbosity=Verbosity.quiet,
    )
    @given(_cases(strategy, look))
    def same(case: _Case) -> None:
        document: Document = composing.compose(case.report, format_)
        expected = case.report
        if paper:
            try:
                document = open_document(_printed(printing, paper, document, case.look))
            except printing.Unprintable:  # too wide for this page: no fault of the format
                reject()
            carried = papers.in_text if paper == "txt" else papers.on_paper
            expected = carried(case.report, case.look)
        (got,) = format_.parse(document)
        found = differences(expected, got)
        failed[:] = [*found[:_MOST_LINES], *([f"in the look {case.look}"] if paper else [])]
        if found:
            raise _DifferentError

    try:
        same()
    except _DifferentError:
        what = f"printed as {paper}" if paper else "set"
        return "\n".join([f"a made-up report, {what} and read:", *failed])
    return ""


@frozen(repr=False)
class _Case:
    """A report and its look: nobody wants to see all of them printed."""

    report: Any
    look: Any


@st.composite
def _cases(
    draw: st.DrawFn, reports: st.SearchStrategy[Any], looks: st.SearchStrategy[Any]
) -> _Case:
    return _Case(draw(reports), draw(looks))


class _DifferentError(Exception):
    """Tells Hypothesis that this report fails, so that it looks for a simpler one."""


def _printed(printing: Any, paper: str, document: Document, look: Any) -> bytes:
    name = {"txt": "print_text"}.get(paper, f"print_{paper}")
    call: Callable[[Document, Any], str | bytes] = getattr(printing, name)
    printed = call(document, look)
    return printed.encode() if isinstance(printed, str) else printed
