import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ifo_followup.swedish.text import first_sentence, join_lines, squash, tidy

# words as reports print them; a hyphen ends one only where it hangs
WORDS = st.one_of(
    st.text("abcdefghijklmnoprstuvyåäö", min_size=1, max_size=14),
    st.sampled_from(
        ["barn- och", "HVB-placeringar", "2018-04-30", "lex Sarah-rapporter", "0-12-åringar"]
    ),
    st.sampled_from(["-12 480", "7,8 %", "–", "Mini-Maria", "(LSS)", "2017–2019", "bl.a.", "&"]),
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["handläggnings-", "tiden"], "handläggningstiden"),
        (["sysselsättnings-", "graden är"], "sysselsättningsgraden är"),
        (["kommun-        ", "bidrag"], "kommunbidrag"),
        (["Nämndens/för-", "valtningens mål"], "Nämndens/förvaltningens mål"),
        (["HVB-place-", "ringar"], "HVB-placeringar"),
        (["2018-04-", "30"], "2018-04-30"),
        (["2018-", "04-", "30"], "2018-04-30"),
        (["Tillgänglighetsplan för 2017-", "2019."], "Tillgänglighetsplan för 2017-2019."),
        (["2017–", "2019"], "2017–2019"),
        (["Mini-", "Maria"], "Mini-Maria"),
        (["LVU-", "liknande"], "LVU-liknande"),
        (["SoL-", "beslut"], "SoL-beslut"),
        (["lex Sarah-", "rapporter"], "lex Sarah-rapporter"),
        (["hbtq-", "certifierades"], "hbtq-certifierades"),
        (["e-", "tjänst"], "e-tjänst"),
        (["0-12-", "åringar"], "0-12-åringar"),
        (["barn-", "och ungdom"], "barn- och ungdom"),
        (["jour-", "& familjehem"], "jour- & familjehem"),
        (["nämnd-/", "förvaltningsplan"], "nämnd-/ förvaltningsplan"),
        (["två-", "till treåringar"], "två- till treåringar"),
        (["verk\u00ad", "samhet"], "verksamhet"),
        (["-", "85 %"], "- 85 %"),
        (["3/5 ---", "67 %"], "3/5 --- 67 %"),
        (["-", "9,8 miljoner"], "- 9,8 miljoner"),
        (["genomförd", "."], "genomförd."),
        # only the end of what went before says how it meets the next line
        (["EU-med-", "borgare"], "EU-medborgare"),
        (["LVU/vård-", "platser"], "LVU/vårdplatser"),
        (["barn/LVU-", "placering"], "barn/LVU-placering"),
        (["4-barns-", "familjer"], "4-barnsfamiljer"),
        (["(vård-", "tiden)"], "(vårdtiden)"),
        (["(Vård-", "tiden)"], "(Vårdtiden)"),
        (["”e-", "tjänst”"], "”e-tjänst”"),
        (["(hbtq-", "certifierade)"], "(hbtq-certifierade)"),
        (["insatsA-", "plan"], "insatsA-plan"),
        (["insats4-", "plan"], "insats4-plan"),
        (["vård‐", "tiden"], "vårdtiden"),
        (["vård‑", "tiden"], "vårdtiden"),
        (["vård-", "-tiden"], "vård- -tiden"),
        (["vård-", "/omsorgsplan"], "vård-/omsorgsplan"),
        (["barn-", "och, ungdom"], "barn- och, ungdom"),
        (["vård-", "(äldre)"], "vård- (äldre)"),
        # a dash between two numbers is a range; elsewhere it stands alone
        (["2017–", "om året"], "2017– om året"),
        (["3b–", "2019"], "3b– 2019"),
        (["a1b–", "2019"], "a1b– 2019"),
        (["om-", "rådet"], "området"),
        (["iT-", "stöd"], "iT-stöd"),
        (["året –", "2019"], "året – 2019"),
        (["året–", "2019"], "året– 2019"),
        (["--", "tiden"], "-- tiden"),
        (["genomförd", "?)"], "genomförd ?)"),
        (["till och med  augusti ", "", " 2017"], "till och med augusti 2017"),
        ([], ""),
        (["", " "], ""),
    ],
)
def test_lines_of_a_paragraph_are_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@given(PARAGRAPHS, st.integers(1, 60))
def test_a_paragraph_wrapped_at_any_width_is_joined_again(text: str, width: int) -> None:
    lines = textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
    assert join_lines(lines) == tidy(text)


