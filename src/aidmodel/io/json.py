"""The library's own format: JSON that loses nothing, made for version control.

One leaf stands on one line, keys in the order of the class, only what is stated, numbers and dates as strings. The
format has a version, :data:`FORMAT`; files of every version up to it are read for ever.
"""

import os
from collections.abc import Iterable
from typing import Any, TypeVar, overload

import attrs

from aidmodel._files import Source, Target, opened, unpacked_name, writing
from aidmodel.errors import InvalidValue, Unreadable, join_path, shown
from aidmodel.io.codec import CLASS, Schemas, codec_of, kinds_of
from aidmodel.io.forms import Data
from aidmodel.io.json_text import compact, parse, pretty, safe
from aidmodel.io.memory import uncollected
from aidmodel.io.several import projects_of
from aidmodel.issues import Header, Loaded
from aidmodel.model.extras import Record
from aidmodel.model.project import Project

T = TypeVar("T")

FORMAT = 1
"""The version of the format that is written, and the newest that is read."""

_VERSION = "aidmodel"
_SEVERAL = "projects"


def to_dict(thing: object) -> dict[str, Data]:
    """Give an object of any class of the model as plain data, with the format's version and the name of its class.

    Raises:
        InvalidValue: the object is of no class of the model, nor of the values it holds.

    >>> to_dict(Project(identifier="CE.0373"))
    {'aidmodel': 1, 'class': 'Project', 'identifier': 'CE.0373'}
    """
    cls = type(thing)
    _check_class(cls, thing)
    data = codec_of(cls).encode(thing)
    head: dict[str, Data] = {_VERSION: FORMAT, CLASS: cls.__name__}
    # The names in a record are its own, and may be those of the head.
    return {**head, **data} if type(data) is dict and cls is not Record else {**head, "value": data}


@overload
def from_dict(data: Data) -> Project: ...
@overload
def from_dict(data: Data, cls: type[T]) -> T: ...
def from_dict(data: Data, cls: type[Any] = Project) -> Any:
    """Give the object of a class that plain data stands for.

    Raises:
        InvalidValue: the data is not what :func:`to_dict` gives for the class; the error names the path.
        Unreadable: it is in a format newer than this version of the library knows.

    >>> from_dict({"aidmodel": 1, "class": "Project", "identifier": "CE.0373"})
    Project(identifier='CE.0373')
    """
    return _from_dict(data, cls, "the data")


def _from_dict(data: Data, cls: type[T], source: str, line: int | None = None) -> T:
    _check_class(cls, cls)
    if type(data) is not dict:
        raise InvalidValue(data, "must be an object", "see to_dict()")
    _check_version(data, source, line)
    name = data.get(CLASS)
    if name != cls.__name__:
        if _SEVERAL in data:
            raise InvalidValue(
                len(data[_SEVERAL]) if isinstance(data[_SEVERAL], list) else data[_SEVERAL],
                "holds several projects",
                "use read_json()",
                _SEVERAL,
            )
        raise InvalidValue(
            name,
            f"must be {cls.__name__}",
            f"pass the class: from_dict(data, {name})" if isinstance(name, str) and len(name) < 80 else "",
            CLASS,
        )
    body = {key: value for key, value in data.items() if key not in (_VERSION, CLASS)}
    codec = codec_of(cls)
    if body.keys() == {"value"} and "value" not in {field.name for field in attrs.fields(cls)}:  # type: ignore[arg-type]
        return codec.decode(body["value"])  # type: ignore[no-any-return]
    return codec.decode({CLASS: name, **body} if kinds_of(cls) != (cls,) else body)  # type: ignore[no-any-return]


def _check_class(cls: type, given: object) -> None:
    if not (attrs.has(cls) and cls.__module__.startswith(("aidmodel.model.", "aidmodel.values."))):
        raise InvalidValue(
            given, "must be an object of a class of the model" if given is not cls else "must be a class of the model"
        )


def _check_version(data: dict[str, Data], source: str, line: int | None) -> None:
    version = data.get(_VERSION)
    if type(version) is not int or version < 1:
        raise Unreadable(source, f'does not begin with "{_VERSION}": {FORMAT}, so it is not this library\'s JSON', line)
    if version > FORMAT:
        raise Unreadable(
            source,
            f"is written in format {shown(version)}; this version of aidmodel reads up to {FORMAT}: update aidmodel",
            line,
        )


# ------------------------------------------------------------------ text


def to_json(thing: object) -> str:
    """Give an object of any class of the model, or several projects, as JSON text with a final newline.

    Raises:
        InvalidValue: the object is of no class of the model, nor of the values it holds; or words in it hold two halves
            of a character side by side, for which JSON has no form.

    >>> print(to_json(Project(identifier="CE.0373", fund_year=2017)), end="")
    {
      "aidmodel": 1,
      "class": "Project",
      "identifier": "CE.0373",
      "fund_year": 2017
    }
    """
    if attrs.has(type(thing)):
        return safe(pretty(to_dict(thing), "\n") + "\n")
    return safe(
        pretty(
            {_VERSION: FORMAT, _SEVERAL: [codec_of(Project).encode(project) for project in projects_of(thing)]}, "\n"
        )
        + "\n"
    )


