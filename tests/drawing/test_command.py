"""The commands draw and show: files where they belong, words on stdout, errors with a reason."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from raw_pdf import one, page, pdf

from ifo_followup import parse
from ifo_followup.cli import main
from ifo_followup.drawing.options import page_ranges

# from 3.12 on Python warns of a copy of a process with threads
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORT = "almvik-2023-manadsrapport-oktober"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("pdf", "docx", "txt"):
        shutil.copy(EXAMPLES / f"{REPORT}.{kind}", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_pages_become_pictures(capfd: pytest.CaptureFixture[str]):
    assert main(["draw", f"{REPORT}.pdf", "--pages", "2-3,5"]) == 0
    names = ["page-002.png", "page-003.png", "page-005.png"]
    assert files(f"{REPORT}-drawn") == names
    assert capfd.readouterr().out.splitlines() == [f"{REPORT}-drawn/{name}" for name in names]
    with Image.open(f"{REPORT}-drawn/page-002.png") as picture:
        assert picture.size[0] == 1191  # A4 at 144 dpi
        assert picture.size[1] > 1684  # and a foot


def test_what_has_no_pages_becomes_one_html_page():
    for kind in ("docx", "txt"):
        assert main(["draw", f"{REPORT}.{kind}", "-o", kind]) == 0
        assert files(kind) == ["document.html"]
        text = Path(kind, "document.html").read_text(encoding="utf-8")
        assert "budget_tables[0].lines[0].cells[0].amount" in text
        assert "<script" not in text


def test_pages_of_what_has_none_are_told(capfd: pytest.CaptureFixture[str]):
    assert main(["draw", f"{REPORT}.txt", "--pages", "1", "-o", "x"]) == 0
    out, err = capfd.readouterr()
    assert out == "x/document.html\n"
    assert "--pages: this kind of document (text) has no pages; all of it is drawn" in err


def test_apart_or_not_the_same_is_drawn():
    assert main(["draw", f"{REPORT}.pdf", "--pages", "2", "-o", "apart"]) == 0
    assert main(["draw", f"{REPORT}.pdf", "--pages", "2", "-o", "here", "--no-isolate"]) == 0
    assert Path("apart/page-002.png").read_bytes() == Path("here/page-002.png").read_bytes()


def test_a_document_of_nobody_is_drawn_all_the_same(capfd: pytest.CaptureFixture[str]):
    Path("a.txt").write_text("Ett ord\n", encoding="utf-8")
    assert main(["draw", "a.txt"]) == 3
    assert "[not_recognised]" in capfd.readouterr().err
    text = Path("a-drawn/document.html").read_text(encoding="utf-8")
    assert "which no format read" in text
    assert "nobody took it (1)" in text


def test_the_resolution_is_a_wish():
    arguments = ["draw", f"{REPORT}.pdf", "--pages", "1", "--dpi", "36", "-o", "x"]
    assert main(arguments) == 0
    with Image.open("x/page-001.png") as picture:
        assert picture.size[0] == 840  # the foot needs more room than the page
        assert picture.getpixel((600, 200)) == (255, 255, 255)


@pytest.mark.parametrize(
    "arguments",
    [["--pages", "0"], ["--pages", "4-2"], ["--pages", "x"], ["--dpi", "9"], ["--dpi", "9999"]],
)
def test_wrong_usage(arguments: list[str]):
    with pytest.raises(SystemExit) as caught:
        main(["draw", f"{REPORT}.pdf", *arguments])
    assert caught.value.code == 2


def test_ranges_of_pages():
    assert page_ranges("2") == ((2, 2),)
    assert page_ranges("1,3-5") == ((1, 1), (3, 5))


def test_pages_that_are_not_there(capfd: pytest.CaptureFixture[str]):
    assert main(["draw", f"{REPORT}.pdf", "--pages", "90-99"]) == 3
    assert "the document has 8 pages, and none that was asked for" in capfd.readouterr().err


def test_a_folder_that_cannot_be_written(capfd: pytest.CaptureFixture[str]):
    Path(f"{REPORT}-drawn").write_text("")
    with pytest.raises(SystemExit) as caught:
        main(["draw", f"{REPORT}.pdf"])
    assert caught.value.code == 2
    assert f"error: {REPORT}-drawn: " in capfd.readouterr().err


def test_no_half_written_file_stays(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("PIL.Image.Image.save", full)
    for how in ([], ["--no-isolate"]):
        assert main(["draw", f"{REPORT}.pdf", "--pages", "1", "-o", "x", *how]) == 3
        err = capfd.readouterr().err
        assert "the results could not be written" in err
        assert "Traceback" not in err
        assert files("x") == []


@pytest.mark.parametrize(
    "data",
    [
        one(box=b"[0 0 0 0]"),
        one(box=b"[0 0 14400 14400]"),
        one(box=b"[0 0 3 3]"),
        one(box=b"[0 0 1e30 1e30]"),
        one(box=b"[(a) /b null 4]"),
        one(extra=b"/CropBox [500 500 400 400]"),
        one(extra=b"/CropBox [9000 9000 9001 9001]"),
        one(extra=b"/Rotate 45"),
        one(extra=b"/UserUnit 1000"),
        one(b"BT /F1 12 Tf 72 700 Td (Hej) Tj ET " + b"0 0 595 842 re f " * 500),
        pdf({**page(), 2: b"<< /Type /Pages /Kids [3 0 R 3 0 R 9 0 R] /Count 3 >>"}),
        pdf({**page(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 700 >>"}),
        b"%PDF-1.7\n",
    ],
)  # fmt: skip
def test_hostile_pages_end_in_pictures_or_in_an_error_of_ours(
    data: bytes, capfd: pytest.CaptureFixture[str]
):
    Path("x.pdf").write_bytes(data)
    code = main(["draw", "x.pdf", "--fallback", "-o", "x"])
    out, err = capfd.readouterr()
    assert code in (0, 3)
    assert "Traceback" not in err
    assert "please report" not in err
    assert err.startswith("error: ") or code == 0
    for name in out.splitlines():
        with Image.open(name) as picture:
            assert picture.size[0] * picture.size[1] < 40_000_000


def test_a_report_of_wrong_things_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    def odd(*_: object, **__: object) -> object:
        raise TypeError("a title that is a number")

    monkeypatch.setattr("ifo_followup.drawing.command.read_pieces", odd)
    for extra in ([], ["--no-isolate"]):
        assert main(["draw", f"{REPORT}.pdf", *extra]) == 3
        err = capfd.readouterr().err
        assert "the report of tyreso-2022 cannot be drawn" in err
        assert "[output_failed]" in err
        assert "Traceback" not in err


@pytest.mark.parametrize("how", [[], ["--no-isolate"]])
def test_no_memory_for_pictures_is_an_error_of_ours(
    how: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    def starved(*_: object, **__: object) -> object:
        raise MemoryError

    monkeypatch.setattr("ifo_followup.drawing.command.over", starved)
    assert main(["draw", f"{REPORT}.pdf", "-o", "x", *how]) == 3
    err = capfd.readouterr().err
    assert "[memory_limit]" in err
    assert "Traceback" not in err


# -- show


def test_show_says_where_a_value_was_read(capfd: pytest.CaptureFixture[str]):
    assert main(["show", f"{REPORT}.pdf", "budget_cells[0]", "-o", "s"]) == 0
    out = capfd.readouterr().out
    for words in (
        "budget_tables[0].lines[0].cells[0].amount",
        "value    -41239 tkr",
        'printed  "-41 239"',
        "place    page 6, box 220.4 165.9 265.8 179.7",
        'cell     table 10, row "Gemensam socialtjänst", column "Okt Utfall"',
        "sha256    aba6d76a8d4bfb7f",
        "reader    pdfminer.six 20",
        "format    tyreso-2022 0.",
        "library   ifo-followup 0.",
        "picture   s/budget_cells-0.png",
    ):
        assert words in out
    with Image.open("s/budget_cells-0.png") as picture:
        assert picture.size[0] == 1191
        assert 150 < picture.size[1] < 500
        frame = [n for n, c in picture.convert("RGB").getcolors(1 << 20) if c == (200, 40, 0)]
        assert frame
        assert frame[0] > 300


def test_show_of_a_part_frames_all_of_it(capfd: pytest.CaptureFixture[str]):
    assert main(["show", f"{REPORT}.pdf", "budget_tables[0].lines[0]", "-o", "s"]) == 0
    out = capfd.readouterr().out
    assert out.count("  value  ") > 5
    assert Path("s/budget_tables-0-lines-0.png").exists()


def test_show_of_plain_text_shows_the_lines(capfd: pytest.CaptureFixture[str]):
    assert main(["show", f"{REPORT}.txt", "budget_cells[0]"]) == 0
    out = capfd.readouterr().out
    assert "  place    line" in out
    assert "Gemensam socialtjänst" in out
    assert not list(Path().glob("*.png"))


def test_show_of_a_text_shows_where_all_its_paragraphs_stand(capfd: pytest.CaptureFixture[str]):
    report = parse(f"{REPORT}.txt")
    number = next(n for n, s in enumerate(report.sections) if s.text and s.text.further)
    assert main(["show", f"{REPORT}.txt", f"sections[{number}].text"]) == 0
    out = capfd.readouterr().out
    whole = report.sections[number].text
    for source in (whole.source, *whole.further):
        place = source.place
        lines = {place.first_line, place.last_line}
        assert f"  place    line{'s' * (len(lines) > 1)} {place.first_line}" in out


def test_show_of_a_word_file_says_that_there_is_no_page(capfd: pytest.CaptureFixture[str]):
    assert main(["show", f"{REPORT}.docx", "goals[0].title"]) == 0
    assert "neither pages nor lines" in capfd.readouterr().out


def test_show_of_what_is_not_there(capfd: pytest.CaptureFixture[str]):
    assert main(["show", f"{REPORT}.pdf", "goals[999].title"]) == 3
    assert "goals, counted from 0" in capfd.readouterr().err


@pytest.mark.parametrize("how", [[], ["--no-isolate"]])
def test_show_without_the_extra_leaves_the_picture_out(
    how: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert main(["show", f"{REPORT}.pdf", "budget_cells[0]", *how]) == 0
    out, err = capfd.readouterr()
    assert "value    -41239 tkr" in out
    assert "no picture: a picture of a page needs pypdfium2 and Pillow" in err
    assert not list(Path().glob("*.png"))
    assert main(["show", f"{REPORT}.pdf", "budget_cells[0]", "-o", "s", *how]) == 3
    assert "[unsupported_variant]" in capfd.readouterr().err
    assert main(["draw", f"{REPORT}.pdf", *how]) == 3


def test_importing_the_program_loads_no_picture_library():
    code = (
        "import sys; import ifo_followup.cli;"
        " sys.exit(any(m in sys.modules for m in ('PIL', 'pypdfium2', 'pdfminer', 'pandas')))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert done.returncode == 0
