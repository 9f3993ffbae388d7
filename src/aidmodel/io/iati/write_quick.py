"""Writing objects that hold nothing out of the ordinary, by functions written for each class from its plan.

Each function does what a person would write by hand: one piece of XML after the other, in the standard's order. Where
an object holds what IATI cannot, :mod:`aidmodel.io.iati.write_careful` writes it instead.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, NoReturn, TypeAlias

from aidmodel.errors import InvalidValue
from aidmodel.io.iati import write_careful
from aidmodel.io.iati.kinds import escaped, quoted
from aidmodel.io.iati.plan import Plan
from aidmodel.io.iati.read_source import VARIANTS
from aidmodel.io.iati.write_source import WriteSource
from aidmodel.io.iati.writing import Writing
from aidmodel.model.result import Result

Write: TypeAlias = Callable[[Any, list[str], Writing], None]


@cache
def writer(plan: Plan, depth: int) -> Write:
    """Give the function that writes the objects of a plan, so many levels deep."""
    if plan.cls not in VARIANTS:
        return _writer(plan, depth, plan.cls)
    careful = partial(write_careful.write, plan, depth)
    of_class = {cls: _writer(plan, depth, cls) for cls in VARIANTS[plan.cls]}

    def write(thing: Any, out: list[str], writing: Writing) -> None:
        of_class.get(thing.__class__, careful)(thing, out, writing)

    return write


def _writer(plan: Plan, depth: int, cls: type[Any]) -> Write:
    """Give the function for the objects of one class; its source is written and compiled here."""
    names: dict[str, Any] = {
        "cls": cls,
        "plan": plan,
        "careful": write_careful.write,
        "finished": write_careful.finished,
        "escaped": escaped,
        "quoted": quoted,
        "tell": _refuse,
        "Result": Result,
        "InvalidValue": InvalidValue,
    }
    exec(WriteSource(plan, depth, cls, names, writer).source(), names)  # noqa: S102  the source is made of the plan alone
    write: Write = names["write"]
    return write


def _refuse(message: str, field: str = "") -> NoReturn:  # noqa: ARG001  as the parts tell it
    raise InvalidValue(None, message)
