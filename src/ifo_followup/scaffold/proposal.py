"""A whole plugin as proposed from one document: its format, what it reads, what to look at."""

from attrs import evolve, frozen

from ifo_followup.document import Document
from ifo_followup.errors import UnknownDocument
from ifo_followup.generic.format import FORMAT as GENERIC
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family, Identity
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.scaffold.claims import AtHand, words_of
from ifo_followup.scaffold.differences import Difference, differences
from ifo_followup.scaffold.names import Names, place_from
from ifo_followup.scaffold.observed import observe
from ifo_followup.scaffold.sketch import sketch
from ifo_followup.swedish.municipalities import code_of

PARTS = (
    "events",
    "goals",
    "indicators",
    "unit_results",
    "monthly_assessments",
    "budget_tables",
    "statistics",
    "risks",
    "assignments",
    "measures",
    "guarantees",
    "calendar",
)
_KINDS = (
    ("interim", "delårsrapport", (ReportType.INTERIM_1, ReportType.INTERIM_2)),
    (
        "tertial",
        "tertialrapport",
        (ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3),
    ),
    ("monthly", "månadsrapport", (ReportType.MONTHLY,)),
    ("annual", "årsredovisning", (ReportType.ANNUAL,)),
)
_ANY = ("report", "report", ())


class MunicipalityUnknownError(Exception):
    """The document does not print whose it is, and nobody said it."""


@frozen(kw_only=True)
class Proposal:
    """What was made of a document."""

    names: Names
    format: LayoutFormat
    module: str  # of the layout: "interim_2024"
    kind: str  # in Swedish: "delårsrapport"
    document: Document
    report: FollowUpReport  # as the format reads it
    different: tuple[Difference, ...]
    rivals: tuple[str, ...]  # formats that claim the document as surely
    left: tuple[tuple[int, str], ...]  # tables without a declaration: number, why


def propose(
    document: Document,
    names: Names,
    *,
    municipality: str | None = None,
    code: str | None = None,
    at_hand: AtHand | None = None,
) -> Proposal:
    """Make a format from what a document prints, and read the document with it.

    Args:
        document: the report, as read.
        names: what the plugin is called.
        municipality: whose it is, where it is not printed.
        code: its code, where SCB lists none.
        at_hand: formats and documents that the new format must not be mistaken for.

    Raises:
        UnknownDocument: it has not the words of a follow-up report.
        MunicipalityUnknownError: it does not say whose it is.
    """
    claim = GENERIC.claim(document)
    if not claim.sureness:
        message = f"this is no follow-up report; missed: {'; '.join(claim.missed)}"
        raise UnknownDocument(message, document=document.name)
    observed = observe(document)
    place = municipality or observed.who.municipality
    if not place:
        raise MunicipalityUnknownError
    try:
        place = place_from(place)
    except ValueError as error:  # what is printed before "kommun" is no name
        raise MunicipalityUnknownError from error
    drawn = sketch(observed)
    module, kind, family = _family(observed.who)
    year = observed.who.period_end.year if observed.who.period_end else None
    at_hand = at_hand or AtHand()
    words = words_of(document, observed, place, at_hand)
    first = LayoutFormat(
        format_id=f"{names.plugin}-{year or module}",
        municipality=place,
        municipality_code=code or code_of(place),
        reads=_reads(kind, observed.who, year),
        layout=drawn.layout,
        family=family,
        requires=words.requires,
        prints=words.prints,
        excludes=words.excludes,
        expects=(),
    )
    (found,) = first.parse(document)
    made = evolve(first, expects=tuple(part for part in PARTS if getattr(found, part)))
    (report,) = made.parse(document)
    (common,) = GENERIC.parse(document)
    return Proposal(
        names=names,
        format=made,
        module=f"{module}_{year}" if year else module,
        kind=kind,
        document=document,
        report=report,
        different=tuple(differences(common, report)),
        rivals=at_hand.rivals,
        left=drawn.tables.left,
    )


def _family(who: Identity) -> tuple[str, str, Family]:
    """What the module and the reports are called, and what they may say of themselves."""
    module, kind, types = next((k for k in _KINDS if who.report_type in k[2]), _ANY)
    boards, departments, areas = (
        (text.text,) if text else () for text in (who.board, who.department, who.area)
    )
    return module, kind, Family(types=types, boards=boards, departments=departments, areas=areas)


def _reads(kind: str, who: Identity, year: int | None) -> str:
    board = f" of {who.board.text[:1].lower()}{who.board.text[1:]}" if who.board else ""
    return f"{kind}{board}" + (f", {year} layout" if year else "")
