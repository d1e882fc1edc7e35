"""The runs of a line in little room, for the time in which the other pages are read.

What runs over all pages (headers and footers, what is usual in a document) is known only after
the last page. Until then every page is kept, and as objects its words would take ten times the
room of their numbers.
"""

from collections.abc import Sequence
from struct import pack, unpack

from attrs import evolve, frozen

from ifo_followup.reading.pdf.content import Run, Style

# The bits of a run's flags; `followed` has three values.
_TURN, _SPACED, _SEEN, _FOLLOWED, _UNKNOWN = 0x07, 0x08, 0x10, 0x20, 0x40


@frozen(weakref_slot=False)
class Folded:
    """Runs without their words, where these are those of the line's text between its blanks.

    `numbers` are the left ends, the right ends, the baselines (one where all are the same) and
    the drawing orders.
    """

    numbers: bytes
    flags: bytes
    styles: Style | tuple[Style, ...]
    words: tuple[str, ...] | None

    def unfolded(self, text: str) -> list[Run]:
        """The runs again; `text` is their line's."""
        count = len(self.flags)
        lengths = len(self.numbers) // 8 - count
        values = unpack(f"{lengths}d{count}q", self.numbers)
        baselines = values[2 * count : lengths]
        if len(baselines) == 1:
            baselines *= count
        words = self.words or text.split(" ")
        styles = self.styles if isinstance(self.styles, tuple) else (self.styles,) * count
        return [
            Run(
                word,
                values[i],
                values[count + i],
                baselines[i],
                styles[i],
                values[lengths + i],
                flag & _TURN,
                bool(flag & _SPACED),
                bool(flag & _SEEN),
                None if flag & _UNKNOWN else bool(flag & _FOLLOWED),
            )
            for i, (word, flag) in enumerate(zip(words, self.flags, strict=True))
        ]

    def without_ends(self) -> "Folded":
        """The same with no word of what followed each run."""
        return evolve(self, flags=bytes([f & ~_FOLLOWED | _UNKNOWN for f in self.flags]))


def fold(runs: Sequence[Run], text: str) -> Folded | None:
    """The runs of a line (at least one) in little room; None where they cannot be had back."""
    lengths = [r.x0 for r in runs] + [r.x1 for r in runs]
    level = runs[0].baseline
    same = all(r.baseline == level for r in runs)
    lengths += [level] if same else [r.baseline for r in runs]
    if {type(x) for x in lengths} != {float}:
        return None
    first = runs[0].style
    alike = all(r.style is first for r in runs)
    words = [r.text for r in runs]
    return Folded(
        pack(f"{len(lengths)}d{len(runs)}q", *lengths, *[r.order for r in runs]),
        bytes([_flags(r) for r in runs]),
        first if alike else tuple([r.style for r in runs]),
        None if text.split(" ") == words else tuple(words),
    )


def _flags(run: Run) -> int:
    end = _UNKNOWN if run.followed is None else _FOLLOWED * run.followed
    return run.turn | _SPACED * run.spaced | _SEEN * run.seen | end
