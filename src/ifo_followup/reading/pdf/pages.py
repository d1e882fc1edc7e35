"""The pages of a PDF in their order: its page tree walked within bounds, each node once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pdfminer.pdfdocument import PDFBaseXRef, PDFXRefStream
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import literal_name

from ifo_followup.reading.pdf.budget import too_deep, too_much
from ifo_followup.reading.pdf.objects import BoundedDocument

# those that show text (ISO 32000-1, 9.4.3)
_TEXT_OPERATORS = (b"Tj", b"TJ", b"'", b'"')
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def pages_of(document: BoundedDocument) -> Iterator[PDFPage]:
    """Every page that the tree reaches; without a tree, every page object of the file.

    Raises:
        LimitExceeded: too many pages, or a tree too deep.
    """
    most = document.budget.limits.pages
    found = _from_tree(document) if "Pages" in document.catalog else iter(())
    number = 0
    for number, (key, attributes) in enumerate(found, 1):
        if number > most:
            raise too_much(f"more than {most} pages", "pages")
        yield _page(document, key, attributes)
    if number == 0:
        for number, (key, attributes) in enumerate(_loose(document), 1):
            if number > most:
                raise too_much(f"more than {most} pages", "pages")
            yield _page(document, key, attributes)


def has_text(document: BoundedDocument) -> bool:
    """Whether any page names a font and shows text, itself or in a form; at once if the first does.

    A document that is scanned or drawn as outlines is known before anything of it is drawn.
    """
    seen: set[int] = set()
    found = _from_tree(document) if "Pages" in document.catalog else iter(())
    pages = 0
    for pages, (_, attributes) in enumerate(found, 1):
        document.budget.new_page()
        # a page beyond the bound is refused when the pages are read
        if pages > document.budget.limits.pages or _shows_text(document, attributes, seen):
            return True
    return pages == 0


def _shows_text(
    document: BoundedDocument, attributes: Mapping[str, object], seen: set[int]
) -> bool:
    contents = resolve1(attributes.get("Contents"))
    first = contents if isinstance(contents, list) else [contents]
    # what is drawn, with what it may name
    todo = [(list(_once(first, seen)), attributes.get("Resources"))]
    while todo:
        streams, named = todo.pop()
        resources = resolve1(named)
        if not isinstance(resources, dict):
            return True  # a damaged page; what it draws decides
        font = _has_font(resources)
        for stream in streams:
            data = stream.get_data()
            document.budget.draw(data)
            if font and any(operator in data for operator in _TEXT_OPERATORS):
                return True
        todo.extend(
            ([form], form.get("Resources", resources))
            for form in _once(_dictionary(resources.get("XObject")).values(), seen)
            if literal_name(form.get("Subtype")) == "Form"
        )
    return False


def _once(objects: Iterable[object], seen: set[int]) -> Iterator[PDFStream]:
    """The streams among some objects that were not seen before."""
    for each in objects:
        stream = resolve1(each)
        if isinstance(stream, PDFStream) and id(stream) not in seen:
            seen.add(id(stream))
            yield stream


def _has_font(resources: dict[str, object]) -> bool:
    states = _dictionary(resources.get("ExtGState"))
    return bool(
        resolve1(resources.get("Font"))
        or any("Font" in _dictionary(each) for each in states.values())
        or resolve1(resources.get("Pattern"))  # letters as wallpaper: rare, and drawn anyway
    )


def _page(document: BoundedDocument, key: object, attributes: dict[str, object]) -> PDFPage:
    box = _box(attributes.get("MediaBox"))
    if box is None and "MediaBox" in attributes:
        document.budget.warnings.append("a page without a usable size was read as US Letter")
    page = PDFPage(document, key, {**attributes, "MediaBox": box}, None)
    document.budget.new_page()
    # one stream can stand in the list many times, and is then run as often
    times = Counter(each for each in map(resolve1, page.contents) if isinstance(each, PDFStream))
    for stream, number in times.items():
        document.budget.draw(stream.get_data(), number)
    return page


def _dictionary(value: object) -> dict[str, object]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _box(value: object) -> list[float] | None:
    """A rectangle whose first corner is the lower left one; None where there is none."""
    corners = resolve1(value)
    if not isinstance(corners, list):
        return None
    numbers = [each for each in map(resolve1, corners) if isinstance(each, int | float)]
    if len(numbers) != 4 or len(corners) != 4:
        return None
    x0, y0, x1, y1 = numbers
    return [min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]


def _from_tree(document: BoundedDocument) -> Iterator[tuple[object, dict[str, object]]]:
    deepest = document.budget.limits.nesting
    seen: set[int] = set()
    # nodes still to visit, the next one last: (node, what it inherits, depth)
    todo: list[tuple[object, dict[str, object], int]] = [(document.catalog["Pages"], {}, 1)]
    while todo:
        node, inherited, depth = todo.pop()
        key: object = None
        if isinstance(node, PDFObjRef):
            key = node.objid
            if node.objid in seen:
                continue
            seen.add(node.objid)
        if depth > deepest:
            raise too_deep(f"a page tree deeper than {deepest}")
        found = resolve1(node)
        if not isinstance(found, dict):
            continue  # a page that is not there is missed by the count
        attributes = {**inherited, **found}
        kind = literal_name(found.get("Type", found.get("type")))
        kids = resolve1(found.get("Kids"))
        if kind == "Pages" and isinstance(kids, list):
            passed = {name: attributes[name] for name in _INHERITED if name in attributes}
            todo.extend((kid, passed, depth + 1) for kid in reversed(kids))
        elif kind == "Page":
            yield key, attributes


def _loose(document: BoundedDocument) -> Iterator[tuple[object, dict[str, object]]]:
    """Page objects, in the order of their numbers in the cross references."""
    seen: set[int] = set()
    for xref in document.xrefs:
        for number in _numbers(xref):
            if number in seen:
                continue
            seen.add(number)
            try:
                found = document.getobj(number)
            except PDFException:  # this one is lost, the others need not be
                continue
            if isinstance(found, dict) and literal_name(found.get("Type")) == "Page":
                yield number, found


def _numbers(xref: PDFBaseXRef) -> Iterable[int]:
    """The objects of a section; not more of them than it has entries, whatever it says."""
    if not isinstance(xref, PDFXRefStream):
        yield from list(xref.get_objids())
        return
    left = len(xref.data or b"") // xref.entlen if xref.entlen and xref.entlen > 0 else 0
    for start, number in xref.ranges:
        taken = min(number, left)
        yield from range(start, start + taken)
        left -= max(taken, 0)
