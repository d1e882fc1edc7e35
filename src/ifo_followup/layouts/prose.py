"""Headings, paragraphs and bullets in the words that are left between tables."""

from collections.abc import Iterator, Sequence

from ifo_followup.document import Block, Heading, ListItem, Paragraph
from ifo_followup.layouts.declare import Layout
from ifo_followup.layouts.headings import DANGLING, Numbered, Outline, is_chapter, is_title_like
from ifo_followup.layouts.tokens import Gap, Habits, Token, place_of, text_of
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Source
from ifo_followup.swedish.text import squash

BULLETS = ("•", "▪", "‣", "◦", "–", "-", "o", "·")
_INNER_BULLETS = ("◦", "o", "–")
_FIRST_SYMBOL = "\uf0b7"  # the bullet of the Symbol font; other symbols stand for inner lists
_LOOK_AHEAD = 6  # lines
_PAGE_SPACE = 1  # before the first line of a page
_SHORT = 0.72  # a line this much shorter than the text is wide was not broken by wrapping


def read_prose(
    tokens: Sequence[Token],
    layout: Layout,
    outline: Outline,
    findings: list[Finding],
    habits: Habits,
) -> Iterator[Block]:
    """Turn a stretch of words without tables into blocks.

    What cannot be told is added to `findings`.
    """
    lines = _lines(tokens)
    if not lines:
        return
    widths = sorted(_width(line) for line in lines)
    wide = widths[int(len(widths) * 0.9)] if len(widths) > 3 else max(widths[-1], 80)
    reader = _Prose(layout, outline, wide, findings, habits)
    for n, line in enumerate(lines):
        yield from reader.take(line, lines[n + 1 : n + 1 + _LOOK_AHEAD])
        reader.above = line
    yield from reader.close()


def _lines(tokens: Sequence[Token]) -> list[list[Token]]:
    out: list[list[Token]] = []
    for token in tokens:
        if token.gap is not Gap.SPACE or not out:
            out.append([])
        out[-1].append(token)
    return out


def _width(line: Sequence[Token]) -> int:
    return sum(len(token.text) + 1 for token in line)


