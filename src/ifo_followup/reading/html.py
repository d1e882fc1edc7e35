"""HTML to a `Document`, with the standard library's parser and no tree."""

from html.parser import HTMLParser

from ifo_followup.document import Document, Kind
from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.reading.html_blocks import Builder
from ifo_followup.reading.html_tags import closed_tags
from ifo_followup.reading.source import Source

# fmt: off
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
))
# fmt: on
_DROPPED = frozenset(("script", "style", "template", "noscript", "svg", "iframe", "object"))
# elements that hold others; inline tags are often left open and nest without end
# fmt: off
_CONTAINERS = frozenset((
    "html", "body", "div", "section", "article", "main", "aside", "header", "footer", "nav",
    "ul", "ol", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "figure",
    "details", "form", "fieldset", "center",
))
# fmt: on
_CELLS = frozenset(("td", "th"))
_ROWS = _CELLS | {"tr"}
_ENDED_BY = {
    "td": _CELLS,
    "th": _CELLS,
    "tr": _ROWS,
    **dict.fromkeys(("thead", "tbody", "tfoot"), _ROWS | {"thead", "tbody", "tfoot"}),
}


def read_html(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read an HTML page or fragment.

    Raises:
        LimitExceeded: too many characters, or nested too deeply.
    """
    if len(source.text) > limits.characters:
        raise LimitExceeded(
            f"the page has {len(source.text)} characters; at most {limits.characters} are read "
            "(characters): split it",
            reason=Reason.TOO_LARGE,
        )
    parser = _Parser(limits)
    parser.feed(closed_tags(source.text))
    parser.close()
    builder = parser.builder
    builder.finish()
    return Document(
        name=source.name,
        sha256=source.sha256,
        kind=Kind.HTML,
        reader=f"html ({source.encoding})",
        blocks=tuple(builder.blocks),
        furniture=tuple(builder.furniture),
        metadata=tuple(parser.metadata),
        warnings=builder.warnings(),
    )


class _Parser(HTMLParser):
    """Turns tags into calls on the builder, and drops what is never printed."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = limits
        self.builder = Builder(limits)
        self.metadata: list[tuple[str, str]] = []
        self._open: list[str] = []
        # the element whose end closes what is being dropped, and how often it is nested
        self._dropping: str | None = None
        self._nested = 0
        self._title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropping is not None:
            self._nested += tag == self._dropping
            return
        attributes = {key: value or "" for key, value in attrs}
        if tag in _DROPPED or (tag not in _VOID and _is_hidden(attributes)):
            self._dropping, self._nested = tag, 1
            self.builder.dropped(printed=tag not in _DROPPED)
            return
        if tag == "title":
            self._title = []
            return
        if tag in _CONTAINERS:
            # their end tags may be left out
            while self._open and self._open[-1] in _ENDED_BY.get(tag, ()):
                self._open.pop()
            self._open.append(tag)
            if len(self._open) > self.limits.nesting:
                raise LimitExceeded(
                    f"line {self.getpos()[0]}: elements nested deeper than {self.limits.nesting} "
                    "(nesting); "
                    "save the page as plain text or .docx",
                    reason=Reason.NESTING_LIMIT,
                )
        self.builder.start(tag, attributes, self.getpos()[0])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # "<div/>" opens a div in HTML: only XHTML closes it, and there nothing follows inside
        if tag not in _VOID and (self._dropping is not None or tag in ("p", "td", "th", "span")):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping is not None:
            if tag == self._dropping:
                self._nested -= 1
                if not self._nested:
                    self._dropping = None
            return
        if tag == "title" and self._title is not None:
            title = " ".join("".join(self._title).split())
            self._title = None
            if title:
                self.metadata.append(("title", title))
            return
        if tag in _CONTAINERS:
            if tag not in self._open:
                return
            while self._open:
                closed = self._open.pop()
                self.builder.end(closed)
                if closed == tag:
                    return
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self._dropping is not None:
            return
        if self._title is not None:
            self._title.append(data)
            return
        self.builder.text(data)


def _is_hidden(attributes: dict[str, str]) -> bool:
    style = "".join(attributes.get("style", "").split()).lower()
    return "hidden" in attributes or "display:none" in style
