"""The ways in which files write values by category, recognised, and brought into one form when that is asked for.

IATI has one way: a target or actual for each category, beside the one for all. Files of before version 2.03 repeat the
period instead, and some put the number where the category belongs.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar, final, overload

from attrs import evolve

from aidmodel.errors import InvalidValue
from aidmodel.issues import Issue, Loaded, Report, Severity
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual, Baseline, Dimension, Measured, Target
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.values.number import as_decimal, plain
from aidmodel.values.plain import as_string_or_none
from aidmodel.values.span import DateSpan

V = TypeVar("V", Baseline, Target, Actual)

_DIMENSIONS = ("age", "disability", "gender", "grade", "location", "nationality", "sex", "status", "type", "year")
"""Words that name a dimension: a number beside one of them is a category ("grade 5"), as far as one can tell."""


@final
class Recognised(NamedTuple):
    """A place where values by category are written in another way than IATI's own."""

    code: str
    """What it is: :data:`REPEATED`, :data:`MOVED` or :data:`DOUBTFUL`."""
    path: str
    """Where it stands in the indicator."""
    message: str
    """What was recognised, in a sentence."""


REPEATED = "disaggregation.repeated-period"
"""The period is repeated for each category."""
MOVED = "disaggregation.figure-in-dimension"
"""The numbers stand where the categories belong, and make up the value."""
DOUBTFUL = "disaggregation.number-as-category"
"""A number stands where the category belongs, and may be one."""


def recognised(indicator: Indicator) -> Iterator[Recognised]:
    """Give each place where values are written by repeated periods, or with the figure in the dimension."""
    for places in _repeated(indicator.periods):
        first, *repeats = places
        named = ", ".join(f"periods[{at}]" for at in repeats)
        span = indicator.periods[first].span
        yield Recognised(
            REPEATED, f"periods[{first}]", f"the period {span} is repeated for other categories by {named}"
        )
    for path, value, others in _values(indicator):
        figures = _figures(value)
        if figures is None:
            continue
        stated = ", ".join(f"{name} {plain(number)}" for name, number in figures)
        if _make_up(value, figures, others):
            yield Recognised(MOVED, path, f"numbers stand in the place of categories, and make up the value: {stated}")
        else:
            yield Recognised(DOUBTFUL, path, f"a number stands in the place of a category: {stated}")


@overload
def normalise_disaggregation(thing: Indicator, *, dimension: str | None = None) -> Loaded[Indicator]: ...
@overload
def normalise_disaggregation(thing: Project, *, dimension: str | None = None) -> Loaded[Project]: ...
def normalise_disaggregation(
    thing: Indicator | Project, *, dimension: str | None = None
) -> Loaded[Indicator] | Loaded[Project]:
    """Bring the values by category of an indicator, or of all of a project, into the form that IATI 2.03 has for them.

    Periods that are repeated for other categories become one, with a value for each. Numbers in the place of categories
    become values of their own, each for the category that stood beside it, if together they make up the value;
    ``dimension`` names what they are categories of, None: that stays unknown. The report says what was done, and what was
    recognised and left: a number that may be a category.

    Raises:
        InvalidValue: it is neither an indicator nor a project.

    >>> old = Indicator(periods=Period("2024", actuals=Actual(30, dimensions={"Kenya": "11", "Uganda": "19"})))
    >>> loaded = normalise_disaggregation(old, dimension="country")
    >>> [str(each.value) + str([one.value for one in each.dimensions]) for each in loaded.value.periods[0].actuals]
    ['30[]', "11['Kenya']", "19['Uganda']"]

    """
    try:
        name = as_string_or_none(dimension)
    except InvalidValue as error:
        raise error.under("dimension", "normalise_disaggregation") from None
    if isinstance(thing, Indicator):
        made, issues = _normalised(thing, name)
        return Loaded(made, Report(issues))
    if not isinstance(thing, Project):
        raise InvalidValue(thing, "must be an Indicator or a Project", "", "thing", "normalise_disaggregation")
    nodes, found = list(thing.chain.nodes), list[Issue]()
    for at, node in enumerate(nodes):
        if not isinstance(node, Result) or not node.indicators:
            continue
        pairs = [_normalised(indicator, name) for indicator in node.indicators]
        nodes[at] = evolve(node, indicators=[indicator for indicator, _ in pairs])
        found += [
            issue.under(f"chain[{at}].indicators[{number}]")
            for number, (_, issues) in enumerate(pairs)
            for issue in issues
        ]
    return Loaded(evolve(thing, chain=evolve(thing.chain, nodes=nodes)), Report(found))


