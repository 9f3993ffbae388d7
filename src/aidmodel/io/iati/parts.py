"""Fields that are made of several attributes and texts, or whose value means something else in IATI.

Each part joins what was read from its slots into field values, and splits field values for writing. A slot without
anything is None on both ways. ``join`` raises :class:`Unclean` where nothing can be made of what is there: then every
slot is kept raw.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple, Protocol, final

from attrs import frozen

from aidmodel._build import builder
from aidmodel.errors import InvalidValue
from aidmodel.io.iati.kinds import (
    CODE,
    CURRENCY,
    DAY,
    DECIMAL,
    FLAG,
    STRING,
    WHOLE,
    Kind,
    Unclean,
    code_of,
    is_plain,
    said,
)
from aidmodel.model.indicator import Direction, Indicator
from aidmodel.model.measurement import Baseline
from aidmodel.model.oecd import LoanStatus
from aidmodel.model.organisation import Party
from aidmodel.model.place import Point
from aidmodel.model.result import Impact, OtherResult, Outcome, Output, Result
from aidmodel.model.statement import DateEdge, DateKind, ProjectDate
from aidmodel.values.code import Code
from aidmodel.values.money import Money
from aidmodel.values.number import as_decimal, plain
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan, trusted_span


class Tell(Protocol):
    """What takes a sentence on what cannot be written as it is, and the field it is about; '' is the part's first."""

    def __call__(self, message: str, field: str = ..., /) -> None:
        """Take it."""


class Slot(NamedTuple):
    """One attribute or text: of the element itself, or of a leaf under it."""

    child: str
    """The tag of the leaf; '' is the element itself."""
    name: str
    """'@' and the attribute's name, or '#text'."""
    kind: Kind


@final
@frozen(eq=False)
class Part:
    """Fields, and the slots they are made of."""

    fields: tuple[str, ...]
    slots: tuple[Slot, ...]
    join: Callable[..., Any] | None = None
    """What makes the value of the field, or a tuple of several, from those of the slots; None: it is the slot's."""
    split: Callable[..., tuple[Any, ...]] | None = None
    """What makes the values of the slots from those of the fields, and tells what is lost; None: it is the field's."""
    currency: bool = False
    """Whether ``join`` takes the activity's default currency first."""

    def reader(self) -> Callable[[str], Any] | None:
        """Give what makes the joined value of the text of the one attribute it is made of; None: it is made of more."""
        join, (slot, *more) = self.join, self.slots
        if join is None or more or slot.child:
            return None

        def read(text: str) -> Any:
            return join(slot.kind.read(text))

        return read


def one(field: str, slot: Slot) -> Part:
    """Give the part of a field that is one attribute or text."""
    return Part((field,), (slot,))


# ------------------------------------------------------------------ money and spans

_money = builder(Money)


def join_money(default: str | None, amount: Decimal | None, currency: str | None) -> Money | None:
    """Give the money of an amount and its currency, or the default one."""
    if amount is None:
        if currency is not None:
            raise Unclean("iati.no-amount", "has a currency and no amount")
        return None
    if currency is None:
        if default is None:
            raise Unclean("iati.no-currency", "has no currency, and the activity has no default: state @currency")
        currency = default
    return _money(amount, currency)


def split_money(money: Money | None, _: Tell) -> tuple[Decimal | None, str | None]:
    """Give the amount and the currency of money."""
    return (None, None) if money is None else (money.amount, money.currency)


def _value(tag: str) -> Part:
    child = "" if tag == "forecast" else "value"
    slots = (Slot(child, "#text", DECIMAL), Slot(child, "@currency", CURRENCY))
    return Part(("value",), slots, join_money, split_money, currency=True)


def join_span(start: dt.date | None, end: dt.date | None) -> DateSpan | None:
    """Give the span of two days, either of which may not be stated."""
    if start is not None and end is not None and start > end:
        raise Unclean("iati.reversed", f"ends before it starts: {start} to {end}")
    return None if start is None and end is None else trusted_span(start, end)


def split_span(span: DateSpan | None, tell: Tell) -> tuple[Any, Any]:
    """Give the two ends of a span."""
    if span is not None and span.start is None and span.end is None:
        tell("states neither end, and is not written")
    return (None, None) if span is None else (span.start, span.end)


def _span(_: str) -> Part:
    slots = (Slot("period-start", "@iso-date", DAY), Slot("period-end", "@iso-date", DAY))
    return Part(("span",), slots, join_span, split_span)


_LOANS = ("interest_received", "principal_outstanding", "principal_arrears", "interest_arrears")


