"""What stands in the made tables: money, goals, tasks, risks, lights, statistics."""

from random import Random

from benchmarks.truth.model import Draft, Grid, Lamp, Rgb
from benchmarks.truth.words import (
    AREAS,
    CHANCES,
    GOALS,
    ITEMS,
    LIGHTS,
    MONTHS,
    PRINTED_LIGHTS,
    PROGRESS,
    STATES,
    UNITS,
    amount,
    pick,
    prose,
)

BLANKS = (" ", "\u00a0", "\u2009")
MINUSES = ("-", "\u2212", "–")
# pale as a cell is shaded, full as a dot is filled
PALE: dict[str, Rgb] = {
    "green": (0.66, 0.84, 0.6),
    "yellow": (1.0, 0.95, 0.6),
    "red": (0.95, 0.6, 0.55),
}
FULL: dict[str, Rgb] = {
    "green": (0.0, 0.62, 0.25),
    "yellow": (1.0, 0.82, 0.0),
    "red": (0.85, 0.1, 0.1),
    "lost": (0.6, 0.6, 0.6),
}


def head(text: str, **how: int) -> Draft:
    """A cell of the header."""
    return Draft(text, bold=True, **how)  # type: ignore[arg-type]  # the words of the caller


def figure(text: str, *, bold: bool = False) -> Draft:
    """A cell with a number, set to the right."""
    return Draft(text, side="right", bold=bold)


