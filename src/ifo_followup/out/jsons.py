"""A report as JSON and back: the same object, or a `ValueError` that says what is wrong.

Numbers are strings ("-12480", "0.30"), because a JSON reader makes floats of numbers; codes and
dates are strings too. The order of keys is fixed. What is absent is left out: a field
that is None, an empty tuple, an unknown place. Reading is strict: nothing is converted in silence,
unknown keys and repeated keys are refused.
"""

import json
import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ifo_followup.model.report import FollowUpReport

SCHEMA = 1
DECIMAL = re.compile(r"-?[0-9]{1,1000}(\.[0-9]{1,1000})?(E[+-]?[0-9]{1,4})?")
SURROGATE = re.compile("[\ud800-\udfff]")
MOST_PROBLEMS = 10

R = TypeVar("R", bound=FollowUpReport)
Hook = Callable[[Any, Any], Any]


def to_json(report: FollowUpReport) -> str:
    """The whole report as JSON text on one line, with its schema version first."""
    content = {"schema": SCHEMA, **_converter().unstructure(report)}
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, from a damaged file: as an escape it can be
        return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def from_json(text: str, cls: type[R]) -> R:
    """Read what `to_json` wrote, as the class `cls`.

    Raises:
        ValueError: the text is no such JSON, has unknown keys, or another schema version. The
            message names each place that is wrong.
    """
    content = _loaded(text)
    if not isinstance(content, dict):
        raise ValueError("not a report: the JSON is no object")
    version = content.pop("schema", None)
    if type(version) is not int or version != SCHEMA:
        raise ValueError(f"not a report of schema {SCHEMA}: its schema is {version!r}")
    try:
        return _converter().structure(content, cls)
    except RecursionError:
        raise ValueError("not a report: it is nested too deeply") from None
    except Exception as error:
        problems = transform_error(error, path="report", format_exception=_said)
        more = len(problems) - MOST_PROBLEMS
        shown = [*problems[:MOST_PROBLEMS], *([f"and {more} more"] if more > 0 else [])]
        raise ValueError("not a report:\n  " + "\n  ".join(shown)) from error


def _loaded(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_distinct, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("not a report: it is nested too deeply") from None
    except TypeError as error:
        raise ValueError(f"not a report: {error}") from error
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from error


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return content


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


def _said(error: BaseException, _kind: type | None) -> str:
    match error:
        case ForbiddenExtraKeysError():
            return f"unknown keys {', '.join(sorted(map(repr, error.extra_fields)))}"
        case KeyError():
            return f"the field {error} is missing"
        case _:
            return str(error) or type(error).__name__


@cache
def _converter() -> Converter:
    """Made once: cattrs writes code for each class, and nothing changes it afterwards."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_func(_is_enum, _value)
    converter.register_unstructure_hook_factory(
        _is_optional, lambda kind: _optional_writer(kind, converter)
    )
    for kind, hook in _SIMPLE.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_enum, _enum_hook)
    converter.register_structure_hook_factory(
        _is_optional, lambda kind: _optional_hook(kind, converter)
    )
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(kind, converter))
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _writer(cls, converter))
    return converter


def _writer(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    absent: Any = {f.name: override(omit_if_default=_absent(f)) for f in attrs.fields(cls)}
    return make_dict_unstructure_fn(cls, converter, **absent)


def _absent(field: "attrs.Attribute[Any]") -> bool:
    """Whether the field's default means "nothing there", so that it may be left out."""
    return field.default in (None, ()) or attrs.has(type(field.default))


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType) and _present(kind) is not None


def _present(kind: Any) -> Any:
    """The type in "this type or None"; None where more than one is in it."""
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return kinds[0] if len(kinds) == 1 and len(get_args(kind)) == 2 else None


# cattrs finds the hook of what is optional for every value anew; these find it once
def _optional_hook(kind: Any, converter: Converter) -> Hook:
    present = _present(kind)
    inner: Hook = converter.get_structure_hook(present)
    return lambda value, _kind: None if value is None else inner(value, present)


def _optional_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    inner: Callable[[Any], Any] = converter.get_unstructure_hook(_present(kind))
    return lambda value: None if value is None else inner(value)


def _class_hook(cls: type, converter: Converter) -> Hook:
    inner: Hook = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{value!r:.80} is not an object")
        return inner(value, kind)

    return structure


def _tuple_hook(kind: Any, converter: Converter) -> Hook:
    array: Any = GenericAlias(list, get_args(kind)[:1])
    inner: Hook = converter.get_structure_hook(array)

    def structure(value: Any, _kind: Any) -> Any:
        if not isinstance(value, list):  # a text or an object can be walked through as well
            raise ValueError(f"{value!r:.80} is not an array")
        return tuple(inner(value, array))

    return structure


def _exactly(kind: type, words: str) -> Hook:
    def structure(value: Any, _kind: Any) -> Any:
        if type(value) is not kind:  # True is an int to isinstance
            raise ValueError(f"{value!r:.80} is not {words}")
        return value

    return structure


def _value(member: Enum) -> Any:
    return member.value


def _enum_hook(kind: type[Enum]) -> Hook:
    members = {member.value: member for member in kind}

    def structure(value: Any, _kind: Any) -> Enum:
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise ValueError(f"{value!r:.80} is not one of {', '.join(map(str, members))}")
        return member

    return structure


def _decimal(value: Any, _kind: Any) -> Decimal:
    if type(value) is not str or not DECIMAL.fullmatch(value):
        raise ValueError(f'{value!r:.80} is not a decimal number written as text, such as "-0.5"')
    return Decimal(value)


def _float(value: Any, _kind: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError(f"{value!r:.80} is not a number")
    return float(value)


def _date(value: Any, _kind: Any) -> date:
    # fromisoformat alone also takes "20180430" and "2018-W18-1"
    if type(value) is not str or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f'{value!r:.80} is not a date such as "2018-04-30"')
    return date.fromisoformat(value)


_SIMPLE: dict[Any, Hook] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    float: _float,
    Decimal: _decimal,
    date: _date,
}
