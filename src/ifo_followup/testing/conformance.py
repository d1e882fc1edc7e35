"""What every format owes its users, as tests: a class that a plugin's test file inherits from.

::

    class TestFormat(FormatConformance):
        format_id = "almby-2024"
        goldens = "goldens"

Each test is one claim, so that a failure names what is wrong.
"""

import inspect
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, NoReturn

import pytest
from attrs import evolve

from ifo_followup.choosing import choose
from ifo_followup.corridor import open_document
from ifo_followup.errors import FollowUpError
from ifo_followup.hookspecs import Format
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.differences import contents, differences, table_differences
from ifo_followup.out.plain import where
from ifo_followup.out.tables import TABLES
from ifo_followup.registry import load_registry
from ifo_followup.testing.goldens import (
    Golden,
    GoldenError,
    State,
    find_goldens,
    unclaimed_texts,
    unknown_words,
)
from ifo_followup.testing.possible import possible_parts
from ifo_followup.testing.pytest_plugin import SESSION, Session
from ifo_followup.testing.readings import NotInstalled, Reading, installed, settle
from ifo_followup.testing.round_trips import round_trip, unready
from ifo_followup.testing.upsetting import cut_off, trouble, trouble_with_bytes, upset

MINUTES = (
    "Protokoll från kommunfullmäktige\n\n§ 1 Upprop\n\nTjugofyra ledamöter är närvarande.\n\n"
    "§ 2 Val av justerare\n\nTill justerare väljs två ledamöter.\n\n§ 3 Avslutning\n"
)


