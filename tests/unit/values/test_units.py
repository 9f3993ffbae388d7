"""Units: the words of aid projects, and pint behind them."""

import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import pint
import pytest

from aidmodel.errors import InvalidValue
from aidmodel.values.units import Unit, UnitKind, factor, pint_registry, to_pint, unit_for, units


@pytest.fixture
def own_registry() -> Iterator[Any]:
    """Let a program bring a registry of its own, after ours was used."""
    before: Any = pint.get_application_registry().get()  # type: ignore[no-untyped-call]
    to_pint(Decimal(1), unit_for("people"))
    own: Any = pint.UnitRegistry()
    pint.set_application_registry(own)  # type: ignore[no-untyped-call]
    yield own
    pint.set_application_registry(before)  # type: ignore[no-untyped-call]


def _same(*words: str) -> bool:
    return len({unit_for(word).code for word in words}) == 1


def test_about_sixty_aid_units_and_more() -> None:
    """Each has a code and an expression of its own."""
    known = units()

    assert len(known) >= 60
    assert len(known) == len({unit.code for unit in known}) == len({unit.pint for unit in known})


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.code)
def test_every_word_of_a_unit_finds_it(unit: Unit) -> None:
    """Code, singular, plural, symbols as they are, and the other words in any case."""
    words = [
        unit.code,
        unit.singular,
        unit.plural,
        *unit.symbols,
        *unit.aliases,
        unit.singular.upper(),
        unit.plural.title(),
    ]

    assert [unit] * len(words) == [unit_for(word) for word in words]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("people", UnitKind.COUNT),
        ("policy instruments", UnitKind.COUNT),
        ("units", UnitKind.COUNT),
        ("%", UnitKind.PERCENT),
        ("percentage points", UnitKind.PERCENTAGE_POINT),
        ("per 1,000", UnitKind.RATE),
        ("index", UnitKind.INDEX),
        ("km2", UnitKind.PHYSICAL),
        ("tCO2e", UnitKind.PHYSICAL),
        ("beehives", UnitKind.COUNT),
        ("% of households", UnitKind.PERCENT),
        ("Percentage of women", UnitKind.PERCENT),
        ("% (women)", UnitKind.PERCENT),
        ("% growth", UnitKind.QUOTIENT),
        ("tonnes per hectare", UnitKind.QUOTIENT),
        ("t/ha", UnitKind.QUOTIENT),
        ("litres/person/day", UnitKind.QUOTIENT),
        ("mean income", UnitKind.QUOTIENT),
        ("Literacy rates", UnitKind.QUOTIENT),
        ("proportion of households", UnitKind.QUOTIENT),
        ("teachers/trainers", UnitKind.COUNT),
        ("HIV/AIDS tests", UnitKind.COUNT),
        ("per diem payments", UnitKind.COUNT),
        ("shares sold", UnitKind.COUNT),
        ("food consumption score", UnitKind.INDEX),
        ("Gini indices", UnitKind.INDEX),
        ("score (0-100)", UnitKind.INDEX),
        ("index cards", UnitKind.COUNT),
    ],
)
def test_kinds(words: str, kind: UnitKind) -> None:
    """What a unit measures."""
    assert kind is unit_for(words).kind


def test_spellings_of_one_unit() -> None:
    """Plurals, hyphens, blanks, superscripts, both Englishes."""
    assert _same("household", "Households", "HH", "hh", " households ")
    assert _same("centre", "centers", "Centres")
    assert _same("organisation", "organizations")
    assert _same("CSO", "CSOs", "civil society organisations")
    assert _same("policy instrument", "policy-instruments", "policy\u00a0 instruments", "Policy_Instrument")
    assert _same("m2", "m\u00b2", "square metres", "sq. m")
    assert _same("km2", "km\u00b2", "km^2", "square kilometers")
    assert _same("tCO2e", "tCO\u2082e", "tonnes of CO2 equivalent")


def test_countables_are_apart() -> None:
    """Women, children, students and households are people to nobody but their counter."""
    words = ["people", "women", "girls", "children", "students", "farmers", "households", "families", "beneficiaries"]

    assert len(words) == len({unit_for(word).code for word in words})


