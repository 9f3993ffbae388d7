"""Make src/aidmodel/rates/data/imf_annual.tsv from the table of annual averages.

    python tests/data_sources/make_imf_annual.py annual_avg_units_per_usd_clean.csv src/aidmodel/rates/data/imf_annual.tsv

The table was made from imf_exchangerates_A_ENDA_USD.csv of https://github.com/codeforIATI/imf-exchangerates, branch
gh-pages, commit 89e77b6 of 2025-11-01: one row a currency and year from 1990, that of the country that issues it. Each line
of what is made here is a currency, its first year, and the rates of that year and those after it, "-" where there is none.
The US dollar, which all of them are quoted against, has no line.
"""

import csv
import io
import sys
from pathlib import Path

EURO = 1999
"""Since this year the row of San Marino, which follows Italy's under ITL, is in euros: 1 USD = 0.85 ITL in 2018."""

NEW_MANAT = 2009
"""Until this year there was the old manat, TMM, of which 5,000 made 1 TMT: 1 USD = 5,200 TMT in 2001."""


def rates(text: str) -> dict[str, dict[int, str]]:
    """Give the rates by currency and year, both in order."""
    found: dict[str, dict[int, str]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        currency, year = row["currency"], int(row["year"])
        if currency == "USD" or (currency == "ITL" and year >= EURO):
            continue
        if currency == "TMT" and year < NEW_MANAT:
            currency = "TMM"
        found.setdefault(currency, {})[year] = row["units_per_usd"]
    return {currency: dict(sorted(found[currency].items())) for currency in sorted(found)}


def table(text: str) -> str:
    """Give the content of the file."""
    lines: list[str] = []
    for currency, known in rates(text).items():
        first, last = min(known), max(known)
        lines.append(f"{currency}\t{first}\t{' '.join(known.get(year, '-') for year in range(first, last + 1))}\n")
    return "".join(lines)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    Path(target).write_bytes(table(Path(source).read_text(encoding="utf-8")).encode("utf-8"))
