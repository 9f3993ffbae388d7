"""Numbers inside sentences: quantities, and what looks like one."""

from decimal import Decimal

import pytest

from aidmodel import InvalidValue, Money, Qualifier
from aidmodel.io.pages.numbers import money, numbers_in


def found(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Give the numbers of a sentence with their units."""
    return [(str(each.value), each.unit) for each in numbers_in(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the adjustment of 27 policy instruments.", [("27", "policy instruments")]),
        ("consolidated in nine target cities to promote", [("9", "target cities")]),
        ("Nine Colombian cities participated including", [("9", "Colombian cities")]),
        ("11 Intégrate Centers (one-stop shops) in nine cities", [("11", "Intégrate Centers"), ("9", "cities")]),
        ("20 CSOS strengthened", [("20", "CSOS")]),
        ("with 5 media outlets to", [("5", "media outlets")]),
        ("6 077 people, 44.13 % of them women", [("6077", "people"), ("44.13", "%")]),
        ("trained 1 184 teachers", [("1184", "teachers")]),
        ("500,000 Colombians", [("500000", "Colombians")]),
        ("1,234,567.5 hectares", [("1234567.5", "hectares")]),
        ("twenty-five schools", [("25", "schools")]),
        ("50 per cent", [("50", "%")]),
        ("2 billion trees", [("2000000000", "trees")]),
        ("trained 2000 teachers in 2019", [("2000", "teachers")]),
        ("it reached 312 committee members, over half of them women", [("312", "committee members")]),
        ("19 of 27 plans", [("19", "plans"), ("27", "plans")]),
        ("five of the six regions", [("5", "regions"), ("6", "regions")]),
        ("14 were built", [("14", None)]),
        ("2.2 million Nepalis and two Paris offices", [("2200000", "Nepalis"), ("2", "Paris offices")]),
        ("three times less likely", [("3", None)]),
        ("7 out of 10 users", [("7", None), ("10", None)]),  # a share
        ("1 out of 3 households", [("1", None), ("3", None)]),
        ("7 of 10 centres", [("7", "centres"), ("10", "centres")]),
        ("no job six months after their return", [("6", None)]),  # a time, and no length of one
        ("courses of six months", [("6", "months")]),
        ("insured 3 (three) ministries and four (4) banks", [("3", "ministries"), ("4", "banks")]),
        ("64,500 ha, or 645 km2 of land", [("64500", "ha"), ("645", "km2")]),
        ("14 500 girls and boys", [("14500", "girls and boys")]),
        ("1,250 women and 300 men", [("1250", "women"), ("300", "men")]),
        ("300 women and youth organizations", [("300", "women")]),
        ("213 youth (118 female, 95 male)", [("213", "youth"), ("118", "female"), ("95", "male")]),
        ("118 female health workers", [("118", "female health workers")]),
        ("one million trees in one of the valleys", [("1000000", "trees")]),
        ("two hundred and fifty schools", [("200", None)]),
    ],
)
def test_quantities_have_a_number_and_a_noun(text: str, expected: list[tuple[str, str | None]]) -> None:
    """The number is exact, the noun stands as printed up to its plural."""
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the 2015 humanitarian crisis",
        "in 2017 and 2018",
        "the plan (2015-2019)",
        "Law 1565 of 2012",
        "1565 of 2012",
        "the 2030 Agenda",
        "SDG 5 and Article 9",
        "COVID-19",
        "CE.0373 and CO10P0001",
        "(3) third",
        "the 3rd phase, Phase 2",
        "on March 28, 2022 and 28 March 2022",
        "between 5 and 10 schools",
        "50 to 60 people",
        "three to four boats",
        "aged 15-24",
        "version 3.5.1 of 12/05/2024",
        "$4,000,000.00 and 100000.00 USD",
        "Canada’s $100 million response",
        "a one-stop shop, two-way talks",
        "one of them",
        "Health Act 14 of 2019",
        "Security Council resolution 2231",
    ],
)
def test_years_laws_ordinals_and_names_are_no_quantities(text: str) -> None:
    """Nor are ranges, dates and money."""
    assert [] == found(text)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("over 2.8 million people", Qualifier.OVER),
        ("more than 2.8 million people", Qualifier.OVER),
        ("an estimated 2.8 million people", Qualifier.ESTIMATED),
        ("at least 2.8 million people", Qualifier.AT_LEAST),
        ("about 2.8 million people", Qualifier.ABOUT),
        ("nearly 2.8 million people", Qualifier.ABOUT),
        ("up to 2.8 million people", Qualifier.UP_TO),
        ("Fewer than 2.8 million people", Qualifier.UNDER),
        ("2.8 million people", None),
    ],
)
def test_the_qualifier_is_kept(words: str, qualifier: Qualifier | None) -> None:
    """It belongs to the quantity, and to its words."""
    (number,) = numbers_in(f"In all, {words} had fled.")

    assert (Decimal(2800000), "people", qualifier, words) == (
        number.value,
        number.unit,
        number.qualifier,
        number.words,
    )


def test_a_plus_means_at_least() -> None:
    """It stands behind the number."""
    assert [Qualifier.AT_LEAST] == [number.qualifier for number in numbers_in("300+ girls")]


def test_the_size_of_a_product_is_marked() -> None:
    """The noun is put in the plural, as there are several of it."""
    (number,) = numbers_in("a fictional 5-episode streaming series")

    assert (Decimal(5), "episodes", True) == (number.value, number.unit, number.is_size)


def test_the_whole_of_a_part_is_marked() -> None:
    """It was not reached: it is what there is."""
    assert [False, True] == [number.is_whole for number in numbers_in("19 of the 27 plans")]
    assert [True] == [number.is_whole for number in numbers_in("the third of nine planned clinics")]


def test_french_reads_its_own_way() -> None:
    """A comma divides, blanks group, words are French."""
    expected = [("6077", "femmes"), ("44.13", "%"), ("9", "villes"), ("2500000", "personnes")]

    assert expected == found("plus de 6 077 femmes, 44,13 % du total, neuf villes, 2,5 millions de personnes", "fr")
    assert [("30", "cadres")] == found("trente cadres sont formés", "fr")  # no "CAD"


def test_a_number_without_a_noun_is_no_quantity() -> None:
    """Its unit is not known, and a quantity has one."""
    assert [None] == [number.quantity for number in numbers_in("14 were built")]


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("$4,000,000.00", "CAD", Money("4000000.00", "CAD")),
        ("$14 500 000", "CAD", Money("14500000", "CAD")),
        ("$4,000,000.00 (CAD)", None, Money("4000000.00", "CAD")),
        ("$14\u00a0500\u202f000", "CAD", Money("14500000", "CAD")),
        ("100000.00", "USD", Money("100000.00", "USD")),
        ("$1,250,000 CAD", "USD", Money("1250000", "CAD")),
        ("USD 5", None, Money("5", "USD")),
        ("US$ 50.5 million", "CAD", Money("50500000", "USD")),
        ("4 000 000,00 $", "CAD", Money("4000000.00", "CAD")),
        ("$0", "CAD", Money("0", "CAD")),
        ("$100", None, None),
    ],
)
def test_amounts_are_exact(text: str, currency: str | None, expected: Money | None) -> None:
    """A code that is printed goes before the convention; without both there is no amount."""
    assert expected == money(text, currency)


@pytest.mark.parametrize("text", ["$12,50", "$4,000,0", "$1.250.000", "to be determined", "$", "$5 or $6", ""])
def test_what_may_be_two_amounts_is_none(text: str) -> None:
    """12,50 is neither twelve nor a thousand."""
    with pytest.raises(InvalidValue) as error:
        money(text, "CAD")

    assert InvalidValue(text, "is no amount", 'write it like "4,000,000.00"') == error.value
