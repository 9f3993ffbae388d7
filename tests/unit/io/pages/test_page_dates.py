"""Dates and spans inside sentences."""

import pytest

from aidmodel import AmbiguousDate, InvalidValue
from aidmodel.io.pages.dates import as_of, dates_in, read_date, spans_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs from September 2021 to September 2026 and", "2021-09/2026-09"),
        ("March 2014 – October 2019", "2014-03/2019-10"),
        ("June 2015-2018", "2015-06/2018"),
        ("Feb 27, 2020 - Mar 31, 2025", "2020-02-27/2025-03-31"),
        ("2022-10-11 - 2025-07-10", "2022-10-11/2025-07-10"),
        ("the plan (2015-2019)", "2015/2019"),
        ("September 2, 2019 to August 31, 2024", "2019-09-02/2024-08-31"),
        ("between 2014 and 2018", "2014/2018"),
        ("June to August 2019", "2019-06/2019-08"),
        ("1 March – 30 June 2019", "2019-03-01/2019-06-30"),
        ("du 1er mars 2022 au 31 mars 2025", "2022-03-01/2025-03-31"),
        ("de mars 2014 à octobre 2019", "2014-03/2019-10"),
        ("2019 – present", "2019/.."),
        ("Sept. 2019 until Dec. 2020", "2019-09/2020-12"),
    ],
)
def test_spans_keep_their_precision(text: str, expected: str) -> None:
    """Each end is as precise as it is written."""
    assert [expected] == [str(found.span) for found in spans_in(text)]


@pytest.mark.parametrize("text", ["in 2014 and 2018", "as of May 2024", "5 to 10 in 2019", "1565-2012-3", "9-10"])
def test_two_dates_are_not_always_a_span(text: str) -> None:
    """ "And" alone joins two years, it does not span them."""
    assert () == spans_in(text)


def test_a_span_that_is_reversed_is_found_and_says_so() -> None:
    """Its ends can be told; as a span it is refused."""
    (found,) = spans_in("from 2020 to 2018")

    assert ("2020", "2018") == (str(found.first), str(found.last))
    with pytest.raises(InvalidValue):
        _ = found.span


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("Results achieved as of May 2024 include:", "2024-05", "as of May 2024"),
        ("As of August 2023, over", "2023-08", "As of August 2023"),
        (
            "Results achieved as of the end of the project (December 2016) include:",
            "2016-12",
            "as of the end of the project (December 2016",
        ),
        ("Results at the end of the project (May 2016) include", "2016-05", "at the end of the project (May 2016"),
        (
            "Results achieved as of the end of the project in March 2014 include:",
            "2014-03",
            "as of the end of the project in March 2014",
        ),
        ("Results as of the end of March 2022:", "2022-03", "as of the end of March 2022"),
        ("Results achieved (March 31, 2021):", "2021-03-31", "(March 31, 2021):"),
        ("By March 2023, all", "2023-03", "By March 2023"),
        ("Résultats obtenus en date de mai 2024", "2024-05", "en date de mai 2024"),
    ],
)
def test_the_date_of_a_statement(text: str, expected: str, words: str) -> None:
    """It is that after "as of", or that in brackets at the end."""
    found = as_of(text)

    assert found is not None
    assert (expected, words) == (str(found.date), found.words)


@pytest.mark.parametrize(
    "text",
    [
        *("Results achieved include:", "In May 2024 it rained", "(1) a first", ""),
        *(
            "Results as of the end of 2022-2023:",
            "As of 2021/22, all",
            "Results as of the fiscal year 2021-22 include:",
        ),
    ],
)
def test_a_statement_may_have_no_date(text: str) -> None:
    """A date inside it is that of something else, and the years of a fiscal year are none."""
    assert as_of(text) is None


def test_dates_of_all_precisions_are_found() -> None:
    """Parts of longer numbers are none."""
    text = "On March 28, 2022, in May 2024 and 2015; 12015, 2,015 and CE.2015"

    assert ["2022-03-28", "2024-05", "2015"] == [str(found.date) for found in dates_in(text)]


def test_a_day_that_there_is_not_is_none() -> None:
    """The 31st of February is a slip, of which nothing is made."""
    assert () == dates_in("on February 31, 2020")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("January 07, 2017", "2017-01-07"),
        ("Mar 31, 2025", "2025-03-31"),
        ("2022-10-11", "2022-10-11"),
        ("2017", "2017"),
    ],
)
def test_a_date_that_stands_alone(words: str, expected: str) -> None:
    """Leading zeros and short months are read."""
    assert expected == str(read_date(words))


def test_what_is_no_date_is_refused() -> None:
    """Nothing is filled in."""
    with pytest.raises(InvalidValue):
        read_date("to be determined")


@pytest.mark.parametrize("words", ["03/04/2022", "3.4.2022"])
def test_day_and_month_that_cannot_be_told_apart(words: str) -> None:
    """Whoever reads a page has no say in how it was written."""
    with pytest.raises(AmbiguousDate) as error:
        read_date(words)

    problem = "can be read as two days, 2022-04-03 and 2022-03-04: day and month cannot be told apart"
    assert AmbiguousDate(words, problem, "write the month as a word in a copy of the page") == error.value
