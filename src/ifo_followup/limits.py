"""Every bound on what a document may cost, in one object with documented defaults.

An honest report stays far below each of them; a document that does not is refused with
`LimitExceeded` and the name of the bound. Bounds on work are counted while reading and hold
everywhere; bounds on time and memory are held by the operating system and only in a worker
process (`isolate=True`).
"""

from attrs import Attribute, field, frozen, validators

KIB = 1024
MIB = 1024 * KIB


def _more_than_none(_: "Limits", attribute: "Attribute[float]", value: float) -> None:
    if not value > 0:
        raise ValueError(f"{attribute.name} must be more than 0, not {value}")


@frozen(kw_only=True)
class Limits:
    """What one document may cost. All numbers are upper bounds, of one document unless said.

    Attributes:
        file_bytes: size of the file.
        part_bytes: one decoded stream of a PDF or one part of an archive.
        decoded_bytes: all of them together.
        archive_entries: files in an archive.
        archive_ratio: how many times larger a part of an archive may be than its packed bytes.
        filters: filters stacked on one PDF stream.
        objects: objects of a PDF that are resolved, or elements of an XML or HTML document.
        nesting: how deep objects, elements or forms may stand in one another.
        pages: pages of a PDF.
        page_characters: characters on one page.
        characters: characters of the whole document.
        page_forms: how often a page may draw a form, counting forms inside forms.
        page_paths: pieces of lines and curves on a page; beyond that nothing is a table.
        page_boxes: ruled cells on a page.
        page_side: the longer side of a page in points (ISO 32000 allows 14,400 units).
        cmap_entries: entries of one character map in a PDF font.
        grid_positions: rows times columns of one table.
        cpu_seconds: processor time, before what each page adds.
        cpu_seconds_a_page: what each page adds to it.
        most_cpu_seconds: the most that pages can add up to.
        memory_bytes: address space of the worker process.
        wall_factor: time by the clock, waiting included, as a multiple of the processor time
            allowed, to which ten seconds are added.
        result_bytes: size of what a worker process sends back.
    """

    file_bytes: int = field(default=200 * MIB, validator=_more_than_none)
    part_bytes: int = field(default=64 * MIB, validator=_more_than_none)
    decoded_bytes: int = field(default=512 * MIB, validator=_more_than_none)
    archive_entries: int = field(default=2_000, validator=_more_than_none)
    archive_ratio: int = field(default=100, validator=_more_than_none)
    filters: int = field(default=16, validator=_more_than_none)
    objects: int = field(default=2_000_000, validator=_more_than_none)
    nesting: int = field(default=100, validator=_more_than_none)
    pages: int = field(default=5_000, validator=_more_than_none)
    page_characters: int = field(default=200_000, validator=_more_than_none)
    characters: int = field(default=20_000_000, validator=_more_than_none)
    page_forms: int = field(default=5_000, validator=_more_than_none)
    page_paths: int = field(default=200_000, validator=_more_than_none)
    page_boxes: int = field(default=20_000, validator=_more_than_none)
    page_side: float = field(default=14_400.0, validator=_more_than_none)
    cmap_entries: int = field(default=100_000, validator=_more_than_none)
    grid_positions: int = field(default=500_000, validator=_more_than_none)
    cpu_seconds: float = field(default=20.0, validator=_more_than_none)
    cpu_seconds_a_page: float = field(default=0.5, validator=validators.ge(0))
    most_cpu_seconds: float = field(default=120.0, validator=_more_than_none)
    memory_bytes: int = field(default=1024 * MIB, validator=_more_than_none)
    wall_factor: float = field(default=1.5, validator=_more_than_none)
    result_bytes: int = field(default=64 * MIB, validator=_more_than_none)


DEFAULT_LIMITS = Limits()
