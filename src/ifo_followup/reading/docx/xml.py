"""XML of an Office part as a light tree: no entities, no network, bounded depth and size."""

from collections.abc import Iterator
from xml.parsers import expat

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits

# Transitional and Strict documents differ in these names only
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


class Node:
    """One element: its tag with a known prefix ("w:p"), attributes, children and own text."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""

    def child(self, tag: str) -> "Node | None":
        """The first child with this tag."""
        return next((node for node in self.children if node.tag == tag), None)

    def find(self, *tags: str) -> "Node | None":
        """The node reached by following first children with these tags."""
        node: Node | None = self
        for tag in tags:
            node = node.child(tag) if node is not None else None
        return node

    def value(self, *tags: str) -> str | None:
        """The `w:val` of the node reached by these tags."""
        node = self.find(*tags)
        return node.attributes.get("w:val") if node is not None else None

    def walk(self) -> Iterator["Node"]:
        """Go through the node and everything in it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def parse(data: bytes, part: str, limits: Limits) -> Node:
    """Parse one part.

    Raises:
        UnreadableDocument: not well-formed (`damaged`), or with a DOCTYPE (`doctype_refused`).
        LimitExceeded: nested too deeply or with too many elements.
    """
    builder = _Builder(part, limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableDocument(
            f"{part}, line {error.lineno}: the XML is damaged; open the document in Word, save it "
            "again and retry",
            reason=Reason.DAMAGED,
            cause=str(error),
        ) from error
    except (ValueError, LookupError) as error:  # an encoding that does not exist or is not read
        raise UnreadableDocument(
            f"{part} is in an encoding that is not read: save the document again with Word",
            reason=Reason.UNSUPPORTED_VARIANT,
            cause=str(error),
        ) from error
    return builder.root.children[0]


class _Builder:
    def __init__(self, part: str, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self.root = Node("", {})
        self._open = [self.root]
        self._count = 0
        self._names: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        self._count += 1
        if len(self._open) > self.limits.nesting:
            raise LimitExceeded(
                f"{self.part}: elements nested deeper than {self.limits.nesting} (nesting); save "
                "the document again without nested tables and text boxes",
                reason=Reason.NESTING_LIMIT,
            )
        if self._count > self.limits.objects:
            raise LimitExceeded(
                f"{self.part}: more than {self.limits.objects} elements (objects); split the "
                "document",
                reason=Reason.WORK_LIMIT,
            )
        node = Node(self._short(name), {self._short(k): v for k, v in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        self._flush()
        self._open.pop()

    def characters(self, text: str) -> None:
        self._text.append(text)

    def doctype(self, *_: object) -> None:
        raise UnreadableDocument(
            f"{self.part} has a DOCTYPE, which Word never writes: the file is refused because it "
            "could pull in or hide text; save it again with Word",
            reason=Reason.DOCTYPE_REFUSED,
        )

    def _flush(self) -> None:
        # one join: a long text arrives in thousands of pieces
        if self._text:
            self._open[-1].text += "".join(self._text)
            self._text.clear()

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            uri, _, local = name.rpartition(" ")
            short = f"{_PREFIXES.get(uri, 'x')}:{local}" if uri else local
            if len(self._names) < 10_000:
                self._names[name] = short
        return short
