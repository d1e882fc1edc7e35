"""The README of a new plugin: what it reads, and where to look before it is trusted."""

import re
from collections.abc import Iterator, Sequence
from string import Template

from ifo_followup.layouts.declare import Layout
from ifo_followup.scaffold.declared import UNKNOWN
from ifo_followup.scaffold.differences import Difference
from ifo_followup.scaffold.proposal import Proposal

_SHOWN = 3  # rows, columns or places that are named before the rest is counted
_LONGEST = 60

_PAGE = Template("""\
# $distribution

Reads follow-up reports of $municipality$code with ifo-followup.

| format | reports | compared with a real report |
|---|---|---|
| `$format_id` | $reads | one, not yet by eye |

```sh
pip install -e $distribution
pytest $distribution --ifo-accept
```

## Look at these

The layout in `src/$package/$module.py` was proposed from one report.
`$golden/expected.json` is what it reads; compare it with the document beside it.

$points

When a point is settled, take it off the list.
""")


def readme(proposal: Proposal, *, golden: str) -> str:
    """The page; `golden` is the folder of the first golden."""
    made = proposal.format
    found = points(proposal)
    return _PAGE.substitute(
        distribution=proposal.names.distribution,
        package=proposal.names.package,
        municipality=made.municipality,
        code=f" ({made.municipality_code})" if made.municipality_code else "",
        format_id=made.format_id,
        reads=made.reads,
        module=proposal.module,
        golden=golden,
        points="\n".join(f"- {text}" for text in found)
        if found
        else "- Nothing: the layout reads what the common words read, and all of the document.",
    )


def points(proposal: Proposal) -> list[str]:
    """What an author should look at before the plugin is trusted, a sentence each."""
    return [*_of_layout(proposal), *_of_reading(proposal)]


def _of_layout(proposal: Proposal) -> Iterator[str]:
    for other in proposal.rivals:
        yield f"The format {shown(other)} is as sure of the document: choose other `requires`."
    yield from unknown_columns(proposal.format.layout)
    for number, why in proposal.left:
        yield f"Table {number} of the document is not declared: {why}."


def _of_reading(proposal: Proposal) -> Iterator[str]:
    report = proposal.report
    unknown = [f.printed or "" for f in report.findings if f.rule == "unknown-word"]
    if unknown:
        words = _some([shown(word) for word in dict.fromkeys(unknown)])
        yield f"Words that have no code, which the tests will not accept: {words}."
    for each in proposal.different:
        yield f"`{each.table}`: {told(each)}"
    spans = report.coverage.unclaimed_spans
    if spans:
        places = _some([shown(span.text) for span in spans])
        yield f"{report.coverage.share:.0%} of the text has a place; none has: {places}."


def unknown_columns(layout: Layout) -> Iterator[str]:
    """The columns that fill no field, each with its table's first head."""
    for table in layout.tables:
        for column in table.columns:
            if column.fills == UNKNOWN:
                heads = shown(table.columns[0].heads[0]), shown(column.heads[0])
                yield f"Column {heads[1]} of the table {heads[0]} fills no field yet."


def told(different: Difference) -> str:
    """One difference in a sentence."""
    parts: list[str] = []
    if different.missing:
        parts.append(f"the layout does not read {_some(_quoted(different.missing))}")
    if different.added:
        parts.append(f"only the layout reads {_some(_quoted(different.added))}")
    if different.changed:
        lines = [
            f"{column} of {shown(name)} is {shown(one)} there and {shown(other)} here"
            for name, column, one, other in different.changed
        ]
        parts.append(_some(lines))
    words = "; ".join(parts) or "the rows stand in another order"
    return f"{different.common} rows by the common words, {different.declared} here; {words}."


def _quoted(names: Sequence[str]) -> list[str]:
    return [shown(name) for name in names]


def _some(things: Sequence[str]) -> str:
    rest = len(things) - _SHOWN
    listed = ", ".join(things[:_SHOWN])
    return f"{listed} and {rest} more" if rest > 0 else listed


def shown(text: str) -> str:
    """A text of the document between signs that keep Markdown from reading it."""
    line = re.sub(r"[`|<>\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]", " ", text)
    line = " ".join(line.split())
    return f"`{line[:_LONGEST]}…`" if len(line) > _LONGEST else f"`{line}`" if line else "(empty)"
