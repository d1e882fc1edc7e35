"""Files of corrections: what is read of them, and what is said of those that are none."""

import json
from datetime import date
from pathlib import Path

import pytest

from ifo_followup import corrections
from ifo_followup.corrections import loading
from ifo_followup.errors import BadCorrections, FollowUpError, Reason
from ifo_followup.model.findings import Correction

GOOD = {
    "what": "goals[3].title",
    "printed": "Färre samtal",
    "corrected": "Fler samtal",
    "why": "tvärtom",
    "who": "Eva Ek",
    "date": "2024-05-02",
}
TOML = """
[[corrections]]
what = 'budget_cells[table_no=2, line="Summa", column="Helår"]'
printed = "12 840"
corrected = 12480
why = "two digits changed places"
who = "Eva Ek"
date = 2024-05-02
"""


def stored(folder: Path, text: str | bytes, name: str = "report.corrections.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def as_json(*changed: dict[str, object]) -> str:
    return json.dumps({"corrections": [{**GOOD, **each} for each in changed]})


def test_a_file_written_by_hand(tmp_path: Path):
    assert corrections.load(stored(tmp_path, TOML)) == (
        Correction(
            what='budget_cells[table_no=2, line="Summa", column="Helår"]',
            printed="12 840",
            corrected="12 480",
            why="two digits changed places",
            who="Eva Ek",
            date=date(2024, 5, 2),
        ),
    )


def test_a_file_written_by_a_program(tmp_path: Path):
    (read,) = corrections.load(str(stored(tmp_path, as_json({}), "x.JSON")))
    assert read == Correction(**{**GOOD, "date": date(2024, 5, 2)})


def test_no_corrections_are_no_error(tmp_path: Path):
    assert corrections.load(stored(tmp_path, "corrections = []")) == ()


@pytest.mark.parametrize(
    ("number", "text"),
    [("12480", "12 480"), ("-0.50", "-0,50"), ("1e3", "1 000"), ('"-12 480,5"', "-12 480,5")],
)
def test_numbers_are_kept_as_reports_print_them(tmp_path: Path, number: str, text: str):
    for file in (
        stored(tmp_path, TOML.replace("12480", number)),
        stored(tmp_path, as_json({}).replace('"Fler samtal"', number), "x.json"),
    ):
        (read,) = corrections.load(file)
        assert read.corrected == text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("who =", "whom =", "correction 1: 'whom' is not known; there are: what, printed"),
        ('who = "Eva Ek"\n', "", "correction 1: 'who' is missing: write who = \"Eva Ek\""),
        ('"Eva Ek"', '" "', "correction 1: 'who' is ' ', no text"),
        ("12480", '""', "'corrected' is '', no text"),
        ("12480", "nan", "'corrected' is Decimal('NaN'), no text"),
        ("12480", "1e999999", "'corrected' is Decimal"),
        ("12480", "1e-999999", "'corrected' is Decimal"),
        ("12480", "9" * 40, "'corrected' is 999"),
        ("12480", "9" * 5000, "not TOML"),
        ("12480", "true", "'corrected' is True, no text"),
        ('"12 840"', "12840", "'printed' is 12840, no text"),
        ("2024-05-02", "2024-05-02T10:00:00", "'date' is '2024-05-02 10:00:00', no day"),
        ("2024-05-02", '"i maj"', "write date = 2024-05-02"),
        ("2024-05-02", '"2024-13-02"', "no day"),
        ("budget_cells[", "lines[", "is no way to a value such as goals[3].title"),
        ("table_no=2,", "table_no=2;", "is no way to a value"),
        ("[[corrections]]", "[[rättelser]]", "not TOML"),
        ("[[corrections]]", "[[errata]]", "'errata' is not known here"),
        ("[[corrections]]", "[corrections]", "begin each correction with [[corrections]]"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, old: str, new: str, words: str):
    assert old in TOML
    with pytest.raises(BadCorrections) as caught:
        corrections.load(stored(tmp_path, TOML.replace(old, new)))
    assert words in caught.value.message
    assert caught.value.document == "report.corrections.toml"
    assert caught.value.reason is Reason.DAMAGED
    assert isinstance(caught.value, FollowUpError)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xff\xfe", "x.toml", "not TOML in UTF-8"),
        (b"{", "x.json", "not JSON in UTF-8"),
        (b"[]", "x.json", "not an object"),
        (b'{"corrections": [1]}', "x.json", "correction 1 is no table of what"),
        (b'{"corrections": [], "corrections": []}', "x.json", "stands twice"),
        (b'{"corrections": ' + b"[" * 100_000, "x.json", "not JSON"),
        (b"x = " + b"[" * 100_000, "x.toml", "not TOML"),
        (b"", "x.toml", "there is no list 'corrections'"),
    ],
)
def test_what_is_no_file_of_corrections(tmp_path: Path, data: bytes, name: str, words: str):
    with pytest.raises(BadCorrections) as caught:
        corrections.load(stored(tmp_path, data, name))
    assert words in caught.value.message


def test_one_value_is_corrected_once(tmp_path: Path):
    with pytest.raises(BadCorrections, match="is what correction 1 corrects"):
        corrections.load(stored(tmp_path, as_json({}, {"corrected": "x"}), "x.json"))


def test_files_that_cannot_be_read(tmp_path: Path):
    for path in (tmp_path / "none.toml", tmp_path, "a\0b"):
        with pytest.raises(BadCorrections) as caught:
            corrections.load(path)
        assert caught.value.reason is Reason.NOT_FOUND


def test_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(loading, "MOST_CORRECTIONS", 1)
    many = stored(tmp_path, as_json({}, {"what": "title"}), "x.json")
    with pytest.raises(BadCorrections) as caught:
        corrections.load(many)
    assert caught.value.reason is Reason.TOO_LARGE
    monkeypatch.setattr(loading, "MOST_BYTES", 10)
    with pytest.raises(BadCorrections, match="larger than 10 bytes"):
        corrections.load(many)
