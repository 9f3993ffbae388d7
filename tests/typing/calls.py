"""What an editor teaches: calls that must type-check, and calls that must not.

It is read by mypy --strict and pyright and never run. A wrong call carries an ignore; once it passes, the ignore is
unused, and mypy says so.
"""

import datetime as dt
from decimal import Decimal
from typing import assert_type

from aidmodel import (
    Actual,
    Budget,
    DateSpan,
    Funder,
    Indicator,
    Link,
    Loaded,
    Money,
    Outcome,
    Output,
    PartialDate,
    Participant,
    Period,
    Project,
    ProjectStatus,
    Quantity,
    Report,
    Result,
    ResultsChain,
    Text,
    check,
    from_json,
    read_json,
    to_json,
)

project = Project(
    identifier="XI-EX-1",
    title={"en": "Wells", "fr": "Puits"},
    status="closed",
    dates={"stated": "2021-09/2026-09"},
    participants=[Funder("Fund"), Participant("Riverbank", role="implementing")],
    budgets=Budget("2024", value=Money(1, "EUR")),
    chain=[Outcome(id="a", title="Water"), Output(id="b", contributes_to="a"), Result(contributes_to=[Link("a"), "b"])],
    extras={"org:cost_centre": "A12"},
)
indicator = Indicator(
    title="Wells", baselines=0, periods=[Period("2024", targets=[1, "2.5", Decimal(3)], actuals=Actual(1))]
)

assert_type(project.span, DateSpan | None)
assert_type(project.title, Text)
assert_type(project.chain, ResultsChain)
assert_type(project.chain.outputs, tuple[Output, ...])
assert_type(project.chain.result("b"), Result)
assert_type(indicator.latest_actual, Actual | None)
assert_type(check(project, as_of=dt.date(2024, 1, 1)), Report)
assert_type(from_json(to_json(project)), Project)
assert_type(from_json("{}", Indicator), Indicator)
assert_type(read_json("a.json"), Loaded[tuple[Project, ...]])
assert_type(read_json("a.json").one(), Project)
assert_type(Money(1, "CAD") + Money(2, "CAD"), Money)
assert_type(Money(1, "CAD") / Money(2, "CAD"), Decimal)
assert_type(Money(1, "CAD") / 2, Money)
assert_type(Quantity(1, "km2").to("hectare"), Quantity)
assert_type(PartialDate("2021").is_before(dt.date(2021, 1, 1)), bool | None)
assert_type(ProjectStatus.CLOSED.term, str)

Money(0.1, "CAD")  # type: ignore[arg-type]
Money(1)  # type: ignore[call-arg]
Money(1, "CAD") + 1  # type: ignore[operator]
Money(1, "CAD") * 0.5  # type: ignore[operator]
DateSpan("2025")  # type: ignore[call-arg]
check(project)  # type: ignore[call-arg]
Project("XI-EX-1")  # type: ignore[call-arg, arg-type]
Project(titel="Wells")  # type: ignore[call-arg]
Project(budgets="EUR 1")  # type: ignore[arg-type]
Project(budgets=5)  # type: ignore[arg-type]
Output(indicators="Wells")  # type: ignore[arg-type]
Output(level="outcome")  # type: ignore[call-arg]
Funder("Fund", role="funding")  # type: ignore[call-arg]
Actual(1.5)  # type: ignore[arg-type]
project.title = "Pumps"  # type: ignore[misc, assignment]
if check(project, as_of="2024-01-01"):
    pass
