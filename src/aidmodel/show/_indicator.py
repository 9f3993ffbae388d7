"""The card of an indicator: what is measured, from where, towards what, and what was found."""

from collections.abc import Mapping

from aidmodel.model.indicator import Disaggregation, Indicator, MeasureType, Period
from aidmodel.model.measurement import Actual, Aimed, Baseline, Measured, Target, TargetRevision
from aidmodel.show._card import Card, Table, facts, table, titled
from aidmodel.show._words import (
    NOT_STATED,
    Line,
    Reader,
    classified,
    clean,
    code,
    flag,
    joined,
    labelled,
    number,
    plain,
    span,
    with_notes,
)

Places = Mapping[str, Line]
"""The names of places by the reference that values point to them by."""


def indicator_card(
    indicator: Indicator, reader: Reader, *, places: Places | None = None, of: Line = (), mark: Line = ()
) -> Card:
    """Give the card of an indicator; ``of`` is the result it belongs to, ``mark`` says how its facts came in."""
    known = places or {}
    return Card(
        with_notes(titled("Indicator", reader.line(indicator.title)), mark),
        (
            *facts(
                ("Id", [plain(indicator.id)]),
                ("Of", [of]),
                ("Description", reader.paragraphs(indicator.description)),
                ("Definition", reader.paragraphs(indicator.definition)),
                ("Measure", [plain(code(indicator.measure))]),
                ("Unit", [plain(indicator.unit)]),
                ("Numerator", [reader.line(indicator.numerator)]),
                ("Denominator", [reader.line(indicator.denominator)]),
                ("Scale", [plain(*indicator.scale)]),
                ("Direction", [plain(str(indicator.direction) if indicator.direction else None)]),
                ("Accumulation", [plain(str(indicator.accumulation) if indicator.accumulation else None)]),
                ("May be added up", [plain(flag(indicator.aggregation_status))]),
                ("Broken down by", [_breakdown(each) for each in indicator.disaggregations]),
                ("Baseline", [_with_category(each, indicator, known) for each in indicator.baselines]),
                ("Target", [_with_category(each, indicator, known) for each in indicator.targets]),
                ("Data source", [reader.line(indicator.data_source)]),
                ("Collection method", [reader.line(indicator.collection_method)]),
                ("Frequency", [plain(str(indicator.frequency) if indicator.frequency else None)]),
                ("Responsible", [reader.line(indicator.responsible)]),
                ("Limitations", [reader.line(indicator.limitations)]),
                ("References", [classified(reader, each) for each in indicator.references]),
            ),
            *_periods(indicator, known),
            *facts(("Comments", _comments(indicator, reader, known))),
        ),
    )


def _breakdown(disaggregation: Disaggregation) -> Line:
    return joined((plain(disaggregation.name), plain(*disaggregation.categories)), ": ")


def _with_category(measured: Measured, indicator: Indicator, places: Places) -> Line:
    return joined((_category(measured, places), _value(measured, indicator)), ": ")


def _category(measured: Measured, places: Places) -> Line:
    """Say what a value is for; empty where it is for all."""
    sides = (joined((plain(each.name), plain(each.value)), " ") for each in measured.dimensions)
    where = (places.get(ref) or plain(ref) for ref in measured.locations)
    return joined((*sides, labelled("in", joined(where, " and "))))


def latest(indicator: Indicator) -> Line:
    """Say the latest actual and its target, each for all categories and places; empty where there is neither.

    Where the actual's period has no target, it is that of the period that ends last, or the one outside any.
    """
    actual = indicator.latest_actual
    reached = _short("actual", actual, indicator)
    period = _last([each for each in indicator.periods if any(one is actual for one in each.actuals)])
    beside = None if period is None else _short("target", _one(period.targets), indicator)
    return plain(beside or _aim(indicator), _when(reached, period))


def _aim(indicator: Indicator) -> str | None:
    aims = [each for each in indicator.periods if any(map(_is_whole, each.targets))]
    if not aims:
        overall = _short("target", _one(indicator.targets), indicator)
        return f"{overall} overall" if overall else None
    last = _last(aims)
    return None if last is None else _when(_short("target", _one(last.targets), indicator), last)


def _last(periods: list[Period]) -> Period | None:
    """Give the period that ends after all others; None where none is sure to."""
    return next(
        (each for each in periods if all(other is each or _ends_before(other, each) for other in periods)), None
    )


