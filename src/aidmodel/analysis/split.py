"""Money by fiscal year or quarter: every line split over its days, exact to the smallest unit."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, TypeAlias, final

from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._build import builder
from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.lines import Measure, Outcome, as_measure
from aidmodel.analysis.total import Entries, Entry, Share, lines_text, told, trusted_entry
from aidmodel.errors import CurrencyMismatch, InvalidValue, NotFound
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.money import Money
from aidmodel.values.plain import as_string
from aidmodel.values.span import DateSpan, as_span

Method: TypeAlias = Literal["days", "months"]
"""What a part weighs: its days, or its months, each of which weighs the same; part of a month by its days."""
Key: TypeAlias = int | tuple[int, int]
"""A fiscal year, or a year and its quarter."""
Cut: TypeAlias = Callable[[DateSpan], tuple[tuple[Key, DateSpan], ...]]
"""What cuts a span into the parts that lie in one year or quarter each."""


def as_method(value: Method) -> Method:
    """Give the method that was meant.

    Raises:
        InvalidValue: there is no such method.

    """
    if value not in ("days", "months"):
        raise InvalidValue(value, 'must be "days" or "months"', "", "method", "budgets")
    return value


def _as_amounts(value: Iterable[Money]) -> tuple[Money, ...]:
    return as_items(value, Money)


@final
@frozen(field_transformer=named)
class Part:
    """The money of one fiscal year or quarter."""

    key: Key
    """The fiscal year, or the year and the quarter."""
    label: str = field(converter=as_string)
    """How it is written: "2022/23", "FY2024", "2022-Q3"."""
    span: DateSpan = field(converter=as_span)
    """All days of the year or quarter."""
    amounts: tuple[Money, ...] = field(converter=_as_amounts)
    """The sum in each currency, in the order of their codes."""

    @property
    def year(self) -> int:
        """The fiscal year; of a quarter, its year."""
        return self.key if isinstance(self.key, int) else self.key[0]

    @property
    def quarter(self) -> int | None:
        """The quarter, 1 to 4; None: it is a whole year."""
        return None if isinstance(self.key, int) else self.key[1]

    @property
    def amount(self) -> Money:
        """The sum, where all of it is in one currency.

        Raises:
            CurrencyMismatch: it is in several; convert with ``to=`` and ``rates=``.

        """
        first, *others = self.amounts
        if others:
            raise CurrencyMismatch(first.currency, others[0].currency, "add")
        return first

    def __str__(self) -> str:
        return f"{self.label} {', '.join(map(str, self.amounts))}"


def _as_entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return as_items(value, Entry)


def _as_parts(value: Iterable[Part]) -> tuple[Part, ...]:
    return as_items(value, Part)


def _as_calendar(value: FiscalCalendar) -> FiscalCalendar:
    return as_instance(value, FiscalCalendar)


@final
@frozen(field_transformer=named, repr=False)
class Split(Entries):
    """
    Money by fiscal year or quarter, and every line that it was made of. The parts add up to the lines exactly.

    >>> from aidmodel import Budget, budgets
    >>> split = budgets.by_fiscal_year(Budget("2022-03-28/2025-03-31", value="CAD 20000000.00"), FiscalCalendar.GAC)
    >>> for part in split:
    ...     print(part)
    2021/22 CAD 72,727.27
    2022/23 CAD 6,636,363.64
    2023/24 CAD 6,654,545.45
    2024/25 CAD 6,636,363.64
    >>> split[2023].amount
    Money('6654545.45', 'CAD')
    """

    measure: Measure = field(converter=as_measure)
    """Which money it is."""
    calendar: FiscalCalendar = field(converter=_as_calendar)
    """The calendar whose years or quarters they are."""
    parts: tuple[Part, ...] = field(converter=_as_parts)
    """The years or quarters that money falls into, in order; one without any is not there."""
    entries: tuple[Entry, ...] = field(converter=_as_entries)
    """All lines in the order they are stated, those that count with their shares."""

    @property
    def complete(self) -> bool:
        """Whether the parts are all there is: there are lines, and none had to be left out."""
        return bool(self.counted) and not self.left_out

    @property
    def sums(self) -> tuple[Money, ...]:
        """What the parts add up to in each currency, in the order of their codes."""
        amounts = [amount for part in self.parts for amount in part.amounts]
        codes = sorted({amount.currency for amount in amounts})
        return tuple(Money.sum([each for each in amounts if each.currency == code]) for code in codes)

    def explain(self) -> str:
        """Say how the parts came about: every line, its rate and its shares, and why what is not counted is not."""
        counted = f"{len(self.counted):,} of {lines_text(len(self.entries))} counted{told(self.entries)}"
        lines = [f"{self.measure}, {counted}", *(f"  {part}" for part in self.parts)]
        lines += [f"  {text}" for entry in self.entries for text in entry.explain().split("\n")]
        return "\n".join(lines)

    def __getitem__(self, key: Key | str) -> Part:
        """Give the part of a fiscal year, of a year and quarter, or of what is written so.

        Raises:
            NotFound: no money falls into it.

        """
        for part in self.parts:
            if key in (part.key, part.label):
                return part
        known = (
            f" (it goes from {self.parts[0].label} to {self.parts[-1].label})" if self.parts else ", which is empty,"
        )
        raise NotFound(f"part of the split{known}", str(key))

    def __contains__(self, key: object) -> bool:
        return any(key in (part.key, part.label) or key is part for part in self.parts)

    def __str__(self) -> str:
        left = [f"and {lines_text(len(self.left_out))} left out"] if self.left_out else []
        return "\n".join([*map(str, self.parts), *left]) or "not known: there are no lines"

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)

    def __repr__(self) -> str:
        parts = "; ".join(map(str, self.parts[:4])) + ("; …" if len(self.parts) > 4 else "")
        return f"<Split {self.measure}: {parts}; {lines_text(len(self.counted))}{told(self.entries)}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def spread(entries: Iterable[Entry], cut: Cut, method: Method) -> list[Entry]:
    """Give the entries with each amount shared out over the parts of its days.

    A line whose days are not known is left out, with the reason.
    """
    return [_spread(entry, cut, method) if entry.amount is not None else entry for entry in entries]


def _spread(entry: Entry, cut: Cut, method: Method) -> Entry:
    span, amount = entry.line.span, entry.amount
    if span is None or not span.exact:
        what = "it has no period" if span is None else f"it is not known which days {span} holds"
        return Entry(evolve(entry.line, outcome=Outcome.LEFT_OUT, note=f"{what}: state it by its days"))
    try:
        pieces = cut(span)
    except InvalidValue as error:  # a year of it is beyond the calendar
        return Entry(evolve(entry.line, outcome=Outcome.LEFT_OUT, note=str(error)))
    assert amount is not None  # noqa: S101  whoever calls has looked
    weigh = _months if method == "months" else _days
    amounts = amount.allocate([weigh(piece) for _, piece in pieces], _places(amount))
    shares = tuple(_share(key, piece, share) for (key, piece), share in zip(pieces, amounts, strict=True))
    return trusted_entry(entry.line, amount, entry.conversion, shares)


_share: Callable[[Key, DateSpan, Money], Share] = builder(Share)


def _days(span: DateSpan) -> int:
    return span.days


def _months(span: DateSpan) -> Fraction:
    """How many months a span holds, each day weighing its part of its month."""
    start, end = span.start, span.end
    assert isinstance(start, date) and isinstance(end, date)  # noqa: S101, PT018  as every piece is exact
    if (start.year, start.month) == (end.year, end.month):
        return Fraction(span.days, _length(start))
    between = 12 * (end.year - start.year) + end.month - start.month - 1
    return between + Fraction(_length(start) - start.day + 1, _length(start)) + Fraction(end.day, _length(end))


def _length(day: date) -> int:
    """The number of days of a day's month."""
    return 31 if day.month == 12 else 32 - (day.replace(day=1) + timedelta(31)).day


def _places(amount: Money) -> int:
    """The decimals that parts of an amount have: its currency's, or as many as it is stated with."""
    exponent = amount.amount.as_tuple().exponent
    stated = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    listed = CURRENCIES.get(amount.currency)
    least = 2 if listed is None or listed.minor_unit is None else listed.minor_unit
    return max(least, stated)


def parts_of(
    entries: Iterable[Entry], label: Callable[[Key], str], whole: Callable[[Key], DateSpan]
) -> tuple[Part, ...]:
    """Give the sums of all shares by year or quarter and currency, in order."""
    sums: dict[Key, dict[str, list[Money]]] = {}
    for entry in entries:
        for share in entry.shares:
            sums.setdefault(share.key, {}).setdefault(share.amount.currency, []).append(share.amount)
    return tuple(
        Part(key, label(key), whole(key), [Money.sum(sums[key][code]) for code in sorted(sums[key])])
        for key in sorted(sums)
    )
