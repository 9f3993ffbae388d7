"""Reading with okfn-iati: it turns a file into a folder of CSV tables, the one way it has from XML.

The tables hold strings, of most texts the first narrative, and no elements of other namespaces; its typed classes are
made from such tables and are for writing.
"""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from okfn_iati import IatiMultiCsvConverter


def tables(path: str) -> int:
    """Make the tables, and count the activities."""
    return len(facts(path))


def facts(path: str) -> list[list[str]]:
    """Make the tables, and tell the identifiers of the activities."""
    with TemporaryDirectory() as folder:
        assert IatiMultiCsvConverter().xml_to_csv_folder(path, folder)
        with (Path(folder) / "activities.csv").open(encoding="utf-8", newline="") as table:
            return [[row["activity_identifier"]] for row in csv.DictReader(table)]
