"""A format made of declarations: what a plugin hands over, ready to claim and to read."""

from collections.abc import Callable, Iterable

from attrs import field, frozen

from ifo_followup.document import Document
from ifo_followup.hookspecs import Claim
from ifo_followup.layouts.declare import Layout
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.identity import Family, Identity, identify
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.recover import recover
from ifo_followup.layouts.walk import Walk
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Source
from ifo_followup.swedish.municipalities import code_of
from ifo_followup.swedish.text import squash

_ENOUGH = 0.6  # of all the words, where one that is required is missing


@frozen(kw_only=True)
class LayoutFormat:
    """One generation of one layout.

    A document is its own when it prints all of `requires`; each of `prints` makes it surer, any of
    `excludes` rules it out. The words are compared without case, spaces and hyphens, and anywhere
    in the document. `checks` are checks of its own, run with the library's; `rules_off` are rules
    that its reports do not follow, each with the reason.
    """

    format_id: str
    municipality: str
    municipality_code: str | None  # SCB's; None where there is none
    reads: str
    layout: Layout
    family: Family
    requires: tuple[str, ...]
    prints: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    expects: tuple[str, ...] = field(default=("goals", "budget_tables"))
    checks: tuple[Callable[[FollowUpReport], Iterable[Finding]], ...] = ()
    rules_off: tuple[tuple[str, str], ...] = ()

    def claim(self, document: Document) -> Claim:
        """How sure the format is that the document is in this layout."""
        text = document.wording
        found = [word for word in (*self.requires, *self.prints) if squash(word) in text]
        missed = [word for word in self.requires if squash(word) not in text]
        against = [word for word in self.excludes if squash(word) in text]
        share = len(found) / (len(self.requires) + len(self.prints))
        if missed and not against and share >= _ENOUGH:
            # a section may be missing: the rest of the words still show the layout
            return Claim(sureness=round(0.6 * share, 3), evidence=tuple(found))
        if missed or against:
            refused = (*missed, *(f"not {word!r}" for word in against))
            return Claim(sureness=0.0, evidence=tuple(found), missed=refused)
        return Claim(sureness=round(0.4 + 0.6 * share, 3), evidence=tuple(found))

    def parse(self, document: Document) -> Iterable[FollowUpReport]:
        """Read the document into one report."""
        recovered, found = recover(document, self.layout)
        ledger = Ledger(recovered)
        ledger.findings.extend(found)
        who = identify(recovered, self.family, self.municipality)
        end = who.period_end
        draft = Draft(
            ledger,
            period=f"{end.year}-{end.month:02}" if end else None,
            year=str(end.year) if end else None,
        )
        Walk(recovered, self.layout, ledger, draft).run()
        claim_front(recovered, ledger, who)
        self._judge(ledger, draft, who)
        yield self._report(draft, who, ledger)

    def _judge(self, ledger: Ledger, draft: Draft, who: Identity) -> None:
        """Say what such a report would have and this one has not."""
        judge_identity(ledger, who)
        if not who.named:
            ledger.find(
                "municipality-unknown",
                f"no municipality is printed; it is taken for {self.municipality}'s, whose layout"
                " it has: give municipality=... if it is not",
            )
        if who.municipality != self.municipality:
            ledger.find(
                "other-municipality",
                f"the layout is that of {self.municipality}, the report is {who.municipality}'s",
                severity=Severity.INFO,
            )
        for part in self.expects:
            if not getattr(draft, part):
                ledger.find("part-missing", f"a report in this layout has {part}; none was found")
        judge_sections(ledger, draft)

    def _report(self, draft: Draft, who: Identity, ledger: Ledger) -> FollowUpReport:
        name = who.municipality or self.municipality
        code = self.municipality_code if name == self.municipality else code_of(name)
        return report_of(draft, who, ledger, municipality=name, code=code)


def claim_front(document: Document, ledger: Ledger, who: Identity) -> None:
    """Title and names, on the title page and wherever they stand alone, are no text."""
    known = {text.text for text in (who.title, who.board, who.department, who.area) if text}
    for block in document.blocks:
        text = getattr(block, "text", None)
        if isinstance(text, str) and text.strip() in known:
            ledger.claim(block)


def judge_identity(ledger: Ledger, who: Identity) -> None:
    """Say what could not be told of the report, and where a hint differs from the print."""
    if who.period_end is None:
        ledger.find("period-unknown", "no period is printed; give it with period=...")
    if who.report_type is None:
        ledger.find("type-unknown", "what kind of report it is cannot be told")
    for text in who.contradicted:
        ledger.find("hint-contradicts", f"{text}; the hint was taken")


def judge_sections(ledger: Ledger, draft: Draft) -> None:
    """Say which numbered sections are moved, left out or doubled."""
    last = 0
    for section in draft.sections:
        number = section.number if section.level == 1 and section.number else ""
        if number.isdigit() and int(number) < last:
            ledger.find(
                "section-moved", "the section stands behind later ones", section.title.source
            )
        elif number.isdigit() and int(number) > last + 1:
            ledger.find(
                "section-skipped",
                f"no section {last + 1} stands before this one",
                section.title.source,
                severity=Severity.INFO,
            )
        last = int(number) if number.isdigit() else last
    seen: set[tuple[str | None, str]] = set()
    for section in draft.sections:
        key = (section.number, squash(section.title.text))
        if key in seen and section.number is not None and section.level == 1:
            ledger.find(
                "section-doubled",
                "the section stands in the report twice",
                section.title.source,
            )
        seen.add(key)


def report_of(
    draft: Draft, who: Identity, ledger: Ledger, *, municipality: str, code: str | None
) -> FollowUpReport:
    """The report that a draft has become; what nobody took is told here."""
    coverage = ledger.coverage()
    for span in coverage.unclaimed_spans:
        ledger.find("text-unclaimed", "text that went into no part of the report", _short(span))
    return FollowUpReport(
        municipality=municipality,
        municipality_code=code,
        board=who.board,
        department=who.department,
        area=who.area,
        report_type=who.report_type,
        title=who.title,
        period_start=who.period_start,
        period_end=who.period_end,
        goals=tuple(draft.goals),
        indicators=tuple(draft.indicators),
        unit_results=tuple(draft.unit_results),
        monthly_assessments=tuple(draft.monthly_assessments),
        budget_tables=tuple(draft.budget_tables),
        risks=tuple(draft.risks),
        assignments=tuple(draft.assignments),
        measures=tuple(draft.measures),
        guarantees=tuple(draft.guarantees),
        calendar=tuple(draft.calendar),
        events=tuple(draft.events),
        statistics=tuple(draft.statistics),
        sections=tuple(draft.sections),
        findings=tuple(ledger.findings),
        coverage=coverage,
    )


def _short(source: Source) -> Source:
    return Source(text=source.text[:120], place=source.place)
