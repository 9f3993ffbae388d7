"""Where readers take bytes from and writers put them: bytes, paths, open files, packed or plain."""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import BadGzipFile, GzipFile
from io import SEEK_SET, BufferedReader, BytesIO, FileIO, TextIOBase
from pathlib import Path
from typing import BinaryIO, Protocol, cast, final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from aidmodel.errors import InvalidValue, Unreadable

Source = bytes | bytearray | memoryview | str | os.PathLike[str] | BinaryIO
Target = str | os.PathLike[str] | BinaryIO

BLOCK = 1 << 14
"""How many bytes are read at a time: what is built from one block stays in the processor's cache."""
BOMB_SIZE = 64 << 20
"""A packed file may unpack to this many bytes whatever its own size is."""
BOMB_RATIO = 250
"""Beyond :data:`BOMB_SIZE`, to this many times its own size: real XML packs 10 to 40 times, a bomb 1,000 times."""
DIRECTORY_LIMIT = 1 << 20
"""How many bytes the table of contents of a zip may have: one file is wanted, and each entry costs memory."""

_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second is an empty one
_BEGIN = 4
_ENCRYPTED = 1
_ADDRESSES = ("http://", "https://", "ftp://")
_PACKED = (".gz", ".zip")


class _Readable(Protocol):
    def read1(self, size: int, /) -> bytes: ...


@final
class _Counted:
    """An open file that counts what is taken of it, and can be looked into before it is read."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self.name: str = name
        self.taken: int = 0
        self._file = file
        self._ahead = b""

    def begins(self) -> bytes:
        """Give the first four bytes, which are still there to be read."""
        while len(self._ahead) < _BEGIN and (more := self._read(_BEGIN - len(self._ahead))):
            self._ahead += more
        return self._ahead

    def rewind(self) -> None:
        """Go back to before the bytes that were looked at, for one who seeks."""
        self._file.seek(-len(self._ahead), os.SEEK_CUR)
        self._ahead = b""
        self.taken = 0

    def _read(self, size: int) -> bytes:
        content: object = self._file.read(size)
        if not isinstance(content, bytes):
            raise Unreadable(self.name, 'is open as text; open it with mode "rb"')
        return content

    def read(self, size: int = -1) -> bytes:
        if self._ahead:
            ahead = self._ahead
            content = ahead[:size] if 0 <= size <= len(ahead) else ahead + self._read(max(size - len(ahead), -1))
            self._ahead = ahead[len(content) :]
        else:
            content = self._read(size)
        self.taken += len(content)
        return content

    def read1(self, size: int = -1) -> bytes:
        return self.read(size)

    def seekable(self) -> bool:
        seekable = getattr(self._file, "seekable", None)
        return seekable is not None and bool(seekable())

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        if whence == SEEK_SET and not 0 <= offset < 1 << 63:
            raise BadZipFile(f"it points to the place {offset:,}")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()


@final
class _Directory:
    """A file as zipfile reads its table of contents: one that is too long is refused before it is loaded."""

    def __init__(self, file: _Counted) -> None:
        self.file = file
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > DIRECTORY_LIMIT:
            raise Unreadable(self.file.name, "is a zip of too many files: unzip it, and read the one that is meant")
        return self.file.read(size)


@final
class Opened:
    """A source that is open: its name for messages, and its bytes, unpacked as they are asked for."""

    def __init__(self, file: _Counted, content: _Readable, size: int | None) -> None:
        self.name: str = file.name
        """What messages call it: the path, the file's own name, or "the bytes"."""
        self.size: int | None = size
        """Bytes on the disk or given, packed where they are packed; None: nobody knows before the end."""
        self._file = file
        self._content = content

    def taken(self) -> int:
        """Give the number of bytes, of those that :attr:`size` counts, that were taken so far."""
        return self._file.taken

    def blocks(self, size: int = BLOCK) -> Iterator[bytes]:
        """Give the bytes, unpacked, at most ``size`` at a time, once.

        Raises:
            Unreadable: the source is open as text, or its archive is damaged, cut off, or a bomb.

        """
        if self._content is self._file:
            while block := self._file.read(size):
                yield block
            return
        given = 0
        while block := self._unpacked(size):
            given += len(block)
            if given > BOMB_SIZE and given > BOMB_RATIO * self.taken():
                raise Unreadable(
                    self.name, f"unpacks to more than {BOMB_RATIO} times its size: that is a bomb, and no data"
                )
            yield block

    def _unpacked(self, size: int) -> bytes:
        try:
            return self._content.read1(size)
        except EOFError:
            raise Unreadable(self.name, "is an archive that was cut off: fetch it again") from None
        except (BadGzipFile, BadZipFile, zlib.error) as error:
            raise Unreadable(self.name, f"is a damaged archive ({error}): fetch it again") from None


