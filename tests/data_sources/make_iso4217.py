"""Make src/aidmodel/values/_iso4217.py from the table of currency codes.

    python tests/data_sources/make_iso4217.py codes-all.csv src/aidmodel/values/_iso4217.py

The table is data/codes-all.csv of https://github.com/datasets/currency-codes, at the version named below.
"""

import csv
import io
import sys
from collections import defaultdict
from pathlib import Path

SOURCE = "github datasets/currency-codes @ab9b0ae (2026-02-01) = SIX list one + list three, ODC-PDDL 1.0"
VERSION = "2026-02-01"

REDENOMINATED = {
    "BYR": "10,000 BYR became 1 BYN",
    "BYN": "10,000 BYR became 1 BYN",
    "VEF": "100,000 VEF became 1 VES",
    "VES": "100,000 VEF became 1 VES",
}
"""Stated by the UN Treasury's operational rates of exchange."""

HISTORIC_MINOR_UNIT = 2
"""The table states none for currencies of the past."""

Row = tuple[str, str, str | None, int | None, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Give code, name, number, decimals, withdrawal and note of each currency, by code."""
    listed: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in csv.DictReader(io.StringIO(text)):
        if line["AlphabeticCode"]:
            listed[line["AlphabeticCode"]].append({key: " ".join(value.split()) for key, value in line.items()})
    numbered: defaultdict[str, list[str]] = defaultdict(list)
    for code in sorted(listed):
        for number in sorted({line["NumericCode"] for line in listed[code]} - {""}):
            numbered[number].append(code)
    return [_row(code, listed[code], numbered) for code in sorted(listed)]


def _row(code: str, lines: list[dict[str, str]], numbered: dict[str, list[str]]) -> Row:
    past = sorted((line for line in lines if line["WithdrawalDate"]), key=lambda line: line["WithdrawalDate"])
    present = [line for line in lines if not line["WithdrawalDate"]]
    line = present[0] if present else past[-1]
    number = line["NumericCode"]
    notes = [REDENOMINATED[code]] if code in REDENOMINATED else []
    if present:
        notes += [
            f"{old['Currency']} until {old['WithdrawalDate']}" for old in past if old["Currency"] != line["Currency"]
        ]
    shared = [other for other in numbered.get(number, []) if other != code]
    if shared:
        notes.append(f"{number} is also {', '.join(shared)}")
    minor = line["MinorUnit"]
    decimals = HISTORIC_MINOR_UNIT if not present else int(minor) if minor.isdigit() else None
    withdrawn = None if present else line["WithdrawalDate"]
    return code, line["Currency"], number or None, decimals, withdrawn, "; ".join(notes) or None


def module(text: str) -> str:
    """Give the source of the module."""
    head = (
        '"""The currencies of ISO 4217. Made by tests/data_sources/make_iso4217.py: change that, not this."""\n\n'
        f"SOURCE = {_quoted(SOURCE)}\n"
        f"VERSION = {_quoted(VERSION)}\n\n"
        "# fmt: off\n"
        "# code, name, number, decimals, withdrawn, note\n"
        "ROWS: tuple[tuple[str, str, str | None, int | None, str | None, str | None], ...] = (\n"
    )
    return head + "".join(f"    ({', '.join(map(_quoted, row))}),\n" for row in rows(text)) + ")\n"


def _quoted(value: str | int | None) -> str:
    if not isinstance(value, str):
        return repr(value)
    return f"'{value}'" if '"' in value else f'"{value}"'


if __name__ == "__main__":
    source, target = sys.argv[1:]
    Path(target).write_text(module(Path(source).read_text(encoding="utf-8")), encoding="utf-8")
