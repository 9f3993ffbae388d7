"""check(): everything that is wrong with projects, in one report."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import localcontext
from functools import lru_cache
from typing import Any, Protocol, final

import attrs

from aidmodel._build import builder
from aidmodel._fields import as_instance
from aidmodel.errors import InvalidValue, join_path
from aidmodel.issues import Issue, Report, Where
from aidmodel.model import paths
from aidmodel.model.chain import ResultsChain
from aidmodel.model.project import Project
from aidmodel.rates.rate import RateProvider, as_provider
from aidmodel.rules import (
    aid,
    budgets,
    chain,
    code_lists,
    dates,
    disaggregation,
    identifiers,
    identity,
    indicators,
    languages,
    markers,
    money,
    names,
    organisations,
    places,
    reach,
    revisions,
    schedule,
    sectors,
    spending,
    targets,
    transactions,
    uses,
    values,
)
from aidmodel.rules.choice import Chosen, chosen
from aidmodel.rules.profiles import profile_of
from aidmodel.rules.rule import Basis, Rule
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.partial_date import as_day

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *identifiers.RULES,
    *names.RULES,
    *code_lists.RULES,
    *languages.RULES,
    *organisations.RULES,
    *dates.RULES,
    *schedule.RULES,
    *places.RULES,
    *reach.RULES,
    *sectors.RULES,
    *markers.RULES,
    *aid.RULES,
    *money.RULES,
    *budgets.RULES,
    *transactions.RULES,
    *spending.RULES,
    *chain.RULES,
    *indicators.RULES,
    *uses.RULES,
    *targets.RULES,
    *revisions.RULES,
    *values.RULES,
    *disaggregation.RULES,
)
"""The rules that every project is judged by; a donor's profile adds others."""

OF_CHAIN = frozenset(
    (
        *dates.OF_CHAIN,
        *chain.RULES,
        *indicators.RULES,
        *uses.RULES,
        *targets.RULES,
        *revisions.RULES,
        *values.RULES,
        *disaggregation.RULES,
    )
)
"""Those of them that look into the results chain alone: a project without one is not asked."""


class Adding(Protocol):
    """What adds rules to those for every project, as a donor's profile does."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules it adds."""
        ...


def check(
    projects: Project | Iterable[Project],
    *,
    as_of: dt.date | str,
    profile: Adding | str | None = None,
    rules: Chosen | None = None,
    without: Chosen = (),
    rates: RateProvider | None = None,
) -> Report:
    """Judge a project, or several, and report every issue at once, in the order of its fields.

    ``as_of`` is the day to judge by: a date after it lies in the future. There is no default, so that a report says the
    same tomorrow. ``rules`` are those to ask, or words that choose some: a code ("dates.reversed"), a family ("dates"), an
    id of the standard ("7.5.3"), "iati" for all that have one; None: all. Those of ``without`` are not asked. ``profile``
    adds the rules of a donor. ``rates`` are for rules that hold amounts of several currencies against each other; None:
    they hold none. In the report of several projects a path begins with the position of its project, ``[3].budgets[0]``, and
    an issue says which it is: :attr:`Issue.project`.

    Raises:
        InvalidValue: ``as_of`` is no day, a project no project, or a word chooses no rule.

    >>> print(check(Project(identifier="XM-1-2", title="Wells"), as_of="2024-05-31", rules="dates").errors[0].message)
    no planned or actual start is given: state one
    """
    judging = Judging(as_of, profile=profile, rules=rules, without=without, rates=rates, owner="check")
    return Report(tuple(_issues(judging, projects, "check")))


def iter_issues(
    projects: Project | Iterable[Project],
    *,
    as_of: dt.date | str,
    profile: Adding | str | None = None,
    rules: Chosen | None = None,
    without: Chosen = (),
    rates: RateProvider | None = None,
) -> Iterator[Issue]:
    """Judge a project, or several, and give each issue when its project was judged; nothing else is kept of it.

    The arguments, the order and the paths are those of :func:`check`. Of projects that were judged only identifiers are
    remembered, so that one that stands twice is found.

    Raises:
        InvalidValue: as for :func:`check`; for what is no project, when its turn comes.

    >>> projects = (Project(identifier=name, title="Wells") for name in ("XM-1-2", "XM-1-3", "XM-1-2"))
    >>> for issue in iter_issues(projects, as_of="2024-05-31", rules="1.1.2"):
    ...     print(issue)
    error    [2].identifier  the identifier 'XM-1-2' is that of [0] too: give each project its own  [identity.repeated, rule 1.1.2]
    """
    judging = Judging(as_of, profile=profile, rules=rules, without=without, rates=rates, owner="iter_issues")
    return _issues(judging, projects, "iter_issues")