class FormatConformance:
    """Tests that every format passes; inherit from it in a class whose name begins with Test.

    Attributes:
        format_id: the format that is tested, or several.
        goldens: the folder of golden folders, beside the file of the class.
        strangers: more folders of goldens, of other formats, that must be refused; those of the
            other conformance classes of the same run are refused without being named.
        without_golden: formats that have no golden yet, each with the reason.
        examples: how many made-up reports a round trip tries; a quarter of them on each paper.
        papers: the kinds of files that round trips are printed as: docx, pdf, txt. In a PDF or a
            text layer not every look can be told apart again, whatever the format.
    """

    format_id: ClassVar[str | Sequence[str]] = ()
    goldens: ClassVar[str] = "goldens"
    strangers: ClassVar[Sequence[str]] = ()
    without_golden: ClassVar[Mapping[str, str]] = MappingProxyType({})
    examples: ClassVar[int] = 20
    papers: ClassVar[Sequence[str]] = ("docx",)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """One test item a format, a golden, or a table of a golden, by the test's arguments."""
        session = metafunc.config.stash[SESSION]
        cases = self._cases(session)
        names = metafunc.fixturenames
        if "own_format" in names:
            metafunc.parametrize("own_format", self._formats())
        if "paper" in names:
            metafunc.parametrize("paper", self.papers)
        if "golden" in names and "table" in names:
            pairs = [(case, table) for case in cases for table in TABLES]
            ids = [f"{case.name}-{table}" for case, table in pairs]
            metafunc.parametrize(("golden", "table"), pairs, ids=ids)
        elif "golden" in names:
            metafunc.parametrize("golden", cases, ids=[case.name for case in cases])

    # -- the format and its documents

    def test_is_installed(self, own_format: str) -> None:
        """The plugin is installed and was admitted."""
        _installed(own_format)

    def test_has_a_golden(self, own_format: str, ifo_session: Session) -> None:
        """There is a document that shows what the format reads."""
        if own_format in self.without_golden:
            pytest.skip(f"no golden yet: {self.without_golden[own_format]}")
        if not self._goldens_of(own_format, ifo_session):
            _fail(
                f"{own_format} has no golden: put a report into {self._folder()}/<case>/"
                "document.<pdf|docx|txt|md|html>, then: pytest --ifo-accept"
            )

    def test_claims_its_own(self, golden: Golden, ifo_session: Session) -> None:
        """Of all installed formats this one is the surest of its documents."""
        reading = _read(ifo_session, golden)
        wanted = self._format_of(golden)
        try:
            chosen = choose(load_registry(), reading.document)
        except FollowUpError as error:
            _fail(str(error))
        if chosen.format.format_id != wanted:
            sure = ", ".join(
                f"{a.format.format_id} {a.sureness}" for a in chosen.claims if a.sureness
            )
            _fail(f"{golden.source}: {wanted} should be the surest; there are {sure}")

    def test_claims_nobody_elses(self, own_format: str, ifo_session: Session) -> None:
        """The documents of other formats are refused: the identity matrix, row by row."""
        format_ = _installed(own_format)
        wrong = [
            f"{golden.source} is of {golden.format_id}; {own_format} claims it with"
            f" {claim.sureness}, seeing {', '.join(claim.evidence)}"
            for golden in ifo_session.goldens.values()
            if golden.format_id not in (own_format, None)
            and (claim := format_.claim(_read(ifo_session, golden).document)).sureness > 0
        ]
        if wrong:
            _fail("\n".join(wrong))

    def test_refuses_what_is_no_report(self, own_format: str) -> None:
        """The minutes of a council are refused, and the format says what it looked for."""
        claim = _installed(own_format).claim(open_document(MINUTES.encode()))
        if claim.sureness or not claim.missed:
            _fail(f"sureness {claim.sureness} for the minutes of a council; missed {claim.missed}")

    # -- the same answer every time

    def test_gives_the_same_result_twice(self, golden: Golden, ifo_session: Session) -> None:
        """The same file read again gives the same document and report, to the last place."""
        reading = _read(ifo_session, golden)
        format_ = _installed(self._format_of(golden))
        again = open_document(golden.source)
        if again != reading.document:
            _fail(f"{golden.source}: the file opened again gives another document")
        first, second = (tuple(format_.parse(each)) for each in (reading.document, again))
        if first != second:
            _differ(golden, first, second)

    def test_keeps_no_state(self, ifo_session: Session) -> None:
        """What was read before does not matter: all documents in one order, then in the other."""
        cases = self._cases(ifo_session)
        # the same objects throughout: plugins loaded anew would have forgotten
        formats = {name: _installed(name) for name in map(self._format_of, cases)}
        first: dict[Path, tuple[FollowUpReport, ...]] = {}
        for golden in (*cases, *reversed(cases)):
            document = _read(ifo_session, golden).document
            got = tuple(formats[self._format_of(golden)].parse(document))
            if first.setdefault(golden.folder, got) != got:
                _differ(golden, first[golden.folder], got)

    # -- the goldens

    def test_golden(self, golden: Golden, ifo_session: Session) -> None:
        """The golden is accepted and true; with --ifo-accept it is brought one step nearer."""
        if golden.format_id not in (*self._formats(), None):
            _fail(f"{golden.file} names {golden.format_id}, which this class does not test")
        reading = _read(ifo_session, golden)
        told = settle(golden, reading.report, accepting=ifo_session.accepting)
        if told:
            _fail(told)

    def test_table(self, golden: Golden, table: str, ifo_session: Session) -> None:
        """The rows of one table are those of the golden."""
        if golden.state is State.MISSING:
            pytest.skip("expected.json is missing")
        got = contents(_read(ifo_session, golden).report)
        found = table_differences(table, golden.tables[table], got[table])
        if found:
            _fail("\n".join(found))

    def test_knows_every_word(self, golden: Golden, ifo_session: Session) -> None:
        """Every printed assessment and status has a code, or is listed under "unknown_words"."""
        if golden.state is State.MISSING:
            pytest.skip("expected.json is missing")
        found = [
            f"{finding.printed!r}: {finding.message}"
            + (f" ({where(finding.source)})" if finding.source else "")
            for finding in unknown_words(_read(ifo_session, golden).report)
            if finding.printed not in golden.unknown_words
        ]
        if found:
            _fail(
                "\n".join(['no code for these words, nor are they under "unknown_words":', *found])
            )

    def test_loses_nothing(self, golden: Golden, ifo_session: Session) -> None:
        """All text is in the report, or listed under "unclaimed" in the golden."""
        if golden.state is State.MISSING:
            pytest.skip("expected.json is missing")
        lost = [
            text
            for text in unclaimed_texts(_read(ifo_session, golden).report)
            if text not in golden.unclaimed
        ]
        if lost:
            told = "\n".join(f"  {text!r:.160}" for text in lost)
            _fail(f'in no part of the report; read it, or list it under "unclaimed":\n{told}')

    # -- what leaves the library

    def test_survives_json(self, golden: Golden, ifo_session: Session) -> None:
        """Written to JSON and read back it is the same report."""
        report = _read(ifo_session, golden).report
        if FollowUpReport.from_json(report.to_json()) != report:
            _fail(f"{golden.source}: the report is another one after to_json and from_json")

    def test_has_the_columns_of_the_contract(self, golden: Golden, ifo_session: Session) -> None:
        """Its frames have the tables and columns of docs/reference/tables.md, in their order."""
        frames = _read(ifo_session, golden).report.to_frames()
        got = {table: list(frame.columns) for table, frame in frames.items()}
        wanted = {table: [column.name for column in columns] for table, columns in TABLES.items()}
        if got != wanted:
            _fail(f"{golden.source}: the frames are {got}")

    def test_finds_the_declared_parts(self, own_format: str, ifo_session: Session) -> None:
        """Each part in `expects` is in a golden, and no part that the layout cannot have."""
        format_ = _installed(own_format)
        expects: Sequence[str] = getattr(format_, "expects", ())
        cases = self._goldens_of(own_format, ifo_session)
        if not expects or not cases:
            pytest.skip("no declared parts" if cases else "no golden")
        reports = [_read(ifo_session, golden).report for golden in cases]
        absent = [part for part in expects if not any(getattr(r, part) for r in reports)]
        if absent:
            _fail(f"{own_format} declares {', '.join(absent)}; no golden has any")
        if isinstance(format_, LayoutFormat):
            possible = possible_parts(format_.layout)
            unlikely = [
                part
                for part in TABLES
                if any(getattr(r, part, ()) for r in reports) and part not in possible
            ]
            if unlikely:
                _fail(f"the layout declares nothing that could become {', '.join(unlikely)}")

    # -- documents that are not what they should be

    def test_survives_a_cut_off_file(self, golden: Golden) -> None:
        """The beginning of a file gives a report or an error of ours."""
        format_ = _installed(self._format_of(golden))
        _untroubled(
            f"{golden.source}, {words}: {said}"
            for words, data in cut_off(golden.source.read_bytes())
            if (said := trouble_with_bytes(format_, data))
        )

    def test_survives_disorder(self, golden: Golden, ifo_session: Session) -> None:
        """Blocks shuffled, left out and doubled give a report or an error of ours."""
        format_ = _installed(self._format_of(golden))
        _untroubled(
            f"{golden.source}, {words}: {said}"
            for words, document in upset(_read(ifo_session, golden).document)
            if (said := trouble(format_, document))
        )

    # -- made-up reports

    def test_round_trip(self, own_format: str) -> None:
        """Made-up reports, set as the layout prints them, are read back as they are."""
        format_ = self._layout_format(own_format)
        told = round_trip(format_, examples=self.examples)
        if told:
            _fail(told)

    def test_round_trip_on_paper(self, own_format: str, paper: str) -> None:
        """Made-up reports, printed as files, are read back as they are."""
        format_ = self._layout_format(own_format, paper)
        told = round_trip(format_, examples=max(1, self.examples // 4), paper=paper)
        if told:
            _fail(told)

    # -- what the class itself says

    @classmethod
    def _formats(cls) -> tuple[str, ...]:
        ids = (cls.format_id,) if isinstance(cls.format_id, str) else tuple(cls.format_id)
        if not ids:
            raise pytest.UsageError(f"{cls.__name__} names no format: format_id = ...")
        return ids

    @classmethod
    def _folder(cls) -> Path:
        return Path(inspect.getfile(cls)).parent / cls.goldens

    @classmethod
    def _cases(cls, session: Session) -> tuple[Golden, ...]:
        """The goldens of this class; they and the strangers are known to the whole session."""
        try:
            own = find_goldens(cls._folder())
            for folder in cls.strangers:
                for golden in find_goldens(Path(inspect.getfile(cls)).parent / folder):
                    session.goldens.setdefault(golden.folder.resolve(), golden)
        except GoldenError as error:
            raise pytest.Collector.CollectError(str(error)) from error
        ids = cls._formats()
        if len(ids) == 1:
            own = tuple(evolve(each, format_id=each.format_id or ids[0]) for each in own)
        for golden in own:
            session.goldens.setdefault(golden.folder.resolve(), golden)
        # as they were when the run began, whatever it writes
        return tuple(session.goldens[golden.folder.resolve()] for golden in own)

    @classmethod
    def _goldens_of(cls, format_id: str, session: Session) -> tuple[Golden, ...]:
        return tuple(each for each in cls._cases(session) if each.format_id == format_id)

    @classmethod
    def _format_of(cls, golden: Golden) -> str:
        if golden.format_id is None:
            pytest.skip("expected.json is missing, so which format it is for is not known")
        return golden.format_id

    @staticmethod
    def _layout_format(format_id: str, paper: str | None = None) -> LayoutFormat:
        format_ = _installed(format_id)
        if not isinstance(format_, LayoutFormat):
            pytest.skip(f"{format_id} is plain code; only declared layouts can be printed")
        why = unready(paper)
        if why:
            pytest.skip(why)
        return format_


def _installed(format_id: str) -> Format:
    try:
        return installed(format_id, load_registry())
    except NotInstalled as error:
        _fail(str(error))


def _read(session: Session, golden: Golden) -> Reading:
    try:
        return session.read(golden)
    except (FollowUpError, GoldenError) as error:
        _fail(f"{golden.source}: {type(error).__name__}: {error}")


def _differ(
    golden: Golden, first: Sequence[FollowUpReport], second: Sequence[FollowUpReport]
) -> NoReturn:
    lines = [line for pair in zip(first, second, strict=False) for line in differences(*pair)]
    _fail(
        "\n".join([f"{golden.source} was read in two ways", *(lines or ["in places or findings"])])
    )


def _untroubled(found: Iterable[str]) -> None:
    lines = list(found)
    if lines:
        _fail("\n".join(lines))


def _fail(told: str) -> NoReturn:
    pytest.fail(told, pytrace=False)