class _Prose:
    """Takes lines one by one and gives a block when one is complete."""

    def __init__(
        self,
        layout: Layout,
        outline: Outline,
        wide: int,
        findings: list[Finding],
        habits: Habits,
    ) -> None:
        self.layout = layout
        self.outline = outline
        self.wide = wide
        self.findings = findings
        self.habits = habits
        self.unwrapped = habits.unwrapped
        self.above: Sequence[Token] = ()  # the line before, with its bullet
        self.paragraph: list[list[Token]] = []
        self.bullet_level: int | None = None
        self.heading: Numbered | None = None
        self.strong = False  # the open paragraph is a label or a caption
        self.level = 1
        self.labels = {squash(word) for label in layout.labels for word in label.words}
        self.captions = tuple(squash(words) for words in layout.captions)

    def take(self, line: list[Token], following: Sequence[list[Token]]) -> Iterator[Block]:
        """Take the next line; `following` are some lines behind it."""
        after = following[0] if following else None
        blank = line[0].gap is Gap.BLANK
        level = _bullet(line)
        text = " ".join(token.text for token in line)
        if not blank and self._goes_on(line):
            self.paragraph.append(line)
            return
        if level is not None and len(line) > 1 and not self._is_dash(line, following):
            yield from self.close()
            self.bullet_level = level
            self.paragraph = [line[1:] if len(line[0].text) == 1 else _stripped(line)]
            return
        numbered = self.outline.peek(text) if blank or self._may_open(line) else None
        chapter = numbered is None and is_chapter(self.outline, self.layout, text)
        if chapter:
            numbered = self.outline.peek(text, marked=True)
        if numbered is not None and not self._is_sentence(line, following):
            yield from self.close()
            self.heading = self.outline.read(text, marked=chapter)
            self.paragraph = [line]
            return
        squashed = squash(text)
        if squashed in self.labels or (self.captions and squashed.startswith(self.captions)):
            yield from self.close()
            self.paragraph, self.strong = [line], True
            return
        if self._ends_block(line, blank=blank) or self._opens_page(line, after):
            yield from self.close()
        self.paragraph.append(line)

    def _is_dash(self, line: list[Token], following: Sequence[list[Token]]) -> bool:
        """Whether the dash that a line begins with stands in a sentence that wrapped before it."""
        sign = line[0].text
        if sign not in ("–", "-") or line[0].gap is not Gap.LINE or not self.paragraph:
            return False
        listed = any(other[0].text == sign for other in following)
        opened = self.bullet_level is not None and self.bullet_level == _bullet(line)
        return (
            not (listed or opened or self.unwrapped)
            and line[1].text[:1].islower()
            and not _ends_sentence(self.paragraph[-1])
            and _width(self.above) > self.wide * _SHORT
        )

    def _is_sentence(self, line: list[Token], following: Sequence[list[Token]]) -> bool:
        """Whether a line that begins with a number begins a sentence, not a heading."""
        if self.unwrapped or _width(line) < self.wide * _SHORT:
            return False
        if not following or not following[0][0].text[:1].islower():
            return False
        lines = [line]
        for other in following:
            if other[0].gap is Gap.BLANK or other[0].spaces > 0:
                break
            lines.append(other)
        return any(map(_ends_sentence, lines[1:])) and not _is_title(lines)

    def _goes_on(self, line: Sequence[Token]) -> bool:
        """Whether a line goes on with the heading or caption that is open."""
        if self.heading is None and not self.strong:
            return False
        return bool(self.paragraph) and _continues_heading(self.paragraph, line)

    def close(self) -> Iterator[Block]:
        """Give the block that is open."""
        lines, self.paragraph = self.paragraph, []
        heading, self.heading = self.heading, None
        strong, self.strong = self.strong, False
        level, self.bullet_level = self.bullet_level, None
        if not lines:
            return
        words = [token for line in lines for token in line]
        place = place_of(words)
        text = text_of(words).replace("\n\n", " ")
        if heading is not None:
            self.level = heading.level
            yield Heading(text=text, level=heading.level, place=place)
        elif strong:
            yield Paragraph(text=text, place=place, strong=True)
        elif level is not None:
            yield ListItem(text=text, level=level, place=place)
        else:
            yield from self._paragraph(lines)

    def _paragraph(self, lines: list[list[Token]]) -> Iterator[Block]:
        """A paragraph, after a heading that stands on its first line without a gap."""
        while len(lines) > 1 and not _is_title(lines) and self._is_title_line(lines[0], lines[1]):
            yield self._title(lines[:1])
            lines = lines[1:]
        words = [token for line in lines for token in line]
        if _is_title(lines):
            yield self._title(lines)
        else:
            text = text_of(words).replace("\n\n", " ")
            yield Paragraph(text=text, place=place_of(words))

    def _title(self, lines: list[list[Token]]) -> Heading:
        words = [token for line in lines for token in line]
        return Heading(text=text_of(words), level=self.level + 1, place=place_of(words))

    def _is_title_line(self, line: list[Token], after: list[Token] | None) -> bool:
        """A short line that a capital follows, or a table: it was not broken by wrapping."""
        if not is_title_like(" ".join(token.text for token in line)):
            return False
        if after is None or after[0].gap is Gap.BLANK:
            return _width(line) < self.wide * _SHORT
        return (
            after[0].text[:1].isupper() and _width(line) + len(after[0].text) < self.wide * _SHORT
        )

    def _may_open(self, line: list[Token]) -> bool:
        """A numbered heading inside a stretch stands at the top of a page, or after a heading."""
        if line[0].spaces > 0 or not self.paragraph or self.heading is not None:
            return True
        return _width(self.paragraph[-1]) < self.wide * _SHORT

    def _opens_page(self, line: list[Token], after: list[Token] | None) -> bool:
        """A heading at the top of a page, where no empty line stands before it."""
        return (
            line[0].spaces > 0
            and bool(self.paragraph)
            and (_ends_sentence(self.paragraph[-1]) or self.bullet_level is not None)
            and self._is_title_line(line, after)
        )

    def _ends_block(self, line: list[Token], *, blank: bool) -> bool:
        if not self.paragraph:
            return False
        if (
            self.unwrapped
            and self.heading is None
            and not self.strong
            and (
                (
                    not blank and _is_labelled(self.paragraph[0])
                )  # a second line behind "Status: ..."
                or (line[0].text[:1].islower() and not _ends_sentence(self.paragraph[-1]))
            )
        ):
            return False
        if (
            self.heading is not None
            or self.strong
            or (self.unwrapped and self.bullet_level is None)
        ):
            return True
        if self.bullet_level is not None:
            last = self.paragraph[-1][-1].text
            if self.unwrapped or _is_labelled(line):
                return True
            # a bullet broken by a page or an empty line goes on in small letters, or is open
            capital = line[0].text[:1].isupper() and last.casefold() not in DANGLING
            if blank and (capital or last.endswith(".")):
                return not self._bullet_goes_on(line)
            return line[0].spaces > 0 and capital
        if blank and line[0].text[:1].islower() and not _ends_sentence(self.paragraph[-1]):
            return False
        return blank

    def _bullet_goes_on(self, line: list[Token]) -> bool:
        """Whether a bullet goes on behind an empty line with a new sentence.

        A hanging indent sets a bullet's second line apart. Then the first line is full: the
        next word would not have fitted.
        """
        fits = _width(self.above) + len(line[0].text) <= self.habits.width
        if len(self.paragraph) > 1 or fits or not _ends_sentence(self.above):
            return False
        if self.habits.bare_ends:
            return self.above[-1].after > 0
        text = text_of(line)
        self.findings.append(
            Finding(
                rule="paragraph-unclear",
                severity=Severity.INFO,
                message="the line above is a bullet and full; this line was read as part of it,"
                " but may be a paragraph of its own",
                source=Source(text=text, place=place_of(line)),
                printed=text,
            )
        )
        return True


