"""Word documents, read from their XML so that no text is lost."""

from collections.abc import Iterable

from ifo_followup.document import Document, Furniture, FurnitureKind, Kind, Table
from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.archive import Archive
from ifo_followup.reading.docx.body import Blocks
from ifo_followup.reading.docx.drawings import Drawings
from ifo_followup.reading.docx.inline import InlineReader
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.numbering import Numbering
from ifo_followup.reading.docx.package import Package, relations
from ifo_followup.reading.docx.para import Para
from ifo_followup.reading.docx.story import Story
from ifo_followup.reading.docx.styles import Styles
from ifo_followup.reading.docx.xml import Node

__all__ = ["read_docx"]

_PAGE = (("header", FurnitureKind.HEADER), ("footer", FurnitureKind.FOOTER))
_NOTES = (("footnotes", "w:footnote"), ("endnotes", "w:endnote"))


def read_docx(
    archive: Archive, *, name: str | None, sha256: str, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read a Word document (.docx, .docm, .dotx; Transitional or Strict).

    Raises:
        UnreadableDocument: a part is missing, damaged or has a DOCTYPE.
        LimitExceeded: a part is too large, too deeply nested or compressed too much.
    """
    package = Package.open(archive)
    notes = Notes()
    styles = Styles.read(package.related("styles"))
    numbering = Numbering.read(package.related("numbering"))
    root = package.parse(package.main)
    body = root.child("w:body")
    if root.tag != "w:document" or body is None:
        raise UnreadableDocument(
            f"{package.main} holds no Word body: the file is not a Word document; save it as .docx",
            reason=Reason.UNSUPPORTED_VARIANT,
        )

    def story(part: str) -> Story:
        drawings = Drawings(package, relations(archive, part), notes)
        return Story(styles, numbering, InlineReader(styles, drawings, notes), notes, limits)

    blocks = Blocks(notes)
    blocks.extend(story(package.main).items(body))
    for kind, tag in _NOTES:
        for part in _parts(package, kind):
            for note in package.parse(part).children:
                # the others are the line above the notes and the like
                if note.tag == tag and note.attributes.get("w:type", "normal") == "normal":
                    blocks.extend(story(part).items(note))
    furniture = list(blocks.furniture)
    for kind, what in _PAGE:
        for part in _parts(package, kind):
            text = _text(story(part).items(package.parse(part)), notes)
            if text and all(text != piece.text or what is not piece.kind for piece in furniture):
                furniture.append(Furniture(text=text, kind=what, place=Place()))
    notes.add("comments left out", _comments(package))
    return Document(
        name=name,
        sha256=sha256,
        kind=Kind.DOCX,
        reader="docx",
        blocks=tuple(blocks.blocks),
        furniture=tuple(furniture),
        metadata=package.metadata(),
        warnings=notes.warnings(),
    )


def _parts(package: Package, kind: str) -> list[str]:
    targets = (found.target for found in package.relations.values() if found.kind == kind)
    return [target for target in dict.fromkeys(targets) if target in package.archive]


def _text(items: Iterable[Para | Table], notes: Notes) -> str:
    lines: list[str] = []
    for item in items:
        if isinstance(item, Para):
            notes.hide(item.hidden)
            lines.append(item.text)
        else:
            lines.extend(cell.text for cell in item.cells)
    return "\n".join(line for line in lines if line)


def _comments(package: Package) -> int:
    root: Node | None = package.related("comments")
    return sum(node.tag == "w:comment" for node in root.children) if root is not None else 0
