"""Sources are opened one way, packed or plain; targets are replaced only at the end."""

import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

import pytest

from aidmodel._files import Source, Target, opened, replacing, writing
from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.io.iati.writer import write_iati
from aidmodel.io.json import read_json, to_json, write_json
from aidmodel.model.project import Project

WORDS = b"<a>" + bytes(range(32, 127)) * 600 + b"</a>"


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


class Stream:
    """What is read once, from the front."""

    def __init__(self, content: bytes, most: int = 1 << 30) -> None:
        self._file = io.BytesIO(content)
        self._most = most
        self.closed = False

    def read(self, size: int = -1) -> bytes:
        return self._file.read(self._most if size < 0 else min(size, self._most))

    def close(self) -> None:
        self.closed = True


def stream(content: bytes, most: int = 1 << 30) -> BinaryIO:
    return cast("BinaryIO", Stream(content, most))


def read(source: Source, size: int = 1 << 14) -> bytes:
    with opened(source, "read_x") as file:
        return b"".join(file.blocks(size))


def refusal(call: Callable[[], object]) -> Exception:
    with pytest.raises((Unreadable, InvalidValue)) as caught:
        call()
    return caught.value


PACKED = {
    "plain": WORDS,
    "gzip": gzip.compress(WORDS),
    "gzip in two parts": gzip.compress(WORDS[:1000]) + gzip.compress(WORDS[1000:]),
    "zip": zipped({"a.xml": WORDS}),
    "zip, stored": zipped({"a.xml": WORDS}, zipfile.ZIP_STORED),
    "zip with what does not count": zipped(
        {"__MACOSX/a.xml": b"x", "in/": b"", "in/.DS_Store": b"y", "in/a.xml": WORDS}
    ),
}


class TestSources:
    @pytest.mark.parametrize("packed", PACKED)
    @pytest.mark.parametrize("size", [3, 4, 5, 1000, 1 << 20])
    def test_content_is_the_same_however_it_is_given(self, packed: str, size: int, tmp_path: Path) -> None:
        """Bytes, a path of any name and an open file give the same; no suffix is needed."""
        content, expected = PACKED[packed], WORDS
        path = tmp_path / "no suffix"
        path.write_bytes(content)

        assert expected == read(content, size)
        assert expected == read(bytearray(content), size)
        assert expected == read(memoryview(content), size)
        assert expected == read(path, size)
        assert expected == read(str(path), size)
        assert expected == read(io.BytesIO(content), size)
        with path.open("rb") as file:
            assert expected == read(file, size)
            assert not file.closed

    @pytest.mark.parametrize("most", [1, 2, 7, 1 << 20])
    def test_a_stream_needs_no_seeking(self, most: int) -> None:
        """Plain or gzip, read in whatever pieces it comes; and it is not closed."""
        for content in (WORDS, gzip.compress(WORDS)):
            source = stream(content, most)

            assert WORDS == read(source)
            assert not source.closed

    def test_a_zip_in_a_stream(self) -> None:
        """Its table of contents stands at its end."""
        expected = Unreadable("the file", "is a zip, and a zip cannot be read from a stream: save it to a file first")

        assert expected == refusal(lambda: read(stream(PACKED["zip"])))

    def test_a_file_is_read_from_where_it_stands(self) -> None:
        """The caller may have read the beginning."""
        for content in (b"<a/>", gzip.compress(b"<a/>"), zipped({"a": b"<a/>"})):
            file = io.BytesIO(b"before" + content)
            file.seek(6)

            assert b"<a/>" == read(file)

    def test_names(self, tmp_path: Path) -> None:
        """They are what messages call a source."""
        path = tmp_path / "a.xml"
        path.write_bytes(b"<a/>")
        with opened(path) as file:
            assert str(path) == file.name
        with path.open("rb") as given, opened(given) as file:
            assert str(path) == file.name
        with opened(b"") as file:
            assert "the bytes" == file.name
        with opened(io.BytesIO()) as file:
            assert "the file" == file.name

    @pytest.mark.parametrize("packed", PACKED)
    def test_a_progress_bar(self, packed: str, tmp_path: Path) -> None:
        """What is taken only grows, and ends at the size as packed (a zip's table of contents is not counted)."""
        content = PACKED[packed]
        path = tmp_path / "a"
        path.write_bytes(content)
        for source in (content, path, io.BytesIO(content)):
            with opened(source) as file:
                taken = [file.taken() for _ in file.blocks(1000)]

                assert len(content) == file.size
                assert sorted(taken) == taken
                assert 0 < taken[-1] <= len(content)

    def test_a_stream_has_no_size(self) -> None:
        """Nobody knows it before the end."""
        with opened(stream(WORDS)) as file:
            assert file.size is None
            assert len(WORDS) == len(b"".join(file.blocks())) == file.taken()

    def test_a_file_that_unpacks_is_not_asked_for_its_size(self) -> None:
        """Seeking to its end would unpack it all."""
        with gzip.open(io.BytesIO(gzip.compress(WORDS))) as given, opened(cast("BinaryIO", given)) as file:
            assert file.size is None
            assert WORDS == b"".join(file.blocks())

    def test_a_pipe(self) -> None:
        """It has neither size nor place."""
        reader, writer = os.pipe()
        with open(writer, "wb") as into:  # noqa: PTH123  a descriptor
            into.write(gzip.compress(b"<a/>"))
        with open(reader, "rb") as out, opened(out) as file:  # noqa: PTH123
            assert file.size is None
            assert b"<a/>" == b"".join(file.blocks())

    def test_json_is_read_packed(self) -> None:
        """All readers open sources the same way."""
        text = b'{"aidmodel": 1, "class": "Project", "identifier": "X-1"}'

        assert read_json(text) == read_json(gzip.compress(text)) == read_json(zipped({"x.json": text}))


