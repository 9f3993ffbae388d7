"""Line and column of an element, found by one more pass."""

import gzip
import os
import pickle
from pathlib import Path

import pytest

from aidmodel._files import opened
from aidmodel.io.iati.locate import Locator
from aidmodel.io.iati.stream import Trees

FILE = b"""<?xml version="1.0"?>
<iati-activities>
  <iati-activity>
    <title><narrative>a</narrative>
      <narrative>b</narrative></title><!-- no element --><?nor this?>
    <budget
      type="1"/>
  </iati-activity>
  <iati-activities version="1.03"><x/>
    <iati-activity><title/></iati-activity>
    <iati-activities><y><iati-activities/></y></iati-activities>
  </iati-activities>
  <iati-activity/>
</iati-activities>
"""
PLACES = {
    (0,): (3, 3),
    (0, 0): (4, 5),
    (0, 0, 0): (4, 12),
    (0, 0, 1): (5, 7),
    (0, 1): (6, 5),
    (1,): (9, 35),
    (2,): (10, 5),
    (2, 0): (10, 20),
    (3,): (11, 22),
    (3, 0): (11, 25),
    (4,): (13, 3),
}


def test_every_place() -> None:
    """Counted by hand: comments do not count, the children of a root in the root stand in the root."""
    locator = Locator(FILE)
    wanted = {place: locator.want(place) for place in PLACES}

    assert PLACES == {place: each() for place, each in wanted.items()}
    for place, expected in PLACES.items():
        assert expected == Locator(FILE).find(place)


def test_what_is_not_there() -> None:
    """It is None, and hides nothing else."""
    locator = Locator(FILE)
    wanted = [locator.want(place) for place in ((5,), (0, 2), (0, 1, 0), (1, 0), ())]

    assert [None] * 5 == [each() for each in wanted]
    assert (4, 5) == locator.find((0, 0))


def test_places_are_those_of_the_stream() -> None:
    """The n-th tree is what is found at (n,), by the name in its tag."""
    lines = FILE.decode().split("\n")
    with opened(FILE) as file:
        tags = [tree.tag for tree in Trees(file)]
    locator = Locator(FILE)
    found = [locator.find((number,)) for number in range(len(tags))]

    assert 5 == len(tags)
    for tag, place in zip(tags, found, strict=True):
        assert place is not None
        assert lines[place[0] - 1][place[1] - 1 :].startswith(f"<{tag}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_columns_count_characters(encoding: str) -> None:
    """Whatever bytes they have."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<iati-activities><a>éé<b/></a></iati-activities>'

    assert (2, 23) == Locator(text.encode(encoding)).find((0, 0))


def test_an_element_of_another_namespace_is_no_root() -> None:
    """Its name only looks the same."""
    text = b'<iati-activities><iati-activities xmlns="urn:x"><a/></iati-activities><b/></iati-activities>'

    assert (1, 18) == Locator(text).find((0,))
    assert (1, 49) == Locator(text).find((0, 0))
    assert (1, 71) == Locator(text).find((1,))


def test_a_file_is_looked_into_once(tmp_path: Path) -> None:
    """All that was wanted is found in one pass, and remembered when the file has gone."""
    path = tmp_path / "a.xml.gz"
    path.write_bytes(gzip.compress(FILE))
    locator = Locator(path)
    first, last = locator.want((0, 1)), locator.want((4,))
    locator.want((3,))

    assert (6, 5) == first()
    path.unlink()
    assert (13, 3) == last()
    assert locator.find((2,)) is None
    assert locator.find((3,)) is None, "what nobody holds is not looked for"


def test_a_file_that_changed_is_not_looked_into(tmp_path: Path) -> None:
    """Its lines are others."""
    path = tmp_path / "a.xml"
    path.write_bytes(FILE)
    changed, touched = Locator(path), Locator(str(path))
    path.write_bytes(FILE + b"\n")
    assert changed.find((0,)) is None
    path.write_bytes(FILE)
    os.utime(path, ns=(1, 1))
    assert touched.find((0,)) is None
    assert Locator(tmp_path / "gone").find((0,)) is None
    assert Locator("a\0b").find((0,)) is None


def test_a_file_that_is_back(tmp_path: Path) -> None:
    """Nothing is remembered of a time when it was another one."""
    path = tmp_path / "a.xml"
    path.write_bytes(FILE)
    locator = Locator(path)
    path.rename(tmp_path / "b.xml")
    assert locator.find((4,)) is None
    (tmp_path / "b.xml").rename(path)
    assert (13, 3) == locator.find((4,))


def test_a_path_is_meant_from_where_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever goes to another folder finds the same file, pickled or not."""
    (tmp_path / "a.xml").write_bytes(FILE)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    wanted = Locator("a.xml").want((4,))
    pickled = pickle.dumps(wanted)
    monkeypatch.chdir("elsewhere")

    assert (13, 3) == wanted()
    assert (13, 3) == pickle.loads(pickled)()  # noqa: S301  our own


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_what_cannot_be_read_twice(tmp_path: Path) -> None:
    """A pipe would wait for a writer for ever; it is not opened, nor is a device."""
    os.mkfifo(tmp_path / "pipe")

    assert Locator(tmp_path / "pipe").find((0,)) is None
    assert Locator("/dev/null").find((0,)) is None


def test_before_a_break() -> None:
    """What stands before it is found; nothing is raised."""
    locator = Locator(FILE[: FILE.index(b"<budget")] + b"<")
    whole, cut = locator.want((0, 0, 1)), locator.want((0, 1))

    assert (5, 7) == whole()
    assert cut() is None
    for text in (b"", b"{}", b"<!DOCTYPE a><a><b/></a>", b"<?xml version='1.0' encoding='foo'?><a><b/></a>"):
        assert Locator(text).find((0,)) is None


def test_it_pickles(tmp_path: Path) -> None:
    """What is wanted takes its file with it, and what was found."""
    path = tmp_path / "a.xml"
    path.write_bytes(FILE)
    for source in (FILE, path):
        wanted = Locator(source).want((0, 0))
        copy = pickle.loads(pickle.dumps(wanted))  # noqa: S301  our own

        assert (4, 5) == copy()
        assert (4, 5) == pickle.loads(pickle.dumps(copy))()  # noqa: S301


def test_bytes_are_not_pickled() -> None:
    """A place takes a few bytes, the file it stands in many; all that is held by then is found."""
    locator = Locator(FILE + b" " * 1_000_000)
    here, gone, other = locator.want((0, 0)), locator.want((9, 9)), locator.want((4,))
    pickled = pickle.dumps((here, gone))

    assert len(pickled) < 1000
    assert [(4, 5), None] == [each() for each in pickle.loads(pickled)]  # noqa: S301  our own
    assert (13, 3) == other()
    assert (3, 3) == locator.find((0,))
