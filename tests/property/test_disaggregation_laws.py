"""Laws of values by category that hold for all indicators."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from attrs import evolve
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel.analysis.dimension_forms import MOVED, normalise_disaggregation, recognised
from aidmodel.analysis.disaggregation import Disaggregated, categories, disaggregate
from aidmodel.analysis.over_time import actual_to_date, target_in_all
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Accumulation, Disaggregation, Indicator, Period, all_values
from aidmodel.model.measurement import Actual, Dimension, Measured, Target
from aidmodel.testing.strategies import disaggregated, indicators, projects

NUMBERS = st.integers(0, 60).map(Decimal) | st.decimals(0, 10**9, places=3, allow_nan=False)
NAMES = {"sex": ("female", "male", "unknown"), "age": ("0-17", "18-59", "60+"), "place": ("north", "south")}
ACCUMULATIONS = st.none() | st.sampled_from(list(Accumulation))


def declared(*names: str) -> list[Disaggregation]:
    """Declare dimensions of which everybody is in one category."""
    return [Disaggregation(name, categories=NAMES[name], exclusive=True, exhaustive=True) for name in names]


@st.composite
def whole_tables(draw: st.DrawFn) -> tuple[Indicator, tuple[str, ...], Decimal]:
    """Draw indicators with a value for each crossing of some dimensions, in any order, and their sum."""
    names = tuple(draw(st.lists(st.sampled_from(list(NAMES)), unique=True, min_size=1, max_size=3)))
    keys = draw(st.permutations(list(product(*(NAMES[name] for name in names)))))
    parts = [Actual(draw(NUMBERS), dimensions=dict(zip(names, key, strict=True))) for key in keys]
    total = sum((each.value or Decimal(0) for each in parts), Decimal(0))
    return (
        Indicator(unit="people", disaggregations=declared(*names), periods=Period("2024", actuals=parts)),
        names,
        total,
    )


def facts(*each: Any) -> tuple[Any, ...]:
    """Give facts together, to compare them at once."""
    return each


def with_whole(indicator: Indicator, whole: Actual) -> Indicator:
    """Give the indicator with a value for all."""
    period = indicator.periods[0]
    return evolve(indicator, periods=evolve(period, actuals=[*period.actuals, whole]))


@given(whole_tables())
def test_the_parts_make_the_whole(drawn: tuple[Indicator, tuple[str, ...], Decimal]) -> None:
    """To break down and to sum gives the total; it agrees, and nothing is left."""
    indicator, names, total = drawn
    table = disaggregate(with_whole(indicator, Actual(total)), *names)

    assert (total, True, 0, True, ()) == facts(
        table.total.number, table.total.complete, table.rest, table.agrees, table.disagreements
    )  # fmt: skip


@given(whole_tables())
def test_subtotals_make_the_same(drawn: tuple[Indicator, tuple[str, ...], Decimal]) -> None:
    """Along each dimension, along two, and along none; and along one of the subtotals of two."""
    indicator, names, total = drawn
    table = disaggregate(indicator, *names)

    for some in [(), *((name,) for name in names), names[:2], names[::-1]]:
        along = table.along(*some)
        assert total == along.total.number == sum((cell.figure.number or 0 for cell in along.cells), start=0)
        assert all(along.along(name) == table.along(name) for name in some)


@given(whole_tables(), st.integers(-5, 5).filter(bool))
def test_another_whole_does_not_agree(drawn: tuple[Indicator, tuple[str, ...], Decimal], off: int) -> None:
    """More or less by one is told, and by how much."""
    indicator, names, total = drawn
    table = disaggregate(with_whole(indicator, Actual(total + off)), *names)

    assert (off, False) == facts(table.rest, table.agrees)
    assert ["parts_below_whole" if off > 0 else "parts_above_whole"] == [each.code for each in table.disagreements]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 200)), min_size=3, max_size=3))
def test_shares_by_category_make_the_share_of_all(shares: list[tuple[int, int]]) -> None:
    """The numerators over the denominators, and that agrees with the whole if both do."""
    over, under = sum(n for n, _ in shares), sum(d for _, d in shares)
    parts = [
        Actual(numerator=n, denominator=d, dimensions={"sex": name})
        for name, (n, d) in zip(NAMES["sex"], shares, strict=True)
    ]
    indicator = Indicator(measure="percentage", disaggregations=declared("sex"), periods=Period("2024", actuals=parts))
    table = disaggregate(with_whole(indicator, Actual(numerator=over, denominator=under)), "sex")

    assert table.whole._replace(of=()) == table.total._replace(of=())
    assert (True, ()) == (table.agrees, table.disagreements)


@given(whole_tables(), st.sampled_from([Period(), Period("2023"), Period("2030", targets=5)]), st.booleans())
def test_an_empty_period_changes_no_value(
    drawn: tuple[Indicator, tuple[str, ...], Decimal], empty: Period, first: bool
) -> None:
    """Only whether it is complete."""
    indicator, names, _ = drawn
    for accumulation in (None, *Accumulation):
        before = evolve(indicator, accumulation=accumulation)
        periods = [empty, *before.periods] if first else [*before.periods, empty]

        assert numbers(disaggregate(before, *names)) == numbers(disaggregate(evolve(before, periods=periods), *names))


def numbers(table: Disaggregated) -> list[Any]:
    """Give the numbers of a table by category."""
    return [(cell.categories, cell.figure.number) for cell in table.cells]


# Whatever the indicator.


CATEGORIES = st.dictionaries(st.sampled_from(["sex", "age"]), st.sampled_from(["female", "0-17", "x"]), max_size=2)
FIGURES = st.sampled_from([{}, {"Kenya": "1", "Uganda": "2"}, {"Kenya": "3"}, {"grade": "1", "sex": "2"}])
VALUES = st.builds(
    lambda value, dimensions, locations, numerator: Actual(
        value, dimensions=dimensions, locations=locations, numerator=numerator
    ),
    st.none() | st.integers(0, 4),
    CATEGORIES | FIGURES,
    st.sampled_from([(), (), "north", ["north", "south"]]),
    st.sampled_from([None, None, 1]),
)
TARGETS = VALUES.map(
    lambda each: Target(each.value, dimensions=each.dimensions, locations=each.locations, numerator=each.numerator)
)
SPANS = st.sampled_from(["2022", "2022", "2023", None])
FORMS = st.builds(
    lambda periods, targets, names: Indicator(
        periods=[Period(span, targets=aims, actuals=actuals) for span, aims, actuals in periods],
        targets=targets,
        disaggregations=[Disaggregation(name, exclusive=True) for name in names],
    ),
    st.lists(st.tuples(SPANS, st.lists(TARGETS, max_size=2), st.lists(VALUES, max_size=3)), max_size=3),
    st.lists(TARGETS, max_size=2),
    st.lists(st.sampled_from(["sex", "age"]), unique=True, max_size=2),
)


@st.composite
def any_indicators(draw: st.DrawFn) -> Indicator:
    """Draw indicators of every kind, and such as files write by category."""
    drawn = draw(FORMS | indicators())
    stated: dict[str, Any] = {
        "accumulation": draw(ACCUMULATIONS),
        "measure": draw(st.just(drawn.measure) | st.just("number")),
    }
    return evolve(drawn, **stated)


SIDES = [("actual", date(2024, 1, 1)), ("actual", None), ("target", None), ("baseline", None)]


@settings(max_examples=60)
@given(any_indicators())
def test_its_own_dimensions_never_raise(indicator: Indicator) -> None:
    """A table for each set of dimensions that a value names, of each side; all of it can be written."""
    asked = {tuple(name for name, _ in categories(value)) for value in all_values(indicator)} - {()}
    for names in (each for each in asked if all(each) and len(set(each)) == len(each)):
        for side, day in SIDES:
            of: Any = side
            table = disaggregate(indicator, *names, of=of, as_of=day)

            assert names == table.dimensions
            assert table.cells
            assert all(len(cell.categories) == len(names) for cell in table.cells)
            assert all((str(table), repr(table)))
            assert (table.agrees is False) is bool(table.disagreements)
            assert table.total.number is None or table.exclusive is True
            assert hash(table) == hash(evolve(table))


@settings(max_examples=60)
@given(disaggregated())
def test_subtotals_are_refused_or_there(table: Disaggregated) -> None:
    """Where people may be in several categories nothing is added."""
    for name in table.dimensions:
        try:
            along = table.along(name)
        except InvalidValue:
            assert table.exclusive is not True
        else:
            assert table.exclusive is True or (name,) == table.dimensions
            assert (name,) == along.dimensions


# One form.


@given(any_indicators(), st.sampled_from([None, "place"]))
@example(Indicator(periods=Period("2024", actuals=[31, Actual(30, dimensions={"Kenya": "11", "Uganda": "19"})])), None)
@example(Indicator(targets=Target(30, dimensions={"2020": "11", "2021": "19"})), "year")
def test_twice_is_once(indicator: Indicator, dimension: str | None) -> None:
    """What is in one form is left as it is; nothing is moved or taken together a second time."""
    once = normalise_disaggregation(indicator, dimension=dimension).value

    assert once == normalise_disaggregation(once, dimension=dimension).value
    assert once is normalise_disaggregation(once).value or any(recognised(once))


@given(any_indicators(), st.sampled_from([None, "place"]))
@example(
    Indicator(
        periods=Period("2024", actuals=[31, Actual(30, dimensions={"Kenya": "11", "Uganda": "19"})]), measure="number"
    ),
    None,
)
@example(Indicator(targets=[31, Target(30, dimensions={"Kenya": "11", "Uganda": "19"})], measure="number"), None)
def test_no_value_for_all_is_changed(indicator: Indicator, dimension: str | None) -> None:
    """Whatever was known of all is known, and the same; no value by category is changed either."""
    once = normalise_disaggregation(indicator, dimension=dimension).value

    for look in (lambda each: actual_to_date(each, None), target_in_all):
        before, after = look(indicator), look(once)
        assert before.number is None or before.number == after.number


@given(any_indicators())
def test_no_value_is_lost(indicator: Indicator) -> None:
    """Each is there as before, but for those of which the figures were moved: they have their categories in them now."""
    moved = {each.path for each in recognised(indicator) if each.code == MOVED}
    once = normalise_disaggregation(indicator).value
    after = list(all_values(once))

    for path, value in paths(indicator):
        assert (evolve(value, dimensions=()) if path in moved else value) in after
    for path, value in paths(indicator):
        if path in moved:
            parts = [
                evolve(value, value=each.value, dimensions=Dimension(None, each.name)) for each in value.dimensions
            ]
            assert {each.value for each in parts} <= {each.value for each in after if each.dimensions}


def paths(indicator: Indicator) -> list[tuple[str, Measured]]:
    """Give each value with its place."""
    found: list[tuple[str, Measured]] = [
        (f"{name}[{at}]", value)
        for name in ("baselines", "targets")
        for at, value in enumerate(getattr(indicator, name))
    ]
    for number, period in enumerate(indicator.periods):
        found += [
            (f"periods[{number}].{name}[{at}]", value)
            for name in ("targets", "actuals")
            for at, value in enumerate(getattr(period, name))
        ]
    return found


@settings(max_examples=20)
@given(projects())
def test_projects_are_brought_into_one_form(project: Any) -> None:
    """Never an exception; but for indicators nothing is touched, and a report that is empty is of the same project."""
    loaded = normalise_disaggregation(project)
    assume(len(loaded.report) == 0)

    assert project == loaded.value
