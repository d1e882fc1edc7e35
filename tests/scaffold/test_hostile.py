"""A document may print what it likes: nothing of it becomes code, a path or markup."""

import ast
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import files, layout_source, only_declares, proposal_of, run

NASTY = (
    '"""', "'''", "\\", '"', "'", "{year}", "{words}", "{0}", "{", "}", "${plugin}",
    "%s", "#", "\u202e", "\u2028", "\x0b", "`", "```", "<script>alert(1)</script>", "](http://x)",
    '"), __import__("os").system("ls"), ("', "\\\n", "\ud7ff", "nämnd", "2024",
)  # fmt: skip
words = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), min_size=1, max_size=4).map(" ".join)


def markup(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\x00", "")


def page(*texts: str) -> bytes:
    a, b, c, d = map(markup, texts)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<h1>Delårsrapport 1 2024 {a}</h1><p>Socialnämnden, Almby kommun</p>
<h1>{b}</h1><p>Nämnden följer upp sina mål och sin budget. Utfall och prognos visar att det går.</p>
<h1>Måluppföljning {c}</h1>
<table><tr><th>Nämndens mål</th><th>{d}</th><th>Kommentar</th></tr>
<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr></table>
<table><tr><th>Nyckeltal {a}</th><th>Utfall {b} 2023</th><th>Mål 2024</th><th>Bedömning</th></tr>
<tr><td>Antal {d}</td><td>4</td><td>5</td><td>Grön</td></tr></table>
<h1>{d}</h1><ul><li>{a}</li></ul></body></html>""".encode("utf-8", "ignore")


@settings(max_examples=40)
@given(words, words, words, words)
def test_nothing_of_a_document_is_run(a, b, c, d):
    proposal = proposal_of(page(a, b, c, d), "x.html")
    source = layout_source(proposal)
    assert only_declares(source)
    assert run(source) == proposal.format
    for name, text in files(proposal).items():
        if name.endswith(".py"):
            ast.parse(text)
        if name.endswith(".toml"):
            tomllib.loads(text)


@pytest.mark.parametrize("text", NASTY)
def test_the_readme_shows_words_as_words(text):
    proposal = proposal_of(page(text, f"{text} rubrik", text, f"Hur {text} går"), "x.html")
    readme = files(proposal)["README.md"]
    assert "<script" not in readme
    for line in readme.partition("## Look at these")[2].splitlines():
        if line.startswith("- "):
            assert line.count("`") % 2 == 0


def test_a_file_name_is_no_path():
    data = page("a", "b", "c", "d")
    for name in ("../../x.html", "/etc/passwd", "..", "con:.html", "a\nb.html", "$x`y`.html"):
        for path in files(proposal_of(data, name)):
            assert ".." not in path
            assert not path.startswith("/")
            assert path.isprintable()
