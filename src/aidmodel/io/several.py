"""Projects as writers take them: one, or several as they come."""

from collections.abc import Iterable, Iterator, Mapping

from aidmodel._fields import a_or_an
from aidmodel.errors import InvalidValue
from aidmodel.issues import Loaded
from aidmodel.model.project import Project


def projects_of(things: object) -> Iterator[Project]:
    """Give the projects one by one; what can hold none is refused at once, before a file is opened.

    Raises:
        InvalidValue: it can hold none, or something among them is no project.

    """
    if isinstance(things, Project):
        return iter((things,))
    if isinstance(things, str | bytes | Mapping) or not isinstance(things, Iterable):
        mend = "pass its value" if isinstance(things, Loaded) else ""
        raise InvalidValue(things, "must be a Project or several", mend)
    return _each(things)


def _each(things: Iterable[object]) -> Iterator[Project]:
    for thing in things:
        if not isinstance(thing, Project):
            raise InvalidValue(thing, f"must be a Project, not {a_or_an(type(thing).__name__)}")
        yield thing
