"""
Read files that are nearly IATI, as long as one has time, and see that reading, writing and judging them keep their word.

    python tests/fuzz/fuzz_iati.py --minutes 10 [--seed N] [--to FOLDER] [FILE ...]

Without files those of publishers and the standard's examples are taken where they lie beside the repository, and those of
the tests. Each kind of failure is made small and kept once, in a new folder outside the repository unless one is named.
The exit code is 1 if there was any.
"""

import argparse
import re
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from types import FrameType
from typing import BinaryIO, NamedTuple, NoReturn, cast
from unittest.mock import patch
from xml.etree import ElementTree as ET

from lxml.etree import XMLSyntaxError

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from mutants import Mutant, mutant, taken_apart  # noqa: E402

import aidmodel  # noqa: E402
from aidmodel import Issue, Loaded, Project, Unreadable, iter_iati, read_iati, write_iati  # noqa: E402
from aidmodel.io.iati import read_careful, read_quick  # noqa: E402
from iati_leaves import canonical, difference  # noqa: E402

SHARED = ROOT.parent / "shared" / "iati"
SECONDS = 10
"""So long may reading take for each megabyte; of less, too."""
SMALLER = 20.0
"""So many seconds are spent on making one failure small."""
PACKED = (b"PK", b"\x1f\x8b")

Projects = tuple[Project, ...]


class Broken(Exception):
    """A law does not hold; ``kind`` is what failures of one cause have in common."""

    def __init__(self, law: str, kind: str, detail: str) -> None:
        super().__init__(law, kind, detail)
        self.law = law
        self.kind = kind
        self.detail = detail


class _TooSlow(BaseException):
    """The time is over; nothing that is tried out may catch it."""


# ------------------------------------------------------------------ the laws


def examined(data: bytes, whole: bytes | None = None) -> str:
    """Read a file, and do with it all that can be done; say whether it was read.

    Raises:
        Broken: a law does not hold.

    """
    loaded = _read(data)
    if loaded is None:
        _refused(data, whole)
        return "refused"
    with _law("says what it found"):
        _reported(data, loaded)
    with _law("streams the same"):
        _streamed(data, loaded)
    with _law("reads quickly as carefully"):
        _read_carefully(data, loaded)
    with _law("writes what it read"):
        _written(data, loaded)
    for project in loaded.value:
        with _law("shows"):
            aidmodel.show(project)
        with _law("checks"):
            str(aidmodel.check(project, as_of="2024-05-31"))
        with _law("goes through JSON"):
            if (again := aidmodel.from_json(aidmodel.to_json(project))) != project:
                raise _unlike("goes through JSON", (project,), (again,))
    return "read"


def _read(data: bytes) -> Loaded[Projects] | None:
    with _law("reads or refuses", SECONDS * max(1, len(data) >> 20)):
        try:
            return read_iati(data)
        except Unreadable as error:
            if not error.problem or min(error.line or 1, error.column or 1) < 1:
                raise Broken("reads or refuses", "error", str(error)) from error
            return None


def _refused(data: bytes, whole: bytes | None) -> None:
    """What stands before a break is read: of a file that was cut off, as it is read of the whole."""
    given: list[Project] = []
    with _law("reads or refuses"):
        try:
            given.extend(iter_iati(data))
        except Unreadable:
            pass
        else:
            raise Broken("streams the same", "is not refused", "")
    if data[:2] in PACKED:  # what is damaged unpacks to other bytes in other blocks
        return
    given_slowly, refused = _drip(data)
    if not refused or given_slowly != given:
        raise Broken("streams the same", "other blocks", f"{len(given)} projects, in small blocks {len(given_slowly)}")
    if whole is None:
        return
    loaded = _read(whole)
    if loaded is None:
        return
    ended = data.count(b"</iati-activity>")
    if tuple(given) != loaded.value[: len(given)] or len(given) < ended:
        raise Broken("reads up to the break", "", f"{len(given)} projects of {ended} that were complete")


