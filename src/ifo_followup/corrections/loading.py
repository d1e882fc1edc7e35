"""Files of corrections: TOML to be written by hand, JSON to be written by programs."""

import json
import os
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from ifo_followup.errors import BadCorrections, Reason
from ifo_followup.locating.finding import is_name
from ifo_followup.model.findings import Correction
from ifo_followup.swedish.numbers import format_number

LIST = "corrections"
MOST_BYTES = 1_000_000
MOST_CORRECTIONS = 1_000
_MOST_DIGITS = 30  # before and behind the decimal sign of a number that is not written as text
_EXAMPLES = {
    "what": '"goals[3].title"',
    "printed": '"12 840"',
    "corrected": '"12 480"',
    "why": '"two digits changed places"',
    "who": '"Eva Ek"',
    "date": "2024-05-02",
}


def load(path: str | os.PathLike[str]) -> tuple[Correction, ...]:
    """Read a file of corrections: TOML, or JSON where its name ends in ".json".

    It holds a list `corrections`, each with `what`, `printed`, `corrected`, `why`, `who`, `date`.

    Raises:
        BadCorrections: it is not there, or is not written so; the message says where and how.
    """
    place = Path(path)
    content = _content(place)
    entries = content.get(LIST)
    unknown = sorted(set(content) - {LIST})
    if unknown:
        raise _bad(place, f"{unknown[0]!r:.80} is not known here; there is {LIST!r}")
    if not isinstance(entries, list):
        raise _bad(place, f"there is no list {LIST!r}; begin each correction with [[{LIST}]]")
    if len(entries) > MOST_CORRECTIONS:
        raise _bad(
            place,
            f"more than {MOST_CORRECTIONS} corrections: split the file",
            reason=Reason.TOO_LARGE,
        )
    read = tuple(_correction(place, n, entry) for n, entry in enumerate(entries, start=1))
    first: dict[str, int] = {}
    for n, correction in enumerate(read, start=1):
        if first.setdefault(correction.what, n) != n:
            raise _bad(
                place,
                f"correction {n}: {correction.what} is what correction {first[correction.what]} "
                "corrects: take one of them out",
            )
    return read


def _content(place: Path) -> dict[str, object]:
    is_json = place.suffix.lower() == ".json"
    try:
        with place.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _bad(place, "there is no such file", reason=Reason.NOT_FOUND) from error
    except (OSError, ValueError) as error:
        text = f"the file cannot be read: {error}"
        raise _bad(place, text, reason=Reason.NOT_FOUND) from error
    if len(data) > MOST_BYTES:
        text = f"larger than {MOST_BYTES} bytes: split it"
        raise _bad(place, text, reason=Reason.TOO_LARGE)
    content: object
    try:
        text = data.decode("utf-8-sig")
        if is_json:
            content = json.loads(text, parse_float=Decimal, object_pairs_hook=_distinct)
        else:
            content = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        kind = "JSON" if is_json else "TOML"
        raise _bad(place, f"not {kind} in UTF-8: {error}", cause=str(error)) from error
    if not isinstance(content, dict):
        raise _bad(place, f'not an object: write {{"{LIST}": [...]}}')
    return content


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return content


def _correction(place: Path, n: int, entry: object) -> Correction:
    if not isinstance(entry, Mapping):
        raise _bad(place, f"correction {n} is no table of {', '.join(_EXAMPLES)}")
    for name in entry:
        if name not in _EXAMPLES:
            known = ", ".join(_EXAMPLES)
            raise _bad(place, f"correction {n}: {name!r:.80} is not known; there are: {known}")

    def value(name: str) -> object:
        if name not in entry:
            how = f"write {name} = {_EXAMPLES[name]}"
            raise _bad(place, f"correction {n}: {name!r} is missing: {how}")
        return entry[name]

    def text(name: str) -> str:
        held = value(name)
        if not isinstance(held, str) or (not held.strip() and name != "printed"):
            raise _bad(
                place,
                f"correction {n}: {name!r} is {held!r:.80}, no text: write "
                f"{name} = {_EXAMPLES[name]}",
            )
        return held

    what = text("what").strip()
    if not is_name(what):
        raise _bad(
            place,
            f"correction {n}: {what!r:.80} is no way to a value such as goals[3].title or "
            'budget_cells[table_no=2, line="Summa", column="Helår"]',
        )
    corrected = _number(value("corrected"))
    return Correction(
        what=what,
        printed=text("printed"),
        corrected=text("corrected") if corrected is None else corrected,
        why=text("why"),
        who=text("who"),
        date=_date(place, n, value("date")),
    )


def _number(held: object) -> str | None:
    """A number that is not written as text, as reports print it; None for what is none."""
    if isinstance(held, bool) or not isinstance(held, int | Decimal):
        return None
    if isinstance(held, int):
        return format_number(Decimal(held)) if abs(held) < 10**_MOST_DIGITS else None
    if not held.is_finite() or not -_MOST_DIGITS < held.adjusted() < _MOST_DIGITS:
        return None
    exponent = held.as_tuple().exponent
    return format_number(held) if isinstance(exponent, int) and exponent > -_MOST_DIGITS else None


def _date(place: Path, n: int, held: object) -> date:
    if isinstance(held, date) and not isinstance(held, datetime):
        return held
    if isinstance(held, str) and len(held) == len("2024-05-02"):
        try:
            return date.fromisoformat(held)
        except ValueError:
            pass
    raise _bad(
        place, f"correction {n}: 'date' is {str(held)!r:.80}, no day: write date = 2024-05-02"
    )


def _bad(
    place: Path, text: str, *, reason: Reason = Reason.DAMAGED, cause: str | None = None
) -> BadCorrections:
    return BadCorrections(text, reason=reason, document=place.name, cause=cause)