@overload
def from_json(text: str | bytes | bytearray) -> Project: ...
@overload
def from_json(text: str | bytes | bytearray, cls: type[T]) -> T: ...
def from_json(text: str | bytes | bytearray, cls: type[Any] = Project) -> Any:
    """Give the object of a class that JSON text stands for.

    Raises:
        Unreadable: the text is no JSON, not UTF-8, or of a newer format; the error names line and column.
        InvalidValue: it is JSON and no object of the class; the error names the path.

    >>> from_json('{"aidmodel": 1, "class": "Project", "title": 12}')
    Traceback (most recent call last):
    ...
    aidmodel.errors.InvalidValue: title: must be words, or a list of words in languages, got 12
    """
    if not isinstance(text, str | bytes | bytearray):
        raise InvalidValue(text, "must be JSON text", "use from_dict() for plain data, read_json() for a file")
    words = text.removeprefix("\ufeff") if isinstance(text, str) else _decoded(bytes(text), "the text")
    return _from_dict(parse(words, "the text"), cls, "the text")


def write_json(projects: Project | Iterable[Project], target: Target) -> None:
    """Write one or many projects to a path or an open binary file.

    One project is written as :func:`to_json` has it, several as a list; to a path that ends in ``.jsonl`` or ``.ndjson``
    each is written on a line of its own (JSON Lines), one after the other, as they come. A path that ends in ``.gz`` or
    ``.zip`` after that (``.json.gz``, ``.jsonl.gz``) is packed.

    Raises:
        InvalidValue: something else than projects is given, or the file is open as text.

    """
    given = projects_of(projects)
    if isinstance(target, str | os.PathLike) and _is_lines(os.fspath(target)):
        with writing(target, ".jsonl") as file:
            for project in given:
                file.write(safe(compact(to_dict(project)) + "\n").encode())
        return
    data = to_json(projects if isinstance(projects, Project) else tuple(given)).encode()
    with writing(target, ".json") as file:
        file.write(data)


def read_json(source: Source) -> Loaded[tuple[Project, ...]]:
    """Read the projects of a JSON or JSON Lines file: bytes, a path (a str is a path, too) or an open binary file,
    plain or packed by gzip or zip.

    Raises:
        Unreadable: the source is no JSON, not UTF-8, or of a newer format; the error names line and column.
        InvalidValue: it is JSON and holds no projects as this library writes them; the error names the path.

    """
    name, content = _content(source)
    text = _decoded(content, name)
    with uncollected():
        return _loaded(_read(text, name))


def _read(text: str, name: str) -> tuple[Project, ...]:
    if _is_lines(name) and not text.strip():
        return ()
    first, _, rest = text.lstrip().partition("\n")
    if rest.strip() and first.rstrip().endswith("}"):
        lines = enumerate(text.split("\n"), 1)
        return tuple(_line(line, number, name) for number, line in lines if line.strip())
    data = parse(text, name)
    if type(data) is dict and _SEVERAL in data:
        return _several(data, name)
    return (_from_dict(data, Project, name),)


def _is_lines(name: str) -> bool:
    return unpacked_name(name).casefold().endswith((".jsonl", ".ndjson"))


def _loaded(projects: tuple[Project, ...]) -> Loaded[tuple[Project, ...]]:
    return Loaded(projects, header=Header(format="aidmodel JSON", version=str(FORMAT)))


def _line(line: str, number: int, name: str) -> Project:
    try:
        return _from_dict(parse(line, name, number), Project, name, number)
    except InvalidValue as error:
        where = f"line {number}: {error.path}" if error.path else f"line {number}"
        raise InvalidValue(error.value, error.problem, error.mend, where) from None


def _several(data: dict[str, Data], name: str) -> tuple[Project, ...]:
    _check_version(data, name, None)
    if extra := data.keys() - {_VERSION, _SEVERAL}:
        raise InvalidValue(data[min(extra)], f'cannot stand beside "{_SEVERAL}"', "", min(extra))
    items = data[_SEVERAL]
    if type(items) is not list:
        raise InvalidValue(items, "must be a list", "", _SEVERAL)
    made: list[Project] = []
    for position, item in enumerate(items):
        try:
            made.append(codec_of(Project).decode(item))
        except InvalidValue as error:
            raise error.under(join_path(_SEVERAL, f"[{position}]")) from None
    return tuple(made)


def _content(source: Source) -> tuple[str, bytes]:
    if isinstance(source, str) and source.lstrip().startswith(("{", "[")):
        raise InvalidValue(
            source, "is JSON, and the path of a file is wanted", "use from_json()", "source", "read_json"
        )
    with opened(source, "read_json") as file:
        return file.name, b"".join(file.blocks(1 << 20))


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            name, f"is not UTF-8 (byte {error.start}: 0x{content[error.start]:02x}); save it as UTF-8", line
        ) from None


# ------------------------------------------------------------------ schema


def json_schema() -> dict[str, Data]:
    """Give the JSON Schema (2020-12) of the format: one project, or several.

    What the schema cannot say (unique ids, links that lead somewhere, spans in order) :func:`from_json` checks.
    """
    schemas = Schemas()
    project = codec_of(Project).schema(schemas)
    body = schemas.definitions["Project"]
    head = {_VERSION: {"const": FORMAT}, CLASS: {"const": "Project"}}
    one = {**body, "properties": {**head, **body["properties"]}, "required": [_VERSION, CLASS]}
    several = {
        "type": "object",
        "properties": {_VERSION: {"const": FORMAT}, _SEVERAL: {"type": "array", "items": project}},
        "required": [_VERSION, _SEVERAL],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"aidmodel JSON, format {FORMAT}",
        "anyOf": [one, several],
        "$defs": dict(sorted(schemas.definitions.items())),
    }
