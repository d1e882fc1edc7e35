from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.model.values import Verdict
from ifo_followup.swedish.words import (
    ASSESSMENTS,
    LIKELIHOODS,
    STATUSES,
    line_role,
    says_not_measured,
)

VOCABULARIES = (ASSESSMENTS, STATUSES, LIKELIHOODS)


def broken(phrase: str, data: st.DataObject) -> str:
    """The phrase as a narrow cell may print it: any case, any line breaks, hyphens or spaces."""
    cases: list[Callable[[str], str]] = [str, str.upper, str.capitalize, str.title]
    case = data.draw(st.sampled_from(cases))
    cuts = data.draw(st.sets(st.integers(1, max(1, len(phrase) - 1)), max_size=3))
    marks = data.draw(st.sampled_from(["-\n", "\n", " ", "\u00ad", "\u00a0"]))
    parts = [letter if i not in cuts else marks + letter for i, letter in enumerate(case(phrase))]
    return "".join(parts) + data.draw(st.sampled_from(["", ".", "!", " ", ".\n"]))


@given(st.data())
def test_printed_words_are_found_however_they_break(data: st.DataObject) -> None:
    for vocabulary in VOCABULARIES:
        # a phrase printed twice in the list keeps its last code
        phrase, code = data.draw(st.sampled_from(list(dict(vocabulary.entries).items())))
        printed = broken(phrase, data)
        assert vocabulary.lookup(printed) == code
        found = vocabulary.match_start(printed + " Kommentar 5")
        assert found is not None
        assert printed.strip().startswith(printed[: found[1]].strip())


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_phrase_has_two_codes(vocabulary: object) -> None:
    entries = getattr(vocabulary, "entries", ())
    codes: dict[str, set[object]] = {}
    for phrase, code in entries:
        codes.setdefault(" ".join(phrase.split()), set()).add(code)
    assert not {phrase: found for phrase, found in codes.items() if len(found) > 1}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Helt uppfyllt.", Verdict.FULFILLED),
        ("Målet är (helt) uppfyllt", None),
        ("Målet är helt uppfyllt", Verdict.FULFILLED),
        ("Målet är uppfyllt.", Verdict.FULFILLED),
        ("Garantin bedöms vara uppfylld.", Verdict.FULFILLED),
        ("Garantin bedöms ej vara uppfylld", Verdict.NOT_FULFILLED),
        ("I hög grad uppfyllt", Verdict.LARGELY_FULFILLED),
        ("Målet bedöms vara i hög grad uppfyllt.", Verdict.LARGELY_FULFILLED),
        ("Delvis uppfyllt.", Verdict.PARTLY_FULFILLED),
        ("Ej uppfyllt", Verdict.NOT_FULFILLED),
        ("Målet bedöms inte vara uppfyllt.", Verdict.NOT_FULFILLED),
        ("Uppfylls inte.", Verdict.NOT_FULFILLED),
        ("uppfylls ej", Verdict.NOT_FULFILLED),
        ("Målnivån uppnås inte.", Verdict.NOT_FULFILLED),
        ("Målet bedöms inte uppnås.", Verdict.NOT_FULFILLED),
        ("Målet bedöms inte kunna uppfyllas", Verdict.NOT_FULFILLED),
        ("Bedöms delvis uppfyllas.", Verdict.PARTLY_FULFILLED),
        ("Målet bedöms inte", Verdict.NOT_ASSESSABLE),
        ("Når inte", Verdict.NOT_FULFILLED),
        (
            "Avdelningen bidrar till att målet nås.",
            Verdict.CONTRIBUTES,
        ),
        (
            "Avdelningen bidrar i nuläget inte till att uppnå målet.",
            Verdict.DOES_NOT_CONTRIBUTE,
        ),
        (
            "Avdelningen bedöms inte bidra till att uppnå målet.",
            Verdict.DOES_NOT_CONTRIBUTE,
        ),
        (
            "Avdelningen bedöms bidra till att uppnå målet men når ännu inte nivån.",
            Verdict.CONTRIBUTES,
        ),
        ("Går ännu inte att bedöma.", Verdict.NOT_ASSESSABLE),
        ("Kan ännu \ninte \nbedömas.", Verdict.NOT_ASSESSABLE),
        ("kan ej bedömas", Verdict.NOT_ASSESSABLE),
        ("Ännu ej bedömd", Verdict.NOT_ASSESSABLE),
        ("Inget utfall", Verdict.NO_OUTCOME),
        ("Hel måluppfyllelse", Verdict.FULFILLED),
        ("Viss måluppfyllelse", Verdict.PARTLY_FULFILLED),
        ("Ingen måluppfyllelse", Verdict.NOT_FULFILLED),
        # how much it is differs from scale to scale
        ("God måluppfyllelse", None),
        ("Hög måluppfyllelse", None),
        ("Grön", Verdict.GREEN),
        ("● Gult", Verdict.YELLOW),
        ("Rött", Verdict.RED),
        ("green", Verdict.GREEN),
        ("Bedömning: Gul", Verdict.YELLOW),
        ("0", None),
        ("", None),
        ("Grönområden", None),
        # titles of goals, and grants, contribute to nothing
        ("Stödet bidrar till en bättre vardag", None),
        ("Enheten bidrar till en god stämning", None),
        ("Kommunens bidrag till målet", None),
        ("Verksamheten bidrar delvis till att uppnå målet", None),
    ],
)
def test_assessments_of_the_reports(text: str, verdict: Verdict | None) -> None:
    assert ASSESSMENTS.lookup(text) is verdict


