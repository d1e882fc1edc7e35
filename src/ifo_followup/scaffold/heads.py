"""A printed head, with what changes from report to report put into placeholders."""

import re
from collections.abc import Mapping
from functools import cache

from ifo_followup.layouts import families
from ifo_followup.layouts.declare import Column
from ifo_followup.layouts.heads import head_pattern
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR
from ifo_followup.swedish.text import squash

_DASH = r"[-\u2010\u2011\u2013]"
_DATE = re.compile(rf"(?<![0-9]){ANY_YEAR}{_DASH}[0-9]{{2}}{_DASH}[0-9]{{2}}(?![0-9])")
_YEAR = re.compile(rf"(?<![0-9]){ANY_YEAR}(?![0-9])")
_MONTH = re.compile(rf"(?<![^\W_]){ANY_MONTH}(?![^\W_])", re.IGNORECASE)
_PART = re.compile(r"(?<![^\W\d_])(T|tertial|delår|kvartal|kv|Q)(\s?)[1-4](?![0-9])", re.IGNORECASE)
_LONGEST = 72  # characters; a longer head would not fit on a line of code
_FREE = 55  # characters, squashed, that {words} may stand for


def general(head: str, *, dated: bool) -> str | None:
    """The head as a declaration says it; None for one that is too long to be declared.

    Args:
        head: as printed, "Utfall T2 2024".
        dated: whether months and parts of the year in it are those of this report.
    """
    text = " ".join(head.split())
    text = _YEAR.sub("{year}", _DATE.sub("{date}", text))
    if dated:
        text = _PART.sub(r"\1\2{number}", _MONTH.sub("{month}", text))
    text = _spelt().get(squash(text), text)
    if len(text) > _LONGEST:
        kept = text[:_LONGEST].rsplit(" ", 1)[0]
        if len(squash(text)) - len(squash(kept)) > _FREE:
            return None
        text = f"{kept} {{words}}"
    # braces of the document itself may have made a placeholder that says something else
    return text if head_pattern(text).fullmatch(squash(head)) else None


@cache
def _spelt() -> Mapping[str, str]:
    """Common heads without the breaks of a narrow cell: "Bedöm ning" is "Bedömning"."""
    known = (getattr(families, name) for name in families.__all__)
    return {squash(h): h for each in known if isinstance(each, Column) for h in each.heads}