class _Dripping(BytesIO):
    """A file that comes in small blocks."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size, 700) if size is not None and size > 0 else size)


def _drip(data: bytes) -> tuple[list[Project], bool]:
    given: list[Project] = []
    try:
        given.extend(iter_iati(cast("BinaryIO", _Dripping(data))))
    except Unreadable:
        return given, True
    return given, False


def _streamed(data: bytes, loaded: Loaded[Projects]) -> None:
    if tuple(iter_iati(data)) != loaded.value:
        raise Broken("streams the same", "not equal", "")
    given, refused = _drip(data)
    if refused or tuple(given) != loaded.value:
        raise Broken("streams the same", "other blocks", f"{len(loaded.value)} projects, in small blocks {len(given)}")


def _reported(data: bytes, loaded: Loaded[Projects]) -> None:
    _ = str(loaded.report), repr(loaded.report), repr(loaded.header), aidmodel.show(loaded.report)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for issue in loaded.report:
        repr(issue)
        _leads_somewhere(issue, loaded.value)
        if data[:2] not in PACKED and issue.where and not (1 <= issue.where[0] <= lines):
            raise Broken("says what it found", f"line of {issue.code}", f"{issue}: {lines} lines")


def _leads_somewhere(issue: Issue, projects: Projects) -> None:
    match = re.match(r"\[([0-9]+)\]\.?", issue.path)
    if match is None:
        if issue.path:
            raise Broken("says what it found", f"path of {issue.code}", str(issue))
        return
    rest = issue.path[match.end() :]
    try:
        projects[int(match[1])].at(rest)
    except (aidmodel.AidModelError, IndexError) as error:
        plain = re.sub(r"\[[0-9]+\]", "[]", rest)
        raise Broken("says what it found", f"path of {issue.code}: {plain}", f"{issue}: {error}") from error


def _read_carefully(data: bytes, loaded: Loaded[Projects]) -> None:
    """What reads quickly builds and notes what the one that looks at everything does."""
    with (
        patch.object(read_quick, "activity", read_careful.read),
        patch.object(read_careful, "_child", read_careful.read),
    ):
        careful = read_iati(data)
    if careful.value != loaded.value:
        raise Broken("reads quickly as carefully", "projects", "")
    if [str(issue) for issue in careful.report] != [str(issue) for issue in loaded.report]:
        raise Broken("reads quickly as carefully", "report", f"{loaded.report}\n{careful.report}")


def _written(data: bytes, loaded: Loaded[Projects]) -> None:
    written = write_iati(loaded.value, header=loaded.header)
    for issue in written.report:
        _leads_somewhere(issue, loaded.value)
        raise Broken("writes what it read", f"{issue.code} {issue.path.rpartition('.')[2]}", str(issue))
    again = read_iati(written.data)
    if again.value != loaded.value:
        raise _unlike("writes what it read", loaded.value, again.value)
    if written.data != write_iati(again.value, header=again.header).data:
        raise Broken("writes what it read", "not the same bytes", "")
    version = (loaded.header.version or "" if loaded.header else "").strip()
    if not version.startswith("2") or any(issue.code == "iati.nested-root" for issue in loaded.report):
        return
    for said in _differences(data, written.data):
        place = re.sub(r"\[[0-9]+\]", "", said.partition(": ")[0])
        kind = re.sub(r": '.*?' in the first", ": something in the first", said, flags=re.DOTALL)
        raise Broken("writes what it read", f"{place} {'nothing' in kind}", said)


def _differences(data: bytes, written: bytes) -> list[str]:
    """Say how two files differ but for words between activities, which are in the report alone."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(10 * usual)  # what compares files calls itself, what the library does may not
    try:
        return difference(canonical(data)._replace(text=""), canonical(written)._replace(text=""))
    except XMLSyntaxError:  # it is packed, or lxml is of another mind than expat
        return []
    finally:
        sys.setrecursionlimit(usual)


def _unlike(law: str, left: Projects, right: Projects) -> Broken:
    if len(left) != len(right):
        return Broken(law, "number of projects", f"{len(left)} projects, then {len(right)}")
    changes = [str(change) for one, other in zip(left, right, strict=True) for change in aidmodel.diff(one, other)]
    where = re.sub(r"\[[0-9]+\]", "", changes[0].split()[1]) if changes else "no change to be seen"
    kept = re.findall(r"name='(?:\{.*?\})?(\W?)", changes[0]) if changes else []
    return Broken(law, f"not equal: {where} {''.join(sorted(set(kept)))}", "\n".join(changes[:10]))


