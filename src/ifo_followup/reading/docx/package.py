"""The parts of a Word file and how they point at each other."""

import posixpath
from collections.abc import Mapping

from attrs import frozen

from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.reading.archive import Archive
from ifo_followup.reading.docx.xml import Node, parse

_CORE = (
    ("dc:title", "title"),
    ("dc:subject", "subject"),
    ("dc:creator", "creator"),
    ("dcterms:created", "created"),
    ("dcterms:modified", "modified"),
)


@frozen
class Relation:
    """One relationship: the last word of its type ("styles", "header") and the part it names."""

    kind: str
    target: str


@frozen
class Package:
    """A Word file: its main part and what that part refers to."""

    archive: Archive
    main: str
    relations: Mapping[str, Relation]

    @classmethod
    def open(cls, archive: Archive) -> "Package":
        """Find the main part.

        Raises:
            UnreadableDocument: there is none.
        """
        main = "word/document.xml"
        for relation in relations(archive, "").values():
            if relation.kind == "officeDocument" and relation.target in archive:
                main = relation.target
        if main not in archive:
            raise UnreadableDocument(
                "the zip file has no main document part: it is no complete Word document; "
                "save it again with Word",
                reason=Reason.DAMAGED,
            )
        return cls(archive, main, relations(archive, main))

    def parse(self, part: str) -> Node:
        """Inflate and parse one part."""
        return parse(self.archive.read(part), part, self.archive.limits)

    def related(self, kind: str) -> Node | None:
        """The root of the main part's first relation of this kind, if the file has it."""
        for relation in self.relations.values():
            if relation.kind == kind and relation.target in self.archive:
                return self.parse(relation.target)
        return None

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Title, subject, author and dates as the file states them."""
        if "docProps/core.xml" not in self.archive:
            return ()
        root = self.parse("docProps/core.xml")
        found = ((key, root.child(tag)) for tag, key in _CORE)
        texts = ((key, node.text.strip()) for key, node in found if node is not None)
        return tuple((key, text) for key, text in texts if text)


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """What a part refers to inside the file, by relationship id; "" is the package itself."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive:
        return {}
    out: dict[str, Relation] = {}
    for node in parse(archive.read(path), path, archive.limits).children:
        get = node.attributes.get
        target = get("Target", "")
        if node.tag != "rel:Relationship" or not target or get("TargetMode") == "External":
            continue
        full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        out[get("Id", "")] = Relation(get("Type", "").rsplit("/", 1)[-1], full)
    return out