def test_unknown_words_are_a_countable_of_their_own() -> None:
    """With the words as given, and one dimension for singular and plural."""
    assert Unit("beehive", "beehives", "beehives", UnitKind.COUNT, "count_beehive") == unit_for("beehives")
    assert _same("beehive", "Beehives")
    assert _same("solar lantern", "solar lanterns")
    assert _same("sanctuary", "sanctuaries")
    assert _same("bus pass", "bus passes")
    assert not _same("beehives", "bees")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("news", "new"),
        ("species", "specy"),
        ("time series", "time sery"),
        ("means", "mean"),
        ("business premises", "business premise"),
        ("goods", "good"),
        ("biogas", "bioga"),
        ("census", "censu"),
        ("analysis", "analysi"),
        ("mattress", "mattres"),
    ],
)
def test_words_that_end_in_s_by_themselves(word: str, other: str) -> None:
    """Their s is no plural: they are one unit however written, and not that of the word without it."""
    assert _same(word, word.title())
    assert not _same(word, other)
    assert word.replace(" ", "_") == unit_for(word).code


def test_other_words_are_another_unit() -> None:
    """Signs that no name can hold are spelt out, so no two texts fall together."""
    texts = ["a/b", "a b", "a+b", "a.b", "aU2fZb", "ab", "é", "e", "$", "#5"]

    assert len(texts) == len({unit_for(text).pint for text in texts})
    assert all(re.fullmatch(r"count_[A-Za-z0-9_]+", unit_for(text).pint) for text in texts)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("pp", "percentage_point"),  # a typographic point to pint, a length
        ("hh", "household"),  # a hectohour
        ("kt", "kilotonne"),  # a knot
        ("MT", "tonne"),  # a megatesla
        ("mt", "tonne"),  # a milli-tonne
        ("T", "t"),  # a tesla
        ("ton", "ton"),  # 907.18 kg
        ("unit", "unit"),  # a micronit
        ("units", "unit"),
        ("k", "k"),  # Boltzmann's constant
        ("M", "m"),  # molar
        ("pc", "pc"),  # a parsec
        ("a", "a"),  # a year
        ("bag", "bag"),  # a mass
        ("points", "point"),  # a length
    ],
)
def test_words_that_pint_misreads_never_reach_it(word: str, code: str) -> None:
    """They are what an aid project means by them, or a countable of their own."""
    registry = pint_registry()
    unit = unit_for(word)
    ours = to_pint(Decimal(1), unit).dimensionality

    assert code == unit.code
    assert (unit.kind is UnitKind.COUNT) is (dict(ours) == {f"[count_{code}]": 1})
    if word != "mt":  # a mass to both
        assert registry.Unit(word).dimensionality != ours


def test_a_metric_ton_is_a_thousand_kilograms() -> None:
    """Where pint reads a milli-tonne, which is one."""
    assert 1000 == to_pint(Decimal(1), unit_for("mt")).to("kilogram").magnitude


def test_case_counts_in_symbols() -> None:
    """A megatonne is no metric tonne, and a milliwatt no megawatt; an unknown sign is not its likely neighbour."""
    assert ["megatonne", "tonne", "kilotonne"] == [unit_for(sign).code for sign in ("Mt", "MT", "kt")]
    assert UnitKind.PHYSICAL is unit_for("MW").kind
    assert UnitKind.COUNT is unit_for("mW").kind
    assert ("megatonne_co2e", "tonne_co2e") == (unit_for("MtCO2e").code, unit_for("MTCO2e").code)
    assert ("metre", "m") == (unit_for("m").code, unit_for("M").code)


