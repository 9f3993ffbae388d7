"""What is wrong with a file that is no IATI activity file, in words for the person who has it."""

import re
from xml.parsers.expat.errors import codes, messages

from aidmodel.errors import Unreadable, shown

ACTIVITIES = "iati-activities"
"""The root of an activity file."""

_PAGE = "is a web page, and no XML: perhaps the address shows a page about the file, or asks to log in; fetch the file itself"
_ROOTS = {
    "iati-organisations": "is an IATI organisation file, and this library reads activity files",
    "iati-activity": 'is one iati-activity without its root: put it into <iati-activities version="2.03">',
    "html": _PAGE,
}


def wrong_root(name: str, tag: str, line: int, column: int) -> Unreadable:
    """Say what a file is whose root is not that of an activity file."""
    namespace, _, local = tag.rpartition("}")
    problem = _ROOTS.get(local.casefold())
    if problem is None:
        problem = f"has the root element {shown(local)}, and that of an IATI activity file is {ACTIVITIES!r}"
        if namespace and local == ACTIVITIES:
            problem = f"puts its elements into the namespace {shown(namespace[1:])}, and those of IATI have none"
    return Unreadable(name, problem, line, column)


def doctype(name: str, root: str, line: int) -> Unreadable:
    """Say why a file with a document type declaration is not read."""
    if root.casefold() == "html":
        return Unreadable(name, _PAGE, line)
    problem = "has a document type declaration (<!DOCTYPE …>), which IATI has not and may be an attack: delete it"
    return Unreadable(name, problem, line)


def unencoded(name: str, encoding: str) -> Unreadable:
    """Say that the encoding a file declares is none that can be read."""
    return Unreadable(name, f"says that its encoding is {shown(encoding)}, which cannot be read: save it as UTF-8", 1)


_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def encoding_of(begin: bytes) -> str:
    """Give the encoding of a file that declares none, from its first bytes."""
    return "utf-16" if begin.startswith(_UTF_16) else "utf-8"


def no_xml(name: str, begin: bytes) -> Unreadable | None:
    """Say what a file is that does not even begin like XML, or None where it does; ``begin`` is its first bytes."""
    if begin.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return Unreadable(name, "is in UTF-32, which cannot be read: save it as UTF-8")
    if begin.startswith(_UTF_16):
        return None
    text = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        return Unreadable(name, _PAGE) if re.match(rb"<html[\s>]", text, re.IGNORECASE) else None
    if not text:
        return Unreadable(name, "holds nothing but white space" if begin.strip(b"\xef\xbb\xbf") else "is empty")
    if text.startswith((b"{", b"[")):
        return Unreadable(name, "looks like JSON, and no XML; read_json() reads the JSON this library writes")
    if text.startswith(b"%PDF"):
        return Unreadable(name, "is a PDF, and no XML")
    if text.startswith(b"\xd0\xcf\x11\xe0"):
        return Unreadable(name, "is an old Office document, and no XML")
    return Unreadable(name, f"is no XML: it begins with {shown(text[:20])}, and XML begins with '<'")


# ------------------------------------------------------------------ not well-formed

_PLAIN = {
    codes[said]: words
    for said, words in {
        "no element found": "ends before its root element does: it was cut off; fetch it again",
        "unclosed token": "ends in the middle of a tag: it was cut off; fetch it again",
        "partial character": "ends in the middle of a character: it was cut off; fetch it again",
        "unclosed CDATA section": "ends inside a CDATA section: it was cut off, or its ]]> is missing",
        "duplicate attribute": "states an attribute twice in one tag: delete one of the two",
        "junk after document element": "goes on after its root element has ended: a file holds one root element",
        "unbound prefix": "uses a prefix in front of a name that no xmlns:… declares: declare it on the root element",
        "XML or text declaration not at start of entity": "has its <?xml …?> not at its very start: delete what stands "
        "before it, or split the file where two were joined",
        "encoding specified in XML declaration is incorrect": "says that it is in an encoding that it is not in: "
        "correct <?xml … encoding=…?>",
        "XML declaration not well-formed": "has an <?xml …?> that is not well-formed",
        "reference to invalid character number": "refers to a character that XML does not allow (such as &#0;)",
    }.items()
}
_UNDEFINED = codes["undefined entity"]
_INVALID = codes["not well-formed (invalid token)"]
_MISMATCH = codes["mismatched tag"]

