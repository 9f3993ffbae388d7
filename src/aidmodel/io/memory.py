"""Building much without the garbage collector looking at it over and over."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
