"""Moments, as a record says when it was last changed; everything else in the model is a date."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from aidmodel.errors import InvalidValue
from aidmodel.values.plain import LONGEST, bare

_FORM: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FINEST: Final = 6
"""The most digits after the second that a moment can hold."""
_FARTHEST: Final = timedelta(hours=14)
"""The farthest that a zone may lie from UTC (xsd:dateTime)."""


def as_timestamp(value: datetime | str) -> datetime:
    """Give the moment that was meant; text is that of xsd:dateTime, with a zone or without, as it is stated.

    Raises:
        InvalidValue: a day without a time, other text, more than 6 digits after the second, or no zone of the world.

    >>> as_timestamp("2014-09-10T07:15:37Z")
    datetime.datetime(2014, 9, 10, 7, 15, 37, tzinfo=datetime.timezone.utc)

    """
    if isinstance(value, datetime):
        return _plain(value)
    if not isinstance(value, str):
        raise InvalidValue(value, "must be a moment", 'write a datetime.datetime or text as "2014-09-10T07:15:37Z"')
    text = bare(value)
    match = _FORM.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        raise InvalidValue(value, "is no day and time", _mend(text))
    stem, fraction, zone = match[1], match[2] or "", match[3]
    if len(fraction) > _FINEST:
        kept = f"{stem}.{fraction[:_FINEST]}{zone or ''}"
        raise InvalidValue(value, f"must have at most {_FINEST} digits after the second", f'write "{kept}"')
    if stem[11:13] == "24":
        raise InvalidValue(value, "has no hour 24", "write 00:00:00 of the next day")
    try:
        moment = datetime.fromisoformat(stem)
    except ValueError:
        raise InvalidValue(value, "is no moment of the calendar", "look at the month, the day and the time") from None
    return moment.replace(microsecond=int(fraction.ljust(_FINEST, "0")), tzinfo=_zone(value, zone))


def as_timestamp_or_none(value: datetime | str | None) -> datetime | None:
    """Give the moment that was meant, or None; see :func:`as_timestamp`."""
    return None if value is None else as_timestamp(value)


def timestamp_text(moment: datetime) -> str:
    """Write a moment as xsd:dateTime, the shortest way: no zeros at the end of a fraction, UTC as "Z".

    >>> timestamp_text(as_timestamp("2014-09-10T07:15:37.500+00:00"))
    '2014-09-10T07:15:37.5Z'
    """
    if moment.tzinfo is UTC and not moment.microsecond:
        return f"{moment.isoformat()[:19]}Z"  # as most are
    fraction = f".{moment.microsecond:06d}".rstrip("0") if moment.microsecond else ""
    zone = moment.utcoffset()
    if zone is None:
        stated = ""
    elif not zone:
        stated = "Z"
    else:
        hours, minutes = divmod(abs(zone) // timedelta(minutes=1), 60)
        stated = f"{'-' if zone < timedelta() else '+'}{hours:02d}:{minutes:02d}"
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}{fraction}{stated}"


def _zone(value: str, text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:])
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > _FARTHEST:
        raise InvalidValue(value, f"has no zone of the world, {text}", "zones are -14:00 to +14:00")
    return timezone(-offset if text[0] == "-" else offset)


def _plain(moment: datetime) -> datetime:
    """Give the plain moment in one of a subclass, and a plain offset in place of a zone with a history."""
    offset = moment.utcoffset()
    if offset is not None and (offset % timedelta(minutes=1) or abs(offset) > _FARTHEST):
        raise InvalidValue(
            moment, "has no zone of whole minutes from -14:00 to +14:00", "use .astimezone(datetime.UTC)"
        )
    return datetime(
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.microsecond,
        None if offset is None else timezone(offset),
    )


def _mend(text: str) -> str:
    if _DAY.fullmatch(text):
        return f'a day is no moment: write "{text}T00:00:00" if its first second is meant'
    spaced = text.strip()[:LONGEST].replace(" ", "T", 1)
    return f'write "{spaced}"' if spaced != text and _FORM.fullmatch(spaced) else 'write it as "2014-09-10T07:15:37Z"'
