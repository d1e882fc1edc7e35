"""Findings as SARIF 2.1.0, which code hosts and editors show beside the files.

A region is given where the document has lines; a page and its box, which SARIF has no words for,
are properties of the result, in points from the page's top left corner. What else was compared is
given as related locations.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Source
from ifo_followup.out.plain import clip

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LONGEST = 200  # characters of what stands at a related location
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
    more = {"printed": finding.printed, "expected": finding.expected, **_cell(finding.source)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _where(path, finding.source)}],
        "properties": {name: value for name, value in more.items() if value is not None},
    }
    related: list[dict[str, Any]] = []
    for source in finding.evidence:
        told = {name: value for name, value in _cell(source).items() if value is not None}
        location = {"physicalLocation": _where(path, source), "properties": told}
        if source.text:
            location["message"] = {"text": clip(source.text, _LONGEST)}
        if location not in related:  # the standard wants each once
            related.append(location)
    return {**result, "relatedLocations": related} if related else result


def _where(path: str, source: Source | None) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(path.replace("\\", "/"))}}
    place = source.place if source else None
    if place is not None and place.first_line is not None:
        where["region"] = {
            "startLine": place.first_line,
            "endLine": place.last_line or place.first_line,
        }
    return where


def _cell(source: Source | None) -> dict[str, Any]:
    """What SARIF has no words for: the page, the box on it, and the cell of a table."""
    if source is None:
        return {}
    box = source.place.box
    return {
        "page": source.place.page,
        "table": source.table,
        "row": source.row,
        "column": source.column,
        "box": [box.x0, box.top, box.x1, box.bottom] if box else None,
    }
