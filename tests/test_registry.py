"""Plugins: admitted whole or not at all, asked one and all, and never harmful to the others."""

from types import ModuleType

import pytest
from fakes import DOCUMENT, FakeFormat, found, plugin, point, raising

from ifo_followup.choosing import Answer, choose
from ifo_followup.errors import AmbiguousDocument, PluginError, Reason, UnknownDocument
from ifo_followup.hookspecs import Claim, hookimpl
from ifo_followup.registry import Plugin, Registry, load_registry

GOOD = point("good", FakeFormat(format_id="good-2020", sureness=0.5))
OTHER = point("other", FakeFormat(format_id="other-2020"))


def module(**names: object) -> ModuleType:
    made = ModuleType("fake_plugin")
    vars(made).update(names)
    return made


def misspelt() -> object:
    @hookimpl
    def ifo_followup_format():
        return []

    return module(ifo_followup_format=ifo_followup_format)


def wrong_argument() -> object:
    @hookimpl
    def ifo_followup_formats(colour):
        return []

    return module(ifo_followup_formats=ifo_followup_formats)


def unmarked() -> object:
    def ifo_followup_formats():
        return []

    return module(ifo_followup_formats=ifo_followup_formats)


def wrapping() -> object:
    @hookimpl(wrapper=True)
    def ifo_followup_formats():
        yield
        return []

    return module(ifo_followup_formats=ifo_followup_formats)


def half_way():
    yield FakeFormat(format_id="half-2020")
    raise RuntimeError("no more")


def endless():
    number = 0
    while True:
        number += 1
        yield FakeFormat(format_id=f"endless-{number}")


class Unsayable(Exception):
    def __str__(self) -> str:
        raise RuntimeError


