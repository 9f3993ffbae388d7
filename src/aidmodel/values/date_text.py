"""Dates as people write them, read where there is no doubt about what they say."""

import re
from datetime import date, datetime

from aidmodel.errors import AmbiguousDate, InvalidValue
from aidmodel.values.partial_date import ISO_FORMS, ISO_PARTIAL, AnyDate, PartialDate, as_iso_day, other_reading
from aidmodel.values.plain import LONGEST

_NAMES = (
    "january jan janvier janv enero ene",
    "february feb fevrier fevr fev febrero",
    "march mar mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juin junio",
    "july jul juillet juil julio",
    "august aug aout agosto ago",
    "september sept sep septembre septiembre setiembre",
    "october oct octobre octubre",
    "november nov novembre noviembre",
    "december dec decembre diciembre dic",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The months in English, French and Spanish, without accents, and the number of each."""

# What only parse_date needs is compiled by its first call.
_STAMP = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:\.[0-9]+)?)?)?"
    r"(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
)
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi lunes",
            "tuesday tue tues mardi martes",
            "wednesday wed mercredi miercoles",
            "thursday thu thur thurs jeudi jueves",
            "friday fri vendredi viernes",
            "saturday sat samedi sabado",
            "sunday sun dimanche domingo",
        )
    )
    for word in words.split()
}
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_QUARTER = r"q([1-4]) ([0-9]{4})|([0-9]{4}) q([1-4])"
_DAY_MONTH = (
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|o)? (?:of |de |del )?(?P<month>[a-z]+) (?:de |del )?(?P<year>[0-9]{4})"
)
_MONTH_DAY = r"(?P<month>[a-z]+) (?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?:de |del )?(?P<year>[0-9]{4})"


def parse_date(text: str, *, dayfirst: bool | None = None) -> AnyDate:
    """Read a date as people write it, in English, French or Spanish, and refuse what is not certain.

    The precision stays as stated: "September 2021" is a month, nothing is ever filled in. The year needs four digits.
    Text that begins with the year is year, month, day. ``dayfirst`` says how to read 01/02/2022; None: not known, so
    that text is refused. Of a time stamp the day is taken as written, its time and zone are left out.

    Raises:
        AmbiguousDate: the text can be read as two days and ``dayfirst`` is None.
        InvalidValue: the text is no single date, leaves a part out, or is a fiscal year.

    >>> parse_date("March 28, 2022"), parse_date("1er mars 2022")
    (datetime.date(2022, 3, 28), datetime.date(2022, 3, 1))
    >>> parse_date("September 2021"), parse_date("Q3 2022")
    (PartialDate('2021-09'), PartialDate('2022-Q3'))

    """
    if not isinstance(text, str):
        raise InvalidValue(text, "must be text", "as_date takes dates")
    if len(text) > LONGEST:
        raise InvalidValue(text, "is too long for a date", ISO_FORMS)
    stated = text.strip()
    if stamp := re.fullmatch(_STAMP, stated):
        return as_iso_day(stamp[1], text)
    iso = ISO_PARTIAL.fullmatch(stated)
    if other := other_reading(stated):
        if iso and iso[2] and int(iso[2]) <= 12:  # "2009-10" is a month in ISO, whatever else it may be
            return PartialDate(stated)
        raise InvalidValue(text, "is no single date", other)
    if iso:
        return PartialDate(stated)
    if parts := re.fullmatch(_YEAR_FIRST, stated):
        return as_iso_day(f"{parts[1]}-{parts[3]:0>2}-{parts[4]:0>2}", text)
    first = _folded(stated).partition(" ")[0]
    if first in _WEEKDAYS or first in ("le", "el", "the"):
        found = parse_date(stated[re.match(r"\W*[^\W\d]+[\s,.]*", stated).end() :], dayfirst=dayfirst)  # type: ignore[union-attr]
        if first in _WEEKDAYS and not isinstance(found, date):
            raise _no_date(text)
        if first in _WEEKDAYS and isinstance(found, date) and found.weekday() != _WEEKDAYS[first]:
            raise InvalidValue(text, "names a day of the week that the date is not", "look at both")
        return found
    return _worded(stated) or _numeric(stated, dayfirst)


def _worded(text: str) -> AnyDate | None:
    words = _folded(text)
    if quarter := re.fullmatch(_QUARTER, words):
        return PartialDate(int(quarter[2] or quarter[3]), quarter=int(quarter[1] or quarter[4]))
    match = re.fullmatch(_DAY_MONTH, words) or re.fullmatch(_MONTH_DAY, words)
    month = _MONTHS.get(match["month"]) if match else None
    if match is None or month is None:
        return None
    return (
        PartialDate(int(match["year"]), month)
        if match["day"] is None
        else as_iso_day(f"{match['year']}-{month:02}-{match['day']:0>2}", text)
    )


def _folded(text: str) -> str:
    import unicodedata

    unaccented = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return re.sub(r"[\s,./-]+", " ", unaccented).strip()


def _no_date(text: str) -> InvalidValue:
    return InvalidValue(text, "is no date that can be read with certainty", f"{ISO_FORMS}, the year in four digits")


def _numeric(text: str, dayfirst: bool | None) -> date:
    """Ask dateutil, twice over: a part that follows its default was not stated, two readings are one too many."""
    from dateutil import parser

    refusal = _no_date(text)
    dated = re.sub(r"[0-9]{1,2}(?::[0-9]{2})+(?:\.[0-9]+)?", " ", text)
    numbers = re.findall(r"[0-9]+", dated)
    years = [int(number) for number in numbers if len(number) == 4]
    months = [word for word in re.findall(r"[a-z]+", _folded(dated)) if word in _MONTHS]
    if len(text) > 100 or len(years) != 1 or len(numbers) + len(months) != 3:
        raise refusal
    readings: list[date] = []
    for first in (False, True) if dayfirst is None else (dayfirst,):
        try:
            one, two = (
                parser.parse(text, default=default, dayfirst=first, ignoretz=True).date() for default in _DEFAULTS
            )
        except (ValueError, ArithmeticError):
            raise refusal from None
        if one != two or one.year != years[0]:
            raise refusal
        readings.append(one)
    if readings[0] != readings[-1]:
        problem = f"can be read as two days, {readings[-1]} and {readings[0]}"
        raise AmbiguousDate(text, problem, "say dayfirst=True or dayfirst=False, or write the one that is meant")
    return readings[0]


_DEFAULTS = datetime(2000, 1, 1), datetime(2001, 2, 2)  # noqa: DTZ001  they differ in every part
