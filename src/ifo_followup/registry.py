"""Finds the installed plugins, keeps the broken ones out, and picks the format for a document.

A plugin is admitted whole or not at all. Each one gets a plugin manager of its own, so that
nothing it registers (a wrapper, a second hook) can reach another plugin. What went wrong is kept
as a `Failure` that names the plugin; it never harms the others.
"""

from collections.abc import Callable, Iterable
from importlib import metadata
from itertools import islice
from typing import Protocol, TypeVar

import pluggy
from attrs import frozen

from ifo_followup.document import Document
from ifo_followup.errors import AmbiguousDocument, PluginError, Reason, UnknownDocument
from ifo_followup.hookspecs import PROJECT, Claim, Format, Specs
from ifo_followup.model.findings import Finding, Severity

# A hook is a generator that nobody checks; an endless one must not hang the program.
MOST_FORMATS = 500
MOST_WORDS = 300  # characters of somebody else's message

T = TypeVar("T")


class EntryPointLike(Protocol):
    """What is asked of an entry point: `importlib.metadata.EntryPoint`, or a test's stand-in."""

    @property
    def name(self) -> str:
        """The plugin's name."""

    @property
    def value(self) -> str:
        """The module it stands for; part of the order among equal names."""

    @property
    def dist(self) -> metadata.Distribution | None:
        """The distribution it comes from."""

    def load(self) -> object:
        """Import it."""


@frozen(kw_only=True)
class Plugin:
    """An admitted plugin: the entry point's name, its distribution's version, its formats."""

    name: str
    version: str | None = None
    formats: tuple[Format, ...]


@frozen(kw_only=True)
class Failure:
    """A plugin that was refused: at what stage ("loading", "registering", "formats"), and why."""

    plugin: str
    stage: str
    message: str


@frozen(kw_only=True)
class Registry:
    """The installed plugins, sorted by name, and those that could not be admitted."""

    plugins: tuple[Plugin, ...] = ()
    failures: tuple[Failure, ...] = ()
    builtin: tuple[Plugin, ...] = ()  # asked by name, or where no plugin claims a document

    def offers(self) -> tuple[tuple[Plugin, Format], ...]:
        """Every format with the plugin that offers it, in a fixed order."""
        return tuple((plugin, each) for plugin in self.plugins for each in plugin.formats)

    def fallbacks(self) -> tuple[tuple[Plugin, Format], ...]:
        """The formats that are built in, with the name they are listed under."""
        return tuple((plugin, each) for plugin in self.builtin for each in plugin.formats)


@frozen(kw_only=True)
class Answer:
    """What one format said of a document: its claim, or how asking it failed."""

    plugin: Plugin
    format: Format
    claim: Claim | None = None
    failure: str | None = None

    @property
    def sureness(self) -> float:
        """How sure it is; 0 where asking it failed."""
        return self.claim.sureness if self.claim else 0.0

    def missed(self) -> str:
        """What it looked for and did not find, in words."""
        if self.claim is None:
            return f"failed: {self.failure}"
        return "missed: " + (", ".join(f'"{word}"' for word in self.claim.missed) or "its layout")

    def evidence(self) -> str:
        """The words that it saw."""
        words = self.claim.evidence if self.claim else ()
        return ", ".join(f'"{word}"' for word in words) or "no words given"

    def told(self) -> str:
        """Both, as far as there is something to say."""
        if self.claim is None or not self.sureness:
            return self.missed()
        return f"saw {self.evidence()}" + (f"; {self.missed()}" if self.claim.missed else "")


@frozen(kw_only=True)
class Choice:
    """The format that reads a document, what all of them said, and what went wrong meanwhile."""

    format: Format
    plugin: Plugin
    claims: tuple[Answer, ...]
    findings: tuple[Finding, ...] = ()


class _RefusedError(Exception):
    """Carries the stage at which a plugin was refused."""

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage


def told(error: BaseException) -> str:
    """An exception on one line: its type and what it says."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # a plugin's own exception may fail to print itself
        words = ""
    name = type(error).__name__
    return f"{name}: {words[:MOST_WORDS]}" if words else name


def guarded(call: Callable[[], T], fail: Callable[[str, BaseException], Exception]) -> T:
    """Run a plugin's code; whatever it raises becomes `fail(...)`, save the user's Ctrl-C.

    SystemExit is caught as well: a plugin may not end the program of the person who uses it.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        failure = fail(told(error), error)
        if failure is error:
            raise
        raise failure from error


