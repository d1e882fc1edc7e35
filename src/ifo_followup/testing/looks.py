"""Looks to print documents in: any that a reader of the print can make sense of."""

from hypothesis import strategies as st

from ifo_followup.document import Colour
from ifo_followup.typeset.printing import Light, Look, Rules, Typeface

# pale enough for black type; none of them is a light
_SHADES = (
    Colour(217, 226, 243),
    Colour(242, 242, 242),
    Colour(222, 234, 246),
    Colour(191, 191, 191),
    Colour(226, 218, 236),
)
_SHEETS = ((595.3, 841.9), (841.9, 595.3), (612.0, 792.0), (841.9, 1190.6))


@st.composite
def looks(
    draw: st.DrawFn,
    *,
    rules: tuple[Rules, ...] = (Rules.GRID, Rules.ROWS, Rules.STRIPES),
    lights: tuple[Light, ...] = tuple(Light),
    rows_break: bool | None = None,
) -> Look:
    """Looks in which a document can be read again.

    Header rows stand out, the margins are wide enough to tell running lines from text, and type
    in tables is as small as in print. `rules`, `lights` and `rows_break` narrow them down.
    """
    width, height = draw(st.sampled_from(_SHEETS))
    size = draw(st.sampled_from((9.0, 10.0, 10.5, 11.0, 12.0)))
    drawn = draw(st.sampled_from(rules))
    fill = draw(st.none() | st.sampled_from(_SHADES))
    return Look(
        page_width=width,
        page_height=height,
        side_margin=draw(st.floats(40, 75)),
        end_margin=draw(st.floats(0.1, 0.13)) * height,
        # the blank of a typewriter is as wide as the white between two columns
        typeface=draw(
            st.sampled_from(
                [face for face in Typeface if drawn is Rules.GRID or face is not Typeface.COURIER]
            )
        ),
        size=size,
        table_size=size - draw(st.sampled_from((0.0, 1.0, 2.0))),
        leading=draw(st.sampled_from((1.15, 1.2, 1.25))),
        heading_sizes=draw(
            st.sampled_from(((1.8, 1.45, 1.3, 1.18), (2.4, 1.6, 1.2), (1.5, 1.3, 1.16)))
        ),
        heading_colour=draw(st.none() | st.just(Colour(31, 78, 121))),
        rules=drawn,
        header_fill=fill,
        header_strong=fill is None or draw(st.booleans()),
        # without lines between columns, a few rows at the top of a page are no table by themselves
        repeat_headers=drawn is not Rules.GRID or draw(st.booleans()),
        rows_break=draw(st.booleans()) if rows_break is None else rows_break,
        stretch=draw(st.booleans()),
        hyphenate=draw(st.booleans()),
        light=draw(st.sampled_from(lights)),
        bullets=draw(st.sampled_from((("•", "–"), ("•",), ("·", "•")))),
        chapters_break=draw(st.booleans()),
        page_number=draw(st.sampled_from(("{page} ({pages})", "Sida {page} av {pages}", "{page}"))),
        line_width=draw(st.integers(60, 120)),
        cell_width=draw(st.integers(16, 50)),
        empty_spaces=draw(st.integers(0, 1)),
        tabbed=draw(st.booleans()),
        rows_apart=draw(st.booleans()),
        trailing_spaces=draw(st.booleans()),
        double_spaced=draw(st.booleans()),
    )


@st.composite
def text_looks(draw: st.DrawFn) -> Look:
    """Looks of plain text that programs really print.

    A text layer breaks lines and cells where the page does; a converter breaks nothing and sets
    tabs between cells.
    """
    if draw(st.booleans()):
        return Look(tabbed=True, bullets=draw(st.sampled_from((("•", "–"), ("-",)))))
    double = draw(st.booleans())
    return Look(
        line_width=draw(st.integers(80, 110)),
        cell_width=draw(st.integers(14, 30)),
        bullets=draw(st.sampled_from((("•", "–"), ("•",), ("\uf0b7", "\uf02d")))),
        rows_apart=draw(st.booleans()),
        empty_spaces=draw(st.integers(0, 1)),
        trailing_spaces=double or draw(st.booleans()),
        double_spaced=double,
        light=draw(st.sampled_from((Light.GIVEN, Light.WORD_AND_FILL))),
    )
