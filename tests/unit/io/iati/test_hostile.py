"""Input made to exhaust memory, time or Python's stack is refused within seconds and 200 MB.

Each case runs in a process of its own, whose peak of memory is its own; the input is made as it is read.
"""

import json
import subprocess
import sys
from typing import NamedTuple

import pytest

LIMIT = 200 << 20
"""Bytes of memory, the interpreter's own included."""
SECONDS = 10
"""Of processor time, on a slow machine; most take less than one."""

RUN = r"""
import io, json, resource, sys, time, zipfile, zlib
from collections.abc import Iterator
import xml.etree.ElementTree as ET
from aidmodel.errors import Unreadable
from aidmodel._files import opened
from aidmodel.io.iati.stream import Trees

MB = 1_000_000
HEAD, TAIL = b"<iati-activities><iati-activity/>", b"<c/></iati-activities>"


class Made(io.RawIOBase):
    "What is made as it is read."

    def __init__(self, pieces):
        self._pieces = iter(pieces)
        self._left = b""

    def read(self, size=-1):
        while len(self._left) < size:
            if (piece := next(self._pieces, None)) is None:
                break
            self._left += piece
        given, self._left = self._left[:size], self._left[size:]
        return given


def times(piece, count, block=1000):
    piece *= block
    for _ in range(count // block):
        yield piece


def around(before, inner, after=b"", head=HEAD, tail=TAIL):
    yield head + before
    yield from inner
    yield after + tail


def peak():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) << 10
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def run(source):
    given, said = 0, ""
    start = time.process_time()
    try:
        with opened(source) as file:
            for tree in Trees(file):
                given += 1
    except Unreadable as error:
        said = error.problem
    seconds = time.process_time() - start
    print(json.dumps({"given": given, "said": said, "peak": peak(), "seconds": seconds}))


"""


class Ran(NamedTuple):
    """What came of one case."""

    given: int
    said: str
    peak: int
    seconds: float


def ran(source: str) -> Ran:
    done = subprocess.run([sys.executable, "-c", RUN + source], check=True, capture_output=True, text=True)
    return Ran(**json.loads(done.stdout))


AFTER = ", after 1 elements that were read: no activity is like that"
VALUE = "has a value longer than 16 MiB"
LONG = "has an element longer than 64 MiB"
MARKUP = "has an element with more than 1,700,000 tags and attributes"
LINES = "has an element of more than 1,500,000 lines"
DEEP = "has more than 500 elements inside one another"
NONE = ": no activity is like that"

