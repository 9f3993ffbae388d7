"""What is kept of the pieces of a file while it is written, and when a text can be written at all."""

import datetime as dt

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.io.iati.kinds import REMEMBERED
from aidmodel.io.iati.writing import Names, Ready, encoded
from aidmodel.values.partial_date import PartialDate


def test_a_piece_has_its_value_between_what_stands_around_it() -> None:
    """With the marks of XML written as it wants them, each time alike."""
    ready = Ready(' ref="', '"')

    assert [' ref="a&quot;b"'] * 2 == [ready['a"b'], ready['a"b']]
    assert {'a"b': ' ref="a&quot;b"'} == ready


def test_days_are_written_as_days_and_nothing_else_is() -> None:
    """The careful writer says what is wrong."""
    ready = Ready(' iso-date="', '"/>', days=True)

    assert ' iso-date="2020-01-02"/>' == ready[dt.date(2020, 1, 2)]
    with pytest.raises(InvalidValue):
        ready[PartialDate("2020")]
    assert [dt.date(2020, 1, 2)] == [*ready]


def test_what_is_kept_is_bounded() -> None:
    """In number and in length."""
    ready = Ready("<", ">")
    names = Names(0, "</name>\n")

    for number in range(REMEMBERED + 10):
        assert f"<{number}>" == ready[str(number)]
        assert f">\n  <narrative>{number}</narrative>\n</name>\n" == names[(None, str(number)),]
    assert REMEMBERED == len(ready) == len(names)

    long = "a" * 500
    assert f"<{long}>" == Ready("<", ">")[long]
    for kept, value in ((Ready("<", ">"), long), (Names(0, ""), ((None, long),))):
        kept[value]  # type: ignore[index]
        assert {} == kept


@pytest.mark.parametrize("text", ["\x00", "a\x1fb", "\ufffe", "é\uffff", "\ud800", "\U0001f600\x0b"])
def test_what_xml_has_no_form_for_is_not_encoded(text: str) -> None:
    """Whatever stands around it."""
    assert encoded(text) is None
    assert encoded(f"words {text} é ж") is None


@pytest.mark.parametrize("text", ["", "a\t\r\nb", "é", "ж", "\ufffd", "\U0001f600", "\x7f\x85"])
def test_all_else_is(text: str) -> None:
    """As UTF-8."""
    assert text.encode("utf-8") == encoded(text)
