"""The findings that somebody knows of and accepts, each with the reason."""

import re
from pathlib import Path
from typing import Any, NamedTuple, final

from aidmodel._cli.files import FailedError, naming
from aidmodel.errors import shown
from aidmodel.issues import Issue

_KEYS = {"code", "path", "reason", "project"}
_ANY = "[*]"


@final
class Accepted(NamedTuple):
    """A finding that is accepted."""

    code: str
    """The code of its issue."""
    path: str
    """Where it is in the project; "[*]" stands for each position, as in ``budgets[*].span``."""
    reason: str
    """Why it is accepted."""
    project: str | None = None
    """The identifier of the project; None: in any."""

    def __str__(self) -> str:
        return f"{self.code} at {self.path or '(whole)'}{f' of {self.project}' if self.project else ''}"


@final
class Known:
    """The accepted findings of a file; it remembers which of them were met."""

    def __init__(self, accepted: tuple[Accepted, ...]) -> None:
        self._accepted = [(each, re.compile(_pattern(each.path))) for each in accepted]
        self._met: set[int] = set()

    def reason(self, issue: Issue, path: str, project: str | None) -> str | None:
        """Give the reason why an issue of a project is accepted; None: it is not."""
        for at, (each, pattern) in enumerate(self._accepted):
            if each.code == issue.code and each.project in (None, project) and pattern.fullmatch(path):
                self._met.add(at)
                return each.reason
        return None

    @property
    def unmet(self) -> tuple[Accepted, ...]:
        """The findings that were accepted and are not there any more."""
        return tuple(each for at, (each, _) in enumerate(self._accepted) if at not in self._met)


def _pattern(path: str) -> str:
    return re.escape(path).replace(re.escape(_ANY), r"\[\d+\]")


def read_accepted(file: str | None) -> Known:
    """Read the accepted findings of a JSON file; None: there are none.

    Raises:
        FailedError: it is not there, or not of the form ``{"known": [{"code": …, "path": …, "reason": …}]}``.

    """
    if file is None:
        return Known(())
    import json

    with naming(file):
        text = Path(file).read_bytes()
    try:
        data: Any = json.loads(text)
    except ValueError as error:  # of decoding, too
        raise FailedError(f"{file}: not JSON: {error}") from None
    known = data.get("known") if isinstance(data, dict) else None
    if not isinstance(known, list):
        raise FailedError(f'{file}: must hold {{"known": […]}}, a list of accepted findings')
    return Known(tuple(_accepted(each, f"{file}: known[{at}]") for at, each in enumerate(known)))


def _accepted(data: Any, where: str) -> Accepted:
    if not isinstance(data, dict):
        raise FailedError(f"{where}: must be an object with code, path and reason, got {shown(data)}")
    if unknown := sorted(data.keys() - _KEYS):
        raise FailedError(f"{where}: has no such key: {', '.join(unknown)}; it has {', '.join(sorted(_KEYS))}")
    for name in ("code", "path", "reason", "project"):
        value = data.get(name)
        if name == "project" and value is None:
            continue
        if not isinstance(value, str) or (name != "path" and not value.strip()):
            raise FailedError(f"{where}.{name}: must be words, got {shown(value)}")
    return Accepted(data["code"], data["path"], data["reason"], data.get("project"))
