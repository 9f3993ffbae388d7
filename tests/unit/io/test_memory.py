"""The garbage collector waits while much is built."""

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from aidmodel.io.memory import uncollected


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