BROKEN = {
    "import error": (raising(ImportError("no module named x")), "loading", "no module named x"),
    "exits on import": (raising(SystemExit(0)), "loading", "SystemExit"),
    "unsayable error": (raising(Unsayable()), "loading", "Unsayable"),
    "misspelt hook": (misspelt, "registering", "ifo_followup_format"),
    "wrong argument": (wrong_argument, "registering", "colour"),
    "unmarked hook": (unmarked, "registering", "ifo_followup_formats lacks @hookimpl"),
    "no hook at all": (lambda: module(), "registering", "implements no hook"),
    "not a plugin": (lambda: 3, "registering", "implements no hook"),
    "wraps the hook": (wrapping, "formats", "offers no formats"),
    "raising hook": (lambda: plugin(raising(KeyError("x"))), "formats", "KeyError"),
    "raises half way": (lambda: plugin(half_way), "formats", "no more"),
    "endless": (lambda: plugin(endless), "formats", "more than 500"),
    "not a list": (lambda: plugin(lambda: 3), "formats", "not iterable"),
    "nothing": (lambda: plugin(lambda: None), "formats", "offers no formats"),
    "not a format": (lambda: plugin(lambda: ["x"]), "formats", "a str is not a Format"),
    "a class": (lambda: plugin(lambda: [FakeFormat]), "formats", "is a class"),
    "no id": (lambda: plugin(lambda: [FakeFormat(format_id="")]), "formats", "format_id"),
    "taken id": (
        lambda: plugin(lambda: [FakeFormat(format_id="new"), FakeFormat(format_id="good-2020")]),
        "formats",
        "'good-2020' is already given by good",
    ),
    "same id twice": (
        lambda: plugin(lambda: [FakeFormat(format_id="new"), FakeFormat(format_id="new")]),
        "formats",
        "'new' is already given",
    ),
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_plugin_is_named_and_harms_nobody(way):
    load, stage, said = BROKEN[way]
    registry = load_registry([OTHER, found("mischief", load), GOOD])
    assert [p.name for p in registry.plugins] == ["good", "other"]
    (failure,) = registry.failures
    assert (failure.plugin, failure.stage) == ("mischief", stage)
    assert said in failure.message
    assert choose(registry, DOCUMENT).format.format_id == "good-2020"


@pytest.mark.parametrize(
    ("missed", "words"),
    [
        (("A", "not 'B'"), 'missed: "A"; it has what this layout never has: "B"'),
        (('not "B\'s"',), 'it has what this layout never has: "B\'s"'),
        (("not at all",), 'missed: "not at all"'),
        ((), "missed: its layout"),
    ],
)
def test_a_word_that_is_there_is_not_told_as_missed(missed, words):
    each = FakeFormat(format_id="x-1")
    owner = Plugin(name="x", formats=(each,))
    answer = Answer(plugin=owner, format=each, claim=Claim(sureness=0.0, missed=missed))
    assert answer.missed() == words


def test_a_second_plugin_of_the_same_name_is_refused():
    registry = load_registry([GOOD, point("good", FakeFormat(format_id="imposter")), OTHER])
    assert [f.format_id for _, f in registry.offers()] == ["good-2020", "other-2020"]
    (failure,) = registry.failures
    assert failure.plugin == "good"
    assert "has this name" in failure.message


def test_a_plugin_may_not_swallow_the_users_interrupt():
    with pytest.raises(KeyboardInterrupt):
        load_registry([found("x", raising(KeyboardInterrupt()))])
    slow = FakeFormat(format_id="slow", claims=raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        choose(load_registry([point("x", slow)]), DOCUMENT)


def test_the_order_is_that_of_the_names():
    points = [point(name, FakeFormat(format_id=f"{name}-1")) for name in "cab"]
    assert load_registry(points) == load_registry(reversed(points))
    assert [p.name for p in load_registry(points).plugins] == ["a", "b", "c"]


def test_the_distributions_version_is_kept():
    (kept,) = load_registry([GOOD]).plugins
    assert kept.version == "1.2"


@pytest.mark.parametrize(
    "claim",
    [
        raising(ValueError("torn")),
        raising(SystemExit(1)),
        raising(RecursionError()),
        lambda _: None,
        lambda _: True,
        lambda _: Claim(sureness=2.0),
        lambda _: Claim(sureness=float("nan")),
        lambda _: Claim(sureness=0.9, evidence=(3,)),
        lambda _: Claim(sureness=0.9, evidence=3),
    ],
)
def test_a_failing_claim_is_a_finding_that_names_the_format(claim):
    registry = load_registry([GOOD, point("bad", FakeFormat(format_id="bad-1", claims=claim))])
    choice = choose(registry, DOCUMENT)
    assert choice.format.format_id == "good-2020"
    (finding,) = choice.findings
    assert finding.rule == "plugin-failed"
    assert "bad-1" in finding.message


def test_nobody_sure_says_what_each_looked_for():
    broken = found("broken", raising(ImportError("gone")))
    with pytest.raises(UnknownDocument) as caught:
        choose(load_registry([OTHER, broken]), DOCUMENT)
    assert caught.value.looked_for == (("other-2020", 'missed: "Månadsrapport"'),)
    assert caught.value.reason is Reason.NOT_RECOGNISED
    assert "broken failed at loading: ImportError: gone" in str(caught.value)


def test_no_plugin_at_all_is_said():
    with pytest.raises(UnknownDocument, match="no plugin is installed"):
        choose(Registry(), DOCUMENT)


def test_the_surest_wins_and_a_tie_is_an_error():
    surer = point("surer", FakeFormat(format_id="surer-1", sureness=0.75))
    assert choose(load_registry([GOOD, surer]), DOCUMENT).plugin.name == "surer"
    tied = point("tied", FakeFormat(format_id="tied-1", sureness=0.75))
    with pytest.raises(AmbiguousDocument) as caught:
        choose(load_registry([GOOD, surer, tied]), DOCUMENT)
    assert caught.value.claims == (("surer-1", '"Exempelköping"'), ("tied-1", '"Exempelköping"'))


MANY = point(
    "many",
    FakeFormat(format_id="many-1", sureness=0.1),
    FakeFormat(format_id="many-2", sureness=0.2),
)


@pytest.mark.parametrize(
    ("name", "format_id"), [("many-1", "many-1"), ("many", "many-2"), ("good", "good-2020")]
)
def test_a_plugin_can_be_forced_by_its_name_or_its_formats(name, format_id):
    choice = choose(load_registry([GOOD, MANY]), DOCUMENT, name)
    assert choice.format.format_id == format_id
    assert choice.findings == ()


def test_a_forced_format_that_knows_nothing_is_warned_of():
    choice = choose(load_registry([GOOD, OTHER]), DOCUMENT, "other")
    assert choice.plugin.name == "other"
    (finding,) = choice.findings
    assert finding.rule == "plugin-forced"
    assert "Månadsrapport" in finding.message


def test_an_unknown_plugin_lists_those_installed_and_those_that_failed():
    broken = found("broken", raising(ImportError("gone")))
    with pytest.raises(PluginError) as caught:
        choose(load_registry([GOOD, broken]), DOCUMENT, "goood")
    assert caught.value.reason is Reason.PLUGIN_UNKNOWN
    assert caught.value.plugin == "goood"
    for words in ("good (good-2020)", "broken failed at loading", "'goood'"):
        assert words in str(caught.value)