def _join_loans(default: str | None, currency: str | None, *amounts: Decimal | None) -> tuple[Money | None, ...]:
    if currency is not None and amounts == (None,) * len(amounts):
        raise Unclean("iati.no-amount", "has a currency and no amount")
    return tuple(None if amount is None else join_money(default, amount, currency) for amount in amounts)


def _split_loans(*given: Any) -> tuple[Any, ...]:
    *amounts, tell = given
    currencies = sorted({money.currency for money in amounts if money is not None})
    if len(currencies) > 1:
        for name, money in zip(_LOANS, amounts, strict=True):
            if money is not None:
                tell(
                    f"is one of amounts in {' and '.join(currencies)}; IATI has one currency for all: none is written",
                    name,
                )
        return (None,) * (len(amounts) + 1)
    return (currencies[0] if currencies else None, *(money and money.amount for money in amounts))


def _loans(_: str) -> Part:
    slots = tuple(Slot(name.replace("_", "-"), "#text", DECIMAL) for name in _LOANS)
    return Part(_LOANS, (Slot("", "@currency", CURRENCY), *slots), _join_loans, _split_loans, currency=True)


# ------------------------------------------------------------------ dates

_DATE_TYPES = {
    "1": (DateKind.PLANNED, DateEdge.START),
    "2": (DateKind.ACTUAL, DateEdge.START),
    "3": (DateKind.PLANNED, DateEdge.END),
    "4": (DateKind.ACTUAL, DateEdge.END),
}
_CODES_OF_DATES = {(kind.value, edge.value): code for code, (kind, edge) in _DATE_TYPES.items()}


def _join_date_type(code: str | None) -> tuple[DateKind, DateEdge | None]:
    if code is None:
        return DateKind.STATED, None
    if code not in _DATE_TYPES:
        raise Unclean(
            "iati.unknown-type", "is no type of date: 1 planned start, 2 actual start, 3 planned end, 4 actual end"
        )
    return _DATE_TYPES[code]


def _split_date_type(kind: DateKind, edge: DateEdge | None, tell: Tell) -> tuple[str | None]:
    if edge is None:
        if kind is not DateKind.STATED:
            tell("is neither a start nor an end, and IATI has no third: it is written without a type")
        return (None,)
    code = _CODES_OF_DATES.get((kind._value_, edge._value_))  # texts, as members are hashed by a function in Python
    if code is None:
        tell("is of a date neither planned nor actual; IATI has no third: it is written without a type", "edge")
    return (code,)


def _date_type(_: str) -> Part:
    return Part(("kind", "edge"), (Slot("", "@type", STRING),), _join_date_type, _split_date_type)


def _join_baseline(day: dt.date | None, year: int | None) -> dt.date | PartialDate | None:
    if year is None:
        return day
    if day is not None:
        if day.year != year:
            raise Unclean("iati.dates-disagree", f"has the year {year} and the date {day}, which is taken", day)
        return day
    try:
        return PartialDate(year)
    except InvalidValue as error:
        raise Unclean("iati.not-a-date", said(error)) from None


def _split_baseline(date: dt.date | PartialDate | None, tell: Tell) -> tuple[dt.date | None, int | None]:
    if date is None:
        return None, None
    if isinstance(date, dt.date):
        return date, date.year
    if date.precision != "year" or date.qualifier:
        tell("is written as its year: IATI has days and years only")
    return None, date.year


def _baseline(_: str) -> Part:
    slots = (Slot("", "@iso-date", DAY), Slot("", "@year", WHOLE))
    return Part(("date",), slots, _join_baseline, _split_baseline)


# ------------------------------------------------------------------ indicators and results


def _join_direction(ascending: bool | None) -> Direction | None:
    return None if ascending is None else Direction.INCREASE if ascending else Direction.DECREASE


def _split_direction(direction: Direction | None, tell: Tell) -> tuple[bool | None]:
    if direction is None or direction in (Direction.INCREASE, Direction.DECREASE):
        return (None if direction is None else direction is Direction.INCREASE,)
    tell(f"is {direction}, and IATI has ascending and descending only")
    return (None,)


def _direction(_: str) -> Part:
    return Part(("direction",), (Slot("", "@ascending", FLAG),), _join_direction, _split_direction)


def _join_measured(text: str | None) -> tuple[Decimal | None, str | None]:
    if text is None:
        return None, None
    if is_plain(text):
        return Decimal(text), None
    try:
        number = as_decimal(text)
    except InvalidValue as error:
        if not any(letter.isdigit() for letter in text):
            return None, text
        message = f"holds digits and is no number, so it is kept as words: {error.mend}"
        raise Unclean("iati.number-in-words", message, (None, text), keep=False) from None
    if "e" in text or "E" in text:
        message = f"is written with an exponent: write {plain(number)}"
        raise Unclean("iati.exponent", message, (number, None), keep=False)
    return number, None


