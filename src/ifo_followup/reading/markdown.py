"""Markdown to a `Document`, with the CSV files it links to put in as tables.

Some Markdown is a PDF's text with a comment before each page (`<!-- sida 3 -->`), as the open
project kommunhandlingar writes it. There a line is a printed line and nothing is markup but
tables and links; it is read as plain text, in `Lines`.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from attrs import define, field
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ifo_followup.document import (
    Block,
    Document,
    Heading,
    Kind,
    Lines,
    ListItem,
    Paragraph,
    Table,
    TextLine,
)
from ifo_followup.errors import FollowUpError, LimitExceeded, Reason
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.decoding import decode
from ifo_followup.reading.front_matter import split_front_matter
from ifo_followup.reading.grids import csv_rows, table_from_texts
from ifo_followup.reading.pipes import pipe_rows
from ifo_followup.reading.remnants import strip_tags
from ifo_followup.reading.source import Source
from ifo_followup.swedish.text import join_lines

_PAGE = re.compile(r"<!--\s{0,20}(?:sida|page)\s{1,20}(\d{1,5})\s{0,20}-->", re.IGNORECASE)
_CAPTION = re.compile(r"Tabell \d{1,5}(?:-\d{1,5}){1,2}")


def read_markdown(
    source: Source, companions: Mapping[str, bytes], limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read Markdown with pipe tables; `companions` are the CSV files it may link to, by name.

    Raises:
        LimitExceeded: too many characters, or nested too deeply.
    """
    if len(source.text) > limits.characters:
        raise LimitExceeded(
            f"the text has {len(source.text)} characters; at most {limits.characters} are read "
            "(characters): split it",
            reason=Reason.TOO_LARGE,
        )
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    metadata, taken = split_front_matter(lines)
    # blank lines in its place keep the line numbers
    text = "\n" * taken + "\n".join(lines[taken:])
    paged = _PAGE.search(text) is not None
    tokens = _parser(limits, paged=paged).parse(text)
    if any(token.level >= limits.nesting - 1 for token in tokens):
        raise LimitExceeded(
            f"quotes or lists nested deeper than {limits.nesting} (nesting); simplify the text",
            reason=Reason.NESTING_LIMIT,
        )
    reader = _Reader(companions=companions, paged=paged, limits=limits)
    reader.read(tokens)
    return Document(
        name=source.name,
        sha256=source.sha256,
        kind=Kind.MARKDOWN,
        reader=f"markdown ({source.encoding})",
        blocks=tuple(reader.blocks),
        pages=reader.pages or None,
        metadata=metadata,
        warnings=tuple(dict.fromkeys(reader.warnings)),
    )


def _parser(limits: Limits, *, paged: bool) -> MarkdownIt:
    options = {"html": False, "maxNesting": limits.nesting}
    parser = MarkdownIt("commonmark", options).enable("table")
    if paged:
        # "1. Mål" and "- 54 %" are printed lines there, not lists
        parser.disable(["list", "heading", "lheading", "blockquote", "code", "hr", "reference"])
    return parser


