"""Findings as SARIF 2.1.0, which code hosts and editors show beside the files.

A region is given where the document has lines; a page and its box, which SARIF has no words for,
are properties of the result, in points from the page's top left corner.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ifo_followup.model.findings import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def to_sarif(
    found: Iterable[tuple[str, Sequence[Finding]]],
    *,
    version: str,
    meanings: Mapping[str, str],
) -> str:
    """Findings of several documents as one SARIF run.

    Args:
        found: each document's path, as the user gave it, with its findings.
        version: of the library.
        meanings: what each rule means; rules that are not in it go without.
    """
    results = [_result(path, finding) for path, findings in found for finding in findings]
    ids = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "ifo-followup",
        "version": version,
        "rules": [_rule(rule, meanings.get(rule)) for rule in ids],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _rule(rule: str, meaning: str | None) -> dict[str, Any]:
    return {"id": rule, **({"shortDescription": {"text": meaning}} if meaning else {})}


def _result(path: str, finding: Finding) -> dict[str, Any]:
    place = finding.source.place if finding.source else None
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(path.replace("\\", "/"))}}
    if place is not None and place.first_line is not None:
        where["region"] = {
            "startLine": place.first_line,
            "endLine": place.last_line or place.first_line,
        }
    more: dict[str, Any] = {"printed": finding.printed, "expected": finding.expected}
    if finding.source is not None:
        more |= {
            "page": place.page if place else None,
            "table": finding.source.table,
            "row": finding.source.row,
            "column": finding.source.column,
        }
        if place is not None and place.box is not None:
            box = place.box
            more["box"] = [box.x0, box.top, box.x1, box.bottom]
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": where}],
        "properties": {name: value for name, value in more.items() if value is not None},
    }