CASES = {
    # values, which a parser may hold back until they end, or look through again with each block
    "attribute": ("around(b'<a b=\"', times(b'x', 100 * MB), b'\"/>')", VALUE + AFTER),
    "attribute with line ends": ("around(b'<a b=\"', times(b'x\\n', 50 * MB), b'\"/>')", LINES + AFTER),
    "attribute of the root": ("around(b'', times(b'x', 100 * MB), b'\">', b'<iati-activities a=\"')", VALUE + NONE),
    "comment": ("around(b'<!--', times(b'x', 100 * MB), b'-->')", VALUE + AFTER),
    "comment of tags": ("around(b'<!--', times(b'<' + b'x' * 99, MB), b'-->')", LONG + AFTER),
    "comment of brackets": ("around(b'<!--', times(b'<', 100 * MB), b'-->')", MARKUP + AFTER),
    "comment before the root": ("around(b'', times(b'x', 100 * MB), b'-->', b'<!--', b'<a/>')", VALUE + NONE),
    "comments before the root": ("around(b'', times(b'<!--x-->', 12 * MB), b'', b'', b'<a/>')", MARKUP + NONE),
    "instruction": ("around(b'<?x ', times(b'x', 100 * MB), b'?>')", VALUE + AFTER),
    "name": ("around(b'<', times(b'x', 100 * MB), b'/>')", VALUE + AFTER),
    "text": ("around(b'<a>', times(b'x', 100 * MB), b'</a>')", VALUE + AFTER),
    "text of short lines": ("around(b'<a>', times(b'xy\\n', 33 * MB), b'</a>')", LINES + AFTER),
    "text of references": ("around(b'<a>', times(b'&#8364;', 14 * MB), b'</a>')", LINES + AFTER),
    "text in CDATA": ("around(b'<a><![CDATA[', times(b'xy]', 33 * MB), b']]></a>')", LINES + AFTER),
    "text parted by comments": ("around(b'<a>', times(b'xy\\nxy\\nxy\\n<!---->', 6 * MB), b'</a>')", LINES + AFTER),
    "text between activities": ("around(b'', times(b'x', 100 * MB))", "is full of what is no activity" + AFTER),
    "white space before the root": ("around(b'', times(b' ', 100 * MB), b'', b'', b'<a/>')", VALUE + NONE),
    "no XML at all": (
        "times(b'x', 100 * MB)",
        "is no XML: it begins with b'xxxxxxxxxxxxxxxxxxxx', and XML begins with '<'",
    ),
    # elements
    "10,000 deep": ("around(b'', [b'<a>' * 10_000, b'</a>' * 10_000])", DEEP + AFTER),
    "1,000,000 deep": ("around(b'', [b'<a>' * 1_000_000, b'</a>' * 1_000_000])", DEEP + AFTER),
    "deep, late in a long activity": (
        "around(b'<a>' + b'<b>words</b>' * 300_000, [b'<a>' * 300_000, b'</a>' * 300_000], b'</a>')",
        DEEP + AFTER,
    ),
    "roots 1,000,000 deep": ("around(b'', times(b'<iati-activities>', MB))", DEEP + AFTER),
    "many elements": ("around(b'<a>', times(b'<b/>', 20 * MB), b'</a>')", MARKUP + AFTER),
    "many attributes": (
        "around(b'<a', (b''.join(b' a%d=\"\"' % (n * 1000 + m) for m in range(1000)) for n in range(5000)), b'/>')",
        VALUE + AFTER,
    ),
    "long activity": ("around(b'<a>', times(b'<b>' + b'x' * 1000 + b'</b>', 100_000), b'</a>')", LONG + AFTER),
    # entities and what a document type can do
    "entity bomb": (
        (
            "[b'<!DOCTYPE iati-activities [<!ENTITY a0 \"ha\">'"
            " + b''.join(b'<!ENTITY a%d \"%s\">' % (n + 1, b'&a%d;' % n * 10) for n in range(20))"
            " + b']><iati-activities><a>&a20;</a></iati-activities>']"
        ),
        "has a document type declaration (<!DOCTYPE …>), which IATI has not and may be an attack: delete it",
    ),
    "entity of a file": (
        "[b'<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><iati-activities><a>&f;</a></iati-activities>']",
        "has a document type declaration (<!DOCTYPE …>), which IATI has not and may be an attack: delete it",
    ),
    "document type in the middle": (
        "around(b'<!DOCTYPE a [<!ENTITY f \"x\">]>', [])",
        "is not well-formed XML: what stands here has no place in it",
    ),
}


GIVEN = {"document type in the middle"}
"""Cases that are no limit, after which something was given all the same."""


@pytest.mark.parametrize("name", CASES)
def test_refused(name: str) -> None:
    """In words, in time, in memory; what came before is given."""
    source, said = CASES[name]
    found = ran(f"run(Made({source}))")

    assert said == found.said
    assert (1 if said.endswith(AFTER) or name in GIVEN else 0) == found.given
    assert found.peak < LIMIT
    assert found.seconds < SECONDS


@pytest.mark.parametrize(
    ("piece", "count", "block", "given"),
    [
        (b"<x/>", 2_000_000, 1000, 1 + 16_131),  # 2 ** 20 // (64 + 1)
        (b"<x>" + b"words " * 10_000 + b"</x>", 1_000, 1, 1 + 17),  # 2 ** 20 // (64 + 1 + 60,000)
        (b"<iati-activities/>", 2_000_000, 1000, 1),
    ],
    ids=["elements", "long elements", "roots"],
)
def test_beside_activities(piece: bytes, count: int, block: int, given: int) -> None:
    """What is kept because it stands beside the activities is bounded, however many pieces it comes in."""
    found = ran(f"run(Made(around(b'', times({piece!r}, {count}, {block}))))")
    many = f"{given:,}"

    assert (given, f"is full of what is no activity{AFTER.replace('1', many)}") == (found.given, found.said)
    assert found.peak < 60 << 20
    assert found.seconds < SECONDS


