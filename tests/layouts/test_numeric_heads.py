"""The header above a table of numbers in plain text: heads told apart, groups over columns."""

import pytest
from pieces import tokens

from ifo_followup.layouts.numeric_heads import (
    heads_in,
    meanings_of,
    money_header,
    split_heads,
)
from ifo_followup.layouts.statistics_heads import statistics_header


def money(text: str, count: int) -> tuple[tuple[str, ...], ...] | None:
    words = tokens(text)
    found = money_header(words, 0, len(words), count)
    return found.rows if found else None


def statistics(text: str, count: int) -> tuple[tuple[str, ...], ...] | None:
    words = tokens(text)
    found = statistics_header(words, 0, len(words), count)
    return found.rows if found else None


@pytest.mark.parametrize(
    ("text", "count", "rows"),
    [
        ("Tkr Utfall Budget Avvikelse", 3, (("Tkr", "Utfall", "Budget", "Avvikelse"),)),
        # as many heads as columns, neither more nor fewer
        ("Tkr Utfall Budget Avvikelse", 4, None),
        ("Tkr Utfall Budget Avvikelse", 2, None),
        # no unit: no money table
        ("Enhet Utfall Budget Avvikelse", 3, None),
        # words between the heads are no head
        ("Tkr Utfall Ord Budget", 2, None),
        # a head of two words or two lines
        ("Tkr Utfall Budget Avvi-\nkelse", 3, (("Tkr", "Utfall", "Budget", "Avvikelse"),)),
        # the corner's first line
        (
            "Kostnad per enhet\ni tkr Utfall Budget",
            2,
            (("Kostnad per enhet i tkr", "Utfall", "Budget"),),
        ),
        # what stands above the unit is no part of the header, unless it names groups
        ("Ett ord\nTkr Utfall Budget", 2, (("Tkr", "Utfall", "Budget"),)),
        ("En mening.\nTkr Utfall Budget", 2, (("Tkr", "Utfall", "Budget"),)),
        (
            "Helår\nTkr Utfall Budget",
            2,
            (("", "Helår", "Helår"), ("Tkr", "Utfall", "Budget")),
        ),
        # a group whose head wrapped, in cells that stand apart
        (
            "Apr 2021 Helårsprog-\nnos\n\nKostnad per\nenhet, tkr\n\nUtfall\n\nPrognos",
            2,
            (("", "Apr 2021", "Helårsprognos"), ("Kostnad per enhet, tkr", "Utfall", "Prognos")),
        ),
        # a head as tall as two rows is printed before the lower one, and stands behind it
        (
            (
                "Kostnad per enhet\nTkr\n\nApr Helår\n\nFg\nprognos\n\nPrognos-\nförändring\n\n"
                "Utfall Budget Prognos Budget"
            ),
            6,
            (
                ("Kostnad per enhet Tkr", "Apr", "Apr", "Helår", "Helår", "", ""),
                ("", "Utfall", "Budget", "Prognos", "Budget", "Fg prognos", "Prognosförändring"),
            ),
        ),
        (
            (
                "Apr Helår\n\nPrognos-\nförändrin\ng\n\nKostnad per enhet\ntkr\n\n"
                "Utfall Budget Prognos Budget"
            ),
            5,
            (
                ("", "Apr", "Apr", "Helår", "Helår", ""),
                (
                    "Kostnad per enhet tkr",
                    "Utfall",
                    "Budget",
                    "Prognos",
                    "Budget",
                    "Prognosförändrin g",
                ),
            ),
        ),
        # two full rows of heads
        (
            "Tkr Apr Helår Fg prognos\nkommunbidrag resultat resultat",
            3,
            (
                ("Tkr", "Apr", "Helår", "Fg prognos"),
                ("", "kommunbidrag", "resultat", "resultat"),
            ),
        ),
        (
            "Tkr Apr Årsprog-\nnos\n\nFg\nprognos\n\nkommun-\nbidrag\n\nresultat resultat",
            3,
            (
                ("Tkr", "Apr", "Årsprognos", "Fg prognos"),
                ("", "kommunbidrag", "resultat", "resultat"),
            ),
        ),
        # six heads of four columns, two of them groups: no two rows of three
        (
            (
                "tkr Apr 2021 Helår\n\nUtfall\nintäkter\n\nUtfall\nkostnader\n\nUtfall\nresultat"
                "\n\nPrognos\nresultat"
            ),
            3,
            None,
        ),
        # a line that names a period, above groups, is text
        (
            (
                "Utfall för januari-april 2021\n\nVerksamhet, tkr Ack utfall 2021 Helår\n\n"
                "Utfall\nnetto\n\nBudget\nnetto"
            ),
            2,
            (
                ("Verksamhet, tkr", "Ack utfall 2021", "Helår"),
                ("", "Utfall netto", "Budget netto"),
            ),
        ),
        (
            "Utfall januari-april 2021\n\nTkr Ack utfall 2021 Helår budget och\nprognos 2021\n\n"
            + "\n\n".join(["Utfall\nnetto", "Budget\nnetto", "Budget\nnetto", "Prognos\nnetto"]),
            4,
            (
                (
                    "Tkr",
                    *["Ack utfall 2021"] * 2,
                    *["Helår budget och prognos 2021"] * 2,
                ),
                ("", "Utfall netto", "Budget netto", "Budget netto", "Prognos netto"),
            ),
        ),
        # a row of heads that is torn is no row without values
        ("Tkr Utfall Utfall\nIntäkter (+) intäkter kostnad netto\ner", 2, None),
        ("Tkr Utfall Budget\nIntäkter och kostnader för\nalla", 2, (("Tkr", "Utfall", "Budget"),)),
        # a corner of many words is a sentence
        (
            "ord " * 13 + "tkr Utfall Budget",
            2,
            (("ord " * 13 + "tkr", "Utfall", "Budget"),),
        ),
        ("ord " * 14 + "tkr Utfall Budget", 2, None),
        # a row without values, directly under the header
        ("Tkr Utfall Budget\nIntäkter    ", 2, (("Tkr", "Utfall", "Budget"),)),
        ("Tkr Utfall Budget\nIntäkter", 2, None),  # a head, with nothing behind it
        (
            "Tkr Utfall Budget\nIntäkter och\nbidrag\nMer     ",
            2,
            (("Tkr", "Utfall", "Budget"),),
        ),
    ],
)
def test_the_header_of_a_money_table(
    text: str, count: int, rows: tuple[tuple[str, ...], ...] | None
) -> None:
    assert money(text, count) == rows


