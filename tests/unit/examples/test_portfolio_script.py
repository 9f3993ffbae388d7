"""The script of the portfolio in dollars, run as a person runs it.

The rates are those of guide E8 for 2023: 1.349908640793904 CAD, 139.8463837596168 KES, 0.9248395584706975 EUR for 1 USD.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aidmodel import Budget, Project, write_iati

SCRIPT = Path(__file__).parents[3] / "examples" / "portfolio_in_dollars.py"

TOTALS = """\
As stated, by currency:
  CAD 2,700,000.00
  EUR 950,000.00
  KES 37,000,000.00
  VES 1,000,000.00

In US dollars: USD 2,805,345.69 known, the total is not
  Rates: International Monetary Fund, annual averages. Source: International Monetary Fund.
"""
"""2,700,000 / 1.3499… = 2,000,135.36; 12,000,000 and 25,000,000 / 139.8463… = 85,808.44 and 178,767.58;
500,000 / 0.9248… = 540,634.31; there are no rates of bolívares, nor of euros in 2025."""

YEARS = """\
By fiscal year, October to September:
  FY2023      USD 1,130,812.23
  FY2024      USD 1,133,899.15
"""
"""2,000,135.36 halved, at 183 and 183 days; 178,767.58 at 92 and 274 of 366 days, 44,936.11 and 133,831.47; and all of
85,808.44 in the first: 1,000,067.68 + 44,936.11 + 85,808.44, and 1,000,067.68 + 133,831.47."""


def run(folder: Path, encoding: str, *arguments: str) -> str:
    """Run the script in a folder, on a console of the given encoding, and give what it printed."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (0, "") == (done.returncode, done.stderr.decode(encoding))

    return done.stdout.decode(encoding).replace("\r\n", "\n")


@pytest.fixture(scope="module", params=["utf-8", "cp1252"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the script prints of its own portfolio."""
    return run(tmp_path_factory.mktemp("run"), request.param)


def section(printed: str, title: str) -> list[str]:
    """Give the lines under a title."""
    lines = printed.splitlines()
    first = lines.index(title) + 1
    rest = [at for at in range(first, len(lines)) if not lines[at].startswith("  ")]
    return lines[first : rest[0] if rest else None]


def test_it_prints_the_totals(printed: str) -> None:
    """Revised budgets count and originals do not, nor does a part beside its whole."""
    assert printed.startswith(TOTALS)


def test_it_prints_the_fiscal_years(printed: str) -> None:
    """The years of the US begin in October; the shares go by days."""
    assert YEARS in printed


def test_it_prints_what_is_left_out_with_the_reason(printed: str) -> None:
    """A currency without rates, and a year after the end of the table."""
    bolivares, euros = section(printed, "Left out (2):")

    assert "VES 1,000,000.00, left out: no rate from VES to USD for 2023-01-01" in bolivares
    assert "EUR 450,000.00, left out: no rate from EUR to USD for 2025-03-01" in euros


def test_it_prints_what_cannot_be_split(printed: str) -> None:
    """A period of two months that it began and ended in is counted in the sum, and not in the years."""
    (months,) = section(printed, "Left out of the years, beside those above (1):")

    assert "2024-03/2025-02 EUR 500,000.00, left out: it is not known which days" in months


def test_it_prints_what_is_in_doubt_and_what_is_counted_elsewhere(printed: str) -> None:
    """A missing value date, an original that was revised, and a part of a project that is there."""
    (doubt,) = section(printed, "Counted, with a doubt (1):")
    original, part = section(printed, "Counted elsewhere (2):")

    assert "KES 12,000,000.00 (it has no value date" in doubt
    assert "CAD 3,000,000.00, replaced" in original
    assert "CAD 900,000.00, in parent: counted in XI-EX-RIVER-1" in part


def test_it_takes_files(tmp_path: Path) -> None:
    """With IATI files it prints their projects, all together; where all is known, it says the total and no more."""
    for number, value in ((1, "USD 366.00"), (2, "USD 73.20")):
        project = Project(identifier=f"XI-EX-{number}", budgets=Budget("2024", value=value, value_date="2024-01-01"))
        write_iati(project, tmp_path / f"{number}.xml")

    printed = run(tmp_path, "utf-8", "1.xml", "2.xml")

    assert "\nIn US dollars: USD 439.20\n" in printed
    assert ["  FY2024            USD 328.80", "  FY2025            USD 110.40"] == section(
        printed, "By fiscal year, October to September:"
    )
    assert "Left out" not in printed
