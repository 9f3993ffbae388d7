"""Pieces of XML as self-contained text, and back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element as Tree

from aidmodel.io.iati.kinds import escaped, quoted

XML = "http://www.w3.org/XML/1998/namespace"
"""The namespace that is bound to the prefix ``xml``, in every file, and may not be declared as another."""


def fragment(element: Tree, declared: Mapping[str, str] | None = None) -> str:
    """Write an element with all that is in it; ``declared`` are the prefixes of the namespaces known around it.

    The depth of what comes in is anybody's, so no function calls itself here.
    """
    written: list[str] = []
    open_ones: list[tuple[str, Iterator[Tree], Mapping[str, str], str]] = []
    known: Mapping[str, str] = {XML: "xml", **(declared or {})}
    name, known = _opened(element, known, written)
    open_ones.append((name, iter(element), known, ""))
    while open_ones:
        name, children, known, tail = open_ones[-1]
        child = next(children, None)
        if child is None:
            open_ones.pop()
            _close(name, written)
            written.append(tail)
        else:
            name, inner = _opened(child, known, written)
            open_ones.append((name, iter(child), inner, escaped(child.tail or "")))
    return "".join(written)


def _close(name: str, written: list[str]) -> None:
    if written[-1] == ">" and written[-2].startswith("<") and not written[-2].startswith("</"):
        written[-1] = "/>"
    else:
        written.append(f"</{name}>")


def _opened(element: Tree, known: Mapping[str, str], written: list[str]) -> tuple[str, Mapping[str, str]]:
    new = new_prefixes((element.tag, *element.attrib), known)
    if new:
        known = {**known, **new}
    name = named(element.tag, known)
    declarations = [f' xmlns:{prefix}="{quoted(space)}"' for space, prefix in new.items()]
    attributes = [f' {named(key, known)}="{quoted(value)}"' for key, value in element.attrib.items()]
    written += [f"<{name}{''.join(declarations)}{''.join(attributes)}", ">"]
    if element.text:
        written.append(escaped(element.text))
    return name, known


def parsed(text: str) -> Tree | None:
    """Give the element that a self-contained fragment is, None where it is none."""
    try:
        return None if "<!DOCTYPE" in text else ET.fromstring(text)  # noqa: S314  no type, so no entities
    except (ET.ParseError, UnicodeEncodeError):
        return None


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_NO_MARK = re.compile(r"[^\s<>/=&'\":]+")


def is_name(name: str) -> bool:
    """Say whether a word may be the prefix of a namespace, or the name of an attribute without one."""
    return _is_word(name) and not name.lower().startswith("xml")


def _is_word(name: str) -> bool:
    """Say whether a name has the letters that XML has for names: other letters than these the parser knows best."""
    return bool(_NAME.fullmatch(name)) or bool(_NO_MARK.fullmatch(name) and parsed(f"<{name}/>") is not None)


def is_attribute(name: str) -> bool:
    """Say whether an attribute may have this name: a word, with its namespace as ``{address}word``."""
    if name[:1] != "{":
        return is_name(name)
    space, brace, local = name[1:].partition("}")
    return bool(space.strip() and brace and _is_word(local)) and not space.endswith("/2000/xmlns/")


def new_prefixes(names: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Give free prefixes for the namespaces of names that are not among the known ones."""
    spaces = dict.fromkeys(name[1:].partition("}")[0] for name in names if name[:1] == "{")
    if spaces.keys() <= known.keys():
        return {}
    taken = {*known.values()}
    free = (prefix for number in count() if (prefix := f"ns{number}") not in taken)
    return {space: next(free) for space in spaces if space not in known}


def named(name: str, known: Mapping[str, str]) -> str:
    """Give a name as it is written, with the prefix of its namespace."""
    if name[:1] != "{":
        return name
    space, _, local = name[1:].partition("}")
    return f"{known[space]}:{local}"
