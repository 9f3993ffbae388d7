"""What a statement mentions: figures with their roles, organisations, towns."""

import pytest

from aidmodel.io.pages.mentions import figures_in, organisations_in, towns_in
from aidmodel.model.result import FigureRole, ResultStatus


@pytest.mark.parametrize(
    ("text", "status", "roles"),
    [
        ("repaired 41 boreholes", ResultStatus.ACHIEVED, [FigureRole.ACTUAL]),
        ("41 boreholes to be repaired", ResultStatus.EXPECTED, [FigureRole.TARGET]),
        ("repairing 41 boreholes", None, [None]),
        ("worked in nine cities", ResultStatus.ACHIEVED, [FigureRole.SCOPE]),
        ("Nine Colombian cities participated", ResultStatus.ACHIEVED, [FigureRole.COUNT]),
        ("made a 12-episode series", ResultStatus.ACHIEVED, [FigureRole.SIZE]),
        ("worked for 6 months", ResultStatus.ACHIEVED, [None]),
        ("19 of 27 plans adopted", ResultStatus.ACHIEVED, [FigureRole.ACTUAL, None]),
        ("the year 2019 was good", ResultStatus.ACHIEVED, []),
        ("14 were built", ResultStatus.ACHIEVED, []),
        ("training 25 doctors at 15 clinics", ResultStatus.EXPECTED, [FigureRole.TARGET, FigureRole.SCOPE]),
        ("80 benefited from 23 firms", ResultStatus.ACHIEVED, [FigureRole.ACTUAL]),
        ("staff from 23 firms came", ResultStatus.ACHIEVED, [FigureRole.SCOPE]),
        (
            "cleaned 17,000 hectares, above the target of 16,000 hectares",
            ResultStatus.ACHIEVED,
            [FigureRole.ACTUAL, FigureRole.TARGET],
        ),
        ("up from 13 % (2014) to 21 % (2019)", ResultStatus.ACHIEVED, [None, FigureRole.ACTUAL]),
    ],
)
def test_the_role_follows_from_the_words(
    text: str, status: ResultStatus | None, roles: list[FigureRole | None]
) -> None:
    """What was reached or aimed at, the scope, a count, a size; a length of time and a whole have none."""
    assert roles == [figure.role for figure, _ in figures_in(text, status)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("to the Colombian Ministry of Equity and Equality in forming", ("Colombian Ministry of Equity and Equality",)),
        ("to Gerencia de Fronteras in Colombia", ("Gerencia de Fronteras",)),
        ("to the Municipality of Bogotá for developing", ("Municipality of Bogotá",)),
        ("with the University of the West Indies", ("University of the West Indies",)),
        ("a high-level Secretariat for the coordination", ()),
        ("recommendations to relevant Ministries", ()),
        ("Ministry of Health and again the Ministry of Health", ("Ministry of Health",)),
    ],
)
def test_organisations_are_named_in_full(text: str, names: tuple[str, ...]) -> None:
    """A word for a kind alone names none; each is given once."""
    assert names == organisations_in(text)


def test_towns_are_counted_and_listed() -> None:
    """With the country whose adjective stands beside the count."""
    found = towns_in("Four Colombian cities took part including Cali Cúcuta Riohacha and Santa Marta.")

    assert found is not None
    assert (("Cali", "Cúcuta", "Riohacha", "Santa Marta"), "CO", True) == (found.names, found.country, found.agrees)


@pytest.mark.parametrize(
    ("text", "names", "agrees"),
    [
        ("five towns (Ada, Bor, Cul)", ("Ada", "Bor", "Cul"), False),
        ("five towns including Ada, Bor and Cul", ("Ada", "Bor", "Cul"), True),
        ("two towns including Ada, Bor and Cul", ("Ada", "Bor", "Cul"), False),
        ("five towns including Ada Bor Cul", (), False),
        ("five towns including Ada and Bor", ("Ada", "Bor"), True),
        ("five towns including Ada Bor and Cul", (), False),
        ("three of the five towns (Ada, Bor, Cul)", ("Ada", "Bor", "Cul"), True),
    ],
)
def test_the_count_is_compared_with_the_list(text: str, names: tuple[str, ...], agrees: bool) -> None:
    """A list that says "including" may have fewer; one that cannot be taken apart gives no names."""
    found = towns_in(text)

    assert found is not None
    assert (names, agrees) == (found.names, found.agrees)


@pytest.mark.parametrize(
    "text", ["in nine cities to promote", "five towns. Others including Ada, Bor", "27 plans: Ada"]
)
def test_a_count_without_a_list_lists_nothing(text: str) -> None:
    """Another sentence is about something else, and plans are no towns."""
    assert towns_in(text) is None
