"""The garbage collector waits while much is built."""

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from aidmodel.io.memory import made_uncollected, uncollected


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Leave the collector on."""
    yield
    gc.enable()


def test_it_is_off_inside_and_on_again_after() -> None:
    """Once around, and inside one another."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    """Whatever happens inside."""
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    """Whoever switched it off had a reason."""
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_several_threads_at_once() -> None:
    """When all are done it is on again."""
    together = Barrier(4)

    def build() -> None:
        with uncollected():
            together.wait(10)

    threads = [Thread(target=build) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert gc.isenabled()


def test_a_call_without_it() -> None:
    """It is off inside, on again after a result or an error, and stays off where it was off."""

    def fail() -> None:
        raise ZeroDivisionError

    assert not made_uncollected(gc.isenabled)
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        made_uncollected(fail)
    assert gc.isenabled()
    gc.disable()
    assert not made_uncollected(gc.isenabled)
    assert not gc.isenabled()


def test_a_call_does_not_set_it_off() -> None:
    """Half of what would set it off was made before and half inside, and is looked through when more is made."""
    collections: list[object] = []
    kept: list[list[int]] = []

    def make() -> None:
        kept.extend([] for _ in range(gc.get_threshold()[0]))

    def note(phase: str, _: object) -> None:
        collections.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        made_uncollected(make)
        inside = len(collections)
        kept.extend([] for _ in range(2))
    finally:
        gc.callbacks.remove(note)

    assert 0 == inside
    assert collections
