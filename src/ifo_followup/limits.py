"""Every bound on what a document may cost, in one object with documented defaults.

An honest report stays far below each of them; a document that does not is refused with
`LimitExceeded` and the name of the bound. Bounds on work are counted while reading and hold
everywhere; bounds on time and memory are held by the operating system and only in a worker
process (`isolate=True`).
"""

from attrs import fields, frozen

KIB = 1024
MIB = 1024 * KIB
MOST = 1 << 50  # a petabyte, or more seconds than anybody waits: what every system can count


@frozen(kw_only=True, repr=False)
class Limits:
    """What one document may cost. All numbers are upper bounds, of one document unless said.

    Raises:
        TypeError: a bound is no number, or a fraction where only whole numbers can be held.
        ValueError: a bound is not more than 0, or cannot be counted; or `most_cpu_seconds` is less
            than `cpu_seconds`.

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
        page_forms: how often a page may draw a form or a picture, counting those inside forms.
        page_paths: pieces of lines and curves on a page.
        page_tokens: numbers, names, texts and operators in a page's drawing instructions, those of
            a form each time that it is drawn.
        page_boxes: ruled cells of one grid; a larger one is not read as a table, with a warning.
        page_side: the longer side of a page in points (ISO 32000 allows 14,400 units).
        cmap_entries: entries of one character map in a PDF font.
        grid_positions: rows times columns of one table.
        cpu_seconds: processor time, before what each page adds.
        cpu_seconds_a_page: what each page adds to it.
        most_cpu_seconds: the most that pages can add up to.
        memory_bytes: address space of the worker process.
        wall_factor: time by the clock, waiting included, as a multiple of the processor time
            allowed, to which `wall_seconds` are added.
        wall_seconds: see above.
        result_bytes: size of what a worker process sends back.
    """

    file_bytes: int = 200 * MIB
    part_bytes: int = 64 * MIB
    decoded_bytes: int = 512 * MIB
    archive_entries: int = 2_000
    archive_ratio: int = 100
    filters: int = 16
    objects: int = 2_000_000
    nesting: int = 100
    pages: int = 5_000
    page_characters: int = 200_000
    characters: int = 20_000_000
    page_forms: int = 5_000
    page_paths: int = 200_000
    page_tokens: int = 1_500_000
    page_boxes: int = 20_000
    page_side: float = 14_400.0
    cmap_entries: int = 100_000
    grid_positions: int = 500_000
    cpu_seconds: float = 20.0
    cpu_seconds_a_page: float = 0.5
    most_cpu_seconds: float = 120.0
    memory_bytes: int = 1024 * MIB
    wall_factor: float = 1.5
    wall_seconds: float = 10.0
    result_bytes: int = 64 * MIB

    def __attrs_post_init__(self) -> None:
        for each in fields(type(self)):
            value = getattr(self, each.name)
            kinds = (int, float) if each.type is float else (int,)
            if isinstance(value, bool) or not isinstance(value, kinds):
                raise TypeError(f"{each.name} must be {kinds[-1].__name__}, not {value!r}")
            if not 0 < value <= MOST:
                raise ValueError(f"{each.name} must be more than 0 and at most {MOST}, not {value}")
        if self.most_cpu_seconds < self.cpu_seconds:
            raise ValueError(
                f"most_cpu_seconds ({self.most_cpu_seconds:g}) must be at least cpu_seconds "
                f"({self.cpu_seconds:g}): raise both"
            )

    def __repr__(self) -> str:
        # two dozen numbers would bury the signature that they are the default of
        set_here = (
            f"{each.name}={value!r}"
            for each in fields(type(self))
            if (value := getattr(self, each.name)) != each.default
        )
        return f"Limits({', '.join(set_here)})"

    def cpu(self, pages: int = 0) -> float:
        """Processor time (seconds) allowed to a document of so many pages."""
        return min(self.cpu_seconds + pages * self.cpu_seconds_a_page, self.most_cpu_seconds)

    def wall(self, pages: int = 0) -> float:
        """Time by the clock (seconds) allowed to a document of so many pages."""
        return self.cpu(pages) * self.wall_factor + self.wall_seconds


DEFAULT_LIMITS = Limits()