@pytest.mark.parametrize(
    ("groups", "leaves", "spread"),
    [
        ("Aug Helår", "Utfall Budget", ("Aug", "Helår")),
        (
            "Aug Helår",
            "Utfall Budget Prognos Budget",
            ("Aug", "Aug", "Helår", "Helår"),
        ),
        (
            "Aug Helår",
            "Utfall Budget Avvikelse Prognos Budget",
            ("Aug", "Aug", "Aug", "Helår", "Helår"),
        ),
        (
            "Aug Helår",
            "Utfall Budget Prognos Budget Avvikelse",
            ("Aug", "Aug", "Helår", "Helår", "Helår"),
        ),
    ],
)
def test_groups_are_laid_over_columns(groups: str, leaves: str, spread: tuple[str, ...]) -> None:
    found = money(f"Tkr {groups}\n{leaves}", len(leaves.split()))
    assert found is not None
    assert found == (("Tkr", *spread), ("", *leaves.split()))


@pytest.mark.parametrize(
    ("text", "corner", "heads"),
    [
        ("Tkr Utfall BudgetAvvikelse", "Tkr", ("Utfall", "Budget", "Avvikelse")),
        ("Utfall Budget", "", ("Utfall", "Budget")),
        ("Tkr Enhet", "Tkr Enhet", ()),
        ("Utfall Enhet Budget", "Utfall Enhet", ("Budget",)),
        ("Tkr Utfall Aug 2018 Budget Aug 2018", "Tkr", ("Utfall Aug 2018", "Budget Aug 2018")),
        ("", "", ()),
    ],
)
def test_heads_that_end_a_text(text: str, corner: str, heads: tuple[str, ...]) -> None:
    assert split_heads(text) == (corner, heads)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tkr Utfall Budget", 2),
        ("Utfall Budget ord", 0),  # heads are not followed by words on their line
        ("Enhet", 0),
        ("Utfall\nBudget ord", 1),
        ("Avvi-\n\nkelse", 1),  # an empty line inside a head only after a hyphen
        ("Utfall\n\nBudget", 2),
    ],
)
def test_how_many_heads_a_line_ends_in(text: str, count: int) -> None:
    words = tokens(text)
    assert heads_in(words, 0, len(words)) == count


