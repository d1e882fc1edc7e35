"""`plugins`: what is installed, and what failed to load."""

import argparse
import sys
from contextlib import redirect_stdout

from ifo_followup.cli.saying import FINDINGS, FINE
from ifo_followup.out.plain import clean
from ifo_followup.registry import load_registry

NAME = "plugins"
HELP = "what is installed, and what failed to load"


def arguments(_command: argparse.ArgumentParser) -> None:
    """It has none."""


def run(_options: argparse.Namespace) -> int:
    """Print the list."""
    with redirect_stdout(sys.stderr):
        registry = load_registry()
    for plugin in registry.plugins:
        print(f"{clean(plugin.name)} {clean(plugin.version or '')}".rstrip())
        for each in plugin.formats:
            print(f"  {clean(each.format_id)}: {clean(each.municipality)}, {clean(each.reads)}")
    if not registry.plugins:
        print("no plugin is installed")
    for each in (each for plugin in registry.builtin for each in plugin.formats):
        print(
            f"built in\n  {clean(each.format_id)}: {clean(each.municipality)}, {clean(each.reads)}"
        )
    for failure in registry.failures:
        print(f"{clean(failure.plugin)} FAILED at {failure.stage}: {clean(failure.message)}")
    return FINDINGS if registry.failures else FINE
