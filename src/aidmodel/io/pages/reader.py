"""Reading a donor's page: every fact it states becomes part of a project, and the report says what was left."""

import re
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from io import TextIOBase
from typing import TextIO, cast

from aidmodel._files import Source, opened
from aidmodel.errors import InvalidValue, Unreadable, near, shown
from aidmodel.io.iati.reader import read_iati
from aidmodel.io.pages.decoding import decoded
from aidmodel.io.pages.findings import PAGES
from aidmodel.io.pages.labels import Publisher, marks_of, read_project
from aidmodel.io.pages.lines import Page, text_lines
from aidmodel.io.pages.markup import html_lines, is_html
from aidmodel.issues import Header, Issue, Loaded, Report
from aidmodel.model.project import Project

GROUP = "aidmodel.pages"
"""The group of entry points by which packages add publishers."""

_OWN = ("gac", "iom", "usaid")


def read_page(source: Source | TextIO, publisher: str | None = None) -> Loaded[tuple[Project, ...]]:
    """Read the projects of a donor's page, saved as HTML or text: bytes, a path (a str is a path, too) or an open file.

    ``publisher`` is "gac" (Global Affairs Canada), "iom" (IOM Development Fund), "usaid" (a fact sheet of USAID), or
    the name of one that another package adds; None: the page is known by its own marks. Every fact that the page
    states is in the project, with its provenance; what was left, or not understood, is in the report. Nothing is
    fetched.

    A page that is an IATI file is read as one, by :func:`aidmodel.read_iati`.

    Raises:
        InvalidValue: the source is no path, bytes or open file, or nobody knows the publisher.
        Unreadable: it is empty, no text, or no page of the publisher; with None: of none that is known.
        MissingExtra: it is HTML and beautifulsoup4 is not installed: ``pip install "aidmodel[html]"``.
        OSError: there is no such file, or it cannot be read.

    >>> page = b'''A rural water project
    ... Project Number: CA-3-P000001001
    ... Status: Operational
    ... Maximum Contribution: $1,250,000.00
    ... Executing Agency:
    ... Reporting Organization: Global Affairs Canada'''
    >>> loaded = read_page(page)
    >>> loaded.one().amounts[0].value, loaded.one().implementers
    (Money('1250000.00', 'CAD'), ())
    >>> print(loaded.report)
    1 info
      info     line 5, column 1: [0].participants  the label 'Executing Agency:' has no value: unknown, neither none nor zero  [page.blank-label]
    """
    chosen = None if publisher is None else publisher_of(_as_name(publisher))
    name, content = _content(source)
    if isinstance(content, bytes) and b"<iati-activities" in content[:4096]:
        return read_iati(content)
    text, issues = decoded(content, name)
    _refuse_xml(text, name)
    page = _page(name, text)
    known = _recognised(page) if chosen is None else _confirmed(page, chosen)
    if page.cut_off:
        issues.append(_cut_off(page))
    others, broken = _publishers()
    issues += map(_broken, broken)
    issues += [_other(each) for each in others if each is not known and _fits(each, page)]
    projects: list[Project] = []
    starts = [*known.starts(page.lines), len(page.lines)]
    for number in range(len(starts) - 1):
        begin = starts[number] if number else 0  # what stands before the first one is left, and told, by its reader
        project, found = read_project(known, page, page.lines[begin : starts[number + 1]])
        projects.append(project)
        issues += [issue.under(f"[{number}]") for issue in found]
    return Loaded(tuple(projects), Report(tuple(issues)), Header(format=f"page of {known.title}"))


# ------------------------------------------------------------------ publishers


@cache
def publisher_of(name: str) -> Publisher:
    """Give a publisher by its name: one of the three, or one that an entry point of :data:`GROUP` names.

    Raises:
        InvalidValue: nobody knows it, or what the entry point names cannot be loaded, or is none.

    """
    if name in _OWN:
        own: Publisher = import_module(f"aidmodel.io.pages.{name}").PUBLISHER
        return own
    added = {each.name: each for each in entry_points(group=GROUP)}
    if name not in added:
        known = [*_OWN, *added]
        alike = near(name, known)
        mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else f"one of {', '.join(known)}"
        raise InvalidValue(name, "is no publisher whose pages can be read", mend, "publisher", "read_page")
    return _loaded(added[name])


def _loaded(point: EntryPoint) -> Publisher:
    try:
        found: object = point.load()
    except Exception as error:  # noqa: BLE001  whatever is wrong with another's module
        problem = f"does not load: {type(error).__name__}: {error}"
    else:
        if isinstance(found, Publisher) and found.name == point.name:
            return found
        problem = (
            f"names a publisher {found.name!r}" if isinstance(found, Publisher) else f"is {shown(found)}, no Publisher"
        )
    package = f" of the package {point.dist.name!r}" if point.dist else ""
    problem = f"is broken: its entry point {point.value!r}{package} {problem}"
    raise InvalidValue(point.name, problem, "mend or uninstall that package", "publisher", "read_page")