@pytest.mark.parametrize(
    ("left", "right", "numerator", "denominator"),
    [
        ("km2", "hectare", 1000000, 10000),
        ("MWh", "kWh", 1000, 1),
        ("m3", "litres", 1000, 1),
        ("tonnes", "kg", 1000, 1),
        ("kt", "tonnes", 1000, 1),
        ("tCO2e", "kgCO2e", 1000, 1),
        ("MWp", "kWp", 1000, 1),
        ("years", "months", 12, 1),
        ("weeks", "hours", 168, 1),
        ("miles", "m", Decimal("1609.344"), 1),
        ("acres", "m2", Decimal("4046.8564224"), 1),
        ("people", "persons", 1, 1),
    ],
)
def test_factors_are_exact(left: str, right: str, numerator: Decimal | int, denominator: int) -> None:
    """As defined, in decimals."""
    found = factor(unit_for(left), unit_for(right))

    assert found is not None
    assert numerator * found[1] == denominator * found[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("people", "households"),
        ("percent", "percentage points"),
        ("percent", "per 1000"),
        ("percent", "units"),
        ("kW", "kWh"),
        ("kWp", "kW"),
        ("tonnes", "tCO2e"),
        ("months", "days"),
        ("km", "km2"),
        ("beehives", "bees"),
        ("index", "score"),
        ("km", "people"),
    ],
)
def test_what_does_not_measure_the_same(left: str, right: str) -> None:
    """There is no factor between different things."""
    assert factor(unit_for(left), unit_for(right)) is None


def test_pint_keeps_countables_apart() -> None:
    """In the application's registry, too."""
    people, households = to_pint(Decimal(5), unit_for("people")), to_pint(Decimal(2), unit_for("households"))

    with pytest.raises(pint.DimensionalityError):
        _ = people + households
    assert to_pint(Decimal(7), unit_for("persons")) == people + to_pint(Decimal(2), unit_for("people"))


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.code)
def test_pint_knows_every_unit(unit: Unit) -> None:
    """In its default registry with our definitions, and with the factor that we reckon with."""
    made = to_pint(Decimal(2), unit)

    assert 2 == made.magnitude
    if unit.kind is UnitKind.PHYSICAL:
        for other in units():
            if found := factor(unit, other):
                expected = float(2 * found[0] / found[1])
                assert expected == pytest.approx(float(made.to(other.pint).magnitude), rel=1e-12)


def test_percentages_in_pint() -> None:
    """A percentage is without dimension there, a percentage point is not."""
    assert Decimal("0.05") == pytest.approx(to_pint(Decimal(5), unit_for("%")).to("").magnitude)
    assert not to_pint(Decimal(5), unit_for("pp")).dimensionless
    assert Decimal("0.012") == pytest.approx(to_pint(Decimal(12), unit_for("per 1000")).to("").magnitude)


def test_a_plural_for_pint_is_not_another_unit() -> None:
    """pint strips an s from any name: a unit that is defined later must not vanish behind an earlier one."""
    first, second = unit_for("bus"), unit_for("buss")
    pints = [
        to_pint(Decimal(1), Unit("bu", "bu", "bu", UnitKind.COUNT, "count_bu")),
        *(to_pint(Decimal(1), unit) for unit in (first, second)),
    ]

    assert 3 == len({str(made.units) for made in pints})


def test_a_registry_set_later_knows_our_units(own_registry: Any) -> None:
    """The registry is asked for, and taught, on every call."""
    made = to_pint(Decimal(5), unit_for("households"))

    assert made == own_registry.Quantity(5, "count_household")
    assert Decimal(60) == to_pint(Decimal(5), unit_for("years")).to("calendar_month").magnitude


def test_a_registry_may_be_given() -> None:
    """Then it is taught, and no other is touched."""
    registry: Any = pint.UnitRegistry(cast("Any", None))
    for definition in ("meter = [length]", "percent = 0.01", "kilo- = 1000", "mega- = 1000000"):
        registry.define(definition)
    made = to_pint(Decimal(5), unit_for("yurts"), registry)

    assert registry.Quantity(5, "count_yurt") == made
    assert pint_registry(registry) is registry


@pytest.mark.parametrize(
    ("text", "problem"), [("", "must not be blank"), (" ", "must not be blank"), (5, "must be a string")]
)
def test_what_is_no_words(text: str, problem: str) -> None:
    """A unit has words."""
    with pytest.raises(InvalidValue, match=problem):
        unit_for(text)


