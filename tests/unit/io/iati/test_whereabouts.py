"""Where a value of a project stands in its file, by its path."""

import pickle
from pathlib import Path

import pytest

from aidmodel.io.iati.whereabouts import Whereabouts

FILE = b"""<iati-activities version="2.03">
<other/>
<iati-activity>
 <iati-identifier>CA-3-1</iati-identifier>
 <reporting-org ref="CA-3" type="10"><narrative>GAC</narrative></reporting-org>
 <title><narrative>Wells</narrative></title>
 <activity-status code="2"/>
 <sector code="1"/><tag code="1" vocabulary="1"/><sector code="2"/>
 <default-aid-type code="B01"/><default-aid-type code="C01"/>
 <conditions attached="1"><condition type="1"/><condition type="2"/></conditions>
 <result type="1"><title/>
  <indicator measure="1">
   <period><period-start iso-date="2023-01-01"/>
    <target value="1"/><target value="2"/>
   </period>
  </indicator>
 </result>
</iati-activity>
</iati-activities>"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", (3, 1)),
        ("identifier", (4, 2)),
        ("reporting.ref", (5, 2)),
        ("reporting.name", (5, 2)),
        ("title", (6, 2)),
        ("status", (7, 2)),
        ("sectors", (8, 2)),
        ("sectors[1].percentage", (8, 50)),
        ("tags[0]", (8, 20)),
        ("default_aid_types[1]", (9, 32)),
        ("default_language", (3, 1)),
        ("conditions_attached", (10, 2)),
        ("conditions[1].type", (10, 48)),
        ("chain[0]", (11, 2)),
        ("chain[0].title", (11, 19)),
        ("chain[0].indicators[0].measure", (12, 3)),
        ("chain[0].indicators[0].periods[0].span", (13, 12)),
        ("chain[0].indicators[0].periods[0].targets[1].value", (14, 24)),
        ("chain[0].indicators[0].periods[0].actuals", (13, 4)),
        ("chain[7].title", (3, 1)),
        ("countries", (3, 1)),
        ("programme", (3, 1)),
    ],
)
def test_a_path_leads_to_its_element(path: str, expected: tuple[int, int]) -> None:
    """Or to the nearest around it: an attribute, or what is missing, has none. Counted by hand."""
    assert expected == Whereabouts(FILE).want(0, path)()


def test_all_that_is_sought_is_found_in_one_reading(tmp_path: Path) -> None:
    """What was found is remembered when the file goes; what was sought by then is found with it."""
    path = tmp_path / "a.xml"
    path.write_bytes(FILE)
    whereabouts = Whereabouts(path)
    title, status = whereabouts.want(0, "title"), whereabouts.want(0, "status")

    assert (6, 2) == title()
    path.unlink()
    assert (7, 2) == status()
    assert None is whereabouts.want(0, "identifier")()


def test_what_was_never_there_is_not_found() -> None:
    """A project that the file has not, or a file that breaks before it."""
    assert None is Whereabouts(FILE).want(1, "title")()
    assert None is Whereabouts(b"<iati-activities>").want(0, "title")()
    assert None is Whereabouts(b"").want(0, "title")()


def test_elements_of_an_old_file_are_where_they_were() -> None:
    """The title of version 1 has no narrative until it is brought to 2.03; what is made for it has no place of its own."""
    file = b"""<iati-activities version="1.03"><iati-activity>
<title>Wells</title><activity-date type="start-actual" iso-date="2024-01-01"/></iati-activity></iati-activities>"""

    assert (2, 1) == Whereabouts(file).want(0, "title")()
    assert (2, 21) == Whereabouts(file).want(0, "dates[0].date")()


def test_it_is_taken_along() -> None:
    """What is sought is found before it is pickled, and the bytes stay behind."""
    sought = Whereabouts(FILE).want(0, "title")
    packed = pickle.dumps(sought)

    assert (6, 2) == pickle.loads(packed)()  # noqa: S301  our own
    assert b"narrative" not in packed