@pytest.mark.parametrize(
    ("text", "verdict", "printed"),
    [
        ("Delvis uppfyllt. Samtliga är", Verdict.PARTLY_FULFILLED, "Delvis uppfyllt."),
        ("Helt uppfyllt Det finns inte", Verdict.FULFILLED, "Helt uppfyllt"),
        ("Uppfylls inte.\n\nSjukfrånvaron", Verdict.NOT_FULFILLED, "Uppfylls inte."),
        ("Går ännu inte att bedöma. Mätning", Verdict.NOT_ASSESSABLE, "Går ännu inte att bedöma."),
        (
            "Garantin bedöms ej vara uppfylld. På grund av",
            Verdict.NOT_FULFILLED,
            "Garantin bedöms ej vara uppfylld.",
        ),
        (
            "Verksamheten bidrar till att uppnå målet. Målen är",
            Verdict.CONTRIBUTES,
            "Verksamheten bidrar till att uppnå målet.",
        ),
        ("Grön Centrum för arbete", Verdict.GREEN, "Grön"),
        (" \nGul", Verdict.YELLOW, " \nGul"),
        ("Målet bedöms vara delvis uppfyllt eftersom", Verdict.PARTLY_FULFILLED,
         "Målet bedöms vara delvis uppfyllt"),
    ],
)  # fmt: skip
def test_assessments_with_words_after_them(text: str, verdict: Verdict, printed: str) -> None:
    found = ASSESSMENTS.match_start(text)
    assert found is not None
    assert (found[0], text[: found[1]]) == (verdict, printed)


@pytest.mark.parametrize(
    "text",
    [
        "Grönområden",
        "Gulmålat",
        "Målet",
        "",
        "Uppfylls, men i år inte.",
        "Målet är uppfyllt för barn men inte för vuxna",
    ],
)
def test_nothing_is_known_rather_than_the_opposite(text: str) -> None:
    assert ASSESSMENTS.match_start(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Genomfört", "completed"),
        ("Färdig", "completed"),
        ("Uppdraget är genomfört.", "completed"),
        ("Status: klar", "completed"),
        ("Påbörjad", "started"),
        ("Påbörjat", "started"),
        ("Arbetet pågår", "started"),
        ("Delvis genomfört", "started"),
        ("Ej påbörjad", "not_started"),
        ("ännu inte påbörjat", "not_started"),
        ("Planerad", "not_started"),
        ("Ej genomfört", "not_started"),
        ("Pågår enligt plan", "started"),
        ("Pågående med avvikelse", "started"),
        ("Avslutad enligt tidplan", "completed"),
        ("Verkställt", "completed"),
        ("Försenad", None),
        ("Vilande", None),
    ],
)
def test_statuses(text: str, status: str | None) -> None:
    assert STATUSES.lookup(text) == status


