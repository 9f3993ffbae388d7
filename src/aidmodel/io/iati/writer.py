"""Writing projects as IATI 2.03: what IATI has no place for is named in the report, raw content goes back."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, final, overload

import attrs
from attrs import evolve, frozen

from aidmodel._files import Target, writing
from aidmodel.errors import InvalidValue, join_path, shown
from aidmodel.io.iati.findings import WRITING
from aidmodel.io.iati.kinds import TIMESTAMP, Unclean, default_currency, escaped, quoted
from aidmodel.io.iati.plan import activity
from aidmodel.io.iati.raw import XML, fragment, is_attribute, is_name, named, new_prefixes, parsed
from aidmodel.io.iati.reader import IatiProjects
from aidmodel.io.iati.reading import elements_of
from aidmodel.io.iati.write_quick import writer
from aidmodel.io.iati.writing import FORBIDDEN, Writing, encoded
from aidmodel.io.several import projects_of
from aidmodel.issues import Header, Issue, Loaded, Report
from aidmodel.model.extras import Extras
from aidmodel.model.project import Project
from aidmodel.values.code import Code
from aidmodel.values.text import Text
from aidmodel.values.timestamp import as_timestamp_or_none, timestamp_text

_NO_HEADER = Header(format="IATI")
_GENERATED = "generated-datetime"
_REPLACED = "holds characters that XML has no form for; U+FFFD stands for them"


@final
@frozen
class Written:
    """What a writer hands over when it was given no target."""

    data: bytes
    """The file."""
    report: Report
    """What the format could not hold."""


@overload
def write_iati(
    projects: Project | Iterable[Project],
    target: None = None,
    *,
    generated: dt.datetime | str | None = None,
    header: Header | IatiProjects | None = None,
    on_issue: Callable[[Issue], object] | None = None,
) -> Written: ...
@overload
def write_iati(
    projects: Project | Iterable[Project],
    target: Target,
    *,
    generated: dt.datetime | str | None = None,
    header: Header | IatiProjects | None = None,
    on_issue: Callable[[Issue], object] | None = None,
) -> Report: ...
def write_iati(
    projects: Project | Iterable[Project],
    target: Target | None = None,
    *,
    generated: dt.datetime | str | None = None,
    header: Header | IatiProjects | None = None,
    on_issue: Callable[[Issue], object] | None = None,
) -> Written | Report:
    """Write one or many projects as an IATI 2.03 activity file, to a path or an open binary file, as they come.

    A path that ends in ``.gz`` or ``.zip`` is packed.

    ``generated`` is the time to be stated as that of the file; None: that of ``header``, or none. ``header`` is that of
    a file that was read, whose further attributes, prefixes and pieces are written again; or the projects of
    :func:`iter_iati`, for that of their file, some of which is known only at the end. None: where ``projects`` are those
    themselves, that of their file, else there is none. ``on_issue`` is called with each issue, once its project is
    written. With a target the report comes back, without one the file and the report. White space around values carries
    no meaning in IATI, and does not come back when the file is read.

    Raises:
        InvalidValue: something else than projects is given, or the target is open as text.
        OSError: the target cannot be written to; what was there before stays.

    >>> written = write_iati(Project(identifier="CE.0373", title="Social inclusion", fund_year=2017))
    >>> print(written.data.decode(), written.report, sep="")
    <?xml version="1.0" encoding="UTF-8"?>
    <iati-activities version="2.03">
      <iati-activity>
        <iati-identifier>CE.0373</iati-identifier>
        <title>
          <narrative>Social inclusion</narrative>
        </title>
      </iati-activity>
    </iati-activities>
    1 warning
      warning  [0].fund_year  has no place in IATI, and is not written  [iati.not-written]
    """
    given = projects_of(projects)
    source = projects if header is None and isinstance(projects, IatiProjects) else header
    head = _header(source)
    if generated is not None:
        kept = tuple(pair for pair in head.attributes if pair[0] != "generated-datetime")
        head = evolve(head, generated=as_timestamp_or_none(generated), attributes=kept)
    issues: list[Issue] = []

    def tell(issue: Issue) -> None:
        issues.append(issue)
        if on_issue is not None:
            on_issue(issue)

    def write(file: BinaryIO) -> None:
        declared = _declared(head, tell)
        prefixes = {space: prefix for prefix, space in reversed([*declared.items()])}
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities{_attributes(head, declared, tell)}>\n'.encode()
        )
        _write(given, file, prefixes, tell)
        _finish(file, _header(source), prefixes, tell)

    if target is None:
        from io import BytesIO

        buffer = BytesIO()
        write(buffer)
        return Written(buffer.getvalue(), Report(tuple(issues)))
    with writing(target) as file:
        write(file)
    return Report(tuple(issues))


def _header(source: Header | IatiProjects | None) -> Header:
    if isinstance(source, IatiProjects):
        return source.header
    if source is not None and not isinstance(source, Header):
        mend = "pass its header" if isinstance(source, Loaded) else ""
        raise InvalidValue(source, "must be a Header", mend, "header", "write_iati")
    return source or _NO_HEADER


def _declared(header: Header, tell: Callable[[Issue], None]) -> dict[str, str]:
    """Give the prefixes to be declared, each with the address of its namespace."""
    declared: dict[str, str] = {}
    for prefix, space in header.namespaces:
        sound = is_attribute(f"{{{space}}}{prefix}") and is_name(prefix) and encoded(space)
        if sound and declared.setdefault(prefix, space) == space:
            continue
        message = f"the header has a prefix that cannot be declared: {prefix!r} for {space!r}"
        tell(_issue("iati.not-written", message))
    return declared


def _write(
    projects: Iterator[Project], file: BinaryIO, prefixes: Mapping[str, str], tell: Callable[[Issue], None]
) -> None:
    state = Writing(prefixes)
    write = writer(activity(), 1)
    for position, project in enumerate(projects):
        out: list[str] = []
        state.currency = default_currency(project.default_currency)
        write(project, out, state)
        text = "".join(out)
        content = encoded(text)
        if content is None or state.forbidden:
            content = content or text.translate(FORBIDDEN).encode()
            state.forbidden = False
            for issue in _forbidden(project, f"[{position}]"):
                tell(issue)
        file.write(content)
        if state.lost:
            for issue in _lost(project, state, f"[{position}]"):
                tell(issue)


def _finish(file: BinaryIO, header: Header, prefixes: Mapping[str, str], tell: Callable[[Issue], None]) -> None:
    for element in header.elements:
        piece = parsed(element)
        if piece is None or piece.tag in ("iati-activity", "iati-activities"):
            tell(_issue("iati.not-written", f"the header holds no piece of XML that may stand here: {element[:80]!r}"))
        else:
            file.write(f"  {fragment(piece, prefixes)}\n".encode())
    for words in header.words:
        if encoded(words) is None:
            tell(_issue("iati.control-character", f"one of the words of the header {_REPLACED}: {shown(words)}"))
        file.write(f"  {escaped(words.translate(FORBIDDEN))}\n".encode())
    file.write(b"</iati-activities>\n")


def _attributes(header: Header, declared: Mapping[str, str], tell: Callable[[Issue], None]) -> str:
    """Write the attributes of the root, with the prefixes it declares."""
    attributes: dict[str, str] = {}
    for name, text in header.attributes:
        if name == _GENERATED and not _is_still(text, header.generated):
            continue  # it is another time now
        if is_attribute(name) and encoded(text) is not None:
            attributes[name] = text
        else:
            tell(_issue("iati.not-written", f"the header has an attribute that cannot be written: {name!r}, {text!r}"))
    if header.generated is not None:
        attributes.setdefault(_GENERATED, timestamp_text(header.generated))
    known = {XML: "xml"} | {space: prefix for prefix, space in reversed([*declared.items()])}
    new = new_prefixes(attributes, known)
    known.update(new)
    prefixes = [*declared.items(), *((prefix, space) for space, prefix in new.items())]
    written = [f' xmlns:{prefix}="{quoted(space)}"' for prefix, space in prefixes]
    written.append(' version="2.03"')
    written += [f' {named(name, known)}="{quoted(text)}"' for name, text in attributes.items() if name != "version"]
    return "".join(written)


def _is_still(spelling: str, moment: dt.datetime | None) -> bool:
    """Say whether a spelling that was kept is read as this time, or as none where there is none."""
    try:
        return bool(TIMESTAMP.read(spelling) == moment)
    except Unclean as problem:
        return bool(problem.value == moment)


def _issue(code: str, message: str, path: str = "") -> Issue:
    return Issue(code=code, severity=WRITING[code].severity, message=message, path=path)


def _lost(project: Project, state: Writing, path: str) -> Iterator[Issue]:
    places: dict[int, list[str]] = {}  # an object may stand in several
    for at, thing in elements_of(project):
        places.setdefault(id(thing), []).append(at)
    lost = [
        (join_path(path, join_path(at, field)), code, message)
        for thing, field, code, message in state.lost
        for at in places.get(id(thing), [""])
    ]
    for at, code, message in dict.fromkeys(lost):
        yield _issue(code, message, at)
    state.lost.clear()


def _forbidden(project: Project, path: str) -> Iterator[Issue]:
    """Name each field whose words hold characters that no XML may hold."""
    for at, thing in elements_of(project):
        for field in attrs.fields(type(thing)):
            held = [text for text in _texts(getattr(thing, field.name)) if encoded(text) is None]
            if held and ("iati" in field.metadata or field.name == "extras"):
                message = f"{_REPLACED}: {shown(held[0])}"
                yield _issue("iati.control-character", message, join_path(path, join_path(at, field.name)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield from (word for entry in value.entries for word in entry if word is not None)
    elif isinstance(value, Code):
        yield from (value.code, value.vocabulary or "")
    elif isinstance(value, Extras):
        yield from (raw.xml for raw in value.raw if raw.name[0] in "@#")
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
