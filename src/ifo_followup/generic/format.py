"""The format of last resort: any Swedish municipal follow-up report, read by the common words."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from ifo_followup.document import Document, Lines, Paragraph, Table
from ifo_followup.generic.cell_lines import with_cells_apart
from ifo_followup.generic.claim import claim_of
from ifo_followup.generic.identity import identity_of
from ifo_followup.generic.layout import layout_for
from ifo_followup.generic.lost_words import tell_lost_heads
from ifo_followup.generic.plan import Plan, heading_rules
from ifo_followup.generic.spaced import with_spaced_tables
from ifo_followup.generic.walk import GenericWalk
from ifo_followup.hookspecs import Claim
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.formats import claim_front, judge_identity, judge_sections, report_of
from ifo_followup.layouts.identity import Identity
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.recover import recover
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.swedish.municipalities import code_of

FORMAT_ID = "generic"
W = TypeVar("W", bound=GenericWalk)
UNKNOWN = "okänd"  # the municipality of a report that does not print it


@frozen(kw_only=True)
class GenericFormat:
    """Reads what says in common words what it is, and leaves the rest to statistics and findings.

    It is never as sure as a format that knows its layout, and every report of it has the finding
    `generic-format`.
    """

    format_id: str = FORMAT_ID
    municipality: str = "any municipality"
    reads: str = "any follow-up report, by the common words; its figures need a look"

    def claim(self, document: Document) -> Claim:
        """How sure it is that the document is a follow-up report at all."""
        return claim_of(document)

    def parse(self, document: Document) -> Iterable[FollowUpReport]:
        """Read the document into one report."""
        walk, who = walk_through(document, GenericWalk)
        draft, ledger = walk.draft, walk.ledger
        claim_front(walk.document, ledger, who)
        judge_identity(ledger, who)
        if not who.municipality:
            ledger.find(
                "municipality-unknown", "no municipality is printed; give it with municipality=..."
            )
        if not (draft.budget_tables or draft.goals or draft.indicators):
            ledger.find("part-missing", "neither goals nor amounts of a budget were found")
        judge_sections(ledger, draft)
        name = who.municipality or UNKNOWN
        yield report_of(draft, who, ledger, municipality=name, code=code_of(name))


def walk_through(document: Document, kind: type[W]) -> tuple[W, Identity]:
    """Read the blocks by the common words; the walk with its draft, and whose report it is.

    `kind` is the walk itself, or one that notes more of what is met on the way.
    """
    from_text = any(isinstance(block, Lines) for block in document.blocks)
    given = {id(block) for block in document.blocks}
    document = with_cells_apart(with_spaced_tables(document))
    rules = heading_rules(document)
    layout = layout_for(rules)
    recovered, found = recover(document, layout)
    ledger = Ledger(recovered)
    ledger.findings.extend(found)
    ledger.find(
        "generic-format",
        "no format knows this layout; it was read by common words, and its figures need a look",
    )
    tell_lost_heads(document, recovered, ledger)
    who = identity_of(recovered)
    end = who.period_end
    draft = Draft(
        ledger,
        period=f"{end.year}-{end.month:02}" if end else None,
        year=str(end.year) if end else None,
    )
    walk = kind(
        recovered,
        layout,
        ledger,
        draft,
        plan=Plan(recovered, rules, ledger),
        annual=who.report_type is ReportType.ANNUAL,
        printed=frozenset(id(b) for b in document.blocks if isinstance(b, Table)),
        apart=frozenset(
            id(b) for b in document.blocks if isinstance(b, Paragraph) and id(b) not in given
        ),
        from_text=from_text,
    )
    walk.run()
    return walk, who


FORMAT = GenericFormat()
