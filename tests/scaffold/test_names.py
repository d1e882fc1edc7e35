import keyword
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.scaffold.names import case_name, names_from, place_from


@pytest.mark.parametrize(
    ("text", "plugin", "package"),
    [
        ("almby", "almby", "ifo_followup_almby"),
        ("Österåker", "osteraker", "ifo_followup_osteraker"),
        ("A\u030almby", "almby", "ifo_followup_almby"),
        ("Upplands Väsby", "upplands-vasby", "ifo_followup_upplands_vasby"),
        ("class", "class", "ifo_followup_class"),
    ],
)
def test_names_are_made_from_one(text, plugin, package):
    names = names_from(text)
    assert (names.plugin, names.package) == (plugin, package)
    assert names.distribution == f"ifo-followup-{plugin}"


@pytest.mark.parametrize(
    "text",
    ["", " ", "1almby", "-almby", "almby-", "al--mby", "../almby", "al/mby", "al.mby", "x" * 41,
     'al"mby', "al\nmby", "альмбю", "almby\x00", "a]b", "$(ls)"],
)  # fmt: skip
def test_other_names_are_refused(text):
    with pytest.raises(ValueError, match="can name no package"):
        names_from(text)


@given(st.text(max_size=30))
def test_a_name_is_refused_or_safe(text):
    try:
        names = names_from(text)
    except ValueError:
        return
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", names.plugin)
    assert names.package.isidentifier()
    assert not keyword.iskeyword(names.package)


@given(st.text(max_size=100))
def test_a_case_is_a_folder_everywhere(text):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", case_name(text))


def test_a_case_is_called_as_the_file():
    assert case_name("Delårsrapport 2 (2024)") == "delarsrapport-2-2024"
    assert case_name("///") == "report"


@pytest.mark.parametrize("text", ["Tyresö", "Upplands-Bro", "Östra Göinge"])
def test_a_place_is_kept(text):
    assert place_from(f" {text} ") == text


@pytest.mark.parametrize(
    "text", ["", 'Almby"""', "Almby\nimport os", "Almby\\", "{Almby}", "Almby 2"]
)
def test_what_is_no_place_is_refused(text):
    if text == "Almby\nimport os":
        assert place_from(text) == "Almby import os"  # letters and spaces: harmless
        return
    with pytest.raises(ValueError, match="no name of a municipality"):
        place_from(text)
