"""The pages of a PDF in their order: its page tree walked within bounds, each node once."""

from collections.abc import Iterator
from itertools import islice

from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import literal_name

from ifo_followup.reading.pdf.budget import too_deep, too_much
from ifo_followup.reading.pdf.objects import BoundedDocument

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


def _page(document: BoundedDocument, key: object, attributes: dict[str, object]) -> PDFPage:
    page = PDFPage(document, key, attributes, None)
    document.budget.new_page()
    for content in page.contents:
        stream = resolve1(content)
        if isinstance(stream, PDFStream):
            # one stream can stand in the list many times, and is then run as often
            document.budget.draw(stream.get_data())
    return page


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
        # a cross-reference stream can name more numbers than there are bytes in the file
        for number in islice(xref.get_objids(), document.budget.limits.objects):
            if number in seen:
                continue
            seen.add(number)
            try:
                found = document.getobj(number)
            except PDFException:  # this one is lost, the others need not be
                continue
            if isinstance(found, dict) and literal_name(found.get("Type")) == "Page":
                yield number, found