@define
class _Reader:
    companions: Mapping[str, bytes]
    paged: bool
    limits: Limits
    blocks: list[Block] = field(factory=list)
    warnings: list[str] = field(factory=list)
    pages: int = 0
    _page: int | None = None
    _starts: bool = False
    _waiting: list[TextLine] = field(factory=list)
    _lists: int = 0
    # the table that came from a CSV file and is repeated as a pipe table below
    _shown: Table | None = None

    def read(self, tokens: list[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._lists -= 1
                case "inline":
                    self._inline(token, tokens[at - 1])
                case "fence" | "code_block":
                    self._code(token)
                case "table_open":
                    end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                    self._table(tokens[at:end])
                    at = end
            at += 1
        self._flush()

    def _place(self, token: Token) -> Place:
        first, last = token.map or (0, 1)
        return Place(page=self._page, first_line=first + 1, last_line=max(first + 1, last))

    def _inline(self, token: Token, opened: Token) -> None:
        place = self._place(token)
        if self._csv(token, place):
            return
        text, strong = _inline_text(token)
        self.warnings.extend(
            "pictures not read" for child in token.children or () if child.type == "image"
        )
        lines = self._without_comments(strip_tags(text), place.first_line or 1)
        if not lines:
            return
        rows = pipe_rows([line.text for line in lines if line.text.strip()])
        if rows is not None and not self._lists:
            self._flush()
            self.warnings.append("a pipe table without a line of dashes was read as a table")
            self.blocks.append(table_from_texts(rows, place, self.limits))
            return
        if self.paged:
            self._waiting.extend(lines)
            return
        place = self._place(token)
        joined = "\n\n".join(filter(None, (join_lines(p.split("\n")) for p in _paragraphs(lines))))
        if not joined:
            return
        if opened.type == "heading_open":
            self.blocks.append(Heading(text=joined, level=int(opened.tag[1]), place=place))
        elif self._lists:
            self.blocks.append(ListItem(text=joined, level=self._lists, place=place))
        else:
            self.blocks.append(Paragraph(text=joined, place=place, strong=strong))

    def _without_comments(self, text: str, number: int) -> list[TextLine]:
        """Lines without comments; a page comment turns the page. Paged text keeps its gaps."""
        out: list[TextLine] = []
        for offset, line in enumerate(text.split("\n")):
            page = _PAGE.search(line)
            if page:
                self._flush()
                self._starts = self._page is not None
                self._page = max(1, int(page[1]))
                self.pages = max(self.pages, self._page)
            kept = _without_comments(line)
            if page and not kept.strip():
                continue
            if self.paged and not out and self._waiting:
                out.append(TextLine(text="", number=number + offset))
            out.append(TextLine(text=kept, number=number + offset, page_start=self._starts))
            self._starts = False
        return out if any(line.text.strip() for line in out) else []

    def _code(self, token: Token) -> None:
        self._flush()
        first = (token.map or (0, 1))[0] + 1 + (token.type == "fence")
        lines = token.content.rstrip("\n").split("\n")
        self._waiting.extend(
            TextLine(text=text, number=first + at, page_start=self._starts and not at)
            for at, text in enumerate(lines)
        )
        self._starts = False
        self._flush()

    def _flush(self) -> None:
        lines, self._waiting = self._waiting, []
        if any(line.text.strip() for line in lines):
            place = Place(page=self._page, first_line=lines[0].number, last_line=lines[-1].number)
            self.blocks.append(Lines(lines=tuple(lines), place=place))
            self._shown = None

    def _csv(self, token: Token, place: Place) -> bool:
        """Read the CSV file that a paragraph is nothing but a link to."""
        children = token.children or []
        if len(children) < 2 or children[0].type != "link_open":
            return False
        if children[-1].type != "link_close" or sum(c.type == "link_open" for c in children) > 1:
            return False
        target = unquote(str(children[0].attrGet("href") or ""))
        if not target.lower().endswith(".csv"):
            return False
        self._flush()
        caption, _ = _inline_text(token)
        if not _CAPTION.fullmatch(caption):
            self.blocks.append(Paragraph(text=join_lines([caption]), place=place))
        table = self._companion(target, place)
        if table is not None:
            self.blocks.append(table)
        self._shown = table
        return True

    def _companion(self, target: str, place: Place) -> Table | None:
        base = target.rsplit("/", 1)[-1]
        data = next((self.companions[n] for n in (target, base) if n in self.companions), None)
        if data is None:
            ends = (n for n in self.companions if n.replace("\\", "/").endswith("/" + target))
            data = next((self.companions[n] for n in ends), None)
        if data is None:
            self.warnings.append(f"the linked table {target!r} is not among the companions")
            return None
        try:
            rows = csv_rows(decode(data).text)
        except (ValueError, FollowUpError) as error:
            self.warnings.append(f"the linked table {target!r} cannot be read: {error}")
            return None
        return table_from_texts(rows, place, self.limits) if any(map(any, rows)) else None

    def _table(self, tokens: list[Token]) -> None:
        self._flush()
        rows: list[list[str]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(strip_tags(_inline_text(token)[0]))
        shown, self._shown = self._shown, None
        if shown is not None and (shown.rows, shown.columns) == (len(rows), len(rows[0])):
            # the same table again: the CSV file has it without Markdown's escapes
            return
        place = self._place(tokens[0])
        self.blocks.append(table_from_texts(rows, place, self.limits, header_rows=1))


def _paragraphs(lines: list[TextLine]) -> list[str]:
    return "\n".join(line.text for line in lines).split("\n\n")


def _inline_text(token: Token) -> tuple[str, bool]:
    """The text of an inline token, and whether all of it is strong."""
    out: list[str] = []
    depth = 0
    strong = True
    for child in token.children or ():
        depth += (child.type == "strong_open") - (child.type == "strong_close")
        if child.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif child.content:
            out.append(child.content)
            strong = strong and (depth > 0 or not child.content.strip())
    text = "".join(out)
    return text, strong and bool(text.strip())


def _without_comments(line: str) -> str:
    """The line without its comments; one that does not end on it is kept."""
    kept: list[str] = []
    at = 0
    while (start := line.find("<!--", at)) >= 0 and (end := line.find("-->", start + 4)) >= 0:
        kept.append(line[at:start])
        at = end + 3
    return "".join(kept) + line[at:]
