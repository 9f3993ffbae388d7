"""Laws of the JSON format, over the objects of every class."""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

import aidmodel
from aidmodel import Duration, Project, Text, from_dict, from_json, read_json, to_dict, to_json, write_json
from aidmodel.testing.strategies import projects

CLASSES = [
    cls
    for cls in (
        getattr(aidmodel, name)
        for name, home in sorted(aidmodel._HOMES.items())
        if home.startswith(("values.", "model."))
    )
    if isinstance(cls, type) and attrs.has(cls)
]

few = settings(max_examples=settings().max_examples // 10)
some = settings(max_examples=settings().max_examples // 2)
each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


def _values(thing: Any) -> dict[str, Any]:
    return {spec.name: getattr(thing, spec.name) for spec in attrs.fields(type(thing))}


@each_class
@few
@given(data=st.data())
def test_what_is_written_is_read(cls: type, data: st.DataObject) -> None:
    """As text and as plain data, provenance and all; and it is written alike again."""
    thing = data.draw(st.from_type(cls))
    text = to_json(thing)
    read = from_json(text, type(thing))

    assert thing == read
    assert hash(thing) == hash(read)
    assert _values(thing) == _values(read)
    assert text == to_json(read)
    assert thing == from_dict(to_dict(thing), type(thing)) == from_json(text.encode(), type(thing))
    assert json.loads(text) == to_dict(thing)


@some
@given(projects())
@example(Project(title="a\ttab\rreturns\r\n\x00\x1f\x7f\u2028\x85"))
@example(Project(title="half a character: \ud800"))
@example(Project(stated_duration=Duration("1E+3", "days")))
def test_text_is_made_for_version_control(project: Project) -> None:
    """One newline at the end, UTF-8, no control character but newlines, no trailing blanks, nothing that is not stated."""
    text = to_json(project)

    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert not {chr(code) for code in range(32)} - {"\n"} & set(text)
    assert all(line == line.rstrip(" ") for line in text.split("\n"))
    assert project == from_json(text.encode())
    assert len(to_dict(project)) == 2 + sum(value != spec.default for spec, value in _stated(project))


def _stated(project: Project) -> list[tuple["attrs.Attribute[Any]", Any]]:
    return [(spec, getattr(project, spec.name)) for spec in attrs.fields(Project)]


@some
@given(st.lists(projects(), min_size=1, max_size=3), st.sampled_from(["some.json", "some.jsonl", "some.ndjson"]))
def test_files_hold_all_projects_in_order(items: list[Project], name: str) -> None:
    """JSON and JSON Lines, from a path, bytes and an open file; provenance is kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_json(items, path)
        content = path.read_bytes()
        read = [read_json(path), read_json(str(path)), read_json(content), read_json(io.BytesIO(content))]

    for loaded in read:
        assert tuple(items) == loaded.value
        assert [each.provenance for each in items] == [each.provenance for each in loaded.value]
        assert loaded.report.ok()


@few
@given(st.lists(projects(), max_size=2))
def test_a_list_is_written_as_one_text(items: list[Project]) -> None:
    """to_json of several projects is what write_json writes, and what read_json reads."""
    file = io.BytesIO()
    write_json(items, file)

    assert to_json(items).encode() == file.getvalue()
    assert tuple(items) == read_json(file.getvalue()).value


@given(st.text(alphabet=st.characters(), max_size=20))
def test_every_string_is_kept(words: str) -> None:
    """Halves of characters too, as long as two of them do not make one."""
    words = "".join(char if not "\ud800" <= char <= "\udfff" else f"{char}." for char in words)
    project = Project(title=Text({"en": words}))

    assert project == from_json(to_json(project).encode())