BOMBS = {
    "gzip": "pack = zlib.compressobj(9, wbits=31)\nrun(b''.join(map(pack.compress, BOMB)) + pack.flush())",
    "zip": (
        "file = io.BytesIO()\n"
        "with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive, archive.open('a.xml', 'w') as into:\n"
        "    into.writelines(BOMB)\n"
        "run(file.getvalue())"
    ),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs(kind: str) -> None:
    """What would unpack to 300 MB of harmless activities is read up to the limit on what a file may unpack to."""
    bomb = "BOMB = around(b'', times(b'<iati-activity>' + b' ' * 99_969 + b'</iati-activity>', 3000, 1))\n"
    found = ran(bomb + BOMBS[kind])

    assert "unpacks to more than 250 times its size: that is a bomb, and no data" == found.said
    assert (64 << 20) // 100_000 - 2 < found.given < (64 << 20) // 100_000 + 2
    assert found.peak < 40 << 20
    assert found.seconds < SECONDS


def test_a_valid_activity_of_24_mb_is_given() -> None:
    """With elements, attributes and lines as publishers have them."""
    piece = (
        '<transaction>\\n  <transaction-type code="3"/>\\n  <transaction-date iso-date="2024-01-31"/>\\n'
        '  <value currency="CAD" value-date="2024-01-31">1234.50</value>\\n'
        '  <description>\\n    <narrative xml:lang="fr">Décaissement prévu &amp; versé</narrative>\\n'
        "  </description>\\n</transaction>\\n"
    )
    found = ran(f"run(Made(around(b'<iati-activity>', times('''{piece}'''.encode(), 85_000), b'</iati-activity>')))")

    assert (3, "") == (found.given, found.said)
    assert found.seconds < SECONDS


def test_a_million_activities_take_no_memory() -> None:
    """Nor does their number make any of them slow."""
    found = ran("run(Made(around(b'', times(b'<iati-activity><b/></iati-activity>', MB))))")

    assert (1_000_002, "") == (found.given, found.said)
    assert found.peak < 40 << 20
    assert found.seconds < SECONDS


def test_the_reader_itself_is_small() -> None:
    """So that the peaks above are those of the input."""
    assert ran("run(HEAD + TAIL)").peak < 40 << 20


# ------------------------------------------------------------------ shapes of one activity


SHAPE_SECONDS = 5
"""Of processor time for what is far larger than what is published, and takes for ever where it is looked through again
for each of its parts."""

SHAPE = r"""
import json, time
from aidmodel.errors import Unreadable
from aidmodel.io.iati.reader import read_iati
from aidmodel.io.iati.writer import write_iati


def activities(inner, version="2.03"):
    return f'<iati-activities version="{version}">{inner}</iati-activities>'.encode()


def activity(inner, version="2.03"):
    return activities(f"<iati-activity><iati-identifier>XX-1</iati-identifier>{inner}</iati-activity>", version)


start = time.process_time()
"""


def measured(source: str) -> tuple[list[object], float]:
    """Run what sets ``said``, in a process of its own; give it, and the seconds of processor time it took."""
    end = "print(json.dumps([said, time.process_time() - start]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{SHAPE}\n{source}\n{end}"],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    said, seconds = json.loads(done.stdout)
    return said, seconds


SHAPES: dict[str, tuple[str, list[object]]] = {
    "unknown elements at every level": (
        """
link = '<document-link url="http://x.org" format="text/plain"><title><narrative>A</narrative></title><x/></document-link>'
inner = f"<actual>{link * 3000}<x/></actual><x/>"
for name in ("period", "indicator", "result"):
    inner = f"<{name}>{inner}</{name}><x/>"
loaded = read_iati(activity(inner))
actual = loaded.one().chain.nodes[0].indicators[0].periods[0].actuals[0]
said = [len(actual.documents), sum(issue.code == "iati.unknown-element" for issue in loaded.report)]
""",
        [3000, 3005],
    ),
    "words between elements": (
        """
loaded = read_iati(activity('<sector code="1"/>words' * 20_000))
said = [len(loaded.one().sectors)]
""",
        [20_000],
    ),
    "unknown elements, read and written": (
        """
loaded = read_iati(activity("<x/>" * 20_000))
written = write_iati(loaded.value)
said = [len(loaded.one().extras.raw), len(loaded.report), written.data.count(b"<x/>")]
""",
        [20_000, 20_000, 20_000],
    ),
    "an old activity of sectors in two languages": (
        """
pair = "".join(
    f'<sector code="{{0}}" vocabulary="DAC" percentage="1" xml:lang="{language}">{word}</sector>'
    for language, word in (("en", "Water"), ("fr", "Eau"))
)
loaded = read_iati(activity("".join(pair.format(number) for number in range(20_000)), "1.04"))
said = [len(loaded.one().sectors)]
""",
        [20_000],
    ),
    "unknown elements beside activities": (
        """
try:
    said = [len(read_iati(activities("<iati-activity/>" + "<x/>" * 200_000)).report)]
except Unreadable as error:
    said = [str(error)]
""",
        [f"the bytes: is full of what is no activity, after 16,132 elements that were read{NONE}"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str) -> None:
    """All of it is read, in time."""
    source, expected = SHAPES[name]
    said, seconds = measured(source)

    assert expected == said
    assert seconds < SHAPE_SECONDS