@given(st.text("abdeghiklmnoprstuvåäö", min_size=4, max_size=20), st.data())
def test_a_word_hyphenated_anywhere_is_joined(word: str, data: st.DataObject) -> None:
    # a printer never leaves a piece without a vowel, nor a single letter
    cut = data.draw(st.integers(1, len(word) - 1))
    pieces = ["ba" + word[:cut], word[cut:] + "na"]
    assert join_lines([pieces[0] + "-", pieces[1]]) == "".join(pieces)


def test_tidy_keeps_paragraphs_apart() -> None:
    assert tidy("Uppfylls\u00a0 inte.\n \nSjuk\u00adfrånvaron\nökade ") == (
        "Uppfylls inte.\n\nSjukfrånvaron ökade"
    )


@given(st.text())
@example("a\u00ad\n\nb")
@example("\u00ad\na")
def test_tidy_is_done_when_it_is_done(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
@example("\u00a8")
@example("\u1e9e\ufe63")
def test_squash_is_done_when_it_is_done(text: str) -> None:
    once = squash(text)
    assert squash(once) == once
    assert not any(letter.isspace() for letter in once)


@given(st.lists(st.text(max_size=20)))
def test_any_lines_become_one_tidy_line(lines: list[str]) -> None:
    joined = join_lines(lines)
    assert tidy(joined) == joined


@given(PARAGRAPHS, st.integers(1, 12))
def test_squash_forgets_case_and_breaks(text: str, width: int) -> None:
    broken = "-\n".join(textwrap.wrap(text.upper(), width))
    assert squash(broken) == squash(text)


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("Uppfylls inte. Den ökade.", "Uppfylls inte.", "Den ökade."),
        ("Uppfylls inte.\n\nSjukfrånvaron ökade. X", "Uppfylls inte.", "Sjukfrånvaron ökade. X"),
        ("Barn, bl.a. Maria m.fl. Unga. Nästa.", "Barn, bl.a. Maria m.fl. Unga.", "Nästa."),
        ("1. Medarbetare är. Två.", "1. Medarbetare är.", "Två."),
        ("Vad sa de? 131 svarade.", "Vad sa de?", "131 svarade."),
        ("De sa ”ja.” Sedan nej.", "De sa ”ja.”", "Sedan nej."),
        # brackets and quotes around a word say nothing of whether it ends a sentence
        ("Barn (bl.a. Maria) kom. Sen.", "Barn (bl.a. Maria) kom.", "Sen."),
        ("Barn (pengar m.m.) Unga. Sen.", "Barn (pengar m.m.) Unga.", "Sen."),
        ("(1.) Mål är. Två.", "(1.) Mål är.", "Två."),
        ("Det är ”klart.” Sen.", "Det är ”klart.”", "Sen."),
        ("Det är (klart.) Sen.", "Det är (klart.)", "Sen."),
        ("Är det ”klart?” Nej.", "Är det ”klart?”", "Nej."),
        ("Det är klart. (Barn kom.) Sen.", "Det är klart.", "(Barn kom.) Sen."),
        ("Det är klart. ”Barn kom.”", "Det är klart.", "”Barn kom.”"),
        ("Det är klart. ((Barn)) kom.", "Det är klart.", "((Barn)) kom."),
        ("Det är kl. (fem) och. Sen.", "Det är kl. (fem) och.", "Sen."),
        ("Det var 20 pers. (barn) här. Sen.", "Det var 20 pers. (barn) här.", "Sen."),
        ("Oj! då. Sen.", "Oj! då.", "Sen."),
        # initials, and numbers that lead
        ("Enhet (B. Berg) kom. Sen.", "Enhet (B. Berg) kom.", "Sen."),
        ("1.2. Mål är. Två.", "1.2. Mål är.", "Två."),
        ("Det är 5. Nästa.", "Det är 5.", "Nästa."),
        ("Det är mål 1.2. Nästa.", "Det är mål 1.2.", "Nästa."),
        ("Ja... Nej.", "Ja...", "Nej."),
        ("Det var 4,5 procent", "Det var 4,5 procent", ""),
        ("ca. 2 st. Alla", "ca. 2 st. Alla", ""),
        ("", "", ""),
    ],
)
def test_the_first_sentence_is_split_off(text: str, first: str, rest: str) -> None:
    assert first_sentence(text) == (first, rest)


@given(st.text("ab .!?\n1AB", max_size=60))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(first_sentence(text)).split()) == "".join(text.split())


def test_long_texts_take_no_longer_than_their_length() -> None:
    for text in ("a- " * 60_000, "-\n" * 60_000, "a. " * 60_000, "\u00ad " * 60_000):
        tidy(text)
        squash(text)
        first_sentence(text)
        join_lines(text.split(" "))
