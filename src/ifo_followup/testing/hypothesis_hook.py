"""What Hypothesis calls when it is imported where ifo-followup is installed.

Tells it how objects of the model are made, so that `st.from_type(FollowUpReport)` gives realistic
reports. The strategies themselves are loaded when the first of them is wanted.
"""

from importlib import import_module
from typing import Any

# where the classes of the model are
_MODULES = ("findings", "goals", "money", "narrative", "report", "steering", "values")


def register() -> None:
    """Register a strategy for every class of the model (Hypothesis, "third-party extensions")."""
    from attrs import has  # not before Hypothesis asks
    from hypothesis import strategies as st

    for name in _MODULES:
        module = import_module(f"ifo_followup.model.{name}")
        for thing in vars(module).values():
            if isinstance(thing, type) and has(thing) and thing.__module__ == module.__name__:
                st.register_type_strategy(thing, _made)


def _made(kind: type) -> Any:
    from ifo_followup.testing.single import single  # Hypothesis is whole by now

    return single(kind)
