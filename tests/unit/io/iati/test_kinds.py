"""How one attribute or text is read and written."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from aidmodel import BudgetType, Code, InvalidValue, MeasureType, OrganisationRole, PartialDate, Text
from aidmodel.io.iati.kinds import (
    CODE,
    CURRENCY,
    DAY,
    DECIMAL,
    FLAG,
    REMEMBERED,
    STRING,
    TIMESTAMP,
    WHOLE,
    Kind,
    Known,
    Unclean,
    escaped,
    is_plain,
    listed,
    quoted,
    texts,
)

DAY_1 = dt.date(2020, 1, 1)
NOON = dt.datetime(2020, 1, 1, 12, 0, 0, tzinfo=dt.UTC)
BLANK = ("iati.blank", "is blank: nothing is stated", None, True)
NUMBER = "digits, one point, no separators"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (STRING, "words", "words"),
        (STRING, " padded\n", "padded"),
        (STRING, "two  words", "two  words"),
        (DECIMAL, "4000000.00", Decimal("4000000.00")),
        (DECIMAL, " -3 ", Decimal(-3)),
        (DECIMAL, "+7", Decimal(7)),
        (DECIMAL, ".5", Decimal("0.5")),
        (DECIMAL, "007", Decimal(7)),
        (WHOLE, "12", 12),
        (WHOLE, " -1 ", -1),
        (WHOLE, "+07", 7),
        (FLAG, "1", True),
        (FLAG, "true", True),
        (FLAG, " 0\n", False),
        (FLAG, "false", False),
        (DAY, "2020-01-01", DAY_1),
        (DAY, " 2020-01-01 ", DAY_1),
        (TIMESTAMP, "2020-01-01T12:00:00Z", NOON),
        (TIMESTAMP, "2020-01-01T12:00:00", NOON.replace(tzinfo=None)),
        (CURRENCY, "CAD", "CAD"),
        (CURRENCY, " XYZ ", "XYZ"),
        (CODE, "B01", Code("B01")),
        (CODE, " 110 ", Code("110")),
    ],
)
def test_what_is_clean_is_read(kind: Kind, text: str, value: Any) -> None:
    """White space around a value means nothing; the value has the type of the kind; it is remembered alike."""
    assert value == kind.read(text)
    assert type(value) is type(kind.read(text))
    assert value == kind.known[text]


@pytest.mark.parametrize(
    ("kind", "text", "code", "message", "value", "keep"),
    [
        *(
            (kind, text, *BLANK)
            for kind in (STRING, DECIMAL, WHOLE, FLAG, DAY, TIMESTAMP, CURRENCY, CODE)
            for text in ("", " \n")
        ),
        (DECIMAL, "n/a", "iati.not-a-number", f"must be a plain number; {NUMBER}", None, True),
        (
            DECIMAL,
            "4 000 000",
            "iati.not-a-number",
            'must be a plain number; write "4000000" if the separators only group digits',
            None,
            True,
        ),
        (
            DECIMAL,
            "12,5",
            "iati.not-a-number",
            'must be a plain number; write "12.5" if the comma is the decimal mark',
            None,
            True,
        ),
        (DECIMAL, "NaN", "iati.not-a-number", f"must be a plain number; {NUMBER}", None, True),
        (DECIMAL, "1.5E+3", "iati.exponent", "is written with an exponent: write 1500", Decimal(1500), False),
        (DECIMAL, "5e-2", "iati.exponent", "is written with an exponent: write 0.05", Decimal("0.05"), False),
        (WHOLE, "1.0", "iati.not-a-whole-number", "must be a whole number", None, True),
        (WHOLE, "1e3", "iati.not-a-whole-number", "must be a whole number", None, True),
        (WHOLE, "one", "iati.not-a-whole-number", "must be a whole number", None, True),
        (WHOLE, "٣", "iati.not-a-whole-number", "must be a whole number", None, True),
        (FLAG, "yes", "iati.not-a-flag", "must be 1, 0, true or false", None, True),
        (FLAG, "TRUE", "iati.not-a-flag", "must be 1, 0, true or false", None, True),
        (DAY, "2020", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (DAY, "01/02/2020", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (DAY, "2020-W01-1", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (DAY, "2020-001-1", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (DAY, "\u0662020-01-01", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (
            DAY,
            "2019-02-30",
            "iati.not-a-date",
            "is no day of the calendar; look at the month and the day",
            None,
            True,
        ),
        (
            DAY,
            "2020-01-01T00:00:00",
            "iati.time-of-day",
            "has a time of day, where a day is wanted: write 2020-01-01",
            DAY_1,
            True,
        ),
        (
            DAY,
            "2020-01-01T00:00:00.000Z",
            "iati.time-of-day",
            "has a time of day, where a day is wanted: write 2020-01-01",
            DAY_1,
            True,
        ),
        (DAY, "2020-01-01T12:00:00", "iati.not-a-date", "must be a day, YYYY-MM-DD", None, True),
        (DAY, "2020-01-01+02:00", "iati.zone", "has a time zone, which says nothing of a day", DAY_1, True),
        (DAY, "2020-01-01Z", "iati.zone", "has a time zone, which says nothing of a day", DAY_1, True),
        (
            TIMESTAMP,
            "2020-01-01",
            "iati.not-a-timestamp",
            'is no day and time; a day is no moment: write "2020-01-01T00:00:00" if its first second is meant',
            None,
            True,
        ),
        (
            TIMESTAMP,
            "2020-01-01T12:00:00.1234567Z",
            "iati.fine-time",
            "is finer than a millionth of a second, and is read as 2020-01-01T12:00:00.123456Z",
            NOON.replace(microsecond=123456),
            True,
        ),
        (TIMESTAMP, "2020-01-01T12:00:00+00:00", None, "", NOON, True),
        (TIMESTAMP, "2020-01-01T12:00:00.0Z", None, "", NOON, True),
        (
            CURRENCY,
            "eur",
            "iati.not-a-currency",
            'must be a currency code of three capital letters; write "EUR"',
            None,
            True,
        ),
    ],
)
def test_what_is_unclean_is_told(
    kind: Kind, text: str, code: str | None, message: str, value: object, *, keep: bool
) -> None:
    """The code, the words, what is understood all the same, and whether the spelling has to be kept."""
    with pytest.raises(Unclean) as caught:
        kind.read(text)
    told = caught.value

    assert (code, message, value, keep) == (told.code, told.message, told.value, told.keep)
    with pytest.raises(Unclean):  # it is remembered by nobody
        _ = kind.known[text]
    assert text not in dict(kind.known)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (STRING, "a < b", "a < b"),
        (DECIMAL, Decimal("1E+3"), "1000"),
        (DECIMAL, Decimal("0.00000001"), "0.00000001"),
        (DECIMAL, Decimal("1.50"), "1.50"),
        (WHOLE, 12, "12"),
        (FLAG, True, "1"),
        (FLAG, False, "0"),
        (DAY, DAY_1, "2020-01-01"),
        (DAY, dt.date(1, 2, 3), "0001-02-03"),
        (TIMESTAMP, NOON, "2020-01-01T12:00:00Z"),
        (CURRENCY, "CAD", "CAD"),
        (CODE, Code("110"), "110"),
    ],
)
def test_values_are_written_as_the_standard_has_them(kind: Kind, value: object, text: str) -> None:
    """Numbers without exponents and with their decimals, flags as digits, years in four digits."""
    assert text == kind.write(value)
    assert value == kind.read(text)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (
            DAY,
            PartialDate("2020-02"),
            "is no day, and IATI has days only, got '2020-02'; give the day that is meant",
        ),
        (
            CODE,
            Code("A01", "9"),
            "has a vocabulary, and there is no place for one here, got Code('A01', '9'); leave the vocabulary out",
        ),
    ],
)
def test_what_a_place_cannot_hold_is_refused(kind: Kind, value: object, message: str) -> None:
    """With the way out."""
    with pytest.raises(InvalidValue) as caught:
        kind.write(value)

    assert message == str(caught.value)


def test_codes_of_open_lists() -> None:
    """A member of the enumeration where the list has it, else the code as it is."""
    kind = listed(BudgetType)

    assert BudgetType.ORIGINAL is kind.read(" 1 ")
    assert Code("77") == kind.read("77")
    assert "1" == kind.write(BudgetType.ORIGINAL)
    assert "77" == kind.write(Code("77"))


def test_own_terms_stand_for_no_code() -> None:
    """ "ratio" in a file is a code of its own, and a ratio cannot be written; the error says what IATI has instead."""
    kind = listed(MeasureType)

    assert Code("ratio") == kind.read("ratio")
    for term, mend in {
        MeasureType.RATIO: "IATI has it as a unit (1)",
        MeasureType.CURRENCY: "IATI has it as a unit (1)",
        MeasureType.BOOLEAN: "IATI has it as a name from a list (3)",
    }.items():
        with pytest.raises(InvalidValue) as caught:
            kind.write(term)
        assert ("is none of IATI's own kinds", mend) == (caught.value.problem, caught.value.mend)


def test_a_code_with_a_vocabulary_has_no_place_in_an_open_list() -> None:
    """It is refused as in any other place."""
    with pytest.raises(InvalidValue) as caught:
        listed(OrganisationRole).write(Code("5", "9"))

    assert "has a vocabulary, and there is no place for one here" == caught.value.problem


def test_a_text_is_read_once() -> None:
    """What was read is remembered: as much as a file repeats, and no long text."""
    asked: list[str] = []

    def read(text: str) -> int:
        asked.append(text)
        return len(text)

    known = Known(read)

    assert [1, 1, 100, 100] == [known["a"], known["a"], known["b" * 100], known["b" * 100]]
    assert ["a", "b" * 100, "b" * 100] == asked
    for number in range(25_000):
        _ = known[str(number)]
    assert REMEMBERED == len(known)


def test_texts_are_made_of_narratives() -> None:
    """In their order, with and without a language."""
    assert Text([("en", "Wells"), (None, "")]) == texts([("en", "Wells"), (None, "")])


def test_marks_of_xml_are_escaped() -> None:
    """And the line ends and tabs that XML would make others of."""
    assert "a &amp;&lt;b&gt; \"c\" 'd'\n\te&#13;" == escaped("a &<b> \"c\" 'd'\n\te\r")
    assert "a &amp;&lt;b&gt; &quot;c&quot; 'd'&#10;&#9;e&#13;" == quoted("a &<b> \"c\" 'd'\n\te\r")
    assert "plain" == escaped("plain") == quoted("plain")


def test_a_plain_number() -> None:
    """Digits of ASCII, with one point somewhere; neither a sign nor an exponent, blanks nor more than 20 characters."""
    plain = ["0", "007", "4000000.00", ".5", "5.", "1" * 20]
    other = [
        "",
        ".",
        "..",
        "1.2.3",
        "1..2",
        "-1",
        "+1",
        "1e5",
        " 1",
        "1 000",
        "1,5",
        "NaN",
        "\u0661",
        "\u00b2",
        "1" * 21,
    ]

    assert plain == [text for text in [*plain, *other] if is_plain(text)]