@pytest.mark.parametrize(
    ("text", "count", "rows"),
    [
        ("Nya ärenden Jan Feb Mar", 3, (("Nya ärenden", "Jan", "Feb", "Mar"),)),
        # years over months, and no more than two lines
        (
            "2017 2018\nNya ärenden Jan Jan",
            2,
            (("Nya ärenden", "Jan", "Jan"),),
        ),
        (
            "Nya ärenden Jan Feb\n2017 2018",
            2,
            (("Nya ärenden", "Jan", "Feb"), ("", "2017", "2018")),
        ),
        (
            "Jan Feb\n2017 2018\nAntal Andel",
            2,
            (("", "2017", "2018"), ("", "Antal", "Andel")),
        ),
        ("Nya ärenden Jan Feb", 1, None),
        # one paragraph a head; a corner says what the rows are
        ("Enhet\n\nPlatser\n\nBelagda", 2, (("Enhet", "Platser", "Belagda"),)),
        ("Enhet\nPlatser\n\nBelagda", 2, (("Enhet", "Platser", "Belagda"),)),
        (
            "Enhet Platser för\nalla\n\nBelagda",
            2,
            (("Enhet", "Platser för alla", "Belagda"),),
        ),
        ("Enhet med platser\n\nBelagda", 2, None),
        ("Ord\n\nPlatser\n\nBelagda", 2, None),
        ("Platser\n\nBelagda", 2, None),
        ("Enhet\n\nPlatser", 2, None),
        ("Enhet\n\nEtt ord.\n\nBelagda", 2, None),
        ("Enhet\n\nEtt ord:\n\nBelagda", 2, None),
        (
            "Enhet\n\n" + "ord " * 14 + "\n\nBelagda",
            2,
            (("Enhet", " ".join(["ord"] * 14), "Belagda"),),
        ),
        ("Enhet\n\n" + "ord " * 15 + "\n\nBelagda", 2, None),
    ],
)
def test_the_header_of_other_numbers(
    text: str, count: int, rows: tuple[tuple[str, ...], ...] | None
) -> None:
    assert statistics(text, count) == rows


@pytest.mark.parametrize("before", ["Fg", "Föreg.", "Föregående"])
def test_a_forecast_from_before_whose_head_is_torn(before: str) -> None:
    text = (
        f"Nämnden Apr Helårsprognos {before} Prognos-\n"
        "Netto tkr Utfall Budget Avvikelse Prognos Budget Avvikelse prognos förändring"
    )
    words = tokens(text)
    found = money_header(words, 0, len(words), 8)
    assert found is not None
    top, low = found.rows
    assert top[1:] == (*["Apr"] * 3, *["Helårsprognos"] * 3, before, "Prognos-")
    assert low[1:][-2:] == ("prognos", "förändring")
    bases = [m.basis.value if m else None for m in meanings_of(found, 8)]
    assert bases[-3:] == ["deviation", "previous_forecast", "forecast_change"]
