"""Waits for what other processes do, without a word on how long that takes."""

import time
from collections.abc import Callable


def wait_until(true: Callable[[], object]) -> None:
    for _ in range(2000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come true")
