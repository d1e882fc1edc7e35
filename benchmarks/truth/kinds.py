"""The kinds of tables in follow-up reports, each made from a seed."""

from collections.abc import Callable
from random import Random

from benchmarks.truth import contents
from benchmarks.truth.canvas import has_minus
from benchmarks.truth.compose import beside, page
from benchmarks.truth.model import Case, Grid, Lamp, Leaf, Level, Rgb, Ruling, Style

FONTS = ("Helvetica", "Helvetica", "Times-Roman", "Vera")
GREY: Rgb = (0.85, 0.85, 0.85)
BLUE: Rgb = (0.13, 0.27, 0.45)
PALE_BLUE: Rgb = (0.8, 0.87, 0.95)
WHITE: Rgb = (1.0, 1.0, 1.0)
RULINGS: tuple[Ruling, ...] = ("full", "rows", "header", "zebra", "none")

_Made = tuple[list[Grid], Style, Leaf]


def _style(rng: Random, ruling: Ruling | None = None, level: Level = "top") -> Style:
    """A style as reports use it: what the kind does not say is drawn by lot."""
    drawn: Ruling = rng.choice(RULINGS) if ruling is None else ruling
    style = Style(
        ruling=drawn,
        font=rng.choice(FONTS),
        size=rng.choice((7.5, 8.0, 8.5, 9.0, 9.0, 10.0)),
        leading=rng.choice((1.15, 1.2, 1.25)),
        pad_x=rng.uniform(0.4, 0.65),
        pad_y=rng.uniform(0.2, 0.5),
        level=level,
        rule_width=rng.choice((0.3, 0.5, 1.0)),
    )
    if drawn == "none":
        # white is all that parts columns here
        style.pad_x = rng.uniform(0.42, 0.8)
    if drawn == "zebra":
        style.head_fill, style.head_colour = BLUE, WHITE
    elif drawn in ("full", "rows") and rng.random() < 0.4:
        _shaded(style, rng)
    return style


def _shaded(style: Style, rng: Random) -> None:
    style.head_fill = rng.choice((GREY, PALE_BLUE, BLUE))
    style.head_colour = WHITE if style.head_fill == BLUE else (0.0, 0.0, 0.0)


def _any(rng: Random, style: Style) -> Grid:
    """Contents that the style can carry."""
    if style.ruling in ("full", "rows", "zebra") and rng.random() < 0.4:
        return rng.choice((contents.goals, contents.tasks))(rng)
    return rng.choice((contents.money, contents.money, contents.statistics))(rng)


def _styled(ruling: Ruling) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        style = _style(rng, ruling)
        return [_any(rng, style) for _ in range(rng.randint(1, 2))], style, Leaf()

    return make


def _framed(rng: Random) -> _Made:
    style = _style(rng, "frame")
    style.frame_head = rng.random() < 0.5
    return [_any(rng, style)], style, Leaf()


def _heads(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "header", "zebra")))
    # without rules and shades of its own, a merged cell cannot be seen
    merged = style.ruling != "header"
    return [contents.grouped(rng, merged=merged)], style, Leaf(margin=55.0)


def _wrapped(level: Level) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        style = _style(rng, rng.choice(("full", "full", "rows", "zebra")), level)
        make_grid = rng.choice((contents.goals, contents.tasks))
        return [make_grid(rng, rows=rng.randint(3, 5))], style, Leaf(margin=55.0)

    return make


def _merged(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "full", "rows")), rng.choice(("top", "middle")))
    return [contents.risks(rng)], style, Leaf(margin=55.0)


def _figures(rng: Random) -> _Made:
    style = _style(rng)
    # white between two figures little wider than the blank inside one
    style.pad_x = rng.uniform(0.27, 0.38) if style.ruling != "none" else rng.uniform(0.5, 0.6)
    return [contents.money(rng, rows=8, groups=2)], style, Leaf(margin=45.0)


def _touching(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "header", "zebra")))
    # white between the widest figures as narrow as a blank
    style.pad_x = rng.uniform(0.14, 0.26)
    return [contents.money(rng, rows=8, groups=2)], style, Leaf(margin=45.0)


def _empty(rng: Random) -> _Made:
    style = _style(rng)
    grid = contents.money(rng, rows=8, empties=0.5, groups=rng.randint(1, 2))
    return [grid], style, Leaf(margin=50.0)


def _notes(rng: Random) -> _Made:
    style = _style(rng)
    grid = contents.money(rng)
    row = rng.choice(grid.rows[1:])
    row[0].text += rng.choice(("*", "1)", " *"))
    sign = row[0].text.split()[-1][-2:] if "1)" in row[0].text else "*"
    note = f"{sign} Avser det statsbidrag som betalades ut i maj."
    if style.ruling in ("full", "rows") and rng.random() < 0.5:
        from benchmarks.truth.model import Draft

        grid.rows.append([Draft(note, colspan=len(grid.widths))])
        return [grid], style, Leaf()
    return [grid], style, Leaf(notes=[note])


