"""The rates that ship with the library: annual averages of the International Monetary Fund.

Source: International Monetary Fund. The data were transformed: from the file of annual averages that codeforIATI publishes
(https://github.com/codeforIATI/imf-exchangerates, commit 89e77b6 of 2025-11-01), which has a row a country, one rate a
currency and year was taken, from 1990: that of the country or monetary union that issues it. What stood under a wrong code
was put under its own (HTG, LSL, NAD, UYU, HRK, ANG, TMM); Venezuela, Zimbabwe, and the euro before 1999 were left out. No
number was changed.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

from aidmodel.rates.rate import RateBasis
from aidmodel.rates.table import RateTable, filled

IMF_ANNUAL = "International Monetary Fund, annual averages"
"""What tables of these rates give as their source."""

_FILE = Path(__file__).parent / "data" / "imf_annual.tsv"
_CHANGED = (
    "Changed: one rate a currency and year from 1990, that of the country or union that issues it, out of the file that "
    "codeforIATI publishes (commit 89e77b6 of 2025-11-01), which has a row a country; what stood under a wrong code was put "
    "under its own; Venezuela, Zimbabwe, and the euro before 1999 were left out."
)


@cache
def imf_annual() -> RateTable:
    """Give the annual averages of the International Monetary Fund: 171 currencies, 1990 to 2024, units for 1 US dollar.

    The dollar counts as one of the 171. A currency has the years that the IMF states, counted by the IMF in the unit that the
    code has today: the roubles of 1993 are those of now. Currencies that the euro took the place of end with the year before
    it. Nothing is fetched, and the table is made once; newer years are in files that :meth:`RateTable.read` takes, in the
    layout "imf".

    >>> print(imf_annual().rate("USD", "CAD", "2018"))
    1 USD = 1.295817928 CAD
    >>> imf_annual().notes[0]
    'Source: International Monetary Fund.'
    """
    series: dict[str, dict[int, Decimal]] = {}
    for line in _FILE.read_bytes().decode("utf-8").splitlines():
        currency, first, rates = line.split("\t")
        # The file is made by our own generator, and a test builds the table by the constructor, too.
        series[currency] = {
            year: Decimal(rate) for year, rate in enumerate(rates.split(" "), int(first)) if rate != "-"
        }
    empty = RateTable(
        {},
        source=IMF_ANNUAL,
        pivot="USD",
        quoting="units_per_pivot",
        basis=RateBasis.PERIOD_AVERAGE,
        frequency="year",
        notes=("Source: International Monetary Fund.", _CHANGED),
    )
    return filled(empty, series)