def money(
    rng: Random,
    *,
    rows: int = 6,
    groups: int = 1,
    sections: bool = False,
    indents: bool = False,
    total: bool = True,
    empties: float = 0.0,
    small: bool = False,
) -> Grid:
    """Outcome, budget and deviation that add up, as figures in thousands."""
    blank, minus = rng.choice(BLANKS), rng.choice(MINUSES)
    titles = (("Ack utfall", "Ack budget", "Avvikelse"), ("Prognos", "Budget helår", "Diff"))[
        :groups
    ]
    columns = 3 * groups
    top = [head(rng.choice(("Tkr", "Verksamhet, tkr", "Belopp i tkr")))]
    top += [Draft(t, bold=True, side="right") for group in titles for t in group]
    body: list[list[Draft]] = []
    sums = [0] * columns
    limit = 900 if small else rng.choice((9_000, 90_000, 400_000))
    labels = pick(rng, AREAS if rng.random() < 0.6 else ITEMS, rows)
    for n, label in enumerate(labels):
        if sections and n % 3 == 0:
            body.append([head(rng.choice(("Intäkter", "Kostnader", "Myndighet", "Egen regi")))])
            body[-1] += [Draft() for _ in range(columns)]
        values: list[int] = []
        for _ in range(groups):
            spent, planned = (rng.randint(-limit, limit // 3) for _ in range(2))
            values += [spent, planned, spent - planned]
        sums = [a + b for a, b in zip(sums, values, strict=True)]
        cells = [figure(amount(v, blank, minus)) for v in values]
        if rng.random() < empties:
            for cell in rng.sample(cells, rng.randint(1, columns - 1)):
                cell.text = rng.choice(("", "", "-"))
        body.append([Draft(label), *cells])
        if indents and n % 2:
            part = [v // 3 for v in values[:2]]
            values = [*part, part[0] - part[1]] * groups
            body.append(
                [
                    Draft("varav " + rng.choice(("hyror", "konsulter", "bidrag")), indent=1.0),
                    *(figure(amount(v, blank, minus)) for v in values),
                ]
            )
    if total:
        body.append([head("Summa"), *(figure(amount(v, blank, minus), bold=True) for v in sums)])
    return Grid([top, *body], 1, [None] * (columns + 1))


def grouped(rng: Random, *, rows: int = 5, merged: bool = True) -> Grid:
    """Money under a header of two rows: labels over groups of columns.

    The label of the first column is merged over both, or stands in the second one.
    """
    grid = money(rng, rows=rows, groups=2)
    period = rng.choice(("Ack augusti", "Jan–aug 2019", "Period"))
    label = grid.rows[0][0].text
    below = [Draft(c.text, bold=True, side="right") for c in grid.rows[0][1:]]
    first = Draft(label, bold=True, rowspan=2) if merged else Draft()
    if not merged:
        below.insert(0, Draft(label, bold=True))
    groups = [
        Draft(t, bold=True, colspan=3, side="centre") for t in (period, rng.choice(("Helår", "År")))
    ]
    return Grid([[first, *groups], below, *grid.rows[1:]], 2, grid.widths)


def goals(rng: Random, *, rows: int = 4, sentences: int = 2) -> Grid:
    """Indicators with outcome, target, words and a comment."""
    top = [head(t) for t in ("Indikator", "Utfall", "Mål", "Bedömning", "Kommentar")]
    body = []
    for name in pick(rng, GOALS, rows):
        percent = rng.random() < 0.6
        unit = " %" if percent else ""
        body.append(
            [
                Draft(name),
                Draft(f"{rng.randint(1, 99)}{unit}"),
                Draft(f"{rng.randint(1, 99)}{unit}" if rng.random() < 0.85 else ""),
                Draft(rng.choice(STATES)),
                Draft(prose(rng, rng.randint(1, sentences))),
            ]
        )
    return Grid([top, *body], 1, [10.0, None, None, 6.0, 17.0])


def tasks(rng: Random, *, rows: int = 4, sentences: int = 3) -> Grid:
    """Assignments with a status and a comment."""
    top = [head(t) for t in ("Uppdrag", "Status", "Kommentar")]
    body = [
        [Draft(name), Draft(rng.choice(PROGRESS)), Draft(prose(rng, rng.randint(1, sentences)))]
        for name in pick(rng, GOALS, rows)
    ]
    return Grid([top, *body], 1, [13.0, 7.0, 24.0])


def risks(rng: Random) -> Grid:
    """Risks in groups: one merged cell stands beside the rows of its group."""
    top = [head(t) for t in ("Område", "Risk", "Sannolikhet", "Åtgärd")]
    body: list[list[Draft]] = []
    names = pick(rng, GOALS, 8)
    for area in pick(rng, AREAS, 3):
        count = rng.randint(1, 3)
        for n in range(count):
            row = [
                Draft(names[len(body)]),
                Draft(rng.choice(CHANCES)),
                Draft(prose(rng, 1)),
            ]
            body.append([Draft(area, rowspan=count), *row] if n == 0 else row)
            if len(body) == len(names):
                break
        if len(body) == len(names):
            body[-1 - n][0].rowspan = n + 1
            break
    return Grid([top, *body], 1, [8.0, 12.0, None, 16.0])


def statistics(rng: Random, *, rows: int = 5, years: int = 4) -> Grid:
    """Counts or shares a year."""
    first = rng.randint(2013, 2019)
    percent = rng.random() < 0.4
    top = [head(rng.choice(("Antal", "Enhet", "Nyckeltal")))]
    top += [Draft(str(first + n), bold=True, side="right") for n in range(years)]
    body = []
    for label in pick(rng, UNITS, rows):
        cells = []
        for _ in range(years):
            n = rng.randint(0, 999)
            cells.append(figure(f"{n / 10:.1f} %".replace(".", ",") if percent else str(n)))
        body.append([Draft(label), *cells])
    return Grid([top, *body], 1, [None] * (years + 1))


def lights(rng: Random, lamp: Lamp | None, *, rows: int = 5) -> Grid:
    """Units against goals: a light in each cell, as a word, a colour, a shape or a picture."""
    months = rng.random() < 0.5
    names = [m.capitalize() for m in MONTHS[:6]] if months else ["Mål 1", "Mål 2", "Mål 3", "Mål 4"]
    side = "centre"
    top = [head("Enhet"), *(Draft(n, bold=True, side="centre") for n in names)]
    body = []
    for label in pick(rng, UNITS, rows):
        row = [Draft(label)]
        for _ in names:
            light = rng.choice(LIGHTS)
            if lamp in ("dot", "square", "picture") and rng.random() < 0.1:
                light = "lost"
            if lamp is None:
                row.append(Draft(PRINTED_LIGHTS[light], side="centre", light=light))
            elif lamp == "shade":
                word = PRINTED_LIGHTS[light] if rng.random() < 0.3 else ""
                row.append(Draft(word, side="centre", fill=PALE[light], light=light))
            else:
                row.append(Draft(side="centre", lamp=lamp, light=light))
            if rng.random() < 0.08:
                row[-1] = Draft(side="centre" if side else "left")
        body.append(row)
    return Grid([top, *body], 1, [None, *[4.5] * len(names)])


def wrapped_money(rng: Random, *, rows: int = 7) -> Grid:
    """Money with labels so long that they are broken."""
    grid = money(rng, rows=rows)
    for row in grid.rows[1:-1]:
        if rng.random() < 0.5:
            row[0].text += rng.choice(
                (" inom egen regi", " och övriga insatser", " exklusive bidrag")
            )
    grid.widths[0] = rng.uniform(10.0, 12.0)
    return grid


def tall_heads(rng: Random, *, rows: int = 6) -> Grid:
    """Money under heads of two lines."""
    grid = money(rng, rows=rows)
    for cell in grid.rows[0][1:]:
        cell.text += rng.choice((" januari–augusti", " jan–aug 2019", " 2019-08-31"))
    grid.widths[1:] = [7.5] * (len(grid.widths) - 1)
    return grid


def decimals(rng: Random, *, rows: int = 6) -> Grid:
    """Counts, shares and amounts with their units, and dashes where there is none."""
    top = [head(t) for t in ("Nyckeltal", "2018", "2019", "Förändring")]
    for cell in top[1:]:
        cell.side = "right"
    body = []
    for name in pick(rng, AREAS, rows):
        unit = rng.choice((" %", " mnkr", "", " st"))
        cells = [f"{rng.uniform(-99, 99):.1f}{unit}".replace(".", ",") for _ in range(3)]
        if rng.random() < 0.3:
            cells[rng.randrange(3)] = "-"
        body.append([Draft(name), *(figure(text) for text in cells)])
    return Grid([top, *body], 1, [None] * 4)


def months(rng: Random) -> Grid:
    """A strip of twelve months with a light each, in words, up to some month."""
    until = rng.randint(5, 12)
    top = [Draft(m.capitalize(), bold=True, side="centre") for m in MONTHS]
    body = []
    for n in range(12):
        light = rng.choice(LIGHTS)
        cell = Draft(PRINTED_LIGHTS[light], side="centre", fill=PALE[light], light=light)
        body.append(cell if n < until else Draft(side="centre"))
    return Grid([top, body], 1, [4.2] * 12)