def _turned(turn: int) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        style = _style(rng)
        grid = contents.money(rng, groups=2) if rng.random() < 0.5 else _any(rng, style)
        return [grid], style, Leaf(width=842.0, height=595.0, turn=turn)

    return make


def _broken(*, repeat: bool, torn: bool = False) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        if torn:
            style = _style(rng, rng.choice(("full", "rows")))
            grid = contents.tasks(rng, rows=6, sentences=6)
        else:
            style = _style(rng, rng.choice(("full", "rows", "zebra", "header")))
            tall = rng.random() < 0.5 and style.ruling != "header"
            grid = contents.goals(rng, rows=6) if tall else contents.money(rng, rows=14)
        start = rng.uniform(560.0, 680.0)
        return [grid], style, Leaf(margin=60.0, repeat=repeat, torn=torn, start=start)

    return make


def _totals(rng: Random) -> _Made:
    style = _style(rng)
    grid = contents.money(rng, rows=7, sections=True, indents=rng.random() < 0.6)
    return [grid], style, Leaf()


def _shaded_head(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "none")))
    _shaded(style, rng)
    return [_any(rng, style)], style, Leaf()


def _lights(lamp: Lamp | None) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        style = _style(rng, rng.choice(("full", "full", "rows")), "middle")
        return [contents.lights(rng, lamp)], style, Leaf()

    return make


def _order(order: str) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        style = _style(rng)
        leaf = Leaf(order="glyphs" if order == "glyphs" else "shuffled")
        return [_any(rng, style)], style, leaf

    return make


def _fonts(rng: Random) -> _Made:
    style = _style(rng)
    style.font = rng.choice(("Times-Roman", "Vera"))
    style.size = rng.choice((6.5, 7.0, 11.0, 12.0))
    return [_any(rng, style) for _ in range(2)], style, Leaf()


def _narrow(rng: Random) -> _Made:
    style = _style(rng)
    return [contents.money(rng, rows=8, groups=2)], style, Leaf(margin=rng.uniform(18.0, 28.0))


def _close(rng: Random) -> _Made:
    style = _style(rng)
    grids = [_any(rng, style) for _ in range(2)]
    return grids, style, Leaf(above=rng.uniform(3.0, 6.0), below=rng.uniform(2.0, 5.0))


def _plain_text(rng: Random) -> _Made:
    style = _style(rng, "none")
    style.pad_y = rng.uniform(0.45, 0.7)
    make_grid = rng.choice((contents.goals, contents.tasks))
    return [make_grid(rng, rows=rng.randint(3, 5))], style, Leaf(margin=55.0)


def _framed_text(rng: Random) -> _Made:
    grids, style, leaf = _plain_text(rng)
    style.ruling = "frame"
    style.frame_head = rng.random() < 0.5
    return grids, style, leaf


def _plain_groups(rng: Random) -> _Made:
    return [contents.grouped(rng, merged=False)], _style(rng, "none"), Leaf(margin=45.0)


def _labels(rng: Random) -> _Made:
    style = _style(rng, level=rng.choice(("top", "bottom", "middle")))
    if style.ruling in ("none", "header"):
        # only white tells where a row ends
        style.pad_y = rng.uniform(0.4, 0.6)
        style.level = rng.choice(("top", "bottom"))
    return [contents.wrapped_money(rng)], style, Leaf()


def _plain_stripes(rng: Random) -> _Made:
    style = _style(rng, "zebra")
    style.head_fill, style.head_colour = None, (0.0, 0.0, 0.0)
    style.stripe = rng.randint(0, 1)
    return [_any(rng, style)], style, Leaf()


def _sparse(ruling: Ruling) -> Callable[[Random], _Made]:
    def make(rng: Random) -> _Made:
        return [contents.money(rng, rows=rng.randint(4, 8))], _style(rng, ruling), Leaf()

    return make


def _filled_rules(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "header", "open")))
    style.rules_filled = True
    return [_any(rng, style)], style, Leaf()


def _headless(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "none", "zebra")))
    style.head_fill = None
    grid = contents.money(rng, rows=6)
    return [Grid(grid.rows[1:], 0, grid.widths)], style, Leaf()


def _plain_break(rng: Random) -> _Made:
    start = rng.uniform(560.0, 680.0)
    leaf = Leaf(margin=60.0, repeat=rng.random() < 0.5, start=start)
    return [contents.money(rng, rows=14)], _style(rng, "none"), leaf


