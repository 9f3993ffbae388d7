"""Small tables of rates, of cells that publishers state, for the tests of several modules."""

from typing import Any

import pytest

from aidmodel.errors import RateNotFound
from aidmodel.rates.table import RateTable

DAC = {
    "CAD": {2018: "1.2961", 2020: "1.3412", 2021: "1.2535"},
    "GBP": {2018: "0.7497", 2020: "0.7797", 2021: "0.7270"},
    "EUR": {2018: "0.8473", 2021: "0.8456"},
}
"""Cells of the DAC's table of annual rates (guides/money-and-dates.md E7), units per dollar."""
ECB = {
    "USD": {"2018-03-29": "1.2321", "2018-04-03": "1.2308", "2022-03-25": "1.1002", "2022-03-28": "1.0966"},
    "CAD": {"2018-03-29": "1.5895", "2018-04-03": "1.5818", "2022-03-25": "1.3781", "2022-03-28": "1.3702"},
}
"""Cells of the ECB's reference rates (E6), units per euro; Easter 2018 and a weekend lie between them."""
MONTH_ENDS = {
    "GBP": {
        "2011-07-31": "0.614514840533399",
        "2011-08-31": "0.614024315362888",
        "2011-10-31": "0.624063904143784",
        "2011-11-30": "0.640697078421322",
        "2012-01-31": "0.63335233390335",
        "2012-02-29": "0.627234522988145",
    },
    "EUR": {
        "2011-07-31": "0.7012622720897616",
        "2011-08-31": "0.6920415224913495",
        "2011-10-31": "0.7142346975216056",
        "2011-11-30": "0.7452675510508272",
        "2012-01-31": "0.7589556769884639",
        "2012-02-29": "0.7438815740534107",
    },
}
"""Cells of the IMF's rates of month ends as codeforIATI has them, units per dollar."""
UN = {
    "KES": {"2018-03-01": "101", "2018-03-16": "103"},
    "COP": {"2018-03-01": "2850", "2018-04-01": "2790"},
}
"""Operational rates as the UN lists them: one changed in mid-month, the other did not (numbers of our own)."""


def table(data: Any, **stated: Any) -> RateTable:
    """Build a table of the DAC, unless stated otherwise."""
    about: dict[str, Any] = {
        "source": "OECD DAC", "pivot": "USD", "quoting": "units_per_pivot", "basis": "period average", "frequency": "year",
    }  # fmt: skip
    return RateTable(data, **{**about, **stated})


def by_day(data: Any = ECB, **stated: Any) -> RateTable:
    """Build a table of the ECB."""
    return table(data, **{"source": "ECB", "pivot": "EUR", "basis": "spot", "frequency": "day", **stated})


def month_ends(data: Any = MONTH_ENDS, **stated: Any) -> RateTable:
    """Build a table of the IMF's month ends."""
    return table(data, **{"source": "IMF", "basis": "period end", "frequency": "month", **stated})


def operational(**stated: Any) -> RateTable:
    """Build a table of the UN."""
    return table(UN, **{"source": "UN", "basis": "operational", "frequency": "day", **stated})


def not_found(answering: RateTable, base: str, quote: str, on: Any) -> RateNotFound:
    """Give the error of a rate that is not there."""
    with pytest.raises(RateNotFound) as caught:
        answering.rate(base, quote, on)
    return caught.value
