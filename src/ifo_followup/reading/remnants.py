"""Marks that other programs leave in text: HTML tags, character references, Markdown emphasis."""

import html
import re

_PARAGRAPH = re.compile(r"\s{0,20}</?p(?:\s[^<>]{0,500})?>\s{0,20}", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
# a closed list of names: "<5 %" and "<namn>" are printed text
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|div|font|sub|sup|small|big|ul|ol|li|h[1-6])"
    r"(?:\s[^<>]{0,500})?>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|ndash|mdash);", re.IGNORECASE
)
_STRONG = re.compile(r"\*\*(?=[^\s*])([^*\t\n]{1,300})(?<=\S)\*\*")
# a single star also marks a footnote ("boende*"), so it must open a word and close one
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\t\n]{1,300})(?<=\S)\*(?![\w*])")
_HEADING_SIGNS = re.compile(r"#{1,6}[ \t]{1,5}(?=[^\s#])")
_BLANKS = re.compile(r"\n{3,}")


def strip_remnants(text: str) -> str:
    """Remove HTML remnants and Markdown emphasis; a paragraph boundary becomes a blank line.

    `<p>Mål</p> <p>**S**pecifika</p>` becomes "Mål", a blank line, "Specifika".
    """
    text = strip_tags(text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
    return text


def strip_heading_signs(text: str) -> str:
    """Remove the "##" that Markdown puts before a heading."""
    return _HEADING_SIGNS.sub("", text, count=1) if _HEADING_SIGNS.match(text) else text


def strip_tags(text: str) -> str:
    """Remove HTML remnants only."""
    if "<" not in text:
        return text
    stripped = _TAG.sub("", _BREAK.sub("\n", _PARAGRAPH.sub("\n\n", text)))
    if stripped == text:
        return text
    stripped = _REFERENCE.sub(lambda match: html.unescape(match.group()), stripped)
    return _BLANKS.sub("\n\n", stripped).strip("\n")
