"""What is usual in a document: the look of its body text, where it stands, how its lines follow."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define

from ifo_followup.document import Colour
from ifo_followup.reading.pdf.content import Style
from ifo_followup.reading.pdf.lines import Line

# The usual line pitch where a document has no wrapped paragraph (em).
DEFAULT_PITCH = 1.2
# Type sizes that differ by less (points) are the same.
SAME_SIZE = 0.3
# So many lines that end at one x (points) show that text is justified, unless more end so little
# (em) before it: of ragged lines some are as long as each other by chance.
JUSTIFIED, SAME_END, NEAR_END = 3, 0.5, 2.0
# The longest lines fill at least this share of the width between equal margins.
FILLED = 0.7


@define
class Looks:
    """What is usual in a document: its body style and the right edge of its text.

    `justified` tells that several lines reach exactly that edge, and few others nearly do.
    """

    size: float
    colour: Colour | None
    bold: bool
    italic: bool
    left: float
    right: float
    pitch: float
    family: str
    justified: bool = False


def family(style: Style) -> str:
    """The name of a typeface without subset prefix and style: "Arial" of "ABCDEF+Arial,Bold"."""
    name = style.font.split("+", 1)[-1]
    return name.split("-", 1)[0].split(",", 1)[0]


def looks(pages: Iterable[Sequence[Line]], width: float) -> Looks:
    """What is usual in a document, by number of characters. `width` is its pages' (points).

    The lines of each page are looked at once, before the next page is asked for.
    """
    weights, places = _weights(pages)
    sizes: Counter[float] = Counter()
    for (_, style), weight in weights.items():
        sizes[round(style.size * 2) / 2] += weight
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    styles: Counter[tuple[Colour | None, bool, bool]] = Counter()
    families: Counter[str] = Counter()
    for (own, style), weight in weights.items():
        if abs(own - size) < SAME_SIZE:
            styles[style.colour, style.bold, style.italic] += weight
            families[family(style)] += weight
    lefts: Counter[int] = Counter()
    rights: list[float] = []
    pitches: Counter[float] = Counter()
    for place in places:
        before: float | None = None
        for own, x0, x1, baseline in zip(*[iter(place)] * 4, strict=True):
            usual = abs(own - size) < SAME_SIZE
            if usual:
                lefts[round(x0)] += 1
                rights.append(x1)
                if before is not None:
                    step = (baseline - before) / size
                    if 0.9 < step < 2.2:
                        pitches[round(step, 1)] += 1
            before = baseline if usual else None
    colour, bold, italic = styles.most_common(1)[0][0] if styles else (None, False, False)
    rights.sort()
    right = rights[int(len(rights) * 0.97)] if rights else 0.0
    left = float(lefts.most_common(1)[0][0]) if lefts else 0.0
    if right - left < FILLED * (width - 2 * left):
        # too little text to show its right margin: about as wide as the left one
        right = width - left
    reach = sum(abs(x - right) < SAME_END for x in rights)
    nearly = sum(SAME_END <= right - x < NEAR_END * size for x in rights)
    justified = reach >= max(JUSTIFIED, nearly)
    typeface = families.most_common(1)[0][0] if families else ""
    return Looks(size, colour, bold, italic, left, right, _usual(pitches), typeface, justified)


def _weights(
    pages: Iterable[Sequence[Line]],
) -> tuple[dict[tuple[float, Style], int], list["array[float]"]]:
    """What is looked at: characters by size of their line and style, and where lines stand.

    Of each page that is the size, left end, right end and baseline of all lines, in one row.
    """
    weights: dict[tuple[float, Style], int] = {}
    places: list[array[float]] = []
    for lines in pages:
        place = array("d")
        # by identity first, as in `style_weights`
        known: dict[tuple[float, int], int] = {}
        styles: dict[int, Style] = {}
        for line in lines:
            size = line.size
            place.extend((size, line.x0, line.x1, line.baseline))
            # from stretch to stretch of one style
            before, weight = line.runs[0].style, 0
            for run in line.runs:
                if run.style is not before:
                    styles[id(before)] = before
                    known[size, id(before)] = known.get((size, id(before)), 0) + weight
                    before, weight = run.style, 0
                weight += len(run.text)
            styles[id(before)] = before
            known[size, id(before)] = known.get((size, id(before)), 0) + weight
        for (size, number), weight in known.items():
            style = styles[number]
            weights[size, style] = weights.get((size, style), 0) + weight
        places.append(place)
    return weights, places


def _usual(pitches: Counter[float]) -> float:
    """The tightest pitch that is common: wider ones part paragraphs."""
    if not pitches:
        return DEFAULT_PITCH
    most = pitches.most_common(1)[0][1]
    return min(p for p, n in pitches.items() if n >= 0.3 * most)
