"""The way to a value inside an object, as issues and errors name it: ``chain[2].indicators[0].periods[1].span``."""

import re
from typing import Any, TypeVar

import attrs

from aidmodel._fields import as_instance
from aidmodel.errors import InvalidValue, NotFound, join_path, near
from aidmodel.model.chain import ResultsChain, as_chain
from aidmodel.model.extras import Extras, Record

T = TypeVar("T")
Step = str | int

_STEP = re.compile(r"\.?([A-Za-z_][A-Za-z0-9_]*)|\[([^\[\]]+)\]")
_POSITION = re.compile(r"0|[1-9][0-9]{0,8}")  # "007" and longer numbers are names


def steps(path: str) -> tuple[Step, ...]:
    """Take a path apart: names, positions, and the keys of mappings and chains.

    Raises:
        InvalidValue: it is no path.

    >>> steps("chain[2].indicators[0].title")
    ('chain', 2, 'indicators', 0, 'title')
    """
    found: list[Step] = []
    as_instance(path, str)
    end = 0
    for match in _STEP.finditer(path):
        if match.start() != end or (match[1] and match[0].startswith(".") == (end == 0)):
            break
        found.append(match[1] or (int(match[2]) if _POSITION.fullmatch(match[2]) else match[2]))
        end = match.end()
    if end != len(path):
        raise InvalidValue(path, "is no path", 'write it as in "chain[2].indicators[0].title"')
    return tuple(found)


def at(thing: Any, path: str) -> Any:
    """Give the value at a path; '' is the thing itself.

    Raises:
        InvalidValue: it is no path.
        NotFound: the path leads nowhere; the message says from where on, and names what looks like it.

    """
    done = ""
    for step in steps(path):
        thing = _down(thing, step, done)
        done = _joined(done, step)
    return thing


def replaced(thing: T, path: str, value: object) -> T:
    """Give a copy of a thing in which the value at a path is another one; an own field is set whether it is there or not.

    Raises:
        InvalidValue: it is no path, or the value is none the field takes.
        NotFound: the path leads nowhere.

    """
    result = _replaced(thing, steps(path), value, "")
    if type(result) is not type(thing):
        raise InvalidValue(value, f"cannot stand in place of a {type(thing).__name__}", "", path)
    return result


def _replaced(thing: Any, way: tuple[Step, ...], value: object, done: str) -> Any:
    if not way:
        return value
    step, rest = way[0], way[1:]
    if thing is None and done.rpartition(".")[2] == "extras":
        thing = Extras()
    own_field = isinstance(thing, Extras | Record) and step != "raw"
    # A last step to an own field may set one that is not there yet.
    new = value if own_field and not rest else _replaced(_down(thing, step, done), rest, value, _joined(done, step))
    try:
        if isinstance(thing, tuple):
            return (*thing[: int(step)], new, *thing[int(step) + 1 :])
        if isinstance(thing, ResultsChain):
            place = step if isinstance(step, int) else [node.id for node in thing.nodes].index(step)
            nodes: list[Any] = [*thing.nodes[:place], new, *thing.nodes[place + 1 :]]
            return as_chain(nodes)
        if isinstance(thing, Record):
            return {**thing, str(step): new}  # the extras that hold it make it one again
        if isinstance(thing, Extras) and own_field:
            return Extras({**thing, str(step): new}, raw=thing.raw)
        return attrs.evolve(thing, **{str(step): new})
    except InvalidValue as error:
        raise error.under(done) if done else error from None


def _down(thing: Any, step: Step, done: str) -> Any:
    if isinstance(thing, ResultsChain):
        return thing[step]
    if isinstance(thing, tuple):
        if isinstance(step, int) and step < len(thing):
            return thing[step]
        raise NotFound(f"item of {done or 'the value'}, which has {len(thing)},", str(step))
    if isinstance(thing, Record) or (isinstance(thing, Extras) and step != "raw"):
        return thing[str(step)]
    names = [spec.name for spec in attrs.fields(type(thing))] if attrs.has(type(thing)) else []
    if names and not done and isinstance(step, int):
        raise NotFound(
            f'item of {type(thing).__name__}, which is one (leave the "[{step}]." of its list out),', str(step)
        )
    if step not in names:
        raise NotFound(f"field of {done or type(thing).__name__}", str(step), near(str(step), names))
    return getattr(thing, str(step))


def _joined(done: str, step: Step) -> str:
    return join_path(done, f"[{step}]" if isinstance(step, int) or not step.isidentifier() else step)
