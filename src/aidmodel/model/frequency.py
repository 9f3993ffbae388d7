"""How often something is measured, and the spans of time that follow from it."""

import datetime as dt
from typing import final

from aidmodel.errors import InvalidValue
from aidmodel.values.code import Listed, one_of
from aidmodel.values.partial_date import as_day
from aidmodel.values.span import DateSpan, as_span, exact_ends, ordinal_after


@final
class Frequency(Listed):
    """How often the indicator is measured."""

    MONTHLY = "monthly"
    """Twelve times a year."""
    QUARTERLY = "quarterly"
    """Four times a year."""
    TRIANNUAL = "triannual"
    """Three times a year."""
    SEMIANNUAL = "semiannual"
    """Twice a year."""
    ANNUAL = "annual"
    """Once a year."""
    MIDLINE_AND_ENDLINE = "midline and endline"
    """In the middle and at the end."""
    END_ONLY = "end only"
    """At the end."""
    EVENT = "event"
    """Whenever something happens."""
    CUSTOM = "custom"
    """At periods of its own."""

    def spans(self, span: DateSpan | str, *, anchor: dt.date | str | None = None) -> tuple[DateSpan, ...]:
        """Cut a span into the periods that this frequency makes of it.

        ``anchor`` is a day that a period begins on, in the span or not: the first day of a fiscal year, say; None: the
        first day of the span. Every period is counted from it, so that one that begins on the 31st comes back to the
        31st after a shorter month. What is left over at either end is a shorter period. Midline and endline are the two
        halves of the span; where its days are odd in number, the first is the longer.

        Raises:
            InvalidValue: an end of the span is not a day, or no period follows from the frequency.

        >>> [str(each) for each in Frequency.QUARTERLY.spans("2023-01-31/2023-08-30")]
        ['2023-01-31/2023-04-29', '2023-04-30/2023-07-30', '2023-07-31/2023-08-30']
        >>> [str(each) for each in Frequency.ANNUAL.spans("2022-03-28/2023-12-31", anchor="2022-04-01")]
        ['2022-03-28/2022-03-31', '2022-04-01/2023-03-31', '2023-04-01/2023-12-31']

        """
        start, end = exact_ends(as_span(span))
        if anchor is not None and self not in _MONTHS:
            mend = "leave it out: the periods follow from the span alone"
            raise InvalidValue(anchor, "means nothing here", mend, "anchor", "Frequency.spans")
        if self is Frequency.END_ONLY:
            return (DateSpan(start, end),)
        if self is Frequency.MIDLINE_AND_ENDLINE:
            middle = start + (end - start) // 2
            return (
                (DateSpan(start, middle), DateSpan(middle + dt.timedelta(1), end)) if start < end else (as_span(span),)
            )
        if self not in _MONTHS:
            mend = "state the periods one by one"
            raise InvalidValue(self.term, "is a frequency that no periods follow from", mend, "", "Frequency.spans")
        first = start if anchor is None else _as_anchor(anchor)
        months = _MONTHS[self]
        count = (12 * (start.year - first.year) + start.month - first.month) // months
        if ordinal_after(first, count * months) > start.toordinal():
            count -= 1
        spans: list[DateSpan] = []
        begin = start.toordinal()
        while begin <= end.toordinal():
            count += 1
            following = ordinal_after(first, count * months)
            last = min(following - 1, end.toordinal())
            spans.append(DateSpan(dt.date.fromordinal(begin), dt.date.fromordinal(last)))
            begin = following
        return tuple(spans)


_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.TRIANNUAL: 4,
    Frequency.SEMIANNUAL: 6,
    Frequency.ANNUAL: 12,
}


def _as_anchor(value: dt.date | str) -> dt.date:
    try:
        return as_day(value)
    except InvalidValue as error:
        raise error.under("anchor", "Frequency.spans") from None


def as_frequency(value: Frequency | str | None) -> Frequency | None:
    """Give the frequency that was meant, or None."""
    return None if value is None else one_of(Frequency, value)
