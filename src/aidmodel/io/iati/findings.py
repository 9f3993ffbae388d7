"""What reading and writing IATI may have to say: the code of each finding, how bad it is, and what it means."""

from typing import NamedTuple

from aidmodel.issues import Severity


class Finding(NamedTuple):
    """What an issue code stands for."""

    severity: Severity
    """How bad it is."""
    words: str
    """What was found and what became of it, for the reference page."""


READING = {
    "iati.blank": Finding(Severity.INFO, "An element, attribute or language is there and blank: nothing is stated."),
    "iati.dates-disagree": Finding(
        Severity.WARNING, "The year and the date of a baseline disagree: the date is taken, both are kept raw."
    ),
    "iati.exponent": Finding(
        Severity.WARNING, "A number is written with an exponent, which is no decimal; it is read."
    ),
    "iati.fine-time": Finding(
        Severity.INFO, "A time is finer than a millionth of a second: it is read cut off there, its spelling kept raw."
    ),
    "iati.nested-root": Finding(
        Severity.WARNING,
        "An iati-activities stands inside another: its activities are read, its attributes are told here.",
    ),
    "iati.no-amount": Finding(Severity.ERROR, "There is a currency and no amount: the currency is kept raw."),
    "iati.no-code": Finding(Severity.ERROR, "There is a vocabulary and no code: the element is kept raw."),
    "iati.no-currency": Finding(
        Severity.ERROR,
        "An amount has no currency and its activity no default: no money is made, the amount is kept raw.",
    ),
    "iati.no-version": Finding(
        Severity.WARNING, "The file states no version: it is told from the shape of each activity."
    ),
    "iati.not-a-currency": Finding(
        Severity.ERROR, "A currency is no code of three capital letters: no money is made of it, what is written stays."
    ),
    "iati.not-a-date": Finding(Severity.ERROR, "A date is no day of the calendar, YYYY-MM-DD: it is kept raw."),
    "iati.not-a-flag": Finding(
        Severity.ERROR, "Yes or no is written as something else than 1, 0, true or false: kept raw."
    ),
    "iati.not-a-number": Finding(Severity.ERROR, "An amount or percentage is no plain number: it is kept raw."),
    "iati.not-a-position": Finding(
        Severity.ERROR, "A position is not two numbers with a blank between: it is kept raw."
    ),
    "iati.not-a-timestamp": Finding(Severity.ERROR, "A date with a time cannot be understood: it is kept raw."),
    "iati.not-a-whole-number": Finding(Severity.ERROR, "A year or level is no whole number: it is kept raw."),
    "iati.number-in-words": Finding(
        Severity.WARNING, "The value of an indicator holds digits and is no number: it is held as words."
    ),
    "iati.reversed": Finding(Severity.ERROR, "A period ends before it starts: both days are kept raw."),
    "iati.stray-text": Finding(
        Severity.WARNING, "Words stand where none belong: they are kept raw, those between activities in Header.words."
    ),
    "iati.surplus": Finding(Severity.ERROR, "An element stands more often than it may: the further ones are kept raw."),
    "iati.time-of-day": Finding(
        Severity.WARNING, "A time of day stands where a day is wanted: the day is read, the spelling kept raw."
    ),
    "iati.unknown-attribute": Finding(
        Severity.WARNING, "An attribute without a namespace is none that the standard has here: it is kept raw."
    ),
    "iati.unknown-element": Finding(
        Severity.WARNING, "An element without a namespace is none that the standard has here: it is kept raw."
    ),
    "iati.unknown-type": Finding(
        Severity.ERROR, "The type of a date or result is none of the code list, so that its class is open: kept raw."
    ),
    "iati.unknown-version": Finding(
        Severity.WARNING, "The file states a version that there is not: it is read as 1.05 or as 2.03."
    ),
    "iati.unreadable": Finding(
        Severity.ERROR,
        "The file cannot be read, or not to its end; what stands before the break is judged (`check_iati`).",
    ),
    "iati.upgraded": Finding(
        Severity.INFO, "An activity of a first version (1.0x) was brought to 2.03 in this respect."
    ),
    "iati.zone": Finding(
        Severity.INFO, "A day has a time zone, which says nothing of a day: the day is read, the spelling kept raw."
    ),
}
"""What a reader may find, by code."""

WRITING = {
    "iati.control-character": Finding(
        Severity.ERROR, "Words hold characters that XML has no form for: U+FFFD is written in their place."
    ),
    "iati.not-written": Finding(
        Severity.WARNING, "What is stated has no place in IATI, or not as it stands: it is not written, or in part."
    ),
}
"""What a writer may find, by code."""