def _is_title(lines: Sequence[Sequence[Token]]) -> bool:
    """Whether a paragraph of one or two lines is a heading as a whole."""
    text = text_of([token for line in lines for token in line]).replace("\n\n", " ")
    return len(lines) <= 2 and is_title_like(text)


def _ends_sentence(line: Sequence[Token]) -> bool:
    return line[-1].text.rstrip('”")').endswith((".", ":", "!", "?"))


def _is_labelled(line: Sequence[Token]) -> bool:
    """Whether a line has a label of its own behind a bullet: "Status: klart"."""
    return line[0].text.endswith(":") and line[0].text[:1].isupper()


def _continues_heading(paragraph: Sequence[Sequence[Token]], line: Sequence[Token]) -> bool:
    above = " ".join(t.text for t in paragraph[-1])
    words = [t.text for t in line if t.text not in ("–", "-")]
    text = " ".join(words)
    return text[:1].islower() or (above.isupper() and text.isupper())


def _bullet(line: Sequence[Token]) -> int | None:
    """The level of the list whose sign a line begins with; None for no sign."""
    word = line[0].text
    if is_symbol(word[0]):
        return 1 if word[0] == _FIRST_SYMBOL else 2
    if word in BULLETS:
        # a page leaves a space before its first line
        indented = line[0].spaces > _PAGE_SPACE and word == "-"
        return 2 if word in _INNER_BULLETS or indented else 1
    return 1 if word[0] in "•▪" and len(word) > 1 else None


def is_symbol(sign: str) -> bool:
    """Whether a character is one of a symbol font, as Word uses them for bullets."""
    return "\uf000" <= sign <= "\uf0ff"


def _stripped(line: list[Token]) -> list[Token]:
    head = line[0]
    return [Token(head.text[1:], head.line, head.gap, head.spaces, head.after), *line[1:]]
