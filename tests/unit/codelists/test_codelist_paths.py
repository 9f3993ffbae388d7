"""Which list holds the codes of which element or attribute, as the standard's mapping has it."""

from typing import Any

import pytest

from aidmodel import codelists
from aidmodel.errors import InvalidValue, NotFound


@pytest.mark.parametrize(
    ("path", "vocabulary", "name"),
    [
        ("sector", None, "Sector"),
        ("sector", "", "Sector"),
        ("sector", "1", "Sector"),
        ("sector", "2", "SectorCategory"),
        ("sector", "3", None),
        ("sector", "7", "UNSDG-Goals"),
        ("sector", "8", "UNSDG-Targets"),
        ("sector", "99", None),
        ("sector/@code", "2", "SectorCategory"),
        ("transaction/sector", "2", "SectorCategory"),
        ("sector/@vocabulary", None, "SectorVocabulary"),
        ("tag", None, None),
        ("tag", "2", "UNSDG-Goals"),
        ("tag", "3", "UNSDG-Targets"),
        ("recipient-region", None, "Region"),
        ("recipient-region", "2", None),
        ("recipient-country", None, "Country"),
        ("recipient-country", "7", "Country"),  # its list does not depend on a vocabulary
        ("policy-marker", None, "PolicyMarker"),
        ("policy-marker", "99", None),
        ("policy-marker/@significance", None, "PolicySignificance"),
        ("humanitarian-scope", "1-2", None),
        ("humanitarian-scope/@type", None, "HumanitarianScopeType"),
        ("default-aid-type", None, "AidType"),
        ("default-aid-type", "2", "EarmarkingCategory"),
        ("default-aid-type", "3", None),
        ("aid-type", "4", "CashandVoucherModalities"),
        ("administrative", "A4", "Country"),
        ("administrative", "G1", None),
        ("administrative", None, None),
        ("reference", "1", None),
        ("result/reference/@vocabulary", None, "ResultVocabulary"),
        ("indicator/reference/@vocabulary", None, "IndicatorVocabulary"),
        ("budget-item", "1", "BudgetIdentifier"),
        ("budget-item", "4", None),
        ("participating-org/@role", None, "OrganisationRole"),
        ("budget/@type", None, "BudgetType"),
        ("channel-code", None, "CRSChannelCode"),
        ("category", None, "DocumentCategory"),
        ("@default-currency", None, "Currency"),
        ("@xml:lang", None, "Language"),
    ],
)
def test_the_list_of_an_element_or_attribute(path: str, vocabulary: str | None, name: str | None) -> None:
    """The path may start at any element; a vocabulary that is not stated is the default one."""
    assert name == codelists.list_of(path, vocabulary)


def test_a_path_that_stands_for_two_elements_is_refused() -> None:
    """References of results and of indicators take their vocabularies from two lists."""
    with pytest.raises(InvalidValue) as caught:
        codelists.list_of("reference/@vocabulary")

    assert (
        "stands for several lists, got 'reference/@vocabulary'; "
        "write 'result/indicator/reference/@vocabulary' or 'result/reference/@vocabulary'"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("path", "near"),
    [("sectr", "sector"), ("budget/@statsu", "budget/@status"), ("title", ""), ("@type", ""), ("", "")],
)
def test_a_path_without_codes_is_not_found(path: str, near: str) -> None:
    """A slip is no "codes of another vocabulary"; what looks like it is named, whatever the vocabulary."""
    for vocabulary in (None, "99"):
        with pytest.raises(NotFound) as caught:
            codelists.list_of(path, vocabulary)

        assert ("element or attribute with a code list", path) == (caught.value.what, caught.value.key)
        assert not near or near == caught.value.near[0]


@pytest.mark.parametrize("path", [None, 5, ["sector"]])
def test_a_path_is_a_string(path: Any) -> None:
    """Nothing else names an element."""
    with pytest.raises(InvalidValue) as caught:
        codelists.list_of(path)

    assert InvalidValue(path, "must be a string") == caught.value


def test_every_list_that_a_path_leads_to_is_here() -> None:
    """Nothing that the mapping names is missing."""
    named = {name for rows in codelists._paths().values() for _, name, _, _ in rows}

    assert set() == named - set(codelists.names())
