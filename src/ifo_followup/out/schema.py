"""The JSON Schema (2020-12) of `to_json`, made from the model's classes.

    python -m ifo_followup.out.schema > docs/reference/report.schema.json

prints it; a test compares the stored file with what is made here.
"""

import json
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.jsons import DECIMAL, SCHEMA

Schema = dict[str, Any]

ID = f"urn:ifo-followup:report:{SCHEMA}"

_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Decimal: {"type": "string", "pattern": f"^{DECIMAL.pattern}$"},
}
_BOUNDS = {">=": "minimum", "<=": "maximum", ">": "exclusiveMinimum", "<": "exclusiveMaximum"}


def report_schema() -> Schema:
    """The schema of a whole report; every class and every list of codes stands in `$defs`."""
    definitions: dict[str, Schema] = {}
    body = _object(FollowUpReport, definitions)
    body["properties"] = {"schema": {"const": SCHEMA}, **body["properties"]}
    body["required"] = ["schema", *body["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "ifo-followup report",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as it is stored."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(cls)
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for field in attrs.fields(cls):
        made = _of(hints[field.name], definitions)
        properties[field.name] = _bounded(made, field.validator)
        if field.default is attrs.NOTHING:
            required.append(field.name)
    return {
        "type": "object",
        "description": _first_line(cls),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _first_line(cls: type) -> str:
    return (cls.__doc__ or cls.__name__).strip().splitlines()[0]


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return {"anyOf": [_of(inner, definitions), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # stands in while its own fields are walked
        if issubclass(kind, Enum):
            codes = [member.value for member in kind]
            definitions[name] = {"description": _first_line(kind), "enum": codes}
        else:
            definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _bounded(schema: Schema, validator: Any) -> Schema:
    """Add what an attrs validator demands, where it is a bound, a length or a pattern."""
    if validator is None:
        return schema
    if "anyOf" in schema:  # optional: the bound belongs to the value, not to null
        inner, null = schema["anyOf"]
        return {"anyOf": [_bounded(inner, getattr(validator, "validator", validator)), null]}
    for each in getattr(validator, "_validators", (validator,)):
        if hasattr(each, "bound"):
            schema[_BOUNDS[each.compare_op]] = each.bound
        elif hasattr(each, "pattern"):
            schema["pattern"] = f"^(?:{each.pattern.pattern})$"
        elif hasattr(each, "min_length"):
            schema["minLength"] = each.min_length
    return schema


if __name__ == "__main__":
    sys.stdout.write(schema_text())
