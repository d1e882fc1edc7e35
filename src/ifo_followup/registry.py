"""Loads the installed plugins and keeps the broken ones out.

A plugin is admitted whole or not at all. Each one gets a plugin manager of its own, so that
nothing it registers (a wrapper, a second hook) can reach another plugin. What went wrong is kept
as a `Failure` that names the plugin; it never harms the others.
"""

from collections.abc import Iterable
from itertools import islice

import pluggy
from attrs import frozen

from ifo_followup.discovery import Found, installed
from ifo_followup.guarding import guarded
from ifo_followup.hookspecs import PROJECT, Format, Specs

# A hook is a generator that nobody checks; an endless one must not hang the program.
MOST_FORMATS = 500


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

    def offers(self) -> "Offers":
        """Every format with the plugin that offers it, in a fixed order."""
        return tuple((plugin, each) for plugin in self.plugins for each in plugin.formats)

    def fallbacks(self) -> "Offers":
        """The formats that are built in, with the name they are listed under."""
        return tuple((plugin, each) for plugin in self.builtin for each in plugin.formats)


Offers = tuple[tuple[Plugin, Format], ...]


class _RefusedError(Exception):
    """Carries the stage at which a plugin was refused."""

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage


def load_registry(found: Iterable[Found] | None = None) -> Registry:
    """Load and admit every installed plugin, or those that were `found`.

    Loaded each time: what a hook gives to one call is not shared with the next.
    """
    points = installed() if found is None else found
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


def _order(point: Found) -> tuple[str, str, str]:
    return (point.name, point.distribution, point.value)


def _admit(point: Found, admitted: Iterable[Plugin]) -> Plugin:
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
        made = guarded(lambda thing=thing: _checked(thing), _not_a_format)  # type: ignore[misc]  # mypy knows no lambda with a default
        if made.format_id in taken:
            owner = taken[made.format_id]
            raise _RefusedError("formats", f"format {made.format_id!r} is already given by {owner}")
        taken[made.format_id] = point.name
        formats.append(made)
    if not formats:
        raise _RefusedError("formats", "it offers no formats")
    return Plugin(name=point.name, version=point.version, formats=tuple(formats))


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
