"""All data of one text, and the text without them."""

from collections.abc import Iterator, Sequence

from ifo_followup.privacy.addresses import email_addresses, phone_numbers
from ifo_followup.privacy.personal_numbers import personal_numbers
from ifo_followup.privacy.spans import Span

_SHOWN = 2  # characters of a datum that a message shows, to find it by


def spans(text: str) -> tuple[Span, ...]:
    """The data of a text in their order. Of two that overlap the first is told, as long as both."""
    if not any(char.isdigit() or char == "@" for char in text):
        return ()
    found = [*personal_numbers(text), *email_addresses(text), *phone_numbers(text)]
    kept: list[Span] = []
    # a number that can be a person's is told as one: that is the graver mistake to miss
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and span.start < kept[-1].end:
            last = kept.pop()
            span = Span(last.kind, last.start, max(last.end, span.end))
        kept.append(span)
    return tuple(kept)


def masked(text: str) -> str:
    """The text with "[personnummer]" and the like in place of every datum."""
    # what stood beside a datum can be told for one only when that is gone: "1-070-123 45 67"
    while found := spans(text):
        text = _replaced(text, found)
    return text


def all_data(text: str) -> Iterator[tuple[Span, str]]:
    """Every datum that `masked` takes away, with its characters."""
    while found := spans(text):
        yield from ((span, text[span.start : span.end]) for span in found)
        text = _replaced(text, found)


def _replaced(text: str, found: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for span in found:
        pieces += (text[done : span.start], span.kind.mark)
        done = span.end
    return "".join((*pieces, text[done:]))


def hidden(datum: str) -> str:
    """A datum as a message may show it: its beginning, and dots."""
    return datum[:_SHOWN] + "•" * min(len(datum) - _SHOWN, 9) if len(datum) > _SHOWN else "••"