@contextmanager
def _law(law: str, seconds: float = 3 * SECONDS) -> Iterator[None]:
    """Let whatever goes wrong inside be a breach of a law, and let it take no longer than it may."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except (Broken, KeyboardInterrupt):
        raise
    except _TooSlow:
        raise Broken(law, "too slow", "".join(traceback.format_exc().splitlines(keepends=True)[-12:])) from None
    except BaseException as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "aidmodel" in frame.filename]
        at = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        last = traceback.format_exc().splitlines(keepends=True)[-20:]
        raise Broken(law, f"{type(error).__name__} {at}", "".join(last)) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _over(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _TooSlow


# ------------------------------------------------------------------ making failures small


def _broken(data: bytes, whole: bytes | None = None) -> Broken | None:
    try:
        examined(data, whole)
    except Broken as broken:
        return broken
    return None


def smaller(data: bytes, broken: Broken) -> bytes:
    """Give the smallest file found that breaks the same law in the same way."""
    until = time.monotonic() + SMALLER

    def fails(candidate: bytes) -> bool:
        if time.monotonic() > until:
            return False
        found = _broken(candidate)
        return found is not None and (found.law, found.kind) == (broken.law, broken.kind)

    return _fewer_bytes(_fewer_elements(data, fails), fails)


def _fewer_elements(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    try:
        root = ET.fromstring(data)  # noqa: S314  no more than a time limit stands between us and an attack by ourselves
        shortest: bytes = ET.tostring(root, encoding="utf-8")
    except Exception:  # noqa: BLE001  it is no XML, or none that ElementTree writes
        return data
    if not fails(shortest):
        return data
    changed = True
    while changed:
        changed = False
        for undo in _cuts(root):
            candidate = ET.tostring(root, encoding="utf-8")
            if len(candidate) < len(shortest) and fails(candidate):
                shortest, changed = candidate, True
            else:
                undo()
    return shortest


def _cuts(root: ET.Element) -> Iterator[Callable[[], object]]:
    """Make cuts in a tree one by one, and give what undoes each."""
    for parent in list(root.iter()):
        for position, child in reversed(list(enumerate(parent))):
            parent.remove(child)
            yield partial(parent.insert, position, child)
    for element in list(root.iter()):
        for name, value in list(element.attrib.items()):
            del element.attrib[name]
            yield partial(element.set, name, value)
        for field in ("text", "tail"):
            if before := getattr(element, field):
                setattr(element, field, None)
                yield partial(setattr, element, field, before)


def _fewer_bytes(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            candidate = data[:at] + data[at + size :]
            if fails(candidate):
                data = candidate
            else:
                at += size
        size //= 2
    return data


# ------------------------------------------------------------------ the run


class Options(NamedTuple):
    """What was asked for."""

    minutes: float
    seed: int
    to: Path
    files: Sequence[Path]


def main(options: Options) -> int:
    """Try out new files until the time is over, and say what was found."""
    signal.signal(signal.SIGALRM, _over)
    samples = [taken_apart(path.read_bytes()) for path in options.files]
    _say(f"{len(samples)} files, seed {options.seed}")
    found: Counter[tuple[str, str]] = Counter()
    outcomes: Counter[str] = Counter()
    until = time.monotonic() + 60 * options.minutes
    number = 0
    while time.monotonic() < until:
        number += 1
        made = mutant(Random(f"{options.seed} {number}"), samples)  # noqa: S311  chance, and no secret
        broken = None
        try:
            outcomes[examined(made.data, made.whole)] += 1
        except Broken as each:
            broken = each
            outcomes["broken"] += 1
        if broken is not None:
            found[broken.law, broken.kind] += 1
            if found[broken.law, broken.kind] == 1:
                _keep(number, made, broken, options.to)
    _say(", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()))
    for (law, kind), count in found.most_common():
        _say(f"{count:6} {law}: {kind}")
    return 1 if found else 0


def _keep(number: int, made: Mutant, broken: Broken, folder: Path) -> None:
    data = made.data if made.whole is not None else smaller(made.data, broken)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}.xml"
    path.write_bytes(data)
    detail = broken.detail if data == made.data else (_broken(data) or broken).detail
    _say(f"\n{path} ({len(data)} bytes; {', '.join(made.story)})\n{broken.law}: {broken.kind}\n{detail}")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _asked() -> Options:
    parser = argparse.ArgumentParser(description="Read files that are nearly IATI, and see that nothing breaks.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where failures are kept (default: a new folder)")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    given = parser.parse_args()
    files = given.files or [
        *sorted((SHARED / "real").glob("*.xml")),
        *sorted((SHARED / "examples").glob("activity*.xml")),
        *sorted((ROOT / "tests" / "data" / "iati").rglob("*.xml")),
    ]
    return Options(given.minutes, given.seed, given.to or Path(tempfile.mkdtemp(prefix="fuzz-iati-")), files)


if __name__ == "__main__":
    sys.exit(main(_asked()))
