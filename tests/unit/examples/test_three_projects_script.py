"""The script of the three projects, run as a person runs it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[3] / "examples" / "three_projects.py"

FISCAL_SPLIT = """\
CAD 4,000,000.00 over 2022-03-28/2025-03-31, by fiscal year:
  2021/22     4 days      CAD 14,545.45
  2022/23   365 days   CAD 1,327,272.73
  2023/24   366 days   CAD 1,330,909.09
  2024/25   365 days   CAD 1,327,272.73
"""
"""4, 365, 366 and 365 of 1100 days: 14,545.454…, 1,327,272.727…, 1,330,909.090…; the two cents that cutting leaves over
go to the largest remainders, those of the years of 365 days."""

SHARED_PLACES = """\
Places that CA-3-P011182001 and the Integra Activity share (9):
  Barranquilla, Bogotá, Bucaramanga, Cali, Cartagena, Cúcuta, Medellín, Riohacha, Santa Marta
"""


def run(script: Path, folder: Path, encoding: str, *arguments: str) -> str:
    """Run a script in a folder of its own, on a console of the given encoding, and give what it printed."""
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (0, "") == (done.returncode, done.stderr.decode(encoding))

    return done.stdout.decode(encoding).replace("\r\n", "\n")


@pytest.fixture(scope="module", params=["utf-8", "cp1252"])
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What the script printed, and the folder it wrote to: one that is not there yet, with a space and accents."""
    folder = tmp_path_factory.mktemp("run")
    outdir = folder / "trois projets" / "été à Bogotá"
    return run(SCRIPT, folder, request.param, str(outdir)), outdir


def written(outdir: Path, name: str) -> dict[str, Any]:
    """Read a file that the script wrote."""
    read = json.loads((outdir / f"{name}.json").read_text(encoding="utf-8"))

    assert isinstance(read, dict)

    return read


def test_it_prints_a_card_of_each_project(ran: tuple[str, Path]) -> None:
    """Each project is shown under its title, whatever the console can show."""
    flowed = " ".join(ran[0].split())

    for title in (
        "Technical assistance for social inclusion of Venezuelan refugees and migrants in Colombia and Peru",
        "Gender-Sensitive Capacity-building to Manage Irregular Migration Between Colombia and Venezuela",
        "Integra Activity",
    ):
        assert title in flowed


def test_it_prints_the_nine_shared_cities(ran: tuple[str, Path]) -> None:
    """The two pages list the same nine cities of Colombia."""
    assert SHARED_PLACES in ran[0]


def test_it_prints_the_split_by_fiscal_year(ran: tuple[str, Path]) -> None:
    """Canada's fiscal year begins on 1 April; the shares go by days and sum to the whole."""
    assert FISCAL_SPLIT in ran[0]


def test_it_says_whether_the_duration_agrees(ran: tuple[str, Path]) -> None:
    """From 28 March 2022 to 31 March 2025 it is three years and four days, which is 3.0 years to one decimal."""
    assert "The stated duration, 3.0 years, agrees with the dates.\n" in ran[0]


def test_it_prints_what_check_finds(ran: tuple[str, Path]) -> None:
    """Two pages give no identifier; eight, two and nine results are without a level."""
    reports = ran[0][ran[0].index("gac_social_inclusion, as of 2026-11-21:") :]

    assert reports.count("[identity.no-identifier]") == 2
    assert reports.count("[results.no-level]") == 8 + 2 + 9


def test_it_writes_the_projects_as_json(ran: tuple[str, Path]) -> None:
    """Three files, each a project in the library's own format, with dates as precise as stated."""
    outdir = ran[1]
    gac, iom, integra = (
        written(outdir, name) for name in ("gac_social_inclusion", "iom_irregular_migration", "usaid_integra")
    )

    assert sorted(path.name for path in outdir.iterdir()) == [
        "gac_social_inclusion.json",
        "iom_irregular_migration.json",
        "usaid_integra.json",
    ]
    assert [(each["aidmodel"], each["class"]) for each in (gac, iom, integra)] == [(1, "Project")] * 3
    assert gac["identifier"] == "CA-3-P011182001"
    assert [each["ref"] for each in iom["other_identifiers"]] == ["CO10P0001", "CE.0373"]
    assert [each["date"] for each in gac["dates"]] == ["2022-03-28", "2025-03-31"]
    assert [each["date"] for each in iom["dates"]] == ["2017", "2018"]
    assert [each["date"] for each in integra["dates"]] == ["2021-09", "2026-09"]
    assert [len(each["chain"]) for each in (gac, iom, integra)] == [6 + 3 + 8, 2, 3 + 6]


def test_it_writes_beside_itself_unless_told_otherwise(tmp_path: Path) -> None:
    """Run from another folder and without an argument, it makes the folder ``out`` beside the script."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copied = Path(shutil.copytree(SCRIPT.parent, tmp_path / "examples", ignore=shutil.ignore_patterns("out")))

    run(copied / SCRIPT.name, elsewhere, "utf-8")

    assert len(list((copied / "out").glob("*.json"))) == 3
    assert list(elsewhere.iterdir()) == []