def load_registry(entry_points: Iterable[EntryPointLike] | None = None) -> Registry:
    """Load and admit every installed plugin; `entry_points` stands in for them in tests."""
    points = metadata.entry_points(group=PROJECT) if entry_points is None else entry_points
    plugins: list[Plugin] = []
    builtin = _builtin()
    failures: list[Failure] = []
    for point in sorted(points, key=_order):
        try:
            plugins.append(_admit(point, (*builtin, *plugins)))
        except _RefusedError as refusal:
            message = str(refusal)
            failures.append(Failure(plugin=point.name, stage=refusal.stage, message=message))
    return Registry(plugins=tuple(plugins), failures=tuple(failures), builtin=builtin)


def _builtin() -> tuple[Plugin, ...]:
    """The formats that come with the library and need no entry point."""
    from ifo_followup.generic.format import FORMAT  # not before a registry is wanted

    return (Plugin(name=FORMAT.format_id, formats=(FORMAT,)),)


def _order(point: EntryPointLike) -> tuple[str, str, str]:
    return (point.name, point.dist.name if point.dist else "", point.value)


def _admit(point: EntryPointLike, admitted: Iterable[Plugin]) -> Plugin:
    """Load one plugin and take its formats.

    Raises:
        _RefusedError: anything at all is wrong with it.
    """
    taken = {each.format_id: plugin.name for plugin in admitted for each in plugin.formats}
    if any(plugin.name == point.name for plugin in admitted):
        raise _RefusedError("loading", "another installed plugin has this name")
    loaded = guarded(point.load, lambda text, _: _RefusedError("loading", text))
    manager = guarded(
        lambda: _registered(loaded, point.name), lambda text, _: _RefusedError("registering", text)
    )
    offered = guarded(
        lambda: _offered(manager),
        lambda text, _: _RefusedError("formats", f"its hook failed: {text}"),
    )
    formats: list[Format] = []
    for thing in offered:
        made = guarded(lambda thing=thing: _checked(thing), _not_a_format)  # type: ignore[misc]
        if made.format_id in taken:
            owner = taken[made.format_id]
            raise _RefusedError("formats", f"format {made.format_id!r} is already given by {owner}")
        taken[made.format_id] = point.name
        formats.append(made)
    if not formats:
        raise _RefusedError("formats", "it offers no formats")
    version = point.dist.version if point.dist else None
    return Plugin(name=point.name, version=version, formats=tuple(formats))


def _not_a_format(text: str, error: BaseException) -> Exception:
    return _RefusedError("formats", str(error) if isinstance(error, TypeError) else text)


def _registered(loaded: object, name: str) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Specs)
    manager.register(loaded, name=name)
    manager.check_pending()  # a hook that nobody calls is misspelt
    if not manager.get_hookcallers(loaded):
        # pluggy passes over an unmarked function silently; its author would search for long
        near = [key for key in dir(loaded) if key.startswith(f"{PROJECT}_")]
        seen = f"; {', '.join(near)} lacks @hookimpl" if near else ""
        raise LookupError(f"it implements no hook of ifo_followup{seen}")
    return manager


def _offered(manager: pluggy.PluginManager) -> list[object]:
    """Everything the hook gives, taken out here so that a generator fails here."""
    things: list[object] = []
    for answer in manager.hook.ifo_followup_formats():
        things.extend(islice(answer, MOST_FORMATS + 1))
    if len(things) > MOST_FORMATS:
        raise OverflowError(f"more than {MOST_FORMATS} formats")
    return things


def _checked(thing: object) -> Format:
    """The thing, if it is a format whose three words can be read.

    Raises:
        TypeError: it is not.
    """
    if isinstance(thing, type):
        raise TypeError(f"{thing.__name__} is a class; the hook must return objects of it")
    if not isinstance(thing, Format):
        raise TypeError(f"a {type(thing).__name__} is not a Format")
    for word in ("format_id", "municipality", "reads"):
        value = getattr(thing, word)
        if not isinstance(value, str) or not value.strip():
            raise TypeError(f"{type(thing).__name__}.{word} is not a text")
    return thing


def ask(
    registry: Registry, document: Document, plugin: str | None = None, *, fallback: bool = False
) -> tuple[Answer, ...]:
    """Ask the formats for their claims; only those that `plugin` names, where it is given.

    With `fallback` the built-in formats are asked as well, if no plugin claims the document.

    Raises:
        PluginError: nothing installed has the name `plugin`.
    """
    answers = tuple(_ask(owner, each, document) for owner, each in _candidates(registry, plugin))
    if plugin is None and fallback and not any(answer.sureness for answer in answers):
        answers += tuple(_ask(owner, each, document) for owner, each in registry.fallbacks())
    return answers


def _ask(plugin: Plugin, each: Format, document: Document) -> Answer:
    try:
        claim = guarded(
            lambda: _claim(each, document), lambda text, _: _RefusedError("claim", text)
        )
    except _RefusedError as refusal:
        return Answer(plugin=plugin, format=each, failure=str(refusal))
    return Answer(plugin=plugin, format=each, claim=claim)


