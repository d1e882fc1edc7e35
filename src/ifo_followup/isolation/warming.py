"""Loads and runs once what every cell needs, so that none has to do it for itself."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

from ifo_followup.corridor import open_document, reports_of
from ifo_followup.errors import FollowUpError
from ifo_followup.jobs import Job
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import load_registry

_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 29>>stream\nBT /F 9 Tf 9 9 Td (Hej) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)
_HTML = b"<html><p>Hej</p></html>"
_TEXT = b"Hej\n"
_REPORT = """# Del\u00e5rsrapport augusti 2019

Kommun: Exempelk\u00f6ping

## M\u00e5l 1. V\u00e5ra insatser hj\u00e4lper

| Indikator | Utfall 2018 | M\u00e5l 2019 | Utfall 2019 |
|---|---|---|---|
| Andel barn, % | 41 | 50 | 47,5 |

## Ekonomi

Belopp i tkr

| Verksamhet | Budget 2019 | Utfall 2019 | Avvikelse |
|---|---|---|---|
| Barn och unga | 1 200 | 1 250 | -50 |
| Summa | 1 200 | 1 250 | -50 |
"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCX = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>'
    "<w:p><w:r><w:t>Hej</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>"
    "</w:document>",
}


def warm_up() -> None:
    """Read small documents of every kind, one of them to its report, with no plugin."""
    with suppress(FollowUpError):  # what cannot be read here is told of the document itself
        for sample in samples():
            open_document(sample)
        document = open_document(_REPORT.encode())
        for report in reports_of(document, Job(plugin="generic"), registry=load_registry(())):
            FollowUpReport.from_json(report.to_json())


def samples() -> tuple[bytes, ...]:
    """One document for each reader."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, text in _DOCX.items():
            archive.writestr(name, text)
    return (_PDF, made.getvalue(), _HTML, _REPORT.encode(), _TEXT)
