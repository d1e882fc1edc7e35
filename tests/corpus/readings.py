"""What the tests of the real reports share: which files there are, and how rows are compared."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pandas as pd

TYRESO_2017 = "tyreso-2017-interim-2"
TYRESO_2018 = "tyreso-2018-interim-1"
TYRESO_2021 = "tyreso-2021-interim-2"
TYRESO_2022 = "tyreso-2022-monthly-november"
NACKA_2018 = "nacka-2018-tertial-1"

# every report is there as text and as PDF
FORMATS = {
    NACKA_2018: ("txt", "pdf"),
    TYRESO_2017: ("txt", "pdf", "docx"),
    TYRESO_2018: ("txt", "pdf"),
    TYRESO_2021: ("txt", "pdf", "docx"),
    TYRESO_2022: ("txt", "pdf"),
}

Frames = dict[str, pd.DataFrame]
Read = Callable[[str, str], Frames]


class Text(NamedTuple):
    """Running text that is not repeated here: its length, how it begins, its paragraphs.

    None as the number of paragraphs says that the formats differ in what they show of them.
    """

    words: int
    start: str
    paragraphs: int | None = 1


class Goal(NamedTuple):
    level: str
    number: str | None
    title: str
    parent: str | None
    assessment: str | None
    assessment_text: str | None
    comment: Text | None


class Assignment(NamedTuple):
    kind: str
    title: str
    status: str
    status_text: str
    description: Text | None
    comment: Text | None


class Measure(NamedTuple):
    title: str
    decided: str | None
    description: Text | None
    follow_up: Text | None


class Guarantee(NamedTuple):
    area: str
    assessment: str
    verdict_words: int
    promise: Text
    comment: Text | None


class Section(NamedTuple):
    number: str | None
    title: str
    level: int
    text: Text | None


class MoneyTable(NamedTuple):
    """Columns as (quantity, basis, horizon); lines as (section, label, role, numbers ...)."""

    title: str
    columns: list[tuple[str, str, str]]
    lines: list[tuple[str | int | None, ...]]


def file_of(corpus: Path, report: str, kind: str) -> Path:
    folder = corpus / "corpus"
    return (folder if kind == "txt" else folder / "facsimile") / f"{report}.{kind}"


def brief(value: object) -> object:
    """A long title or activity as it is written down here: its beginning and its length."""
    words = value.split() if isinstance(value, str) else []
    return f"{' '.join(words[:4])} … ({len(words)} ord)" if len(words) > 6 else value


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of a frame, with None for every missing value."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def text_of(value: object) -> Text | None:
    if value is None:
        return None
    words = str(value).split()
    return Text(len(words), " ".join(words[:2]), len(str(value).split("\n\n")))


def squash(value: object) -> object:
    """Text without white space, hyphens and the shape of quotes; anything else as it is."""
    if not isinstance(value, str):
        return value
    text = re.sub(r"[\s\u00ad\u2009\u202f\-\u2010-\u2015\u2212]+", "", value).casefold()
    return re.sub("[”“]", '"', re.sub("[’´]", "'", text))


def money_cells(tables: list[MoneyTable]) -> list[tuple[object, ...]]:
    """Every number of the tables with what it says, without the section."""
    return [
        (no, table.title, label, role, *column, Decimal(number), "tkr")
        for no, table in enumerate(tables, 1)
        for _, label, role, *numbers in table.lines
        for column, number in zip(table.columns, numbers, strict=True)
        if isinstance(number, int)
    ]


def money_sections(tables: list[MoneyTable]) -> list[tuple[object, ...]]:
    """The section of every line that has a number."""
    return [
        (no, section, label)
        for no, table in enumerate(tables, 1)
        for section, label, _, *numbers in table.lines
        if any(number is not None for number in numbers)
    ]
