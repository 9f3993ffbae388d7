"""What the OECD asks donors for: loans, marks, forward spending."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

import aidmodel
from aidmodel import (
    Code,
    CrsAdd,
    CrsFlag,
    Forecast,
    ForwardSpending,
    InvalidValue,
    LoanStatus,
    LoanTerms,
    Money,
    Project,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


def test_a_loan() -> None:
    """Rates are exact, dates are days, and each amount carries its currency."""
    terms = LoanTerms(
        rate_1="4",
        rate_2="3.50",
        repayment_type="1",
        repayment_plan="4",
        commitment_date="2013-09-01",
        repayment_first_date="2014-01-01",
        repayment_final_date="2020-12-31",
    )
    status = LoanStatus(year=2014, value_date="2013-05-24", interest_received="GBP 200,000", interest_arrears="GBP 0")
    crs_add = CrsAdd(
        other_flags=CrsFlag("1", significance=True), loan_terms=terms, loan_status=status, channel_code="21039"
    )

    assert (Decimal(4), Decimal("3.50")) == (terms.rate_1, terms.rate_2)
    assert (Code("1"), Code("4")) == (terms.repayment_type, terms.repayment_plan)
    assert dt.date(2013, 9, 1) == terms.commitment_date
    assert (dt.date(2014, 1, 1), dt.date(2020, 12, 31)) == (terms.repayment_first_date, terms.repayment_final_date)
    assert (Money(200_000, "GBP"), Money(0, "GBP")) == (status.interest_received, status.interest_arrears)
    assert crs_add == Project(crs_add=crs_add).crs_add
    assert (CrsFlag("1", significance=True),) == crs_add.other_flags


def test_forward_spending() -> None:
    """What is foreseen, year by year; a lone forecast is a list of one."""
    survey = ForwardSpending(
        extraction_date="2014-05-06",
        priority=True,
        phaseout_year=2016,
        forecasts=Forecast(2014, value=Money(3000, "GBP"), value_date="2013-07-03"),
    )

    assert survey == Project(fss=survey).fss
    assert dt.date(2014, 5, 6) == survey.extraction_date
    assert (Forecast(2014, value="GBP 3000", value_date=dt.date(2013, 7, 3)),) == survey.forecasts


@pytest.mark.parametrize("cls", [CrsAdd, CrsFlag, Forecast, ForwardSpending, LoanStatus, LoanTerms])
def test_everything_may_be_left_out(cls: type) -> None:
    """What is not stated is None or empty: a flag that is not set differs from one of which nothing is said."""
    thing = cls()

    assert {None, ()} >= {getattr(thing, spec.name) for spec in attrs.fields(cls)}
    assert f"{cls.__name__}()" == repr(thing)


def test_a_mark_that_does_not_apply_is_stated() -> None:
    """False is said; None is not."""
    assert CrsFlag("1", significance=False) != CrsFlag("1")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: loosely.CrsFlag(1), 'CrsFlag.code: must be a string, got 1; write "1"'),
        (lambda: loosely.CrsFlag("1", significance="1"), "CrsFlag.significance: must be True, False or None, got '1'"),
        (
            lambda: loosely.CrsAdd(other_flags="1"),
            "CrsAdd.other_flags: must be a CrsFlag or several of them, got '1'",
        ),
        (
            lambda: loosely.CrsAdd(loan_terms=LoanStatus()),
            "CrsAdd.loan_terms: must be a LoanTerms, got LoanStatus()",
        ),
        (
            lambda: loosely.CrsAdd(loan_status=LoanTerms()),
            "CrsAdd.loan_status: must be a LoanStatus, got LoanTerms()",
        ),
        (
            lambda: LoanTerms(rate_1="4%"),
            "LoanTerms.rate_1: must be a plain number, got '4%'; digits, one point, no separators",
        ),
        (lambda: loosely.LoanStatus(year="2014"), "LoanStatus.year: must be a whole number, got '2014'; write an int"),
        (
            lambda: loosely.Forecast(2014, value=3000),
            'Forecast.value: must be money, got 3000; write Money("3000", "CAD"), in its own currency',
        ),
        (
            lambda: loosely.ForwardSpending(forecasts=[Forecast(2014), 2015]),
            "ForwardSpending.forecasts[1]: must be a Forecast or several of them, got 2015",
        ),
        (lambda: loosely.Project(crs_add=ForwardSpending()), "Project.crs_add: must be a CrsAdd, got ForwardSpending()"),
        (lambda: loosely.Project(fss=CrsAdd()), "Project.fss: must be a ForwardSpending, got CrsAdd()"),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)