_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z_:][-\w.:]*);")
_MISTAKES = (
    (re.compile(rb"(?=[\0-\x08\x0b\x0c\x0e-\x1f])"), "holds the control character {!a}, which XML does not allow"),
    (re.compile(rb"&[-\w.:]*(?=[^-\w.:;#\x80-\xff])"), 'has a bare "&": write &amp;'),
    (re.compile(rb"<(?=[^A-Za-z_:/!?\x80-\xff])"), 'has a bare "<": write &lt;'),
    (re.compile(rb"<[-\w.:]+(?=[^-\w.:\s/>\x80-\xff]|/[^>])"), 'has a "<" that begins no tag: write &lt;'),
    (re.compile(rb"]](?=>)"), 'has a bare "]]>": write ]]&gt;'),
    (re.compile(rb"--(?=[^>])"), 'has a "--" inside a comment: delete one "-"'),
    (re.compile(rb"=\s*(?=[^\s\"'])"), "has an attribute value without quotes"),
    (re.compile(rb"=\s*[\"'][^<\"']*(?=<)"), 'has a "<" in an attribute value: write &lt;, or close its quotes'),
)
"""How a mistake is seen that a parser calls an invalid token; each ends where a parser says that the mistake is.

Most of them are no mistake elsewhere: so only the one that stands at the very place is named."""


def ill_formed(
    name: str, code: int, line: int, offset: int, *, tail: bytes, encoding: str, inside: str = ""
) -> Unreadable:
    """Say what the mistake is that a parser found.

    ``code`` is expat's, ``line`` counts from 1 and ``offset`` from 0; ``tail`` is the bytes the parser was given last,
    ``inside`` the element that was open.
    """
    if code == _UNDEFINED:
        problem = _undefined(tail, offset)
    elif code == _MISMATCH:
        problem = f"closes another element than {shown(inside)}, which is the one that is open"
    elif code == _INVALID:
        problem = _invalid(tail, offset, encoding)
    else:
        problem = _PLAIN.get(code) or f"is not well-formed XML: {messages.get(code, 'unknown mistake')}"
    return Unreadable(name, problem, line, offset + 1)


def _undefined(tail: bytes, offset: int) -> str:
    from html.entities import html5

    placed = [found for found in _ENTITY.finditer(tail) if _offset(tail, found.start(), "utf-8") in (offset, None)]
    found = placed[0] if placed else _ENTITY.search(tail)
    if found is None:
        return "uses an entity that is not defined in XML"
    entity = found[1].decode()
    meant = html5.get(f"{entity};", "")
    mend = "".join(f"&#{ord(each)};" for each in meant) or "the character itself"
    return f"&{entity}; is not defined in XML: write {mend}"


def _invalid(tail: bytes, offset: int, encoding: str) -> str:
    generic = "is not well-formed XML: what stands here has no place in it"
    if encoding.casefold().startswith("utf-16"):
        return generic
    if (at := _undecodable(tail, encoding)) is not None and _offset(tail, at, encoding) in (offset, None):
        return (
            f"is not {encoding.upper()} here (byte 0x{tail[at]:02x}): save it as UTF-8, or let <?xml … encoding=…?> name the "
            f"encoding it is in"
        )
    for mistake, words in _MISTAKES:
        for found in mistake.finditer(tail):
            if _offset(tail, found.end(), encoding) == offset:
                return words.format(chr(tail[found.end()]))
    return generic


def _undecodable(tail: bytes, encoding: str) -> int | None:
    """Give where the first byte stands that the encoding has not; a character that was cut at either end is whole."""
    begin = 0
    while begin < min(3, len(tail)) and 0x80 <= tail[begin] < 0xC0 and encoding.casefold() == "utf-8":
        begin += 1
    try:
        tail[begin:].decode(encoding)
    except UnicodeDecodeError as error:
        return None if error.reason == "unexpected end of data" else begin + error.start
    except LookupError:
        return None
    return None


def _offset(tail: bytes, at: int, encoding: str) -> int | None:
    """Give how many characters stand before a place on its line; None where the line begins before the bytes do."""
    begin = tail.rfind(b"\n", 0, at) + 1
    if not begin and not tail.startswith((b"<?xml", b"\xef\xbb\xbf", b"<iati-activities")):
        return None
    return len(tail[begin:at].decode(encoding, "replace"))