def _claim(each: Format, document: Document) -> Claim:
    claim: object = each.claim(document)
    if not isinstance(claim, Claim):
        raise TypeError(f"claim returned a {type(claim).__name__}, not a Claim")
    if not all(isinstance(word, str) for word in (*claim.evidence, *claim.missed)):
        raise TypeError("claim gave evidence that is not text")
    return claim


def _candidates(registry: Registry, name: str | None) -> tuple[tuple[Plugin, Format], ...]:
    offers = registry.offers()
    if name is None:
        return offers
    known = (*offers, *registry.fallbacks())
    chosen = tuple(offer for offer in known if offer[1].format_id == name) or tuple(
        offer for offer in known if offer[0].name == name
    )
    if chosen:
        return chosen
    lines = [f"no plugin or format is called {name!r}", _installed(registry)]
    lines += [f"  {f.plugin} failed at {f.stage}: {f.message}" for f in registry.failures]
    raise PluginError("\n".join(lines), plugin=name, reason=Reason.PLUGIN_UNKNOWN, stage="choosing")


def _installed(registry: Registry) -> str:
    if not registry.plugins:
        return "  no plugin is installed"
    told_ = (
        f"{plugin.name} ({', '.join(each.format_id for each in plugin.formats)})"
        for plugin in registry.plugins
    )
    return "  installed: " + "; ".join(told_)


def choose(
    registry: Registry, document: Document, plugin: str | None = None, *, fallback: bool = False
) -> Choice:
    """Pick the format that reads the document: the surest one, or the one that `plugin` names.

    With `fallback` a built-in format reads what no plugin claims, if it sees a report in it.

    Raises:
        UnknownDocument: no format sees anything of its own.
        AmbiguousDocument: several are equally sure.
        PluginError: nothing installed has the name `plugin`.
    """
    answers = ask(registry, document, plugin, fallback=fallback)
    findings = tuple(
        plugin_failed(a.format.format_id, "claiming", a.failure or "") for a in answers if a.failure
    )
    if plugin is not None and len(answers) == 1:
        findings += _forced(answers[0])
        best: tuple[Answer, ...] = answers
    else:
        top = max((answer.sureness for answer in answers), default=0.0)
        if top <= 0:
            raise _unknown(registry, document, answers, fallback=fallback)
        best = tuple(answer for answer in answers if answer.sureness == top)
    if len(best) > 1:
        raise _ambiguous(document, best)
    chosen = best[0]
    return Choice(format=chosen.format, plugin=chosen.plugin, claims=answers, findings=findings)


def plugin_failed(plugin: str, stage: str, message: str) -> Finding:
    """The finding that a plugin failed without harm to the reading."""
    return Finding(
        rule="plugin-failed",
        severity=Severity.WARNING,
        message=f"{plugin} failed while {stage}: {message}",
    )


def _forced(answer: Answer) -> tuple[Finding, ...]:
    """A word of warning where a format was forced on a document that it does not know."""
    if answer.sureness > 0 or answer.failure:
        return ()
    message = f"{answer.format.format_id} was asked for but does not know the document"
    return (
        Finding(
            rule="plugin-forced",
            severity=Severity.WARNING,
            message=f"{message}; {answer.missed()}",
        ),
    )


def _unknown(
    registry: Registry, document: Document, answers: tuple[Answer, ...], *, fallback: bool
) -> UnknownDocument:
    looked_for = tuple((answer.format.format_id, answer.missed()) for answer in answers)
    lines = ["no installed format recognises the document"]
    lines += [f"  {format_id} {missed}" for format_id, missed in looked_for]
    if not registry.plugins:
        lines.append("  no plugin is installed")
    lines += [f"  {f.plugin} failed at {f.stage}: {f.message}" for f in registry.failures]
    if registry.builtin and not fallback:
        names = ", ".join(each.format_id for _, each in registry.fallbacks())
        lines.append(
            f"  the built-in format {names} was not asked; it reads a follow-up report by common"
            " words: fallback=True, on the command line --fallback"
        )
    return UnknownDocument("\n".join(lines), looked_for=looked_for, document=document.name)


def _ambiguous(document: Document, best: tuple[Answer, ...]) -> AmbiguousDocument:
    claims = tuple((answer.format.format_id, answer.evidence()) for answer in best)
    lines = ["several formats are equally sure that the document is theirs"]
    lines += [f"  {format_id} saw {evidence}" for format_id, evidence in claims]
    lines.append("  name one of them: plugin=...")
    return AmbiguousDocument("\n".join(lines), claims=claims, document=document.name)