class TestRefused:
    def test_what_is_no_source(self, tmp_path: Path) -> None:
        """Each with what to do."""
        for source in (12, None, ["a"]):
            expected = InvalidValue(
                source, "is no source", "give bytes, a path or an open binary file", "source", "read_x"
            )
            assert expected == refusal(lambda source=source: read(source))  # type: ignore[misc]
        expected = InvalidValue(
            " <a/>", "is XML, and the path of a file is wanted", "give it as bytes", "source", "read_x"
        )
        assert expected == refusal(lambda: read(" <a/>"))
        for address in ("https://example.org/a.xml", " HTTP://example.org", "ftp://example.org/a.xml"):
            mend = "download it, and give the path or the bytes"
            expected = InvalidValue(address, "is an address, and nothing is fetched", mend, "source", "read_x")
            assert expected == refusal(lambda address=address: read(address))  # type: ignore[misc]
        expected = InvalidValue("a\0b", "is no path: embedded null byte", "", "source", "read_x")
        assert expected == refusal(lambda: read("a\0b"))
        text = Unreadable("the file", 'is open as text; open it with mode "rb"')
        assert text == refusal(lambda: read(cast("BinaryIO", io.StringIO("<a/>"))))
        with pytest.raises(FileNotFoundError):
            read(tmp_path / "gone")
        with pytest.raises(IsADirectoryError):
            read(tmp_path)

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (zipped({}), "is a zip that holds no file"),
            (zipped({"in/": b"", ".hidden": b"x"}), "is a zip that holds no file"),
            (
                zipped({"a.xml": b"1", "b.xml": b"2"}),
                "is a zip of 2 files (a.xml, b.xml): unzip it, and read the one that is meant",
            ),
            (
                zipped({f"{number}.xml": b"1" for number in range(1005)}),
                (
                    "is a zip of 1,005 files (0.xml, 1.xml, 2.xml, 3.xml, 4.xml and 1,000 more): unzip it, and read the "
                    "one that is meant"
                ),
            ),
            (
                zipped({"a.xml": b"1"}, zipfile.ZIP_LZMA),
                "is a zip packed in a rare way (method 14): unzip it first",
            ),
            (
                zipped({"a.xml": b"1"}, zipfile.ZIP_BZIP2),
                "is a zip packed in a rare way (method 12): unzip it first",
            ),
            (zipped({"a.xml": b"1"})[:-10], "is a damaged zip (File is not a zip file): fetch it again"),
            (gzip.compress(WORDS)[:-20], "is an archive that was cut off: fetch it again"),
            (b"\x1f\x8b", "is an archive that was cut off: fetch it again"),
            (
                gzip.compress(WORDS) + b"junk",
                "is a damaged archive (Not a gzipped file (b'ju')): fetch it again",
            ),
        ],
    )
    def test_archives(self, content: bytes, problem: str) -> None:
        """Each kind of damage has its words."""

        assert Unreadable("the bytes", problem) == refusal(lambda: read(content))

    def test_a_sum_that_is_wrong(self) -> None:
        """Both kinds of archive are checked at their end."""
        packed = bytearray(gzip.compress(WORDS))
        packed[-5] ^= 1
        assert "is a damaged archive (CRC check failed" in str(refusal(lambda: read(packed)))
        archive = bytearray(zipped({"a.xml": WORDS}, zipfile.ZIP_STORED))
        archive[1000] ^= 1
        expected = Unreadable("the bytes", "is a damaged archive (Bad CRC-32 for file 'a.xml'): fetch it again")
        assert expected == refusal(lambda: read(archive))

    def test_an_encrypted_zip(self) -> None:
        """Flag 1 of an entry says so, in the table of contents and at the file."""
        content = bytearray(zipped({"a.xml": b"1"}))
        content[6] |= 1
        content[content.index(b"PK\x01\x02") + 8] |= 1

        expected = Unreadable("the bytes", "is an encrypted zip: unzip it with its password first")
        assert expected == refusal(lambda: read(content))

    def test_a_long_table_of_contents(self) -> None:
        """It is refused by its length, before it is loaded."""
        entries = 1 << 14  # each has 46 bytes and its name
        name = "n" * 64
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for number in range(entries):
                archive.writestr(f"{number:05}{name}", b"")

        expected = Unreadable("the bytes", "is a zip of too many files: unzip it, and read the one that is meant")
        assert expected == refusal(lambda: read(file.getvalue()))

    def test_what_was_unpacked_before_the_damage_is_given(self) -> None:
        """So that projects before the break can be delivered."""
        content = gzip.compress(WORDS, 0)[:30_000]
        given: list[bytes] = []
        with opened(content) as file, pytest.raises(Unreadable):
            given.extend(file.blocks())

        assert WORDS[:29_000] == b"".join(given)[:29_000]