def _normalised(indicator: Indicator, dimension: str | None) -> tuple[Indicator, list[Issue]]:
    found = list(recognised(indicator))
    if not found:
        return indicator, []
    issues = [
        Issue(
            code=each.code,
            severity=Severity.WARNING if each.code == DOUBTFUL else Severity.INFO,
            message=f"{each.message}; {'it was left' if each.code == DOUBTFUL else 'they are values by category now'}",
            path=each.path,
        )
        for each in found
    ]
    merged = {places[0]: places for places in _repeated(indicator.periods)}
    gone = {at for places in merged.values() for at in places[1:]}
    periods = [
        _one_of([indicator.periods[number] for number in merged.get(at, (at,))])
        for at in range(len(indicator.periods))
        if at not in gone
    ]

    def moved(values: tuple[V, ...]) -> list[V]:
        return [each for value in values for each in _moved(value, values, indicator, dimension)]

    made = evolve(
        indicator,
        baselines=moved(indicator.baselines),
        targets=moved(indicator.targets),
        periods=[evolve(each, targets=moved(each.targets), actuals=moved(each.actuals)) for each in periods],
    )
    return made, issues


def _values(indicator: Indicator) -> Iterator[tuple[str, Measured, Sequence[Measured]]]:
    """Give each value with its path, and those beside which it stands."""
    groups: list[tuple[str, Sequence[Measured], Sequence[Measured]]] = [
        ("baselines", indicator.baselines, indicator.baselines),
        ("targets", indicator.targets, indicator.targets),
    ]
    merged = {at: places for places in _repeated(indicator.periods) for at in places}
    for number, period in enumerate(indicator.periods):
        whole = _one_of([indicator.periods[at] for at in merged.get(number, [number])])
        groups.append((f"periods[{number}].targets", period.targets, whole.targets))
        groups.append((f"periods[{number}].actuals", period.actuals, whole.actuals))
    for path, values, others in groups:
        yield from ((f"{path}[{at}]", value, others) for at, value in enumerate(values))


def _repeated(periods: Sequence[Period]) -> list[list[int]]:
    """Give the places of each period that is repeated for other categories.

    None of them says another thing for the same category, and at least one speaks of a category at all.
    """
    places: dict[DateSpan, list[int]] = {}
    for at, period in enumerate(periods):
        if period.span is not None:
            places.setdefault(period.span, []).append(at)
    return [found for found in places.values() if len(found) > 1 and _is_one([periods[at] for at in found])]


def _is_one(periods: Sequence[Period]) -> bool:
    if any(period.extras is not None for period in periods[1:]):
        return False  # there is room for those of one only
    speaks = False
    for values in ([each.targets for each in periods], [each.actuals for each in periods]):
        said: dict[object, set[Measured]] = {}
        for of_one in values:
            for value in of_one:
                key = (value.dimensions, value.locations)
                speaks = speaks or key != ((), ())
                said.setdefault(key, set()).add(value)
        if any(len(each) > 1 for each in said.values()):
            return False
    return speaks


def _one_of(periods: Sequence[Period]) -> Period:
    """Give one period for several of the same days; what all of them repeat is there once."""
    if len(periods) == 1:
        return periods[0]
    return evolve(
        periods[0],
        targets=list(dict.fromkeys(value for each in periods for value in each.targets)),
        actuals=list(dict.fromkeys(value for each in periods for value in each.actuals)),
    )


def _figures(value: Measured) -> list[tuple[str, Decimal]] | None:
    """Give the numbers in the place of categories, each with the name beside it; None: there are other words, or none."""
    if value.value is None or not value.dimensions:
        return None
    found: list[tuple[str, Decimal]] = []
    for each in value.dimensions:
        number = _number(each.value)
        if number is None or each.name is None or each.extras is not None:
            return None
        found.append((each.name, number))
    return found


def _number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else as_decimal(text)
    except InvalidValue:
        return None


def _make_up(value: Measured, figures: Sequence[tuple[str, Decimal]], others: Sequence[Measured]) -> bool:
    """Say whether the numbers make up the value, and the value says nothing else than what is stated for all."""
    names = [name for name, _ in figures]
    generic = any(word in name.casefold().split() for name in names for word in _DIMENSIONS)
    if len(set(names)) < max(len(names), 2) or generic or any(number < 0 for _, number in figures):
        return False
    if any(whole.value != value.value for whole in _wholes(value, others)):
        return False
    return sum(number for _, number in figures) == value.value


def _wholes(value: Measured, others: Sequence[Measured]) -> list[Measured]:
    """Give what is stated for all beside a value, for its places."""
    return [each for each in others if not each.dimensions and each.locations == value.locations]


def _moved(value: V, others: Sequence[V], indicator: Indicator, dimension: str | None) -> Iterator[V]:
    figures = _figures(value)
    if figures is None or not _make_up(value, figures, others):
        yield value
        return
    if not _wholes(value, others):
        yield evolve(value, dimensions=())
    blank: dict[str, Any] = {"numerator": None, "denominator": None, "comment": (), "documents": (), "extras": None}
    if isinstance(value, Target):
        blank |= {"minimum": None, "maximum": None, "revisions": ()}
    for category, number in figures:
        declared = [each.name for each in indicator.disaggregations if category in each.categories]
        name = declared[0] if len(declared) == 1 else dimension
        yield evolve(value, value=number, dimensions=Dimension(name, category), **blank)
