"""No text of a document becomes code in any other way than as a string literal."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
    Label,
    LabelRole,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import ReportType
from ifo_followup.scaffold.code import Group, Item, Text, Word, literal, printed
from ifo_followup.scaffold.declared import Writer
from ifo_followup.scaffold.module import import_lines
from ifo_followup_nacka import ifo_followup_formats as nacka
from ifo_followup_tyreso import ifo_followup_formats as tyreso

NASTY = (
    '"',
    "'",
    "\\",
    "\n",
    "\r",
    '"""',
    "{",
    "}",
    "${x}",
    "\u202e",
    "\x00",
    "\ud800",
    "\x85",
    "#",
)
texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=6).map("".join)


@given(texts)
def test_a_literal_is_the_text_and_stands_on_one_line(text):
    code = literal(text)
    assert ast.literal_eval(code) == text
    assert code.isprintable()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mål", '"Mål"'),
        ('"Trygg" i Almby', "'\"Trygg\" i Almby'"),
        ("Nämndens 'egna' mål", "\"Nämndens 'egna' mål\""),
        ("C:\\ny\n", '"C:\\\\ny\\n"'),
        ("Ut\xa0fall", '"Ut\\xa0fall"'),
    ],
)
def test_a_literal_needs_few_escapes(text, code):
    assert literal(text) == code


codes = st.recursive(
    texts.map(Text) | st.sampled_from(("True", "None", "CellKind.LABEL")).map(Word),
    lambda inner: st.builds(
        Group,
        st.sampled_from(("", "Column", "Layout")),
        st.lists(inner.map(Item), max_size=4).map(tuple),
    ),
    max_leaves=12,
)


@given(codes)
def test_a_tree_is_one_expression(code):
    ast.parse(printed(code), mode="eval")


@given(codes)
def test_no_line_is_longer_than_it_has_to_be(code):
    for line in printed(code, lead="NAME = ").splitlines():
        # a text is never divided
        assert len(line) <= 100 or line.count('"') > 1 or line.count("'") > 1


def test_an_item_with_a_comment_stands_on_a_line_of_its_own():
    code = Group("f", (Item(Word("a")), Item(Word("b"), "name")), notes=((1, "what is this?"),))
    assert printed(code) == "f(\n    a,\n    # what is this?\n    name=b,\n)"


def evaluated(thing: object) -> object:
    writer = Writer()
    code = printed(writer.code(thing))
    names: dict[str, object] = {}
    exec("\n".join(import_lines(writer.imports)), names)  # noqa: S102 -- what the test is about
    return eval(code, names)  # noqa: S307 -- as above


columns = st.builds(
    Column,
    st.lists(texts, min_size=1, max_size=2).map(tuple),
    st.sampled_from(CellKind),
    st.sampled_from(("title", "comment", "unknown")),
    optional=st.booleans(),
    repeats=st.booleans(),
    markers=st.lists(texts, max_size=2).map(tuple),
)
layouts = st.builds(
    Layout,
    headings=st.just((HeadingRule(Numbering.PLAIN, 1),)),
    tables=st.lists(
        st.builds(
            TableLayout,
            role=st.sampled_from(TableRole),
            columns=st.lists(columns, max_size=3).map(tuple),
            level=st.sampled_from((None, *GoalLevel)),
        ),
        max_size=2,
    ).map(tuple),
    sections=st.lists(
        st.builds(SectionRule, st.tuples(texts), st.sampled_from(SectionRole)), max_size=2
    ).map(tuple),
    labels=st.lists(st.builds(Label, st.tuples(texts), st.sampled_from(LabelRole)), max_size=2).map(
        tuple
    ),
    captions=st.lists(texts, max_size=2).map(tuple),
    new_mark=texts,
)


@given(layouts)
def test_the_code_of_a_layout_makes_the_same_layout(layout):
    assert evaluated(layout) == layout


@pytest.mark.parametrize(
    "made",
    [f for f in (*tyreso(), *nacka()) if isinstance(f, LayoutFormat)],
    ids=lambda f: f.format_id,
)
def test_the_code_of_a_format_makes_the_same_format(made):
    assert evaluated(made) == made


def test_what_is_no_declaration_has_no_code():
    with pytest.raises(TypeError, match="no part of a declaration"):
        Writer().code(object())
    assert evaluated(Family(types=(ReportType.MONTHLY,))) == Family(types=(ReportType.MONTHLY,))