@contextmanager
def opened(source: Source, owner: str = "") -> Iterator[Opened]:
    """Open a source: bytes, a path (a str is a path, too) or an open binary file; plain, or packed by gzip or zip.

    How it is packed is seen from its first bytes, never from its name. A path is closed again, a file that was given
    open is not. ``owner`` is what errors call the function that was given the source.

    Raises:
        InvalidValue: it is no source, or XML or an address where a path is wanted.
        Unreadable: it is open as text; or a zip that is damaged, encrypted, or does not hold exactly one file.
        OSError: there is no such file, or it cannot be read.

    >>> with opened(b"<a/>") as file:
    ...     file.name, file.size, b"".join(file.blocks())
    ('the bytes', 4, b'<a/>')
    """
    if isinstance(source, bytes | bytearray | memoryview):
        with _unpacking("the bytes", BytesIO(source)) as file:
            yield file
    elif isinstance(source, str | os.PathLike):
        if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith("<"):
            raise InvalidValue(source, "is XML, and the path of a file is wanted", "give it as bytes", "source", owner)
        if isinstance(source, str) and "\n" in source:
            raise InvalidValue(source, "is text, and the path of a file is wanted", "give it as bytes", "source", owner)
        if isinstance(source, str) and source.lstrip()[:8].casefold().startswith(_ADDRESSES):
            mend = "download it, and give the path or the bytes"
            raise InvalidValue(source, "is an address, and nothing is fetched", mend, "source", owner)
        with _open(source, owner) as path, _unpacking(os.fspath(source), path) as file:
            yield file
    elif hasattr(source, "read"):
        with _unpacking(str(getattr(source, "name", "the file")), source) as file:
            yield file
    else:
        raise InvalidValue(source, "is no source", "give bytes, a path or an open binary file", "source", owner)