def test_likelihoods() -> None:
    assert [LIKELIHOODS.lookup(word) for word in ("Låg", "Medel", "Hög", "Mycket hög")] == [
        "low",
        "medium",
        "high",
        None,
    ]


def test_a_plugin_adds_its_words() -> None:
    more = ASSESSMENTS.extended({"i fas": Verdict.GREEN, "gul": Verdict.RED})
    assert more.lookup("I fas.") is Verdict.GREEN
    assert more.lookup("Gul") is Verdict.RED
    assert more.lookup("Målet är helt uppfyllt") is Verdict.FULFILLED
    assert ASSESSMENTS.lookup("I fas.") is None


@pytest.mark.parametrize(
    "text",
    ["Mätning genomfördes inte.", "Mätning ännu inte genomförd\n.",
     "Mätning \nännu inte \ngenomförd.",
     "Mätning har ännu inte genomförts.", "Mät-\nning genomfördes inte", "Ej mätt", "mäts ej",
     "Mäts inte 2018", "Redovisas i verksamhetsberättelsen", "Kan ännu inte mätas",
     "Resultat saknas", "Ingen mätning", "Inget utfall"],
)  # fmt: skip
def test_words_for_no_measurement(text: str) -> None:
    assert says_not_measured(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "83 %", "12 % minskning.", "Mätningen visar att 5 % inte är nöjda", "Antal",
     "Målnivån uppnås inte.", "Resultatet har varierat sedan 2015."],
)  # fmt: skip
def test_words_for_something_else(text: str) -> None:
    assert not says_not_measured(text)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("varav statlig ersättning covid-19", "of_which"),
        (" -varav hyror", "of_which"),
        ("– varav övrigt", "of_which"),
        ("Summa kostnader", "sum"),
        ("SUMMA", "sum"),
        ("Totalt IFO myndighet", "sum"),
        ("Resultat ASN", "sum"),
        ("Nettokostnad IFO", "sum"),
        ("Nettoresulat", "sum"),
        ("Nettoresultat", "sum"),
        ("IFO totalt", "sum"),
        ("Personalkostnader", "item"),
        ("Kommunbidrag", "item"),
        ("Resultatenheten", "item"),
        ("Totalförsvar", "item"),
        ("", "item"),
    ],
)
def test_roles_of_lines(label: str, role: str) -> None:
    assert line_role(label) == role


def test_lines_under_a_heading_of_parts() -> None:
    assert line_role("Hyror", section="Varav") == "of_which"
    assert line_role("Hyror", section="Kostnader") == "item"


@given(st.text() | st.text("grönGul uppfyllt inte. bidrar till att uppnå mål\n-:"))
def test_any_text_has_a_code_or_none(text: str) -> None:
    for vocabulary in VOCABULARIES:
        vocabulary.lookup(text)
        found = vocabulary.match_start(text)
        assert found is None or 0 < found[1] <= len(text)
    says_not_measured(text)
    line_role(text, section=text)


def test_long_texts_take_no_longer_than_their_length() -> None:
    for text in ("bidrar inte " * 20_000, "målet " * 40_000, "- " * 100_000, "är" * 100_000):
        for vocabulary in VOCABULARIES:
            vocabulary.lookup(text)
            vocabulary.match_start(text)
        says_not_measured(text)
        line_role(text)