def bombed(pieces: int) -> Iterator[bytes]:
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1 << 20)
    for _ in range(pieces):
        yield packer.compress(block)
    yield packer.flush()


class TestBombs:
    EXPECTED = Unreadable("the bytes", "unpacks to more than 250 times its size: that is a bomb, and no data")

    def test_gzip_and_zip(self) -> None:
        """More than 64 MiB and 250 times the size: it stops there."""
        for content in (
            b"".join(bombed(80)),
            zipped({"a": bytes(80 << 20)}),
        ):
            given = 0
            with opened(content) as file, pytest.raises(Unreadable) as caught:  # noqa: PT012
                for block in file.blocks():
                    given += len(block)

            assert self.EXPECTED == caught.value
            assert 64 << 20 == given

    def test_what_packs_well_and_is_small_is_read(self) -> None:
        """White space packs a thousandfold, and does no harm up to 64 MiB."""
        assert 60 << 20 == len(read(b"".join(bombed(60))))


class TestWriting:
    def test_a_path_is_replaced_at_the_end(self, tmp_path: Path) -> None:
        """What was there stays until then, and if anything goes wrong."""
        path = tmp_path / "a.xml"
        path.write_bytes(b"old")
        with writing(path) as file:
            file.write(b"new")
            assert b"old" == path.read_bytes()
        assert b"new" == path.read_bytes()
        with pytest.raises(ZeroDivisionError), replacing(path) as file:  # noqa: PT012
            file.write(b"newer")
            raise ZeroDivisionError
        assert b"new" == path.read_bytes()
        assert [path] == list(tmp_path.iterdir())

    def test_a_file_is_written_to_and_stays_open(self) -> None:
        """It is the caller's."""
        target = io.BytesIO()
        with writing(target) as file:
            file.write(b"x")

        assert b"x" == target.getvalue()

    def test_what_stands_beside_it_is_left_alone(self, tmp_path: Path) -> None:
        """Files of any name are the user's, and two who write to one target write to two files until the end."""
        path, beside = tmp_path / "a.xml", tmp_path / "a.xml.part"
        beside.write_bytes(b"mine")
        with writing(path) as first, writing(path) as second:
            first.write(b"first")
            second.write(b"2nd")

        assert b"first" == path.read_bytes()
        assert b"mine" == beside.read_bytes()
        assert {path, beside} == set(tmp_path.iterdir())

    def test_a_long_name(self, tmp_path: Path) -> None:
        """As long as the system takes."""
        path = tmp_path / ("水" * 83 + ".xml")  # 253 bytes
        with writing(path) as file:
            file.write(b"x")

        assert [path] == list(tmp_path.iterdir())

    @pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
    def test_modes(self, tmp_path: Path) -> None:
        """A new file is as open() makes it; one that is replaced stays as private, or as public, as it was."""
        path = tmp_path / "a.xml"
        before = os.umask(0o027)
        try:
            with writing(path) as file:
                file.write(b"x")
            assert 0o640 == stat.S_IMODE(path.stat().st_mode)
            for mode in (0o600, 0o444, 0o666):
                path.chmod(mode)
                with writing(path) as file:
                    (partial,) = set(tmp_path.iterdir()) - {path}
                    assert mode == stat.S_IMODE(partial.stat().st_mode)
                    file.write(b"x")
                assert mode == stat.S_IMODE(path.stat().st_mode)
        finally:
            os.umask(before)

    def test_a_link_stays_one(self, tmp_path: Path) -> None:
        """What it points to is replaced."""
        path, link = tmp_path / "a.xml", tmp_path / "link.xml"
        path.write_bytes(b"old")
        link.symlink_to(path)
        with writing(link) as file:
            file.write(b"new")

        assert link.is_symlink()
        assert b"new" == path.read_bytes()

    def test_errors_name_the_target(self, tmp_path: Path) -> None:
        """Nobody knows the file beside it."""
        (tmp_path / "file").touch()
        for path, kind in (
            (tmp_path / "gone" / "x.xml", FileNotFoundError),
            (tmp_path / "file" / "x.xml", NotADirectoryError),
            (tmp_path, IsADirectoryError),
        ):
            with pytest.raises(kind) as caught, writing(path):
                raise AssertionError
            assert str(path) == str(caught.value.filename)
        assert InvalidValue(Path("a\0b"), "is no path: embedded null byte") == refusal(lambda: write_json([], "a\0b"))

    def test_an_error_of_whoever_writes_stays_his(self, tmp_path: Path) -> None:
        """It may be about another file."""
        with pytest.raises(FileNotFoundError) as caught, writing(tmp_path / "x.xml"):
            raise FileNotFoundError(2, "no such file", "other")

        assert "other" == caught.value.filename

    @pytest.mark.parametrize("name", ["a.xml.gz", "A.GZ"])
    def test_gzip_by_suffix(self, name: str, tmp_path: Path) -> None:
        """With neither name nor time in it."""
        with writing(tmp_path / name) as file:
            file.write(WORDS)
        content = (tmp_path / name).read_bytes()

        assert WORDS == gzip.decompress(content)
        assert bytes(5) == content[3:8]  # flags, time: RFC 1952, 2.3
        assert WORDS == read(tmp_path / name)

    @pytest.mark.parametrize(
        ("name", "suffix", "inside"),
        [("a.zip", ".xml", "a.xml"), ("A.XML.ZIP", ".xml", "A.XML"), ("v1.2.zip", ".jsonl", "v1.2.jsonl")],
    )
    def test_zip_by_suffix(self, name: str, suffix: str, inside: str, tmp_path: Path) -> None:
        """One file, at the time that stands for none."""
        with writing(tmp_path / name, suffix) as file:
            file.write(WORDS)
        with zipfile.ZipFile(tmp_path / name) as archive:
            assert [(inside, (1980, 1, 1, 0, 0, 0))] == [(each.filename, each.date_time) for each in archive.infolist()]
            assert WORDS == archive.read(inside)

    def test_writers_pack(self, tmp_path: Path) -> None:
        """Both formats; lines are told by the suffix before that of the packing."""
        projects = (Project(identifier="X-1"), Project(identifier="X-2"))
        write_iati(projects, tmp_path / "a.xml.gz")
        for name in ("a.json.gz", "a.jsonl.gz", "a.ndjson.zip", "a.jsonl"):
            write_json(projects, tmp_path / name)

            assert projects == read_json(tmp_path / name).value
        write_json((), tmp_path / "none.jsonl.gz")

        assert write_iati(projects).data == gzip.decompress((tmp_path / "a.xml.gz").read_bytes())
        assert (tmp_path / "a.jsonl").read_bytes() == gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes())
        assert to_json(projects).encode() == gzip.decompress((tmp_path / "a.json.gz").read_bytes())
        assert () == read_json(tmp_path / "none.jsonl.gz").value

    def test_an_open_file_is_never_packed(self, tmp_path: Path) -> None:
        """Whoever opened it knows what it is to hold."""
        with (tmp_path / "a.gz").open("wb") as given, writing(given) as file:
            file.write(b"x")

        assert b"x" == (tmp_path / "a.gz").read_bytes()

    def test_a_device_is_not_replaced(self) -> None:
        """It would be gone."""
        with writing("/dev/null") as file:
            file.write(b"x")

        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_what_is_no_target(self) -> None:
        """Each with what to do."""
        text = io.StringIO()

        def write(target: object) -> None:
            with writing(cast("Target", target)):
                raise AssertionError

        assert InvalidValue(text, "is open as text", 'open it with mode "wb"') == refusal(lambda: write(text))
        with NamedTemporaryFile("w") as wrapped:  # no TextIOBase
            expected = InvalidValue(wrapped, "is open as text", 'open it with mode "wb"')
            assert expected == refusal(lambda: write(wrapped))
        with NamedTemporaryFile("wb") as binary, writing(cast("BinaryIO", binary)) as file:
            file.write(b"x")
        assert InvalidValue(12, "is no target", "give a path or an open binary file") == refusal(lambda: write(12))