def _publishers() -> tuple[tuple[Publisher, ...], tuple[InvalidValue, ...]]:
    """Give the publishers whose pages can be read, and what is wrong with those that cannot be loaded."""
    known: list[Publisher] = []
    broken: list[InvalidValue] = []
    for name in publishers():
        try:
            known.append(publisher_of(name))
        except InvalidValue as error:
            broken.append(error)
    return tuple(known), tuple(broken)


def publishers() -> tuple[str, ...]:
    """Give the names of the publishers whose pages can be read; an entry point cannot take the place of one of ours.

    >>> publishers()[:3]
    ('gac', 'iom', 'usaid')
    """
    return (*_OWN, *sorted({each.name for each in entry_points(group=GROUP)} - set(_OWN)))


def _as_name(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(value, "must be the name of a publisher, or None", 'write "gac"', "publisher", "read_page")
    return value


def _fits(publisher: Publisher, page: Page) -> bool:
    """Say whether a page can be taken for one of a publisher though nobody says so."""
    return _has_marks(publisher, page) and publisher.claims(page)


def _has_marks(publisher: Publisher, page: Page) -> bool:
    return len(marks_of(publisher, page)) >= publisher.needed


def _recognised(page: Page) -> Publisher:
    known, broken = _publishers()
    fitting = [publisher for publisher in known if _fits(publisher, page)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = " and of ".join(publisher.title for publisher in fitting)
        mend = " or ".join(f"publisher={publisher.name!r}" for publisher in fitting)
        raise Unreadable(page.source, f"has the marks of a page of {names}: say {mend}")
    told = "; ".join(
        [*(_how_near(each, page) for each in known), *(f"{each.value!r} {each.problem}" for each in broken)]
    )
    raise Unreadable(page.source, f"is no page of a publisher that is known, or not the whole of it: {told}")


def _how_near(publisher: Publisher, page: Page) -> str:
    count = f"{len(marks_of(publisher, page))} of the {publisher.needed} marks"
    if _has_marks(publisher, page):
        count = f"enough marks, which pages of others have, too: say publisher={publisher.name!r} if it is one"
    return f"{publisher.title} ({count})"


def _broken(error: InvalidValue) -> Issue:
    message = f"the publisher {error.value!r} {error.problem}: whether the page is one of its is not known"
    return Issue(code="page.publisher-broken", severity=PAGES["page.publisher-broken"].severity, message=message)


def _other(publisher: Publisher) -> Issue:
    message = f"the page has the marks of {publisher.title}, too: what stands under those labels is no part of this"
    return Issue(code="page.other-publisher", severity=PAGES["page.other-publisher"].severity, message=message)


def _confirmed(page: Page, publisher: Publisher) -> Publisher:
    if _has_marks(publisher, page):
        return publisher
    others, _ = _publishers()
    alike = [
        f"{each.title} (publisher={each.name!r})" for each in others if each is not publisher and _fits(each, page)
    ]
    found = len(marks_of(publisher, page))
    problem = (
        f"is no page of {publisher.title}, or not the whole of it: it has {found or 'none'} of the "
        f"{len(publisher.marks)} labels, names and numbers that tell its pages, and {publisher.needed} are needed"
    )
    looks = f"it looks like a page of {' or of '.join(alike)}" if alike else "it looks like no other page that is known"
    raise Unreadable(page.source, f"{problem}; {looks}")


# ------------------------------------------------------------------ the source


def _content(source: Source | TextIO) -> tuple[str, bytes | str]:
    if isinstance(source, str) and ("\n" in source or source.lstrip("\ufeff \t").startswith("<")):
        mend = "give io.StringIO(text) or bytes"
        raise InvalidValue(source, "is a page, and the path of a file is wanted", mend, "source", "read_page")
    if isinstance(source, TextIOBase) or getattr(source, "encoding", None) is not None:
        file = cast("TextIO", source)
        return str(getattr(file, "name", "the text")), file.read()
    with opened(cast("Source", source), "read_page") as binary:
        return binary.name, b"".join(binary.blocks())


def _refuse_xml(text: str, name: str) -> None:
    if re.match(r"\s*<\?xml", text) and not re.search(r"<(?:!doctype\s+)?html", text[:4096], re.IGNORECASE):
        root = re.search(r"<([A-Za-z][\w.:-]*)", text)
        problem = f"is XML and no IATI (its root is {shown(root[1]) if root else 'missing'})"
        raise Unreadable(name, f"{problem}, and no description of that form is known: save the page as HTML or text")


def _page(name: str, text: str) -> Page:
    if not is_html(text):
        return Page(source=name, lines=text_lines(text))
    lines, head, cut_off = html_lines(text)
    return Page(source=name, lines=lines, head=head, cut_off=cut_off)


def _cut_off(page: Page) -> Issue:
    last = page.lines[-1]
    message = f"the HTML ends before its page does, after {shown(last.text[-80:])}: save it again, whole"
    severity = PAGES["page.cut-off"].severity
    return Issue(code="page.cut-off", severity=severity, message=message, where=(last.number, 1))
