"""The script that reads a page, run as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "examples" / "read_a_page.py"
PAGES = ROOT / "tests" / "pages"


def started(folder: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the script in a folder, on a console of the given encoding."""
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )


def run(folder: Path, encoding: str, *arguments: str) -> str:
    """Run the script, and give what it printed."""
    done = started(folder, encoding, *arguments)

    assert (0, "") == (done.returncode, done.stderr.decode(encoding))

    return done.stdout.decode(encoding).replace("\r\n", "\n")


@pytest.fixture(scope="module", params=["utf-8", "cp1252"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the script prints of its own page."""
    return run(tmp_path_factory.mktemp("run"), request.param)


def test_it_prints_the_project_as_a_person_reads_it(printed: str) -> None:
    """The card comes first: title, number, amount."""
    card, _, _ = printed.partition("\nNot stated as it stands:\n")
    flowed = " ".join(card.split())

    for words in (
        "Weather stations for potato growers in Ecuador and Peru",
        "CA-3-D009990001",
        "CAD 1,800,000.00",
        "improved knowledge of frost among growers",
        "set up 24 weather stations",
    ):
        assert words in flowed


def test_it_prints_what_facts_rest_on(printed: str) -> None:
    """Dollars are Canadian by convention; two countries are inferred from the title, as their label is blank."""
    lines = printed[printed.index("Not stated as it stands:") : printed.index("\nReport: ")].splitlines()
    (currency,) = [line for line in lines if line.startswith("  amounts[0].value.currency = ")]
    inferred = [line for line in lines if line.startswith("  countries[") and ": inferred, from " in line]

    assert currency.startswith("  amounts[0].value.currency = CAD: convention, from ")
    assert "$1,800,000.00" in currency
    for code in ("'EC'", "'PE'"):
        assert any(code in line for line in inferred)


def test_it_prints_the_report(printed: str) -> None:
    """Two labels are blank, and three years are not two."""
    report = printed[printed.index("\nReport: ") :]

    assert "[page.blank-label]" in report
    assert "[page.duration-disagrees]" in report


def test_it_takes_a_file(tmp_path: Path) -> None:
    """A path in place of its own page: whose it is is seen from the page."""
    printed = run(tmp_path, "utf-8", str(PAGES / "iom-labels-values.txt"))

    assert "Counting Those Who Cross" in printed
    assert "USD 150,000.00" in printed


def test_it_takes_the_name_of_a_publisher(tmp_path: Path) -> None:
    """A page that shows the marks of two publishers is read as that of the one that is named."""
    printed = run(tmp_path, "utf-8", str(PAGES / "bad-mixed.txt"), "gac")

    assert "Nurseries in the shade of mango trees" in printed
    assert "CAD 640,000.00" in printed


@pytest.mark.parametrize(
    ("page", "problem"), [("bad-other-site.html", "is no page of a publisher that is known"), ("none", "none")]
)
def test_what_it_cannot_read_is_said_in_a_line(tmp_path: Path, page: str, problem: str) -> None:
    """Another site's page, or a file that is not there."""
    done = started(tmp_path, "utf-8", str(PAGES / page))
    (line,) = done.stderr.decode().splitlines()

    assert (1, b"") == (done.returncode, done.stdout)
    assert page in line
    assert problem in line
