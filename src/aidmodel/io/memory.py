"""Building much without the garbage collector looking at it over and over."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the garbage collector: nothing that is built is garbage, and looking for it takes as long as building.

    Several threads may do so at once: it is on again when the first one that found it on is done.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def made_uncollected(make: Callable[[], T]) -> T:
    """Call with the garbage collector paused.

    It costs nothing on its way in and out, and makes nothing there that the collector counts: what was made before
    sets it off when the caller makes something next, and not for the sake of the pause.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        if collecting:
            gc.enable()
