"""Asks the formats whose a document is, and picks the one that reads it."""

import re
from collections.abc import Iterable

from attrs import frozen

from ifo_followup.document import Document
from ifo_followup.errors import AmbiguousDocument, PluginError, Reason, UnknownDocument
from ifo_followup.guarding import guarded
from ifo_followup.hookspecs import Claim, Format
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.progress import Tell, untold
from ifo_followup.registry import Offers, Plugin, Registry

# a word that a format saw and should not have seen, as `Claim.missed` has it
_AGAINST = re.compile(r"not (['\"])(.*)\1", re.DOTALL)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


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
        against = [found[2] for word in self.claim.missed if (found := _AGAINST.fullmatch(word))]
        missed = [word for word in self.claim.missed if not _AGAINST.fullmatch(word)]
        told = [f"missed: {_quoted(missed)}"] if missed else []
        told += [f"it has what this layout never has: {_quoted(against)}"] if against else []
        return "; ".join(told) or "missed: its layout"

    def evidence(self) -> str:
        """The words that it saw."""
        words = self.claim.evidence if self.claim else ()
        return _quoted(words) or "no words given"

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


class _FailedError(Exception):
    """A format failed when it was asked for its claim."""


def ask(
    registry: Registry,
    document: Document,
    plugin: str | None = None,
    *,
    fallback: bool = False,
    tell: Tell = untold,
) -> tuple[Answer, ...]:
    """Ask the formats for their claims; only those that `plugin` names, where it is given.

    With `fallback` the built-in formats are asked as well, if no plugin claims the document.
    Each format is told of before it is asked: it could end the process there.

    Raises:
        PluginError: nothing installed has the name `plugin`.
    """

    def asked(offers: Offers) -> tuple[Answer, ...]:
        return tuple(_ask(owner, each, document, tell) for owner, each in offers)

    answers = asked(registry.offers() if plugin is None else offers_named(registry, plugin))
    if plugin is None and fallback and not any(answer.sureness for answer in answers):
        answers += asked(registry.fallbacks())
    tell("choosing", "")
    return answers


def _ask(plugin: Plugin, each: Format, document: Document, tell: Tell) -> Answer:
    tell("choosing", each.format_id)
    try:
        claim = guarded(lambda: _claim(each, document), lambda text, _: _FailedError(text))
    except _FailedError as failure:
        return Answer(plugin=plugin, format=each, failure=str(failure))
    return Answer(plugin=plugin, format=each, claim=claim)


def _claim(each: Format, document: Document) -> Claim:
    claim: object = each.claim(document)
    if not isinstance(claim, Claim):
        raise TypeError(f"claim returned a {type(claim).__name__}, not a Claim")
    if not all(isinstance(word, str) for word in (*claim.evidence, *claim.missed)):
        raise TypeError("claim gave evidence that is not text")
    return claim


def offers_named(registry: Registry, name: str) -> Offers:
    """The formats that a name means: the format of that id, or those of the plugin so called.

    Raises:
        PluginError: nothing installed has the name.
    """
    known = (*registry.offers(), *registry.fallbacks())
    chosen = tuple(offer for offer in known if offer[1].format_id == name) or tuple(
        offer for offer in known if offer[0].name == name
    )
    if chosen:
        return chosen
    lines = [f"no plugin or format is called {name!r}", _installed(registry)]
    lines += [f"  {f.plugin} failed at {f.stage}: {f.message}" for f in registry.failures]
    raise PluginError("\n".join(lines), plugin=name, reason=Reason.PLUGIN_UNKNOWN, stage="choosing")


def _installed(registry: Registry) -> str:
    named = [
        f"{plugin.name} ({', '.join(each.format_id for each in plugin.formats)})"
        for plugin in registry.plugins
    ]
    named += [f"{each.format_id} (built in)" for _, each in registry.fallbacks()]
    there = "installed: " if registry.plugins else "no plugin is installed, only "
    return f"  {there}{'; '.join(named)}"


def choose(
    registry: Registry,
    document: Document,
    plugin: str | None = None,
    *,
    fallback: bool = False,
    tell: Tell = untold,
) -> Choice:
    """Pick the format that reads the document: the surest one, or the one that `plugin` names.

    With `fallback` a built-in format reads what no plugin claims, if it sees a report in it.

    Raises:
        UnknownDocument: no format sees anything of its own.
        AmbiguousDocument: several are equally sure.
        PluginError: nothing installed has the name `plugin`.
    """
    answers = ask(registry, document, plugin, fallback=fallback, tell=tell)
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