def _ends_before(one: Period, other: Period) -> bool:
    ends = [each.span.last if each.span else None for each in (one, other)]
    return ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _is_whole(target: Target) -> bool:
    """Say whether a target is for all categories and places, and says what is aimed at."""
    said = (target.value, target.stated, target.minimum, target.maximum)
    return not target.dimensions and not target.locations and any(each is not None for each in said)


def _one(targets: tuple[Target, ...]) -> Target | None:
    wholes = [each for each in targets if _is_whole(each)]
    return wholes[0] if len(wholes) == 1 else None


def _short(label: str, measured: Measured | None, indicator: Indicator) -> str | None:
    said = None if measured is None else _said(measured, indicator)
    if said is None and isinstance(measured, Target):
        said = _bounds(measured, _percent(indicator))
    return f"{label} {clean(said)}" if said else None


def _when(said: str | None, period: Period | None) -> str | None:
    return f"{said} for {period.span}" if said and period is not None and period.span is not None else said


def _percent(indicator: Indicator) -> str:
    return "%" if indicator.measure is MeasureType.PERCENTAGE else ""


def _said(measured: Measured, indicator: Indicator) -> str | None:
    """Give the number, the words in its place, or the reason why there is none; None where nothing is stated."""
    if measured.value is not None:
        return number(measured.value, measured.qualifier) + _percent(indicator)
    return measured.stated or (str(measured.status) if measured.status else None)


def _value(measured: Measured, indicator: Indicator) -> Line:
    share: str | None = None
    if measured.numerator is not None or measured.denominator is not None:
        parts = (measured.numerator, measured.denominator)
        share = " of ".join(NOT_STATED if part is None else number(part) for part in parts)
    said = _said(measured, indicator)
    bounds: str | None = None
    notes: list[str | None] = [share]
    if isinstance(measured, Target):
        bounds = _bounds(measured, _percent(indicator))
        notes.append(f"due {measured.due}" if measured.due else None)
        notes += [_revision(each, indicator) for each in measured.revisions]
    elif isinstance(measured, Actual):
        notes.append(f"as of {measured.as_of}" if measured.as_of else None)
        notes.append(f"reported by {measured.source}" if measured.source else None)
    elif isinstance(measured, Baseline):
        notes.append(str(measured.date) if measured.date else None)
    if said is None:
        said, bounds = bounds or NOT_STATED, None
    return with_notes((clean(said),), *(plain(each) for each in (bounds, *notes)))


def _revision(before: TargetRevision, indicator: Indicator) -> str:
    said = _said(before, indicator) or _bounds(before, _percent(indicator)) or NOT_STATED
    until = f" until {before.revised_on}" if before.revised_on else ""
    why = f" ({clean(str(before.reason))})" if before.reason else ""
    return f"{clean(said)}{until}{why}"


def _bounds(target: Aimed, percent: str) -> str | None:
    if target.minimum is None:
        return None if target.maximum is None else f"up to {number(target.maximum)}{percent}"
    if target.maximum is None:
        return f"at least {number(target.minimum)}{percent}"
    return f"{number(target.minimum)} to {number(target.maximum)}{percent}"


def _periods(indicator: Indicator, places: Places) -> tuple[Table, ...]:
    rows: list[tuple[Line, ...]] = []
    for period in indicator.periods:
        sides: dict[Line, tuple[list[Line], list[Line]]] = {}
        for side, values in enumerate((period.targets, period.actuals)):
            for each in values:
                sides.setdefault(_category(each, places), ([], []))[side].append(_value(each, indicator))
        for category, (targets, actuals) in (sides or {(): ([], [])}).items():
            rows.append((plain(span(period.span)), category, joined(targets, "; "), joined(actuals, "; ")))
    columns = ("Period", "For", "Target", "Actual")
    if any(row[1] for row in rows):
        rows = [(when, category or ("all",), target, actual) for when, category, target, actual in rows]
    return table("Periods", columns, rows, numbers=("Target", "Actual"))


def _comments(indicator: Indicator, reader: Reader, places: Places) -> list[Line]:
    said: list[tuple[str | None, str, Measured]] = [(None, "baseline", each) for each in indicator.baselines]
    said += [(None, "target", each) for each in indicator.targets]
    for period in indicator.periods:
        when = span(period.span)
        said += [(when, "target", each) for each in period.targets]
        said += [(when, "actual", each) for each in period.actuals]
    return [
        joined((joined((plain(when), (kind,), _category(each, places))), comment), ": ")
        for when, kind, each in said
        if (comment := reader.line(each.comment))
    ]