def _split_measured(value: Decimal | None, stated: str | None, tell: Tell) -> tuple[str | None]:
    if stated is not None and _is_number(stated):
        tell("is words that read as a number, and comes back as one in value", "stated")
    return (stated if value is None else plain(value),)


def _is_number(text: str) -> bool:
    try:
        as_decimal(text)
    except InvalidValue:
        return False
    return True


def _measured(_: str) -> Part:
    return Part(("value", "stated"), (Slot("", "@value", STRING),), _join_measured, _split_measured)


_LEVELS: dict[str, type[Result]] = {"1": Output, "2": Outcome, "3": Impact, "9": OtherResult}
_CODES_OF_LEVELS: dict[type[Any], str] = {cls: code for code, cls in _LEVELS.items()}


def _join_level(code: str | None) -> type[Result]:
    if code is not None and code not in _LEVELS:
        raise Unclean("iati.unknown-type", "is no type of result: 1 output, 2 outcome, 3 impact, 9 other")
    return Result if code is None else _LEVELS[code]


def _split_level(cls: type[Any], _: Tell) -> tuple[str | None]:
    return (_CODES_OF_LEVELS.get(cls),)


CLASS = "__class__"
"""The name of the part that says of which class a node is; every object answers it."""


def _level(_: str) -> Part:
    return Part((CLASS,), (Slot("", "@type", STRING),), _join_level, _split_level)


# ------------------------------------------------------------------ the rest


def _join_position(text: str | None) -> tuple[Decimal | None, Decimal | None]:
    if text is None:
        return None, None
    degrees = text.split()
    if len(degrees) == 2:
        try:
            position = as_decimal(degrees[0]), as_decimal(degrees[1])
        except InvalidValue:
            pass
        else:
            if text != " ".join(map(plain, position)):
                raise Unclean(None, value=position)  # the same position, in another spelling
            return position
    raise Unclean("iati.not-a-position", "must be degrees north and east with a blank between them")


def _split_position(latitude: Decimal | None, longitude: Decimal | None, tell: Tell) -> tuple[str | None]:
    if latitude is None or longitude is None:
        for name, degrees in (("latitude", latitude), ("longitude", longitude)):
            if degrees is not None:
                tell("stands without the other degrees, and is not written", name)
        return (None,)
    return (f"{plain(latitude)} {plain(longitude)}",)


def _position(_: str) -> Part:
    return Part(("latitude", "longitude"), (Slot("pos", "#text", STRING),), _join_position, _split_position)


def _party(tag: str) -> Part:
    return one("activity_id", Slot("", f"@{tag.partition('-')[0]}-activity-id", STRING))


def _join_code(code: Code | None, vocabulary: str | None) -> Code | None:
    if code is None:
        if vocabulary is not None:
            raise Unclean("iati.no-code", "has a vocabulary and no code")
        return None
    return code if vocabulary is None else code_of(code.code, vocabulary)


def _split_code(code: Code, _: Tell) -> tuple[Code, str | None]:
    return (code if code.vocabulary is None else code_of(code.code), code.vocabulary)


def code_list(tag: str) -> Part:
    """Give the part of one code with its vocabulary, in an element of its own."""
    slots = (Slot(tag, "@code", CODE), Slot(tag, "@vocabulary", STRING))
    return Part(("",), slots, _join_code, _split_code)


PARTS: dict[tuple[type[Any] | str, str], Callable[[str], Part]] = {
    ("budget", "span"): _span,
    ("planned-disbursement", "span"): _span,
    ("period", "span"): _span,
    ("budget", "value"): _value,
    ("planned-disbursement", "value"): _value,
    ("transaction", "value"): _value,
    ("forecast", "value"): _value,
    ("baseline", "value"): _measured,
    ("baseline", "stated"): _measured,
    ("target", "value"): _measured,
    ("target", "stated"): _measured,
    ("actual", "value"): _measured,
    ("actual", "stated"): _measured,
    **{(LoanStatus, name): _loans for name in _LOANS},
    (ProjectDate, "kind"): _date_type,
    (ProjectDate, "edge"): _date_type,
    (Baseline, "date"): _baseline,
    (Indicator, "direction"): _direction,
    (Result, "class"): _level,
    (Point, "latitude"): _position,
    (Point, "longitude"): _position,
    (Party, "activity_id"): _party,
}
"""What makes the part of a field from the tag of its element, by class or tag and field."""
