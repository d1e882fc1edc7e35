"""Pages of a PDF as pictures, drawn by pdfium (extra [draw]), within bounds.

A page says itself how large it is; how many points of the picture that makes is bounded here,
whatever it says. The whole page is drawn (its media box), because that is what was read: text
outside the box that a viewer crops to is in the report as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import define

from ifo_followup.drawing.resolution import DEFAULT_RESOLUTION, Resolution
from ifo_followup.drawing.sheet import Sheet
from ifo_followup.errors import ExtraMissing, LimitExceeded, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from PIL.Image import Image


def load() -> Any:
    """The package pypdfium2, when all of the extra is there.

    Raises:
        ExtraMissing: it is not.
    """
    try:
        import PIL.Image  # noqa: F401 - asked for here, so that the error names the extra
        import pypdfium2
    except ImportError as error:
        raise ExtraMissing(
            "pypdfium2 and Pillow", error, what="a picture of a page", extra="draw"
        ) from error
    return pypdfium2


@define(eq=False)
class Paper:
    """A PDF open for drawing; `opened` makes one and closes it."""

    _package: Any
    _document: Any
    name: str | None
    limits: Limits
    resolution: Resolution

    @property
    def pages(self) -> int:
        """How many pages pdfium finds."""
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height (points) of a page, from 1, turned as it is shown."""
        with self._page(number) as page:
            width, height = page.get_size()
        return width, height

    def picture(self, number: int) -> "Image":
        """A page as a picture, `scale` points for each of its own."""
        with self._page(number) as page:
            scale = self.resolution.scale(*page.get_size())
            picture: Image = page.render(scale=scale).to_pil().convert("RGB")
        return picture

    def scale(self, number: int) -> float:
        """Picture points a point of this page."""
        return self.resolution.scale(*self.size(number))

    @contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        page = None
        try:
            page = self._document[number - 1]
            box = page.get_mediabox()
            if page.get_cropbox() != box:
                # what it is cropped to is taken in when a page is opened
                page.set_cropbox(*box)
                page.close()
                page = self._document[number - 1]
            width, height = page.get_size()
            most = self.limits.page_side
            if not (0 < width <= most and 0 < height <= most):
                raise LimitExceeded(
                    f"a page without a usable size, or larger than {most:g} points (page_side)",
                    document=self.name,
                    page=number,
                )
            yield page
        except (self._package.PdfiumError, IndexError) as error:
            raise UnreadableDocument(
                "the page cannot be drawn: pdfium does not read it",
                document=self.name,
                page=number,
                stage="writing",
                cause=str(error),
            ) from error
        finally:
            if page is not None:
                page.close()


@contextmanager
def opened(
    data: bytes,
    *,
    name: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    resolution: Resolution = DEFAULT_RESOLUTION,
) -> Iterator[Paper]:
    """A PDF open for drawing.

    Raises:
        UnreadableDocument: pdfium cannot open it, or the extra [draw] is not installed.
        LimitExceeded: it has more than `limits.pages` pages.
    """
    package = load()
    try:
        document = package.PdfDocument(data)
    except package.PdfiumError as error:
        raise UnreadableDocument(
            "the pages cannot be drawn: pdfium does not open the file",
            document=name,
            stage="writing",
            cause=str(error),
        ) from error
    try:
        if len(document) > limits.pages:
            raise LimitExceeded(f"more than {limits.pages} pages (pages)", document=name)
        yield Paper(package, document, name, limits, resolution)
    finally:
        document.close()


def over(picture: "Image", sheet: Sheet, scale: float) -> "Image":
    """A picture with a sheet of marks over it; it grows to the sheet's size, in white."""
    from PIL import Image, ImageChops

    package = load()
    document = package.PdfDocument(sheet.to_pdf())
    try:
        marks = document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    ground = Image.new("RGB", marks.size, "white")
    ground.paste(picture, (0, 0))
    return ImageChops.multiply(ground, marks)
