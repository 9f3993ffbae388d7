"""The bytes of a page as text: in the encoding it states, in UTF-8, or in what Windows wrote."""

import codecs
import re
from typing import cast

from aidmodel.errors import Unreadable
from aidmodel.io.pages.findings import PAGES
from aidmodel.issues import Issue

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STATED = re.compile(rb"""(?:charset\s*=|<\?xml[^>]*encoding\s*=)\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_BINARIES = (
    (b"%PDF", "a PDF: copy its text, and give that"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: copy its text, and give that"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text file: copy its text, and give that"),
)
_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # the second byte of a letter, read as one of its own
_TWICE = re.compile(f"Ã[{_HIGH}]|Â[\u00a0-\u00bf]|â€[{_HIGH}]|\ufffd")


def decoded(content: bytes | str, name: str) -> tuple[str, list[Issue]]:
    """Give the text of a page, and what is to be said of its letters.

    Raises:
        Unreadable: it is empty, or no text.

    """
    issues: list[Issue] = []
    text = content if isinstance(content, str) else _with_bom(content, name)
    if text is None:
        text = _without_bom(cast("bytes", content), name, issues)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise Unreadable(name, "is empty: there is no page in it")
    if (at := text.find("\0")) >= 0:
        raise Unreadable(name, f"is no text: character {at:,} is NUL; save the page as HTML or text")
    return text, issues + _damages(text)


def _damages(text: str) -> list[Issue]:
    """Report letters that were damaged before the page was saved."""
    found = _TWICE.search(text)
    if found is None:
        return []
    line = text.count("\n", 0, found.start()) + 1
    message = f"{found[0]!r} stands where another letter was: the page was saved in a wrong encoding; save it again"
    return [_issue("page.damaged-letters", message, line)]


def _with_bom(content: bytes, name: str) -> str | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                problem = f"begins as {encoding} does, and is not (byte {error.start:,}); save it again"
                raise Unreadable(name, problem) from None
    return None


def _without_bom(content: bytes, name: str, issues: list[Issue]) -> str:
    for begin, what in _BINARIES:
        if content.startswith(begin):
            raise Unreadable(name, f"is no page of text or HTML but {what}")
    match = _STATED.search(content[:4096])
    stated = match[1].decode() if match else None
    for encoding in (stated, "utf-8"):
        try:
            if encoding is not None and codecs.lookup(encoding).name not in ("utf-16", "utf-32", "utf-7"):
                return content.decode(_as_browsers_read(encoding))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            name, f"is no text in UTF-8 or Windows-1252 (byte 0x{content[error.start]:02x}); save it as UTF-8", line
        ) from None
    other = f"in {stated}, as it states, or " if stated and _differ(stated, "utf-8") else ""
    first = next(number for number, line in enumerate(text.split("\n"), 1) if not line.isascii())
    issues.append(_issue("page.encoding", f"it is not {other}in UTF-8: it is read as Windows-1252", first))
    return text


def _as_browsers_read(encoding: str) -> str:
    """Give the encoding that is meant: what calls itself Latin-1 is Windows-1252."""
    return "cp1252" if codecs.lookup(encoding).name in ("iso8859-1", "ascii") else encoding


def _differ(left: str, right: str) -> bool:
    """Say whether two names stand for two encodings; a name that none has differs from all."""
    try:
        return codecs.lookup(left) != codecs.lookup(right)
    except LookupError:
        return True


def _issue(code: str, message: str, line: int) -> Issue:
    return Issue(code=code, severity=PAGES[code].severity, message=message, where=(line, 1))
