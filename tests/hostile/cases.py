"""What a hostile case is, and every one of them."""

from collections.abc import Callable, Iterator

from attrs import frozen

READ = "read"  # it ends in a report


@frozen
class Case:
    """A file of our own making, and how reading it may end: `READ` or reasons."""

    name: str
    file: str
    make: Callable[[], bytes]
    ends: frozenset[str]


def case(name: str, file: str, make: Callable[[], bytes], *ends: str) -> Case:
    return Case(name, file, make, frozenset(ends))


def all_cases() -> Iterator[Case]:
    from hostile_docx import docx_cases
    from hostile_pdf import pdf_cases
    from hostile_texts import text_cases
    from mutations import mutations

    yield from pdf_cases()
    yield from docx_cases()
    yield from text_cases()
    yield from mutations()
