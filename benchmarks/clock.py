"""CPU time of several ways to do one thing, measured in turn."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def in_turn(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median CPU seconds of each task; every round runs all of them, so that they share noise.

    The first round warms up and does not count.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            task()
            spent = time.process_time() - start
            if number:
                times[name].append(spent)
    return {name: statistics.median(spent) for name, spent in times.items()}