def _issues(judging: "Judging", projects: Project | Iterable[Project], owner: str) -> Iterator[Issue]:
    """Give the issues of projects, each with the position of its project where there may be several."""
    if isinstance(projects, Project):
        yield from judging.issues(projects)
    elif not isinstance(projects, Iterable) or isinstance(projects, str):
        raise InvalidValue(projects, "must be a Project or several of them", "", "projects", owner)
    else:
        for position, project in enumerate(projects):
            try:
                as_instance(project, Project)
            except InvalidValue as error:
                raise error.under(f"projects[{position}]", owner) from None
            yield from judging.issues(project, f"[{position}]")


_issue = builder(Issue)


@final
class Judging:
    """The judging of one project after the other, all by the same rules."""

    def __init__(
        self,
        as_of: dt.date | str,
        *,
        profile: Adding | str | None,
        rules: Chosen | None,
        without: Chosen,
        rates: RateProvider | None,
        owner: str,
        reading: Collection[str] = (),
    ) -> None:
        """``reading`` are the codes of what may be found while the projects are read, where that is to be chosen, too."""
        try:
            day = as_day(as_of)
        except InvalidValue as error:
            raise error.under("as_of", owner) from None
        self._choices, self._reading = chosen(
            RULES, rules, without, _rules_of(profile, owner), owner=owner, reading=reading
        )
        self._outside_chain = [each for each in self._choices if each.rule not in OF_CHAIN]
        self._seen: dict[str, int] = {}
        self._count = 0
        self._basis = Basis(as_of=day, rates=_provider(rates, owner), earlier=self._seen)

    def tells(self, code: str) -> bool:
        """Say whether what was found while reading, under this code, is told."""
        return code in self._reading

    def issues(self, project: Project, path: str = "", where: Callable[[str], Where] | None = None) -> list[Issue]:
        """Give what is wrong with a project, in the order of its fields.

        ``path`` is the way to the project among several; ``where`` gives the place in its source of what is at a path inside it.
        """
        choices = self._choices if project.chain else self._outside_chain
        with localcontext(ARITHMETIC):
            found = [
                (place(project, finding.path), rule.code, rule, finding)
                for rule, ids in choices
                for finding in rule.find(project, self._basis)
                if ids is None or rule.official(finding) in ids
            ]
        found.sort(key=_order)
        if project.identifier is not None:
            self._seen.setdefault(project.identifier, self._count)
        self._count += 1
        identifier = project.identifier if path else None
        return [
            _issue(
                code=code,
                severity=rule.severity,
                message=finding.message,
                path=join_path(path, finding.path),
                rule=rule.official(finding),
                project=identifier,
                where=None if where is None else where(finding.path),
            )
            for _, code, rule, finding in found
        ]


def _order(found: tuple[Any, ...]) -> tuple[Any, ...]:
    return found[:2]


def _provider(rates: RateProvider | None, owner: str) -> RateProvider | None:
    try:
        return None if rates is None else as_provider(rates)
    except InvalidValue as error:
        raise error.under("", owner) from None


def _rules_of(profile: Adding | str | None, owner: str) -> tuple[Rule, ...]:
    if profile is None:
        return ()
    try:
        known = profile_of(profile) if isinstance(profile, str) else profile
    except InvalidValue as error:
        raise error.under("profile", owner) from None
    rules = getattr(known, "rules", None)
    if not isinstance(rules, tuple):
        raise InvalidValue(profile, "must be a profile, which has rules", "", "profile", owner)
    return rules


def place(project: Project, path: str) -> tuple[int, ...]:
    """Give the place of a path among the project's fields, to sort by."""
    order: list[int] = []
    thing: Any = project
    for step in _steps(path):
        if isinstance(step, int):
            order.append(step)
            thing = thing[step] if isinstance(thing, tuple | ResultsChain) else None
        else:
            known = _places(type(thing))
            order.append(known.get(step, len(known)))
            thing = getattr(thing, step, None)
    return tuple(order)


_steps = lru_cache(4_096)(paths.steps)  # projects of a file are wrong in the same places
_PLACES: dict[type, dict[str, int]] = {}


def _places(cls: type) -> dict[str, int]:
    """Give the place of each field of a class, by its name; it is found when it is first asked for."""
    if cls not in _PLACES:
        fields = attrs.fields(cls) if attrs.has(cls) else ()
        _PLACES[cls] = {each.name: at for at, each in enumerate(fields)}
    return _PLACES[cls]