def _open(path: str | os.PathLike[str], owner: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except ValueError as error:  # a NUL in it
        raise InvalidValue(path, f"is no path: {error}", "", "source", owner) from None


@contextmanager
def _unpacking(name: str, source: BinaryIO) -> Iterator[Opened]:
    size = _size(source)
    file = _Counted(name, source)
    begins = file.begins()
    if begins in _ZIP:
        with _unzipped(file) as content:
            yield Opened(file, content, size)
    elif begins.startswith(_GZIP):
        with GzipFile(fileobj=file, mode="rb") as unpacked:
            yield Opened(file, unpacked, size)
    else:
        yield Opened(file, file, size)


def _size(file: BinaryIO) -> int | None:
    """Give the size of what is left of a file; of a class that may unpack or fetch while it seeks, nobody asks."""
    if isinstance(file, BytesIO):
        return file.getbuffer().nbytes - file.tell()
    if not isinstance(file, BufferedReader | FileIO):
        return None
    try:
        status = os.fstat(file.fileno())
        return status.st_size - file.tell() if stat.S_ISREG(status.st_mode) else None
    except OSError:  # a buffer over something that is no file of the system
        return None


@contextmanager
def _unzipped(file: _Counted) -> Iterator[_Readable]:
    if not file.seekable():
        raise Unreadable(file.name, "is a zip, and a zip cannot be read from a stream: save it to a file first")
    file.rewind()
    try:
        archive = ZipFile(_Directory(file))
        content = archive.open(_only(file.name, archive.infolist()))
    except (BadZipFile, RuntimeError, EOFError, UnicodeDecodeError, IndexError) as error:
        # What zipfile lets through of a damaged table of contents; a RuntimeError is a feature that it does not know.
        raise Unreadable(file.name, f"is a damaged zip ({error}): fetch it again") from None
    with archive, content:
        file.taken = 0
        yield cast("_Readable", content)


def _only(name: str, entries: list[ZipInfo]) -> ZipInfo:
    """Give the one file of a zip; folders, hidden files and what macOS adds do not count."""
    files = [
        entry
        for entry in entries
        if not (entry.is_dir() or entry.filename.startswith("__MACOSX/") or Path(entry.filename).name.startswith("."))
    ]
    if not files:
        raise Unreadable(name, "is a zip that holds no file")
    if len(files) > 1:
        some = ", ".join(entry.filename for entry in files[:5])
        more = f" and {len(files) - 5:,} more" if len(files) > 5 else ""
        raise Unreadable(
            name, f"is a zip of {len(files):,} files ({some}{more}): unzip it, and read the one that is meant"
        )
    (only,) = files
    if only.flag_bits & _ENCRYPTED:
        raise Unreadable(name, "is an encrypted zip: unzip it with its password first")
    if only.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the rare ones unpack without a bound
        raise Unreadable(name, f"is a zip packed in a rare way (method {only.compress_type}): unzip it first")
    return only


# ------------------------------------------------------------------ writing


def unpacked_name(name: str) -> str:
    """Give a name without the suffix that says how the file is packed.

    >>> unpacked_name("a.xml.gz"), unpacked_name("A.ZIP"), unpacked_name("a.xml")
    ('a.xml', 'A', 'a.xml')
    """
    stem, suffix = os.path.splitext(name)  # noqa: PTH122  a pure function of names
    return stem if suffix.casefold() in _PACKED else name


@contextmanager
def writing(target: Target, suffix: str = ".xml") -> Iterator[BinaryIO]:
    """Give the file to write to: one that takes the place of a path at the end, or the open binary file that was given.

    What is written to a path that ends in .gz or .zip is packed, into the same bytes at any time. ``suffix`` is that of
    the file inside a zip.

    Raises:
        InvalidValue: it is open as text, or nothing that can be written to.
        OSError: the path cannot be written to.

    """
    if isinstance(target, str | os.PathLike):
        path = Path(target)
        with replacing(path) as file, _packing(path, suffix, file) as packed:
            yield packed
    elif isinstance(target, TextIOBase) or getattr(target, "encoding", None) is not None:  # or what wraps such a file
        raise InvalidValue(target, "is open as text", 'open it with mode "wb"')
    elif hasattr(target, "write"):
        yield target
    else:
        raise InvalidValue(target, "is no target", "give a path or an open binary file")


@contextmanager
def _packing(path: Path, suffix: str, file: BinaryIO) -> Iterator[BinaryIO]:
    """Give the file to write to, whose content is packed into another as the path's suffix says."""
    packed = path.suffix.casefold()
    if packed == ".gz":
        with GzipFile("", "wb", fileobj=file, mtime=0) as content:
            yield cast("BinaryIO", content)
    elif packed == ".zip":
        entry = ZipInfo(path.stem if path.stem.casefold().endswith(suffix) else f"{path.stem}{suffix}")
        entry.compress_type = ZIP_DEFLATED
        with ZipFile(file, "w") as archive, archive.open(entry, "w", force_zip64=True) as inside:
            yield cast("BinaryIO", inside)
    else:
        yield file


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write beside a file and take its place at the end, so that what was there stays if anything goes wrong.

    The new file is as open to others as the old one was.

    Raises:
        InvalidValue: it is no path.
        OSError: it cannot be written to.

    """
    try:
        path = Path(os.path.realpath(path))
    except ValueError as error:  # a NUL in it
        raise InvalidValue(path, f"is no path: {error}") from None
    if path.exists() and not path.is_file():  # a device or pipe is written to, not replaced
        with path.open("wb") as file:
            yield file
        return
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    partial = path.with_name(f".{path.name[:50]}.{os.urandom(8).hex()}.part")  # a name of its own, short enough

    def exclusively(name: str, flags: int) -> int:
        return os.open(name, flags, 0o666 if mode is None else mode)

    with _named(path):
        file = open(partial, "xb", opener=exclusively)  # noqa: SIM115  Path.open takes no opener
    try:
        with file:
            if mode is not None:
                partial.chmod(mode)  # all of it: what the process masks was masked
            yield file
        with _named(path):
            partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error name the file that is meant, not the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from None