def _months(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "frame", "none")), "middle")
    return [contents.months(rng)], style, Leaf(margin=45.0)


def _tall_heads(rng: Random) -> _Made:
    return [contents.tall_heads(rng)], _style(rng, level=rng.choice(("top", "bottom"))), Leaf()


def _long(rng: Random) -> _Made:
    style = _style(rng, rng.choice(("full", "rows", "zebra")))
    style.size = 10.0
    grid = contents.goals(rng, rows=10, sentences=6)
    for _ in range(3):
        grid.rows += contents.goals(rng, rows=10, sentences=6).rows[1:]
    return [grid], style, Leaf(margin=60.0, repeat=rng.random() < 0.5)


def _decimals(rng: Random) -> _Made:
    return [contents.decimals(rng)], _style(rng), Leaf()


KINDS: dict[str, Callable[[Random], _Made]] = {
    "ruled": _styled("full"),
    "rows ruled": _styled("rows"),
    "header ruled": _styled("header"),
    "zebra": _styled("zebra"),
    "unruled": _styled("none"),
    "frame only": _framed,
    "header spans": _heads,
    "wrapped top": _wrapped("top"),
    "wrapped middle": _wrapped("middle"),
    "wrapped bottom": _wrapped("bottom"),
    "merged rows": _merged,
    "tight figures": _figures,
    "touching figures": _touching,
    "empty cells": _empty,
    "footnotes": _notes,
    "turned 90": _turned(90),
    "turned 270": _turned(270),
    "page break, header": _broken(repeat=True),
    "page break, bare": _broken(repeat=False),
    "torn row, header": _broken(repeat=True, torn=True),
    "torn row, bare": _broken(repeat=False, torn=True),
    "totals, indents": _totals,
    "shaded header": _shaded_head,
    "lights, word": _lights(None),
    "lights, shade": _lights("shade"),
    "lights, circle": _lights("dot"),
    "lights, square": _lights("square"),
    "lights, picture": _lights("picture"),
    "shuffled": _order("shuffled"),
    "glyph by glyph": _order("glyphs"),
    "fonts and sizes": _fonts,
    "narrow margins": _narrow,
    "close text": _close,
    "unruled text": _plain_text,
    "frame, text": _framed_text,
    "unruled groups": _plain_groups,
    "wrapped labels": _labels,
    "plain stripes": _plain_stripes,
    "open sides": _sparse("open"),
    "rules at sums": _sparse("sums"),
    "filled rules": _filled_rules,
    "no header": _headless,
    "page break, unruled": _plain_break,
    "months": _months,
    "tall heads": _tall_heads,
    "three pages": _long,
    "decimals": _decimals,
    "side by side": lambda _: ([], Style(), Leaf()),
}


def make(kind: str, seed: int) -> Case:
    """The file of a kind with a seed: always the same."""
    rng = Random(f"{kind}/{seed}")
    if kind == "side by side":
        return _side_by_side(kind, seed, rng)
    grids, style, leaf = KINDS[kind](rng)
    for grid in grids:
        _printable(grid, style)
        _vary(grid, rng)
    data = page(grids, style, leaf, rng)
    return Case(kind, seed, data, tuple(g.truth() for g in grids))


def _side_by_side(kind: str, seed: int, rng: Random) -> Case:
    style = _style(rng, rng.choice(("full", "full", "rows", "zebra")))
    style.size = 7.5
    makers = (contents.money, contents.statistics)
    left, right = (rng.choice(makers)(rng, rows=rng.randint(3, 6)) for _ in range(2))
    for grid in (left, right):
        _printable(grid, style)
        _vary(grid, rng)
    data = beside(left, right, style, Leaf(margin=45.0), rng.uniform(14.0, 30.0), rng)
    return Case(kind, seed, data, (left.truth(), right.truth()))


def _vary(grid: Grid, rng: Random) -> None:
    """Habits of some writers: heads not bold, or set to another side than their figures."""
    heads = [cell for row in grid.rows[: grid.heads] for cell in row]
    figures = [cell for row in grid.rows for cell in row if cell.side == "right"]
    if rng.random() < 0.12:
        for cell in heads:
            cell.bold = False
    lot = rng.random()
    if lot < 0.1:
        for cell in heads:
            cell.side = "left" if cell.side == "right" else cell.side
    elif lot < 0.2:
        for cell in figures:
            cell.side = "centre"
    elif lot < 0.25:
        for cell in figures:
            cell.side = "left"


def _printable(grid: Grid, style: Style) -> None:
    """Only signs that the typeface has."""
    if not has_minus(style.font):
        for row in grid.rows:
            for cell in row:
                cell.text = cell.text.replace("\u2212", "–")