def test_pint_is_loaded_when_it_is_needed() -> None:
    """Words, countables and sums in one unit need none of it; the table of words loads on the first look-up."""
    code = (
        "import sys; from aidmodel.values.quantity import Quantity;"
        "Quantity(1, 'km') + Quantity(2, 'km'); assert 'aidmodel.values._units' not in sys.modules;"
        "Quantity(1, 'km') + Quantity(2, 'kilometres'); Quantity(1, 'people') < Quantity(2, 'persons');"
        "assert 'pint' not in sys.modules; Quantity(1, 'km').to('m'); assert 'pint' in sys.modules"
    )

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("%", 100),
        ("per cent", 100),
        ("per 1000", 1000),
        ("\u2030", 1000),
        ("per 100,000", 100_000),
        ("deaths per 1,000 live births", 1000),
        ("Deaths per 1000 live births", 1000),
        ("deaths per thousand live births", 1000),
        ("maternal deaths per 100 000 live births", 100_000),
        ("cases per 10.000", 10_000),
        ("cases per hundred thousand people", 100_000),
        ("cases per million", 1_000_000),
        ("births per 1 000 women", 1000),
        ("students per 10 teachers", 10),
        ("births per 100 women", 100),
        ("percentage points", None),
        ("people", None),
        ("litres per day", None),
        ("kg per hectare", None),
        ("people per household", None),
        ("% of households", 100),
        ("visits per 12 months", None),
        ("EUR per 1 person", None),
        ("km2", None),
        ("score", None),
    ],
)
def test_out_of_how_many(words: str, per: int | None) -> None:
    """A rate counts in a round number of others; what is per something else is no rate in this sense."""
    unit = unit_for(words)

    assert per == unit.per
    assert (per not in (None, 100)) <= (unit.kind is UnitKind.RATE)


def test_percentages_of_other_things_are_apart() -> None:
    """A share of the women is none of the households, nor is a yield another one; in pint each stays by itself."""
    assert _same("% of households", "% of Households")
    assert not _same("% of households", "% of women")
    assert not _same("% of households", "%")
    assert Decimal("0.4") == to_pint(Decimal(40), unit_for("% of households")).to("").magnitude
    assert {"[count_food_consumption_score]": 1} == dict(
        to_pint(Decimal(1), unit_for("food consumption score")).dimensionality
    )


def test_rates_of_other_things_are_apart() -> None:
    """Deaths of a thousand births are not those of a thousand people; how the thousand is written does not matter."""
    assert _same("deaths per 1,000 live births", "deaths per 1000 live births", "Deaths per thousand live births")
    assert not _same("deaths per 1,000 live births", "deaths per 1,000 people")
    assert not _same("deaths per 1,000 live births", "deaths per 100,000 live births")
    assert factor(unit_for("deaths per 1,000 live births"), unit_for("deaths per 1,000 people")) is None
    assert factor(unit_for("deaths per 1,000 live births"), unit_for("%")) is None


def test_rates_in_pint() -> None:
    """12 per thousand is 0.012, 8 of a million 0.000008, whatever is counted."""
    assert Decimal("0.012") == to_pint(Decimal(12), unit_for("deaths per 1,000 live births")).to("").magnitude
    assert 8e-6 == pytest.approx(float(to_pint(Decimal(8), unit_for("cases per million")).to("").magnitude))


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("people", True),
        ("HH", True),
        ("women farmers", True),
        ("refugees", True),
        ("persons trained", True),
        ("direct beneficiaries", True),
        ("young people", True),
        ("policy instruments", False),
        ("centres", False),
        ("hectares", False),
        ("%", False),
        ("women per 1,000 people", False),
        ("children's books", True),
        ("persons-days", True),
        ("mango", False),
        ("management plans", False),
        ("womenswear", False),
    ],
)
def test_what_counts_people(words: str, does: bool) -> None:
    """Words among others count, parts of words do not; one too many asks a person to look, one too few does not."""
    assert does is unit_for(words).counts_people
