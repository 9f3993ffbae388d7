"""HTML as the lines its page shows, in the order a browser would copy them."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, final

from aidmodel.errors import MissingExtra
from aidmodel.io.pages.lines import Line, LineKind, line_of, tidy

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_UNSHOWN = (
    *("script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "audio", "video", "head"),
    *("nav", "button", "select", "option", "input", "textarea", "dialog", "map"),
)
_ROLES = {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert"}
_CLASSES = {"breadcrumb", "breadcrumbs", "navbar", "menu"}
_IDS = {"header", "footer", "nav", "navigation", "menu", "banner"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "ol", "p", "pre"),
    *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    *_HEADINGS,
}
_KINDS = {"dt": LineKind.LABEL, "dd": LineKind.VALUE, "li": LineKind.ITEM, **dict.fromkeys(_HEADINGS, LineKind.HEADING)}


def is_html(text: str) -> bool:
    """Say whether a text is HTML: it begins with a tag, or has the tags that a page consists of."""
    return bool(
        re.match(r"\s*<(?:!doctype|!--|[a-z])", text, re.IGNORECASE)
        or re.search(r"</(?:html|body|p|div|td|dd|h[1-6]|li)\s*>", text, re.IGNORECASE)
    )


def html_lines(text: str) -> tuple[tuple[Line, ...], tuple[str, ...], bool]:
    """Give the lines that HTML shows, what its head says of the page, and whether it is cut off.

    Left out is what a browser does not show, and what the markup itself marks as navigation.

    Raises:
        MissingExtra: beautifulsoup4 is not installed.

    """
    try:
        soup: BeautifulSoup = import_module("bs4").BeautifulSoup(_body(text), "html.parser")
    except ModuleNotFoundError as error:
        if error.name != "bs4":
            raise
        raise MissingExtra("html", "beautifulsoup4", "reading HTML") from None
    head = tuple(_head(soup))
    for tag in soup.find_all(_is_unshown):
        if not tag.decomposed:
            tag.decompose()
    return tuple(_Walk(soup).lines()), head, _is_cut_off(text)


def _body(text: str) -> str:
    """Take off what stands before XHTML, which the parser would take for XML."""
    return re.sub(r"^\s*<\?xml[^>]*>", "", text)


def _is_cut_off(text: str) -> bool:
    opened = re.search(r"<(html|body)[\s>]", text, re.IGNORECASE)
    if opened and not re.search(rf"</{opened[1]}\s*>", text, re.IGNORECASE):
        return True
    return bool(re.search(r"<[^<>]*$", text.rstrip()))


def _head(soup: "BeautifulSoup") -> Iterator[str]:
    if soup.title and (title := tidy(soup.title.get_text())):
        yield title
    for tag in soup.find_all(["link", "meta"]):
        relation = " ".join(_tokens(tag, "rel")) or tag.get("property") or tag.get("name") or ""
        if str(relation).casefold() in {"canonical", "og:url", "og:site_name", "dcterms.creator", "author"}:
            yield str(tag.get("href") or tag.get("content") or "")


def _is_unshown(tag: "Tag") -> bool:
    if tag.name in _UNSHOWN or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if re.search(r"display\s*:\s*none", str(tag.get("style") or ""), re.IGNORECASE):
        return True
    if str(tag.get("role") or "").casefold() in _ROLES:
        return True
    if tag.name == "header":  # of the site, unless it holds the title of the page
        return tag.find("h1") is None and tag.find_parent(["main", "article"]) is None
    if tag.name in ("footer", "aside"):
        return tag.find_parent(["main", "article"]) is None
    if tag.name == "div" and tag.get("id") in _IDS:
        return tag.find("h1") is None
    return tag.name in ("ul", "ol", "div") and not _CLASSES.isdisjoint(_tokens(tag, "class"))


def _tokens(tag: "Tag", name: str) -> list[str]:
    return [each for each in tag.get_attribute_list(name) if each]


@final
class _Walk:
    """Goes through a tree without recursion, as pages may be as deep as somebody likes, and gives its lines."""

    def __init__(self, tag: "Tag") -> None:
        self._tag = tag
        self._words: list[str] = []
        self._number = _line_of(tag)
        self._set = 0  # how many elements are open whose lines and tabs are shown as they stand

    def lines(self) -> Iterator[Line]:
        from bs4.element import NavigableString, PreformattedString, Tag

        stack: list[tuple[Tag | None, Iterator[object]]] = [(None, iter(self._tag.children))]
        kinds: list[LineKind] = []
        while stack:
            tag, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if tag is not None and tag.name in _BLOCKS:
                    yield from self._flush(kinds)
                    self._set -= tag.name == "pre"
                    if tag.name in _KINDS:
                        kinds.pop()
            elif isinstance(child, Tag):
                if child.name in _BLOCKS:
                    yield from self._flush(kinds)
                    if child.name == "pre":
                        self._set += 1
                        self._number = _line_of(child)
                    if child.name in _KINDS:
                        kinds.append(_KINDS[child.name])
                        self._words.append(_number_of(child))
                if child.name == "br":
                    yield from self._flush(kinds)
                elif child.name == "tr" and child.find(["table", *_HEADINGS]) is None:  # else it is there for layout
                    yield from _row(child)
                else:
                    if isinstance(child.previous_sibling, Tag) and _begins_apart("".join(self._words), child):
                        self._words.append(" ")
                    stack.append((child, iter(child.children)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                if self._set:
                    yield from self._as_it_stands(str(child), kinds)
                    continue
                if child.strip() and not "".join(self._words).strip():
                    self._number = _line_of(child.parent)
                self._words.append(str(child))
        yield from self._flush(kinds)

    def _as_it_stands(self, text: str, kinds: list[LineKind]) -> Iterator[Line]:
        """Give the lines of preformatted text but for the last, which may go on behind an element."""
        *lines, last = re.split(r"\r\n|[\r\n]", text)
        for words in lines:
            self._words.append(words)
            yield from self._flush(kinds)
            self._number += 1
        self._words.append(last)

    def _flush(self, kinds: list[LineKind]) -> Iterator[Line]:
        words = "".join(self._words).strip() if self._set else tidy("".join(self._words))
        self._words.clear()
        if re.search(r"\w", words):
            yield line_of(words, self._number, kinds[-1] if kinds else LineKind.PROSE)


def _begins_apart(words: str, tag: "Tag") -> bool:
    """Say whether a page shows a gap before an element that has none in the markup: "Status" and "Closed" in spans."""
    if tag.name not in ("span", "strong", "b", "label"):
        return False
    return re.search(r"[a-zà-ÿ%):]$", words) is not None and re.match(r"[A-ZÀ-Ý$\d]", tag.get_text()) is not None


def _number_of(tag: "Tag") -> str:
    """Give the number that a browser shows before an item of a numbered list."""
    if tag.name != "li" or tag.parent is None or tag.parent.name != "ol":
        return ""
    before = len(tag.find_previous_siblings("li"))
    start = str(tag.parent.get("start") or "1")
    return f"{int(start) + before}. " if start.isdecimal() else f"{1 + before}. "


def _line_of(tag: "Tag | None") -> int:
    return (tag.sourceline if tag is not None else None) or 1


def _row(row: "Tag") -> Iterator[Line]:
    """Give a row as a line; where the last cell of two has lines of its own, the further ones are values."""
    cells = [_cell(cell) for cell in row.find_all(["th", "td"], recursive=False)]
    number = _line_of(row)
    if len(cells) == 1:
        yield from (Line(words, number) for words in cells[0])
    elif any(cells):
        last = cells[-1] if len(cells) == 2 else [" ".join(cells[-1])]
        first = [" ".join(cell) for cell in cells[:-1]]
        yield Line("\t".join([*first, *last[:1]]).rstrip("\t"), number)
        yield from (Line(words, number, LineKind.VALUE) for words in last[1:])


def _cell(cell: "Tag") -> list[str]:
    return [line.text for line in _Walk(cell).lines()]
